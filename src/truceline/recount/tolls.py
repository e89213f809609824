"""Running totals: "later raised its toll to 25", "the number of dead rose to 12"."""

from collections.abc import Iterator
from dataclasses import replace

from truceline.model.amount import Quantity
from truceline.model.span import Span
from truceline.recount.persons import People
from truceline.recount.scan import Harm, Scan

_TO = frozenset({"to", "at", "as", "reached", "reaches", "is", "was", "are"})
_OPENS = frozenset({":", "–", "—", ";"})
_NOW = 10
"""Tokens behind the dead in which they are told to be so many now."""
_OF_WHOM = 4
"""Tokens between a number's "of" and the word of harm in which whoever it counts is told."""
_LESS = frozenset({"now", "least", "about", "around", "over", "more", "than", "some", "nearly"})


def read_tolls(scan: Scan, before: str | None = None) -> list[Harm]:
    """Harm told as a total that has become another number; `before` is the kind of harm told right before."""
    named = list(_nouns(scan))
    pointed = [] if named or before is None else [(at, before) for at in _pointing(scan)]
    for at, kind in named or pointed:
        near = {t.word for t in scan.tokens[max(0, at - 12) : at + 13]}
        raised, lowered = bool(near & scan.lexicon.raised), bool(near & scan.lexicon.lowered)
        if not raised and not (named and ("now" in near or near & scan.lexicon.given)):
            continue
        number = next((i for i in _behind(scan, at, 13) if _goal(scan, i, raised=raised)), None)
        if number is None or any(h.start <= scan.tokens[number].start < h.end for h in scan.found):
            continue
        later = _raised_to(scan, number)
        whole = _toll(scan, kind, at, number, raised=raised)
        out = [replace(whole, raised=raised and later is None, lowered=raised and lowered)]
        if later is not None:
            out.append(replace(_toll(scan, kind, later[0], later[1], raised=True), raised=True))
        return out + _put_likewise(scan, number)
    return []


def _behind(scan: Scan, at: int, most: int) -> range:
    """The positions of so many words behind one."""
    return range(at + 1, min(len(scan.tokens), at + 1 + most))


def _put_likewise(scan: Scan, number: int) -> list[Harm]:
    """Those of the other kind whom the same verb puts at a number: "put the dead at ten | and the injured at 17"."""
    words = [t.word for t in scan.tokens[number + 1 : number + 6]]
    token = scan.tokens[number + 3] if len(words) == 5 else None
    put = token is not None and words[:2] == ["and", "the"] and words[3] == "at"
    if token is None or not put or token.word not in scan.lexicon.sets["harmed"]:
        return []
    goal = number + 5
    return [_toll(scan, token.mark.split(".")[0], number + 3, goal, raised=False)] if scan.tokens[goal].quantity else []


def _raised_to(scan: Scan, number: int) -> Span | None:
    """The noun and the number of a total that became another in one breath: "at nine, a figure that rose to 19"."""
    words, lexicon = [t.word for t in scan.tokens], scan.lexicon
    behind = _behind(scan, number, 11)
    noun = next((i for i in behind if words[i] in lexicon.either or words[i] in lexicon.tolls), None)
    if noun is None:
        noun = next((i for i in behind if words[i] == "it" and words[i - 1] in lexicon.raised), None)
    if noun is None or lexicon.raised.isdisjoint(words[noun - 1 : noun + 8]):
        return None
    goal = next((i for i in _behind(scan, noun, 11) if _goal(scan, i, raised=True)), None)
    return None if goal is None else (noun, goal)


def revised_from(scan: Scan) -> int | None:
    """Position in the text from which a sentence gives figures in place of earlier ones; None where it does not.

    "This number is revised: seven people have died". "The number of posts was wrong: ..." is of no people.
    """
    tokens = scan.tokens
    colon = next((i for i, t in enumerate(tokens) if t.word in _OPENS), None)
    if colon is None or any(t.quantity is not None for t in tokens[:colon]):
        return None
    words = [t.word for t in tokens[:colon]]
    totals = {i for i, w in enumerate(words) if w in scan.lexicon.tolls or w.removesuffix("s") in scan.lexicon.either}
    own = {i for i in totals if _next(scan, i) != "of" or any(t.kind == "H" for t in tokens[i + 2 : i + 4])}
    told = bool(own) and bool(scan.lexicon.anew.intersection(words))
    alone = words[:1] and words[0] in scan.lexicon.correction and (len(words) == 1 or bool(own))
    return tokens[colon].start if told or alone else None


def _nouns(scan: Scan) -> Iterator[tuple[int, str]]:
    for i, token in enumerate(scan.tokens):
        if token.word in scan.lexicon.tolls:
            before = [t.mark.split(".")[0] for t in scan.tokens[:i] if t.kind == "H"]
            hurt = "injured" in before and "killed" not in before
            yield i, "injured" if hurt else scan.lexicon.tolls[token.word]
        elif token.kind == "H" and _numbered(scan, i):
            yield i, token.mark.split(".")[0]
        elif (
            token.word in scan.lexicon.sets["harmed"]
            and i
            and scan.tokens[i - 1].kind == "t"
            and (_next(scan, i) == "at" or _put_at(scan, i) or _brought_to(scan, i))
        ) or _is_now(scan, i):
            yield i, token.mark.split(".")[0]  # "put the dead at 370"
        elif token.kind == "H" and token.word == "death" and _next(scan, i) == "toll":
            yield i + 1, "killed"


def _numbered(scan: Scan, i: int) -> bool:
    """Whether a number of somebody is told with what befell them: "the number of those | killed", "of people hurt"."""
    k = i - 1
    while (
        k > 0
        and i - k < _OF_WHOM
        and scan.tokens[k].kind in "thPx"
        and scan.tokens[k].word not in scan.lexicon.numbered
    ):
        k -= 1
    return k > 0 and scan.tokens[k].word in {"of", "of those"} and scan.tokens[k - 1].word in scan.lexicon.numbered


def _is_now(scan: Scan, i: int) -> bool:
    """Whether the dead are told to be so many by now: "yesterday's dead from the shelling are now two"."""
    if scan.tokens[i].word not in scan.lexicon.sets["harmed"] or not i or scan.tokens[i - 1].kind not in "th":
        return False
    words = [t.word for t in scan.tokens[i + 1 : i + _NOW]]
    at = words.index("now") if "now" in words else 0
    return at > 0 and words[at - 1] in {"is", "are", "number", "stand"}


def _brought_to(scan: Scan, i: int) -> bool:
    """Whether the dead are brought to a number: "bringing the dead to 18"."""
    return _next(scan, i) == "to" and scan.tokens[max(0, i - 2)].word in scan.lexicon.raised


def _put_at(scan: Scan, i: int) -> bool:
    """Whether the dead, however described, are put at a number: "put the dead of the first night at four"."""
    before = [t.word for t in scan.tokens[max(0, i - 3) : i]]
    behind = scan.tokens[i + 1 : i + 12]
    number = next((n for n, t in enumerate(behind) if t.quantity is not None), 0)
    return bool(scan.lexicon.sets["putting"].intersection(before)) and number > 0 and behind[number - 1].word == "at"


def _pointing(scan: Scan) -> Iterator[int]:
    """Nouns of a total that do not say of what: "the figure", but not "the number of rockets"."""
    for i, token in enumerate(scan.tokens):
        if token.word in scan.lexicon.either and i and scan.tokens[i - 1].kind in "th" and _next(scan, i) != "of":
            yield i


def _next(scan: Scan, i: int) -> str:
    return scan.tokens[i + 1].word if i + 1 < len(scan.tokens) else ""


def _goal(scan: Scan, i: int, *, raised: bool) -> bool:
    """Whether the number at position `i` is what the total became, or both: "raised the toll | from 31 to 40"."""
    quantity = scan.tokens[i].quantity
    if quantity is None or (quantity.low is None and quantity.high is None):
        return False
    if raised and _is_step(quantity):
        return True
    k = i - 1
    while k > 0 and scan.tokens[k].word in _LESS:
        k -= 1
    return scan.tokens[k].word in _TO


def _is_step(quantity: Quantity) -> bool:
    """As in “from 31 to 40”: where a total was and where it is."""
    return quantity.text.lower().startswith("from ") and quantity.low != quantity.high


def _toll(scan: Scan, kind: str, at: int, number: int, *, raised: bool) -> Harm:
    quantity = scan.tokens[number].quantity
    step = raised and quantity is not None and _is_step(quantity)
    low = quantity.low if quantity and not step else quantity.high if quantity else None
    people = People(
        first=number,
        last=number,
        low=low,
        high=quantity.high if quantity else None,
        comparator=quantity.comparator if quantity and not step else "=",
        counted=True,
    )
    return Harm(
        kind=kind if kind in {"killed", "injured"} else "killed",
        start=scan.tokens[at].start,
        end=scan.tokens[number].end,
        low=people.low,
        high=people.high,
        comparator=people.comparator,
        text=scan.text[scan.tokens[number].start : scan.tokens[number].end],
        heads=(people,),
        cue=(scan.tokens[at].start, scan.tokens[at].end),
    )
