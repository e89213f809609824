"""Pronouns to whom their own sentence, or the one before, is about: "Lakes Relief was first. It counted ten dead"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.model.actor import ActorMention
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.voice import Names, Voice
from truceline.read.claims.voices import voice_of
from truceline.text.calendar_names import DAY_OR_MONTH

_SURE = 0.9
_REACH = 900
_STARTS = re.compile(r"(?:[.!?][”\"]?(?:\s*\[\d+\])*\s+|\n\s*)(?=[A-Z“\"])")
_LEAD = (
    r"(?:(?:But|And|Yet|Then|So|Even|Now|Still),? )?"
    r"(?:(?:[Oo]n|[Ii]n|[Aa]t|[Bb]y|[Aa]fter|[Bb]efore|[Dd]uring|[Ww]ithin|[Ff]or|[Ss]ince|[Uu]ntil)"
    rf"(?: (?:[a-z\d]+|{DAY_OR_MONTH})){{1,8}}?,? )?"
)
"""What may stand before a sentence's subject: a time."""
_APART = r"(?:, [^.!?;]{2,90}?,)?"
_VERB = (
    r"(?:[a-z]+ed|shot|hit|fell|fled|held|sent|lost|met|was|were|is|are|had|has|have|did|does|went|took|saw|came|gave"
    r"|kept|stood|left|put|made|knew)\b"
)
_SUBJECT = re.compile(rf"{_LEAD}(?:[Tt]he (?:[a-z-]+ ){{0,2}})?")
_BEHIND = re.compile(rf"(?: [a-z]+)?{_APART} (?:(?:never|also|then|too|soon|now) )?{_VERB}")
_APPOSED = re.compile(r"(?: [a-z]+)?, [^.!?;]{2,90}?,")
_HARMED = re.compile(
    r"\b(?:kill|wound|injur|murder|execut|behead|shot|hurt|dead|died|dies|dying|tortur|beaten|struck|hit)\w*"
)
_NAMED = re.compile(
    rf"{_LEAD}(?P<role>(?:The |the )?(?:[\w-]+ ){{0,4}}?)"
    rf"(?P<name>[A-Z][\w’-]+(?: (?:al-|bin |de |von |van )?[A-Z][\w’-]+){{1,2}})"
    rf"(?P<is>{_APART}) (?:(?:never|also|then|too|soon|now) )?{_VERB}"
)
"""A sentence that begins with what may be a person's full name."""
_ANSWERS = re.compile(r", (?:when )?(?:asked|pressed|questioned|challenged|interviewed|reached|confronted)\b")
_ASIDE = re.compile(r"(?<=, )(?:he|she) (?:[a-z]+ ){0,2}[a-z]+,")
"""Amid a sentence: "Keller keeps the list, hers and God's, she explains, on paper"."""
_HANGING = re.compile(r"\b(?:who|which|that), $")
_SEVERAL = re.compile(
    r"(?:troops|soldiers|forces|fighters|rebels|police|officials|guards|gunmen|militants|units|[a-z]+s)$"
)
_TITLED = re.compile(r"(?P<role>[\w’'-]+),? $")
_IT_FELL_TO = re.compile(r"It (?:took|was|fell to|was left to) (?:the )?(?:[A-Z][\w’-]+ )?$")
_SOMEBODY = re.compile(r"\b(?:an?|the|one|another|his|her|its|their) (?:[\w’-]+ ){0,3}?(?P<role>[\w-]+)\b")


def body_meant(raw: RawClaim, voice: Voice, earlier: Sequence[Voice], names: Names) -> Voice | None:
    """Whom "it" means: the body that is the subject of the sentence before, or of its own, in which nobody spoke.

    None where there is none, or where another body is named behind it.
    """
    for start, end in _sentences(raw, voice, names):
        if any(v.at >= start for v in earlier):
            return None
        named = _subject(start, end, names)
        if named is None or names.is_person(named) or not _is_body(named, names):
            continue
        apart = _APPOSED.match(names.text, named.end, end)
        behind = apart.end() if apart else named.end
        if any(m.actor not in {named.actor, None} and behind < m.start < end for m in names.mentions):
            return None
        return _at(voice, voice_of(((named.start, named.end),), names))
    return None


def person_meant(raw: RawClaim, voice: Voice, gender: str, earlier: Sequence[Voice], names: Names) -> Voice | None:
    """Whom "he" means within its sentence: as in “Nils Brandt, asked by a paper, did not answer; he said that ...”."""
    start, _ = _bounds(voice.at, names)
    told = min(a for a, _ in raw.content) if raw.content else voice.at
    if told < voice.at and ":" not in names.text[start:told] and _ASIDE.match(names.text, voice.at) is None:
        return None
    named = _subject(start, voice.at, names)
    if named is None:
        return _by_text(start, voice, gender, earlier, names)
    if not names.is_person(named) or names.gender(named) not in {gender, "x"}:
        return None
    if any(start <= v.at and v.actor != named.actor for v in earlier) or _others(named, (start, voice.at), names):
        return None
    return _person(voice, named, gender, earlier, names)


def _by_text(start: int, voice: Voice, gender: str, earlier: Sequence[Voice], names: Names) -> Voice | None:
    """The subject by its capitals: whoever was asked, or one whose given name or office is known; open for another."""
    said = _NAMED.match(names.text, start, voice.at)
    if said is None or any(v.at >= start or said["name"].split()[-1] in (v.name or "") for v in earlier):
        return None
    parts = said["name"].split()
    own = names.registry.gender_of(said["name"])
    words = {w.casefold() for w in re.findall(r"[\w’-]+", f"{said['role']} {said['is']}")}
    if own not in {gender, "x", None} or parts[0].casefold() in names.cues.words["determiners"]:
        return None
    sure = own is not None or _ANSWERS.match(said["is"]) or not words.isdisjoint(names.cues.roles["person"])
    body = not {p.casefold() for p in parts}.isdisjoint(names.registry.words.body | names.cues.roles["institution"])
    if not sure and said["role"].casefold().startswith("the "):
        return None
    if body or not sure or names.text.find(" and ", said.end("name"), voice.at) > said.end("is"):
        return None if body else voice
    return replace(voice, kind="person", name=said["name"], gender=gender, single=True, sure=_SURE)


def several_meant(voice: Voice, names: Names) -> Voice | None:
    """Whom "they" means in “Varnian troops shot a man who, they said, had fired”: the sentence's subject, or open."""
    if not _HANGING.search(names.text, max(0, voice.at - 8), voice.at):
        return None
    start, _ = _bounds(voice.at, names)
    named = _subject(start, voice.at, names)
    if named is not None and _is_body(named, names) and _SEVERAL.search(names.text, named.start, named.end):
        return _at(voice, voice_of(((named.start, named.end),), names))
    return replace(voice, kind="anonymous", plural=True)


def only_person(raw: RawClaim, voice: Voice, gender: str, earlier: Sequence[Voice], names: Names) -> Voice | None:
    """Whom "he" means where the sentence before names one person, by his office, whom no harm befell.

    As in “with a short speech by a colonel, Nils Brandt. "We stay," he said” or “It took Senator Ann Holl to ask”.
    """
    spans = list(_sentences(raw, voice, names))
    if len(spans) < 2:
        return None
    start, end = spans[-1]
    people = {m.actor: m for m in names.mentions if start <= m.start < end and names.is_person(m)}
    if len(people) != 1 or any(v.at >= start for v in earlier) or _HARMED.search(names.text, start, end):
        return None
    named = next(iter(people.values()))
    if names.gender(named) not in {gender, "x"} or names.is_known(named) or not _by_office(named, start, names):
        return None
    if _others(named, (start, end), names):
        return None
    return _person(voice, named, gender, earlier, names)


def _by_office(named: ActorMention, start: int, names: Names) -> bool:
    """Whether a person is named with an office as somebody new, or as whom it took."""
    before = names.text[max(start, named.start - 60) : named.start]
    if _IT_FELL_TO.search(before):
        return True
    led = _TITLED.search(before)
    return led is not None and before.endswith(", ") and led["role"].casefold() in names.cues.roles["person"]


def _others(named: ActorMention, within: tuple[int, int], names: Names) -> bool:
    """Whether anybody else, with or without a name, stands in a stretch behind a name and what is told of it."""
    start, end = named.end, within[1]
    apart = _APPOSED.match(names.text, start, end)
    start = apart.end() if apart else start
    if any(m.actor != named.actor and names.is_person(m) for m in names.mentions if start <= m.start < end):
        return True
    alone = names.cues.roles["person"] | names.cues.roles["somebody"]
    told = _SOMEBODY.finditer(names.text, start, end)
    return any(m["role"].casefold() in alone or _last(m).casefold() in alone for m in told)


def _last(told: re.Match[str]) -> str:
    """The word behind the match's last one."""
    after = re.compile(r" ([\w-]+)").match(told.string, told.end())
    return after[1] if after else ""


def _person(voice: Voice, named: ActorMention, gender: str, earlier: Sequence[Voice], names: Names) -> Voice:
    same = next((v for v in reversed(earlier) if v.actor == named.actor), None)
    return replace(_at(voice, same or voice_of(((named.start, named.end),), names)), gender=gender)


def _at(voice: Voice, meant: Voice) -> Voice:
    return replace(meant, words=voice.words, at=voice.at, sure=_SURE * meant.sure)


def _sentences(raw: RawClaim, voice: Voice, names: Names) -> Iterator[tuple[int, int]]:
    """The stretch of the claim's own sentence before all its words, if any, then the sentence before that."""
    first = min([voice.at, *(a for a, _ in raw.content)])
    start, before = _bounds(first, names)
    if first == voice.at > start:
        yield start, first
    elif first == start:
        yield start, start
    if before < start:
        yield before, start


def _bounds(at: int, names: Names) -> tuple[int, int]:
    """Where the sentence of a place begins, and where the one before it does."""
    low = max(0, at - _REACH)
    starts = [m.end() for m in _STARTS.finditer(names.text, low, at + 1) if m.end() <= at]
    starts = ([0] if low == 0 else []) + starts
    here = starts[-1] if starts else at
    return here, starts[-2] if len(starts) > 1 else here


def _subject(start: int, end: int, names: Names) -> ActorMention | None:
    """The name that is the subject of the sentence that begins at a place."""
    for mention in names.mentions:
        if mention.start >= end:
            break
        if mention.start >= start and _SUBJECT.fullmatch(names.text, start, mention.start):
            return mention if _BEHIND.match(names.text, mention.end, end) else None
    return None


def _is_body(mention: ActorMention, names: Names) -> bool:
    """Whether a name is a body's, of those that speak: no label of fighters, and no state."""
    if mention.actor is None or mention.label_only:
        return False
    return names.registry.kind(mention.actor) not in {"state", "person"}
