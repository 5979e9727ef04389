"""The page of what the next planstrategi can take up: the rows of its files, ways to it, what it may not say."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from support.helpers import DATE, check, fjordvik, write

from planlint.ahead.matter import Matter
from planlint.register import over_fristen
from planlint.site import build, drawing
from planlint.site.pages import (
    behandling_page,
    front_page,
    next_strategy_page,
    plan_page,
    planstrategi_page,
    planstrategier_page,
)
from planlint.site.pages.law_tables import about_planstrategi
from planlint.system.system import open_system
from planlint.tables import agenda, agenda_parts, count_late, whole_agenda
from planlint.tables.nettsted import Nettsted
from planlint.text import language

LIER = Path(__file__).parents[2] / "examples" / "lier"
DAY = date(2026, 11, 30)
PAGE = "neste-planstrategi.html"


@cache
def lier(code: str = "nb") -> Nettsted:
    """Give the plan system of an example municipality that has an adopted planstrategi."""
    register = open_system(LIER, DAY).register
    assert register is not None
    return Nettsted(register, check(LIER, DAY), language(code))


def small(root: Path) -> Nettsted:
    """Open a small plan system."""
    register = open_system(root, date.fromisoformat(DATE)).register
    assert register is not None
    return Nettsted(register, check(root, date.fromisoformat(DATE)), language("nb"))


def drawn(site: Nettsted, monkeypatch: pytest.MonkeyPatch, *pages: object) -> dict[str, bytes]:
    """Draw the page, and other pages, with their files."""
    monkeypatch.setattr(drawing, "PAGES", (next_strategy_page, *pages))
    return build.files(site, ("html",), None)


def test_page_and_files_have_the_same_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every row of the list is on the page under its matter, and in the CSV, the workbook and the text."""
    files, found = drawn(lier(), monkeypatch), agenda(lier())
    page = files[PAGE].decode()
    assert page.count('<tr><th scope="row">') >= len(found.rader)
    for sak in Matter:
        assert (f'id="{sak}"' in page) == bool(found.rows(sak)), sak
    rows = list(csv.reader(io.StringIO(files["planstrategi/til_neste.csv"].decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == len(found.rader) + 1
    assert rows[0][:3] == ["Det som skal avklares", "Plan", "Når"]
    (sheet,) = CalamineWorkbook.from_filelike(io.BytesIO(files["planstrategi/til_neste.xlsx"])).sheet_names
    assert sheet == "Til neste planstrategi"
    text = files["planstrategi/til_neste.md"].decode()
    for row in found.rader:
        assert row.plan is None or row.plan.tittel in text
    assert f"Listen har {len(found.rader)} rader: " in page
    assert f"{count_late(lier())} planer i listen er over fristen." in page
    plans = sum(row.plan is not None for row in found.rader)
    assert plans + len(found.rest) + len(found.andre) == len(lier().register.planer)


def test_every_row_says_why_and_leads_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row has a reason, and one about a plan leads to the plan's page; no code or field name stands there."""
    page = drawn(lier(), monkeypatch)[PAGE].decode()
    for group in whole_agenda(lier()).grupper:
        for title, _when, why, *_rest in group.rader:
            assert why, title
    for row in agenda(lier()).rader:
        assert row.plan is None or f'href="plan/{row.plan.id}.html"' in page
    main = re.sub(r"<[^<>]*>", " ", page.partition("<main")[2].partition("</main>")[0])
    assert not re.search(r"\bPL\d{3}\b|\w_\w|\.yaml", main)


def test_nothing_must_be_taken_up_that_the_law_does_not_ask_for() -> None:
    """The list says what can be taken up: the law's own question is put of the kommuneplan alone."""
    told = " ".join(str(cell) for group in whole_agenda(lier()).grupper for row in group.rader for cell in row[1:3])
    assert "må" not in re.findall(r"\w+", told)
    assert "Planstrategien skal" not in told


@pytest.mark.parametrize("page", ["index.html", "behandling.html", "planstrategier.html"])
def test_ways_to_the_list(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The front page, what waits for a decision and the planstrategier lead to the list, with its number of rows."""
    files = drawn(lier(), monkeypatch, front_page, behandling_page, planstrategier_page)
    number = len(agenda(lier()).rader)
    main = files[page].decode().partition("<main")[2].partition("</main>")[0]
    assert re.search(rf'href="{PAGE}">[^<]*(?:\({number}\)</a>|</a> \({number}\))', main)


def test_a_planstrategi_and_a_plan_lead_to_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page of a planstrategi, and what planners have on the page of a plan, lead to the list."""
    files = drawn(lier(), monkeypatch, planstrategi_page, plan_page)
    (strategi,) = [data for path, data in files.items() if re.fullmatch(r"planstrategi/[^/]*\.html", path)]
    assert f'href="../{PAGE}"' in strategi.decode().partition("<main")[2].partition("</main>")[0]
    plan = next(data for path, data in files.items() if re.fullmatch(r"plan/[^/]*\.html", path)).decode()
    assert f'href="../{PAGE}"' in plan.partition('id="planleggere"')[2].partition("</details>")[0]


def test_an_empty_list_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without plans the page says that the register shows nothing, and that there may be more than it shows."""
    root = fjordvik(tmp_path)
    for path in (root / "plans").rglob("planer/**/*.yaml"):
        path.unlink()
    system = root / "plans" / "plansystem.yaml"
    system.write_text(re.sub(r"(?m)^\s+hjemmel:.*\n", "", system.read_text(encoding="utf-8")), encoding="utf-8")
    site = small(root)
    assert not agenda(site).rader
    files = drawn(site, monkeypatch)
    page = files[PAGE].decode()
    assert "Registeret viser ingenting som er over fristen" in page
    assert "Det kan være mer å ta opp enn det registeret viser." in page
    assert "Registeret viser ingen vedtatt planstrategi." in page
    assert "Registeret viser ingenting som planstrategien kan ta opp." in files["planstrategi/til_neste.md"].decode()


def test_a_long_list_is_cut_at_the_same_rows_in_every_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the list is long it is cut into pages under the weight of one, and every row is on one of them."""
    root = fjordvik(tmp_path)
    for number in range(200):
        text = f"tittel: Langplan nummer {number}\ntype: temaplan\nstatus: vedtatt\nperiode: {{til: 2020}}\n"
        write(root, f"planer/lang{number}.yaml", text)
    site = small(root)
    parts = agenda_parts(site)
    assert len(parts) > 1
    files = drawn(site, monkeypatch)
    assert all(len(files[part.sti]) < 70_000 for part in parts)
    assert sum(len(part.rows) for part in parts) == len(agenda(site).rader)
    assert len(over_fristen(site.register)) >= 200
    english = Nettsted(site.register, site.report, language("en"))
    assert [len(part.rows) for part in agenda_parts(english)] == [len(part.rows) for part in parts]


def test_what_the_law_says_of_the_planstrategi() -> None:
    """Every provision that binds on the day and speaks of the planstrategi is told, with where it stands."""
    (group,) = about_planstrategi(lier()).grupper
    names = " ".join(str(row[0]) for row in group.rader)
    assert "10-1" in names
    assert all("planstrategi" in str(row[1]) for row in group.rader)
    assert len(group.rader) > 3


def test_the_kommuneplan_that_the_register_does_not_show(tmp_path: Path) -> None:
    """Where the register shows no samfunnsdel or arealdel in force, the matter of the kommuneplan says so."""
    root = fjordvik(tmp_path)
    site = small(root)
    (about,) = [next_strategy_page.matter_table(site, Matter.KOMMUNEPLAN, ()).om]
    assert "i kraft" not in about
    for plan in site.register.plans_with_rolle("arealdel"):
        (root / plan.file).unlink()
    (about,) = [next_strategy_page.matter_table(small(root), Matter.KOMMUNEPLAN, ()).om]
    assert "Registeret viser ingen arealdel i kraft." in about
