"""Nested counts of alleged breaches: alleged, of these corroborated, of these attributed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from truceline.model.snapshot import AllegedBreach, Incident, Scope, Tally

ANY = "any"
"""Accused or accuser of a tally over all of them: an incident several accuse of is counted once."""

_Cell = tuple[str, str, str, str, str, str]


def count_tallies(breaches: Sequence[AllegedBreach], incidents: Mapping[str, Incident]) -> tuple[Tally, ...]:
    """Incidents counted by agreement, term, position, accused and accuser, for each day and (day null) in all.

    Beside every pair stand the accused over any accuser, and any accused over any accuser.
    """
    cells: dict[_Cell, list[AllegedBreach]] = defaultdict(list)
    for b in breaches:
        for accused, accuser in dict.fromkeys(((b.accused, b.accuser), (b.accused, ANY), (ANY, ANY))):
            for day in dict.fromkeys((b.day or "", "")):
                cells[b.agreement, b.term, b.position, accused, accuser, day].append(b)
    return tuple(_tally(cell, cells[cell], incidents) for cell in sorted(cells))


def _tally(cell: _Cell, breaches: Sequence[AllegedBreach], incidents: Mapping[str, Incident]) -> Tally:
    agreement, term, position, accused, accuser, day = cell
    corroborated = [b for b in breaches if b.corroborated]
    ids = sorted({b.incident for b in breaches})
    accepted = sum(incidents[i].review in {"accepted", "edited"} for i in ids)
    return Tally(
        agreement=agreement,
        term=term,
        accused=accused,
        accuser=accuser,
        day=day or None,
        unit="incidents",
        position=position,
        alleged=scope_over(breaches),
        corroborated=scope_over(corroborated),
        attributed=scope_over([b for b in corroborated if b.attributed_by]),
        incidents=tuple(ids),
        accepted=accepted,
        proposed=len(ids) - accepted,
        attributed_by=tuple(sorted({b.attributed_by for b in corroborated if b.attributed_by})),
    )


def scope_over(breaches: Sequence[AllegedBreach]) -> Scope:
    """Distinct incidents; one that lies certainly within is not also counted as possibly so."""
    sure = {b.incident for b in breaches if b.scope == "certainly"}
    maybe = {b.incident for b in breaches} - sure
    unplaced = {b.incident for b in breaches if b.unplaced}
    return Scope(certainly=len(sure), possibly=len(maybe), unplaced=len(maybe & unplaced))
