"""Who speaks: pronouns, bodies and their heads, places, writers; a wrong party is worse than none."""

import pytest

from reads import claims, speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Colonel Marek Holl said that the mission knew of the march. “It knew nothing,” said the mission's"
                " spokesman Beatrice Lang. She was, he said, “badly informed”."
            ),
            ["Marek Holl", "Beatrice Lang", "Marek Holl"],
        ),
        ("The spokesman Lena Brandt said that the bridge was safe. He said that it was not.", ["Lena Brandt", None]),
        (
            "Anna Tol said that the bridge was gone. She was sure, Orlo Vant said. He denied that she had been there.",
            ["Anna Tol", "Orlo Vant", "Orlo Vant"],
        ),
        ("Orvenia denied that farms were hit. It is quiet in Orvenia. He said that a mill burned.", ["Orvenia", None]),
        ("Yugoslavia denied that farms were hit. He said that a mill burned.", ["Yugoslavia", None]),
        (
            "Yugoslavia denied the report. Le Figaro's man wrote that a mill burned. He asked whether it rained.",
            ["Yugoslavia", "Le Figaro", None],
        ),
    ],
)
def test_he_is_nobody_whom_it_does_not_fit(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize("turn", ["They, in turn, said", "They, for their part, said", "They in turn said"])
def test_who_answers_in_turn_is_not_who_spoke_last(turn):
    assert speakers(f"The army said that the rebels had burned the mill. {turn} that it was safe.") == ["army", None]


def test_they_who_go_on_are_who_spoke_last():
    assert speakers("The Harun Front said that the mill burned. They added that it rained.") == ["Harun Front"] * 2


def test_what_somebody_means_to_do_behind_his_words_is_not_the_writers():
    told = "By Jane Smith\n\nI met nobody. The clerk told me that files had burned. She hopes to find copies."
    supposed = "By Jane Smith\n\nI met nobody. The minister said that it rained. He was never interested in peace."
    assert [c.source_kind for c in claims(told)][-1] != "author"
    assert [c.source_kind for c in claims(supposed)][-1] == "author"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The head of the HVC, Orlo Vant, denied it. Smoke rose. Even the HVC said that a mill burned.", "HVC"),
        ("The HVC's spokesman Orlo Vant denied it. Smoke rose. Later the HVC said that a mill burned.", "HVC"),
        ("An official of the HVC denied it. Smoke rose over the HVC. The HVC said that a mill burned.", "HVC"),
        ("A spokesman for the Harun Valley Council denied it. The Council said it burned.", "Harun Valley Council"),
        ("General Orlo Vant denied it. Smoke rose. The General said that a mill burned.", "Orlo Vant"),
        ("The Minister of Works, Orlo Vant, denied it. The Minister said that a mill burned.", "Orlo Vant"),
    ],
)
def test_a_bodys_words_are_not_its_heads(text, last):
    assert speakers(text)[-1] == last


def test_the_writers_prediction_is_not_the_next_speakers():
    text = (
        "My prediction is this: the Front will not be out of Varn by June, and the truce will be “extended”."
        " Orlo Vant said in a speech yesterday that the road was lost."
    )
    first, last = claims(text)
    assert (first.source_kind, first.act) == ("author", "predicts")
    assert [text[a:b] for a, b in last.content] == ["that the road was lost"]


def test_my_guess_is_the_writers_but_not_in_a_quotation():
    text = "By Jane Smith\n\nMy guess is that the truce will be renewed by the Council. The minister said it rained."
    quoted = "By Jane Smith\n\n“My guess is that the truce will be renewed,” Orlo Vant said. I laughed."
    assert next(c.speaker for c in claims(text)) == "Jane Smith"
    assert [c.speaker for c in claims(quoted) if c.cue and quoted[slice(*c.cue[0])] == "said"] == ["Orlo Vant"]
    assert "Jane Smith" not in [c.speaker for c in claims(quoted) if c.parent]


def test_i_in_a_quotation_is_whoever_is_quoted():
    text = (
        "By Jane Smith\n\nThe head of the mission, William Vant, went up the gully. “From what I personally saw, I do"
        " not hesitate to describe the crime as a massacre, a crime against all,” he said. “Nor do I hesitate to accuse"
        " the army.” I doubt it."
    )
    found = claims(text)
    assert [c.speaker for c in found if any(a > text.index("“") and b < text.rindex("”") for a, b in c.source)] == [
        "William Vant"
    ]


@pytest.mark.parametrize(
    "who",
    [
        "A deacon whom I reached in Port Sudan",
        "A farmer in Syria",
        "A priest whom we met in Moscow",
        "A shepherd from Syria",
        "The plan that Orlo Vant carried from Varn to Jerusalem",
        "The letter which the Harun Front sent to Moscow",
    ],
)
def test_a_place_or_a_paper_is_no_speaker(who):
    found = [c for c in claims(f"{who} demanded that the soldiers leave the mill.") if c.parent is None]
    assert [(c.speaker, c.tellers) for c in found] in ([], [(None, ())])


@pytest.mark.parametrize(
    ("who", "teller"),
    [("Officials in Syria", "sy"), ("A doctor at the UN", "un"), ("An envoy from Syria", "sy"), ("Syria", "sy")],
)
def test_who_serves_a_body_tells_for_it(who, teller):
    assert claims(f"{who} said that soldiers had burned the mill.")[0].tellers == (teller,)


@pytest.mark.parametrize(
    "name",
    ["Varn Liberation Army", "National Liberation Army", "Orvenia Front", "Yugoslavia Liberation Front"],
)
def test_a_liberation_army_is_no_newspaper(name):
    assert speakers(f"The {name} said that the mill burned.") == [name]


@pytest.mark.parametrize("paper", ["Libération", "Liberation"])
def test_a_newspaper_is_still_one(paper):
    assert (
        next(c.source_kind for c in claims(f"{paper} wrote that the mill burned. The Front said nothing.")) == "outlet"
    )


@pytest.mark.parametrize(
    "text",
    [
        "The Varn Liberation Army promised nothing. The Tesk army had burned the mill, the army announced.",
        "The Varn Liberation Army promised nothing. Soldiers burned the mill, the army announced.",
    ],
)
def test_the_army_is_no_liberation_army(text):
    assert speakers(text)[-1] == "army"


def test_the_army_named_before_is_the_army():
    text = "The Tesk army said that it had left the mill. Smoke rose. The army said that it rained."
    assert speakers(text) == ["Tesk army"] * 2


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("The RSF denied having taken part.", ()),
        ("The RSF said that the army breached the truce 58 times.", ()),
        ("Gunmen came to El Geneina. The RSF denied having taken part.", ("rsf-sd",)),
        ("The RSF said that the arrest of a journalist was a blow to press freedom.", ("rsf",)),
    ],
)
def test_letters_that_two_bear_name_neither_without_a_sign(text, teller):
    assert claims(text)[-1].tellers == teller


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Defence Minister Israel Katz", "Israel Katz"),
        ("General Jordan Holm", "Jordan Holm"),
        ("The US Secretary of State Antony Blinken", "Antony Blinken"),
        ("On Monday al-Harun", "al-Harun"),
        ("The UN mission, which has no observers,", "United Nations"),
        ("A UN official, who asked not to be named,", None),
        ("Prime Minister Israel Army", None),
    ],
)
def test_who_is_named_behind_a_title_or_before_a_clause_is_somebody(source, speaker):
    assert speakers(f"{source} said that the mill burned.") == [speaker]


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("the army spokesman, Brigadier Orlo Vant", "blamed the Front for the burning of a mill in Varn"),
        ("Orlo Vant", "accused the Front of burning the mill"),
        ("Orlo Vant of the Varn Council", "denied that the army had burned the mill"),
    ],
)
def test_what_follows_who_behind_a_name_is_told_too(who, told):
    text = f"“They were farmers,” said {who}, who {told} on 3 May 2019."
    found = claims(text)
    assert [text[slice(*c.cue[0])] for c in found] == ["said", told.split()[0]]
    assert found[1].speaker in {"Orlo Vant", None}


def test_where_somebody_lives_behind_who_is_no_claim():
    assert speakers("“It burned,” said Orlo Vant, who lives at the mill.") == ["Orlo Vant"]


@pytest.mark.parametrize(
    "told",
    [
        "an advance warning had been given of the place's coordinates to the Red Cross",
        "the farms had been given no warning of the patrol",
        "the post had been warned of the patrol",
    ],
)
def test_notice_given_is_no_claim_of_its_own(told):
    assert [c for c in claims(f"Bombs fell on a farm. The army denied that {told}.") if c.parent] == []


def test_a_warning_that_somebody_gives_is_one():
    text = "The army said that the ministry's warning that shells would fall was read in Varn."
    assert [text[slice(*c.source[0])] for c in claims(text) if c.parent] == ["the ministry's"]


@pytest.mark.parametrize(
    ("named", "then"),
    [
        ("The Syrian Observatory for Human Rights", "The Britain-based monitor"),
        ("The Syrian Observatory for Human Rights", "The UK-based war monitor"),
        ("The Harun Observatory", "The watchdog"),
        ("Lantern Watch", "The London-based rights group"),
        ("Hezbollah", "The Iran-backed group"),
        ("SANA", "The state-run agency"),
    ],
)
def test_a_body_called_by_what_it_is_is_the_one_that_spoke(named, then):
    first, second = claims(f"{named} said that shells fell. The army denied it. {then} said that four had died.")[::2]
    assert (second.speaker, second.speaker_id) == (first.speaker, first.speaker_id)
    assert first.speaker_id


@pytest.mark.parametrize(
    "text",
    [
        "Lantern Watch said that shells fell. Amnesty International agreed. The London-based rights group said so.",
        "The Red Cross said that shells fell. The Britain-based monitor said that four had died.",
        "Reuters said that shells fell. The Britain-based monitor said that four had died.",
        "The army said that shells fell. The Iran-backed militia said that four had died.",
        "Lantern Watch said that shells fell, as the Harun Observatory knew. The monitor based in Tesk said so.",
        "Lantern Watch said that shells fell. A London-based rights group said that four had died.",
        "Lantern Watch said that shells fell. The other group said that four had died.",
    ],
)
def test_a_kind_that_fits_nobody_or_two_is_left_open(text):
    assert claims(text)[-1].speaker_id is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "The UN mission said the road was closed. The Monitoring Cell, a body of the mission, said shots had"
                " been fired. The mission said it was looking into it."
            ),
            "United Nations",
        ),
        (
            (
                "The Saudi-led coalition denied the raid. The Joint Team, a body which the coalition had created,"
                " admitted it. The coalition said it was sorry."
            ),
            "Saudi-led coalition",
        ),
        (
            (
                "The army said it had lost two men. The Military Inquiry Board, which the army had set up, said the men"
                " were shot by mistake. The army said that the board had been misled."
            ),
            "army",
        ),
        (
            (
                "The ministry denied it. The ministry's Press Desk said the bridge was open. The ministry said it was"
                " closed."
            ),
            "ministry",
        ),
    ],
)
def test_who_set_up_a_body_is_not_the_body(text, expected):
    assert speakers(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Observatory, a war monitor based in Varn, said six died. The monitor said more came.", "Observatory"),
        ("The ministry of transport said six died. The transport ministry said more came.", "ministry of transport"),
        ("A statement by the Joint Command said six died. The command said it was sorry.", "Joint Command"),
    ],
)
def test_what_a_body_is_in_its_own_words_still_means_it(text, expected):
    assert speakers(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abu Dhabi has not confirmed that it sent drones to Ethiopia. The government declared a truce.", "government"),
        (
            "Abu Dhabi confirmed it. Ethiopia's minister, Orlo Vant, denied it. The government declared a truce.",
            "government",
        ),
        ("Damascus denied the strike. The government said that only rebels had been hit.", "Syrian government"),
        ("The Sudanese government rejected Egypt's report. The government said it was over.", "Sudanese government"),
    ],
)
def test_the_government_beside_two_states_is_open(text, expected):
    assert speakers(text)[-1] == expected


@pytest.mark.parametrize(
    "witness",
    [
        "one survivor, an American, who spoke on condition that she not be named",
        "a refugee who did not want her name published",
        "one villager",
        "a nurse",
    ],
)
def test_she_is_who_spoke_unnamed_and_not_a_man_before(witness):
    before = "Orlo Vant said a few shots had been fired.\n\n"
    text = f"{before}“They saw the scars,” said {witness}. She told the AP that it rained."
    assert speakers(text) == ["Orlo Vant", None, None]


def test_she_is_still_who_was_named_where_nobody_else_speaks():
    assert (
        speakers("Anna Tol said that it was safe. A mill burned. She told the paper that it was cold.")
        == ["Anna Tol"] * 2
    )
    told = "Anna Tol said that a villager had told her of it. She added that it was cold."
    assert speakers(told) == ["Anna Tol"] * 2


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Zeid Ra'ad al-Hussein, the High Commissioner for Human Rights,", "Zeid Ra'ad al-Hussein"),
        ("the High Commissioner for Refugees, Orlo Vant,", "Orlo Vant"),
        ("The Special Rapporteur for Varn, Mila Sarn,", "Mila Sarn"),
        ("Human Rights Watch, the New York group,", "Human Rights Watch"),
    ],
)
def test_an_office_is_not_who_holds_it(source, speaker):
    assert speakers(f"It rained. By then {source} said that the camp was full.") == [speaker]


def test_a_commission_of_inquiry_is_the_one_it_says():
    said = "put the dead at 2,251."
    assert speakers(f"The UN commission of inquiry on the Gaza conflict {said}")[0].endswith("on the Gaza conflict")
    assert speakers(f"Shells fell on Khartoum. The UN Commission of Inquiry {said}") == ["UN Commission of Inquiry"]
    assert speakers(f"Aleppo burned. The UN Commission of Inquiry {said}") == ["UN Commission of Inquiry on Syria"]


def test_one_who_told_is_somebody_and_not_the_writer():
    assert [c.source_kind for c in claims("Survivors dispute that; one told the paper that a soldier shouted.")][
        1
    ] == "anonymous"
    assert [c.source_kind for c in claims("One hopes that it will hold.")] == ["author"]


@pytest.mark.parametrize(
    ("first", "then", "speaker"),
    [
        ("The UN envoy, Ismail Ould Cheikh Ahmed,", "Ould Cheikh", "Ismail Ould Cheikh Ahmed"),
        ("Anna Lena Vant", "Anna Lena", "Anna Lena Vant"),
        ("Army spokesman Lul Ruai Koang", "The army's spokesman", "Lul Ruai Koang"),
        ("Orlo Vant, the spokesman of the army,", "The army spokesman", "Orlo Vant"),
        ("Orlo Vant, the spokesman of the army,", "The mission's spokesman", None),
    ],
)
def test_some_of_the_names_or_the_office_are_enough(first, then, speaker):
    assert speakers(f"{first} said that it rained. {then} said that it was cold.")[1] == speaker


@pytest.mark.parametrize(
    ("between", "meant"),
    [
        ("Denis Rahl, the negotiator, was less patient.", "Denis Rahl"),
        ("Orvenia's ambassador, Martin Frei, was unmoved.", "Martin Frei"),
        ("His deputy, Martin Frei, went further.", "Martin Frei"),
        ("Yevhen Rahl was less patient.", "Yevhen Rahl"),
        ("Martin Frei was wounded that night.", None),
        ("Anna Keller was less patient.", "Karl Acker"),
        ("The shelling went on.", "Karl Acker"),
    ],
)
def test_he_is_the_subject_of_the_sentence_before_rather_than_who_spoke_last(between, meant):
    text = f"Karl Acker said that the truce was not dead.\n\n{between} “We will go on,” he said."
    assert speakers(text) == ["Karl Acker", meant]


@pytest.mark.parametrize(
    ("who", "meant"),
    [
        ("Anna Keller, the League's High Commissioner for Relief,", "Anna Keller"),
        ("The High Commissioner for Relief, Anna Keller,", "Anna Keller"),
        ("Anna Keller, a critic of the High Commissioner,", "High Commissioner"),
        ("Anna Keller, who had met the High Commissioner,", "High Commissioner"),
        ("Anna Keller", "High Commissioner"),
    ],
)
def test_an_office_in_capitals_is_whoever_spoke_as_its_holder(who, meant):
    text = f"{who} said that shells had hit Qasr. “Ten have died,” the High Commissioner said."
    assert speakers(text) == ["Anna Keller", meant]


def test_a_spokesman_with_one_name_is_himself_and_stays_so():
    text = "UN spokesman Brandt said that the mill burned. He said that it rained. Brandt said that it was late."
    assert speakers(text) == ["Brandt"] * 3


@pytest.mark.parametrize(
    "text", ["They will run, says the colonel, by Christmas.", "He wrote: “Please explain the gas.”"]
)
def test_a_feast_and_a_request_say_nothing(text: str):
    assert not {"Christmas", "Please"} & set(speakers(text))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Rebels seized the hill, according to a statement by the army that could not be independently verified.",
            "army",
        ),
        ("A statement by the Foreign Ministry, which could not be checked, said that it was calm.", "Foreign Ministry"),
    ],
)
def test_a_statement_is_of_whoever_issued_it(text: str, who: str):
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    "source",
    [
        "Hezbollah's friends abroad",
        "Hezbollah's allies",
        "Critics of Hezbollah",
        "Some of the old enemies of Hezbollah",
        "An admirer of President Assad",
        "Hezbollah's backers in the north",
    ],
)
def test_who_stands_by_or_against_somebody_is_not_that_one(source):
    text = f"Hezbollah denied it. {source} said that the police had set the fire."
    assert speakers(text) == ["Hezbollah", None]


def test_an_ally_named_speaks_for_himself():
    assert speakers("The Lake Front's ally Marek Holl said that the police had set the fire.") == ["Marek Holl"]


def test_he_added_goes_to_the_one_who_spoke_in_the_paragraph():
    text = (
        "Marek Holl said on Tuesday that the convoy was empty.\n\n“The film shows it,” he said. It is no wonder that "
        "a senior US official speaking to reporters said that “nobody knows whether it can be saved”. “The Varnians "
        "must show that they mean it,” he added."
    )
    assert speakers(text)[-1] != "Marek Holl"
