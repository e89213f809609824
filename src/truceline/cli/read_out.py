"""One reading on the terminal: who says what, and what happened by whose word."""

from truceline.cli.common import out
from truceline.model.account import ReportedIncident
from truceline.model.claim import Claim
from truceline.model.reading import Reading
from truceline.publish.speaking import KINDS, NOBODY, say_act
from truceline.publish.words import plural, say_bounds, say_place, say_time, shortened, spaced

_MOST = 88
"""Characters of a claim's content on its line; `--json` has them all."""


def print_reading(reading: Reading) -> None:
    """Every claim and incident of a reading, a line each; nothing where it has none."""
    if reading.claims:
        out.print("\nwho says what", style="bold")
    for claim in reading.claims:
        out.print(f"  {claim.id}  {_who(claim, reading)} {say_act(claim)}: {_words(claim, reading)}", markup=False)
    if reading.incidents:
        out.print("\nwhat happened, as told", style="bold")
    for incident in reading.incidents:
        out.print(f"  {incident.key}  {_happened(incident)}", markup=False)
        out.print(f"      {_told_by(incident, reading)}", markup=False, style="dim")
    if reading.claims or reading.incidents:
        out.print("")


def _who(claim: Claim, reading: Reading) -> str:
    if claim.source_kind == "author":
        return KINDS["author"]
    source = " ".join(reading.prose[a:b] for a, b in claim.source).strip(" ,")
    return claim.speaker or source or NOBODY


def _words(claim: Claim, reading: Reading) -> str:
    said = " … ".join(" ".join(reading.prose[a:b].split()) for a, b in claim.content)
    return shortened(said, _MOST)


def _happened(incident: ReportedIncident) -> str:
    kind = ("stated total: " if incident.aggregate else "") + spaced(incident.event_type)
    facts = [kind, say_place(incident.place), say_time(incident.time)]
    for harm, told in (("killed", incident.killed), ("injured", incident.injured)):
        if told is not None:
            facts.append(f"{harm} {say_bounds(told.low, told.high)}")
    return "; ".join(facts)


def _told_by(incident: ReportedIncident, reading: Reading) -> str:
    claims = {c.id: c for c in reading.claims}
    own = [a for a in reading.accounts if a.id in incident.accounts]
    tellers = dict.fromkeys(_who(claims[a.claim], reading) if a.claim else "the document" for a in own)
    return f"{plural(len(own), 'account')}: {', '.join(tellers)}"
