"""Normal forms of names: what two spellings share."""

import re
import unicodedata
from functools import lru_cache

_ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|at|az|an|ez|es|ed|ad|adh|ath)[- ](?=\w)")
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʿʾʻ`´ˈ", ""))


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """Lower case without accents and apostrophes, hyphens and spaces one space: "Deir ez-Zor" -> "deir ez zor"."""
    plain = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES).replace("ı", "i"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(re.sub(r"[-‐‑–—./,_\s]+", " ", plain).split())


def actor_id_from(name: str) -> str:
    """The id of an actor no registry knows, made from its name: "x-ivo-lasen"."""
    return "x-" + re.sub(r"[^\w]+", "-", fold_name(name)).strip("-")


def without_article(key: str) -> str:
    """A folded name without its Arabic article: "al nuseirat" -> "nuseirat"; empty where it has none."""
    rest = _ARTICLE.sub("", key)
    return rest if rest != key and len(rest) > 3 else ""


@lru_cache(maxsize=65536)
def fold_arabic(name: str) -> str:
    """A looser key for transliterated Arabic names: article dropped, ou/u, e/i, q/k, doubled letters made one.

    "Deir ez-Zor", "Deir Ezzor", "Dayr az-Zawr" share their consonants; use it only where `fold_name` finds nothing.
    """
    words = [_ARTICLE.sub("", w) for w in _ARTICLE.sub("", fold_name(name)).split()]
    words = [
        w
        for w in words
        if w not in {"al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ez", "es", "ed", "adh", "ath"}
    ]
    key = "".join(words)
    for a, b in (
        ("ou", "u"),
        ("oo", "u"),
        ("ee", "i"),
        ("ei", "ai"),
        ("ey", "ai"),
        ("ay", "ai"),
        ("aw", "o"),
        ("q", "k"),
        ("gh", "g"),
        ("dh", "d"),
        ("th", "t"),
        ("ph", "f"),
        ("e", "i"),
        ("y", "i"),
        ("o", "u"),
    ):
        key = key.replace(a, b)
    return re.sub(r"(.)\1+", r"\1", key)
