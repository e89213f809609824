"""A made-up ledger state with one claim, and how the claim's words leave beside others."""

from dataclasses import replace
from datetime import date

from fakes.made_snapshot import made_snapshot
from truceline.model.actor import Actor
from truceline.model.problem import Problem
from truceline.model.snapshot import LedgerClaim, Snapshot
from truceline.model.source import Source
from truceline.publish.disclosure import disclose_snapshot
from truceline.publish.policy import Policy, parse_policy
from truceline.runners.local import data_folder, local_name_kit

LATER = date(2032, 1, 1)
_FOUND, _ = parse_policy((data_folder() / "disclosure.toml").read_text(encoding="utf-8"), "disclosure.toml")
assert _FOUND is not None
POLICY: Policy = _FOUND
KIT = local_name_kit()
CLAIM = LedgerClaim(
    id="D0/c1", document="D0", source=(), cue=(), content=(), speech="indirect", act="asserts", source_kind="anonymous",
    tellers=("harbour",), source_words="a neighbour", said_as="a neighbour … said", words="that a shell fell",
    references=("[7] example.org",), speaker="Harbour Ministry", speaker_id="harbour",
)  # fmt: skip


def ledger_state() -> Snapshot:
    """One incident with all that can hang on a ledger: claims, sources, actors, tallies, problems."""
    problem = Problem(stage="read", where="notes.xlsx, row 3", code="row_odd", message="no day", mend="add a day")
    made = made_snapshot(1)
    documents = (replace(made.documents[0], url="https://example.org/a", publisher="Valley Post", problems=(problem,)),)
    return replace(
        made,
        documents=documents + made.documents[1:],
        claims=(CLAIM,),
        sources=(Source(id="valley-post", name="Valley Post"),),
        actors=(Actor(id="harbour", name="Harbour Ministry", kind="ministry"),),
        problems=(problem,),
    )


STATE = ledger_state()


def shown_words(words: str, *claims: LedgerClaim, policy: Policy = POLICY) -> str:
    """How the words of a claim leave, beside other claims."""
    told = replace(CLAIM, id="D0/c9", words=words)
    return disclose_snapshot(replace(STATE, claims=(told, *claims)), policy, LATER, KIT).claims[0].words


def spoken(source: str, speaker: str, kind: str = "named_official") -> LedgerClaim:
    return replace(CLAIM, source_words=source, speaker=speaker, source_kind=kind)
