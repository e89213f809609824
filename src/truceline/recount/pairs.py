"""The happenings of a reading: what the rules found and what the learned reader saw, matched and brought home."""

from collections.abc import Callable, Sequence

from truceline.model.draft import Draft
from truceline.model.reading import Reading
from truceline.model.span import span_at, within_one
from truceline.recount.anchors import is_day
from truceline.recount.background import drafts_without, ongoing
from truceline.recount.charges import drafts_charged, happenings_charged
from truceline.recount.counted_days import with_their_tolls
from truceline.recount.downings import downings_apart, with_craft_downed
from truceline.recount.drafts.above import with_dead_told_above
from truceline.recount.drafts.breaches import with_breaches_by_deeds, without_totals
from truceline.recount.drafts.counted_up import with_what_is_counted
from truceline.recount.drafts.counts import HARMS
from truceline.recount.drafts.dated import whole_dates
from truceline.recount.drafts.day_of import with_days_of_deeds
from truceline.recount.drafts.kept_apart import happenings_parted
from truceline.recount.drafts.kept_on import with_what_went_on
from truceline.recount.drafts.last_told import dead_of_deed_told_last
from truceline.recount.drafts.led_on import led_on
from truceline.recount.drafts.let_through import with_aid_let_through
from truceline.recount.drafts.loose import bring_home
from truceline.recount.drafts.match import Paired, pair, surely_named, without_doubtful
from truceline.recount.drafts.naming import with_what_names_them
from truceline.recount.drafts.nearer import in_own_sentences
from truceline.recount.drafts.no_dead import without_untold_dead
from truceline.recount.drafts.no_places import without_refuges
from truceline.recount.drafts.once import each_once
from truceline.recount.drafts.opened import with_things_opened
from truceline.recount.drafts.parted import parted
from truceline.recount.drafts.quiet import tolls_to_the_violent, without_crowds_hit
from truceline.recount.drafts.regrouped import regrouped
from truceline.recount.drafts.same_arms import with_arms_told_again
from truceline.recount.drafts.scattered import gathered
from truceline.recount.drafts.terms import with_terms_told
from truceline.recount.drafts.there import with_places_there
from truceline.recount.drafts.told import told_drafts
from truceline.recount.drafts.told_again import with_what_is_told_again
from truceline.recount.drafts.truces import with_truces_told
from truceline.recount.each_town import each_town
from truceline.recount.happenings import Happening, gather
from truceline.recount.headed import headings_apart
from truceline.recount.items import Item, drafts_by_item, find_items, happenings_by_item, headed, is_headed_whole
from truceline.recount.kit import RecountKit
from truceline.recount.one_look import seen_whole
from truceline.recount.periods import set_apart
from truceline.recount.scan import Harm
from truceline.recount.scenes import Scene
from truceline.recount.since_when import older_deeds_apart, since_when, with_older_deeds
from truceline.recount.tolls_elsewhere import tolls_elsewhere

_AT_WAR = frozenset({"combatants", "security_forces", "civilians"})


def find_pairs(reading: Reading, scenes: Sequence[Scene], kit: RecountKit) -> list[Paired]:
    """The happenings of a reading: what the rules and the learned reader found, matched, parted and brought home."""
    items, whole = find_items(reading), seen_whole(reading.text)
    drafts = _drafted(reading, scenes, kit, items)
    told = older_deeds_apart(gather(reading, scenes, kit), drafts, reading)
    if drafts and not whole:
        drafts, told = _gathered(drafts, told, reading, kit)
    drafts = drafts and tolls_to_the_violent(drafts_charged(parted(drafts, reading), reading), kit.events)
    drafts = drafts and with_dead_told_above(drafts, reading.prose)
    told = regrouped(told, drafts, reading.prose) if whole else told
    told = happenings_by_item(told, items, reading)
    happenings = happenings_charged(happenings_parted(told, drafts, reading, whole=whole), reading)
    pairs = pair(happenings, drafts)
    pairs = with_what_names_them(without_doubtful(pairs) if whole else pairs)
    pairs = in_own_sentences(with_breaches_by_deeds(pairs, reading), reading, kit.events)
    pairs = led_on(bring_home(pairs, reading, kit.events), reading, kit.events)
    pairs = without_crowds_hit(set_apart(pairs, reading, kit.together), kit.events)
    pairs = with_what_is_counted(pairs, reading, kit.together)
    pairs = dead_of_deed_told_last(pairs, reading, kit.events)
    if drafts and not whole:
        pairs = each_once(pairs, drafts, told, reading, kit.events)
    pairs = headings_apart(downings_apart(pairs, reading, kit.events), reading, kit.events)
    pairs = tolls_elsewhere(each_town(pairs, scenes, reading), reading)
    pairs = with_their_tolls(with_what_is_told_again(pairs, reading, kit.events), reading)
    standing = [p for p in pairs if _stands(p, reading, drafts, items)]
    return _older_last(headed(standing, items, reading), reading)


def _older_last(pairs: Sequence[Paired], reading: Reading) -> list[Paired]:
    """The pairs, those of an older deed alone behind the news that is compared with it."""
    older = [one.clause for one in since_when(reading) if not one.alone]
    return sorted(
        pairs, key=lambda p: bool(p.mentions) and bool(older) and all(within_one(m, older) for m in p.mentions)
    )


def _gathered(
    drafts: Sequence[Draft], told: Sequence[Happening], reading: Reading, kit: RecountKit
) -> tuple[Sequence[Draft], list[Happening]]:
    """What a long text tells of one deed in several places, by the learned reader and by the rules."""
    drafts = with_truces_told(drafts, reading)
    return gathered(drafts, told, reading, kit.events) if drafts else (drafts, list(told))


def _drafted(
    reading: Reading, scenes: Sequence[Scene], kit: RecountKit, items: Sequence[Item]
) -> Sequence[Draft] | None:
    """What the learned reader has for happenings, each by its own words; None where none looked."""
    text = reading.prose
    steps: tuple[Callable[[Sequence[Draft]], Sequence[Draft]], ...] = (
        lambda drafts: drafts_without(drafts, ongoing(text)),
        lambda drafts: with_places_there(without_refuges(drafts, text), reading),
        lambda drafts: whole_dates(drafts, reading),
        lambda drafts: without_untold_dead(drafts, reading),
        lambda drafts: with_arms_told_again(drafts, text),
        lambda drafts: with_what_went_on(drafts, text),
        lambda drafts: with_days_of_deeds(drafts, text, sorted(reading.sentences)),
        lambda drafts: told_drafts(drafts, scenes, kit.events, text),
        lambda drafts: with_things_opened(drafts, text, reading.sentences, kit.events),
        lambda drafts: with_aid_let_through(drafts, text, reading.sentences),
        lambda drafts: without_totals(drafts, reading),
        lambda drafts: with_terms_told(drafts, text, reading.sentences, kit.facets),
        lambda drafts: with_craft_downed(drafts, text),
        lambda drafts: with_older_deeds(drafts, reading),
        lambda drafts: drafts_by_item(drafts, items, reading),
    )
    drafts: Sequence[Draft] | None = reading.drafts
    for step in steps:
        drafts = drafts and step(drafts)
    return drafts


def _stands(paired: Paired, reading: Reading, drafts: Sequence[Draft] | None, items: Sequence[Item]) -> bool:
    """Whether a pair is a happening: what the learned reader saw, or harm that is no look-alike's.

    A draft that no rule sees must tell something or be sure by its words.
    """
    happening, draft = paired.happening, paired.draft
    if happening is None:
        return draft is not None and (bool(draft.facets) or surely_named(draft))
    if draft is not None or drafts is None or (paired.tally and drafts):
        return True
    if any(not c.triggers and c.place is not None for c in happening.clusters):
        return True  # a toll of the town named before it
    return _tells_of_dead(happening, reading, items) or _is_known_deed(happening)


def _tells_of_dead(happening: Happening, reading: Reading, items: Sequence[Item]) -> bool:
    """Whether a happening is people hurt at a place that the sentence names: fighters, civilians, or some on a day.

    So are people counted where a heading tells the place and the day.
    """
    harms = [h for h in happening.harms if h.kind in HARMS and h.form == "done" and not h.denied and h.low]
    return any(
        _is_told_whole(h, reading) or is_headed_whole(h.start, items)
        for h in harms
        if h.heads[0].counted or h.group in _AT_WAR
    )


def _is_known_deed(happening: Happening) -> bool:
    """Whether a happening is named as one known, by what was hit, and counts its dead or hurt: "the market strike"."""
    named = {
        c.sentence for c in happening.clusters for t in c.triggers if t.type and t.noun and t.definite and not t.denied
    }
    harms = [h for h in happening.harms if h.kind in HARMS and not h.denied and h.low]
    return any(h.sentence in named and any(p.counted for p in h.heads) for h in harms)


def _is_told_whole(harm: Harm, reading: Reading) -> bool:
    """Whether a sentence tells of whom, or of how many on a day, and where."""
    sentence = span_at(harm.start, reading.sentences, (0, 0))
    dated = any(sentence[0] <= t.start < sentence[1] and is_day(reading.prose, t) for t in reading.times)
    if harm.group not in _AT_WAR and not (dated and any(p.counted for p in harm.heads)):
        return False
    return any(p.role == "event" and sentence[0] <= p.start < sentence[1] for p in reading.places)
