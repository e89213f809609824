"""Several tellers in a sentence, each with its own words; what only looks like a claim is nobody's."""

import pytest

from reads import claims


def told(text):
    """Who says what, with who is said to tell of it."""
    told_of = claims(text)
    source = {c.id: " ".join(text[a:b] for a, b in c.source) for c in told_of}
    return [
        (source[c.id], " + ".join(text[a:b] for a, b in c.content), *([source[c.parent]] if c.parent else []))
        for c in told_of
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sixteen people died in Varn, by the mission's first count; the health ministry spoke of twenty.",
            [("the mission's", "Sixteen people died in Varn"), ("the health ministry", "twenty")],
        ),
        (
            "Twelve people were killed in Varn, by the mayor's reckoning, while the army spoke of three.",
            [("the mayor's", "Twelve people were killed in Varn"), ("the army", "three")],
        ),
        (
            "The dead numbered 40, according to the mayor, a figure later revised to 52 by the Red Cross.",
            [("the mayor", "The dead numbered 40"), ("the Red Cross", "a figure + to 52")],
        ),
        (
            "The mayor said 40 had died, a number since raised to 52 by the health ministry.",
            [("The mayor", "40 had died"), ("the health ministry", "a number + to 52")],
        ),
        (
            "The ministry later spoke of 115 bodies, a number it revised again, while Lantern Watch reported 100 dead.",
            [("The ministry", "115 bodies"), ("Lantern Watch", "100 dead")],
        ),
    ],
)
def test_each_figure_is_its_own_tellers(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that twelve people had died by the river.",
        "The mayor said that a mill was set on fire by the count's men.",
        "The mayor said that the toll was put up again by two.",
    ],
)
def test_by_whom_a_thing_is_done_is_no_count(text):
    assert [who for who, *_ in told(text)] == ["The mayor"]


def test_the_next_sentences_teller_says_only_what_it_feels():
    text = (
        'Holl called the raid "a crime" and noted that the village had been warned. '
        'Even the army was "deeply sorry for the families of the dead".'
    )
    assert told(text)[1:] == [
        ("Holl", "that the village had been warned"),
        ("the army", '"deeply sorry for the families of the dead"'),
    ]


@pytest.mark.parametrize("before", ["", "A review had begun. ", "A review had begun. [7] "])
@pytest.mark.parametrize(
    ("who", "by", "said", "what"),
    [
        ("Foreign minister Jean Dupont", "the foreign ministry", "told the prince", "that it must not be repeated"),
        ("The general", "two officers", "denied", "that shells had fallen"),
        ("Orlo Vant", "his lawyer", "said", "that the mill was safe"),
        ("The general's men", "the Post", "had warned the farmers", "that they must leave"),
    ],
)
def test_what_somebody_said_by_anothers_account_is_his_within_it(before, who, by, said, what):
    found = told(f"{before}{who}, according to {by}, {said} {what}.")
    assert found == [(by, f"{who} + {said} {what}"), (who, what, by)]


@pytest.mark.parametrize(
    "text",
    [
        "Six shells, according to the mayor, fell on the mill and killed two people.",
        "According to the mayor, Holl said nothing.",
        "The mill, according to residents, burned all night.",
    ],
)
def test_a_deed_by_somebodys_account_is_no_words(text):
    assert "according" not in told(text)[0][0]
    assert told(text)[0][0] in {"the mayor", "residents"}


@pytest.mark.parametrize(
    ("text", "cited", "by", "what"),
    [
        (
            "56 people were killed in Tesk, two farmers told the Post, citing local authorities.",
            "local authorities",
            "two farmers",
            "56 people were killed in Tesk",
        ),
        (
            "Two farmers told the Post, citing local authorities, that 56 people had been killed.",
            "local authorities",
            "Two farmers",
            "that 56 people had been killed",
        ),
        (
            "The Varn Courier reported that six had died, citing the mayor of Tesk.",
            "the mayor of Tesk",
            "The Varn Courier",
            "that six had died",
        ),
    ],
)
def test_who_is_cited_says_it_within(text, cited, by, what):
    assert told(text)[1:] == [(cited, what, by)]


@pytest.mark.parametrize(
    "text",
    [
        "The airline said that it had stopped its flights, citing safety concerns.",
        "The general refused to talk, citing orders from the ministry.",
        "Tesk says that the riders fired first; Varn, citing Lieutenant Orlo Vant, insists that it was dark.",
    ],
)
def test_a_reason_cited_is_nobodys_word_and_who_is_cited_is_not_the_others(text):
    assert all(len(one) == 2 or one[2] == "Varn" for one in told(text))


@pytest.mark.parametrize(
    ("said", "who", "what"),
    [
        ("The hospital's director put the dead at 55", "The hospital's director", "the dead at 55"),
        ("The mayor put the toll at 12", "The mayor", "the toll at 12"),
        ("The governor had put the number of dead at 12", "The governor", "the number of dead at 12"),
    ],
)
def test_a_figure_put_within_a_papers_words_is_somebodys(said, who, what):
    assert (who, what, "the Varn Courier") in told(f"{said}, the Varn Courier wrote.")
    assert len(told("The mayor put the mill at risk, the Varn Courier wrote.")) == 1


@pytest.mark.parametrize(
    ("charge", "who"),
    [
        ("an allegation that residents of the camp denied to the Post", "residents of the camp"),
        ("a charge the army denied to Reuters", "the army"),
        ("an accusation rejected by the army", "the army"),
        ("a claim which the spokesman, Orlo Vant, rejected in a letter", "the spokesman, Orlo Vant"),
    ],
)
def test_a_charge_in_apposition_is_its_deniers_answer(charge, who):
    found = told(f"The mayor said that soldiers had shelled the market in Varn, {charge}.")
    assert found == [
        ("The mayor", "that soldiers had shelled the market in Varn"),
        (who, " ".join(charge.split()[:2])),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Varn: how a truce that was never written down fell apart\n\nOn 24 August fighting broke out near Tesk.",
        "Four days in July: who was asked to stop it\n\nThe fighting began on 7 July.",
        "It was hit by a drone. Seventeen people died. Varn had known such raids since October 2021.",
        "Those who can murder inside a ceasefire have learnt that nobody will come.",
    ],
)
def test_what_the_writer_tells_is_no_claim(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    ["The army had known of the march.", "Those who saw it said that the mill burned.", "I have known worse thieves."],
)
def test_who_knows_or_saw_may_tell(text):
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "text", ["The truce was declared in Addis Ababa.", "A force of 4,000 was requested from the government."]
)
def test_where_it_was_told_and_who_was_asked_are_no_tellers(text):
    assert [who for who, *_ in told(text)] == [""]


def test_who_asks_behind_by_is_one():
    assert told("A list was demanded from the rebels by the mission.") == [("the mission", "A list")]


def test_a_deed_that_says_when_is_no_teller():
    text = (
        "According to a border guard, gunmen stormed the hill minutes after the coalition air strikes, who added that "
        "both attacks had been planned together."
    )
    assert not any("strikes" in who for who, *_ in told(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The depot was set alight by a Varnian drone, according to villagers, or by a welder, according to Varn.",
            [("villagers", "The depot was set alight by a Varnian drone"), ("Varn", "by a welder")],
        ),
        (
            "Shells fired by the Lake Front, according to Varn, or by the army, according to villagers, killed seven.",
            [("Varn", "Shells fired by the Lake Front"), ("villagers", "by the army")],
        ),
        (
            "Seven people died in the fire, according to the clinic, and two, according to the army.",
            [("the clinic", "Seven people died in the fire"), ("the army", "two")],
        ),
        (
            "According to villagers, a drone hit the depot, while according to the ministry a boiler burst.",
            [("villagers", "a drone hit the depot"), ("the ministry", "a boiler burst")],
        ),
        (
            "According to the clinic, seven people died, but two died, according to the army.",
            [("the clinic", "seven people died"), ("the army", "two died")],
        ),
        (
            "Twelve died in the raid on Varn, according to doctors, and 40 were hurt, according to the Red Cross.",
            [("doctors", "Twelve died in the raid on Varn"), ("the Red Cross", "40 were hurt")],
        ),
        (
            "The truce, according to both, held on Monday, but on Tuesday, according to the mission, a shell fell.",
            [("both", "The truce + held on Monday, but on Tuesday"), ("the mission", "a shell fell")],
        ),
    ],
)
def test_each_clause_is_of_the_according_to_beside_it(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid on the mill was on Monday, not on Friday as the ministry wrote.", [("the ministry", "on Friday")]),
        ("The blast killed six people, not eleven, as the mayor had claimed.", [("the mayor", "eleven")]),
        (
            "The raid was on Monday, as the ministry wrote.",
            [("the ministry", "The raid was on Monday")],
        ),
    ],
)
def test_what_is_corrected_in_passing_is_all_that_the_corrected_one_said(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nine rebels were killed, among them the commander known as Orlo.",
        "The bombing of the market in Varn has now claimed 31 lives.",
        "The shelling of Varn on Friday claimed the lives of three children.",
        "Dozens feared dead as strike levels houses in Varn",
    ],
)
def test_who_is_called_so_or_feared_dead_and_what_takes_lives_says_nothing(text):
    assert told(text) == []


def test_a_teller_goes_on_behind_what_another_told_him():
    text = (
        "The prisoner stated that the charge had been brought to him by a stranger, that the stranger had assured him "
        "the ferry would be empty, and that he was sorry for the boatman."
    )
    inner = [(who, what) for who, what, *outer in told(text) if outer]
    assert inner == [("the stranger", "the ferry would be empty")]


def test_an_inner_teller_with_a_that_of_his_own_may_go_on_himself():
    text = "The carter said that a guard had told him that the road was safe, and that he had then driven on."
    assert ("The carter", text.removeprefix("The carter said ").rstrip(".")) in told(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "According to an officer quoted by the agency Payam Wire, the camp was stormed at noon.",
            {"an officer", "the agency Payam Wire"},
        ),
        (
            "The League puts the dead at 140, the Republic at 88, and the schoolteacher Miriam Obuya at 203.",
            {"The League", "the Republic", "the schoolteacher Miriam Obuya"},
        ),
    ],
)
def test_each_of_several_tellers_has_a_claim(text, who):
    assert {text[a:b] for c in claims(text) for a, b in c.source} == who


def test_past_a_relative_clause_the_outer_words_go_on():
    text = "The League said that the guard, a militia which the Republic swears it left, had burned the customs house."
    told = {text[slice(*c.source[0])]: " ".join(text[a:b] for a, b in c.content) for c in claims(text)}
    assert told["the Republic"].endswith("it left")
    assert told["The League"].endswith("had burned the customs house")


def test_what_others_claims_leave_of_a_sentence_is_no_claim_of_the_writers():
    text = (
        "I was in Varn that week. It therefore comes as no surprise that the mayor said that “nobody came to help us "
        "for days, and then for weeks nobody came,” when speaking of the convoy."
    )
    assert [what for who, what, *_ in told(text) if not who] == []


def test_a_claim_whose_only_words_are_whom_it_is_about_is_none():
    assert told("I understand him. I was in Varn on Monday with them.") == []


def test_who_confirms_what_the_writer_tells_says_all_of_his_clause():
    text = "The army denied it. The Front replied: two mills burned, nine dead, as the relief committee reported."
    assert told(text) == [("The army", "it"), ("the relief committee", "two mills burned, nine dead")]
