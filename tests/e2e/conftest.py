"""The bundled case served for real, and a browser to read it with."""

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from truceline.ledger import Ledger
from truceline.web.app import create_site

CHROMIUM = Path("/usr/bin/chromium")
CASE = Path(__file__).parents[2] / "examples" / "september-2016"
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "e2e" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM.exists():
                item.add_marker(pytest.mark.skip(reason=f"{CHROMIUM} is not installed (apt install chromium)"))


@pytest.fixture
def ledger(tmp_path: Path, read_case: Path) -> Ledger:
    copy = tmp_path / "case.truce"
    copy.write_bytes(read_case.read_bytes())
    return Ledger(copy)


@pytest.fixture(scope="session")
def read_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case read once; every test works on its own copy."""
    path = tmp_path_factory.mktemp("case") / "case.truce"
    ledger = Ledger(path)
    companions = [CASE / name for name in ("agreement.yaml", "sources.yaml", "official-tallies.csv")]
    ledger.add([*companions, CASE / "reports"])
    ledger.snapshot()
    ledger.close()
    return path


@pytest.fixture
def served(ledger: Ledger) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = create_site(ledger, "R. Reviewer")
    config = uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(5)
    ledger.close()


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (a developer's tool, not needed where it is skipped)

    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield made
        made.close()


@pytest.fixture
def page(browser, served):
    context = browser.new_context(base_url=served)
    opened = context.new_page()
    opened.set_default_timeout(30_000)  # a busy machine is no fault of the page
    opened.complaints = []
    opened.on("console", lambda said: said.type in ("error", "warning") and opened.complaints.append(said.text))
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
    yield opened
    context.close()
