"""A suggested grade in Airwars' terms, with its reasons; "confirmed" only on a belligerent's own admission."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from truceline.model.account import FacetName
from truceline.model.actor import side_of
from truceline.model.snapshot import FacetState, Grade
from truceline.weigh.dossier import Voice, held
from truceline.weigh.kit import WeighKit
from truceline.weigh.tellers import Teller

_UNTOLD = frozenset({None, "unknown", "total"})
_FIGHTERS = {"combatants", "security_forces"}


def suggest_grade(
    voices: Sequence[Voice],
    tellers: Mapping[str, Teller],
    lines: Mapping[str, str],
    facets: Mapping[FacetName, FacetState],
    kit: WeighKit,
) -> tuple[Grade, tuple[str, ...]]:
    """Grade and reasons: the rule that applied in words, then Airwars' definition of the grade."""
    grade, reason = _judge(voices, tellers, lines, facets, kit)
    return grade, (reason, f"in Airwars' words: {kit.grades[grade]}")


def _judge(
    voices: Sequence[Voice],
    tellers: Mapping[str, Teller],
    lines: Mapping[str, str],
    facets: Mapping[FacetName, FacetState],
    kit: WeighKit,
) -> tuple[Grade, str]:
    admission = _admission(voices, tellers, kit)
    if admission and not _only_fighters(facets):
        return "confirmed", admission
    if _name_rivals(voices, kit):
        return "contested", f"responsibility is laid on {' and on '.join(sorted(accused_sides(voices, kit)))}"
    if admission:
        return "discounted", f"{admission}, and all the dead anyone names were fighters"
    if len(set(lines.values())) <= 1:
        return "weak", "a single line of evidence"
    return _judge_lines(voices, lines, facets, kit)


def _judge_lines(
    voices: Sequence[Voice], lines: Mapping[str, str], facets: Mapping[FacetName, FacetState], kit: WeighKit
) -> tuple[Grade, str]:
    """Of an incident on several lines, whom nobody's admission and no rival accusations settle."""
    told, accused = _lines_told(voices, lines), accused_sides(voices, kit)
    if _only_fighters(facets):
        return "discounted", f"{told}, and all the dead anyone names were fighters"
    if accused:
        return "fair", f"{told}, naming who acted: {' and '.join(sorted(accused))}"
    return "weak", f"{told}, but none names a belligerent who acted"


def _lines_told(voices: Sequence[Voice], lines: Mapping[str, str]) -> str:
    """How many independent lines there are; what one document alone says of them all, an analyst should know."""
    one = len({v.entry.id for v in voices if v.id in lines}) == 1
    return f"{len(set(lines.values()))} independent lines{', all as one document tells them' if one else ''}"


def _admission(voices: Sequence[Voice], tellers: Mapping[str, Teller], kit: WeighKit) -> str | None:
    """The account in which the accused's own side admits having acted; the accusation may be that very account's."""
    for v, f in held(voices, "actor", "responsibility"):
        if f.polarity != "affirmed" or f.certainty != "stated" or f.value not in kit.actors:
            continue
        claim = next((c for c in v.entry.reading.claims if c.id == f.claim), v.claim)
        speaker = tellers[v.id].speaker
        if not _in_own_name(tellers[v.id], kit):
            continue
        if claim is not None and claim.act == "admits" and speaker in kit.actors:
            side = side_of(speaker, kit.actors)
            if side == side_of(f.value, kit.actors):
                return f"{tellers[v.id].name} accepts responsibility (account {v.id})"
    return None


def _in_own_name(teller: Teller, kit: WeighKit) -> bool:
    """Whether nobody but an outlet stands between an account and its teller."""
    return all(t in kit.actors and kit.actors[t].kind == "outlet" for t in teller.through)


def accused_sides(voices: Sequence[Voice], kit: WeighKit) -> set[str]:
    """Names of the sides said to have acted, known ones only; two names of one side are one."""
    sides = {
        side_of(f.value, kit.actors)
        for _, f in held(voices, "actor", "responsibility")
        if f.polarity == "affirmed"
        and isinstance(f.value, str)
        and f.value in kit.actors
        and kit.actors[f.value].kind not in kit.bystanders
    }
    pairs = combinations(sorted(sides), 2)
    nested = {b for a, b in pairs if side_of(a, kit.actors) == side_of(b, kit.actors)}
    return {kit.actors[s].name if s in kit.actors else s for s in sides - nested}


def _name_rivals(voices: Sequence[Voice], kit: WeighKit) -> bool:
    """Whether two accounts name known sides of which none is the other's; one that names two of them is no contest."""
    named = [sides for v in voices if (sides := accused_sides([v], kit))]
    return any(a.isdisjoint(b) for a, b in combinations(named, 2))


def _only_fighters(facets: Mapping[FacetName, FacetState]) -> bool:
    killed = facets["killed"].values if "killed" in facets else ()
    injured = facets["injured"].values if "injured" in facets else ()
    groups, hurt = (
        {v.value.get("group") for v in told if isinstance(v.value, dict) and v.value.get("high") != 0}
        for told in (killed, injured)
    )
    return bool(groups) and groups <= _FIGHTERS and hurt <= _FIGHTERS | _UNTOLD
