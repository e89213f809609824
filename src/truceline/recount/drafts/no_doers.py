"""Words that a draft has for a doer and that name none: of an inquiry, of a weapon, of those hit."""

import re

from truceline.model.claim import Claim
from truceline.model.draft import Draft, DraftFacet
from truceline.model.span import overlap
from truceline.recount.bench import Bench
from truceline.recount.drafts.rival_days import only_dates
from truceline.recount.lexicon import longest
from truceline.recount.one_look import CLEARLY, SURELY

_INQUIRY = re.compile(
    r"\b(?:open|launch|order|start|begin|began|begun|set up|hold|held|conduct|promis|announc"
    r"|demand|call(?:ed|s|ing)? for|await)[a-z]*\b[^.;:]{0,30}?"
    r"\b(?:(?:inquir|enquir|investigation|probe|commission|review)[a-z]*|one)\b",
    re.IGNORECASE,
)
"""What is said to be done about a deed tells of no doer: "had opened an inquiry", "had opened one"."""
_BLAME = re.compile(
    r"\b(?:responsib|behind|blam|guilty|culprit|carried out|work of|committed|perpetrat|did it|done it|had done|fired)",
    re.IGNORECASE,
)
_THIRD = re.compile(r"(?:it|he|she|they)\b", re.IGNORECASE)
_MADE = re.compile(r"\b[\w’'-]+(?:-| )(?:made|built|supplied|designed|manufactured|type)\b|\bmake\b", re.IGNORECASE)
_IS_ONE = re.compile(r"\b(?:was|were|is|are|had been|to be)\s+(?:an?|of|made|built)\s", re.IGNORECASE)
_NAMING = re.compile(r"\b(?:call|label|brand|dub|describ|nam|term)[a-z]*", re.IGNORECASE)
_HIT = re.compile(r"\s+(?:had |have |has )?(?:was|were|been|being)\s+(?:\w+ly\s+)?(?=(?P<done>\w+))", re.IGNORECASE)
_HELPED = re.compile(
    r"\s+(?:had been|has been|have been|was|were|is|are|being)\s+(?:\w+ly\s+)?"
    r"(?:protected|shielded|defended|sheltered|helped|aided|supported|backed|sponsored|armed|equipped|trained|paid|financed"
    r"|funded|covered|encouraged|tolerated|infiltrated|surrounded|besieged)\b",
    re.IGNORECASE,
)
"""Behind a party that others stand by, or that is beset: no deed of its own is told with that."""
_BLAMES = re.compile(
    r"(?: abroad)?(?: (?:of|in|from|and|among)(?: [\w’'-]+){1,3}?){0,2}(?: to| who| that)?"
    r" (?:put|lay|pin|shift|cast|laid|pinned|shifted|putting|laying|pinning|shifting|casting)"
    r"(?: (?:all|the|its|their))* (?:blame|responsibility|guilt)\b",
    re.IGNORECASE,
)
"""Behind who lays the blame on others: "attempts of foreign sponsors of the rebels to put the blame on the army"."""
_WHEREABOUTS = re.compile(
    r"^(?!.*\b(?:my|our|its|his|their)\b).*"
    r"\b(?:troops?|soldiers?|men|fighters|people|civilians|women|children"
    r"|victims|dead|wounded)[\"“”]? [\"“]?(?:was|were|had been)"
    r" (?:in|among|amid|inside|within|with|beside|alongside|near|at) ",
    re.IGNORECASE,
)
"""Where those hit are said to have been: "the soldiers were in the ranks of the rebels"."""
_WATCHES = re.compile(
    r"(?: [a-z]+ly| also| then| later| again| had| have| has)* (?:visited|counted|saw|seen|heard|observed|noticed"
    r"|inspected|documented|photographed|recorded|registered|noted|examined|spotted)\b(?! by\b)"
)
"""Behind who only saw or heard what was done: "a patrol visited the village and counted nine craters"."""
_NOBODY = re.compile(
    r"neither(?: side| party| group| of them)?|no (?:group|party|side|faction|organi[sz]ation)", re.IGNORECASE
)
"""As in "Neither side claimed responsibility"."""
_DUTY = re.compile(
    r"\bresponsible for (?:the |our |all |public )*(?:protect|defend|guard|secur|safety|lives\b|civilians\b)"
)
"""Who is charged with a task has done no deed: "responsible for protecting civilians"."""
_LAID_ON = re.compile(
    r"\b(?:put|lay|pin|shift|cast|laid|pinned|shifted|putting|laying|pinning|shifting|casting)"
    r"(?: (?:all|the|its|their))* (?:blame|responsibility|guilt)\b[^.;:“”\"]{0,40}? (?:on|onto|upon)(?: the| its)? $",
    re.IGNORECASE,
)
"""Before whom somebody blames."""
_THEY_WERE = re.compile(
    r"(?:they|all(?: of (?:them|the [\w-]+))?|(?:most|many|some|none) of (?:them|those|the [\w-]+)"
    r"|(?:all )?(?:the|those) (?:dead|killed|victims|casualties|wounded)|those (?:killed|who died|hit))"
    r" (?:were|are|had been) (?:(?:all|mostly|mainly|only|indeed|in fact|not|either|both|armed|active|known) )*"
    r"(?:[\w-]+ ){0,2}?(?:fighters|militants|terrorists|combatants|gunmen|militiamen|rebels|insurgents|soldiers|troops"
    r"|civilians|women|children|members|operatives|extremists|jihadists|mercenaries)\b",
    re.IGNORECASE,
)
"""What is said of those who were hit: "they were all fighters"."""
_BY = re.compile(r"\w+(?:\s+\w+){0,3}\s+by\b", re.IGNORECASE)
_NOTICE = re.compile(
    r"\b(?:pre-?)?(?:warn|inform|notif|told|tell|alert|advance|before|ahead|notice|aware|know|knew|learn|tip|announc|leaflet"
    r"|shout|flare|loud-?(?:speak|hail)|whistle|signal|flag|given until|(?:ha[sd]|did|was|were)(?: not|n['’]t)$"
    r"|call|phone|messag|siren|evacuat|leave|time|prior|sent|coordinat|surpris|word|hear|agreed|consult|ask|read|sign)",
    re.IGNORECASE,
)
_ERRS = re.compile(
    r"^[^.;!?]{0,40}?\b(?:mistaken|wrong|confused)\s+(?:about|as\s+to|on)\b"
    r"(?!\s+(?:(?:the|its|their|his|whose|which|what)\s+)?(?:\w+\s+)?(?:targets?|coordinates|buildings?|houses?|vehicles?"
    r"|positions?|identity|locations?|aim|map)\b)",
    re.IGNORECASE,
)
"""An error of opinion, not of a deed: "mistaken about the date"."""
_TALK = re.compile(
    r"(?:an? |any |another |the )?(?:attempts?|effort|ploy|pretext|ruse|bid|trick) to (?:distract|divert|deflect"
    r"|discredit|smear|defame|mislead|blame|accuse|put the blame|lay the blame|shift|cover up|hide|justify)\b",
    re.IGNORECASE,
)
"""The aim of an accusation, not of a deed: "an attempt to distract attention"."""
_OPENED = re.compile(r"(?:the )?way (?:for|to)\b", re.IGNORECASE)
"""What a deed made possible, which need not be what it was for: "the strike opened the way for the rebels"."""
_OTHERS = re.compile(r"that (?!(?:it|he|she|they|we|i|its|his|her|their|our|my|no|none|nobody|there)\b)", re.IGNORECASE)
"""How a clause opens that has a subject of its own."""
_BACK, _AHEAD = 90, 60


def is_no_doer(bench: Bench, draft: Draft, facet: DraftFacet) -> bool:
    """Whether words marked for a doer are none, or such marked for a warning or a purpose tell of none."""
    if facet.facet == "notice":
        return _NOTICE.search(bench.words_of(facet.span)) is None
    if facet.facet == "intent":
        ahead = bench.words_of((facet.span[0], facet.span[1] + _AHEAD))
        return _ERRS.search(ahead) is not None or _TALK.match(ahead) is not None or _OPENED.match(ahead) is not None
    if facet.facet not in {"actor", "responsibility"}:
        return False
    return (
        (facet.score < CLEARLY and _suffers(bench, draft, facet))
        or _accuses(bench, facet)
        or _only_tells(bench, facet)
        or only_dates(bench, facet.span)
        or _NOBODY.fullmatch(bench.words_of(facet.span)) is not None
        or _WATCHES.match(bench.reading.prose, facet.span[1]) is not None
        or _DUTY.search(bench.words_of((facet.span[0], facet.span[1] + _AHEAD))) is not None
        or _IN_KIND.search(bench.words_of(facet.span)) is not None
        or _clears_nobody(bench, facet)
        or _others_charge(bench, facet)
        or _WHEREABOUTS.search(bench.words_of(facet.span)) is not None
        or _THEY_WERE.match(bench.reading.prose, facet.span[0]) is not None
        or any(p.match(bench.reading.prose, facet.span[1]) for p in (_HELPED, _BLAMES))
        or (facet.facet == "responsibility" and (_is_weapon(bench, facet) or _is_beside(bench, facet)))
    )


_WE = re.compile(r"(?:we|us|i|me)(?:\s+\w+){0,2}", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:no|not|nothing|never|without|none|nor|neither|nobody|den(?:y|ies|ied)|false|untrue|lies?|reject\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\s+(?:keep|remain|stand|want|will|shall|would|must|can|cannot|should|respect|honou?r|hope|ask|call|believe|know"
    r"|think|expect|are(?! (?:responsible|behind|sorry|guilty|ashamed|to blame|at fault)\b))\b",
    re.IGNORECASE,
)
"""Behind "we": what the speakers are or wish, and not what they did."""
_IN_KIND = re.compile(r"\b(?:in kind|return\w* (?:the )?fire|(?:fir|shoot|shot|hit)\w* back)\b", re.IGNORECASE)
"""An answer by deed neither blames nor clears: "its forces responded in kind"."""


def _clears_nobody(bench: Bench, facet: DraftFacet) -> bool:
    """Whether a bare "we" seems cleared, or blamed, by words of no deed: "We are committed to the ceasefire"."""
    claim = bench.claims.innermost(*facet.span)
    if claim is None or bench.act(claim) not in {"asserts", "demands", "predicts"}:
        return False
    if _WE.fullmatch(bench.words_of(facet.span)) is None:
        return False
    if facet.polarity != "denied":
        return _NOW.match(bench.reading.prose, facet.span[1]) is not None
    return _NOT.search(" ".join(bench.words_of(s) for s in claim.content)) is None


def _others_charge(bench: Bench, facet: DraftFacet) -> bool:
    """Whether the document tells in its own voice whom somebody lays a deed on: "the Front tried to put it on them"."""
    if bench.claims.innermost(*facet.span) is not None:
        return False
    return _LAID_ON.search(bench.reading.prose, max(0, facet.span[0] - _BACK), facet.span[0]) is not None


def _accuses(bench: Bench, facet: DraftFacet) -> bool:
    """Whether words name who lays a charge, not whom it is laid on: "attributed to the army by residents"."""
    charges = (c for c in bench.reading.claims if c.act == "accuses" and any(overlap(facet.span, s) for s in c.source))
    return any(not any(overlap(facet.span, s) for s in c.content) for c in charges)


def _only_tells(bench: Bench, facet: DraftFacet) -> bool:
    """Whether words are those of a claim's teller, who says "that" somebody or something else did it."""
    told = [c for c in bench.reading.claims if c.act in {"asserts", "accuses"} and facet.span in c.source]
    return any(_OTHERS.match(bench.words_of(s)) for c in told for s in c.content)


def _suffers(bench: Bench, draft: Draft, facet: DraftFacet) -> bool:
    """Whether they are the subject of a deed done to them: "its soldiers in Homs had been fired on"."""
    text = bench.reading.prose
    after = text[facet.span[1] : facet.span[1] + _AHEAD]
    hit = _HIT.match(after)
    if hit is None or _BY.match(after, hit.start("done")):
        return False
    done = (facet.span[1] + hit.start("done"), facet.span[1] + hit.end("done"))
    return any(overlap(m.span, done) for m in draft.mentions)


def _is_weapon(bench: Bench, facet: DraftFacet) -> bool:
    """Whether they name a weapon, or say of one whose make it is: "the missile was a Chinese Blue Arrow"."""
    words = bench.words_of(facet.span)
    if _MADE.search(words) or _means(bench, words.split(), whole=True):
        return True
    text = bench.reading.prose[max(0, facet.span[0] - _BACK) : facet.span[1]]
    clause = re.split(r"[.;:!?,]\s|\bthat\b", text)[-1]
    is_one = _IS_ONE.search(clause)
    return is_one is not None and _means(bench, clause[: is_one.start()].split(), whole=False)


def _means(bench: Bench, words: list[str], *, whole: bool) -> bool:
    """Whether words are a weapon's with its article, or have one's among them."""
    lower = [w.lower().strip("“”\"'’") for w in words]
    lower = lower[1:] if lower[:1] and lower[0] in {"the", "a", "an"} else lower
    for at in range(1 if whole else len(lower)):
        hit = longest(bench.lexicon.words, lower, at) if at < len(lower) else None
        if hit is not None and hit[1].startswith("means:") and (not whole or hit[0] == len(lower)):
            return True
    return False


def _is_beside(bench: Bench, facet: DraftFacet) -> bool:
    """Whether their claim blames nobody with them: it tells of an inquiry, or only gives somebody a name."""
    claim = bench.claims.innermost(*facet.span)
    if claim is None:
        return False
    said = " ".join(bench.words_of(s) for s in claim.content)
    if _BLAME.search(said):
        return False
    pronoun = _THIRD.match(bench.words_of(facet.span)) is not None
    return (facet.score < SURELY and _calls(bench, claim)) or (pronoun and _INQUIRY.search(said) is not None)


def _calls(bench: Bench, claim: Claim) -> bool:
    return any(_NAMING.fullmatch(bench.words_of(cue)) for cue in claim.cue)
