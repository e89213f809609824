"""Pages stay quick: 300 incidents in under 200 ms, and 2,000 can still be worked with."""

import time

import pytest
from fastapi.testclient import TestClient

from fakes.made_snapshot import HeldCore, made_snapshot
from truceline.web.app import create_site


def best_of_three(client: TestClient, path: str) -> float:
    client.get(path)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        assert client.get(path).status_code == 200
        times.append(time.perf_counter() - start)
    return min(times)


@pytest.mark.parametrize("path", ["/", "/incident/TL-000007", "/document/D7", "/review", "/ceasefire", "/documents"])
def test_three_hundred_incidents_render_in_a_fifth_of_a_second(path):
    client = TestClient(create_site(HeldCore(made_snapshot(300))), base_url="http://127.0.0.1")
    assert best_of_three(client, path) < 0.2


def test_two_thousand_incidents_come_a_page_at_a_time():
    client = TestClient(create_site(HeldCore(made_snapshot(2000))), base_url="http://127.0.0.1")
    html = client.get("/").text
    assert html.count('<li data-incident="') == 50
    assert 'href="/?page=2#incidents"' in html
    assert len(html) < 600_000
    assert best_of_three(client, "/") < 0.8
