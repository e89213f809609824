"""One stage of reading alone, in one process: how fast, how much memory, how long to load.

    python -m benchmarks.stages attribution|claims|tagger|where-and-when INPUT.jsonl

Prints one JSON object. What a stage builds on (sentences, citations, actors) is made before and not timed.
"""

import argparse
import json
import resource
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from benchmarks.inputs import read_rows
from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import Kit
from truceline.read.actors.registry import load_registry
from truceline.read.addresses import by_domain, load_outlets
from truceline.read.claims.find import find_claims
from truceline.read.claims.kit import load_claim_kit
from truceline.read.document import read_document
from truceline.read.places.find import find_places
from truceline.read.places.kit import load_place_kit
from truceline.read.times.lexicon import load_time_lexicon
from truceline.read.times.tag import find_times
from truceline.resolve.kit import load_resolve_kit
from truceline.resolve.mentions import resolve_mentions
from truceline.runners.local import data_folder, local_kit
from truceline.store.gazetteer import SqliteGazetteer


def _claims(reading: Reading, kit: Kit) -> None:
    find_claims(reading, kit.read.claims)


def _attribution(reading: Reading, kit: Kit) -> None:
    """Who says what, nested claims and speakers too; acts by the rules, as in an install without the seer."""
    claims = kit.read.claims
    alone = None if claims.extractor is None else claims.extractor.without_seer()
    find_claims(reading, replace(claims, extractor=alone))


def _tagger(reading: Reading, kit: Kit) -> None:
    if kit.read.claims.extractor is not None:
        kit.read.claims.extractor.extract(reading.text or "", reading.sentences)


def _where_and_when(reading: Reading, kit: Kit) -> None:
    text = reading.text or ""
    times = find_times(text, reading.sentences, reading.document.published, kit.read.times)
    places = find_places(text, reading.sentences, reading.actors, None, kit.read.places)
    resolve_mentions(replace(reading, times=times, places=places), kit.resolve, Settings())


def _load_attribution() -> None:
    data = data_folder()
    load_claim_kit(data, load_registry(data), by_domain(load_outlets(data)))


def _load_where_and_when() -> None:
    data = data_folder()
    gazetteer = SqliteGazetteer(data / "gazetteer.sqlite")
    load_place_kit(data, gazetteer)
    load_time_lexicon(data)
    load_resolve_kit(data, gazetteer)


STAGES: dict[str, tuple[Callable[[], None], Callable[[Reading, Kit], None]]] = {
    "attribution": (_load_attribution, _attribution),
    "claims": (_load_attribution, _claims),
    "tagger": (_load_attribution, _tagger),
    "where-and-when": (_load_where_and_when, _where_and_when),
}


_AT_ONCE = {"attribution": 2, "claims": 2}
"""Texts read side by side: the networks hold no lock, so the rules of one text run while they read another."""


def measure(stage: str, records: Iterable[Record]) -> dict[str, float]:
    """Words a second after loading, seconds to load, peak megabytes of the process after loading and after the work."""
    load, work = STAGES[stage]
    before = time.perf_counter()
    load()
    loading = time.perf_counter() - before
    loaded = _peak_mb()
    kit = local_kit()
    bare = replace(kit.read, claims=replace(kit.read.claims, extractor=None))
    prepared = [read_document(record, bare, Settings()) for record in records]
    words = sum(len((r.text or "").split()) for r in prepared)
    work(prepared[0], kit)
    processor = time.process_time()
    start = time.perf_counter()
    with ThreadPoolExecutor(_AT_ONCE.get(stage, 1)) as threads:
        list(threads.map(lambda reading: work(reading, kit), prepared))
    seconds = time.perf_counter() - start
    return {
        "words": words,
        "seconds": seconds,
        "processor": time.process_time() - processor,
        "words_a_second": words / seconds,
        "loading": loading,
        "loaded_mb": loaded,
        "peak_mb": _peak_mb(),
    }


def _peak_mb() -> float:
    """This program's own peak: rusage would also hold what the process that started it was at the fork."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(status.read_text("ascii").split("VmHWM:")[1].split()[0]) / 1024


def main() -> None:
    """Measure one stage over an input file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stage", choices=STAGES)
    parser.add_argument("input", type=Path)
    given = parser.parse_args()
    rows = read_rows(given.input)
    records = (Record(id=r["id"], where=r["id"], data=b"", text=r["text"], dct=r.get("dct")) for r in rows)
    print(json.dumps(measure(given.stage, records)))


if __name__ == "__main__":
    main()
