"""Counts in how many news articles each word stands, for the rarity of words in small ledgers.

python training/link/words.py DOCS.jsonl [DOCS.jsonl ...] --out src/truceline/data/link_words.tsv
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from truceline.link.kit import load_link_kit
from truceline.link.words import take_words
from truceline.runners.local import data_folder

LEAST = 6
"""Articles a word must stand in to be kept: what is rarer is rare anyway, and no text can be told from what is left."""
HEAD = "# In how many of N articles a word stands; * is N. Counted by training/link/words.py on {names}; counts only."


def main() -> None:
    """Count and write."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("docs", type=Path, nargs="+")
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--names", required=True, help="what the documents are, for the file's head")
    told = ask.parse_args()
    stop = load_link_kit(data_folder()).stop
    counts: Counter[str] = Counter()
    n = 0
    for path in told.docs:
        for line in path.read_text("utf-8").splitlines():
            words = take_words(json.loads(line)["text"], stop).words
            counts.update(w for w in words if w.isalpha())
            n += 1
    kept = sorted((w, c) for w, c in counts.items() if c >= LEAST)
    rows = [HEAD.format(names=told.names), f"*\t{n}", *(f"{w}\t{c}" for w, c in kept)]
    told.out.write_text("\n".join(rows) + "\n", "utf-8")
    print(len(kept), "words of", n, "articles")


if __name__ == "__main__":
    main()
