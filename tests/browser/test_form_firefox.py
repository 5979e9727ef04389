"""The form with the linter behind it in another browser: Firefox opens it, judges what is typed, and works offline."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from support.chromium import served
from support.firefox import firefox, needs_firefox
from support.helpers import DATE, PLAN, fjordvik, write
from support.runtime import RUNTIME, needs_runtime

from planlint.cli.build import command as build

pytestmark = [needs_runtime, needs_firefox]


def test_firefox_judges_what_is_typed_also_when_the_site_is_gone(tmp_path: Path) -> None:
    """What the change does and the line that changes are shown; with the server gone the page opens and judges."""
    root = fjordvik(tmp_path / "kommune")
    write(root, "planer/klima.yaml", PLAN)
    asked = ["--root", str(root), "--date", DATE, "--out", str(root / "site"), "--format", "html"]
    done = CliRunner().invoke(build, [*asked, "--runtime", str(RUNTIME)])
    assert done.exit_code == 0, done.output
    (tmp_path / "profil").mkdir()
    said = "document.querySelector('#kontroll')?.textContent.startsWith('Kontrollen av det')"
    with firefox(tmp_path / "profil") as page:
        with served(root / "site") as address:
            page.goto(f"{address}skjema/plan.html?id=klima")
            page.until(said)
            page.write("#felt-tittel", "Klimaplan i en annen nettleser")
            page.until(
                "document.querySelector('#linjer').textContent.includes('+tittel: Klimaplan i en annen nettleser')"
            )
            assert page.evaluate("document.querySelector('#fil').href").startswith("blob:")
            page.goto(f"{address}skjema/plan.html?id=klima")
            page.until(said)
            assert page.evaluate("document.querySelector('#felt-tittel').value") == "Klimaplan i en annen nettleser"
        page.goto(f"{address}skjema/plan.html?id=klima")
        page.until(said)
