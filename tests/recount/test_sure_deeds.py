"""Deeds of which the learned reader is surest: told of nothing else, told in words of other kinds, or kept apart."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from fakes.made_drafts import at, draft, told
from truceline.model.claim import Claim
from truceline.model.draft import Draft
from truceline.model.reading import Document, Reader, Reading
from truceline.recount.clusters import Cluster
from truceline.recount.drafts.kept_apart import happenings_parted
from truceline.recount.events.triggers import Trigger
from truceline.recount.happenings import Happening
from truceline.text.sentences import split_sentences

Recount = Callable[..., Reading]
Say = Callable[..., Claim]


def named(proposed: Draft, score: float) -> Draft:
    """A draft whose mentions are so sure."""
    return replace(proposed, mentions=tuple(replace(m, score=score) for m in proposed.mentions))


@pytest.mark.parametrize(("score", "kinds"), [(0.95, ["violation_unspecified"]), (0.8, [])])
def test_a_deed_named_most_surely_is_one_though_nothing_else_is_told(
    recount: Recount, score: float, kinds: list[str]
) -> None:
    """
    The pact was broken twice by their own count.
    """
    text = "The pact was broken twice by their own count."
    proposed = draft(text, "violation_unspecified", ["broken"], ("compliance", "broken twice", "denied"))
    reading = recount(text, drafts=[named(proposed, score)])
    assert [i.event_type for i in reading.incidents] == kinds


@pytest.mark.parametrize(("chance", "incidents"), [(0.6, 1), (0.95, 2)])
def test_words_surely_of_one_deed_are_one_unless_they_surely_name_another_kind(
    recount: Recount, chance: float, incidents: int
) -> None:
    """
    Gunmen abducted a miller in Sadd. Guards said they had arrested him lawfully.
    """
    text = "Gunmen abducted a miller in Sadd. Guards said they had arrested him lawfully."
    first = draft(text, "abduction", ["abducted"], ("target", "a miller", "affirmed"))
    then = draft(text, "detention", ["arrested"], sure=chance).mentions
    reading = recount(text, drafts=[replace(first, mentions=(*first.mentions, *then))])
    assert len(reading.incidents) == incidents


def test_a_clauses_dead_are_of_the_deed_surely_named_in_it(recount: Recount) -> None:
    """
    Riders fired into a queue in Varn, killing a clerk. Nobody has claimed the shooting.
    """
    text = "Riders fired into a queue in Varn, killing a clerk. Nobody has claimed the shooting."
    (incident,) = recount(
        text, drafts=[draft(text, "shooting", ["fired", "shooting"], ("killed", "a clerk", "affirmed"))]
    ).incidents
    assert incident.killed is not None
    assert incident.killed.low == 1


@pytest.mark.parametrize(
    ("then", "target", "incidents"),
    [
        ("Further on thieves shot a goatherd.", "a goatherd", 2),
        ("One bullet shot a goatherd.", "a goatherd", 1),
        ("Further on thieves shot them.", "them", 1),
    ],
)
def test_deeds_kept_apart_are_two_where_each_says_itself_what_it_struck(
    recount: Recount, then: str, target: str, incidents: int
) -> None:
    """
    Snipers killed four ferrymen at the weir. Further on thieves shot a goatherd.
    """
    text = f"Snipers killed four ferrymen at the weir. {then}"
    first = draft(text, "shooting", ["killed"], ("killed", "four ferrymen", "affirmed"))
    second = draft(text, "shooting", ["shot"], ("target", target, "affirmed"))
    assert len(recount(text, drafts=[first, second]).incidents) == incidents


def test_deeds_of_other_kinds_are_two_though_the_rules_join_their_words() -> None:
    text = f"A mine destroyed a bus. {'Nobody knew what the summer would bring. ' * 60}By then the army had attacked."
    mine, raid = draft(text, "mine", ["destroyed"]), draft(text, "air_strike", ["attacked"])
    clusters = [_cluster(text, "destroyed", 0), _cluster(text, "attacked", 61)]
    whole = Reading(
        document=Document(id="d", sha256="0"),
        reader=Reader(name="test", version="1"),
        text=text,
        sentences=split_sentences(text),
    )
    apart = happenings_parted([Happening("attack", clusters)], [mine, raid], whole, whole=True)
    assert [[text[slice(*m)] for m in h.mentions] for h in apart] == [["destroyed"], ["attacked"]]


def _cluster(text: str, word: str, sentence: int) -> Cluster:
    start, end = at(text, word)
    trigger = Trigger(type=None, start=start, end=end, sentence=sentence, first=0, last=0, noun=False)
    return Cluster("attack", [trigger], sentence)


def test_notice_may_be_told_by_a_word_of_telling(recount: Recount, claim: Say) -> None:
    """
    Sappers mined the weir on Monday. They told nobody.
    """
    text = "Sappers mined the weir on Monday. They told nobody."
    facets = ("target", "the weir", "affirmed"), ("notice", "told nobody", "denied")
    reading = recount(text, [claim(text, "They", "told", "nobody")], drafts=[draft(text, "mine", ["mined"], *facets)])
    assert [(f.text, f.polarity) for f in told(reading, "notice")] == [("told nobody", "denied")]


def test_who_is_surely_a_doer_is_one_though_something_is_done_to_it(recount: Recount) -> None:
    """
    Since Sunday market women have been sitting across the bridge.
    """
    text = "Since Sunday market women have been sitting across the bridge."
    proposed = draft(text, "protest", ["sitting"], ("actor", "market women", "affirmed"))
    assert [f.value for f in told(recount(text, drafts=[proposed]), "actor")] == ["market women"]


def test_we_broke_it_says_both_who_did_it_and_what_it_was(recount: Recount, claim: Say) -> None:
    """
    The ferry guards said: “We broke the pact.”
    """
    text = "The ferry guards said: “We broke the pact.”"
    said = replace(claim(text, "The ferry guards", "said", "“We broke the pact.”"), speech="direct")
    whole, part = ("compliance", "We broke the pact", "denied"), ("responsibility", "We", "affirmed")
    proposed = named(draft(text, "violation_unspecified", ["broke"], whole, part), 0.95)
    (mention,) = proposed.mentions
    scored = tuple(replace(f, score=0.7 if f.facet == "responsibility" else 0.9) for f in mention.facets)
    reading = recount(text, [said], drafts=[replace(proposed, mentions=(replace(mention, facets=scored),))])
    assert [f.value for f in told(reading, "responsibility")] == ["ferry guards"]


def test_who_is_surely_counted_as_dead_is_dead_though_told_only_as_shot(recount: Recount) -> None:
    """
    Names Office, entry 12: Oren Tal, 41, postman, shot in the neck at the weir.
    """
    text = "Names Office, entry 12: Oren Tal, 41, postman, shot in the neck at the weir."
    proposed = draft(text, "shooting", ["shot"], ("killed", "Oren Tal, 41, postman", "affirmed"))
    assert [f.value["low"] for f in told(recount(text, drafts=[proposed]), "killed")] == [1]


def test_a_happening_is_named_by_its_deed_and_not_by_what_came_of_it(recount: Recount) -> None:
    """
    A bomb went off in a mill in Sadd on Monday, killing six millers.
    """
    text = "A bomb went off in a mill in Sadd on Monday, killing six millers."
    facets = (("means", "A bomb", "affirmed"), ("killed", "six millers", "affirmed"))
    reading = recount(text, drafts=[draft(text, "bombing", ["went off"], *facets, sure=0.95)])
    assert [[text[a:b] for a, b in i.mentions] for i in reading.incidents] == [["went off"]]
    assert [f.text for a in reading.accounts for f in a.facets if f.facet == "occurrence"] == ["went off"]


@pytest.mark.parametrize(("chance", "kind"), [(0.9, "drone_strike"), (0.35, "attack_on_civilians")])
def test_a_drone_that_nobody_names_is_believed_where_the_reader_is_fairly_sure(
    recount: Recount, chance: float, kind: str
) -> None:
    """
    What flew into the mill in Sadd had nobody in it.
    """
    text = "What flew into the mill in Sadd had nobody in it."
    proposed = draft(text, "drone_strike", ["flew"], ("target", "the mill", "affirmed"), sure=chance)
    reading = recount(text, drafts=[named(proposed, 0.95)])
    assert [i.event_type for i in reading.incidents] == [kind]


@pytest.mark.parametrize(("means", "told"), [("a catapult", ["a catapult"]), (None, ["gun"])])
def test_by_what_means_is_the_readers_word_before_that_of_the_rules(
    recount: Recount, means: str | None, told: list[str]
) -> None:
    """
    Soldiers shelled a mill near Sadd with a catapult, and a guard dropped his gun.
    """
    text = "Soldiers shelled a mill near Sadd with a catapult, and a guard dropped his gun."
    facets = [("target", "a mill", "affirmed"), *([("means", means, "affirmed")] if means else [])]
    reading = recount(text, drafts=[named(draft(text, "shelling", ["shelled"], *facets), 0.95)])
    words = [f.text for a in reading.accounts for f in a.facets if f.facet == "means"]
    assert words == told


def test_arms_told_anywhere_in_a_short_text_settle_a_vague_word_in_dispute(recount: Recount, claim: Say) -> None:
    """
    The depot at Sadd was not hit, the guard said. A warplane passed at noon, bombs under its wings.
    """
    text = "The depot at Sadd was not hit, the guard said. A warplane passed at noon, bombs under its wings."
    denial = claim(text, "the guard", "said", "The depot at Sadd was not hit", "denies")
    proposed = draft(text, "air_strike", ["hit"], ("target", "The depot", "affirmed"), sure=0.95)
    reading = recount(text, [denial], drafts=[named(proposed, 0.95)])
    assert [i.event_type for i in reading.incidents] == ["air_strike"]
