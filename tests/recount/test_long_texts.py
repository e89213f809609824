"""A long text is read in pieces: deeds of other days and places, told paragraphs apart, stay apart."""

from collections.abc import Callable
from dataclasses import replace

from fakes.made_drafts import at, draft
from truceline.model.claim import Claim
from truceline.model.draft import Draft
from truceline.model.reading import Reading
from truceline.model.when import TimeMention
from truceline.recount.drafts.set_by import Setting, shared

Recount = Callable[..., Reading]
BETWEEN = "\n\n" + "Nobody in the valley could say what the summer would bring. " * 40 + "\n\n"


def day(text: str, words: str, iso: str) -> TimeMention:
    start, end = at(text, words)
    return TimeMention(start=start, end=end, type="DATE", value=iso, earliest=iso, latest=iso, granularity="day")


def told(text: str, recount: Recount, one: Draft) -> list[tuple[str | None, int | None, list[str]]]:
    """Each incident's day, its dead and its words, where the learned reader has all the words for one deed."""
    days = [("2 May", "2021-05-02"), ("9 May", "2021-05-09")]
    times = tuple(day(text, words, iso) for words, iso in days if words in text)
    reading = recount(text, drafts=[one], times=times)
    return [
        (i.time.earliest if i.time else None, i.killed.low if i.killed else None, [text[a:b] for a, b in i.mentions])
        for i in sorted(reading.incidents, key=lambda i: i.mentions[0])
    ]


def test_deeds_of_two_days_and_places_are_two(recount: Recount) -> None:
    first = "On 2 May shells hit Qasra, killing three people."
    second = "On 9 May gunners shelled Dumar. Five people were killed."
    text = first + BETWEEN + second
    facets = [("time", "2 May"), ("place", "Qasra"), ("killed", "three people")]
    facets += [("time", "9 May"), ("place", "Dumar"), ("killed", "Five people")]
    one = draft(text, "shelling", ["hit", "shelled"], *((f, w, "affirmed") for f, w in facets))
    got = told(text, recount, one)
    assert [(when, dead, words[0]) for when, dead, words in got] == [
        ("2021-05-02", 3, "hit"),
        ("2021-05-09", 5, "shelled"),
    ]


def test_deeds_of_two_places_are_two_without_any_day(recount: Recount) -> None:
    text = "Shells hit Qasra in the spring." + BETWEEN + "Gunners shelled Dumar as well. Two people died there."
    one = draft(text, "shelling", ["hit", "shelled"], ("place", "Qasra", "affirmed"), ("place", "Dumar", "affirmed"))
    assert [words[0] for _, _, words in told(text, recount, one)] == ["hit", "shelled"]


def test_what_points_back_over_many_paragraphs_is_of_the_same_deed(recount: Recount) -> None:
    text = "On 2 May shells hit Qasra." + BETWEEN + "The mayor spoke of the shelling without a word on his part."
    facets = ("time", "2 May", "affirmed"), ("place", "Qasra", "affirmed")
    got = told(text, recount, draft(text, "shelling", ["hit", "shelling"], *facets))
    assert [words for _, _, words in got] == [["hit", "shelling"]]


def test_a_deed_told_again_with_its_place_is_the_same(recount: Recount) -> None:
    text = "On 2 May shells hit Qasra." + BETWEEN + "Oren said that they had struck Qasra from the hills."
    facets = ("time", "2 May", "affirmed"), ("place", "Qasra", "affirmed")
    got = told(text, recount, draft(text, "shelling", ["hit", "struck"], *facets))
    assert [words for _, _, words in got] == [["hit", "struck"]]


def test_a_meeting_told_as_new_is_not_the_one_of_paragraphs_before(recount: Recount) -> None:
    text = "On 2 May the envoys held talks in Qasra." + BETWEEN + "The minister came for a short meeting with the dean."
    facets = ("time", "2 May", "affirmed"), ("place", "Qasra", "affirmed")
    got = told(text, recount, draft(text, "talks", ["talks", "meeting"], *facets))
    assert [words for _, _, words in got] == [["held talks"]]


def test_the_dead_belong_to_the_deed_of_their_own_paragraph(recount: Recount) -> None:
    first, second = "On 2 May shells hit Qasra.", "On 9 May a lorry blew up in Dumar. The governor spoke of 12 dead."
    text = first + BETWEEN + second
    shelling = draft(
        text, "shelling", ["hit"], *((f, w, "affirmed") for f, w in [("place", "Qasra"), ("killed", "12 dead")])
    )
    bombing = draft(text, "bombing", ["blew up"], ("place", "Dumar", "affirmed"))
    times = day(text, "2 May", "2021-05-02"), day(text, "9 May", "2021-05-09")
    reading = recount(text, drafts=[shelling, bombing], times=times)
    dead = {i.event_type: i.killed.low if i.killed else None for i in reading.incidents}
    assert dead == {"shelling": None, "bombing": 12}


def dead(reading: Reading) -> dict[str, int | None]:
    return {i.event_type: i.killed.low if i.killed else None for i in reading.incidents}


def test_those_killed_in_a_deeds_own_sentence_are_its_dead(recount: Recount) -> None:
    text = (
        "Shells hit Qasra." + BETWEEN + "A driver blew up his lorry in Dumar; the police said six men had been killed."
    )
    shelling = draft(text, "shelling", ["hit"], ("place", "Qasra", "affirmed"))
    bombing = draft(text, "bombing", ["blew up"], ("place", "Dumar", "affirmed"))
    assert dead(recount(text, drafts=[shelling, bombing])) == {"shelling": None, "bombing": 6}


def test_those_killed_right_behind_a_deed_are_its_dead_and_no_second_deed(recount: Recount) -> None:
    second = "On 9 May a lorry blew up in Dumar. Oren said that eight civilians were killed."
    text = "Shells hit Qasra." + BETWEEN + second
    bombing = draft(text, "bombing", ["blew up"], ("place", "Dumar", "affirmed"), ("time", "9 May", "affirmed"))
    killing = draft(text, "attack_on_civilians", ["killed"])
    reading = recount(text, drafts=[bombing, killing], times=(day(text, "9 May", "2021-05-09"),))
    assert dead(reading)["bombing"] == 8
    assert "attack_on_civilians" not in dead(reading)


def test_who_killed_people_in_a_sentence_of_its_own_did_another_deed(recount: Recount) -> None:
    text = "Shells hit Qasra." + BETWEEN + "A lorry blew up in Dumar. Riders killed two traders in Asar."
    bombing = draft(text, "bombing", ["blew up"], ("place", "Dumar", "affirmed"))
    killing = draft(text, "attack_on_civilians", ["killed"], ("place", "Asar", "affirmed"))
    assert dead(recount(text, drafts=[bombing, killing])) == {"bombing": None, "attack_on_civilians": 2}


def test_what_goes_on_behind_a_deed_set_by_its_day_is_that_deed(recount: Recount) -> None:
    second = "On 9 May gunners shelled Dumar. The mayor said that the rounds had been fired from the hills."
    text = "Nothing was settled." + BETWEEN + second
    one = draft(text, "shelling", ["shelled"], ("place", "Dumar", "affirmed"), ("time", "9 May", "affirmed"))
    more = draft(text, "shelling", ["fired"], ("place", "the hills", "affirmed"))
    reading = recount(text, drafts=[one, more], times=(day(text, "9 May", "2021-05-09"),))
    assert len(reading.incidents) == 1


def test_another_place_behind_it_is_another_deed(recount: Recount) -> None:
    text = "Nothing was settled." + BETWEEN + "On 9 May gunners shelled Dumar. Rounds were fired at Asar too."
    one = draft(text, "shelling", ["shelled"], ("place", "Dumar", "affirmed"), ("time", "9 May", "affirmed"))
    more = draft(text, "shelling", ["fired"], ("place", "Asar", "affirmed"))
    reading = recount(text, drafts=[one, more], times=(day(text, "9 May", "2021-05-09"),))
    assert len(reading.incidents) == 2


def test_a_day_told_alone_is_shared_with_a_day_and_a_town_but_a_month_is_not() -> None:
    alone = Setting((day("2 May", "2 May", "2021-05-02"),))
    with_town = Setting(alone.days, frozenset({"dumar"}))
    month = Setting((replace(alone.days[0], granularity="month", earliest="2021-05-01", latest="2021-05-31"),))
    assert shared(alone, with_town)
    assert not shared(month, with_town)
    assert not shared(Setting(alone.days, frozenset({"qasra"})), with_town)


def test_a_day_that_leads_up_to_a_deed_sets_it_whatever_hangs_on_it(recount: Recount) -> None:
    later = "Late on 9 May a column was halted at the bridge. What came next was an air raid that killed four men."
    text = "On 2 May planes bombed Qasra." + BETWEEN + later
    raids = draft(
        text, "air_strike", ["bombed", "air raid"], ("time", "2 May", "affirmed"), ("killed", "four men", "affirmed")
    )
    halted = draft(text, "access_denied", ["halted"])
    days = day(text, "2 May", "2021-05-02"), day(text, "9 May", "2021-05-09")
    reading = recount(text, drafts=[raids, halted], times=days)
    words = [[text[a:b] for a, b in i.mentions] for i in reading.incidents if i.event_type == "air_strike"]
    assert sorted(words) == [["air raid"], ["bombed"]]


def test_a_day_on_which_somebody_told_of_it_sets_no_deed(recount: Recount, claim: Callable[..., Claim]) -> None:
    text = "On 2 May planes bombed Qasra." + BETWEEN + "On 9 May Oren said that the planes had struck a mill."
    raids = draft(text, "air_strike", ["bombed", "struck"], ("time", "2 May", "affirmed"))
    days = day(text, "2 May", "2021-05-02"), day(text, "9 May", "2021-05-09")
    said = claim(text, "Oren", "said", "the planes had struck a mill")
    reading = recount(text, [said], drafts=[raids], times=days)
    assert [[text[a:b] for a, b in i.mentions] for i in reading.incidents] == [["bombed", "struck"]]


def test_a_deed_takes_its_day_from_the_sentence_behind(recount: Recount) -> None:
    first = "The men entered a class and fired. It was 2 May in Qasra."
    second = "On 9 May soldiers went through Dumar and killed six people."
    text = first + BETWEEN + second
    facets = ("time", "2 May", "affirmed"), ("time", "9 May", "affirmed"), ("killed", "six people", "affirmed")
    one = draft(text, "shooting", ["fired", "went through"], *facets)
    assert [(when, words[0]) for when, _, words in told(text, recount, one)] == [
        ("2021-05-02", "fired"),
        ("2021-05-09", "went through"),
    ]


def test_words_surely_of_other_kinds_are_of_no_one_deed(recount: Recount) -> None:
    text = "Qasra had been occupied by stealth. Four villages were lost. Oren said so at a meeting in Dumar." + BETWEEN
    taken = draft(text, "territory_taken", ["occupied", "lost"], ("place", "Qasra", "affirmed"))
    met = draft(text, "talks", ["meeting"], ("place", "Dumar", "affirmed"))
    one = replace(taken, mentions=(*taken.mentions, *met.mentions))
    assert [words for _, _, words in told(text, recount, one)] == [["occupied", "lost"], ["meeting"]]


def test_a_place_of_another_paragraph_is_not_that_of_a_deed_whose_own_tells_one(recount: Recount) -> None:
    text = "On 2 May the sides met at the old creamery." + BETWEEN + "Dumar was quiet."
    one = draft(text, "talks", ["met"], ("place", "the old creamery", "affirmed"), ("place", "Dumar", "affirmed"))
    reading = recount(text, drafts=[one], times=(day(text, "2 May", "2021-05-02"),))
    assert [i.place.name for i in reading.incidents if i.place] == ["old creamery"]
