"""The happenings of a reading: what the rules found and what the learned reader saw, matched and brought home."""

from collections.abc import Sequence

from truceline.model.reading import Reading
from truceline.recount.anchors import is_day
from truceline.recount.charges import drafts_charged, happenings_charged
from truceline.recount.counted_days import with_their_tolls
from truceline.recount.downings import downings_apart
from truceline.recount.drafts.above import with_dead_told_above
from truceline.recount.drafts.breaches import with_breaches_by_deeds, without_totals
from truceline.recount.drafts.counts import HARMS
from truceline.recount.drafts.dated import whole_dates
from truceline.recount.drafts.day_of import with_days_of_deeds
from truceline.recount.drafts.kept_apart import happenings_parted
from truceline.recount.drafts.kept_on import with_what_went_on
from truceline.recount.drafts.last_told import dead_of_deed_told_last
from truceline.recount.drafts.led_on import led_on
from truceline.recount.drafts.loose import bring_home
from truceline.recount.drafts.match import Paired, pair, surely_named, without_doubtful
from truceline.recount.drafts.naming import with_what_names_them
from truceline.recount.drafts.nearer import in_own_sentences
from truceline.recount.drafts.no_dead import without_untold_dead
from truceline.recount.drafts.once import each_once
from truceline.recount.drafts.parted import parted
from truceline.recount.drafts.quiet import tolls_to_the_violent, without_crowds_hit
from truceline.recount.drafts.regrouped import regrouped
from truceline.recount.drafts.same_arms import with_arms_told_again
from truceline.recount.drafts.scattered import gathered
from truceline.recount.drafts.terms import with_terms_told
from truceline.recount.drafts.told import told_drafts
from truceline.recount.drafts.told_again import with_what_is_told_again
from truceline.recount.drafts.truces import with_truces_told
from truceline.recount.happenings import Happening, gather
from truceline.recount.headed import headings_apart
from truceline.recount.items import drafts_by_item, find_items, happenings_by_item, headed
from truceline.recount.kit import RecountKit
from truceline.recount.one_look import seen_whole
from truceline.recount.periods import set_apart
from truceline.recount.scenes import Scene

_AT_WAR = frozenset({"combatants", "security_forces", "civilians"})


def find_pairs(reading: Reading, scenes: Sequence[Scene], kit: RecountKit) -> list[Paired]:
    """The happenings of a reading: what the rules and the learned reader found, matched, parted and brought home."""
    drafts = None if reading.drafts is None else whole_dates(reading.drafts, reading)
    drafts = drafts and without_untold_dead(drafts, reading)
    drafts = drafts and with_arms_told_again(drafts, reading.text or "")
    drafts = drafts and with_what_went_on(drafts, reading.text or "")
    drafts = drafts and with_days_of_deeds(drafts, reading.text or "", sorted(reading.sentences))
    drafts = drafts and told_drafts(drafts, scenes, kit.events, reading.text or "")
    drafts = drafts and without_totals(drafts, reading)
    drafts = drafts and with_terms_told(drafts, reading.text or "", reading.sentences, kit.facets)
    items = find_items(reading)
    drafts = drafts and drafts_by_item(drafts, items, reading)
    whole = seen_whole(reading.text)
    drafts = drafts if whole else drafts and with_truces_told(drafts, reading)
    told = gather(reading, scenes, kit)
    if drafts and not whole:
        drafts, told = gathered(drafts, told, reading, kit.events)
    drafts = drafts and tolls_to_the_violent(drafts_charged(parted(drafts, reading), reading), kit.events)
    drafts = drafts and with_dead_told_above(drafts, reading.text or "")
    told = regrouped(told, drafts, reading.text or "") if whole else told
    told = happenings_by_item(told, items, reading)
    happenings = happenings_charged(happenings_parted(told, drafts, reading, whole=whole), reading)
    pairs = pair(happenings, drafts)
    pairs = with_what_names_them(without_doubtful(pairs) if whole else pairs)
    pairs = in_own_sentences(with_breaches_by_deeds(pairs, reading), reading, kit.events)
    pairs = led_on(bring_home(pairs, reading, kit.events), reading, kit.events)
    pairs = without_crowds_hit(set_apart(pairs, reading, kit.together), kit.events)
    pairs = dead_of_deed_told_last(pairs, reading, kit.events)
    if drafts and not whole:
        pairs = each_once(pairs, drafts, told, reading, kit.events)
    pairs = headings_apart(downings_apart(pairs, reading, kit.events), reading, kit.events)
    pairs = with_their_tolls(with_what_is_told_again(pairs, reading, kit.events), reading)
    pairs = [p for p in pairs if p.happening is not None or (p.draft and (p.draft.facets or surely_named(p.draft)))]
    if drafts is not None:  # harm that went home to none of what the learned reader saw is a look-alike's
        pairs = [p for p in pairs if p.draft or (p.tally and drafts) or _tells_of_dead(p.happening, reading)]
    return headed(pairs, items, reading)


def _tells_of_dead(happening: Happening | None, reading: Reading) -> bool:
    """Whether a happening is people hurt at a place that the sentence names: fighters, civilians, or some on a day."""
    for harm in (h for h in happening.harms if h.kind in HARMS) if happening is not None else ():
        if harm.form != "done" or harm.denied or not harm.low:
            continue
        sentence = next((s for s in reading.sentences if s[0] <= harm.start < s[1]), (0, 0))
        dated = any(sentence[0] <= t.start < sentence[1] and is_day(reading.text or "", t) for t in reading.times)
        known = harm.group in _AT_WAR or (dated and any(p.counted for p in harm.heads))
        if known and any(p.role == "event" and sentence[0] <= p.start < sentence[1] for p in reading.places):
            return True
    return False
