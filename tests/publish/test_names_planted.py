"""A private person's name planted anywhere in a ledger's state never stands in anything that leaves."""

import dataclasses
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.made_names import CLAIM, KIT, LATER, POLICY, STATE, shown_words, spoken
from truceline.model.account import Facet
from truceline.model.actor import Actor
from truceline.model.place import Place
from truceline.model.plain import to_plain
from truceline.model.snapshot import Snapshot
from truceline.publish.disclosure import disclose_snapshot
from truceline.publish.export import EXPORTS
from truceline.publish.layouts import load_codes
from truceline.publish.names import names_of, registry_names
from truceline.publish.persons.find import private_spans
from truceline.publish.persons.known import Known, Style
from truceline.publish.persons.ordinary import headings_of_rows
from truceline.publish.persons.walk import FIXED
from truceline.publish.persons.withhold import withheld_names
from truceline.publish.report import ReportOptions, make_report
from truceline.publish.tables import CLAIMS, LAYOUTS
from truceline.publish.tokens import Names
from truceline.runners.local import data_folder

CODES = load_codes(data_folder(), {})
OPEN = {"Agreement.name", "Agreement.zone_name", "Party.name", "Party.actor", "Party.labels", "Actor.id", "Actor.name",
        "Actor.aliases", "Actor.parent", "Actor.side"}  # fmt: skip
"""What the analyst's agreement and the registry name may be named."""


replace = dataclasses.replace
Path = tuple[str | int, ...]


def strings(value: Any, path: Path = (), owner: str = "") -> Iterator[tuple[Path, str]]:
    """Path and owner ("LedgerClaim.words") of every string that can hold a name."""
    if isinstance(value, str):
        if owner.rpartition(".")[2] not in FIXED and owner not in OPEN:
            yield path, owner
        return
    for step, inner, own in parts_of(value, owner):
        yield from strings(inner, (*path, step), own)


def parts_of(value: Any, owner: str) -> list[tuple[str | int, Any, str]]:
    """What a value is made of: step, part and owner; a place that is located is no person, a range is numbers."""
    if dataclasses.is_dataclass(value):
        fields = () if isinstance(value, Place) and value.lat is not None else dataclasses.fields(value)
        return [(f.name, getattr(value, f.name), f"{type(value).__name__}.{f.name}") for f in fields]
    if isinstance(value, Mapping):
        return [] if "low" in value else [(key, inner, owner) for key, inner in value.items()]
    return [(at, inner, owner) for at, inner in enumerate(value)] if isinstance(value, tuple) else []


def planted(value: Any, path: Path, words: str) -> Any:
    """The state with the words put where the path leads."""
    if not path:
        return words
    step, *rest = path
    if isinstance(value, tuple):
        return tuple(planted(v, tuple(rest), words) if at == step else v for at, v in enumerate(value))
    if isinstance(value, Mapping):
        return {k: planted(v, tuple(rest), words) if k == step else v for k, v in value.items()}
    return replace(value, **{str(step): planted(getattr(value, str(step)), tuple(rest), words)})


def everything_out(state: Snapshot) -> str:
    """All exports, the report and the disclosed state, as one text in small letters."""
    shown = disclose_snapshot(state, POLICY, LATER, KIT)
    tables = [EXPORTS["csv"](shown, layout, CODES) for layout in (*LAYOUTS, CLAIMS)]
    outs = [*tables, *(EXPORTS[form](shown, "ledger", CODES) for form in EXPORTS if form != "csv")]
    report = make_report(shown, ReportOptions(names=names_of(shown)))
    texts = [unzipped(data) if data.startswith(b"PK") else data.decode("utf-8-sig") for data in outs]
    return "\n".join([*texts, report, json.dumps(to_plain(shown), ensure_ascii=False)]).casefold()


def unzipped(data: bytes) -> str:
    """A workbook's parts, its properties among them."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return "\n".join(book.read(name).decode("utf-8") for name in book.namelist())


PLACES_TO_PLANT = sorted(dict(strings(STATE)).items(), key=str)
SYLLABLES = st.sampled_from(["zor", "vek", "thal", "quim", "dresh", "ulo", "yab", "nikt", "ozre", "fahl"])
NAME_PARTS = st.lists(st.lists(SYLLABLES, min_size=2, max_size=3).map("".join), min_size=2, max_size=3, unique=True)
TEMPLATES = st.sampled_from(
    [
        "{}", "{} said so.", "the house of {} burned", "Yesterday {} fled", "said {}", "(see {})", "{}'s car was hit",
        "a nurse, {}, 34, and others", "Shelling near the home of {}, 3 March 2031", "Witness {}: They Shot at Us",
        "Dr. {} of the clinic", "statements/{}.txt", "mail from {} <{}@example.org>", "“{} was there,” a man said",
    ]
)  # fmt: skip
CASES = st.sampled_from([str.title, str.upper, lambda name: name.title().replace(" ", "-al-")])


@settings(max_examples=80, deadline=None)
@given(where=st.sampled_from(PLACES_TO_PLANT), parts=NAME_PARTS, template=TEMPLATES, case=CASES)
def test_a_planted_name_leaves_by_no_way_out(where, parts, template, case):
    name = case(" ".join(parts))
    path, owner = where
    out = everything_out(planted(STATE, path, template.replace("{}", name)))
    for part in parts:
        assert part not in out, (owner, template, name)


@pytest.mark.parametrize("owner", sorted({owner for _, owner in PLACES_TO_PLANT}))
@pytest.mark.parametrize("words", ["Zorvek Thalindra", "Witness Zorvek Thalindra said that shells fell."])
def test_a_name_is_out_of_every_field(owner, words):
    for path in (path for path, own in PLACES_TO_PLANT if own == owner):
        out = everything_out(planted(STATE, path, words))
        assert "zorvek" not in out
        assert "thalindra" not in out


@pytest.mark.parametrize("written", ["zorvek thalindra", "zorvek", "zorvek_thalindra", "zorvekthalindra", "THALINDRA"])
def test_a_name_known_from_one_place_is_found_in_any_writing(written):
    state = replace(STATE, claims=(replace(CLAIM, speaker="Zorvek Thalindra", source_kind="person"),))
    document = replace(
        state.documents[0], given_id=f"in/{written}.eml", title=f"on {written}", url=f"https://a.example/{written}"
    )
    out = everything_out(replace(state, documents=(document, *state.documents[1:])))
    assert "zorvek" not in out
    assert "thalindra" not in out


@pytest.mark.parametrize("name", ["zorvek-thalindra", "x-zorvek-thalindra"])
def test_an_id_made_from_a_name_becomes_a_number(name):
    account = replace(STATE.incidents[0].accounts[0], speaker=name, tellers=("harbour", name), line=name)
    incident = replace(STATE.incidents[0], accounts=(account,))
    shown = disclose_snapshot(replace(STATE, incidents=(incident,)), POLICY, LATER, KIT)
    assert shown.incidents[0].accounts[0].line == shown.incidents[0].accounts[0].speaker == "x-person-1"


@pytest.mark.parametrize("field", ["teller_name", "speaker", "line"])
def test_a_teller_written_small_is_no_word(field):
    account = replace(STATE.incidents[0].accounts[0], **{field: "zorvek"})
    incident = replace(STATE.incidents[0], accounts=(account,))
    assert "zorvek" not in everything_out(replace(STATE, incidents=(incident,)))
    assert "zorvek thalindra" not in everything_out(planted(STATE, ("documents", 0, "publisher"), "zorvek thalindra"))


def test_who_speaks_in_an_office_is_named_and_a_medic_who_heads_a_clinic_is_not():
    minister = spoken("Interior Minister Tarek Volun", "Tarek Volun")
    assert shown_words("that Tarek Volun came", minister) == "that Tarek Volun came"
    assert shown_words("that Volun came", minister) == "that Volun came"
    surgeon = spoken("Dr Tarek Volun, chief of the Harbour Hospital", "Tarek Volun")
    assert shown_words("that Tarek Volun came", surgeon) == "that [name withheld] came"
    retired = spoken("Tarek Volun, a former colonel", "Tarek Volun")
    assert shown_words("that Tarek Volun came", retired) == "that [name withheld] came"


def test_an_office_of_state_makes_its_holder_public():
    assert shown_words("that President Orvel Tamm left") == "that President Orvel Tamm left"
    assert shown_words("that neighbour Orvel Tamm left") == "that neighbour [name withheld] left"


def test_bodies_places_and_ordinary_words_keep_their_capitals():
    kept = "Yesterday the Kalinov Relief Committee met on the Castello road near Damascus, the Harbour Ministry said."
    assert shown_words(kept) == kept


def test_whom_the_analyst_allows_is_named():
    policy = replace(POLICY, allowed_names=("Zorvek Thalindra",))
    assert shown_words("Zorvek Thalindra and Mirela Oskuun fled", policy=policy) == (
        "Zorvek Thalindra and [name withheld] fled"
    )


def test_a_policy_may_name_everybody():
    policy = replace(POLICY, withhold_private_names=False)
    assert shown_words("Mirela Oskuun fled", policy=policy) == "Mirela Oskuun fled"


def test_a_person_of_ones_own_actors_is_named_only_with_the_body_spoken_for():
    own = Actor(id="own-1", name="Zorvek Thalindra", kind="person")
    for actor, name in ((own, "[name withheld]"), (replace(own, parent="harbour"), "Zorvek Thalindra")):
        state = replace(STATE, actors=(*STATE.actors, actor), claims=(replace(CLAIM, words="Zorvek Thalindra fled"),))
        assert disclose_snapshot(state, POLICY, LATER, KIT).claims[0].words == f"{name} fled"


def test_two_private_tellers_stay_two_and_have_the_role_that_is_told_of_them():
    tellers = (spoken("Mirela Oskuun, a nurse,", "Mirela Oskuun", "person"), spoken("Ivo Karel", "Ivo Karel", "person"))
    shown = disclose_snapshot(replace(STATE, claims=tellers), POLICY, LATER, KIT).claims
    assert [c.speaker for c in shown] == ["a nurse (person 1)", "person 2"]


def test_a_surname_that_is_also_a_towns_is_the_towns_behind_in():
    incident = STATE.incidents[0]
    here = replace(incident, place=Place(name="Oskuun", lat=48.0, lon=9.0, radius_km=20.0))
    nurse = spoken("Mirela Oskuun, a nurse,", "Mirela Oskuun", "person")
    told = replace(CLAIM, id="D0/c9", words="that Oskuun said it rained in Oskuun")
    shown = disclose_snapshot(replace(STATE, incidents=(here,), claims=(told, nurse)), POLICY, LATER, KIT)
    assert shown.claims[0].words == "that [name withheld] said it rained in Oskuun"
    assert shown.incidents[0].place == here.place


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("that Hunter Shepherd fled", "that [name withheld] fled"),
        ("Joy Banks said that Young had seen it", "[name withheld] said that [name withheld] had seen it"),
        ("Killed: Joy Banks (4), Bill Wells (7)", "Killed: [name withheld] (4), [name withheld] (7)"),
        ("Mrs Carpet, 34, was hurt", "Mrs [name withheld], 34, was hurt"),
        ("Carter, 50, lost a leg", "[name withheld], 50, lost a leg"),
        ("that Zorvek Thalindra, a school teacher, fled", "that [name withheld], a school teacher, fled"),
        ("said Zorvek Thalindra camp commander", "said [name withheld] camp commander"),
        ("MR LEAL: They shot", "MR [name withheld]: They shot"),
        ("VOSK: They shot", "[name withheld]: They shot"),
        ("ILVY TARRANDEL: They shot", "[name withheld]: They shot"),
        ("the shell killed Nadir outside", "the shell killed [name withheld] outside"),
    ],
)
def test_a_name_that_is_a_word_of_the_language_is_out(words, shown):
    assert shown_words(words) == shown


@pytest.mark.parametrize(
    "words",
    [
        "The Orvel regime and men of the Bani Zorvek tribe met at the aqueduct",
        "Hopefully the Royal Navy and the High Commissioner keep the Constitution, Mr Secretary",
        "On this Thanksgiving the Yazidis and the airmen of USCENTCOM spoke of human rights",
        "at 33.5123, 36.2913 on 07-08-2016, and 1 200 300 people",
    ],
)
def test_rulers_tribes_and_words_of_the_dictionary_keep_their_capitals(words):
    state = replace(STATE, claims=(replace(CLAIM, words=words),))
    policy = replace(POLICY, mask_printed_coordinates=False)
    assert disclose_snapshot(state, policy, LATER, KIT).claims[0].words == words


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Shepherd said that the roof fell", "[name withheld] said that the roof fell"),
        ("Price, a nurse, fled", "[name withheld], a nurse, fled"),
        ("Baker and his wife fled", "[name withheld] and his wife fled"),
        ("omar and khaled ran", "[name withheld] and [name withheld] ran"),
        ("the Young family fled", "the [name withheld] family fled"),
        ("The Carter brothers fled", "The [name withheld] brothers fled"),
        ("nurse mirela oskuun hid", "nurse [name withheld] hid"),
        ("hassan orvel said it rained", "[name withheld] said it rained"),
        ("zorvek thalindra said it rained", "[name withheld] said it rained"),
        ("Georgia Thalindra and Sana Orvesk fled", "[name withheld] and [name withheld] fled"),
        ("the royal family met the mukhtar by the wadi", "the royal family met the mukhtar by the wadi"),
    ],
)
def test_names_of_families_of_single_words_and_in_small_letters_are_out(words, shown):
    assert shown_words(words) == shown


@pytest.mark.parametrize("number", ["+963 944 123 456", "00963944123456", "0944-123-456", "phone 944 123"])
def test_telephone_numbers_are_out(number):
    assert "944" not in shown_words(f"that one should ring {number} or write to hut@harbour.example")
    assert "hut@" not in shown_words(f"that one should ring {number} or write to hut@harbour.example")


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://news.un.org/en/the-abatement-of-hostilities", "https://news.un.org/en/the-abatement-of-hostilities"),
        ("https://news.un.org/en/zorvek-thalindra", "https://news.un.org/#rest-withheld"),
        ("https://valley.example.org/zorvek", "https://valley.example.org/#rest-withheld"),
        ("https://zorvek.example.org/thalindra", None),
        ("https://zorvek@example.org/thalindra", None),
        ("zorvek.example.org/thalindra", None),
    ],
)
def test_of_an_address_that_may_name_somebody_the_host_is_left(url, shown):
    document = replace(STATE.documents[0], url=url)
    state = replace(STATE, documents=(document, *STATE.documents[1:]))
    assert disclose_snapshot(state, POLICY, LATER, KIT).documents[0].url == shown


def test_the_analyst_is_told_whom_the_list_withholds():
    state = replace(STATE, claims=(spoken("Mirela Oskuun, a nurse,", "Mirela Oskuun", "person"),))
    assert "Mirela Oskuun" in dict(withheld_names(state, (), POLICY, KIT))
    assert withheld_names(state, (), replace(POLICY, withhold_private_names=False), KIT) == ()


def test_a_files_ending_and_a_body_are_nobodys_name() -> None:
    known = Known(open=Names(()), private=Names(()), parts=frozenset(), kit=KIT)
    assert private_spans("report.txt (publisher not known)", known, Style.NAME) == []
    assert private_spans("Kalinov Doctors Forum", known, Style.VALUE) == []
    assert private_spans("Kalinov Doctor", known, Style.VALUE) != []


def test_a_body_that_speaks_and_is_taken_for_a_person_keeps_its_name():
    body = spoken("the Orvel Emergency Room", "Orvel Emergency Room", "person")
    person = spoken("Orvel Thalindra", "Orvel Thalindra", "person")
    assert withheld_names(replace(STATE, claims=(body,)), (), POLICY, KIT) == ()
    assert "Orvel Thalindra" in dict(withheld_names(replace(STATE, claims=(person,)), (), POLICY, KIT))


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("03-mod-tue.txt", "03-mod-tue.txt"),
        ("talk with Zorvek Thalindra, hospital.txt", "document {id}"),
        ("talks/thalindra/tuesday.docx", "document {id}"),
    ],
)
def test_a_files_name_leaves_whole_or_as_its_documents_id(file, shown):
    first = replace(STATE.documents[0], given_id=file)
    out = disclose_snapshot(replace(STATE, documents=(first, *STATE.documents[1:])), POLICY, LATER, KIT)
    assert out.documents[0].given_id == shown.format(id=first.id)


def test_pieces_of_ids_are_nobodys_name():
    incident = replace(STATE.incidents[0], id="TL-AWNNPRFS", grade_reasons=("as TL-AWNNPRFS has it",))
    assert withheld_names(replace(STATE, incidents=(incident,), claims=()), (), POLICY, KIT) == withheld_names(
        replace(STATE, incidents=(replace(incident, grade_reasons=()),), claims=()), (), POLICY, KIT
    )


def test_headings_of_a_tables_rows_are_nobodys_name():
    rows = ["Ref: 4\nDay: 2031-05-04\nTot: 3", "Ref: 5\nDay: 2031-05-05\nBrev:"]
    assert {"ref", "tot", "brev"} <= headings_of_rows(rows, KIT)
    assert headings_of_rows(["Orvel: We heard it.\nThal: I did.\nOrvel: From the hill."] * 2, KIT) == frozenset()


def test_an_abbreviation_that_an_id_is_made_from_leaves_as_it_is_written():
    told = Facet(facet="responsibility", value="x-kfl", text="KFL", spans=())
    first = STATE.incidents[0]
    incident = replace(first, accounts=(replace(first.accounts[0], facets=(told,)),))
    out = disclose_snapshot(replace(STATE, incidents=(incident,)), POLICY, LATER, KIT)
    assert registry_names(out)["x-kfl"] == "KFL"
