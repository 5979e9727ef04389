"""The case paper and the overview of input: what the register does not show is said, and nothing else is made up."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from python_calamine import CalamineWorkbook
from support.helpers import fjordvik, run, write

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
        "Registeret viser ingen mål, utkast eller innspill i planen.", "Kontrollen av registeret sier dette om planen:",
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
    assert f"Etter registeret kom det inn {number} innspill i høringen." in told
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
