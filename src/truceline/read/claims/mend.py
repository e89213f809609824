"""Where rules know better than a learned extractor: a quote with its speaker behind it, a participle's subject."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.span import Span
from truceline.read.claims.absolute import with_absolutes
from truceline.read.claims.apposed import with_answers
from truceline.read.claims.clipped import clipped
from truceline.read.claims.counted import with_own_counts
from truceline.read.claims.inner import without_judgement
from truceline.read.claims.narrated import without_narrated
from truceline.read.claims.own_subject import with_own_subjects
from truceline.read.claims.quotes import quoted_parts
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.relayed import with_cited_behind, with_relayed
from truceline.read.claims.subjectless import with_owned_up, with_subjects
from truceline.read.claims.trailing import with_aftermath, with_citing_apart, with_own_tails
from truceline.read.claims.unclaimed import without_unclaimed
from truceline.read.claims.unsaid import answers_by_deed

_SURE = 0.8
_TURNED = 0.6
"""How sure a claim is whose speaker stands behind a verb that what is said stands before."""
_SHORTEST = 20
"""Characters a quote must have to be speech rather than a word in marks."""
_DENIED = re.compile(r"\b(?:den(?:y|ies|ied|ying)|refus\w+)$", re.IGNORECASE)
_WITHHELD = re.compile(
    r"(?!(?:that|having|any|it|its (?:claim|report)|reports?|claims?|allegations?|accusations?|charges?"
    r"|the (?:claim|report|allegation|accusation|charge))\b)(?:(?!\w+ing\b)[\w’'-]+ ){0,5}?"
    r"(?:access|permission|entry|passage|visas?|asylum|bail|permits?|clearance|entrance)\b",
    re.IGNORECASE,
)
"""What may be withheld, with whom it is withheld from before it."""
_WHO_TELLS = re.compile(
    r",\s+(?P<who>who|which)\s+(?:(?:also|later|then|again|once|flatly|publicly)\s+)?"
    r"(?P<cue>blamed?s?|accused?s?|denie[ds]|said|says|claim(?:ed|s)|insist(?:ed|s)|warn(?:ed|s)|admit(?:ted|s)|condemn(?:ed|s)"
    r"|alleged?s?|added|told|calls|called|lists|listed|counts|counted|puts?"
    r"|(?:gave|gives)(?!\s+(?:(?:his|her|their|its|a|an|the|no|only)\s+)?(?:\w+\s+)?(?:sur)?names?\b))\s+"
)
_SHORT_TELLING = 12
"""Characters behind such a verb under which it tells nothing of its own."""
_AND = re.compile(r",?\s+(?:and|but)\s+(?:(?:\w+ly|also|later|then|once more)\s+){0,2}")
_FELT = re.compile(
    r"(?:,[^,;:“\"]{3,60},)?\s*(?P<cue>(?:was|were|is|are|ha[sd] been|felt|sounded|seemed)(?:\s+\w+ly)?)\s*"
)
"""Between somebody and quoted words for what he feels: “was “appalled by the shelling””."""
_PARTICIPLE = re.compile(r"\w+ing$")


def mended(
    text: str, learned: Sequence[RawClaim], ruled: Sequence[RawClaim], sentences: Sequence[Span]
) -> tuple[RawClaim, ...]:
    """Learned claims, each direct quote given to the speaker named behind it, no participle to what follows it.

    None has its speaker, or unquoted words, in a sentence other than its cue's, and what is withheld is no word denied.
    """
    quotes = quoted_parts(text)
    learned = [_turned(text, raw, ruled) for raw in learned]
    learned = [part for raw in learned for part in _parted(text, raw, learned)]
    learned = [part for raw in learned for part in _by_sentence(text, raw, learned, sentences)]
    for with_own in (with_own_counts, with_relayed, with_answers, with_own_subjects, with_absolutes, with_owned_up):
        learned = with_own(text, learned, sentences)
    claims = [_within_sentence(text, _without_later_subject(text, raw), sentences, quotes) for raw in learned]
    claims = [c for c in claims if not withholds(text, c) and not answers_by_deed(text, c)]
    claims = [without_judgement(text, c) for c in without_narrated(text, claims)]
    claims = without_unclaimed(text, with_subjects(text, claims, ruled, sentences))
    claims = with_cited_behind(text, clipped(text, with_own_tails(text, claims), sentences), sentences)
    claims = with_citing_apart(text, claims, sentences)
    for rule in ruled:
        if not _is_spoken_quote(text, rule):
            continue
        if any(_meets(rule, other) for other in claims):
            claims = [_to_quotes(text, c, rule) if _overlap(c.cue, rule.cue) else c for c in claims]
        else:
            own = (*rule.source, *rule.cue, *rule.content)
            claims = [replace(c, content=_cut(c.content, own)) for c in claims]
            claims.append(rule)
    kept = with_aftermath(text, [c for c in claims if c.content], sentences)
    return tuple(sorted(kept, key=lambda c: min(s for s, _ in (*c.source, *c.cue, *c.content))))


def _turned(text: str, raw: RawClaim, ruled: Sequence[RawClaim]) -> RawClaim:
    """As in “Rahl had left, claimed Ann Vale, who speaks for them”: whoever stands behind the verb says what is before.

    So by the rules; the learned reader took her name for what is said, or found nobody.
    """
    rule = next((r for r in ruled if r.cue == raw.cue and r.source and r.source[0][0] >= r.cue[-1][1]), None)
    if rule is None or not rule.content or rule.content[0][1] > rule.cue[0][0] or text[rule.source[0][0]].islower():
        return raw
    inside = [s for s in raw.content if _overlap((s,), rule.source)]
    if not inside or any(_overlap((s,), rule.source) for s in raw.source):
        return raw
    own = tuple(s for s in _cut(raw.content, rule.source) if s[0] < rule.cue[0][0])
    named = bool(raw.source) and all(rule.source[0][0] <= a for a, _ in inside)
    if raw.source and not named:
        return raw
    score = max(raw.score, _TURNED)
    return replace(raw, source=rule.source, content=rule.content if named or not own else own, score=score)


def withholds(text: str, raw: RawClaim) -> bool:
    """Whether something is kept from somebody, and no words denied: "denied the convoy permission to leave"."""
    said = [text[a:b] for a, b in raw.content]
    cue = " ".join(text[a:b] for a, b in raw.cue)
    return _DENIED.search(cue) is not None and any(_WITHHELD.match(words.strip(" ,")) for words in said)


def _within_sentence(text: str, raw: RawClaim, sentences: Sequence[Span], quotes: Sequence[Span]) -> RawClaim:
    """The claim without a second speaker, or further words outside quotation marks, from beside its cue's sentence."""
    low = next((a for a, b in sentences if a <= raw.cue[0][0] < b), None)
    high = next((b for a, b in sentences if a < raw.cue[-1][1] <= b), None)
    if low is None or high is None:
        return raw
    source = tuple(s for s in raw.source if low <= s[0] < high)
    content = tuple(s for s in raw.content if low <= s[0] < high or _quoted(s, quotes))
    if not content and _DENIED.search(text, raw.cue[-1][0], raw.cue[-1][1]) and raw.content[-1][1] <= low:
        content = raw.cue  # "The army denies.": what it denies stands before, and is another's to tell
    beyond = any("\n" in text[b:low] for _, b in raw.source)
    return replace(raw, source=source or (() if beyond else raw.source), content=content or raw.content)


def _parted(text: str, raw: RawClaim, learned: Sequence[RawClaim]) -> list[RawClaim]:
    """As in “said Vant, who blamed the army for the fire”: what follows "who" is a claim of its own, no name."""
    for at, (start, end) in enumerate(raw.source):
        told = _WHO_TELLS.search(text, start, end)
        if told is None or end - told.end("cue") < _SHORT_TELLING:
            continue
        sources = (*raw.source[:at], (start, told.start()), *raw.source[at + 1 :])
        inner = RawClaim(
            source=(told.span("who"),), cue=(told.span("cue"),), content=((told.end(), end),), score=raw.score
        )
        known = any(_overlap(inner.cue, other.cue) for other in learned)
        return [replace(raw, source=sources), *([] if known or raw.cue[0][0] >= end else [inner])]
    return [raw]


def _by_sentence(text: str, raw: RawClaim, learned: Sequence[RawClaim], sentences: Sequence[Span]) -> list[RawClaim]:
    """As in “Holl ... and noted that it rained. Even the army was “shocked””: two tellers, each with its sentence."""
    end = next((b for a, b in sentences if a < raw.cue[-1][1] <= b), len(text))
    told = tuple(s for s in raw.content if raw.cue[-1][1] <= s[0] < end)
    later = tuple(s for s in raw.content if s[0] >= end)
    if not told or not raw.source or raw.source[0][0] < end:
        return [raw]
    first = next((r for r in learned if r.source and _goes_on(text, r, raw.cue[0][0])), None)
    if first is None:
        return [raw]
    felt = _FELT.fullmatch(text, raw.source[-1][1], later[0][0]) if later and later[0][0] > raw.source[-1][1] else None
    own = [replace(raw, cue=(felt.span("cue"),), content=later)] if felt else []
    return [replace(raw, source=first.source, content=told), *own]


def _goes_on(text: str, before: RawClaim, cue: int) -> bool:
    """Whether a claim's words end where "and", the next verb of its teller, leads on."""
    end = max(b for _, b in (*before.cue, *before.content) if b <= cue) if before.cue[-1][1] <= cue else 0
    return end > before.source[0][0] and _AND.fullmatch(text, end, cue) is not None


def _quoted(span: Span, quotes: Sequence[Span]) -> bool:
    """Whether words begin within quotation marks, or with them, or are mostly quoted: not for a word in marks."""
    within = sum(max(0, min(span[1], b) - max(span[0], a)) for a, b in quotes)
    return any(a - 2 <= span[0] < b for a, b in quotes) or 2 * within > span[1] - span[0]


def _is_spoken_quote(text: str, rule: RawClaim) -> bool:
    """As in “...,” said X: a whole quote before the cue, its source beside the cue."""
    if rule.score < _SURE or not rule.source or not rule.content:
        return False
    start, end = rule.content[0]
    return text[start] in '“"' and end <= rule.cue[0][0] and end - start >= _SHORTEST


def _to_quotes(text: str, claim: RawClaim, rule: RawClaim) -> RawClaim:
    """A claim with the rule's cue keeps the quote and other quotes; unquoted words elsewhere are not its own."""
    kept = tuple(s for s in claim.content if _overlap((s,), rule.content) or text[s[0]] in '“"')
    inside = tuple((max(a, rule.content[0][0]) if a < rule.content[0][0] < b else a, b) for a, b in kept)
    return replace(claim, content=inside) if inside else claim


def _meets(rule: RawClaim, other: RawClaim) -> bool:
    """Whether a claim already speaks of the rule's cue or source."""
    return _overlap(rule.cue, (*other.cue, *other.source)) or _overlap(rule.source, other.source)


def _overlap(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a < y and x < b for a, b in some for x, y in others)


def _cut(content: Sequence[Span], taken: Sequence[Span]) -> tuple[Span, ...]:
    """Contents without the words another claim has."""
    parts = list(content)
    for a, b in taken:
        parts = [(x, y) for s, e in parts for x, y in ((s, min(e, a)), (max(s, b), e)) if x < y]
    return tuple(sorted({p for p in parts if p[1] - p[0] > 2}))


def _without_later_subject(text: str, raw: RawClaim) -> RawClaim:
    """As in “, claiming that ...” has its subject before it: a source found behind the cue is left open."""
    cue = text[raw.cue[0][0] : raw.cue[-1][1]]
    behind = raw.source and raw.source[0][0] >= raw.cue[-1][1]
    after_comma = text[: raw.cue[0][0]].rstrip()[-1:] == ","
    if behind and after_comma and _PARTICIPLE.match(cue):
        return replace(raw, source=(), score=min(raw.score, 0.3))
    return raw
