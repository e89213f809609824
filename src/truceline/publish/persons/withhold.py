"""The allow-list applied: a snapshot in which no private person is named."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from truceline.model.place import Place
from truceline.model.reading import Reading
from truceline.model.snapshot import Snapshot
from truceline.model.span import Span
from truceline.publish.kit import NameKit
from truceline.publish.persons.bylines import credited
from truceline.publish.persons.find import private_spans
from truceline.publish.persons.known import Known, Style
from truceline.publish.persons.mask import Mask
from truceline.publish.persons.offices import in_public_office, offices_of
from truceline.publish.persons.opened import Opened, bodies_of, is_listed, is_located, is_public, open_names
from truceline.publish.persons.ordinary import headings_of_rows, is_plain, own_words
from truceline.publish.persons.walk import Hands, walked
from truceline.publish.persons.writing import is_acronym, spelled
from truceline.publish.policy import Policy
from truceline.publish.tokens import Keys, Names, keys_of, words_in
from truceline.text.fold import actor_id_from

_ROLE_BEFORE, _ROLE_BEHIND = 25, 60
"""Characters before and behind a name in which a role may stand: "nurse Ana", "Ana, a nurse at the clinic"."""
_LETTERS = re.compile(r"[A-Z]{5,}")
_SHORTEST = 3
"""Letters under which a word of a name is not looked for by itself."""


def withhold_names(snapshot: Snapshot, readings: Sequence[Reading], policy: Policy, kit: NameKit) -> Snapshot:
    """The snapshot with private persons as roles and numbers, and their names out of every word.

    `readings` say who else is named in the documents: who is named in one is looked for in all.
    """
    if not policy.withhold_private_names:
        return snapshot
    mask = _mask(snapshot, readings, policy, kit)

    def place(found: Place) -> Place:
        return _place(found, mask)

    hands = Hands(
        words=mask.words, who=mask.who, name=mask.name, value=mask.value, path=mask.path, url=mask.url, place=place
    )
    shown = replace(snapshot, actors=tuple(a for a in snapshot.actors if is_public(a)))
    made: Snapshot = walked(shown, hands)
    return made


def withheld_names(
    snapshot: Snapshot, readings: Sequence[Reading], policy: Policy, kit: NameKit
) -> tuple[tuple[str, int], ...]:
    """Names that do not leave, as they are mostly written, with how often each is met; the most frequent first.

    For the analyst alone, who may allow them; addresses, names of files and what stays are not looked at.
    """
    if not policy.withhold_private_names:
        return ()
    mask = _mask(snapshot, readings, policy, kit)
    incidents = tuple(replace(incident, links=()) for incident in snapshot.incidents)
    leaving = replace(snapshot, incidents=incidents, decisions=())
    texts = _texts(leaving, readings, kit, mask.fixed)
    met: dict[Keys, Counter[str]] = {}
    for name in (text[start:end] for text, style in texts for start, end in mask.spans(text, style)):
        met.setdefault(keys_of(name) or (name,), Counter())[name] += 1
    # one name, however its bearer is written; an id made from it is no spelling
    listed = ((min(found, key=lambda n: (n.islower(), -found[n], n)), found.total()) for found in met.values())
    return tuple(sorted(listed, key=lambda pair: (-pair[1], pair[0])))


def _mask(snapshot: Snapshot, readings: Sequence[Reading], policy: Policy, kit: NameKit) -> Mask:
    texts = [r.text for r in readings if r.text]
    kit = replace(kit, own=own_words(texts) | headings_of_rows(texts, kit))
    opened = open_names(snapshot, readings, policy, kit)
    fixed = _minted(snapshot) | _abbreviated(snapshot, kit)
    persons = _Gathered(snapshot, _texts(snapshot, readings, kit, fixed), readings, opened, kit)
    return Mask(
        known=persons.known,
        roles=persons.roles,
        files=_files(snapshot),
        fixed=fixed,
        hosts=kit.hosts | {d for s in snapshot.sources for d in s.domains},
    )


def _files(snapshot: Snapshot) -> dict[str, str]:
    """Names of the documents' files, with their folders and without, each with its document's id."""
    named = [(d.given_id, d.id) for d in snapshot.documents if "." in d.given_id]
    return {name: document for given, document in named for name in (given.rsplit("/", 1)[-1], given)}


def _drawn(snapshot: Snapshot) -> frozenset[str]:
    """Runs of letters in the ids that the program drew for documents and incidents; short ones are no names anyway."""
    ids = (*(d.id for d in snapshot.documents), *(i.id for i in snapshot.incidents))
    return frozenset(piece for drawn in ids for piece in _LETTERS.findall(drawn))


def _minted(snapshot: Snapshot) -> frozenset[str]:
    """Ids made from no private name: the registry's, parties', listed sources', those of documents and their parts."""
    public = {s for a in snapshot.actors if is_public(a) for s in (a.id, a.parent, a.side) if s}
    parties = {p.actor for agreement in snapshot.agreements for p in agreement.parties}
    listed = {s.id for s in snapshot.sources if is_listed(s)}
    accounts = {a.id for i in snapshot.incidents for a in i.accounts}
    documents = {d.id for d in snapshot.documents}
    return frozenset(public | parties | listed | accounts | documents | {c.id for c in snapshot.claims})


def _abbreviated(snapshot: Snapshot, kit: NameKit) -> frozenset[str]:
    """Ids made from abbreviations, which in words are nobody's name either: "x-kfl" of the "KFL"."""
    facets = (f for i in snapshot.incidents for a in i.accounts for f in a.facets)
    made = (f for f in facets if isinstance(f.value, str) and f.value == actor_id_from(f.text))
    return frozenset(f.value for f in made if all(is_acronym(w, kit) for w in words_in(f.text)))


class _Gathered:
    """Everybody named anywhere who is not open, with what is said of each."""

    def __init__(
        self,
        snapshot: Snapshot,
        texts: Iterable[tuple[str, Style]],
        readings: Sequence[Reading],
        opened: Opened,
        kit: NameKit,
    ) -> None:
        self.roles: dict[Keys, str] = {}
        self._kit = kit
        self._ids = _drawn(snapshot)
        free = opened.named | opened.officials
        base = Known(
            open=Names(free | opened.places),
            private=Names(()),
            parts=frozenset(),
            named=opened.named,
            ids=self._ids,
            kit=kit,
        )
        found = [(text, style, private_spans(text, base, style)) for text, style in texts]
        offices = offices_of(kit, bodies_of(snapshot))
        told = ((*in_public_office(text, at, offices), *credited(text, at, kit)) for text, _, at in found)
        officials = opened.officials.union(*told)
        named = {style: set[Keys]() for style in Style}
        for text, style, spans in found:
            named[style].update(self._names(text, spans))
        self.known = self._known(
            replace(opened, officials=officials),
            speakers=frozenset({*self._speakers(snapshot, readings), *named[Style.NAME]}),
            named=set().union(*named.values()),
        )

    def _known(self, opened: Opened, speakers: frozenset[Keys], named: set[Keys]) -> Known:
        """What is looked for: who speaks, or has a given name, by each word of the name too; others by the whole."""
        closed = {k for k in named | speakers if k and k not in opened.named | opened.officials}
        private = {k for k in closed if len(k) > 1 or k in speakers or k not in opened.places}
        several = {k for k in private if len(k) > 1 or k in speakers}
        sure_names = (k for k in several if k in speakers or not self._kit.given.isdisjoint(k))
        parts = {w for k in sure_names for w in k if self._tells(w, k in speakers) and (w,) not in opened.named}
        surnames = {k for k in opened.officials if len(k) == 1 and k[0] in parts}
        joined = {("".join(k),) for k in private if len(k) > 1}
        sure = {k for k in several if len(k) > 1 or self._tells(k[0], k in speakers)}
        return Known(
            open=Names((opened.named | opened.officials | opened.places) - surnames),
            private=Names(sure | joined),
            speakers=speakers & private,
            named=opened.named,
            parts=frozenset(parts),
            words=frozenset(w for k in private for w in k),
            ids=self._ids,
            kit=self._kit,
        )

    def _names(self, text: str, spans: Sequence[Span]) -> Iterator[Keys]:
        for start, end in spans:
            keys = keys_of(text[start:end])
            self._note(keys, text[max(0, start - _ROLE_BEFORE) : start].rpartition(".")[2])
            self._note(keys, _apposition(text[end : end + _ROLE_BEHIND]))
            yield keys

    def _speakers(self, snapshot: Snapshot, readings: Sequence[Reading]) -> Iterator[Keys]:
        """Those of whom the reader says that they are persons: who speaks, who wrote."""
        for claim in snapshot.claims:
            if claim.speaker and claim.source_kind in {"person", "named_official"}:
                keys = self._named(claim.speaker)
                self._note(keys, claim.source_words)
                if not self._is_body(claim.speaker) and not self._is_nobody(keys, claim.source_words):
                    yield keys
        yield from (self._named(r.document.author) for r in readings if r.document.author)

    def _named(self, name: str) -> Keys:
        """Words of a name without the title before it and the apposition behind it; none of words that name nobody."""
        kit = self._kit
        words = words_in(name.split(",", maxsplit=1)[0])
        small = (w.key for w in words if w.text.islower() and (is_plain(w.key, kit) or w.key in kit.own))
        nobody = kit.capital.union(small, (w.key for w in words if is_acronym(w, kit)))
        return tuple(w.key for w in words if w.key not in nobody)

    def _is_nobody(self, name: Keys, source: str) -> bool:
        """Whether a speaker's name is words of the language that nobody is called by: "Answer", "the Black Book"."""
        kit = self._kit
        borne = not kit.given.isdisjoint(name) or name[-1:] == () or name[-1] in kit.called
        return not borne and all(is_plain(k, kit) for k in name) and kit.address.isdisjoint(keys_of(source))

    def _is_body(self, name: str) -> bool:
        """Whether a speaker is a body by its last two words, and has no given name: "Orvel Emergency Room"."""
        keys, kit = keys_of(name), self._kit
        told = len(keys) > 2 and keys[-1] in kit.bodies and is_plain(keys[-2], kit)
        return told and kit.given.isdisjoint(keys)

    def _note(self, name: Keys, words: str) -> None:
        said = keys_of(words)
        role = next((r for r in said if r in self._kit.roles), None)
        if role is not None:
            self.roles.setdefault(name, role)

    def _tells(self, word: str, speaks: bool) -> bool:
        """Whether a word of a name is looked for by itself; of one who speaks an ordinary word too ("Hope Winter")."""
        kit = self._kit
        small = word in kit.joints or word in kit.capital or (word in kit.own and not speaks) or len(word) < _SHORTEST
        return not small and (speaks or not is_plain(word, kit) or word in kit.given)


def _texts(
    snapshot: Snapshot, readings: Sequence[Reading], kit: NameKit, fixed: frozenset[str]
) -> Iterator[tuple[str, Style]]:
    """Every text in which somebody may be named: the documents', and every string of the snapshot."""
    for reading in readings:
        yield from ((text, Style.WORDS) for text in (reading.text, reading.document.title) if text)
        strange = {m.name for m in reading.actors if m.actor and m.actor.startswith("x-")}
        yield from ((name, Style.VALUE) for name in sorted(strange))
    yield from _strings(snapshot, kit, fixed)


def _strings(snapshot: Snapshot, kit: NameKit, fixed: frozenset[str]) -> Iterator[tuple[str, Style]]:
    """Every string of a snapshot in which somebody may be named, once; an id as the name it may be made from."""
    seen: dict[tuple[str, Style], None] = {}

    def look(style: Style) -> Callable[[str], str]:
        def looked(text: str) -> str:
            if text not in fixed:
                seen[(text if style is Style.WORDS else spelled(text, kit) or text, style)] = None
            return text

        return looked

    hands = Hands(
        words=look(Style.WORDS),
        who=look(Style.NAME),
        name=look(Style.NAME),
        value=look(Style.VALUE),
        path=lambda path: path,
        url=lambda address: address,
        place=lambda place: place,
    )
    walked(snapshot, hands)
    return iter(seen)


def _apposition(behind: str) -> str:
    """What follows a name behind a comma: ", a nurse at the clinic, said"."""
    found = re.match(r"(?:, aged \d+|, \d{1,3}|\s\(\d{1,3}\))?,\s+(?:a|an|the|who is an?)\s+([^,.;]+)", behind)
    return " ".join(found[1].split()[:4]) if found else ""


def _place(place: Place, mask: Mask) -> Place:
    """A place; a located one is a place's name whoever else bears it, unless a person's whole name stands in it."""
    keys = keys_of(place.name)
    whole = any(mask.known.private.longest(keys, at) > 1 for at in range(len(keys)))
    if is_located(place) and not whole:
        return place
    return replace(place, name=mask.words(place.name), within=tuple(map(mask.words, place.within)))
