"""What is told first and given its teller behind: "A pipe burst on Sunday: that is how the army tells it"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.span import Span, overlap
from truceline.read.claims.quotes import quoted_parts
from truceline.read.claims.raw import RawClaim, in_text_order

_BACK = re.compile(
    r"(?:(?P<told>[^:\n]{8,}): [tT]hat|^That) (?:is|was) (?:at least )?"
    r"(?:(?:how|what|where|the way|the \w+(?: \w+)?(?: that)?) "
    r"(?P<who>(?:(?:the|its|their|his|her|an?) )?(?:(?!(?:our|we|of|was|is|were|has|had)\b)[\w’'-]+ ){1,5}?)"
    r"(?P<cue>(?:tells?|told|remembers?|remembered|puts?|sees?|saw|recalls?|wants? (?:us to believe|known)"
    r"|would have (?:us|it|you) \w+|would have it|says?|said|claims?|claimed|reports?|reported|believes?|maintains?))"
    r"\b(?!(?: it)?:)"
    r"|(?P<owner>(?:the|its|their) (?:[\w’'-]+ ){0,3}?[\w-]+(?:['’]s|s['’])) "
    r"(?P<noun>(?:\w+ )?(?:complaint|version|account|claim|story|view|position|word|answer|explanation))\b)"
)
_THAT = re.compile(r": [tT]hat|^That")
"""Without which a sentence has none of these forms: few have it, and a search for them costs most of the time here."""
_AS = re.compile(
    r",\s+as\s+(?P<who>(?:(?:the|an?|its|their|his|her)\s+)?(?:[\w’'-]+\s+){0,5}?[\w’'-]+)\s+"
    r"(?P<cue>(?:ha[sd]\s+|have\s+|later\s+|also\s+)?(?:recorded|noted|reported|confirmed|observed|stated|states|admitted|conceded"
    r"|acknowledged|claimed|claims|found|established))[.!]"
)
"""As in “the guns were moved on Friday, as the observers recorded.”"""
_SO = re.compile(
    r"So (?:(?P<who>(?:[Tt]he|[Aa]n?|[A-Z])[\w’'-]*(?: [\w’'-]+){0,5}?)"
    r" (?P<cue>tells it|told it|says|said|has it|had it|runs|ran|reads)"
    r"|(?P<does>says?|said|runs?|ran|reads?|goes|went)"
    r" (?P<whom>(?:the|an?|its|his|her|their|[A-Z])[\w’'-]*(?: [\w’'-]+){0,6}?))\s*[.,;:]"
)
"""As in “So the fleet's elder tells it.” and “So runs the log.”: what stands before."""
_BY_WORD = re.compile(
    r"(?:^|, | )(?P<cue>(?:by|in|on|from|to judge by|according to|as)"
    r" (?:the (?:account|telling|words?|version|testimony|tale) of|given by|told by))"
    r" (?P<who>(?:(?!(?:and|but|while)\b)[\w’'-]+ ?){1,6}(?:, (?:[A-Z][\w’'-]+ ?){1,3}(?=,)|,? who [^,.;:]+)?)"
    r"(?=[,.;:])"
)
"""As in “Five crews fought on Sunday, by the account of a lobsterman.”"""
_CLAUSE = re.compile(r";\s+|,\s+(?=which\b)")
_SURE = 0.6
_SHORTEST = 8
"""Characters under which words before such a form are no clause."""


def with_looked_back(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> tuple[RawClaim, ...]:
    """The claims, with what a sentence that looks back gives to its teller: what stands before, and nothing else."""
    out = list(raws)
    for before, sentence in zip((None, *sentences), sentences, strict=False):
        found = _found(text, sentence, before) or _so(text, sentence, before)
        found = found or _behind(text, sentence, out, (_AS, _BY_WORD))
        if found is None:
            continue
        same = [r for r in out if any(overlap(c, found.cue[0]) for c in r.cue)]
        out = [r for r in out if r not in same]
        out.append(replace(same[0], source=found.source, content=found.content) if same else found)
    return in_text_order(out)


def _found(text: str, sentence: Span, before: Span | None) -> RawClaim | None:
    said, low = text[slice(*sentence)], sentence[0]
    m = _BACK.search(said) if _THAT.search(said) else None
    if m is None:
        return None
    if m["told"]:
        told: Span | None = (low + m.start("told"), low + m.end("told"))
    else:
        told = before if before is not None and "\n" not in text[before[0] : low] else None
    if told is None:
        return None
    who, cue = ("who", "cue") if m["who"] else ("owner", "noun")
    start = low + m.start(who)
    source = (start, start + len(m[who].rstrip()))
    return RawClaim(source=(source,), cue=((low + m.start(cue), low + m.end(cue)),), content=(told,), score=_SURE)


def _so(text: str, sentence: Span, before: Span | None) -> RawClaim | None:
    """Whose word the sentence before is, by one that says no more."""
    m = _SO.match(text, *sentence)
    if m is None or before is None or "\n" in text[before[0] : sentence[0]]:
        return None
    who, cue = ("who", "cue") if m["who"] else ("whom", "does")
    return RawClaim(source=(m.span(who),), cue=(m.span(cue),), content=(before,), score=_SURE)


def _behind(text: str, sentence: Span, raws: Sequence[RawClaim], forms: Sequence[re.Pattern[str]]) -> RawClaim | None:
    """Who recorded, or by whose account it is, what the clause before says, where nobody else says it."""
    m = next((m for form in forms if (m := form.search(text, *sentence)) is not None), None)
    if m is None or any(overlap(c, m.span("cue")) for r in raws for c in r.cue):
        return None
    start = max([sentence[0], *(c.end() for c in _CLAUSE.finditer(text, sentence[0], m.start()))])
    quote = next((q for q in quoted_parts(text) if start <= q[0] and q[1] == m.start()), None)
    told = quote or (start, len(text[: m.start()].rstrip(" ,")))
    told = told if told[0] < told[1] else (m.end() + 2, sentence[0] + len(text[slice(*sentence)].rstrip(" .")))
    if told[1] - told[0] < _SHORTEST or any(overlap(told, s) for r in raws for s in r.content):
        return None
    who = m.span("who")
    return RawClaim(
        source=((who[0], len(text[: who[1]].rstrip())),), cue=(m.span("cue"),), content=(told,), score=_SURE
    )
