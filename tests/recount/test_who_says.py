"""Whose word a thing is: a verb left out, a figure given anew, an accuser behind "by", the writer's own verdict."""

import pytest

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit

STRIKE = "Shells hit the depot at Varn on Monday. "


def read(text: str) -> Reading:
    return read_record(
        Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2022-10-20"), local_kit(), Settings()
    )


def words(reading: Reading, spans: tuple[tuple[int, int], ...]) -> str:
    return " + ".join((reading.text or "")[a:b] for a, b in spans)


def figures(reading: Reading, *names: str) -> list[tuple[str, object]]:
    """Who gives which lower bound, by the source's own words; "" for the document."""
    source = {c.id: words(reading, c.source) for c in reading.claims}
    return [
        (source.get(f.claim or "", ""), f.value["low"])
        for a in reading.accounts
        for f in a.facets
        if f.facet in (names or ("killed", "injured")) and f.polarity == "affirmed"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kyiv says 10 people died in the attack, Donetsk 40.", [("Kyiv", 10), ("Donetsk", 40)]),
        ("The army put the dead at 12, the rebels at 30.", [("The army", 12), ("the rebels", 30)]),
        ("The ministry reported six wounded and the governor four.", [("The ministry", 6), ("the governor", 4)]),
        (
            "The coalition said at least 14 fighters were killed and the rebels nine.",
            [("The coalition", 14), ("the rebels", 9)],
        ),
        (
            "The UN reported 10 dead, the Red Cross 12 and activists at least 20.",
            [("The UN", 10), ("the Red Cross", 12), ("activists", 20)],
        ),
    ],
)
def test_a_second_teller_has_a_figure_without_a_verb(text: str, expected: list[tuple[str, int]]) -> None:
    assert figures(read(STRIKE + text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The army lost 10 men at Varn, the ministry said, and the rebels 40.",
        "The ministry said the army lost 10 men, the rebels 40.",
        "Police said two boys were killed at Varn, the elder 12.",
        "The mayor said 12 people were killed on Monday and Tuesday 30.",
        "The ministry said 12 soldiers died in Orvik on Monday, and Tamzer 30.",
        "The army said 12 soldiers and 30 rebels were killed at Varn.",
    ],
)
def test_a_figure_of_another_thing_makes_nobody_a_teller(text: str) -> None:
    assert len(read(text).claims) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry said 20 people were killed. It later raised the toll to 27.", [("It", 27)]),
        (
            "The ministry said 20 people were killed. The ministry later revised the figure to 27.",
            [("The ministry", 27)],
        ),
        ("The ministry said 20 people were killed. Three days later it lowered the count to 17.", [("it", 17)]),
        ("The Varn Observatory said 20 people were hurt. It has since corrected the figure to 27.", [("It", 27)]),
    ],
)
def test_a_figure_given_anew_is_its_givers_and_ends_the_earlier(text: str, expected: list[tuple[str, int]]) -> None:
    reading = read(STRIKE + text)
    assert figures(reading) == expected
    assert len({c.speaker for c in reading.claims}) == 1
    assert {c.act for c in reading.claims} == {"asserts"}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said a second shell killed two. A third fell on Tuesday. It raised the toll to five.",
        "The ministry said a second shell killed two. The deaths of two wounded men raised the toll to five.",
        "The ministry said a second shell killed two. Another strike raised the toll to five.",
    ],
)
def test_a_deed_that_raises_a_toll_says_nothing(text: str) -> None:
    assert len(read(STRIKE + text).claims) == 1


@pytest.mark.parametrize("nobody", ["no one", "no-one", "nobody"])
def test_no_one_is_nobody_in_every_spelling(nobody: str) -> None:
    assert figures(read(f"{STRIKE}The mayor said {nobody} was hurt."), "injured") == [("The mayor", 0)]
    (claim,) = read(f"{nobody.capitalize()} expects the truce at Varn to hold.").claims
    assert claim.act == "predicts"
    told = read(f"{nobody.capitalize()} denied that the army had shelled Varn on Monday.")
    assert [f.polarity for a in told.accounts for f in a.facets if f.facet == "occurrence"] == ["affirmed"]


def blame(text: str) -> list[tuple[str, str]]:
    """Who holds whom responsible: the source's words, and the value."""
    reading = read(text)
    source = {c.id: words(reading, c.source) for c in reading.claims if c.act == "accuses"}
    facets = [f for a in reading.accounts for f in a.facets if f.facet in {"responsibility", "actor"}]
    return [(source.get(f.claim or "", "no accuser"), str(f.value)) for f in facets]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shelling of Orvik was attributed by Kyiv to the rebels.", [("Kyiv", "rebels")]),
        ("Armenia was accused by Azerbaijan of firing on Tartar.", [("Azerbaijan", "am")]),
        ("The attack on Orvik was blamed by residents on the army.", [("residents", "army")]),
        ("The shelling of Orvik was denounced by the UN as a massacre.", []),
        (
            f"{STRIKE}The strike was blamed by the Ministry of Defence on Hezbollah.",
            [("the Ministry of Defence", "hezbollah")],
        ),
        (f"{STRIKE}Israel was held responsible by Hezbollah for the attack.", [("Hezbollah", "il")]),
        ("Armenia is accused by residents of Tartar of the attack.", [("residents of Tartar", "am")]),
        ("The mayor said that the shelling of Orvik was attributed by Kyiv to Russia.", [("Kyiv", "ru")]),
        ("Shells hit the market in Orvik on Monday, an attack blamed by Kyiv on Russia.", [("Kyiv", "ru")]),
        ("Armenia was accused of shelling Azerbaijani positions near Tartar on Monday.", [("", "am")]),
        ("Residents blamed the army for the attack on Orvik.", [("Residents", "army")]),
    ],
)
def test_the_accuser_behind_by_accuses_and_is_not_accused(text: str, expected: list[tuple[str, str]]) -> None:
    assert blame(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The shelling of Orvik is attributed to the rebels by the army and by the Red Cross.",
            {("the army", "rebels"), ("the Red Cross", "rebels")},
        ),
        ("The shelling of Orvik was blamed on the army by the Harun Front.", {("the Harun Front", "army")}),
        (
            "The shelling of Orvik, attributed to the army by the Harun Front, killed four people.",
            {("the Harun Front", "army")},
        ),
        (
            "Responsibility for the shelling of Orvik was laid on Hamas by the army, by police and by the Red Cross.",
            {("the army", "hamas"), ("police", "hamas"), ("the Red Cross", "hamas")},
        ),
        (
            "The army was accused of the shelling of Orvik by the Red Cross and by Lantern Watch.",
            {("the Red Cross", "army"), ("Lantern Watch", "army")},
        ),
    ],
)
def test_each_accuser_behind_a_by_of_its_own_accuses(text: str, expected: set[tuple[str, str]]) -> None:
    assert set(blame(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The shelling of Orvik was attributed to fire by the army.",
        "The Harun Front was accused of an attack on a post in Orvik held by the army.",
        "The Harun Front was accused of shelling Orvik by its men.",
    ],
)
def test_who_did_or_holds_a_thing_does_not_accuse(text: str) -> None:
    assert {who for who, _ in blame(text)} <= {"", "no accuser"}


@pytest.mark.parametrize(
    "text",
    [
        "The prisoner was accused by the court of theft.",
        "The blast at Orvik was ascribed by experts to a gas leak.",
        "The army was shelled by the rebels on Monday.",
    ],
)
def test_a_passive_without_a_party_behind_it_blames_no_party(text: str) -> None:
    assert [who for who, _ in blame(text) if who != "no accuser"] == []


def claims(text: str) -> list[tuple[str, str, str, str]]:
    """Source ("writer" for the document's own), act, reach and content of each claim."""
    reading = read(text)
    return [
        (
            "writer" if c.source_kind == "author" else words(reading, c.source),
            c.act,
            c.reaches or "",
            words(reading, c.content),
        )
        for c in reading.claims
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry's claim that nobody died is false.",
            ("writer", "denies", "harm", "The ministry's claim that nobody died"),
        ),
        (
            "The rebels' report that the army shelled Orvik is a lie.",
            ("writer", "denies", "occurrence", "The rebels' report that the army shelled Orvik"),
        ),
        ("The army said the rebels shelled Orvik. That never happened.", ("writer", "denies", "occurrence", "That")),
        ("The army said the rebels shelled Orvik. This is simply not true.", ("writer", "denies", "other", "This")),
        (
            "Contrary to what the army says, the school in Orvik was hit by a shell.",
            ("writer", "denies", "other", "what the army says"),
        ),
        (
            "Contrary to claims by the army, nobody in Orvik was hurt by the shell.",
            ("writer", "denies", "other", "claims by the army"),
        ),
    ],
)
def test_the_writers_verdict_is_the_writers(text: str, expected: tuple[str, ...]) -> None:
    assert [c for c in claims(text) if c[0] == "writer"] == [expected]
    assert len(claims(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The rebels said the army's claim that nobody died in the shelling of Orvik is false.",
        "The army's statement that it shelled Orvik on Monday is true.",
        "The army's claim that the rebels shelled Orvik was dismissed as false by the UN.",
        "The army said the rebels shelled Orvik. “That never happened,” a rebel commander said.",
        "The rebels said the army shelled Orvik on Monday. That happened at noon.",
        "Contrary to expectations, the truce in Orvik held on Monday.",
    ],
)
def test_anybody_elses_verdict_is_not_the_writers(text: str) -> None:
    assert [c for c in claims(text) if c[0] == "writer"] == []


def test_what_the_writer_says_against_a_source_is_not_the_sources() -> None:
    reading = read("Contrary to what the army says, the school in Orvik was hit by a shell.")
    assert {f.claim for a in reading.accounts for f in a.facets} == {None}
    reading = read(f"{STRIKE}The army said the rebels shelled Orvik on Monday. That never happened.")
    assert ("denied", None) in {
        (f.polarity, f.claim) for a in reading.accounts for f in a.facets if f.facet == "occurrence"
    }


@pytest.mark.parametrize(
    ("heading", "teller"),
    [
        ("Syrian General Command: 62 killed in strike on army posts", "Syrian General Command"),
        ("Kafr Yamut mayor: two dead in shelling", "Kafr Yamut mayor"),
        ("Health ministry: 14 wounded in Orvik market blast", "Health ministry"),
        ("Two dead in Kafr Yamut shelling, mayor says", "mayor"),
        ("Day 4: 62 violations, 3 killed", ""),
        ("Deir ez-Zor: 62 killed", ""),
        ("Kyiv: 62 killed in strike", ""),
        ("Update: two dead in Orvik shelling", ""),
        ("Army losses: 62 killed in strike on Monday", ""),
    ],
)
def test_a_headlines_figure_is_the_tellers_before_its_colon(heading: str, teller: str) -> None:
    assert {who for who, _ in figures(read(f"{heading}\n\nThe strike came at noon."))} == {teller}


@pytest.mark.parametrize(
    "heading", ["Varn Truce Mission: daily report", "Orvik police: a profile of the town's guards"]
)
def test_a_heading_that_tells_nothing_is_no_claim(heading: str) -> None:
    assert read(f"{heading}\n\nTwo shells fell on Orvik.").claims == ()


def test_who_is_counted_stands_behind_the_colon() -> None:
    reading = read("Shells hit Orvik on Monday. A JCCC officer called: one soldier was killed near Orvik.")
    assert [f.text for a in reading.accounts for f in a.facets if f.facet == "killed"] == ["one soldier was killed"]


def test_a_figure_corrected_in_passing_is_the_corrected_ones() -> None:
    reading = read("The strike on Varn killed six people, not nine as the ministry said.")
    assert set(figures(reading, "killed")) == {("", 6), ("the ministry", 9)}


def test_who_a_surgeon_confirms_the_dead_for_does_not_tell_of_them() -> None:
    reading = read("The Front replied: mortars on the harbour of Varn, four dead, as the mayor confirmed last night.")
    assert figures(reading, "killed") == [("the mayor", 4)]


def test_who_the_dead_were_says_nothing_of_who_killed_them() -> None:
    reading = read(
        "Of the 12 people killed in the shelling of Varn on Monday, seven were children, doctors said. The army said "
        "they were all fighters."
    )
    assert [f for a in reading.accounts for f in a.facets if f.facet == "responsibility"] == []


@pytest.mark.parametrize(
    "blame",
    [
        "Ovaria has blamed the Lake Front for similar attacks.",
        "Ovaria has accused the Lake Front of previous attacks on depots.",
        "The Lake Front has claimed similar attacks in the past.",
    ],
)
def test_blame_for_deeds_like_this_one_is_none_for_it(blame: str) -> None:
    reading = read(f"A bomb killed four people in Varn on Sunday. {blame}")
    assert [f for a in reading.accounts for f in a.facets if f.facet in {"responsibility", "actor"}] == []
    assert len(reading.incidents) == 1


@pytest.mark.parametrize("title", ["The market that nobody shelled", "The shells no one fired"])
def test_a_titles_rhetoric_denies_nothing(title: str) -> None:
    reading = read(
        f"{title}\n\nThe army says that rebels shelled the market of Varn on Monday. Four people were killed."
    )
    assert [f.text for a in reading.accounts for f in a.facets if f.polarity == "denied"] == []
