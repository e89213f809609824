"""What a new user sees of one short text, read by everything that ships: the faults users found stay away."""

import re

import pytest

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.recount.fought import fought
from truceline.runners.local import local_kit


def read(text: str, day: str | None = "2022-10-20") -> Reading:
    return read_record(Record(id="a", where="a.txt", text=text, data=text.encode(), dct=day), local_kit(), Settings())


def told(reading: Reading, *names: str) -> set[tuple[str, str, str]]:
    return {
        (f.facet, f.polarity, str(f.value)) for a in reading.accounts for f in a.facets if not names or f.facet in names
    }


@pytest.mark.parametrize(
    "text",
    [
        "On 18 May 2020 shells hit a bakery in Bani Walid, killing two people, the mayor said.",
        "Shells hit a bakery in Bani Walid on 18 May 2020, killing two people, the mayor said.",
        "In May shells hit a bakery in Bani Walid, killing two people, the mayor said.",
    ],
)
def test_the_month_of_may_is_no_modal(text: str) -> None:
    (incident,) = read(text).incidents
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.high) == (2, 2)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "KYIV, 3 May 2023 (Reuters) - Russian forces shelled a school in Kherson on Monday, the governor said.",
            "Kherson",
        ),
        ("NAIROBI, 27 August 2022 - An air strike hit a kindergarten in Mekelle on Friday, a doctor said.", "Mek'ele"),
        ("DONETSK, 3 May - A man was shot dead at the Orvenka club on Monday, Donetsk police said.", "Donetsk"),
        ("LOS ANGELES (AP) - A man was shot dead in Compton on Monday, police said.", "Compton"),
        (
            "DAMASCUS, 15 March 2019 - Shelling wounded four people in Zabadani on Thursday, an official said.",
            "Az Zabadānī",
        ),
    ],
)
def test_the_dateline_is_not_the_scene(text: str, place: str) -> None:
    incident = read(text, None).incidents[0]
    assert incident.place is not None
    assert incident.place.name == place


@pytest.mark.parametrize(
    "text",
    [
        "Clashes broke out in Hama on 3 May 2019. The minister denied that any soldier had been harmed.",
        "Shelling hit Hama on 3 May 2019, the mayor said. The army denied that any civilian had been killed.",
        "A strike hit Hama on 3 May 2019, the mayor said. The army denied that it had killed civilians.",
    ],
)
def test_harm_that_is_denied_is_nobodys_figure(text: str) -> None:
    reading = read(text)
    assert [i.killed for i in reading.incidents] == [None]
    assert all(polarity == "denied" for _, polarity, _ in told(reading, "killed", "injured"))


def test_an_accusation_clears_nobody() -> None:
    reading = read(
        "Shells hit a bakery in Hama and killed two people. The mayor said the shells were fired by the army."
    )
    assert told(reading, "responsibility") == {("responsibility", "affirmed", "army")}


def test_a_weapon_told_again_elsewhere_is_of_another_deed() -> None:
    reading = read("Shells hit a bakery in Hama. The mayor said other shells were fired at Homs by the army.")
    assert len(reading.incidents) > 1


def test_who_denies_the_deed_is_not_blamed_by_the_same_words() -> None:
    reading = read(
        "Shelling hit a hospital in Tripoli on Monday, the UN said. A spokesman for the Libyan National Army said that "
        "the LNA had not shelled the hospital and that the rockets had come from Abu Salim."
    )
    assert ("responsibility", "affirmed", "ly-lna") not in told(reading, "responsibility")


def test_denying_the_aim_leaves_the_deed() -> None:
    reading = read(
        "A drone strike hit Mekelle on 14 September. The government denied that civilians had been targeted in Mekelle."
    )
    assert not [f for f in told(reading, "occurrence") if f[1] == "denied"]


def test_deeds_of_other_places_and_kinds_are_two() -> None:
    reading = read(
        "On 13 September a drone struck the campus of Mekelle University. One person was injured.\n\n"
        "The Tigray command said that Eritrean forces shelled Sheraro on 13 September."
    )
    assert [i.event_type for i in reading.incidents] == ["drone_strike", "shelling"]
    assert [i.injured is not None for i in reading.incidents] == [True, False]


def test_an_attack_on_troops_is_none_on_civilians() -> None:
    (incident,) = read("The army said that rebels attacked its troops at Kobo on 24 August.").incidents
    assert incident.event_type == "ground_attack"


def test_a_question_tells_of_nothing() -> None:
    assert read("QUESTION: How many soldiers has the army lost since 24 August?").incidents == ()


def test_of_killed_or_injured_nobody_knows_how_many_died() -> None:
    reading = read("At least 1,043 civilians were killed or injured in Libya in that time, the United Nations said.")
    assert told(reading, "killed", "injured") == set()


def test_a_surname_and_a_part_of_a_name_are_no_places() -> None:
    reading = read("An air strike hit Ain Zara on Monday. Mohamed al-Kani denied the killings.")
    assert not {p.name for p in reading.places} & {"Ain", "Kani"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The office of the United Nations in Yemen said that four people had been killed.", "United Nations"),
        ("The GNA's Interior Minister, Fathi Bashagha, denied that any prisoner had been harmed.", "Fathi Bashagha"),
        ("Satellite pictures that an outlet published on Friday show a trench at Sirte.", None),
    ],
)
def test_words_go_to_whom_they_are_of(text: str, speaker: str | None) -> None:
    (claim,) = read(text).claims
    assert claim.speaker == speaker


def test_a_surname_with_its_article_is_the_one_named_in_full() -> None:
    first, second = read(
        "Spokesman Ahmed al-Mismari said the port was open. Al-Mismari also said that the road was closed."
    ).claims
    assert first.speaker == second.speaker == "Ahmed al-Mismari"


def test_what_few_expect_is_foreseen_not_to_be_and_what_is_taken_owns_to_nothing() -> None:
    acts = [c.act for c in read("Nobody in Tripoli expects the truce to hold. Both sides accepted it.").claims]
    assert acts == ["predicts", "asserts"]


def test_a_byline_and_a_first_line_give_the_day() -> None:
    analysis = read(
        "# Silent guns\n\n*Analysis by Marta Quiroga, Tunis, 22 January 2021*\n\nOn Monday a mine exploded near Sirte.",
        None,
    )
    briefing = read(
        "Briefing of the Foreign Ministry, Addis Ababa, 3 November 2022\n\nYesterday a drone struck Mekelle.",
        None,
    )
    days = [r.document.published and r.document.published.earliest for r in (analysis, briefing)]
    assert days == ["2021-01-22", "2022-11-03"]
    assert [i.time and i.time.earliest for r in (analysis, briefing) for i in r.incidents] == [
        "2021-01-18",
        "2022-11-02",
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("GENEVA, 3 May - The monitors said that shells hit the Maiorsk crossing on Tuesday.", "Maiorsk crossing"),
        ("VIENNA, 3 May - A drone struck the Zorynsk bridge on Monday, the monitors said.", "Zorynsk bridge"),
        ("GENEVA, 3 May - Shells hit the village of Orvenka on Tuesday, the monitors said.", "Orvenka"),
        ("GENEVA, 3 May - Shells hit Orvenka on Tuesday, the monitors said.", "Orvenka"),
        ("BEIRUT (AP) - May 3. Six soldiers died in the fighting around al-Orvenka, the monitors said.", "al-Orvenka"),
    ],
)
def test_a_name_nobody_can_locate_is_not_put_where_the_report_was_sent_from(text: str, place: str) -> None:
    incident = read(text, "2022-05-04").incidents[0]
    assert incident.place is not None
    assert (incident.place.name, incident.place.lat) == (place, None)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("DONETSK, 3 May - Shells hit a market on Monday, killing two.", "Donetsk"),
        ("LOS ANGELES (AP) - A man was shot dead on Alder Street on Monday, police said.", "Los Angeles"),
        ("KYIV, 3 May - A missile hit the Obolon market on Monday, killing four people, police said.", "Kyiv City"),
    ],
)
def test_a_report_sent_from_the_scene_is_set_there(text: str, town: str) -> None:
    incident = read(text, "2022-05-04").incidents[0]
    assert incident.place is not None
    assert incident.place.lat is not None
    assert town in {incident.place.name, *incident.place.within}


@pytest.mark.parametrize(
    "text",
    [
        "- 24 December, Donetsk: two soldiers wounded by sniper fire.",
        "24 December – Donetsk: two soldiers wounded by sniper fire.",
        "* 24 December, Donetsk – two soldiers wounded by sniper fire.",
        "On 24 December, Donetsk: two soldiers wounded by sniper fire.",
    ],
)
def test_a_day_and_a_place_that_head_a_line_are_its_happenings(text: str) -> None:
    (incident,) = read(text, "2022-01-04").incidents
    assert incident.place is not None
    assert incident.time is not None
    assert (incident.place.name, incident.time.earliest) == ("Donetsk", "2021-12-24")


@pytest.mark.parametrize("text", ["Kyiv: rebels shelled Avdiivka.", "Moscow: rebels shelled Avdiivka on 24 December."])
def test_a_capital_before_a_colon_speaks(text: str) -> None:
    (incident,) = read(text, "2022-01-04").incidents
    assert incident.place is None or "Avdi" in incident.place.name


@pytest.mark.parametrize(
    ("text", "facet", "value"),
    [
        ("On May 14 armed men stormed the town hall in Homs.", "actor", "armed men"),
        ("On November 3 shells fell on a farm in Hama.", "means", "shells"),
        ("On March 9 soldiers burned the mill in Hama.", "actor", "soldiers"),
    ],
)
def test_the_number_of_a_day_counts_nothing_behind_it(text: str, facet: str, value: str) -> None:
    reading = read(text)
    assert {v for _, _, v in told(reading, facet)} == {value}
    (incident,) = reading.incidents
    assert incident.time is not None


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen killed 58 members of the Brenn clan and its neighbours in Homs on 5 March 1998.", 58),
        ("Shells killed 12 residents of one house and their guests in Homs on 3 May 2019.", 12),
        ("Gunmen killed two members of the council and a driver in Homs on 3 May 2019.", 3),
        ("In the spring, terrorist attacks shook Homs, in which 188 people were killed.", 188),
    ],
)
def test_what_follows_a_counted_whole_is_of_it(text: str, killed: int) -> None:
    incidents = read(text).incidents
    assert [(i.killed.low, i.killed.high) for i in incidents if i.killed] == [(killed, killed)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "The truce of 2 May 2002 is dead.\n\nOn the morning of its end, September 16, a bomb tore through a bus.",
            "2022-09-16",
        ),
        ("The truce began on 4 March 2010. On the evening of the feast, 9 April 2010, men shot a guard.", "2010-04-09"),
        ("An accord was signed on October 13, 1998. A guard died two days later in an ambush near Homs.", "1998-10-15"),
        ("A guard died two days later in an ambush near Homs.", None),
        ("Rebels took the bridge in Hama on 3 May 2019. Two days later shells hit the mill there.", "2019-05-05"),
    ],
)
def test_a_happening_has_the_day_its_own_words_tell(text: str, day: str | None) -> None:
    days = {i.event_type: i.time.earliest if i.time else None for i in read(text).incidents}
    assert day in {d for kind, d in days.items() if kind not in {"ceasefire_step", "territory_taken"}}


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("On 3 May 2019 Omar Brenn was killed with two of his guards in Homs.", 3),
        ("On 3 May 2019 Brenn was killed along with four others in Homs.", 5),
        ("On 3 May 2019 Brenn was killed together with his driver in Homs.", 2),
        ("On 3 May 2019 Sami Noor was killed with a knife in Homs.", 1),
        ("Gunmen killed six youths in a café in Homs on 3 May 2019, the youngest of them 14.", 6),
    ],
)
def test_who_died_with_somebody_is_counted_and_nobodys_age(text: str, killed: int) -> None:
    (incident,) = read(text).incidents
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.high) == (killed, killed)


def test_an_attack_stays_in_its_own_province() -> None:
    text = (
        "Gunmen attacked El Geneina in West Darfur, Sudan, on May 12. On May 31 shells landed in the market of a"
        " district in southern Khartoum."
    )
    attack = read(text).incidents[0]
    assert attack.place is not None
    assert attack.place.name == "West Darfur"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Shells have fallen on Homs since March 2021, the army said.", ("2021-03-01", "2022-10-20")),
        ("Since the beginning of 2021 shells have killed 30 people in Homs.", ("2021-01-01", "2022-10-20")),
        ("Gunmen killed 30 people in Homs in March 2021.", ("2021-03-01", "2021-03-31")),
        ("The road had been closed since March 2021.", ("2021-03-01", "2021-03-31")),
        ("The rebels have violated the truce 31 times since 3 October 2022.", ("2022-10-03", "2022-10-20")),
        ("Twenty-two violations by the other side since 3 October 2022.", ("2022-10-03", "2022-10-20")),
        ("The road to Homs has been closed since 3 October 2022.", ("2022-10-03", "2022-10-03")),
    ],
)
def test_since_a_month_is_until_now(text: str, days: tuple[str, str]) -> None:
    time = read(text).incidents[0].time
    assert time is not None
    assert (time.earliest, time.latest) == days


def test_whose_clock_it_is_tells_nothing_of_where():
    incident = read("The truce ended at 7 pm Damascus time on Monday, the rebels said.", "2022-05-04").incidents[0]
    assert incident.event_type == "ceasefire_step"
    assert incident.place is None


def test_a_question_about_a_deed_takes_it_for_granted() -> None:
    (incident,) = read(
        "QUESTION: Who ordered the air strike on the market at Kobo on 24 August?\n\n"
        "SPOKESMAN: Not the air force. Eleven people died, and we grieve for them."
    ).incidents
    assert incident.event_type == "air_strike"
    (asked,) = read(
        "Did gunships bomb the boats at Kobo on Monday? The army's spokesman said that none had flown."
    ).incidents
    assert asked.event_type == "air_strike"


WEEK = "Between 7 and 13 October 2022"


@pytest.mark.parametrize(
    "text",
    [
        f"{WEEK} the network recorded 6 attacks in Tawila in which 41 people were killed and 73 injured.",
        f"{WEEK} the Marsh Medical Network recorded 6 attacks on Tawila, 41 killed and 73 injured.",
        f"{WEEK} the network recorded 6 attacks in Tawila. 41 people were killed and 73 injured.",
        f"{WEEK}, 41 people were killed and 73 injured in Tawila in six attacks, the network said.",
    ],
)
def test_attacks_counted_over_days_are_a_total_beside_the_one_of_a_day(text: str) -> None:
    reading = read(f"{text} On 12 October an air strike hit the market of Tawila, killing four people.")
    (total,) = (i for i in reading.incidents if i.aggregate)
    (strike,) = (i for i in reading.incidents if not i.aggregate)
    assert (total.killed.low, total.injured.low) == (41, 73)
    assert (total.time.earliest, total.time.latest) == ("2022-10-07", "2022-10-13")
    assert (strike.killed.low, strike.killed.high, strike.time.earliest) == (4, 4, "2022-10-12")


def test_one_attack_that_went_on_for_days_is_no_total() -> None:
    (incident,) = read("Fighting in Tawila between 7 and 9 October 2022 killed 41 people, doctors said.").incidents
    assert not incident.aggregate


MARKET = "Shelling hit the market of Tawila on 10 October 2022, killing 16 people and injuring 30, the hospital said."


@pytest.mark.parametrize(
    ("later", "killed"),
    [
        ("Two of the injured died on 12 October.", (16, 18)),
        ("On Wednesday two of the wounded died in hospital, a doctor said.", (16, 18)),
        ("Two of the injured died on 12 October, the hospital said, bringing the dead to 18.", (18, 18)),
    ],
)
def test_the_injured_who_died_later_are_no_rival_count(later: str, killed: tuple[int, int]) -> None:
    reading = read(f"{MARKET} {later}")
    (incident,) = reading.incidents
    assert (incident.killed.low, incident.killed.high) == killed
    assert (incident.injured.low, incident.injured.high) == (30, 30)
    assert all(f.value["low"] == 30 for a in reading.accounts for f in a.facets if f.facet == "injured")


DOWNED = [
    ("A drone strike hit the power station in Tawila on Monday, killing two engineers, the company said."
     " The army said its air defences shot down two drones over the city."),
    ("Drones attacked Tawila on Monday. Our air defences shot down two drones, the army said in a statement."
     " One hit a house, killing two women, residents said."),
    ("Explosions shook Tawila on Monday when drones struck the airport and killed two, residents said."
     ' The army said: "Our air defences shot down two drones."'),
]  # fmt: skip


@pytest.mark.parametrize("text", DOWNED)
def test_drones_shot_down_are_a_happening_of_their_own_and_their_gunners_did_not_strike(text: str) -> None:
    reading = read(text)
    strike, downed = reading.incidents
    assert (strike.killed.low, downed.killed) == (2, None)
    assert [text[a:b] for a, b in downed.mentions] == ["shot"]
    facets = [f for a in reading.accounts if a.id in strike.accounts for f in a.facets]
    assert not any("defences" in f.text or f.text == "shot" for f in facets)


def test_a_helicopter_shot_down_with_its_crew_is_one_happening() -> None:
    text = "A helicopter was shot down near Tawila on Monday and crashed, killing four, the army said."
    (incident,) = read(text).incidents
    assert incident.killed.low == 4


@pytest.mark.parametrize(
    "text",
    [
        "In Idlib, shelling kills six\n\nA school in Homs was hit by shells on 11 October. Four pupils were wounded.",
        "In Idlib, shells killed six people\n\nA school in Homs was hit by shells on 11 October, wounding four pupils.",
        "Six people killed by shelling in Idlib\n\nShells hit a school in Homs on 11 October, wounding four pupils.",
    ],
)
def test_what_a_heading_tells_of_one_town_is_no_part_of_a_deed_in_another(text: str) -> None:
    by_place = {i.place.name: i for i in read(text).incidents}
    assert set(by_place) == {"Idlib", "Homs"}
    assert (by_place["Idlib"].killed.low, by_place["Idlib"].injured) == (6, None)
    assert (by_place["Homs"].killed, by_place["Homs"].injured.low) == (None, 4)


def test_a_headline_and_the_report_below_it_are_one() -> None:
    text = "Shelling kills six in Homs\n\nShells hit a school in Homs on 11 October, killing six pupils."
    (incident,) = read(text).incidents
    assert incident.killed.low == 6


def test_fighters_are_no_civilians() -> None:
    (incident,) = read("The Marl Air Force began targeting jihadists in Idlib on Monday, residents said.").incidents
    assert incident.event_type == "air_strike"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Air Force began targeting jihadists in Marl.", "air_strike"),
        ("The brigade began targeting jihadists in Marl.", "ground_attack"),
        ("The Air Force began targeting bakers in Marl.", "attack_on_civilians"),
        ("Aid was late for attacks on the Marlian marines. They came under attack at dawn.", "ground_attack"),
        ("Aid was late for attacks on the drivers. They came under attack at dawn.", "attack_on_civilians"),
    ],
)
def test_whom_the_words_right_behind_a_deed_name_says_whether_they_were_civilians(text: str, kind: str) -> None:
    deeds = [m.span() for m in re.finditer(r"targeting|attacks?\b", text)]
    assert fought("attack_on_civilians", (), text, deeds) == kind
