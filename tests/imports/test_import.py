"""planlint import: what a table becomes in the files, from a first draft to an export that was edited."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
import xlsxwriter
from support.helpers import DATE, fjordvik, run, write
from support.importtools import Rows, excel, imported, plan, table, text, tree, word

from planlint.imports.cells import ImportFault
from planlint.imports.fold_words import fold
from planlint.imports.result import read_import
from planlint.imports.run.import_order import ImportOrder
from planlint.source.yaml import parse
from planlint.system.system import open_system

ROOT = Path(__file__).parents[2]
KAPITTEL_10 = Path(__file__).parents[1] / "data" / "import" / "kapittel-10.tsv"
BAERUM = "2026-11-21"
HEAD = ["Plan", "Type", "Status", "Ansvarlig"]


def test_nothing_is_written_unless_asked(tmp_path: Path) -> None:
    """Without --yes, and with --dry-run, the plan system stays as it was, and the user is told how to go on."""
    root = fjordvik(tmp_path / "f")
    before = tree(root)
    file = excel(tmp_path / "p.xlsx", [HEAD, ["Klimaplan", "temaplan", "Vedtatt 24.3.2023", "Miljø"]])
    for args in ((), ("--dry-run", "--yes")):
        done = imported(root, file, *args)
        assert done.returncode == 0
        assert "Ingenting er skrevet. Kjør kommandoen igjen med --yes" in done.stdout
        assert "vedtatt 24.3.2023" in done.stdout
        assert tree(root) == before


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("29.11.2026", "2026-11-29"),
        ("2026-11-29", "2026-11-29"),
        (date(2026, 11, 29), "2026-11-29"),
        ("", None),
        ("2026", None),
        ("november 2026", None),
        ("29.11.2026?", None),
        ("29.11.2026 av Kari", None),
        ("1.1.2025 og 29.11.2026", None),
        ("ja", None),
    ],
)
def test_the_day_of_a_review_is_a_whole_day(tmp_path: Path, cell: object, expected: str | None) -> None:
    """A day is read as it is; what is vaguer, doubted or more than a day is told of, and never guessed at."""
    root = fjordvik(tmp_path / "f")
    rows = [["Plan", "Type", "Status", "Sist gjennomgått"], ["Klimaplan", "temaplan", "Planlagt", cell]]
    done = imported(root, excel(tmp_path / "p.xlsx", rows), "--yes", "--source", "planoversikt-2021")
    assert done.returncode == 0, done.stderr
    assert plan(root, "klimaplan").get("gjennomgått") == expected
    assert ("skriv dagen, som 29.11.2026" in done.stdout) == (expected is None and cell != "")


def test_a_new_plan_says_what_the_row_says_and_nothing_else(tmp_path: Path) -> None:
    """Type, status, events with body and case, period, revision, sector, law, anchor, link; and check is told."""
    root = fjordvik(tmp_path / "f")
    rows = [
        ["Plan", "Type", "Status", "Vedtatt", "Vedtatt av", "Sak", "Periode", "Rulleres", "Ansvarlig", "Hjemmel", "Mål",
         "Lenke", "Merknad"],
        ["Plan for Å bygge sti", "Temaplan", "", date(2023, 3, 24), "Kommunestyret", "12/23", "2023–2030",
         "Hvert 4. år", "miljø", "pbl § 11-1", "trygg-oppvekst", "Se https://eksempel.no/sti", "Ny utgave"],
    ]  # fmt: skip
    done = imported(root, excel(tmp_path / "p.xlsx", rows), "--yes", "--source", "planoversikt-2021")
    assert done.returncode == 0, done.stderr
    assert "Skrev 1 fil i plans/." in done.stdout
    assert plan(root, "plan-for-aa-bygge-sti") == {
        "tittel": "Plan for Å bygge sti",
        "type": "temaplan",
        "status": "vedtatt",
        "periode": {"fra": 2023, "til": 2030},
        "hendelser": [
            {
                "hva": "vedtatt", "dato": "2023-03-24", "organ": "kommunestyret", "sak": "12/23",
                "kilde": "planoversikt-2021",
            }
        ],
        "revisjon": {"rulleres": "hvert 4. år", "kilde": "planoversikt-2021"},
        "ansvarlig": "miljoe",
        "forankring": [{"mål": "trygg-oppvekst"}],
        "hjemmel": ["pbl-11-1"],
        "lenker": [{"tittel": "Se", "url": "https://eksempel.no/sti"}],
        "kilder": [
            {
                "kilde": "planoversikt-2021", "oppgir": "24.3.2023", "hva": "vedtatt", "dato": "2023-03-24",
                "status": "vedtatt",
            }
        ],
        "merknad": "Ny utgave",
    }  # fmt: skip
    assert "Å gjøre, slik «planlint check» teller det:" in done.stdout
    assert "feil PL410" in done.stdout


def test_running_twice_changes_nothing(tmp_path: Path) -> None:
    """The second run finds everything as it was, with and without a source, whatever the format."""
    rows = [
        HEAD,
        ["Klimaplan", "temaplan", "Vedtatt 24.3.2023\nRevideres 2027", "Miljø"],
        ["Kulturplan", "mysterium", "Fremmes snart", "Ukjent avdeling"],
        ["Planen uten noe", "", "", ""],
    ]
    for number, source in enumerate(((), ("--source", "planoversikt-2021"))):
        root = fjordvik(tmp_path / f"f{number}")
        answers = (*source, "--row", "Planen uten noe=plan")
        assert "Skrev 3 filer" in imported(root, excel(tmp_path / "p.xlsx", rows), "--yes", *answers).stdout
        after = tree(root)
        for file in (tmp_path / "p.xlsx", word(tmp_path / "p.docx", rows)):
            done = imported(root, file, "--yes", *answers)
            assert "Ingenting å skrive: alt står slik fra før." in done.stdout
            assert tree(root) == after


def test_what_is_not_understood_is_listed_and_kept_with_its_source(tmp_path: Path) -> None:
    """The words stand in `kilder` with the source; without a source, in the note. They are never made into facts."""
    root = fjordvik(tmp_path / "f")
    file = excel(tmp_path / "p.xlsx", [HEAD, ["Kulturplan", "temaplan", "Fremmes snart", ""]], name="Oversikt")
    done = imported(root, file, "--yes", "--source", "planoversikt-2021", "--place", "kap. 3")
    assert "IKKE FORSTÅTT Status «Fremmes snart»" in done.stdout
    assert plan(root, "kulturplan") == {
        "tittel": "Kulturplan",
        "type": "temaplan",
        "kilder": [{"kilde": "planoversikt-2021", "sted": "kap. 3", "oppgir": "Fremmes snart"}],
    }
    root = fjordvik(tmp_path / "g")
    done = imported(root, file, "--yes")
    assert "Planene får ingen kilde. Bruk --source ID" in done.stdout
    assert plan(root, "kulturplan") == {
        "tittel": "Kulturplan",
        "type": "temaplan",
        "merknad": "Fra tabellen, status: «Fremmes snart».",
    }


def test_where_in_the_source_is_a_sheet_or_a_heading_and_never_a_row(tmp_path: Path) -> None:
    """The name of a sheet that somebody has named and the heading above; not Excel's own names, nor the file's."""
    rows = [["Plan", "Status"], ["Temaplaner", ""], ["Kulturplan", "Planlagt"]]
    files = {
        "Oversikt, Temaplaner": excel(tmp_path / "a.xlsx", rows, name="Oversikt"),
        "Temaplaner": excel(tmp_path / "b.xlsx", rows),
    }
    files["Temaplaner "] = text(tmp_path / "oversikt.csv", "Plan;Status\nTemaplaner;\nKulturplan;Planlagt\n")
    for number, (place, file) in enumerate(files.items()):
        root = fjordvik(tmp_path / f"f{number}")
        assert imported(root, file, "--yes", "--source", "planoversikt-2021").returncode == 0
        reference = {"kilde": "planoversikt-2021", "sted": place.strip(), "oppgir": "Planlagt"}
        assert plan(root, "kulturplan")["kilder"] == [reference]


def test_a_name_in_the_column_of_responsible_never_reaches_a_file(tmp_path: Path) -> None:
    """What is no declared sector may be a person, and the files are published: it is listed, and nothing more."""
    root = fjordvik(tmp_path / "f")
    file = excel(tmp_path / "p.xlsx", [HEAD, ["Kulturplan", "temaplan", "Under arbeid", "Ola Eksempel"]])
    for args in (("--yes",), ("--yes", "--source", "planoversikt-2021")):
        done = imported(root, file, *args)
        assert "IKKE FORSTÅTT Ansvarlig «Ola Eksempel»" in done.stdout
        assert not any(b"Eksempel" in raw for name, raw in tree(root).items() if "kulturplan" in name)


def test_an_update_fills_and_changes_and_keeps_comments(tmp_path: Path) -> None:
    """Only the keys that differ change; comments, order, prose and what the row does not mention stay."""
    root = fjordvik(tmp_path / "f")
    write(root, "planer/kulturplan.yaml", (
        "# Les dette først.\ntittel: Kulturplan\ntype: temaplan   # etter møtet\nstatus: vedtatt\n"
        "sammendrag: Vår tekst.\nhendelser:\n  # årsmøtet\n  - {hva: vedtatt, dato: 2019, organ: kommunestyret}\n"
        "tema: [kultur]\nmerknad: Planleggerens egen merknad.\n"
    ))  # fmt: skip
    rows = [
        ["Plan", "Status", "Periode", "Merknad", "Type"],
        ["KULTURPLAN", "Vedtatt 5.6.2019, sak 7/19. Under revisjon", "2019-2026", "Noe annet", "temaplan"],
    ]
    done = imported(root, excel(tmp_path / "p.xlsx", rows), "--yes")
    assert "Status: Vedtatt → Under revisjon" in done.stdout
    assert "Står fra før, endres ikke: Merknad" in done.stdout
    assert (root / "plans/planer/kulturplan.yaml").read_text(encoding="utf-8") == (
        "# Les dette først.\ntittel: Kulturplan\ntype: temaplan   # etter møtet\nstatus: under_revisjon\n"
        "sammendrag: Vår tekst.\nperiode: {fra: 2019, til: 2026}\nhendelser:\n  # årsmøtet\n"
        "  - {hva: vedtatt, dato: 2019-06-05, organ: kommunestyret, sak: 7/19}\n"
        "tema: [kultur]\nmerknad: Planleggerens egen merknad.\n"
    )


def test_an_old_decision_does_not_revive_a_plan_that_has_ended(tmp_path: Path) -> None:
    """A table that is older than the register tells what was, and the register knows what came after."""
    root = fjordvik(tmp_path / "f")
    write(root, "planer/kulturplan.yaml", (
        "tittel: Kulturplan\ntype: temaplan\nstatus: opphevet\nhendelser:\n  - {hva: vedtatt, dato: 2012-05-05}\n"
        "  - {hva: opphevet, dato: 2020-01-01}\n"
    ))  # fmt: skip
    before = tree(root)
    done = imported(root, excel(tmp_path / "p.xlsx", [["Plan", "Status"], ["Kulturplan", "Vedtatt 5.5.12"]]), "--yes")
    assert "Står fra før, endres ikke: Status" in done.stdout
    assert tree(root) == before


def test_a_title_that_two_plans_have_names_neither(tmp_path: Path) -> None:
    """An answer by title that could mean two plans asks for an id, and writes nothing."""
    root = fjordvik(tmp_path / "f")
    for name in ("vei", "sti"):
        write(root, f"planer/{name}.yaml", "tittel: Trafikkplan\ntype: temaplan\nstatus: planlagt\n")
    before = tree(root)
    file = excel(tmp_path / "p.xlsx", [["Plan", "Status"], ["Plan for trafikk", "Under arbeid"]])
    done = imported(root, file, "--yes", "--match", "Plan for trafikk=Trafikkplan")
    assert done.returncode == 2
    assert "flere planer heter «Trafikkplan». Skriv id-en til den det gjelder: sti, vei." in done.stderr
    assert tree(root) == before


def test_a_similar_title_must_be_decided_before_anything_is_written(tmp_path: Path) -> None:
    """Exit code 1 and the options to choose from; each of them settles it."""
    root = fjordvik(tmp_path / "f")
    write(root, "planer/trafikk.yaml", "tittel: Trafikksikkerhetsplan for Fjordvik\ntype: temaplan\nstatus: planlagt\n")
    before = tree(root)
    title = "Trafikksikkerheitsplan for Fjordvik"
    file = excel(tmp_path / "p.xlsx", [["Plan", "Status"], [title, "Under arbeid"], ["Helt ny plan", "Under arbeid"]])
    done = imported(root, file, "--yes")
    assert done.returncode == 1
    assert f'--match "{title}=trafikk"' in done.stdout
    assert tree(root) == before
    shutil.copytree(root, tmp_path / "g")
    shutil.copytree(root, tmp_path / "h")
    assert imported(root, file, "--yes", "--match", f"{title}=trafikksikkerhetsplan for Fjordvik").returncode == 0
    assert plan(root, "trafikk")["status"] == "igangsatt"
    assert imported(tmp_path / "g", file, "--yes", "--new", title).returncode == 0
    assert plan(tmp_path / "g", "trafikksikkerheitsplan-for-fjordvik")["status"] == "igangsatt"
    assert imported(tmp_path / "h", file, "--yes", "--skip", title).returncode == 0
    assert plan(tmp_path / "h", "trafikk")["status"] == "planlagt"
    assert plan(tmp_path / "h", "helt-ny-plan")["status"] == "igangsatt"


def test_the_same_title_with_other_years_is_another_plan(tmp_path: Path) -> None:
    """A new edition is no update of the old one."""
    root = fjordvik(tmp_path / "f")
    write(root, "planer/kulturplan-2016-2019.yaml", "tittel: Kulturplan 2016-2019\ntype: temaplan\nstatus: vedtatt\n")
    done = imported(
        root, excel(tmp_path / "p.xlsx", [["Plan", "Status"], ["Kulturplan 2020-2023", "Planlagt"]]), "--yes"
    )
    assert done.returncode == 0
    assert plan(root, "kulturplan-2020-2023")["periode"] == {"fra": 2020, "til": 2023}
    assert "periode" not in plan(root, "kulturplan-2016-2019")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--source", "ukjent"), "«ukjent» står ikke under «kilder»"),
        (("--type", "Temaplaner"), "--type skrives som"),
        (("--type", "Temaplaner=ukjent"), "ingen plantype"),
        (("--match", "Kulturplan=ukjent"), "ingen plan med id eller tittel «ukjent»"),
        (("--skip", "Ukjent plan"), "ingen rad i filen har tittelen «Ukjent plan»"),
        (("--sheet", "Ark9"), "Den har: Ark1"),
    ],
)
def test_an_option_about_nothing_is_told(tmp_path: Path, args: tuple[str, ...], words: str) -> None:
    """A slip in an option is a sentence and exit code 2; nothing is written."""
    root = fjordvik(tmp_path / "f")
    before = tree(root)
    done = imported(root, excel(tmp_path / "p.xlsx", [["Plan", "Status"], ["Kulturplan", "Planlagt"]]), "--yes", *args)
    assert done.returncode == 2
    assert words in done.stderr
    assert tree(root) == before


def test_two_rows_of_one_title_are_one_plan(tmp_path: Path) -> None:
    """The same row twice counts once; one that says otherwise is told of."""
    root = fjordvik(tmp_path / "f")
    rows = [["Plan", "Status"], ["Kulturplan", "Planlagt"], ["Kulturplan", "Planlagt"], ["KULTURPLAN", "Under arbeid"]]
    done = imported(root, excel(tmp_path / "p.xlsx", rows), "--yes")
    assert plan(root, "kulturplan")["status"] == "planlagt"
    assert "Linje 4 «KULTURPLAN»: samme tittel som rad 2. Bare den første er lest." in done.stdout
    assert "Linje 3" not in done.stdout


def test_no_cell_of_a_row_of_the_same_title_is_lost(tmp_path: Path) -> None:
    """Each cell that says otherwise than the first row is listed word for word, and nothing is asked about that row."""
    root = fjordvik(tmp_path / "f")
    rows = [
        ["Plan", "Type", "Status", "Periode", "Kommentar"],
        ["Kulturplan", "Strategi", "Planlagt", "2024–2030", "Ring Kari"],
        ["Kulturplan", "", "", "2025–2031", "Skal til\nformannskapet"],
        ["Kulturplan", "Strategi", "Planlagt", "", "Ring Kari"],
    ]
    done = imported(root, excel(tmp_path / "p.xlsx", rows), "--yes")
    assert "linje 3: Kulturplan | Periode: 2025–2031 | Kommentar: Skal til formannskapet" in done.stdout
    assert "linje 4" not in done.stdout.lower()
    assert plan(root, "kulturplan")["periode"] == {"fra": 2024, "til": 2030}


def test_what_another_table_says_otherwise_of_a_plan_is_kept_word_for_word(tmp_path: Path) -> None:
    """The first table's period is the plan's; the other one's stands in the file, with what it is about."""
    root = fjordvik(tmp_path / "f")
    first = [["Plan", "Status", "Periode"], ["Kulturplan", "Planlagt", "2024–2030"]]
    second = [["Plan", "Status", "Periode"], ["Kulturplan", "Planlagt", "2025–2031"]]
    with xlsxwriter.Workbook(tmp_path / "p.xlsx") as book:
        for rows in (first, second):
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    imported(root, tmp_path / "p.xlsx", "--yes", "--type", "*=strategi")
    told = (root / "plans" / "planer" / "kulturplan.yaml").read_text(encoding="utf-8")
    assert plan(root, "kulturplan")["periode"] == {"fra": 2024, "til": 2030}
    assert "2025–2031" in told


def test_headings_give_type_or_sector_also_above_word_tables(tmp_path: Path) -> None:
    """A row of its own, a merged row, a sector, a heading above a table; a head that is repeated is no plan."""
    root = fjordvik(tmp_path / "f")
    document = docx.Document()
    document.add_paragraph("Strategier")
    table(
        document,
        [["Plan", "Status"], ["Klimastrategi", "Planlagt"], ["Plan", "Status"], ["Næringsstrategi", "Planlagt"]],
    )
    document.add_paragraph("Miljø")
    made = table(document, [["Plan", "Status"], ["Temaplaner", ""], ["Vannplan", "Planlagt"]])
    made.cell(1, 0).merge(made.cell(1, 1))
    document.save(str(tmp_path / "p.docx"))
    done = imported(root, tmp_path / "p.docx", "--yes")
    assert done.returncode == 0, done.stderr
    assert {name: plan(root, name)["type"] for name in ("klimastrategi", "naeringsstrategi", "vannplan")} == {
        "klimastrategi": "strategi", "naeringsstrategi": "strategi", "vannplan": "temaplan",
    }  # fmt: skip
    assert len(tree(root)) == len(tree(fjordvik(tmp_path / "g"))) + 3


def test_rows_that_are_no_plans_are_told_of_and_nothing_else_is_lost(tmp_path: Path) -> None:
    """No title, a title without a letter, a sheet without heads, a column nobody knows: each is said."""
    root = fjordvik(tmp_path / "f")
    rows = [
        ["Plan", "Status", "Budsjett"],
        ["", "Vedtatt 1.2.2020", "12"],
        ["!!!", "Planlagt", ""],
        ["Kulturplan", "Planlagt", "7"],
    ]
    path = tmp_path / "p.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for number, row in enumerate(rows):
            sheet = book.get_worksheet_by_name("Planer") or book.add_worksheet("Planer")
            sheet.write_row(number, 0, row)
        book.add_worksheet("Notater").write(0, 0, "Husk møtet")
    done = imported(root, path, "--yes")
    assert done.returncode == 0, done.stderr
    assert "«Budsjett» blir tatt med ord for ord" in done.stdout
    assert "Planer, linje 2: Vedtatt 1.2.2020 | 12" in done.stdout
    assert "Notater, linje 1: Husk møtet" in done.stdout
    assert plan(root, "kulturplan")["merknad"] == "Fra tabellen, budsjett: «7»."
    assert (
        "Linje 3 «!!!» er ikke tatt med (tittelen har ingen bokstaver eller tall, så den gir ingen id)." in done.stdout
    )
    assert "«Notater» har ingen rad med kolonnenavn som planlint kjenner, og er ikke lest." in done.stdout
    assert plan(root, "kulturplan")["status"] == "planlagt"
    assert "Notater" not in imported(root, path, "--sheet", "Planer").stdout


def test_hostile_text_is_harmless_on_the_way_out_and_in(tmp_path: Path) -> None:
    """A title with YAML, terminal codes and CI commands is text in the file, and harmless on the screen."""
    root = fjordvik(tmp_path / "f")
    title = "::error:: \x1b[31m {a: b} # nei ${{ x }} «æøå»"
    file = text(tmp_path / "p.csv", f"Plan;Status\n{title};Planlagt\n")
    done = imported(root, file, "--yes")
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout
    assert not any(line.lstrip().startswith("::") for line in done.stdout.splitlines())
    written = [
        data for raw in tree(root).values() if (data := parse(raw.decode())[0]).get("tittel", "").startswith("::")
    ]
    assert [data["tittel"] for data in written] == [title.replace("\x1b", "")]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process what it has used at most")
def test_five_hundred_rows_take_little_memory(tmp_path: Path) -> None:
    """Under three hundred megabytes, reading, judging and writing counted."""
    root = fjordvik(tmp_path / "f")
    rows: Rows = [["Plan", "Type", "Status", "Periode", "Ansvarlig", "Merknad"]]
    words = ("idrett", "kultur", "klima", "skole", "helse", "vann", "barn", "areal", "næring", "trafikk")
    rows += [
        [
            f"Plan {number} for {words[number % 10]} i {words[number // 50]}",
            "temaplan",
            "Vedtatt 24.3.2020",
            "2020–2030",
            "Miljø",
            "x" * 200,
        ]
        for number in range(500)
    ]
    file = excel(tmp_path / "p.xlsx", rows)
    measure = (
        "import sys\nfrom planlint.cli.lazy_group import planlint\n"
        f"args = ['import', {str(file)!r}, '--root', {str(root)!r}, '--date', '{DATE}', '--yes']\n"
        "planlint(args, prog_name='planlint', standalone_mode=False)\n"
        "most = next(row for row in open('/proc/self/status') if row.startswith('VmHWM'))\n"
        "print(most.split()[1], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", measure], capture_output=True, encoding="utf-8", check=True)
    assert "Skrev 500 filer" in done.stdout
    assert int(done.stderr.split()[-1]) < 300_000


# --- chapter 10 of Bærum's grunnlagsdokument, typed by hand ---

FRA_ANDRE = "fra et annet dokument eller et annet kapittel"
GRUPPEN = "gruppen dekker flere plantyper, og tittelen nevner ingen av dem"
AARSTALL = "et enkelt årstall i tittelen er ikke sikkert et sluttår"
TVIL = "at noten selv er i tvil, er det et menneske som leser"
AVVIK = {
    ("arbeidsgiverstrategi-mot-2035", "revisjon"): FRA_ANDRE,
    ("barnehagebehovsanalyse-2019-2038", "revisjon"): FRA_ANDRE,
    ("eiendomsstrategi-2015-2025", "hendelser"): FRA_ANDRE,
    ("eiendomsstrategi-2015-2025", "revisjon"): FRA_ANDRE,
    ("eierskapsmelding-2017-2020", "revisjon"): FRA_ANDRE,
    ("felles-ros-asker-og-baerum", "hendelser"): FRA_ANDRE,
    (
        "felles-ros-asker-og-baerum",
        "kilder",
    ): "teksten «Rullering 2019 2019» er delt i to celler da tabellen ble skrevet av",
    ("flerbruksplan-for-baerum-kommunes-skoger", "type"): GRUPPEN,
    ("forenkling-av-bestemmelser-i-smaahusomraadene", "type"): GRUPPEN,
    ("fornebu-2035", "periode"): AARSTALL,
    ("klimastrategi-2030", "hendelser"): FRA_ANDRE,
    ("klimastrategi-2030", "periode"): AARSTALL,
    ("klimastrategi-2030", "revisjon"): FRA_ANDRE,
    ("kommunedelplan-3-for-fornebu", "type"): GRUPPEN,
    ("kommunedelplan-for-lysaker-og-sandviksvassdraget", "type"): GRUPPEN,
    ("kommunedelplan-for-ny-e18-vestkorridoren", "type"): GRUPPEN,
    ("kommunedelplan-for-sandvika", "type"): GRUPPEN,
    ("kommunedelplan-for-sandviksvassdraget", "type"): GRUPPEN,
    ("kommunedelplan-for-tanumplataaet-og-horninmarka", "type"): GRUPPEN,
    ("kommuneplanens-arealdel-2018", "hendelser"): FRA_ANDRE,
    ("kommuneplanens-arealdel-2018", "revisjon"): FRA_ANDRE,
    ("kommuneplanens-samfunnsdel-2016", "merknad"): FRA_ANDRE,
    ("kommuneplanens-samfunnsdel-2016", "revisjon"): FRA_ANDRE,
    ("kommuneplanens-samfunnsdel-2016", "status"): "erstattet i 2021, etter dette dokumentet",
    ("landbruksplan-for-baerum", "type"): GRUPPEN,
    ("ldip-2019-2038", "tittel"): "plans/ skriver navnet helt ut",
    ("ldip-2019-2038", "hendelser"): FRA_ANDRE,
    ("ldip-2019-2038", "revisjon"): FRA_ANDRE,
    ("lekende-laering", "type"): "tittelen sier rammeverk; at det er en kvalitetsplan, er en vurdering",
    ("overordnet-beredskapsplan", "revisjon"): FRA_ANDRE,
    ("oversikt-over-helsetilstand-2016-2019", "type"): "at oversikten er folkehelseoversikten, er en vurdering",
    ("oversikt-over-helsetilstand-2016-2019", "kilder"): "som for ROS-analysen: to celler",
    ("prinsipper-for-langsiktig-byutvikling-i-sandvika", "type"): GRUPPEN,
    ("skolemelding-2020", "periode"): AARSTALL,
    ("virksomhetsanalyse-2019-barn-og-unge", "hendelser"): FRA_ANDRE,
    ("virksomhetsanalyse-2019-bistand-og-omsorg", "hendelser"): FRA_ANDRE,
    ("virksomhetsanalyse-2019-miljoe-idrett-og-kultur", "hendelser"): FRA_ANDRE,
    ("barnehagemeldingen-2015-2025", "kilder"): TVIL,
    ("helsemeldingen-2015-2023", "kilder"): TVIL,
    ("mestring-og-omsorgsmelding-2013-2030", "kilder"): TVIL,
    ("sammen-for-barn-og-unge-2015-2019", "kilder"): TVIL,
    ("skolemelding-2020", "kilder"): TVIL,
    ("strategisk-kulturplan-2013-2030", "kilder"): TVIL,
}
FELT = ("tittel", "type", "status", "periode", "arbeid", "hendelser", "revisjon", "merknad", "kilder")


def kapittel_10() -> Rows:
    """Give the rows of the table as they were typed; years are numbers."""
    lines = KAPITTEL_10.read_text(encoding="utf-8").splitlines()
    cells = [[cell.replace("\\n", "\n") for cell in line.split("\t")] for line in lines]
    return [[int(cell) if cell.isdecimal() else cell for cell in row] for row in cells]


def _view(data: dict[str, Any]) -> dict[str, Any]:
    """Give what the table can tell of a plan; of sources, what this chapter says."""
    events = [(event["hva"], str(event["dato"]), bool(event.get("planlagt"))) for event in data.get("hendelser", [])]
    revision = {key: value for key, value in data.get("revisjon", {}).items() if key not in {"kilde", "merknad"}}
    chapter = [ref for ref in data.get("kilder", []) if ref["kilde"] == "grunnlagsdokument-2019"]
    said = [ref for ref in chapter if ref.get("sted", "").startswith("kap. 10")]
    return {name: data.get(name) for name in FELT} | {"hendelser": events, "revisjon": revision, "kilder": said}


def _all(root: Path) -> dict[str, dict[str, Any]]:
    found = sorted((root / "plans" / "planer").rglob("*.yaml"))
    return {path.stem: parse(path.read_text(encoding="utf-8"))[0] for path in found}


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_the_table_of_chapter_10_comes_out_as_the_plans(tmp_path: Path, kind: str) -> None:
    """Typed into Excel and Word, the table gives the plans in plans/ field by field; each difference has its reason."""
    rows = kapittel_10()
    if kind == "xlsx":
        file = excel(tmp_path / "k.xlsx", rows)
    else:
        notes = tuple(str(row[0]) for row in rows if str(row[0]).startswith("*"))
        file = word(tmp_path / "k.docx", [row for row in rows if str(row[0]) not in notes], notes)
    (tmp_path / "plans").mkdir()
    shutil.copy(ROOT / "plans" / "plansystem.yaml", tmp_path / "plans")
    args = ("--source", "grunnlagsdokument-2019", "--place", "kap. 10", "--row", "*=plan")
    args += ("--type", "kommunedelplan=kommunedelplan-tema")
    done = imported(tmp_path, file, "--yes", *args, day=BAERUM)
    assert done.returncode == 0, done.stderr
    assert "Skrev 62 filer" in done.stdout
    known, made = _all(ROOT), _all(tmp_path)
    by_title = {fold(data["tittel"]): id_ for id_, data in known.items()}
    ids = {id_: by_title.get(fold(data["tittel"]), id_) for id_, data in made.items()}
    assert sorted(ids.values()) == sorted(id_ for id_, data in known.items() if _in_table(data))
    unlike = set()
    for id_, data in made.items():
        right, read_ = _view(known[ids[id_]]), _view(data)
        unlike |= {(ids[id_], name) for name in FELT if right[name] != read_[name]}
    assert unlike == set(AVVIK)


def _in_table(data: dict[str, Any]) -> bool:
    return any(
        ref["kilde"] == "grunnlagsdokument-2019" and ref.get("sted", "").startswith("kap. 10, ")
        for ref in data.get("kilder", [])
    )


def test_the_table_of_chapter_10_adds_almost_nothing_to_plans(tmp_path: Path) -> None:
    """Read into plans/ itself, only the two cells that the print ran together are new; no fact is changed."""
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    before = _all(tmp_path)
    file = excel(tmp_path / "k.xlsx", kapittel_10())
    args = ("--source", "grunnlagsdokument-2019", "--place", "kap. 10", "--match", "LDIP 2019-2038=ldip-2019-2038")
    done = imported(tmp_path, file, "--yes", "--row", "*=plan", *args, day=BAERUM)
    assert done.returncode == 0, done.stderr
    changed = {id_: data for id_, data in _all(tmp_path).items() if before.get(id_) != data}
    assert sorted(changed) == ["felles-ros-asker-og-baerum", "oversikt-over-helsetilstand-2016-2019"]
    for id_, data in changed.items():
        assert {key for key in data if data[key] != before[id_].get(key)} == {"kilder"}
    assert "Ingenting å skrive" in imported(tmp_path, file, "--yes", *args, day=BAERUM).stdout


# --- export, edit, import ---


def exported(root: Path, folder: Path) -> Path:
    """Export a plan system as CSV into a folder."""
    done = run("export", "--format", "csv", "--out", str(folder), "--root", str(root), "--date", DATE, cwd=root)
    assert done.returncode == 0, done.stderr
    return folder


def edit(path: Path, change: Any) -> Path:
    """Change the rows of an exported CSV file, each a mapping from head to cell."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, delimiter=";")
        heads, rows = list(reader.fieldnames or ()), list(reader)
    rows = change(rows) or rows
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, heads, delimiter=";", restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.mark.parametrize("source", ["felles", "hele", "baerum"])
def test_an_export_that_nobody_edited_changes_nothing(tmp_path: Path, source: str) -> None:
    """Every cell of every table is what the file says, in small, rich and real data."""
    root = fjordvik(tmp_path / "f")
    if source == "hele":
        shutil.copytree(Path(__file__).parents[1] / "data" / "hele", root, dirs_exist_ok=True)
    if source == "baerum":
        shutil.rmtree(root / "plans")
        shutil.copytree(ROOT / "plans", root / "plans")
    book = tmp_path / "alt.xlsx"
    done = run("export", "--format", "xlsx", "--out", str(book), "--root", str(root), "--date", DATE, cwd=root)
    assert done.returncode == 0, done.stderr
    system = open_system(root, date.fromisoformat(DATE))
    assert system.register
    computed = set()
    for file in (book, *sorted(exported(root, tmp_path / "csv").glob("*.csv"))):
        try:
            result = read_import(file, system, system.register, ImportOrder())
        except ImportFault as fault:
            assert "regnet ut av planlint" in str(fault), file.name  # noqa: PT017 - some are refused, and only those
            computed.add(file.stem)
            continue
        assert (result.files(), result.ulest, result.tomme) == ({}, [], 0), file.name
        assert not any(change.uforstaatt for change in result.endringer), file.name
    assert computed == {"funn", "frist", "hull"}


def test_only_the_cells_that_were_edited_change(tmp_path: Path) -> None:
    """One line of YAML for one cell; the comment beside it stays, and so does every other file."""
    root = fjordvik(tmp_path / "f")
    before = tree(root)
    path = root / "plans/planer/samfunnsdel-2020.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("status: vedtatt", "status: vedtatt  # enstemmig"), encoding="utf-8"
    )
    commented = tree(root)

    def change(rows: list[dict[str, str]]) -> None:
        row = next(row for row in rows if row["id"] == "samfunnsdel-2020")
        row["status"], row["periode_til"], row["tema"] = "under_revisjon", "31.12.2031", "folkehelse | miljø"

    file = edit(exported(root, tmp_path / "csv") / "plan.csv", change)
    assert imported(root, file, "--yes").returncode == 0
    after = tree(root)
    assert {name for name in after if after[name] != commented[name]} == {"plans/planer/samfunnsdel-2020.yaml"}
    assert "status: under_revisjon  # enstemmig" in path.read_text(encoding="utf-8")
    data = plan(root, "samfunnsdel-2020")
    assert (data["periode"]["til"], data["tema"]) == ("2031-12-31", ["folkehelse", "miljø"])
    assert {key: data[key] for key in data if key not in {"status", "periode", "tema"}} == {
        key: value
        for key, value in parse(before["plans/planer/samfunnsdel-2020.yaml"].decode())[0].items()
        if key not in {"status", "periode", "tema"}
    }


def test_new_rows_are_new_files_and_new_facts(tmp_path: Path) -> None:
    """A row with a new id is a file; a row without a number is an event; a second run changes nothing."""
    root = fjordvik(tmp_path / "f")
    folder = exported(root, tmp_path / "csv")
    new = {"id": "skogplan", "tittel": "Skogplan", "type": "temaplan", "status": "planlagt", "lovpålagt": "nei"}
    file = edit(folder / "plan.csv", lambda rows: [*rows, new])
    assert imported(root, file, "--yes").returncode == 0
    assert plan(root, "skogplan") == {
        "tittel": "Skogplan",
        "type": "temaplan",
        "status": "planlagt",
        "lovpålagt": False,
    }
    event = {"slag": "plan", "id": "skogplan", "hva": "oppstart", "dato": "2024-06"}
    events = edit(folder / "hendelse.csv", lambda rows: [*rows, event])
    assert imported(root, events, "--yes").returncode == 0
    assert plan(root, "skogplan")["hendelser"] == [{"hva": "oppstart", "dato": "2024-06"}]
    after = tree(root)
    assert imported(root, events, "--yes").returncode == 0
    assert tree(root) == after


def test_an_empty_cell_deletes_only_when_told_to(tmp_path: Path) -> None:
    """A cell that was emptied by mistake costs nothing; --clear means it."""
    root = fjordvik(tmp_path / "f")
    before = tree(root)

    def change(rows: list[dict[str, str]]) -> None:
        for row in rows:
            row["periode_fra"] = row["periode_til"] = ""

    file = edit(exported(root, tmp_path / "csv") / "plan.csv", change)
    done = imported(root, file, "--yes")
    assert "De sletter ikke verdiene i filene. Bruk --clear" in done.stdout
    assert tree(root) == before
    assert imported(root, file, "--yes", "--clear").returncode == 0
    assert "periode" not in plan(root, "samfunnsdel-2020")


def test_a_cell_that_does_not_fit_is_told_and_the_others_are_written(tmp_path: Path) -> None:
    """A bad value never reaches a file, and hides nothing beside it; an unknown id is told too."""
    root = fjordvik(tmp_path / "f")
    folder = exported(root, tmp_path / "csv")

    def change(rows: list[dict[str, str]]) -> None:
        row = next(row for row in rows if row["id"] == "samfunnsdel-2020")
        row["status"], row["periode_til"], row["merknad"], row["lovpålagt"] = "ferdig", "snart", "Ny merknad", "kanskje"

    done = imported(root, edit(folder / "plan.csv", change), "--yes")
    assert done.returncode == 0
    assert done.stdout.count("IKKE FORSTÅTT") == 3
    assert plan(root, "samfunnsdel-2020")["merknad"] == "Ny merknad"
    assert plan(root, "samfunnsdel-2020")["status"] == "vedtatt"
    other = {"slag": "plan", "id": "finnes-ikke", "hva": "vedtatt", "dato": "2024"}
    done = imported(root, edit(folder / "hendelse.csv", lambda rows: [*rows, other]))
    assert "det er ingen plan med id «finnes-ikke»" in done.stdout


def test_numbers_and_decisions_come_back_too(tmp_path: Path) -> None:
    """A measured value, a target with a bound, and what a planstrategi decided."""
    root = fjordvik(tmp_path / "f")
    write(
        root,
        "indikatorer/sti.yaml",
        "tittel: Sti\nenhet: km\nverdier: {2022: 5}  # målt\nmåltall: {2025: {minst: 9}}\n",
    )
    folder = exported(root, tmp_path / "csv")

    def numbers(rows: list[dict[str, str]]) -> list[dict[str, str]]:
        for row in rows:
            if row["serie"] == "måltall":
                row["minst"] = "9,5"
        return [*rows, {"indikator": "sti", "år": "2023", "serie": "verdier", "verdi": "6"}]

    assert imported(root, edit(folder / "verdi.csv", numbers), "--yes").returncode == 0
    assert (root / "plans/indikatorer/sti.yaml").read_text(encoding="utf-8") == (
        "tittel: Sti\nenhet: km\nverdier: {2022: 5, 2023: 6}  # målt\nmåltall: {2025: {minst: 9.5}}\n"
    )
    write(
        root,
        "planstrategier/planstrategi-2024.yaml",
        "tittel: Planstrategi\nvalgperiode: 2023-2027\nstatus: planlagt\n",
    )
    row = {"for_plan": "samfunnsdel-2020", "planstrategi": "planstrategi-2024", "valg": "revideres", "oppstart": "2025"}
    decisions = edit(exported(root, tmp_path / "csv2") / "beslutning.csv", lambda rows: [*rows, row])
    assert imported(root, decisions, "--yes").returncode == 0
    assert plan(root, "samfunnsdel-2020")["beslutninger"] == {
        "planstrategi-2024": {"valg": "revideres", "oppstart": 2025}
    }
