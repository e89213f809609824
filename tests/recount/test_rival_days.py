"""Days that tellers give against each other, and people who are counted once."""

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit


def read(text: str) -> Reading:
    record = Record(id="r", where="r.txt", data=b"", text=text, dct="2022-10-20")
    return read_record(record, local_kit(), Settings())


def test_each_teller_keeps_his_own_day():
    told = read(
        "Shells hit the market of Homs on Saturday, killing three people, the army said. The rebels said the market "
        "was hit on Sunday and that nobody died."
    )
    days = [f.value["earliest"] for a in told.accounts for f in a.facets if f.facet == "time"]
    assert days == ["2022-10-15", "2022-10-16"]


def test_words_that_only_say_when_blame_nobody():
    told = read(
        "The market of Homs was shelled at the weekend. The army said it happened on Saturday; according to the rebels "
        "it was on Sunday."
    )
    assert [f.text for a in told.accounts for f in a.facets if f.facet == "responsibility"] == []


def test_a_spokeswomans_we_is_whom_she_speaks_for():
    told = read(
        "Hezbollah spokeswoman Mira Hadda did not deny that fighters had shot him. “We are responsible,” she said."
    )
    assert {c.act for c in told.claims} == {"admits"}
    assert "hezbollah" in {f.value for a in told.accounts for f in a.facets if f.facet == "responsibility"}


def test_what_a_paper_reports_citing_a_ministry_is_the_ministrys_word():
    told = read(
        "Gunmen shot dead a farmer near Homs on Wednesday, the Courier reported, citing the Syrian Defence Ministry. "
        "The farmer was hit in the chest, the ministry said."
    )
    by_id = {c.id: c for c in told.claims}
    assert {by_id[a.claim].speaker for a in told.accounts if a.claim} == {"Syrian defense ministry"}


def test_the_dead_are_not_hurt_besides():
    (incident,) = read("On 11 October gunmen rode to the post at Homs and cut the throats of four guards.").incidents
    assert incident.killed is not None
    assert (incident.killed.low, incident.injured) == (4, None)


def test_who_is_set_off_by_commas_does_not_deny_what_he_reported():
    told = read(
        "Yesterday's shelling of Homs, reported by Radio Karesh, did not happen: I was there and heard nothing."
    )
    (claim,) = [c for c in told.claims if c.source_kind != "author"]
    denied = [(a.claim, f.facet) for a in told.accounts for f in a.facets if f.polarity == "denied"]
    assert (len(claim.content), denied) == (1, [(None, "occurrence")])


def test_who_has_not_explained_why_a_thing_was_done_does_not_tell_it():
    told = read("The army has not explained why its commanders kept monitors away from Homs.")
    assert [a.claim for a in told.accounts] == [None]
