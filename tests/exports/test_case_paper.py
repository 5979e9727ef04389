"""The case paper and the overview of input: what the register does not show is said, and nothing else is made up."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import docx
import pytest
from python_calamine import CalamineWorkbook
from support.helpers import check, fjordvik, run, write

from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.tables.sheets import export_tables
from planlint.text import language

DAY = ("--date", "2024-06-15")
PLAN = "tittel: Bibliotekplan\ntype: handlingsplan\nstatus: igangsatt\nkilder: [{kilde: plandokument}]\n"
INPUT = "tittel: Mer lys\nplan: bibliotek\nmål: [trygg-oppvekst]\n"


def _paper(root: Path, kind: str, plan: str, *more: str) -> str:
    done = run(
        "export", "--format", "docx", f"--{kind}", plan, "--out", "ut.docx", "--overwrite", *more, *DAY, cwd=root
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return "\n".join(one.text for one in docx.Document(str(root / "ut.docx")).paragraphs)


def test_a_plan_of_which_little_is_registered(tmp_path: Path) -> None:
    """No events, no hearing, no input, no goals: each is said to be not shown, and two bodies leave the choice open."""
    root = fjordvik(tmp_path)
    write(root, "planer/bibliotek.yaml", PLAN)
    told = _paper(root, "saksframlegg", "bibliotek")
    for sentence in (
        "Registeret viser ingen hendelser for planen.", "Registeret viser ingen høring av planen.",
        "Registeret viser ingen innspill. Det betyr ikke at det ikke kom noen.", "«Bibliotekplan» blir vedtatt.",
        "Registeret viser ingen mål, utkast eller innspill i planen.",
        "Kontrollen av registeret sier dette om planen, målene, utkastene og innspillene:",
    ):  # fmt: skip
        assert sentence in told, sentence


def test_a_plan_that_is_adopted_gets_no_recommendation(tmp_path: Path) -> None:
    """That it is adopted stands there instead."""
    told = _paper(fjordvik(tmp_path), "saksframlegg", "samfunnsdel-2020")
    assert "Registeret viser at planen ble vedtatt 17.6.2020." in told
    assert "Kommunestyret vedtar" not in told


@pytest.mark.parametrize(("number", "silent"), [("0", False), ("3", True)])
def test_how_many_came_is_told(tmp_path: Path, number: str, silent: bool) -> None:
    """Where the register says that none came, it is not said that it may be otherwise."""
    root = fjordvik(tmp_path)
    ended = "hva: høring_slutt, dato: 2024-02-01, organ: hovedutvalget, sak: 1/24"
    heard = f"hendelser:\n  - {{{ended}, innspill: {number}}}\n"
    write(root, "planer/bibliotek.yaml", PLAN + heard)
    told = _paper(root, "merknader", "bibliotek")
    came = "ikke inn innspill" if number == "0" else f"inn {number} innspill"
    assert f"Etter registeret kom det {came} i høringen." in told
    assert "Høring sluttet 1.2.2024, hovedutvalget, sak 1/24." in told
    assert ("Det betyr ikke at det ikke kom noen." in told) == silent


def test_the_workbook_has_the_same_rows(tmp_path: Path) -> None:
    """An answer that is not registered is said to be so."""
    root = fjordvik(tmp_path)
    write(root, "planer/bibliotek.yaml", PLAN)
    write(root, "innspill/lys.yaml", INPUT)
    done = run("export", "--format", "xlsx", "--merknader", "bibliotek", *DAY, cwd=root)
    assert done.returncode == 0, done.stderr
    head, row = CalamineWorkbook.from_path(str(root / "merknader-bibliotek.xlsx")).get_sheet_by_index(0).to_python()
    assert head[1] == "Innspill"
    assert row[1:5] == ["Mer lys", "", "1.1 Barn og unge har en trygg oppvekst", "Ikke registrert"]
    for number, votes in (("12", 7), ("1.2", 1200), ("007", 0)):
        text = f'tittel: Innspill {number}\nplan: bibliotek\nnummer: "{number}"\nstemmer: {votes}\n'
        write(root, f"innspill/n{number.replace('.', '-')}.yaml", text)
    run("export", "--format", "xlsx", "--merknader", "bibliotek", "--overwrite", *DAY, cwd=root)
    _, *rows = CalamineWorkbook.from_path(str(root / "merknader-bibliotek.xlsx")).get_sheet_by_index(0).to_python()
    found = {row[1]: (row[0], row[3]) for row in rows}
    assert found["Innspill 12"] == (12, 7)
    assert found["Innspill 1.2"] == ("1.2", 1200)
    assert found["Innspill 007"] == ("007", 0)


def test_a_template_without_our_styles(tmp_path: Path) -> None:
    """Its own styles stay, those that it lacks are added, and its text goes; what is no Word file is told."""
    root = fjordvik(tmp_path)
    mine = docx.Document()
    mine.add_paragraph("Kommunens egen tekst")
    for name in ("Caption", "List Bullet", "Table Grid"):
        mine.styles[name].delete()
    mine.save(str(root / "mal.docx"))
    assert "Kommunens egen tekst" not in _paper(root, "saksframlegg", "samfunnsdel-2020", "--template", "mal.docx")
    (root / "feil.docx").write_bytes(b"ikke en zip")
    words = ("export", "--format", "docx", "--saksframlegg", "samfunnsdel-2020", "--template", "feil.docx", *DAY)
    done = run(*words, cwd=root)
    assert (done.returncode, "Malen kan ikke leses" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("docx", "--saksframlegg", "a", "--merknader", "b"), "Skriv enten"),
        (("xlsx", "--saksframlegg", "samfunnsdel-2020"), "gjelder docx og pdf"),
        (("docx", "--merknader", "borte"), "Fant ingen plan"),
    ],
)
def test_what_does_not_go_together(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    """Nothing is written, and it is said why."""
    done = run("export", "--format", *words, *DAY, cwd=fjordvik(tmp_path))
    assert done.returncode == 2
    assert told in done.stderr


NEW = """\
tittel: Kommuneplanens samfunnsdel 2024–2036
type: samfunnsdel
status: {status}
erstatter: [samfunnsdel-2020]
{more}kilder: [{{kilde: plandokument}}]
"""
VOTE = "hendelser: [{hva: vedtatt, dato: 2024-06-12, organ: kommunestyret, sak: 50/24}]\n"
GOAL = 'tittel: {title}\ntype: {type}\nplan: ny\nnummer: "{number}"\nkilder: [{{kilde: plandokument}}]\n'


def _tables(root: Path) -> list[list[list[str]]]:
    """Give the cells of every table of the paper that was written."""
    return [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in docx.Document(str(root / "ut.docx")).tables
    ]


def test_two_variants_are_told_instead_of_drafts_that_become_goals(tmp_path: Path) -> None:
    """What `planlint vedta` would refuse, stands as what must be settled; each variant is called by its name."""
    root = fjordvik(tmp_path)
    write(root, "planer/ny.yaml", NEW.format(status="til_vedtak", more=""))
    for name, title in (("a", "Trygge nabolag"), ("b", "Trygge og grønne nabolag")):
        text = GOAL.format(title=title, type="hovedmål", number="1")
        write(root, f"maal/utkast-{name}.yaml", f"{text}utkast: true\nvariant: {name.upper()}\n")
    write(root, "innspill/b.yaml", "tittel: B er best\nplan: ny\nmål: [utkast-b]\nstemmer: 7\nvekt: klart flest\n")
    told = _paper(root, "saksframlegg", "ny")
    assert "Dette må avklares før registeret kan gi et forslag til vedtak:" in told
    assert "Utkast som blir mål i planen" not in told
    goals, _, said = _tables(root)
    assert [row[0] for row in goals[1:]] == ["1 (A)", "1 (B)"]
    assert said[0][:5] == ["Nummer", "Innspill", "Fra", "Stemmer", "Gjelder"]
    assert said[1][1:5] == ["B er best", "", "7; klart flest", "1 Trygge og grønne nabolag (B)"]


def test_findings_about_goals_drafts_and_input_stand_with_those_about_the_plan(tmp_path: Path) -> None:
    """«Ingen funn» is said only where the check has none about any of them."""
    root = fjordvik(tmp_path)
    assert "Kontrollen har ingen funn om planen, målene" in _paper(root, "saksframlegg", "samfunnsdel-2020")
    write(root, "innspill/lys.yaml", "tittel: Mer lys\nplan: samfunnsdel-2020\ndato: 2020-03-01\n")
    told = _paper(root, "saksframlegg", "samfunnsdel-2020")
    assert "«Mer lys»: " in told
    assert "registeret viser ikke hva kommunen svarte på innspillet" in told
    assert "Kontrollen har ingen funn" not in told


def test_what_becomes_of_the_old_goals_is_told(tmp_path: Path) -> None:
    """Each goal of the plan that is replaced: carried on and by what, dropped and why, or not registered."""
    root = fjordvik(tmp_path)
    write(root, "planer/ny.yaml", NEW.format(status="til_vedtak", more=""))
    draft = GOAL.format(title="Trygge nabolag", type="hovedmål", number="1")
    write(root, "maal/utkast-a.yaml", f"{draft}utkast: true\nviderefører: [gode-liv]\n")
    gone = f"{draft}utkast: true\nviderefører: [naer-natur]\nblir: [{{utfall: utgått}}]\n"
    write(root, "maal/utkast-borte.yaml", gone.replace("Trygge", "Gamle"))
    old = root / "plans/maal/trygg-oppvekst.yaml"
    old.write_text(old.read_text(encoding="utf-8") + "blir: [{utfall: utgått, begrunnelse: Nådd}]\n", encoding="utf-8")
    told = _paper(root, "saksframlegg", "ny")
    counts = "Mål i planen som blir erstattet: 3. Føres videre: 1. Føres ikke videre: 1. Registeret viser det ikke: 1."
    assert counts in told
    rows = {row[1]: row[2:] for row in _tables(root)[1][1:]}
    assert rows["Alle har kort vei til natur"] == ["Ikke registrert", ""]
    assert rows["Barn og unge har en trygg oppvekst"] == ["Føres ikke videre", "Nådd"]
    assert ["Føres videre", "1 Trygge nabolag"] in rows.values()


def test_the_goals_stand_as_the_plan_numbers_them(tmp_path: Path) -> None:
    """By number under the goal above, not by id, and what became of a draft is told with what it became."""
    root = fjordvik(tmp_path)
    write(root, "planer/ny.yaml", NEW.format(status="vedtatt", more=VOTE))
    for name, number, over in (
        ("z", "1", ""),
        ("y", "1.2", "z"),
        ("x", "1.10", "z"),
        ("a", "2", ""),
        ("b", "2.1", "a"),
    ):
        text = GOAL.format(title=f"Mål {name}", type="delmål" if over else "hovedmål", number=number)
        write(root, f"maal/{name}.yaml", text + (f"overordnet: {over}\n" if over else ""))
    draft = GOAL.format(title="Mål q", type="hovedmål", number="2") + "utkast: true\n"
    write(root, "maal/q.yaml", draft + "blir: [{mål: a, utfall: omformulert, begrunnelse: Kortere}]\n")
    _paper(root, "saksframlegg", "ny")
    goals = _tables(root)[0][1:]
    assert [row[0] for row in goals] == ["1", "1.2", "1.10", "2", "2.1", "2"]
    assert goals[-1][3] == "Vedtatt med annen ordlyd: 2 Mål a (Kortere)"
    listed = run("list", "maal", "--where", "plan=ny", "--output", "json", *DAY, cwd=root)
    assert [row["id"] for row in json.loads(listed.stdout)] == ["z", "y", "x", "a", "b", "q"]
    register = open_system(root, date(2024, 6, 15)).register
    assert register is not None
    site = Nettsted(register, check(root, date(2024, 6, 15)), language("nb"))
    (sheet,) = [table for table in export_tables(site) if table.navn == "maal"]
    ids = [row[0] for row in sheet.rader]
    assert [id_ for id_ in ids if len(str(id_)) == 1] == ["z", "y", "x", "a", "b", "q"]


def test_a_draft_stands_by_its_number_where_it_names_none_above(tmp_path: Path) -> None:
    """2.2 stands under 2, also where nobody has said that it does; a number with nothing over it stands by itself."""
    root = fjordvik(tmp_path)
    write(root, "planer/ny.yaml", NEW.format(status="igangsatt", more=""))
    for name, number, type_ in (
        ("a", "1", "hovedmål"),
        ("b", "2", "hovedmål"),
        ("c", "2.1", "delmål"),
        ("d", "2.2", "delmål"),
        ("e", "2.2.1", "delmål"),
        ("f", "A1", "arealstrategi"),
        ("g", "7.1", "delmål"),
    ):
        more = "utkast: true\n" + ("overordnet: b\n" if name == "c" else "")
        write(root, f"maal/{name}.yaml", GOAL.format(title=f"Mål {name}", type=type_, number=number) + more)
    _paper(root, "saksframlegg", "ny")
    numbers = [row[0] for row in _tables(root)[0][1:]]
    assert numbers[:5] == ["1", "2", "2.1", "2.2", "2.2.1"]
    assert sorted(numbers[5:]) == ["7.1", "A1"]


def test_an_adopted_plan_is_told_of_as_what_was(tmp_path: Path) -> None:
    """After the vote the paper tells what became of the old goals; the paper of the old plan, that it is replaced."""
    root = fjordvik(tmp_path)
    write(root, "planer/ny.yaml", NEW.format(status="vedtatt", more=VOTE))
    goal = GOAL.format(title="Trygge nabolag", type="hovedmål", number="1")
    write(root, "maal/nytt.yaml", f"{goal}viderefører: [gode-liv]\n")
    old = root / "plans/maal/trygg-oppvekst.yaml"
    old.write_text(old.read_text(encoding="utf-8") + "blir: [{utfall: utgått, begrunnelse: Nådd}]\n", encoding="utf-8")
    told = _paper(root, "saksframlegg", "ny")
    counts = "Mål i planen som ble erstattet: 3. Ført videre: 1. Ikke ført videre: 1. Registeret viser det ikke: 1."
    assert counts in told
    assert "som blir erstattet" not in told
    goals, before = _tables(root)
    assert goals[1] == ["1", "Trygge nabolag", "hovedmål", "Mål"]
    assert before[0][2] == "Hva det ble av målet"
    assert {row[2] for row in before[1:]} == {"Ført videre", "Ikke ført videre", "Ikke registrert"}
    _paper(root, "saksframlegg", "samfunnsdel-2020")
    assert "Mål i en plan som er erstattet" in {row[3] for row in _tables(root)[0]}
