"""Every annotated claim of the corpus as the hearer is shown it, packed: the words about it, and which are its own.

Run: python training/attribution/hear_texts.py --bench ../shared/bench --out CLAIMS.npz [--without l90 l91 ...]
Claims of reports, of paragraphs and, where their acts are annotated, of PolNeAR's articles. Needs torch, tokenizers.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from corpus import Article, encode, open_tokenizer, read_annotated
from layers import ACTS, REACHES, Act, read_news_acts
from lots import CORPUS, NEWS_ACTS
from marks import GoldClaim, read_units
from reports import read_reports
from tokenizers import Tokenizer

from truceline.model.span import Span
from truceline.read.claims.tagger.hearer import LENGTH, Put, Words, put

TOKENIZER = Path(__file__).parents[2] / "src/truceline/data/tagger/tokenizer.json"
REPORTS, PARAGRAPHS, NEWS, DEVELOPMENT = range(4)
"""Where a claim comes from; the last teaches nothing."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim put before the hearer: pieces, features (pieces, 4; the last what is marked), act, reach (-1: none)."""

    ids: np.ndarray
    features: np.ndarray
    act: int
    reach: int


def claims_of(article: Article, claims: Sequence[GoldClaim], reaches: dict[int, str]) -> Iterator[Claim]:
    """Those of a text of ours; what lies outside any word is left out."""
    for claim in claims:
        made = Put(*(_words(article, spans) for spans in (claim.source, claim.cue, claim.content)))
        reach = reaches.get(claim.number, claim.reach)
        if made.content:
            yield _put(article, made, ACTS.index(claim.act), -1 if reach is None else REACHES.index(reach))


def _put(article: Article, claim: Put, act: int, reach: int) -> Claim:
    packed, marks = put(article.pieces, claim)
    return Claim(packed.ids, np.concatenate([packed.features, marks[:, None]], 1), act, reach)


def _words(article: Article, spans: Sequence[Span]) -> list[Words]:
    made = []
    for low, high in spans:
        found = [i for i, (a, b) in enumerate(article.spans) if low < b and a < high]
        if found:
            made.append((found[0], found[-1] + 1))
    return made


def own(tokenizer: Tokenizer, part: str, without: Sequence[str]) -> Iterator[Claim]:
    """Claims of a part of the reports, but for some files."""
    for report in read_reports(CORPUS / "reports" / part):
        if report.id.split("-")[0] not in without:
            article = encode(tokenizer, {"id": report.id, "text": report.text})
            yield from claims_of(article, report.claims, report.reaches)


def paragraphs(tokenizer: Tokenizer) -> Iterator[Claim]:
    """Claims of the paragraphs."""
    for unit in read_units(CORPUS / "claims/learn"):
        yield from claims_of(encode(tokenizer, {"id": unit.id, "text": unit.text}), unit.claims, {})


def news(tokenizer: Tokenizer, bench: Path) -> Iterator[Claim]:
    """Attributions of PolNeAR whose act is annotated."""
    articles = read_annotated(tokenizer, bench / "attribution/polnear_train.jsonl")
    acts = read_news_acts(NEWS_ACTS, articles)
    for article in articles:
        known: dict[Words, Act] = {one.cue: one for one in acts.get(article.id, ()) if one.cue}
        for given in article.gold or ():
            made = Put(*(_words(article, given[role]) for role in ("source", "cue", "content")))
            act = known.get(made.cue[0]) if made.cue and made.content else None
            if act is not None:
                yield _put(article, made, act.act, act.reach)


def save(some: Sequence[tuple[int, Claim]], file: Path) -> None:
    """All in flat arrays, each claim's pieces behind those of the one before."""
    np.savez_compressed(
        file,
        lot=np.array([lot for lot, _ in some], np.int8),
        length=np.array([len(c.ids) for _, c in some], np.int32),
        act=np.array([c.act for _, c in some], np.int8),
        reach=np.array([c.reach for _, c in some], np.int8),
        ids=np.concatenate([c.ids for _, c in some]).astype(np.uint16),
        features=np.concatenate([c.features for _, c in some]).astype(np.int8),
    )


def main() -> None:
    """Read and pack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--without", nargs="*", default=[], help="files of reports that do not teach")
    asked = parser.parse_args()
    tokenizer = open_tokenizer(TOKENIZER)
    made = [(REPORTS, c) for c in own(tokenizer, "learn", asked.without)]
    made += [(PARAGRAPHS, c) for c in paragraphs(tokenizer)]
    made += [(NEWS, c) for c in news(tokenizer, asked.bench)]
    for part in ("dev", "dense"):
        made += [(DEVELOPMENT, c) for c in own(tokenizer, part, ())]
    save(made, asked.out)
    print({lot: sum(of == lot for of, _ in made) for lot in range(4)}, "claims of at most", LENGTH, "pieces")


if __name__ == "__main__":
    main()
