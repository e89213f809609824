"""Of one teller's words for a happening those stand that tell it best, not those that come first."""

import pytest

from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit


def words(text: str) -> list[str]:
    """The words by which the happenings of a text are told to have happened."""
    read = read_record(Record(id="a", where="a.txt", text=text, data=text.encode()), local_kit(), Settings())
    return [f.text for account in read.accounts for f in account.facets if f.facet == "occurrence"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Men with covered faces entered the hostel at Ossel on 3 June 2031 and beat everybody on the ground floor.",
            "beat",
        ),
        (
            "On 3 June 2031 one rocket whistled over Varn and dug itself into the gardens, breaking two windows.",
            "dug",
        ),
    ],
)
def test_the_deed_stands_for_what_happened_and_not_what_led_to_it(text: str, told: str) -> None:
    assert [w.split()[0] for w in words(text)] == [told]
