"""Names an analyst gives that nobody bore before: pointed out, since a slip of the pen looks just like one."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from truceline.cli.common import err
from truceline.model.reading import Reading
from truceline.runners.local import registry_with
from truceline.text.fold import fold_name

if TYPE_CHECKING:
    from truceline.ledger import Ledger

_OF_ACTORS = frozenset({"actor", "target", "responsibility"})


def say_new_names(facets: Sequence[Mapping[str, Any]], reading: Reading, book: "Ledger") -> None:
    """One line on standard error for each actor that neither an actor file nor the document has."""
    _say_lone_places(facets)
    given = [f["value"] for f in facets if f["facet"] in _OF_ACTORS and isinstance(f["value"], str)]
    if not given:
        return
    known = _known_names(reading, book)
    for name in dict.fromkeys(given):
        if fold_name(name) not in known:
            close = [known[n] for n in get_close_matches(fold_name(name), known, 3, 0.7)]
            near = (
                f"near it are {', '.join(close)}" if close else "`truceline actors lookup NAME` says whom a name means"
            )
            err.print(f"{name}: no known actor, taken as a new name ({near})", markup=False)


def _say_lone_places(facets: Sequence[Mapping[str, Any]]) -> None:
    """One line for each place that the document does not have: its name alone is kept."""
    for place in (f["value"] for f in facets if f["facet"] == "place" and f["value"] is not None):
        if place.get("lat") is None:
            how = "NAME @ LATITUDE, LONGITUDE gives one; `truceline gazetteer lookup NAME` finds spellings"
            told = f"{place['name']}: no place of the document, taken as a name without a point ({how})"
            err.print(told, markup=False)


def _known_names(reading: Reading, book: "Ledger") -> dict[str, str]:
    """By its folded form, every name that an actor file or the document has."""
    actors = registry_with(book.own().actors).actors
    known = {fold_name(n): n for a in actors.values() for n in (*a.aliases, a.name)}
    return known | {fold_name(n): n for n in (*actors, *_in_document(reading))}


def _in_document(reading: Reading) -> Iterator[str]:
    for mention in reading.actors:
        yield from (n for n in (mention.name, mention.actor) if n)
    for account in reading.accounts:
        yield from account.tellers
        yield from (f.value for f in account.facets if f.facet in _OF_ACTORS and isinstance(f.value, str))
