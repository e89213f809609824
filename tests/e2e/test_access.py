"""Every page in a real browser: no violation by axe-core, no complaint on the console, in light and in dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

PAGES = (
    "/", "/?since=2016-09-17&until=2016-09-17", "INCIDENT", "DOCUMENT", "/documents", "/review", "/ceasefire",
    "/ceasefire/incidents?agreement=syria-september-2016&position=sy-gov&term=no-attacks", "/sources", "/problems",
    "/search?q=convoy", "/report", "/add", "/analyst", "/decisions", "/names", "/keys", "/incident/none",
)  # fmt: skip


def address(path: str, ledger) -> str:
    snapshot = ledger.snapshot()
    fullest = max(snapshot.incidents, key=lambda i: len(i.accounts))
    longest = max(snapshot.documents, key=lambda d: d.claims)
    return path.replace("INCIDENT", f"/incident/{fullest.id}").replace(
        "DOCUMENT", f"/document/{longest.id}?layers=claims,accounts,places,times,figures"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_no_violation_and_no_complaint(page, ledger, path, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(address(path, ledger))
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert [c for c in page.complaints if "404" not in c] == []


@pytest.mark.parametrize("path", ["/", "INCIDENT", "DOCUMENT", "/ceasefire", "/review", "/report"])
def test_a_phone_needs_no_sideways_scrolling(page, ledger, path):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address(path, ledger))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_neither_an_open_card_nor_a_refused_form_has_a_violation(page, ledger, scheme):
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme=scheme)
    page.goto(address("DOCUMENT", ledger))
    page.keyboard.press("j")
    page.keyboard.press("e")
    found = [Axe().run(page)]
    card = page.locator(".account.here")
    card.get_by_label("The teller").select_option("says")
    card.get_by_label("Reason").fill("read again")
    with page.expect_navigation():
        card.get_by_role("button", name="Save the edit").click()
    assert page.get_by_role("alert").is_visible()
    found.append(Axe().run(page))
    assert [one.violations_count for one in found] == [0, 0], [one.generate_report() for one in found]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
