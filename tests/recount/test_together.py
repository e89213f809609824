"""A number told of many happenings together is no figure of the one reported."""

import pytest

from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
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


def read(text: str):
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2022-05-04")
    return read_record(record, local_kit(), Settings()).incidents


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("A market was shelled on Monday in Horlivka; 14 civilians had been killed in February.", 14),
        ("The mine was found near Zaitseve on 3 May. The war has killed 866 civilians there since 2014.", 866),
        ("Shells hit a bakery in Horlivka on Monday. The ministry said 43 civilians were killed in April.", 43),
        ("Shells hit a bakery in Avdiivka on 3 March. In the six-year conflict 3,350 civilians were killed.", 3350),
    ],
)
def test_a_total_told_beside_a_happening_is_a_tally_of_its_own(text, toll):
    happening, tally = read(text)
    assert (happening.aggregate, happening.killed) == (False, None)
    assert tally.aggregate
    assert tally.event_type == "other"
    assert tally.killed.low == toll


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("In May shells hit a bakery in Bani Walid, killing two people, the mayor said.", 2),
        ("Shells hit a bakery in Bani Walid on 18 April, killing two people. Four more were hurt in the attack.", 2),
        ("Shells hit Taiz on Monday. Two people were killed, the hospital said in a statement on the war.", 2),
    ],
)
def test_a_happening_told_by_its_month_keeps_its_toll(text, toll):
    (happening,) = read(text)
    assert not happening.aggregate
    assert happening.killed.low == toll


@pytest.mark.parametrize(
    "told",
    [
        "More than 700 people have been shot in the city this year, the register shows.",
        "Since 1999 there have been 10,569 accidental shooting deaths in the country, the institute said.",
        "Nearly 500 children have died in homicides since 2000, an average of three dozen annually.",
        "The town saw 146 homicides in 2015, and 141 homicides last year.",
    ],
)
def test_deeds_counted_over_a_year_or_more_are_a_total(told):
    """They stood as incidents of their own, "10,569" dead among them, and were counted where a user asks how many."""
    first, *others = read("A man was shot dead on Tuesday evening on Mill Street in Tulsa, police said.\n\n" + told)
    assert (first.aggregate, first.killed.low) == (False, 1)
    assert all(i.aggregate for i in others)


def test_the_attack_of_a_year_with_its_dead_is_no_total():
    text = "A man was shot dead on Tuesday in Tulsa, police said.\n\nIn 2014 gunmen stormed the market and killed 35."
    assert [i.aggregate for i in read(text)] == [False, False]
