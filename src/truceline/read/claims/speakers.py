"""Who speaks in each claim: pronouns, bare roles and offices to whom they mean; open where more than one may be."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.actor import ActorMention
from truceline.model.span import Span
from truceline.read.claims.called import may_be_another_states, may_be_called
from truceline.read.claims.described import body_in, named_alone, without_possessive
from truceline.read.claims.kinds import meant_by_kind
from truceline.read.claims.partisans import are_several, stands_by_another
from truceline.read.claims.pronouns import PRONOUNS, REACH, by_number, by_pronoun, taken
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.renamed import renamed
from truceline.read.claims.spelled import without_article
from truceline.read.claims.standing import only_proves
from truceline.read.claims.unnamed import with_antecedent
from truceline.read.claims.voice import Names, Voice
from truceline.read.claims.voices import voice_of
from truceline.read.claims.whom.people import GENDER
from truceline.text.own_texts import whose_text

_ROLE_REACH = 2500
_SOMEBODY = frozenset({"named_official", "person", "author", "anonymous"})
_WHOLES = frozenset({"government", "state", "army", "military", "police", "navy"})
"""Bodies whose names begin those of their own parts."""
_CAUSE = frozenset({"liberation", "salvation", "resistance", "independence"})
"""Words of a name that no state's army has."""
_OWNED = re.compile(
    r"(?P<whose>its|his|her|their) (?:own )?(?:(?:main|local|district|regional|political) )?"
    r"(?P<mouth>(?:press|media|information|public affairs)"
    r" (?:office|service|centre|center|department|bureau|wing|officer)"
    r"|office|headquarters|secretariat|spokes\w+|communiqu[eé]|statement|bulletin|website|channel|account)",
    re.IGNORECASE,
)
"""The mouth of whoever owns it."""
_PASSED_ON = frozenset({"quoted", "cited"})
_OFFICE = re.compile(r"[Tt]he ((?:[A-Z][\w’-]+[ -]?){2,4})")
_ANOTHERS = r"(?:who|whose|whom|which|of|to|for|by|with|against|under)\b"
"""Before an office that somebody else holds: "a critic of the High Commissioner"."""
_SAME = re.compile(
    r"[Tt]he same (?P<who>man|woman|official|officer|source|spokes\w+|diplomat|witness|doctor|resident|commander"
    r"|minister)"
)
"""Whoever spoke last, told again."""
_OPENING = re.compile(r"(?:^|[.!?;][”\"]?\s+|\n\s*)$")
_DEFINITE = re.compile(r"(?:the|this|that|these|those)\s+(?P<rest>.+)$", re.IGNORECASE)


def voices_of(raws: Sequence[RawClaim], names: Names) -> list[Voice]:
    """The voice of each claim, in the claims' order; resolved in the order in which their sources stand."""
    order = sorted(range(len(raws)), key=lambda n: (raws[n].source or raws[n].cue)[0])
    found = dict(zip(order, _in_order([raws[n] for n in order], names), strict=True))
    return [found[n] for n in range(len(raws))]


def _in_order(raws: Sequence[RawClaim], names: Names) -> list[Voice]:
    voices: list[Voice] = []
    others = names.without_author()
    for raw in raws:
        inner = _is_inner(raw, raws) or _passes_on(raw, names)
        voice = replace(voice_of(raw.source, names), inner=inner)
        low = whose_text(voice.words) or voice.words.casefold().strip(" ,")
        if _makes_a_point(raw, voice, voices, names):
            voice = Voice(kind="anonymous", words=voice.words, at=voice.at)
        elif stands_by_another(voice.words):
            several = are_several(voice.words)
            voice = Voice(kind="anonymous", plural=several, single=not several, words=voice.words, at=voice.at)
        elif low in PRONOUNS:
            voice = by_pronoun(raw, voice, low, voices, others)
        elif same := _by_same(voice, voices):
            voice = same
        elif office := _by_office(voice, voices, names):
            voice = office
        elif raw.source and voice.actor is None and voice.name is None:
            outer = [v for v in voices if not v.inner]
            voice = _by_owner(raw, _by_role(voice, voices, names), (outer, voices), names)
            voice = _in_own_words(voice if voice.actor or voice.name else renamed(voice, outer, names), names)
        voices.append(replace(with_antecedent(_by_surname(voice, voices), voices), inner=inner))
    return voices


def _makes_a_point(raw: RawClaim, voice: Voice, earlier: Sequence[Voice], names: Names) -> bool:
    """Whether a thing, or a place that nobody is called after, proves something: nobody's word."""
    if not raw.cue or not raw.content or names.registry.kind(voice.actor) is not None:
        return False
    cue, told = (names.text[spans[0][0] : spans[-1][1]] for spans in (raw.cue, raw.content))
    if not only_proves(voice.words.strip(" ,"), cue, told):
        return False
    own = voice.words.strip(" ,").split()[-1]
    return not any(own in (v.name or "").split() for v in earlier)


def _by_same(voice: Voice, earlier: Sequence[Voice]) -> Voice | None:
    """As in “The same man added”: the last person who spoke, if it can be such a one."""
    said = _SAME.fullmatch(voice.words.strip(" ,"))
    last = next((v for v in reversed(earlier) if not v.inner), None)
    if said is None or last is None or last.kind not in {"person", "named_official"} or last.name is None:
        return None
    other = {"man": "f", "woman": "m"}.get(said["who"].casefold())
    return None if last.gender == other or voice.at - last.at > REACH else taken(voice, last)


def _is_inner(raw: RawClaim, raws: Sequence[RawClaim]) -> bool:
    """Whether a claim's cue stands in what another one tells."""
    if not raw.cue:
        return False
    start, end = raw.cue[0]
    return any(a <= start and end <= b for other in raws if other is not raw for a, b in other.content)


def _passes_on(raw: RawClaim, names: Names) -> bool:
    """As in “SANA, cited in the Post”: a paper that gives another's words has not the floor, and "it" is another."""
    return names.text[slice(*raw.cue[0])].casefold() in _PASSED_ON if raw.cue else False


def _by_owner(raw: RawClaim, voice: Voice, spoke: tuple[Sequence[Voice], Sequence[Voice]], names: Names) -> Voice:
    """As in “its press office”, "the organisation": whose mouth it is, or the one body of that kind named before.

    `spoke`: who spoke in the text itself, and all who spoke, in others' words too.
    """
    earlier, everybody = spoke
    if voice.name is not None or voice.actor is not None:
        return voice
    owned = _OWNED.match(voice.words.strip(" ,"))
    if owned is None:
        meant = meant_by_kind(voice.words, voice.at, everybody, names)
        return voice if meant is None else taken(voice, meant)
    whose = owned["whose"].casefold()
    first = raw.content[0] if raw.content and raw.content[0][0] < voice.at else None
    subject = next((m for m in names.mentions if first and _opens(names.text, first, m)), None)
    if subject is not None and names.is_person(subject) == (whose in GENDER):
        meant = voice_of(((subject.start, subject.end),), names)
    elif whose in GENDER and owned["mouth"] != "office":
        meant = names.meant(raw, voice, GENDER[whose], earlier)
    elif whose not in GENDER and _OPENING.search(names.text, max(0, voice.at - 4), voice.at):
        meant = by_number(voice, whose == "their", earlier)
    else:
        return voice
    return voice if meant.name is None and meant.actor is None else taken(voice, meant)


def _opens(text: str, content: Span, mention: ActorMention) -> bool:
    """Whether a name begins a statement, as in “The Relief Force moved 200 people, its press office said”."""
    if mention.start < content[0] or mention.actor is None:
        return False
    return re.fullmatch(r"[“\"]?(?:[Tt]he )?", text[content[0] : mention.start]) is not None


def _in_own_words(voice: Voice, names: Names) -> Voice:
    """A body that nothing before names is called what its source calls it."""
    if voice.name is not None or voice.actor is not None or (voice.plural and voice.kind == "institution"):
        return voice
    alone = named_alone(voice.words, names.text)
    if alone is not None and voice.kind in {"institution", "anonymous"}:
        return replace(voice, kind="institution", name=alone)
    if voice.kind != "institution" or voice.plural:
        return voice
    return replace(voice, name=body_in(voice.words, names.cues))


def _by_surname(voice: Voice, earlier: Sequence[Voice]) -> Voice:
    """As in “Acker” or "General Acker" after "Benno Acker": the one earlier speaker of that last name.

    Or of those two names among several.
    """
    if voice.name is None or voice.actor is not None or voice.name.casefold() in _WHOLES:
        return voice
    own = voice.name.casefold()
    several = " " in own and voice.kind in {"person", "named_official"}
    full = {
        v.name: v
        for v in earlier
        if v.name
        and " " in v.name
        and (
            own in {last := v.name.split()[-1].casefold(), without_article(last)}
            or (several and f" {own} " in f" {v.name.casefold()} ")
        )
    }
    return taken(voice, next(iter(full.values()))) if len(full) == 1 else voice


def _part_of(told: Sequence[str], name: str | None) -> bool:
    """Whether a body's name only begins with what is meant whole: "the government" is no Government Press Office.

    Nor is "the army" a Liberation Army.
    """
    own = re.split(r"\s(?:of|for|in)\s", (name or "").casefold())[0].split()
    return told[-1] in _WHOLES and (told[-1] in own[:-1] or (list(told) == own[-1:] and not _CAUSE.isdisjoint(own)))


def _other_since(whole: str, known: Voice, voice: Voice, names: Names) -> bool:
    """Whether another body that ends in the same word came up since: "the army" may be that "Varn army"."""
    since = re.finditer(rf"\b[A-Z][\w’-]+ {whole}\b", names.text[known.at + len(known.words) : voice.at])
    own = f"{known.words} {known.name or ''}".casefold()
    return any(m[0].casefold() not in own and m[0].split()[0].casefold() != "the" for m in since)


def _by_office(voice: Voice, earlier: Sequence[Voice], names: Names) -> Voice | None:
    """As in “the High Commissioner” after "Anna Keller, High Commissioner for Refugees": who spoke with that office.

    Open where two did. Only an office that nothing else is known of, in capitals: those in plain words are roles.
    """
    office = _OFFICE.fullmatch(voice.words.strip(" ,"))
    if office is None or voice.name is None or not (voice.actor or "x-").startswith("x-"):
        return None
    told = office[1].casefold()
    held = {
        v.name: v
        for v in earlier
        if v.name
        and v.kind in {"named_official", "person"}
        and told not in v.name.casefold()
        and voice.at - v.at <= _ROLE_REACH
        and re.search(
            rf"(?:^|, )(?:the )?(?:(?!{_ANOTHERS})[\w’'-]+ ){{0,3}}{re.escape(told)}\b", _with_apposition(v, names)
        )
    }
    if len(held) > 1:
        return replace(voice, name=None, actor=None)
    return taken(voice, next(iter(held.values()))) if held else None


def _with_apposition(voice: Voice, names: Names) -> str:
    """A source's words without its own name, and what is set off by commas right behind, in lower case."""
    behind = re.match(r",? [^.!?,\n]{0,80}", names.text[voice.at + len(voice.words) :])
    words = voice.words if "," in voice.words or behind is None else voice.words + behind[0]
    return words.casefold()


def _names_body(words: str, names: Names) -> bool:
    """Whether capitals tell a body ("the HVC"), whose head or spokesman is somebody else; "the General" is a person."""
    parts = words.split()
    return any(w[:1].isupper() for w in parts) and not any(w.casefold() in names.cues.roles["person"] for w in parts)


def _by_role(voice: Voice, earlier: Sequence[Voice], names: Names) -> Voice:
    """As in “the ministry”, "the source", "the spokesman": the last speaker so described, or the one body so named."""
    definite = _DEFINITE.match(voice.words.strip(" ,"))
    if definite is None or (voice.plural and voice.kind == "anonymous"):
        return voice
    rest = definite["rest"]
    told = [w for w in without_possessive(rest).casefold().split() if w not in {"same", "said"}]
    if not told:
        return voice
    return _so_described(told, rest, voice, earlier, names) or _so_named(told, voice, names)


def _so_described(told: Sequence[str], rest: str, voice: Voice, earlier: Sequence[Voice], names: Names) -> Voice | None:
    """The voice as the last speaker's so described, or left open where another may be meant; None where none is so."""
    a_body = voice.kind == "institution" and told[-1] not in names.cues.roles["person"]
    whole = told[-1] in _WHOLES
    for known in (v for v in reversed(earlier) if v.at < voice.at <= v.at + _ROLE_REACH):
        if known.kind in _SOMEBODY and (a_body or _names_body(rest, names)):
            continue
        if whole and _other_since(told[-1], known, voice, names):
            return voice
        if may_be_called(told, known) and not _part_of(told, known.name):
            another = whole and may_be_another_states(told[-1], known, voice, names)
            return voice if another else taken(voice, known)
    return None


def _so_named(told: Sequence[str], voice: Voice, names: Names) -> Voice:
    """The voice as the one body's that all words told stand in the name of; left open where several are so named."""
    near = [m for m in names.mentions if m.end <= voice.at <= m.end + REACH and m.actor]
    named = [m for m in near if set(told) <= set(names.text[m.start : m.end].casefold().split())]
    bodies = {m.actor: m for m in named if not _part_of(told, m.name)}
    if len(bodies) != 1:
        return voice
    mention = next(iter(bodies.values()))
    return taken(voice, voice_of(((mention.start, mention.end),), names))
