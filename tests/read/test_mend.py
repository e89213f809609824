"""Where the rules mend a learned extractor's claims."""

import pytest

from truceline.read.claims.mend import mended, withholds
from truceline.read.claims.raw import RawClaim
from truceline.text.sentences import split_sentences


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
    a, b = mended(text, [learned], [rule], split_sentences(text))
    assert (a.content, b) == (spans(text, first), rule)


def test_a_participles_later_subject_is_left_open():
    text = "Charges were made, claiming that it fell, which the army dismissed."
    learned = RawClaim(source=spans(text, "the army"), cue=spans(text, "claiming"), content=spans(text, "that it fell"))
    assert mended(text, [learned], [], split_sentences(text))[0].source == ()


def test_words_outside_the_quote_are_not_the_speakers():
    text = "Nobody agreed on it. “To think so is merely dreaming,” he added."
    quote = "“To think so is merely dreaming,”"
    learned = RawClaim(
        source=spans(text, "he"), cue=spans(text, "added"), content=spans(text, "Nobody agreed on it", quote)
    )
    rule = RawClaim(source=spans(text, "he"), cue=spans(text, "added"), content=spans(text, quote), score=0.8)
    assert mended(text, [learned], [rule], split_sentences(text))[0].content == spans(text, quote)


def test_nothing_unquoted_is_taken_from_another_sentence():
    text = "Kerel dismissed this as propaganda. Vant found video of 72 captives."
    learned = RawClaim(
        source=spans(text, "Kerel", "Vant"),
        cue=spans(text, "dismissed"),
        content=spans(text, "this as propaganda", "72 captives"),
    )
    (claim,) = mended(text, [learned], [], split_sentences(text))
    assert (claim.source, claim.content) == (spans(text, "Kerel"), spans(text, "this as propaganda"))


@pytest.mark.parametrize(
    ("text", "withheld"),
    [
        ("The army denied the convoy permission to leave.", True),
        ("The militia denied aid workers entry to the port.", True),
        ("The army denied blocking access to the mills.", False),
        ("The ministry denied that access had been refused.", False),
    ],
)
def test_what_is_withheld_is_no_word_denied(text: str, withheld: bool):
    rest = text[text.index("denied") + 7 : -1]
    assert withholds(text, RawClaim(source=(), cue=spans(text, "denied"), content=spans(text, rest))) == withheld


def test_a_participle_behind_with_has_its_own_subject():
    text = "Ruvia denied any warning with Colonel Jan Vant of the Ruvian army adding that nobody had asked."
    denial = RawClaim(
        source=spans(text, "Ruvia"),
        cue=spans(text, "denied"),
        content=spans(text, "any warning with Colonel Jan Vant of the Ruvian army"),
    )
    more = RawClaim(
        source=spans(text, "Ruvia"), cue=spans(text, "adding"), content=spans(text, "that nobody had asked")
    )
    first, second = mended(text, [denial, more], [], split_sentences(text))
    assert (first.source, first.content) == (spans(text, "Ruvia"), spans(text, "any warning"))
    assert second.source == spans(text, "Colonel Jan Vant of the Ruvian army")


@pytest.mark.parametrize("cue", ["did its utmost to make sure", "ensured", "explaining"])
def test_what_somebody_did_or_left_unsaid_is_no_claim(cue: str):
    text = f"Instead of {cue} that the truce held, it walked out."
    raw = RawClaim(
        source=spans(text, "it walked")[:1], cue=spans(text, cue), content=spans(text, "that the truce held")
    )
    assert mended(text, [raw], [], split_sentences(text)) == ()
