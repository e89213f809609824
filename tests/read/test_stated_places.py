"""Names whose position says that they are places: before their state, in a dateline."""

import pytest

from truceline.read.places.find import find_places
from truceline.read.places.kit import load_place_kit
from truceline.runners.local import data_folder
from truceline.store.gazetteer import SqliteGazetteer
from truceline.text.sentences import split_sentences

DATA = data_folder()
KIT = load_place_kit(DATA, SqliteGazetteer(DATA / "gazetteer.sqlite"))


def names(text: str, title: str | None = None) -> list[str]:
    return [p.name for p in find_places(text, split_sentences(text), (), None, KIT, title=title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NORFOLK, Va. - A bridge was closed on Monday.", "NORFOLK"),
        ("SAN ANTONIO - A bridge was closed on Monday.", "SAN ANTONIO"),
        ("Two houses burned in the village of Upper Quarryvale on Monday.", "Upper Quarryvale"),
        ("The bridge in Reading, Pennsylvania, was closed.", "Reading"),
        ("QUARRYVALE, Mo. (WXYZ) – A bridge was closed on Monday.", "QUARRYVALE"),
        ("A bridge was closed in Lower Quarryvale, Missouri, on Monday.", "Lower Quarryvale"),
        ("A bridge was closed in Queen Anne's County on Monday.", "Queen Anne's County"),
    ],
)
def test_a_name_in_its_place_is_read(text: str, expected: str):
    assert expected in names(text)


def test_a_name_no_gazetteer_has_is_no_place_by_its_capital_alone():
    assert "Quarryvale" not in names("Then Quarryvale, Missouri and all, went on.")
