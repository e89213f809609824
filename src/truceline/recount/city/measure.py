"""What speaks for each settlement of a document being where its main happening was, as named numbers."""

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from truceline.model.place import Place, PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.recount.city.candidates import Settlement, key_of
from truceline.recount.city.words import CityWords
from truceline.text.datelines import opens_dateline
from truceline.text.fold import fold_name
from truceline.text.geo import distance_between, reach_km
from truceline.text.web_address import read_address

_WORD = re.compile(r"[\w'’]+")
_NEAR_KM = 60.0
_MANY = 3
"""Mentions of one kind from which more say no more."""


@dataclass
class Stage:
    """A document as the settlements are measured against it: `anchors` are the words that tell its main happening."""

    reading: Reading
    anchors: Sequence[Span]
    current: Place | None
    """The place the words nearest the happening tell."""
    every: Sequence[Settlement]
    words: CityWords

    @cached_property
    def scenes(self) -> list[int]:
        """Sentences that tell of the happening, in order."""
        return sorted({self.sentence_of(a[0]) for a in self.anchors})

    @cached_property
    def policed(self) -> list[Settlement]:
        """Settlements whose police, mayor or firefighters are told of: "according to Chicago Police"."""
        forces = self.words.after["forces"]
        return [s for s in self.every if any(forces.intersection(_behind(m, self)) for m in s.mentions)]

    @cached_property
    def title(self) -> str:
        """The title's folded words between spaces."""
        return f" {fold_name(self.reading.document.title or '')} "

    def sentence_of(self, at: int) -> int:
        """Index of the sentence that holds a position."""
        return bisect_right(self.reading.sentences, (at, 1 << 60)) - 1


def measure(one: Settlement, stage: Stage) -> dict[str, float]:
    """The numbers for one settlement; those that are nought are left out."""
    numbers = {**_told(one, stage), **_titled(one, stage), **_lies(one, stage)}
    for name in (w for m in one.mentions for w in _beside(m, stage)):
        numbers[name] = numbers.get(name, 0.0) + 1.0
    count = max(1, len(one.mentions))
    shares = {f"{k}:share": v / count for k, v in numbers.items() if k.startswith(("after", "before", "in:"))}
    several = {
        k: min(v, _MANY) / _MANY if k.startswith(("after", "before", "in:", "scene")) else v for k, v in numbers.items()
    }
    return {k: v for k, v in {**several, **shares}.items() if v}


def _told(one: Settlement, stage: Stage) -> dict[str, float]:
    """How often and how early the text has the name."""
    if not one.mentions:
        return {"untold": 1.0}
    text, first = stage.reading.prose, one.mentions[0]
    told = sum(len(s.mentions) for s in stage.every)
    scenes = [stage.scenes.index(s) for m in one.mentions if (s := stage.sentence_of(m.start)) in stage.scenes]
    return {
        "told": math.log1p(len(one.mentions)),
        "share": len(one.mentions) / told,
        "early": math.exp(-first.start / 500),
        "first": float(all(first.start <= m.start for s in stage.every for m in s.mentions)),
        "dateline": float(any(opens_dateline(text, m.start, m.end) for m in one.mentions[:2])),
        "scene first": 1 / (1 + min(scenes)) if scenes else 0.0,
        "sure": max(m.confidence or 0.0 for m in one.mentions),
    }


def _titled(one: Settlement, stage: Stage) -> dict[str, float]:
    name = fold_name(one.place.name)
    address = read_address(stage.reading.document.url or "")
    joined = name.replace(" ", "")
    titled = f" {name} " in stage.title
    return {
        "title": float(titled),
        "title: in": float(any(f" {w} {name} " in stage.title for w in ("in", "at"))),
        "title: near": float(any(f" {w} {name} " in stage.title for w in ("near", "outside"))),
        "title: opens": float(stage.title.startswith(f" {name} ")),
        "host": float(any(joined in run for run in address.host)),
        "folder": float(any(name in folder for folder in address.folders)),
        "page": float(f" {name} " in f" {' '.join(address.page)} "),
    }


def _among(one: Settlement, stage: Stage) -> dict[str, float]:
    """Which share of the other places lies near it, and in its state; a half where there is none."""
    told = (*stage.reading.places, *(s.place for s in stage.every))
    places = {fold_name(p.name): p for p in told if p.lat is not None}
    others = [p for name, p in places.items() if name != fold_name(one.place.name) and p.precision not in _WIDE]
    near = [p for p in others if _km(one.place, p) <= _NEAR_KM + reach_km(p)]
    states = [p for p in places.values() if p.admin1 and p.name != one.place.name]
    same = [p for p in states if (p.admin1, p.country) == (one.place.admin1, one.place.country)]
    return {
        "near": len(near) / len(others) if others else 0.5,
        "state": len(same) / len(states) if states else 0.5,
    }


def _lies(one: Settlement, stage: Stage) -> dict[str, float]:
    """How it lies to the other places, and to the place told nearest the happening."""
    now = stage.current
    police = [_km(one.place, s.place) for s in stage.policed if key_of(s.place) != key_of(one.place)]
    return {
        "others' police near": float(min(police, default=math.inf) <= _NEAR_KM),
        "others' police far": float(max(police, default=0.0) > _NEAR_KM),
        **_among(one, stage),
        "size": math.log(max(1.0, reach_km(one.place))),
        "current": float(now is not None and key_of(now) == key_of(one.place)),
        "around current": float(now is not None and one.place.name in now.within),
        "far from current": float(now is not None and _km(one.place, now) > _NEAR_KM + reach_km(now)),
        "quarter": float(any(_holds(s.place, one.place) for s in stage.every)),
        "holds": float(any(_holds(one.place, s.place) for s in stage.every)),
    }


_WIDE = frozenset({"country", "region", "province/governorate"})


def _holds(city: Place, place: Place) -> bool:
    """Whether a place's point falls into a much larger settlement."""
    return city is not place and 2.5 * reach_km(place) <= reach_km(city) >= _km(city, place)


def _km(a: Place, b: Place) -> float:
    km = distance_between(a, b)
    return math.inf if km is None else km


def _behind(mention: PlaceMention, stage: Stage) -> list[str]:
    """The word right behind a mention in its sentence, if any."""
    _, end = stage.reading.sentences[max(0, stage.sentence_of(mention.start))]
    return _WORD.findall(stage.reading.prose[mention.end : min(end, mention.end + 30)].lower())[:1]


def _beside(mention: PlaceMention, stage: Stage) -> Iterator[str]:
    """What the words about one mention tell."""
    text = stage.reading.prose
    start, end = stage.reading.sentences[max(0, stage.sentence_of(mention.start))]
    before = _WORD.findall(text[max(start, mention.start - 30) : mention.start].lower())[-1:]
    after = _behind(mention, stage)
    told = stage.sentence_of(mention.start) in stage.scenes
    for side, found, lists in (("after", after, stage.words.after), ("before", before, stage.words.before)):
        for name, words in lists.items():
            if words.intersection(found):
                yield f"{side}: {name}"
                if told:
                    yield f"scene {side}: {name}"
    if told:
        yield "scene"
    said = set(_WORD.findall(text[start:end].lower()))
    yield from (f"in: {name}" for name, words in stage.words.sentence.items() if words & said)
    if mention.role == "embedded":
        yield "in: a name"
