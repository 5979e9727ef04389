"""Exports: each file opened by another reader, the same rows everywhere, harmless, and read back without a loss."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pytest
from hypothesis import given, strategies as st
from python_calamine import CalamineWorkbook
from support.helpers import DATE, PLAN, check, fjordvik, run, write

from planlint.ahead.draft import utkast
from planlint.exports import pdf
from planlint.exports.attachment import vedlegg
from planlint.exports.format_names import FORMATS, TABLES
from planlint.exports.open_data import register_json
from planlint.exports.optional import need_kontor
from planlint.exports.workbook import make_workbook
from planlint.exports.write_export import MARK
from planlint.model import Hendelse, Plan, Planstrategi, Tiltak
from planlint.register.valgperiode import all_planstrategier, vedtak
from planlint.system.system import open_system
from planlint.tables.all_tables import make_tables
from planlint.tables.build_error import BuildError
from planlint.tables.columns import DERIVED, LONGEST, CellError, ReadableColumn, cells_of, fields_of, read_value
from planlint.tables.entity_links import all_entities
from planlint.tables.nettsted import Nettsted
from planlint.tables.planstrategi_tables import tables_of_strategi as strategitabeller
from planlint.tables.sheets import export_tables
from planlint.tables.table import cell_text
from planlint.text import language

ROOT = Path(__file__).parents[2]
HELE = Path(__file__).parents[1] / "data" / "hele"
DAY = date.fromisoformat(DATE)
FORMEL = '=HYPERLINK("https://ond.example";"x")'
LANG = "Svært lang tittel " * 60
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
KLIMA = f"""\
tittel: '{FORMEL} æøå'
type: strategi
status: vedtatt
sammendrag: "-luft\\u0007 og\\r\\nny linje"
periode: {{fra: 2022, til: 2030-06-30}}
hendelser:
  - {{hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}}
  - {{hva: høring_start, dato: 2024-H2, planlagt: true}}
ansvarlig: miljoe
forankring: [trygg-oppvekst]
tema: [klima, "+natur"]
kilder: [{{kilde: plandokument}}]
beslutninger:
  ps: {{valg: revideres, oppstart: 2024-H2, ferdig: 2025-H1, ansvarlig: oppvekst, prioritet: 1}}
"""
PS = """\
tittel: Planstrategi 2023–2027
valgperiode: "2023-2027"
status: vedtatt
sammendrag: Dette er **planstrategien**.
hendelser: [{hva: vedtatt, dato: 2024-05-22, organ: kommunestyret, sak: 31/24}]
kapasitet: {oppvekst: 2}
prinsipper: [Færre planer, Klart språk]
merknad: |
  Se også:

  - [loven](https://lov.example)
  - høringen
"""
LUFT = """\
tittel: Luft
enhet: mikrogram
mål: [trygg-oppvekst]
verdier: {2022: 9.5, 2023: -3}
måltall: {2025: {høyst: 8}}
"""


def site_of(root: Path, code: str = "nb", day: date = DAY) -> Nettsted:
    """Open a plan system on a day."""
    system = open_system(root, day)
    assert system.register is not None
    return Nettsted(system.register, check(system.root, day, lang=code), language(code))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system with something in every table, and hostile text."""
    fjordvik(tmp_path)
    write(tmp_path, "planer/klima.yaml", KLIMA)
    write(tmp_path, "planer/lang.yaml", PLAN.replace("Klimastrategi for Fjordvik", LANG))
    write(tmp_path, "planstrategier/ps.yaml", PS)
    write(tmp_path, "indikatorer/luft.yaml", LUFT)
    write(tmp_path, "utfordringer/stoey.yaml", "tittel: Støy\nmål: [trygg-oppvekst]\n")
    return tmp_path


def sheets(data: bytes) -> dict[str, list[list[Any]]]:
    """Give the sheets of a workbook as another program reads them."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def column(rows: list[list[Any]], head: str) -> list[Any]:
    """Give a column by its head."""
    at = rows[0].index(head)
    return [row[at] for row in rows[1:]]


def paper(root: Path, code: str = "nb") -> bytes:
    """Give the attachment about the first planstrategi."""
    site = site_of(root, code)
    return vedlegg(site, next(iter(all_planstrategier(site.register)), None), None)


def test_a_workbook_has_a_sheet_for_each_kind_and_a_row_for_each_file(root: Path) -> None:
    """Nothing that is in the register is missing from its sheet, in order of ids; goals as they are numbered."""
    site = site_of(root)
    found = sheets(make_workbook(site))
    assert [*found] == ["om", *TABLES, "kolonner", "lister"]
    for kind, entities in site.register.entities.items():
        ids = column(found[kind], "id")
        assert sorted(ids) == sorted(entities)
        assert kind in {"maal", "innspill"} or ids == sorted(ids), "goals and input stand as they are numbered"
        assert column(found[kind], "tittel") == [entities[str(id_)].tittel for id_ in ids]


def test_what_can_be_edited_comes_first_and_what_is_computed_is_marked() -> None:
    """The heads are the file's keys; every other head says that it is computed."""
    ark = {one.navn: one for one in export_tables(site_of(ROOT, day=date(2026, 11, 21)))}
    for kind, model in (("plan", Plan), ("tiltak", Tiltak), ("planstrategi", Planstrategi)):
        own = ["id", *(felt.navn for felt in fields_of(model))]
        heads = [kolonne.navn for kolonne in ark[kind].kolonner]
        assert heads[: len(own)] == own
        assert all(head.endswith(DERIVED) for head in heads[len(own) :])
        assert [kolonne.lest for kolonne in ark[kind].kolonner] == [head in own for head in heads]
    assert not ark["funn"].is_read


def test_facts_are_numbered_within_their_owner(root: Path) -> None:
    """`nr` is the place in the file's list, so that a row can find its way back."""
    rows = sheets(make_workbook(site_of(root)))["hendelse"]
    of = [(row[1], row[2], row[3]) for row in rows[1:] if row[1] == "klima"]
    assert of == [("klima", 1, "vedtatt"), ("klima", 2, "høring_start")]


def test_days_are_real_dates_and_other_times_are_text(root: Path) -> None:
    """A day can be sorted and filtered as one; a half-year or a year is not made into a day that nobody said."""
    found = sheets(make_workbook(site_of(root)))
    plan = dict(zip(column(found["plan"], "id"), found["plan"][1:], strict=True))["klima"]
    heads = found["plan"][0]
    assert plan[heads.index("periode_til")] == date(2030, 6, 30)
    assert plan[heads.index("periode_fra")] == "2022"
    assert column(found["hendelse"], "dato")[-3:] == [date(2022, 2, 16), date(2020, 6, 17), date(2024, 5, 22)]
    assert "2024-H2" in column(found["hendelse"], "dato")
    assert plan[heads.index(f"vedtatt{DERIVED}")] == date(2022, 2, 16)
    assert column(found["verdi"], "verdi") == [9.5, -3, ""]


def test_a_text_is_never_a_formula_nor_becomes_one_when_edited(root: Path) -> None:
    """Hostile text is the text it is, with the mark that keeps it so; no sheet holds a formula or a link."""
    data = make_workbook(site_of(root))
    assert f"{FORMEL} æøå" in column(sheets(data)["plan"], "tittel")
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        parts = {name: book.read(name) for name in book.namelist()}
        guarded = {
            at
            for at, form in enumerate(ET.fromstring(parts["xl/styles.xml"]).find(f"{S}cellXfs") or ())  # noqa: S314 - our own
            if form.get("quotePrefix") == "1"
        }
        strings = [
            "".join(part.itertext())
            for part in ET.fromstring(parts["xl/sharedStrings.xml"])  # noqa: S314 - as above
        ]
        for name, part in parts.items():
            if not name.startswith("xl/worksheets/sheet"):
                continue
            assert b"<f>" not in part
            assert b"<hyperlink" not in part
            for cell in ET.fromstring(part).iter(f"{S}c"):  # noqa: S314 - as above
                text = strings[int(cell[0].text or 0)] if cell.get("t") == "s" and len(cell) else ""
                assert not text.startswith(("=", "+", "-", "@")) or int(cell.get("s", 0)) in guarded


def test_a_column_of_fixed_values_or_ids_can_be_chosen_from(root: Path) -> None:
    """Status, yes and no, types, sectors and plans are lists; a fixed value is demanded, an id only asked for."""
    with zipfile.ZipFile(io.BytesIO(make_workbook(site_of(root)))) as book:
        rules = [*ET.fromstring(book.read("xl/worksheets/sheet2.xml")).iter(f"{S}dataValidation")]  # noqa: S314 - our own
    lists = sheets(make_workbook(site_of(root)))["lister"]
    columns = {row: [line[at] for line in lists[1:] if line[at]] for at, row in enumerate(lists[0])}
    assert columns["ja_nei"] == ["ja", "nei"]
    assert columns["plan_status"][:2] == ["planlagt", "igangsatt"]
    assert columns["sektor"] == ["oppvekst", "miljoe"]
    assert columns["plan"] == ["arealdel-2021", "klima", "lang", "samfunnsdel-2020"]
    styles = {rule.get("errorTitle"): rule.get("errorStyle", "stop") for rule in rules}
    assert styles["status"] == styles["lovpålagt"] == "stop"
    assert styles["type"] == styles["del_av"] == "warning"
    assert all((rule.find(f"{S}formula1").text or "").startswith("lister!$") for rule in rules)


def test_heads_stay_in_sight_and_can_be_filtered(root: Path) -> None:
    """Every sheet has a frozen head; one with rows is a table with filters."""
    with zipfile.ZipFile(io.BytesIO(make_workbook(site_of(root)))) as book:
        for number in range(1, len(TABLES) + 3):
            sheet = book.read(f"xl/worksheets/sheet{number}.xml")
            assert b'state="frozen"' in sheet
            assert b"tablePart " in sheet or b"<autoFilter" in sheet
            assert b'orientation="landscape"' in sheet


def test_a_plan_system_without_plans_is_exported_in_every_format(tmp_path: Path) -> None:
    """Nothing to show is no fault: heads without rows, and a paper that says that nothing is registered."""
    (tmp_path / "plans").mkdir()
    shutil.copy(fjordvik(tmp_path / "x") / "plans/plansystem.yaml", tmp_path / "plans")
    site = site_of(tmp_path)
    found = sheets(make_workbook(site))
    assert all(len(found[name]) == 1 for name in TABLES if name not in {"frist", "funn"})
    words = "\n".join(one.text for one in docx.Document(io.BytesIO(paper(tmp_path))).paragraphs)
    assert "Ingen planstrategi er registrert." in words
    assert "Registeret viser ingen planer som gjelder 15.6.2024." in words


def test_every_cell_of_a_real_plan_system_means_what_the_file_says() -> None:
    """Read back, each cell gives the value of the file, for every field of every entity of Bærum."""
    for entity in all_entities(site_of(ROOT, day=date(2026, 11, 21)).register):
        data, cells = entity.model_dump(mode="json", by_alias=True), cells_of(entity)
        for felt in fields_of(type(entity)):
            value: Any = data
            for key in felt.sti:
                value = value.get(key) if isinstance(value, dict) else None
            read = read_value(felt, cells[felt.navn])
            if isinstance(value, list | dict):
                assert str(read or type(value)()) == str(_as_file(felt, value)), (entity.id, felt.navn)
            elif isinstance(value, str):
                assert str(read) == value.strip(), (entity.id, felt.navn)
            else:
                assert read == value, (entity.id, felt.navn)


def _as_file(felt: ReadableColumn, value: Any) -> Any:
    """Give SDGs and the years of an amount as numbers, as the files have them."""
    if isinstance(value, dict):
        return {int(key) if key.isdecimal() else key: one for key, one in value.items()}
    return [int(one) if one.isdecimal() else one for one in value] if felt.sti[-1] == "bærekraftsmål" else value


@pytest.mark.parametrize(
    ("felt", "cell", "value"),
    [
        ("dato", date(2024, 2, 28), "2024-02-28"),
        ("dato", "28.2.2024", "2024-02-28"),
        ("dato", 2024.0, 2024),
        ("dato", "2024", 2024),
        ("dato", date(1905, 7, 16), 2024),  # a year typed into a cell of dates
        ("dato", "2024-H1", "2024-H1"),
        ("dato", "snart", "snart"),  # the model says what is wrong
        ("planlagt", " Ja ", True),
        ("planlagt", "", None),
        ("sak", 7.0, "7"),
        ("sak", "'=1+1", "=1+1"),
        ("merknad", "en\r\nto", "en\nto"),
    ],
)
def test_a_cell_is_read_as_somebody_means_it(felt: str, cell: object, value: object) -> None:
    """What Excel makes of a value when it is typed gives the value that was meant."""
    (one,) = (one for one in fields_of(Hendelse) if one.navn == felt)
    assert read_value(one, cell) == value


@pytest.mark.parametrize(("form", "cell"), [("janei", "kanskje"), ("tall", "mange"), ("ordbok", "uten kolon")])
def test_a_cell_that_means_nothing_is_told_with_its_text(form: Any, cell: str) -> None:
    """What the column cannot hold is refused with the text that stands there."""
    with pytest.raises(CellError, match=f"«{cell}»"):
        read_value(ReadableColumn("x", ("kapasitet",), form), cell)


@given(st.lists(st.text(st.characters(exclude_characters="|", exclude_categories=("C", "Z")), min_size=1), max_size=5))
def test_a_list_of_words_comes_back(words: list[str]) -> None:
    """A list is one cell, and the same list when read."""
    from planlint.tables.harmless_cells import as_cell, harmless  # noqa: PLC0415 - beside what it is read with

    felt = ReadableColumn("tema", ("tema",), "liste")
    assert (read_value(felt, harmless(str(as_cell(words)))) or []) == words


def test_a_text_longer_than_a_cell_is_no_change(root: Path) -> None:
    """What a cell cannot hold is the same on both sides of the comparison."""
    write(root, "planer/lang.yaml", PLAN + f"merknad: {'a' * (LONGEST + 10)}\n")
    site = site_of(root)
    (felt,) = (one for one in fields_of(Plan) if one.navn == "merknad")
    found = sheets(make_workbook(site))["plan"]
    cell = dict(zip(column(found, "id"), column(found, "merknad"), strict=True))["lang"]
    assert len(cell) == LONGEST
    assert read_value(felt, cell) == read_value(felt, cells_of(site.register.planer["lang"])["merknad"])


def test_numbers_that_a_spreadsheet_cannot_keep_are_text(root: Path) -> None:
    """A number with more digits than a spreadsheet keeps is neither rounded nor lost."""
    write(root, "indikatorer/luft.yaml", LUFT.replace("-3", "1234567890123456.5"))
    assert "1234567890123456.5" in column(sheets(make_workbook(site_of(root)))["verdi"], "verdi")


def test_csv_opens_in_norwegian_excel_with_the_rows_of_the_workbook(root: Path) -> None:
    """Each table is a file with semicolons and a mark for UTF-8, and what looks like a formula is guarded."""
    done = run("export", "--format", "csv", "--date", DATE, cwd=root)
    assert done.returncode == 0, done.stderr
    folder = root / "plansystem-csv"
    assert sorted(path.name for path in folder.iterdir()) == sorted([MARK, *(f"{name}.csv" for name in TABLES)])
    text = (folder / "plan.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    rows = [*csv.reader(io.StringIO(text.decode("utf-8-sig")), delimiter=";")]
    assert column(rows, "id") == ["arealdel-2021", "klima", "lang", "samfunnsdel-2020"]
    assert f"'{FORMEL} æøå" in column(rows, "tittel")


def test_one_table_goes_to_the_screen_for_other_programs(root: Path) -> None:
    """`--out -` gives one table as CSV without the mark, or as JSON, and nothing else."""
    done = run("export", "--format", "csv", "--table", "maal", "--out", "-", "--date", DATE, cwd=root)
    assert done.stdout.startswith("id;tittel;type;")
    found = json.loads(
        run("export", "--format", "json", "--table", "maal", "--out", "-", "--date", DATE, cwd=root).stdout
    )
    assert [one["id"] for one in found] == ["gode-liv", "naer-natur", "trygg-oppvekst"]
    (table,) = (one for one in make_tables(site_of(root)) if one.navn == "maal")
    assert found == json.loads(json.dumps(table.records(), default=str))


def test_json_is_the_site_s_register(root: Path) -> None:
    """Everything as JSON is register.json, byte for byte, so that it has one description."""
    run("export", "--format", "json", "--date", DATE, cwd=root)
    site = site_of(root)
    assert (root / "plansystem.json").read_bytes() == next(register_json.files(site))[2]


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "pdf"])
def test_the_same_files_and_day_give_the_same_bytes(root: Path, form: str) -> None:
    """Two runs, in processes that hash differently, write the same; an unchanged file is left alone."""
    for seed in ("1", "2"):
        done = run(
            "export", "--format", form, "--date", DATE, "--out", f"ut-{seed}", cwd=root, env={"PYTHONHASHSEED": seed}
        )
        assert done.returncode == 0, done.stderr
    first, second = ([*_bytes(root / f"ut-{seed}")] for seed in "12")
    assert first == second
    again = run("export", "--format", form, "--date", DATE, "--out", "ut-1", cwd=root)
    assert again.stdout == "ut-1 er som før.\n"


def _bytes(path: Path) -> list[bytes]:
    return [one.read_bytes() for one in sorted(path.iterdir())] if path.is_dir() else [path.read_bytes()]


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_what_somebody_has_worked_on_is_not_written_over(root: Path, form: str) -> None:
    """A file with another content stays until --overwrite says otherwise."""
    run("export", "--format", form, "--date", DATE, "--out", "ut", cwd=root)
    target = root / "ut" / "plan.csv" if form == "csv" else root / "ut"
    target.write_bytes(b"mitt arbeid")
    done = run("export", "--format", form, "--date", DATE, "--out", "ut", cwd=root)
    assert done.returncode == 2
    assert "ut finnes fra før, med et annet innhold." in done.stderr
    assert target.read_bytes() == b"mitt arbeid"
    assert run("export", "--format", form, "--date", DATE, "--out", "ut", "--overwrite", cwd=root).returncode == 0
    assert target.read_bytes() != b"mitt arbeid"


def test_a_folder_that_is_not_an_export_is_left_alone(root: Path) -> None:
    """CSV does not replace the plan system, a site or anything else, whatever is asked for."""
    (root / "site").mkdir()
    (root / "site/.planlint-site").touch()
    for folder in ("plans", "site"):
        before = sorted((root / folder).rglob("*"))
        done = run("export", "--format", "csv", "--out", folder, "--overwrite", "--date", DATE, cwd=root)
        assert done.returncode == 2
        assert ("ligger i plansystemet selv" if folder == "plans" else "ikke laget av planlint") in done.stderr
        assert sorted((root / folder).rglob("*")) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--format", "xlsx", "--table", "plan"), "--table gjelder csv og json"),
        (("--format", "csv", "--valgperiode", "2023-2027"), "gjelder docx og pdf"),
        (("--format", "csv", "--out", "-"), "--format csv --table plan"),
        (("--format", "xlsx", "--out", "-"), "--out - skriver til skjermen"),
        (("--format", "docx", "--propose"), "--valgperiode 2027-2031"),
        (("--format", "docx", "--valgperiode", "2027-2031"), "Registrert: 2023-2027."),
        (("--format", "docx", "--valgperiode", "2024-2028"), "Mente du «2023-2027»?"),
        (("--format", "xlsx", "--out", "plans/plansystem.yaml/x.xlsx"), "ligger i plansystemet selv"),
        (("--format", "odt"), "odt"),
    ],
)
def test_options_that_do_not_fit_are_refused_with_what_to_write(root: Path, words: tuple[str, ...], said: str) -> None:
    """Wrong use is exit code 2 and one sentence, and nothing is written."""
    before = sorted(root.rglob("*"))
    done = run("export", *words, "--date", DATE, cwd=root)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(root.rglob("*")) == before


def test_files_that_cannot_be_read_are_named(root: Path) -> None:
    """What is missing from an export is told, so that nobody takes it for the whole."""
    write(root, "planer/oedelagt.yaml", "tittel: [")
    done = run("export", "--format", "json", "--date", DATE, cwd=root)
    assert done.returncode == 1
    assert "ikke med: plans/planer/oedelagt.yaml." in done.stderr


def test_the_paper_says_what_the_page_says(root: Path) -> None:
    """The attachment's tables are the rows of the planstrategi's page, in its order, numbered from one."""
    site = site_of(root)
    (strategi,) = all_planstrategier(site.register)
    expected = [
        [[str(one) for one in table.kolonner], *([_cell(cell) for cell in row] for row in group.rader)]
        for table in strategitabeller(site, strategi, vedtak(site.register)[strategi.id])
        for group in table.grupper
    ]
    document = docx.Document(io.BytesIO(paper(root)))
    assert [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables] == expected
    captions = [one.text for one in document.paragraphs if one.style.name == "Caption"]
    assert [text.split(".")[0] for text in captions] == [f"Tabell {at}" for at in range(1, len(expected) + 1)]
    assert captions[0].startswith("Tabell 1. Planer i kraft 15.6.2024: ")
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert headings == ["A Planer i kraft", "B Beslutninger", "C Kalender"]


def _cell(cell: Any) -> str:
    return cell_text(cell) if isinstance(cell, str) else "\n".join(map(str, cell))


def test_the_paper_can_be_read_by_everyone(root: Path) -> None:
    """Language, title, heads that repeat, a text for each table, rows kept whole: what a screen reader needs."""
    data = paper(root)
    document = docx.Document(io.BytesIO(data))
    section = document.sections[0]
    assert section.page_width > section.page_height
    about = document.core_properties
    assert (about.title, about.author, about.language) == ("Planstrategi 2023–2027", "Fjordvik", "nb-NO")
    assert about.created.date() == about.modified.date() == DAY
    langs = {one.get(f"{W}val") for one in document.styles.element.iter(f"{W}lang")}
    assert langs == {"nb-NO"}
    for table in document.tables:
        head, *rows = table._tbl.tr_lst  # noqa: SLF001 - python-docx shows no heads
        assert head.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (head, *rows))
        assert table._tblPr.find(f"{W}tblCaption").get(f"{W}val")  # noqa: SLF001 - as above
        assert table._tblPr.find(f"{W}tblDescription").get(f"{W}val")  # noqa: SLF001 - as above
        widths = [int(one.get(f"{W}w")) for one in table._tbl.tblGrid]  # noqa: SLF001 - as above
        assert sum(widths) == pytest.approx(267 / 25.4 * 1440, rel=0.01)
    fields = [one.text.strip() for one in section.footer._element.iter(f"{W}instrText")]  # noqa: SLF001 - as above
    assert fields == ["PAGE", "NUMPAGES"]
    assert section.footer.paragraphs[0].text == "Fjordvik, 15.6.2024\tSide 1 av 1"
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert {info.date_time for info in parts.infolist()} == {(2024, 6, 15, 0, 0, 0)}
        assert not [name for name in parts.namelist() if "thumbnail" in name]
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(parts.read(name))  # noqa: S314 - our own


def test_the_paper_is_in_the_language_asked_for(root: Path) -> None:
    """Nynorsk is nn-NO and English is en-GB to whoever reads it aloud."""
    for code, tag in (("nn", "nn-NO"), ("en", "en-GB")):
        document = docx.Document(io.BytesIO(paper(root, code)))
        assert document.core_properties.language == tag
        assert {one.get(f"{W}val") for one in document.styles.element.iter(f"{W}lang")} == {tag}


def test_the_words_of_the_planstrategi_are_plain_on_paper(root: Path) -> None:
    """Markdown becomes paragraphs and points; principles and capacity stand as on the page."""
    document = docx.Document(io.BytesIO(paper(root)))
    words = [(one.text, one.style.name) for one in document.paragraphs]
    for expected in (
        ("Dette er planstrategien.", "Normal"),
        ("loven", "List Bullet"),
        ("høringen", "List Bullet"),
        ("Færre planer", "List Bullet"),
        ("Planarbeid en sektor rekker samtidig: Oppvekst: 2", "Normal"),
    ):
        assert expected in words


def test_hostile_text_is_text_on_paper(root: Path) -> None:
    """Formulas, control characters and endless titles are shown as they are, and the file opens."""
    write(root, "planstrategier/ps.yaml", PS.replace("Planstrategi 2023–2027", "x" * 5000).replace("Klart", "\\u0001"))
    document = docx.Document(io.BytesIO(paper(root)))
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert f"{FORMEL} æøå" in cells
    assert LANG.strip() in cells
    assert len(document.core_properties.title) == 255
    assert document.paragraphs[0].text == "x" * 5000


def test_the_draft_is_called_a_proposal(root: Path) -> None:
    """With --propose the paper has the draft's rows, an empty column for the decision, and says who decides."""
    done = run("export", "--format", "docx", "--valgperiode", "2027-2031", "--propose", "--date", DATE, cwd=root)
    assert done.stdout == "Skrev planstrategi-2027-2031.docx.\n"
    document = docx.Document(str(root / "planstrategi-2027-2031.docx"))
    assert document.paragraphs[0].text.startswith("Forslag til planstrategi 2027–2031 for Fjordvik")
    tables = [table for table in document.tables if table.rows[0].cells[-1].text == "Vedtak"]
    titles = [row.cells[0].text for table in tables for row in table.rows[1:]]
    site = site_of(root)
    assert titles == [item.tittel.strip() for item in utkast(site.register, "2027-2031").forslag]
    assert all(row.cells[-1].text == "" for table in tables for row in table.rows[1:])
    assert any("Kommunestyret bestemmer" in one.text for one in document.paragraphs)


def test_a_library_that_is_missing_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without python-docx the reader is told what to install, and why."""
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(BuildError, match=r"Word-filer trenger python-docx\..*pip install python-docx"):
        need_kontor("docx")


def test_without_libreoffice_the_reader_is_told_how_to_print(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDF needs LibreOffice; without it the site's page can be printed."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(pdf, "_PLACES", ())
    with pytest.raises(BuildError, match="skriv ut planstrategiens side"):
        pdf.as_pdf(b"", DAY)


def test_a_libreoffice_that_makes_nothing_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """A converter that fails leaves no file, and the reader another way."""
    monkeypatch.setattr(pdf, "libreoffice", lambda: shutil.which("false") or "")
    with pytest.raises(BuildError, match="laget ingen PDF"):
        pdf.as_pdf(b"", DAY)


office = pytest.mark.skipif(not pdf.libreoffice(), reason="LibreOffice is not installed")


@office
def test_libreoffice_opens_the_paper_as_pages(root: Path) -> None:
    """The PDF has the day as its date, is tagged, and is the same bytes twice."""
    first, second = (pdf.as_pdf(paper(root), DAY) for _ in range(2))
    assert first.startswith(b"%PDF-")
    assert first == second
    assert b"/CreationDate(D:20240615000000" in first
    assert b"/MarkInfo<</Marked true>>" in first
    assert b"/Lang(nb-NO)" in first


@office
def test_libreoffice_opens_the_workbook_and_sees_the_same_text(root: Path) -> None:
    """A text that looks like a formula is still that text in another program, and after it has saved the file."""
    (root / "bok.xlsx").write_bytes(make_workbook(site_of(root)))
    profile = f"-env:UserInstallation={(root / 'profil').as_uri()}"
    form = "xlsx:Calc MS Excel 2007 XML"
    subprocess.run(
        [pdf.libreoffice(), "--headless", profile, "--convert-to", form, "--outdir", str(root / "lo"), "bok.xlsx"],
        cwd=root, check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    ours, theirs = (sheets((root / path).read_bytes()) for path in ("bok.xlsx", "lo/bok.xlsx"))
    for name in TABLES:
        width = len(ours[name][0])
        assert [row[:width] for row in theirs[name]] == ours[name], name


def test_an_edited_cell_and_nothing_else_comes_back(tmp_path: Path) -> None:
    """Export, edit one cell, import: one line of one file is another, and the second time nothing is."""
    root = fjordvik(tmp_path)
    shutil.copytree(HELE, root, dirs_exist_ok=True)
    run("export", "--format", "csv", "--date", DATE, cwd=root)
    before = {path: path.read_bytes() for path in sorted((root / "plans").rglob("*.yaml"))}
    table = root / "plansystem-csv/plan.csv"
    assert "Ingenting å skrive" in run("import", str(table), "--yes", "--date", DATE, cwd=root).stdout
    text = table.read_text(encoding="utf-8-sig")
    line = next(line for line in text.splitlines() if line.startswith("kulturplan;"))
    table.write_text(
        text.replace(line, re.sub("^kulturplan;[^;]*", "kulturplan;Ny kulturplan", line)), encoding="utf-8"
    )
    done = run("import", str(table), "--yes", "--date", DATE, cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    changed = [path for path, raw in before.items() if path.read_bytes() != raw]
    assert [path.name for path in changed] == ["kulturplan.yaml"]
    old, new = (raw.decode().splitlines() for raw in (before[changed[0]], changed[0].read_bytes()))
    assert [(a, b) for a, b in zip(old, new, strict=True) if a != b] == [(_title(old), "tittel: Ny kulturplan")]


def _title(lines: list[str]) -> str:
    return next(line for line in lines if line.startswith("tittel:"))
