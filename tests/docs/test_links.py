"""Every relative link in the project's Markdown leads to something, headings included."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    p
    for p in (
        *ROOT.glob("*.md"),
        *(q for top in ("docs", "examples", "src", "training", "benchmarks") for q in (ROOT / top).rglob("*.md")),
    )
)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def links_of(page: Path) -> Iterator[str]:
    text = CODE.sub("", page.read_text(encoding="utf-8"))
    yield from (target for target in LINK.findall(text) if "://" not in target and not target.startswith("mailto:"))


def headings_of(page: Path) -> set[str]:
    """Anchors as forges make them: lower case, punctuation dropped, spaces to hyphens."""
    lines = CODE.sub("", page.read_text(encoding="utf-8")).splitlines()
    titles = (line.lstrip("#").strip().lower() for line in lines if line.startswith("#"))
    return {re.sub(r"[^\w\- ]", "", title).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    for target in links_of(page):
        path, _, heading = target.partition("#")
        found = page if not path else page.parent / path
        assert found.exists(), f"{page.name} links to {target}"
        assert not heading or heading in headings_of(found), f"{page.name}: no heading for {target}"


def test_pictures_are_small_and_shown():
    shown = (ROOT / "README.md").read_text(encoding="utf-8")
    for picture in (ROOT / "docs" / "images").iterdir():
        assert picture.stat().st_size < 300_000
        assert f"docs/images/{picture.name}" in shown


def test_decisions_are_listed_under_numbers_of_their_own():
    folder = ROOT / "docs" / "decisions"
    files = sorted(p for p in folder.glob("*.md") if p.name != "README.md")
    assert len({p.name[:4] for p in files}) == len(files)
    for decision in files:
        page = decision.read_text(encoding="utf-8")
        assert page.startswith(f"# {decision.name[:4]}: ")
        assert all(f"**{part}.**" in page for part in ("Context", "Choice", "Cost"))
        assert f"]({decision.name})" in (folder / "README.md").read_text(encoding="utf-8")
