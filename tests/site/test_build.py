"""The tables: right rows, harmless text, the same bytes every time, and nothing half written."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.exports import publish
from planlint.exports.publish import publish_folder
from planlint.site import search_index as search
from planlint.tables.build_error import BuildError

HOSTILE = """<script>alert(1)</script> {{ 7*7 }} | [x](javascript:alert(1)) @alle #1 =HYPERLINK("x")"""
VOID = {"meta", "link", "br", "img", "hr", "input"}


class Page(HTMLParser):
    """Reads a page: ids, headings, rows of tables, and whether every tag is closed in order."""

    def __init__(self, text: str) -> None:
        """Read the page."""
        super().__init__()
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.tags: set[str] = set()
        self.rows: list[list[str]] = []
        self.links: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note ids, headings, links and rows."""
        found = dict(attrs)
        self.tags.add(tag)
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "a":
            self.links.append(str(found["href"]))
        if tag in {"h1", "h2", "h3"}:
            self.headings.append(int(tag[1]))
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Every end belongs to the latest start."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Text of a cell."""
        if {"td", "th"} & set(self._open):
            self.rows[-1][-1] += data


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system with a planstrategi, a decision, an expired plan, one under work and one without status."""
    fjordvik(tmp_path)
    write(
        tmp_path,
        "planer/klima.yaml",
        PLAN + "beslutninger:\n  ps: {valg: revideres, oppstart: 2024, ferdig: 2025-H1, usikker: true}\n",
    )
    write(
        tmp_path, "planer/utloept.yaml", PLAN.replace("Klimastrategi", "Vannstrategi").replace("til: 2030", "til: 2023")
    )
    write(
        tmp_path,
        "planer/arbeid.yaml",
        PLAN.replace("status: vedtatt", "status: igangsatt\narbeid: {oppstart: 2024}").replace(
            "Klimastrategi", "Åpenhetsstrategi"
        ),
    )
    write(tmp_path, "planer/ukjent.yaml", "tittel: Gammel plan\ntype: temaplan\nkilder: [{kilde: plandokument}]\n")
    write(
        tmp_path,
        "planstrategier/ps.yaml",
        'tittel: Planstrategi 2023–2027\nvalgperiode: "2023-2027"\nhendelser: [{hva: vedtatt, dato: 2024-05-22}]\n',
    )
    return tmp_path


def build(root: Path, *args: str) -> tuple[str, str]:
    """Build on the fixed day; give HTML and Markdown."""
    done = run("build", "--date", DATE, *args, cwd=root)
    assert done.returncode == 0, done.stderr
    return (
        (root / "site/planstrategi.html").read_text(encoding="utf-8"),
        (root / "site/planstrategi.md").read_text(encoding="utf-8"),
    )


def test_the_page_is_whole(root: Path) -> None:
    """Well-formed, unique ids, headings in order, no script, nothing from elsewhere, every link resolves."""
    html, _ = build(root)
    page = Page(html)
    assert html.startswith('<!DOCTYPE html>\n<html lang="nb">')
    assert len(page.ids) == len(set(page.ids))
    assert page.headings[0] == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert page.tags.isdisjoint({"script", "img", "link", "iframe"})
    assert "http" not in html
    assert "index.html" in page.links  # the way back to the rest of the site
    assert {link.removeprefix("#") for link in page.links} - {"index.html"} <= set(page.ids)


def test_the_tables_hold_what_they_should(root: Path) -> None:
    """In force, decided, overdue, under work, undocumented: each plan in its place, in both formats."""
    html, markdown = build(root)
    rows = Page(html).rows
    assert [
        "Klimastrategi for Fjordvik",
        "Vedtatt 16.2.2022",
        "16.2.2022, kommunestyret, sak 7/22",
        "2022–2030",
        "",
        "Miljø",
    ] in rows
    assert ["Klimastrategi for Fjordvik", "2024", "1. halvår 2025 (usikkert)", "Miljø"] in rows
    assert not any(row[:2] == ["Vannstrategi for Fjordvik", "Vedtatt"] for row in rows)
    assert [
        "Åpenhetsstrategi for Fjordvik",
        "Ifølge en kilde uten dato er den under arbeid",
        "fra 2024",
        "Miljø",
    ] in rows
    assert (
        "| Klimastrategi for Fjordvik | Vedtatt 16.2.2022 | 16.2.2022, kommunestyret, sak 7/22 "
        "| 2022–2030 |  | Miljø |" in markdown
    )
    assert "### Revideres" in markdown
    assert "- Gammel plan (temaplan)" in markdown
    assert "| Vannstrategi for Fjordvik |" in markdown.partition("## Over fristen")[2]


def test_empty_tables_say_so(tmp_path: Path) -> None:
    """A table without rows is a sentence, not a bare heading."""
    html, markdown = build(fjordvik(tmp_path))
    for text in (html, markdown):
        assert "Registeret viser ingen beslutninger" in text
        assert "Registeret viser ingen planer over fristen når lovens egne frister ikke regnes med." in text
        assert "Registeret viser ingen planer under arbeid." in text
        assert "Alle planer har en dokumentert status." in text


def test_hostile_text_is_harmless(root: Path) -> None:
    """Markup, templates, table bars, mentions and links in a title are text in both formats."""
    write(root, "planer/klima.yaml", PLAN.replace("Klimastrategi for Fjordvik", f"'{HOSTILE}'"))
    html, markdown = build(root)
    page = Page(html)
    assert "script" not in page.tags
    assert any(row[0] == HOSTILE for row in page.rows)
    (row,) = [line for line in markdown.splitlines() if "alert" in line and "Vedtatt" in line]
    cell = row.split(" | ")[0].removeprefix("| ")
    assert row.count(" | ") == 5
    assert re.search(r"(?<!\\)[<>|\[\]@#*_`~&]", cell) is None
    assert "49" not in cell


def test_the_same_bytes_every_time(root: Path, tmp_path: Path) -> None:
    """Same files and day, same bytes, also from another folder."""
    first = build(root)
    assert build(root) == first
    run("build", "--date", DATE, "--out", str(tmp_path / "andre"), "--root", str(root), cwd=Path("/"))
    assert (tmp_path / "andre/planstrategi.html").read_text(encoding="utf-8") == first[0]


def test_a_municipality_may_have_its_own_template(root: Path) -> None:
    """A file of the same name in its own templates/ is used instead."""
    (root / "templates").mkdir()
    (root / "templates/planstrategi.md.j2").write_text("Eget: {{ kommune }}\n", encoding="utf-8")
    assert build(root)[1] == "Eget: Fjordvik\n"


@pytest.mark.parametrize(
    "template", ["{% if %}", "{{ finnes_ikke }}", "{{ kommune.__class__.__mro__ }}", "{% include 'nei' %}"]
)
def test_a_faulty_template_changes_nothing(root: Path, template: str) -> None:
    """The fault is told with the file, exit code 2, and the old tables stay as they were."""
    before = build(root)
    (root / "templates").mkdir()
    (root / "templates/planstrategi.md.j2").write_text(f"linje 1\n{template}\n", encoding="utf-8")
    done = run("build", "--date", "2025-01-01", cwd=root)
    assert done.returncode == 2
    assert "Malen" in done.stderr
    assert "Traceback" not in done.stderr
    assert (
        (root / "site/planstrategi.html").read_text(encoding="utf-8"),
        (root / "site/planstrategi.md").read_text(encoding="utf-8"),
    ) == before


def test_formats_can_be_chosen(root: Path) -> None:
    """Only what is asked for is written; an unknown format is refused."""
    assert run("build", "--format", "markdown", "--date", DATE, cwd=root).returncode == 0
    written = {path.suffix for path in (root / "site").rglob("*") if path.is_file() and path.name != ".planlint-site"}
    assert written == {".md"}
    assert run("build", "--format", "pdf", cwd=root).returncode == 2


def test_a_folder_that_cannot_be_written(root: Path) -> None:
    """The sentence names the place; no half file is left."""
    (root / "site").write_text("opptatt", encoding="utf-8")
    done = run("build", "--date", DATE, cwd=root)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert (root / "site").read_text(encoding="utf-8") == "opptatt"


def test_a_removed_plans_page_is_gone(root: Path) -> None:
    """The folder is replaced as a whole."""
    build(root)
    assert (root / "site/plan/ukjent.html").exists()
    (root / "plans/planer/ukjent.yaml").unlink()
    build(root)
    assert not (root / "site/plan/ukjent.html").exists()
    assert (root / "site/plan/klima.html").exists()
    assert not [path for path in root.iterdir() if path.name.startswith(".")]


def test_a_folder_that_is_not_planlints_is_left_alone(root: Path) -> None:
    """What planlint did not make, it does not replace."""
    write(root, "../site/viktig.txt", "mitt")
    done = run("build", "--date", DATE, cwd=root)
    assert done.returncode == 2
    assert "ikke laget av planlint" in done.stderr
    assert [path.name for path in (root / "site").iterdir()] == ["viktig.txt"]


def test_an_interrupted_build_leaves_the_old_site(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the last step fails, the old site stands, and nothing lies beside it."""
    build(root)
    before = {path: path.read_bytes() for path in (root / "site").rglob("*.html")}

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(publish, "_exchanged", stop)
    with pytest.raises(KeyboardInterrupt):
        publish_folder(root / "site", {"index.html": b"ny"}, lambda _: None)
    monkeypatch.undo()
    assert {path: path.read_bytes() for path in (root / "site").rglob("*.html")} == before
    assert not [path for path in root.iterdir() if path.name.startswith(".")]


def test_a_search_index_that_cannot_be_made_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, and a large site leaves long parts out of the index."""
    assert "--exclude-selectors" not in search.command(tmp_path, tmp_path, "nb", 500)
    assert "--exclude-selectors" in search.command(tmp_path, tmp_path, "nb", 9000)
    monkeypatch.setattr(search, "command", lambda *_: [sys.executable, "-c", "raise SystemExit(1)"])
    with pytest.raises(BuildError, match="Pagefind"):
        publish_folder(tmp_path / "site", {"index.html": b"ny"}, lambda folder: search.index(folder, "nb"))
    assert list(tmp_path.iterdir()) == []
