"""A user's own actors: before the shipped ones, renamed in time, each fault named, and what is open left open."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import truceline
from truceline.model.when import Time
from truceline.read.actors.find import find_actors
from truceline.read.actors.own import parse_own_actors
from truceline.read.actors.registry import load_registry
from truceline.read.claims.tellers import actor_id_of
from truceline.read.own_states import with_own_states

DATA = Path(truceline.__file__).parent / "data"
SHIPPED = load_registry(DATA)
OWN = """
[armed_group]
vale-front = "Vale Front (until 2019-12-31) | Resolve Front (from 2020-01-01) | NRB ; side=hill-council"
old-watch = "Marl Watch (until 2018-05-01)"
new-watch = "Marl Watch (from 2018-05-02)"
jfs = "Front of the Two Rivers"

[government]
hill-council = "Hill Council of Marl | Hill Council"

[ngo]
marl-aid = "OCHA"
"""


def registry(text=OWN):
    found, problems = parse_own_actors(text, "actors.toml", SHIPPED)
    assert problems == ()
    return load_registry(DATA, [found.actors])


MARL = registry()


def on(day: str | None, first: str | None = None):
    return MARL.at(Time(earliest=first or day, latest=day) if day else None)


def actors(text, known):
    return [(text[m.start : m.end], m.actor, m.name) for m in find_actors(text, (), known)]


def complaints(text):
    return [(p.where, p.code) for p in parse_own_actors(text, "actors.toml", SHIPPED)[1]]


def test_own_names_are_found_and_go_before_the_shipped_ones():
    assert actors("OCHA thanked the Hill Council.", MARL) == [
        ("OCHA", "marl-aid", "OCHA"),
        ("Hill Council", "hill-council", "Hill Council of Marl"),
    ]
    assert actors("OCHA came.", SHIPPED)[0][1] == "un-ocha"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kolmaran artillery shelled Torvane.", ["Kolmaran"]),
        ("Two Kolmaran jets bombed it, the Kolmaran president said.", ["Kolmaran", "Kolmaran"]),
        ("The Kolmaran Quartet played in Kolmara.", []),
        ("Kolmari gunners and Dravenan troops fired.", ["Kolmari", "Dravenan"]),
        ("A Vessin patrol was fired at.", ["Vessin"]),
    ],
)
def test_the_adjective_of_an_own_state_names_it(text, said):
    known = registry(
        '[state]\nkolmara = "Kolmara"\ndravena = "Dravena"\nvess = "Vessen"\n'
        '[force]\nvess-army = "Vessin Guard ; side=vess parent=vess"\n'
    )
    found = with_own_states(text, find_actors(text, (), known), known.actors)
    assert [text[m.start : m.end] for m in found if m.actor in {"kolmara", "dravena", "vess"}] == said


def test_a_short_name_with_an_article_is_known_before_a_noun_of_its_own():
    known = registry('[government]\nhill-council = "Hill Council of Marl | the Council"\n')
    text = "A Council aircraft fell. Council troops left. In Council seats nobody sat, the Council said."
    found = [(m.actor, text[m.start : m.end]) for m in find_actors(text, (), known) if m.actor]
    assert found == [("hill-council", "Council"), ("hill-council", "Council"), ("hill-council", "the Council")]


def test_an_entry_under_a_known_id_adds_to_it():
    known = MARL.actors["jfs"]
    assert (known.name, known.kind, known.country) == ("Jabhat Fateh al-Sham", "armed_group", "SY")
    assert "Front of the Two Rivers" in known.aliases
    assert actors("The Front of the Two Rivers and Nusra are one.", on("2020-01-01")) == [
        ("Front of the Two Rivers", "jfs", "Jabhat Fateh al-Sham"),
        ("Nusra", "jfs", "Jabhat Fateh al-Sham"),
    ]


@pytest.mark.parametrize(
    ("day", "name"), [("2018-03-01", "Vale Front"), ("2020-01-01", "Resolve Front"), (None, "Vale Front")]
)
def test_an_actor_is_called_by_its_name_at_the_time_of_the_document(day, name):
    text = "The NRB, once the Vale Front, is the Resolve Front."
    assert {(a, n) for _, a, n in actors(text, on(day))} == {("vale-front", name)}


def test_a_name_that_two_bore_in_turn_is_whose_it_was_on_the_day():
    text = "The Marl Watch fired."
    assert actors(text, on("2017-01-01")) == [("Marl Watch", "old-watch", "Marl Watch")]
    assert actors(text, on("2021-01-01")) == [("Marl Watch", "new-watch", "Marl Watch")]
    assert actor_id_of("Marl Watch", on("2021-01-01")) == "new-watch"


@pytest.mark.parametrize("known", [on(None), on("2018-12-31", first="2018-01-01")], ids=["no day", "a year of both"])
def test_where_the_day_does_not_decide_it_is_left_open(known):
    (mention,) = find_actors("The Marl Watch fired.", (), known)
    assert (mention.actor, mention.name, mention.label_only) == (None, "Marl Watch", False)
    assert actor_id_of("Marl Watch", known) is None


def test_an_own_name_for_a_time_leaves_the_shipped_bearer_the_rest():
    known = registry('[ngo]\nmarl-aid = "OCHA (until 2016-12-31)"\n')
    whose = [actors("OCHA came.", known.at(Time(earliest=d, latest=d) if d else None))[0][1] for d in DAYS]
    assert whose == ["marl-aid", "un-ocha", None]


DAYS = ("2016-03-01", "2017-03-01", None)


def test_a_shipped_renaming_is_told_by_its_time():
    text = "Al-Nusra Front fighters left."
    names = [actors(text, SHIPPED.at(Time(earliest=d, latest=d)))[0][1:] for d in ("2015-06-01", "2016-09-01")]
    assert names == [("jfs", "Jabhat al-Nusra"), ("jfs", "Jabhat Fateh al-Sham")]


def test_a_state_of_ones_own_is_an_actor_where_it_acts():
    known = registry('[state]\nxelmaria = "Xelmaria"\n')
    assert [a for _, a, _ in actors("Rain fell in Xelmaria. Xelmaria denied it.", known)] == ["xelmaria"]


def test_an_outlet_is_known_by_its_domains():
    text = '[outlet]\nmarl-times = "Marl Times ; country=SY parent=sy-gov domains=marltimes.example,www.mt.example"\n'
    (outlet,) = parse_own_actors(text, "actors.toml", SHIPPED)[0].outlets
    assert (outlet.owner, outlet.domains) == ("sy-gov", ("marltimes.example", "mt.example"))


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ('a = "rebels"', "name_is_label"),
        ('a = "the armed militants | Vale Guard"', "name_is_label"),
        ('a = "Vale Guard (until May)"', "time_wrong"),
        ('a = "Vale Guard (from 2020-01-01 until 2019-01-01)"', "time_wrong"),
        ('a = "Vale Guard ; colour=red"', "field_unknown"),
        ('a = "Vale Guard ; side=nobody-here"', "id_unknown"),
        ('a = "..."', "name_unusable"),
        ("a = 3", "entry_wrong"),
        ('"A b" = "Vale Guard"', "id_wrong"),
        ('x-vale-guard = "Vale Guard"', "id_reserved"),
        ('un = "Vale Guard"', "kind_differs"),
    ],
)
def test_what_cannot_be_used_is_named_by_line_and_key_and_the_rest_is_used(entry, code):
    text = f'[armed_group]\ngood = "Good Guard"\n{entry}\n'
    found, problems = parse_own_actors(text, "actors.toml", SHIPPED)
    assert "good" in {a.id for a in found.actors}
    assert problems[0].code == code
    assert problems[0].where.startswith("actors.toml, line 3, key ")
    assert all(p.mend for p in problems)


def test_an_entry_under_the_id_of_an_actor_of_another_kind_gives_that_one_no_name():
    text = '[outlet]\nmw = "Valley Wire ; domains=valleywire.example"\n'
    found, (problem,) = parse_own_actors(text, "actors.toml", SHIPPED)
    assert (found.actors, found.outlets) == ((), ())
    assert "mw is the id of Malawi (state): the entry was left out" in problem.message


def test_a_name_whose_time_cannot_be_read_is_left_out_lest_it_claim_all_times():
    (actor,) = parse_own_actors('[ngo]\na = "Vale Aid (until May) | VAID"', "a.toml", SHIPPED)[0].actors
    assert (actor.name, actor.aliases) == ("VAID", ())


def test_a_table_that_is_no_kind_and_a_file_that_is_no_toml_are_problems():
    assert complaints('[gang]\na = "Vale Gang"\n') == [("actors.toml, line 1, key gang", "kind_unknown")]
    assert complaints("[ngo\n") == [("actors.toml", "toml_unreadable")]


@given(st.text(alphabet='abAB |;=()"[]\n2016-untilfrom ', max_size=80))
def test_no_line_of_names_stops_the_file(line):
    quoted = line.replace('"', "").replace("\n", " ")
    found, problems = parse_own_actors(f'[ngo]\na = "{quoted}"\nb = "Vale Aid"', "a.toml", SHIPPED)
    assert found.actors[-1].id == "b"
    assert all(p.code and p.mend for p in problems)


def test_a_users_short_name_is_the_users_whatever_it_means_elsewhere():
    known = registry('[armed_group]\nvale-kia = "Vale Guard | KIA"\n')
    assert [a for _, a, _ in actors("The KIA was seen in Myanmar.", known)] == ["vale-kia"]


def test_a_name_given_in_capitals_and_in_small_letters_is_found_in_both():
    own = registry('[ministry]\nmarl-mod = "Ministry of Arms of Marl | Ministry of Arms | ministry of arms"\n')
    text = "The ministry of arms denied it. The Ministry of Arms had said nothing."
    assert [m.actor for m in find_actors(text, ((0, len(text)),), own)] == ["marl-mod", "marl-mod"]
