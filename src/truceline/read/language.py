"""The language a text is written in."""

from functools import cache
from typing import Any

from truceline.model.problem import Problem

READ_LANGUAGES = ("en", None)
"""What the reader reads; a text too short to tell (None) is read as English."""

_ENOUGH_LATIN, _ENOUGH_OTHER = 60, 15
"""Letters below which a guess at the language is noise; another script than Latin tells much sooner."""
_SAMPLE = 4000
"""Characters from the start that settle the language; more only costs time."""
_SURE = 0.9
"""Normalised probability under which a text that could be English is taken as English."""


def find_language(text: str) -> str | None:
    """ISO 639-1 code by py3langid (Lui & Baldwin 2012); None for a text too short to tell."""
    sample = text.strip()[:_SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    latin = sum(c < "\u0250" for c in letters) >= len(letters) / 2
    if len(letters) < (_ENOUGH_LATIN if latin else _ENOUGH_OTHER):
        return None
    code, probability = _identifier().classify(sample)
    return "en" if probability < _SURE and sample.isascii() else str(code)


def language_unsupported(where: str, language: str | None) -> Problem:
    """The Problem of a document in a language the reader does not read."""
    return Problem(
        stage="read",
        where=where,
        code="language_unsupported",
        message=f"The text is in a language that is not read yet ({language}).",
        mend="The text is kept and can be searched; add an English translation as a document of its own.",
    )


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # its model takes a moment to load

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
