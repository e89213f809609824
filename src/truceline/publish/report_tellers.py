"""Who registered incidents, and who told them too on another line of evidence."""

from collections import defaultdict
from collections.abc import Mapping
from string import ascii_uppercase

from truceline.publish.report_scene import NOT_KNOWN, Row, Scene, single

MOST_TELLERS = 8


def confirmation(scene: Scene) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Registered by (rows) and also told, on another line of evidence, by (columns): incidents, the busiest tellers.

    A column is headed by its row's letter: eight names side by side are wider than a page.
    """
    told = _told(scene)
    busiest = sorted(told, key=lambda t: (-len(told[t]), t))[:MOST_TELLERS]
    rows = tuple(
        Row(
            head=f"{letter}  {teller}",
            cells=(str(len(told[teller])), *(_joint(told[teller], told[other], teller == other) for other in busiest)),
            incidents=scene.numbered(list(told[teller])),
        )
        for letter, teller in zip(ascii_uppercase, busiest, strict=False)
    )
    return tuple(ascii_uppercase[: len(busiest)]), rows


def further_tellers(scene: Scene) -> int:
    """How many tellers of the period the table of the busiest leaves out."""
    return max(0, len(_told(scene)) - MOST_TELLERS)


def _told(scene: Scene) -> Mapping[str, Mapping[str, set[str]]]:
    """By teller and incident, the lines of evidence on which it tells of it."""
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for incident in single(scene.incidents):
        for account in incident.accounts:
            if account.review != "rejected":
                told[account.teller_name or NOT_KNOWN][incident.id].add(account.line)
    return told


def _joint(a: Mapping[str, set[str]], b: Mapping[str, set[str]], same: bool) -> str:
    if same:
        return "–"
    return str(sum(bool(i in b and b[i] - lines) for i, lines in a.items()))
