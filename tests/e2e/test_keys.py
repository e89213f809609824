"""Review by keyboard alone: accept, reject, merge, and undo each."""

import re

import pytest

from truceline.review.ask import Ask


def standing(ledger) -> list[tuple[str, str]]:
    return sorted((a.id, a.review) for i in ledger.snapshot().incidents for a in i.accounts)


def fullest(ledger):
    return max(ledger.snapshot().incidents, key=lambda i: (len(i.accounts), i.id))


@pytest.mark.parametrize(("key", "verb"), [("a", "accept"), ("r", "reject")])
def test_an_account_is_ruled_on_and_the_ruling_undone(page, ledger, key, verb):
    before = standing(ledger)
    page.goto(f"/incident/{fullest(ledger).id}")
    page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press(key)
    assert page.locator(".rulings li.open b").first.inner_text() == verb
    assert standing(ledger) != before
    with page.expect_navigation():
        page.keyboard.press("u")
    assert page.locator(".rulings li b").first.inner_text() == f"undo {verb}"
    assert standing(ledger) == before
    assert page.complaints == []


@pytest.mark.parametrize("key", ["a", "r"])
def test_with_nothing_chosen_the_first_press_chooses_and_says_so(page, ledger, key):
    before = standing(ledger)
    page.goto(f"/incident/{fullest(ledger).id}")
    page.keyboard.press(key)
    first = page.locator(".accounts > li").first
    assert "here" in (first.get_attribute("class") or "")
    assert page.get_by_role("status").inner_text().startswith("Chosen: " + first.get_attribute("data-said"))
    assert f"Press {key} again" in page.get_by_role("status").inner_text()
    assert standing(ledger) == before


FOCUSED = "document.activeElement.closest('li')?.id"


def test_a_ruling_says_what_it_did_and_the_focus_stays(page, ledger):
    page.goto(f"/incident/{fullest(ledger).id}")
    page.keyboard.press("j")
    page.keyboard.press("j")
    item = page.locator(".accounts .here")
    place, said = item.get_attribute("id"), item.get_attribute("data-said")
    for key, verb in (("a", "Accepted"), ("r", "Rejected")):
        with page.expect_navigation():
            page.keyboard.press(key)
        assert page.get_by_role("status").inner_text() == f"{verb}: {said}. Press u to undo it."
        assert page.evaluate(FOCUSED) == place
    with page.expect_navigation():
        page.keyboard.press("u")
    assert page.get_by_role("status").inner_text() == f"Undone: reject, {said}. It is now accepted, by R. Reviewer."
    assert page.evaluate(FOCUSED) == place
    page.reload()
    assert page.get_by_role("status").inner_text() == ""


def test_a_key_the_chosen_claim_lacks_rules_on_no_other(page, ledger):
    document = max(ledger.snapshot().documents, key=lambda d: d.claims)
    page.goto(f"/document/{document.id}")
    page.keyboard.press("a")
    with page.expect_navigation():
        page.keyboard.press("a")
    after = reviews(ledger)
    page.keyboard.press("a")
    assert page.get_by_role("status").inner_text().endswith("has no a.")
    assert reviews(ledger) == after


def reviews(ledger) -> list[tuple[str, str, str | None]]:
    return [(c.id, c.review, c.speaker) for c in ledger.snapshot().claims]


@pytest.mark.parametrize(("key", "state"), [("a", "accepted"), ("r", "rejected")])
def test_a_claim_is_ruled_on_and_the_ruling_undone(page, ledger, key, state):
    before = reviews(ledger)
    document = max(ledger.snapshot().documents, key=lambda d: d.claims)
    page.goto(f"/document/{document.id}")
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press(key)
    assert page.locator(".claims .here .review").first.inner_text().strip() == state
    with page.expect_navigation():
        page.keyboard.press("u")
    assert reviews(ledger) == before
    assert page.complaints == []


def test_who_speaks_is_corrected_by_keyboard_alone(page, ledger):
    document = max(ledger.snapshot().documents, key=lambda d: d.claims)
    page.goto(f"/document/{document.id}")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.keyboard.type("Mara Vel")
    page.locator(".claims .here").get_by_label("Reason").focus()
    page.keyboard.type("named two lines above")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "Mara Vel" in {c.speaker for c in ledger.snapshot().claims if c.review == "edited"}


def test_one_key_says_who_he_is(page, ledger, tmp_path):
    report = tmp_path / "two-officers.txt"
    report.write_text("General Oren Vask met Colonel Tarin Rell at Tarn on Sunday. He said that two soldiers had died.")
    ledger.add([report])
    page.goto("/review")
    while page.locator("button[data-key='1']").count() == 0:
        with page.expect_navigation():  # fails where no question is left that has a name to choose
            page.keyboard.press("s")
    name = page.locator("button[data-key='1']").inner_text().removesuffix("1").strip()
    with page.expect_navigation():
        page.keyboard.press("1")
    assert name in {c.speaker for c in ledger.snapshot().claims if c.review == "edited"}


def test_two_incidents_are_merged_and_parted_again(page, ledger):
    before = {i.id for i in ledger.snapshot().incidents}
    one = fullest(ledger)
    page.goto(f"/incident/{one.id}")
    page.get_by_label("Reason").last.focus()
    page.keyboard.type("the same evening and the same place")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    after = {i.id for i in ledger.snapshot().incidents}
    assert len(after) == len(before) - 1
    page.locator("body").press("Escape")
    with page.expect_navigation():
        page.keyboard.press("u")
    assert {i.id for i in ledger.snapshot().incidents} == before


def test_the_queue_asks_one_question_after_the_other(page):
    page.goto("/review")
    left = int(re.search(r"of (\d+)", page.locator(".facts").first.inner_text())[1])
    answered = 0
    while answered < 4:
        kind = page.locator("#h-question").inner_text()
        with page.expect_navigation():
            page.keyboard.press("m" if "happening" in kind else "a")
        answered += 1
    now = int(re.search(r"of (\d+)", page.locator(".facts").first.inner_text())[1])
    assert now < left
    for _ in range(2):
        with page.expect_navigation():
            page.keyboard.press("u")
    assert page.complaints == []


def test_keys_move_through_the_list_and_open(page):
    page.goto("/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    title = page.locator(".incidents .here .title").inner_text()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("h1").inner_text() == title


def test_the_question_mark_lists_the_keys_and_the_slash_searches(page):
    page.goto("/")
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Keys").wait_for()
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")
    page.keyboard.press("/")
    page.locator("input[name=q]:focus").wait_for()
    page.keyboard.type("convoy")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "convoy" in page.locator("h2").first.inner_text()


def test_after_a_rejection_one_goes_on_behind_it(page, ledger):
    page.goto(f"/incident/{fullest(ledger).id}")
    order = [one.get_attribute("id") for one in page.locator(".accounts > li").all()]
    page.keyboard.press("j")
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("r")
    page.keyboard.press("j")
    assert page.locator(".accounts .here").get_attribute("id") == order[2]


def test_the_form_shows_the_field_that_the_chosen_facet_takes(page, ledger):
    page.goto(f"/incident/{fullest(ledger).id}")
    page.keyboard.press("j")
    page.keyboard.press("e")
    form = page.locator(".accounts .here form.ruled")
    shown = {}
    for facet in ("occurrence", "place"):
        form.get_by_label("Facet").select_option(facet)
        shown[facet] = [form.get_by_label(field).is_visible() for field in ("What happened", "New value")]
    assert shown == {"occurrence": [True, False], "place": [False, True]}
    form.get_by_label("The teller").select_option("silent")
    assert not form.get_by_label("New value").is_visible()


def test_u_undoes_no_ruling_of_somebody_else(page, ledger):
    one = fullest(ledger)
    ledger.decide(Ask(verb="reject", targets=(one.accounts[0].id,), analyst="Ben"))
    before = standing(ledger)
    page.goto(f"/incident/{one.id}")
    page.keyboard.press("u")
    assert "No ruling of yours stands here" in page.get_by_role("status").inner_text()
    assert page.get_by_role("button", name="Undo what Ben ruled").is_visible()
    assert standing(ledger) == before


def test_an_undo_says_whose_ruling_stands_now(page, ledger):
    page.goto(f"/incident/{fullest(ledger).id}")
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("a")
    accepted = next(a.id for i in ledger.snapshot().incidents for a in i.accounts if a.review == "accepted")
    ledger.decide(Ask(verb="reject", targets=(accepted,), analyst="Ben"))
    page.reload()
    with page.expect_navigation():
        page.keyboard.press("u")
    assert page.get_by_role("status").inner_text().endswith("It is now rejected, by Ben.")


def test_escape_leaves_an_opened_form_and_letters_are_keys_again(page, ledger):
    page.goto(f"/incident/{fullest(ledger).id}")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.locator(".accounts .here").get_by_label("Reason").focus()
    page.keyboard.press("Escape")
    assert page.locator("details.edit[open]").count() == 0
    with page.expect_navigation():
        page.keyboard.press("a")


def question(page) -> str:
    return page.locator(".question").inner_text()


def test_an_undo_in_the_queue_leads_back_to_its_question_and_forgets_no_skip(page):
    page.goto("/review")
    for _ in range(2):
        with page.expect_navigation():
            page.keyboard.press("s")
    answered = question(page)
    with page.expect_navigation():
        page.keyboard.press("m" if "happening" in answered else "a")
    following = question(page)
    with page.expect_navigation():
        page.keyboard.press("u")
    assert question(page) == answered
    with page.expect_navigation():
        page.keyboard.press("s")
    assert question(page) == following


def test_a_skipped_question_is_gone_back_to_by_key(page):
    page.goto("/review")
    first = question(page)
    for key in "sb":
        with page.expect_navigation():
            page.keyboard.press(key)
    assert question(page) == first
