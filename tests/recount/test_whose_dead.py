"""Whose dead a figure counts: the deed told beside or last before it; a long stretch's total; all tellers' range."""

from collections.abc import Callable

import pytest

from truceline.model.claim import Claim
from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.recount.kit import RecountKit
from truceline.recount.rivals import over_tellers
from truceline.recount.totals import tolls
from truceline.runners.local import local_kit

Recount = Callable[..., Reading]
Say = Callable[..., Claim]


def figures(reading: Reading) -> tuple[int | None, int | None]:
    killed = reading.incidents[0].killed
    assert killed is not None
    return killed.low, killed.high


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("The mayor said 14 people were killed.", (9, 14)),
        ("The mayor said three children were killed.", (9, 9)),
        ("The mayor said 90 people were killed.", (9, 9)),
    ],
)
def test_the_range_reaches_over_what_tellers_give(
    second: str, expected: tuple[int, int], recount: Recount, claim: Say
) -> None:
    text = f"The ministry said shells hit Arkona and killed nine people. {second}"
    claims = [
        claim(text, "The ministry", "said", "shells hit Arkona and killed nine people"),
        claim(text, "The mayor", "said", second.removeprefix("The mayor said ").removesuffix(".")),
    ]
    assert figures(recount(text, claims)) == expected


def test_what_the_document_says_itself_stands(recount: Recount, claim: Say) -> None:
    text = "Shells hit Arkona and killed nine people. The mayor said 14 people were killed."
    assert figures(recount(text, [claim(text, "The mayor", "said", "14 people were killed")])) == (9, 9)


def test_a_figure_told_by_nobody_named_is_not_widened(kit: RecountKit) -> None:
    assert kit is not None
    assert over_tellers(None, "killed", (), ()) is None
    assert tolls(()) == (None, None)


def read(text: str) -> Reading:
    return read_record(
        Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2018-10-10"), local_kit(), Settings()
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "On 19 April soldiers opened fire on the market of Belka, and 18 people died. "
                "On the night of 18 June rebels stormed Orvenka and two hamlets nearby and murdered 132 civilians."
            ),
            [((18, 18), None), ((132, 132), None)],
        ),
        (
            (
                "On 30 July bombs fell on a house in Belka, and 54 people died. On Sunday many demonstrators "
                "broke into the embassy in Orvenka, smashing windows; two guards were reported hurt."
            ),
            [((54, 54), None), (None, (2, 2))],
        ),
        (
            (
                "Shells hit the school in Belka on 3 May, killing four. The ministry said that nine more were wounded. "
                "On 5 May a bomb went off in Orvenka."
            ),
            [((4, 4), (9, 9)), (None, None)],
        ),
        (
            (
                "Oren Belko, the rights chief, said on Tuesday that at least 307 civilians had been killed in Orvenka "
                "between 17 February and 22 March. His office told how on 28 February gunmen opened fire in the Belka "
                "quarter, leaving five dead."
            ),
            [((5, 5), None), ((307, None), None)],
        ),
    ],
)
def test_each_deed_has_its_own_dead(text: str, told: list[tuple[object, object]]) -> None:
    found = [
        (i.killed and (i.killed.low, i.killed.high), i.injured and (i.injured.low, i.injured.high))
        for i in read(text).incidents
    ]
    assert found == told
