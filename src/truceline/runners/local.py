"""The local runner: loads the stages' resources and calls the stage functions, in one process or several."""

import multiprocessing
import os
import signal
import sys
import threading
import tomllib
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from functools import cache, lru_cache, partial
from importlib import resources
from itertools import chain, islice
from pathlib import Path
from typing import Any

from truceline.link.kit import load_link_kit
from truceline.model.actor import Actor
from truceline.model.problem import Problem
from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.monitor.kit import load_monitor_kit
from truceline.pipeline import Kit, SettleKit, read_record
from truceline.publish.kit import NameKit, load_name_kit
from truceline.read.actors.own import OwnActors
from truceline.read.actors.registry import Registry, load_registry
from truceline.read.addresses import by_domain
from truceline.read.document import unread
from truceline.read.kit import load_read_kit
from truceline.recount.kit import load_recount_kit
from truceline.recount.sides import with_actors
from truceline.resolve.kit import load_resolve_kit
from truceline.runners.own import NOTHING_OWN, Own
from truceline.store.gazetteer import SqliteGazetteer
from truceline.store.own_places import LayeredGazetteer, OwnLayer
from truceline.text.numbers import NumberTable, number_table
from truceline.text.own_numbers import OwnNumbers
from truceline.weigh.kit import load_weigh_kit

_WORTH_A_POOL = 40_000
"""Characters of text under which starting a second process costs more than it saves."""
_BATCH = 4
_AHEAD = 4
"""Batches a worker may be ahead of what is taken: bounds memory."""


def data_folder() -> Path:
    """The package's data folder on disk."""
    return Path(str(resources.files("truceline"))) / "data"


@cache
def local_kit() -> Kit:
    """Every stage's resources, loaded on first use, once a process."""
    data = data_folder()
    gazetteer = SqliteGazetteer(data / "gazetteer.sqlite")
    return Kit(
        read=load_read_kit(data, gazetteer), resolve=load_resolve_kit(data, gazetteer), recount=load_recount_kit(data)
    )


@lru_cache(maxsize=8)
def registry_with(own: tuple[OwnActors, ...]) -> Registry:
    """The actor registry with a user's own actors in front."""
    return load_registry(data_folder(), [o.actors for o in own])


@lru_cache(maxsize=4)
def kit_with(own: Own) -> Kit:
    """The local kit with a user's own places, actors and number words in front of the shipped ones."""
    return _with_numbers(_with_actors(_with_places(local_kit(), own.places), own.actors), own.numbers)


def _with_places(kit: Kit, own: tuple[OwnLayer, ...]) -> Kit:
    if not own:
        return kit
    layered = LayeredGazetteer(own, kit.read.gazetteer)
    read = replace(kit.read, gazetteer=layered, places=replace(kit.read.places, gazetteer=layered))
    return replace(kit, read=read, resolve=replace(kit.resolve, gazetteer=layered))


def _with_actors(kit: Kit, own: tuple[OwnActors, ...]) -> Kit:
    if not own:
        return kit
    registry, outlets = registry_with(own), [outlet for o in reversed(own) for outlet in o.outlets]
    domains = {**kit.read.domains, **by_domain(tuple(outlets))}
    claims = replace(kit.read.claims, registry=registry, domains=domains)
    read = replace(kit.read, actors=registry, claims=claims, domains=domains)
    sides = with_actors(kit.recount.sides, (registry.actors[a.id] for o in own for a in o.actors))
    return replace(kit, read=read, recount=replace(kit.recount, sides=sides))


def _with_numbers(kit: Kit, own: tuple[OwnNumbers, ...]) -> Kit:
    if not own:
        return kit
    numbers = number_table(_number_words(), reversed(own))
    return replace(kit, read=replace(kit.read, numbers=numbers), recount=replace(kit.recount, numbers=numbers))


def _number_words() -> dict[str, Any]:
    return tomllib.loads((data_folder() / "number_words.toml").read_text(encoding="utf-8"))


@cache
def shipped_numbers() -> NumberTable:
    """The shipped words for numbers, as typed values are read by."""
    return number_table(_number_words())


@lru_cache(maxsize=4)
def settle_kit_with(own: tuple[OwnActors, ...]) -> SettleKit:
    """Resources of the stages over a ledger, with a user's own actors in front of the shipped ones."""
    data, actors = data_folder(), registry_with(own).actors
    return SettleKit(
        link=load_link_kit(data),
        weigh=load_weigh_kit(data, actors),
        monitor=load_monitor_kit(data, actors),
    )


def local_settle_kit() -> SettleKit:
    """Resources of the stages over a ledger that keeps no actors of its own."""
    return settle_kit_with(())


def local_name_kit() -> NameKit:
    """Words and names by which the disclosure knows who may be named."""
    return load_name_kit(data_folder())


def actors_by_name() -> dict[str, Actor]:
    """The registry's actors by their folded names and aliases."""
    weigh = local_settle_kit().weigh
    return {name: weigh.actors[key] for name, key in weigh.by_name.items()}


def read_records(
    records: Iterable[Record], settings: Settings, own: Own = NOTHING_OWN, workers: int | None = None
) -> Iterator[Reading]:
    """Readings of the records, in their order, as they are done; large inputs are spread over the machine's cores.

    Records are drawn from the iterable only a little ahead of what has been read.
    """
    source = iter(records)
    first, worth_a_pool = _take_until_worth(source)
    everything = chain(first, source)
    workers = workers or _cores()
    if worth_a_pool and workers > 1:
        yield from _spread(everything, settings, own, workers)
    else:
        yield from (_read(record, settings, own) for record in everything)


def _take_until_worth(source: Iterator[Record]) -> tuple[list[Record], bool]:
    taken: list[Record] = []
    characters = 0
    for record in source:
        taken.append(record)
        characters += len(record.text or "")
        if characters >= _WORTH_A_POOL and len(taken) > 1:
            return taken, True
    return taken, False


def _cores() -> int:
    """Processes worth starting: one where a thread besides this one might hold a lock while the process forks."""
    return 1 if threading.active_count() > 1 else os.cpu_count() or 1


def _spread(records: Iterator[Record], settings: Settings, own: Own, workers: int) -> Iterator[Reading]:
    method = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    waiting: deque[Future[list[Reading]]] = deque()
    pool = ProcessPoolExecutor(workers, mp_context=method, initializer=_begin, initargs=(own,))
    try:
        while batch := list(islice(records, _BATCH)):
            waiting.append(pool.submit(partial(_read_batch, batch, settings)))
            if len(waiting) > _AHEAD * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


_worker_own: list[Own] = []
"""In a worker: what of the user's own it was begun with, once instead of with every batch."""


def _begin(own: Own) -> None:
    """Ctrl+C is the parent's to answer; a worker ends with the pool."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker_own.append(own)


def _read_batch(batch: list[Record], settings: Settings) -> list[Reading]:
    return [_read(record, settings, _worker_own[-1]) for record in batch]


def _read(record: Record, settings: Settings, own: Own) -> Reading:
    try:
        return read_record(record, kit_with(own), settings)
    except Exception as error:  # noqa: BLE001  (one text the reader fails on must not cost the others theirs)
        return _failed(record, error)


def _failed(record: Record, error: Exception) -> Reading:
    """The document with its text, unread, and what the reader stumbled over."""
    at = traceback.extract_tb(error.__traceback__)[-1]
    problem = Problem(
        stage="read",
        where=record.where,
        code="reader_failed",
        message=f"{type(error).__name__}: {error} ({Path(at.filename).name}:{at.lineno})",
        mend="its text is kept and searchable; report this as a fault of Truceline",
    )
    return unread(record, problem)
