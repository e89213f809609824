"""Quotations that stand alone, a sentence in marks or a block set off, are whose the sentence before tells of."""

import pytest

from reads import claims

SAID = "It was quiet there on Monday."


def told(text: str) -> list[tuple[str | None, str]]:
    """Who says what, of claims whose content holds the quotation."""
    made = [(c.speaker, " ".join(text[a:b] for a, b in c.content).strip("“”\"'")) for c in claims(text)]
    return [(who, said) for who, said in made if "quiet" in said]


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Colonel Marek Holl does not turn a hair.", "Marek Holl"),
        ("Lavinia Brandt, who keeps the list, was blunt when I rang:", "Lavinia Brandt"),
        ("The envoy Beatrice Lang put down her pen. And the bridge?", "Beatrice Lang"),
        ("The miller shrugged.", None),
    ],
)
def test_a_sentence_in_marks_is_whose_the_sentence_before_is_about(before: str, who: str | None) -> None:
    assert told(f"{before} “{SAID}” Two days later the bridge fell.") == [(who, SAID)]


def test_a_block_behind_a_colon_is_whose_the_paragraph_before_ends_with() -> None:
    text = f"Varnia’s ambassador, old Teodor Vance, was on his feet:\n\n> {SAID}[3]\n\nSo do I."
    assert told(text) == [("Teodor Vance", SAID)]


@pytest.mark.parametrize("before", ["Marek Holl was shot on Monday.", "Marek Holl met Beatrice Lang."])
def test_it_is_nobodys_whom_harm_befell_nor_one_of_two_mens(before: str) -> None:
    assert all(who is None for who, _ in told(f"{before} “{SAID}” Two days later the bridge fell."))
