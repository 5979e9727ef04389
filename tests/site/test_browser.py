"""The site in a real browser: accessible, usable by keyboard, readable without scripts, silent, and its own only."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import search_score
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage
from support.chromium import RULES, needs_chromium, served
from support.helpers import check

from planlint.site.build import build_site
from planlint.site.built_formats import FORMATS
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.text import language

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 21)
PAGES = [
    "index.html", "plansystem.html", "planer.html", "plan/klimastrategi-2030.html", "plan/ldip-2019-2038.html",
    "maal.html", "maal/2021-3-1-lavutslippssamfunn.html", "planstrategier.html",
    "planstrategi/planstrategi-2023-2027.html", "neste-planstrategi.html",
    "behandling.html", "tidslinje.html", "indikatorer.html", "indikator/klima-totale-utslipp.html", "tiltak.html",
    "utfordringer.html", "helse.html", "helse/PL207.html", "regler.html", "regel/PL301.html", "dekning.html",
    "baerekraft.html", "matrise.html", "lov.html", "tema.html", "data.html", "om.html", "endre.html",
    "tilgjengelighet.html", "sok.html", "aarshjul.html", "sektorer.html", "hull.html", "hull/1.html", "innspill.html",
    "usett.html", "404.html", "maal/utkast-klima-delmaal-1.html", "planstrategi.html", "tid/2020-06-01/index.html",
    "tid/2020-06-01/matrise.html",
]  # fmt: skip
QUERIES = search_score.queries(search_score.QUERIES)
QUESTIONS = search_score.queries(search_score.QUERIES.with_name("search_questions.tsv"))
BOTH = [(320, "dark"), (1280, "light")]
EACH = [*BOTH, (320, "light"), (1280, "dark")] if "PLANLINT_DEEP" in os.environ else BOTH
SAID = "document.querySelector('#antall').textContent.trim().length > 0"

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build Bærum's site with its search index, and serve it on this machine."""
    out = tmp_path_factory.mktemp("nettsted") / "site"
    system = open_system(ROOT, DAY)
    assert system.register is not None
    build_site(Nettsted(system.register, check(system.root, DAY), language("nb")), out, FORMATS, None)
    with served(out) as found:
        yield found


def _is_fault(message: ConsoleMessage) -> bool:
    """Tell whether the console tells of a fault; the table that stands alone has no icon, and browsers ask for one."""
    return message.type in {"error", "warning"} and not message.location["url"].endswith("/favicon.ico")


@pytest.mark.parametrize(("width", "scheme"), EACH)
def test_every_kind_of_page_is_accessible_silent_and_its_own(
    browser: Browser, address: str, scheme: str, width: int
) -> None:
    """No violation of WCAG 2.1 A and AA, no error in the console, no request elsewhere, no sideways scrolling."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})  # type: ignore[arg-type]
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if _is_fault(message) else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "request",
        lambda request: None if request.url.startswith((address, "data:", "blob:")) else faults.append(request.url),
    )
    for path in PAGES:
        response = page.goto(address + path)
        assert response is not None
        assert response.ok, path
        found = Axe().run(page, options=RULES).response["violations"]
        assert [(path, item["id"], item["nodes"][0]["html"][:200]) for item in found] == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (path, "scrolls sideways")
    assert faults == []
    context.close()


def test_keyboard(browser: Browser, address: str) -> None:
    """The first Tab is the skip link, it works, focus is always visible, and every link can be reached."""
    page = browser.new_page()
    page.goto(address + "plan/klimastrategi-2030.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#innhold"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "innhold"
    page.goto(address + "plan/klimastrategi-2030.html")
    wanted = page.evaluate(
        "[...document.querySelectorAll('a[href],button,input,select,summary,[tabindex=\"0\"]')]"
        ".filter(e => e.checkVisibility()).length"
    )
    seen = set()
    for _ in range(wanted):
        page.keyboard.press("Tab")
        number, width = page.evaluate(
            "(() => { const e = document.activeElement; window.nr = window.nr || new Map();"
            "if (!window.nr.has(e)) window.nr.set(e, window.nr.size);"
            "const s = getComputedStyle(e); return [window.nr.get(e),"
            "Math.max(parseFloat(s.outlineWidth) || 0, s.boxShadow !== 'none' ? 1 : 0)]; })()"
        )
        seen.add(number)
        assert width > 0, page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
    assert len(seen) == wanted
    page.close()


def test_without_scripts_every_page_reads(browser: Browser, address: str) -> None:
    """The heading and the content are there, and no element waits for a script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in PAGES:
        page.goto(address + path)
        assert page.locator("h1").inner_text().strip(), path
        assert len(page.locator("main").inner_text()) > 80, path
    context.close()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("trafikksikkerhet", "Trafikksikkerhetsplan"),
        ("barnehager", "arnehage"),
        ("klima", "Klimastrategi 2030"),
        ("planene", "lan"),
        ("sosial", "osial"),
    ],
)
def test_search(browser: Browser, address: str, words: str, expected: str) -> None:
    """Word forms and parts of words find what they should, and the count is told."""
    page = browser.new_page()
    page.goto(f"{address}sok.html?q={words}")
    page.wait_for_function("document.querySelector('[aria-live]').textContent.trim().length > 0", timeout=15000)
    assert expected in page.locator("main").inner_text()
    page.close()


def test_a_right_page_stands_first(browser: Browser, address: str) -> None:
    """Of forty queries with slips, inflections, nynorsk and residents' words, 32 have it first, 38 among three."""
    page = browser.new_page()
    places = [search_score.place(search_score.hits(page, address, query), wanted) for query, wanted in QUERIES]
    page.close()
    told = list(zip((query for query, _ in QUERIES), places, strict=True))
    assert len(places) == 40
    assert sum(place == 1 for place in places) >= 32, told
    assert sum(1 <= place <= 3 for place in places) >= 38, told


def test_questions_find_the_page_that_answers(browser: Browser, address: str) -> None:
    """Whole questions and the site's own pages: of 55, a right page is first for 46, and in the top three for 51."""
    page = browser.new_page()
    places = [search_score.place(search_score.hits(page, address, query), wanted) for query, wanted in QUESTIONS]
    page.close()
    told = list(zip((query for query, _ in QUESTIONS), places, strict=True))
    assert len(places) == 55
    assert sum(place == 1 for place in places) >= 46, told
    assert sum(1 <= place <= 3 for place in places) >= 51, told


def test_pages_with_some_of_the_words_are_told_as_such(browser: Browser, address: str) -> None:
    """Where no page has all the words, it is said, and the page that has the rarest of them comes first."""
    page = browser.new_page()
    page.goto(address + "sok.html?q=sandvika+matavfall+vold")
    page.wait_for_function(SAID)
    said = page.locator("#antall").inner_text()
    assert said == "Ingen sider har alle ordene «sandvika matavfall vold». Her er sidene som har noen av dem."
    assert page.locator("#treff > li").count() > 3
    page.close()


def test_a_slip_is_told_and_choices_stand_in_the_address(browser: Browser, address: str) -> None:
    """The word that was looked for instead is named; a choice narrows the hits, and its address gives them again."""
    page = browser.new_page()
    page.goto(address + "sok.html?q=klimstrategi")
    page.wait_for_function(SAID)
    assert page.locator("#antall").inner_text() == (
        "Ingen treff på «klimstrategi». Her er treffene på «klimastrategi»."
    )
    page.select_option("#valg-type", "Mål")
    page.wait_for_function("document.querySelector('#treff .svak')?.textContent === 'Mål'")
    assert "type=M%C3%A5l" in page.url
    shown = page.locator("#treff > li > a").all_inner_texts()
    page.goto(page.url)
    page.wait_for_function(SAID)
    assert page.locator("#treff > li > a").all_inner_texts() == shown
    page.goto(address + "sok.html?status=Under+arbeid")
    page.wait_for_function(SAID)
    assert page.locator("#treff .ds-tag").count() > 0
    page.close()


def test_titles_are_suggested_and_lead_to_their_page(browser: Browser, address: str) -> None:
    """While one writes on any page, titles that begin so are offered; the one chosen is opened."""
    page = browser.new_page()
    page.goto(address + "plan/ldip-2019-2038.html")
    field = page.locator("#sok-topp")
    field.focus()
    page.wait_for_selector("#sok-topp-forslag", state="attached")
    field.type("klimastr")
    page.wait_for_function("document.querySelectorAll('#sok-topp-forslag option').length > 0")
    offered = page.eval_on_selector_all("#sok-topp-forslag option", "all => all.map(one => one.value)")
    assert "Klimastrategi 2030" in offered
    field.fill("Klimastrategi 2030")
    field.press("Enter")
    page.wait_for_url("**/plan/klimastrategi-2030.html")
    page.close()


def test_a_list_is_filtered_as_the_search_reads(browser: Browser, address: str) -> None:
    """An inflection finds its rows, a heading without rows is gone, and the address gives the same list again."""
    page = browser.new_page()
    page.goto(address + "planer.html")
    page.locator("#filter_tekst").fill("barnehager")
    shown = "document.querySelectorAll('table[data-sorter] tbody tr:not([hidden])').length"
    number = page.evaluate(shown)
    assert 0 < number < 10
    assert "tekst=barnehager" in page.url
    for head in page.locator("main > h2:visible").all():
        assert head.evaluate("node => node.nextElementSibling.offsetHeight > 0")
    page.goto(page.url)
    assert page.evaluate(shown) == number
    page.close()


def test_a_table_sorts_the_norwegian_way(browser: Browser, address: str) -> None:
    """A button in the column head sorts, says so to those who do not see, and puts å last."""
    page = browser.new_page()
    page.goto(address + "planer.html")
    table = page.locator("table[data-sorter]").first
    button = table.locator("thead button").first
    button.click()
    assert table.locator("thead th").first.get_attribute("aria-sort") == "ascending"
    first = table.locator("tbody tr").first.inner_text()
    button.click()
    assert table.locator("thead th").first.get_attribute("aria-sort") == "descending"
    assert table.locator("tbody tr").last.inner_text() == first
    page.close()


def test_on_paper_a_table_goes_on_over_the_page(browser: Browser, address: str) -> None:
    """A table that is kept whole leaves the page before it half empty; its rows and its head are kept."""
    page = browser.new_page()
    page.emulate_media(media="print")
    kept = "[...document.querySelectorAll('main table')].map(it => getComputedStyle(it).breakInside)"
    found: list[str] = []
    for path in PAGES:
        page.goto(address + path)
        found += page.evaluate(kept)
    assert len(found) > 10
    assert set(found) == {"auto"}
    page.close()
