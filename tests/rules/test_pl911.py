"""PL911 field by field: what of an adopted plan may change, and what explains it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.change_cases import KLIMA, Told, compared, edited, names
from support.helpers import DATE, PLAN, fjordvik
from support.rule_cases import EVENT

from planlint.law import bestemmelser
from planlint.register.livsloep.redated import is_same_wording

GOAL = "tittel: Alle har noen å være sammen med\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\n"
SAMMEN = "maal/sammen.yaml"
SYSTEM = "plansystem.yaml"


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("Klimastrategi 2022–2030", "Klimastrategi 2022-2030", True),
        ("Klima strategi", "Klimastrategi", True),
        ("Klimastartegi", "Klimastrategi", True),
        ("Klimastrateg", "Klimastrategi", True),
        ("Klimastrategii", "Klimastrategi", True),
        ("Klimastrategy", "Klimastrategi", True),
        ("klimastrategi", "KLIMASTRATEGI", True),
        ("Klimastrategi 2030", "Klimastrategi 2031", False),
        ("Plan for hav", "Plan for sav", False),
        ("Plan for idrett", "Plan for friidrett", False),
        ("Plan for barn og unge", "Plan for barn", False),
        ("Klimastartegi for Fjordvig", "Klimastrategi for Fjordvik", False),
    ],
)
def test_a_slip_of_the_pen_is_no_other_title(old: str, new: str, same: bool) -> None:
    """One letter in one long word, signs and spaces: not numbers, not short words."""
    assert is_same_wording(old, new) is same
    assert is_same_wording(new, old) is same


def test_what_was_only_announced_may_change(told: Told) -> None:
    """A planned event becomes a real one, moves or goes."""
    planned = PLAN.replace("hendelser:\n", "hendelser:\n  - {hva: revidert, dato: 2025, planlagt: true}\n")
    assert edited(told, ("dato: 2025", "dato: 2026"), text=planned) == []
    assert edited(told, ("  - {hva: revidert, dato: 2025, planlagt: true}\n", ""), text=planned) == []
    assert edited(told, ("sak: 7/22", "sak: 7/22, planlagt: true")) != []


def test_events_are_told_apart(told: Told) -> None:
    """An order of writing is no change; of two alike, one gone is missed; organ and sak count too."""
    second = "  - {hva: høring_start, dato: 2021-10-01}\n"
    both = PLAN.replace(EVENT, EVENT + second)
    assert told({KLIMA: both}, {KLIMA: PLAN.replace(EVENT, second + EVENT)}) == []
    assert told({KLIMA: both.replace(second, second * 2)}, {KLIMA: both}) == ["PL911 hendelse_fjernet hendelser: 0"]
    moved = EVENT.strip().replace("kommunestyret", "hovedutvalget")
    assert edited(told, ("kommunestyret", "hovedutvalget")) == [f"PL911 hendelse {moved} 0"]
    assert len(edited(told, ("sak: 7/22", "sak: 8/22"))) == 1
    assert edited(told, ("sak: 7/22", "sak: PS 007/22")) == []
    assert len(edited(told, (", sak: 7/22", ""))) == 1
    assert len(edited(told, ("sak: muntlig", "sak: delegert"), text=PLAN.replace("7/22", "muntlig"))) == 1


def test_the_period_may_become_known_and_not_unknown(told: Told) -> None:
    """An end that is taken away is a change; so is the whole period."""
    assert edited(told, (", til: 2030", "")) == ["PL911 fjernet periode: {fra: 2022} 0"]
    assert edited(told, ("periode: {fra: 2022, til: 2030}\n", "")) == [
        "PL911 fjernet tittel: Klimastrategi for Fjordvik 1"
    ]
    assert edited(told, ("til: 2030", "til: 2030-06-30")) == []


def test_a_law_that_has_ended_may_be_taken_out(told: Told, tmp_path: Path) -> None:
    """PL615 asks for it; the municipality's own provisions count while they are declared."""
    ended = next(id_ for id_, item in bestemmelser().items() if item.last_day and item.last_day.isoformat() < DATE)
    for id_, said in ((ended, 0), ("pbl-11-2", 1)):
        law = PLAN.replace("ansvarlig", f"hjemmel: [{id_}]\nansvarlig")
        assert len(told({KLIMA: law}, {KLIMA: PLAN})) == said
    system = (fjordvik(tmp_path / "x") / "plans" / SYSTEM).read_text(encoding="utf-8")
    own = system + "bestemmelser:\n  forskrift-havn: {navn: Forskrift om havn}\n"
    law = PLAN.replace("ansvarlig", "hjemmel: [forskrift-havn]\nansvarlig")
    assert len(told({SYSTEM: own, KLIMA: law}, {KLIMA: PLAN})) == 1
    assert told({SYSTEM: own, KLIMA: law}, {SYSTEM: system, KLIMA: PLAN}) == []


def test_a_plan_type_with_a_new_id(told: Told, tmp_path: Path) -> None:
    """Where the old type is no longer declared, its plans must change."""
    system = (fjordvik(tmp_path / "x") / "plans" / SYSTEM).read_text(encoding="utf-8")
    renamed = system.replace("\n  strategi:\n", "\n  temastrategi:\n", 1)
    assert len(edited(told, ("type: strategi", "type: temaplan"))) == 1
    new = {SYSTEM: renamed, KLIMA: PLAN.replace("type: strategi", "type: temastrategi")}
    assert told({SYSTEM: system, KLIMA: PLAN}, new) == []


def test_what_a_plan_replaced_may_have_a_new_id(told: Told) -> None:
    """A renamed file is the same plan."""
    old = PLAN.replace("2022-02", "2015-02").replace("status: vedtatt", "status: erstattet")
    new = PLAN.replace("ansvarlig", "erstatter: [klimaplan]\nansvarlig")
    after = {
        "planer/klimaplan.yaml": None,
        "planer/klimaplan-2015.yaml": old.replace("ansvarlig", "tidligere_id: [klimaplan]\nansvarlig"),
    }
    before = {"planer/klimaplan.yaml": old, KLIMA: new}
    assert told(before, {**after, KLIMA: new.replace("[klimaplan]", "[klimaplan-2015]")}) == []
    assert told(before, {KLIMA: PLAN}) == ["PL911 fjernet tittel: Klimastrategi for Fjordvik 0"]


def test_goals_of_an_adopted_plan(told: Told) -> None:
    """Words, type, plan and place count; a new source explains; number and summary may change."""

    def goal(*pairs: tuple[str, str]) -> list[str]:
        return edited(told, *pairs, text=GOAL, path=SAMMEN)

    assert goal(("type: delmål", "type: hovedmål")) == ["PL911 mål type: hovedmål 0"]
    assert goal(("samfunnsdel-2020", "arealdel-2021")) == ["PL911 mål plan: arealdel-2021 0"]
    assert goal(("overordnet: gode-liv", "overordnet: naer-natur")) == ["PL911 mål overordnet: naer-natur 0"]
    assert goal(("overordnet: gode-liv\n", "")) == ["PL911 mål tittel: Alle har noen å være sammen med 0"]
    assert goal(("sammen med", "glad i"), ("plan:", "kilder: [{kilde: plandokument}]\nplan:")) == []
    assert goal(("plan:", "nummer: '1.4'\nplan:")) == []
    assert edited(told, ("noen", "mange"), ("delmål", "hovedmål"), text=GOAL, path=SAMMEN)[0].endswith(" 1")


def test_a_goal_divided_in_short_name_and_sentence_says_the_same(told: Told) -> None:
    """«Short: sentence» in one title, and in two fields, is one wording; another short name, or none, is a change."""
    whole = GOAL.replace("Alle har", "'Fellesskap: Alle har").replace("sammen med", "sammen med'")
    divided = GOAL.replace("type:", "kortnavn: Fellesskap\ntype:")
    assert told({SAMMEN: whole}, {SAMMEN: divided}) == []
    assert told({SAMMEN: GOAL}, {SAMMEN: divided}) == []
    changed = told({SAMMEN: divided}, {SAMMEN: divided.replace("Fellesskap", "Noen å være glad i")})
    assert changed == ["PL911 mål kortnavn: Noen å være glad i 0"]
    assert len(told({SAMMEN: divided}, {SAMMEN: GOAL})) == 1
    assert len(told({SAMMEN: divided}, {SAMMEN: divided.replace("Alle har", "De fleste har")})) == 1


def test_goals_may_be_renamed_unread_or_decided_anew(told: Told) -> None:
    """What is only called something else is not gone, and a new decision on the plan explains it all."""
    before = {SAMMEN: GOAL}
    named = {SAMMEN: None, "maal/fellesskap.yaml": GOAL + "tidligere_id: [sammen]\n"}
    assert told(before, {SAMMEN: None}) == ["PL911 mål_fjernet tittel: Kommuneplanens samfunnsdel 2020–2032 0"]
    assert told(before, named) == []
    assert told(before, {SAMMEN: "tittel: ["}) == []
    under = "tittel: Vi møtes\ntype: strategi\nplan: samfunnsdel-2020\noverordnet: sammen\n"
    below = {"maal/under.yaml": under}
    assert told({**before, **below}, {**named, "maal/under.yaml": under.replace(": sammen", ": fellesskap")}) == []
    path = "planer/samfunnsdel-2020.yaml"
    text = PLAN.replace("strategi\nstatus", "samfunnsdel\nstatus").replace("forankring: [trygg-oppvekst]\n", "")
    decided = text.replace(EVENT, EVENT + "  - {hva: revidert, dato: 2024-04-10, organ: kommunestyret, sak: 20/24}\n")
    assert told({**before, path: text}, {SAMMEN: None, path: decided}) == []
    work = text.replace("vedtatt\nsamm", "igangsatt\nsamm").replace("hendelser:\n" + EVENT, "")
    assert told({**before, path: work}, {SAMMEN: None}) == []


def test_a_plan_whose_fields_are_at_fault(told: Told) -> None:
    """What cannot be read is another rule's: nothing is said to be changed or gone."""
    assert edited(told, ("periode: {fra: 2022, til: 2030}", "periode: {fra: 2022, til: snart}")) == []
    assert edited(told, ("tittel: K", "tittel: [K")) == []


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (", kilde: plandokument", ", kilde: plandokument", [("plan/klima", "hendelse_kilde")]),
        (", kilde: plandokument", "", [("plan/klima", "hendelse")]),
        (", kilde: plandokument", ", kilde: aarsmelding-2023", []),
        ("", ", kilde: plandokument", []),
    ],
    ids=["same", "gone", "another", "new"],
)
def test_an_event_is_mended_by_a_source_that_it_did_not_have(
    tmp_path: Path, before: str, after: str, found: list[tuple[str, str]]
) -> None:
    """PL911: the one that stood there before said what was written before."""
    old = PLAN.replace("sak: 7/22", f"sak: 7/22{before}")
    new = PLAN.replace("2022-02-16", "2022-03-16").replace("sak: 7/22", f"sak: 7/22{after}")
    assert names(compared(tmp_path, {KLIMA: old}, {KLIMA: new}, "PL911")) == found


@pytest.mark.parametrize(
    ("over", "note"),
    [("", "{felt} ({foer}) er tatt bort"), ("overordnet: naer-natur\n", "{felt} var {foer}")],
    ids=["gone", "another"],
)
def test_the_goal_above_is_gone_or_is_another(tmp_path: Path, over: str, note: str) -> None:
    """PL911 says which, beside what else is changed in the goal."""
    new = GOAL.replace("noen å være sammen med", "en venn").replace("overordnet: gode-liv\n", over)
    (item,) = compared(tmp_path, {SAMMEN: GOAL}, {SAMMEN: new}, "PL911")
    assert [(other.note, other.args["foer"]) for other in item.finding.related] == [(note, "gode-liv")]


def test_goals_that_are_gone_hide_none_that_are_changed(tmp_path: Path) -> None:
    """PL911 tells of the goals that are gone at their plan, and of each of the others at its own file."""
    before = {f"maal/{name}.yaml": GOAL for name in ("a", "b", "c")}
    after = {"maal/a.yaml": None, "maal/b.yaml": GOAL.replace("noen", "mange"), "maal/c.yaml": None}
    gone, changed = sorted(compared(tmp_path, before, after, "PL911"), key=lambda item: item.entity, reverse=True)
    assert names([gone, changed]) == [("plan/samfunnsdel-2020", "mål_fjernet"), ("maal/b", "mål")]
    assert gone.finding.args["maal"] == ["a", "c"]
