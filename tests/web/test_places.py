"""The places page: every resolution explained, and what stays open."""

from dataclasses import replace
from pathlib import Path

from truceline.ledger import Ledger
from truceline.web.views.places import places_view


def test_each_name_is_explained_with_what_was_weighed(tmp_path: Path):
    (tmp_path / "note.txt").write_text(
        "Shells hit Homs and Hama, in Syria, on 3 May 2016. Homs was quiet later.", "utf-8"
    )
    book = Ledger(tmp_path / "a.truce")
    (document,) = book.add([tmp_path / "note.txt"]).documents
    entry = book.document(document)
    assert entry is not None
    view = places_view(entry)
    homs = view.resolved[0]
    assert (homs.words, homs.precision, len(homs.at)) == ("Homs", "city", 2)
    assert homs.means.startswith("Homs, ")
    taken = [c for c in homs.candidates if c.taken]
    assert [c.kind for c in taken] == ["PPL"]
    assert all(c.reasons for c in homs.candidates)
    assert not view.left_open
    book.close()


def test_a_name_not_sure_enough_is_listed_as_left_open(tmp_path: Path):
    (tmp_path / "note.txt").write_text("Shells hit Homs, in Syria, on 3 May 2016.", "utf-8")
    book = Ledger(tmp_path / "a.truce")
    entry = book.document(book.add([tmp_path / "note.txt"]).documents[0])
    assert entry is not None
    unsure = tuple(replace(p, lat=None, lon=None, precision=None, radius_km=None) for p in entry.reading.places)
    view = places_view(replace(entry, reading=replace(entry.reading, places=unsure)))
    assert [line.means for line in view.left_open] == ["left open", "left open"]
    book.close()
