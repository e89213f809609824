"""Which program derived a state: kept state is only as good as the code that made it."""

import hashlib
from functools import cache
from pathlib import Path

_DERIVING = ("link", "weigh", "monitor", "review", "model", "text", "data", "read/actors", "read/tables", "pipeline.py")


@cache
def code_version() -> str:
    """Short hash over names, sizes and times of the files that derived state depends on; changes with any update."""
    package = Path(__file__).parents[1]
    roots = [package / name for name in _DERIVING]
    files = [f for root in roots for f in (sorted(root.rglob("*")) if root.is_dir() else [root])]
    facts = [(str(f.relative_to(package)), f.stat()) for f in files if f.suffix in {".py", ".toml", ".tsv", ".csv"}]
    lines = "\n".join(f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in facts)
    return hashlib.sha256(lines.encode()).hexdigest()[:16]
