"""What planlint import reads from files: CSV, Excel and Word as people have them, and what it refuses to open."""

from __future__ import annotations

import contextlib
import csv
import io
import re
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
import xlsxwriter
from docx.oxml.ns import qn
from hypothesis import given, strategies as st
from support.helpers import fjordvik
from support.importtools import excel, imported, table, text, word

from planlint.imports import csv_file, guard
from planlint.imports.cells import Content, ImportFault
from planlint.imports.read_file import read
from planlint.imports.table.heads import score
from planlint.text import language


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_is_read_whatever_the_delimiter_and_the_letters(tmp_path: Path, delimiter: str, encoding: str) -> None:
    """Semicolon, comma or tab, any common encoding, and line breaks inside quotes: the same rows."""
    rows = [
        ["Plan", "Status", "Merknad"],
        ["Plan for idrett, kultur; og fritid", "Vedtatt 1.2.20", "Første\nandre «å»"],
    ]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    content = read(text(tmp_path / "plan.csv", out.getvalue(), encoding), score)
    assert [row.texts for row in content.sheets[0].rows] == rows


def test_csv_may_say_its_delimiter(tmp_path: Path) -> None:
    """Excel's first line «sep=;» is no row."""
    content = read(text(tmp_path / "plan.csv", "sep=;\r\nPlan;Status\r\nA;B\r\n"), score)
    assert [(row.number, row.texts) for row in content.sheets[0].rows] == [(2, ["Plan", "Status"]), (3, ["A", "B"])]


@given(st.binary(max_size=300))
def test_any_bytes_are_rows_or_a_sentence(raw: bytes) -> None:
    """A file of anything is read or refused, never a crash."""
    content = None
    with contextlib.suppress(ImportFault):
        content = csv_file.read(raw, "plan", score)
    assert content is None or content.sheets


def test_a_day_that_excel_shows_as_a_month_is_a_month(tmp_path: Path) -> None:
    """«feb 2018» typed in Excel becomes 1 February behind the scenes; that day was never said."""
    path = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        formats = [book.add_format({"num_format": code}) for code in ("mmm.yy", "yyyy", "dd.mm.yyyy")]
        sheet.write_row(0, 0, ["Plan", "Vedtatt", "Oppstart", "Ferdig"])
        sheet.write_string(1, 0, "Klimaplan")
        for column, form in enumerate(formats, 1):
            sheet.write_datetime(1, column, date(2018, 2, 1), form)
    row = read(path, score).sheets[0].rows[1]
    assert row.texts == ["Klimaplan", "februar 2018", "2018", "1.2.2018"]


def _notes(content: Content) -> list[str]:
    return [note.in_language(language("nb")) for note in content.passed_over]


def test_a_merged_cell_holds_for_every_row_and_hidden_sheets_are_told_of(tmp_path: Path) -> None:
    """A type that is merged over two rows is the type of both."""
    path = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Planer")
        sheet.write_row(0, 0, ["Type", "Plan", "Status"])
        sheet.merge_range(1, 0, 2, 0, "temaplan")
        sheet.write_row(1, 1, ["A-plan", "Under arbeid"])
        sheet.write_row(2, 1, ["B-plan", "Under arbeid"])
        sheet.merge_range(3, 0, 3, 2, "Kultur")
        book.add_worksheet("Gammelt").hide()
    content = read(path, score)
    assert [row.text(0) for row in content.sheets[0].rows] == ["Type", "temaplan", "temaplan", "Kultur"]
    assert [row.merged for row in content.sheets[0].rows] == [False, False, False, True]
    assert _notes(content) == ["Arket «Gammelt» er skjult og er ikke lest."]


def test_formulas_that_nobody_has_worked_out_are_told_of(tmp_path: Path) -> None:
    """A program that writes formulas without values leaves cells that look empty."""
    made, path = excel(tmp_path / "a.xlsx", [["Plan", "Status"], ["A", "B"]]), tmp_path / "plan.xlsx"
    _rewrite(made, path, lambda _, raw: raw.replace(b'<c r="B2" t="s"><v>3</v></c>', b'<c r="B2"><f>A1</f></c>'))
    assert "formler som ikke er regnet ut (antall celler: 1)" in _notes(read(path, score))[0]


def _rewrite(source: Path, target: Path, change: Any) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target


MACROS = {
    "type": ("Types", '<Override PartName="/xl/m.bin" ContentType="application/vnd.ms-office.vbaProject"/>'),
    "type of an ending": ("Types", '<Default Extension="m" ContentType="application/vnd.ms-office.VBAPROJECT"/>'),
    "relation": ("Relationships", '<Relationship Id="rM" Type="http://x/2006/relationships/vbaProject" Target="m"/>'),
    "old relation": ("Relationships", '<Relationship Id="rM" Type="http://x/xlMacrosheet" Target="m.xml"/>'),
}


def _declared(good: Path, target: Path, tag: str, said: str) -> Path:
    """Say in a workbook that it has a part of a kind, under a name that says nothing."""
    end = f"</{tag}>".encode()
    return _rewrite(good, target, lambda _, raw: raw.replace(end, said.encode() + end))


def _sheet(part: bytes, other: bytes) -> Any:
    return lambda name, raw: raw.replace(part, other, 1) if name.endswith("sheet1.xml") else raw


def _refused(tmp_path: Path) -> dict[str, tuple[Path, str]]:
    """Make files that must be refused, each with a word of the sentence."""
    good = excel(tmp_path / "god.xlsx", [["Plan", "Status"], ["A", "Under arbeid"]])
    paper = word(tmp_path / "god.docx", [["Plan", "Status"], ["A", "Under arbeid"]])
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
    raw = good.read_bytes()

    def put(name: str, content: bytes) -> Path:
        (tmp_path / name).write_bytes(content)
        return tmp_path / name

    macro = _rewrite(good, tmp_path / "makro.xlsx", lambda _, raw: raw)
    with zipfile.ZipFile(macro, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    wide = _rewrite(
        paper,
        tmp_path / "bred.docx",
        lambda name, raw: (
            raw.replace(b"<w:tcW", b'<w:gridSpan w:val="999999999"/><w:tcW', 1) if "document" in name else raw
        ),
    )
    bomb = _sheet(b"</worksheet>", b" " * 70_000_000 + b"</worksheet>")
    entities = _sheet(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet')
    return {
        "old Excel": (put("a.xls", ole), "lagre den som .xlsx"),
        "macros by name": (put("a.xlsm", raw), "makroer"),
        "macros in Word": (put("a.docm", paper.read_bytes()), "makroer"),
        "macros inside": (macro, "makroer"),
        **{
            f"macros by {way}": (_declared(good, tmp_path / f"makro-{way}.xlsx", *said), "makroer")
            for way, said in MACROS.items()
        },
        "password": (put("p.xlsx", ole + "EncryptedPackage".encode("utf-16-le")), "passord"),
        "old file with a new name": (put("g.xlsx", ole), "gamle typen"),
        "another file's content": (put("b.xlsx", paper.read_bytes()), "noe annet enn navnet sier"),
        "a workbook called csv": (put("c.csv", raw), "noe annet enn navnet sier"),
        "text called xlsx": (put("d.xlsx", b"Plan;Status"), "noe annet enn navnet sier"),
        "bomb": (_rewrite(good, tmp_path / "bombe.xlsx", bomb), "pakker seg ut"),
        "entities": (_rewrite(good, tmp_path / "e.xlsx", entities), "entiteter"),
        "a cell far away": (_rewrite(good, tmp_path / "f.xlsx", _sheet(b'r="B2"', b'r="XFD1048576"')), "20 000 rader"),
        "a cell far to the right": (_rewrite(good, tmp_path / "h.xlsx", _sheet(b'r="B2"', b'r="XFD2"')), "for bredt"),
        "a cell without end": (wide, "bredere enn 200 kolonner"),
        "cut off": (put("k.xlsx", raw[: len(raw) // 2]), "skadet"),
        "broken XML": (_rewrite(good, tmp_path / "x.xlsx", _sheet(b"</worksheet>", b"")), "skadet"),
        "a document without a table": (word(tmp_path / "u.docx", [[""]]), "ingen tabell"),
        "empty": (put("tom.csv", b" \r\n"), "tom"),
        "empty workbook": (excel(tmp_path / "tom.xlsx", []), "tom"),
        "no text": (put("bin.csv", b"\x00\x01Plan;Status"), "ikke tekst"),
        "an open quote": (put("q.csv", b'Plan;Status\n"A;B\nC;D\n'), "linje 2"),
        "PDF": (put("a.pdf", b"%PDF-1.7"), "PDF"),
        "no such kind": (put("a.json", b"{}"), ".xlsx, .csv og .docx"),
    }  # fmt: skip


def test_what_is_dangerous_or_unreadable_is_refused_with_a_sentence(tmp_path: Path) -> None:
    """Macros, passwords, bombs, entities, far-off cells, wrong names: one sentence each, and no memory spent."""
    for what, (path, words) in _refused(tmp_path).items():
        with pytest.raises(ImportFault) as fault:
            read(path, score)
        assert words in str(fault.value), what
        assert str(fault.value).endswith("."), what


def test_a_refusal_is_exit_code_2(tmp_path: Path) -> None:
    """The sentence names the file, and the command was used wrongly; so it is for a file that is not there."""
    root = fjordvik(tmp_path / "f")
    done = imported(root, text(tmp_path / "a.csv", "farge;antall\nrød;2\n"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "Fant ingen tabell med planer" in done.stderr
    done = imported(root, tmp_path / "borte.xlsx")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_a_sheet_of_a_hundred_thousand_rows_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """The limit is told; the scan stops at it."""
    path = tmp_path / "stor.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Plan", "Status"])
        for number in range(1, 100_001):
            sheet.write_string(number, 0, f"Plan {number}")
    with pytest.raises(ImportFault, match="mer enn 20 000 rader"):
        read(path, score)
    with pytest.raises(ImportFault, match="mer enn 20 000 rader"):
        read(text(tmp_path / "stor.csv", "Plan;Status\n" * 100_001), score)


def test_a_large_file_is_not_read_to_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over the limit is refused by its size."""
    monkeypatch.setattr(guard, "MAX_FILE", 10)
    with pytest.raises(ImportFault, match="større enn"):
        guard.read_bytes(text(tmp_path / "a.csv", "Plan;Status;Merknad"))


def test_word_tables_are_read_as_they_look(tmp_path: Path) -> None:
    """Tall merged cells, content controls, tracked insertions, and text that was struck out."""
    document = docx.Document()
    document.add_paragraph("Temaplaner")
    made = table(document, [["Type", "Plan", "Status"], ["temaplan", "A", "Under arbeid"], ["", "B", "x"]])
    made.cell(1, 0).merge(made.cell(2, 0))
    cell = made.cell(2, 2)._tc  # noqa: SLF001 - python-docx has no other way to the XML
    paragraph = cell.find(qn("w:p"))
    run_ = paragraph.find(qn("w:r"))
    for tag, said in (("w:ins", "På vent"), ("w:del", "Vedtatt")):
        mark = paragraph.makeelement(qn(tag), {})
        part = paragraph.makeelement(qn("w:r"), {})
        words = paragraph.makeelement(qn("w:t" if tag == "w:ins" else "w:delText"), {})
        words.text = said
        part.append(words)
        mark.append(part)
        paragraph.append(mark)
    paragraph.remove(run_)
    path = tmp_path / "plan.docx"
    document.save(str(path))
    sheet = read(path, score).sheets[0]
    assert sheet.heading == "Temaplaner"
    assert [row.texts for row in sheet.rows[1:]] == [["temaplan", "A", "Under arbeid"], ["temaplan", "B", "På vent"]]


@pytest.mark.parametrize(
    ("name", "library", "package"),
    [
        ("p.xlsx", "python_calamine", "python-calamine"),
        ("p.docx", "docx", "python-docx"),
        ("p.csv", "rapidfuzz.fuzz", "rapidfuzz"),
    ],
)
def test_a_library_that_is_not_installed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str, package: str
) -> None:
    """Without the extra, the user is told which one to install."""
    rows = [["Navneliste", "Status"], ["A", "B"]]
    make = {"p.xlsx": excel, "p.docx": word}.get(name)
    path = make(tmp_path / name, rows) if make else text(tmp_path / name, "Navneliste;Status\nA;B\n")
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ImportFault, match=package):
        read(path, score)


def test_a_sign_that_nobody_sees_is_told_of(tmp_path: Path) -> None:
    """An order to a machine, or a sign that turns what is shown, is taken away, and the user is told where."""
    rows = ("Plan;Type", "Kultur\u202eplan;strategi", "Skole\x1bplan;strategi", "Myk\xadplan;strategi")
    file = text(tmp_path / "t.csv", "\n".join(rows))
    told = [item.in_language(language("nb")) for item in read(file, score).passed_over]
    assert [re.findall(r"rad \d", row) for row in told] == [["rad 2"], ["rad 3"]]
    assert "(U+202E). Det er ikke tatt med." in told[0]
