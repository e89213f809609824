"""The act of a claim, settled between what rules read in its words, what is learned, and what the words rule out."""

from truceline.model.claim import Act
from truceline.read.claims.acts import act_of_cue, calls_it_meant, refuses_deed, settled_act, takes_it
from truceline.read.claims.cues import CueTable
from truceline.read.claims.flat import denies_flatly, owns_flatly
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.revised import revises
from truceline.read.claims.tagger.sight import Sight
from truceline.read.claims.unsaid import (
    acts_unsaid,
    calls_it_no_error,
    charges_attempt,
    condemns,
    held_by_few,
    not_said,
    owns_to_nothing,
    regrets_nothing,
    says_it_shows,
    speaks_of_another,
    tells_of_lack,
)

_DENIAL: frozenset[Act] = frozenset({"denies"})
_PLAIN: frozenset[Act] = frozenset({"asserts", "demands"})
_ANSWERS: frozenset[Act] = frozenset({"admits", "denies"})
_OWNED: frozenset[Act] = frozenset({"admits"})
_EXCUSE: frozenset[Act] = frozenset({"admits", "justifies"})


def settled(text: str, raw: RawClaim, ruled: Act, known: tuple[CueTable, Sight | None]) -> Act:
    """What a claim does, by rules and learned chances; what is not said is left open, what is taken owns to nothing."""
    if regrets_nothing(text, raw):
        return "asserts"
    unsaid = acts_unsaid(text, raw)
    if not_said(text, raw, unsaid):
        return "declines"
    unsaid |= _DENIAL if calls_it_meant(text, raw) or says_it_shows(text, raw) else frozenset()
    unsaid |= _DENIAL if tells_of_lack(text, raw) else frozenset()
    unsaid |= _ANSWERS if revises(text, raw) else frozenset()
    unsaid |= _OWNED if speaks_of_another(text, raw) else frozenset()
    unsaid |= _ANSWERS | _EXCUSE if condemns(text, raw) else frozenset()
    unsaid |= _EXCUSE if charges_attempt(text, raw) else frozenset()
    unsaid |= _EXCUSE if calls_it_no_error(text, raw) or owns_to_nothing(text, raw) else frozenset()
    cues, sight = known
    chances = sight.chances(raw, "act") if sight else {}
    by_cue = ruled == act_of_cue(text, raw, cues)
    act = settled_act(ruled, chances, by_cue=by_cue, deed=refuses_deed(text, raw), unsaid=unsaid)
    if act in {"accuses", "asserts"} and owns_flatly(text, raw):
        return "admits"
    if act in _PLAIN and denies_flatly(text, raw):
        return "denies"
    if act in {"predicts", "asserts"} and held_by_few(text, raw):
        return "doubts"
    return "asserts" if act in {"admits", "denies"} and takes_it(text, raw) else act
