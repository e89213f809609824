"""A disclosure policy with a mistake in it is refused: what it meant to hold back must not leave."""

import pytest

from truceline.publish.policy import parse_policy


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[category.homes]\ncoarsen = 5.0\n", "category homes has no field coarsen"),
        ("protected = []\n[category.default]\ncoarsen_km = 1.0\n", "the policy has no field protected"),
        ("[category.homes]\ncoarsen_km = 'wide'\n", "wide"),
        ("protected_names = []\n", "category"),
        ("allowed_names = 'Ana Karel'\n[category.default]\n", "allowed_names is a list of names"),
        ("withhold_private_names = 'no'\n[category.default]\n", "withhold_private_names is true or false"),
        ("[category.homes\n", "line 1"),
    ],
)
def test_a_mistake_is_named_and_nothing_is_used(text, named):
    policy, problems = parse_policy(text, "disclosure.toml")
    assert policy is None
    assert problems[0].code == "policy_wrong"
    assert named in problems[0].message


def test_a_policy_of_ones_own():
    policy, problems = parse_policy("[category.wells]\nwords = ['well']\nwithhold = true\n", "disclosure.toml")
    assert not problems
    assert policy is not None
    assert policy.categories[0].withhold
