"""Text wrapped at a fixed width reads as the same text on one line."""

from pathlib import Path

import truceline
from truceline.read.claims.tagger.extractor import load_tagger

TAGGER = load_tagger(Path(truceline.__file__).parent / "data")
ONE_LINE = "Colonel Anton Vasko said two wells were wrecked on 3 July 2031 and at least 9 civilians were killed."


def test_a_line_that_ends_amid_a_sentence_breaks_nothing() -> None:
    assert TAGGER is not None
    wrapped = ONE_LINE.replace(" at least", "\nat least")
    assert TAGGER.extract(wrapped, ()) == TAGGER.extract(ONE_LINE, ())
