"""The matrix the program exists for: facets by tellers, tellers grouped by line of evidence, each cell on its words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from truceline.model.account import Facet
from truceline.model.actor import Actor
from truceline.model.claim import Claim
from truceline.model.reading import Citation, Reading
from truceline.model.snapshot import FacetState, FacetValue, Incident, LedgerAccount, Toll, in_line_order
from truceline.publish.names import names_then
from truceline.publish.words import FACETS, say_moment, say_toll, say_value, standing
from truceline.web.views.names import TellerMark, teller_marks, teller_of
from truceline.web.views.quotes import Quote, quoted
from truceline.web.views.set_values import NOTHING_SET, SetValues, set_by

Stance = Literal["says", "denies", "admits", "leaves open"]
ALWAYS = ("occurrence", "time", "place", "actor", "target", "killed", "injured", "intent", "notice", "responsibility")
SHORT = 90
"""Characters of a teller's own words a cell shows; the side panel has the whole sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One facet of one account in one cell; `key` names its sentence in the side panel.

    `by` is the analyst who set the value, empty where the document says it.
    """

    key: str
    stance: Stance
    certainty: str
    words: str
    value: str
    reference: str
    document: str
    review: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What a saying rests on, for the side panel; `quote` is None where a table row or an analyst stated it."""

    key: str
    facet: str
    saying: Saying
    mark: TellerMark
    document: str
    document_title: str
    quote: Quote | None
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One teller within one line of evidence."""

    mark: TellerMark
    line: int
    accounts: tuple[LedgerAccount, ...]
    review: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracket:
    """One independent line: how many columns it spans, and why they are one."""

    number: int
    span: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One facet: a tuple of sayings a column (empty where silent), its state and range."""

    facet: str
    label: str
    cells: tuple[tuple[Saying, ...], ...]
    status: str
    range: str
    spread: tuple[tuple[str, str, int], ...]
    """Each value told, what is to be known of it besides, and its lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Columns under brackets, rows, and every sentence behind a cell."""

    brackets: tuple[Bracket, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    sentences: tuple[Sentence, ...]


def matrix(
    incident: Incident,
    readings: Mapping[str, Reading],
    names: Mapping[str, str],
    renamed: Sequence[Actor] = (),
    by: SetValues = NOTHING_SET,
) -> Matrix:
    """An incident's accounts side by side; rejected ones are left to the list below.

    `renamed` are actors that are called by their names at the time of each document; `by` says what analysts set.
    """
    then = {key: {**names, **names_then(renamed, reading.document.published)} for key, reading in readings.items()}
    live = [a for a in incident.accounts if a.review != "rejected"]
    columns = _columns(live, names)
    rows, sentences = [], []
    for facet in _facets(incident, live):
        cells = []
        for column in columns:
            found = [
                _sentence(a, f, column, readings, (then.get(a.document, names), set_by(a, f, by)))
                for a in column.accounts
                for f in a.facets
                if f.facet == facet
            ]
            sentences += found
            cells.append(tuple(s.saying for s in found))
        rows.append(_row(facet, tuple(cells), incident, names))
    return Matrix(brackets=_brackets(columns), columns=tuple(columns), rows=tuple(rows), sentences=tuple(sentences))


def _facets(incident: Incident, accounts: Sequence[LedgerAccount]) -> list[str]:
    told = {f.facet for a in accounts for f in a.facets} | {
        n for n, s in incident.facets.items() if s.status != "unknown"
    }
    return [name for name in FACETS if name in ALWAYS or name in told]


def _columns(accounts: Sequence[LedgerAccount], names: Mapping[str, str]) -> list[Column]:
    lines = {line: n for n, line in enumerate(dict.fromkeys(a.line for a in accounts), 1)}
    groups: dict[tuple[int, str], list[LedgerAccount]] = {}
    for account in in_line_order(accounts):
        groups.setdefault((lines[account.line], teller_of(account, names)), []).append(account)
    marks = teller_marks(teller for _, teller in groups)
    return [
        Column(
            mark=marks[teller],
            line=line,
            accounts=tuple(members),
            review=_joint_review(members),
            said=_said_when(members),
        )
        for (line, teller), members in groups.items()
    ]


def _joint_review(accounts: Sequence[LedgerAccount]) -> str:
    reviews = {a.review for a in accounts}
    if not reviews <= {"accepted", "edited"}:
        return "machine"
    return "edited" if "edited" in reviews else "accepted"


def _said_when(accounts: Sequence[LedgerAccount]) -> str:
    times = sorted({t for a in accounts if (t := a.stated_at or a.published)})
    return say_moment(times[0]) if times else ""


def _brackets(columns: Sequence[Column]) -> tuple[Bracket, ...]:
    brackets: list[Bracket] = []
    for column in columns:
        reason = next((a.line_reason for a in column.accounts if a.line_reason), "")
        if brackets and brackets[-1].number == column.line:
            last = brackets.pop()
            brackets.append(Bracket(number=last.number, span=last.span + 1, reason=last.reason or reason))
        else:
            brackets.append(Bracket(number=column.line, span=1, reason=reason))
    return tuple(brackets)


def _sentence(
    account: LedgerAccount,
    facet: Facet,
    column: Column,
    readings: Mapping[str, Reading],
    said: tuple[Mapping[str, str], str],
) -> Sentence:
    names, by = said
    reading = readings.get(account.document)
    claim = _claim(reading, facet.claim or account.claim)
    saying = Saying(
        key=sentence_key(account, facet),
        stance=_stance(facet, claim),
        certainty="" if facet.certainty == "stated" else facet.certainty,
        words=shortened(facet.text),
        value=say_value(facet.value, names),
        reference=reference_of(account, claim, reading),
        document=account.document,
        review=account.review,
        by=by,
    )
    quote = quoted(reading, facet.spans) if reading else None
    where = f"?lit={facet.spans[0][0]}-{facet.spans[0][1]}#lit" if facet.spans else ""
    title = (reading.document.title or reading.document.id) if reading else account.document
    return Sentence(
        key=saying.key,
        facet=FACETS.get(facet.facet, facet.facet),
        saying=saying,
        mark=column.mark,
        document=account.document,
        document_title=title,
        quote=quote,
        href=f"/document/{account.document}{where}",
    )


def sentence_key(account: LedgerAccount, facet: Facet) -> str:
    """Name of a facet's sentence in the side panel."""
    key = f"{account.id}.{facet.facet}.{facet.spans[0][0] if facet.spans else 0}.{account.facets.index(facet)}"
    return "s-" + "".join(c if c.isalnum() else "-" for c in key)


def _claim(reading: Reading | None, claim: str | None) -> Claim | None:
    return next((c for c in reading.claims if c.id == claim), None) if reading and claim else None


def _stance(facet: Facet, claim: Claim | None) -> Stance:
    if facet.polarity == "denied":
        return "denies"
    if facet.polarity == "open":
        return "leaves open"
    return "admits" if claim and claim.act == "admits" else "says"


def shortened(text: str) -> str:
    """The first words of a longer text."""
    words = " ".join(text.split())
    return words if len(words) <= SHORT else words[: SHORT - 1].rsplit(" ", 1)[0] + " …"


def reference_of(account: LedgerAccount, claim: Claim | None, reading: Reading | None) -> str:
    """What stands behind an account in its document: "[7] example.org" or "no reference"; and who proposed it."""
    proposed = f"; proposed by {account.extractor}" if account.extractor else ""
    return _cited(account, claim, reading) + proposed


def _cited(account: LedgerAccount, claim: Claim | None, reading: Reading | None) -> str:
    wanted = claim.citations if claim and claim.citations else account.citations
    if not wanted:
        return "no reference"
    known = {c.id: c for c in reading.citations} if reading else {}
    said = [_say_citation(known[one]) if one in known else one for one in wanted]
    return ", ".join(dict.fromkeys(said))


def _say_citation(citation: Citation) -> str:
    marker = f"[{citation.marker}]" if citation.marker else ""
    return f"{marker} {citation.outlet or citation.url or ''}".strip()


def _row(facet: str, cells: tuple[tuple[Saying, ...], ...], incident: Incident, names: Mapping[str, str]) -> Row:
    states: Mapping[Any, FacetState] = incident.facets
    state = states.get(facet)
    return Row(
        facet=facet,
        label=FACETS[facet],
        cells=cells,
        status=standing(facet, incident) if state else ("unknown" if not any(cells) else "single"),
        range=_range(facet, incident),
        spread=tuple((say_value(v.value, names), _aside(v, _toll(facet, incident)), v.lines) for v in state.values)
        if state
        else (),
    )


def _aside(value: FacetValue, toll: Toll | None) -> str:
    """Whether a value is not affirmed; of a number, whether the range leaves it out: as a part, or as replaced."""
    if value.polarity != "affirmed":
        return value.polarity
    told = value.value if isinstance(value.value, dict) else {}
    ends = [n for n in (told.get("low"), told.get("high")) if n is not None]
    if toll is None or not ends:
        return ""
    return "" if _holds(toll, min(ends), max(ends)) else "not in the range:"


def _holds(toll: Toll, low: float, high: float) -> bool:
    """Whether a range holds all numbers between two."""
    top = toll.most if toll.high is None else toll.high
    return low >= (toll.low or 0) and (top is None or high <= top)


def _toll(facet: str, incident: Incident) -> Toll | None:
    return {"killed": incident.killed, "injured": incident.injured}.get(facet)


def _range(facet: str, incident: Incident) -> str:
    toll = _toll(facet, incident)
    return say_toll(toll) if toll else ""
