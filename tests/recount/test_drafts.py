"""What a learned reader proposes is taken up beside the rules: its words, its type, and no number of its own making."""

from collections.abc import Callable
from dataclasses import replace

from fakes.made_drafts import at, draft, told
from truceline.model.claim import Claim
from truceline.model.draft import DraftFacet
from truceline.model.reading import Reading

Recount = Callable[..., Reading]
Say = Callable[..., Claim]


def test_what_no_word_list_knows_becomes_an_incident_of_its_own(recount: Recount) -> None:
    """
    Men from the ferry emptied the salt store and rowed off.
    """
    text = "Men from the ferry emptied the salt store and rowed off."
    reading = recount(
        text,
        drafts=[
            draft(
                text,
                "looting",
                ["emptied"],
                ("actor", "Men from the ferry", "affirmed"),
                ("target", "the salt store", "affirmed"),
            )
        ],
    )
    assert [i.event_type for i in reading.incidents] == ["looting"]
    assert reading.incidents[0].mentions == (at(text, "emptied"),)
    assert [(f.value, f.text) for f in told(reading, "target")] == [("salt store", "the salt store")]
    assert reading.drafts is None


def test_a_facet_hangs_on_the_claim_whose_words_hold_it(recount: Recount, claim: Say) -> None:
    """
    The Ferry Guard said its men had emptied the salt store. The Salt Board said nobody had been warned.
    """
    text = "The Ferry Guard said its men had emptied the salt store. The Salt Board said nobody had been warned."
    first = claim(text, "The Ferry Guard", "said", "its men had emptied the salt store")
    second = claim(text, "The Salt Board", "said", "nobody had been warned")
    proposed = draft(
        text,
        "looting",
        ["emptied"],
        ("target", "the salt store", "affirmed"),
        ("notice", "nobody had been warned", "denied"),
    )
    reading = recount(text, [first, second], drafts=[proposed])
    by_claim = {a.claim: [(f.facet, f.polarity) for f in a.facets] for a in reading.accounts}
    assert by_claim == {
        first.id: [("occurrence", "affirmed"), ("target", "affirmed")],
        second.id: [("notice", "denied")],
    }


def test_the_rules_keep_the_toll_of_what_both_see(recount: Recount) -> None:
    """
    Three people were shot near the mill on Tuesday, and one of them died.
    """
    text = "Three people were shot near the mill on Tuesday, and one of them died."
    plain = recount(text).incidents[0]
    proposed = draft(text, "shooting", ["shot"], ("killed", "Three people", "affirmed"))
    reading = recount(text, drafts=[proposed])
    assert (reading.incidents[0].killed, reading.incidents[0].injured) == (plain.killed, plain.injured)
    assert all(f.value["low"] != 3 for f in told(reading, "killed"))


def test_an_error_is_harm_not_meant_and_a_breach_is_a_broken_term(recount: Recount) -> None:
    """
    Shells fell on the mill by mistake, the third breach of the truce.
    """
    text = "Shells fell on the mill by mistake, the third breach of the truce."
    proposed = draft(
        text,
        "shelling",
        ["fell"],
        ("target", "the mill", "affirmed"),
        ("intent", "by mistake", "denied"),
        ("compliance", "breach of the truce", "denied"),
    )
    reading = recount(text, drafts=[proposed])
    assert {(f.facet, f.value, f.polarity) for f in told(reading, "intent") + told(reading, "compliance")} == {
        ("intent", "unintended", "affirmed"),
        ("compliance", "broken", "affirmed"),
    }


def test_what_the_learned_reader_does_not_see_is_left_out(recount: Recount) -> None:
    """
    The council met. The attack on the reforms went on. Gunmen abducted a miller.
    """
    text = "The council met. The attack on the reforms went on. Gunmen abducted a miller."
    reading = recount(text, drafts=[draft(text, "abduction", ["abducted"], ("target", "a miller", "affirmed"))])
    assert [i.event_type for i in reading.incidents] == ["abduction"]


def test_a_vague_word_gets_the_type_the_learned_reader_is_sure_of(recount: Recount) -> None:
    """
    A convoy was hit near Sadd by two rockets.
    """
    text = "A convoy was hit near Sadd by two rockets."
    facets = (("target", "A convoy", "affirmed"), ("means", "two rockets", "affirmed"))
    sure, unsure = (recount(text, drafts=[draft(text, "air_strike", ["hit"], *facets, sure=s)]) for s in (0.9, 0.3))
    assert [r.incidents[0].event_type for r in (sure, unsure)] == ["air_strike", "attack_on_civilians"]


def test_of_kinds_none_of_which_is_sure_the_one_whose_arms_are_told_stands(recount: Recount) -> None:
    """
    A convoy was hit near Sadd by two rockets.
    """
    text = "A convoy was hit near Sadd by two rockets."
    made = draft(text, "air_strike", ["hit"], ("target", "A convoy", "affirmed"))
    several = (("air_strike", 0.3), ("shelling", 0.25), ("shooting", 0.2))
    unsure = replace(made, mentions=(replace(made.mentions[0], types=several),))
    assert recount(text, drafts=[unsure]).incidents[0].event_type == "shelling"


def test_whoever_denies_having_done_it_leaves_the_arms_that_are_told(recount: Recount, claim: Say) -> None:
    """
    Mortar bombs hit a convoy near Sadd. The Ferry Guard denied that its men had hit it.
    """
    text = "Mortar bombs hit a convoy near Sadd. The Ferry Guard denied that its men had hit it."
    denial = claim(text, "The Ferry Guard", "denied", "that its men had hit it", "denies")
    facets = (("target", "a convoy", "affirmed"), ("responsibility", "its men had hit it", "denied"))
    reading = recount(text, [denial], drafts=[draft(text, "shelling", ["hit"], *facets, sure=0.9)])
    assert reading.incidents[0].event_type == "shelling"


def test_a_word_weighs_in_the_type_as_much_as_it_is_sure_to_name_it(recount: Recount) -> None:
    """
    A crowd burned a store near Sadd. The affair was brief.
    """
    text = "A crowd burned a store near Sadd. The affair was brief."
    sure = draft(text, "destruction", ["burned"], ("target", "a store", "affirmed"), sure=0.6)
    vague = replace(draft(text, "protest", ["affair"]).mentions[0], score=0.3)
    both = replace(sure, mentions=(*sure.mentions, vague))
    assert recount(text, drafts=[both]).incidents[0].event_type == "destruction"


def test_what_is_denied_keeps_the_word_nobody_denies(recount: Recount, claim: Say) -> None:
    """
    A convoy was hit near Sadd. The Ferry Guard denied that its aircraft had hit it.
    """
    text = "A convoy was hit near Sadd. The Ferry Guard denied that its aircraft had hit it."
    denial = claim(text, "The Ferry Guard", "denied", "that its aircraft had hit it", "denies")
    facets = (("target", "A convoy", "affirmed"), ("responsibility", "its aircraft had hit it", "denied"))
    reading = recount(text, [denial], drafts=[draft(text, "air_strike", ["hit"], *facets, sure=0.99)])
    assert reading.incidents[0].event_type == "attack_on_civilians"


def test_harm_told_alone_goes_to_what_did_it(recount: Recount) -> None:
    """
    At noon a mine went off under a milk van, killing its driver.
    """
    text = "At noon a mine went off under a milk van, killing its driver."
    proposed = draft(text, "mine", ["went off"], ("means", "a mine", "affirmed"), ("killed", "its driver", "affirmed"))
    reading = recount(text, drafts=[proposed])
    assert [(i.event_type, i.killed.low if i.killed else None) for i in reading.incidents] == [("mine", 1)]


def test_groups_named_together_are_counted_apart_beside_their_sum(recount: Recount) -> None:
    """
    Five soldiers and two children were killed when shells hit the market.
    """
    text = "Five soldiers and two children were killed when shells hit the market."
    reading = recount(text)
    assert [(f.text, f.value["low"], f.value["group"]) for f in told(reading, "killed")] == [
        ("Five soldiers and two children were killed", 7, "unknown"),
        ("Five soldiers", 5, "combatants"),
        ("two children", 2, "children"),
    ]
    assert reading.incidents[0].killed is not None
    assert reading.incidents[0].killed.low == 7


def test_of_is_an_age_behind_one_person(recount: Recount) -> None:
    """
    A girl of 12 was killed when shells hit the market.
    """
    reading = recount("A girl of 12 was killed when shells hit the market.")
    assert [f.value["low"] for f in told(reading, "killed")] == [1]
    text = "When shells hit the market, a girl of 12 lost a leg."
    proposed = draft(text, "shelling", ["hit"], ("injured", "a girl of 12 lost a leg", "affirmed"))
    assert [f.value["low"] for f in told(recount(text, drafts=[proposed]), "injured")] == [1]


def test_a_word_of_which_nothing_is_told_is_no_incident(recount: Recount) -> None:
    """
    Somebody emptied it.
    """
    text = "Somebody emptied it."
    assert recount(text, drafts=[draft(text, "looting", ["emptied"])]).incidents == ()


def test_a_number_is_counted_from_the_words_the_learned_reader_marks(recount: Recount) -> None:
    """
    A bus hit a mine. 1516 - Mayor corrects: three dead.
    """
    text = "A bus hit a mine. 1516 - Mayor corrects: three dead."
    reading = recount(text, drafts=[draft(text, "mine", ["mine"], ("killed", "three dead", "affirmed"))])
    assert [(f.value["low"], f.value["high"], f.text) for f in told(reading, "killed")] == [(3, 3, "three dead")]
    toll = reading.incidents[0].killed
    assert toll is not None
    assert (toll.low, toll.high) == (3, 3)


def test_people_joined_by_and_are_counted_together_and_those_described_once(recount: Recount) -> None:
    """
    A mine killed two teachers and a gardener. Shells killed Petar Sova, a baker.
    """
    text = "A mine killed two teachers and a gardener. Shells killed Petar Sova, a baker."
    reading = recount(
        text,
        drafts=[
            draft(text, "mine", ["mine"], ("killed", "two teachers and a gardener", "affirmed")),
            draft(text, "shelling", ["Shells"], ("killed", "Petar Sova, a baker", "affirmed")),
        ],
    )
    assert sorted(f.value["low"] for f in told(reading, "killed")) == [1, 3]


def test_mentions_parted_by_the_rules_keep_each_its_own_type(recount: Recount) -> None:
    """
    Gunmen abducted a miller in Sadd. In Hulm jets bombed a mill.
    """
    text = "Gunmen abducted a miller in Sadd. In Hulm jets bombed a mill."
    first = draft(text, "abduction", ["abducted"])
    both = replace(first, mentions=(*first.mentions, *draft(text, "air_strike", ["bombed"]).mentions))
    reading = recount(text, drafts=[both])
    assert {i.event_type for i in reading.incidents} == {"abduction", "air_strike"}


def test_who_is_counted_beside_an_arrest_was_hurt_in_the_shooting(recount: Recount) -> None:
    """
    Two men were killed as shots were fired in Arneb on Friday. Police arrested a clerk later.
    """
    text = "Two men were killed as shots were fired in Arneb on Friday. Police arrested a clerk later."
    reading = recount(
        text,
        drafts=[
            draft(text, "shooting", ["fired"], ("place", "Arneb", "affirmed")),
            draft(text, "detention", ["arrested"], ("killed", "Two men", "affirmed")),
        ],
    )
    tolls = {i.event_type: (i.killed.low if i.killed else None) for i in reading.incidents}
    assert tolls == {"shooting": 2, "detention": None}


def test_who_died_in_a_cell_stays_counted_there(recount: Recount) -> None:
    """
    Police arrested a clerk, and two men died in the cell.
    """
    text = "Police arrested a clerk, and two men died in the cell."
    reading = recount(text, drafts=[draft(text, "detention", ["arrested"], ("killed", "two men", "affirmed"))])
    assert [(i.event_type, i.killed and i.killed.low) for i in reading.incidents] == [("detention", 2)]


def test_small_words_turn_a_breach_round(recount: Recount) -> None:
    """
    The camp was shelled. The army's guns broke no clause of the truce. The monitors' note has it as a breach.
    """
    text = "The camp was shelled. The army's guns broke no clause of the truce. The monitors' note has it as a breach."
    shelled = draft(
        text,
        "shelling",
        ["shelled"],
        ("place", "The camp", "affirmed"),
        ("compliance", "broke no clause", "denied"),
        ("compliance", "a breach", "affirmed"),
    )
    reading = recount(text, drafts=[shelled])
    assert [(f.text, f.value) for f in told(reading, "compliance")] == [
        ("broke no clause", "kept"),
        ("a breach", "broken"),
    ]


def test_groups_joined_by_and_are_told_each_beside_their_sum(recount: Recount) -> None:
    """
    A barge blew up at the quay and drowned three teachers and a boy.
    """
    text = "A barge blew up at the quay and drowned three teachers and a boy."
    reading = recount(
        text,
        drafts=[draft(text, "bombing", ["blew up"], ("killed", "three teachers and a boy", "affirmed"))],
    )
    counts = {(f.text, f.value["low"]) for f in told(reading, "killed")}
    assert counts >= {("three teachers and a boy", 4), ("three teachers", 3), ("a boy", 1)}


def test_not_one_is_nobody(recount: Recount) -> None:
    """
    The barge blew up at the quay, and not one sailor was hurt.
    """
    text = "The barge blew up at the quay, and not one sailor was hurt."
    reading = recount(
        text, drafts=[draft(text, "bombing", ["blew up"], ("injured", "not one sailor was hurt", "affirmed"))]
    )
    assert {(f.value["low"], f.value["high"]) for f in told(reading, "injured")} == {(0, 0)}


def test_words_of_purpose_say_it_themselves(recount: Recount) -> None:
    """
    The camp was shelled. It was intentional, one note has it; another has it as a mistake.
    """
    text = "The camp was shelled. It was intentional, one note has it; another has it as a mistake."
    shelled = draft(
        text,
        "shelling",
        ["shelled"],
        ("place", "The camp", "affirmed"),
        ("intent", "intentional", "denied"),
        ("intent", "a mistake", "affirmed"),
    )
    values = {(f.value, f.polarity) for f in told(recount(text, drafts=[shelled]), "intent")}
    assert values == {("intended", "affirmed"), ("unintended", "affirmed")}


def test_who_was_hit_is_not_also_who_did_it(recount: Recount) -> None:
    """
    Shells hit the garrison near the ferry.
    """
    text = "Shells hit the garrison near the ferry."
    shelled = draft(text, "shelling", ["hit"], ("target", "the garrison", "affirmed"))
    mention = shelled.mentions[0]
    doer = DraftFacet(facet="responsibility", span=at(text, "the garrison"), polarity="affirmed", score=0.7)
    shelled = replace(shelled, mentions=(replace(mention, facets=(doer, *mention.facets)),))
    reading = recount(text, drafts=[shelled])
    assert not told(reading, "responsibility")
    assert [f.text for f in told(reading, "target")] == ["the garrison"]


def test_what_the_learned_reader_sees_nothing_in_is_no_happening(recount: Recount) -> None:
    """
    Gunmen shot dead two guards near the mill on Tuesday.
    """
    text = "Gunmen shot dead two guards near the mill on Tuesday."
    assert len(recount(text).incidents) == 1, "where no learned reader looked, the rules' word stands"
    assert recount(text, drafts=[]).incidents == ()


def test_what_the_learned_reader_doubts_stands_only_where_people_were_harmed(recount: Recount) -> None:
    """
    Shells hit the mill on Tuesday. / Shells hit the mill on Tuesday and killed two guards.
    """
    for text, left in (("Shells hit the mill on Tuesday.", 0), ("Shells hit the mill and killed two guards.", 1)):
        seen = draft(text, "shelling", ["hit"], ("target", "the mill", "affirmed"))
        doubted = replace(seen, mentions=tuple(replace(m, score=0.2) for m in seen.mentions))
        assert len(recount(text).incidents) == len(recount(text, drafts=[seen]).incidents) == 1
        assert len(recount(text, drafts=[doubted]).incidents) == left


def test_what_a_teller_who_names_a_happening_says_of_it(recount: Recount, claim: Say) -> None:
    """
    Shells hit the mill. Colonel Dar called the affair the work of others.
    """
    text = "Shells hit the mill. Colonel Dar called the affair the work of others."
    said = claim(text, "Colonel Dar", "called", "the affair the work of others", "denies")
    seen = draft(text, "shelling", ["hit", "affair"], ("target", "the mill", "affirmed"))
    for act, reach, polarity in (
        ("denies", "responsibility", ["affirmed"]),
        ("denies", "occurrence", ["denied"]),
        ("doubts", None, []),
    ):
        reading = recount(text, [replace(said, act=act, reaches=reach)], drafts=[seen])
        named = [f for a in reading.accounts if a.claim == said.id for f in a.facets if f.facet == "occurrence"]
        assert [f.polarity for f in named] == polarity, (act, reach)


def test_the_same_words_name_a_doer_once(recount: Recount) -> None:
    """
    Guards of the mill fired on the ferry.
    """
    text = "Guards of the mill fired on the ferry."
    seen = draft(
        text,
        "shooting",
        ["fired"],
        ("actor", "Guards", "affirmed"),
        ("responsibility", "Guards of the mill", "affirmed"),
    )
    (mention,) = seen.mentions
    surer = tuple(replace(f, score=0.95 if f.facet == "responsibility" else f.score) for f in mention.facets)
    reading = recount(text, drafts=[replace(seen, mentions=(replace(mention, facets=surer),))])
    assert [f.facet for f in (*told(reading, "actor"), *told(reading, "responsibility"))] == ["responsibility"]


def test_the_hurt_are_counted_some_way_behind_a_deed_whose_dead_are_known(recount: Recount) -> None:
    """
    A shell hit a school in Sadd and killed four. ... nine people were in surgery by the evening.
    """
    text = "A shell hit a school in Sadd and killed four. " + "It had opened in spring. " * 6
    text += "At the clinic nine people were in surgery by the evening."
    made = draft(text, "shelling", ["hit"], ("killed", "four", "affirmed"), ("injured", "nine people", "affirmed"))
    (incident,) = recount(text, drafts=[made]).incidents
    assert incident.killed is not None
    assert incident.injured is not None
    assert (incident.killed.low, incident.injured.low) == (4, 9)
