"""What is one line of evidence, though it stands as two accounts."""

from pathlib import Path

from truceline.ledger import Ledger
from truceline.model.snapshot import Incident


def incidents(folder: Path, *texts: str) -> tuple[Incident, ...]:
    for n, text in enumerate(texts):
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")
    ledger = Ledger(folder / "a.truce")
    ledger.add([folder / f"{n}.txt" for n in range(len(texts))])
    found = ledger.snapshot().incidents
    ledger.close()
    return found


def lines_of(folder: Path, *texts: str) -> dict[str, str]:
    return {a.teller_name: a.line for i in incidents(folder, *texts) for a in i.accounts}


def test_a_headline_is_no_line_beside_the_text_below_it(tmp_path: Path) -> None:
    (incident,) = incidents(
        tmp_path,
        "Market shelling kills two in Kalinov\n\nKALINOV, 14 March 2031 (Halden Wire) - Two people were killed when "
        "shells struck a market in Kalinov on Monday, a provincial health official said.",
    )
    assert {a.teller_name for a in incident.accounts} == {"Halden Wire", "a provincial health official"}
    assert incident.independent_lines == 1


def test_the_statement_is_the_body_s_that_spoke_right_before(tmp_path: Path) -> None:
    told = lines_of(
        tmp_path,
        "KALINOV, 14 March 2031 - The Orvel Front said on Tuesday that the army had shelled a market in Kalinov. "
        '"This is a flagrant breach of the truce," the statement said.',
    )
    assert set(told) == {"Orvel Front"}


def test_bodies_of_a_state_that_nobody_names_are_one_line(tmp_path: Path) -> None:
    told = lines_of(
        tmp_path,
        "14 March 2031. The army said that a drone killed three people in Kalinov on 13 March 2031. The defence "
        "ministry said the drone had killed four. Valley Relief said that it killed five.",
    )
    assert told["army"] == told["defence ministry"] != told["Valley Relief"]


def test_a_person_is_one_line_where_only_one_text_says_for_whom_he_speaks(tmp_path: Path) -> None:
    spokesman = "a spokesman for the Orvel Front, said that shells killed three people in Kalinov on 13 March 2031."
    told = incidents(
        tmp_path,
        f"14 March 2031. Deren Pask, {spokesman}",
        "15 March 2031. Deren Pask said that shells killed four people in Kalinov on 13 March 2031.",
    )
    assert [(len(i.accounts), i.independent_lines) for i in told] == [(2, 1)]
