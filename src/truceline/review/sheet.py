"""A ledger laid out for review in a spreadsheet: a row a facet of every account, and a row a pair in question."""

from collections.abc import Mapping, Sequence

from truceline.model.account import Facet
from truceline.model.decision import Decision
from truceline.model.reading import Reading
from truceline.model.sheet import Cell, Sheet
from truceline.model.snapshot import Incident, LedgerAccount, Snapshot
from truceline.review.anchors import find_incident_key, incident_words, sentence_at
from truceline.review.questions import open_questions
from truceline.review.standing import standing
from truceline.review.states import UNRULED, account_state, digest, judgements
from truceline.review.wording import typed_words

ACCOUNTS, PAIRS = "review", "pairs"
RULINGS = ("accept", "edit", "reject", "deny", "clear")
"""On an account: as read; with a new value; not at all; the teller denies the facet; the facet is not said."""
PAIR_RULINGS = ("same", "different")
COLUMNS = (
    "incident", "title", "account", "no", "facet", "says", "value", "low", "high", "teller", "words", "sentence",
    "document", "proposed by", "review", "ruling", "new value", "note", "state",
)  # fmt: skip
PAIR_COLUMNS = (
    "first", "first incident", "first words", "second", "second incident", "second words", "why", "ruling", "note",
    "state",
)  # fmt: skip
MARK = "sheet"
"""Under this key a decision's values hold a digest of the lines it was made from: the same lines rule once."""
_SAYS = {"affirmed": "says", "denied": "denies", "open": "leaves open"}
_ABOUT = (
    "For review in the house: nothing in this workbook went through the disclosure policy.",
    "Sheet review: a row a facet. Rule an account in any of its rows, in the column ruling:",
    "accept: the account is as it was read. reject: it counts nowhere.",
    "edit: the facet is as written in new value, as 62, at least 62, 18-21, 2016-09-19, Harun @ 36.2, 37.1.",
    "deny: the teller denies this facet. clear: the teller does not say it.",
    "For a facet that is missing, insert a row with account, facet and new value, and leave no and state blank.",
    "Sheet pairs: same or different. note is kept with the ruling. Leave account, no and state as they are.",
    "Then: truceline decide import THIS-FILE.xlsx --analyst NAME --ledger LEDGER",
)


def review_sheets(snapshot: Snapshot, readings: Mapping[str, Reading]) -> tuple[Sheet, ...]:
    """Sheets to rule in, and one that says how; `readings` by document, as reviewed."""
    given = {d.id: d.given_id for d in snapshot.documents}
    rows = [
        row
        for incident in snapshot.incidents
        for account in incident.accounts
        for row in _account_rows(incident, account, readings[account.document], given[account.document])
    ]
    return (
        Sheet(
            name=ACCOUNTS,
            rows=(COLUMNS, *rows),
            choices={"ruling": RULINGS},
            fill=("ruling", "new value", "note"),
        ),
        Sheet(
            name=PAIRS,
            rows=(PAIR_COLUMNS, *_pair_rows(snapshot, readings)),
            choices={"ruling": PAIR_RULINGS},
            fill=("ruling", "note"),
        ),
        Sheet(name="about", rows=(("how to review here",), *((line,) for line in _ABOUT))),
    )


def pair_state(members: tuple[str, str], snapshot: Snapshot, readings: Mapping[str, Reading]) -> str:
    """What two reports say and what is ruled on them, in short."""
    words = [_member_words(m, readings) for m in sorted(members)]
    return digest([words, judgements(snapshot).get(frozenset(members), UNRULED)])


def marks(decisions: Sequence[Decision]) -> set[str]:
    """Marks of the lines whose rulings stand."""
    return {str(d.values[MARK]) for d in standing(decisions) if d.values and MARK in d.values}


def _account_rows(
    incident: Incident, account: LedgerAccount, reading: Reading, document: str
) -> list[tuple[Cell, ...]]:
    about = {
        "incident": incident.id,
        "title": incident.title,
        "account": account.id,
        "teller": account.teller_name,
        "document": document,
        "proposed by": account.extractor,
        "review": "proposed" if account.review == "machine" else account.review,
        "state": account_state(account),
    }
    told = [facet_cells(no, facet, reading) for no, facet in enumerate(account.facets, 1)]
    return [tuple((about | cells).get(column) for column in COLUMNS) for cells in told or [{}]]


def facet_cells(no: int, facet: Facet, reading: Reading) -> dict[str, Cell]:
    """What the sheet says of one facet, by column."""
    bounds = facet.value if isinstance(facet.value, Mapping) and "comparator" in facet.value else {}
    return {
        "no": no,
        "facet": facet.facet,
        "says": _SAYS[facet.polarity],
        "value": typed_words(facet.value),
        "low": bounds.get("low"),
        "high": bounds.get("high"),
        "words": facet.text,
        "sentence": sentence_at(reading, facet.spans),
    }


def _pair_rows(snapshot: Snapshot, readings: Mapping[str, Reading]) -> list[tuple[Cell, ...]]:
    titles = {i.id: f"{i.id} {i.title}" for i in snapshot.incidents}
    rows: list[tuple[Cell, ...]] = []
    for question in open_questions(snapshot):
        if question.kind in {"account", "speaker"}:
            continue
        a, b = question.targets
        first, second = titles[question.incidents[0]], titles[question.incidents[-1]]
        words = [_member_words(m, readings) for m in (a, b)]
        state = pair_state((a, b), snapshot, readings)
        rows.append((a, first, words[0], b, second, words[1], question.why, None, None, state))
    return rows


def _member_words(member: str, readings: Mapping[str, Reading]) -> str:
    document, _, key = member.partition("/")
    reading = readings.get(document)
    incident = find_incident_key(reading, key) if reading else None
    return incident_words(reading, incident) if reading and incident else ""
