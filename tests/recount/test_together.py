"""A number told of many happenings together is no figure of the one reported."""

import pytest

from truceline.runners.local import local_kit


@pytest.mark.parametrize(
    "told",
    [
        "About 9,000 people are killed by mines each year",
        "At least 47 people have been killed in the city so far in 2031",
        "Three were killed and 16 wounded in separate shootings since Friday evening",
        "Forty people died in shelling across the country",
        "He was one of three killed over an eight-hour stretch",
    ],
)
def test_years_weekends_and_whole_cities_are_counts_of_many(told):
    assert local_kit().recount.together.search(told)


@pytest.mark.parametrize(
    "told",
    [
        "Air strikes on the market in Qasr killed 20 people",
        "Sixty-two soldiers died near the airport on Saturday night",
        "Two people were killed and five wounded in the shooting on Mill Street",
    ],
)
def test_one_happenings_toll_is_its_own(told):
    assert not local_kit().recount.together.search(told)
