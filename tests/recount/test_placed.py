"""Where a happening came to pass is read from its own sentence, and for a nameless site from those before it."""

import pytest

from truceline.model.account import ReportedIncident
from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit


def read(text: str) -> Reading:
    return read_record(
        Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2019-09-10"), local_kit(), Settings()
    )


_MAIN = "On 1 May gunmen shot dead four farmers in Norvale, the police said. A fifth man died of his wounds.\n\n"
"""A report's main happening is placed by all of the report: the others are not."""


def told(words: str, *, of: str) -> ReportedIncident:
    """The incident that `words` name in a paragraph behind the main one."""
    text = _MAIN + of
    at = text.index(words)
    (found,) = [i for i in read(text).incidents if any(a < at + len(words) and at < b for a, b in i.mentions)]
    return found


def place(text: str, words: str) -> str | None:
    found = told(words, of=text).place
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "words", "where"),
    [
        (
            "It was broken when Union police arrested two envoys at the Orsal customs post on 20 August.",
            "arrested",
            "Orsal customs post",
        ),
        ("On 3 May the hostages were set free near the monastery of Orsal.", "set free", "Orsal"),
        ("On 3 May a gunboat seized a trawler off Ketumba.", "seized", "Ketumba"),
        (
            "On 3 May officers of both armies met for an hour at Ketumba and agreed on nothing.",
            "met",
            "Ketumba",
        ),
        (
            "On Monday the guerrillas handed three soldiers over to a mission of the Church in Talmira.",
            "handed",
            "Talmira",
        ),
        ("Yesterday thousands of demonstrators broke into the governor's office in Talmira.", "broke", "Talmira"),
        ("On 4 May shells fell on a camp for displaced families near Orvenka.", "fell", "Orvenka"),
        ("On 2 May two substations at Kulana were blown up within ten minutes.", "blown up", "Kulana"),
    ],
)
def test_the_place_of_its_sentence(text: str, words: str, where: str) -> None:
    assert place(text, words) == where


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On 4 May shells fell on a camp, said the minister, who lives in Orvenka.", "fell"),
        ("On 4 May shells fell on a camp, while the president spoke in Orvenka.", "fell"),
        ("On 4 May the kingdom suspended its part of the truce laid down in Lock Accord.", "suspended"),
    ],
)
def test_no_place_of_another_statement(text: str, words: str) -> None:
    assert place(text, words) not in {"Orvenka", "Lock Accord"}


def test_a_site_lies_where_its_paragraph_told_last() -> None:
    text = (
        "The second address is the relief agency's seat in Gaza City. On Thursday morning shells struck the compound."
    )
    found = told("struck", of=text)
    assert found.place is not None
    assert found.place.lat is not None
    assert found.place.country == "PS"


@pytest.mark.parametrize(
    "text",
    [
        "The agency has a seat in Gaza City.\n\nIn another country, on Thursday, shells struck a compound.",
        "The agency has seats in Gaza City and in Amman. On Thursday morning shells struck the compound.",
    ],
)
def test_a_site_stays_alone_where_no_one_town_is_told(text: str) -> None:
    found = told("struck", of=text)
    assert found.place is None or found.place.lat is None


def test_the_first_words_set_a_happening_not_a_later_name() -> None:
    text = (
        "Near Shaami-Yurt two aircraft fired rockets into a column of refugees on 29 May. "
        "Two reporters of a station in Grozny were killed."
    )
    assert place(text, "fired rockets") == "Shaami-Yurt"


def test_what_went_on_meanwhile_tells_no_place() -> None:
    text = "On 21 May, while the envoy stood in Amman, a car bomb tore through a crowd south of Damascus."
    assert place(text, "tore") != "Amman"


def test_what_changed_hands_is_a_place_by_its_name() -> None:
    text = "Officers met at Ketumba and agreed on nothing. On 5 May the rebels handed Ketumba over to the army."
    assert place(text, "handed") == "Ketumba"


@pytest.mark.parametrize(
    ("text", "words", "where"),
    [
        (
            "By June the war had moved on to Brevik. On 3 June rebels stormed the town, killing nine guards.",
            "stormed",
            "Brevik",
        ),
        (
            "A patrol raided a post near Zarkova on 5 June. Five more soldiers died when their tank ran over a mine.",
            "ran over",
            "Zarkova",
        ),
        (
            "A patrol raided a post near Zarkova on 5 May. Five men died that May when their tank ran over a mine.",
            "ran over",
            "Zarkova",
        ),
        (
            "On 5 June gunmen raided a school in Tolmina. Eleven teachers were taken. They were let go two days later.",
            "let go",
            "Tolmina",
        ),
        ("On 5 June gunmen raided a school in Tolmina. On 9 June soldiers executed four men.", "executed", None),
        (
            "On 5 June gunmen raided a school in Tolmina. Nobody died. Elsewhere soldiers executed four men.",
            "executed",
            None,
        ),
        (
            "On 5 June gunmen raided a school in Tolmina and a clinic in Zarkova. Soldiers executed four men.",
            "executed",
            None,
        ),
    ],
)  # fmt: skip
def test_a_deed_without_a_place_is_where_its_paragraph_was_last(text: str, words: str, where: str | None) -> None:
    assert place(text, words) == where


@pytest.mark.parametrize(
    ("text", "words", "where"),
    [
        ("On 6 June rebels entered Zarkova and murdered thirty civilians.", "murdered", "Zarkova"),
        ("On 6 June militiamen stormed Zarkova, then executed five prisoners.", "executed", "Zarkova"),
        (
            "On 6 June a squad crossed the border near Zarkova, killed three soldiers and dragged off two others.",
            "dragged off",
            "Zarkova",
        ),
    ],
)
def test_what_one_doer_does_next_is_done_at_the_same_place(text: str, words: str, where: str) -> None:
    assert place(text, words) == where


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "On 7 June the army left Zarkova, a withdrawal that its checkpoints outside Tolmina belied.",
            "left",
        ),
        ("Since 7 June the army has been advancing on Zarkova, from where guns can reach Haifa.", "advancing"),
    ],
)
def test_what_is_done_to_a_town_is_done_there_not_in_a_town_told_behind(text: str, words: str) -> None:
    assert place(text, words) == "Zarkova"


@pytest.mark.parametrize("name", ["Lock Accord", "Zarkova Council", "Arvena Gazette", "Lomir Protocol"])
def test_the_name_of_a_treaty_or_a_body_is_no_place(name: str) -> None:
    where = place(f"On 8 June both armies met under the terms laid down in the {name} and agreed on nothing.", "met")
    assert where is None


@pytest.mark.parametrize(
    ("opening", "where"),
    [
        ("Gosska came next.", "Gosska"),
        ("Or take Gosska.", "Gosska"),
        ("Gosska shows how such wars end.", "Gosska"),
        ("Silence followed.", None),
        ("Resistance came next.", None),
    ],
)
def test_a_town_that_opens_a_paragraph_is_where_its_deeds_were(opening: str, where: str | None) -> None:
    text = f"{opening} On 19 April a patrol ran over a mine outside the town, and a guard was killed."
    assert place(text, "ran over") == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            (
                "On 21 February, while the envoy stood in Amman and spoke of an agreement, "
                "a car bomb tore through the crowd near a shrine south of Damascus and killed nine people."
            ),
            "Damascus",
        ),
        (
            (
                "On 21 February a car bomb tore through the crowd south of Damascus and killed nine people, "
                "while the envoy stood in Amman."
            ),
            "Damascus",
        ),
        ("On 21 February a car bomb tore through the crowd in Amman and killed nine people.", "Amman"),
    ],
)
def test_what_went_on_elsewhere_meanwhile_is_not_where_it_was(text: str, where: str) -> None:
    assert place(text, "tore through") == where


def test_the_town_of_somebodys_broadcaster_is_not_where_he_died() -> None:
    text = "Two cameramen died in the shelling of 3 May, one of them Umar Tasov of Grozny television."
    assert place(text, "shelling") is None


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The talks that opened in Kuwait on 21 April dragged on until August.", "Kuwait"),
        ("On 21 April talks were held in Sweden between both sides.", "Sweden"),
        ("Envoys from Sweden called the talks of 21 April a success.", None),
    ],
)
def test_talks_may_be_in_a_country(text: str, where: str | None) -> None:
    assert place(text, "talks") == where


def test_a_pronoun_that_opens_a_sentence_is_no_place() -> None:
    assert place("Ilan Kroy was an officer of the army. He was captured by rebels on 6 May 2019.", "captured") is None


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("On 3 May a watchman named Oren Vaskin was hit in the neck and died.", None),
        ("On 3 May a hamlet named Oren Vaskin was hit by shells, and two herders died.", "hamlet named Oren Vaskin"),
    ],
)
def test_a_person_named_so_is_no_place(text: str, where: str | None) -> None:
    assert place(text, "hit") == where
