"""Printed positions: every way of writing one spot reads as that spot, and plain numbers are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.text.coordinates import Printed, printed_coordinates
from truceline.text.mgrs import REFERENCE, read_reference


def read(text: str) -> list[Printed]:
    return list(printed_coordinates(text))


@pytest.mark.parametrize(
    "written",
    [
        "35.2917, 40.1708",
        "35.2917 N, 40.1708 E",
        "35.2917°N 40.1708°E",
        "N 35.29, E 40.17",
        "N35.2917 E40.1708",
        "35°17'30\"N, 40°10'15\"E",
        "35° 17′ 30″ N 40° 10′ 15″ E",
        "N35°17'30\" E40°10'15\"",
        "35°17.5'N 40°10.25'E",
        "35 17 30 N, 40 10 15 E",
        "35 degrees 17 minutes north and 40 degrees 10 minutes east",
        "37SFV 06425 05425",
        "37S FV 064 054",
    ],
)
def test_one_spot_however_it_is_written(written):
    found = read(f"The post at {written} was shelled.")
    assert len(found) == 1
    assert (found[0].lat, found[0].lon) == pytest.approx((35.2917, 40.1708), abs=0.01)


@pytest.mark.parametrize(
    ("reference", "lat", "lon"),
    [
        ("31U DQ 48251 11943", 48.8582, 2.2945),
        ("18SUJ2339407395", 38.8977, -77.0365),
        ("56HLH3487252288", -33.8568, 151.2153),
    ],
)
def test_known_landmarks_by_their_grid_reference(reference, lat, lon):
    m = REFERENCE.search(reference)
    assert m
    square = read_reference(m)
    assert square is not None
    assert (square.lat, square.lon) == pytest.approx((lat, lon), abs=0.002)


def test_a_square_that_does_not_exist_is_none():
    assert read("37S AA 1234 5678") == []


@pytest.mark.parametrize(
    "text",
    ["12.50, 14.75 per cent", "from 19.00 to 21.30", "UN 2254", "10 10 12 North Road", "5 N and 10 E", "1.5, 2.5"],
)
def test_plain_numbers_are_no_positions(text):
    assert read(text) == []


@given(st.floats(-89, 89), st.floats(-179, 179))
def test_what_is_printed_is_what_is_read(lat, lon):
    (found,) = read(f"at {lat:.4f}, {lon:.4f}.")
    assert (found.lat, found.lon) == pytest.approx((lat, lon), abs=0.0001)
