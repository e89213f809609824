"""A text as a string of token codes, one character a token, so that rules are plain regular expressions over it."""

import re
from dataclasses import dataclass

from truceline.read.times.lexicon import TimeLexicon

_TOKEN = re.compile(
    r"(?P<BREAK>\n[ \t\r]*\n\s*)"
    r"|(?P<OTHER>https?://\S+|www\.\S+|\[\d+\]|[$£€]\s?\d[\d,.]*|#\d[\d,.]*|\d+(?:\.\d+)?\s?%|\d{3,}(?:-\d{3,}){2,})"
    r"|(?P<ISO>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d))"
    r"|(?P<SLASHED>\d{4}/\d{1,2}/\d{1,2}(?!\d)|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d)|\d{1,2}-\d{1,2}-\d{4}(?!\d)|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)(?!\.?\d))"
    r"|(?P<CLOCK>\d{1,2}:\d\d(?::\d\d)?(?!\d|:)|\d{1,2}\.\d\d(?=\s?[ap]\.?m\b))"
    r"|(?P<DECADE>(?:1\d|20)\d0['’]?s\b|['’]\d0s\b)"
    r"|(?P<SHORT_YEAR>['’]\d\d(?!\d|s))"
    r"|(?P<NTH>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<FRACTION>\d/\d(?![\d/])|½)"
    r"|(?P<DECIMAL>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)"
    r"|(?P<NUMBER>\d+(?:(?:st|nd|rd|th)\b)?)"
    r"|(?P<DOTTED>[ap]\.\s?m\.?|[Bb]\.[Cc]\.?(?:E\.)?|A\.D\.)(?!\w)"
    r"|(?P<WORD>[^\W\d_]+)"
    r"|(?P<MARK>[^\w\s])"
)
_MARKS = {
    ",": "comma", ".": "dot", "-": "hyphen", "–": "hyphen", "—": "hyphen", "‑": "hyphen", "'": "apostrophe",
    "’": "apostrophe", "(": "open", ")": "close",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tokens:
    """Codes (one character a token), and each token's span and lower-case form."""

    codes: str
    starts: list[int]
    ends: list[int]
    words: list[str]


def tokenize(text: str, lexicon: TimeLexicon) -> Tokens:
    """Tokens of the text with their codes; unknown words share the code OTHER."""
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    shapes, known, capital_only = lexicon.shapes, lexicon.codes, lexicon.capital_only
    other = shapes["OTHER"]
    for m in _TOKEN.finditer(text):
        kind, word = m.lastgroup or "", m.group()
        lower = word.lower()
        if kind == "WORD":
            code = known.get(lower, other)
            if lower in capital_only and word[0].islower() and not _beside_number(text, m.start(), m.end()):
                code = other
        elif kind == "MARK":
            code = shapes[_MARKS.get(word, "OTHER")]
        elif kind == "NUMBER":
            code = shapes[_number_shape(word)]
        elif kind == "DOTTED":
            lower = lower.replace(" ", "")
            code = known.get(lower, other)
        else:
            code = shapes[kind]
        codes.append(code)
        starts.append(m.start())
        ends.append(m.end())
        words.append(lower)
    return Tokens("".join(codes), starts, ends, words)


def _number_shape(word: str) -> str:
    if not word.isdigit():
        return "NBIG"
    n = int(word[:9])
    if len(word) <= 2:
        return "N12" if 1 <= n <= 12 else "N31" if n <= 31 else "N99"
    if len(word) == 4 and 1000 <= n <= 2099:
        return "YEAR"
    return "CENTURY_YEAR" if len(word) == 3 else "MILITARY" if len(word) == 4 and n < 2400 else "NBIG"


def _beside_number(text: str, start: int, end: int) -> bool:
    """Whether a digit stands next to these words: "4 may", "march 12"."""
    return text[max(0, start - 2) : start].strip()[-1:].isdigit() or text[end : end + 2].strip()[:1].isdigit()
