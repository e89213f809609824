"""A long article read as a user would: what stands in one sentence, or paragraphs apart, keeps its own day."""

from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit

FILLER = (
    "The envoys of the two governments spent the week in hotels, and each of their spokesmen had a different word "
    "for what they were doing there. Nobody who has watched such meetings expects much of the first one. "
) * 5
STRIKE = (
    "On Saturday night planes of the coalition struck troops of Kell near Orla, killing at least 62 soldiers, the army "
    "of Kell said."
)
ACCUSED = (
    "On Monday new accusations were made against Kell, whose planes had struck a relief convoy near Varn, an incident "
    "that its foreign ministry dismissed as an attempt to distract attention from the coalition's bombardment of "
    "Kell's troops near Orla on September 17."
)


def test_two_deeds_of_one_sentence_have_each_their_own_day() -> None:
    text = f"{FILLER}\n\n{STRIKE}\n\n{FILLER}\n\n{ACCUSED}\n"
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2016-09-20")
    reading = read_record(record, local_kit(), Settings())
    days = {
        text[slice(*m)]: (i.time.earliest or "")[:10]
        for i in reading.incidents
        for m in i.mentions
        if i.time is not None and not i.aggregate
    }
    assert days["bombardment"] == "2016-09-17"
    convoys = [
        i
        for i in reading.incidents
        if any(text[slice(*m)] == "struck" and m[0] > text.index(ACCUSED) for m in i.mentions)
    ]
    assert [i.time is None or (i.time.earliest or "") != "2016-09-17" for i in convoys] == [True]
    strike = next(i for i in reading.incidents if i.killed is not None and i.killed.low == 62)
    assert strike.time is not None
    assert (strike.time.earliest, strike.time.latest) == ("2016-09-17", "2016-09-17")


ENDED = (
    "The command of Kell's army announced on Monday that the nationwide truce is over after seven days. "
    '"The rebels broke it more than three hundred times," it added.'
)
EXPIRED = "As soon as the truce expired at 7 pm {day}, fighting began to rage around Orla and Varn."


def steps(expired: str) -> list[list[str]]:
    """The tellers of each step of a truce, in an article of two tellings of an end."""
    text = f"{FILLER}\n\n{ENDED}\n\n{expired}\n\n{FILLER}\n"
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2016-09-20")
    reading = read_record(record, local_kit(), Settings())
    told = {a.id: a.claim for a in reading.accounts}
    return [[told[a] or "writer" for a in i.accounts] for i in reading.incidents if i.event_type == "ceasefire_step"]


def test_a_truce_declared_over_and_its_expiry_on_that_day_are_one_step_of_two_tellers() -> None:
    (tellers,) = steps(EXPIRED.format(day="yesterday"))
    assert len(tellers) == 2
    assert "writer" in tellers


def test_another_truce_that_ended_on_another_day_is_a_step_of_its_own() -> None:
    assert len(steps(EXPIRED.format(day="on 3 May"))) == 2
