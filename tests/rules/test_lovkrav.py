"""What the rules of law share: the provisions they name, the words they use, and when they are silent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, write
from support.lovkrav_cases import PURE, YEARLY, declare, laws, plan, strategi, voted
from support.rule_cases import found

from planlint.base.diagnostic import RuleClass
from planlint.law import bestemmelser
from planlint.model import Plantype
from planlint.register.lovkrav import plan_kind
from planlint.rules.all_rules import RULES
from planlint.rules.rule import Rule
from planlint.system.system import open_system

LAW = [rule for rule in RULES.values() if rule.klasse is RuleClass.LOV]


def place(root: Path, code: str, day: str = DATE) -> list[tuple[str, tuple[object, ...]]]:
    """Give entity and keys of what one rule finds."""
    items = (item.diagnostic for item in check(root, date.fromisoformat(day), select=(code,)).findings)
    return [(item.entity, item.place.path) for item in items]


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


def test_a_role_that_no_type_has_is_not_judged(root: Path) -> None:
    """Another municipality may keep its kommuneplan elsewhere."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("    rolle: samfunnsdel\n", "").replace("    rolle: arealdel\n", ""), encoding="utf-8")
    strategi(root, "2023-2027", voted("2024-04-24"))
    (root / "plans/planer/samfunnsdel-2020.yaml").unlink()
    for code in ("PL603", "PL604", "PL605", "PL609", "PL610", "PL611", "PL612", "PL613", "PL616"):
        assert found(root, code) == []


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


def test_an_ended_plan_is_not_judged_by_its_hoering(root: Path) -> None:
    """Nothing can be mended any more."""
    events = ("hva: høring_start, dato: 2014-11-05", "hva: høring_slutt, dato: 2014-11-15", voted("2015-03-25"))
    plan(root, "arealdel-2015", "arealdel", *events, status="opphevet")
    assert found(root, "PL607") == found(root, "PL608") == []


@pytest.mark.parametrize(("type_", "code"), [(YEARLY, "PL605"), (PURE, "PL609")])
def test_a_plan_without_a_date_may_be_the_newest(root: Path, type_: str, code: str) -> None:
    """PL401 asks for the date."""
    declare(root, type_)
    plan(root, "a", type_.partition(":")[0].strip())
    assert found(root, code) == []


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


def test_a_duty_of_some_municipalities_binds_where_it_is_declared(root: Path) -> None:
    """PL613 and PL617: noise, from chapter 5 of the regulations; off until plansystem.yaml says that it binds."""
    declare(root, PURE)
    noise = {"forurensningsforskriften-5-14", "forurensningsforskriften-5-11"}

    def asked() -> set[str]:
        return noise & {law for code in ("PL613", "PL617") for found in laws(root, code) for law in found}

    assert asked() == set()
    declare(root, more=f"betingede_krav: [{', '.join(sorted(noise))}]\n")
    assert asked() == noise


def test_a_binding_plan_is_in_force_after_its_period(root: Path) -> None:
    """Its period ends nothing; a plan that does not bind is in force until its period is over."""
    periode = "periode: {fra: 2014, til: 2020}\n"
    plan(root, "a", "arealdel", voted("2014-05-14"), more=periode)
    plan(root, "b", "temaplan", voted("2014-05-14"), more=periode)
    register = open_system(root, date.fromisoformat(DATE)).register
    assert register
    assert (register.is_i_kraft(register.planer["a"]), register.is_i_kraft(register.planer["b"])) == (True, False)


@pytest.mark.parametrize(
    ("types", "code"),
    [
        (YEARLY, "PL605"),
        (PURE, "PL609"),
        ("  eier: {navn: e, nivå: tema, hjemmel: [koml-26-1]}\n", "PL610"),
        ("  plan: {navn: p, nivå: tema, hjemmel: [sivilbeskyttelsesloven-15]}\n", "PL612"),
    ],
)
def test_what_nobody_has_documented_is_not_said_to_be_missing(root: Path, types: str, code: str) -> None:
    """The one plan that may meet a duty has no status: said so, as a warning, and once it has one the rule goes on."""
    declare(root, types)
    type_ = types.partition(":")[0].strip()
    plan(root, "a", type_, status="")
    assert found(root, code) == [("plan/a", "udokumentert")]
    plan(root, "a", type_, status="planlagt")
    assert [variant for _, variant in found(root, code)] != ["udokumentert"]
    assert found(root, code)


def test_a_handlingsdel_that_is_the_oekonomiplan_is_missed_as_both(root: Path) -> None:
    """PL605 by the planning act, PL609 by the municipal act; where no hjemmel says that it is both, PL605 alone."""
    both = "  hp: {navn: handlingsprogram, nivå: handling, rolle: handlingsdel, hjemmel: [koml-14-4]}\n"
    declare(root, both)
    plan(root, "a", "hp", voted("2021-12-15"), more="periode: {fra: 2022, til: 2025}\n")
    assert (found(root, "PL605"), found(root, "PL609")) == ([("plan/a", "")], [("plan/a", "mangler")])
    file = root / "plans/plansystem.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(", hjemmel: [koml-14-4]", ""), encoding="utf-8")
    assert (found(root, "PL605"), found(root, "PL609")) == ([("plan/a", "")], [])


def test_the_rules_of_what_is_yearly_count_the_same_months(root: Path) -> None:
    """Thirteen, from one definition: to the day for the handlingsdel, the beredskapsplan and the yearly account."""
    declare(root, YEARLY + "  barn: {navn: b, hjemmel: [barnevernsloven-tilstand]}\n")
    for name, type_, more in (
        ("h", "handlingsdel", ""),
        ("b", "fagplan", "hjemmel: [sivilbeskyttelsesloven-15]\nbygger_på: [samfunnsdel-2020]\n"),
        ("r", "barn", ""),
    ):
        plan(root, name, type_, voted("2024-03-15"), more=more)
    for day, told in (("2025-04-15", False), ("2025-04-16", True)):
        for code, name in (("PL605", "h"), ("PL612", "b"), ("PL616", "r")):
            assert ((f"plan/{name}", "") in found(root, code, day)) is told, (code, day)
