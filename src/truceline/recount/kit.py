"""What recounting needs: event lexicon, casualty words, number words. Loaded once, by the runners."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from truceline.recount.city.words import CityWords, load_city_words
from truceline.recount.events.lexicon import EventLexicon, event_lexicon
from truceline.recount.facets.lexicon import FacetLexicon, facet_lexicon
from truceline.recount.lexicon import HarmLexicon, harm_lexicon
from truceline.recount.sides import Sides, sides
from truceline.text.numbers import NumberTable, number_table


@dataclass(frozen=True, slots=True, kw_only=True)
class RecountKit:
    """Lexicons of events and harm."""

    events: EventLexicon
    harm: HarmLexicon
    facets: FacetLexicon
    numbers: NumberTable
    sides: Sides
    city: CityWords
    together: re.Pattern[str]
    """Words by which a number is told of many happenings together."""
    states: frozenset[str]
    """ISO codes of the states that are known as actors."""


def load_recount_kit(data: Path) -> RecountKit:
    """Kit from the package's data folder."""
    states = _rows(data)
    return RecountKit(
        events=event_lexicon(_toml(data / "event_triggers.toml"), _toml(data / "event_types.toml"), _seats(states)),
        harm=harm_lexicon(_toml(data / "casualties.toml"), _toml(data / "word_classes.toml")),
        facets=facet_lexicon(_toml(data / "facet_words.toml")),
        numbers=number_table(_toml(data / "number_words.toml")),
        city=load_city_words(data),
        sides=sides(_toml(data / "actors.toml")),
        together=re.compile("|".join(_toml(data / "period_totals.toml")["together"]["patterns"]), re.IGNORECASE),
        states=frozenset(fields[0] for fields in states),
    )


def _seats(states: list[list[str]]) -> list[str]:
    """Seats of government: the fourth column of the table of states."""
    return [name for f in states if len(f) > 3 for name in f[3].split("|") if name]


def _rows(data: Path) -> list[list[str]]:
    """The table of states."""
    rows = (data / "states.tsv").read_text(encoding="utf-8").splitlines()
    return [row.split("\t") for row in rows if row and not row.startswith("#")]


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
