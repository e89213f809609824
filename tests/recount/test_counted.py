"""Numbers that count no people, and words that are no place and nobody."""

from collections.abc import Callable

import pytest

from fakes.made_drafts import draft, told
from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.reading import Document, Reader, Reading
from truceline.read.quantities import find_quantities
from truceline.recount.counted import of_people
from truceline.recount.drafts.no_dead import without_untold_dead
from truceline.recount.facets.small_words import supposed
from truceline.recount.kit import RecountKit
from truceline.text.sentences import split_sentences

Recount = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The posts were shelled 112 times, 88 of them at the mill, and 5 soldiers died.", ["112", "5"]),
        ("Of 112 villagers 88 fled; 12 of them died.", ["112", "88", "12"]),
        ("About 80 per cent of the guards had left, 20% of them wounded.", []),
        ("They fired 40 mortar rounds. Six died, two of them children.", ["40", "Six", "two"]),
    ],
)
def test_shares_and_some_of_the_things_just_counted_are_no_people(
    text: str, people: list[str], kit: RecountKit
) -> None:
    quantities = find_quantities(text, split_sentences(text), (), kit.numbers)
    reading = Reading(
        document=Document(id="d", sha256="0"), reader=Reader(name="t", version="1"), text=text, quantities=quantities
    )
    assert [q.text for q in of_people(reading).quantities] == people


def test_another_number_for_things_counted_before_counts_no_dead(recount: Recount) -> None:
    text = "Men burned Harun. The mission counted 40 burned houses; villagers said the number was nearer 60."
    proposed = draft(text, "destruction", ["burned"], ("killed", "nearer 60", "affirmed"))
    assert told(recount(text, drafts=[proposed]), "killed") == []


def test_the_dead_of_a_whole_reporting_period_are_not_those_of_one_happening(recount: Recount) -> None:
    text = (
        "On 9 March fighters turned back seven trucks at Harun. "
        "In the period 15 people were killed: five civilians and ten soldiers."
    )
    proposed = draft(text, "aid_obstructed", ["turned back"], ("killed", "five civilians", "affirmed"))
    incidents = {
        i.event_type: (i.killed and i.killed.low, i.aggregate) for i in recount(text, drafts=[proposed]).incidents
    }
    assert incidents == {"aid_obstructed": (None, False), "other": (15, True)}


def test_the_dead_are_a_toll_though_somebody_died_of_wounds(recount: Recount) -> None:
    text = "The mill was shelled; a boy died of his wounds, bringing the toll to three."
    assert (3, 3) in {(f.value["low"], f.value["high"]) for f in told(recount(text), "killed")}


@pytest.mark.parametrize(
    ("words", "killed"),
    [
        ("a gardener", 1),
        ("their lamplighter who slept", 1),
        ("its own losses as", None),
        ("a son's", None),
        ("the toll", None),
    ],
)
def test_a_noun_that_is_nobody_counts_nobody(words: str, killed: int | None, recount: Recount) -> None:
    text = f"A raid emptied the salt store and took {words} that night."
    reading = recount(text, drafts=[draft(text, "ground_attack", ["raid"], ("killed", words, "affirmed"))])
    assert [f.value["low"] for f in told(reading, "killed")] == ([killed] if killed else [])


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("towards", None),
        ("in", None),
        ("eastern", None),
        ("near the salt store", "salt store"),
        ("the salt store", "salt store"),
    ],
)
def test_a_place_is_more_than_a_word_of_direction(words: str, name: str | None, recount: Recount) -> None:
    text = f"Men moved {words} by night and a raid followed."
    reading = recount(text, drafts=[draft(text, "troop_movement", ["moved"], ("place", words, "affirmed"))])
    assert [f.value["name"] for f in told(reading, "place")] == ([name] if name else [])


def test_a_death_toll_of_the_war_is_no_toll_of_the_raid(recount: Recount) -> None:
    text = "A raid emptied the salt store. The death toll in the war had reached 5,000."
    reading = recount(text, drafts=[draft(text, "ground_attack", ["raid"], ("killed", "5,000", "affirmed"))])
    raid, tally = reading.incidents
    assert (raid.aggregate, raid.killed) == (False, None)
    assert tally.aggregate


def test_a_toll_told_apart_and_many_times_as_large_is_of_something_larger(recount: Recount) -> None:
    text = "A raid killed four at the mill. The ministry counts 2,143 dead. The clinic counts 9 dead."
    facets = ("killed", "four", "affirmed"), ("killed", "2,143 dead", "affirmed"), ("killed", "9 dead", "affirmed")
    reading = recount(text, drafts=[draft(text, "ground_attack", ["raid"], *facets)])
    assert sorted(f.value["low"] for f in told(reading, "killed")) == [4, 9]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("If civilians were hurt, the rebels did it.", "civilians"),
        ("Q: How many people died?", "people"),
        ("He would resign if any villagers had been killed.", "any villagers"),
    ],
)
def test_who_is_only_supposed_or_asked_after_is_nobodys_dead(text: str, words: str) -> None:
    assert supposed(text, text.index(words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nobody knew if the two men killed were fighters.", "the two men"),
        ("If the truce holds, they go home. Four people died.", "Four people"),
        ("It asked if the road was open, and two drivers were hurt.", "two drivers"),
    ],
)
def test_who_is_told_of_as_known_counts_behind_if_too(text: str, words: str) -> None:
    assert not supposed(text, text.index(words))


@pytest.mark.parametrize(
    ("counted", "facets"),
    [
        ("It counted 12 breaches of the truce, seven in Harun and five in Kesh.", []),
        ("It counted 12 breaches of the truce in which five people died.", ["killed"]),
    ],
)
def test_a_count_of_breaches_is_no_count_of_dead(counted: str, facets: list[str]) -> None:
    text = f"Four soldiers were killed on Monday. {counted}"
    breach, five = (text.index("breaches"), text.index("breaches") + 8), (text.index("five"), text.index("five") + 4)
    mention = DraftMention(
        span=breach, score=0.9, types=(("violation_unspecified", 0.9),),
        facets=(DraftFacet(facet="killed", span=five, polarity="affirmed", score=0.9),),
    )  # fmt: skip
    reading = Reading(
        document=Document(id="d", sha256="0"),
        reader=Reader(name="test", version="1"),
        text=text,
        sentences=split_sentences(text),
    )
    (kept,) = without_untold_dead([Draft(aggregate=True, mentions=(mention,))], reading)
    assert [f.facet for f in kept.facets] == facets
