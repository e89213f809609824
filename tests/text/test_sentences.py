"""Where sentences end: stops, closing quotes, citation markers, initials, shortened words, line breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.text.sentences import paragraphs, split_sentences


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The road is open.[15] Nobody passed.", ["The road is open.[15]", "Nobody passed."]),
        ("They fired first.[1] [2] In town all was calm.", ["They fired first.[1] [2]", "In town all was calm."]),
        ("The others’ [moderates] no was late. It held.", ["The others’ [moderates] no was late.", "It held."]),
        ("J. R. Halden spoke. He left.", ["J. R. Halden spoke.", "He left."]),
        ("Maj. Gen. Vant denied it. The U.S. Army did.", ["Maj. Gen. Vant denied it.", "The U.S. Army did."]),
        ("On Sept. 17 at 3.5 km. Next day none.", ["On Sept. 17 at 3.5 km.", "Next day none."]),
        ("He came from the U.S. The talks began.", ["He came from the U.S.", "The talks began."]),
        ("At 7 p.m. Damascus time it ended.", ["At 7 p.m. Damascus time it ended."]),
        ("“We saw smoke.” The driver fled.", ["“We saw smoke.”", "The driver fled."]),
        ("“Why now?” he asked. Nobody knew.", ["“Why now?” he asked.", "Nobody knew."]),
        ("“Why now?” Orlo Vant asked. Nobody knew.", ["“Why now?” Orlo Vant asked.", "Nobody knew."]),
        ("He met the envoy.“We agree,” he said.", ["He met the envoy.", "“We agree,” he said."]),
        ("First line\nSecond line. Third", ["First line", "Second line.", "Third"]),
        ("A title\r\n\r\nA text.\r\n", ["A title", "A text."]),
        ("1. Introduction follows.", ["1. Introduction follows."]),
        ("See example.org. It is old.", ["See example.org.", "It is old."]),
        ("It was said (by all). [5] Then came rain.", ["It was said (by all). [5]", "Then came rain."]),
        ("They waited... and left.", ["They waited... and left."]),
        ("It was calm. [3] [4]", ["It was calm. [3] [4]"]),
        ("", []),
    ],
)  # fmt: skip
def test_sentence_ends(text, expected):
    assert sentences(text) == expected


@given(st.text(alphabet='aB .!?"”“[1]\n\r\u00a0é\u202bU.S', max_size=80))
def test_spans_are_trimmed_ordered_and_lose_nothing_but_space(text):
    spans = split_sentences(text)
    kept = 0
    for start, end in spans:
        assert kept <= start < end <= len(text)
        assert not text[kept:start].strip()
        assert text[start:end] == text[start:end].strip()
        assert "\n" not in text[start:end]
        kept = end
    assert not text[kept:].strip()


@given(st.text(max_size=200))
def test_every_sentence_lies_in_one_paragraph(text):
    outer = paragraphs(text)
    assert all(any(a <= s and e <= b for a, b in outer) for s, e in split_sentences(text))
