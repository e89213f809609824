"""What a user of `read` brings along: files of places, actors and number words, checked before anything is read."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from truceline.cli.common import Exit, err, existing, fail
from truceline.cli.problems import print_problems
from truceline.read.actors.own import OwnActors
from truceline.runners.companions import find_companions
from truceline.runners.own import Own
from truceline.runners.own_files import ACTORS, NUMBERS, open_text, read_actors, read_numbers
from truceline.runners.own_places import KIND, import_places
from truceline.store.own_places import OwnLayer
from truceline.text.own_numbers import OwnNumbers

GazetteerOption = Annotated[
    list[Path] | None, typer.Option(help="Places of one's own: GeoNames dump, CSV or GeoJSON.", show_default=False)
]
ActorsOption = Annotated[
    list[Path] | None, typer.Option("--actors", help="Actors of one's own (TOML).", show_default=False)
]
NumbersOption = Annotated[
    list[Path] | None,
    typer.Option("--number-words", help="Number words of one's own (TOML).", show_default=False),
]


def own_from(places: list[Path] | None, actors: list[Path] | None, numbers: list[Path] | None) -> Own:
    """What the files hold, those named first going first; where one gives nothing, the command ends with why."""
    return Own(
        places=tuple(_places(path) for path in existing(places or [])),
        actors=tuple(_actors(path) for path in existing(actors or [])),
        numbers=tuple(_numbers(path) for path in existing(numbers or [])),
    )


def say_left_aside(paths: list[Path], used: Iterable[Path | None]) -> None:
    """Name the files of one's own that lie among the inputs and are not read with: only `add` takes them by name."""
    named = {path.resolve() for path in used if path is not None}
    aside = [(kind, p) for kind, p in find_companions(paths) if p.resolve() not in named]
    if aside:
        options = [_OPTIONS[kind] for kind in dict.fromkeys(kind for kind, _ in aside) if kind in _OPTIONS]
        with_them = f" (read with them: {' '.join(options)})" if options else ""
        err.print(f"left aside: {', '.join(p.name for _, p in aside)}{with_them}", markup=False)


_OPTIONS = {KIND: "--gazetteer FILE", ACTORS: "--actors FILE", NUMBERS: "--number-words FILE"}


def _places(path: Path) -> OwnLayer:
    imported = import_places(path)
    print_problems(imported.problems)
    if not imported.places:
        fail(f"{path}: no place could be taken from it", Exit.USAGE)
    return OwnLayer(imported.source, imported.places)


def _actors(path: Path) -> OwnActors:
    found, problems = read_actors(_text(path), path.name)
    print_problems(problems)
    if not found.actors:
        fail(f"{path}: no actor could be taken from it", Exit.USAGE)
    return found


def _numbers(path: Path) -> OwnNumbers:
    found, problems = read_numbers(_text(path), path.name)
    print_problems(problems)
    if not found.vague:
        fail(f"{path}: no number word could be taken from it", Exit.USAGE)
    return found


def _text(path: Path) -> str:
    text, problems = open_text(path)
    print_problems(problems)
    return text or ""
