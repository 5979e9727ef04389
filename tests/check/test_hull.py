"""What no source of a file states is a gap and no finding; and it is no way round the check."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from support.gittools import commit, git
from support.helpers import DATE, PLAN, check, fjordvik, run, write

from planlint.base.diagnostic import Severity
from planlint.check.report import Report
from planlint.check.request import Request
from planlint.check.run import diagnostics
from planlint.model.oppgir_ikke import SILENT_FIELDS
from planlint.output.check_formats import Options, render
from planlint.output.coverage import coverage_as_markdown, coverage_as_text
from planlint.output.coverage_json import coverage_as_json
from planlint.output.examples import BASE, lay_out
from planlint.register.dekning import measure_dekning
from planlint.register.krav import is_askable
from planlint.register.share import CoverageDemand
from planlint.rules.all_rules import RULES
from planlint.system.system import open_system
from planlint.text import language

DAY = date.fromisoformat(DATE)
EXAMPLES = Path(__file__).parents[1] / "rules"
ASKING = [(code, variant) for code, rule in RULES.items() for variant in rule.asks]
OVERSIKT = "  planoversikt-2021: {tittel: Planoversikten 2021, dato: 2021-10-01"
BARE = (
    PLAN.replace("ansvarlig: miljoe\n", "")
    .replace("2022-02-16", "2021-02-17")
    .replace("7/22", "7/21")
    .replace("plandokument", "planoversikt-2021")
)


def declare(root: Path, silent: str) -> None:
    """Let the overview of 2021 say what it does not state."""
    text = (root / "plans/plansystem.yaml").read_text(encoding="utf-8")
    line = re.search(re.escape(OVERSIKT) + r".*", text)
    assert line
    more = f", oppgir_ikke: {silent}" if silent else ""
    write(root, "plansystem.yaml", text.replace(line[0], f"{OVERSIKT}{more}}}"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik with a plan that nobody is responsible for, known from an overview that does not tell who is."""
    write(fjordvik(tmp_path), "planer/klima.yaml", BARE)
    declare(tmp_path, "[ansvarlig, sak]")
    return tmp_path


def told(report: Report) -> tuple[list[str], list[str]]:
    """Give the codes of the findings, and of the gaps."""
    return [item.diagnostic.code for item in report.findings], [item.diagnostic.code for item in report.gaps]


def test_a_gap_is_counted_and_fails_nothing(root: Path) -> None:
    """It stands in the summary and in the JSON with what is missing and the sources, and not in the exit code."""
    report = check(root, DAY)
    assert told(report) == ([], ["PL408"])
    assert (report.counts["hull"], report.exit_code(Severity.INFO)) == (1, 0)
    said = "1 hull, som er en opplysning som kildene ifølge registeret ikke oppgir: ansvarlig sektor (1)."
    assert said in render(report, "text")
    shown = render(report, "text", Options(known=True))
    assert "Hull: Kildene til filen (planoversikt-2021) oppgir det ikke: ansvarlig sektor." in shown
    data = json.loads(render(report, "json"))
    assert (data["findings"], data["counts"]["hull"]) == ([], 1)
    gap = data["gaps"][0]
    assert (gap["code"], gap["status"], gap["asks"], gap["sources"]) == (
        "PL408", "gap", ["ansvarlig"], ["planoversikt-2021"],
    )  # fmt: skip
    assert "1 hull i kildene er holdt utenfor." in render(report, "markdown")


def test_a_municipality_that_declares_no_silence_meets_the_rules_in_full(root: Path) -> None:
    """Without a word of what a source does not state, there are no gaps."""
    declare(root, "")
    assert told(check(root, DAY)) == (["PL408"], [])


@pytest.mark.parametrize(("code", "variant"), ASKING)
def test_every_rule_that_asks_for_a_field_makes_gaps_by_one_mechanism(code: str, variant: str, tmp_path: Path) -> None:
    """Where the sources of a bad example are silent about all, what the rule found is a gap with the same mark."""
    for number, example in enumerate(sorted((EXAMPLES / code).glob("bad-*"))):
        target = tmp_path / str(number)
        day = lay_out(example, target)
        if (example / BASE).is_dir():
            continue
        system = open_system(target, day)
        assert system.register is not None
        before = [item for item in diagnostics(system, Request(day, (code,))) if item.code == code]
        asked = [item for item in before if item.finding.variant == variant and item.entity != "plansystem"]
        _silence_all(target, system.register.plansystem.kilder)
        after = {item.fingerprint: item for item in diagnostics(open_system(target, day), Request(day, (code,)))}
        gaps = [item for item in asked if after[item.fingerprint].status == "gap"]
        if gaps:
            assert all(after[item.fingerprint].finding.asks == RULES[code].asks[variant] for item in gaps)
            return
    pytest.fail(f"no example of {code} {variant!r} became a gap")


def _silence_all(root: Path, names: Iterable[str]) -> None:
    """Let every source be of 2100 and silent about everything, and every file have a source and no link."""
    plansystem = root / "plans/plansystem.yaml"
    text = plansystem.read_text(encoding="utf-8")
    everything = sorted({name for names in SILENT_FIELDS.values() for name in names})
    silent = f"{{tittel: En kilde, dato: 2100, oppgir_ikke: [{', '.join(everything)}]}}"
    start = re.search(r"^kilder:\n(?:[ #].*\n?)*", text, re.MULTILINE)
    block = "kilder:\n" + "".join(f"  {name}: {silent}\n" for name in (*names, "enda-en"))
    plansystem.write_text(text.replace(start[0], block) if start else f"{text}\n{block}", encoding="utf-8")
    for file in (root / "plans").rglob("*.yaml"):
        if file.parent.name != "plans":
            body = re.sub(r"^lenker:.*\n(?:[ -].*\n)*", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
            file.write_text(
                body if "\nkilder:" in body else f"{body}\nkilder: [{{kilde: enda-en}}]\n", encoding="utf-8"
            )


def test_what_rules_ask_for_can_be_declared() -> None:
    """Every field that a rule asks for can be declared, and a plan for no more, but by rules of their own."""
    known = {name for names in SILENT_FIELDS.values() for name in names}
    assert {name for rule in RULES.values() for names in rule.asks.values() for name in names} <= known
    assert {name for name in SILENT_FIELDS["plan"] if not is_askable(name)} == {"dato", "innspill"}


@pytest.mark.parametrize(
    ("silent", "variant", "right"),
    [("[ansvarlg]", "valg_forslag", "ansvarlig"), ("{plan: [måltal]}", "valg", ""), ("{maal: [indikator]}", "", "")],
)
def test_an_unknown_name_is_told_with_what_is_meant(root: Path, silent: str, variant: str, right: str) -> None:
    """A misspelt field, and a field of another kind, are faults of plansystem.yaml with a suggestion."""
    declare(root, silent)
    faults = [item.diagnostic for item in check(root, DAY).findings if item.diagnostic.code in {"PL004", "PL006"}]
    assert faults[0].finding.place.path[:3] == ("kilder", "planoversikt-2021", "oppgir_ikke")
    if variant:
        assert (faults[0].finding.variant, faults[0].finding.args["riktig"]) == (variant, right)
    else:
        assert faults[0].finding.args["forslag"] == "mål"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("dato: 2021-02-17", "dato: 2022-02-16"),
        ("forankring: [trygg-oppvekst]", "forankring: [{mål: trygg-oppvekst, bekreftet: 2023-01-09}]"),
        ("kilder: [", "kilder: [{kilde: plandokument}, "),
        ("kilder: [{kilde: planoversikt-2021}]", 'lenker: [{tittel: Planen, url: "https://a.no/b.pdf"}]'),
        ("sak: 7/21", "sak: 7/21, kilde: aarsmelding-2023"),
        ("periode:", "revisjon: {neste: 2028, kilde: aarsmelding-2023}\nperiode:"),
    ],
)  # fmt: skip
def test_no_way_round_for_what_the_source_cannot_answer_for(root: Path, old: str, new: str) -> None:
    """A later fact, another source, or the document itself: the rules apply in full."""
    assert old in BARE
    write(root, "planer/klima.yaml", BARE.replace(old, new))
    assert "PL408" in told(check(root, DAY))[0]


@pytest.mark.parametrize(
    "event", ["hva: forlenget, dato: 2024-02-14, til: 2032-12-31", "hva: verbalvedtak, dato: 2024-02-14"]
)
def test_what_is_decided_of_a_plan_as_it_stands_is_no_later_fact(root: Path, event: str) -> None:
    """Whoever registers that a plan is extended, need not know what the sources of it do not state."""
    write(root, "planer/klima.yaml", BARE.replace("hendelser:\n", f"hendelser:\n  - {{{event}}}\n"))
    assert told(check(root, DAY, select=("PL408",))) == ([], ["PL408"])


def test_a_plan_that_applies_again_is_asked_for_no_more(root: Path) -> None:
    """An extension of a plan that had run out brings no error, and the known finding of it is put right."""
    late = BARE.replace("til: 2030", "til: 2022")
    assert "til: 2022" in late
    write(root, "planer/klima.yaml", late)
    assert run("avvik", "add", "--reason", "Ikke kjent", "--date", str(DAY), cwd=root).returncode == 0
    commit(root, "2024-06-01")
    event = "  - {hva: forlenget, dato: 2024-02-14, organ: kommunestyret, sak: 5/24, til: 2032-12-31}\n"
    write(root, "planer/klima.yaml", late.replace("forankring:", f"{event}forankring:"))
    report = check(root, DAY, base="HEAD", change=True)
    assert (told(report)[0], [item.code for item in report.mended]) == ([], ["PL301"])
    assert "PL408" in told(report)[1]


def test_a_decision_about_a_plan_brings_no_gap_of_its_measures(root: Path) -> None:
    """The files of the measures tell no more than before; one that does, is asked for the rest."""
    declare(root, "{plan: [ansvarlig, sak], tiltak: [ansvarlig]}")
    write(root, "planer/klima.yaml", PLAN.replace("2022-02-16", "2021-02-17"))
    for name in ("sykkelvei", "bro"):
        text = f"tittel: Bygge {name}\nplan: klima\nkilder: [{{kilde: planoversikt-2021}}]\n"
        write(root, f"tiltak/{name}.yaml", text)
    commit(root, "2024-06-01")
    event = "  - {hva: revidert, dato: 2024-02-14, organ: kommunestyret, sak: 5/24}\n"
    write(
        root, "planer/klima.yaml", PLAN.replace("2022-02-16", "2021-02-17").replace("ansvarlig:", f"{event}ansvarlig:")
    )
    assert told(check(root, DAY, base="HEAD", select=("PL706",)))[0] == []
    more = "tittel: Bygge bro\nplan: klima\nkilder: [{kilde: planoversikt-2021}, {kilde: plandokument}]\n"
    write(root, "tiltak/bro.yaml", more)
    assert told(check(root, DAY, base="HEAD", select=("PL706",)))[0] == ["PL706"]


def test_a_later_decision_about_a_plan_is_a_later_fact(root: Path) -> None:
    """A planstrategi adopted after the overview has dealt with the plan: then somebody knows who is responsible."""
    strategi = "tittel: Planstrategi\nvalgperiode: 2023-2027\nhendelser:\n  - {hva: vedtatt, dato: 2024-03-01}\n"
    write(root, "planstrategier/planstrategi-2023-2027.yaml", strategi + "kilder: [{kilde: plandokument}]\n")
    write(root, "planer/klima.yaml", BARE + "beslutninger: {planstrategi-2023-2027: {valg: videreføres}}\n")
    assert "PL408" in told(check(root, DAY, select=("PL408",)))[0]
    assert told(check(root, date(2024, 2, 1), select=("PL408",))) == ([], ["PL408"])


def test_what_the_plan_of_a_measure_has_seen_counts_for_the_measure(root: Path) -> None:
    """A measure in a plan that was revised after the source is asked for its sector again."""
    declare(root, "{tiltak: [ansvarlig]}")
    write(root, "planer/klima.yaml", PLAN)
    tiltak = "tittel: Sykkelvei\nplan: klima\nkilder: [{kilde: planoversikt-2021}]\n"
    write(root, "tiltak/sykkelvei.yaml", tiltak)
    assert told(check(root, DAY, select=("PL706",))) == (["PL706"], [])
    write(root, "planer/klima.yaml", PLAN.replace("2022-02-16", "2021-02-17"))
    assert told(check(root, DAY, select=("PL706",))) == ([], ["PL706"])


def test_a_change_is_judged_in_full(root: Path) -> None:
    """What a pull request adds or takes out is asked for; what was a gap before is one still, and stops nothing."""
    write(root, "planer/annen.yaml", BARE.replace("Klima", "Natur"))
    write(root, "planer/helt.yaml", PLAN.replace("Klima", "Helt"))
    commit(root, "2024-06-01")
    git(root, "checkout", "-q", "-b", "gren")
    write(root, "planer/klima.yaml", BARE.replace("kutte utslipp", "kutte utslippene"))
    write(root, "planer/ny.yaml", BARE.replace("Klima", "Ny klima"))
    write(root, "planer/helt.yaml", BARE.replace("Klima", "Helt"))
    report = check(root, DAY, base="main", change=True)
    found = [item for item in report.findings if item.diagnostic.code == "PL408"]
    assert [item.diagnostic.place.file for item in found] == ["plans/planer/helt.yaml", "plans/planer/ny.yaml"]
    assert not any(item.there_before for item in found)
    assert [item.diagnostic.place.file for item in report.gaps] == ["plans/planer/klima.yaml"]
    assert report.exit_code(Severity.FEIL) == 1
    assert told(check(root, DAY, select=("PL408",))) == ([], ["PL408"] * 4)
    assert "I filene som er endret, er 1 opplysning fortsatt ikke dokumentert" in render(report, "markdown")
    assert report.change is not None
    assert report.change.findings is not None
    assert [item.place.file for item in report.change.findings.new if item.code == "PL408"] == [
        "plans/planer/helt.yaml", "plans/planer/ny.yaml"
    ]  # fmt: skip


def test_a_change_to_what_only_lacks_what_no_source_states_passes(root: Path) -> None:
    """Whoever mends a word in a plan is not asked for what was a gap before; the comparison tells of no new finding."""
    commit(root, "2024-06-01")
    git(root, "checkout", "-q", "-b", "gren")
    write(root, "planer/klima.yaml", BARE.replace("kutte utslipp", "kutte utslippene"))
    report = check(root, DAY, base="main", change=True)
    assert (told(report), report.exit_code(Severity.FEIL)) == (([], ["PL408"]), 0)
    assert report.change is not None
    assert report.change.findings is not None
    assert report.change.findings.new == ()


def test_an_avvik_for_a_gap_is_stale(root: Path) -> None:
    """What has become a gap needs nobody's excuse: the entry can go."""
    mark = check(root, DAY).gaps[0].diagnostic.fingerprint
    entry = f'per: 2024-01-01\navvik:\n  - {{regel: PL408, grunn: Ukjent, gjelder: {{plan/klima: ["{mark}"]}}}}\n'
    write(root, "avvik.yaml", entry)
    assert told(check(root, DAY)) == (["PL905"], ["PL408"])
    declare(root, "")
    report = check(root, DAY)
    assert (told(report), len(report.known)) == (([], []), 1)


def test_age_is_measured_from_the_day_that_the_register_describes(root: Path) -> None:
    """A register that was brought up to date in 2024 does not age by the year; PL311 says it."""
    indikator = "tittel: Trivsel\nenhet: prosent\nmål: [trygg-oppvekst]\nverdier: {%d: 80}\nmåltall: {2030: 90}\n"
    source = "kilder: [{kilde: plandokument}]\n"
    write(root, "indikatorer/trivsel.yaml", indikator % 2022 + source)
    for year in (2024, 2028, 2040):
        assert told(check(root, date(year, 7, 1), select=("PL703",))) == ([], [])
    assert told(check(root, date(2028, 7, 1), select=("PL311",)))[0] == ["PL311"]
    write(root, "indikatorer/trivsel.yaml", indikator % 2021 + source)
    assert told(check(root, date(2028, 7, 1), select=("PL703",)))[0] == ["PL703"]
    text = (root / "plans/plansystem.yaml").read_text(encoding="utf-8").replace("ajourført: 2024-05-01\n", "")
    write(root, "plansystem.yaml", text)
    write(root, "indikatorer/trivsel.yaml", indikator % 2022 + source)
    assert told(check(root, date(2028, 7, 1), select=("PL703",)))[0] == ["PL703"]


def test_a_missing_anchor_is_missing_in_coverage_whatever_the_reason(root: Path) -> None:
    """A plan whose sources do not tell what it follows up is counted as without a thread; the gap is told beside it."""
    declare(root, "[ansvarlig, forankring]")
    write(root, "planer/klima.yaml", BARE.replace("forankring: [trygg-oppvekst]\n", ""))
    system = open_system(root, DAY)
    assert system.register is not None
    gaps = [item for item in diagnostics(system, Request(DAY)) if item.status == "gap"]
    assert [item.code for item in gaps] == ["PL201", "PL408"]
    found, demand, lang = measure_dekning(system.register), CoverageDemand(None, "", None), language("nb")
    assert [row.has_traad for row in found.planer if row.plan.id == "klima"] == [False]
    said = "2 hull, som er opplysninger som kildene ifølge registeret ikke oppgir: "
    said += "ansvarlig sektor (1) og forankring (1)."
    assert said in coverage_as_text(found, demand, lang, gaps)
    assert said in coverage_as_markdown(found, demand, lang, gaps)
    assert "hull" not in coverage_as_text(found, demand, lang)
    data = json.loads(coverage_as_json(found, demand, gaps))["gaps"]
    assert data == {"count": 2, "fields": {"ansvarlig": 1, "forankring": 1}}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("kilder: [", "kilder: [{kilde: finnes-ikke}, ", "PL102"),
        ("kilder: [{kilde: planoversikt-2021}]", "kilder: [{kilde: planoversikt-2012}]", "PL102"),
        ("kilder: [{kilde: planoversikt-2021}]", "kilder: [{kilde: ''}]", "PL006"),
        ("kilder: [{kilde: planoversikt-2021}]", "kilder: [{kilde: planoversikt-2021, sted: {a: b}}]", "PL006"),
    ],
)
def test_what_a_source_that_nobody_can_look_up_states_is_not_known(root: Path, old: str, new: str, code: str) -> None:
    """The error at the source is the one finding: what the file lacks is asked for when that is mended."""
    assert old in BARE
    write(root, "planer/klima.yaml", BARE.replace(old, new))
    report = check(root, DAY)
    about = [item.diagnostic for item in report.findings if item.diagnostic.entity == "plan/klima"]
    assert [item.code for item in about] == [code]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("sak: 7/21}", "sak: 7/21}\n  - {hva: opphevet, dato: 2023-02-15, organ: kommunestyret, sak: 9/23}"),
        ("dato: 2021-02-17", "kilde: planoversikt-2021, dato: 2023-02-15"),
    ],
)
def test_a_repeal_and_a_slip_of_the_day_ask_for_nothing_more(root: Path, old: str, new: str) -> None:
    """What a repeal, or an event that a source itself tells of, is dated, is nothing that the file lacks."""
    assert old in BARE
    write(root, "planer/klima.yaml", BARE.replace(old, new))
    assert "PL408" not in told(check(root, DAY))[0]


OVERDUE = (
    PLAN.replace("status: vedtatt\n", "")
    .replace("plandokument", "planoversikt-2021")
    .replace("2022-02-16", "2016-02-17")
)
OVERDUE = OVERDUE.replace("periode: {fra: 2022, til: 2030}\n", "revisjon: {neste: 2020}\n").replace("7/22", "7/16")


@pytest.mark.parametrize(
    ("old", "new", "told_of"),
    [
        ("neste: 2020", "neste: 2020", True),
        ("neste: 2020", "neste: 2030", False),
        ("hendelser:\n", "hendelser:\n  - {hva: revidert, dato: 2020-03-18, organ: kommunestyret, sak: 9/20}\n", False),
        ("hva: vedtatt", "hva: oppstart", False),
        ("revisjon: {neste: 2020}", "revisjon: {rulleres: hvert 2. år}", False),
    ],
)  # fmt: skip
def test_a_revision_that_is_overdue_is_told_of_a_plan_whose_status_nobody_states(
    root: Path, old: str, new: str, told_of: bool
) -> None:
    """Nobody knows whether it applies, and that nothing has come since is in the register: a warning, and no error."""
    declare(root, "{plan: [status, ansvarlig, forankring, sammendrag]}")
    assert old in OVERDUE
    write(root, "planer/klima.yaml", OVERDUE.replace(old, new))
    found = [item.diagnostic for item in check(root, DAY, select=("PL302",)).findings]
    assert [(item.finding.variant, str(item.severity)) for item in found] == [("udokumentert", "advarsel")] * told_of
