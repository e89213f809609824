"""Pronouns to the person or body meant in the document; left open where more than one may be meant."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.actor import ActorMention
from truceline.model.span import Span
from truceline.read.claims.met import met_meant, newcomer
from truceline.read.claims.openers import opener_meant
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.subjects import body_meant, only_person, person_meant, several_meant
from truceline.read.claims.voice import Names, Voice
from truceline.read.claims.voices import voice_of
from truceline.text.sentences import breaks_between

REACH = 900
"""Characters back within which somebody meant by a pronoun must have been named."""
GENDER = {"he": "m", "she": "f", "his": "m", "her": "f", "him": "m"}
_BODIES = frozenset({"they", "their", "them", "it", "its"})
PRONOUNS = _BODIES | GENDER.keys() | {"who", "which", "that"}
_RESOLVED = 0.9
_SUBJECT = re.compile(r"[“\"]?(?:that )?(he|she|his|her)\b", re.IGNORECASE)
_OF_PAPER = re.compile(r"['’]s? (?:[\w-]+ )?(?:\w*man|\w*woman|reporter|correspondent|stringer|writer)\b")
_NAME_BEFORE = re.compile(r"\b([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}), $")
_APPOSED_BEFORE = re.compile(
    r"\b([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}), (?:the|an?|its|his|her|their|then|now|once) [^,.;!?\n]{2,70}, $"
)
"""Before "who": a name, and what he is: "Nils Brandt, the Varnian envoy, who said"."""
_IN_TURN = re.compile(r",? (?:in (?:its|their) turn|in turn|(?:on|for) (?:its|their) part)\b")
"""Behind a pronoun that means the other party, not the last one."""
_KIND = re.compile(
    r"(?:[.!?][”\"]?\s+|\n)(?:[A-Z][a-z]{2,}s|(?:Most|Many|Such|Some|All|Other) [a-z]+s)"
    r" (?:do|have|are|always|never|often)\b[^.!?\n]{0,80}[.!?]\s+(?:[A-Z][a-z]+ )?$"
)
"""Before "they" that means all of a kind: "States do this. They say ..."."""
_SENTENCE = 120
"""Characters before a pronoun in which such a sentence stands."""
_WHOM = re.compile(r"\b(?:whom|who), ?$|\bwhom $")
"""Before a pronoun: somebody just named is spoken of, and does not speak."""
_BESIDE = 3
"""Characters between a speaker and the "who" behind it."""
_ASKED_BY = re.compile(
    r"\b(?:asked|pressed|questioned|told|reminded|challenged|interviewed) by (?:the )?$", re.IGNORECASE
)


_ONE_UNNAMED = re.compile(r"(?:an?|one|another)\s", re.IGNORECASE)


def by_pronoun(raw: RawClaim, voice: Voice, low: str, earlier: Sequence[Voice], names: Names) -> Voice:
    """The voice that one of PRONOUNS means, `low` as it is written small; the voice itself where that is open."""
    if low in _BODIES and _IN_TURN.match(names.text, voice.at + len(voice.words)):
        return replace(voice, kind="anonymous", plural=low.startswith("the"))
    if low in {"it", "its"} and not _adds(names, voice) and (body := body_meant(raw, voice, earlier, names)):
        return body
    if low == "they" and (several := several_meant(voice, names) or _of_a_kind(voice, names)):
        return several
    if low in _BODIES:
        return by_number(voice, low.startswith("the"), _outermost(earlier, voice))
    if low not in GENDER:
        return _by_relative(voice, earlier, names)
    among: tuple[Sequence[Voice], Names] = (_speaking(earlier, voice), names)
    for other in (_spoken_of(raw, GENDER[low], earlier, names), _asker(voice, earlier, names)):
        among = _anyone_but(other, *among) if other else among
    return (
        _goes_on(voice, GENDER[low], earlier, names)
        or person_meant(raw, voice, GENDER[low], earlier, names)
        or _by_introduction(raw, voice, GENDER[low], earlier, names)
        or only_person(raw, voice, GENDER[low], earlier, names)
        or opener_meant(raw, voice, GENDER[low], earlier, names)
        or met_meant(voice, GENDER[low], earlier, names)
        or by_gender(voice, GENDER[low], *among)
    )


def _of_a_kind(voice: Voice, names: Names) -> Voice | None:
    """The voice itself, which is nobody's, where "they" are all of a kind."""
    return voice if _KIND.search(names.text, max(0, voice.at - _SENTENCE), voice.at) else None


def _spoken_of(raw: RawClaim, gender: str, earlier: Sequence[Voice], names: Names) -> Voice | None:
    """As in “She was, he said, mistaken” after she spoke: the last voice, of whom it is said."""
    told = names.text[raw.content[0][0] : raw.content[-1][1]] if raw.content else ""
    other = _SUBJECT.match(told)
    if other is None or not earlier or GENDER[other[1].casefold()] == gender or earlier[-1].gender == gender:
        return None
    met = any(v.gender == GENDER[other[1].casefold()] for v in earlier[:-1])
    return None if met else earlier[-1]


def _speaking(earlier: Sequence[Voice], voice: Voice) -> list[Voice]:
    """Who may be meant by a pronoun: those who speak, without what only somebody unnamed in their words says."""
    return [v for v in earlier if voice.inner or v.name or v.actor or not v.inner]


def _outermost(earlier: Sequence[Voice], voice: Voice) -> list[Voice]:
    """Who speaks in the text itself, for what is told there; in somebody's words also who speaks in them."""
    return [v for v in earlier if voice.inner or not v.inner]


def _asker(voice: Voice, earlier: Sequence[Voice], names: Names) -> Voice | None:
    """As in “Asked by the Courier whether it was so, he said ...”: who asks is not who answers."""
    last = earlier[-1] if earlier else None
    if last is None or re.search(r"[.!?]\s|\n", names.text[last.at : voice.at]):
        return None
    return last if _ASKED_BY.search(names.text, max(0, last.at - 30), last.at) else None


def _anyone_but(left_out: Voice, earlier: Sequence[Voice], names: Names) -> tuple[list[Voice], Names]:
    """Earlier voices and mentions but those of one voice."""
    who = left_out.actor
    others = [v for v in earlier if v is not left_out and (who is None or v.actor != who)]
    return others, replace(names, mentions=tuple(m for m in names.mentions if who is None or m.actor != who))


def taken(voice: Voice, meant: Voice) -> Voice:
    """The meant voice at this claim's own words."""
    first = meant.first if meant.words.casefold() in PRONOUNS else meant.first_told
    return replace(meant, words=voice.words, at=voice.at, first=first, sure=_RESOLVED * meant.sure)


def by_gender(voice: Voice, gender: str, earlier: Sequence[Voice], names: Names) -> Voice:
    """As in “he”, "she": the last speaker if nobody else fits between, else the one person who fits nearby."""
    fits = _fitting(voice, gender, earlier, names)
    spoke = (v for v in reversed(earlier) if v.words and v.at < voice.at and v.kind != "author" and not _thing(v))
    last = next(spoke, None)
    if last is not None and (newcomer(last.at + len(last.words), voice.at, names) or _hides_in_paper(last)):
        return voice
    if last is not None and _is_meant(last, voice, gender, fits, names):
        return replace(taken(voice, last), gender=gender)
    mention = _one_near(voice, gender, fits, earlier, names)
    if mention is None or _unnamed_since(last, mention) or newcomer(mention.end, voice.at, names):
        return voice
    same = _spoke(mention, earlier)
    if same is not None:
        return replace(taken(voice, same), gender=gender)
    return replace(voice, name=mention.name, actor=mention.actor, gender=gender, sure=_RESOLVED)


def _fitting(voice: Voice, gender: str, earlier: Sequence[Voice], names: Names) -> list[ActorMention]:
    """The people named before a pronoun who may be of its gender, none of whom spoke as of another."""
    others = {v.actor for v in earlier if v.gender not in {gender, "x"}}
    people = _people_before(voice.at, names)
    return [m for m in people if names.gender(m) in {gender, "x"} and m.actor not in others]


def _is_meant(last: Voice, voice: Voice, gender: str, fits: Sequence[ActorMention], names: Names) -> bool:
    """Whether the last speaker is close enough, and nobody else who fits was named since."""
    if not _can_be(last, gender) or breaks_between(names.text, last.at, voice.at) > 2:
        return False
    whom = _WHOM.search(names.text, max(0, voice.at - 8), voice.at)
    since = {m.actor for m in fits if m.start > last.at + len(last.words) and m.actor != last.actor}
    since -= {m.actor for m in fits[-1:]} if whom else set()
    return not since or _adds(names, voice)


def _one_near(
    voice: Voice, gender: str, fits: Sequence[ActorMention], earlier: Sequence[Voice], names: Names
) -> ActorMention | None:
    """The one person who fits nearby, in the pronoun's own paragraph before others; None where another spoke there."""
    near = [m for m in fits if voice.at - m.start <= REACH and breaks_between(names.text, m.start, voice.at) <= 2]
    own = [m for m in near if names.gender(m) == gender]
    here = {m.actor for m in own if not breaks_between(names.text, m.start, voice.at)}
    known = here if len(here) == 1 else {m.actor for m in own or near}
    reach = 0 if len(here) == 1 else 2
    spoke = {v.actor or v.name or v.at for v in earlier if _can_be(v, gender) and _near(v, voice, names, reach)}
    if len(known) != 1 or spoke - known:
        return None
    meant = next(m for m in reversed(near) if m.actor in known)
    unsure = (m for m in near if m.actor not in known and names.gender(m) == "x")
    return None if any(m.start > meant.start for m in unsure) else meant


def _unnamed_since(last: Voice | None, mention: ActorMention) -> bool:
    """Whether the last speaker is a person without a name who spoke since somebody was named."""
    return last is not None and last.at > mention.start and _is_unnamed_person(last)


def _spoke(mention: ActorMention | None, earlier: Sequence[Voice]) -> Voice | None:
    """How an actor named spoke last."""
    return next((v for v in reversed(earlier) if mention is not None and v.actor == mention.actor), None)


_SENTENCE_START = re.compile(r"(?:[.!?][”\"]?\s+|\n\s*)(?=[A-Z“\"])")
_FULL_NAME = r"[A-Z][\w’-]+(?: (?:al-|bin |de |von |van )?[A-Z][\w’-]+){1,2}"
_OWNER = r"(?:The|His|Her|Its|Their|[A-Z][\w’-]+['’]s)"
_SHORT_TITLE = re.compile(r"\b(?:Brig|Capt|Cdr|Col|Cpl|Dr|Gen|Gov|Lt|Maj|Mr|Mrs|Ms|Prof|Rep|Rev|Sen|Sgt|St)\. $")
_INTRODUCED = re.compile(
    r"(?:(?:But|And|Yet|Then|So|Even) )?"
    rf"(?P<role>{_OWNER} (?:[\w-]+ ){{1,4}}?|{_OWNER} (?:[\w-]+ ){{0,4}}[\w-]+, |One of (?:them|the \w+), )?"
    rf"(?P<name>{_FULL_NAME})(?:, (?P<is>[^,.!?]{{2,70}}))?,? (?:(?:never|also|then|too) )?"
    r"(?:[a-z]+ed|was|is|had|has|did|does|went|took|saw|came|gave|kept|held|stood|left|put|made|thought|knew|felt|would"
    r"|could|shook)\b"
)
"""A sentence whose subject is somebody named in full: "Its envoy, Igor Rahl, was unmoved"."""
_HARMED = re.compile(
    r"(?:, [^,.!?]{2,70},)? (?:(?:had|has) )?"
    r"(?:died|been|(?:was|is) (?:(?!un|freed|released|promoted|appointed|elected)\w+ed"
    r"|taken|shot|hit|hurt|struck|dead|beaten))\b"
)
"""Behind who had something done to him, of whom another may speak on."""


def _by_introduction(raw: RawClaim, voice: Voice, gender: str, earlier: Sequence[Voice], names: Names) -> Voice | None:
    """As in “Benno Acker was less patient. "We go on," he said”: the subject of the sentence before, silent so far.

    Open where that may be no person, harm came to it, or another is named behind; None where there is no such subject.
    """
    before, here = _sentence_before(raw, voice, names)
    said = _INTRODUCED.match(names.text, before, here)
    if said is None or _adds(names, voice) or any(v.at >= before for v in earlier):
        return None
    mention = next((m for m in names.mentions if said.start("name") <= m.start < m.end == said.end("name")), None)
    if not _may_be(gender, said, mention, names):
        return None
    if not _is_introduced(gender, said, mention, here, names):
        return voice
    same = _spoke(mention, earlier)
    if same is not None:
        return replace(taken(voice, same), gender=gender)
    named, actor = (mention.name, mention.actor) if mention is not None else (said["name"], None)
    return replace(voice, kind="person", name=named, actor=actor, gender=gender, single=True, sure=_RESOLVED)


def _sentence_before(raw: RawClaim, voice: Voice, names: Names) -> Span:
    """Where the sentence before the one of a claim's source or content begins, and where that one does."""
    first = min([voice.at, *(a for a, _ in raw.content)])
    ends = _SENTENCE_START.finditer(names.text, max(0, first - REACH), voice.at + 1)
    starts = [m.end() for m in ends if not _SHORT_TITLE.search(names.text, max(0, m.end() - 8), m.end())]
    here = max((s for s in starts if s <= first), default=0)
    return max((s for s in starts if s < here), default=0 if here < REACH else here), here


def _may_be(gender: str, said: re.Match[str], mention: ActorMention | None, names: Names) -> bool:
    """Whether whom a sentence is about may be of a gender, and a person."""
    if mention is None:
        return (names.registry.gender_of(said["name"]) or "x") in {gender, "x"}
    return names.gender(mention) in {gender, "x"} and names.is_person(mention)


def _is_introduced(gender: str, said: re.Match[str], mention: ActorMention | None, here: int, names: Names) -> bool:
    """Whether whom a sentence is about surely is a person whom no harm befell, with no other named behind who fits."""
    told = {w.casefold() for w in f"{said['role'] or ''} {said['is'] or ''}".split()}
    known = names.registry.gender_of(said["name"]) is not None or (said["role"] or "").startswith("One of")
    if mention is None and not known and told.isdisjoint(names.cues.roles["person"]):
        return False
    if _HARMED.match(names.text, said.end("name"), here) is not None:
        return False
    others = re.findall(_FULL_NAME, names.text[said.end() : here])
    return not any((names.registry.gender_of(o) or "") in {gender, "x"} for o in others)


def _is_unnamed_person(voice: Voice) -> bool:
    """Whether somebody without a name spoke, not merely within another's words: "he" may mean that one."""
    owned = voice.words.casefold().startswith(("his ", "her "))
    unnamed = voice.kind == "anonymous" or (voice.kind == "person" and voice.name is None)
    return unnamed and bool(voice.words) and not (voice.plural or voice.inner or owned)


def _thing(voice: Voice) -> bool:
    """A body, an outlet or several people: no "he" or "she"; a paper's reporter is somebody."""
    if voice.plural or voice.kind == "group" or (voice.kind == "outlet" and not _hides_in_paper(voice)):
        return True
    return voice.kind == "institution" and not voice.single


def _hides_in_paper(voice: Voice) -> bool:
    """As in “the Courier's man”: one person unnamed, whose words stand as the paper's."""
    return voice.kind == "outlet" and (voice.single or _OF_PAPER.search(voice.words) is not None)


def _near(earlier: Voice, voice: Voice, names: Names, breaks: int) -> bool:
    return voice.at - earlier.at <= REACH and breaks_between(names.text, earlier.at, voice.at) <= breaks


def _adds(names: Names, voice: Voice) -> bool:
    """As in “he added”, "she went on": carries on the last speaker."""
    after = names.text[voice.at + len(voice.words) : voice.at + len(voice.words) + 16]
    return re.match(r"\s+(?:also\s+)?(?:added|continued|went on|goes on)", after) is not None


def _goes_on(voice: Voice, gender: str, earlier: Sequence[Voice], names: Names) -> Voice | None:
    """As in “a senior official said X. "Y," he added”: who spoke last in the paragraph, if one person of no name."""
    last = next((v for v in reversed(_outermost(earlier, voice)) if v.words and v.kind != "author"), None)
    if last is None or not _adds(names, voice) or breaks_between(names.text, last.at, voice.at):
        return None
    unnamed = last.single and last.name is None and _ONE_UNNAMED.match(last.words) is not None
    return taken(voice, last) if unnamed and last.gender in {gender, "x"} else None


def _can_be(voice: Voice, gender: str) -> bool:
    if voice.plural or voice.kind in {"outlet", "group", "author"}:
        return False
    if voice.kind in {"anonymous", "institution"} and not voice.single:
        return False
    return voice.gender in {gender, "x"} and not (
        voice.name is None and voice.actor is None and voice.kind not in {"anonymous", "institution"}
    )


def _people_before(at: int, names: Names) -> list[ActorMention]:
    return [m for m in names.mentions if m.end <= at and at - m.start <= REACH and names.is_person(m)]


def by_number(voice: Voice, plural: bool, earlier: Sequence[Voice]) -> Voice:
    """As in “they”: the last body, label or unnamed several; "it": the last body. Only the very last voice is taken."""
    last = earlier[-1] if earlier else None
    if last is None or voice.at - last.at > REACH:
        return voice
    if last.kind in {"institution", "group", "outlet"} or (plural and last.plural):
        return taken(voice, last)
    return voice


def _by_relative(voice: Voice, earlier: Sequence[Voice], names: Names) -> Voice:
    """As in “X, who said”: the mention or the name right before; else the speaker of the same sentence."""
    beside = [v for v in earlier[-1:] if 0 < voice.at - v.at - len(v.words.rstrip(" ,")) <= _BESIDE]
    if beside and voice.words.casefold() == "who" and (beside[0].name or beside[0].single):
        return taken(voice, beside[0])
    before = [(m.start, m.end) for m in names.mentions if m.end <= voice.at and m.end >= voice.at - 3]
    named = [m.span(1) for m in _NAME_BEFORE.finditer(names.text, max(0, voice.at - 60), voice.at)]
    if not before and not named and voice.words.casefold() == "who":
        named = [m.span(1) for m in _APPOSED_BEFORE.finditer(names.text, max(0, voice.at - 140), voice.at)]
    if before or named:
        return taken(voice, voice_of((before or named)[-1:], names))
    last = earlier[-1] if earlier else None
    if last is not None and _adds(names, voice) and not re.search(r"[.!?]\s|\n", names.text[last.at : voice.at]):
        return taken(voice, last)
    return voice
