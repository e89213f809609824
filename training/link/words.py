"""Counts in how many news articles each word stands, for the rarity of words in small ledgers.

python training/link/words.py DOCS.jsonl [DOCS.jsonl ...] --names ... --out src/truceline/data/link_words.tsv
python training/link/words.py --beside FILE --names ... --out src/truceline/data/link_words.tsv

The second counts the project's own reports (training/corpus/reports/learn) and keeps of each word the larger share:
"shelling" is rare in the news and told by every second report of a war.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "corpus"))

from reports import parse

from truceline.link.kit import load_link_kit
from truceline.link.words import take_words
from truceline.runners.local import data_folder

REPORTS = Path(__file__).parents[1] / "corpus/reports/learn"
LEAST = 6
"""Articles a word must stand in to be kept: what is rarer is rare anyway, and no text can be told from what is left."""
HEAD = "# In how many of N articles a word stands; * is N. Counted by training/link/words.py on {names}; counts only."


def _with_own(file: Path, stop: frozenset[str]) -> tuple[int, Counter[str]]:
    """Counts of a file, those raised to the share that words have in the project's own reports; names are left out."""
    rows = [line.split("\t") for line in file.read_text("utf-8").splitlines() if line and line[0] != "#"]
    counts = Counter({word: int(count) for word, count in rows})
    n, own, names, reports = counts.pop("*"), Counter[str](), Counter[str](), 0
    for path in sorted(REPORTS.glob("l*.txt")):
        for report in parse(path.read_text("utf-8")):
            words = take_words(report.text, stop)
            own.update(w for w in words.words if w.isalpha())
            names.update(words.names)
            reports += 1
    for word, count in own.items():
        if names[word] * 2 < count:
            counts[word] = max(counts[word], count * n // reports)
    return n, counts


def main() -> None:
    """Count and write."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("docs", type=Path, nargs="*")
    ask.add_argument("--beside", type=Path, help="counts of news, beside which the project's own reports are counted")
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
    if told.beside:
        n, counts = _with_own(told.beside, stop)
    kept = sorted((w, c) for w, c in counts.items() if c >= LEAST)
    rows = [HEAD.format(names=told.names), f"*\t{n}", *(f"{w}\t{c}" for w, c in kept)]
    told.out.write_text("\n".join(rows) + "\n", "utf-8")
    print(len(kept), "words of", n, "articles")


if __name__ == "__main__":
    main()
