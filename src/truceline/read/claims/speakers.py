"""Pronouns and bare roles to the person or body meant in the document; left open where more than one may be meant."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.actor import ActorMention
from truceline.model.span import Span, within
from truceline.read.claims.called import may_be_another_states, may_be_called
from truceline.read.claims.described import body_in, named_alone, without_possessive
from truceline.read.claims.kinds import meant_by_kind
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.renamed import renamed
from truceline.read.claims.spelled import without_article
from truceline.read.claims.voice import Names, Voice
from truceline.read.claims.voices import voice_of
from truceline.text.own_texts import whose_text

_REACH = 900
"""Characters back within which somebody meant by a pronoun must have been named."""
_ROLE_REACH = 2500
_RESOLVED = 0.9
_GENDER = {"he": "m", "she": "f", "his": "m", "her": "f"}
_SUBJECT = re.compile(r"[“\"]?(?:that )?(he|she|his|her)\b", re.IGNORECASE)
_IN_TURN = re.compile(r",? (?:in (?:its|their) turn|in turn|(?:on|for) (?:its|their) part)\b")
"""Behind a pronoun that means the other party, not the last one."""
_OF_PAPER = re.compile(r"['’]s? (?:[\w-]+ )?(?:\w*man|\w*woman|reporter|correspondent|stringer|writer)\b")
_NAME_BEFORE = re.compile(r"\b([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}), $")
_SOMEBODY = frozenset({"named_official", "person", "author", "anonymous"})
_WHOLES = frozenset({"government", "state", "army", "military", "police", "navy"})
"""Bodies whose names begin those of their own parts."""
_CAUSE = frozenset({"liberation", "salvation", "resistance", "independence"})
"""Words of a name that no state's army has."""
_BESIDE = 3
"""Characters between a speaker and the "who" behind it."""
_OWNED = re.compile(
    r"(?P<whose>its|his|her|their) (?:own )?(?:(?:main|local|district|regional|political) )?"
    r"(?P<mouth>(?:press|media|information|public affairs)"
    r" (?:office|service|centre|center|department|bureau|wing|officer)"
    r"|office|headquarters|secretariat|spokes\w+|communiqu[eé]|statement|bulletin|website|channel|account)",
    re.IGNORECASE,
)
"""The mouth of whoever owns it."""
_ASKED_BY = re.compile(
    r"\b(?:asked|pressed|questioned|told|reminded|challenged|interviewed) by (?:the )?$", re.IGNORECASE
)
_OFFICE = re.compile(r"[Tt]he ((?:[A-Z][\w’-]+[ -]?){2,4})")
_ANOTHERS = r"(?:who|whose|whom|which|of|to|for|by|with|against|under)\b"
"""Before an office that somebody else holds: "a critic of the High Commissioner"."""
_OPENING = re.compile(r"(?:^|[.!?;][”\"]?\s+|\n\s*)$")
_DEFINITE = re.compile(r"(?:the|this|that|these|those)\s+(?P<rest>.+)$", re.IGNORECASE)


def voices_of(raws: Sequence[RawClaim], names: Names) -> list[Voice]:
    """The voice of each claim, in the claims' order; resolved in the order in which their sources stand."""
    order = sorted(range(len(raws)), key=lambda n: (raws[n].source or raws[n].cue)[0])
    found = dict(zip(order, _in_order([raws[n] for n in order], names), strict=True))
    return [found[n] for n in range(len(raws))]


def _in_order(raws: Sequence[RawClaim], names: Names) -> list[Voice]:
    voices: list[Voice] = []
    inner: list[bool] = []
    for raw in raws:
        voice = voice_of(raw.source, names)
        low = whose_text(voice.words) or voice.words.casefold().strip(" ,")
        if low in _GENDER:
            among: tuple[Sequence[Voice], Names] = (_speaking(voices, inner, raw, raws), names)
            for other in (_spoken_of(raw, _GENDER[low], voices, names), _asker(voice, voices, names)):
                among = _anyone_but(other, *among) if other else among
            voice = _by_introduction(raw, voice, _GENDER[low], voices, names) or _by_pronoun(
                voice, _GENDER[low], *among
            )
        elif low in {"they", "their", "it", "its"} and _IN_TURN.match(names.text, voice.at + len(voice.words)):
            voice = replace(voice, kind="anonymous", plural=low.startswith("the"))
        elif low in {"they", "their", "it", "its"}:
            voice = _by_number(voice, low.startswith("the"), _outermost(voices, inner, raw, raws))
        elif low in {"who", "which", "that"}:
            voice = _by_relative(voice, voices, names)
        elif office := _by_office(voice, voices, names):
            voice = office
        elif raw.source and voice.actor is None and voice.name is None:
            outer = [v for v, inside in zip(voices, inner, strict=True) if not inside]
            voice = _by_owner(raw, _by_role(voice, voices, names), outer, names)
            voice = _in_own_words(voice if voice.actor or voice.name else renamed(voice, outer, names), names)
        inner.append(_is_inner(raw, raws))
        voices.append(replace(_by_surname(voice, voices), inner=inner[-1]))
    return voices


def _is_inner(raw: RawClaim, raws: Sequence[RawClaim]) -> bool:
    """Whether a claim's cue stands in what another one tells."""
    return bool(raw.cue) and any(within(raw.cue[0], c) for other in raws if other is not raw for c in other.content)


def _by_owner(raw: RawClaim, voice: Voice, earlier: Sequence[Voice], names: Names) -> Voice:
    """As in “its press office”, "the organisation": whose mouth it is, or the one body of that kind named before."""
    if voice.name is not None or voice.actor is not None:
        return voice
    owned = _OWNED.match(voice.words.strip(" ,"))
    if owned is None:
        meant = meant_by_kind(voice.words, voice.at, names)
        return voice if meant is None else _taken(voice, meant)
    whose = owned["whose"].casefold()
    first = raw.content[0] if raw.content and raw.content[0][0] < voice.at else None
    subject = next((m for m in names.mentions if first and _opens(names.text, first, m)), None)
    if subject is not None and names.is_person(subject) == (whose in _GENDER):
        meant = voice_of(((subject.start, subject.end),), names)
    elif whose in _GENDER and owned["mouth"] != "office":
        meant = _by_pronoun(voice, _GENDER[whose], earlier, names)
        meant = meant if meant.gender == _GENDER[whose] else voice
    elif whose not in _GENDER and _OPENING.search(names.text, max(0, voice.at - 4), voice.at):
        meant = _by_number(voice, whose == "their", earlier)
    else:
        return voice
    return voice if meant.name is None and meant.actor is None else _taken(voice, meant)


def _opens(text: str, content: Span, mention: ActorMention) -> bool:
    """Whether a name begins a statement, as in “The Relief Force moved 200 people, its press office said”."""
    if mention.start < content[0] or mention.actor is None:
        return False
    return re.fullmatch(r"[“\"]?(?:[Tt]he )?", text[content[0] : mention.start]) is not None


def _spoken_of(raw: RawClaim, gender: str, earlier: Sequence[Voice], names: Names) -> Voice | None:
    """As in “She was, he said, mistaken” after she spoke: the last voice, of whom it is said."""
    told = names.text[raw.content[0][0] : raw.content[-1][1]] if raw.content else ""
    other = _SUBJECT.match(told)
    if other is None or not earlier or _GENDER[other[1].casefold()] == gender or earlier[-1].gender == gender:
        return None
    met = any(v.gender == _GENDER[other[1].casefold()] for v in earlier[:-1])
    return None if met else earlier[-1]


def _speaking(voices: Sequence[Voice], inner: Sequence[bool], raw: RawClaim, raws: Sequence[RawClaim]) -> list[Voice]:
    """Who may be meant by a pronoun: those who speak, without what only somebody unnamed in their words says."""
    if _is_inner(raw, raws):
        return list(voices)
    return [v for v, inside in zip(voices, inner, strict=True) if v.name or v.actor or not inside]


def _outermost(voices: Sequence[Voice], inner: Sequence[bool], raw: RawClaim, raws: Sequence[RawClaim]) -> list[Voice]:
    """Who speaks in the text itself, for what is told there; in somebody's words also who speaks in them."""
    return [v for v, inside in zip(voices, inner, strict=True) if not inside or _is_inner(raw, raws)]


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
    return _taken(voice, next(iter(full.values()))) if len(full) == 1 else voice


def _taken(voice: Voice, meant: Voice) -> Voice:
    """The meant voice at this claim's own words."""
    return replace(meant, words=voice.words, at=voice.at, sure=_RESOLVED * meant.sure)


def _paragraphs_between(names: Names, start: int, end: int) -> int:
    return len(re.findall(r"\n\s*\n|\n", names.text[start:end]))


def _by_pronoun(voice: Voice, gender: str, earlier: Sequence[Voice], names: Names) -> Voice:
    """As in “he”, "she": the last speaker if nobody else fits between, else the one person who fits nearby."""
    others = {v.actor for v in earlier if v.gender not in {gender, "x"}}
    fits = [m for m in _people_before(voice.at, names) if names.gender(m) in {gender, "x"} and m.actor not in others]
    last = next((v for v in reversed(earlier) if v.at < voice.at and v.kind != "author" and not _thing(v)), None)
    if last is not None and (_newcomer(last, voice, names) or _hides_in_paper(last)):
        return voice
    if last is not None and _can_be(last, gender) and _paragraphs_between(names, last.at, voice.at) <= 2:
        since = {m.actor for m in fits if m.start > last.at + len(last.words) and m.actor != last.actor}
        if not since or _adds(names, voice):
            return replace(_taken(voice, last), gender=gender)
    near = [m for m in fits if voice.at - m.start <= _REACH and _paragraphs_between(names, m.start, voice.at) <= 2]
    here = {m.actor for m in near if names.gender(m) == gender and not _paragraphs_between(names, m.start, voice.at)}
    known = here if len(here) == 1 else {m.actor for m in near if names.gender(m) == gender} or {m.actor for m in near}
    reach = 0 if len(here) == 1 else 2
    spoke = {v.actor or v.name or v.at for v in earlier if _can_be(v, gender) and _near(v, voice, names, reach)}
    if len(known) != 1 or spoke - known:
        return voice
    mention = next(m for m in near if m.actor in known)
    if last is not None and last.at > mention.start and _is_unnamed_person(last):
        return voice
    same = next((v for v in reversed(earlier) if v.actor == mention.actor), None)
    if same is not None:
        return replace(_taken(voice, same), gender=gender)
    return replace(voice, name=mention.name, actor=mention.actor, gender=gender, sure=_RESOLVED)


_SENTENCE_START = re.compile(r"(?:[.!?][”\"]?\s+|\n\s*)(?=[A-Z“\"])")
_FULL_NAME = r"[A-Z][\w’-]+(?: (?:al-|bin |de |von |van )?[A-Z][\w’-]+){1,2}"
_OWNER = r"(?:The|His|Her|Its|Their|[A-Z][\w’-]+['’]s)"
_INTRODUCED = re.compile(
    r"(?:(?:But|And|Yet|Then|So|Even) )?"
    rf"(?P<role>{_OWNER} (?:[\w-]+ ){{1,4}}?|{_OWNER} (?:[\w-]+ ){{0,4}}[\w-]+, )?"
    rf"(?P<name>{_FULL_NAME})(?:, (?P<is>[^,.!?]{{2,70}}))?,? (?:(?:never|also|then|too) )?"
    r"(?:[a-z]+ed|was|is|had|has|did|does|went|took|saw|came|gave|kept|held|stood|left|put|made|thought|knew|felt|would"
    r"|could|shook)\b"
)
"""A sentence whose subject is somebody named in full: "Its envoy, Igor Rahl, was unmoved"."""
_HARMED = re.compile(
    r"(?:, [^,.!?]{2,70},)? (?:(?:had|has) )?"
    r"(?:died|been|(?:was|is) (?:(?!un)\w+ed|taken|shot|hit|hurt|struck|dead|beaten))\b"
)
"""Behind who had something done to him, of whom another may speak on."""


def _by_introduction(raw: RawClaim, voice: Voice, gender: str, earlier: Sequence[Voice], names: Names) -> Voice | None:
    """As in “Benno Acker was less patient. "We go on," he said”: the subject of the sentence before, silent so far.

    Open where that may be no person, harm came to it, or another is named behind; None where there is no such subject.
    """
    first = min([voice.at, *(a for a, _ in raw.content)])
    starts = [m.end() for m in _SENTENCE_START.finditer(names.text, max(0, first - _REACH), voice.at + 1)]
    here = max((s for s in starts if s <= first), default=0)
    before = max((s for s in starts if s < here), default=0 if here < _REACH else here)
    said = _INTRODUCED.match(names.text, before, here)
    if said is None or _adds(names, voice) or any(v.at >= before for v in earlier):
        return None
    mention = next((m for m in names.mentions if m.start == said.start("name")), None)
    given = names.registry.given.get(said["name"].split()[0].casefold())
    own = names.gender(mention) if mention is not None else given or "x"
    if own not in {gender, "x"} or (mention is not None and not names.is_person(mention)):
        return None
    told = {w.casefold() for w in f"{said['role'] or ''} {said['is'] or ''}".split()}
    sure = mention is not None or given is not None or not told.isdisjoint(names.cues.roles["person"])
    others = re.findall(_FULL_NAME, names.text[said.end() : here])
    harmed = _HARMED.match(names.text, said.end("name"), here) is not None
    if (
        not sure
        or harmed
        or any(names.registry.given.get(o.split()[0].casefold(), "") in {gender, "x"} for o in others)
    ):
        return voice
    same = next((v for v in reversed(earlier) if mention is not None and v.actor == mention.actor), None)
    if same is not None:
        return replace(_taken(voice, same), gender=gender)
    named = mention.name if mention is not None else said["name"]
    actor = mention.actor if mention is not None else None
    return replace(voice, kind="person", name=named, actor=actor, gender=gender, single=True, sure=_RESOLVED)


def _is_unnamed_person(voice: Voice) -> bool:
    """Whether somebody without a name spoke, not merely within another's words: "he" may mean that one."""
    owned = voice.words.casefold().startswith(("his ", "her "))
    return voice.kind == "anonymous" and bool(voice.words) and not (voice.plural or voice.inner or owned)


def _thing(voice: Voice) -> bool:
    """A body, an outlet or several people: no "he" or "she"; a paper's reporter is somebody."""
    if voice.plural or voice.kind == "group" or (voice.kind == "outlet" and not _hides_in_paper(voice)):
        return True
    return voice.kind == "institution" and not voice.single


def _hides_in_paper(voice: Voice) -> bool:
    """As in “the Courier's man”: one person unnamed, whose words stand as the paper's."""
    return voice.kind == "outlet" and (voice.single or _OF_PAPER.search(voice.words) is not None)


_MET = re.compile(
    r"\b(?:I|we|We|reporters?|correspondents?|monitors?|observers?) (?:then |also |later )?"
    r"(?:met|meet|spoke (?:to|with)|speak (?:to|with)|talked (?:to|with)|saw|found|interviewed|visited|heard from)"
    r" (?:an?|one|another|the|two|some)\b"
)


def _newcomer(last: Voice, voice: Voice, names: Names) -> bool:
    """As in “The deputy governor stands by it. She ...”: somebody came in by a sentence since the last speaker.

    So does whom the writer met: "I met a fighter who called himself Mechanic. He ...".
    """
    since = names.text[last.at + len(last.words) : voice.at]
    if _MET.search(since):
        return True
    opened = re.finditer(r"(?:[.!?][”\"]?\s+|\n\s*)(?:The|A|An|His|Her|One)\s((?:[\w’'-]+\s){0,2}[\w’'-]+)", since)
    return any(w.casefold() in names.cues.roles["person"] for m in opened for w in m[1].split())


def _near(earlier: Voice, voice: Voice, names: Names, breaks: int) -> bool:
    return voice.at - earlier.at <= _REACH and _paragraphs_between(names, earlier.at, voice.at) <= breaks


def _adds(names: Names, voice: Voice) -> bool:
    """As in “he added”, "she went on": carries on the last speaker."""
    after = names.text[voice.at + len(voice.words) : voice.at + len(voice.words) + 16]
    return re.match(r"\s+(?:also\s+)?(?:added|continued|went on|goes on)", after) is not None


def _can_be(voice: Voice, gender: str) -> bool:
    if voice.plural or voice.kind in {"outlet", "group", "author"}:
        return False
    if voice.kind in {"anonymous", "institution"} and not voice.single:
        return False
    return voice.gender in {gender, "x"} and not (
        voice.name is None and voice.actor is None and voice.kind not in {"anonymous", "institution"}
    )


def _people_before(at: int, names: Names) -> list[ActorMention]:
    return [m for m in names.mentions if m.end <= at and at - m.start <= _REACH and names.is_person(m)]


def _by_number(voice: Voice, plural: bool, earlier: Sequence[Voice]) -> Voice:
    """As in “they”: the last body, label or unnamed several; "it": the last body. Only the very last voice is taken."""
    last = earlier[-1] if earlier else None
    if last is None or voice.at - last.at > _REACH:
        return voice
    if last.kind in {"institution", "group", "outlet"} or (plural and last.plural):
        return _taken(voice, last)
    return voice


def _by_relative(voice: Voice, earlier: Sequence[Voice], names: Names) -> Voice:
    """As in “X, who said”: the mention or the name right before; else the speaker of the same sentence."""
    beside = [v for v in earlier[-1:] if 0 < voice.at - v.at - len(v.words.rstrip(" ,")) <= _BESIDE]
    if beside and voice.words.casefold() == "who" and (beside[0].name or beside[0].single):
        return _taken(voice, beside[0])
    before = [(m.start, m.end) for m in names.mentions if m.end <= voice.at and m.end >= voice.at - 3]
    named = [m.span(1) for m in _NAME_BEFORE.finditer(names.text, max(0, voice.at - 60), voice.at)]
    if before or named:
        return _taken(voice, voice_of((before or named)[-1:], names))
    last = earlier[-1] if earlier else None
    if last is not None and _adds(names, voice) and not re.search(r"[.!?]\s|\n", names.text[last.at : voice.at]):
        return _taken(voice, last)
    return voice


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
    return _taken(voice, next(iter(held.values()))) if held else None


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
    told = [w for w in without_possessive(definite["rest"]).casefold().split() if w not in {"same", "said"}]
    if not told:
        return voice
    a_body = voice.kind == "institution" and told[-1] not in names.cues.roles["person"]
    for known in reversed(earlier):
        if voice.at - known.at > _ROLE_REACH or known.at >= voice.at:
            continue
        if known.kind in _SOMEBODY and (a_body or _names_body(definite["rest"], names)):
            continue
        if told[-1] in _WHOLES and _other_since(told[-1], known, voice, names):
            return voice
        if may_be_called(told, known) and not _part_of(told, known.name):
            open_ = told[-1] in _WHOLES and may_be_another_states(told[-1], known, voice, names)
            return voice if open_ else _taken(voice, known)
    bodies = {
        m.actor: m
        for m in names.mentions
        if m.end <= voice.at
        and voice.at - m.end <= _REACH
        and m.actor
        and all(w in names.text[m.start : m.end].casefold().split() for w in told)
        and not _part_of(told, m.name)
    }
    if len(bodies) != 1:
        return voice
    mention = next(iter(bodies.values()))
    return _taken(voice, voice_of(((mention.start, mention.end),), names))
