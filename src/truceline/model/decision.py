"""Decisions: what an analyst ruled; never edited, only ended by a later one."""

from dataclasses import dataclass
from typing import Any, Literal

Verb = Literal["add", "edit", "accept", "reject", "correct", "same", "different", "allow", "supersede", "undo"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a decision holds on to: a document by its hash, and the words it speaks of.

    Survives a new reader version: the account or claim is found again by document and quoted words.
    """

    document: str
    sha256: str
    quote: str
    account: str | None = None
    incident: str | None = None
    tellers: tuple[str, ...] = ()
    event_type: str | None = None
    """With the tellers, tells apart what stands in the same words."""
    claim: str | None = None
    cue: str = ""
    """With the content, tells apart claims that stand in one sentence."""
    content: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who ruled what, when and why; `reverses` is the id of the decision an undo ends.

    One that allows a name (`values["name"]`) is about no document and has no anchor. One that a document supersedes
    another has two, the later version first; its analyst is "truceline" where nobody was asked.
    """

    id: str
    verb: Verb
    anchors: tuple[Anchor, ...]
    analyst: str
    reason: str
    at: str
    values: dict[str, Any] | None = None
    reverses: str | None = None
