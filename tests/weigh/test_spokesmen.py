"""Whose spokesman somebody is whom no registry has: the body's named beside the role, or that spoke right before."""

import pytest

from truceline.model.entry import Entry
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.read.actors.registry import load_registry
from truceline.runners.local import data_folder, local_kit
from truceline.weigh.spokesmen import spoken_for

ACTORS = load_registry(data_folder()).actors


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Syrian army denied it. “They shelled it themselves,” its spokesman Colonel Deren Pask said.", "sy-army"),
        ("Syrian army spokesman Deren Pask denied it.", "sy-army"),
        ("The mayor, Anna Tol, denied it. “They shelled it themselves,” its spokesman Colonel Deren Pask said.", None),
        ("Colonel Deren Pask denied it.", None),
    ],
)
def test_its_spokesman_is_of_the_body_that_spoke_right_before(text: str, body: str | None) -> None:
    reading = read_record(Record(id="a", where="a.txt", text=text, data=text.encode()), local_kit(), Settings())
    entry = Entry(id="a", given_id="a", sha256="", received_at="2031-05-06T00:00:00+00:00", reading=reading)
    assert spoken_for("x-deren-pask", entry, ACTORS) == body
