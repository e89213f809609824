"""A deed of a long text recalled paragraphs on is no second one; nor are habits and the writer's own days deeds."""

from collections.abc import Callable

import pytest

from fakes.made_drafts import at, draft
from truceline.model.claim import Claim
from truceline.model.draft import Draft
from truceline.model.reading import Reading
from truceline.model.when import TimeMention
from truceline.recount.drafts.life import is_general

Recount = Callable[..., Reading]
Made = Callable[..., Claim]
LONG = "Nothing was settled in the valley.\n\n" + "Nobody could say what the summer would bring. " * 50 + "\n\n"
SHELLED = LONG + "On 9 May gunners shelled the mill at Qasra.\n\n"


def day(text: str, words: str, iso: str) -> TimeMention:
    start, end = at(text, words)
    return TimeMention(start=start, end=end, type="DATE", value=iso, earliest=iso, latest=iso, granularity="day")


def shelled(text: str) -> Draft:
    facets = [("place", "the mill at Qasra", "affirmed"), ("time", "9 May", "affirmed")]
    return draft(text, "shelling", ["shelled"], *facets)


def words(reading: Reading) -> list[list[str]]:
    text = reading.text or ""
    return sorted([text[a:b] for a, b in i.mentions] for i in reading.incidents)


def told(recount: Recount, more: str, other: Callable[[str], Draft], *days: tuple[str, str]) -> list[list[str]]:
    """Words of each incident, where a later paragraph tells more."""
    text = SHELLED + more
    times = tuple(day(text, w, iso) for w, iso in (("9 May", "2021-05-09"), *days))
    return words(recount(text, drafts=[shelled(text), other(text)], times=times))


def test_last_night_in_somebodys_mouth_is_no_day_of_the_text(recount: Recount) -> None:
    more = "“After last night's attack on us we owe them nothing,” Oren said."
    one = told(
        recount,
        more,
        lambda t: draft(t, "ground_attack", ["attack"], ("time", "last night", "affirmed")),
        ("last night", "2021-06-30"),
    )
    assert one == [["shelled", "attack"]]


def test_what_another_day_is_counted_from_has_not_that_day(recount: Recount) -> None:
    more = "On 2 June came the first lorry since the attack on the mill."
    one = told(
        recount,
        more,
        lambda t: draft(t, "ground_attack", ["attack"], ("place", "the mill", "affirmed")),
        ("2 June", "2021-06-02"),
    )
    assert one == [["shelled", "attack"]]


def test_who_did_it_on_that_day_is_asked_of_the_deed_of_that_day(recount: Recount) -> None:
    more = "My sister wants to know who fired on the ninth of May."
    one = told(
        recount,
        more,
        lambda t: draft(t, "shooting", ["fired"], ("time", "the ninth of May", "affirmed")),
        ("the ninth of May", "2021-05-09"),
    )
    assert one == [["shelled", "fired"]]


def test_what_somebody_says_is_of_the_only_deed_of_its_kind(recount: Recount, claim: Made) -> None:
    text = SHELLED + "The governor said that there had been a heavy bombardment."
    other = draft(text, "shelling", ["bombardment"], ("injured", "heavy", "affirmed"))
    said = claim(text, "The governor", "said", "there had been a heavy bombardment")
    reading = recount(text, claims=[said], drafts=[shelled(text), other], times=(day(text, "9 May", "2021-05-09"),))
    assert words(reading) == [["shelled", "bombardment"]]


@pytest.mark.parametrize("more", ["On 2 June guns shelled it.", "Then another attack on the mill came on 2 June."])
def test_another_day_is_another_deed(recount: Recount, more: str) -> None:
    mention = "attack" if "attack" in more else "shelled it"
    two = told(
        recount,
        more,
        lambda t: draft(t, "shelling", [mention], ("time", "2 June", "affirmed")),
        ("2 June", "2021-06-02"),
    )
    assert len(two) == 2


@pytest.mark.parametrize(
    ("more", "kind", "mention", "when"),
    [
        ("Every evening the boatman goes to the landing stage.", "troop_movement", "goes", "Every evening"),
        ("On 2 June I sat with the boatman at the landing stage.", "talks", "sat", "On 2 June"),
        ("On 2 June the soldiers had not left the barracks.", "withdrawal", "left", "On 2 June"),
    ],
)
def test_habits_the_writers_days_and_what_was_not_done_are_no_deeds(
    recount: Recount, more: str, kind: str, mention: str, when: str
) -> None:
    days = [] if when.startswith("Every") else [("2 June", "2021-06-02")]
    one = told(recount, more, lambda t: draft(t, kind, [mention], ("time", when, "affirmed")), *days)
    assert one == [["shelled"]]


@pytest.mark.parametrize(
    ("text", "large"),
    [
        ("In this valley people have been killed for a goat.", True),
        ("Oren knows that civilians are killed every week.", True),
        ("Nine people have been killed for a goat.", False),
        ("In Qasra the guards have been killed.", False),
    ],
)
def test_what_befalls_people_at_large_is_no_deed(text: str, *, large: bool) -> None:
    mention = draft(text, "attack_on_civilians", ["killed"]).mentions[0]
    assert is_general(text, (0, len(text)), mention) is large


def test_what_others_do_on_a_day_is_one(recount: Recount) -> None:
    more = "On 2 June the envoys sat in the town hall."
    two = told(
        recount,
        more,
        lambda t: draft(t, "talks", ["sat"], ("time", "2 June", "affirmed")),
        ("2 June", "2021-06-02"),
    )
    assert len(two) == 2


def test_their_shops_are_no_other_place(recount: Recount) -> None:
    text = LONG + "On 9 May gunners shelled the mill at Qasra. People said that their shops had been looted."
    looting = draft(text, "looting", ["looted"], ("place", "their", "affirmed"))
    reading = recount(text, drafts=[shelled(text), looting], times=(day(text, "9 May", "2021-05-09"),))
    assert words(reading) == [["shelled", "looted"]]


def test_a_deed_announced_is_the_one_told_next(recount: Recount) -> None:
    text = SHELLED + "Then came the reprisal. On 2 June riders burned the barns at Dumar and killed two men."
    came = draft(text, "ground_attack", ["reprisal"])
    facets = [("place", "Dumar", "affirmed"), ("time", "2 June", "affirmed"), ("killed", "two men", "affirmed")]
    burned = draft(text, "attack_on_civilians", ["killed"], *facets)
    times = (day(text, "9 May", "2021-05-09"), day(text, "2 June", "2021-06-02"))
    assert words(recount(text, drafts=[shelled(text), came, burned], times=times)) == [
        ["reprisal", "killed"],
        ["shelled"],
    ]


def test_bodies_found_later_are_those_of_who_was_taken(recount: Recount) -> None:
    text = LONG + "On 9 May riders took away nineteen men at Qasra. The bodies of eleven were found at Dumar on 2 June."
    facets = [("place", "Qasra", "affirmed"), ("time", "9 May", "affirmed")]
    taken = draft(text, "abduction", ["took away"], *facets)
    times = (day(text, "9 May", "2021-05-09"), day(text, "2 June", "2021-06-02"))
    (incident,) = recount(text, drafts=[taken], times=times).incidents
    assert incident.killed is not None
    assert incident.killed.low == 11
    assert incident.time is not None
    assert incident.time.latest == "2021-05-09"
