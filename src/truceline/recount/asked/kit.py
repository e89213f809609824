"""What asking a language model needs: the words it is asked in, and the word list that tells who is counted."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from truceline.model.account import Certainty, EventType, FacetName, Polarity
from truceline.recount.events.lexicon import EventLexicon, event_lexicon
from truceline.recount.lexicon import Phrases, harm_lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class AskKit:
    """The prompt with its version, and words for people by group."""

    system: str
    version: str
    most_characters: int
    """Texts longer than this are not sent."""
    persons: Phrases
    events: EventLexicon


def load_ask_kit(data: Path) -> AskKit:
    """Kit from the package's data folder."""
    asked = _toml(data / "ask_model.toml")
    words = {
        "event_types": ", ".join(get_args(EventType)),
        "facets": ", ".join(get_args(FacetName)),
        "polarities": ", ".join(get_args(Polarity)),
        "certainties": ", ".join(get_args(Certainty)),
    }
    system = asked["system"].strip()
    for name, listed in words.items():
        system = system.replace("{" + name + "}", listed)
    persons = harm_lexicon(_toml(data / "casualties.toml"), _toml(data / "word_classes.toml")).persons
    return AskKit(
        system=system,
        version=asked["version"],
        most_characters=asked["most_characters"],
        persons=persons,
        events=event_lexicon(_toml(data / "event_triggers.toml"), _toml(data / "event_types.toml"), ()),
    )


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
