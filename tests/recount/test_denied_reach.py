"""What a denial reaches: "it" is what was said last, a plan rejected denies no deed, and a thing absent is no deed."""

import pytest

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit


def read(text: str) -> Reading:
    return read_record(
        Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2031-05-06"), local_kit(), Settings()
    )


def denied(text: str) -> set[tuple[str, str]]:
    """Which facets are denied, each by its happening's kind."""
    reading = read(text)
    kinds = {i.key: i.event_type for i in reading.incidents}
    return {
        (kinds[a.incident], f.facet)
        for a in reading.accounts
        for f in a.facets
        if f.polarity == "denied" and f.facet in {"occurrence", "responsibility", "target"}
    }


@pytest.mark.parametrize(
    "text",
    [
        (
            "Soldiers attacked a hotel in Orvenka on 3 May 2031 and raped several women, survivors said. The council "
            "proposed a protection force. The government rejected it."
        ),
        (
            "The council authorised a force of 4,000 men after rapes in Orvenka. Minister Dalo said that night that "
            "the ministry rejected it."
        ),
        (
            "The Aldra Mission proposed a buffer zone after the shelling of Orvenka on 3 May 2031. The ministry turned "
            "it down."
        ),
        (
            "Shells fell on Orvenka on 3 May 2031, residents said. The council offered a pause in the fighting. The "
            "rebels spurned the offer."
        ),
    ],
)
def test_a_plan_rejected_denies_no_deed(text: str) -> None:
    assert denied(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on Orvenka on 3 May 2031. Residents said the army had shelled the town. The army rejected it.",
        "Residents accused the army of shelling the market in Orvenka on 3 May 2031. The army rejected it.",
        (
            "Residents accused the army of shelling the market in Orvenka on 3 May 2031 and demanded an inquiry. The "
            "army denied it."
        ),
    ],
)
def test_a_charge_rejected_is_denied(text: str) -> None:
    assert len(denied(text)) == 1


def test_this_is_what_was_said_last() -> None:
    clash = "Five soldiers were killed in a clash at a checkpoint in Orvenka on 3 May 2031, Major Koll said. "
    assert denied(clash + "He said the opposition's men had refused to be searched. Ilan Deng denied this.") == set()
    assert denied(clash + "Ilan Deng denied this.") == {("clash", "occurrence")}


def test_a_denial_is_of_what_was_told_before_it_and_of_nothing_its_own_teller_alleges() -> None:
    assert denied(
        "The Northern Front said at the end of April 2031 that it had left Orvenka altogether. A police chief, Aron "
        "Hale, denied this claim and told the Courier that the rebels were still shelling Abelo."
    ) == {("withdrawal", "occurrence")}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Medics said three people were killed in the strike on Orvenka on 3 May 2031. There had been no motorcycle "
            "at all, they said."
        ),
        (
            "Aron Hale of the Northern Front denied that any arms had been there and said that the bombs had hit a "
            "residential quarter of Orvenka on 3 May 2031, injuring nine people."
        ),
        (
            "Ten people were killed in the bombing of Orvenka on 3 May 2031, medics said. The mayor, Ilan Porr, "
            "replied that no gunmen had been in the house."
        ),
        "A shell hit the mill in Orvenka on 3 May 2031, killing two. The miller swore there were no weapons inside.",
    ],
)
def test_what_was_not_there_is_no_target_and_the_deed_stays(text: str) -> None:
    assert {facet for _, facet in denied(text)} == {"target"}


def test_a_deed_said_not_to_have_been_is_denied() -> None:
    assert denied("The army says the shelling of Orvenka never took place.") == {("shelling", "occurrence")}
    assert ("shelling", "occurrence") in denied(
        "On 3 May 2031 the mill in Orvenka was shelled. The shelling did not take place, the army said."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Dara Vesk said the strike on the mill camp showed that the ministry's talk of a truce was a lie.",
        "Dara Vesk said that clashes on the road to Orvenka made movement impossible.",
        (
            "The bombing of the mill in Orvenka on 3 May 2031 proved that the promises of the army were worthless, "
            "Dara Vesk said."
        ),
        (
            "The opposition said the mayor's house in Orvenka was bombed on 3 May 2031. The army denied breaking the "
            "ceasefire; Major Koll said a few shots had been fired by soldiers celebrating."
        ),
        (
            "The envoy said the truce was over. Residents of Orvenka said shells were landing in the town. General Ask "
            'said that "there is no truce".'
        ),
    ],
)
def test_what_shows_or_brings_about_a_thing_is_not_denied(text: str) -> None:
    assert denied(text) == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Two soldiers dragged a woman away in Orvenka, witnesses said. Dalo accused the UN of “inventing” rapes.",
            "sexual_violence",
        ),
        (
            "The ministry accused the Aldra Mission of fabricating the massacre in Orvenka on 3 May 2031.",
            "attack_on_civilians",
        ),
        ("The ministry accused the rebels of making up stories of shelling in Orvenka.", "shelling"),
    ],
)
def test_who_is_accused_of_inventing_a_deed_is_not_held_to_it(text: str, kind: str) -> None:
    reading = read(text)
    assert (kind, "occurrence") in denied(text)
    held = {f.text for a in reading.accounts for f in a.facets if f.facet == "responsibility"}
    assert not held & {"the UN", "the Aldra Mission", "the rebels"}


def test_a_deed_done_to_invent_a_pretext_is_one() -> None:
    text = "The ministry accused the rebels of shelling Orvenka on 3 May 2031 to invent a pretext."
    assert denied(text) == set()


def test_an_attempt_to_murder_is_meant_and_an_outrage_says_nothing_of_purpose() -> None:
    murder = read("Dak, a spokesman, claimed that the shooting at the palace had been an attempt to murder his chief.")
    outrage = read("Ask called the strike on Orvenka “a moral outrage and a criminal act”.")
    assert [f.value for a in murder.accounts for f in a.facets if f.facet == "intent"] == ["intended"]
    assert [f for a in outrage.accounts for f in a.facets if f.facet == "intent"] == []


def test_a_distance_is_no_place() -> None:
    text = (
        "The brigade said the clash began at seven, when its men found troops pushing two kilometres into the valley."
    )
    assert "two kilometres" not in {i.place.name for i in read(text).incidents if i.place}


@pytest.mark.parametrize(
    ("said", "parties"),
    [
        ("The army said there were militants in the house.", set()),
        ("The army denied that its gunners had fired.", {"army"}),
    ],
)
def test_who_speaks_of_others_clears_nobody(said: str, parties: set[str]) -> None:
    reading = read("Ten people were killed in the shelling of Orvenka on 3 May 2031, medics said. " + said)
    facets = [f for a in reading.accounts for f in a.facets if f.facet == "responsibility"]
    assert {f.value for f in facets if f.polarity == "denied"} == parties


def test_notice_denied_in_words_of_ones_own_is_told_of_the_deed_before() -> None:
    reading = read(
        "Shells fell on the market of Orvenka on 3 May 2031, wounding six traders. “No boy ever came to us with a "
        "letter,” said the mayor, Ana Vant."
    )
    said = {(f.facet, f.polarity, f.claim) for a in reading.accounts for f in a.facets if f.claim}
    assert said == {("notice", "denied", reading.claims[0].id)}


@pytest.mark.parametrize("said", ["it had caused the incident", "its guns had caused that explosion"])
def test_who_denies_having_caused_a_deed_denies_none(said: str) -> None:
    text = (
        "An explosion at a depot in Orvenka killed four people on 3 May 2031, residents said. "
        f"The army denied that {said}."
    )
    assert {facet for _, facet in denied(text)} == {"responsibility"}


_SHELLS = "VARN, 6 May 2031 - Shells fell on the market of Varn on Monday. Four people died there, a doctor said."


@pytest.mark.parametrize(
    "said",
    [
        "The Defence Ministry maintains that none died by its hand.",
        "The army said nobody was killed by its fire.",
        "The army said that no civilian had died at the hands of its soldiers.",
        "“Not one of them was killed by us,” the army said.",
    ],
)
def test_who_says_that_none_died_by_his_hand_denies_his_part_and_counts_no_dead(said: str) -> None:
    reading = read(f"{_SHELLS} {said}")
    assert {c.reaches for c in reading.claims if c.act == "denies"} == {"responsibility"}
    assert {(i.killed.low, i.killed.high) for i in reading.incidents if i.killed} == {(4, 4)}
    assert ("shelling", "responsibility") in denied(f"{_SHELLS} {said}")


def test_who_says_that_nobody_was_killed_counts_none() -> None:
    reading = read("VARN, 6 May 2031 - Shells fell on the market of Varn on Monday. The army said nobody was killed.")
    assert {(i.killed.low, i.killed.high) for i in reading.incidents if i.killed} == {(0, 0)}


@pytest.mark.parametrize(
    "said",
    [
        "The army did not return fire.",
        "Soldiers held their fire.",
        "“We did not return fire,” Colonel Orlo said.",
        "There was no return fire, the ministry said.",
        "The ministry said that its soldiers did not fire back.",
    ],
)
def test_fire_that_was_not_returned_denies_no_attack(said: str) -> None:
    assert (
        denied(f"VARN, 6 May 2031 - Militants fired on a post near Varn on Monday, the ministry said. {said}") == set()
    )


def test_who_did_not_fire_a_single_shot_denies_his_part() -> None:
    text = "Militants said the army had fired on Varn on Monday. The army said it did not fire a single shot."
    assert denied(f"VARN, 6 May 2031 - {text}") == {("shooting", "responsibility")}


@pytest.mark.parametrize(
    "said",
    ["no such attack took place", "no such thing happened", "none of this took place", "nothing of the sort occurred"],
)
def test_what_did_not_happen_is_denied_by_who_says_so(said: str) -> None:
    text = "The army said rebels had shelled a post at Varn on Monday. The rebels said that"
    assert denied(f"ORVE, 6 May 2031 - {text} {said}.") == {("shelling", "occurrence")}
