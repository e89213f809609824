"""Who was harmed, how many and how, sentence by sentence: statements of harm on their words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from truceline.recount.coordination import (
    companions,
    find_object,
    loose_object,
    on_the_other_side,
    pronoun_object,
)
from truceline.recount.counted import EITHER, UNTOLD, given_back, of_others
from truceline.recount.later_deaths import add_fatal_part, later_deaths, wounded_before
from truceline.recount.lexicon import HarmLexicon
from truceline.recount.likewise import read_likewise
from truceline.recount.listed import shares_object
from truceline.recount.losses import is_price, read_losses
from truceline.recount.nearest import died_of_it, done_to_one, of_the_dead, one_named_before
from truceline.recount.persons import People, find_people
from truceline.recount.scan import Harm, Scan, add_harm
from truceline.recount.served import read_served
from truceline.recount.shots import is_no_hit, shoots_down, shot_down
from truceline.recount.stand_ins import with_stand_ins
from truceline.recount.subject import antecedent, find_subject
from truceline.recount.telling import told_beside
from truceline.recount.tokens import Token
from truceline.recount.tolls import read_tolls, revised_from


def find_harm(  # noqa: PLR0913
    text: str,
    tokens: Sequence[Token],
    lexicon: HarmLexicon,
    sentence: int = 0,
    before: str | None = None,
    *,
    one_hurt: bool = False,
) -> list[Harm]:
    """Statements of harm in one sentence's tokens; `before` is the one kind told in the sentences right before.

    `one_hurt`: these tell of one person hurt and of nobody else, whom "he died" then means.
    """
    if not _may_tell(tokens, lexicon, before):
        return []
    scan = _scanned(text, tokens, lexicon, one_hurt=one_hurt)
    _read_harm(scan)
    scan.found += read_tolls(scan, before)
    scan.found += read_likewise(scan, before)
    anew = revised_from(scan)
    if anew is not None:
        scan.found = [replace(h, raised=True) if h.start > anew else h for h in scan.found]
    told = [h for h in later_deaths(scan.found, text) if not _hurt_before(h, scan.found)]
    told = [h for h in told if not given_back(text, h.start, h.end) and not of_others(text, h.start, h.end)]
    return [replace(h, sentence=sentence) for h in told]


def _may_tell(tokens: Sequence[Token], lexicon: HarmLexicon, before: str | None) -> bool:
    """Whether a sentence has any word of harm, or a number behind one that told of some."""
    if before is not None and any(t.quantity is not None for t in tokens):
        return True
    nouns = lexicon.either.union(lexicon.tolls) if before else frozenset(lexicon.tolls)
    nouns |= lexicon.sets["losing"]
    return any(t.kind == "H" or t.word in nouns or t.word.upper() in lexicon.served for t in tokens)


def _scanned(text: str, tokens: Sequence[Token], lexicon: HarmLexicon, *, one_hurt: bool) -> Scan:
    """The sentence with the people it tells of."""
    tokens = with_stand_ins(_telling(text, tokens))
    people = find_people(tokens, lexicon.sets)
    covers = {i: p for p in people for i in range(p.first, p.last + 1)}
    return Scan(text, tokens, {p.first: p for p in people}, covers, lexicon, one_hurt=one_hurt)


def _read_harm(scan: Scan) -> None:
    """Note the harm that words of the sentence tell: those of people, verbs and nouns of harm, losses, posts served."""
    for p in scan.people.values():
        if p.harm and not p.definite:
            add_harm(scan, p.harm, p.last, (p,), ())
    for j, token in enumerate(scan.tokens):
        if token.kind == "H" and j not in scan.covers and not _unreal(scan, j):
            _read_cue(scan, j, token)
    for j, heads in read_losses(scan):
        other = any(h.kind == "killed" and h.end <= scan.tokens[j].start for h in scan.found)
        add_harm(scan, "killed.done", j, heads, ())
        if other and is_price(scan, j):
            scan.found[-1] = replace(scan.found[-1], beside=True)
    for j, mark, counted in read_served(scan):
        add_harm(scan, mark, j, (counted,), ())
    add_fatal_part(scan)


def _hurt_before(harm: Harm, found: Sequence[Harm]) -> bool:
    """Whether those called hurt are the ones then killed: "executed four wounded men" tells of no other wound."""
    called = len(harm.heads) == 1 and harm.heads[0].harm is not None and harm.kind == "injured"
    return called and any(h.kind == "killed" and not h.denied and harm.heads[0] in h.heads for h in found)


def _telling(text: str, tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens, those plain words that tell nothing ("no number of casualties"), or not which ("dead or hurt")."""
    told = tokens[0].start, tokens[-1].end
    found = (*UNTOLD.finditer(text, *told), *EITHER.finditer(text, *told))
    untold = [m.span() for m in found]
    if not untold:
        return tokens
    return [
        Token("x", t.start, t.end, t.word) if any(a <= t.start and t.end <= b for a, b in untold) else t for t in tokens
    ]


_PRESENT = frozenset({"kills", "kill", "dies", "die", "wounds", "injures", "shoots"})


def _unreal(scan: Scan, j: int) -> bool:
    """Whether a modal or an infinitive's "to" governs the cue; "said to have killed" is told as done.

    So does an "if": "if a bomb kills a hundred people because there was a depot".
    """
    k = j - 1
    while k >= 0 and scan.tokens[k].kind in "rb":
        k -= 1
    if scan.tokens[j].word in _PRESENT and any(t.word == "if" for t in scan.tokens[:j]):
        return True
    perfect = k + 1 < j and scan.tokens[k + 1].word == "have"
    return k >= 0 and scan.tokens[k].word in scan.lexicon.unreal and not (perfect and scan.tokens[k].word == "to")


def _read_cue(scan: Scan, j: int, token: Token) -> None:
    if token.mark == "hit.done" and _no_plain_hit(scan, j, token):
        return
    form = token.mark.split(".")[1]
    acts = form == "doing" or (form == "done" and not _passive(scan, j))
    if form == "done" and acts and shares_object(scan, j):
        return
    if acts and (_read_object(scan, j, token) or form == "doing"):
        return
    if form in _READERS:
        _READERS[form](scan, j, token)


def _no_plain_hit(scan: Scan, j: int, token: Token) -> bool:
    """Whether "shot" hits nobody, or somebody is "shot down", which is noted at once."""
    if _aimed(scan, j) or is_no_hit(scan, j):
        return True
    if not shoots_down(scan, j):
        return False
    if heads := shot_down(scan, j, passive=_passive(scan, j)):
        add_harm(scan, token.mark, j, heads, ())
    return True


def _read_object(scan: Scan, j: int, token: Token) -> bool:
    """Whether the cue has an object, whose harm is noted, or one whose death was told before."""
    heads, parts, end = find_object(scan, j + 1)
    if not heads and token.mark.endswith(".done"):
        heads, end = loose_object(scan, j + 1)
        if _told_dead(scan, heads):
            return True
    if heads:
        add_harm(scan, token.mark, j, (*heads, *on_the_other_side(scan, end + 1)), parts)
        scan.floor = end + 1
    return bool(heads)


_BEFORE_WHOM = frozenset({"the", "a", "some", "several", "those", "these", "his", "her", "their", "our"})
_WHOM = frozenset({"them", "us", "him", "her", "me", "anyone", "everyone", "crowd", "crowds"})


def _aimed(scan: Scan, j: int) -> bool:
    """Whether somebody is shot at, which is not hit: "guards shot at migrants", "were shot at by guards".

    "Five people shot at the quay" were hit there.
    """
    after = [t.word for t in scan.tokens[j + 1 : j + 5]]
    if after[:1] != ["at"]:
        return False
    if _passive(scan, j):
        return after[1:2] == ["by"]
    whom = next((k for k in range(j + 2, j + 1 + len(after)) if scan.tokens[k].word not in _BEFORE_WHOM), None)
    if whom is None:
        return False
    word = scan.tokens[whom].word
    several = whom == j + 2 and word.endswith("s") and scan.text[scan.tokens[whom].start].islower()
    return several or whom in scan.people or whom in scan.covers or word in _WHOM


def _told_dead(scan: Scan, heads: tuple[People, ...]) -> bool:
    """Whether a pronoun means the one whose death was just told: "he died of his wounds after a guard shot him"."""
    if len(heads) != 1 or heads[0].vague or heads[0].last != heads[0].first:
        return False
    return heads[0].definite and any(h.kind == "killed" and h.low == h.high == 1 for h in scan.found)


def _passive(scan: Scan, j: int) -> bool:
    k = j - 1
    while k >= 0 and scan.tokens[k].kind == "r":
        k -= 1
    return k >= 0 and scan.tokens[k].kind == "b" and scan.tokens[k].word not in {"had", "has", "have"}


def _by_nature(scan: Scan, j: int) -> bool:
    """Whether an illness or age is the cause: "died of a heart attack"."""
    after = [t.word for t in scan.tokens[j + 1 : j + 7]]
    return after[:1] in (["of"], ["from"], ["after"]) and bool(scan.lexicon.natural.intersection(after))


def _died_there(scan: Scan, j: int) -> bool:
    """Whether a word of being hurt only tells where people died: "a girl had died | in hospital"."""
    before = scan.tokens[j - 1] if j else None
    return (
        before is not None
        and before.mark == "killed.state"
        and scan.tokens[j].mark == "injured.state"
        and scan.tokens[j].word.startswith("in ")
    )


def _subject_of(scan: Scan, j: int, token: Token) -> None:
    if (token.mark == "killed.state" and _by_nature(scan, j)) or told_beside(scan, j) or _died_there(scan, j):
        return
    some = of_the_dead(scan, j)
    if some is not None:
        if some and some[0].first >= scan.floor:
            add_harm(scan, token.mark, j, some, ())
        return
    heads, parts = _said_of(scan, j)
    if whole := _of_whom(scan, j, heads):
        add_harm(scan, token.mark, j, whole, ())
        return
    if heads and any(t.word == "also" for t in scan.tokens[heads[-1].last + 1 : j]):
        heads = (*heads[:-1], replace(heads[-1], more=True))
    heads = heads or _told_before(scan, j, token)
    if heads:
        heads += companions(scan, j) or on_the_other_side(scan, j + 1)
        add_harm(scan, token.mark, j, heads, parts)
        scan.last, scan.last_at = heads, j
        scan.floor = j + 1


def _said_of(scan: Scan, j: int) -> tuple[tuple[People, ...], tuple[People, ...]]:
    """Whom a cue is said of in its clause, and the parts given of them."""
    told = (pronoun_object(scan, j - 1) if j else ()) or antecedent(scan, scan.floor, j)
    heads, parts = (told, ()) if told else find_subject(scan, scan.floor, j)
    if not heads and (done_to_one(scan, j, passive=_passive(scan, j)) or died_of_it(scan, j)):
        heads = one_named_before(scan, j)
    return heads, parts


def _told_before(scan: Scan, j: int, token: Token) -> tuple[People, ...]:
    """Whom a cue without a subject goes on to tell of: "and wounded", "later died"."""
    if scan.last and j - scan.last_at <= 8 and _continues(scan, j):
        return scan.last
    return wounded_before(scan, j) if token.mark == "killed.state" else ()


def _of_whom(scan: Scan, j: int, heads: tuple[People, ...]) -> tuple[People, ...]:
    """The whole number where that is harmed, and of its part something more is told: "one of five people shot died"."""
    part = heads[0] if len(heads) == 1 and heads[0].part and heads[0].last == j - 1 else None
    if part is None or not any(t.kind in "Hb" for t in scan.tokens[j + 1 :]):
        return ()
    numbers = [scan.tokens[i].quantity for i in range(part.first, part.last + 1) if scan.tokens[i].quantity]
    if len(numbers) < 2 or numbers[-1] is None:
        return ()
    whole = numbers[-1]
    return (replace(part, low=whole.low, high=whole.high, comparator=whole.comparator, part=False),)


def _continues(scan: Scan, j: int) -> bool:
    return any(t.kind == "&" for t in scan.tokens[scan.last_at + 1 : j]) or j - scan.last_at == 1


def _counted_noun(scan: Scan, j: int, token: Token) -> None:
    people = _right_before(scan, j)
    if people is not None and people.counted:
        if not (people.vague and people.definite):  # "the number of deaths"
            add_harm(scan, token.mark, j, (people,), ())
            scan.floor = j + 1
    elif j + 1 < len(scan.tokens) and scan.tokens[j + 1].kind == "o":
        _event_noun(scan, j, token)
    elif token.mark.startswith("injured") and _brought(scan, j) and not _to_whom(scan, j):
        vague = People(first=j, last=j, low=2, high=None, comparator=">=", vague=True)
        add_harm(scan, token.mark, j, (vague,), ())


def _right_before(scan: Scan, j: int) -> People | None:
    """The people told right before a noun of harm, but for a few small words."""
    k = j - 1
    while k >= 0 and scan.tokens[k].kind in "xro" and k not in scan.people and j - k < 4:
        k -= 1
    return scan.covers.get(k)


def _to_whom(scan: Scan, j: int) -> bool:
    """Whether "injuries" are somebody's who is known: "the evidence and injuries to the victim"."""
    return [t.word for t in scan.tokens[j + 1 : j + 3]] in (["to", "the"], ["to", "his"], ["to", "her"])


def _brought(scan: Scan, j: int) -> bool:
    """Whether "injuries" are news, and not what somebody "died as a result of"."""
    before = scan.tokens[max(0, j - 1)].word
    return before in scan.lexicon.sets["bringing"] and not (
        before == "of" and any(h.kind == "killed" for h in scan.found)
    )


def _event_noun(scan: Scan, j: int, token: Token) -> None:
    if j + 1 < len(scan.tokens) and scan.tokens[j + 1].kind == "o":
        heads, parts, end = find_object(scan, j + 2)
        if heads:
            add_harm(scan, token.mark, j, heads, parts)
            scan.floor = end + 1


_READERS: Mapping[str, Callable[[Scan, int, Token], None]] = {
    "done": _subject_of,
    "state": _subject_of,
    "count": _counted_noun,
    "event": _event_noun,
}
"""How a word of harm finds its people, by its form."""
