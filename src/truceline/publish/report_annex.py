"""The report's annex: numbered incidents with their accounts as footnotes."""

from dataclasses import dataclass

from truceline.model.account import FIGURES
from truceline.model.plain import to_plain
from truceline.model.snapshot import Incident, LedgerAccount
from truceline.publish import words
from truceline.publish.report_scene import NOT_KNOWN, Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """One account: its letter, who tells it, where it was read, and whether it speaks for or against."""

    letter: str
    teller: str
    document: str
    published: str
    line: int
    stance: str
    review: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexLine:
    """One incident as the annex prints it."""

    number: int
    id: str
    title: str
    time: str
    precision: str
    place: str
    place_precision: str
    background: str
    killed: str
    injured: str
    attribution: str
    grade: str
    review: str
    footnotes: tuple[Footnote, ...]


def annex(scene: Scene) -> tuple[AnnexLine, ...]:
    """Every incident of the period, numbered."""
    attributed = {b.incident: b.attributed_by for b in scene.breaches if b.attributed_by}
    return tuple(
        AnnexLine(
            number=scene.numbers[i.id],
            id=i.id,
            title=i.title,
            time=words.say_time(i.time),
            precision=(i.time.granularity if i.time else None) or NOT_KNOWN,
            place=words.say_place(i.place),
            place_precision=(i.place.precision if i.place else None) or NOT_KNOWN,
            background=_background(i),
            killed=words.say_toll(i.killed) if i.killed else NOT_KNOWN,
            injured=words.say_toll(i.injured) if i.injured else NOT_KNOWN,
            attribution=f"attributed by {scene.name(attributed[i.id])}" if i.id in attributed else "not attributed",
            grade=i.grade,
            review=words.REVIEWS.get(i.review, i.review),
            footnotes=_footnotes(i, scene),
        )
        for i in scene.incidents
    )


def _background(incident: Incident) -> str:
    disputed = [words.FACETS.get(f, f).lower() for f, s in incident.facets.items() if s.status == "disputed"]
    lines = words.plural(incident.independent_lines, "independent line")
    return f"{lines}; disputed: {', '.join(disputed)}" if disputed else lines


def _footnotes(incident: Incident, scene: Scene) -> tuple[Footnote, ...]:
    live = [a for a in incident.accounts if a.review != "rejected"]
    lines = {line: n for n, line in enumerate(dict.fromkeys(a.line for a in live), 1)}
    return tuple(
        Footnote(
            letter=words.letter(n).lower(),
            teller=account.teller_name or NOT_KNOWN,
            document=_document(account, scene),
            published=_published(account, scene),
            line=lines[account.line],
            stance=_stance(account, scene),
            review=words.say_review(account.review, account.extractor),
        )
        for n, account in enumerate(live)
    )


def _published(account: LedgerAccount, scene: Scene) -> str:
    """When the account's document came out, open ends and all, as its page says."""
    known = scene.documents.get(account.document)
    return words.say_time(known.published) if known is not None and known.published else "not dated"


def _document(account: LedgerAccount, scene: Scene) -> str:
    known = scene.documents.get(account.document)
    return (known.title or known.given_id) if known else account.document


_DOERS = ("responsibility", "actor")


def _stance(account: LedgerAccount, scene: Scene) -> str:
    """What the account holds: its figures, whom it names, and what it denies."""
    affirmed = [f for f in account.facets if f.polarity == "affirmed"]
    told = [f"{f.facet} {words.say_value(to_plain(f.value), scene.names)}" for f in affirmed if f.facet in FIGURES]
    doers = [words.say_value(f.value, scene.names) for name in _DOERS for f in affirmed if f.facet == name]
    if doers:
        told.append(f"by whom: {', '.join(dict.fromkeys(doers))}")
    denied = [words.FACETS.get(f.facet, f.facet).lower() for f in account.facets if f.polarity == "denied"]
    if denied:
        told.append(f"denies: {', '.join(dict.fromkeys(denied))}")
    elif affirmed:
        told.insert(0, "affirms")
    return "; ".join(dict.fromkeys(told)) or "leaves it open"
