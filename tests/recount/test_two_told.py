"""Two happenings told one after the other: each keeps its own place, kind, day and dead."""

import pytest

from truceline.ledger import read

BOMBED = "On 9 August 2019 Sarvan aircraft bombed {place}, killing 14 civilians."


def incidents(tmp_path, text: str) -> list[tuple[str, str | None, int | None]]:
    """Kind, place and least dead of each, by day."""
    (tmp_path / "report.txt").write_text(f"{text}\n")
    (reading,) = read([tmp_path / "report.txt"])
    by_day = sorted(reading.incidents, key=lambda i: (i.time.earliest or "") if i.time else "")
    return [(i.event_type, i.place and i.place.name, i.killed and i.killed.low) for i in by_day]


@pytest.mark.parametrize("place", ["Gori", "Zangal"])
def test_a_name_of_its_own_is_not_put_where_the_other_was(tmp_path, place: str):
    text = f"{BOMBED.format(place=place)}\n\nOn 16 August the railway bridge at Kaspi was blown up."
    assert [(p, k) for _, p, k in incidents(tmp_path, text)] == [(place, 14), ("Kaspi", None)]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("On 16 August the railway bridge at Marib was blown up.", "destruction"),
        ("On 16 August sappers blew up two houses in Marib.", "destruction"),
        ("On 16 August the pipeline near Marib was blown up.", "destruction"),
        ("On 16 August a car was blown up in Marib.", "bombing"),
        ("On 16 August the railway bridge at Marib was blown up by a jet.", "air_strike"),
        ("On 16 August a warplane struck Marib.", "air_strike"),
    ],
)
def test_what_was_blown_up_was_not_struck_from_the_air(tmp_path, told: str, kind: str):
    assert incidents(tmp_path, f"{BOMBED.format(place='Taiz')} {told}")[-1][0] == kind


@pytest.mark.parametrize(
    "clause", [", hours before President Ilir Voss announced that the operation was over,", ", as the guard said,", ""]
)
def test_what_is_said_to_be_over_is_no_deed(tmp_path, clause: str):
    later = f"On the morning of 12 August{clause} a missile burst above the central square of Taiz."
    later += " Eight people were killed."
    found = incidents(tmp_path, f"{BOMBED.format(place='Taiz')} {later}")
    assert [k for _, _, k in found] == [14, 8]
