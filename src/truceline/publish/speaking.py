"""Claims in words: who speaks, what a claim does, how sure the reader is; the same on pages, terminal and tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from truceline.model.claim import Act, Claim, Reach, SourceKind
from truceline.model.snapshot import LedgerClaim
from truceline.publish.names import say_actor
from truceline.publish.words import plural

KINDS: Mapping[SourceKind, str] = {
    "named_official": "named official",
    "institution": "institution",
    "anonymous": "nobody named",
    "outlet": "outlet",
    "group": "group",
    "person": "person",
    "author": "the author",
}
ACTS: Mapping[Act, str] = {
    "asserts": "says",
    "denies": "denies",
    "admits": "admits",
    "accuses": "accuses",
    "justifies": "justifies",
    "predicts": "predicts",
    "demands": "demands",
    "doubts": "doubts",
    "declines": "declines to say",
}
REACHES: Mapping[Reach, str] = {
    "occurrence": "that it happened",
    "responsibility": "responsibility",
    "intent": "intent",
    "notice": "prior notice",
    "harm": "the harm",
    "compliance": "a breach",
    "other": "something else",
}
"""What a denial or admission is about, behind its act: "denies responsibility"."""
_SCORES = ((0.8, "sure"), (0.6, "fairly sure"), (0.4, "not very sure"), (0.0, "unsure"))
NO_REFERENCE = "no reference"
NOBODY = "no source named"
OPEN = "speaker left open"
_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "who", "which", "that", "we", "one", "this", "these", "those", "both"}
)


def say_kind(speaker: str, kind: SourceKind) -> str:
    """What a speaker is; nothing where its name already says that there is none."""
    return "" if speaker in {NOBODY, OPEN} else KINDS[kind]


def say_act(claim: Claim | LedgerClaim) -> str:
    """What a claim does: "says", "denies responsibility", "admits the harm"."""
    about = REACHES.get(claim.reaches) if claim.reaches else None
    return f"{ACTS[claim.act]} {about}" if about else ACTS[claim.act]


def say_score(score: float) -> str:
    """How sure the reader was, in words and as a share: "fairly sure (71%)"."""
    return f"{next(word for least, word in _SCORES if score >= least)} ({score:.0%})"


def speaker_of(claim: LedgerClaim, names: Mapping[str, str]) -> str:
    """The speaker as resolved, else the words that first tell of him, else the innermost teller; nobody is "they"."""
    if claim.speaker:
        return claim.speaker
    if claim.source_kind == "author":
        return "the author"
    if claim.antecedent_words:
        return claim.antecedent_words
    if (claim.source_words or "").casefold() in _PRONOUNS:
        return OPEN
    return claim.source_words or _innermost(claim, names) or NOBODY


def _innermost(claim: LedgerClaim, names: Mapping[str, str]) -> str | None:
    named = claim.tellers and claim.source_kind != "anonymous"
    return say_actor(claim.tellers[-1], names) if named else None


def say_references(claim: LedgerClaim) -> str:
    """What stands behind a claim in its document."""
    return ", ".join(claim.references) or NO_REFERENCE


@dataclass(frozen=True, slots=True)
class Turn:
    """A claim with the claims nested in it."""

    claim: LedgerClaim
    inside: tuple["Turn", ...]


def turns(claims: Sequence[LedgerClaim]) -> tuple[Turn, ...]:
    """Claims of one document as trees, in their order; a claim whose outer one is not among them begins its own."""
    known = {c.id for c in claims}
    inner: dict[str | None, list[LedgerClaim]] = {}
    for claim in claims:
        inner.setdefault(claim.parent if claim.parent in known else None, []).append(claim)

    def below(parent: str | None) -> tuple[Turn, ...]:
        return tuple(Turn(claim, below(claim.id)) for claim in inner.get(parent, ()))

    return below(None)


def by_speaker(claims: Sequence[LedgerClaim], names: Mapping[str, str]) -> dict[str, list[Turn]]:
    """Outermost claims by who speaks, those who speak most first; what is nested stays inside its claim."""
    groups: dict[str, list[Turn]] = {}
    for turn in turns(claims):
        groups.setdefault(speaker_of(turn.claim, names), []).append(turn)
    return dict(sorted(groups.items(), key=lambda g: -len(g[1])))


def say_count(own: int, inside: int, elsewhere: int) -> str:
    """How many claims somebody makes, as "2 claims, 1 inside": of others within them, or of these within others'."""
    within = f", {elsewhere} of them inside what others say" if elsewhere else ""
    return f"{plural(own, 'claim')}{within}{f', {inside} inside' if inside else ''}"


def within(turn: Turn) -> list[LedgerClaim]:
    """A claim and all that are nested in it."""
    return [turn.claim, *(claim for inner in turn.inside for claim in within(inner))]


def say_share(claims: Sequence[LedgerClaim]) -> str:
    """In a sentence, which share of the claims that stand rests on nobody's name, and how many leave it open."""
    live = [c for c in claims if c.review != "rejected"]
    if not live:
        return ""
    nameless = sum(c.source_kind == "anonymous" for c in live)
    left_open = sum(is_open(c) for c in live)
    verb = "leaves" if left_open == 1 else "leave"
    more = f"; {left_open:,} {'more ' if nameless else ''}{verb} open who speaks" if left_open else ""
    if not nameless:
        return f"No claim rests on nobody's name{more}."
    rest = "rests" if nameless == 1 else "rest"
    return f"{nameless:,} of {plural(len(live), 'claim')} ({nameless / len(live):.0%}) {rest} on nobody's name{more}."


def is_open(claim: LedgerClaim) -> bool:
    """Whether somebody speaks whose name the reader left open."""
    return claim.speaker is None and claim.source_kind not in {"anonymous", "author"}
