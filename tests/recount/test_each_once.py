"""A deed of a long text stands once: other verbs of its sentence, what is told on, and bare words are no second."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from fakes.made_drafts import at, draft
from truceline.model.claim import Claim
from truceline.model.draft import Draft
from truceline.model.reading import Reading
from truceline.model.when import TimeMention
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.one_act import in_one_breath, with_one_act
from truceline.recount.drafts.passages import lay_passages
from truceline.recount.kit import RecountKit

Recount = Callable[..., Reading]
LONG = "Nothing was settled in the valley.\n\n" + "Nobody could say what the summer would bring. " * 50 + "\n\n"


def day(text: str, words: str, iso: str) -> TimeMention:
    start, end = at(text, words)
    return TimeMention(start=start, end=end, type="DATE", value=iso, earliest=iso, latest=iso, granularity="day")


def words(reading: Reading) -> list[list[str]]:
    text = reading.text or ""
    return sorted([text[a:b] for a, b in i.mentions] for i in reading.incidents)


def placed(text: str, kind: str, mention: str, *facets: tuple[str, str]) -> Draft:
    return draft(text, kind, [mention], *((f, w, "affirmed") for f, w in facets))


@pytest.mark.parametrize(
    ("sentence", "one", "other"),
    [
        ("Riders entered Qasra and murdered nine people.", "entered", "murdered"),
        ("A squad crossed the fence, killed two guards and dragged off a third.", "killed", "dragged off"),
        ("They stormed the clinic and left with five prisoners.", "stormed", "left"),
        ("The boats opened fire on the tug, taking the crew.", "opened fire", "taking"),
        ("Envoys met by video link and then agreed on a truce.", "met", "agreed"),
        ("Fire destroyed two silos.", "Fire", "destroyed"),
        ("A raid by the police ended in a long gun battle.", "raid", "gun battle"),
        ("The march turned into a riot.", "march", "riot"),
    ],
)
def test_verbs_of_one_subject_tell_one_deed(sentence: str, one: str, other: str) -> None:
    assert in_one_breath(sentence, at(sentence, one), at(sentence, other))


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("A mine on the road to Qasra had killed two boys.", 1),
        ("A mine was laid on the road to Qasra, and another had killed two boys.", 2),
    ],
)
def test_a_verb_behind_a_noun_and_its_place_tells_the_same_deed(
    recount: Recount, kit: RecountKit, text: str, deeds: int
) -> None:
    noun, then = placed(text, "mine", "mine", ("place", "Qasra")), placed(text, "mine", "killed")
    reading = replace(recount(text), drafts=(noun, then))
    pairs = [Paired(None, noun), Paired(None, then)]
    assert len(with_one_act(pairs, lay_passages(reading, [noun, then], []), reading, kit.events)) == deeds


@pytest.mark.parametrize(
    ("sentence", "one", "other"),
    [
        ("Neighbours threw stones, and the police fired over their heads.", "threw", "fired"),
        ("Riders attacked Qasra after a mine killed two of them.", "attacked", "killed"),
        ("A convoy was shelled while gunmen raided the depot.", "shelled", "raided"),
        ("Shells hit the school; fighters burned the mill.", "hit", "burned"),
        ("The army bombed the hills and shelling went on in town.", "bombed", "shelling"),
    ],
)
def test_another_subject_or_clause_tells_another(sentence: str, one: str, other: str) -> None:
    assert not in_one_breath(sentence, at(sentence, one), at(sentence, other))


def test_what_doers_did_in_one_sentence_is_one_deed(recount: Recount) -> None:
    text = LONG + "On 9 May riders entered Qasra and murdered nine people."
    entering = placed(text, "ground_attack", "entered", ("place", "Qasra"), ("time", "9 May"))
    killing = placed(text, "attack_on_civilians", "murdered", ("killed", "nine people"))
    reading = recount(text, drafts=[entering, killing], times=(day(text, "9 May", "2021-05-09"),))
    assert words(reading) == [["entered", "murdered"]]
    assert reading.incidents[0].killed is not None
    assert reading.incidents[0].killed.low == 9


def test_two_places_in_one_sentence_stay_two_deeds(recount: Recount) -> None:
    text = LONG + "On 9 May the army shelled Qasra and captured Dumar."
    shelling = placed(text, "shelling", "shelled", ("place", "Qasra"), ("time", "9 May"))
    capture = placed(text, "territory_taken", "captured", ("place", "Dumar"))
    reading = recount(text, drafts=[shelling, capture], times=(day(text, "9 May", "2021-05-09"),))
    assert len(reading.incidents) == 2


Made = Callable[..., Claim]
ROUND = LONG + "On 9 May a round struck a car near Qasra. "


def told_on(recount: Recount, claim: Made, more: str, mention: str, *facets: tuple[str, str]) -> list[list[str]]:
    """Words of each incident, where a spokesman tells more behind a round that struck a car."""
    said = f"The spokesman said that {more}."
    text = ROUND + said
    one = placed(text, "shooting", "struck", ("place", "Qasra"), ("time", "9 May"))
    other = placed(text, "shooting", mention, *facets)
    told = claim(text, "The spokesman", "said", more)
    times = (day(text, "9 May", "2021-05-09"),)
    return words(recount(text, claims=[told], drafts=[one, other], times=times))


@pytest.mark.parametrize(
    ("more", "mention"),
    [
        ("the gun was old and nobody knew the origin of the shot", "shot"),
        ("the attack with the gun was a mistake", "attack"),
    ],
)
def test_what_somebody_tells_behind_it_is_of_the_deed_that_a_day_set(
    recount: Recount, claim: Made, more: str, mention: str
) -> None:
    assert told_on(recount, claim, more, mention) == [["struck", mention]]


def test_another_place_is_a_second(recount: Recount, claim: Made) -> None:
    assert len(told_on(recount, claim, "the gun was fired at Dumar", "fired", ("place", "Dumar"))) == 2


def bare(recount: Recount, more: str, mention: str) -> list[list[str]]:
    """Words of each incident, where a bare word for a deed stands behind a shelling told with its day and place."""
    text = LONG + "On 9 May gunners shelled Qasra. " + more
    one = placed(text, "shelling", "shelled", ("place", "Qasra"), ("time", "9 May"))
    other = draft(text, "shooting", [mention])
    return words(recount(text, drafts=[one, other], times=(day(text, "9 May", "2021-05-09"),)))


@pytest.mark.parametrize("more", ["Oren wept over the shooting.", "That shooting ended the talks."])
def test_a_bare_word_that_points_back_is_of_the_one_deed_before(recount: Recount, more: str) -> None:
    assert bare(recount, more, "shooting") == [["shelled", "shooting"]]


@pytest.mark.parametrize(
    ("more", "mention"),
    [
        ("\n\nThe riders took the town and there was not a shot.", "shot"),
        ("\n\nTwo days after the shooting they met.", "shooting"),
    ],
)
def test_a_bare_word_of_no_deed_in_particular_is_no_incident(recount: Recount, more: str, mention: str) -> None:
    assert bare(recount, more, mention) == [["shelled"]]


def test_a_word_with_a_place_of_its_own_stands(recount: Recount) -> None:
    text = ROUND + "\n\nThe raid on Dumar is still talked of."
    one = placed(text, "shooting", "struck", ("place", "Qasra"), ("time", "9 May"))
    other = placed(text, "ground_attack", "raid", ("place", "Dumar"))
    reading = recount(text, drafts=[one, other], times=(day(text, "9 May", "2021-05-09"),))
    assert len(reading.incidents) == 2


def test_days_after_another_deed_a_new_one_is_told(recount: Recount) -> None:
    text = LONG + "On 9 May planes bombed Qasra.\n\nThree days after Qasra they bombed a convoy on the pass."
    both = draft(
        text,
        "air_strike",
        ["planes bombed", "they bombed"],
        ("place", "the pass", "affirmed"),
        ("place", "Qasra", "affirmed"),
        ("time", "9 May", "affirmed"),
    )
    start, end = at(text, "Three days")
    later = TimeMention(start=start, end=end, type="DURATION", value="P3D")
    assert words(recount(text, drafts=[both], times=(day(text, "9 May", "2021-05-09"), later))) == [
        ["bombed"],
        ["bombed"],
    ]


def test_what_points_back_under_another_deed_is_not_of_one_paragraphs_before(recount: Recount) -> None:
    first = "On 2 May fighters clashed in Qasra."
    second = "On 9 May the army clashed with riders in Dumar. Two soldiers fell in that clash."
    text = LONG + first + "\n\nThe valley slept.\n\n" + second
    drafts = [
        placed(text, "clash", "fighters clashed", ("place", "Qasra"), ("time", "2 May")),
        placed(text, "clash", "army clashed", ("place", "Dumar"), ("time", "9 May")),
        placed(text, "clash", "that clash", ("killed", "Two soldiers")),
    ]
    times = day(text, "2 May", "2021-05-02"), day(text, "9 May", "2021-05-09")
    reading = recount(text, drafts=drafts, times=times)
    dead = {i.time.earliest: i.killed.low if i.killed else None for i in reading.incidents if i.time}
    assert dead == {"2021-05-02": None, "2021-05-09": 2}


def test_the_hospital_where_the_hurt_were_taken_sets_no_deed(recount: Recount, claim: Made) -> None:
    more = "the wounded were taken to Dumar after the attack"
    assert told_on(recount, claim, more, "attack", ("place", "Dumar")) == [["struck", "attack"]]


def behind_a_raid(recount: Recount, more: str, kind: str, mention: str, *facets: tuple[str, str]) -> list[list[str]]:
    """Words of each incident, where more is told behind a raid with its day and place."""
    text = LONG + "On 9 May fighters stormed Qasra. " + more
    one = placed(text, "ground_attack", "stormed", ("place", "Qasra"), ("time", "9 May"))
    other = placed(text, kind, mention, *facets)
    return words(recount(text, drafts=[one, other], times=(day(text, "9 May", "2021-05-09"),)))


@pytest.mark.parametrize(
    ("more", "kind", "mention", "facet"),
    [
        ("Four men were arrested, Oren said.", "detention", "arrested", ("detained", "Four men")),
        ("At least two women were raped.", "sexual_violence", "raped", ("injured", "two women")),
        ("The shops were looted by noon.", "looting", "looted", ("target", "The shops")),
    ],
)
def test_arrests_rape_and_looting_behind_a_raid_are_part_of_it(
    recount: Recount, more: str, kind: str, mention: str, facet: tuple[str, str]
) -> None:
    assert behind_a_raid(recount, more, kind, mention, facet) == [["stormed", mention]]


def test_looting_at_another_place_is_another(recount: Recount) -> None:
    facets = ("target", "The shops"), ("place", "Dumar")
    assert len(behind_a_raid(recount, "The shops of Dumar were looted by noon.", "looting", "looted", *facets)) == 2


def test_what_is_told_with_neither_day_nor_place_nor_anybody_hurt_is_no_incident(recount: Recount) -> None:
    more = "\n\nThe committee had handed in its papers, it said."
    assert behind_a_raid(recount, more, "handover", "handed", ("target", "its papers")) == [["stormed"]]


def test_but_a_truce_s_step_stands(recount: Recount) -> None:
    more = "\n\nAs soon as the truce expired, both armies took up their posts."
    assert behind_a_raid(recount, more, "ceasefire_step", "expired") == [["stormed"], ["truce expired"]]


def test_but_a_denial_of_it_stands(recount: Recount) -> None:
    text = LONG + "On 9 May fighters stormed Qasra.\n\nOren denied that his men had handed over any guns."
    one = placed(text, "ground_attack", "stormed", ("place", "Qasra"), ("time", "9 May"))
    other = draft(text, "handover", ["handed over"], ("occurrence", "handed over any guns", "denied"))
    assert len(recount(text, drafts=[one, other], times=(day(text, "9 May", "2021-05-09"),)).incidents) == 2


def test_a_heading_names_the_deed_below_it(recount: Recount) -> None:
    text = LONG + "The massacre of the traders\n\nOn 9 May gunmen shot nine traders in Qasra."
    one = placed(text, "shooting", "shot", ("place", "Qasra"), ("time", "9 May"), ("killed", "nine traders"))
    other = placed(text, "attack_on_civilians", "massacre", ("killed", "the traders"))
    got = words(recount(text, drafts=[one, other], times=(day(text, "9 May", "2021-05-09"),)))
    assert got == [["massacre", "shot"]]


@pytest.mark.parametrize(
    ("more", "places", "incidents"),
    [
        ("The text that both accepted is short.", [], 1),
        ("The text that both accepted in Dumar is short.", [("place", "Dumar")], 2),
        ("Another text was accepted by both in that valley.", [("place", "that valley")], 2),
    ],
)
def test_talks_and_what_they_agreed_are_one(
    recount: Recount, more: str, places: list[tuple[str, str]], incidents: int
) -> None:
    text = LONG + "On 9 May envoys met in Qasra. " + more
    one = placed(text, "talks", "met", ("place", "Qasra"), ("time", "9 May"))
    other = placed(text, "ceasefire_step", "accepted", ("actor", "both"), *places)
    times = (day(text, "9 May", "2021-05-09"),)
    assert len(recount(text, drafts=[one, other], times=times).incidents) == incidents


@pytest.mark.parametrize(
    ("sentence", "mention", "total"),
    [
        ("Dumar had been bombed every day since the spring.", "bombed", True),
        ("Gunners shelled Dumar day after day.", "shelled", True),
        ("Dumar was bombed on a day of prayer.", "bombed", False),
        ("Gunners shelled Dumar, where people pray every day.", "shelled", False),
    ],
)
def test_what_is_done_every_day_is_a_total(recount: Recount, sentence: str, mention: str, *, total: bool) -> None:
    text = LONG + "On 9 May fighters stormed Qasra.\n\n" + sentence
    one = placed(text, "ground_attack", "stormed", ("place", "Qasra"), ("time", "9 May"))
    other = placed(text, "shelling", mention, ("place", "Dumar"))
    reading = recount(text, drafts=[one, other], times=(day(text, "9 May", "2021-05-09"),))
    assert [i.aggregate for i in reading.incidents if i.event_type != "ground_attack"] == [total]


@pytest.mark.parametrize(
    ("first", "last", "total"), [("2021-02-17", "2021-03-22", True), ("2021-03-17", "2021-03-22", False)]
)
def test_those_killed_between_two_days_far_apart_are_a_total(
    recount: Recount, first: str, last: str, *, total: bool
) -> None:
    text = (
        LONG + "On 9 May fighters stormed Qasra.\n\nSome 30 people were killed between the feast and the thaw in Dumar."
    )
    one = placed(text, "ground_attack", "stormed", ("place", "Qasra"), ("time", "9 May"))
    between = "the feast and the thaw"
    facets = ("place", "Dumar"), ("time", between), ("killed", "Some 30 people")
    other = placed(text, "attack_on_civilians", "killed", *facets)
    start, end = at(text, between)
    span = TimeMention(start=start, end=end, type="DATE", value=first, earliest=first, latest=last, granularity="range")
    reading = recount(text, drafts=[one, other], times=(day(text, "9 May", "2021-05-09"), span))
    assert [i.aggregate for i in reading.incidents if i.event_type != "ground_attack"] == [total]
