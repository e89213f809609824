"""Who only looks into a deed, made its weapon or suffered it did not do it."""

from collections.abc import Callable

import pytest

from fakes.made_drafts import draft
from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit


def read(text: str) -> Reading:
    return read_record(
        Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2022-08-05"), local_kit(), Settings()
    )


def doers(reading: Reading) -> set[tuple[str, str]]:
    told = [f for a in reading.accounts for f in a.facets if f.facet in {"actor", "responsibility"}]
    return {(f.polarity, str(f.value)) for f in told}


@pytest.mark.parametrize(
    "text",
    [
        "On July 10 a lawyer was shot dead in Benghazi. The interior ministry said that it had opened an inquiry.",
        "On July 10 a man was shot dead in Arvel. The mayor asked for an inquiry. The army said it had opened one.",
        "On 3 May 2022 shells hit a school in Arvel. The army said they had ordered an investigation.",
        "On 3 May 2022 shells hit a school in Arvel. The rebels said that they had launched a probe.",
    ],
)
def test_who_opens_an_inquiry_is_neither_responsible_nor_cleared(text: str) -> None:
    assert doers(read(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "A missile killed 26 in Hama on January 4, 2020. The BBC found that the missile was a Chinese Blue Arrow 7.",
        "On 3 May 2022 a drone hit a bus in Arvel. Experts said that the drone was an Iranian Shahed.",
        "On 3 May 2022 a rocket hit a bus in Arvel. The police said that it was a Russian-made rocket.",
        "On 5 July 2022 the army said its soldiers in Homs had been fired on from a mosque.",
    ],
)
def test_a_maker_and_the_victims_did_not_do_it(text: str) -> None:
    assert doers(read(text)) == set()


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("On 3 May 2022 shells hit a school in Arvel. The army denied that it had shelled it.", ("denied", "army")),
        ("On 3 May 2022 rebels shot two men in Arvel, the police said.", ("affirmed", "rebels")),
        (
            "On 3 May 2022 shells hit a school in Arvel. The mayor accused the rebels and demanded an inquiry.",
            ("affirmed", "rebels"),
        ),
    ],
)
def test_doers_stay_doers(text: str, doer: tuple[str, str]) -> None:
    assert doer in doers(read(text))


def test_what_nobody_did_and_a_month_are_no_deeds() -> None:
    reading = read("At the massacre at Arvel on 13 March 2022 women were killed. But nobody bombed Tolmin.")
    assert [i.event_type for i in reading.incidents] == ["attack_on_civilians"]


def test_who_answers_in_kind_denies_nothing_and_says_nothing_more():
    text = "The ministry said the rebels had opened fire on its post near Arvel on Friday. It said its forces {}."
    for answer in ("responded in kind", "returned fire", "fired back"):
        reading = read(text.format(answer))
        assert {c.act for c in reading.claims} <= {"accuses", "asserts", "justifies", "admits"}
        assert "responded" not in {reading.text[a:b] for c in reading.claims for a, b in c.cue}
        assert not any(polarity == "denied" for polarity, _ in doers(reading))


def test_who_lays_a_charge_is_not_whom_it_is_laid_on():
    text = "The strike on Arvel killed nine. It is attributed to the army by the Harbour Council and by the Red Cross."
    assert {value for _, value in doers(read(text))} <= {"army"}


def test_two_accusers_behind_by_are_two():
    claims = read("The shelling of Arvel was blamed by residents and by the mayor on the army.").claims
    assert [(c.act, len(c.source)) for c in claims] == [("accuses", 1), ("accuses", 1)]


@pytest.mark.parametrize("helped", ["is protected by them", "was shielded all along", "has been armed from abroad"])
def test_a_party_that_others_stand_by_did_nothing_by_that(helped: str) -> None:
    text = (
        "On 3 August 2022 an air strike hit troops of Kell near Orla, killing nine. Now, after this air strike on the "
        f'army, we come to a bitter conclusion: the Dawn Front {helped}," the spokeswoman of Kell said.'
    )
    assert not any("Dawn" in who for _, who in doers(read(text)))


def test_who_puts_the_blame_on_others_is_not_blamed() -> None:
    text = (
        "On 3 August 2022 a strike on a relief lorry near Orla killed three drivers. Foreign patrons of the rebels "
        "abroad put the blame for the strike on the army of Kell, the army said."
    )
    assert not any("patrons" in who for _, who in doers(read(text)))


def test_a_patrol_that_counted_craters_did_not_make_them() -> None:
    text = "On 3 May 2022 shells hit a school in Homs. A UN patrol visited the village and counted nine craters."
    assert doers(read(text)) == set()


def test_neither_side_is_nobody(recount: Callable[..., Reading]) -> None:
    text = "A minibus struck a mine at Harun on Friday. Neither side claimed responsibility for the blast."
    proposed = draft(
        text, "mine", ["struck"], ("target", "A minibus", "affirmed"), ("responsibility", "Neither", "open")
    )
    assert doers(recount(text, drafts=[proposed])) == set()
