"""Lists ordinary words of a dictionary that the texts written for this project lack, and those that people are called.

apt-get download scowl && dpkg -x scowl_*.deb x
python training/disclosure/dictionary_words.py x/usr/share/dict/scowl --data src/truceline/data
"""

import argparse
import re
import sqlite3
from collections.abc import Container, Iterable
from pathlib import Path

from truceline.publish.kit import NameKit, load_name_kit
from truceline.publish.persons.ordinary import is_made_of

HEAD = "# Ordinary English words of SCOWL (credit: NOTICE) that nobody is known to be called (training/disclosure/)."
CALLED = "# Ordinary words that are given names or surnames too, by the US Census of 1990 (training/disclosure/)."
_PARTS = ("english", "american", "british")
_SIZES = (10, 20, 35, 40, 50)
"""SCOWL's sizes: 50 is a desk dictionary; above it stand words of other languages, which are names there."""
_COMMON = 3
"""Class from which on a word is looked at as somebody's name amid a sentence: 0.01 % of people."""
_WORD = re.compile(r"[a-z]{4,}")
"""Shorter words are as often parts of names ("din", "nur")."""


def words_of(folder: Path) -> set[str]:
    """Words in small letters; proper names stand in lists of their own, which are not read."""
    files = (folder / f"{part}-words.{size}" for part in _PARTS for size in _SIZES)
    return {w for f in files if f.exists() for w in f.read_text("latin-1").split() if _WORD.fullmatch(w)}


def borne(gazetteer: Path) -> dict[str, int]:
    """Given names and the 40,000 surnames that the gazetteer knows (US Census), with the class of the commoner use."""
    with sqlite3.connect(gazetteer) as held:
        return dict(held.execute("SELECT key, max(first, last) FROM bearer WHERE first > 0 OR last > 0"))


def lacking(words: Iterable[str], names: Container[str], kit: NameKit) -> list[str]:
    """Words that are no names and made of no known word; shorter ones first, as longer ones are made of them."""
    known = set(kit.plain)
    for word in sorted(words, key=lambda w: (len(w), w)):
        if not (word in names or word in kit.given | kit.called or is_made_of(word, known)):
            known.add(word)
    return sorted(known - kit.plain)


def main() -> None:
    """Read the dictionary and write what is lacking."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--data", type=Path, required=True)
    told = ask.parse_args()
    out = told.data / "dictionary_words.txt"
    out.write_text(f"{HEAD}\n", "utf-8")  # an older list is not what the words are compared with
    names, kit = borne(told.data / "gazetteer.sqlite"), load_name_kit(told.data)
    words = lacking(words_of(told.folder), names, kit)
    out.write_text("\n".join([HEAD, *words]) + "\n", "utf-8")
    called = sorted(name for name in kit.plain if names.get(name, 0) >= _COMMON)
    (told.data / "called_words.txt").write_text("\n".join([CALLED, *called]) + "\n", "utf-8")
    print(len(words), "words,", len(called), "that people are called")


if __name__ == "__main__":
    main()
