"""A case's own data beside its reports: agreement, sources and official tallies, by their file names."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from truceline.model.agreement import Agreement, Party
from truceline.model.decision import Decision
from truceline.model.problem import Problem
from truceline.model.snapshot import OfficialTally
from truceline.model.source import Source
from truceline.monitor.agreement import parse_agreement
from truceline.monitor.official import parse_official
from truceline.monitor.sources import parse_sources
from truceline.publish.policy import Policy, parse_policy
from truceline.read.actors.registry import Registry
from truceline.review.standing import allowed_names
from truceline.runners.local import data_folder, registry_with
from truceline.runners.own import NOTHING_OWN, Own
from truceline.runners.own_files import ACTORS, NUMBERS, open_text, read_actors, read_numbers
from truceline.runners.own_places import KIND, import_places, places_setting
from truceline.store.base import Setting
from truceline.text.fold import actor_id_from, fold_name

COMPANIONS: Mapping[str, str] = {
    "agreement.yaml": "agreement",
    "sources.yaml": "sources",
    "official-tallies.csv": "tallies",
    "disclosure.toml": "disclosure",
    "gazetteer.csv": KIND,
    "gazetteer.geojson": KIND,
    "zones.geojson": KIND,
    "actors.toml": ACTORS,
    "number-words.toml": NUMBERS,
}
"""File names that are taken in as settings wherever they are met, and the kind of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """Settings that may be kept (None where they cannot be used), and what is wrong with them."""

    setting: Setting | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A ledger's settings as the stages take them."""

    agreements: tuple[Agreement, ...]
    sources: tuple[Source, ...]
    official: tuple[OfficialTally, ...]
    policy: Policy


def find_companions(paths: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Kind and path of every companion among the paths and in their folders."""
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from ((COMPANIONS[p.name], p) for p in inside if p.name in COMPANIONS)


def check_setting(kind: str, path: Path, at: str, own: Own = NOTHING_OWN) -> Checked:
    """One file of settings, parsed: kept under its own id (an agreement) or its file name.

    `own` is what is kept already: an actor may refer to those of another file.
    """
    if kind == KIND:
        imported = import_places(path)
        setting = places_setting(imported, path, at) if imported.places else None
        return Checked(setting=setting, problems=imported.problems)
    text, problems = open_text(path)
    if text is None:
        return Checked(setting=None, problems=problems)
    with_own = {ACTORS: _check_actors, "agreement": _check_agreement}
    check = partial(with_own[kind], own) if kind in with_own else _CHECKS[kind]
    name, problems = check(text, path.name)
    if name is None:
        return Checked(setting=None, problems=problems)
    return Checked(setting=Setting(kind=kind, name=name, text=text, at=at), problems=problems)


def parse_settings(settings: Sequence[Setting]) -> Parsed:
    """Settings that were checked when they were kept."""
    by_kind = {kind: [s for s in settings if s.kind == kind] for kind in COMPANIONS.values()}
    agreements = (parse_agreement(s.text, s.name)[0] for s in by_kind["agreement"])
    sources = {source.id: source for s in by_kind["sources"] for source in parse_sources(s.text, s.name)[0]}
    official = {tally.id: tally for s in by_kind["tallies"] for tally in parse_official(s.text, s.name)[0]}
    return Parsed(
        agreements=tuple(a for a in agreements if a is not None),
        sources=tuple(sources[i] for i in sorted(sources)),
        official=tuple(official[i] for i in sorted(official)),
        policy=_policy(by_kind["disclosure"]),
    )


def policy_of(settings: Sequence[Setting], decisions: Sequence[Decision]) -> Policy:
    """The disclosure policy, with the names that analysts allowed by ruling."""
    policy = parse_settings(settings).policy
    return replace(policy, allowed_names=(*policy.allowed_names, *allowed_names(decisions)))


def _policy(own: Sequence[Setting]) -> Policy:
    """The ledger's own disclosure policy, else the careful one that is shipped."""
    path = data_folder() / "disclosure.toml"
    text = own[-1].text if own else path.read_text(encoding="utf-8")
    policy, problems = parse_policy(text, path.name)
    assert policy is not None, problems
    return policy


def _check_policy(text: str, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    policy, problems = parse_policy(text, name)
    return (name if policy else None), problems


_Check = Callable[[str, str], tuple[str | None, tuple[Problem, ...]]]


def _check_agreement(own: Own, text: str, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    agreement, problems = parse_agreement(text, name)
    if agreement is None:
        return None, tuple(problems)
    registry = registry_with(own.actors)
    strangers = (p for p in agreement.parties if p.actor not in registry.actors)
    return agreement.id, (*problems, *(found for p in strangers if (found := _stranger(p, name, registry))))


def _stranger(party: Party, name: str, registry: Registry) -> Problem | None:
    """The Problem of a party whose id is nobody's: reports can at most name it by its labels.

    An id made from its name ("x-hill-council") is that of a name no registry has, and right.
    """
    own = fold_name(party.name)
    known = sorted(a.id for a in registry.actors.values() if own in map(fold_name, (a.name, *a.aliases)))
    if not known and party.actor == actor_id_from(party.name):
        return None
    counts = f"only its labels ({', '.join(party.labels)}) will count" if party.labels else "nothing will count"
    mend = f"write {' or '.join(known)}" if known else "look it up with `truceline actors`, or add it to actors.toml"
    return Problem(
        stage="monitor",
        where=f"{name}, parties",
        code="party_not_in_registry",
        message=f"{party.actor!r} is no actor's id: of what reports say of {party.name} {counts} as this party's",
        mend=mend,
    )


def _check_actors(own: Own, text: str, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    beside = tuple(o for o in own.actors if o.source != name)
    found, problems = read_actors(text, name, beside)
    return (name if found.actors else None), problems


def _check_numbers(text: str, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    found, problems = read_numbers(text, name)
    return (name if found.vague else None), problems


def _check_rows(
    parse: Callable[[str, str], tuple[tuple[object, ...], tuple[Problem, ...]]], text: str, name: str
) -> tuple[str | None, tuple[Problem, ...]]:
    found, problems = parse(text, name)
    return (name if found else None), tuple(problems)


_CHECKS: Mapping[str, _Check] = {
    "sources": partial(_check_rows, parse_sources),
    "tallies": partial(_check_rows, parse_official),
    "disclosure": _check_policy,
    NUMBERS: _check_numbers,
}
