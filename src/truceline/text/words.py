"""A word of a text: where it stands, as it is written, and the key by which it is looked up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its place, its text, its key without case and accents."""

    start: int
    end: int
    text: str
    key: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital, or is in a script that has none."""
        return not self.text[0].islower()
