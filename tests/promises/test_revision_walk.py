"""A whole revision of a samfunnsdel, from drafts to adoption, with the commands that the manual tells of."""

from __future__ import annotations

import re
from pathlib import Path

import docx
from support.helpers import fjordvik, run, write

from planlint.model import STATUS_AFTER

NEW = """\
tittel: Kommuneplanens samfunnsdel 2032–2044
type: samfunnsdel
status: igangsatt
sammendrag: Samfunnsdelen skal vise hva Fjordvik vil oppnå fram til 2044.
periode: {fra: 2032, til: 2044}
ansvarlig: oppvekst
erstatter: [samfunnsdel-2020]
kilder: [{kilde: plandokument}]
"""
ANCHORED = """\
tittel: Oppvekstplan
type: temaplan
status: igangsatt
sammendrag: Planen skal gi barn og unge et trygt sted å være.
ansvarlig: oppvekst
forankring: [trygg-oppvekst]
kilder: [{kilde: plandokument}]
"""
TABLE = (
    "Nr;Innspill;Fra;Hvor;Når;Mål;Svar;Kommunens vurdering;Førte til\n"
    "1;Si det sterkere;ungdomsrådet;Verksted;2031-10;utkast-trygge-nabolag;delvis tatt til følge;Ordlyden er skjerpet.;"
    "utkast-trygge-nabolag\n"
    "2;Flere parkeringsplasser;innbygger;Høring;2032-02;utkast-trygge-nabolag;Ikke tatt til følge;"
    "Hører til arealdelen.;\n"
)


def _do(root: Path, *words: str) -> str:
    done = run(*words, cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def _page(root: Path, path: str) -> str:
    """Give a page of a site that was built."""
    return (root / path).read_text(encoding="utf-8")


def _texts(path: Path) -> str:
    paper = docx.Document(str(path))
    cells = (cell.text for table in paper.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(one.text for one in paper.paragraphs), *cells))


def _the_case_and_the_answers(root: Path, day: tuple[str, str]) -> None:
    """Make the case paper and the overview of input with answers, and read them."""
    _do(root, "export", "--format", "docx", "--saksframlegg", "samfunnsdel-2032", *day)
    case = _texts(root / "saksframlegg-samfunnsdel-2032.docx")
    for sentence in (
        "Kommunestyret vedtar «Kommuneplanens samfunnsdel 2032–2044».",
        "Planen erstatter «Kommuneplanens samfunnsdel 2020–2032».",
        "Utkast som blir mål i planen: 2. De står i tabellen «Mål og utkast».",
        "Registrerte innspill: 2. Innspill uten registrert svar: 0.",
        "Ordlyden er skjerpet.", "Tatt ut av forslaget (Hører til arealdelen)",
        "Faglig vurdering står ikke i registeret",
    ):  # fmt: skip
        assert sentence in case, sentence
    _do(root, "export", "--format", "xlsx", "--merknader", "samfunnsdel-2032", *day)
    mine = ("--template", "saksframlegg-samfunnsdel-2032.docx")
    _do(root, "export", "--format", "docx", "--merknader", "samfunnsdel-2032", *mine, *day)
    answers = _texts(root / "merknader-samfunnsdel-2032.docx")
    assert "Flere parkeringsplasser" in answers
    assert "Bakgrunn" not in answers


def _a_choice_is_left(root: Path, day: tuple[str, str]) -> None:
    """Two wordings have one number: what-if says so as the vote does, and the case paper; then one of them goes in."""
    asked = run("whatif", "vedta", "samfunnsdel-2032", *day, cwd=root)
    made = run("vedta", "samfunnsdel-2032", "--dato", "2032-06-14", "--sak", "50/32", *day, cwd=root)
    assert (asked.returncode, asked.stderr) == (made.returncode, made.stderr) == (2, made.stderr)
    both = "«Tryggere nabolag» («utkast-a»), «Trygge nabolag» («utkast-trygge-nabolag»)"
    assert f"Flere utkast har nummer 1.1: {both}." in made.stderr
    _do(root, "export", "--format", "docx", "--saksframlegg", "samfunnsdel-2032", *day)
    case = root / "saksframlegg-samfunnsdel-2032.docx"
    told = _texts(case)
    assert "Flere utkast har nummer 1.1: «Tryggere nabolag» (A), «Trygge nabolag» (B)." in told
    assert "Kommunestyret vedtar" not in told
    assert "utkast-a" not in told
    case.unlink()
    into = "blir=[{mål: utkast-trygge-nabolag, utfall: sammenslått, begrunnelse: B fikk flest stemmer}]"
    told = _do(root, "set", "maal/utkast-a", into, *day)
    assert "PL412" not in told


def _what_if_is_what_happens(root: Path, day: tuple[str, str]) -> None:
    """The goal that nobody carries on is told of until its file says so; what-if gives the sentences of the vote."""
    vote = ("vedta", "samfunnsdel-2032", "--dato", "2032-06-14", "--sak", "50/32", *day)
    assert "føres videre. Skriv «viderefører»" in _do(root, "whatif", "vedta", "samfunnsdel-2032", *day)
    _do(root, "set", "maal/naer-natur", "blir=[{utfall: utgått, begrunnelse: Nådd}]", *day)
    asked = _do(root, "whatif", "vedta", "samfunnsdel-2032", *day)
    made = _do(root, *vote)
    for sentence in (
        "Utkast som blir mål i planen: 2.",
        "Neste steg: «planlint omforanke samfunnsdel-2020 samfunnsdel-2032»",
        "blir erstattet av «",
    ):
        assert sentence in asked
        assert sentence in made
    assert "føres videre. Skriv" not in asked + made
    listed = _do(root, "list", "maal", "--where", "plan=samfunnsdel-2032", *day)
    places = [listed.index(id_) for id_ in ("utkast-alle", "utkast-a ", "utkast-trygge-nabolag", "utkast-parkering")]
    assert places == sorted(places)


def test_the_manual_tells_what_may_happen_to_a_plan() -> None:
    """Each event that gives a status stands in the manual with that status, and no other does."""
    text = (Path(__file__).parents[2] / "docs/veiledning/medvirkning.md").read_text(encoding="utf-8")
    rows = [row.split("|")[1:-1] for row in text.splitlines() if row.startswith("| `") and "`hva`" not in row]
    listed = {hva: status.strip(" `") for first, _, status in rows for hva in re.findall(r"`([^`]+)`", first)}
    assert listed == STATUS_AFTER


def test_no_command_puts_a_person_in_an_input(tmp_path: Path) -> None:
    """A name or a phone number in an input is refused by new and by set, as by import, and nothing is written."""
    root, day = fjordvik(tmp_path), ("--date", "2025-06-15")
    new = ("new", "innspill", "plan=samfunnsdel-2020", "kilder=[{kilde: plandokument}]", *day, "--title")
    _do(root, *new, "Flere benker", "avsender=innbygger")
    file = root / "plans/innspill/flere-benker.yaml"
    before = file.read_bytes()
    for text in ("avsender=Kari Nordmann", "tekst=Ring meg på telefon 91234567, hilsen Kari", "tekst=kari.n@epost.no"):
        for words in ((*new, "Flere trær", text), ("set", "innspill/flere-benker", text, *day)):
            done = run(*words, cwd=root)
            assert done.returncode == 2, done.stdout
            assert "Ingenting er endret" in done.stderr
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == ["flere-benker.yaml"]


def test_a_revision_from_draft_to_decision(tmp_path: Path) -> None:
    """Drafts are no goals; input is imported and answered; adoption makes goals of them, and plans move to these."""
    root, day = fjordvik(tmp_path), ("--date", "2032-06-15")
    write(root, "planer/samfunnsdel-2032.yaml", NEW)
    write(root, "planer/oppvekstplan.yaml", ANCHORED)
    new = ("new", "mål", "plan=samfunnsdel-2032", "utkast=true", *day)
    _do(
        root,
        *new,
        "--type",
        "hovedmål",
        "--title",
        "Alle hører til",
        "--id",
        "utkast-alle",
        "nummer=1",
        "viderefører=gode-liv",
    )
    of = ("--type", "delmål", "overordnet=utkast-alle")
    variant = ("nummer=1.1", "viderefører=trygg-oppvekst")
    _do(root, *new, *of, "--title", "Trygge nabolag", "--id", "utkast-trygge-nabolag", "variant=B", *variant)
    _do(root, *new, *of, "--title", "Tryggere nabolag", "--id", "utkast-a", "variant=A", *variant)
    _do(root, *new, *of, "--title", "Nok parkering", "--id", "utkast-parkering")
    assert "Alle hører til" not in _do(root, "coverage", *day)
    assert "Utkast" in _do(root, "list", "maal", "--where", "utkast=true", *day)
    (root / "inn.csv").write_text(TABLE, encoding="utf-8")
    _do(root, "import", "inn.csv", "--kind", "innspill", "--plan", "samfunnsdel-2032", "--yes", *day)
    assert "Delvis tatt inn" in _do(root, "list", "innspill", *day)
    plan = root / "plans/planer/samfunnsdel-2032.yaml"
    heard = (
        "hendelser:\n  - {hva: høring_start, dato: 2032-01-10}\n  - {hva: høring_slutt, dato: 2032-03-10}\nansvarlig"
    )
    told = plan.read_text(encoding="utf-8").replace("status: igangsatt", "status: til_vedtak")
    plan.write_text(told.replace("ansvarlig", heard, 1), encoding="utf-8")
    _do(root, "set", "maal/utkast-parkering", "blir=[{utfall: utgått, begrunnelse: Hører til arealdelen}]", *day)
    _a_choice_is_left(root, day)
    before = _do(root, "show", "plan/samfunnsdel-2032", *day)
    assert "Til vedtak" in before
    _do(root, "build", "--out", "foer", *day)
    draft = _page(root, "foer/maal/utkast-trygge-nabolag.html")
    assert "Trygge nabolag" not in _page(root, "foer/maal.html")
    assert "Nok parkering" not in _page(root, "foer/maal.html")
    for text in ("Utkast", "Si det sterkere", "Delvis tatt inn", "Ordlyden er skjerpet.", "det er ikke avgjort"):
        assert text in draft, text
    assert "Nok parkering" in _page(root, "foer/innspill.html")
    _the_case_and_the_answers(root, day)
    _what_if_is_what_happens(root, day)
    _do(root, "omforanke", "samfunnsdel-2020", "samfunnsdel-2032", *day)
    moved = (root / "plans/planer/oppvekstplan.yaml").read_text(encoding="utf-8")
    assert "utkast-trygge-nabolag" in moved
    assert "Alle hører til" in _do(root, "coverage", *day)
    _do(root, "build", "--out", "etter", *day)
    assert "Trygge nabolag" in _page(root, "etter/maal.html")
    assert "Nok parkering" not in _page(root, "etter/maal.html")
    goal = _page(root, "etter/maal/utkast-trygge-nabolag.html")
    for text in ("Oppvekstplan", "Si det sterkere", "Delvis tatt inn"):
        assert text in goal, text
    assert "oppvekstplan.html" not in _page(root, "foer/maal/utkast-trygge-nabolag.html")
    assert "50/32" in _page(root, "etter/plan/samfunnsdel-2032.html")
    assert "Ikke vedtatt" in _page(root, "etter/maal/utkast-parkering.html")
    found = run("check", *day, cwd=root)
    assert not [code for code in ("PL411", "PL412", "PL413") if code in found.stdout]
