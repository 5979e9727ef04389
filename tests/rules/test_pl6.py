"""PL601 to PL616: the golden cases of the law, and what the examples cannot show."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, fjordvik, write

from planlint.base.diagnostic import RuleClass
from planlint.law import bestemmelser, read
from planlint.model import Plantype
from planlint.output.check_formats import render
from planlint.register.lovkrav import plan_kind
from planlint.rules.all_rules import RULES
from planlint.rules.rule import Rule
from planlint.system.system import open_system

LAW = [rule for rule in RULES.values() if rule.klasse is RuleClass.LOV]
EVENT = "  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n"
YEARLY = "  handlingsdel: {navn: handlingsprogram, nivå: handling, rolle: handlingsdel}\n"
PURE = "  oekonomiplan: {navn: økonomiplan, nivå: handling, hjemmel: [koml-14-3]}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik's plan system."""
    return fjordvik(tmp_path)


def found(root: Path, code: str, day: str = DATE) -> list[tuple[str, str]]:
    """Give entity and variant of what one rule finds."""
    report = check(root, date.fromisoformat(day), select=(code,))
    return [(item.diagnostic.entity, item.diagnostic.finding.variant) for item in report.findings]


def laws(root: Path, code: str, day: str = DATE) -> list[tuple[str, ...]]:
    """Give the provisions that the findings of one rule rest on."""
    report = check(root, date.fromisoformat(day), select=(code,))
    return [RULES[code].laws(item.diagnostic.finding) for item in report.findings]


def declare(root: Path, types: str = "", more: str = "") -> None:
    """Add plan types and other keys to what plansystem.yaml declares."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("plantyper:\n", f"plantyper:\n{types}") + more, encoding="utf-8")


def strategi(root: Path, term: str, *events: str, more: str = "") -> None:
    """Write a planstrategi."""
    lines = "".join(f"  - {{{event}}}\n" for event in events)
    text = f'tittel: Planstrategi\nvalgperiode: "{term}"\n' + (f"hendelser:\n{lines}" if events else "") + more
    write(root, f"planstrategier/planstrategi-{term}.yaml", text)


def plan(root: Path, name: str, type_: str, *events: str, status: str = "vedtatt", more: str = "") -> None:
    """Write a plan."""
    lines = "".join(f"  - {{{event}}}\n" for event in events)
    text = f"tittel: {name}\ntype: {type_}\nstatus: {status}\n" + (f"hendelser:\n{lines}" if events else "") + more
    write(root, f"planer/{name}.yaml", text)


def voted(day: str, organ: str = "kommunestyret") -> str:
    """Give an adoption."""
    return f"hva: vedtatt, dato: {day}, organ: {organ}"


@pytest.mark.parametrize("rule", LAW, ids=lambda rule: rule.code)
def test_a_rule_of_law_names_its_provisions(rule: Rule) -> None:
    """Each is known; the stale provisions of PL615 are whichever a plan names."""
    assert rule.lov or rule.code == "PL615"
    assert set(rule.lov) <= set(bestemmelser())


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_nobody_is_called_a_lawbreaker(rule: Rule) -> None:
    """What the register does not show is not unlawful."""
    texts = [rule.krav, rule.hvorfor, *(f"{text}" for text in (rule.tekst, *rule.varianter.values()))]
    for word in ("ulovlig", "lovbrudd", "lovstridig", "brudd på"):
        assert not any(word in text.casefold() for text in texts)


def test_a_planstrategi_of_december_2020_is_late(root: Path) -> None:
    """The council was constituted in October 2019, so the year ended in October 2020."""
    strategi(root, "2019-2023", voted("2020-12-17"))
    assert found(root, "PL601") == [("planstrategi/planstrategi-2019-2023", "")]
    assert laws(root, "PL601") == [("pbl-10-1",)]
    assert found(root, "PL601", "2020-12-16") == [("planstrategi/planstrategi-2019-2023", "ikke_vedtatt")]
    assert found(root, "PL601", "2020-10-31") == []


def test_a_planstrategi_of_june_2020_is_not_late(root: Path) -> None:
    """It came within the year, whatever the planner called the term."""
    strategi(root, "2020-2023", voted("2020-06-23"))
    assert found(root, "PL601") == []


@pytest.mark.parametrize("term", ["0000-0004", "1995-1999", "2027-2031", "9999-9999"])
def test_terms_out_of_reach_are_not_judged(root: Path, term: str) -> None:
    """Before the elections that we know, before the law, and to come."""
    strategi(root, term)
    assert found(root, "PL601") == []


def test_the_first_adoption_by_the_council_decides(root: Path) -> None:
    """A second planstrategi of the same term is a revision; a day in doubt is not held against anybody."""
    strategi(root, "2019-2023", voted("2021-06-23"))
    strategi(root, "2020-2023", voted("2020-06-23"))
    assert found(root, "PL601") == []
    (root / "plans/planstrategier/planstrategi-2020-2023.yaml").unlink()
    strategi(root, "2019-2023", voted("2021-06-23") + ", usikker: true")
    assert found(root, "PL601") == []


def test_a_council_by_another_name(root: Path) -> None:
    """A bystyre is a council; a body that is not declared is PL102's matter."""
    declare(root)
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8").replace("hovedutvalget: {navn: hovedutvalget}", "by: {navn: Bystyret}")
    file.write_text(text, encoding="utf-8")
    strategi(root, "2019-2023", voted("2020-06-23", "by"))
    assert found(root, "PL601") == []


def test_a_term_without_planstrategi_is_told_once_the_year_is_over(root: Path) -> None:
    """Not where the register does not reach back, and not where a file that cannot be read may be it."""
    strategi(root, "2019-2023", voted("2020-06-23"))
    assert found(root, "PL601", "2024-10-31") == []
    assert found(root, "PL601", "2024-11-01") == [("planstrategi/planstrategi-2019-2023", "mangler")]
    assert found(root, "PL601", "2019-09-01") == []
    write(root, "planstrategier/ny.yaml", "tittel: [")
    assert found(root, "PL601", "2024-11-01") == []


@pytest.mark.parametrize(
    ("published", "vote", "short"),
    [
        ("2020-09-25", "2020-10-23", True),
        ("2020-09-23", "2020-10-23", False),
        ("2020-09", "2020-10-23", False),
        ("2020-09-25", "2020-10", False),
        ("2009-05-20", "2009-06-10", False),
    ],
)
def test_thirty_days_from_publication_to_the_vote(root: Path, published: str, vote: str, short: bool) -> None:
    """28 days are too few and 30 enough; a month is read kindly, and the law did not apply before July 2009."""
    strategi(root, "2019-2023", f"hva: offentliggjort, dato: {published}", voted(vote))
    assert bool(found(root, "PL602")) == short


def test_a_hoering_of_28_days_can_be_lawful(root: Path) -> None:
    """What counts is the time until the vote."""
    hearing = ("hva: høring_start, dato: 2020-09-01", "hva: høring_slutt, dato: 2020-09-29")
    strategi(root, "2019-2023", *hearing, voted("2020-10-01"))
    assert found(root, "PL602") == []
    strategi(root, "2019-2023", *hearing, voted("2020-09-30"))
    assert found(root, "PL602") == [("planstrategi/planstrategi-2019-2023", "")]


def test_only_the_council_ends_the_time(root: Path) -> None:
    """A committee that had the case before it changes nothing."""
    before = ("hva: offentliggjort, dato: 2020-09-01", voted("2020-09-10", "hovedutvalget"))
    strategi(root, "2019-2023", *before, voted("2020-09-23"))
    assert found(root, "PL602") == [("planstrategi/planstrategi-2019-2023", "")]
    strategi(root, "2019-2023", *before, voted("2020-10-01"))
    assert found(root, "PL602") == []


def test_without_a_publication_nobody_can_count(root: Path) -> None:
    """Neither where none is recorded, nor where it is in doubt, nor before the vote."""
    strategi(root, "2019-2023", voted("2020-10-23"))
    assert found(root, "PL602") == []
    strategi(root, "2019-2023", "hva: offentliggjort, dato: 2020-10-22, usikker: true", voted("2020-10-23"))
    assert found(root, "PL602") == []
    strategi(root, "2019-2023", "hva: offentliggjort, dato: 2020-10-22")
    assert found(root, "PL602") == []


def test_a_role_that_no_type_has_is_not_judged(root: Path) -> None:
    """Another municipality may keep its kommuneplan elsewhere."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("    rolle: samfunnsdel\n", "").replace("    rolle: arealdel\n", ""), encoding="utf-8")
    strategi(root, "2023-2027", voted("2024-04-24"))
    (root / "plans/planer/samfunnsdel-2020.yaml").unlink()
    for code in ("PL603", "PL604", "PL605", "PL609", "PL610", "PL611", "PL612", "PL613", "PL616"):
        assert found(root, code) == []


def test_a_kommuneplan_that_cannot_be_read_is_not_missing(root: Path) -> None:
    """Nor one of an unknown type, nor one without status (PL409): one cause is told once."""
    file = root / "plans/planer/arealdel-2021.yaml"
    whole = file.read_text(encoding="utf-8")
    strategi(root, "2023-2027", voted("2024-04-24"))
    file.write_text("tittel: [", encoding="utf-8")
    assert found(root, "PL604") == found(root, "PL603") == []
    for change in (("type: arealdel", "type: arealdelen"), ("status: vedtatt\n", "")):
        file.write_text(whole.replace(*change), encoding="utf-8")
        assert found(root, "PL604") == []


def test_a_kommuneplan_past_its_period_is_not_missing(root: Path) -> None:
    """It stands until somebody decides otherwise, which is what PL301 asks for."""
    assert found(root, "PL604", "2034-01-01") == []
    assert ("plan/samfunnsdel-2020", "") in found(root, "PL301", "2034-01-01")


def test_a_planstrategi_before_the_law_took_no_stand(root: Path) -> None:
    """The duty came in July 2009."""
    strategi(root, "2007-2011", voted("2009-03-18"))
    assert found(root, "PL603", "2010-06-15") == []


def test_a_temaplan_without_hoering_breaks_no_law(root: Path) -> None:
    """It follows no procedure in the planning act, also when it rests on § 11-2."""
    write(root, "planer/klima.yaml", PLAN + "hjemmel: [pbl-11-2]\n")
    assert found(root, "PL6") == []


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"rolle": "handlingsdel", "hjemmel": ("pbl-11-1",)}, ""),
        ({"rolle": "arealdel"}, "areal"),
        ({"hjemmel": ("pbl-11-2",)}, ""),
        ({"hjemmel": ("pbl-11-1",)}, "tema"),
        ({"prosess": "pbl § 11-14"}, "tema"),
        ({"bindende": True}, ""),
        ({"bindende": True, "hjemmel": ("pbl-11-1",)}, "areal"),
        ({"bindende": True, "hjemmel": ("pbl-12-10",)}, "regulering"),
        ({"bindende": True, "prosess": "Plan- og bygningsloven kap. 12"}, "regulering"),
    ],
)
def test_what_a_type_is_in_the_planning_act(facts: dict[str, object], kind: str) -> None:
    """Told by role, hjemmel and prosess; a type that tells nothing is not judged."""
    assert plan_kind(Plantype.model_validate({"navn": "plantype", **facts})) == kind


def test_an_end_without_a_beginning_is_no_hoering(root: Path) -> None:
    """Nobody can count the days."""
    plan(root, "arealdel-2021", "arealdel", "hva: høring_slutt, dato: 2020-11-05", voted("2021-03-24"))
    assert found(root, "PL607") == []


def test_an_ended_plan_is_not_judged_by_its_hoering(root: Path) -> None:
    """Nothing can be mended any more."""
    events = ("hva: høring_start, dato: 2014-11-05", "hva: høring_slutt, dato: 2014-11-15", voted("2015-03-25"))
    plan(root, "arealdel-2015", "arealdel", *events, status="opphevet")
    assert found(root, "PL607") == found(root, "PL608") == []


def test_a_planprogram_may_be_fixed_for_the_whole_kommuneplan(root: Path) -> None:
    """In the larger plan too; a planprogram of the round before does not count."""
    events = ("hva: planprogram_fastsatt, dato: 2013-06-19", voted("2015-03-25"), "hva: høring_start, dato: 2020-10-01")
    plan(root, "arealdel-2021", "arealdel", *events, voted("2021-03-24"), more="del_av: kommuneplanen\n")
    plan(root, "kommuneplanen", "temaplan", status="igangsatt")
    assert found(root, "PL608") == [("plan/arealdel-2021", "")]
    plan(root, "kommuneplanen", "temaplan", "hva: planprogram_fastsatt, dato: 2019-06-19", status="igangsatt")
    assert found(root, "PL608") == []


@pytest.mark.parametrize(("type_", "code"), [(YEARLY, "PL605"), (PURE, "PL609")])
def test_a_plan_without_a_date_may_be_the_newest(root: Path, type_: str, code: str) -> None:
    """PL401 asks for the date."""
    declare(root, type_)
    plan(root, "a", type_.partition(":")[0].strip())
    assert found(root, code) == []


def test_the_oekonomiplan_of_an_unknown_period(root: Path) -> None:
    """Nothing can be said of how long it is, and nothing of a time in doubt."""
    declare(root, PURE)
    plan(root, "a", "oekonomiplan", voted("2024-02-14"))
    assert found(root, "PL609") == []
    for periode in ("{fra: 2024, til: 2026, usikker: true}", "{fra: 2026, til: 2024}", "{til: 2024}"):
        plan(root, "a", "oekonomiplan", voted("2023-12-13"), more=f"periode: {periode}\n")
        assert ("plan/a", "lengde") not in found(root, "PL609")


def test_before_the_new_kommunelov_the_oekonomiplan_is_not_judged(root: Path) -> None:
    """The rule has nothing to say before 2020, and judges no adoption from before."""
    declare(root, PURE)
    plan(root, "a", "oekonomiplan", voted("2019-02-13"), more="periode: {fra: 2019, til: 2021}\n")
    assert found(root, "PL609", "2019-12-31") == []
    assert found(root, "PL609", "2020-01-01") == [("plan/a", "mangler")]


def test_a_handlingsdel_is_an_oekonomiplan_only_where_nothing_else_is(root: Path) -> None:
    """Two years are short for either, and told once."""
    declare(root, YEARLY)
    plan(root, "a", "handlingsdel", voted("2023-12-13"), more="periode: {fra: 2024, til: 2025}\n")
    assert (found(root, "PL605"), found(root, "PL609")) == ([], [("plan/a", "lengde")])


def test_a_term_before_the_law_needs_no_eierskapsmelding(root: Path) -> None:
    """The first term that the law asks about is that of 2019; the council's own adoption counts."""
    melding = "hjemmel: [koml-26-1]\n"
    plan(root, "a", "strategi", voted("2014-05-21"), more=melding)
    assert found(root, "PL610", "2022-06-15") == []
    assert found(root, "PL610", "2022-11-15") == [("plan/a", "siste_aar")]
    plan(root, "a", "strategi", voted("2022-05-18", "hovedutvalget"), more=melding)
    assert found(root, "PL610") == [("plan/a", "")]
    plan(root, "a", "strategi", voted("2023-11-22"), more=melding)
    assert found(root, "PL610") == []


def test_a_plan_that_was_never_adopted_is_where_its_lack_is_told(root: Path) -> None:
    """There is no better place where no type is declared."""
    plan(root, "a", "strategi", status="igangsatt", more="hjemmel: [koml-26-1]\n")
    assert found(root, "PL610") == [("plan/a", "")]


def test_a_health_overview_without_a_date_may_be_new_enough(root: Path) -> None:
    """Then only the list of knowledge can be judged; one that is to come is not an old one."""
    oversikt = "hjemmel: [folkehelseloven-5]\n"
    strategi(root, "2023-2027", voted("2024-04-24"), more="kunnskapsgrunnlag: [samfunnsdel-2020, a]\n")
    plan(root, "a", "analyse", status="til_orientering", more=oversikt)
    assert found(root, "PL611") == []
    plan(root, "a", "analyse", status="igangsatt", more=oversikt)
    assert found(root, "PL611") == [("planstrategi/planstrategi-2023-2027", "vedtak")]
    assert laws(root, "PL611") == [("folkehelseoversikt-5",)]
    plan(root, "a", "analyse", more=oversikt)
    strategi(root, "2023-2027", voted("2024-04-24"), more="kunnskapsgrunnlag: [samfunnsdel-2020]\n")
    assert found(root, "PL611") == [("planstrategi/planstrategi-2023-2027", "ikke_grunnlag")]
    plan(root, "a", "analyse", status="", more=oversikt)
    assert found(root, "PL611") == []


def test_a_declared_health_overview_is_asked_for(root: Path) -> None:
    """Also where no file is; not where a file cannot be read."""
    declare(root, "  oversikt: {navn: folkehelseoversikt, hjemmel: [folkehelseloven-5], kunnskapsgrunnlag: true}\n")
    strategi(root, "2023-2027", voted("2024-04-24"))
    assert found(root, "PL611") == [("planstrategi/planstrategi-2023-2027", "vedtak")]
    strategi(root, "2023-2027", "hva: oppstart, dato: 2023-11-15", voted("2024-04-24"))
    assert found(root, "PL611") == [("planstrategi/planstrategi-2023-2027", "")]
    plan(root, "b", "uoppgitt")
    assert found(root, "PL611") == []
    write(root, "planer/a.yaml", "tittel: [")
    assert found(root, "PL611") == []


def test_an_analysis_that_was_replaced_by_a_newer_one(root: Path) -> None:
    """The plan is older than what it should build on now; where the analysis has no date, nobody can tell."""
    ros, beredskap = (
        "hjemmel: [sivilbeskyttelsesloven-14]\n",
        "hjemmel: [sivilbeskyttelsesloven-15]\nbygger_på: [ros]\n",
    )
    plan(root, "ros", "analyse", voted("2020-03-18"), more=ros)
    plan(root, "beredskap", "fagplan", voted("2023-10-18"), more=beredskap)
    assert found(root, "PL612") == []
    plan(root, "ros-2024", "analyse", voted("2024-03-20"), more=ros + "erstatter: [ros]\n")
    assert found(root, "PL612") == [("plan/beredskap", "nyere_ros")]
    plan(root, "ros", "analyse", more=ros)
    plan(root, "ros-2024", "analyse", voted("2020-03-18"), more=ros)
    assert found(root, "PL612") == []


def test_the_analysis_must_be_one_where_the_register_tells_which_are(root: Path) -> None:
    """Where no hjemmel tells, whatever the plan builds on may be it."""
    beredskap = "hjemmel: [sivilbeskyttelsesloven-15]\nbygger_på: [samfunnsdel-2020]\n"
    plan(root, "beredskap", "fagplan", voted("2023-10-18"), more=beredskap)
    assert found(root, "PL612") == []
    plan(root, "ros", "analyse", voted("2020-03-18"), more="hjemmel: [sivilbeskyttelsesloven-14]\n")
    assert found(root, "PL612") == [("plan/beredskap", "uten_ros")]
    plan(root, "beredskap", "fagplan", more=beredskap)
    assert found(root, "PL612") == []


def test_the_barnevern_plan_is_not_missed_before_2022(root: Path) -> None:
    """From 2022 by the former act, from 2023 by the new one."""
    declare(root, PURE)
    others = "alkoholloven-1-7d, helseberedskapsloven-2-2, smittevernloven-7-1, beredskapsplikt-3, koml-23-3, koml-23-4"
    others = f"hjemmel: [{others}]\n"
    plan(root, "a", "strategi", voted("2020-05-20"), more=others)
    days = ("2021-12-31", "2022-01-01", "2022-12-31", "2023-01-01")
    assert [laws(root, "PL613", day) for day in days] == [
        [],
        [("barnevernloven-1992-3-1",)],
        [("barnevernloven-1992-3-1",)],
        [("barnevernsloven-15-1",)],
    ]


def test_the_former_act_covers_the_duty_of_the_new_one(root: Path) -> None:
    """PL615 asks for the new provision; the plan is there."""
    declare(root, PURE)
    acts = "alkoholloven-1-7d, helseberedskapsloven-2-2, smittevernloven-7-1, barnevernloven-1992-3-1"
    acts += ", beredskapsplikt-3, koml-23-3, koml-23-4"
    plan(root, "a", "strategi", voted("2022-05-18"), more=f"hjemmel: [{acts}]\n")
    assert (found(root, "PL613"), found(root, "PL615")) == ([], [("plan/a", "")])


def test_a_misspelt_provision_is_told_once(root: Path) -> None:
    """PL102 suggests the right one, which then counts as named."""
    declare(root, PURE)
    acts = "alkoholloven-1-7d, helseberedskapsloven-2-2, smittevernloven-7-1, barnevernsloven-15-l"
    plan(root, "a", "strategi", voted("2022-05-18"), more=f"hjemmel: [{acts}]\n")
    assert (found(root, "PL613"), found(root, "PL102")) == ([], [("plan/a", "forslag")])


def test_what_is_not_confirmed_is_off_until_its_pack_is_on(root: Path) -> None:
    """The words of § 7-1 from before 2012 were not read; in 2012 they count without any pack."""
    declare(root, PURE)
    acts = "hjemmel: [alkoholloven-1-7d, helseberedskapsloven-2-2, beredskapsplikt-3]\n"
    plan(root, "a", "strategi", voted("2010-05-19"), more=acts)
    assert found(root, "PL613", "2011-12-31") == []
    assert laws(root, "PL613", "2012-01-01") == [("smittevernloven-7-1",)]
    declare(root, more="regelpakker: [ubekreftet]\n")
    assert laws(root, "PL613", "2011-12-31") == [("smittevernloven-7-1",)]


def test_the_example_of_an_id_needs_no_kommunenummer(root: Path) -> None:
    """A municipality may leave its number out."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('  nummer: [{nummer: "9999"}]\n', ""), encoding="utf-8")
    plan(root, "arealdel-2021", "arealdel", voted("2021-03-24"))
    plan(root, "ukjent", "uoppgitt", voted("2021-03-24"))
    report = check(root, date.fromisoformat(DATE), select=("PL614",))
    assert [item.diagnostic.finding.args["eksempel"] for item in report.findings] == ["2024001"]


def test_a_provision_that_nothing_came_after(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then there is nothing to change to; what the municipality itself declares has no end."""
    known = dict(bestemmelser())
    row = "{pliktslag: plan, krav: Noe., fra: 1900-01-01, til: 2000-01-01, sikkerhet: C, grunnlag: Ingen.}"
    known |= read(f"lov: gammel lov\nlovnummer: LOV-1900-01-01\nbestemmelser:\n  gammel: {row}\n")
    for module in ("planlint.rules.pl615_foreldet_hjemmel", "planlint.system.link"):
        monkeypatch.setattr(f"{module}.bestemmelser", lambda: known)
    declare(root, more="bestemmelser: {egen: {navn: egen forskrift § 1}}\n")
    plan(root, "a", "strategi", voted("2022-05-18"), more="hjemmel: [gammel, egen]\n")
    plan(root, "b", "strategi", voted("2022-05-18"), status="opphevet", more="hjemmel: [gammel]\n")
    assert found(root, "PL615") == [("plan/a", "uten_avløser")]


def test_the_yearly_school_report_ended_on_1_august_2024(root: Path) -> None:
    """Until then it is asked for; a report put forward then may name the former act for ever."""
    skole = "hjemmel: [opplaeringslova-1998-13-10]\n"
    plan(root, "a", "analyse", "hva: til_orientering, dato: 2023-02-15", status="til_orientering", more=skole)
    assert found(root, "PL616", "2024-07-31") == [("plan/a", "")]
    assert found(root, "PL616", "2024-08-01") == []
    assert found(root, "PL615", "2024-08-01") == []


def test_the_first_report_is_due_a_year_after_the_law(root: Path) -> None:
    """Nothing is late on the day a provision begins; a report without a date may be this year's."""
    declare(root, "  rapport: {navn: rapport, hjemmel: [barnevernsloven-tilstand], kunnskapsgrunnlag: true}\n")
    assert found(root, "PL616", "2024-02-01") == []
    assert found(root, "PL616", "2024-02-02") == [("plansystem", "ingen")]
    plan(root, "a", "rapport", status="utkast")
    assert found(root, "PL616") == [("plansystem", "ingen")]
    plan(root, "b", "uoppgitt")
    assert found(root, "PL616") == []
    plan(root, "a", "rapport", status="til_orientering")
    assert found(root, "PL616") == []


def place(root: Path, code: str, day: str = DATE) -> list[tuple[str, tuple[object, ...]]]:
    """Give entity and keys of what one rule finds."""
    items = (item.diagnostic for item in check(root, date.fromisoformat(day), select=(code,)).findings)
    return [(item.entity, item.place.path) for item in items]


@pytest.mark.parametrize(("day", "late"), [("2020-10-31", False), ("2020-11-01", True)])
def test_the_last_day_for_the_planstrategi(root: Path, day: str, late: bool) -> None:
    """A year from the day the council was constituted, that day counted."""
    strategi(root, "2019-2023", voted(day))
    assert bool(found(root, "PL601")) is late


def test_a_term_counts_from_its_first_year(root: Path) -> None:
    """The wrong body is the wrong body in the year of the election too."""
    strategi(root, "2023-2027", voted("2023-11-20", "hovedutvalget"))
    assert found(root, "PL601", "2023-12-01") == [("planstrategi/planstrategi-2023-2027", "organ")]


@pytest.mark.parametrize("older", ["1999-2003", "2015-2019"])
def test_the_term_that_is_over_is_not_asked_about(root: Path, older: str) -> None:
    """From the day the new council is constituted, its own planstrategi is what is to come."""
    strategi(root, older, voted(f"{int(older[:4]) + 1}-06-14"))
    assert found(root, "PL601", "2023-10-30") == [(f"planstrategi/planstrategi-{older}", "mangler")]
    assert found(root, "PL601", "2023-10-31") == []


def test_of_two_planstrategier_in_a_term_the_first_by_name_is_shown(root: Path) -> None:
    """For what neither of them has, and for what came after neither."""
    for name in ("2019-2023", "2020-2023"):
        strategi(root, name)
    assert found(root, "PL601", "2020-11-01") == [("planstrategi/planstrategi-2019-2023", "ikke_vedtatt")]
    for name in ("2019-2023", "2020-2023"):
        strategi(root, name, voted("2020-06-17"))
    assert found(root, "PL601", "2024-11-01") == [("planstrategi/planstrategi-2019-2023", "mangler")]


def test_the_newest_of_several_parts_is_shown(root: Path) -> None:
    """PL604: by the day of adoption and not by name; what is only planned is no part yet."""
    write(root, "planer/a-samfunnsdel.yaml", PLAN.replace("type: strategi", "type: samfunnsdel"))
    assert found(root, "PL604") == [("plan/a-samfunnsdel", "flere")]
    write(
        root, "planer/a-samfunnsdel.yaml", PLAN.replace("type: strategi", "type: samfunnsdel").replace("2022", "2019")
    )
    assert found(root, "PL604") == [("plan/samfunnsdel-2020", "flere")]
    plan(root, "a-samfunnsdel", "samfunnsdel", status="planlagt")
    assert found(root, "PL604") == []


@pytest.mark.parametrize(
    ("code", "types"),
    [
        ("PL604", "  deler: {navn: deler, nivå: samfunn, rolle: arealdel}\n  ekstra: {navn: e, rolle: arealdel}\n"),
        ("PL605", YEARLY + "  zz: {navn: z, nivå: handling, rolle: handlingsdel}\n"),
        ("PL609", PURE + "  zz: {navn: z, nivå: handling, hjemmel: [koml-14-4]}\n"),
        ("PL610", "  eier: {navn: e, hjemmel: [koml-26-1]}\n  zz: {navn: z, hjemmel: [koml-26-1]}\n"),
        (
            "PL613",
            "  vern: {navn: e, hjemmel: [smittevernloven-7-1]}\n  zz: {navn: z, hjemmel: [smittevernloven-7-1]}\n",
        ),
    ],
)
def test_what_is_missing_is_told_at_the_first_type_that_it_could_have(root: Path, code: str, types: str) -> None:
    """One finding, where the municipality declared it first."""
    (root / "plans/planer/arealdel-2021.yaml").unlink()
    declare(root, types)
    first = types.split(":", 1)[0].strip()
    own = [path for entity, path in place(root, code) if entity == "plansystem" and path[:1] == ("plantyper",)]
    assert ("plantyper", first) in own
    assert ("plantyper", "zz") not in own
    assert ("plantyper", "ekstra") not in own


@pytest.mark.parametrize(("today", "told"), [("2025-01-13", []), ("2025-01-14", [""])])
def test_a_handlingsdel_is_made_anew_within_thirteen_months(root: Path, today: str, told: list[str]) -> None:
    """PL605 counts from the vote, in December one year and January the year after next."""
    declare(root, YEARLY)
    plan(root, "program", "handlingsdel", voted("2023-12-13"), more="periode: {fra: 2024, til: 2027}\n")
    assert [variant for _, variant in found(root, "PL605", today)] == told


@pytest.mark.parametrize(("last", "told"), [(2026, ["kort"]), (2027, []), (2028, [])])
def test_a_handlingsdel_covers_four_years(root: Path, last: int, told: list[str]) -> None:
    """PL605, where it is no økonomiplan."""
    declare(root, YEARLY + PURE)
    plan(root, "program", "handlingsdel", voted("2023-12-13"), more=f"periode: {{fra: 2024, til: {last}}}\n")
    plan(root, "oekonomi", "oekonomiplan", voted("2023-12-13"), more="periode: {fra: 2024, til: 2027}\n")
    assert [variant for _, variant in found(root, "PL605")] == told


@pytest.mark.parametrize(
    ("type_", "published", "short"),
    [
        ("handlingsdel", "2023-11-30", True),
        ("handlingsdel", "2023-11-29", False),
        ("oekonomiplan", "2023-11-30", True),
        ("oekonomiplan", "2023-11-29", False),
    ],
)
def test_days_from_publication_to_the_vote(root: Path, type_: str, published: str, short: bool) -> None:
    """PL606: fourteen for a handlingsdel, and for an økonomiplan that is none."""
    declare(root, YEARLY + PURE)
    plan(root, "p", type_, f"hva: offentliggjort, dato: {published}", voted("2023-12-13"))
    assert bool(found(root, "PL606")) is short


HEARD = "hva: høring_{}, dato: {}"
FIXED = "hva: planprogram_fastsatt, dato: {}"


@pytest.mark.parametrize(
    ("events", "short"),
    [
        ((HEARD.format("start", "2021-01-04"), HEARD.format("slutt", "2021-02-14")), True),
        ((HEARD.format("start", "2021-01-04"), HEARD.format("slutt", "2021-02-15")), False),
        # in doubt, or about the planprogram: told so, or before it was fixed for the last time
        ((HEARD.format("start", "2021-01-04"), HEARD.format("slutt", "2021-01-25") + ", usikker: true"), False),
        ((HEARD.format("start", "2021-01-04, merknad: Planprogram"), HEARD.format("slutt", "2021-01-25")), False),
        ((HEARD.format("start", "2021-01-04"), HEARD.format("slutt", "2021-01-25"), FIXED.format("2021-02-17")), False),
        (
            (
                FIXED.format("2021-01-01"), HEARD.format("start", "2021-01-04"), HEARD.format("slutt", "2021-01-25"),
                FIXED.format("2021-02-17"),
            ),
            False,
        ),
        ((FIXED.format("2021-01-04"), HEARD.format("start", "2021-01-05"), HEARD.format("slutt", "2021-01-25")), True),
        # other events of a hearing neither begin nor end it
        (
            (
                HEARD.format("start", "2021-01-04"), "hva: offentliggjort, dato: 2021-01-20",
                HEARD.format("slutt", "2021-02-20"),
            ),
            False,
        ),
        # only the newest round that has one
        (
            (
                HEARD.format("start", "2017-01-04"), HEARD.format("slutt", "2017-01-25"), voted("2017-03-15"),
                HEARD.format("start", "2021-01-04"), HEARD.format("slutt", "2021-03-25"),
            ),
            False,
        ),
    ],
)  # fmt: skip
def test_six_weeks_of_hoering(root: Path, events: tuple[str, ...], short: bool) -> None:
    """PL607 counts the plan's own høring, the days read kindly."""
    plan(root, "areal", "arealdel", *events, voted("2022-03-16"))
    assert bool([entity for entity, _ in found(root, "PL607") if entity == "plan/areal"]) is short


@pytest.mark.parametrize(("day", "told"), [("2021-03-23", True), ("2021-03-24", False)])
def test_a_planprogram_of_the_round_before_does_not_count(root: Path, day: str, told: bool) -> None:
    """PL608: one fixed on the day of the last adoption may be the new one; other plans are passed over."""
    events = (FIXED.format(day), voted("2021-03-24"), HEARD.format("start", "2023-01-04"))
    plan(root, "a-opphevet", "arealdel", *events, status="opphevet")
    plan(root, "b", "arealdel", *events, status="under_revisjon")
    assert bool([entity for entity, _ in found(root, "PL608")]) is told


def test_this_years_oekonomiplan_is_pl605s_where_the_handlingsdel_is_one(root: Path) -> None:
    """PL609 says it of other økonomiplaner, and not where one has no date or cannot be read."""
    old = "periode: {fra: 2021, til: 2024}\n"
    declare(root, YEARLY)
    plan(root, "p", "handlingsdel", voted("2020-12-16"), more=old)
    assert found(root, "PL609") == []
    declare(root, PURE)
    plan(root, "p", "oekonomiplan", voted("2020-12-16"), more=old)
    assert found(root, "PL609") == [("plan/p", "mangler")]
    write(root, "planer/ulest.yaml", "tittel: [")
    assert found(root, "PL609") == []
    (root / "plans/planer/ulest.yaml").unlink()
    plan(root, "uten", "oekonomiplan", more="periode: {fra: 2024, til: 2027}\n")
    assert found(root, "PL609") == []


@pytest.mark.parametrize(
    ("vote", "today", "told"),
    [
        ("2019-10-30", "2023-10-31", [""]),  # the day before the council of 2019
        ("2019-10-31", "2023-10-31", []),
        ("2022-06-15", "2023-10-30", []),
        ("2019-10-31", "2023-10-30", []),
        ("2022-06-15", "2026-10-30", []),
        ("2022-06-15", "2026-10-31", ["siste_aar"]),
        ("2023-10-30", "2026-10-31", ["siste_aar"]),
        ("2023-10-31", "2026-10-31", []),
    ],
)
def test_the_days_of_a_term(root: Path, vote: str, today: str, told: list[str]) -> None:
    """PL610: a term begins on the day the council is constituted, and its last year a year before it ends."""
    declare(root, "  eier: {navn: eierskapsmelding, hjemmel: [koml-26-1]}\n")
    plan(root, "eier", "eier", voted(vote))
    assert [variant for _, variant in found(root, "PL610", today)] == told


def test_a_term_is_not_judged_by_what_cannot_be_read(root: Path) -> None:
    """PL610 is silent where a file, or the day of an eierskapsmelding in force, is unknown."""
    declare(root, "  eier: {navn: eierskapsmelding, hjemmel: [koml-26-1]}\n")
    plan(root, "eier", "eier", voted("2016-06-15"))
    assert [variant for _, variant in found(root, "PL610")] == [""]
    plan(root, "udatert", "eier")
    assert found(root, "PL610") == []
    (root / "plans/planer/udatert.yaml").unlink()
    write(root, "planer/ulest.yaml", "tittel: [")
    assert found(root, "PL610") == []


OVERVIEW = "  oversikt: {navn: oversikt, kunnskapsgrunnlag: true, hjemmel: [folkehelseloven-5]}\n"


@pytest.mark.parametrize(
    ("noted", "usable"),
    [("2020-04-23", False), ("2020-04-24", True), ("2024-04-24", True), ("2024-04-25", False), ("2020-04", True)],
)
def test_a_health_overview_of_the_four_years_before_the_vote(root: Path, noted: str, usable: bool) -> None:
    """PL611 counts from the day, both days counted."""
    declare(root, OVERVIEW)
    plan(root, "o", "oversikt", f"hva: til_orientering, dato: {noted}", status="til_orientering")
    strategi(root, "2023-2027", voted("2024-04-24"), more="kunnskapsgrunnlag: [o]\n")
    assert bool(found(root, "PL611")) is not usable


def test_the_last_of_several_health_overviews_is_proposed(root: Path) -> None:
    """PL611 shows one that can be written under kunnskapsgrunnlag; before the law, or in doubt, it is silent."""
    declare(root, OVERVIEW)
    for name in ("o-2021", "o-2023"):
        plan(root, name, "oversikt", f"hva: til_orientering, dato: {name[2:]}", status="til_orientering")
    strategi(root, "2023-2027", voted("2024-04-24"))
    (item,) = check(root, date.fromisoformat(DATE), select=("PL611",)).findings
    assert item.diagnostic.finding.args["id"] == "o-2023"
    assert item.diagnostic.finding.related[0].place.file == "plans/planer/o-2023.yaml"
    strategi(root, "2023-2027", "hva: revidert, dato: 2024-04-24, organ: kommunestyret")
    assert found(root, "PL611") == []
    strategi(root, "2023-2027", voted("2024-04-24"))
    write(root, "planer/ulest.yaml", "tittel: [")
    assert found(root, "PL611") == []


def test_a_planstrategi_before_the_health_act(root: Path) -> None:
    """PL611: the duty came in 2012."""
    declare(root, OVERVIEW)
    strategi(root, "2007-2011", voted("2011-03-16"))
    assert found(root, "PL611", "2011-06-15") == []


BEREDSKAP = (
    "  beredskap: {navn: beredskapsplan, hjemmel: [sivilbeskyttelsesloven-15]}\n"
    "  ros: {navn: ros, kunnskapsgrunnlag: true, hjemmel: [sivilbeskyttelsesloven-14]}\n"
)


@pytest.mark.parametrize(("revised", "told"), [("2023-06-14", [""]), ("2023-06-15", []), ("2023-06", [])])
def test_a_beredskapsplan_is_revised_within_a_year(root: Path, revised: str, told: list[str]) -> None:
    """PL612 counts twelve months from the newest revision, to the day."""
    declare(root, BEREDSKAP)
    plan(root, "ros", "ros", "hva: til_orientering, dato: 2022-02-16", status="til_orientering")
    newest = f"hva: revidert, dato: {revised}, organ: kommunestyret"
    plan(root, "b", "beredskap", voted("2015-02-18"), newest, more="bygger_på: [ros]\n")
    assert [variant for _, variant in found(root, "PL612")] == told


@pytest.mark.parametrize(("noted", "told"), [("2023-09-20", []), ("2023-09-21", ["nyere_ros"])])
def test_an_analysis_that_came_after_the_beredskapsplan(root: Path, noted: str, told: list[str]) -> None:
    """PL612 compares with the newest version of the analysis, and with no other plan that it builds on."""
    declare(root, BEREDSKAP)
    versions = (f"hva: til_orientering, dato: {day}" for day in ("2019-02-20", noted))
    plan(root, "ros", "ros", *versions, status="til_orientering")
    plan(root, "annet", "analyse", "hva: til_orientering, dato: 2024-02-20", status="til_orientering")
    plan(root, "b", "beredskap", voted("2023-09-20"), more="bygger_på: [annet, ros]\n")
    assert [variant for _, variant in found(root, "PL612")] == told
    for item in check(root, date.fromisoformat(DATE), select=("PL612",)).findings:
        assert item.diagnostic.place.path == ("bygger_på", 1)
        assert item.diagnostic.finding.related[0].place.path == ("hendelser", 1, "dato")
        assert str(item.diagnostic.finding.args["ros"]).endswith(noted)


def test_the_last_plan_that_met_a_duty_is_where_its_lack_is_told(root: Path) -> None:
    """PL613, where no type is to meet it."""
    declare(root, "  annet: {navn: annet, hjemmel: [alkoholloven-1-7d]}\n")
    for name in ("smitte-a", "smitte-b"):
        plan(root, name, "temaplan", voted("2012-02-15"), status="opphevet", more="hjemmel: [smittevernloven-7-1]\n")
    assert [entity for entity, _ in found(root, "PL613") if entity != "plansystem"] == ["plan/smitte-b"]
    report = check(root, date.fromisoformat(DATE), select=("PL613",))
    files = [item.diagnostic.place.file for item in report.findings if item.diagnostic.entity == "plan/smitte-b"]
    assert files == ["plans/planer/smitte-b.yaml"]


def test_the_example_of_an_id_is_of_the_newest_kommunenummer(root: Path) -> None:
    """PL614, also for a plan after others that bind nobody."""
    file = root / "plans/plansystem.yaml"
    numbers = '[{nummer: "9998", til: 2019}, {nummer: "9999", fra: 2020}]'
    file.write_text(file.read_text(encoding="utf-8").replace('[{nummer: "9999"}]', numbers), encoding="utf-8")
    write(root, "planer/a.yaml", PLAN)
    plan(root, "b", "arealdel", status="igangsatt")
    (item,) = check(root, date.fromisoformat(DATE), select=("PL614",)).findings
    assert item.diagnostic.finding.args["eksempel"] == "9999_2024001"


@pytest.mark.parametrize(("today", "told"), [("2022-12-31", False), ("2023-01-01", True)])
def test_a_provision_is_stale_the_day_after_its_last(root: Path, today: str, told: bool) -> None:
    """PL615: the former act applied through 2022; what was noted then says what was so, and what came after does not."""
    plan(root, "p", "temaplan", voted("2018-02-14"), more="hjemmel: [barnevernloven-1992-3-1]\n")
    assert bestemmelser()["barnevernloven-1992-3-1"].last_day == date(2022, 12, 31)
    assert bool(found(root, "PL615", today)) is told


@pytest.mark.parametrize(
    ("events", "told"),
    [
        (("hva: til_orientering, dato: 2022-12-31",), False),
        (("hva: til_orientering, dato: 2023-01-01",), True),
        (("hva: til_orientering, dato: 2020-02-19", "hva: til_orientering, dato: 2023-02-15"), True),
        ((voted("2018-02-14"), "hva: til_orientering, dato: 2020-02-19"), False),
        (("hva: til_orientering, dato: 2018-02-14", voted("2020-02-19")), True),
    ],
)
def test_what_was_noted_while_the_provision_applied(root: Path, events: tuple[str, ...], told: bool) -> None:
    """PL615 goes by the newest version."""
    more = "hjemmel: [barnevernloven-1992-3-1]\n"
    plan(root, "p", "analyse", *events, status="til_orientering", more=more)
    assert bool(found(root, "PL615")) is told


def test_each_yearly_report_is_asked_for(root: Path) -> None:
    """PL616 goes on after one that came in time."""
    declare(
        root,
        "  barn: {navn: barn, kunnskapsgrunnlag: true, hjemmel: [barnevernsloven-tilstand]}\n"
        "  skole: {navn: skole, kunnskapsgrunnlag: true, hjemmel: [opplaeringslova-1998-13-10]}\n",
    )
    plan(root, "b", "barn", "hva: til_orientering, dato: 2024-05-15", status="til_orientering")
    plan(root, "s", "skole", "hva: til_orientering, dato: 2022-05-15", status="til_orientering")
    assert found(root, "PL616") == [("plan/s", "")]


@pytest.mark.parametrize(
    ("published", "vote", "told"),
    [
        ("2025-11-19", "2025-12-10", []),  # 21 days
        ("2018-11-21", "2018-12-12", ["30_dager"]),
        ("2018-11-12", "2018-12-12", []),
        ("2019-10-10", "2019-10-31", ["30_dager"]),  # the last day of the old words
        ("2019-10-11", "2019-11-01", []),
        ("2025-11-27", "2025-12-10", [""]),
    ],
)
def test_the_days_of_a_handlingsdel_follow_the_words_of_the_day(
    root: Path, published: str, vote: str, told: list[str]
) -> None:
    """PL606: thirty before § 11-4 was amended on 1 November 2019, fourteen from then; 21 days are lawful in 2025."""
    declare(root, YEARLY)
    plan(root, "p", "handlingsdel", f"hva: offentliggjort, dato: {published}", voted(vote))
    assert [variant for _, variant in found(root, "PL606", "2026-11-29")] == told


def test_a_finding_tells_how_the_words_it_is_judged_by_were_read(root: Path) -> None:
    """The 30 days are known from guidance, and no finding says that the act was read."""
    declare(root, YEARLY)
    for vote, told in (
        ("2018-12-12", "gjengitt i en veileder, ikke lest i loven"),
        ("2025-12-02", "utgaven av 2.7.2026"),
    ):
        plan(root, "p", "handlingsdel", f"hva: offentliggjort, dato: {vote[:8]}01", voted(vote))
        report = check(root, date(2026, 11, 29), select=("PL606",))
        assert told in render(report, "text")


def test_a_change_of_an_oekonomiplan_need_not_be_public_for_days(root: Path) -> None:
    """PL606: § 14-3 fourth ledd asks it of the plan, not of changes to it."""
    declare(root, PURE)
    first = ("hva: offentliggjort, dato: 2023-11-01", voted("2023-12-13"))
    change = ("hva: offentliggjort, dato: 2024-05-20", "hva: revidert, dato: 2024-05-22, organ: kommunestyret")
    plan(root, "p", "oekonomiplan", *first, *change)
    assert found(root, "PL606") == []
    plan(root, "p", "oekonomiplan", *first, change[0], voted("2024-05-22"))
    assert found(root, "PL606") == [("plan/p", "økonomiplan")]


def test_a_plan_is_named_where_its_title_carries_the_subject(root: Path) -> None:
    """PL613 never says that there is no such plan; a plan that is repealed is not named."""
    declare(root, PURE)
    write(root, "planer/rus.yaml", PLAN.replace("Klimastrategi for Fjordvik", "Rusmiddelpolitisk handlingsplan"))
    assert ("plan/rus", "kandidat") in found(root, "PL613")
    write(root, "planer/rus.yaml", PLAN.replace("Klimastrategi for Fjordvik", "Russetiden i Fjordvik"))
    assert ("plan/rus", "kandidat") not in found(root, "PL613")
    plan(root, "rus", "strategi", voted("2016-06-22"), status="opphevet")
    assert ("plan/rus", "kandidat") not in found(root, "PL613")


@pytest.mark.parametrize(
    ("law", "organ", "told"),
    [
        ("barnevernsloven-15-1", "hovedutvalget", True),
        ("barnevernsloven-15-1", "kommunestyret", False),
        ("alkoholloven-1-7d", "hovedutvalget", False),
    ],
)
def test_the_council_itself_where_the_act_says_so(root: Path, law: str, organ: str, told: bool) -> None:
    """PL613: § 15-1 says «kommunestyret selv»; the act on alcohol names no body."""
    declare(root, PURE)
    plan(root, "a", "strategi", voted("2023-03-15", organ), more=f"hjemmel: [{law}]\n")
    assert (("plan/a", "organ") in found(root, "PL613")) is told


@pytest.mark.parametrize(
    ("vote", "organ", "today", "told"),
    [
        ("2024-06-12", "kommunestyret", "2025-01-01", False),
        ("2023-10-30", "kommunestyret", "2025-01-01", True),  # the term before
        ("2023-10-30", "kommunestyret", "2024-12-31", False),  # the last day is not over
        ("2024-06-12", "hovedutvalget", "2025-01-01", True),
        ("2019-10-30", "kommunestyret", "2021-01-01", True),
        ("2016-10-30", "kommunestyret", "2019-12-31", False),  # before the act
    ],
)
def test_the_plans_of_the_control_committee(root: Path, vote: str, organ: str, today: str, told: bool) -> None:
    """PL613: once in each term, by the end of the year after the council was constituted, by the council itself."""
    declare(root, PURE)
    plan(root, "a", "strategi", voted(vote, organ), more="hjemmel: [koml-23-3]\n")
    assert (("plan/a", "periode") in found(root, "PL613", today)) is told


def test_a_duty_of_some_municipalities_binds_where_it_is_declared(root: Path) -> None:
    """PL613 and PL617: noise, from chapter 5 of the regulations; off until plansystem.yaml says that it binds."""
    declare(root, PURE)
    noise = {"forurensningsforskriften-5-14", "forurensningsforskriften-5-11"}

    def asked() -> set[str]:
        return noise & {law for code in ("PL613", "PL617") for found in laws(root, code) for law in found}

    assert asked() == set()
    declare(root, more=f"betingede_krav: [{', '.join(sorted(noise))}]\n")
    assert asked() == noise


@pytest.mark.parametrize(
    ("overview", "began", "told"),
    [
        ("2020-09-16", "2023-11-15", None),  # three years old at the start, four at the vote
        ("2024-10-16", "2023-11-15", ""),  # a week before the vote, eleven months after the start
        ("2020-09-16", "", "vedtak"),
        ("2024-10-16", "", None),
    ],
)
def test_the_health_overview_is_there_when_work_begins(root: Path, overview: str, began: str, told: str | None) -> None:
    """PL611 measures at the start where it is recorded, else at the vote, and then only warns."""
    more = "hjemmel: [folkehelseloven-5]\n"
    plan(root, "a", "analyse", f"hva: til_orientering, dato: {overview}", status="til_orientering", more=more)
    events = ([f"hva: oppstart, dato: {began}"] if began else []) + [voted("2024-10-23")]
    strategi(root, "2023-2027", *events, more="kunnskapsgrunnlag: [a]\n")
    report = check(root, date(2026, 11, 29), select=("PL611",))
    found_ = [(item.diagnostic.finding.variant, item.diagnostic.severity.value) for item in report.findings]
    assert found_ == ([] if told is None else [(told, "advarsel" if told else "feil")])


def test_the_old_arealdeler_apply_side_by_side_after_a_merger(root: Path) -> None:
    """PL604 is silent where each is delimited from the other, and only warns where nobody says."""
    plan(root, "nord", "arealdel", voted("2014-03-26"))
    warned = check(root, date.fromisoformat(DATE), select=("PL604",)).findings
    assert [(item.diagnostic.finding.variant, item.diagnostic.severity.value) for item in warned] == [
        ("flere", "advarsel")
    ]
    plan(root, "nord", "arealdel", voted("2014-03-26"), more="avgrenset_mot: [arealdel-2021]\n")
    assert found(root, "PL604") == []


def test_a_handlingsdel_that_holds_the_oekonomiplan_may_be_longer(root: Path) -> None:
    """PL609: § 11-1 says «fire år eller mer»; an økonomiplan alone covers four."""
    declare(root, YEARLY)
    plan(root, "p", "handlingsdel", voted("2025-12-10"), more="periode: {fra: 2026, til: 2035}\n")
    assert found(root, "PL609", "2026-11-29") == []
    declare(root, PURE)
    plan(root, "q", "oekonomiplan", voted("2025-12-10"), more="periode: {fra: 2026, til: 2035}\n")
    assert found(root, "PL609", "2026-11-29") == [("plan/q", "lengde")]


def test_the_school_informs_the_council_every_year(root: Path) -> None:
    """PL616 asks by § 17-12 too, once a year has gone since the act."""
    declare(root, "  skole: {navn: rapport, hjemmel: [opplaeringslova-17-12], kunnskapsgrunnlag: true}\n")
    assert found(root, "PL616", "2025-09-01") == []
    assert found(root, "PL616", "2025-09-02") == [("plansystem", "ingen")]


@pytest.mark.parametrize(("days", "told"), [(["2024-05-15"], True), (["2023-10-18", "2024-05-15"], False)])
def test_what_comes_twice_a_year(root: Path, days: list[str], told: bool) -> None:
    """PL616 counts the reports of the last 13 months, on one file or several."""
    declare(root, "  tertial: {navn: rapport, hjemmel: [koml-14-5], kunnskapsgrunnlag: true}\n")
    events = [f"hva: til_orientering, dato: {day}" for day in days]
    plan(root, "t", "tertial", *events, status="til_orientering")
    assert bool(found(root, "PL616")) is told


def test_a_thematic_kommunedelplan_has_a_yearly_handlingsdel(root: Path) -> None:
    """PL618: the plan's own revision or a part's; not one without a date, and not a plan that is repealed."""
    declare(root, "  kdp-tema: {navn: kommunedelplan, nivå: tema, hjemmel: [pbl-11-1]}\n")
    long = "periode: {fra: 2020, til: 2032}\n"
    plan(root, "k", "kdp-tema", voted("2020-06-10"), more=long)
    assert found(root, "PL618", "2026-11-29") == [("plan/k", "")]
    plan(root, "h", "handlingsplan", voted("2025-12-10"), more="del_av: k\n")
    assert found(root, "PL618", "2026-11-29") == []
    assert found(root, "PL618", "2027-01-11") == [("plan/k", "gammel")]
    plan(root, "h", "handlingsplan", more="del_av: k\n")
    assert found(root, "PL618", "2026-11-29") == []
    (root / "plans/planer/h.yaml").unlink()
    plan(root, "k", "kdp-tema", voted("2020-06-10"), status="opphevet", more=long)
    assert found(root, "PL618", "2026-11-29") == []


@pytest.mark.parametrize(("today", "told"), [("2024-12-19", False), ("2024-12-20", True)])
def test_goals_for_climate_are_revised_every_fourth_year(root: Path, today: str, told: bool) -> None:
    """PL619: from the day of the guidelines, of the newest plan that rests on them or on those before."""
    plan(root, "a", "strategi", voted("2019-05-15"), more="hjemmel: [spr-klima-2018]\n")
    assert bool(found(root, "PL619", today)) is told
    plan(root, "b", "strategi", voted("2022-05-18"), more="hjemmel: [spr-klima-2018]\n")
    assert found(root, "PL619", today) == []


def test_a_binding_plan_is_in_force_after_its_period(root: Path) -> None:
    """Its period ends nothing; a plan that does not bind is in force until its period is over."""
    periode = "periode: {fra: 2014, til: 2020}\n"
    plan(root, "a", "arealdel", voted("2014-05-14"), more=periode)
    plan(root, "b", "temaplan", voted("2014-05-14"), more=periode)
    register = open_system(root, date.fromisoformat(DATE)).register
    assert register
    assert (register.is_i_kraft(register.planer["a"]), register.is_i_kraft(register.planer["b"])) == (True, False)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", True),
        ("beslutninger: {planstrategi-2023-2027: {valg: utgår}}\n", True),
        ("bindende: nei\n", False),
    ],
)
def test_a_binding_plan_lapses_by_nobodys_planstrategi(root: Path, more: str, told: bool) -> None:
    """PL620: only a repeal or a successor ends it; PL405 is content with a decision where the plan does not bind."""
    strategi(root, "2023-2027", voted("2024-04-24"))
    type_ = "temaplan" if more.startswith("bindende") else "arealdel"
    plan(root, "a", type_, voted("2014-05-14"), status="utgått", more="" if type_ == "temaplan" else more)
    assert (("plan/a", "") in found(root, "PL620")) is told
    assert bool([entity for entity, _ in found(root, "PL405") if entity == "plan/a"]) is not told


def test_a_repeal_or_a_successor_ends_a_binding_plan(root: Path) -> None:
    """PL620 is silent once either is recorded; a plan from before July 2009 rests on the act's own words."""
    plan(root, "a", "arealdel", voted("2008-05-14"), status="utgått")
    assert laws(root, "PL620") == [("pbl-11-6", "pbl-11-17", "pbl-34-2")]
    plan(root, "a", "arealdel", voted("2008-05-14"), "hva: opphevet, dato: 2020-01-15", status="utgått")
    assert found(root, "PL620") == []
    plan(root, "a", "arealdel", voted("2008-05-14"), status="utgått")
    plan(root, "b", "arealdel", voted("2020-05-13"), more="erstatter: [a]\n")
    assert found(root, "PL620") == []


@pytest.mark.parametrize(("vote", "late"), [("2012-12-31", False), ("2013-01-01", True)])
def test_the_first_planstrategi_had_until_the_end_of_2012(root: Path, vote: str, late: bool) -> None:
    """PL601: § 34-2 second ledd, for the first council elected after the act."""
    strategi(root, "2011-2015", voted(vote))
    assert bool(found(root, "PL601", "2013-06-15")) is late


def test_an_answer_for_one_part_of_the_kommuneplan_is_a_stand(root: Path) -> None:
    """PL603: the law asks of the kommuneplan «eller deler av denne»."""
    strategi(root, "2023-2027", voted("2024-04-24"))
    assert [variant for _, variant in found(root, "PL603")] == [""]
    file = root / "plans/planer/arealdel-2021.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "beslutninger: {planstrategi-2023-2027: {valg: revideres}}\n", encoding="utf-8")
    assert found(root, "PL603") == []


def test_the_number_in_an_example_is_that_of_the_day(root: Path) -> None:
    """PL614: a municipality that got a new number in 2024 is not shown it in 2015."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    both = 'nummer: [{nummer: "0219", til: 2019}, {nummer: "3201", fra: 2024}]'
    file.write_text(text.replace('nummer: [{nummer: "9999"}]', both), encoding="utf-8")
    plan(root, "a", "arealdel", voted("2014-05-14"))
    for day, number in (("2015-01-01", "0219_2015001"), ("2024-06-15", "3201_2024001")):
        report = check(root, date.fromisoformat(day), select=("PL614",))
        assert [item.diagnostic.finding.args["eksempel"] for item in report.findings] == [number]
