"""Paths to records: walks folders, opens files, and hands their bytes to the extractors."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from truceline.model.layout import Layout
from truceline.model.record import File, Record
from truceline.read.files.extract import extract_records
from truceline.read.files.tables import not_mapped
from truceline.read.files.unreadable import failed
from truceline.read.tables.layouts import LayoutError, load_layouts, read_layout
from truceline.runners.companions import COMPANIONS, find_companions
from truceline.runners.local import data_folder

_MOST_BYTES = 300_000_000
"""A file larger than this is refused before it is opened."""
_MAPPING = ".mapping.toml"
_LEDGERS = (".truce", ".truce-shm", ".truce-wal", ".truce-journal")
_NOTES = ("README", "LICENSE", "NOTICE")
_WITH_TABLES = (".csv", ".tsv", ".xlsx", ".xlsm", ".eml")
"""What holds tables, itself or attached."""


def find_records(paths: Iterable[Path]) -> Iterator[Record]:
    """Records of files and of all files in folders (sorted by name, hidden ones left out), in input order.

    A mapping among the paths is no record: it serves every table, wherever that lies.
    """
    paths = tuple(paths)
    mappings = [path for path in paths if is_mapping(path)]
    for path in paths:
        if path.is_dir():
            for inner in _walk(path):
                yield from _open(inner, inner.relative_to(path).as_posix(), mappings)
        elif path not in mappings:
            yield from _open(path, path.name, mappings)


def holds_nothing(path: Path) -> bool:
    """Whether a path is a folder with no report in it and no settings."""
    return path.is_dir() and not any(True for _ in _walk(path)) and not any(True for _ in find_companions([path]))


def is_mapping(path: Path) -> bool:
    """Whether a file says what the columns of tables are."""
    return path.name.endswith(_MAPPING) and not path.is_dir()


def file_records(file: File) -> tuple[Record, ...]:
    """Records of a file given as bytes; its tables by the shipped layouts."""
    return extract_records(file, _shipped())


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.startswith((".", "~$")):  # hidden, or an office program's lock
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        elif path.is_file() and not _about_the_folder(path):
            yield path


def _about_the_folder(path: Path) -> bool:
    """Settings, mappings, ledgers, and what says what a folder is: no reports. Named by themselves, they are read."""
    if path.suffix in _LEDGERS:
        return True
    return path.name in COMPANIONS or path.name.endswith(_MAPPING) or path.stem.upper() in _NOTES


def _open(path: Path, name: str, mappings: Sequence[Path]) -> Iterator[Record]:
    try:
        if path.stat().st_size > _MOST_BYTES:
            yield failed(File(name=name, data=b""), "too_large", f"over {_MOST_BYTES // 1_000_000} MB")
            return
        file = File(name=name, data=path.read_bytes())
    except FileNotFoundError:
        yield failed(File(name=name, data=b""), "not_found", str(path))
        return
    except OSError as error:
        yield failed(File(name=name, data=b""), "not_opened", error.strerror or type(error).__name__)
        return
    try:
        layouts = _layouts(path.parent, mappings) if path.suffix.lower() in _WITH_TABLES else ()
    except LayoutError as error:
        if path.suffix.lower() != ".eml":
            yield from not_mapped(file, extract_records(file, ()), str(error))
            return
        layouts = _shipped()  # a mail is read all the same: the table beside it, or attached, says what is wrong
    yield from extract_records(file, layouts)


def _layouts(folder: Path, named: Sequence[Path]) -> Sequence[Layout]:
    """The user's own mappings, those named before those beside the table, before the shipped ones."""
    own = {p.resolve(): p for p in (*named, *sorted(folder.glob("*" + _MAPPING)))}
    return (*map(_layout, own.values()), *_shipped())


def _layout(path: Path) -> Layout:
    try:
        return read_layout(path.read_text(encoding="utf-8-sig"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise LayoutError(f"{path.name}: {why}") from error


@cache
def _shipped() -> tuple[Layout, ...]:
    return load_layouts(data_folder() / "tables")
