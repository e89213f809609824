"""Texts may be read side by side in one process: a kit is only read from."""

from concurrent.futures import ThreadPoolExecutor

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit


def read(text: str) -> Reading:
    return read_record(
        Record(id="r", where="r", data=text.encode(), text=text, dct="2023-06-05"), local_kit(), Settings()
    )


def test_texts_read_side_by_side_are_read_alike() -> None:
    texts = [
        f"The mayor of {town} said on Monday that {dead} people had died. The army denied that it had shelled {town}."
        for dead, town in enumerate(("Idlib", "Kobo", "Homs", "Aleppo"), 3)
    ]
    with ThreadPoolExecutor(2) as threads:
        together = list(threads.map(read, texts))
    assert together == [read(text) for text in texts]
