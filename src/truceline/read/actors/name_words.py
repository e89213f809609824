"""Words beside and within names, from `data/name_words.toml`, as the patterns they make."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """Word sets (folded) and patterns to match right behind or search right before a name."""

    body: frozenset[str]
    unit: frozenset[str]
    """Those of them that bear a number: "33rd Infantry Battalion"."""
    not_of_outlet: frozenset[str]
    seats: frozenset[str]
    """Houses by which their governments are called."""
    body_first: frozenset[str]
    of_a_body: frozenset[str]
    cause: frozenset[str]
    no_name: frozenset[str]
    lost_states: frozenset[str]
    titles: frozenset[str]
    title_before: re.Pattern[str]
    role_before: re.Pattern[str]
    role_after: re.Pattern[str]
    role_soon: re.Pattern[str]
    speech_before: re.Pattern[str]
    speech_after: re.Pattern[str]
    acts: re.Pattern[str]
    """Behind a state's name that means the actor."""
    dealt_with: re.Pattern[str]
    """Before such a name."""
    only_with: Mapping[str, Mapping[str, re.Pattern[str]]]
    """Short names to the actors they mean, each only in a document that has one of its words."""


def load_name_words(data: Path) -> NameWords:
    """Words and patterns of `name_words.toml`."""
    raw = tomllib.loads((data / "name_words.toml").read_text(encoding="utf-8"))
    roles, speech = _any(raw["roles"]), _any(raw["speech"])
    either = _any(" ".join(w + " " + w.title() for w in raw["roles"].split()))
    return NameWords(
        body=frozenset(raw["body"].split()),
        unit=frozenset(raw["unit"].split()),
        not_of_outlet=frozenset(raw["not_of_outlet"].split()),
        seats=frozenset(raw["seats"].split()),
        body_first=frozenset(raw["body_first"].split()),
        of_a_body=frozenset(raw["of_a_body"].split()),
        cause=frozenset(raw["cause"].split()),
        no_name=frozenset(raw["no_name"].split()),
        lost_states=frozenset(raw["lost_states"].split()),
        titles=frozenset(raw["titles"].split()),
        title_before=re.compile(rf"\b(?:(?:{_any(raw['short_titles'])})\.?|{either})\s+$"),
        role_before=re.compile(rf"\b(?:{roles})\b[^.;:,\n]{{0,70}},\s+$"),
        role_after=re.compile(rf",\s+(?:an?|the|who|\d\d?|(?:[A-Z]?[\w’'-]+\s){{0,4}}(?:{roles}))\b"),
        role_soon=re.compile(rf",\s+(?:an?|the)\s+(?:[\w’'-]+\s){{0,5}}(?:{either})\b"),
        speech_before=re.compile(rf"\b(?:{speech}|by)\s+$"),
        speech_after=re.compile(rf"\s+(?:{speech})\b"),
        acts=re.compile(
            rf"(?:['’]s?)?(?:,| also| has| have| had| is| was| will| would| later| then| again| immediately"
            rf"| flatly| further| always| and)*\s+(?:{_any(raw['agency'])})\b"
        ),
        dealt_with=re.compile(
            rf"\b(?:(?:{_any(raw['towards'])}) (?:by )?(?:both )?(?:the )?|[Ii]t (?:was|is) (?:not )?)$"
        ),
        only_with={
            short: {
                actor: re.compile(rf"\b(?:{'|'.join(map(re.escape, signs))})\b", re.IGNORECASE)
                for actor, signs in meant.items()
            }
            for short, meant in raw["only_with"].items()
        },
    )


def _any(words: str) -> str:
    return "|".join(re.escape(w).replace(r"\*", r"\w*") for w in words.split())
