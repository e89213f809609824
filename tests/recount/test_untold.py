"""What says that nothing is told of the dead counts nobody."""

import pytest

from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit


def killed(text: str) -> list[tuple[int | None, int | None]]:
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2016-09-20")
    reading = read_record(record, local_kit(), Settings())
    values = [f.value for a in reading.accounts for f in a.facets if f.facet == "killed"]
    return sorted({(v["low"], v["high"]) for v in values if isinstance(v, dict)})


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Shells hit the market in Sirte on Monday. The report gives no number of casualties.", []),
        ("Shells hit the market in Sirte on Monday. There was no information on the dead.", []),
        ("Shells hit the market in Sirte on Monday, killing at least 21 people. It has no figures.", [(21, None)]),
        ("Shells hit the market in Sirte on Monday. No casualties were reported.", [(0, 0)]),
    ],
)
def test_no_figure_is_not_nobody(text: str, wanted: list[tuple[int | None, int | None]]) -> None:
    assert killed(text) == wanted
