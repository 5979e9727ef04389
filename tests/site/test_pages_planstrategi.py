"""The pages of the planstrategier, matrix, law, timeline and coverage: rows, files, empty states, harmless text."""

from __future__ import annotations

import csv
import io
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import html5lib
import pytest
from python_calamine import CalamineWorkbook
from support.helpers import DATE, check, fjordvik, write
from support.matrix_cases import matrix_content, rows_where_all_agree

from planlint.law import bestemmelser
from planlint.model.tidspunkt import parse
from planlint.register import lovdekning
from planlint.register.dekning import measure_dekning
from planlint.register.short_status import kortstatus
from planlint.register.valgperiode import all_planstrategier, reading_day, vedtak
from planlint.site import build, drawing
from planlint.site.pages import (
    dekning_page as dekning,
    law_page as lov,
    matrix_page as matrise,
    planstrategi_page as planstrategi,
    planstrategier_page as planstrategier,
    timeline_page as tidslinje,
)
from planlint.site.pages.behandling_page import undecided
from planlint.site.pages.planstrategier_page import late_strategies
from planlint.site.timeline import WIDTH, PlanTime, draw_timeline, make_axis
from planlint.system.system import open_system
from planlint.tables import calendar as kalender
from planlint.tables.nettsted import Nettsted
from planlint.tables.planstrategi_tables import tables_of_strategi
from planlint.text import language

HELE = Path(__file__).parents[1] / "data" / "hele"
DAY = date.fromisoformat(DATE)
HOSTILE = """=HYPERLINK("x") <script>alert(1)</script> {{ 7*7 }} | @alle"""
NB = language("nb")
ANSWERS = (
    lovdekning.YES,
    lovdekning.PARTLY,
    lovdekning.RUN_OUT,
    lovdekning.OLD,
    lovdekning.OTHER_BODY,
    lovdekning.NOTED,
    lovdekning.NO_BODY,
    lovdekning.OTHER_TERM,
    lovdekning.UNSURE_TERM,
    lovdekning.FOUR_YEARS,
    lovdekning.NO_DATE,
    lovdekning.ARBEID,
    lovdekning.INGEN,
)
STRATEGI = """\
tittel: Planstrategi 2023–2027
valgperiode: "2023-2027"
status: vedtatt
kapasitet: {miljoe: 2}
prinsipper: [Få planer]
kunnskapsgrunnlag: [levekaarsanalyse-2023]
hendelser:
  - {hva: vedtatt, dato: 2024-03-13, organ: kommunestyret, sak: 12/24}
kilder: [{kilde: plandokument}]
"""


def add(root: Path, path: str, text: str) -> None:
    """Add lines to a file."""
    file = root / "plans" / path
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system with two planstrategier, the newer one with decisions of several kinds."""
    shutil.copytree(HELE, fjordvik(tmp_path), dirs_exist_ok=True)
    write(tmp_path, "planstrategier/planstrategi-2023-2027.yaml", STRATEGI)
    new = "beslutninger:\n  planstrategi-2023-2027: "
    told = "{valg: revideres, oppstart: 2024-H2, ferdig: 2026-H1, prioritet: 1, hjemmel: [pbl-11-2], usikker: true}"
    add(tmp_path, "planer/klimastrategi.yaml", f"{new}{told}\n")
    add(tmp_path, "planer/kulturplan.yaml", f"ansvarlig: oppvekst\n{new}{{valg: ny, oppstart: 2025, ferdig: 2025}}\n")
    add(tmp_path, "planer/handlingsplan-idrett.yaml", f"{new}{{valg: slås_sammen, inn_i: kulturplan}}\n")
    return tmp_path


def open_site(root: Path, day: date = DAY) -> Nettsted:
    """Open a plan system as the site sees it."""
    system = open_system(root, day)
    assert system.register is not None
    return Nettsted(system.register, check(system.root, day), NB)


def make(site: Nettsted, monkeypatch: pytest.MonkeyPatch, *formats: str) -> dict[str, bytes]:
    """Draw the pages of these kinds, and the files of the planstrategier."""
    monkeypatch.setattr(drawing, "PAGES", (planstrategier, planstrategi, matrise, lov, tidslinje, dekning))
    return build.files(site, formats or ("html",), None)


def cells(page: bytes) -> dict[str, list[list[str]]]:
    """Give the rows of every table of a page by the id on its caption; refuse what browsers forgive."""
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    found = {}
    for table in document.iter("table"):
        rows = [  # the cell that fills the line of a group's name says nothing
            [" ".join("".join(cell.itertext()).split()) for cell in row if not cell.get("colspan")]
            for row in table.iter("tr")
        ]
        found[table.find("caption").get("id")] = rows
    return found


def test_three_tables(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The council's three tables: plans in force by group, decisions by kind with words for laws, work by half-year."""
    found = cells(make(open_site(root), monkeypatch)["planstrategi/planstrategi-2023-2027.html"])
    assert [
        "Klimastrategi for Fjordvik",
        "Vedtatt 16.2.2022",
        "16.2.2022, kommunestyret, sak 7/22",
        "2022–2030",
        "",
        "Miljø",
    ] in (found["tabell-a"])
    assert found["tabell-b"][1:] == [
        ["Ny plan"],
        ["Plan for kultur", "2025", "2025", "Oppvekst", "", ""],
        ["Revideres"],
        [
            "Klimastrategi for Fjordvik",
            "2. halvår 2024 (usikkert)",
            "1. halvår 2026 (usikkert)",
            "Miljø",
            "1",
            "plan- og bygningsloven § 11-2",
        ],
        ["Slås sammen"],
        ["Handlingsplan for idrett (inn i Plan for kultur)", "", "", "Oppvekst", "", ""],
    ]
    head, group, *sectors = found["tabell-c"]
    assert (head[1], head[-1], len(head)) == ("2. halvår 2023", "2. halvår 2027", 10)
    assert group == ["Besluttet i planstrategien"]
    assert sectors[0][:6] == ["Oppvekst", "", "", "", *["Plan for kultur (oppstart og ferdig i 2025)"] * 2]
    assert sectors[1][4] == "Klimastrategi for Fjordvik (pågår, usikkert)"


def test_files_hold_the_rows_of_the_page(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Markdown, CSV and XLSX say what the page says, and the same twice."""
    site = open_site(root)
    found = make(site, monkeypatch, "markdown", "csv", "xlsx")
    stem = "planstrategi/planstrategi-2023-2027"
    strategi = site.register.planstrategier["planstrategi-2023-2027"]
    tables = tables_of_strategi(site, strategi, vedtak(site.register)[strategi.id])
    book = CalamineWorkbook.from_filelike(io.BytesIO(found[f"{stem}.xlsx"]))
    assert book.sheet_names == ["Planer i kraft", "Beslutninger", "Kalender"]
    for table, sheet in zip(tables, book.sheet_names, strict=True):
        expected = [table.heads(), *table.flat_rows()]
        text = found[f"{stem}-{table.id}.csv"].decode("utf-8-sig")
        assert list(csv.reader(io.StringIO(text), delimiter=";")) == expected
        read = book.get_sheet_by_name(sheet).to_python()
        assert [[str(cell) for cell in row] for row in read] == expected
    text = found[f"{stem}.md"].decode()
    assert "## Beslutninger i planstrategien" in text
    assert "| Plan for kultur | 2025 | 2025 | Oppvekst |  |  |" in text
    assert make(open_site(root), monkeypatch, "markdown", "csv", "xlsx") == found


def test_a_past_planstrategi_is_read_on_its_last_day(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Table A of an older valgperiode shows the plans as they stood then, and the page says so."""
    site = open_site(root)
    current, older = all_planstrategier(site.register)
    assert (current.id, older.id) == ("planstrategi-2023-2027", "planstrategi-2019-2023")
    assert (reading_day(site.register, current), reading_day(site.register, older)) == (DAY, date(2023, 10, 30))
    page = make(site, monkeypatch)["planstrategi/planstrategi-2019-2023.html"]
    assert "den siste dagen, 30.10.2023" in page.decode()
    assert "Planer i kraft 30.10.2023" in page.decode()


def test_the_current_planstrategi_stays_current_when_its_time_is_over(tmp_path: Path) -> None:
    """With no newer one adopted, the last is read today, and its status says that the time is over."""
    shutil.copytree(HELE, fjordvik(tmp_path), dirs_exist_ok=True)
    site = open_site(tmp_path)
    (only,) = all_planstrategier(site.register)
    assert reading_day(site.register, only) == DAY


def test_overview_tells_what_comes_next(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Elections, the next planstrategi, the yearly vote and decided work come with dates and links; measures do not."""
    found = cells(make(open_site(root), monkeypatch)["planstrategier.html"])
    rows = {(row[1], row[2]): row[0] for row in found["tabell-det-neste"][1:]}
    assert rows["Kommunevalg for perioden 2027–2031", ""] == "13.9.2027"
    assert rows["Planstrategien: arbeidet skal begynne", "Klimastrategi for Fjordvik"] == "i løpet av 2. halvår 2024"
    assert not any("Tiltaket" in what for what, _ in rows)
    assert [row[:3] for row in found["tabell-strategier"][1:]] == [
        ["Planstrategi 2023–2027", "2023–2027", "Gjelder"],
        ["Planstrategi 2019–2023", "2019–2023", "Avløst av en nyere"],
    ]


def test_a_late_planstrategi_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A planstrategi that nobody has adopted within a year of the constitution is said to be late."""
    fjordvik(tmp_path)
    write(tmp_path, "planstrategier/ps.yaml", STRATEGI[: STRATEGI.index("hendelser")].replace("vedtatt", "igangsatt"))
    text = make(open_site(tmp_path, date(2025, 2, 1)), monkeypatch)["planstrategier.html"].decode()
    assert "Planstrategien for 2023–2027 skulle vært vedtatt. Fristen var senest 31.10.2024" in text
    assert "Registeret viser ingen vedtatt planstrategi." in text


def test_a_register_older_than_a_deadline_says_so(tmp_path: Path) -> None:
    """Of a planstrategi, and of a plan, whose deadline the register never saw pass, the day of the register is told."""
    fjordvik(tmp_path)
    write(tmp_path, "planstrategier/ps.yaml", STRATEGI[: STRATEGI.index("hendelser")].replace("vedtatt", "igangsatt"))
    eldre = "tittel: Eldreplan\ntype: temaplan\nstatus: vedtatt\nperiode: {til: 2024-06-30}\n"
    write(tmp_path, "planer/eldre.yaml", eldre)
    system = tmp_path / "plans/plansystem.yaml"
    text, told = system.read_text(encoding="utf-8"), {}
    assert "ajourført: 2024-05-01" in text
    for day in ("2024-10-30", "2024-10-31", "2024-06-29", "2024-06-30"):
        system.write_text(text.replace("ajourført: 2024-05-01", f"ajourført: {day}"), encoding="utf-8")
        site = open_site(tmp_path, date(2025, 2, 1))
        waits = [plan.hva for one in undecided(site) for plan in one.planer if plan.lenke.tekst == "Eldreplan"]
        told[day] = late_strategies(site)[-1], *waits
    assert told["2024-10-30"][0].endswith("noe vedtak. Det nyeste i registeret er fra 30.10.2024, før fristen.")
    assert told["2024-10-31"][0].endswith("Registeret viser ikke noe vedtak.")
    late = "Perioden gikk ut 30.6.2024"
    assert told["2024-06-29"][1] == f"{late}. Det nyeste i registeret er fra 29.6.2024, før fristen"
    assert told["2024-06-30"][1] == late


def test_empty_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is nothing to show, each page says so."""
    fjordvik(tmp_path)
    for folder in ("planer", "maal", "tiltak"):
        shutil.rmtree(tmp_path / "plans" / folder)
    write(tmp_path, "planstrategier/ps.yaml", STRATEGI.replace("kunnskapsgrunnlag: [levekaarsanalyse-2023]\n", ""))
    found = {path: data.decode() for path, data in make(open_site(tmp_path), monkeypatch).items() if ".html" in path}
    assert "Registeret viser ingen planer som gjelder 15.6.2024." in found["planstrategi/ps.html"]
    assert "Registeret viser ingen beslutninger" in found["planstrategi/ps.html"]
    assert "Registeret viser ingen tid for planarbeid" in found["planstrategi/ps.html"]
    assert "Registeret viser ingen samfunnsdel som gjelder" in found["matrise.html"]
    assert "viser ikke periode, vedtak eller revisjon for noen plan" in found["tidslinje.html"]
    assert "<svg width=" not in found["tidslinje.html"]
    assert "Registeret viser ingen mål som gjelder i dag." in found["dekning.html"]
    assert make(open_site(tmp_path), monkeypatch, "xlsx", "csv")["planstrategi/ps.xlsx"]


def test_years_that_no_calendar_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A valgperiode of odd years gives a page all the same."""
    fjordvik(tmp_path)
    for at, term in enumerate(("0000-0004", "9999-9999", "2023-2019", "2019-9999")):
        text = STRATEGI.replace("2023-2027", term).replace("kunnskapsgrunnlag: [levekaarsanalyse-2023]\n", "")
        write(tmp_path, f"planstrategier/ps{at}.yaml", text)
    found = make(open_site(tmp_path), monkeypatch, "html", "csv", "markdown", "xlsx")
    assert {f"planstrategi/ps{at}.html" for at in range(4)} <= found.keys()


def test_matrix_has_words(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plan that names a goal is «Direkte», one that leads there by others «Indirekte»; the rest is told above."""
    plan = (
        "tittel: Vannplan\ntype: temaplan\nstatus: vedtatt\nforankring: [naer-natur]\nkilder: [{kilde: plandokument}]\n"
    )
    write(root, "planer/vannplan.yaml", plan)
    write(root, "planer/loes.yaml", plan.replace("Vannplan", "Løs plan").replace("forankring: [naer-natur]\n", ""))
    page = make(open_site(root), monkeypatch)["matrise.html"]
    head, *rows = cells(page)["tabell-matrise-gode-liv-1"]
    by_plan = {row[0]: dict(zip(head[1:], row[1:], strict=True)) for row in rows}
    goal = next(name for name in head if name.startswith("1.1"))
    assert by_plan["Klimastrategi for Fjordvik"][goal] == "Direkte"
    assert by_plan["Handlingsplan for idrett"][goal] == "Indirekte"
    assert "Løs plan" not in by_plan
    assert "Planer uten dokumentert rød tråd" in page.decode()


STANDALONE = "tittel: {}\ntype: strategi\nplan: samfunnsdel-2020\nnummer: '{}'\nkilder: [{{kilde: plandokument}}]\n"


def test_a_goal_that_a_plan_is_anchored_in_is_a_column(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever its type asks for: an arealstrategi beside the goals, and the goal that only stands above another.

    Goals that stand alone share a table with those of their type, in the order of their numbers.
    """
    for number in (10, 2):
        write(root, f"maal/arealstrategi-{number}.yaml", STANDALONE.format(f"Strategi {number}", number))
    plan = "tittel: {}\ntype: temaplan\nstatus: vedtatt\nforankring: [{}]\nkilder: [{{kilde: plandokument}}]\n"
    write(root, "planer/a.yaml", plan.format("Vannplan", "arealstrategi-10, arealstrategi-2"))
    write(
        root,
        "maal/eget.yaml",
        STANDALONE.format("Eget mål", 1).replace("samfunnsdel-2020", "b") + "overordnet: arealstrategi-2\n",
    )
    write(root, "planer/b.yaml", plan.format("Plan med egne mål", "eget"))
    site = open_site(root)
    assert {"Vannplan", "Plan med egne mål"} <= rows_where_all_agree(site)
    head, *rows = cells(make(site, monkeypatch)["matrise.html"])["tabell-matrise-type-strategi-1"]
    assert head == ["Plan", "2 Strategi 2", "10 Strategi 10"]
    assert rows == [["Plan med egne mål", "Indirekte", "–"], ["Vannplan", "Direkte", "Direkte"]]


def test_a_goal_alone_has_a_table_of_its_own(root: Path) -> None:
    """One goal of its type that stands alone gives the table its name."""
    write(root, "maal/alene.yaml", STANDALONE.format("Strategien", 1) + "kortnavn: Kort\n")
    plan = "tittel: Vannplan\ntype: temaplan\nstatus: vedtatt\nforankring: [alene]\nkilder: [{kilde: plandokument}]\n"
    write(root, "planer/a.yaml", plan)
    found = [table for table in matrix_content(open_site(root))["tabeller"] if table.id == "matrise-alene-1"]
    assert [(table.navn, [str(part) for part in table.kolonner]) for table in found] == [("1 Kort", ["Plan", "1 Kort"])]


def test_goals_of_one_type_stand_together(root: Path) -> None:
    """In coverage, by type as declared and then by number: «1, 2, 1, 2», not «1, 1, 2, 2»."""
    for number in (1, 2):
        write(root, f"maal/s{number}.yaml", STANDALONE.format(f"Strategi {number}", number))
        text = STANDALONE.format(f"Hovedmål {number}", number).replace("type: strategi", "type: hovedmål")
        write(root, f"maal/h{number}.yaml", text)
    found = [gruppe.rader[0].maal.id for gruppe in measure_dekning(open_site(root).register).grupper]
    assert [id_ for id_ in found if id_ in {"h1", "h2", "s1", "s2"}] == ["h1", "h2", "s1", "s2"]


def test_the_remark_is_a_column_and_empty_columns_are_not(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the page, in its files and on the pages of the day: what the council wrote, and nothing that nobody did."""
    plan = root / "plans/planer/klimastrategi.yaml"
    told = "{valg: revideres, ferdig: 2026-H1, merknad: 'Utvalg: miljø'}"
    plan.write_text(
        plan.read_text(encoding="utf-8").split("beslutninger")[0]
        + f"beslutninger:\n  planstrategi-2023-2027: {told}\n",
        encoding="utf-8",
    )
    for other in ("kulturplan", "handlingsplan-idrett"):
        file = root / f"plans/planer/{other}.yaml"
        file.write_text(file.read_text(encoding="utf-8").split("beslutninger")[0], encoding="utf-8")
    found = make(open_site(root), monkeypatch, "html", "csv", "markdown")
    head, _, row = cells(found["planstrategi/planstrategi-2023-2027.html"])["tabell-b"]
    assert (head, row[-1]) == (["Plan", "Ferdig", "Ansvarlig", "Merknad"], "Utvalg: miljø")
    assert "Prioritet 1" not in found["planstrategi/planstrategi-2023-2027.html"].decode()
    for path in ("planstrategi.html", "planstrategi.md"):
        assert "Utvalg: miljø" in found[path].decode()
        assert "Prioritet" not in found[path].decode()
    assert (
        "| Klimastrategi for Fjordvik | 1. halvår 2026 | Miljø | Utvalg: miljø |\n" in found["planstrategi.md"].decode()
    )


@pytest.mark.parametrize(
    ("provision", "answer"),
    [
        ("pbl-10-1", "Ja"),
        ("pbl-11-1", "Delvis"),
        ("pbl-11-2", ""),
        ("pbl-11-5", "Ja"),
        ("folkehelseloven-5", "Ikke dokumentert"),
    ],
)
def test_law(root: Path, provision: str, answer: str) -> None:
    """A provision is answered by roles, the planstrategi or hjemmel; a kommuneplan without all its parts partly.

    What asks for no document, but for what is in it, has no answer.
    """
    found = {item.bestemmelse.id: item for item in lovdekning.gjeldende_krav(open_site(root).register)}
    assert found[provision].svar == answer


def test_law_on_the_day(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what applies on the day is there, with a link to Lovdata, the plan's status and how sure we are."""
    add(root, "planer/levekaarsanalyse-2023.yaml", "hjemmel: [folkehelseloven-5]\n")
    page = make(open_site(root), monkeypatch)["lov.html"]
    rows = {row[0].replace("\N{NO-BREAK SPACE}", " "): row for row in cells(page)["tabell-oversikter-tabell"]}
    assert rows["folkehelseloven § 5 første og andre ledd"][2:] == [
        "Ja",
        "Levekårsanalyse for Fjordvik (Tatt til orientering 15.3.2023)",
        "Lest i en endringslov, ikke i loven selv. Gjaldt fra 1.1.2012 til 31.12.2025.",
    ]
    plans, yearly = (cells(page)[f"tabell-{kind}-tabell"] for kind in ("planer", "rapporter"))
    assert any(row[0].startswith("kommuneloven") and row[4].startswith("Lest i utgaven av 2.7.2026.") for row in plans)
    assert any(row[0].startswith("barnevernsloven") for row in yearly)
    assert 'href="https://lovdata.no/dokument/NL/lov/2008-06-27-71/§10-1"' in page.decode()
    assert "barnevernloven § 3-1" not in rows
    assert "Kommunen har ikke lagt inn andre bestemmelser." in page.decode()


def test_the_law_begins_with_what_nobody_has_documented(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """First stand the demands that the register shows no sure answer to, counted as the sentences count them."""
    add(root, "planer/levekaarsanalyse-2023.yaml", "hjemmel: [folkehelseloven-5]\n")
    site = open_site(root)
    page = make(site, monkeypatch)["lov.html"].decode()
    assert page.index('id="mangler"') < page.index('id="planer"') < page.index('id="framgangsmaate"')
    assert "«Ikke dokumentert» betyr at registeret ikke viser det. Kommunen kan likevel ha det." in page
    asked = [
        item for item in lovdekning.gjeldende_krav(site.register) if item.bestemmelse.pliktslag in lovdekning.PLIKTER
    ]
    lacking = [item for item in asked if item.svar != lovdekning.YES]
    assert 0 < len(lacking) < len(asked)
    rows = cells(page.encode())["tabell-mangler-tabell"]
    assert sum(len(row) > 1 for row in rows[1:]) == len(lacking)
    assert rows[1] == ["Ikke dokumentert"]
    assert "Levekårsanalyse for Fjordvik" not in " ".join(map(" ".join, rows))
    assert f'href="#mangler">Krav uten dokumentert svar</a> ({len(lacking)})' in page


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_the_first_sentences_count_each_answer_apart(root: Path, lang: str) -> None:
    """«Ja» is counted alone, and no answer is left out: the numbers add up to all the demands."""
    add(root, "planer/levekaarsanalyse-2023.yaml", "hjemmel: [folkehelseloven-5]\n")
    register = open_site(root).register
    for slag in lovdekning.PLIKTER:
        found = [item for item in lovdekning.gjeldende_krav(register) if item.bestemmelse.pliktslag == slag]
        said = lov.answer(slag, found, language(lang))
        yes, every, *others = (int(number) for number in re.findall(r"\d+", said))
        assert yes == sum(item.svar == lovdekning.YES for item in found)
        assert every == len(found) == yes + sum(others)


def test_guidelines_are_counted_apart_from_statutes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They stand in a table of their own, in no number of what the law asks for, and are said to be no law."""
    page = make(open_site(root, day=date(2026, 11, 29)), monkeypatch)["lov.html"]
    tables = {name: {row[0] for row in rows} - {"Bestemmelse"} for name, rows in cells(page).items()}
    guides = tables["tabell-retningslinjer-tabell"]
    assert guides
    assert all(name.startswith("statlig") for name in guides)
    duties = {name: tables[f"tabell-{name}-tabell"] for name in ("planer", "oversikter", "rapporter")}
    assert not any(name.startswith("statlig") for rows in duties.values() for name in rows)
    numbers = re.findall(r"av (\d+) (?:krav om en|punkt)", page.decode())
    assert [int(number) for number in numbers] == [len(rows) for rows in (*duties.values(), guides)]
    assert "men er ikke lov." in page.decode()


def test_what_is_a_guideline_is_told_by_its_name() -> None:
    """All provisions of state planning guidelines are, and no act or other regulations."""
    found = {id_: law.is_retningslinje for id_, law in bestemmelser().items()}
    assert {id_ for id_, is_guide in found.items() if is_guide} == {id_ for id_ in found if id_.startswith("spr-")}


def test_a_plan_that_may_answer_the_law_is_named_beside_the_demand(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of unknown status, told to answer or called so: named with its doubt; one that has ended is not."""
    plan = "tittel: {}\ntype: fagplan\n"
    write(root, "planer/rus.yaml", plan.format("Rusmiddelpolitisk handlingsplan"))
    write(root, "planer/gammel.yaml", plan.format("Alkoholpolitisk plan") + "status: utgått\n")
    write(root, "planer/krise.yaml", plan.format("Krisehandbok") + "hjemmel: [sivilbeskyttelsesloven-15]\n")
    rows = cells(make(open_site(root), monkeypatch)["lov.html"])["tabell-planer-tabell"]
    found = {row[0].replace("\N{NO-BREAK SPACE}", " "): row[2:4] for row in rows}
    assert found["alkoholloven § 1-7d"] == [
        "Ikke dokumentert",
        "Rusmiddelpolitisk handlingsplan (Ikke dokumentert; bare tittelen tyder på at den kan dekke kravet)",
    ]
    assert found["sivilbeskyttelsesloven § 15 første til tredje ledd"] == [
        "Ikke dokumentert",
        "Krisehandbok (Ikke dokumentert)",
    ]


def test_the_municipalitys_own_deadlines_are_not_in_the_table_of_law(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its interval of revision is told on the plan's own page, and not beside what the law asks for."""
    add(root, "planer/levekaarsanalyse-2023.yaml", "hjemmel: [folkehelseloven-5]\nrevisjon: {neste: 2024-01}\n")
    site = open_site(root)
    plan = site.register.planer["levekaarsanalyse-2023"]
    assert "skulle vært revidert" in kortstatus(site.register, language("nb"), plan)
    page = make(site, monkeypatch)["lov.html"]
    row = next(row for row in cells(page)["tabell-oversikter-tabell"] if "Levekårsanalyse for Fjordvik (" in row[3])
    assert "(Tatt til orientering 15.3.2023)" in row[3]
    assert "skulle vært" not in page.decode()
    assert "Frister som kommunen selv har satt, står på siden til planen, og ikke her." in page.decode()


def test_an_answer_that_is_partly_is_not_counted_as_covered() -> None:
    """Each answer has words of its own."""
    rows = [lovdekning.Dekket(next(iter(bestemmelser().values())), svar, ()) for svar in ANSWERS]
    said = lov.answer("plan", [*rows, rows[0]], language("nb"))
    assert said == (
        "2 av 14 krav om en plan er dekket, 1 er delvis dekket, 1 har et dokument der perioden er over, 1 er ikke "
        "dekket det siste året, 1 har et dokument uten dokumentert vedtak, 1 har et dokument under arbeid, 1 er "
        "registrert på et annet organ, 1 er bare tatt til orientering, 1 er vedtatt uten at organet er oppgitt, 1 er "
        "ikke dekket i denne valgperioden, 1 er kanskje dekket i denne valgperioden, 1 er ikke dekket de siste fire "
        "årene og 1 er ikke dokumentert."
    )
    assert lov.answer("plan", rows[:1], language("nb")) == "1 av 1 krav om en plan er dekket."


def test_what_binds_some_municipalities_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Noise stands by itself until the municipality turns it on, and then among the rest."""
    name = "forurensningsforskriften § 5-14 første og andre ledd"

    def rows(table: str) -> set[str]:
        page = make(open_site(root, day=date(2026, 11, 29)), monkeypatch)["lov.html"]
        return {row[0].replace("\N{NO-BREAK SPACE}", " ") for row in cells(page).get(f"tabell-{table}-tabell", [])}

    assert name in rows("betingede")
    assert name not in rows("planer")
    system = root / "plans/plansystem.yaml"
    system.write_text(f"{system.read_text('utf-8')}\nbetingede_krav: [forurensningsforskriften-5-14]\n", "utf-8")
    assert name not in rows("betingede")
    assert name in rows("planer")


def test_what_was_not_read_is_told_for_its_day(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a day in 2018, that kommuneloven of 1992 is not in the data; it is in no number at the top."""
    page = make(open_site(root, day=date(2018, 6, 1)), monkeypatch)["lov.html"]
    unread = {row[0]: row[2] for row in cells(page)["tabell-uleste-tabell"]}
    assert unread["kommuneloven (1992)"].startswith("Ikke bekreftet. Gjaldt fra 1.1.1993 til 31.12.2019. Begge")
    assert "kommuneloven (1992)" not in {row[0] for row in cells(page)["tabell-framgang-tabell"]}
    later = cells(make(open_site(root, day=date(2026, 11, 29)), monkeypatch)["lov.html"])
    assert "tabell-uleste-tabell" not in later


def test_what_is_inferred_is_told_with_its_basis(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader sees what an inferred day rests on, and what is our reading of the words."""
    page = make(open_site(root, day=date(2026, 11, 29)), monkeypatch)["lov.html"]
    how = {row[0].replace("\N{NO-BREAK SPACE}", " "): row[-1] for rows in cells(page).values() for row in rows}
    revisjon, hoering = "kommuneloven § 23-3 andre og tredje ledd", "plan- og bygningsloven § 11-14 første ledd"
    assert "Dagen er en slutning. Grunnlag: § 31-1 note 1: fra det konstituerende møtet" in how[revisjon]
    assert "Om fristen også gjelder samfunnsdelen, er tolkning." in how[hoering]
    klima = "statlige planretningslinjer for klima og energi (2024) punkt 4.2"
    assert "De er ikke et lovkrav om en bestemt plan" in how[klima]


def test_half_years() -> None:
    """Work stands from its first half-year to its last, with a word; with one end known, there alone.

    What is only known by its year stands in both its half-years, as nobody has said which of them it is.
    """

    def words(start: str, end: str) -> list[str]:
        work = kalender.CalendarWork("x", "", "", parse(start) if start else None, parse(end) if end else None)
        return [kalender.word_in(work, number) for number in kalender.half_years(date(2024, 1, 1), date(2025, 12, 31))]

    assert words("2024", "2025") == ["oppstart", "oppstart", "ferdig", "ferdig"]
    assert words("2024", "2025-H2") == ["oppstart", "oppstart", "pågår", "ferdig"]
    assert words("2025", "2025") == ["", "", "oppstart og ferdig", "oppstart og ferdig"]
    assert words("2024-H1", "2025-H2") == ["oppstart", "pågår", "pågår", "ferdig"]
    assert words("2024-08", "2024-K4") == ["", "oppstart og ferdig", "", ""]
    assert words("", "2025-H1") == ["", "", "ferdig", ""]
    assert words("2024-H2", "") == ["", "oppstart", "", ""]
    assert words("2020", "2024-H1") == ["ferdig", "", "", ""]


def test_announced_work_ends_with_the_adoption(root: Path) -> None:
    """Work that a plan's file tells of is in the calendar until the plan is adopted after it began."""
    plan = "tittel: {}\ntype: temaplan\nstatus: igangsatt\narbeid: {{oppstart: 2024, ferdig: 2025}}\n"
    write(root, "planer/a.yaml", plan.format("Åpen"))
    done = plan.format("Ferdig").replace("igangsatt", "vedtatt")
    write(root, "planer/b.yaml", done + "hendelser: [{hva: vedtatt, dato: 2024-03-01}]\n")
    assert [work.tittel for work in kalender.announced_work(open_site(root).register, [])] == ["Åpen"]


def test_axis_keeps_within_reason() -> None:
    """Years of very long ago or far ahead do not squeeze the rest; a day outside lies on the edge, with an arrow."""
    axis = make_axis([date(1850, 1, 1), date(2199, 12, 31)], DAY)
    assert (axis.foerste, axis.siste) == (2009, 2044)
    assert axis.x(date(1850, 1, 1)) == axis.x(date(2009, 1, 1)) < axis.x(DAY) < axis.x(date(2199, 1, 1)) < WIDTH
    drawn = draw_timeline([("Miljø", [PlanTime("a", "a", "", "gjelder", date(1850, 1, 1), date(2199, 12, 31))])], DAY)
    assert len(drawn.streker[0].pil) == 2
    assert len(drawn.aar) <= 18


def test_lines() -> None:
    """A known period is a bar; an unknown end is dashed; years come again after ten.

    Without a period a plan that applies is dashed from its newest adoption to today, another has marks alone.
    """
    known = PlanTime(
        "a", "a", "", "gjelder", date(2020, 1, 1), date(2028, 12, 31), (date(2020, 3, 1),), date(2024, 12, 31)
    )
    ends = PlanTime("b", "b", "", "over", None, date(2022, 12, 31))
    begins = PlanTime("c", "c", "", "arbeid", date(2023, 1, 1))
    marks = PlanTime("d", "d", "", "gjelder", vedtak=(date(2021, 5, 5),))
    over, silent = replace(marks, slag="over"), replace(marks, vedtak=())
    plans = [known, ends, begins, marks, over, silent]
    drawn = draw_timeline([("Miljø", plans), ("Uten ansvarlig", [known] * 11)], DAY)
    first, second, third, fourth, fifth, sixth, *_ = drawn.streker
    assert (first.bredde > 100, first.stiplet, len(first.vedtak)) == (True, (), 1)
    assert first.revisjon is not None
    assert first.revisjon > drawn.i_dag
    assert second.stiplet[0][0] < second.stiplet[0][1] == second.x
    assert third.stiplet[0][0] == third.x < third.stiplet[0][1]
    assert (fourth.bredde, fourth.stiplet) == (0, ((fourth.vedtak[0], drawn.i_dag),))
    assert (fifth.stiplet, sixth.stiplet) == ((), ())
    assert [head.tekst for head in drawn.overskrifter] == ["Miljø", "Uten ansvarlig", ""]
    assert [line.y for line in drawn.streker] == sorted({line.y for line in drawn.streker})


def test_what_is_known_by_its_year_is_drawn_over_the_year(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An adoption or a revision without a day is drawn over all the time it may be in, and told without a day."""
    text = "tittel: Årsplan\ntype: strategi\nstatus: vedtatt\nrevisjon: {{neste: {}}}\n"
    text += "hendelser: [{{hva: vedtatt, dato: {}}}]\n"
    write(root, "planer/aar.yaml", text.format("2027", "2020"))
    write(root, "planer/dag.yaml", text.format("2027-05-02", "2020-03-04").replace("Årsplan", "Dagplan"))
    site = open_site(root)
    (page,) = tidslinje.pages(site)
    bars = {bar.plan.tittel: bar for bar in page.innhold["tegning"].streker}
    year, day = bars["Årsplan"], bars["Dagplan"]
    assert (year.vedtak, year.revisjon, len(year.vedtaksrom)) == ((), None, 1)
    assert (day.vedtaksrom, day.revisjonsrom, len(day.vedtak)) == ((), None, 1)
    assert year.revisjonsrom is not None
    begin, wide = year.vedtaksrom[0]
    assert begin <= day.vedtak[0] <= begin + wide
    assert day.revisjon is not None
    assert year.revisjonsrom[0] <= day.revisjon <= sum(year.revisjonsrom)
    assert year.stiplet[0][0] == begin + wide
    rows = {row[0]: row for row in cells(make(site, monkeypatch)["tidslinje.html"])["tabell-tidslinje-tabell"] if row}
    assert rows["Årsplan"][3:] == ["2020", "2027"]
    assert rows["Dagplan"][3:] == ["4.3.2020", "2.5.2027"]


def test_timeline_says_in_words(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is over, overdue or replaced is written, in the drawing and in the table of the same rows."""
    late = (
        "tittel: Sen plan\ntype: strategi\nstatus: vedtatt\nrevisjon: {neste: 2023}\nperiode: {fra: 2020, til: 2030}\n"
    )
    write(root, "planer/sen.yaml", late + "ansvarlig: miljoe\n")
    write(root, "planer/over.yaml", late.replace("Sen", "Gammel").replace("til: 2030", "til: 2022"))
    page = make(open_site(root), monkeypatch)["tidslinje.html"]
    rows = {row[0]: row for row in cells(page)["tabell-tidslinje-tabell"] if len(row) > 1}
    assert rows["Sen plan"][1:] == ["Vedtatt, men skulle vært revidert i 2023", "2020–2030", "", "2023"]
    assert rows["Gammel plan"][1] == "Vedtatt, men perioden gikk ut ved utgangen av 2022"
    assert rows["Plan for idrett 2018–2021"][1] == "Erstattet"
    text = page.decode()
    assert '<a href="plan/sen.html">Sen plan</a>' in text
    assert '<rect class="rev forfalt" x="' in text
    sectors = re.findall(r'role="group" aria-label="([^"]+)"', text)
    assert len(sectors) == len(set(sectors)) > 1
    for name in sectors:  # each sector's drawing holds its own heading, so that it is read with its plans
        assert text.split(f'aria-label="{name}"')[1].split("</svg>")[0].count('class="sektor"') == 1
    assert text.count('<g transform="translate(0 ') == len(rows) - 1


def test_coverage(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The goals with what follows them up, and the plans, those without a thread first."""
    found = cells(make(open_site(root), monkeypatch)["dekning.html"])
    goals = {row[0]: row[1:] for row in found["tabell-maal-1"][1:]}
    assert goals["1.1 Barn og unge har en trygg oppvekst"][0] == "Ja"
    assert ["Klimastrategi for Fjordvik", "Ja", "0", "0"] in found["tabell-planer-tabell"]


def test_hostile_text_is_harmless(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Titles, sectors and principles with markup or formulas come out as text everywhere."""
    quoted = HOSTILE.replace("'", "''")
    file = root / "plans" / "planer" / "klimastrategi.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("Klimastrategi for Fjordvik", f"'{quoted}'"), "utf-8")
    write(root, "planstrategier/planstrategi-2023-2027.yaml", STRATEGI.replace("Få planer", f"'{quoted}'"))
    site = open_site(root)
    found = make(site, monkeypatch, "html", "markdown", "csv", "xlsx")
    for path, data in found.items():
        if path.endswith((".html", ".md")) and path != "planstrategi.html":
            assert b"<script>alert" not in data
    for path in ("planstrategi/planstrategi-2023-2027.html", "tidslinje.html", "matrise.html"):
        assert "{{ 7*7 }}" in found[path].decode()
    text = found["planstrategi/planstrategi-2023-2027-b.csv"].decode("utf-8-sig")
    assert '"\'=HYPERLINK(""x"")' in text
    book = CalamineWorkbook.from_filelike(io.BytesIO(found["planstrategi/planstrategi-2023-2027.xlsx"]))
    titles = [row[1] for row in book.get_sheet_by_name("Beslutninger").to_python()]
    assert f"'{HOSTILE}" in titles
