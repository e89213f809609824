"""Accounts that nobody can tell apart as two: a headline and the text below it, bodies of a state without its name."""

import re
from collections.abc import Iterator, Mapping, Sequence

from truceline.text.fold import fold_name
from truceline.text.lines import headline
from truceline.weigh.dossier import Voice
from truceline.weigh.kit import WeighKit
from truceline.weigh.retold import Origin
from truceline.weigh.said_before import words_of_source
from truceline.weigh.tellers import Teller

UNNAMED_STATE = "bodies of a state that nobody names cannot be told apart: at most one line"
_HEADLINE = "the headline of its own text"
_OF = re.compile(r"\b(?:of|for) (?:the |its |our )?([a-z][a-z ]+)$")
_SPOKESMAN = re.compile(r"\bspokes(?:man|woman|person|people|men|women)\b")


def of_headlines(voices: Sequence[Voice]) -> dict[str, list[Origin]]:
    """By account id, what a headline's account shares with the account that its text opens with."""
    by_report: dict[tuple[str, str], list[Voice]] = {}
    for v in voices:
        by_report.setdefault((v.entry.id, v.account.incident), []).append(v)
    found: dict[str, list[Origin]] = {}
    for (document, incident), told in by_report.items():
        line = headline(told[0].entry.reading.prose)
        heads = [v for v in told if v.claim is None and line is not None and _first(v) >= 0 and _last(v) <= line[1]]
        below = [v for v in told if line is not None and _last(v) > line[1]]
        if heads and below:
            both = (*heads, min(below, key=lambda v: (_first(v, line[1] if line else 0), v.id)))
            found |= {v.id: [(f"headline:{document}:{incident}", _HEADLINE)] for v in both}
    return found


def _first(voice: Voice, behind: int = 0) -> int:
    return min((a for f in voice.account.facets for a, _ in f.spans if a >= behind), default=-1)


def _last(voice: Voice) -> int:
    return max((b for f in voice.account.facets for _, b in f.spans), default=-1)


def of_state_bodies(voice: Voice, teller: Teller, kit: WeighKit) -> list[Origin]:
    """What a state's body has in common with others, where nobody says which state's: "the army"."""
    if teller.speaker in kit.actors or teller.key in kit.actors:
        return []
    names = (teller.name, teller.key.replace("-", " "), *_spoken_for(voice))
    return [("state bodies", UNNAMED_STATE)] if any(_is_state_body(name, kit) for name in names) else []


def _spoken_for(voice: Voice) -> Iterator[str]:
    """For whom the words of a source say that somebody speaks: "a spokesman for the government army"."""
    words = words_of_source(voice.claim, voice.entry) if voice.claim is not None else ""
    if role := _SPOKESMAN.search(words):
        yield words[role.end() :].strip().removeprefix("for ").removeprefix("of ").strip()
        yield words[: role.start()].strip()


def _is_state_body(name: str, kit: WeighKit) -> bool:
    """Whether words are a state's body without the state's name: "army", "General Command of the army"."""
    words = fold_name(name.removeprefix("The ").removeprefix("the "))
    tail = _OF.search(words)
    return words in kit.state_bodies or (tail is not None and tail[1] in kit.state_bodies)


def by_account(voices: Sequence[Voice], tellers: Mapping[str, Teller], kit: WeighKit) -> dict[str, list[Origin]]:
    """By account id, all that makes it one line with others though each might be by itself."""
    heads = of_headlines(voices)
    return {v.id: [*heads.get(v.id, []), *of_state_bodies(v, tellers[v.id], kit)] for v in voices}
