"""`planlint new`, `set`, `vedta` and `rename`: as a planner runs them, with what they write and what they refuse."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.check.request import Request
from planlint.check.run import diagnostics, report_of
from planlint.edit.rename import Rename
from planlint.edit.workspace import Workspace, consequences
from planlint.register.avtrykk import avtrykk_of, goal_core
from planlint.system.system import System, open_system

REAL = Path(__file__).parents[2]
REAL_DAY = date(2026, 11, 21)
FILE = "plans/planer/klima.yaml"
MARK = "1:9e464aa8f740"  # of trygg-oppvekst in Fjordvik


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik with one plan that is anchored in a goal."""
    write(fjordvik(tmp_path), "planer/klima.yaml", PLAN)
    return tmp_path


def tree(root: Path) -> dict[str, str]:
    """Give every file below a root."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in files}


def did(root: Path, *args: str) -> str:
    """Run an editing command that is to succeed; give what it says."""
    done = run(*args, "--date", DATE, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def refused(root: Path, *args: str) -> str:
    """Run an editing command that is to be refused, with every file as it was; give what it says."""
    before = tree(root)
    done = run(*args, "--date", DATE, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert tree(root) == before
    return done.stderr


def clean(root: Path) -> bool:
    """Tell whether a check finds nothing at all."""
    return run("check", "--date", DATE, "--fail-on", "info", cwd=root).returncode == 0


@pytest.mark.parametrize("how", ["=", "+="])
def test_what_a_list_has_is_kept_as_it_stands(root: Path, how: str) -> None:
    """A group that is named by its source is that group, however often it is named; nothing changes."""
    before = tree(root)
    for named in ("plandokument", "plandokument,plandokument"):
        assert did(root, "set", "klima", f"kilder{how}{named}") == "Ingenting å endre: det står slik fra før.\n"
    assert tree(root) == before


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        ("periode.til=2031", "til: 2030}", "til: 2031}"),
        ("periode.til=2030-06-30", "til: 2030}", "til: 2030-06-30}"),
        ("tittel=Klima: 2031", "tittel: Klimastrategi for Fjordvik", 'tittel: "Klima: 2031"'),
        ("tittel=2031", "tittel: Klimastrategi for Fjordvik", 'tittel: "2031"'),
        ("hendelser.1.sak=012", "sak: 7/22", 'sak: "012"'),
        ("ansvarlig=oppvekst", "ansvarlig: miljoe", "ansvarlig: oppvekst"),
        ("tema=klima", "kilder:", "tema: [klima]\nkilder:"),
        ("tema=klima,natur", "kilder:", "tema: [klima, natur]\nkilder:"),
        ("tema=[klima, ren luft]", "kilder:", "tema: [klima, ren luft]\nkilder:"),
        ("tema+=ren luft, rent vann", "kilder:", "tema: [ren luft, rent vann]\nkilder:"),
        ('tema+="ren luft, rent vann"', "kilder:", 'tema: ["ren luft, rent vann"]\nkilder:'),
        ('tema="ren luft, rent vann"', "kilder:", 'tema: ["ren luft, rent vann"]\nkilder:'),
        ("tema+=vann,natur", "kilder:", "tema: [vann, natur]\nkilder:"),
        ("forankring=samfunnsdel-2020", "[trygg-oppvekst]", "[{plan: samfunnsdel-2020}]"),
        ("baerekraftsmaal=11,13.2", "kilder:", 'bærekraftsmål: [11, "13.2"]\nkilder:'),
        ("bærekraftsmål+=13", "kilder:", "bærekraftsmål: [13]\nkilder:"),
        ("lovpålagt=false", "kilder:", "lovpålagt: false\nkilder:"),
        ("revisjon.neste=2026", "ansvarlig:", "revisjon: {neste: 2026}\nansvarlig:"),
        ("revisjon.neste=mars 2027", "ansvarlig:", "revisjon: {neste: 2027-03}\nansvarlig:"),
        ("revisjon.neste=Q1 2027", "ansvarlig:", "revisjon: {neste: 2027-K1}\nansvarlig:"),
        ("tema=mars 2027", "kilder:", "tema: [mars 2027]\nkilder:"),
        ("forankring+=gode-liv", "[trygg-oppvekst]", "[trygg-oppvekst, gode-liv]"),
        ("forankring+=samfunnsdel-2020", "[trygg-oppvekst]", "[trygg-oppvekst, {plan: samfunnsdel-2020}]"),
        ("forankring-=trygg-oppvekst", "forankring: [trygg-oppvekst]\n", ""),
        ("periode.fra=", "{fra: 2022, til: 2030}", "{til: 2030}"),
        ("sammendrag=", "sammendrag: Strategien viser hvordan Fjordvik skal kutte utslipp.\n", ""),
        ("merknad=[Se saken](https://fjordvik.no)", "kilder: [{kilde: plandokument}]\n",
         'kilder: [{kilde: plandokument}]\nmerknad: "[Se saken](https://fjordvik.no)"\n'),
    ],
)  # fmt: skip
def test_set_writes_what_the_model_wants(root: Path, words: str, old: str, new: str) -> None:
    """A number where it wants one, a text where it wants that; one place changes, and --diff shows it first."""
    before = tree(root)
    shown = did(root, "set", "klima", words, "--diff")
    assert shown.startswith(f"--- a/{FILE}\n+++ b/{FILE}\n")
    assert tree(root) == before
    said = did(root, "set", "klima", words)
    assert said.startswith(f"{FILE}: endret\n")
    assert tree(root) == before | {FILE: PLAN.replace(old, new, 1)}


def test_set_several_things_in_the_order_given(root: Path) -> None:
    """Years are years, groups that become empty go, and what is said already changes nothing."""
    write(
        root,
        "indikatorer/barn.yaml",
        "tittel: Barn\nenhet: prosent\nmål: [trygg-oppvekst] # målet\nverdier: {2020: 1}\n",
    )
    did(
        root,
        "set",
        "indikator/barn",
        "verdier.2021=2,5",
        "verdier.2020=",
        "mål+=gode-liv",
        "mål-=trygg-oppvekst",
    )
    assert (
        tree(root)["plans/indikatorer/barn.yaml"]
        == "tittel: Barn\nenhet: prosent\nmål: [gode-liv] # målet\nverdier: {2021: 2.5}\n"
    )
    before = tree(root)
    assert (
        did(root, "set", "barn", "verdier.2021=2.5", "mål+=gode-liv") == "Ingenting å endre: det står slik fra før.\n"
    )
    did(root, "set", "barn", "verdier.2021=", "mål-=gode-liv")
    assert tree(root) == before | {"plans/indikatorer/barn.yaml": "tittel: Barn\nenhet: prosent\n"}


def test_set_tells_what_follows(root: Path) -> None:
    """New findings are told with what to do; what is mended is counted."""
    said = did(root, "set", "klima", "forankring=")
    assert f"Nytt for «planlint check»:\n  {FILE}: feil PL201 uforankret-plan\n" in said
    assert "Slik retter du: skriv under «forankring» hvilket mål planen følger opp" in said
    assert did(root, "set", "klima", "forankring+=trygg-oppvekst").endswith("1 funn er borte.\n")
    assert clean(root)


def test_set_the_declaration(root: Path) -> None:
    """plansystem.yaml is edited the same way; where it can no longer be used, nothing is written."""
    did(root, "set", "plansystem", "ajourført=2024-06-01", "sektorer.kultur.navn=Kultur")
    text = tree(root)["plans/plansystem.yaml"]
    assert "ajourført: 2024-06-01\n" in text
    assert "  miljoe: {navn: Miljø}\n  kultur: {navn: Kultur}\n" in text
    assert "Feltet «kommune» mangler." in refused(root, "set", "plansystem", "kommune=")


def test_set_of_a_whole_group_tells_what_is_gone(root: Path) -> None:
    """A type given only a name loses what else it had: each field is named, and how one alone is written."""
    done = run("set", "plansystem", "plantyper.temaplan={navn: tema}", "--date", DATE, cwd=root)
    assert "«plantyper.temaplan» ble skrevet på nytt, og dette står ikke der lenger: «" in done.stdout
    assert "«plantyper.temaplan.navn=…»" in done.stdout
    again = run("set", "plansystem", "plantyper.temaplan.navn=temaplan", "--date", DATE, cwd=root)
    assert "ble skrevet på nytt" not in again.stdout
    more = run(
        "set", "plansystem", "plantyper.temaplan={navn: temaplan, forankring: påkrevd}", "--date", DATE, cwd=root
    )
    assert "ble skrevet på nytt" not in more.stdout


def test_many_findings_of_one_rule_are_told_once(root: Path) -> None:
    """An edit that brings the same for more than three plans says it once, and names the plans."""
    for number in range(4):
        text = f"tittel: Plan {number}\ntype: handlingsplan\nstatus: vedtatt\nansvarlig: miljoe\n"
        write(root, f"planer/plan-{number}.yaml", text)
    done = run("set", "plansystem", "plantyper.handlingsplan.krav={vedtatt: [tema]}", "--date", DATE, cwd=root)
    assert done.stdout.count("PL410") == 1, done.stdout
    assert "feil PL410 mangler-felt-for-status (4)" in done.stdout
    assert "Gjelder: Plan 0 (plan/plan-0), Plan 1 (plan/plan-1)" in done.stdout


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("klimma", "tittel=x"), "Fant ingen med id «klimma». Mente du «klima»?"),
        (("klima", "tittel"), "Skriv «felt=verdi», for eksempel «periode.til=2030», og ikke «tittel»."),
        (("klima", "anvarlig=miljoe"), "Det finnes ikke noe felt som heter «anvarlig». Mente du «ansvarlig»?"),
        (("klima", "periode.slutt=2030"), "slutt"),
        (("klima", "ansvarlig=miljo"), "Slik retter du: rett til «miljoe»."),
        (("klima", "forankring+=trygg-opvekst"), "trygg-oppvekst"),
        (("klima", "periode.til=tjue"), "«tjue» er ikke en dato planlint kan lese."),
        (("klima", "status=vedtat"), "vedtatt"),
        (("klima", "lovpålagt=ja"), "skal være «true» eller «false»"),
        (("klima", "tittel="), "Feltet «tittel» mangler."),
        (("klima", "merknad="), "det finnes ingen merknad"),
        (("klima", "tittel+=x"), "tittel er ingen liste"),
        (("klima", "tema-=x"), "«tema» har ikke «x». Den er tom."),
        (("klima", "forankring-=x"), "«forankring» har ikke «x». Den har trygg-oppvekst."),
        (("klima", "hendelser.2.sak=1"), "det finnes ingen hendelser.2"),
        (("klima", "hendelser.0.sak=1"), "det finnes ingen hendelser.0"),
        (("klima", "sak=1", "tittel=Ny"), "Det finnes ikke noe felt som heter «sak»."),
    ],
)
def test_set_refuses_with_a_sentence(root: Path, args: tuple[str, ...], sentence: str) -> None:
    """Misspelt fields, ids and values get a suggestion, and nothing is written."""
    assert sentence in refused(root, "set", *args)


def test_the_same_id_in_two_kinds(root: Path) -> None:
    """The kind before the id says which; a file that cannot be read is not guessed at."""
    write(root, "tiltak/klima.yaml", "tittel: Tiltaket\nplan: klima\n")
    assert "Flere har id «klima». Skriv «plan/klima» eller «tiltak/klima»." in refused(root, "set", "klima", "tittel=x")
    did(root, "set", "tiltak/klima", "tittel=x")
    assert tree(root)["plans/tiltak/klima.yaml"] == "tittel: x\nplan: klima\n"
    write(root, "planer/rar.yaml", "tittel: [")
    assert "Filen til «rar» kan ikke leses." in refused(root, "set", "rar", "tittel=x")
    write(root, "plansystem.yaml", "kommune: [")
    assert "plansystem.yaml kan ikke brukes." in refused(root, "set", "tiltak/klima", "tittel=x")


def test_plan_text_does_nothing_in_a_log(root: Path) -> None:
    """A value that looks like a command of a CI run, or of a terminal, is shown harmless."""
    said = did(root, "set", "klima", "merknad=::error::x\n::warning::y", "--diff")
    assert not any(row.startswith("::") for row in said.splitlines())
    assert "U+001B" in refused(root, "set", "klima", "merknad=x\x1b[31m")


def test_new_fills_in_what_it_can(root: Path) -> None:
    """The id comes from the title, the folder from the others of its type; anchored, it passes a check."""
    shutil.copytree(REAL / "schema", root / "schema")
    write(
        root,
        "planer/temaplaner/kultur.yaml",
        PLAN.replace("strategi\n", "temaplan\n", 1).replace("Klimastrategi", "Kulturplan"),
    )
    said = did(
        root,
        "new",
        "plan",
        "--title",
        "Plan for blå byer: 2030",
        "--type",
        "temaplan",
        "periode.til=2030",
        "ansvarlig=miljoe",
    )
    path = "plans/planer/temaplaner/plan-for-blaa-byer-2030.yaml"
    assert said.startswith(f"{path}: ny fil\nFør planen kan få «status: vedtatt», må den ha «sammendrag».\n")
    assert (
        "En plan av typen temaplan skal vise til målet eller planen den følger opp: «planlint set plan-for-blaa-byer"
        in said
    )
    assert tree(root)[path] == (
        "# yaml-language-server: $schema=../../../schema/plan.json\n"
        'tittel: "Plan for blå byer: 2030"\ntype: temaplan\nstatus: planlagt\nperiode: {til: 2030}\nansvarlig: miljoe\n'
    )
    did(root, "set", "plan-for-blaa-byer-2030", "forankring+=trygg-oppvekst", "kilder=[{kilde: plandokument}]")
    assert clean(root)


def test_new_of_every_kind(root: Path) -> None:
    """Each kind goes to its own folder; what there is only one of is chosen, what the title says is used."""
    did(
        root,
        "new",
        "mål",
        "--title",
        "Flere trær",
        "--type",
        "delmål",
        "plan=samfunnsdel-2020",
        "overordnet=naer-natur",
        "nummer=1.2",
    )
    did(root, "new", "tiltak", "--title", "Plant trær", "mål=flere-traer")
    did(root, "new", "indikator", "--title", "Trær", "enhet=antall", "mål=[flere-traer]", "verdier.2023=12")
    did(root, "new", "utfordring", "--title", "Få trær", "--id", "faa")
    did(root, "new", "planstrategi", "--title", "Planstrategi 2023–2027")
    did(root, "new", "plan", "--title", "Tall om trær", "--type", "analyse")
    files = tree(root)
    assert files["plans/maal/flere-traer.yaml"] == (
        'tittel: Flere trær\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: naer-natur\nnummer: "1.2"\n'
    )
    assert files["plans/tiltak/plant-traer.yaml"] == "tittel: Plant trær\nmål: [flere-traer]\nstatus: planlagt\n"
    assert (
        files["plans/indikatorer/traer.yaml"]
        == "tittel: Trær\nenhet: antall\nmål: [flere-traer]\nverdier: {2023: 12}\n"
    )
    assert files["plans/utfordringer/faa.yaml"] == "tittel: Få trær\n"
    assert files["plans/planstrategier/planstrategi-2023-2027.yaml"] == (
        "tittel: Planstrategi 2023–2027\nvalgperiode: 2023-2027\nstatus: planlagt\n"
    )
    assert files["plans/planer/tall-om-traer.yaml"] == "tittel: Tall om trær\ntype: analyse\nstatus: utkast\n"


def test_new_chooses_the_only_sector_and_warns_of_twins(root: Path) -> None:
    """One sector is everybody's; a title like another's and an id that something had before are told of."""
    did(root, "set", "klima", "tidligere_id+=klimastrategi-for-fjordvika")
    write(root, "plansystem.yaml", tree(root)["plans/plansystem.yaml"].replace("  oppvekst: {navn: Oppvekst}\n", ""))
    said = did(root, "new", "plan", "--title", "Klimastrategi for Fjordvika", "--type", "strategi", "--diff")
    assert "+ansvarlig: miljoe\n" in said
    assert "Merk: det ligner på plan/klima, «Klimastrategi for Fjordvik»." in said
    assert "Merk: plan/klima het «klimastrategi-for-fjordvika» før." in said


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("plan", "--title", "Klima", "--type", "strategi"), "plan/klima finnes fra før (plans/planer/klima.yaml)."),
        (("plan", "--title", "X"), "Si hvilken type det er, med --type. Typene er «samfunnsdel, arealdel, temaplan,"),
        (("plan", "--title", "X", "--type", "tema"), "Det finnes ingen type som heter «tema». Mente du «temaplan»?"),
        (("plan", "--title", "X", "--type", "☃"), "Det finnes ingen type som heter «☃». Typene er «samfunnsdel,"),
        (("plan", "--title", "☃", "--type", "strategi"), "«☃» kan ikke være en id."),
        (("plan", "--title", "X", "--type", "strategi", "--id", "Ny Plan"), "høyst 100: «--id ny-plan»."),
        (("plan", "--title", " ", "--type", "strategi"), "Tittelen kan ikke være tom."),
        (("plan", "--title", "X", "--type", "strategi", "x"), "Skriv «felt=verdi»"),
        (("mål", "--title", "X", "--type", "delmål"), "Feltet «plan» mangler."),
        (("mål", "--title", "X", "--type", "delmål"), "Skriv det som mangler etter tittelen, som «FELT=VERDI»."),
    ],
)
def test_new_refuses_with_a_sentence(root: Path, args: tuple[str, ...], sentence: str) -> None:
    """An id that is in use, a type that is not declared, and a file that would be at fault are not written."""
    assert sentence in refused(root, "new", *args)


def test_vedta_writes_event_and_status_and_ends_what_is_replaced(root: Path) -> None:
    """One command, two files, both or none; the body is the only one that can adopt the type."""
    begun = "  # om oppstart\n  - {hva: oppstart, dato: 2023}\n"
    new = PLAN.replace("status: vedtatt", "status: til_vedtak # snart").replace("2022, til", "2024, til")
    new = (
        new.replace("  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n", begun)
        + "erstatter: [klima]\n"
    )
    write(root, "planer/ny.yaml", new)
    args = ("vedta", "ny", "--dato", "2024-06-12", "--sak", "012")
    shown = did(root, *args, "--diff")
    assert "blir erstattet av «" in shown
    assert tree(root)["plans/planer/ny.yaml"] == new
    said = did(root, *args)
    assert said.startswith(
        f"{FILE}: endret\nplans/planer/ny.yaml: endret\n«Klimastrategi for Fjordvik» blir erstattet av «"
    )
    event = '  - {hva: vedtatt, dato: 2024-06-12, organ: kommunestyret, sak: "012"}\n'
    after = new.replace("status: til_vedtak # snart", "status: vedtatt # snart").replace(
        "dato: 2023}\n", f"dato: 2023}}\n{event}"
    )
    assert tree(root)["plans/planer/ny.yaml"] == after
    assert tree(root)[FILE] == PLAN.replace("status: vedtatt", "status: erstattet")
    assert clean(root)


@pytest.mark.parametrize(
    ("args", "status", "event"),
    [
        (("--hva", "opphevet"), "opphevet", "hva: opphevet, dato: 2024-06-12, organ: kommunestyret"),
        (("--hva", "revidert"), "vedtatt", "hva: revidert, dato: 2024-06-12, organ: kommunestyret"),
        (
            ("--status", "under_revisjon", "--organ", "hovedutvalget"),
            "under_revisjon",
            "hva: vedtatt, dato: 2024-06-12, organ: hovedutvalget",
        ),
    ],
)
def test_vedta_other_decisions(root: Path, args: tuple[str, ...], status: str, event: str) -> None:
    """The status follows from the decision, unless the user says which; the event comes last."""
    did(root, "vedta", "klima", "--dato", "2024-06-12", "--sak", "1/24", *args)
    old = "  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n"
    assert tree(root)[FILE] == PLAN.replace("status: vedtatt", f"status: {status}").replace(
        old, f"{old}  - {{{event}, sak: 1/24}}\n"
    )


def test_vedta_in_the_order_of_the_days(root: Path) -> None:
    """A decision that is older than the last event stands before it; a report is noted, a planstrategi adopted."""
    did(root, "vedta", "klima", "--dato", "2020-03-04", "--sak", "1/20")
    assert "hendelser:\n  - {hva: vedtatt, dato: 2020-03-04," in tree(root)[FILE]
    did(root, "new", "plan", "--title", "Tall", "--type", "analyse")
    did(root, "vedta", "tall", "--dato", "2024-06-12", "--sak", "1/24", "--organ", "hovedutvalget")
    assert (
        "status: til_orientering\nhendelser:\n  - {hva: til_orientering, dato: 2024-06-12,"
        in tree(root)["plans/planer/tall.yaml"]
    )
    did(root, "new", "planstrategi", "--title", "Planstrategi 2023-2027")
    did(root, "vedta", "planstrategi-2023-2027", "--dato", "2024-06-12", "--sak", "1/24")
    assert "organ: kommunestyret" in tree(root)["plans/planstrategier/planstrategi-2023-2027.yaml"]


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("klima", "--dato", "2024-06-16", "--sak", "1"), "16.6.2024 er ikke kommet ennå."),
        (("klima", "--dato", "2022-02-16", "--sak", "1"), "«klima» er registrert som vedtatt 16.2.2022 fra før."),
        (("klima", "--dato", "2024-06-12", "--sak", " "), "Saksnummeret kan ikke være tomt."),
        (("klima", "--dato", "2024-06-12", "--sak", "1", "--organ", "kommunestyre"), "Mente du «kommunestyret»?"),
        (("klima", "--dato", "2024-06-12", "--sak", "1", "--organ", "x"), "Organene er «kommunestyret, hovedutvalget,"),
        (("klima", "--dato", "2024-06-12", "--sak", "1", "--status", "vedtat"), "vedtatt"),
        (("trygg-oppvekst", "--dato", "2024-06-12", "--sak", "1"), "er ingen plan og ingen planstrategi"),
    ],
)
def test_vedta_refuses_with_a_sentence(root: Path, args: tuple[str, ...], sentence: str) -> None:
    """A day to come, a body that is not declared, a decision that is there already: nothing is written."""
    assert sentence in refused(root, "vedta", *args)


def test_vedta_asks_who_where_several_can(root: Path) -> None:
    """The bodies that can adopt the type are named; where the type says none, all of them."""
    write(
        root,
        "planer/hp.yaml",
        PLAN.replace("type: strategi", "type: handlingsplan").replace("status: vedtatt", "status: planlagt"),
    )
    said = refused(root, "vedta", "hp", "--dato", "2024-06-12", "--sak", "1")
    assert "Si hvem som fattet vedtaket, med --organ: «kommunestyret» eller «hovedutvalget»." in said
    did(root, "new", "plan", "--title", "Tall", "--type", "analyse")
    said = refused(root, "vedta", "tall", "--dato", "2024-06-12", "--sak", "1")
    assert "med --organ: «kommunestyret» eller «hovedutvalget» eller «kommunedirektoeren»." in said


def test_rename_follows_every_reference(root: Path) -> None:
    """Ids as values, in lists, as keys and bare in forankring; comments and quotes are as they were."""
    strategy = (
        "tittel: Mer klima\ntype: strategi\nstatus: planlagt\n"
        "forankring: [{plan: klima, merknad: om klima}, gode-liv] # klima\n"
        "bygger_på:\n  # om klima\n  - 'klima' # den\ndel_av: \"klima\"\nbeslutninger:\n  # den gang\n"
        "  ps: {valg: slås_sammen, inn_i: klima} # ps\nkilder: [{kilde: plandokument}]\n"
    )
    write(root, "planer/mer.yaml", strategy)
    write(root, "planstrategier/ps.yaml", 'tittel: P\nvalgperiode: "2019-2023"\nkunnskapsgrunnlag: [klima]\n')
    write(root, "tiltak/t.yaml", "tittel: T\nplan: klima\n")
    said = did(root, "rename", "klima", "klimastrategi")
    assert f"{FILE}: slettet\nplans/planer/klimastrategi.yaml: ny fil\n" in said
    assert "Nytt for «planlint check»" not in said
    files = tree(root)
    assert FILE not in files
    assert files["plans/planer/klimastrategi.yaml"] == PLAN.replace("kilder:", "tidligere_id: [klima]\nkilder:")
    renamed = strategy.replace("plan: klima,", "plan: klimastrategi,").replace("'klima'", "'klimastrategi'")
    assert files["plans/planer/mer.yaml"] == renamed.replace('"klima"', '"klimastrategi"').replace(
        "inn_i: klima}", "inn_i: klimastrategi}"
    )
    assert "[klimastrategi]" in files["plans/planstrategier/ps.yaml"]
    did(root, "rename", "ps", "ps-2019")
    assert (
        "  # den gang\n  ps-2019: {valg: slås_sammen, inn_i: klimastrategi} # ps\n"
        in tree(root)["plans/planer/mer.yaml"]
    )
    did(root, "rename", "klimastrategi", "klima")
    assert tree(root)[FILE] == PLAN.replace("kilder:", "tidligere_id: [klimastrategi]\nkilder:")


def test_rename_keeps_known_findings_known(root: Path) -> None:
    """What is accepted stays so, under the new name and in its own words; nothing is new and nothing stale."""
    text = PLAN.replace("forankring: [trygg-oppvekst]\n", "").replace("til: 2030", "til: 2023")
    write(root, "planer/klima.yaml", text)
    run("avvik", "add", "--reason", "Kjent.", "--date", DATE, cwd=root)
    known = tree(root)["plans/avvik/PL301-plan-klima.yaml"].replace("grunn:", "# om klima\ngrunn:")
    write(root, "avvik/PL301-plan-klima.yaml", known)
    assert clean(root)
    did(root, "rename", "klima", "ny-klima")
    files = tree(root)
    assert clean(root)
    assert [name for name in files if "/avvik/" in name] == ["plans/avvik/PL301-plan-ny-klima.yaml"]
    now = files["plans/avvik/PL301-plan-ny-klima.yaml"]
    assert "# om klima\ngrunn:" in now
    marks = re.compile(r'(plan/\S+|"\w{12}")')
    assert marks.sub("", now) == marks.sub("", known)


def test_rename_of_a_goal_makes_no_confirmed_anchor_suspect(root: Path) -> None:
    """Neither the goal's own new id nor that of the goal above it is another goal: PL210 stays silent."""
    anchor = f'[{{mål: trygg-oppvekst, bekreftet: 2024-01-01, avtrykk: "{MARK}"}}]'
    write(root, "planer/klima.yaml", PLAN.replace("[trygg-oppvekst]", anchor))
    assert clean(root)
    did(root, "rename", "trygg-oppvekst", "trygge-barn")
    assert clean(root)
    did(root, "rename", "gode-liv", "gode-dager")
    assert clean(root)
    assert f'avtrykk: "{MARK}"' in tree(root)[FILE]
    system = open_system(root, date.fromisoformat(DATE))
    assert system.register
    assert avtrykk_of(goal_core(system.register.maal["trygge-barn"])) != MARK


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("klimma", "x"), "Fant ingen med id «klimma». Mente du «klima»?"),
        (("klima", "Ny Klima"), "«Ny Klima» kan ikke være en id. Bruk små bokstaver, sifre og bindestrek: «ny-klima»."),
        (("klima", "samfunnsdel-2020"), "Id-en «samfunnsdel-2020» er i bruk fra før"),
        (("klima", "klima"), "Id-en «klima» er i bruk fra før"),
    ],
)
def test_rename_refuses_with_a_sentence(root: Path, args: tuple[str, ...], sentence: str) -> None:
    """An id that is no id, or in use, is not given."""
    assert sentence in refused(root, "rename", *args)


def test_rename_waits_for_files_at_fault(root: Path) -> None:
    """A file that may refer to the id without our knowing comes first; one that does not name it is no hindrance."""
    write(root, "tiltak/t.yaml", "tittel: T\nplan: [klima]\n")
    assert "plans/tiltak/t.yaml har feil, og kan vise til «klima»." in refused(root, "rename", "klima", "ny")
    write(root, "tiltak/t.yaml", "tittel: T\nplan: [klimaet]\n")
    did(root, "rename", "klima", "ny")


@pytest.fixture(scope="module")
def baerum() -> System:
    """Bærum's plan system."""
    return open_system(REAL, REAL_DAY)


def test_a_new_id_asks_for_nothing_that_the_sources_do_not_tell(baerum: System) -> None:
    """What is a gap before a file gets another id, is a gap after it; nothing new is found."""
    register = baerum.register
    assert register
    for goal in ("2021-1-1-trygt-og-godt-oppvekstmiljoe", "2021-3-3-klimarobust"):
        work = Workspace(baerum)
        Rename(register.maal[goal], "nytt").make(work, register)
        assert not consequences(work)
        gaps = {item.code for item in diagnostics(work.after(), Request(REAL_DAY)) if item.entity == "maal/nytt"}
        assert "PL701" in gaps


OF_SEVERAL = {"PL105", "PL613", "PL617"}
"""Findings about several plans: at which of them they stand follows their ids."""


SOME = [
    (kind, part) for kind in ("plan", "maal", "indikator", "tiltak", "utfordring") for part in (0.1, 0.35, 0.6, 0.85)
]


@pytest.mark.parametrize(("kind", "part"), SOME)
def test_rename_leaves_no_dangling_reference(baerum: System, kind: str, part: float) -> None:
    """Whatever is renamed in Bærum, the findings are the same, the old id is gone, and comments are untouched."""
    register, new = baerum.register, "zz-nytt-navn"
    assert register
    ids = sorted(register.entities[kind])
    entity = register.entities[kind][ids[int(len(ids) * part)]]
    work = Workspace(baerum)
    Rename(entity, new).make(work, register)
    change = consequences(work)
    assert not [item for item in (*change.new, *change.gone) if item.code not in OF_SEVERAL]
    after = work.after()
    assert after.register
    assert entity.id not in after.register.entities[kind]
    assert after.register.entities[kind][new].tidligere_id[-1] == entity.id  # type: ignore[attr-defined]
    before = len(report_of(baerum, Request(REAL_DAY, places=False)).known)
    assert len([item for item in diagnostics(after, Request(REAL_DAY)) if item.status == "known"]) == before
    plans = {path: raw for path, raw in work.changes().items() if not path.startswith("plans/avvik/")}
    for path, raw in plans.items():
        old = baerum.contents.get(path if path in baerum.contents else entity.file)
        if raw is not None and isinstance(old, bytes):
            assert re.findall(rb"(?m)^\s*#.*$", raw) == re.findall(rb"(?m)^\s*#.*$", old)


@pytest.mark.parametrize(
    ("status", "vote", "left", "after"),
    [
        ("vedtatt", ("2019-03-01", "vedtatt"), ["2022", "2030"], "vedtatt"),
        ("under_revisjon", ("2019-03-01", "vedtatt"), ["2022", "2030"], "under_revisjon"),
        ("vedtatt", ("2022-05-01", "revidert"), ["2030"], "vedtatt"),
        ("under_revisjon", ("2022-05-01", "vedtatt"), ["2030"], "vedtatt"),
        ("vedtatt", ("2023-05-01", "revidert"), ["2022", "2030"], "vedtatt"),
    ],
)
def test_a_vote_takes_only_the_announced_one_that_it_is(
    root: Path, status: str, vote: tuple[str, str], left: list[str], after: str
) -> None:
    """An older adoption that the register lacked leaves the revisions to come; a vote is one of them at most."""
    events = "".join(f"  - {{hva: revidert, dato: {year}, planlagt: true}}\n" for year in (2022, 2030))
    old = "  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n"
    write(root, "planer/klima.yaml", PLAN.replace(old, events).replace("status: vedtatt", f"status: {status}"))
    said = did(root, "vedta", "klima", "--dato", vote[0], "--hva", vote[1], "--sak", "1/24")
    text = tree(root)[FILE]
    assert [year for year in ("2022", "2030") if f"dato: {year}, planlagt" in text] == left
    assert f"status: {after}\n" in text
    assert ("Det som var planlagt" in said) == (len(left) == 1)
    assert "Dette er fortsatt planlagt, og står som før i «hendelser»: revidert 20" in said


@pytest.mark.parametrize(
    ("args", "word"),
    [
        (("set", "klima", "arealplan_id=NUMMER"), "NUMMER"),
        (("set", "klima", "kilder=[{kilde: KILDE}]"), "KILDE"),
        (("new", "plan", "--title", "TITTEL", "--type", "temaplan"), "TITTEL"),
        (("vedta", "klima", "--dato", "2024-06-12", "--sak", "NN/ÅÅ"), "NN/ÅÅ"),
    ],
)
def test_a_word_in_capitals_is_no_value(root: Path, args: tuple[str, ...], word: str) -> None:
    """A printed line that is typed as it stands changes nothing, and says what to replace."""
    assert f"«{word}» står for noe du skal skrive selv" in refused(root, *args)
