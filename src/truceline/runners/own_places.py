"""A user's own gazetteer: imported from a file, kept as text in a ledger's settings, read back as layers."""

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from truceline.model.gazetteer import OwnPlace
from truceline.model.plain import from_plain, to_plain
from truceline.model.problem import Problem
from truceline.read.gazetteers.parse import Imported, parse_gazetteer
from truceline.store.base import Setting
from truceline.store.own_places import OwnLayer

KIND = "gazetteer"
_FORMAT = "truceline.gazetteer/1"
_PLAIN = to_plain(OwnPlace(names=(), lat=0.0, lon=0.0))


def import_places(path: Path) -> Imported:
    """Places of a file on disk, and what is wrong with it."""
    try:
        return parse_gazetteer(path.read_bytes(), path.name)
    except OSError as error:
        why = error.strerror or type(error).__name__
        mend = "check the path and its permissions"
        problem = Problem(stage="read", where=str(path), code="not_opened", message=why, mend=mend)
        return Imported(places=(), problems=(problem,))


def places_setting(imported: Imported, path: Path, at: str) -> Setting:
    """The places as a setting: a heading line, then one place a line, as JSON; only what differs from the defaults."""
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    heading = {"format": _FORMAT, "file": path.name, "sha256": sha256, "source": imported.source}
    lines = [heading, *({k: v for k, v in to_plain(p).items() if v != _PLAIN[k]} for p in imported.places)]
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    return Setting(kind=KIND, name=path.name, text=text, at=at)


def own_layers(settings: Sequence[Setting]) -> tuple[OwnLayer, ...]:
    """Layers of all gazetteers among a ledger's settings, the latest import first."""
    own = sorted((s for s in settings if s.kind == KIND), key=lambda s: (s.at, s.name), reverse=True)
    return tuple(_layer(s.text) for s in own)


@lru_cache(maxsize=8)
def _layer(text: str) -> OwnLayer:
    heading, *lines = (json.loads(line) for line in text.split("\n"))
    return OwnLayer(heading["source"], tuple(from_plain(OwnPlace, line) for line in lines))
