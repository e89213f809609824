"""From claims and resolved mentions to accounts, facet by facet, grouped by happening within the document."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from truceline.model.account import Account, EventType, ReportedIncident
from truceline.model.place import Place
from truceline.model.reading import Reading
from truceline.model.settings import Settings
from truceline.model.span import Span
from truceline.recount.accounts import give_accounts, told_by_rules
from truceline.recount.accused import with_accused
from truceline.recount.answers import answered, tell_answers
from truceline.recount.background import ongoing, scenes_without
from truceline.recount.bench import Bench, Told
from truceline.recount.bystanders import without_bystanders
from truceline.recount.cast import cast
from truceline.recount.city.candidates import key_of
from truceline.recount.city.care import without_care
from truceline.recount.city.pick import at_home, pick_city, seated
from truceline.recount.city.strays import stray_names, with_strays_at_home
from truceline.recount.clusters import TALLY, Cluster
from truceline.recount.counted import of_people
from truceline.recount.counted_from import counted_from_others
from truceline.recount.crime_news import is_crime_news
from truceline.recount.dismissed import as_denied
from truceline.recount.drafts.days import days_beside, days_told, with_own_days
from truceline.recount.drafts.doubtful import is_doubtful
from truceline.recount.drafts.kind_by_words import kind_by_words
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.placed import placed
from truceline.recount.drafts.reported import draft_incident, is_dated, surely_named, with_draft
from truceline.recount.drafts.tell import tell_draft
from truceline.recount.drafts.typed import learned_type
from truceline.recount.drafts.whom_done_to import as_whom_done_to
from truceline.recount.earlier import without_earlier
from truceline.recount.elided import with_elided
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.facets.affirmed import affirmed
from truceline.recount.facets.claims import ClaimIndex
from truceline.recount.first_told import first_told, in_own_words
from truceline.recount.fought import fought
from truceline.recount.frame import day_set
from truceline.recount.granted import asked_why
from truceline.recount.happenings import Happening
from truceline.recount.home_town import HomeTown, at_home_town, home_town
from truceline.recount.importance import by_importance
from truceline.recount.inventions import with_invented
from truceline.recount.items import Item, find_items, place_of_item
from truceline.recount.kit import RecountKit
from truceline.recount.message_day import with_message_day
from truceline.recount.one_look import seen_whole
from truceline.recount.own_hand import without_own_hands
from truceline.recount.pairs import find_pairs
from truceline.recount.places import elsewhere, main_place, named_elsewhere
from truceline.recount.podiums import without_podiums
from truceline.recount.profile import apart
from truceline.recount.questions import left_open
from truceline.recount.rebuttals import halved
from truceline.recount.restated import with_restated
from truceline.recount.rivals import over_tellers
from truceline.recount.scene_set import place_set
from truceline.recount.scenes import lay_out
from truceline.recount.setting import inside_city
from truceline.recount.sites import at_its_town
from truceline.recount.spared import spared
from truceline.recount.spots import Spot, find_spots
from truceline.recount.standing import standing_harms
from truceline.recount.together import in_scale, leave_out_counts
from truceline.recount.told_beside import without_theirs
from truceline.recount.totals import by_group, tolls
from truceline.recount.when import main_time, with_ranges, without_dateline, without_reports_days
from truceline.text.geo import SETTLEMENTS
from truceline.text.speakers import own_actor

_CHRONICLE = 4
"""Days from which a document is a chronicle: news tells of an arrest and of an earlier deed too."""
_ARTICLE = 8
"""Happenings from which a long text is no report of its main one, whose town most of it names."""


@dataclass(frozen=True, slots=True)
class _Laid:
    """A document laid out by its happenings, and what all of it says of when and where they came to pass."""

    bench: Bench
    kit: RecountKit
    pairs: Sequence[Paired]
    items: tuple[Item, ...]
    spots: Sequence[Spot]
    town: HomeTown | None
    undated: Reading
    """Without the days told beside happenings and of none of them."""
    days: set[Span]
    """The days told of happenings."""
    several: bool
    """Whether it is a chronicle, of several days."""

    @property
    def article(self) -> bool:
        """Whether it is a long text of many happenings."""
        return len(self.pairs) >= _ARTICLE and not seen_whole(self.bench.reading.prose)

    @property
    def of_one(self) -> bool:
        """Whether most of its towns and days may be its main happening's: a report's, or news of a crime's."""
        return not self.article or is_crime_news(self.bench.reading.prose)


def recount_incidents(reading: Reading, kit: RecountKit, settings: Settings) -> Reading:  # noqa: ARG001
    """The reading with its accounts and incidents, most important first."""
    if not reading.text:
        return reading
    laid = _lay(reading, kit)
    types = _kinds(laid.pairs, laid.bench)
    named = [kind or _type(p.happening, kit.events) for kind, p in zip(types, laid.pairs, strict=True)]
    read = _tell_all(laid, reading, named)
    incidents, accounts = list[ReportedIncident](), list[Account]()
    for at in by_importance(laid.pairs, read) if laid.article else range(len(laid.pairs)):
        paired = laid.pairs[at]
        mine = _accounts(laid.bench, paired, read[at], named[at], (len(incidents) + 1, len(accounts) + 1))
        if not mine:
            continue
        made = _set(laid, paired, mine, first=not incidents)
        if laid.article and incidents and is_doubtful(made, paired):
            continue
        accounts += mine
        incidents.append(replace(made, event_type=_kind_at_last(types[at], made, mine, reading.text)))
    counted = counted_from_others(incidents, accounts, laid.bench.reading, kit.events.called)
    dated = (with_message_day(i, reading.document.published) for i in counted)
    return replace(reading, accounts=tuple(accounts), incidents=tuple(dated), drafts=None)


def _lay(whole: Reading, kit: RecountKit) -> _Laid:
    """The document with what the rules and the learned reader have for its happenings, each with its day and place."""
    reading = _plainly_told(whole, kit)
    scenes = scenes_without(without_own_hands(lay_out(reading, kit), reading), ongoing(reading.prose))
    reading = cast(reading, kit.events, kit.states)
    pairs, items = find_pairs(reading, scenes, kit), find_items(reading)
    before, pairs = days_beside(pairs, reading), with_own_days(pairs, reading)
    spots = find_spots(reading, whole, kit.facets)
    pairs, town = placed(pairs, reading, spots), home_town(reading, spots)
    reading = replace(reading, drafts=tuple(p.draft for p in pairs if p.draft is not None))
    bench = Bench(
        reading,
        ClaimIndex([c for c in reading.claims if not asked_why(reading.prose, c)]),
        kit.facets,
        kit.events,
        {s.index: s for s in scenes},
        whole.actors,
        {c.id: own_actor(whole, c) for c in whole.claims},
    )
    days = days_told(pairs, reading)
    times = tuple(t for t in reading.times if (t.start, t.end) not in before - days)
    return _Laid(
        bench, kit, pairs, items, spots, town, without_care(replace(reading, times=times)), days, _tells_of_days(pairs)
    )


def _tell_all(laid: _Laid, whole: Reading, named: Sequence[EventType]) -> list[list[Told]]:
    """What is told of each happening, by its `named` kind, with the answers to it; without what befell earlier."""
    bench, pairs = laid.bench, laid.pairs
    told = with_elided(bench, [_read(bench, whole, p, kind, laid.kit) for p, kind in zip(pairs, named, strict=True)])
    read = with_invented(bench, with_accused(bench, pairs, told))
    answers = answered(bench, pairs, read)
    full = [
        [*mine, *tell_answers(bench, answers.get(at, ()), named[at])] if mine else [] for at, mine in enumerate(read)
    ]
    return [without_earlier(bench, *one) for one in zip(full, (p.happening for p in pairs), named, strict=True)]


def _set(laid: _Laid, paired: Paired, mine: list[Account], *, first: bool) -> ReportedIncident:
    """A happening at its time and place; the `first` told is a report's main one, which all the document may set."""
    whole = without_theirs(laid.undated, paired, laid.pairs) if first else None
    main = whole if whole is not None and laid.of_one else None
    made = _as_reported(main, paired, laid.kit, mine, several=laid.several)
    if made.time is None and (paired.draft is not None or any(c.triggers for c in paired.clusters)):
        made = replace(made, time=day_set(made, paired.draft, laid.days, laid.bench.reading))
    if made.time is None and whole is not None and main is None:
        made = replace(made, time=_as_reported(whole, paired, laid.kit, mine, several=laid.several).time)
    made = _put(laid, made, paired, mine, main)
    return surely_named(spared(made, mine, laid.bench.reading.prose), paired.draft, laid.bench.reading.text)


def _put(
    laid: _Laid, made: ReportedIncident, paired: Paired, mine: list[Account], main: Reading | None
) -> ReportedIncident:
    """The happening where its words, its paragraph, its heading or the whole text put it."""
    reading, spots = laid.bench.reading, laid.spots
    made = replace(made, place=at_its_town(made.place, mine, reading, spots))
    where = made.place if main and not laid.several else first_told(laid.bench, made.place, paired)
    where = at_its_town(in_own_words(where, made.mentions, reading, spots), mine, reading, spots)
    made = replace(made, place=place_set(replace(made, place=where), reading, spots))
    if main is not None:
        made = replace(made, place=at_home(made.place, main, made.mentions, laid.kit.city))
    made = replace(made, place=at_home_town(made, laid.town))
    return replace(made, place=place_of_item(made, laid.items, reading))


def _plainly_told(reading: Reading, kit: RecountKit) -> Reading:
    """The reading without what tells of no happening: bystanders, the day of printing, numbers of no people."""
    reading = without_bystanders(without_podiums(reading, kit.events.seats))
    reading = of_people(without_reports_days(without_dateline(with_restated(with_ranges(reading)))))
    reading = with_strays_at_home(reading, kit.city)
    return replace(reading, claims=halved(reading.claims, reading.prose))


def _kinds(pairs: Sequence[Paired], bench: Bench) -> list[EventType | None]:
    """The kind of each deed by its words and what the learned reader has it for; None where neither tells one."""
    text = bench.reading.prose
    return [
        kind_by_words(
            [m.span for m in p.draft.mentions] if p.draft is not None else (),
            learned_type(p, bench.events, bench.claims, text),
            text,
        )
        for p in pairs
    ]


def _kind_at_last(kind: EventType | None, made: ReportedIncident, mine: Sequence[Account], text: str) -> EventType:
    """The kind of a happening by its words, else by who did it, and by what is told of a fight."""
    told = kind or kind_by_words(made.mentions, made.event_type, text) or made.event_type
    return fought(told, mine, text, made.mentions)


def _read(bench: Bench, whole: Reading, paired: Paired, kind: EventType, kit: RecountKit) -> list[Told]:
    """What is told of one happening, by the rules, by a draft, or by both."""
    happening, draft = paired.happening, paired.draft
    if happening is not None:
        leave_out_counts(happening, whole, kit.together)
    told = told_by_rules(bench, happening, kind) if happening is not None else []
    full = tell_draft(bench, kit, draft, kind, told) if draft is not None else told
    return left_open(bench, as_whom_done_to(kind, as_denied(bench, full)))


def _accounts(
    bench: Bench, paired: Paired, told: Sequence[Told], kind: EventType, numbers: tuple[int, int]
) -> list[Account]:
    """Accounts of one happening by what is told of it; `numbers`: its own, and the first account's."""
    happening = paired.happening
    later = {(h.start, h.end) for h in happening.harms if h.raised} if happening is not None else set()
    scaled = in_scale(told, [*paired.mentions, *later], bench.reading.sentences)
    return give_accounts(bench, scaled, later, kind, numbers)


def _tells_of_days(pairs: Sequence[Paired]) -> bool:
    """Whether a document is a chronicle: several happenings of it fall on days of their own."""
    days = [p.happening.days[0] for p in pairs if p.happening and p.happening.days]
    own = days[:1]
    for day in days[1:]:
        if all(apart(day, other) for other in own):
            own.append(day)
    return len(own) >= _CHRONICLE


def _as_reported(
    main: Reading | None, paired: Paired, kit: RecountKit, accounts: list[Account], *, several: bool
) -> ReportedIncident:
    """The happening as the document as a whole has it; `several` where that tells of several days."""
    happening, draft = paired.happening, paired.draft
    if happening is None and draft is not None:
        return draft_incident(draft, accounts)
    if happening is None:
        raise ValueError("a pair holds a happening, a draft or both")
    named = happening.mentions or ([m.span for m in draft.mentions] if draft is not None else [])
    place = _place(main, happening, kit, named, several=several)
    made = _incident(main, happening, kit, accounts, place)
    if draft is None:
        return made if made.mentions else replace(made, mentions=tuple(h.cue for h in happening.harms))
    joined = with_draft(made, draft, accounts, happening.harms)
    other = named_elsewhere(joined.place, accounts, main)
    return joined if other is None else replace(joined, place=other)


def _incident(
    main: Reading | None,
    happening: Happening,
    kit: RecountKit,
    accounts: list[Account],
    place: Place | None,
) -> ReportedIncident:
    """The happening by the rules, at a place; `main` is the reading where it is the main one."""
    key = accounts[0].incident
    harms = standing_harms(happening.harms, accounts)
    killed, injured = tolls(harms)
    killed = over_tellers(killed, "killed", harms, accounts)
    injured = over_tellers(injured, "injured", harms, accounts)
    return ReportedIncident(
        key=key,
        event_type=_told_type(happening, kit.events, accounts),
        aggregate=happening.aggregate,
        place=place,
        time=main_time(happening, main, kit.events, dated=is_dated(accounts, total=happening.aggregate)),
        killed=killed,
        injured=injured,
        casualties=by_group(harms, killed, injured),
        mentions=tuple(happening.mentions),
        accounts=tuple(a.id for a in accounts),
    )


def _place(
    main: Reading | None, happening: Happening, kit: RecountKit, named: Sequence[Span], *, several: bool
) -> Place | None:
    """Where a happening `named` by some words was; the main one in the settlement that all the document tells of it.

    In a chronicle that is some other happening's as likely: there a settlement told beside its own words stands.
    """
    if main is None or happening.aggregate:
        return main_place(happening, main)
    strays = stray_names(main, kit.city)
    beside = [c.place for c in happening.clusters if c.place and c.triggers and key_of(c.place) not in strays]
    if several and any(p.lat is not None and p.precision in SETTLEMENTS for p in beside):
        return main_place(happening, None)
    place = inside_city(main_place(happening, main), main.places)
    city = pick_city(main, named, place, kit.city)
    made = inside_city(seated(place, city), (*main.places, *main.document.places))
    return main_place(happening, None) if made is not None and elsewhere(made, beside, main) else made


def _told_type(happening: Happening, lexicon: EventLexicon, accounts: list[Account]) -> EventType:
    """The most telling type that anybody affirms; a strike only denied or hearsay names no happening."""
    facets = affirmed(accounts)
    told = {f.spans[0] for f in facets if f.facet in {"occurrence", "type"}}
    kept = [t for t in happening.triggers if t.sentence < 0 or (not t.alleged and (t.start, t.end) in told)]
    kind = _type(Happening(happening.family, [Cluster(happening.family, kept, 0)]), lexicon)
    means = {str(f.value) for f in facets if f.facet == "means"}
    return "air_strike" if kind == "bombing" and "aircraft" in means and "car bomb" not in means else kind


def _type(happening: Happening | None, lexicon: EventLexicon) -> EventType:
    if happening is None:
        raise ValueError("a pair holds a happening, a draft or both")
    if happening.family == "violation":
        return "violation_unspecified"
    if happening.family == TALLY:
        return "other"
    named = [t.type for t in happening.triggers if t.type]
    return max(named, key=lambda n: (lexicon.rank[n], -named.index(n)), default="attack_on_civilians")
