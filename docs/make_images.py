"""Take the README's pictures anew: `python docs/make_images.py` (needs Chromium and playwright)."""

import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from truceline.ledger import Ledger
from truceline.web.app import create_site

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
CASE = ROOT / "examples" / "september-2016"
CHROMIUM = "/usr/bin/chromium"
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"]
DOCUMENT = "11-convoy-un-al-alam.html"


@contextmanager
def served(ledger: Ledger) -> Iterator[str]:
    """The address of a ledger's pages, served on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = create_site(ledger, "R. Reviewer")
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(5)


def pages_of(ledger: Ledger) -> dict[str, tuple[str, str, int, int]]:
    """By picture: address, light or dark, width and height of the window."""
    snapshot = ledger.snapshot()
    told_most = max(snapshot.incidents, key=lambda i: len(i.accounts))
    document = next(d for d in snapshot.documents if d.given_id.endswith(DOCUMENT))
    return {
        "overview": ("/", "light", 1200, 900),
        "incident": (f"/incident/{told_most.id}", "light", 1560, 1480),
        "document": (f"/document/{document.id}", "dark", 1200, 680),
        "review": ("/review", "light", 1200, 560),
        "ceasefire": ("/ceasefire", "light", 1200, 900),
    }


def take(browser: Browser, base: str, name: str, page: tuple[str, str, int, int]) -> None:
    """One picture of one page."""
    address, scheme, width, height = page
    context = browser.new_context(
        base_url=base,
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    opened = context.new_page()
    opened.goto(address)
    opened.wait_for_load_state("networkidle")
    opened.screenshot(path=IMAGES / f"{name}.png")
    context.close()


def main() -> None:
    """Read the case, serve it, take every picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ledger = Ledger(Path(folder) / "september-2016.truce")
        ledger.add([CASE])
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        with served(ledger) as base:
            for name, page in pages_of(ledger).items():
                take(browser, base, name, page)
        browser.close()
        ledger.close()


if __name__ == "__main__":
    main()
