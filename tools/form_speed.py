"""What a reader waits for at «Foreslå endring», in Chromium: from the click, and from the pause in the typing.

    python tools/form_speed.py SITE [--page plan/klimastrategi-2030.html] [--runs 5]

SITE is a folder that `planlint build --runtime` wrote. Each run has a profile of its own that has fetched nothing.
Printed are the median and the least of the runs, for what else the machine does makes it slower and never quicker, and
the bytes that the site sent.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import json
import statistics
import sys
import threading
import time
from contextlib import suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "tests")]

from playwright.sync_api import Browser, Page  # noqa: E402 - found beside the tests
from support.chromium import chromium  # noqa: E402 - as above

FORM = "document.querySelector('#skjema')?.hidden === false"
JUDGED = "document.querySelector('#kontroll')?.textContent.startsWith('Kontrollen av det')"
ROWS = (
    ("form", "klikk → skjemaet kan brukes"),
    ("first", "klikk → de første funnene, første gang"),
    ("again", "klikk → de første funnene, hentet før"),
    ("typed", "siste tast → funn og følger (0,15 s av det er pausen)"),
)


class Counting(SimpleHTTPRequestHandler):
    """Serves files quietly, and counts what is sent, as it is where a host packs texts on the way."""

    sent = 0

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file, and count it."""
        raw = source.read()
        Counting.sent += len(raw if self.path.endswith(".bin") else gzip.compress(raw))
        with suppress(ConnectionError):  # a page that is left asks for no more
            outputfile.write(raw)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


def waited(page: Page, script: str, start: float) -> float:
    """Give how long it takes, from a start, until something is so."""
    while not page.evaluate(script):
        page.wait_for_timeout(10)
    return time.monotonic() - start


def clicked(page: Page, address: str, which: str) -> tuple[float, float]:
    """Open a plan's page, click, and give the time to the form and to the findings."""
    page.goto(address + which)
    start = time.monotonic()
    page.click("footer a:has-text('Foreslå endring')", no_wait_after=True)
    page.wait_for_url("**/skjema/**", wait_until="commit")
    return waited(page, FORM, start), waited(page, JUDGED, start)


def typed(page: Page, text: str) -> float:
    """Type one more letter, and give the time until the change with it is judged."""
    page.focus("#felt-tittel")
    page.keyboard.press("End")
    before = page.evaluate("document.querySelector('#linjer').textContent")
    start = time.monotonic()
    page.keyboard.type(text)
    return waited(page, f"document.querySelector('#linjer').textContent !== {json.dumps(before)}", start)


def run(browser: Browser, address: str, which: str, times: dict[str, list[float]]) -> int:
    """Measure one reader; give the bytes that were sent from the click to the first findings."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + which)
    before = Counting.sent
    form, first = clicked(page, address, which)
    sent = Counting.sent - before
    for name, found in (("form", form), ("first", first), *(("typed", typed(page, "x")) for _ in range(5))):
        times[name].append(found)
    times["again"].append(clicked(context.new_page(), address, which)[1])
    context.close()
    return sent


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--page", default="plan/klimastrategi-2030.html")
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    times: dict[str, list[float]] = {name: [] for name, _ in ROWS}
    handler = functools.partial(Counting, directory=str(asked.site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, chromium() as browser:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        sent = [run(browser, f"http://127.0.0.1:{server.server_port}/", asked.page, times) for _ in range(asked.runs)]
        server.shutdown()
    for name, told in ROWS:
        sys.stdout.write(f"{told}: {statistics.median(times[name]):.2f} s, minst {min(times[name]):.2f} s\n")
    sys.stdout.write(f"sendt fra klikk til funn: {max(sent) / 1e6:.2f} MB\n")


if __name__ == "__main__":
    main()
