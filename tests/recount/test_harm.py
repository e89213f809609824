"""Who was killed and who was hurt: counts of people in noun phrases."""

import pytest

from truceline.read.quantities import find_quantities
from truceline.recount.harm import find_harm
from truceline.recount.kit import RecountKit
from truceline.recount.scan import Harm
from truceline.recount.tokens import classed, split_words


def harms(text: str, kit: RecountKit) -> list[Harm]:
    quantities = find_quantities(text, ((0, len(text)),), (), kit.numbers)
    return find_harm(text, classed(split_words(text, (0, len(text))), quantities, kit.harm), kit.harm)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seven civilians, including two women and four children, were killed.", [("killed", 7, 7)]),
        ("The strike killed a man and his two sons and wounded 12 others.", [("killed", 3, 3), ("injured", 12, 12)]),
        ("killing at least 62 and injuring over 100 soldiers", [("killed", 62, None), ("injured", 101, None)]),
        ("Five children, two boys and three girls, were killed.", [("killed", 5, 5)]),
        ("The bombing left two dead and five wounded.", [("killed", 2, 2), ("injured", 5, 5)]),
        ("It led to the deaths of at least 12 people.", [("killed", 12, None)]),
        ("Sami Noor, 27, and Omar Noor, 30, were killed.", [("killed", 2, 2)]),
        ("Sami Noor and 30-year-old Omar Noor were killed.", [("killed", 2, 2)]),
        ("In 2024 at least 13 civilians were killed.", [("killed", 13, None)]),
        ("Three people were reported to have been killed.", [("killed", 3, 3)]),
        ("Sources told of the death of 36-year-old Omar Noor.", [("killed", 1, 1)]),
        ("Sami was killed with his wife and two daughters.", [("killed", 4, 4)]),
        ("A family of six people was killed.", [("killed", 6, 6)]),
        ("No one was injured.", [("injured", 0, 0)]),
        ("No other sources spoke of it, so the number of civilians killed stays open.", []),
        ("Soldiers executed four wounded men.", [("killed", 4, 4)]),
        ("Trucks brought four wounded men.", [("injured", 4, 4)]),
        ("Dozens of injured people arrived.", [("injured", 12, 24)]),
        ("A man was shot and killed.", [("killed", 1, 1)]),
        ("Four people were shot.", [("hit", 4, 4)]),
        ("He could have killed five people.", []),
        ("They threatened to kill five people.", []),
        ("The boy, 12, likes football.", []),
        ("Two other people walked up and shot him.", [("hit", 1, 1)]),
        ("Medics pronounced her dead.", [("killed", 1, 1)]),
        ("Sami Noor shot Karim and Adel.", [("hit", 2, 2)]),
        ("They found another 16-year-old boy who had been shot in the ankle.", [("hit", 1, 1)]),
        ("They had a hard time identifying Noor, who was pronounced dead.", [("killed", 1, 1)]),
        ("Sami Noor was found fatally wounded.", [("killed", 1, 1)]),
        ("One of five people shot on Sunday has died.", [("hit", 5, 5), ("killed", 1, 1)]),
        ("At least 50 people were on the quay, and six people were hospitalised.", [("injured", 6, 6)]),
        ("No other injuries were reported.", []),
        ("The child died as a result of injuries sustained.", [("killed", 1, 1)]),
        ("(KXYZ 10) – A teenager is in stable condition.", [("injured", 1, 1)]),
        ("The boy who lives there was hurt.", [("injured", 1, 1)]),
        ("Callers to 911 said that two men were injured.", [("injured", 2, 2)]),
        ("The shooting was at 3280 S. 3740 West, leaving the boy in critical condition.", [("injured", 1, 1)]),
        ("Ten of a family, including three boys and a woman, were killed.", [("killed", 10, 10)]),
        ("Five were named, two of whom were killed.", [("killed", 2, 2)]),
        ("There was one civilian death and two civilians injured.", [("injured", 2, 2)]),
        ("Sami Noor died of his wounds after a guard shot him.", [("killed", 1, 1)]),
        ("The victims – Sami Noor, Omar Noor and Karim Adel – were seriously injured.", [("injured", 2, None)]),
    ],
)
def test_counts(text: str, expected: list[tuple[str, int, int | None]], kit: RecountKit) -> None:
    assert [(h.kind, h.low, h.high) for h in harms(text, kit)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A lawyer of the bar in Ard put the dead at more than 370.", [("killed", 371, None)]),
        ("A doctor at the field hospital put the number of wounded at 42.", [("injured", 42, 42)]),
        ("A volunteer of the local aid committee said 18 people had been killed.", [("killed", 18, 18)]),
        ("A teacher from the school in Ard counted seven children dead.", [("killed", 7, 7)]),
        ("A driver with the relief convoy told us three guards were wounded.", [("injured", 3, 3)]),
        ("“They wore masks,” one of the wounded said.", []),
        ("A refugee from Ard, in a hospital bed in Norr, said that the planes had come back.", []),
        ("A driver in the hospital told us that the road was closed.", []),
        ("The patient had been dead for two years.", []),
        ("A clerk had been dead for two hours.", [("killed", 1, 1)]),
        ("Two children are in the hospital, the mayor said.", [("injured", 2, 2)]),
        ("A farmer was in hospital and his brother said the house was gone.", [("injured", 1, 1)]),
        ("Three of the dead were children.", [("killed", 3, 3)]),
        ("A priest was among the dead.", [("killed", 1, 1)]),
        ("The wounded were brought to three hospitals.", []),
        ("Two members of the village guard were reported killed.", [("killed", 2, 2)]),
        ("A soldier of the third brigade who had told his mother was killed.", [("killed", 1, 1)]),
    ],
)
def test_who_tells_of_the_dead_is_not_among_them(
    text: str, expected: list[tuple[str, int, int | None]], kit: RecountKit
) -> None:
    assert [(h.kind, h.low, h.high) for h in harms(text, kit)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Several hundred men had come to the hall in Ard, whose owner had died.", []),
        ("Shells hit the family of a minister whose father had died.", []),
        ("Some 300 people had come to bury a man who had died.", []),
        ("Some 400 people were in the school, whose headmaster had been killed.", []),
        ("Some 200 people were in the camp when a shell fell and a guard was killed.", [("killed", 1, 1)]),
        ("Three children, whose mother had died, were killed.", [("killed", 3, 3)]),
        ("Ten guests who had come to a house whose owner had died were killed.", [("killed", 10, 10)]),
        ("A farmer whose wife and three children were killed told of it.", [("killed", 4, 4)]),
        ("Sami Noor, whose brother had died in the attack, wept.", [("killed", 1, 1)]),
        ("Six people who had died were buried.", [("killed", 6, 6)]),
        ("Four soldiers whose bus was hit when it stopped and a boy were killed.", [("killed", 4, 4)]),
    ],
)
def test_who_was_present_is_not_killed(text: str, expected: list[tuple[str, int, int | None]], kit: RecountKit) -> None:
    assert [(h.kind, h.low, h.high) for h in harms(text, kit)] == expected


def test_a_part_is_no_addition(kit: RecountKit) -> None:
    (harm,) = harms("At least nine people, among them two children, were killed.", kit)
    assert (harm.low, [p.group for p in harm.parts]) == (9, ["children"])


def test_people_trapped_are_no_casualties(kit: RecountKit) -> None:
    assert harms("Some 100 000 civilians are trapped in the town.", kit) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The hospital later raised its toll to 25.", [("killed", 25, True)]),
        ("The death toll rose to 12.", [("killed", 12, True)]),
        ("Officials put the death toll at 31.", [("killed", 31, False)]),
        ("Injuries were many, and the hospital raised the toll to 40.", [("injured", 40, True)]),
        ("The toll road was closed to 12 drivers.", []),
        ("The old man died of a heart attack.", []),
    ],
)
def test_tolls(text: str, expected: list[tuple[str, int, bool]], kit: RecountKit) -> None:
    """A running total is a count; one that rose stands in place of the earlier one."""
    assert [(h.kind, h.low, h.raised) for h in harms(text, kit)] == expected


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Shelling hit Oren on Monday: 3 KIA, 5 WIA.", 3, 5),
        ("The brigade reported three KIA and five WIA after the ambush near Oren.", 3, 5),
        ("Mortar fire near Oren on Monday. Casualties: KIA – 3, WIA – 5.", 3, 5),
        ("Two soldiers KIA in an ambush near Oren.", 2, None),
        ("Three KIA fighters were arrested near Oren after an ambush.", None, None),
        ("A strike hit a car park in Oren and burned 3 Kia cars.", None, None),
    ],
)
def test_a_services_letters_count_its_fighters(text, killed, injured, recount):
    made = [i for i in recount(text).incidents if i.killed or i.injured]
    low = [getattr(i.killed, "low", None) for i in made], [getattr(i.injured, "low", None) for i in made]
    assert low == (([killed], [injured]) if killed else ([], []))


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Shells hit a block of flats in Oren. Rescuers pulled 12 bodies from the rubble.", 12),
        ("Shelling killed four soldiers near Oren and their bodies were returned to the army.", 4),
        ("Rescuers recovered nine bodies after the strike on Oren.", 9),
        ("The rebels handed over the bodies of four soldiers near Oren.", None),
        ("The bodies of four soldiers were handed over at Oren.", None),
        ("Shells hit Oren. Later the army returned the bodies of ten fighters.", None),
        ("Shells hit Oren. The sides agreed on the exchange of 30 bodies.", None),
    ],
)
def test_bodies_handed_over_are_no_new_dead(text, killed, recount):
    low = [i.killed.low for i in recount(text).incidents if i.killed]
    assert low == ([killed] if killed else [])


def test_the_dead_on_either_side_are_told_together(recount):
    text = "Guards attacked the camp at Oren on Monday. "
    reading = recount(text + "The army counted fourteen dead guards for the loss of three soldiers.")
    assert [(i.killed.low, i.killed.high) for i in reading.incidents if i.killed] == [(17, 17)]


@pytest.mark.parametrize(
    ("words", "killed"),
    [
        ("killed the truce", None),
        ("killed off the last hope of a settlement", None),
        ("killed any chance of a deal", None),
        ("murdered the week-old ceasefire", None),
        ("wounded the peace process", None),
        ("killed the head of the ceasefire committee", 1),
        ("killed the truce monitor who lived there", 1),
        ("killed nine people during the peace talks", 9),
        ("killed the baker", 1),
    ],
)
def test_what_never_lived_is_not_killed(words, killed, recount):
    reading = recount(f"Shells hit Oren on Monday. The governor said that the raid {words}.")
    assert {i.killed.low for i in reading.incidents if i.killed} == ({killed} if killed else set())
    assert killed or all(i.injured is None for i in reading.incidents)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Girl, woman shot in Tarn", [("hit", 2, 2)]),
        ("Police: Father, daughter found dead", [("killed", 2, 2)]),
        ("Man, 2 children killed in fire", [("killed", 3, 3)]),
        ("3-year-old and four adults shot in Tarn", [("hit", 5, 5)]),
        ("Shelling kills woman, 3 children", [("killed", 4, 4)]),
        ("Teen, 15, shot in Tarn", [("hit", 1, 1)]),
        ("Strike kills man, 40", [("killed", 1, 1)]),
        ("A guard, a father of two, was killed.", [("killed", 1, 1)]),
        ("Strike kills 12, 18 hurt", [("killed", 12, 12), ("injured", 18, 18)]),
    ],
)
def test_a_headline_puts_a_comma_for_an_and(text: str, expected: list[tuple[str, int, int | None]], kit: RecountKit):
    assert [(h.kind, h.low, h.high) for h in harms(text, kit)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men were arrested after six people were shot at a party.", [("hit", 6, 6)]),
        (
            "Four were killed, including a guard, and eight other people were hurt.",
            [("killed", 4, 4), ("injured", 8, 8)],
        ),
        ("Nine were hurt, among them two nurses, and 12 men were killed.", [("injured", 9, 9), ("killed", 12, 12)]),
        ("Seven people, including two women, and three children were killed.", [("killed", 7, 7)]),
        ("Friends gather after a teen was killed.", [("killed", 1, 1)]),
        ("Officers found that two men had been shot.", [("hit", 2, 2)]),
        ("Deputies came to a shooting that left three people dead.", [("killed", 3, 3)]),
        ("Four people were taken to three hospitals with injuries.", [("injured", 4, 4)]),
        ("Gunmen shot, robbed and killed three traders.", [("killed", 3, 3)]),
        ("Relatives drove the boy to a clinic, where he is in stable condition.", [("injured", 1, 1)]),
        ("A girl was struck in the arm.", [("hit", 1, 1)]),
        ("She was shot in the shoulder.", [("hit", 1, 1)]),
        ("Two men, after a long ride, were killed.", [("killed", 2, 2)]),
        ("Two boys who fled after guards fired were killed.", [("killed", 2, 2)]),
        ("Two men left the village and were killed.", [("killed", 2, 2)]),
        ("He was shot in 2009 in a raid.", []),
        ("They weighed the evidence and injuries to the victim.", []),
    ],
)
def test_the_harmed_are_those_of_the_words_own_clause(
    text: str, expected: list[tuple[str, int, int | None]], kit: RecountKit
):
    assert [(h.kind, h.low, h.high) for h in harms(text, kit)] == expected
