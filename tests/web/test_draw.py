"""Drawing: degrees to units, clipped borders, clusters, lanes and columns."""

import itertools
import math
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from truceline.runners.local import data_folder
from truceline.web.draw.borders import clip, draw_borders, load_borders
from truceline.web.draw.clusters import clustered
from truceline.web.draw.lanes import columns, packed
from truceline.web.draw.projection import fit, scale_bar

lons = st.floats(-170, 170)
lats = st.floats(-70, 75)
points = st.lists(st.tuples(lons, lats), min_size=1, max_size=30)
days = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@given(points)
def test_every_point_lies_on_the_map_fitted_to_it(given_points):
    projection = fit(given_points, 720, 480)
    for lon, lat in given_points:
        assert -1 <= projection.x(lon) <= 721
        assert -1 <= projection.y(lat) <= 481


def test_a_kilometre_is_as_long_north_as_east_in_the_middle():
    projection = fit([(36, 35), (40, 37)], 720, 480)
    east = projection.x(38 + 100 / (111.2 * math.cos(math.radians(36)))) - projection.x(38)
    assert math.isclose(east, projection.length(100), rel_tol=0.01)


@given(points)
def test_the_scale_bar_is_a_round_number_that_fits(given_points):
    km, length = scale_bar(fit(given_points, 720, 480))
    assert str(km).rstrip("0") in ("1", "2", "5")
    assert length <= 720


def test_clipping_keeps_what_is_inside_and_cuts_at_the_edge():
    square = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0))
    cut = clip(square, (1.0, 1.0, 9.0, 9.0))
    assert set(cut) == {(1.0, 1.0), (4.0, 1.0), (4.0, 4.0), (1.0, 4.0)}
    assert clip(square, (5.0, 5.0, 9.0, 9.0)) == ()


def test_the_shipped_borders_are_small_and_name_their_source():
    file = data_folder() / "borders.geojson"
    assert file.stat().st_size < 1_500_000
    assert "Natural Earth" in file.read_text(encoding="utf-8")[:300]
    names = {land.name for land in draw_borders(load_borders(file), fit([(6, 46), (10, 48)], 720, 480))}
    assert {"Switzerland", "Germany", "Italy"} <= names
    assert "Japan" not in names


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(0, 500)), max_size=60))
def test_every_point_is_in_one_cluster_and_near_its_seed(given_points):
    found = clustered(given_points, 24)
    assert sorted(m for c in found for m in c.members) == list(range(len(given_points)))
    for cluster in found:
        seed = given_points[cluster.members[0]]
        assert all(math.dist(seed, given_points[m]) <= 24.001 for m in cluster.members)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0.1, 30)), max_size=40), st.integers(1, 6))
def test_bars_of_one_lane_never_overlap(given_spans, most):
    spans = sorted((start, start + length) for start, length in given_spans)
    lanes = packed(spans, most)
    for lane in range(most):
        own = [span for span, at in zip(spans, lanes, strict=True) if at == lane]
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(own))
    assert all(at is None or at < most for at in lanes)


@given(days, st.integers(0, 4000))
def test_columns_follow_each_other_and_cover_every_day(first, length):
    last = first + timedelta(length)
    made = columns(first, last)
    assert made[0].first <= first
    assert made[-1].last >= last
    assert all(a.last + timedelta(1) == b.first for a, b in itertools.pairwise(made))
    assert len(made) <= 40


def test_columns_of_months_say_the_year_where_it_begins_and_where_they_do():
    labels = [c.label for c in columns(date(2023, 11, 9), date(2024, 8, 1))]
    assert labels[:4] == ["Nov ’23", "Dec", "Jan ’24", "Feb"]
