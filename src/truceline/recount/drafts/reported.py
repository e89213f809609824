"""A draft as an incident of its document, alone or beside what the rules made of the same happening."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from truceline.model.account import Account, Casualties, Facet, ReportedIncident
from truceline.model.amount import Range
from truceline.model.draft import Draft
from truceline.model.place import Place
from truceline.model.span import Span, gap, overlap
from truceline.model.when import Time
from truceline.recount.one_look import seen_whole
from truceline.recount.scan import Harm

_BESIDE = {"killed": 100, "injured": 300}
"""Characters from a word for the deed within which people are counted whom no rule reads: the hurt come after."""
_SURE, _LIKELY = 0.65, 0.5
"""Where one of a happening's mentions is so sure, words of which the learned reader is less sure than that are none."""
_GROUP = re.compile(r"(?:an?|the|his|her|their) (?:\w+ )?(?:family|group|crowd|crew|team|couple)\b", re.IGNORECASE)

_ANEW = re.compile(
    r"(?:an?|one|another|some|someone|somebody"
    r"|\w+\s(?:first|second|third|fourth|fifth|sixth|last|other|latter|remaining|survivor))\b",
    re.IGNORECASE,
)
"""Words for one person not told of before: where somebody was killed, "the boy" who was hit may be the dead one."""
_WEEK = 7
_PROPER = re.compile(r"\b[^\W\d_a-z]")


def draft_incident(draft: Draft, accounts: Sequence[Account]) -> ReportedIncident:
    """An incident that the learned reader alone proposes; place, time and tolls are its facets' own."""
    facets = [f for a in accounts for f in a.facets]
    killed, injured = _toll(facets, "killed"), _toll(facets, "injured")
    return ReportedIncident(
        key=accounts[0].incident,
        event_type=draft.event_type,
        aggregate=draft.aggregate,
        place=_place(facets),
        time=_time(facets),
        killed=killed,
        injured=injured,
        casualties=tuple(_groups(facets)),
        mentions=tuple(m.span for m in draft.mentions),
        accounts=tuple(a.id for a in accounts),
    )


def with_draft(
    made: ReportedIncident, draft: Draft, accounts: Sequence[Account], harms: Sequence[Harm] = ()
) -> ReportedIncident:
    """The rules' incident with the draft's mentions, and what only the draft knows.

    Its type is for the caller to settle; its toll is the draft's where the only number told is another than the rules',
    or where the rules read nothing in the words by which people are counted.
    """
    facets = [f for a in accounts for f in a.facets]
    untold = made.killed is None and made.injured is None
    mentions = sorted({*made.mentions, *(m.span for m in draft.mentions if not _known(m.span, made.mentions))})
    near = [f for f in facets if any(gap(f.spans[0], m) <= _BESIDE.get(f.facet, 0) for m in mentions)]
    killed = made.killed or _toll(_unread(near, harms, "killed"), "killed")
    hurt = [f for f in _unread(near, harms, "injured") if killed is None or not _is_known(f)]
    injured = made.injured or _toll(hurt, "injured")
    return replace(
        made,
        place=made.place or _place(facets),
        time=_finer(made.time, _time(facets)),
        killed=_toll(facets, "killed") if untold or _told_else(facets, "killed", made.killed) else killed,
        injured=_toll(facets, "injured") if untold or _hurt_else(facets, made.injured, harms) else injured,
        mentions=tuple(mentions),
    )


def surely_named(made: ReportedIncident, draft: Draft | None, text: str | None) -> ReportedIncident:
    """The incident without words that a reader, sure of others, does not take for its name: "a bomb fell, killing six".

    Only of a text that it sees whole.
    """
    if draft is None or not seen_whole(text) or max(m.score for m in draft.mentions) < _SURE:
        return made
    likely = [m.span for m in draft.mentions if m.score >= _LIKELY]
    return replace(made, mentions=tuple(m for m in made.mentions if _known(m, likely)))


def _unread(facets: Sequence[Facet], harms: Sequence[Harm], name: str) -> list[Facet]:
    """The counts in whose words the rules read no harm; none where they know of people hit and of no outcome.

    Nor those that are told as killed and as hurt alike, or by a word for a group of unknown size.
    """
    if any(h.kind in {name, "hit"} for h in harms):
        return []
    others = [s for f in facets if f.facet in {"killed", "injured"} and f.facet != name for s in f.spans]
    read = [*others, *((h.start, h.end) for h in harms)]
    mine = (f for f in facets if f.facet == name and _GROUP.match(f.text) is None)
    return [f for f in mine if not any(overlap(s, r) for s in f.spans for r in read)]


def _is_known(facet: Facet) -> bool:
    """Whether a facet counts one person who may be one told of before."""
    value = facet.value if isinstance(facet.value, dict) else {}
    return value.get("low") == value.get("high") == 1 and _ANEW.match(facet.text) is None


def _finer(time: Time | None, told: Time | None) -> Time | None:
    """The rules' time, unless it is wider than a day and a single day is told of the happening."""
    if time is None or told is None:
        return time or told
    return told if time.earliest and ((not _is_day(time) and _is_day(told)) or is_narrowed(time, told)) else time


def _is_day(time: Time) -> bool:
    """Whether a time is a single day or a part of one, be it a night."""
    one = time.earliest is not None and time.latest is not None and time.earliest[:10] == time.latest[:10]
    return one or (time.earliest is not None and time.granularity == "part_of_day")


def _told_else(facets: Sequence[Facet], name: str, toll: Range | None) -> bool:
    """Whether the only number told is another than the rules' toll: the draft knew better which words count."""
    told = [f.value for f in _told(facets, name)]
    return toll is not None and len(told) == 1 and (told[0]["low"], told[0]["high"]) != (toll.low, toll.high)


def _hurt_else(facets: Sequence[Facet], toll: Range | None, harms: Sequence[Harm]) -> bool:
    """Whether the draft knew better of the hurt; not where some of them died, or fewer than were shot are counted."""
    if not _told_else(facets, "injured", toll) or any(h.of_wounds for h in harms):
        return False
    shot = any(h.kind == "hit" and not h.denied and any(p.counted for p in h.heads) for h in harms)
    told = next(f.value["low"] or 0 for f in _told(facets, "injured"))
    return not (shot and toll is not None and told < (toll.low or 0))


def _known(span: Span, mentions: Sequence[Span]) -> bool:
    return any(overlap(span, m) for m in mentions)


def _told(facets: Sequence[Facet], name: str) -> Iterator[Facet]:
    return (f for f in facets if f.facet == name and f.polarity == "affirmed" and isinstance(f.value, dict))


def _place(facets: Sequence[Facet]) -> Place | None:
    """The first place that has a point; else the first with a name of its own; else the first told: "a camp"."""
    places = list(_told(facets, "place"))
    told = [_as(Place, f.value) for f in places]
    hit = {s for f in facets if f.facet == "target" for s in f.spans}
    sites = [p for p, f in zip(told, places, strict=True) if f.spans[0] not in hit]  # "on the guards at the bridge"
    named = [p for p in told if p.lat is not None] or [p for p in told if _PROPER.search(p.name)] or sites or told
    return named[0] if named else None


def _time(facets: Sequence[Facet]) -> Time | None:
    """The first time told that has a day, or a narrower one told within it: "early this month ... on 4 or 5 August".

    That is "now" where no other is: it may only open a paragraph.
    """
    told = [t for t in (_as(Time, f.value) for f in _told(facets, "time")) if t.earliest]
    first = min(told, key=lambda t: t.anchor == "dateline", default=None)
    return first and next((t for t in told if is_narrowed(first, t)), first)


def is_narrowed(wide: Time, time: Time) -> bool:
    """Whether a time of days lies within one that is weeks wide."""
    if not (wide.latest and wide.earliest and time.latest and time.earliest) or wide.days is None or time.days is None:
        return False
    inside = wide.days[0] <= time.days[0] and time.days[1] <= wide.days[1]
    return inside and _length(wide) > _WEEK >= _length(time)


def _length(time: Time) -> int:
    first, last = time.days or ("0001-01-01", "9999-12-31")
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def is_dated(accounts: Sequence[Account], *, total: bool) -> bool:
    """Whether a day is told of the happening itself, so that no other of the document need serve.

    A total told of a stretch without days ("in the seven days") has none of them for its own either.
    """
    facets = [f for a in accounts for f in a.facets]
    told = _time(facets)
    if told is not None and _is_day(told):
        return True
    times = [f.value for f in facets if f.facet == "time" and isinstance(f.value, dict)]
    return total and bool(times) and not any(t.get("earliest") or t.get("latest") for t in times)


def _toll(facets: Sequence[Facet], name: str) -> Range | None:
    """The largest group counted by whoever tells first; parts of it stand in the groups."""
    told = [f.value for f in _told(facets, name)]
    if not told:
        return None
    most = max(told, key=lambda v: (v["low"] or v["high"] or 0, -told.index(v)))
    made: Range = _as(Range, most)
    return made


def _groups(facets: Sequence[Facet]) -> Iterator[Casualties]:
    named: dict[str, dict[str, Range]] = {}
    for name in ("killed", "injured"):
        for facet in _told(facets, name):
            if facet.value["group"] != "unknown":
                named.setdefault(facet.value["group"], {}).setdefault(name, _as(Range, facet.value))
    for group, counts in sorted(named.items()):
        yield Casualties(group=group, killed=counts.get("killed"), injured=counts.get("injured"))  # type: ignore[arg-type]


def _as(kind: Any, value: dict[str, Any]) -> Any:
    """A plain value as its type again; lists become tuples."""
    names = {f.name for f in fields(kind)}
    return kind(**{k: tuple(v) if isinstance(v, list) else v for k, v in value.items() if k in names})
