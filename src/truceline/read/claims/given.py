"""Plain words that tell a figure or a version: "gave 137 as the toll", "if we believe Vale", "on its figures"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.model.span import Span, overlap
from truceline.read.claims.counted import parted_from
from truceline.read.claims.cues import CueTable
from truceline.read.claims.raw import RawClaim, hull
from truceline.text.calendar_names import DAY_OR_MONTH

_SURE = 0.6
_SHORTEST = 8
"""Characters of its own with which a claim stands before another's."""
_NO_TELLERS = frozenset("no nobody none nor neither few it he she they we i this that these those another".split())  # noqa: SIM905
"""First words of who is nobody, or of a pronoun, whose claims others find."""
_HEADS = frozenset({"head", "member", "intelligence", "defence", "chair", "voice", "list"})
"""Further words for who tells."""
_N = (
    r"(?:at least |about |some |around |more than |over |no fewer than |only |up to |as many as |fewer than )?"
    r"(?:\d[\d,.]*\d|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?"
    r"|a dozen|dozens|a hundred|hundreds|thousands)\b"
)
_STOPS = r"(?:was|were|is|are|had|has|have|that|which|who|it|he|she|they|said|but|and|then|if|as|when|while|there|this)"
_NOUNS = rf"(?:(?!{_STOPS}\b)[\w’'.-]*[\w’'])(?: (?!{_STOPS}\b)[\w’'.-]*[\w’']){{0,7}}?"
_WHO = rf"(?P<who>{_NOUNS})(?P<apart>, [^.!?;]{{2,90}}?,)?"
_TIME = (
    r"(?:(?:[Oo]n|[Ii]n|[Aa]t|[Bb]y|[Aa]fter|[Bb]efore|[Dd]uring|[Ww]ithin|[Ss]ince)"
    rf"(?:(?: [a-z\d]+){{0,4}}? {DAY_OR_MONTH}(?: \d{{1,4}})?|(?: [a-z\d]+){{1,6}}),? )?"
)
_OPENS = (
    r"(?:^|(?<=[;:] )|(?<=, and )|(?<=, but )|(?<=; and )|(?<=; but )|(?<=\] ))"
    rf"(?:(?:But|And|Yet|Then|Meanwhile),? )?{_TIME}"
)
_OFTEN = r"(?:(?:now|later|first|then|also|itself|himself|herself|has|had|soon|still) ){0,2}"
_HARM = r"(?:dead|killed|wounded|injured|hurt|deaths|casualties|bodies|victims|missing|arrests|detained)"
_COUNT = r"(?:toll|figure|number|count|total|tally|estimate|losses)"
_NONE = r"(?:none|nil|nought|zero)\b"
_TALLIED = rf"(?:dead|losses|wounded|injured|casualties|killed|crowd|victims|{_COUNT})"
_CLOSED = r"(?=[\"”]?(?:[.,;:]|$| and\b| but\b))"
"""Behind a figure that stands alone: the end of what is said, or a further thing said."""
_CUED = (
    (r"(?:gave|gives|is giving|was giving|were giving|given)", rf"{_N}(?:(?= as\b)| (?:people )?{_HARM}\b)"),
    (r"(?:gave|gives|is giving|was giving|were giving|given)", rf"the (?:{_COUNT}|hour)\b[^.;]{{0,30}} (?:as|at) "),
    (
        r"(?:gave|gives|has given|had given)",
        rf"[^.;:,]{{0,40}}?\b{_TALLIED}\b[^.;:,]{{0,40}}? as (?:{_N}|{_NONE})",
    ),
    (r"(?:gave|gives|has given|had given)", rf"(?:an?|the) (?:\w+ )?{_COUNT} of {_N}"),
    (r"puts?", rf"(?:it|this|that|[^.;:,]{{0,40}}?\b{_TALLIED}\b[^.;:,]{{0,40}}?) at (?:under )?(?:{_N}|{_NONE})"),
    (r"(?:made|makes?)", rf"(?:it|the {_COUNT}) {_N}(?: {_HARM}\b|{_CLOSED})"),
    (r"(?:spoke|speaks?|talks?|talked)(?: only)? of", rf"[\"“]?{_N}"),
    (r"(?:clings?|clung|sticks?|stuck|keeps?|kept) (?:to|by)", rf"[\"“]?{_N}(?: {_HARM}\b|{_CLOSED})"),
    (r"(?:counts?|counted|lists?|listed|recorded|registered)", rf"{_N} (?:\w+ )?{_HARM}"),
    (
        r"(?:raised|revised|lowered|corrected|cut)",
        rf"(?:the|its|his|her|their|that|this) {_COUNT}\b[^.;]{{0,40}} to {_N}",
    ),
    (r"(?:spoke|speaks|talked|boasted)(?:,? at first,?)?,? to [^,;.]{3,50}?,? of", r""),
    (r"found no", r"(?:trace|sign|evidence|proof|indication|record)s? (?:of|that)\b"),
)
"""The verb, and what is told right behind it."""
_PLAIN = tuple(
    (re.compile(rf" {cue} "), re.compile(rf"{_OPENS}{_WHO} {_OFTEN}(?P<cue>{cue}) (?P<told>{told})"))
    for cue, told in _CUED
)
_ANY_CUE = re.compile(rf" (?:{'|'.join(cue for cue, _ in _CUED)}) ")
"""Without one of these verbs a sentence has none of the plain forms: far quicker to see than that each is missing."""
_AGAIN = re.compile(
    rf"(?:; |, (?:and|but) ){_TIME}(?P<who>it|he|she|they) (?:(?:had|has|have|later|then|now) ){{0,2}}"
    rf"(?P<cue>raised|revised|lowered|corrected|cut|puts?) "
    rf"(?P<told>(?:it|(?:the|its|his|her|their|that) {_COUNT})\b[^.;]{{0,30}} (?:to|at) {_N})"
)
_LIST = re.compile(
    rf"{_OPENS}(?P<who>(?P<owner>{_NOUNS}['’]s?) (?:own )?"
    r"(?P<noun>list|register|count|tally|log|records?|figures|numbers|book|ledger|sheet))(?:, [^.!?;]{2,60}?,)? "
    rf"(?:(?P<cue>came to|comes to|ran to|runs to|stands? at|stood at|amounted to|has|holds|shows) (?P<told>{_N})"
    rf"|(?:is|was|are|were|names?|named|gives?|gave) (?P<harm>{_N} (?:\w+ )?{_HARM}))"
)
_VERSION = re.compile(
    rf"{_OPENS}{_WHO} {_OFTEN}"
    r"(?P<cue>(?:gave|gives|had|has|offered|offers|tells|told|published|issued|produced|presented)"
    r" (?:an?|the|its|his|her|their) [^.:;,]{0,40}?(?:story|version|account|answer|explanation|results|figures|tally"
    r"|verdict|conclusion|findings|estimate)\b[^.:;]{0,50}): (?P<told>.+)"
)
_BELIEVED = re.compile(
    r"(?:^|(?<=[.;:] ))(?P<told>[^.;:]+?),? "
    r"(?P<cue>if (?:(?:we|one|you) (?:are to )?(?:believes?|trusts?|follows?)|going by)) "
    rf"(?P<who>{_NOUNS})(?=[.:;,]|$)"
)
_BELIEVABLE = re.compile(
    rf"(?:^|(?<=[.;:] ))(?P<told>[^.;:]+?),? (?P<cue>if) (?P<who>{_NOUNS}) (?:is|are) to be believed\b"
)
_ON_FIGURES = re.compile(
    rf"(?:^|(?<=[.;:] ))(?P<told>[^;:.]+), (?:on|by|going by) (?P<who>(?:the )?{_NOUNS}['’]s?) "
    r"(?:own |latest |first |official )?(?P<cue>figures?|numbers|statistics)(?=[\s,.;)\[]|$)"
)
_COUNT_OF = re.compile(
    r"(?:^|(?<=[.;:] ))(?P<told>[^;:.]+), (?P<cue>by the (?:count|tally|reckoning|estimate) of) "
    rf"(?P<who>{_NOUNS})(?=\s*(?:[.;(\[]|$))"
)
_COUNT_HERE = re.compile(
    rf"(?:^|[,;:] )(?P<told>[^,;:.]*?{_N}[^,;:.]*?) (?P<cue>by the (?:count|tally|reckoning|estimate) of) "
    rf"(?P<who>{_NOUNS})(?=\s*(?:[.,;(\[]|$)| and\b| but\b)"
)
_COUNT_FIRST = re.compile(
    r"(?:^|[;,] )(?:(?:when|where|in which|and|but), )?(?P<cue>by the (?:count|tally|reckoning|estimate) of) "
    rf"(?P<who>{_NOUNS}), (?P<told>[^;.]+)"
)
_SUSPECTED = re.compile(
    rf"^That (?P<told>.+) is (?P<cue>what) (?P<who>{_NOUNS}) "
    r"(?:suspects?|believes?|says?|fears?|claims?|thinks?|maintains?)\b"
)
_FIGURE_OF = re.compile(
    rf"^(?:That|This|Such) (?:was|is) the (?:figure|number|toll|count) (?:that |which )?"
    rf"(?P<who>{_NOUNS})(?P<apart>, [^.!?;]{{2,90}}?,)? (?P<cue>gave|gives|named|reported|released)\b"
)
_WITH_WORDS = re.compile(
    r"(?P<who>\b(?:he|she|it|they)|(?<=, )[A-Z][\w’'-]+|(?<=that )[A-Z][\w’'-]+) "
    r"(?P<cue>[a-z]+ed (?:it |this |that )?with the words),? (?P<told>[“\"][^”\"]+[”\"])"
)
_END = re.compile(
    r"[;.]\s|[;.]$|, (?:and|but|while|whereas) (?=(?:the|an?|its|his|her|their|[A-Z]|has|have|then|later)\b)"
    r"| and (?:has|admitted|then)\b"
)
_FURTHER = re.compile(r",? (?:and|but)(?: (?:also|then|later|has|had))?$")
_ACCOUNT = re.compile(r"(?:account|count|tally|version|reckoning)")
_BEHIND = re.compile(r", (?P<told>[^;.\n]{10,}[^;.\s])")
_HANGS = re.compile(r"\b(?:which|where|when|whom),?$")
_WORDS = re.compile(r"\b(?:if|what|figures?|numbers|statistics|count|tally|reckoning|estimate|words)\b|: ")
"""Without one of these a sentence has none of the longer forms."""
_MARK = re.compile(r"(?:\s*\[\d+\])+")


def with_given(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span], cues: CueTable) -> list[RawClaim]:
    """The claims, and those told in one of these ways that nobody has found."""
    out = list(raws)
    for before, sentence in zip((None, *sentences), sentences, strict=False):
        for found in _all(text, sentence, before, cues):
            told = _before_others(text, found, out)
            nameless = next((r for r in out if not r.source and _same_words(r, told)), None)
            if nameless is not None:
                out[out.index(nameless)] = replace(nameless, source=told.source, score=max(nameless.score, _SURE))
            elif told.content and _is_new(told, out):
                out.append(told)
            elif told.content and _opens_clause(text, told, out):
                out = parted_from(text, out, told)
        for told in _by_figures(text, sentence, cues):
            out = parted_from(text, out, told)
    return [_turned(text, raw) for raw in out]


def _opens_clause(text: str, told: RawClaim, raws: Sequence[RawClaim]) -> bool:
    """Whether another's words run on over a claim that opens a clause of its own: "..., he said; the book has 30"."""
    start, end = hull(told)
    before = text[max(0, start - 2) : start]
    taken = any(overlap(s, (start, end)) for r in raws for s in (*r.source, *r.cue))
    return before == "; " and not taken and any(a <= start and end <= b for r in raws for a, b in r.content)


def _by_figures(text: str, sentence: Span, cues: CueTable) -> Iterator[RawClaim]:
    """Whose figures a told happening stands on, behind it."""
    said, low = text[slice(*sentence)], sentence[0]
    for pattern in (_ON_FIGURES, _COUNT_OF, _COUNT_HERE) if _WORDS.search(said) else ():
        m = pattern.search(said)
        if m is not None and _tells(m["who"], cues) and re.search(_N, m["told"]):
            yield _claim(m, low, m.span("told"))


def _turned(text: str, raw: RawClaim) -> RawClaim:
    """As in “..., in which, by the rebels’ own account, one of them fell”: what is told stands behind the account."""
    end = raw.cue[-1][1]
    if not _ACCOUNT.fullmatch(text, *raw.cue[-1]) or not raw.content or raw.content[-1][1] > raw.cue[0][0]:
        return raw
    behind = _BEHIND.match(text, end)
    if behind is None or not _HANGS.search(text, max(0, raw.content[-1][1] - 12), raw.content[-1][1]):
        return raw
    return replace(raw, content=(behind.span("told"),))


def _before_others(text: str, told: RawClaim, raws: Sequence[RawClaim]) -> RawClaim:
    """The claim without what others say behind its first words, or the same teller by a further verb."""
    start, end = told.content[0][0], told.content[-1][1]
    others = [h[0] for r in raws if r.cue[0][0] > start and start + _SHORTEST < (h := hull(r))[0] < end]
    others += [a for r in raws if start < (a := r.cue[0][0]) < end and r.source and r.source[-1][1] <= told.cue[0][0]]
    if not others or told.content[0][0] < told.cue[0][0]:
        return told
    own = _FURTHER.sub("", text[start : min(others)].rstrip(" ,;:"))
    return replace(told, content=((start, start + len(own)),))


def _same_words(raw: RawClaim, told: RawClaim) -> bool:
    """Whether a claim has the verb and the content of another."""
    return bool(overlap(raw.cue[0], told.cue[0])) and any(overlap(a, b) for a in raw.content for b in told.content)


def _is_new(told: RawClaim, raws: Sequence[RawClaim]) -> bool:
    """Whether no claim has the words of this one's verb, nor stands around it."""
    cue, source = told.cue[0], told.source[0]
    taken = any(overlap(s, cue) for r in raws for s in (*r.source, *r.cue, *r.content))
    return (
        not taken
        and not any(overlap(s, source) for r in raws for s in (*r.cue, *r.content))
        and not any(overlap(s, c) for r in raws for s in r.cue for c in told.content)
    )


def _all(text: str, sentence: Span, before: Span | None, cues: CueTable) -> Iterator[RawClaim]:
    said, low = text[slice(*sentence)], sentence[0]
    for m in _plain(said):
        if _tells(m["who"], cues):
            yield _claim(m, low, (m.start("told"), _end(said, m.end("told"))))
    for m in _AGAIN.finditer(said):
        yield _claim(m, low, (m.start("told"), _end(said, m.end("told"))))
    for m in _LIST.finditer(said) if "'" in said or "’" in said else ():
        who, cue, told = ("who", "cue", "told") if m["cue"] else ("owner", "noun", "harm")
        yield _claim(m, low, (m.start(told), _end(said, m.end(told))), (who, cue))
    if not _WORDS.search(said):
        return
    for pattern in (_VERSION, _BELIEVED, _BELIEVABLE, _COUNT_FIRST, _SUSPECTED):
        found = pattern.search(said)
        if found is not None and _tells(found["who"], cues):
            yield _claim(found, low, _told(said, found, whole=pattern is _VERSION))
    quoted = _WITH_WORDS.search(said)
    if quoted is not None:
        yield _claim(quoted, low, quoted.span("told"))
    yield from _figure_before(text, sentence, before, cues)


def _plain(said: str) -> Iterator[re.Match[str]]:
    """The plain forms in a sentence."""
    if _ANY_CUE.search(said):
        for verb, pattern in _PLAIN:
            if verb.search(said):
                yield from pattern.finditer(said)


def _figure_before(text: str, sentence: Span, before: Span | None, cues: CueTable) -> Iterator[RawClaim]:
    """As in “Thirty are dead. That was the figure that Vale gave”: the sentence before is what he gives."""
    m, low = _FIGURE_OF.search(text[slice(*sentence)]), sentence[0]
    if m is not None and before is not None and "\n" not in text[before[0] : low] and _tells(m["who"], cues):
        yield RawClaim(source=(_who(m, low),), cue=(_moved(m.span("cue"), low),), content=(before,), score=_SURE)


def _told(said: str, m: re.Match[str], *, whole: bool) -> Span:
    """What is told: the words up to the sentence's end, or those before, from the last "or" with a number on."""
    start, end = m.span("told")
    if whole or m.start("cue") < start:
        return start, len(said.rstrip(" .")) if whole else min(end, _end(said, start))
    last = re.compile(r", (?=or )").split(m["told"])[-1]
    return start + len(m["told"]) - len(last), end


def _end(said: str, at: int) -> int:
    found = _END.search(said, at)
    mark = _MARK.search(said, at, found.start() if found else len(said))
    stop = mark.start() if mark else found.start() if found else len(said)
    return len(said[:stop].rstrip(" ."))


def _claim(m: re.Match[str], low: int, told: Span, by: tuple[str, str] = ("who", "cue")) -> RawClaim:
    """A claim by the words of a match: `by` names its groups for who tells and the cue."""
    who, cue = _who(m, low, by[0]), _moved(m.span(by[1]), low)
    return RawClaim(source=(who,), cue=(cue,), content=(_moved(told, low),), score=_SURE)


def _who(m: re.Match[str], low: int, group: str = "who") -> Span:
    """The words for who tells, with what is set off behind them."""
    end = m.end("apart") - 1 if "apart" in m.re.groupindex and m["apart"] else m.end(group)
    return _moved((m.start(group), end), low)


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _tells(who: str, cues: CueTable) -> bool:
    """Whether words name somebody who can tell: a role, a body, or a name."""
    words = re.sub(r"['’]s? .*$|['’]s?$", "", who).split()
    if not words or words[0].casefold() in _NO_TELLERS:
        return False
    tellers = cues.tellers | cues.roles["somebody"]
    head = re.split(r" (?:of|in|at|for|from|on|near) ", " ".join(words))[0].split()[-1]
    plural = head.casefold().removesuffix("s")
    return head.casefold() in tellers or head in _HEADS or plural in tellers or head[:1].isupper()
