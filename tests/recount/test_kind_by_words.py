"""What kind of happening it was, where its own words leave no doubt."""

import pytest

from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit

_KIT = local_kit()


def kinds(text):
    """Types of the happenings of a text."""
    record = Record(id="d", where="d.txt", text=text, data=text.encode(), dct="2023-06-05")
    return [i.event_type for i in read_record(record, _KIT, Settings()).incidents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 29 May the rebels marched into Varn and Kelm, almost without a shot.", "troop_movement"),
        ("A day later, the ministry says, its drone filmed soldiers who covered corpses near Varn.", "other"),
        ("On 9 May the ambassadors sat for twelve hours in Brussels and came out with an ultimatum.", "talks"),
        ("On 27 May their long-range drone, following lorries at Varn, vanished from the screens.", "destruction"),
        ("On 18 May two soldiers were killed at Varn.", "clash"),
        ("On 15 May a bomb fell on the courtyard of the hospital at Varn, killing 11.", "air_strike"),
        ("On 15 May two bombs came through the roof of a hall in Varn and killed 11 mourners.", "air_strike"),
        ("On 1 May rebel fighters shot down two Su-24s over Varn; the airmen landed safely.", "clash"),
        ("On Monday police dispersed a march in Varn with tear gas.", "protest"),
        ("By Jane Smith\n\nOn Monday, at noon, the guns of Varn fell silent.", "ceasefire_step"),
        ("On Monday army forces pushed into the upper Kelm gorge.", "ground_attack"),
        ("On 15 May an AC-130 gunship pounded the mill quarter of Varn.", "air_strike"),
        ("On 15 May a bomb fell between a parked car and the clinic at Varn, killing 11.", "air_strike"),
        ("On 24 May a MiG fighter plunged into the outskirts of Varn.", "other"),
        ("On 10 May tanks and two gunships were sent against the rebel camp at Varn.", "ground_attack"),
        ("On Friday tanks sent to Varn were fired on and fired back, 72 rounds in all.", "clash"),
        ("On Friday President Ilan Kroy landed in Varn and talked for two hours with the rebels.", "talks"),
        ("In May the guerrillas captured eight soldiers near Varn.", "abduction"),
        ("On Thursday night the harbour police took a ship's cook off a bus in Varn.", "detention"),
        ("On Thursday a reporter was taken off a tram in Varn by four men of the Military Police.", "detention"),
        ("On Tuesday navy sailors carried off four crab fishers from a pier in Varn.", "detention"),
    ],
)
def test_its_words_tell_what_it_was(text, expected):
    assert expected in kinds(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 4,000 people marched into the square of Varn on Monday to demand bread.", "protest"),
        ("A drone struck a bakery in Varn on Monday and killed two people.", "drone_strike"),
        ("On Monday soldiers shot two villagers dead at Varn.", "shooting"),
        ("A truce was agreed on Monday after envoys met in Varn.", "ceasefire_step"),
        ("On Monday a car bomb went off in Varn, and masonry fell on a bus. Six people died.", "bombing"),
        ("On 15 May mortar bombs fell on the courtyard of the hospital at Varn, killing 11.", "shelling"),
        ("On 1 May hunters shot down a drone over Varn.", "shooting"),
        ("On Monday the army pushed reinforcements into Varn.", "troop_movement"),
        ("On 15 May the army's howitzers pounded the mill quarter of Varn.", "shelling"),
        ("On 15 May jets bombed the mill quarter of Varn, which guns had shelled.", "air_strike"),
        ("On Monday some 600 soldiers landed in Varn.", "troop_movement"),
        ("In May the army captured eight guerrillas near Varn.", "detention"),
        ("On Friday soldiers fired on a bus in Varn and killed a man.", "shooting"),
        ("On Thursday night masked men took a ship's cook off a bus in Varn, police said.", "abduction"),
        ("On Tuesday soldiers kidnapped four crab fishers from a pier in Varn.", "abduction"),
    ],
)
def test_near_misses_keep_their_type(text, expected):
    assert expected in kinds(text)


def told(text, name):
    """Words of every facet of a name."""
    record = Record(id="d", where="d.txt", text=text, data=text.encode(), dct="2023-06-05")
    return [f.text for a in read_record(record, _KIT, Settings()).accounts for f in a.facets if f.facet == name]


@pytest.mark.parametrize(
    "asked", ["Was a Varnian jet shot down over Kelm?", "Was a Varnian warplane shot down near Kelm on Monday?"]
)
def test_a_jet_of_which_it_is_asked_whether_it_was_shot_down_attacked_nobody(asked):
    text = f"Transcript of the briefing, 6 May 2023\n\nQuestion: {asked}\n\nColonel SOREL: No aircraft was lost.\n"
    assert "air_strike" not in kinds(text)
    assert told(text, "actor") == []
    assert "Varnian" in " ".join(told(text, "target"))


def test_a_jet_that_shot_down_a_drone_did_so():
    assert "A Varnian jet" in told("A Varnian jet shot down a drone over Kelm on Monday.", "actor")
