"""Who speaks in a document: counts that each lead to what they count, and the claims by speaker, nested ones inside."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

from truceline.publish.speaking import ACTS, KINDS, NOBODY, say_count
from truceline.publish.words import plural
from truceline.web.views.cards import Card
from truceline.web.views.names import TellerMark


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsAsked:
    """Which claims are listed, as it stands in the page's address; what is empty lets every claim pass."""

    who: str = ""
    kind: str = ""
    act: str = ""
    cited: str = ""

    def passes(self, card: Card) -> bool:
        """Whether a card is asked for."""
        return (
            self.who in ("", card.mark.name)
            and self.kind in ("", card.kind)
            and self.act in ("", card.act)
            and self.cited in ("", _cited(card))
        )

    def link(self, document: str, **changed: str) -> str:
        """Address of the list as asked with these changes."""
        asked = replace(self, **changed)
        query = urlencode({f.name: v for f in fields(asked) if (v := getattr(asked, f.name))})
        return f"/document/{document}{'?' if query else ''}{query}#claims"

    def said(self) -> str:
        """The filter in words; empty where there is none."""
        kind = next((said for key, said in KINDS.items() if key == self.kind), self.kind)
        act = next((said for key, said in ACTS.items() if key == self.act), self.act)
        cited = {"yes": "with a reference", "no": "without a reference"}.get(self.cited, "")
        return ", ".join(part for part in (self.who, kind, act, cited) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A count with its word and the list it counts."""

    word: str
    count: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One teller: claims in all, with and without a reference."""

    mark: TellerMark
    kind: str
    claims: Counted
    cited: Counted
    bare: Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One speaker's claims, each followed by what is nested in it."""

    mark: TellerMark
    said: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoSpeaks:
    """The panel; counts leave rejected claims out, the list shows them struck."""

    share: str
    speakers: tuple[Speaker, ...]
    kinds: tuple[Counted, ...]
    acts: tuple[Counted, ...]
    references: tuple[Counted, ...]
    groups: tuple[Group, ...]
    listed: str
    filter: str
    everything: str
    here: str
    """Address of the list as asked, to come back to."""
    names: tuple[str, ...]


def who_speaks(made: Sequence[Card], share: str, asked: ClaimsAsked, document: str) -> WhoSpeaks:
    """The panel of one document."""
    live = [c for c in made if c.review != "rejected"]
    shown = [c for c in made if asked.passes(c)]
    accepted = sum(c.review in ("accepted", "edited") for c in shown)
    return WhoSpeaks(
        share=share,
        speakers=_speakers(live, document),
        kinds=_counts(live, lambda c: c.kind, lambda c: c.kind_said, lambda w: ClaimsAsked(kind=w).link(document)),
        acts=_counts(live, lambda c: c.act, _act_word, lambda w: ClaimsAsked(act=w).link(document)),
        references=_counts(live, _cited, _cited_word, lambda w: ClaimsAsked(cited=w).link(document)),
        groups=_groups(shown),
        listed=f"{plural(len(shown), 'claim')}, {accepted} accepted",
        filter=asked.said(),
        everything=ClaimsAsked().link(document),
        here=asked.link(document).partition("#")[0],
        names=tuple(dict.fromkeys(c.mark.name for c in made)),
    )


def _cited(card: Card) -> str:
    return "yes" if card.cited else "no"


def _cited_word(card: Card) -> str:
    return "with a reference" if card.cited else "without"


def _act_word(card: Card) -> str:
    return next((said for key, said in ACTS.items() if key == card.act), card.act)


def _counts(
    made: Sequence[Card], key: Callable[[Card], str], word: Callable[[Card], str], href: Callable[[str], str]
) -> tuple[Counted, ...]:
    """By key how many, most first."""
    groups: dict[str, list[Card]] = {}
    for card in made:
        groups.setdefault(key(card), []).append(card)
    ordered = sorted(groups.items(), key=lambda g: (-len(g[1]), g[0]))
    return tuple(Counted(word=word(group[0]), count=len(group), href=href(k)) for k, group in ordered)


def _speakers(made: Sequence[Card], document: str) -> tuple[Speaker, ...]:
    rows: dict[str, list[Card]] = {}
    for card in made:
        rows.setdefault(card.mark.name, []).append(card)
    return tuple(
        Speaker(
            mark=group[0].mark,
            kind="" if name == NOBODY else ", ".join(dict.fromkeys(c.kind_said for c in group)),
            claims=_of_one(group, name, "", document),
            cited=_of_one([c for c in group if c.cited], name, "yes", document),
            bare=_of_one([c for c in group if not c.cited], name, "no", document),
        )
        for name, group in sorted(rows.items(), key=lambda g: (-len(g[1]), g[1][0].start))
    )


def _of_one(group: Sequence[Card], name: str, cited: str, document: str) -> Counted:
    return Counted(word=name, count=len(group), href=ClaimsAsked(who=name, cited=cited).link(document))


def _groups(shown: Sequence[Card]) -> tuple[Group, ...]:
    """Speakers by how much they say; a claim stands with the outermost around it that is shown."""
    known = {c.id: c for c in shown}
    inner: dict[str | None, list[Card]] = {}
    for card in shown:
        inner.setdefault(card.parent if card.parent in known else None, []).append(card)

    def told(card: Card, depth: int) -> list[Card]:
        return [replace(card, depth=depth), *(c for i in inner.get(card.id, ()) for c in told(i, depth + 1))]

    groups: dict[str, list[Card]] = {}
    for root in inner.get(None, ()):
        groups.setdefault(root.mark.name, []).extend(told(root, 0))
    makes = Counter(c.mark.name for c in shown if c.review != "rejected")
    return tuple(
        Group(mark=group[0].mark, said=_said(group, makes[group[0].mark.name]), cards=tuple(group))
        for group in sorted(groups.values(), key=lambda g: (-len(g), g[0].start))
    )


def _said(group: Sequence[Card], makes: int) -> str:
    """How many claims the speaker of a group makes, and how many of others stand within them."""
    held = [c for c in group if c.review != "rejected"]
    own = sum(c.mark.name == group[0].mark.name for c in held)
    return say_count(makes, len(held) - own, makes - own)
