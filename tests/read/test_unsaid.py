"""What a claim's own words say it does not do, and what is not said at all."""

import pytest

from truceline.read.claims.raw import RawClaim
from truceline.read.claims.unsaid import acts_unsaid, not_said

CASES = [
    ("The army | has never denied | bombing the town", {"denies"}, False),
    ("The army | stopped short of denying | that it had bombed the town", {"denies"}, False),
    ("The army | did not admit | that it had looted the depot", {"admits"}, True),
    ("The army | refused to acknowledge | the loss of the bridge", {"admits"}, True),
    ("The envoy | did not accuse | the army of shelling the town", {"accuses"}, True),
    ("No one | accused | the army of shelling the town", {"accuses"}, True),
    ("Neither side | confirmed | that 40 soldiers had been killed", set(), True),
    ("Nobody | expects | the truce to hold", set(), False),
    ("The envoy | regretted | that the army had shelled the camp", {"admits"}, False),
    ("The envoy | regrets | the killing of 12 civilians by the militia", {"admits"}, False),
    ("The army | regretted | that its shells had hit the school", set(), False),
    ("The army | regretted | that shells had hit the school by mistake", set(), False),
    ("The army | denied | that it had shelled the town", set(), False),
]


@pytest.mark.parametrize(("marked", "unsaid", "not_at_all"), CASES)
def test_acts_unsaid(marked: str, unsaid: set[str], not_at_all: bool):
    source, cue, content = marked.split(" | ")
    text = f"{source} {cue} {content}."
    at = (len(source) + 1, len(source) + 1 + len(cue))
    raw = RawClaim(source=((0, len(source)),), cue=(at,), content=((at[1] + 1, len(text) - 1),))
    found = acts_unsaid(text, raw)
    assert (found, not_said(text, raw, found)) == (unsaid, not_at_all)
