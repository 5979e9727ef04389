"""The manual holds everything that the program has, and is built without a dead link."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from docs_build import config, gather, generated, written
from docs_commands import commands, options
from docs_links import linked, targets
from support.docs_pages import ROOT

from planlint.cli.lazy_group import planlint
from planlint.rules.all_rules import RULES


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """All pages of the manual, gathered once."""
    return gather(tmp_path_factory.mktemp("docs") / "docs-src")


def test_every_command_has_its_options_told(pages: dict[str, str]) -> None:
    """Each command, those below another too, has a heading, and a row for each option that its help shows."""
    names = []
    for name, context in commands():
        page = pages[f"oppslag/kommandoer/{name.split()[0]}.md"]
        part = page.split(f"# planlint {name}\n")[1].split("\n## ")[0]
        for typed, does in options(context):
            assert not does or typed.split(",")[0].replace("|", "\\|") in part, (name, typed)
        names.append(name)
    assert {"check", "avvik prune", "whatif opphev"} <= {*names}
    assert all(f"({name.split()[0]}.md)" in pages["oppslag/kommandoer/index.md"] for name in names)


def test_every_rule_has_its_page(pages: dict[str, str]) -> None:
    """Each rule has a page that is what `planlint explain` tells, and a row in the list."""
    for code, rule in RULES.items():
        page = pages[f"oppslag/regler/{code}.md"]
        done = CliRunner().invoke(planlint, ["explain", code, "--output", "markdown", "--lang", "nb"])
        assert page == done.output
        assert rule.krav in page
        assert f"| [{code}]({code}.md) | {rule.name} |" in pages["oppslag/regler/index.md"]


def test_every_field_has_its_row(pages: dict[str, str]) -> None:
    """Each kind of file has a page, with a row for each field of its schema and of the parts of it."""
    for path in (ROOT / "schema").glob("*.json"):
        schema = json.loads(path.read_text(encoding="utf-8"))
        page = pages[f"oppslag/filformat/{path.stem}.md"]
        for part in (schema, *schema.get("$defs", {}).values()):
            for field in part.get("properties", {}):
                assert f"| `{field}` |" in page, (path.stem, field)
    with_example = [place for place, text in pages.items() if "slik `planlint init` lager den" in text]
    assert len(with_example) >= 7


def test_every_page_is_in_the_table_of_contents(pages: dict[str, str]) -> None:
    """No page is left out, none is named that is not there, and each is named once."""
    text = config(pages)
    named = [line.strip().removeprefix("- ") for line in text.partition("nav:")[2].splitlines() if line.endswith(".md")]
    assert sorted(named) == sorted(pages)
    assert "*" not in text.partition("nav:")[2]


def test_what_is_generated_is_nobody_s_to_write() -> None:
    """No page is both written and generated, and no generated page lies in the repository."""
    assert {*generated()} & {*written()} == set()
    assert not (ROOT / "docs/oppslag").exists()


def test_codes_and_commands_lead_to_their_pages() -> None:
    """In the text, not in headings, links or blocks; what is not known is left alone."""
    known = targets({"oppslag/regler/PL301.md": "", "oppslag/kommandoer/check.md": "", "oppslag/regler/index.md": ""})
    text = "# `PL301`\n\n`PL301` og `planlint check --known`, men ikke [`PL301`](x.md), `PL999` og `check`.\n"
    block = "```sh\nplanlint check `PL301`\n```\n"
    made = linked(text + block, "veiledning/a.md", ROOT / "docs/veiledning/a.md", known, lambda path: path.name)
    rule, check = "[`PL301`](../oppslag/regler/PL301.md)", "[`planlint check --known`](../oppslag/kommandoer/check.md)"
    assert made == text.replace("\n\n`PL301`", f"\n\n{rule}").replace("`planlint check --known`", check) + block


def test_a_link_out_of_the_manual_leads_to_a_copy(pages: dict[str, str]) -> None:
    """A page that lives elsewhere is part of the manual; a file that is no page is laid beside."""
    assert "(foreslaa-endring.md)" not in pages["index.md"]
    assert "(veiledning/foreslaa-endring.md)" in pages["index.md"]
    assert "(../filer/examples/github.yml)" in pages["veiledning/ci.md"]


def test_the_site_is_built_without_a_dead_link(tmp_path: Path) -> None:
    """Zensical stops at a dead link or anchor; nothing is fetched from elsewhere."""
    command = [sys.executable, ROOT / "tools/docs_build.py", "--out", tmp_path]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    pages = sorted((tmp_path / "docs").rglob("*.html"))
    assert len(pages) > 140
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert 'lang="nb"' in text
        assert not any(f'{attribute}="http' in text for attribute in ("src", 'rel="stylesheet" href'))
