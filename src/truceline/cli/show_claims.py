"""A document's claims by who speaks, nested ones indented, each with its act, references and state."""

from collections import Counter

from truceline.cli.common import out, put_json
from truceline.model.entry import Entry
from truceline.model.snapshot import LedgerClaim, Snapshot
from truceline.publish import speaking
from truceline.publish.names import names_of
from truceline.publish.speaking import Turn
from truceline.publish.words import REVIEWS, shortened
from truceline.review.ledger_claims import ledger_claims

_MOST = 88
"""Characters of a claim's content on its line; `--json` has them all."""


def show_claims(entry: Entry, snapshot: Snapshot, as_json: bool) -> None:
    """Print the claims of a document, as analysts have them."""
    claims = ledger_claims([entry])
    if as_json:
        put_json(claims)
        return
    names = names_of(snapshot)
    out.print(f"{entry.id}  {entry.reading.document.title or entry.given_id}", markup=False)
    out.print(speaking.say_share(claims) or "no attributed statement was found", markup=False)
    makes = Counter(speaking.speaker_of(c, names) for c in claims if c.review != "rejected")
    for speaker, turns in speaking.by_speaker(claims, names).items():
        kind = speaking.say_kind(speaker, turns[0].claim.source_kind)
        held = [c for turn in turns for c in speaking.within(turn) if c.review != "rejected"]
        own = sum(speaking.speaker_of(c, names) == speaker for c in held)
        told = ", ".join(
            part for part in (kind, speaking.say_count(makes[speaker], len(held) - own, makes[speaker] - own)) if part
        )
        out.print(f"\n{speaker}  ({told})", markup=False)
        for turn in turns:
            _print_turn(turn, names, depth=0)


def print_claim(claim: LedgerClaim, names: dict[str, str]) -> None:
    """One claim with all its words."""
    out.print(f"{claim.id}  {speaking.speaker_of(claim, names)} {speaking.say_act(claim)}", markup=False)
    out.print(f"  {' '.join(claim.said_as.split())}: {' '.join(claim.words.split())}", markup=False)
    out.print(f"  {_facts(claim)}", markup=False)


def _print_turn(turn: Turn, names: dict[str, str], depth: int) -> None:
    claim = turn.claim
    indent = "  " * (depth + 1)
    who = f"{speaking.speaker_of(claim, names)} " if depth else ""
    words = shortened(claim.words, _MOST)
    out.print(f"{indent}{claim.id}  {who}{speaking.say_act(claim)}: {words}", markup=False)
    out.print(f"{indent}{' ' * len(claim.id)}  {_facts(claim)}", markup=False, style="dim")
    for inner in turn.inside:
        _print_turn(inner, names, depth + 1)


def _facts(claim: LedgerClaim) -> str:
    left_open = "; speaker left open" if speaking.is_open(claim) else ""
    certain = speaking.say_score(claim.reader_score)
    return f"{REVIEWS[claim.review]}{left_open}; {speaking.say_references(claim)}; reader {certain}"
