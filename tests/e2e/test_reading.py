"""Reading in a real browser: cells light their sentence, layers switch, words narrow; and all of it without scripts."""

import pytest


@pytest.fixture
def plain_page(browser, served):
    context = browser.new_context(base_url=served, java_script_enabled=False)
    yield context.new_page()
    context.close()


def fullest(ledger):
    return max(ledger.snapshot().incidents, key=lambda i: (len(i.accounts), i.id))


def test_a_cell_lights_its_sentence_without_scripts(plain_page, ledger):
    plain_page.goto(f"/incident/{fullest(ledger).id}")
    assert plain_page.locator(".evidence:visible").count() == 0
    cell = plain_page.locator("#row-killed .cell").first
    words = cell.locator(".words").inner_text()
    cell.click()
    lit = plain_page.locator(".evidence:visible")
    assert lit.count() == 1
    assert words[:20] in lit.locator("blockquote").inner_text()


def test_a_facet_of_an_account_lights_its_sentence_without_scripts(plain_page, ledger):
    plain_page.goto(f"/incident/{fullest(ledger).id}")
    plain_page.locator(".accounts > li .told a").first.click()
    assert plain_page.locator(".evidence:visible mark").count() > 0


def test_a_count_lists_what_it_counts_without_scripts(plain_page, ledger):
    document = max(ledger.snapshot().documents, key=lambda d: d.claims)
    plain_page.goto(f"/document/{document.id}")
    count = plain_page.locator(".speakers td a").first
    number = int(count.inner_text())
    count.click()
    assert plain_page.locator(".claims > li").count() >= number
    plain_page.get_by_role("button", name="Reject").first.click()
    assert plain_page.locator(".claims > li.rejected").count() == 1


def test_layers_switch_without_scripts(plain_page, ledger):
    document = max(ledger.snapshot().documents, key=lambda d: d.claims)
    plain_page.goto(f"/document/{document.id}")
    assert plain_page.locator(".margin").first.is_visible()
    plain_page.locator("#layer-claims").uncheck()
    assert not plain_page.locator(".margin").first.is_visible()


def test_an_account_is_accepted_without_scripts(plain_page, ledger):
    one = fullest(ledger)
    plain_page.goto(f"/incident/{one.id}")
    plain_page.get_by_role("button", name="Accept").first.click()
    assert "accept by R. Reviewer" in plain_page.locator(".rulings").inner_text()


def test_words_narrow_timeline_map_and_list_together(page):
    page.goto("/")
    every = page.locator(".incidents > li:visible").count()
    page.get_by_label("Narrow by words").fill("convoy" if page.get_by_text("convoy").count() else "strike")
    assert 0 < page.locator(".incidents > li:visible").count() < every
    page.get_by_label("Narrow by words").fill("no such words")
    assert page.locator(".incidents > li:visible").count() == 0
    assert page.locator(".map .spot:visible").count() == 0


def test_a_card_and_its_words_light_together(page, ledger):
    document = max(ledger.snapshot().documents, key=lambda d: d.claims)
    page.goto(f"/document/{document.id}")
    page.locator(".card summary").first.hover()
    assert page.locator(".seg.together-lit").count() > 0


def test_a_claim_in_the_list_and_its_words_light_together(page, ledger):
    document = max(ledger.snapshot().documents, key=lambda d: d.claims)
    page.goto(f"/document/{document.id}")
    page.locator(".claims > li").first.hover()
    assert page.locator(".seg.together-lit").count() > 0
    assert page.locator(".card.together-lit").count() == 1


def test_a_day_of_the_timeline_filters_the_list(page):
    page.goto("/")
    page.get_by_role("link", name="17 Sep 2016:").click()
    assert "since=2016-09-17" in page.url
    assert "of" in page.locator("#incidents").inner_text()


@pytest.mark.parametrize("width", [1280, 800, 400])
def test_nothing_runs_past_the_edge_unsaid(page, ledger, width):
    page.set_viewport_size({"width": width, "height": 1000})
    most = max(ledger.snapshot().incidents, key=lambda i: min(8, len({a.teller_name for a in i.accounts})))
    for path in (f"/incident/{most.id}", "/review"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    page.goto(f"/incident/{most.id}")
    widths = page.evaluate("['.matrix', '.scroll'].map((part) => document.querySelector(part).offsetWidth)")
    assert widths[0] <= widths[1] or page.locator(".wide-hint").is_visible()


def test_on_a_phone_the_timeline_begins_at_its_first_incident(page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/")
    box = page.locator(".scroll:has(> .timeline)").bounding_box()
    first = min(bar.bounding_box()["x"] for bar in page.locator(".timeline .bar").all())
    assert box["x"] <= first < box["x"] + box["width"] / 2


def test_nobody_named_is_not_said_twice(page, ledger):
    silent = next(c for c in ledger.snapshot().claims if c.source_words == "" and c.speaker is None)
    page.goto(f"/document/{silent.document}")
    rows = page.locator(".speakers th[scope=row]").all_inner_texts()
    assert "no source named" in " ".join(rows)
    assert "nobody named" not in " ".join(row for row in rows if "no source" in row)


def test_on_a_phone_the_tables_of_a_question_break_no_word(page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/review")
    broken = page.evaluate(
        """() => [...document.querySelectorAll(".side td")].flatMap((cell) => {
            const text = cell.lastChild;
            return [...text.data.matchAll(/[A-Za-z]+/g)].filter((word) => {
                const range = document.createRange();
                range.setStart(text, word.index);
                range.setEnd(text, word.index + word[0].length);
                return range.getClientRects().length > 1;
            }).map((word) => word[0]);
        })"""
    )
    assert broken == []


def test_on_paper_nothing_of_the_matrix_is_cut_off(page, ledger):
    page.set_viewport_size({"width": 688, "height": 1000})  # A4 within its margins
    page.emulate_media(media="print")
    for incident in sorted(ledger.snapshot().incidents, key=lambda i: len(i.accounts))[-3:]:
        page.goto(f"/incident/{incident.id}")
        ends = page.evaluate(
            "[...document.querySelectorAll('.matrix, .matrix .together, .matrix .together *')]"
            ".map((part) => part.getBoundingClientRect().right)"
        )
        assert max(ends) <= 688
        assert page.locator(".matrix .together").first.is_visible()


def test_who_speaks_shows_every_teller(page, ledger):
    document = max(ledger.snapshot().documents, key=lambda d: d.claims)
    page.set_viewport_size({"width": 1280, "height": 4000})
    page.goto(f"/document/{document.id}")
    hidden = page.evaluate(
        """() => [...document.querySelectorAll(".speakers tr")].filter((row) => {
            const box = row.parentElement.closest("div").getBoundingClientRect();
            return row.getBoundingClientRect().bottom > box.bottom + 1;
        }).length"""
    )
    assert hidden == 0
