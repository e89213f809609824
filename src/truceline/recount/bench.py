"""What building facets needs of a document: its reading, claims, scenes and word lists."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from truceline.model.account import Facet
from truceline.model.actor import ActorMention
from truceline.model.claim import Act, Claim
from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.facets.claims import ClaimIndex
from truceline.recount.facets.lexicon import FacetLexicon
from truceline.recount.facets.stance import act_of
from truceline.recount.scenes import Scene
from truceline.text.own_texts import who_counted

Told = tuple[Claim | None, Facet]
"""A facet and the claim it hangs on."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A document laid out for telling; its reading's actors are parties alone (`cast`)."""

    reading: Reading
    claims: ClaimIndex
    lexicon: FacetLexicon
    events: EventLexicon
    scenes: Mapping[int, Scene]
    speakers: tuple[ActorMention, ...] = ()
    """All actors named, tellers too."""
    speaking: Mapping[str, str | None] = field(default_factory=dict)
    """By claim the actor who speaks in it; None while open."""

    def words_of(self, span: Span) -> str:
        """The text at a span."""
        return self.reading.prose[span[0] : span[1]]

    def speaker(self, claim: Claim) -> str | None:
        """Id of who speaks in a claim, or the label its source has; never who merely tells of that speaker."""
        return self.speaking.get(claim.id) or claim.speaker

    def teller_key(self, claim: Claim | None) -> tuple[str, ...]:
        """What makes two claims one teller's: the chain of actors, with a speaker nobody knows each by itself.

        The writer's own claims are the document's own voice.
        """
        if claim is None or claim.source_kind == "author":
            return ()
        return (*self._told_through(claim), *self._own_key(claim))

    def _told_through(self, claim: Claim) -> tuple[str, ...]:
        """Those around a claim of whom its chain has no id: "the ministry claims that Orin said"."""
        outer = self.claims.by_id(claim.parent) if claim.parent and claim.source else None
        if outer is None or outer.source_kind == "author" or not outer.source:
            return ()
        known = self.speaking.get(outer.id) in claim.tellers
        return (*self._told_through(outer), *(() if known else (f"~{outer.speaker or outer.id}",)))

    def _own_key(self, claim: Claim) -> tuple[str, ...]:
        if self.speaking.get(claim.id) or (claim.tellers and not claim.source):
            return claim.tellers
        same = None if claim.speaker else self._who_counted(claim)
        return (*claim.tellers, claim.speaker or claim.id) if same is None else self.teller_key(same)

    def _who_counted(self, claim: Claim) -> Claim | None:
        """The claim of the very people by whom an earlier count was made; None where the source is no such count."""
        who = [w for s in claim.source if (w := who_counted(self.words_of(s))) is not None]
        return next((c for c in self.reading.claims if who and c is not claim and self._is_by(c, who[0])), None)

    def _is_by(self, claim: Claim, who: str) -> bool:
        return " ".join(self.words_of(s) for s in claim.source).casefold().strip(" ,") == who.casefold()

    def act(self, claim: Claim | None) -> Act:
        """What a claim does, from its act and the words of its cue."""
        act = act_of(claim, self.reading.prose)
        if claim is not None and not claim.source and claim.parent and act == "asserts":
            outer = self.claims.by_id(claim.parent)
            if outer is not None and act_of(outer, self.reading.prose) == "denies":
                return "denies"  # "denied the claim that": the speaker's denial of what nobody named claims
        return act
