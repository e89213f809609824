"""What disclosing names needs: words and names that are no private person's. Loaded once, by the runners."""

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from truceline.publish.tokens import keys_of


@dataclass(frozen=True, slots=True, kw_only=True)
class NameKit:
    """Words in small letters; `open_names` are names of states, peoples and outlets. An empty kit opens nothing.

    `plain` are ordinary words, `given` given names, `places` and `bodies` last words of their names; the
    others are explained in `data/persons.toml`.
    """

    plain: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    """Ordinary words of the documents at hand; they count in sentences alone."""
    given: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    """Ordinary words that are surnames or given names too."""
    address: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    place_first: frozenset[str] = frozenset()
    ships: frozenset[str] = frozenset()
    told_places: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    of_public: frozenset[str] = frozenset()
    where_of: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    path: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    capital: frozenset[str] = frozenset()
    before_places: frozenset[str] = frozenset()
    office: frozenset[str] = frozenset()
    office_of_body: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    """Names of one word of states, their seats and outlets: people are called so too ("Georgia", "Sana")."""
    no_office: frozenset[str] = frozenset()
    high_office: tuple[str, ...] = ()
    low_office: tuple[str, ...] = ()
    of_state: frozenset[str] = frozenset()
    not_of_state: frozenset[str] = frozenset()
    figures: tuple[tuple[str, ...], ...] = ()
    """Holders of public offices, each with its spellings."""
    short_figures: tuple[str, ...] = ()
    """Names by which one of them alone is meant."""
    roles: tuple[str, ...] = ()
    open_names: tuple[str, ...] = field(default=())
    hosts: frozenset[str] = frozenset()
    """Web addresses of outlets."""
    article_hosts: frozenset[str] = frozenset()
    """Those at which articles lie, not what anybody posts."""
    outlets: frozenset[str] = frozenset()
    """Last words of an outlet's name."""
    outlet_names: tuple[str, ...] = ()


@lru_cache(maxsize=2)
def load_name_kit(data: Path) -> NameKit:
    """Kit from the package's data folder."""
    words = {name: text.split() for name, text in _toml(data / "persons.toml").items()}
    beside = _toml(data / "name_words.toml")
    titles = f"{beside['titles']} {beside['short_titles']} {beside['of_a_body']}".casefold().split()
    heads = frozenset((*words["places"], *words["bodies"]))
    outlets = [row for row in _rows(data / "outlets.tsv") if len(row) > 3]
    figures = [row for row in _rows(data / "public_figures.tsv") if len(row) > 3][1:]
    return NameKit(
        plain=frozenset(_lines(data / "plain_words.txt")).union(_lines(data / "dictionary_words.txt"), titles, heads),
        given=frozenset(name for names in _toml(data / "given_names.toml").values() for name in names.split()),
        called=frozenset(_lines(data / "called_words.txt")).union(words["called"]),
        address=frozenset(words["address"]),
        places=frozenset(words["places"]),
        bodies=frozenset(words["bodies"]),
        place_first=frozenset(words["place_first"]),
        ships=frozenset(words["ships"]),
        told_places=frozenset(words["told_places"]),
        deeds=frozenset(words["deeds"]),
        kin=frozenset(words["kin"]),
        of_public=frozenset(words["of_public"]),
        told=frozenset(words["told"]),
        where_of=frozenset(words["where_of"]),
        path=frozenset(words["path"]),
        joints=frozenset(words["joints"]),
        capital=frozenset((*words["capital"], *titles, *heads, *beside["no_name"].split())),
        before_places=frozenset(words["before_places"]),
        office=frozenset(words["office"]),
        office_of_body=frozenset(words["office_of_body"]),
        states=frozenset(_states(data, outlets)),
        no_office=frozenset(words["no_office"]),
        high_office=_phrases(data, "high_office"),
        low_office=_phrases(data, "low_office"),
        of_state=frozenset(words["of_state"]),
        not_of_state=frozenset(words["not_of_state"]),
        figures=tuple((row[0], *_parted(row[1])) for row in figures),
        short_figures=tuple(short for row in figures for short in _parted(row[2])),
        roles=tuple(words["roles"]),
        open_names=tuple(_open_names(data, outlets)),
        hosts=frozenset(host for row in outlets for host in _parted(row[3])),
        article_hosts=frozenset(host for row in outlets if row[-1] == "article" for host in _parted(row[3])),
        outlets=frozenset(words["outlets"]),
        outlet_names=tuple(name for row in outlets if row[-1] == "article" for name in (row[1], *_parted(row[2]))),
    )


def _toml(path: Path) -> dict[str, str]:
    return {k: v for k, v in tomllib.loads(path.read_text("utf-8")).items() if isinstance(v, str)}


def _phrases(data: Path, name: str) -> tuple[str, ...]:
    """Words of `persons.toml` that may be several at a time, "|" between."""
    return tuple(" ".join(p.split()) for p in _toml(data / "persons.toml")[name].split("|"))


def _parted(cell: str) -> list[str]:
    return [part for part in re.split(r"\s*;\s*", cell) if part]


def _lines(path: Path) -> Iterator[str]:
    lines = path.read_text("utf-8").splitlines()
    return (key for line in lines if not line.startswith("#") for key in keys_of(line))


def _rows(path: Path) -> list[list[str]]:
    lines = (line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _states(data: Path, outlets: Iterable[list[str]]) -> Iterator[str]:
    cells = [row[i] for row in _rows(data / "states.tsv") for i in (1, 3) if len(row) > i]
    names = [name for cell in cells for name in cell.split("|")] + [n for row in outlets for n in _parted(row[2])]
    return (keys[0] for keys in map(keys_of, names) if len(keys) == 1)


def _open_names(data: Path, outlets: Iterable[list[str]]) -> Iterator[str]:
    for row in _rows(data / "demonyms.tsv"):
        yield from row[1].split("|")
    for row in _rows(data / "states.tsv"):
        yield from (name for cell in row[1:] for name in cell.split("|"))
    for row in outlets:
        yield from (name for cell in row[1:3] for name in re.split(r"\s*;\s*", cell))
