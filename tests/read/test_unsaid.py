"""What a claim's own words say it does not do, and what is not said at all."""

import pytest

from truceline.read.claims.raw import RawClaim
from truceline.read.claims.unsaid import acts_unsaid, calls_it_no_error, not_said, owns_to_nothing, regrets_nothing

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


def claim(marked: str) -> tuple[str, RawClaim]:
    """A text and its one claim, from source, cue and content set apart by bars."""
    source, cue, content = marked.split(" | ")
    text = f"{source} {cue} {content}."
    at = (len(source) + 1, len(source) + 1 + len(cue))
    return text, RawClaim(source=((0, len(source)),), cue=(at,), content=((at[1] + 1, len(text) - 1),))


@pytest.mark.parametrize(("marked", "unsaid", "not_at_all"), CASES)
def test_acts_unsaid(marked: str, unsaid: set[str], not_at_all: bool):
    text, raw = claim(marked)
    found = acts_unsaid(text, raw)
    assert (found, not_said(text, raw, found)) == (unsaid, not_at_all)


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The host | has never regretted | the shelling of Sirava", True),
        ("The host | does not regret | it", True),
        ("The host | has yet to apologise | for the shelling of Sirava", True),
        ("The host | said | “We do not regret the shelling of Sirava”", True),
        ("The host | said | that it had no regrets about Sirava", True),
        ("The host | regretted | that it had not warned Sirava", False),
        ("The host | said | it regretted that no warning had been given", False),
        ("The host | said | “No apology can bring them back”", False),
    ],
)
def test_who_regrets_nothing(marked: str, wanted: bool):
    assert regrets_nothing(*claim(marked)) is wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The host | said | this was done by design and not by mistake", True),
        ("The mission | found | that it was “unlikely” to have been an error", True),
        ("The mayor | said | “This was no accident”", True),
        ("The mayor | said | that it could not have been a mistake", True),
        ("The inquiry | ruled out | an error", True),
        ("The host | said | it was not deliberate but a mistake", False),
        ("The host | said | it regretted the shelling, which was no accident", False),
        ("The host | said | it does not hide its mistake", False),
        ("The host | said | it would not make the same mistake again", False),
    ],
)
def test_who_calls_it_no_error(marked: str, wanted: bool):
    assert calls_it_no_error(*claim(marked)) is wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The host | admitted | none of it", True),
        ("The host | admits | to none", True),
        ("The host | owned up | to nothing", True),
        ("The host | conceded | nothing of the kind", True),
        ("The host | admitted | that none of its men had been there", False),
        ("The host | accepted | the truce", False),
        ("The host | said | nothing of it", False),
    ],
)
def test_who_owns_to_nothing(marked: str, wanted: bool):
    assert owns_to_nothing(*claim(marked)) is wanted


def test_a_claim_that_tells_no_words_rules_nothing_out():
    raw = RawClaim(source=((0, 8),), cue=((9, 16),), content=(), score=0.5)
    assert acts_unsaid("The army denied.", raw) == frozenset()
    assert not regrets_nothing("The army denied.", raw)
