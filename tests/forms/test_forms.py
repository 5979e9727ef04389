"""Issue forms: they are what plansystem.yaml says, a filled-in one becomes an edit, and nothing else gets through."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from support.helpers import DATE, PLAN, fjordvik, run, write
from support.issueform import FILLED, FOLDER, NAMES, body, elements, lay_out

from planlint.cli.form import command
from planlint.source.yaml import parse

ROOT = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik with a plan and its forms."""
    found = lay_out(fjordvik(tmp_path))
    write(found, "planer/klima.yaml", PLAN)
    return found


def files(root: Path) -> dict[str, bytes]:
    """Give every file under plans/."""
    return {str(path.relative_to(root)): path.read_bytes() for path in (root / "plans").rglob("*") if path.is_file()}


def data(root: Path, file: str) -> dict[str, Any]:
    """Give what a file under plans/ says, as planlint reads it."""
    found: dict[str, Any] = parse((root / "plans" / file).read_text(encoding="utf-8"))[0]
    return found


def form(root: Path, text: str | bytes, *args: str) -> Result:
    """Run planlint form on an issue's body; the texts go to svar/."""
    file, out = root / "skjema.md", root / "svar"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    where = ["--date", DATE, "--root", str(root), "--out", str(out)]
    return CliRunner().invoke(command, [str(file), "--issue", "12", *where, *args])


def refused(root: Path, text: str | bytes, *args: str) -> list[str]:
    """Run planlint form on what it must refuse: nothing is written. Give the problems, one a line."""
    before = files(root)
    done = form(root, text, *args)
    assert done.exit_code == 2, done.output
    assert files(root) == before
    assert sorted(path.name for path in (root / "svar").iterdir()) == ["svar.md"]
    answer = (root / "svar/svar.md").read_text(encoding="utf-8")
    assert answer.startswith("<!-- planlint-skjema -->\nplanlint kan ikke bruke skjemaet ennå.")
    assert answer == done.stderr
    return [row.removeprefix("- ") for row in answer.splitlines() if row.startswith("- ")]


def accepted(root: Path, text: str, *args: str) -> str:
    """Run planlint form on what it must take; give the pull request's text."""
    done = form(root, text, *args)
    assert done.exit_code == 0, done.output
    return (root / "svar/tekst.md").read_text(encoding="utf-8")


# The forms themselves


def test_this_repositorys_forms_are_what_plansystem_says() -> None:
    """Nobody has to remember to change a form when a plan type, a sector or a body is added."""
    done = run("form", "--check", "--root", str(ROOT), cwd=ROOT)
    assert done.returncode == 0, done.stdout


def test_a_form_that_differs_is_found_and_mended(root: Path) -> None:
    """A new body in plansystem.yaml makes --check fail, and --write puts it in the forms that ask for one."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("organer:\n", "organer:\n  formannskapet: {navn: formannskapet}\n"), encoding="utf-8")
    wrong = run("form", "--check", cwd=root)
    assert wrong.returncode == 1
    assert wrong.stdout.splitlines() == [
        f"{FOLDER}/vedtak-fattet.yml stemmer ikke. Kjør «planlint form --write».",
        f"{FOLDER}/plan-oppheves.yml stemmer ikke. Kjør «planlint form --write».",
    ]
    assert run("form", "--write", cwd=root).returncode == 0
    assert run("form", "--check", cwd=root).returncode == 0
    assert "- Formannskapet" in (root / FOLDER / "vedtak-fattet.yml").read_text(encoding="utf-8")


def test_github_takes_the_forms() -> None:
    """They are valid by the schema of issue forms."""
    paths = [str(ROOT / FOLDER / f"{name}.yml") for name in NAMES]
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-issue-forms", *paths]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", NAMES)
def test_what_no_schema_says_of_forms(name: str) -> None:
    """Labels and options are unlike, no option is «None», every label is explained, and one line asks for a choice."""
    for element in elements(ROOT, name):
        options = element["attributes"].get("options", [])
        assert len({str(option).casefold() for option in options}) == len(options)
        assert "none" not in {str(option).casefold() for option in options}
        assert element["attributes"].get("description") or element["type"] == "checkboxes"
    labels = [element["attributes"]["label"] for element in elements(ROOT, name)]
    assert len({label.casefold() for label in labels}) == len(labels)
    assert labels[0] == "Skjema"


def test_names_that_clash_are_told_apart(root: Path) -> None:
    """Two sectors of one name, and one that GitHub keeps the name of, are shown with their ids."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    more = "sektorer:\n  natur: {navn: miljø}\n  ingen: {navn: none}\n"
    file.write_text(text.replace("sektorer:\n", more), encoding="utf-8")
    lay_out(root)
    (options,) = [it["attributes"]["options"] for it in elements(root, "ny-plan") if it["id"] == "ansvarlig"]
    assert options == ["Miljø (natur)", "None (ingen)", "Oppvekst", "Miljø (miljoe)"]
    accepted(root, body(root, "ny-plan", **{**FILLED["ny-plan"], "Sektor": "Miljø (natur)"}))
    assert "ansvarlig: natur" in (root / "plans/planer/trafikksikkerhetsplan-2025-2028.yaml").read_text("utf-8")


def test_what_is_not_declared_is_not_asked_for(root: Path) -> None:
    """Without bodies, sectors and sources there are no empty lists, and a decision cannot be told."""
    declared = data(root, "plansystem.yaml")
    types = {key: {**it, "vedtas_av": []} for key, it in declared["plantyper"].items()}
    without = {**declared, "plantyper": types, "sektorer": {}, "organer": {}, "kilder": {}}
    write(root, "plansystem.yaml", json.dumps(without, default=str))
    lay_out(root)
    asked = {name: {it["id"] for it in elements(root, name)} for name in NAMES}
    assert not (asked["ny-plan"] | asked["plan-oppheves"]) & {"ansvarlig", "kilde", "organ"}
    answers = {key: it for key, it in FILLED["plan-oppheves"].items() if key != "Organ"}
    assert refused(root, body(root, "plan-oppheves", **answers)) == [
        "Registeret har ingen organer som kan fatte vedtak. Si fra til den som har ansvaret for plansystemet."
    ]


# What a form becomes


def test_a_new_plan(root: Path) -> None:
    """The file is made where others of its type lie, with the fields in order, and passes the check."""
    text = accepted(root, body(root, "ny-plan", **FILLED["ny-plan"]))
    made = root / "plans/planer/trafikksikkerhetsplan-2025-2028.yaml"
    assert made.read_text(encoding="utf-8") == (
        "tittel: Trafikksikkerhetsplan 2025–2028\n"
        "type: temaplan\n"
        "status: planlagt\n"
        "sammendrag: Planen sier hvordan veiene blir trygge.\n"
        "arbeid: {oppstart: 2024-H2, ferdig: 2025-06-01}\n"
        "ansvarlig: miljoe\n"
        "forankring: [trygg-oppvekst]\n"
        "kilder:\n"
        "  - {kilde: plandokument, sted: kap. 4}\n"
    )
    assert "Kontrollen har ingen nye funn." in text
    assert run("check", "--date", DATE, cwd=root).returncode == 0


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("18. mars 2026", "2026-03-18"),
        ("18/3-26", "2026-03-18"),
        ("18.03.26", "2026-03-18"),
        ("mars 2026", "2026-03"),
        ("Q1 2027", "2027-K1"),
        ("2. kvartal 2027", "2027-K2"),
        ("våren 2027", "2027-H1"),
        ("hausten 2027", "2027-H2"),
        ("1. halvdel av 2027", "2027-H1"),
        ("2027", "2027"),
    ],
)
def test_a_date_is_written_as_people_write_it(root: Path, written: str, kept: str) -> None:
    """What has one meaning is taken, as precise as it is said, by the reader that imports tables."""
    accepted(root, body(root, "ny-plan", **{**FILLED["ny-plan"], "Oppstart": "2024", "Ferdig": written}))
    made = (root / "plans/planer/trafikksikkerhetsplan-2025-2028.yaml").read_text(encoding="utf-8")
    assert f"arbeid: {{oppstart: 2024, ferdig: {kept}}}" in made


@pytest.mark.parametrize("written", ["sommeren 2027", "3. tertial 2027", "2026-27", "ca. 2027", "2027 eller 2028"])
def test_a_date_that_is_not_one_is_refused(root: Path, written: str) -> None:
    """What means less than a time of the format, or more than one, is asked for again with what can be written."""
    (told,) = refused(root, body(root, "ny-plan", **{**FILLED["ny-plan"], "Ferdig": written}))
    assert f"Feltet «Ferdig» har ikke en dato som kan leses: «{written}»." in told


def test_the_refusal_of_a_day_asks_for_a_day(root: Path) -> None:
    """A field that wants the whole date does not offer a year."""
    answers = {**FILLED["vedtak-fattet"], "Hva_ble_bestemt": "Vedtatt", "Dato": "i vår"}
    (told,) = refused(root, body(root, "vedtak-fattet", **answers))
    assert told == "Feltet «Dato» har ikke en dato som kan leses: «i vår». Skriv den som 18.3.2026 eller 18. mars 2026."


def test_a_decision(root: Path) -> None:
    """The event, the status, the new end and the link are written; comments and everything else stand."""
    file = root / "plans/planer/klima.yaml"
    file.write_text(f"# Kommunens egen merknad\n{PLAN}", encoding="utf-8")
    accepted(root, body(root, "vedtak-fattet", **FILLED["vedtak-fattet"]))
    expected = PLAN.replace("til: 2030", "til: 2034").replace(
        "sak: 7/22}\n", "sak: 7/22}\n  - {hva: revidert, dato: 2024-06-12, organ: kommunestyret, sak: 45/24}\n"
    )
    expected = expected.replace(
        "kilder:", "lenker: [{tittel: Sak 45/24, url: https://www.fjordvik.no/sak/45-24}]\nkilder:"
    )
    assert data(root, "planer/klima.yaml") == parse(expected)[0]
    assert file.read_text(encoding="utf-8").startswith("# Kommunens egen merknad\ntittel:")
    assert (root / "svar/tittel.txt").read_text(encoding="utf-8") == (
        "Vedtak fattet: Klimastrategi for Fjordvik (revidert 12.6.2024)"
    )


def test_a_decision_that_replaces(root: Path) -> None:
    """The new plan names the old ones, and they become replaced, in one change."""
    write(root, "planer/klimaplan-2014.yaml", PLAN.replace("Klimastrategi for Fjordvik", "Klimaplan 2014"))
    write(root, "planer/ny-klima.yaml", PLAN.replace("Klimastrategi for Fjordvik", "Ny klimastrategi"))
    answers = {**FILLED["vedtak-fattet"], "Plan": "ny-klima", "Erstatter": "- Klimaplan 2014\n- klima"}
    accepted(root, body(root, "vedtak-fattet", **answers))
    assert "erstatter: [klimaplan-2014, klima]" in (root / "plans/planer/ny-klima.yaml").read_text(encoding="utf-8")
    for old in ("klimaplan-2014", "klima"):
        assert "status: erstattet" in (root / f"plans/planer/{old}.yaml").read_text(encoding="utf-8")


def test_an_extension(root: Path) -> None:
    """The new end stands in the event, as planlint reads it, and a plan under revision still is."""
    write(root, "planer/klima.yaml", PLAN.replace("status: vedtatt", "status: under_revisjon"))
    answers = {**FILLED["vedtak-fattet"], "Hva_ble_bestemt": "Forlenget til en ny dato", "Saksnummer": ""}
    accepted(root, body(root, "vedtak-fattet", **answers))
    text = (root / "plans/planer/klima.yaml").read_text(encoding="utf-8")
    assert "- {hva: forlenget, dato: 2024-06-12, organ: kommunestyret, til: 2034}" in text
    assert "status: under_revisjon" in text
    assert "periode: {fra: 2022, til: 2030}" in text


def test_an_older_decision_changes_no_status(root: Path) -> None:
    """What is told afterwards is put in its place; the plan is what the later event made it."""
    write(root, "planer/klima.yaml", PLAN.replace("status: vedtatt", "status: under_revisjon"))
    answers = {**FILLED["vedtak-fattet"], "Dato": "3.5.2021", "Ny_sluttdato": "", "Lenke": ""}
    accepted(root, body(root, "vedtak-fattet", **answers))
    made = data(root, "planer/klima.yaml")
    assert made["status"] == "under_revisjon"
    assert [event["hva"] for event in made["hendelser"]] == ["revidert", "vedtatt"]


def test_a_revision_that_is_announced(root: Path) -> None:
    """Work and next revision are written; what was said of the old date goes with it."""
    old = PLAN.replace("ansvarlig: miljoe\n", "revisjon: {rulleres: hvert 4. år, neste: 2023, kilde: plandokument}\n")
    write(root, "planer/klima.yaml", old)
    accepted(root, body(root, "plan-skal-revideres", **FILLED["plan-skal-revideres"]))
    made = data(root, "planer/klima.yaml")
    assert made["arbeid"] == {"oppstart": 2026, "ferdig": "2026-K4"}
    assert made["revisjon"] == {"rulleres": "hvert 4. år", "neste": "2026-K4"}
    assert made["ansvarlig"] == "miljoe"
    assert "beslutninger" not in made


STRATEGY = """\
tittel: Planstrategi 2023-2027
valgperiode: "2023-2027"
status: vedtatt
hendelser: [{hva: vedtatt, dato: 2024-03-01, organ: kommunestyret, sak: 9/24}]
kilder: [{kilde: plandokument}]
"""


def test_a_revision_that_the_planstrategi_decided(root: Path) -> None:
    """The decision is written under the planstrategi that is current, and nothing is announced beside it."""
    write(root, "planstrategier/planstrategi-2023-2027.yaml", STRATEGY)
    answers = {**FILLED["plan-skal-revideres"], "Bestemt_i_planstrategien": "Ja", "Hvem": "Oppvekst"}
    accepted(root, body(root, "plan-skal-revideres", **answers))
    made = data(root, "planer/klima.yaml")
    decided = {"valg": "revideres", "oppstart": 2026, "ferdig": "2026-K4", "ansvarlig": "oppvekst"}
    assert made["beslutninger"] == {"planstrategi-2023-2027": decided}
    assert "arbeid" not in made
    assert made["ansvarlig"] == "miljoe"


def test_a_repeal_names_the_plans_under(root: Path) -> None:
    """The plan is repealed, and the answer shows what hangs under it and must go somewhere."""
    under = PLAN.replace("Klimastrategi for Fjordvik", "Handlingsplan klima").replace(
        "strategi\n", "handlingsplan\n", 1
    )
    write(root, "planer/klima-handling.yaml", under.replace("[trygg-oppvekst]", "[{plan: klima}]"))
    text = accepted(root, body(root, "plan-oppheves", **FILLED["plan-oppheves"]))
    for told in (text, (root / "svar/svar.md").read_text(encoding="utf-8")):
        assert "- Handlingsplan klima (klima-handling)" in told
    assert "**feil PL407 foreldreløse-etter-oppheving** `plans/planer/klima.yaml`" in text
    made = (root / "plans/planer/klima.yaml").read_text(encoding="utf-8")
    assert "- {hva: opphevet, dato: 2024-06-12, organ: kommunestyret, sak: 46/24}" in made
    assert "status: opphevet" in made


def test_a_plan_that_somebody_has_gone_through(root: Path) -> None:
    """One line comes; the day may not be to come, and what has ended or was gone through later needs no form."""
    before = (root / "plans/planer/klima.yaml").read_text(encoding="utf-8")
    filled = FILLED["plan-gjennomgaatt"]
    text = accepted(root, body(root, "plan-gjennomgaatt", **filled))
    made = (root / "plans/planer/klima.yaml").read_text(encoding="utf-8")
    assert made.replace("gjennomgått: 2024-06-12\n", "") == before
    assert "Sist gått gjennom" in text
    (ahead,) = refused(root, body(root, "plan-gjennomgaatt", **{**filled, "Dato": "1.7.2024"}))
    assert ahead == "Datoen er ikke kommet ennå. Skriv dagen noen gikk gjennom planen."
    (known,) = refused(root, body(root, "plan-gjennomgaatt", **{**filled, "Dato": "11.6.2024"}))
    assert known == "Alt som står i skjemaet, er i registeret fra før."
    write(root, "planer/gammel.yaml", "tittel: Gammel plan\ntype: temaplan\nstatus: utgått\n")
    (ended,) = refused(root, body(root, "plan-gjennomgaatt", **{**filled, "Plan": "gammel"}))
    assert ended == "«Gammel plan» har status «Utgått», og ingen trenger å gå gjennom den."


def test_the_pull_requests_texts(root: Path) -> None:
    """Title, text and branch are there; the text says what changes, what follows, and closes the issue."""
    text = accepted(root, body(root, "plan-oppheves", **FILLED["plan-oppheves"]))
    assert (root / "svar/gren.txt").read_text(encoding="utf-8") == "skjema/12"
    assert "- `plans/planer/klima.yaml`" in text
    assert "Status: Vedtatt → Opphevet" in text
    assert "- Står ikke lenger som i kraft: **Klimastrategi for Fjordvik**" in text
    assert text.endswith("\nCloses #12\n")


def test_from_standard_input_and_without_an_issue(root: Path) -> None:
    """On the command line a form is read as any file, and the branch is named by form and plan."""
    text = body(root, "plan-oppheves", **FILLED["plan-oppheves"])
    command = [sys.executable, "-m", "planlint", "form", "-", "--date", DATE, "--out", "svar"]
    done = subprocess.run(command, cwd=root, input=text, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert (root / "svar/gren.txt").read_text("utf-8") == "skjema/plan-oppheves-klimastrategi-for-fjordvik"
    assert "Closes" not in (root / "svar/tekst.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_as_github_writes_it_when_edited(root: Path, name: str) -> None:
    """Line ends of Windows, letters in two parts and marks that pasting leaves are read as what they show."""
    plain = body(root, name, **FILLED[name])
    pasted = plain.replace("å", "a\u030a").replace("plan", "pl\u00adan\u200b").replace("\n", "\r\n")
    accepted(root, f"\ufeff{pasted}\r\n")


def test_a_text_may_have_headings(root: Path) -> None:
    """A summary of several lines with a heading of its own stays the summary."""
    text = "Planen har to deler.\n\n### Bakgrunn\n\n- Mange ulykker\n- Flere barn"
    accepted(root, body(root, "ny-plan", **{**FILLED["ny-plan"], "Sammendrag": text}))
    assert data(root, "planer/trafikksikkerhetsplan-2025-2028.yaml")["sammendrag"] == text


# What is refused


@pytest.mark.parametrize("name", NAMES)
def test_a_blank_form_lists_all_that_must_be_filled_in(root: Path, name: str) -> None:
    """Everything that is missing is told at once, also where GitHub enforces nothing (private repositories)."""
    told = refused(root, body(root, name))
    needed = [
        it["attributes"]["label"] for it in elements(root, name)[1:]
        if it.get("validations", {}).get("required") or it["type"] == "checkboxes"
    ]  # fmt: skip
    assert [row.partition("«")[2].rstrip("».") for row in told] == needed


HOSTILE = {
    "yaml": ("Tittel", "x\nstatus: vedtatt", "Feltet «Tittel» kan bare ha én linje."),
    "flow": ("Tittel", "x, status: {a: b}", "Feltet «Tittel» kan ikke inneholde tegnene { }."),
    "path": ("Tittel", "../../etc/passwd", "Feltet «Tittel» kan ikke inneholde tegnene ..."),
    "begins": ("Tittel", "- punkt", "Feltet «Tittel» må begynne med en bokstav eller et tall, ikke -."),
    "command": ("Tittel", "Plan ::add-mask::x", "Feltet «Tittel» kan ikke inneholde tegnene ::."),
    "log": ("Sammendrag", "a\n##[add-mask]x", "Feltet «Sammendrag» kan ikke inneholde tegnene \\#\\#\\[."),
    "shell": ("Tittel", "Plan $(id)", "Feltet «Tittel» kan ikke inneholde tegnet \\$."),
    "backtick": ("Sted_i_kilden", "`id`", "Feltet «Sted i kilden» kan ikke inneholde tegnet \\`."),
    "html": ("Sammendrag", "<img src=x onerror=y>", "Feltet «Sammendrag» kan ikke inneholde tegnet \\<."),
    "mention": ("Tittel", "Plan @alle", "Feltet «Tittel» kan ikke inneholde tegnet \\@\u200b."),
    "option": ("Tittel", "--mirror", "Feltet «Tittel» må begynne med en bokstav eller et tall, ikke -."),
    "long": ("Tittel", "x" * 151, "Feltet «Tittel» er på 151 tegn. Kort ned til 150."),
    "text": ("Sammendrag", "x" * 2001, "Feltet «Sammendrag» er på 2001 tegn. Kort ned til 2000."),
    "type": ("Plantype", "Reguleringsplan", "Feltet «Plantype» har ikke valget «Reguleringsplan»."),
    "sector": ("Sektor", "miljoe", "Feltet «Sektor» har ikke valget «miljoe». Velg en av linjene i skjemaet."),
    "day": ("Ferdig", "31.2.2025", "Feltet «Ferdig» har en dag som ikke finnes: «31.2.2025»."),
    "time": ("Oppstart", "snart", "Feltet «Oppstart» har ikke en dato som kan leses: «snart»."),
    "goal": ("Forankring", "trygge barn", "Mente du «Barn og unge har en trygg oppvekst» (trygg-oppvekst)?"),
    "lines": ("Forankring", "x\n" * 21, "Feltet «Forankring» har 21 linjer. Flere enn 20 må skrives i filen."),
    "there": ("Tittel", "Klimastrategi for Fjordvik", "er i registeret fra før («klima»)."),
    "turned": ("Ferdig", "2023", "«Ferdig» er før «Oppstart»."),
    "nowhere": ("Kilde", "_No response_", "«Sted i kilden» er fylt ut, men ikke «Kilde»."),
    "name": ("Tittel", "漢字", "Tittelen gir ikke et filnavn som kan brukes."),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_value_that_is_none_is_refused(root: Path, case: str) -> None:
    """One sentence on the field and what is wrong with it; nothing is written."""
    label, value, sentence = HOSTILE[case]
    told = refused(root, body(root, "ny-plan", **{**FILLED["ny-plan"], label: value}))
    assert len(told) == 1
    assert sentence in told[0]


DECISIONS = {
    "future": ("Dato", "16.6.2024", "Datoen er ikke kommet ennå."),
    "year": (
        "Dato",
        "2024",
        "Feltet «Dato» må ha hele datoen, ikke bare «2024». Skriv den som",
    ),
    "again": ("Dato", "16.2.2022", "Vedtaket er i registeret fra før"),
    "case": ("Saksnummer", "../12", "Feltet «Saksnummer» har ikke et saksnummer: «../12». Skriv for eksempel 12/26."),
    "plan": ("Plan", "../../plansystem", "Ingen plan i registeret har id eller tittel «../../plansystem»."),
    "near": ("Plan", "Klimastrategi for fjorden", "Mente du «Klimastrategi for Fjordvik» (klima)?"),
    "link": ("Lenke", "javascript:alert(1)", "Feltet «Lenke» har ikke en adresse som kan brukes"),
    "user": ("Lenke", "https://a@b.no/", "Feltet «Lenke» har ikke en adresse som kan brukes"),
    "itself": ("Erstatter", "klima", "Planen kan ikke erstatte seg selv."),
    "end": ("Ny_sluttdato", "2020", "«Ny sluttdato» er før vedtaket."),
    "what": ("Hva_ble_bestemt", "Opphevet", "Feltet «Hva ble bestemt» har ikke valget «Opphevet»."),
}


@pytest.mark.parametrize("case", DECISIONS)
def test_a_decision_that_cannot_be_is_refused(root: Path, case: str) -> None:
    """A date that has not come, a plan that is not there, a link to anything but the web."""
    label, value, sentence = DECISIONS[case]
    answers = {**FILLED["vedtak-fattet"], "Hva_ble_bestemt": "Vedtatt", label: value}
    (told,) = refused(root, body(root, "vedtak-fattet", **answers))
    assert sentence in told


def test_an_extension_needs_its_end(root: Path) -> None:
    """And replaces nothing."""
    answers = {**FILLED["vedtak-fattet"], "Hva_ble_bestemt": "Forlenget til en ny dato", "Ny_sluttdato": ""}
    told = refused(root, body(root, "vedtak-fattet", **{**answers, "Erstatter": "samfunnsdel-2020"}))
    assert told == [
        "Fyll ut «Ny sluttdato» når planen er forlenget.",
        "En plan som er forlenget, erstatter ingen. La «Erstatter» stå tomt.",
    ]


@pytest.mark.parametrize(("status", "shown"), [("opphevet", "Opphevet"), ("planlagt", "Planlagt")])
def test_what_does_not_apply_is_not_repealed(root: Path, status: str, shown: str) -> None:
    """A plan that is repealed already, or was never adopted."""
    event = "\nhendelser: [{hva: opphevet, dato: 2023-01-11}]" if status == "opphevet" else ""
    write(root, "planer/gammel.yaml", f"tittel: Gammel plan\ntype: temaplan\nstatus: {status}{event}\n")
    (told,) = refused(root, body(root, "plan-oppheves", **{**FILLED["plan-oppheves"], "Plan": "gammel"}))
    assert told == f"«Gammel plan» har status «{shown}», så det er ingenting å oppheve."


def test_a_decision_of_the_planstrategi_is_not_written_over(root: Path) -> None:
    """Where the register has another decision, or no planstrategi that is current, the form asks."""
    answers = {**FILLED["plan-skal-revideres"], "Bestemt_i_planstrategien": "Ja"}
    (none,) = refused(root, body(root, "plan-skal-revideres", **answers))
    assert "ingen planstrategi som gjelder nå" in none
    write(root, "planstrategier/planstrategi-2023-2027.yaml", STRATEGY)
    write(root, "planer/klima.yaml", f"{PLAN}beslutninger: {{planstrategi-2023-2027: {{valg: videreføres}}}}\n")
    (other,) = refused(root, body(root, "plan-skal-revideres", **answers))
    assert "«Planstrategi 2023-2027»: «Videreføres»" in other


def test_a_plan_that_has_ended_is_not_revised(root: Path) -> None:
    """What is repealed stays so."""
    write(root, "planer/klima.yaml", PLAN.replace("status: vedtatt", "status: opphevet"))
    (told,) = refused(root, body(root, "plan-skal-revideres", **FILLED["plan-skal-revideres"]))
    assert told == "«Klimastrategi for Fjordvik» har status «Opphevet», og skal ikke revideres."


def test_a_file_that_cannot_be_edited_is_told(root: Path) -> None:
    """A field that is written as something else is left for a person."""
    write(root, "planer/klima.yaml", f"{PLAN}arbeid: senere\n")
    (told,) = refused(root, body(root, "plan-skal-revideres", **FILLED["plan-skal-revideres"]))
    assert told.startswith("Endringen kan ikke gjøres: ")


def test_a_file_that_is_not_there(root: Path) -> None:
    """A sentence, and exit code 2."""
    done = run("form", "borte.md", cwd=root)
    assert done.returncode == 2
    assert done.stderr == "planlint: Kan ikke lese borte.md: filen eller mappen finnes ikke.\n"


def test_a_name_that_several_have_asks_for_the_id(root: Path) -> None:
    """Nothing is guessed."""
    write(root, "planer/klima-to.yaml", PLAN)
    answers = {**FILLED["plan-oppheves"], "Plan": "Klimastrategi for Fjordvik"}
    (told,) = refused(root, body(root, "plan-oppheves", **answers))
    assert told.endswith("er navnet på flere. Skriv id-en til den du mener: «klima, klima-to».")


def test_a_file_that_cannot_be_read_is_told(root: Path) -> None:
    """A plan whose file is at fault is not «unknown»."""
    write(root, "planer/klima.yaml", "tittel: [")
    (told,) = refused(root, body(root, "plan-oppheves", **FILLED["plan-oppheves"]))
    assert "filen til «klima» kan ikke leses" in told


def test_a_form_that_is_sent_twice(root: Path) -> None:
    """The second time there is nothing to do, and the form says so."""
    text = body(root, "plan-skal-revideres", **FILLED["plan-skal-revideres"])
    accepted(root, text)
    assert refused(root, text) == ["Alt som står i skjemaet, er i registeret fra før."]


BODIES = {
    "empty": ("", "Dette er ikke et utfylt skjema."),
    "other": ("Hei, når kommer planen?", "Dette er ikke et utfylt skjema."),
    "unknown form": ("### Skjema\n\nNoe annet\n", "Dette er ikke et utfylt skjema."),
    "huge": ("### Skjema\n\nNy plan\n" + "x" * 30_000, "planlint leser ikke mer enn 20000"),
    "huger": ("### Skjema\n\nNy plan\n" + "å" * 3_000_000, "planlint leser ikke mer enn 20000"),
    "nul": ("### Skjema\n\nNy plan\n\0", "usynlige tegn som ikke kan brukes (U+0000)"),
    "direction": ("### Skjema\n\nNy plan\n\u202egrin", "usynlige tegn som ikke kan brukes (U+202E)"),
    "bytes": (b"### Skjema\n\nNy pl\xffan\n", "Skjemaet er ikke UTF-8"),
}


@pytest.mark.parametrize("case", BODIES)
def test_a_body_that_is_no_form_is_refused(root: Path, case: str) -> None:
    """Whatever is sent, the answer is one sentence."""
    text, sentence = BODIES[case]
    (told,) = refused(root, text)
    assert sentence in told


def test_headings_that_do_not_belong_are_refused(root: Path) -> None:
    """Twice, of another form, unknown, missing, and text before the first: all told at once."""
    whole = body(root, "vedtak-fattet", **FILLED["vedtak-fattet"])
    text = whole.replace("### Organ\n", "### Organet\n").replace("### Dato", "### Plan\n\nklima\n\n### Dato")
    told = refused(root, f"{text}\n\n### Bestemt i planstrategien\n\nJa\n\n### Skjema\n\nNy plan")
    assert told == [
        "Feltet «Plan» står mer enn én gang.",
        "Skjemaet «Vedtak fattet» har ikke feltet «Organet».",
        "Skjemaet «Vedtak fattet» har ikke feltet «Bestemt i planstrategien».",
        "Feltet «Skjema» står mer enn én gang.",
        "Feltet «Organ» mangler i skjemaet.",
    ]


def test_a_heading_smuggled_into_a_text_is_seen(root: Path) -> None:
    """A summary cannot answer another field."""
    answers = {**FILLED["ny-plan"], "Sammendrag": "Fint.\n\n### Kilde\n\nPlanoversikten 2021"}
    assert "Feltet «Kilde» står mer enn én gang." in refused(root, body(root, "ny-plan", **answers))


def test_the_forms_name_is_not_changed_on_the_way(root: Path) -> None:
    """A field that says which form it is, with more than that, or with another one than was asked for."""
    whole = body(root, "ny-plan", **FILLED["ny-plan"])
    assert refused(root, whole.replace("\n\nNy plan\n", "\n\nNy plan\nmed mer\n", 1)) == [
        "Feltet «Skjema» har mer enn navnet på skjemaet."
    ]
    assert refused(root, whole, "--form", "plan-oppheves") == [
        "Skjemaet er «Ny plan», men det skulle vært «Plan oppheves»."
    ]


def test_boxes_are_the_forms_own(root: Path) -> None:
    """A box that is not in the form ticks nothing."""
    whole = body(root, "plan-oppheves", **FILLED["plan-oppheves"])
    told = refused(root, f"{whole.rpartition('- [X]')[0]}- [x] Ja @alle")
    assert (
        told[0] == "Feltet «Planer under denne» har en linje som ikke hører til skjemaet: «- \\[x\\] Ja \\@\u200balle»."
    )


def test_a_title_in_the_register_does_nothing_in_the_answers(root: Path) -> None:
    """What stands in a plan's file is as foreign as the form: no mention, no reference, no command, no markup."""
    title = "##[add-mask]x ::error::x @alle #1 | <img src=x onerror=y> `id` [a](http://b.no)"
    write(root, "planer/klima.yaml", PLAN.replace("Klimastrategi for Fjordvik", f'"{title}"'))
    accepted(root, body(root, "plan-oppheves", **FILLED["plan-oppheves"]))
    told = {name: (root / "svar" / name).read_text(encoding="utf-8") for name in ("svar.md", "tekst.md", "tittel.txt")}
    for text in told.values():
        assert not any(sign in text for sign in ("@alle", "#1 ", "##[", "http://", "\n::"))
        assert "<img" not in text.replace("\\<", "")
    assert "\n" not in told["tittel.txt"]
    assert not set("#@`<>[]|$:") & set(told["tittel.txt"].partition(": ")[2])


def test_a_plan_system_at_fault_is_answered(root: Path) -> None:
    """Whoever sent the form did nothing wrong, and is told whom to ask."""
    text = body(root, "ny-plan", **FILLED["ny-plan"])
    (root / "plans/plansystem.yaml").write_text("plantyper: [", encoding="utf-8")
    (told,) = refused(root, text)
    assert told.endswith("plans/plansystem.yaml har en feil. Si fra til den som har ansvaret for det.")


@pytest.mark.parametrize("args", [(), ("--write", "--check"), ("x.md", "--write")])
def test_one_thing_at_a_time(root: Path, args: tuple[str, ...]) -> None:
    """A form is read, or the forms are written, or they are checked."""
    write(root, "../x.md", "x")
    done = run("form", *args, cwd=root)
    assert done.returncode == 2
    assert "Skriv «planlint form FIL»" in done.stderr
