"""Where the rules mend a learned extractor's claims."""

from truceline.read.claims.mend import mended
from truceline.read.claims.raw import RawClaim


def spans(text, *parts):
    return tuple((text.index(p), text.index(p) + len(p)) for p in parts)


def test_a_quote_goes_to_the_speaker_named_right_behind_it():
    text = "“We hold the road,” Vant said.\n\n“We hold the whole bridge,” said Kerel."
    first, second = "“We hold the road,”", "“We hold the whole bridge,”"
    learned = RawClaim(source=spans(text, "Vant"), cue=spans(text, "said"), content=spans(text, first, second))
    rule = RawClaim(
        source=spans(text, "Kerel"),
        cue=((text.rindex("said"), text.rindex("said") + 4),),
        content=spans(text, second),
        score=0.8,
    )
    a, b = mended(text, [learned], [rule])
    assert (a.content, b) == (spans(text, first), rule)


def test_a_participles_later_subject_is_left_open():
    text = "Charges were made, claiming that it fell, which the army dismissed."
    learned = RawClaim(source=spans(text, "the army"), cue=spans(text, "claiming"), content=spans(text, "that it fell"))
    assert mended(text, [learned], [])[0].source == ()


def test_words_outside_the_quote_are_not_the_speakers():
    text = "Nobody agreed on it. “To think so is merely dreaming,” he added."
    quote = "“To think so is merely dreaming,”"
    learned = RawClaim(
        source=spans(text, "he"), cue=spans(text, "added"), content=spans(text, "Nobody agreed on it", quote)
    )
    rule = RawClaim(source=spans(text, "he"), cue=spans(text, "added"), content=spans(text, quote), score=0.8)
    assert mended(text, [learned], [rule])[0].content == spans(text, quote)
