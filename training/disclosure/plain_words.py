"""Lists ordinary words: those that stand in small letters in the texts written for this project.

python training/disclosure/plain_words.py training/corpus --out src/truceline/data/plain_words.txt
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

HEAD = "# Ordinary English words: they stand in small letters in texts written for this project (training/disclosure/)."
_WORD = re.compile(r"(?<![\w@./'’-])[^\W\d_]{2,}(?![\w@/])")
_LEAST_SHARE = 0.5
"""Of a word's places those with a small letter: below it the word is a name that is also a word."""
_SURE = 10
"""Places with a small letter from which on the word is one, however often it begins the names of bodies."""


def ordinary(texts: Iterable[str]) -> list[str]:
    """Words that stand in small letters half of the time, or often."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        for word in _WORD.findall(text):
            (small if word.islower() else capital)[word.casefold()] += 1
    return sorted(w for w, n in small.items() if n >= min(_SURE, _LEAST_SHARE * (n + capital[w])))


def main() -> None:
    """Read the texts, the test parts left out, and write the list."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--out", type=Path, required=True)
    told = ask.parse_args()
    files = (p for p in sorted(told.folder.rglob("*.txt")) if "test" not in p.parts)
    words = ordinary(p.read_text("utf-8") for p in files)
    told.out.write_text("\n".join([HEAD, *words]) + "\n", "utf-8")
    print(len(words), "words")


if __name__ == "__main__":
    main()
