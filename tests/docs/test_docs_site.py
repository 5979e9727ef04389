"""The published site leads to the manual, and only where the manual is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from support.actionrunner import Runner
from support.docs_pages import ROOT
from support.gittools import commit
from support.helpers import DATE, fjordvik, run

WORDS = "Brukerveiledning for planlint"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system, and beside it a built manual with a page in a folder."""
    manual = tmp_path / "manual/oppslag"
    manual.mkdir(parents=True)
    (tmp_path / "manual/index.html").write_text("<p>Forsiden</p>", encoding="utf-8")
    (manual / "check.html").write_text("<p>check</p>", encoding="utf-8")
    return fjordvik(tmp_path / "fjordvik")


def build(root: Path, *args: str) -> dict[str, str]:
    """Build the site; give its pages by their paths."""
    done = run("build", "--date", DATE, *args, cwd=root)
    assert done.returncode == 0, done.stderr
    site = root / "site"
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}


def test_every_page_leads_to_the_manual(root: Path) -> None:
    """From the front page and from a page in a folder, the link leads to the manual that lies beside."""
    pages = build(root, "--manual", "../manual")
    assert pages["brukerveiledning/index.html"] == "<p>Forsiden</p>"
    assert pages["brukerveiledning/oppslag/check.html"] == "<p>check</p>"
    for path, text in pages.items():
        if not path.startswith("brukerveiledning/") and WORDS in text:
            address = text.split(f'">{WORDS}')[0].rpartition('href="')[2]
            assert (root / "site" / path).parent.joinpath(
                address
            ).resolve() == root / "site/brukerveiledning/index.html"
    led = [path for path, text in pages.items() if WORDS in text]
    assert {"index.html", "maal.html"} <= {*led}
    assert any("/" in path for path in led)


def test_without_a_manual_nothing_leads_to_it(root: Path) -> None:
    """No dead link; and what lay there from the last time is gone."""
    build(root, "--manual", "../manual")
    pages = build(root)
    assert not any(WORDS in text or path.startswith("brukerveiledning") for path, text in pages.items())


def test_a_folder_without_a_manual_is_told(root: Path) -> None:
    """One sentence, exit code 2, and the site that was there stands."""
    build(root)
    (root.parent / "manual/index.html").unlink()
    done = run("build", "--date", DATE, "--manual", "../manual", cwd=root)
    assert done.returncode == 2
    assert "har ingen brukerveiledning: index.html mangler" in done.stderr
    assert (root / "site/index.html").exists()


def test_a_link_in_the_manual_is_not_followed(root: Path) -> None:
    """What lies outside of the manual's folder is not published."""
    (root.parent / "hemmelig.txt").write_text("hemmelig", encoding="utf-8")
    (root.parent / "manual/lenke.txt").symlink_to(root.parent / "hemmelig.txt")
    build(root, "--manual", "../manual")
    assert not (root / "site/brukerveiledning/lenke.txt").exists()


def test_the_action_lays_the_manual_out(root: Path, tmp_path: Path) -> None:
    """With `manual`, the action's site has the manual of the planlint that made it; without, none."""
    commit(root, "2024-01-01")
    for manual in ("true", "false"):
        runner = Runner(root, tmp_path / manual, "push", {})
        site = Path(runner.action(date=DATE, pages="true", manual=manual)["site"])
        assert (WORDS in (site / "index.html").read_text(encoding="utf-8")) is (manual == "true"), runner.log
        assert (site / "brukerveiledning/oppslag/kommandoer/check.html").exists() is (manual == "true")


@pytest.mark.parametrize("workflow", ["publish.yml", "nightly.yml"])
def test_baerum_is_published_with_the_manual(workflow: str) -> None:
    """Each workflow that lays out the site of plans/ asks the action for the manual."""
    jobs = yaml.safe_load((ROOT / ".github/workflows" / workflow).read_text(encoding="utf-8"))["jobs"]
    asked = [step["with"] for job in jobs.values() for step in job["steps"] if step.get("uses") == "./"]
    assert [given["manual"] for given in asked if given.get("pages")] == [True]
