"""A claim inside a claim: who tells that somebody said it, and whose word it is then."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from truceline.model.actor import side_of
from truceline.model.claim import Claim
from truceline.model.snapshot import ACCORDING_TO
from truceline.weigh.dossier import Voice
from truceline.weigh.kit import WeighKit
from truceline.weigh.tellers import OFFICE, Teller, teller_of

_PARTIES = frozenset({"state", "government", "armed_group", "alliance"})
"""Kinds of sides: what one of them says that another has said is its own allegation."""


def outer_voices(voices: Sequence[Voice]) -> dict[str, Voice]:
    """By account id, "/" and a number, those in whose claims the account's own claim stands, nearest first."""
    found = ((v, n, claim) for v in voices for n, claim in enumerate(_around(v), start=1))
    return {f"{v.id}/{n}": _as_teller(v, claim) for v, n, claim in found}


def _as_teller(voice: Voice, claim: Claim) -> Voice:
    return replace(voice, claim=claim, account=replace(voice.account, tellers=claim.tellers))


def _around(voice: Voice) -> Iterator[Claim]:
    """The claims that hold a voice's own, nearest first; neither the writer's own nor one that was rejected."""
    known = {c.id: c for c in voice.entry.reading.claims}
    at, seen = voice.claim, set[str]()
    if at is None or not at.source:
        return
    while at is not None and at.id not in seen:
        seen.add(at.id)
        at = known.get(at.parent or "")
        if at is not None and at.source and at.source_kind != "author" and at.review != "rejected":
            yield at


def in_chains(voices: Sequence[Voice], tellers: Mapping[str, Teller], kit: WeighKit) -> dict[str, Teller]:
    """The tellers of accounts, each with those through whom it is told: "Qasim, according to defence ministry".

    `tellers` holds those of `outer_voices` too. What a party says that another side has said is the party's word; a
    body of no side, and an outlet, carry what they were told.
    """
    return {v.id: _chained(tellers[v.id], _through(v, tellers), kit) for v in voices}


def _through(voice: Voice, tellers: Mapping[str, Teller]) -> list[Teller]:
    """Those told through, nearest first; nobody tells what he says himself."""
    found = [tellers[voice.id]]
    for n in range(1, len(voice.entry.reading.claims) + 1):
        outer = tellers.get(f"{voice.id}/{n}")
        if outer is None:
            break
        if all(outer.speaker != t.speaker and outer.name != t.name for t in found):
            found.append(outer)
    return found[1:]


def _chained(own: Teller, through: Sequence[Teller], kit: WeighKit) -> Teller:
    if not through:
        return own
    name = ACCORDING_TO.join((own.name, *(t.name for t in through)))
    carried = replace(own, name=name, through=tuple(t.speaker for t in through))
    party = next((t for t in reversed(through) if _is_party(t, kit) and not _of_one_side(t, own, kit)), None)
    return carried if party is None else replace(carried, key=party.key, speaker=party.speaker, how=party.how)


def _is_party(teller: Teller, kit: WeighKit) -> bool:
    """Whether it is, or speaks for, a side of the conflict: by the registry, or by an office of state's words."""
    known = next((a for a in (teller.speaker, teller.key) if a in kit.actors), None)
    if known is None:
        return OFFICE.search(teller.name) is not None
    if kit.actors[known].kind == "outlet":
        return False
    side = kit.actors.get(side_of(known, kit.actors))
    return side is not None and side.kind in _PARTIES


def _of_one_side(a: Teller, b: Teller, kit: WeighKit) -> bool:
    sides = {side_of(t.key, kit.actors) if t.key in kit.actors else t.key for t in (a, b)}
    return len(sides) == 1


def tellers_of(voices: Sequence[Voice], kit: WeighKit) -> dict[str, Teller]:
    """By id the teller of each account, and of those around it."""
    return {key: teller_of(v, kit) for key, v in ({v.id: v for v in voices} | outer_voices(voices)).items()}
