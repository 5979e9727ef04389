"""The form with the linter behind it, for whoever has no mouse, a narrow window, or another language."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Browser, Page
from support.chromium import RULES, needs_chromium, served
from support.helpers import DATE, PLAN, fjordvik, write
from support.runtime import RUNTIME, needs_runtime

from planlint.cli.build import command as build

pytestmark = [needs_runtime, needs_chromium]
KINDS = ("plan", "maal", "ny-plan")
FIRST_WORDS = {"nb": "ontrollen av det", "nn": "ontrollen av det", "en": "check of what"}


@pytest.fixture(scope="module", params=["nb", "nn", "en"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Build Fjordvik's site in a language, with the runtime and with sending by a key; give both."""
    lang = request.param
    root = fjordvik(tmp_path_factory.mktemp(f"skjema-{lang}"))
    write(root, "planer/klima.yaml", PLAN)
    file = root / "plans/plansystem.yaml"
    told = "\nnettsted: {repositorium: 'https://github.com/fjordvik/plan', send_med_nøkkel: true}\n"
    file.write_text(file.read_text("utf-8") + told, "utf-8")
    asked = ["--root", str(root), "--date", DATE, "--out", str(root / "site"), "--format", "html", "--lang", lang]
    done = CliRunner().invoke(build, [*asked, "--runtime", str(RUNTIME)])
    assert done.exit_code == 0, done.output
    with served(root / "site") as address:
        yield lang, address
    shutil.rmtree(root)


def until(page: Page, script: str) -> None:
    """Wait for something to be so."""
    for _ in range(300):
        if page.evaluate(script):
            return
        page.wait_for_timeout(200)
    pytest.fail(f"{script}: {page.text_content('#kontroll')}")


def test_axe_finds_nothing_with_findings_groups_and_all_that_can_be_opened(
    browser: Browser, site: tuple[str, str]
) -> None:
    """In each language and at 320 px: no violation of WCAG 2.1 A and AA, nothing to scroll sideways, words its own."""
    lang, address = site
    page = browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 800}).new_page()
    for kind in KINDS:
        which = {"plan": "?id=klima", "maal": "?id=trygg-oppvekst", "ny-plan": ""}[kind]
        page.goto(f"{address}skjema/{kind}.html{which}")
        page.wait_for_selector("#skjema:not([hidden])")
        for button in page.query_selector_all("[data-en-til] button"):
            button.click()
        page.fill("#felt-tittel", "Klima" if kind == "ny-plan" else "")
        if kind == "ny-plan":  # nothing is judged before it has a title and a type
            page.select_option("#felt-type", "temaplan")
        until(page, f"document.querySelector('#kontroll').textContent.includes('{FIRST_WORDS[lang]}')")
        if kind != "ny-plan":
            until(page, "document.querySelectorAll('.funn').length > 0")
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, f"{kind} {lang}: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, kind
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
        assert len(ids) == len(set(ids)), kind
        assert page.evaluate("document.documentElement.lang") == lang
        told = page.evaluate(
            "[...document.querySelectorAll('[aria-describedby]')].flatMap((one) => one.getAttribute('aria-describedby')"
            ".split(' ')).filter((id) => id && !document.getElementById(id))"
        )
        assert told == [], kind
    page.context.close()


def test_a_change_is_made_and_handed_over_with_the_keyboard_alone(browser: Browser, site: tuple[str, str]) -> None:
    """Tab goes through the form in the order it is read, each stop is seen, and typing, Tab and Enter are enough."""
    _, address = site
    page = browser.new_context(bypass_csp=True).new_page()
    page.goto(f"{address}skjema/plan.html?id=klima")
    page.wait_for_selector("#skjema:not([hidden])")
    seen: list[str] = []
    page.focus("#felt-tittel")
    page.keyboard.press("Control+A")
    page.keyboard.type("Klimaplan med tastatur")
    for _ in range(80):
        page.keyboard.press("Tab")
        here = page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")
        seen.append(here)
        if here == "fil":
            break
    order = page.evaluate(
        "[...document.querySelectorAll('#skjema input, #skjema select, #skjema textarea')]"
        ".filter((one) => one.checkVisibility()).map((one) => one.id)"
    )
    assert [one for one in seen if one in order] == [one for one in order if one != "felt-tittel" and one in seen]
    assert {"felt-status", "felt-hendelser-hva", "felt-kilder-kilde"} <= set(seen)
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert "Klimaplan med tastatur" in Path(download.value.path()).read_text("utf-8")
    page.focus("[data-tillegg=hendelser] [data-en-til] button")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "felt-hendelser-hva-2"
    live = page.evaluate("[...document.querySelectorAll('#skjema [role=status]')].map((one) => one.id)")
    assert len(live) == len(set(live))
    page.context.close()
