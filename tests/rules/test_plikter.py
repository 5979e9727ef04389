"""The table of duties: what each row promises, and that the rules, coverage and the calendar read one and the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, write
from support.lovkrav_cases import declare, plan, strategi, voted
from support.rule_cases import found

from planlint.law import bestemmelser
from planlint.register import LOVPLIKTER, NO_DATE, OTHER_BODY, PARTLY, YES, Plikt, gjeldende_krav, plikter_of
from planlint.register.register import Register
from planlint.rules import RULES
from planlint.system import open_system

TYPES = "  annet: {navn: annet, nivå: tema, hjemmel: [pbl-11-2]}\n"
LATE = "2026-11-29"
BINDS = "betingede_krav: [forurensningsforskriften-5-14, forurensningsforskriften-5-11, koml-28-4]\n"
RULE = {"plan": "PL613", "oversikt": "PL617", "årlig": "PL616"}
NOW = {name: plikt for name, plikt in LOVPLIKTER.items() if bestemmelser()[plikt.lov[0]].last_day is None}


def register_of(root: Path, day: str = LATE) -> Register:
    """Read a plan system on a day."""
    register = open_system(root, date.fromisoformat(day)).register
    assert register
    return register


def answers(root: Path, *ids: str, day: str = LATE) -> set[str]:
    """Give how the law's page answers some provisions."""
    return {item.svar for item in gjeldende_krav(register_of(root, day)) if item.bestemmelse.id in ids}


@pytest.mark.parametrize(("name", "plikt"), LOVPLIKTER.items(), ids=LOVPLIKTER)
def test_a_duty_is_of_one_kind_that_a_document_meets(name: str, plikt: Plikt) -> None:
    """What it rests on is known and of that kind; its own rule exists and names it; a deadline has a provision."""
    assert {bestemmelser()[id_].pliktslag for id_ in plikt.lov} == {plikt.slag} <= set(RULE)
    assert not plikt.egen or set(plikt.lov) & set(RULES[plikt.egen].lov)
    assert {plikt.organlov, plikt.fristlov} - {""} <= set(bestemmelser())
    assert bool(plikt.frist) == bool(plikt.fristlov)
    assert name in plikter_of(plikt.slag)


@pytest.mark.parametrize(("name", "plikt"), NOW.items(), ids=NOW)
def test_no_duty_is_passed_over_in_silence(root: Path, name: str, plikt: Plikt) -> None:
    """A register that says what its types rest on, but nothing of this duty, is told of it: by kind, with its law."""
    declare(root, TYPES, BINDS)
    code = RULE[plikt.slag]
    report = [law for laws in _laws(root, code) for law in laws]
    assert plikt.lov[0] in report, name


def _laws(root: Path, code: str) -> list[tuple[str, ...]]:
    return [finding.lov for finding in RULES[code].run(register_of(root), {})]


@pytest.mark.parametrize(("name", "plikt"), NOW.items(), ids=NOW)
def test_a_register_that_never_says_what_its_types_rest_on_is_asked_for_nothing(
    root: Path, name: str, plikt: Plikt
) -> None:
    """Then nobody can tell such a plan from another; neither of plans nor of overviews nor of accounts."""
    declare(root, "  annet: {navn: annet, nivå: tema}\n", BINDS)
    assert _laws(root, RULE[plikt.slag]) == [], name


OWN = {name: plikt for name, plikt in NOW.items() if plikt.egen and not plikt.strategi}


@pytest.mark.parametrize(("name", "plikt"), NOW.items(), ids=NOW)
def test_a_plan_without_a_status_may_meet_a_duty(root: Path, name: str, plikt: Plikt) -> None:
    """The rule says that it is not documented, at that plan, and not that nothing is there; nor is it silent."""
    declare(root, TYPES, BINDS)
    plan(root, "uviss", "analyse", status="", more=f"hjemmel: [{plikt.lov[0]}]\n")
    code = plikt.egen if name in OWN else RULE[plikt.slag]
    assert ("plan/uviss", "udokumentert") in found(root, code, LATE)
    assert plikt.lov[0] not in {law for entity, law in _told(root, code) if entity != "plan/uviss"}


def _told(root: Path, code: str) -> list[tuple[str, str]]:
    return [(item.entity, law) for item in RULES[code].run(register_of(root), {}) for law in item.lov]


@pytest.mark.parametrize(("name", "plikt"), NOW.items(), ids=NOW)
def test_a_plan_without_a_status_but_with_events_is_another_rules_matter(root: Path, name: str, plikt: Plikt) -> None:
    """PL409 asks for the status that its events tell: nobody says that the duty is not met."""
    declare(root, TYPES, BINDS)
    plan(root, "b", "analyse", voted("2026-05-20"), status="", more=f"hjemmel: [{plikt.lov[0]}]\n")
    told = {law for code in {RULE[plikt.slag], plikt.egen} - {""} for _, law in _told(root, code)}
    assert plikt.lov[0] not in told, name


def by_another(plikt: Plikt) -> str:
    """Give the variant of the finding that another body than the council had what a duty asks for."""
    if plikt.slag == "årlig":
        return "organ_selv" if plikt.organ == "selv" else "organ"
    return "behandling" if plikt.act == "behandling" else "" if plikt.organ == "selv" else "organ"


NAMED = {name: plikt for name, plikt in NOW.items() if plikt.organ and not plikt.egen and not plikt.periode}


@pytest.mark.parametrize(("name", "plikt"), NAMED.items(), ids=NAMED)
def test_the_body_that_the_statute_names(root: Path, name: str, plikt: Plikt) -> None:
    """Another body is told of, by itself or not as the statute says; the council is not, nor a body nobody knows."""
    declare(root, TYPES, BINDS)
    more = f"hjemmel: [{plikt.lov[0]}]\n"
    events = ("hva: vedtatt, dato: {}, organ: {}", "hva: revidert, dato: {}, organ: {}")

    def given(organ: str) -> list[str]:
        days = ("2026-03-18", "2026-05-20")
        told = [event.format(day, organ) for event, day in zip(events, days, strict=True)]
        plan(root, "b", "analyse", *told, more=more)
        code = "PL616" if plikt.slag == "årlig" else "PL621"
        return [variant for entity, variant in found(root, code, LATE) if entity == "plan/b"]

    assert given("hovedutvalget") == [by_another(plikt)], name
    assert given("kommunestyret") == []


ADOPTED = {name: plikt for name, plikt in NOW.items() if plikt.organ and plikt.act == "vedtak"}


@pytest.mark.parametrize(("name", "plikt"), ADOPTED.items(), ids=ADOPTED)
def test_what_the_council_is_to_adopt_is_not_met_by_noting_it(root: Path, name: str, plikt: Plikt) -> None:
    """What the register shows as only noted is told so, with the provision that asks for an adoption."""
    declare(root, TYPES, BINDS)
    day, code = "2026-03-18", "PL616" if plikt.slag == "årlig" else "PL621"
    noted = f"hva: til_orientering, dato: {day}, organ: kommunestyret"
    plan(root, "b", "analyse", noted, status="til_orientering", more=f"hjemmel: [{plikt.lov[0]}]\n")
    told = [item for item in RULES[code].run(register_of(root), {}) if item.entity == "plan/b"]
    assert [(item.variant, item.lov[0]) for item in told] == [("orientering", plikt.organlov or plikt.lov[0])], name


@pytest.mark.parametrize(
    ("organ", "day", "answer"),
    [("kommunestyret", "2026-03-18", YES), ("hovedutvalget", "2026-03-18", OTHER_BODY)],
)
def test_the_laws_page_answers_as_the_rule_judges(root: Path, organ: str, day: str, answer: str) -> None:
    """«Ja» is not said of an account that another body was given than the statute names."""
    declare(root, TYPES)
    plan(root, "b", "analyse", voted(day, organ), more="hjemmel: [opplaeringslova-17-12]\n")
    assert answers(root, "opplaeringslova-17-12") == {answer}


def test_one_of_two_accounts_is_a_part(root: Path) -> None:
    """What comes twice a year and came once is met in part."""
    declare(root, TYPES)
    plan(root, "b", "analyse", voted("2026-03-18"), more="hjemmel: [koml-14-5]\n")
    assert answers(root, "koml-14-5") == {PARTLY}


def test_an_analysis_that_nobody_has_dated_the_adoption_of_is_no_plain_yes(root: Path) -> None:
    """Evidence 4.10: an analysis under revision, with no adoption on record, is told as that, by both provisions."""
    declare(root, TYPES)
    plan(root, "ros", "analyse", status="under_revisjon", more="hjemmel: [sivilbeskyttelsesloven-14]\n")
    assert answers(root, "sivilbeskyttelsesloven-14", "beredskapsplikt-2") == {NO_DATE}
    plan(root, "ros", "analyse", voted("2015-03-18"), status="under_revisjon", more="hjemmel: [beredskapsplikt-2]\n")
    assert answers(root, "sivilbeskyttelsesloven-14", "beredskapsplikt-2") == {YES}


ACCOUNT = "hjemmel: [koml-14-6]\n"


def account(root: Path, title: str, vote: str, more: str = ACCOUNT, organ: str = "kommunestyret") -> None:
    """Write the annual accounts."""
    event = f"hendelser: [{{hva: vedtatt, dato: {vote}, organ: {organ}}}]\n"
    write(root, "planer/regnskap.yaml", f"tittel: {title}\ntype: analyse\nstatus: vedtatt\n{event}{more}")


@pytest.mark.parametrize(
    ("title", "periode", "vote", "today", "told"),
    [
        ("Årsregnskap 2025", "", "2026-06-30", "2026-07-01", []),
        ("Årsregnskap 2025", "", "2026-07-01", "2026-07-01", ["for_sent"]),
        ("Regnskapet", "{fra: 2025, til: 2025}", "2026-07-01", "2026-07-01", ["for_sent"]),
        ("Regnskapet", "", "2026-07-01", "2026-08-01", []),  # it may be another year's
        ("Regnskapet 2024 og 2025", "", "2026-07-01", "2026-08-01", []),
        ("Årsregnskap 2024", "", "2025-06-18", "2026-06-30", []),  # the last day is not over
        ("Årsregnskap 2024", "", "2025-06-18", "2026-07-01", ["frist"]),
        ("Regnskapet", "", "2025-06-18", "2026-07-01", ["frist"]),
        ("Årsregnskap 2025", "", "2026-04-22", "2026-05-01", []),  # early, and newer than what is due
        ("Årsregnskap 2019", "", "2020-09-16", "2020-10-01", []),  # the year began before the act
    ],
)
def test_the_accounts_are_adopted_within_six_months(  # noqa: PLR0913 - a case has this many sides
    root: Path, title: str, periode: str, vote: str, today: str, told: list[str]
) -> None:
    """Koml § 14-3 second ledd: by 30 June after the year in the period or the title; with none told, nobody is late."""
    declare(root, TYPES)
    account(root, title, vote, ACCOUNT + (f"periode: {periode}\n" if periode else ""))
    own = [variant for entity, variant in found(root, "PL616", today) if entity.startswith("plan/")]
    assert own == told
    for finding in RULES["PL616"].run(register_of(root, today), {}):
        assert finding.variant not in told or finding.lov == ("koml-14-3-andre-ledd", "koml-14-6")


def test_accounts_by_another_body_and_a_day_in_doubt(root: Path) -> None:
    """The council itself adopts them; a day that is in doubt is not held against anybody."""
    declare(root, TYPES)
    account(root, "Årsregnskap 2025", "2026-06-17", organ="hovedutvalget")
    assert ("plan/regnskap", "organ_selv") in found(root, "PL616", "2026-07-01")
    account(root, "Årsregnskap 2025", "2026-07-03", organ="kommunestyret, usikker: true")
    assert [entity for entity, _ in found(root, "PL616", "2026-07-10")] == ["plansystem"]


def test_reports_that_nothing_is_told_to_be_are_told_once(root: Path) -> None:
    """One finding names them all, and the document that may be one; where the plans cannot be read, none."""
    declare(root, TYPES)
    account(root, "Tilstandsrapport for grunnskolen", "2024-03-20", "")
    (finding,) = RULES["PL616"].run(register_of(root, DATE), {})
    assert [each.place.file for each in finding.related] == ["plans/planer/regnskap.yaml"]
    plan(root, "ukjent", "finnes-ikke", voted("2024-03-20"))
    assert list(RULES["PL616"].run(register_of(root, DATE), {})) == []


@pytest.mark.parametrize(
    ("law", "event", "more", "answer"),
    [
        ("barnevernsloven-15-1", "hva: vedtatt, dato: 2023-05-10, organ: kommunestyret", "", "Ja"),
        (
            "barnevernsloven-15-1",
            "hva: vedtatt, dato: 2023-05-10, organ: hovedutvalget",
            "",
            "Registrert på et annet organ",
        ),
        ("barnevernsloven-15-1", "hva: vedtatt, dato: 2023-05-10", "", "Organet er ikke dokumentert"),
        ("barnevernsloven-15-1", "hva: til_orientering, dato: 2023-05-10", "", "Bare tatt til orientering"),
        (
            "koml-14-6",
            "hva: vedtatt, dato: 2026-05-20",
            "periode: {fra: 2025, til: 2025}\n",
            "Organet er ikke dokumentert",
        ),
        ("koml-23-4", "hva: vedtatt, dato: 2024-05-15, organ: kommunestyret", "", "Ja"),
        ("koml-23-4", "hva: vedtatt, dato: 2025-11-19, organ: kommunestyret", "", "Delvis"),
        ("koml-26-1", "hva: vedtatt, dato: 2021-11-17, organ: kommunestyret", "", "Ikke i denne valgperioden"),
        (
            "koml-26-1",
            "hva: vedtatt, dato: 2023-10-18, organ: kommunestyret",
            "",
            "Uvisst om det var i denne valgperioden",
        ),
        ("folkehelseoversikt-5", "hva: til_orientering, dato: 2016-05-18", "", "Ikke de siste fire årene"),
        ("alkoholloven-1-7d", "hva: vedtatt, dato: 2024-03-13", "", "Ja"),  # the act names no body
    ],
)
def test_yes_is_said_of_the_body_the_act_and_the_time_that_the_law_asks_for(
    root: Path, law: str, event: str, more: str, answer: str
) -> None:
    """The law's page says else what the register shows instead; an unknown body is not documented, and not wrong."""
    declare(root, TYPES)
    plan(root, "b", "analyse", event, more=f"hjemmel: [{law}]\n{more}")
    assert answers(root, law) == {answer}


@pytest.mark.parametrize(
    ("term", "event", "answer"),
    [
        ("2023-2027", "hva: vedtatt, dato: 2024-06-12, organ: kommunestyret", "Ja"),
        ("2023-2027", "hva: vedtatt, dato: 2024-06-12", "Organet er ikke dokumentert"),
        ("2023-2027", "hva: vedtatt, dato: 2024-06-12, organ: hovedutvalget", "Registrert på et annet organ"),
        ("2023-2027", "hva: vedtatt, dato: 2023-09-12, organ: kommunestyret", "Ikke i denne valgperioden"),
        ("2019-2023", "hva: vedtatt, dato: 2020-06-17, organ: kommunestyret", "Ikke i denne valgperioden"),
    ],
)
def test_the_planstrategi_is_that_of_the_council_that_sits(root: Path, term: str, event: str, answer: str) -> None:
    """Pbl § 10-1: «Ja» is said of one that this council has adopted."""
    strategi(root, term, event)
    assert answers(root, "pbl-10-1") == {answer}


@pytest.mark.parametrize("slip", ["satus: vedtatt", "status: vedtat"])
def test_a_status_that_cannot_be_read_may_be_the_one_asked_for(root: Path, slip: str) -> None:
    """The misspelt word is told at the plan, and nothing is said of the duty that it may well meet."""
    declare(root, TYPES, BINDS)
    name, plikt = next((name, one) for name, one in NOW.items() if one.slag == "plan" and not one.egen)
    text = PLAN.replace("hendelser:\n  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n", "")
    text = text.replace("kilder:", f"hjemmel: [{plikt.hjemler[0]}]\nkilder:")
    for word, told in (("merknad: ingen", True), (slip, False)):
        write(root, "planer/planen.yaml", text.replace("status: vedtatt", word))
        assert any(laws[0] in plikt.lov for laws in _laws(root, RULE["plan"])) is told, name
