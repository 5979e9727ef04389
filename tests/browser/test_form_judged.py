"""The form with the linter behind it, in a real browser: planlint in WebAssembly, under a strict policy."""

from __future__ import annotations

import functools
import http.server
import json
import os
import shutil
import threading
from pathlib import Path
from typing import ClassVar

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Browser, Page
from support.chromium import RULES, needs_chromium
from support.endring import KLIMA
from support.helpers import DATE, PLAN, fjordvik, write
from support.runtime import RUNTIME, needs_runtime

from planlint.cli.build import command as build
from planlint.cli.form import command as form

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'"
)
PATIENT = 60_000

pytestmark = [needs_runtime, needs_chromium]


class Strict(http.server.SimpleHTTPRequestHandler):
    """Serves files quietly, each with the strictest policy that the runtime can live with."""

    extensions_map: ClassVar[dict[str, str]] = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
    }

    def end_headers(self) -> None:
        """Add the policy."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


class Opened:
    """A site that is served, and can be shut."""

    def __init__(self, folder: Path) -> None:
        """Serve a folder on this machine."""
        self.server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Strict, directory=str(folder))
        )
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}/"

    def shut(self) -> None:
        """Answer nobody any more."""
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fjordvik with a plan and a coloured head, and nowhere to send a proposal: the file is what is left."""
    found = fjordvik(tmp_path_factory.mktemp("kontroll"))
    write(found, "planer/klima.yaml", PLAN)
    file = found / "plans/plansystem.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "\nnettsted: {farge: '#14436b'}\n", "utf-8")
    asked = ["--root", str(found), "--date", DATE, "--out", str(found / "site"), "--format", "html"]
    done = CliRunner().invoke(build, [*asked, "--runtime", str(RUNTIME)])
    assert done.exit_code == 0, done.output
    assert "kontrollerer ikke" not in done.output, f"{done.output}\nRun `make runtime` again."
    return found


def until(page: Page, script: str, milliseconds: int = PATIENT) -> None:
    """Wait for something to be so; the policy forbids playwright's own way, which evaluates."""
    for _ in range(milliseconds // 200):
        if page.evaluate(script):
            return
        page.wait_for_timeout(200)
    told = page.evaluate(
        "[document.querySelector('#kontroll')?.textContent, document.querySelector('#skjema').dataset.feil]"
    )
    pytest.fail(f"{script}: {told}")


def judged(page: Page) -> None:
    """Wait until what stands in the form has been judged."""
    page.wait_for_timeout(300)
    until(page, "document.querySelector('#kontroll').textContent.startsWith('Kontrollen av det')")


def test_edit_judged_sent_and_the_same_as_the_command_line(  # noqa: PLR0915 - one visit, from the click to the file
    browser: Browser, root: Path, tmp_path: Path
) -> None:
    """Findings at the field, what the change does, the lines; the file handed over gives planlint the very same bytes.

    Nothing is asked of another host, nothing breaks the policy, and nothing is scrolled sideways at 320 px. With the
    server gone, the page opens again and judges.
    """
    site = Opened(root / "site")
    faults: list[str] = []
    context = browser.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    fetched: list[str] = []
    page.on("console", lambda told: faults.append(told.text) if told.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda asked: fetched.append(asked.url))
    page.goto(f"{site.address}plan/klima.html")
    assert not [one for one in fetched if "redigering" in one or "register-" in one]
    page.click("footer a:has-text('Foreslå endring')")
    page.wait_for_selector("#skjema:not([hidden])")
    judged(page)
    before = page.text_content("#kontroll")
    page.focus("#felt-tittel")
    page.keyboard.press("Control+A")
    page.keyboard.type("Klimaplan, ny utgave")
    until(page, "!document.querySelector('#folger').hidden")
    assert "Klimaplan, ny utgave" in (page.text_content("#gjor") or "")
    assert "+tittel: Klimaplan, ny utgave" in (page.text_content("#linjer") or "")
    page.fill("#felt-forankring", "")
    until(page, "document.querySelectorAll('.funn').length > 0")
    judged(page)
    assert page.text_content("#kontroll") != before
    assert page.query_selector("#send") is None
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.topp'), '::before').backgroundColor")
        == "rgb(20, 67, 107)"
    )
    shot = os.environ.get("PLANLINT_PICTURES")
    if shot:
        page.screenshot(path=f"{shot}/kontroll-320.png", full_page=True)
    with page.expect_download() as download:
        page.focus("#fil")
        page.keyboard.press("Enter")
    sent = tmp_path / "endring.md"
    sent.write_bytes(Path(download.value.path()).read_bytes())
    lines = (page.text_content("#linjer") or "").splitlines()
    was = (root / KLIMA).read_text(encoding="utf-8")
    done = CliRunner().invoke(form, [str(sent), "--root", str(root), "--date", DATE])
    now = (root / KLIMA).read_text(encoding="utf-8")
    (root / KLIMA).write_text(was, encoding="utf-8")
    assert done.exit_code == 0, done.stderr
    old, new = was.splitlines(), now.splitlines()
    assert [row[1:] for row in lines if row[0] == "+"] == [row for row in new if row not in old]
    assert [row[1:] for row in lines if row[0] == "-"] == [row for row in old if row not in new]
    assert [one for one in fetched if not one.startswith((site.address, "data:", "blob:"))] == []
    assert faults == []
    open_page = context.new_page()
    open_page.goto(page.url)
    judged(open_page)
    site.shut()
    alone = context.new_page()
    alone.goto(page.url)
    alone.wait_for_selector("#skjema:not([hidden])")
    judged(alone)
    context.close()


def test_axe_finds_nothing_where_findings_stand(browser: Browser, root: Path) -> None:
    """With findings at the fields and the fold-out open there is no violation of WCAG 2.1 A and AA."""
    site = Opened(root / "site")
    page = browser.new_context(bypass_csp=True).new_page()
    page.goto(f"{site.address}skjema/plan.html?id=klima")
    page.wait_for_selector("#skjema:not([hidden])")
    page.fill("#felt-forankring", "")
    page.fill("#felt-tittel", "Ny")
    until(page, "!document.querySelector('#folger').hidden")
    page.click("#linjene summary")
    found = Axe().run(page, options=RULES)
    if shot := os.environ.get("PLANLINT_PICTURES"):
        page.screenshot(path=f"{shot}/kontroll.png", full_page=True)
    site.shut()
    assert found.violations_count == 0, found.generate_report()


def test_several_events_and_sources_are_one_proposal(browser: Browser, root: Path, tmp_path: Path) -> None:
    """Two events and two sources are added in order, a finding stands at its own event, and a draft has them all."""
    site = Opened(root / "site")
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site.address}skjema/plan.html?id=klima")
    page.wait_for_selector("#skjema:not([hidden])")
    page.click("[data-tillegg=hendelser] [data-en-til] button")
    assert page.evaluate("document.activeElement.id") == "felt-hendelser-hva-2"
    for number, (what, day) in enumerate((("revidert", "3.3.2023"), ("vedtatt", "2024-99-99")), 1):
        end = "" if number == 1 else f"-{number}"
        page.select_option(f"#felt-hendelser-hva{end}", what)
        page.fill(f"#felt-hendelser-dato{end}", day)
    page.keyboard.press("Tab")
    assert "2024-99-99" in (page.text_content("#felt-hendelser-dato-2-mangel") or "")
    page.select_option("#felt-hendelser-organ", "kommunestyret")
    page.fill("#felt-hendelser-sak", "7/23")
    page.fill("#felt-hendelser-dato-2", "1.1.2099")
    until(page, "[...document.querySelectorAll('.funn')].some((one) => one.textContent.includes('1.1.2099'))")
    legends = "one.closest('[data-tillegg]')?.querySelector('legend').textContent"
    told = page.evaluate(f"[...document.querySelectorAll('.funn')].map((one) => {legends})")
    assert "Noe som har skjedd (2)" in told
    assert "Noe som har skjedd" not in told
    page.fill("#felt-hendelser-dato-2", "2024-02-02")
    page.click("[data-tillegg=kilder] [data-en-til] button")
    for end, place in (("", "s. 1"), ("-2", "s. 2")):
        page.select_option(f"#felt-kilder-kilde{end}", index=1)
        page.fill(f"#felt-kilder-sted{end}", place)
    until(page, "document.querySelector('#linjer').textContent.includes('s. 2')")
    again = context.new_page()
    again.goto(page.url)
    again.wait_for_selector("#skjema:not([hidden])")
    assert again.input_value("#felt-hendelser-dato-2") == "2024-02-02"
    assert again.input_value("#felt-kilder-sted-2") == "s. 2"
    with again.expect_download() as download:
        again.click("#fil")
    sent = tmp_path / "endring.md"
    sent.write_bytes(Path(download.value.path()).read_bytes())
    was = (root / KLIMA).read_text("utf-8")
    done = CliRunner().invoke(form, [str(sent), "--root", str(root), "--date", DATE])
    now = yaml.safe_load((root / KLIMA).read_text("utf-8"))
    (root / KLIMA).write_text(was, "utf-8")
    assert done.exit_code == 0, done.stderr
    assert [str(one["dato"]) for one in now["hendelser"]][-2:] == ["2023-03-03", "2024-02-02"]
    assert [one.get("sted") for one in now["kilder"]][-2:] == ["s. 1", "s. 2"]
    again.click("#glem")
    assert again.query_selector("#felt-hendelser-dato-2") is None
    context.close()
    site.shut()


def test_a_silent_worker_is_started_again(browser: Browser, root: Path, tmp_path: Path) -> None:
    """A worker that never answers is ended and started anew, which is said; at last the form is said to stand alone."""
    copy = shutil.copytree(root / "site", tmp_path / "site")
    worker = next(copy.glob("skjema/redigering-*/worker.mjs"))
    worker.write_text(
        "addEventListener('message', ({ data }) => { if (data.open) postMessage({ stopped: '' }); });", "utf-8"
    )
    script = next(copy.glob("skjema/redigering-*/kontroll.js"))
    script.write_text(script.read_text("utf-8").replace("SILENT = 10000", "SILENT = 300"), "utf-8")
    site = Opened(copy)
    page = browser.new_page()
    page.goto(f"{site.address}skjema/plan.html?id=klima")
    page.wait_for_selector("#skjema:not([hidden])")
    until(page, "document.querySelector('#kontroll').textContent.includes('startet på nytt')", 20_000)
    until(page, "document.querySelector('#kontroll').textContent.includes('virker ikke i denne')", 20_000)
    page.fill("#felt-tittel", "Fortsatt brukbart")
    assert page.get_attribute("#fil", "href")
    site.shut()


def test_the_runtime_of_another_planlint_is_not_laid_into_a_site(root: Path, tmp_path: Path) -> None:
    """A package that holds other code than the planlint that builds is left out, and that is said."""
    other = shutil.copytree(RUNTIME, tmp_path / "annen")
    told = json.loads((other / "runtime.json").read_text("utf-8"))
    (other / "runtime.json").write_text(json.dumps({**told, "kilde": "0" * 64}), "utf-8")
    asked = ["--root", str(root), "--date", DATE, "--out", str(tmp_path / "site"), "--format", "html"]
    done = CliRunner().invoke(build, [*asked, "--runtime", str(other)])
    assert done.exit_code == 0, done.output
    assert "planlint-redigering er av en annen utgave" in done.output
    assert not list((tmp_path / "site/skjema").glob("redigering-*"))


def test_what_cannot_be_done_is_not_handed_over(browser: Browser, root: Path) -> None:
    """A plan that is there already, and a text that is no time, give no file; the reason is told, and once."""
    site = Opened(root / "site")
    page = browser.new_page()
    page.goto(f"{site.address}skjema/ny-plan.html")
    page.wait_for_selector("#skjema:not([hidden])")
    until(page, "document.querySelector('#kontroll').textContent.includes('ikke sett på det')")
    page.fill("#felt-tittel", "Klima")
    page.select_option("#felt-type", "strategi")
    judged(page)
    assert page.get_attribute("#fil", "href") is None
    assert "er i registeret fra før" in (page.text_content("#andre") or "")
    page.fill("#felt-tittel", "En helt ny plan om fjorden")
    judged(page)
    until(page, "document.querySelector('#fil').hasAttribute('href')")
    page.fill("#felt-arbeid-ferdig", "ganske snart")
    judged(page)
    assert page.get_attribute("#fil", "href") is None
    assert page.get_attribute("#felt-arbeid-ferdig", "aria-invalid") == "true"
    assert "kan ikke leses som en dato" in (page.text_content("#andre") or "")
    site.shut()
