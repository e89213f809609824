"""What a stated total is headed by."""

from pathlib import Path

from truceline.ledger import Ledger


def titles(folder: Path, text: str) -> set[str]:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    ledger = Ledger(folder / "a.truce")
    ledger.add([folder / "a.txt"])
    found = {i.title for i in ledger.snapshot().incidents}
    ledger.close()
    return found


def test_a_total_of_people_is_headed_by_people_and_not_by_what_was_done_to_them(tmp_path: Path) -> None:
    text = "10 March 2031\n\nSince 1 March at least 96 civilians were killed and 240 injured in Dravena."
    assert titles(tmp_path, text) == {
        "Stated total: at least 96 civilians killed, 240 injured in Dravena, since 1 March 2031"
    }


def test_a_total_of_attacks_is_headed_by_the_attacks(tmp_path: Path) -> None:
    text = "10 March 2031\n\nSince 1 March, 31 violations of the ceasefire, which killed 12 people, were recorded."
    assert all("31 alleged violations" in title for title in titles(tmp_path, text) if title.startswith("Stated total"))
