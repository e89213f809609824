"""Where nobody was hurt nobody died; of one who is unhurt, or of others, that says nothing."""

import pytest

from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit

_KIT = local_kit()


def tolls(text):
    """Those killed and injured in the first happening of a text."""
    record = Record(id="d", where="d.txt", text=text, data=text.encode(), dct="2023-06-05")
    first = read_record(record, _KIT, Settings()).incidents[0]
    return tuple(r and (r.low, r.high) for r in (first.killed, first.injured))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 28 May a shell hit a maternity hospital in Varn. No one was hurt.", ((0, 0), (0, 0))),
        ("On 28 May a shell hit a maternity hospital in Varn. Nobody was reported hurt.", ((0, 0), (0, 0))),
        ("On Sunday a volley of rockets landed near Varn, hurting nobody.", ((0, 0), (0, 0))),
        ("On Sunday a volley of rockets landed near Varn without hurting anyone.", ((0, 0), (0, 0))),
        ("On Sunday a volley of rockets landed near Varn. Nobody else was hurt.", (None, (0, 0))),
        ("On Sunday a mine went off under a car near Varn. The envoy, Ilmo Karesh, was unhurt.", (None, (0, 0))),
        (
            "On Sunday a volley of rockets landed near Varn and killed a farmer. No one was hurt at the school.",
            ((1, 1), (0, 0)),
        ),
    ],
)
def test_nobody_hurt_is_nobody_killed(text, expected):
    assert tolls(text) == expected
