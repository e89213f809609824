"""What is taken out of words before they leave: printed coordinates, protected names, names a policy hides."""

import re
from collections.abc import Callable, Iterable

from truceline.model.place import Place
from truceline.publish.coarsen import mask_coordinates
from truceline.publish.policy import Policy

Clean = Callable[[str], str]
WITHHELD = "[withheld]"
PLACE = "[place withheld]"
NAME = "[name withheld]"
_SHORTEST = 3
"""Letters under which a name is no name to look for in other words."""


def cleaner(policy: Policy, hidden: Iterable[str] = (), kept: Iterable[str] = ()) -> Clean:
    """A function that takes out of a text whatever the policy says, and the `hidden` names of places.

    A hidden name stays within a `kept` one that is wider: "Brannik District" tells no more than the place column does.
    """
    hidden = frozenset(hidden)
    wider = frozenset(k for k in kept if k not in hidden and any(h in k for h in hidden))
    places = _any_of(hidden | wider)
    people = _any_of(policy.protected_names, whole=False)

    def clean(text: str) -> str:
        for pattern in policy.named:
            text = pattern.sub(lambda m: f"{m['before'] or ''}{NAME} {m['kind']}", text)
        text = places.sub(lambda m: m[0] if m[0] in wider else PLACE, text) if places else text
        text = people.sub(WITHHELD, text) if people else text
        return mask_coordinates(text) if policy.mask_printed_coordinates else text

    return clean


def hidden_names(before: Place | None, after: Place | None) -> frozenset[str]:
    """Names of a place that its treated form no longer has: its own, and those of what contained it closely."""
    if before is None or after is None or after.name == before.name:
        return frozenset()
    kept = {after.name, after.country, after.admin1, after.admin2, *after.within}
    return frozenset(n for n in (before.name, *_close(before, after)) if n not in kept and len(n) >= _SHORTEST)


def _close(before: Place, after: Place) -> tuple[str, ...]:
    """Where a position is withheld, the towns that contain it go too; its province and country stay."""
    wide = {before.admin1, before.country, after.name}
    return tuple(n for n in before.within[:1] if n not in wide) if after.lat is None else ()


def _any_of(names: Iterable[str], *, whole: bool = True) -> re.Pattern[str] | None:
    listed = "|".join(re.escape(n) for n in sorted({n for n in names if n}, key=lambda n: (-len(n), n)))
    edge = r"\b" if whole else ""
    return re.compile(rf"{edge}(?:{listed}){edge}") if listed else None
