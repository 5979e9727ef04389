"""Measure the search of a built site: for each query of a table, at which place the first page stands that fits.

    python tools/search_score.py SITE [QUERIES.tsv]

The table has a head and three columns: the query, the pages that a person would want (any of them counts, written as
`plan/klimastrategi-2030`), and a note. The pages are asked in Chromium, as a reader would: the search page is opened
with `?q=`, and the links of the list of hits are read in their order.
"""

from __future__ import annotations

import csv
import functools
import http.server
import shutil
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import click
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

QUERIES = Path(__file__).parents[1] / "tests" / "site" / "search_queries.tsv"
_FLAGS = ["--no-sandbox", "--disable-gpu"]
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
_FIRST, _TOP = 1, 3
_TOLD = "document.querySelector('#antall').textContent.trim().length > 0"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without telling of it."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Give the address of a folder that is served on this machine."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def hits(page: Page, address: str, query: str) -> list[str]:
    """Give the pages that the search finds, best first, as paths from the site's root without their ending."""
    page.goto(f"{address}sok.html?q={quote(query)}")
    page.wait_for_function(_TOLD, timeout=20_000)
    links = page.eval_on_selector_all("#treff > li > a", "all => all.map(one => one.href)")
    return [urlsplit(link).path.removeprefix("/").removesuffix(".html") for link in links]


def queries(table: Path) -> list[tuple[str, frozenset[str]]]:
    """Read queries, each with the pages that are right."""
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t"))[1:]
    return [(row[0], frozenset(row[1].split())) for row in rows if row]


def place(found: list[str], wanted: frozenset[str]) -> int:
    """Give the place of the first right page among the hits, from 1; 0 where none of them is right."""
    return next((at for at, path in enumerate(found, 1) if path in wanted), 0)


def main(site: Path, table: Path) -> None:
    """Print each query's place and what stood first, and the two sums."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_FLAGS)
        page = browser.new_page()
        places = []
        for query, wanted in queries(table):
            found = hits(page, address, query)
            places.append(place(found, wanted))
            click.echo(f"{places[-1] or '-':>3}  {query:26} {' '.join(found[:_TOP])}")
        browser.close()
    first, top = sum(one == _FIRST for one in places), sum(_FIRST <= one <= _TOP for one in places)
    click.echo(f"{len(places)} queries: {first} first, {top} in the top three")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else QUERIES)
