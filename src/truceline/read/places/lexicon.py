"""The place reader's word lists, from data/places.toml and data/demonyms.tsv."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from truceline.text.fold import fold_name


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLexicon:
    """Word lists, all in lower case; `demonyms` maps a folded adjective or nationality to what it is said of."""

    inside: frozenset[str]
    articles: frozenset[str]
    stems: frozenset[str]
    """Words that begin names and alone, before another name, are none."""
    landmark_last: Mapping[str, str]
    landmark_first: Mapping[str, str]
    openers: frozenset[str]
    """Words that open sentences and never names."""
    built: frozenset[str]
    """Feature codes of landmarks whose generic word may stand in lower case."""
    areas: frozenset[str]
    """Words of areas that follow a name in lower case: "Jabal camp", "Rif district"."""
    titles: frozenset[str]
    kin: frozenset[str]
    """Words after a family's name."""
    bodies: frozenset[str]
    """Names of bodies that are no town's."""
    people_verbs: frozenset[str]
    speaking: frozenset[str]
    partner: frozenset[str]
    """Words before a country that acts: "brokered by", "a deal with"."""
    clause: frozenset[str]
    """Words that open a clause, before its subject."""
    no_verb: frozenset[str]
    """Lower-case words after a name that are no verb of it."""
    bearings: frozenset[str]
    prepositions: frozenset[str]
    forces: frozenset[str]
    """Words before "police" that are no town's name."""
    bringing: frozenset[str]
    """Verbs by which somebody is brought to a hospital."""
    care: frozenset[str]
    """Last words of the places somebody is brought to."""
    dying: frozenset[str]
    """Words of somebody who died later, or was brought far, before the hospital's town."""
    issuing: frozenset[str]
    """Words that open a line which says where a paper was put out."""
    demonyms: Mapping[str, str]
    months: frozenset[str] = frozenset(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
        ]
    )


def load_place_lexicon(data: Path) -> PlaceLexicon:
    """Lexicon from the package's data folder."""
    table = tomllib.loads((data / "places.toml").read_text(encoding="utf-8"))
    return PlaceLexicon(
        inside=frozenset(table["inside"]["words"]),
        articles=frozenset(table["inside"]["articles"]),
        stems=frozenset(table["inside"]["stems"]),
        landmark_last=table["landmarks"]["last"],
        landmark_first=table["landmarks"]["first"],
        openers=frozenset(table["inside"]["openers"]),
        built=frozenset(table["landmarks"]["built"]),
        areas=frozenset(table["landmarks"]["droppable_last"]),
        titles=frozenset(table["people"]["titles"]),
        kin=frozenset(table["people"]["kin"]),
        bodies=frozenset(table["people"]["bodies"]),
        people_verbs=frozenset(table["people"]["verbs"]),
        speaking=frozenset(table["speaking"]["verbs"]),
        prepositions=frozenset(table["where"]["prepositions"]),
        partner=frozenset(table["speaking"]["partner"]),
        clause=frozenset(table["speaking"]["clause"]),
        no_verb=frozenset(table["speaking"]["no_verb"]) | frozenset(table["where"]["prepositions"]),
        bearings=frozenset(table["modifiers"]["bearings"]),
        forces=frozenset(table["where"]["forces"]),
        bringing=frozenset(table["where"]["bringing"]),
        care=frozenset(table["where"]["care"]),
        dying=frozenset(table["where"]["dying"]),
        issuing=frozenset(table["where"]["issuing"]),
        demonyms=_demonyms(data / "demonyms.tsv"),
    )


def _demonyms(path: Path) -> dict[str, str]:
    out: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            place, _, words = line.partition("\t")
            out.update({fold_name(w): place for w in words.split("|")})
    return out
