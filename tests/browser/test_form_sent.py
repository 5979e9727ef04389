"""A proposal sent from the page with a key: a local server in the forge's place, in a real browser under the policy."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page
from support.chromium import needs_chromium, opened_chromium, served
from support.endring import KLIMA
from support.forgehost import KEY, Forge, GitHubForge, GitLabForge
from support.helpers import DATE, PLAN, fjordvik, write
from support.runtime import RUNTIME, needs_runtime

from planlint.cli.build import command as build
from planlint.cli.form import command as form

pytestmark = [
    needs_runtime,
    needs_chromium,
    pytest.mark.skipif(
        shutil.which("openssl") is None and not os.environ.get("CI"),
        reason="no openssl to make a certificate (in CI it must be there)",
    ),
]
HOSTS = {
    "github": (GitHubForge, "https://github.com/fjordvik/plan", "api.github.com"),
    "gitlab": (GitLabForge, "https://gitlab.com/fjordvik/plan", "gitlab.com"),
}
PATIENT = 90_000


class Sending:
    """A site whose form may send, the forge that it sends to, and the page."""

    def __init__(self, root: Path, forge: Forge, page: Page, asked: list[str]) -> None:
        """Hold them."""
        self.root, self.forge, self.page, self.asked = root, forge, page, asked

    def send(self, key: str = KEY, title: str = "Klimaplan, ny utgave") -> str:
        """Change the title, paste a key and send; give what is said."""
        page = self.page
        page.fill("#felt-tittel", title)
        self.until("!document.querySelector('#folger').hidden")
        page.click("#direkte summary")
        page.fill("#nokkel", key)
        page.evaluate("document.querySelector('#sendt').textContent = ''")
        page.press("#send-med", "Enter")  # what moves on the page meanwhile takes no click away
        self.until("!['', 'Forslaget sendes.'].includes(document.querySelector('#sendt').textContent)")
        return page.text_content("#sendt") or ""

    def until(self, script: str) -> None:
        """Wait for something to be so; the policy forbids playwright's own way, which evaluates."""
        for _ in range(PATIENT // 200):
            if self.page.evaluate(script):
                return
            self.page.wait_for_timeout(200)
        told = self.page.evaluate("[...document.querySelectorAll('[role=status]')].map((one) => one.textContent)")
        pytest.fail(f"{script}: {told}")


Open = Callable[..., Sending]


def laid_out(root: Path, kind: str) -> Path:
    """Lay out Fjordvik with a plan and a forge of a kind to send to; give its folder."""
    fjordvik(root)
    write(root, "planer/klima.yaml", PLAN)
    file = root / "plans/plansystem.yaml"
    told = f"\nnettsted: {{repositorium: '{HOSTS[kind][1]}', send_med_nøkkel: true}}\n"
    file.write_text(file.read_text("utf-8") + told, "utf-8")
    return root


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Give what builds the site of a kind, once."""

    @cache
    def built(kind: str) -> Path:
        root = laid_out(tmp_path_factory.mktemp(kind) / "kommune", kind)
        asked = ["--root", str(root), "--date", DATE, "--out", str(root / "site"), "--format", "html"]
        done = CliRunner().invoke(build, [*asked, "--runtime", str(RUNTIME)])
        assert done.exit_code == 0, done.output
        return root / "site"

    return built


@pytest.fixture
def sending(tmp_path: Path, sites: Callable[[str], Path]) -> Iterator[Open]:
    """Give what opens the form of a plan, with a forge of a kind in the place of the real one."""
    closing: list[Callable[[], object]] = []

    def opened(kind: str = "github", *, newer: str = "") -> Sending:
        make, _, server = HOSTS[kind]
        root, site = laid_out(tmp_path / "kommune", kind), sites(kind)
        files = {
            path.relative_to(root).as_posix(): path.read_bytes() for path in sorted((root / "plans").rglob("*.yaml"))
        }
        if newer:
            files[KLIMA] = files[KLIMA].replace(b"tittel: ", f"tittel: {newer} ".encode())
        forge = make(tmp_path, files)
        closing.append(forge.close)
        at = served(site)
        address = at.__enter__()
        closing.append(lambda: at.__exit__(None, None, None))
        browser = opened_chromium(f"--host-resolver-rules=MAP {server} 127.0.0.1:{forge.port}")
        page = browser.__enter__().new_context(ignore_https_errors=True).new_page()
        closing.append(lambda: browser.__exit__(None, None, None))
        seen: list[str] = []
        page.on("request", lambda one: seen.append(one.url))
        page.on("console", lambda one: seen.append(f"fault {one.text}") if "Content Security" in one.text else None)
        page.goto(f"{address}skjema/plan.html?id=klima")
        page.wait_for_selector("#skjema:not([hidden])")
        return Sending(root, forge, page, seen)

    yield opened
    for close in reversed(closing):
        close()


@pytest.mark.parametrize("kind", HOSTS)
def test_a_proposal_is_sent_with_the_bytes_that_the_command_line_writes(
    sending: Open, kind: str, tmp_path: Path
) -> None:
    """One branch, one changed file, one proposal; the key is sent to the forge alone, and is kept nowhere."""
    site = sending(kind)
    before = list(site.asked)
    assert "Forslag nr. 7 er sendt." in site.send()
    ((branch, files),) = site.forge.branches.items()
    changed = {path: raw for path, raw in files.items() if site.forge.main.get(path) != raw}
    body = tmp_path / "endring.md"
    with site.page.expect_download() as download:
        site.page.click("#fil")
    body.write_bytes(Path(download.value.path()).read_bytes())
    done = CliRunner().invoke(form, [str(body), "--root", str(site.root), "--date", DATE])
    assert done.exit_code == 0, done.output
    assert changed == {KLIMA: (site.root / KLIMA).read_bytes()}
    (proposal,) = site.forge.proposals
    assert branch in proposal.values()
    assert "Klimaplan, ny utgave" in str(proposal)
    assert "Kontrollen er kjørt i nettleseren" in str(proposal)
    others = [one for one in site.asked if not one.startswith((site.page.url.partition("skjema")[0], "data:", "blob:"))]
    assert others
    assert all(one.startswith(("https://api.github.com/repos/", "https://gitlab.com/api/v4/")) for one in others)
    assert not [one for one in before if one in others]
    kept = site.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    assert KEY not in kept
    assert site.page.get_attribute("#nokkel", "type") == "password"


@pytest.mark.parametrize("kind", HOSTS)
def test_a_new_plan_is_a_new_file_and_never_written_over_one(sending: Open, kind: str) -> None:
    """A new plan is one new file; where there is one of that name already, nothing is written, and that is said."""
    site = sending(kind)
    page = site.page
    page.goto(page.url.replace("plan.html?id=klima", "ny-plan.html"))
    page.wait_for_selector("#skjema:not([hidden])")
    page.select_option("#felt-type", "temaplan")
    assert "Forslag nr. 7 er sendt." in site.send(title="Plan for «blå» byer: 100 %")
    ((_, files),) = site.forge.branches.items()
    ((path, raw),) = {path: raw for path, raw in files.items() if path not in site.forge.main}.items()
    assert "tittel: " in raw.decode()
    assert page.evaluate("document.querySelector('#linjer').textContent").splitlines() == [
        f"+{row}" for row in raw.decode().splitlines()
    ]
    site.forge.main[path] = b"tittel: en annens\n"
    page.click("#direkte summary")
    said = site.send(title="Plan for «blå» byer: 100 %")
    assert "en plan med samme navn etter at siden ble laget. Ingenting er sendt." in said
    assert len(site.forge.proposals) == 1


@pytest.mark.parametrize("kind", HOSTS)
def test_a_stale_page_is_told_in_words_with_both_versions(sending: Open, kind: str) -> None:
    """Where the file has been changed since, nothing is written, and what each version says is told field by field."""
    site = sending(kind, newer="Kollegaens")
    said = site.send()
    assert "er endret etter at siden ble laget. Ingenting er sendt, og ingenting er skrevet over." in said
    both = site.page.text_content("#begge") or ""
    assert "Kollegaens" in both
    assert "Klimaplan, ny utgave" in both
    assert (site.forge.branches, site.forge.proposals) == ({}, [])


def test_what_goes_wrong_is_told_and_leaves_nothing_behind(sending: Open) -> None:
    """A key that is unknown, or may not; a proposal that is refused after its branch: said in words, nothing left."""
    site = sending()
    assert "ikke godtatt" in site.send("feil")
    site.page.click("#direkte summary")
    site.forge.refuses = {"POST /repos/fjordvik/plan/git/refs": 403}
    assert "gir ikke lov" in site.send()
    site.page.click("#direkte summary")
    site.forge.refuses = {"POST /repos/fjordvik/plan/pulls": 422}
    assert "var 422. Ingenting er sendt." in site.send()
    assert (site.forge.branches, site.forge.proposals) == ({}, [])
    site.page.click("#direkte summary")
    del site.forge.main[KLIMA]
    site.forge.refuses = {}
    assert "er tatt ut av registeret" in site.send()
    site.page.click("#direkte summary")
    assert "Lim inn nøkkelen først." in site.send("")
    site.page.click("#direkte summary")
    site.page.context.set_offline(offline=True)
    assert "ikke kontakt" in site.send()
