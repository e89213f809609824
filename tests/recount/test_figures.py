"""Figures of the dead and hurt by the words of those who count: theirs, a rival's, the lost, and no figure at all."""

from dataclasses import replace

import pytest

from truceline.read.quantities import find_quantities
from truceline.recount.harm import find_harm
from truceline.recount.kit import RecountKit
from truceline.recount.scan import Harm
from truceline.recount.tokens import classed, split_words
from truceline.recount.totals import total


def harms(text: str, kit: RecountKit, before: str | None = None) -> list[Harm]:
    quantities = find_quantities(text, ((0, len(text)),), (), kit.numbers)
    return find_harm(text, classed(split_words(text, (0, len(text))), quantities, kit.harm), kit.harm, before=before)


def told(text: str, kit: RecountKit, before: str | None = None) -> list[tuple[str, int | None, int | None]]:
    return [(h.kind, h.low, h.high) for h in sorted(harms(text, kit, before), key=lambda h: h.end)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The aid group has the names of 34 killed, women for the most part.", [("killed", 34, 34)]),
        (
            "By Saturday nine were dead, two of them children, with at least twenty people wounded.",
            [("killed", 9, 9), ("injured", 20, None)],
        ),
        ("Soldiers shot the miller and his two sons.", [("hit", 3, 3)]),
        ("The bomb killed her and her driver.", [("killed", 2, 2)]),
        (
            "At the funeral of six of the dead a car killed a mother and her child.",
            [("killed", 2, 2)],
        ),
        ("Officers looking for wounded workers broke in.", []),
        ("The office, citing survivors, spoke of some 30 dead.", [("killed", 30, 30)]),
        ("An officer of the liaison office insisted that at most twelve had died.", [("killed", None, 12)]),
        ("That was the figure a member of the council gave, with 40 more hurt.", [("injured", 40, 40)]),
        ("One news site had eight wounded that day.", [("injured", 8, 8)]),
        ("The list later named four dead, with 18 wounded.", [("killed", 4, 4), ("injured", 18, 18)]),
        ("Officials counted 13 dead, two of them children, and 50 injured.", [("killed", 13, 13), ("injured", 50, 50)]),
        ("Soldiers walked into Orvenka, and 19 of them were killed.", [("killed", 19, 19)]),
        ("In Orvenka 12 were killed.", [("killed", 12, 12)]),
    ],
)
def test_a_number_right_before_the_word_of_harm_counts_the_harmed(
    text: str, expected: list[tuple[str, int, int]], kit: RecountKit
) -> None:
    assert told(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A girl of 8 was killed.", [("killed", 1, 1)]),
        ("Nobody on Flight 30 was killed.", [("killed", 0, 0)]),
        ("Five guards and three were wounded.", [("injured", 8, 8)]),
        ("Seven people, two of them children, were killed.", [("killed", 7, 7)]),
    ],
)
def test_an_age_a_name_or_one_of_two_numbers_counts_nobody_alone(
    text: str, expected: list[tuple[str, int, int]], kit: RecountKit
) -> None:
    assert told(text, kit) == expected


def test_some_of_the_dead_are_a_part_and_no_toll(kit: RecountKit) -> None:
    (harm,) = harms("The ministry, it said, knew that at least 500 of the dead were fighters.", kit)
    assert (harm.low, harm.heads[0].part) == (500, True)
    assert not harms("He no longer disputed the count, but said that “some” of the dead had been armed.", kit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council counted 49 dead; the clinic spoke of 38.", [("killed", 49, 49), ("killed", 38, 38)]),
        ("Six people were wounded, says the council; the army says five.", [("injured", 6, 6), ("injured", 5, 5)]),
        ("Police counted 16 dead, while the mayor said that there were 23.", [("killed", 16, 16), ("killed", 23, 23)]),
        ("The first reports gave eight dead, then ten.", [("killed", 8, 8), ("killed", 10, 10)]),
        ("He spoke of 12 dead; by nightfall it was 20.", [("killed", 12, 12), ("killed", 20, 20)]),
        ("He spoke of 12 dead; the council now puts it at 39.", [("killed", 12, 12), ("killed", 39, 39)]),
        ("Three men died according to Oren, ten according to Brell.", [("killed", 3, 3), ("killed", 10, 10)]),
        ("Six sailors were wounded; the service admitted to three.", [("injured", 6, 6), ("injured", 3, 3)]),
        ("It said 28 people died, while a survivor thought it nearer 40.", [("killed", 28, 28), ("killed", 40, 40)]),
        ("The blast killed 119, or 124 by the later list.", [("killed", 119, 124)]),
    ],
)
def test_a_bare_number_told_in_place_of_another_is_a_figure_of_the_same_kind(
    text: str, expected: list[tuple[str, int, int]], kit: RecountKit
) -> None:
    assert told(text, kit) == expected


def test_a_figure_may_stand_a_sentence_behind_the_other(kit: RecountKit) -> None:
    assert told("The clinic gave 31.", kit, "killed") == [("killed", 31, 31)]
    assert told("The clinic gave 31.", kit) == []


@pytest.mark.parametrize(
    "text",
    [
        "Two guards were killed; the minister said 20 houses had burned.",
        "Two guards were killed; he gave 20 reasons.",
        "Two guards were killed, and it was 20 degrees.",
        "Two guards were killed; the group admitted to three attacks.",
        "Two guards were killed on the way to a meeting of 31.",
    ],
)
def test_a_number_that_counts_other_things_is_no_figure(text: str, kit: RecountKit) -> None:
    assert told(text, kit) == [("killed", 2, 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An officer put the dead of that first night at four.", [("killed", 4, 4)]),
        ("A nurse put the wounded who came to his clinic at 27.", [("injured", 27, 27)]),
        ("The hospital was giving the number of dead as 26.", [("killed", 26, 26)]),
        ("Oren gave 137 as the figure for the dead.", [("killed", 137, 137)]),
        ("All but one of its 36 men were dead.", [("killed", 35, 35)]),
    ],
)
def test_tolls_in_other_words(text: str, expected: list[tuple[str, int, int]], kit: RecountKit) -> None:
    assert told(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Front says that it lost 18 of its own.", [("killed", 18, 18)]),
        ("The rebels took the hill at the loss of five men.", [("killed", 5, 5)]),
        ("She lost two sons, she told the radio.", [("killed", 2, 2)]),
        ("The party lost 40 members to its rival.", []),
        ("The army lost three posts and two tanks.", []),
        ("The brigade could lose 20 soldiers.", []),
        ("He spoke of the loss of life.", []),
    ],
)
def test_people_may_be_told_as_lost(text: str, expected: list[tuple[str, int, int]], kit: RecountKit) -> None:
    assert told(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruvian F-16s shot down four attack jets near Orvenka.", []),
        ("A Ruvian Su-22 was shot down over the hills.", []),
        ("The rebels marched in almost without a shot.", []),
        ("A handful of fighters shot back.", []),
        ("Guards shot down three protesters.", [("hit", 3, 3)]),
        ("Two students were shot down at the gate.", [("hit", 2, 2)]),
    ],
)
def test_aircraft_and_shots_are_nobody_hit(text: str, expected: list[tuple[str, int, int]], kit: RecountKit) -> None:
    assert told(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The office saw six soldiers and nine fighters dead.", [("killed", 15, 15)]),
        ("The council counted two guards and a dozen herders killed.", [("killed", 14, 14)]),
        ("A clerk, Stan Orik, was killed there along with at least five others.", [("killed", 6, None)]),
        ("The strike killed a mayor, together with two of his guards.", [("killed", 3, 3)]),
        ("He put the dead at ten and the injured at 17.", [("killed", 10, 10), ("injured", 17, 17)]),
        ("60 died, among them 15 boys, and a clinic treated 87 wounded.", [("killed", 60, 60), ("injured", 87, 87)]),
        (
            "Six were killed, two of them guards, and police saw 17 people hurt.",
            [("killed", 6, 6), ("injured", 17, 17)],
        ),
        ("Six died on one side and four on the other.", [("killed", 10, 10)]),
        ("Shelling killed six soldiers on one side, and four on the other.", [("killed", 10, 10)]),
        ("Two men were killed and a third was wounded.", [("killed", 2, 2), ("injured", 1, 1)]),
        ("A girl had died in hospital.", [("killed", 1, 1)]),
    ],
)
def test_those_harmed_together_are_counted_together(
    text: str, expected: list[tuple[str, int, int | None]], kit: RecountKit
) -> None:
    assert told(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army shelled six soldiers' posts and nine fighters died.", [("killed", 9, 9)]),
        ("Seven were killed, two of them boys, and a girl of four.", [("killed", 7, 7)]),
        ("A third of the wounded died.", []),
        ("Two children are in hospital.", [("injured", 2, 2)]),
    ],
)
def test_those_who_were_not_harmed_with_them_are_left_out(
    text: str, expected: list[tuple[str, int, int | None]], kit: RecountKit
) -> None:
    assert told(text, kit) == expected


def test_a_total_raised_in_the_same_breath_is_the_later_one(kit: RecountKit) -> None:
    text = "The minister gave the toll as six, and raised it to seven on the Sunday."
    assert [(h.low, h.raised) for h in harms(text, kit)] == [(6, False), (7, True)]


def total_of(text: str, kit: RecountKit, kind: str) -> tuple[int | None, int | None] | None:
    """Over the sentences of a text, each on its own."""
    found = [replace(h, sentence=n) for n, part in enumerate(text.split("|")) for h in harms(part.strip(), kit)]
    whole = total(found, kind)
    return None if whole is None else (whole.low, whole.high)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The leader Aleks Orik was killed. | His bodyguard died with him.", "killed", (2, 2)),
        ("A bomb killed the mayor Ilmo Karesh. | Two of his aides were killed alongside him.", "killed", (3, 3)),
        ("Five people were killed. | A driver had died with them, the mayor said.", "killed", (5, 5)),
        ("A clerk was killed. | A guard was shot dead with her own rifle.", "killed", (1, 1)),
        ("Nobody was hurt, the army said. | | | A clinic counted eight wounded.", "injured", (8, 8)),
    ],
)
def test_who_died_with_somebody_told_alone_is_added(
    text: str, kind: str, expected: tuple[int, int], kit: RecountKit
) -> None:
    assert total_of(text, kit, kind) == expected


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            "Troops killed 57 villagers; the ministry said that there had been one massacre, then that there was one.",
            [57],
        ),
        ("Troops killed 57 villagers, said the mayor, but the ministry said there had been one, but by others.", [57]),
        ("The mayor counted 57 dead; the ministry spoke of one.", [57, 1]),
    ],
)
def test_one_that_there_was_is_a_deed_and_nobody(text: str, killed: list[int], kit: RecountKit) -> None:
    assert [low for kind, low, _ in told(text, kit) if kind == "killed"] == killed
