"""Account cards beside the text: facets and their words light together, words open cards, and keys rule there."""

import pytest


@pytest.fixture
def document(ledger) -> str:
    """Address of the document that tells most accounts, with their layer on."""
    told = [a.document for i in ledger.snapshot().incidents for a in i.accounts]
    return f"/document/{max(sorted(set(told)), key=told.count)}?layers=accounts"


def reviews(ledger) -> list[tuple[str, str]]:
    return sorted((a.id, a.review) for i in ledger.snapshot().incidents for a in i.accounts)


def test_every_account_of_the_text_has_a_card_with_its_incident_and_facets(page, ledger, document):
    page.goto(document)
    own = [
        (i.title, a) for i in ledger.snapshot().incidents for a in i.accounts if f"/document/{a.document}?" in document
    ]
    assert page.locator(".account:visible").count() == len(own)
    first = page.locator(".account").first
    page.keyboard.press("j")
    assert any(title in first.locator("summary").first.inner_text() for title, _ in own)
    assert first.locator(".facets a").count() > 0


def test_a_facet_lights_its_own_words_alone(page, document):
    page.goto(document)
    page.keyboard.press("j")
    facets = page.locator(".account.here .facets a")
    for light in (facets.nth(0).hover, facets.nth(1).focus):
        page.mouse.move(0, 0)
        light()
        lit = " ".join(page.locator(".seg.together-lit").all_inner_texts())
        assert lit
        assert len(lit) < len(" ".join(page.locator(".seg.l-accounts").all_inner_texts()))
    facets.nth(0).click()
    assert page.locator(".seg.pointed-at").count() > 0


def test_a_marked_word_opens_its_card(page, document):
    page.goto(document)
    word = page.locator("a.seg").last
    word.click()
    card = page.locator(".account.here")
    assert card.locator(".facets").is_visible()
    assert card.get_attribute("id") in word.get_attribute("data-keys").split()


@pytest.mark.parametrize(("key", "state"), [("a", "accepted"), ("r", "rejected")])
def test_an_account_is_ruled_on_beside_its_text(page, ledger, document, key, state):
    before = reviews(ledger)
    page.goto(document)
    page.keyboard.press("j")
    page.keyboard.press("j")
    place = page.locator(".account.here").get_attribute("id")
    with page.expect_navigation():
        page.keyboard.press(key)
    assert page.locator(f"#{place}.{state}.here").is_visible()
    page.keyboard.press("j")
    assert page.locator(".account.here").get_attribute("id") != place
    with page.expect_navigation():
        page.keyboard.press("u")
    assert reviews(ledger) == before
    assert page.complaints == []


def test_an_account_is_edited_beside_its_text(page, document):
    page.goto(document)
    card = page.locator(".account.here")
    page.keyboard.press("j")
    while "Killed" not in card.inner_text():
        page.keyboard.press("j")
    page.keyboard.press("e")
    card.get_by_label("Facet").select_option("killed")
    card.get_by_label("New value").fill("7")
    card.get_by_label("Reason").fill("counted again")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "7, set by R. Reviewer" in page.locator(".account.here .facets").inner_text()


def test_a_ruling_leads_back_to_the_text_as_it_was_shown(page, document):
    page.goto(document.partition("?")[0])
    page.locator("#layer-claims").uncheck()
    page.locator("#layer-accounts").check()
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("a")
    assert page.locator("#layer-accounts").is_checked()
    assert not page.locator("#layer-claims").is_checked()


def test_with_the_layer_off_the_words_are_plain_text(page, document):
    page.goto(document.partition("?")[0])
    page.locator("a.seg").first.click()
    assert page.locator(".account:visible").count() == 0
    assert page.locator("a.seg").first.get_attribute("tabindex") == "-1"


def test_cards_words_and_rulings_work_without_scripts(browser, served, ledger, document):
    context = browser.new_context(base_url=served, java_script_enabled=False)
    plain = context.new_page()
    plain.goto(document)
    plain.locator("a.seg").first.click()
    card = plain.locator(".account:has(:target)")
    assert card.locator(".facets").is_visible()
    card.locator(".facets a").first.click()
    assert plain.locator(".seg.lit").count() > 0
    assert plain.locator(".account .facets:visible").count() == 1
    plain.get_by_role("button", name="Accept").first.click()
    assert "accepted" in {review for _, review in reviews(ledger)}
    assert plain.locator(".account.accepted").is_visible()
    context.close()


def test_an_incident_leads_to_its_account_in_the_text_and_back(page, document):
    page.goto(document)
    page.keyboard.press("j")
    place = page.locator(".account.here").get_attribute("id")
    page.locator(".account.here").get_by_role("link", name="beside the other accounts").click()
    assert page.locator(f"#{place}.here").is_visible()
    page.locator(f"#{place} .facts a").first.click()
    assert page.locator(f"#{place}.here .facets").is_visible()
