"""Years, decades and centuries."""

from truceline.read.times.hit import Hit, Made
from truceline.read.times.numbers import read_number, read_year
from truceline.read.times.story import Story


def make_year(hit: Hit, story: Story) -> Made | None:
    """1939, early 1914, 490 BC, '44, nineteen ninety-six; figures that count something are left alone."""
    if hit.words("short"):
        return _short_year(hit, story)
    words = hit.words("year")
    year = read_year(words, hit.lexicon.values)
    if year is None or not (hit.value("era") or _is_year(year, hit, narrative=story.narrative)):
        return None
    era = "BC" if hit.value("era") == "BC" else ""
    return Made("DATE", f"{era}{year:04d}", hit.mod)


def _is_year(year: int, hit: Hit, *, narrative: bool) -> bool:
    words = hit.words("year")
    if len(words) > 1:
        return 1500 <= year <= 2099 and _spoken(words, hit)
    return _reads_as_year(year, hit, narrative=narrative)


_YEARS_LEAD = frozenset({"in", "since", "by", "until", "till", "year", "during"})


def _spoken(words: tuple[str, ...], hit: Hit) -> bool:
    """Whether number words are a year: "nineteen ninety-six" not the number "twenty six" or "two thousand men"."""
    if words == ("two", "thousand"):
        return hit.before() in _YEARS_LEAD
    return words[0] != "twenty" or len(words) > 2 or (read_number(words[1], hit.lexicon.values) or 0) >= 10


def _short_year(hit: Hit, story: Story) -> Made | None:
    """'44, in the century of the story; only where a preposition or season leads to it, since quotes look the same."""
    if not hit.before().isalpha() or hit.before() not in hit.lexicon.lists["before_year"]:
        return None
    year = int(hit.words("short")[0][1:])
    if story.now is not None and story.narrative:
        return Made("DATE", f"{story.now.year // 100}{year:02d}")
    return Made("DATE", f"{(1900 if year > 30 else 2000) + year}")


def _reads_as_year(year: int, hit: Hit, *, narrative: bool) -> bool:
    lists = hit.lexicon.lists
    if hit.after() in lists["counted"] or _has_decimals(hit):
        return False
    if len(hit.all_words()) > 1:
        return True
    if hit.before() in lists["counting"] or _is_count(year, hit, narrative=narrative):
        return False
    return hit.before() in lists["before_year"] or 1900 <= year <= 2035


def _is_count(year: int, hit: Hit, *, narrative: bool) -> bool:
    """Whether a number is a street's or a count: "in the 1700 block", "of 1950 men"."""
    lists = hit.lexicon.lists
    if year < 1900 and not narrative and hit.before() in lists["never_the"]:
        return True
    return hit.before() in lists["before_count"] and _counts(hit)


def _counts(hit: Hit) -> bool:
    """Whether a plural stands behind the figures: "2000 tents"."""
    after = hit.after()
    return len(after) > 3 and after.isalpha() and after.endswith("s") and not after.endswith("ss")


def _has_decimals(hit: Hit) -> bool:
    """Whether figures go on behind a stop or comma without a space: "1500,5"."""
    tokens = hit.tokens
    if hit.after() not in {",", "."} or not hit.after(2)[:1].isdigit():
        return False
    return tokens.ends[hit.end - 1] == tokens.starts[hit.end] and tokens.ends[hit.end] == tokens.starts[hit.end + 1]


def make_range_end(hit: Hit, story: Story) -> Made | None:
    """The "17" of "1915-17"."""
    del story
    first, last = int(hit.tokens.words[hit.start - 2]), int(hit.words("tail")[0])
    return Made("DATE", f"{first // 100}{last:02d}") if last > first % 100 else None


def make_decade(hit: Hit, story: Story) -> Made | None:
    """The 1980s, the early nineties; the value is the decade's first three digits."""
    word = hit.words("decade")[0]
    mod = hit.mod
    digits = "".join(c for c in word if c.isdigit())
    if len(digits) == 4:
        return Made("DATE", digits[:3], mod)
    tens = digits[:1] or hit.lexicon.values.get(word, "")
    if not tens or (not digits and hit.all_words()[0] != "the"):
        return None
    century = (story.now.year // 100) if story.now else 19
    if story.now and int(tens) * 10 > story.now.year % 100:
        century -= 1
    return Made("DATE", f"{century}{tens}", mod)


def make_century(hit: Hit, story: Story) -> Made | None:
    """The 19th century: "18"."""
    del story
    words = [w for w in hit.words("century") if w != "-"]
    digits = "".join(c for c in words[0] if c.isdigit())
    number = int(digits) if digits else int(sum(_ordinal(w, hit) for w in words))
    if not 1 <= number <= 21:
        return None
    if hit.value("era") == "BC":
        return Made("DATE", f"BC{number - 1:02d}", hit.mod)
    return Made("DATE", f"{number - 1:02d}", hit.mod)


def _ordinal(word: str, hit: Hit) -> float:
    return 2 if word == "second" else read_number(word, hit.lexicon.values) or 0
