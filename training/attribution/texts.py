"""All texts that teach a network, read once: cutting them into word pieces takes minutes in which a GPU would wait.

Run: python training/attribution/texts.py --bench ../shared/bench --tokenizer FILE --out TEXTS
The other scripts take the file with `--texts TEXTS` and read nothing themselves then. Needs torch, tokenizers.
"""

import argparse
import pickle
import zlib
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from corpus import Article, open_tokenizer, read_annotated, read_own_plain, read_plain
from layers import Act, Layers, content_layers, read_layers, read_news_acts
from lots import CORPUS, NEWS_ACTS, read_lots
from train import PLAIN


@dataclass(frozen=True, slots=True)
class Texts:
    """The corpus in lots, contents as texts of their own, PolNeAR with its acts, texts without annotation, `dev/`."""

    lots: dict[str, list[Layers]]
    contents: list[Layers]
    articles: list[Article]
    acts: dict[str, list[Act]]
    plain: list[Article]
    own_plain: list[Article]
    dev: list[Layers]


def read_texts(bench: Path, tokenizer_file: Path) -> Texts:
    """Everything, from the corpus and the benchmark's development sets."""
    tokenizer = open_tokenizer(tokenizer_file)
    articles = read_annotated(tokenizer, bench / "attribution/polnear_train.jsonl")
    return Texts(
        lots=read_lots(tokenizer, CORPUS),
        contents=content_layers(tokenizer, CORPUS),
        articles=articles,
        acts=read_news_acts(NEWS_ACTS, articles),
        plain=read_plain(tokenizer, [bench / f"{name}.jsonl" for name in PLAIN]),
        own_plain=read_own_plain(tokenizer, CORPUS / "plain"),
        dev=read_layers(tokenizer, CORPUS, "dev"),
    )


def save_texts(texts: Texts, file: Path) -> None:
    """One packed file, for these scripts alone; what no course looks at is left out (`slim`)."""
    every = [x for some in (*texts.lots.values(), texts.contents, texts.dev) for x in some]
    for x in every:
        x.channels = x.channels.astype(np.int8)
    for article in (*(x.article for x in every), *texts.articles, *texts.plain, *texts.own_plain):
        slim(article)
    file.write_bytes(zlib.compress(pickle.dumps({f.name: getattr(texts, f.name) for f in fields(texts)}), 6))


def slim(article: Article) -> None:
    """An article without its characters: courses count its words alone."""
    article.text, article.gold = "", None
    article.spans = ((0, 0),) * len(article.spans)


def load_texts(file: Path) -> Texts:
    """What `save_texts` wrote; nothing else may be given, since a pickle can hold any program."""
    return Texts(**pickle.loads(zlib.decompress(file.read_bytes())))  # noqa: S301  our own file


def asked_texts(parser: argparse.ArgumentParser) -> None:
    """Options that say where texts come from."""
    parser.add_argument("--bench", type=Path, help="the benchmark data, where no --texts are given")
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--texts", type=Path, help="what texts.py wrote")


def texts_of(asked: argparse.Namespace) -> Texts:
    """As the options say."""
    return load_texts(asked.texts) if asked.texts else read_texts(asked.bench, asked.tokenizer)


def main() -> None:
    """Read and pack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("bench", "tokenizer", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    asked = parser.parse_args()
    save_texts(read_texts(asked.bench, asked.tokenizer), asked.out)


if __name__ == "__main__":
    main()
