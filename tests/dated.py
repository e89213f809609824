"""Times of a text that came out on Friday, 27 May 2022."""

from importlib import resources
from pathlib import Path

from truceline.model.when import Published
from truceline.read.times.lexicon import load_time_lexicon
from truceline.read.times.tag import find_times

FRIDAY = Published(earliest="2022-05-27", latest="2022-05-27", inferred=False, reason="given")
LEXICON = load_time_lexicon(Path(str(resources.files("truceline"))) / "data")


def values(text: str) -> dict[str, str]:
    """Each expression's words with its TIMEX3 value."""
    return {text[m.start : m.end]: m.value for m in find_times(text, (), FRIDAY, LEXICON)}
