"""A quiet bar on standard error for whatever takes over a second, and only where somebody watches."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from truceline.cli.common import err

_SILENT_SECONDS = 1.0
_REFRESH_SECONDS = 0.1


class Advance(Protocol):
    """Told how many are done."""

    def __call__(self, done: int, /) -> None:
        """How many are done now."""
        ...


@contextmanager
def progress(label: str, total: int | None, unit: str) -> Iterator[Advance]:
    """A bar with rate and time left. No thread draws it: reading forks processes, and threads do not survive that."""
    if not err.is_terminal:
        yield lambda _done: None
        return
    rate = TextColumn("{task.fields[rate]} " + unit + "/s")
    columns = (TextColumn("{task.description}"), BarColumn(20), MofNCompleteColumn(), rate, TimeRemainingColumn())
    bar = Progress(*columns, console=err, auto_refresh=False, transient=False)
    task = bar.add_task(label, total=total, rate="–", visible=True)
    begun = time.monotonic()
    drawn = begun

    def advance(done: int, /) -> None:
        nonlocal drawn
        now = time.monotonic()
        if now - begun < _SILENT_SECONDS or (now - drawn < _REFRESH_SECONDS and done != total):
            return
        drawn = now
        bar.update(task, completed=done, rate=f"{done / (now - begun):.0f}")
        bar.start()
        bar.refresh()

    try:
        yield advance
    finally:
        if bar.live.is_started:
            bar.stop()
