"""Durations, sets and the vague references to past, present and future."""

from truceline.read.times.hit import Hit, Made
from truceline.read.times.make_relative import duration_value
from truceline.read.times.numbers import read_amount
from truceline.read.times.story import Story
from truceline.read.times.tense import tense


def make_duration(hit: Hit, story: Story) -> Made | None:
    """Three days, the past 20 years, at least 72 hours, two and a half years; ages are left alone."""
    del story
    unit = hit.unit
    words = hit.words("amount")
    if _is_age(hit) or _is_rate(hit, unit):
        return None
    amount = read_amount(words, hit.lexicon.values)
    if hit.words("half") and amount is not None:
        amount += 0.5
    quantifier = " ".join(hit.words("mod"))
    mod = hit.lexicon.mods.get(quantifier) or ("APPROX" if quantifier else None)
    lasting = hit.all_words()[0] == "last" and hit.before() in hit.lexicon.lists["before_lasting"]
    return Made("DURATION", _value(amount, unit), mod, lead=int(lasting))


def _is_rate(hit: Hit, unit: str) -> bool:
    """Whether it is a fraction, an ordinal or a rate: "three-quarters", "a second", "$5 million a year"."""
    if unit == "Q":
        return not hit.words("sense")
    if hit.words("amount")[0] not in {"a", "an"}:
        return False
    if len(hit.words("amount")) == 1 and hit.has_units:
        return True
    before = hit.before()
    return (
        unit in {"WE", "TS"}
        or before in {"half", "such"}
        or before in hit.lexicon.lists["scales"]
        or before[-1:].isdigit()
        or hit.lexicon.classes.get(before) == "UNIT"
    )


def _value(amount: float | None, unit: str) -> str:
    if amount is not None and amount != int(amount) and amount * 2 == int(amount * 2):
        whole = int(amount)
        halves = {"Y": ("P", "Y", "6M"), "TH": ("PT", "H", "30M"), "TM": ("PT", "M", "30S")}.get(unit)
        if halves:
            return f"{halves[0]}{str(whole) + halves[1] if whole else ''}{halves[2]}"
    if unit == "DE" and amount is not None:
        return f"P{int(amount * 10)}Y"
    if unit == "CE" and amount is not None:
        return f"P{int(amount * 100)}Y"
    return duration_value(amount, unit)


def _is_age(hit: Hit) -> bool:
    """Whether it is an age: "36 years old", "12-year-old", "aged 5 years", "years of age"."""
    after = (hit.after(), hit.after(2))
    return after[0] == "old" or after in {("-", "old"), ("of", "age")} or hit.before() in {"aged", "age"}


def make_half_duration(hit: Hit, story: Story) -> Made | None:
    """Half an hour, half a year."""
    del story
    unit = hit.unit
    known = {"TH": "PT30M", "Y": "P6M", "TM": "PT30S", "D": "PT12H", "CE": "P50Y", "DE": "P5Y"}
    return Made("DURATION", known[unit]) if unit in known else None


def make_recent_units(hit: Hit, story: Story) -> Made | None:
    """Recent years, coming months, the following days."""
    del story
    unit = hit.unit
    word = hit.words("sense")[0]
    if word == "recent":
        return Made("DATE", "PAST_REF")
    if word in {"coming", "upcoming"}:
        return Made("DATE", "FUTURE_REF")
    if word == "these" and unit == "D":
        return Made("DATE", "PRESENT_REF")
    if word in {"these", "those"} and unit != "D":
        return None
    return Made("DURATION", duration_value(None, unit))


def make_plural_units(hit: Hit, story: Story) -> Made | None:
    """Days, weeks, years by themselves; a sentence's "Within hours" tells of the story's day."""
    if hit.before() in {"man", "school", "light", "-"} or _is_age(hit) or hit.all_words()[0] == "seconds":
        return None
    unit = hit.unit
    if (
        unit[0] == "T"
        and hit.before() == "within"
        and not hit.before(2).strip(" .!?\n")
        and story.day
        and tense(hit) < 0
    ):
        return Made("TIME", f"{story.day.isoformat()}TXX", None, story.told_anchor)
    return None if unit in {"WE", "Q"} else Made("DURATION", duration_value(None, unit))


def make_unit_long(hit: Hit, story: Story) -> Made | None:
    """Month-long, day-long."""
    del story
    unit = hit.unit
    return Made("DURATION", duration_value(None if hit.has_units else 1, unit))


def make_set_word(hit: Hit, story: Story) -> Made | None:
    """Daily, weekly, annually."""
    del story
    return Made("SET", hit.value("word"))


def make_set_unit(hit: Hit, story: Story) -> Made | None:
    """Every day, each July, every Monday, twice a week."""
    del story
    word = hit.words("unit")[0]
    value, kind = hit.lexicon.values[word], hit.lexicon.classes[word]
    if kind == "PART":
        return Made("SET", f"XXXX-XX-XXT{value}")
    if kind.startswith("WEEKDAY"):
        return Made("SET", f"XXXX-WXX-{value[0]}")
    if kind.startswith("MONTH"):
        return Made("SET", f"XXXX-{value}")
    if kind in {"SEASON", "FALL"}:
        return Made("SET", f"XXXX-{value}")
    amount = read_amount(hit.words("amount"), hit.lexicon.values) if hit.words("amount") else 1
    return Made("SET", duration_value(amount, value))


def make_reference(hit: Hit, story: Story) -> Made | None:
    """Now, currently, recently, the future; "future" before a noun says nothing of when."""
    del story
    value = hit.value("word") or hit.value("recent")
    lone = value == "FUTURE_REF" and len(hit.all_words()) == 1
    if lone and hit.after().isalpha() and hit.after() not in hit.lexicon.lists["after_future"]:
        return None
    return Made("DATE", value)


def make_present(hit: Hit, story: Story) -> Made | None:
    """At this time, these days, present-day."""
    del story
    if hit.words("word"):
        return None
    if hit.all_words() == ("the", "moment") and hit.before() not in {"at", "for"}:
        return None
    return Made("DATE", "PRESENT_REF")


def make_past(hit: Hit, story: Story) -> Made | None:
    """In the past."""
    del story
    return Made("DATE", "PAST_REF") if hit.before() in {"in", "of", "from"} else None
