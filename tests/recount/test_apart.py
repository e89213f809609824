"""Deeds of other days and places in one report: each keeps its own dead."""

import pytest

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit

Seen = set[tuple[str | None, str | None, int | None]]


def read(text: str) -> Reading:
    return read_record(
        Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2022-10-20"), local_kit(), Settings()
    )


def seen(text: str) -> Seen:
    """Month, place and dead of each incident."""
    return {
        (
            i.time.earliest[:7] if i.time and i.time.earliest else None,
            i.place.name if i.place else None,
            i.killed.low if i.killed else None,
        )
        for i in read(text).incidents
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "The spokesman said the raid in Sanaa on 8 October 2016 was under review. In March 2016 aircraft hit "
                "Mastaba, in Hajjah, and killed 97 people, according to doctors."
            ),
            {("2016-10", "Sanaa", None), ("2016-03", "Mastaba", 97)},
        ),
        (
            (
                "On 15 August 2016 a hospital in Abs was bombed. In September 2015 a wedding near Mokha was hit: "
                "medics counted 131 dead, the UN said."
            ),
            {("2016-08", "Abs", None), ("2015-09", "Mocha", 131)},
        ),
        (
            "On 18 October 2021 three children died in two attacks on Mekelle. On 24 August 2022 fighting broke out.",
            {("2021-10", "Mek'ele", 3), ("2022-08", None, None)},
        ),
        (
            (
                "In March 2016 aircraft struck a market in Dhamar and killed 97 people. A year later, in May 2017, "
                "aircraft struck a farm near Mokha, killing 12."
            ),
            {("2016-03", "Dhamār", 97), ("2017-05", "Mocha", 12)},
        ),
        (
            (
                "On 9 October 2022 missiles were fired at the USS Mason. The coalition said that it knew of the bombing "
                "of the hall in Sanaa on 8 October, and would look into it."
            ),
            {("2022-10", "USS Mason", None), ("2022-10", "Sanaa", None)},
        ),
        (  # one strike, told twice
            "The hospital in Abs was bombed in August 2022, doctors said. The air strike in Abs killed 19 people.",
            {("2022-08", "Abs", 19)},
        ),
    ],
)
def test_deeds_of_other_times_and_places_are_two(text: str, expected: Seen) -> None:
    assert {(m, p.split(",")[0] if p else None, k) for m, p, k in seen(text)} == expected


def test_the_dead_told_behind_a_blow_are_its_own() -> None:
    found = seen(
        "On 3 August 2014 a missile struck a UN school in Rafah. Ten people were killed. On the Monday Israel declared "
        "a seven-hour window of its own. A few minutes into it a bomb brought down a house in the Shati refugee camp. "
        "A girl of eight was killed and some thirty people were injured, said Ashraf Salim."
    )
    assert ("2014-08", "Rafaḩ", 10) in found
    assert {dead for _, place, dead in found if place and "Shati" in place} == {1}


@pytest.mark.parametrize(
    ("text", "displaced"),
    [
        ("A camp for displaced people near Marib was bombed on 7 January and 56 people were killed.", set()),
        ("A bomb fell on a site for displaced families near Marib on 3 May; ten people were injured.", set()),
        ("Shells hit Marib on 3 May. Twelve displaced people were killed.", set()),
        ("Shells hit Marib on 3 May and displaced 200 families; nine people were killed.", {200}),
        ("Shells hit Marib on 3 May. Some 4,000 people were displaced, the UN said.", {4000}),
    ],
)
def test_the_dead_of_a_camp_are_not_the_displaced(text: str, displaced: set[int]) -> None:
    facets = [f for a in read(text).accounts for f in a.facets if f.facet == "displaced"]
    assert {f.value["low"] for f in facets} == displaced
