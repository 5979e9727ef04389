"""PL911 to PL913: what the examples cannot show, because it would make many of them or another rule speaks."""

from __future__ import annotations

from datetime import date
from itertools import count, pairwise
from typing import TYPE_CHECKING

import pytest
from support.helpers import DATE, PLAN, fjordvik, write

from planlint.change.comparison import Comparison
from planlint.check.request import Request
from planlint.check.run import report_of
from planlint.law import bestemmelser
from planlint.register.livsloep.redated import is_same_wording
from planlint.system.system import open_system

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[..., list[str]]

EVENT = "  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n"
GOAL = "tittel: Alle har noen å være sammen med\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\n"
KLIMA, SAMMEN, SYSTEM = "planer/klima.yaml", "maal/sammen.yaml", "plansystem.yaml"


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Give what the rules about changes say: files before, files after (None: gone), the day."""
    number = count()

    def tell(before: dict[str, str], after: dict[str, str | None], day: str = DATE, rule: str = "PL91") -> list[str]:
        systems = []
        for side in (before, {**before, **after}):
            folder = fjordvik(tmp_path / str(next(number)))
            for path, text in side.items():
                if text is None:
                    (folder / "plans" / path).unlink(missing_ok=True)
                else:
                    write(folder, path, text)
            systems.append(open_system(folder, date.fromisoformat(day)))
        old, new = systems
        found = report_of(
            new, Request(date.fromisoformat(day), base="main", select=(rule,)), Comparison(old, new, "main")
        ).findings
        return [
            f"{item.diagnostic.code} {item.diagnostic.finding.variant} {item.line.strip()} {len(item.related)}"
            for item in found
        ]

    return tell


def edited(told: Told, *pairs: tuple[str, str], text: str = PLAN, path: str = KLIMA) -> list[str]:
    """Give what is said of a file in which words are exchanged."""
    new = text
    for old_words, new_words in pairs:
        assert old_words in new
        new = new.replace(old_words, new_words)
    return told({path: text}, {path: new})


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


def test_what_becomes_of_an_adopted_plans_file(told: Told) -> None:
    """Ended plans, files of another kind and new plans with other votes are no deletion, or none that is known."""
    assert told({KLIMA: PLAN.replace("status: vedtatt", "status: opphevet")}, {KLIMA: None}) == []
    assert told({KLIMA: PLAN}, {KLIMA: None, "tiltak/klima.yaml": "tittel: Klimatiltak\nplan: arealdel-2021\n"}) == []
    other = PLAN.replace("Klima", "Idretts")
    gone = ["PL912  status: vedtatt 0"]
    assert told({KLIMA: PLAN}, {KLIMA: None, "planer/idrett.yaml": other.replace("7/22", "9/22")}) == gone
    assert told({KLIMA: PLAN}, {KLIMA: None, "planer/idrett.yaml": other.replace("strategi\n", "fagplan\n", 2)}) == gone
    assert told({KLIMA: PLAN.replace(", sak: 7/22", "")}, {KLIMA: None, "planer/idrett.yaml": other}) == gone


def step(told: Told, old: str, new: str, *, type_: str = "strategi", events: str = "", added: str = "") -> list[str]:
    """Give what PL913 says of a step, where the events stand on both sides and `added` is new."""
    text = PLAN.replace("type: strategi", f"type: {type_}").replace("hendelser:\n" + EVENT, events)
    before = text.replace("status: vedtatt", f"status: {old}")
    after = text.replace("status: vedtatt", f"status: {new}").replace("ansvarlig", added + "ansvarlig")
    said = [row.split()[1] for row in told({KLIMA: before}, {KLIMA: after}, rule="PL913")]
    return ["hopp" if variant == "status:" else variant for variant in said]


VOTED = "hendelser:\n" + EVENT
LEGAL = [
    ("planlagt", "igangsatt", "på_høring", "til_vedtak"),
    ("igangsatt", "til_vedtak"),
    ("utkast", "utgått"),
    ("igangsatt", "utkast"),
    *((work, "satt_på_vent", work) for work in ("planlagt", "igangsatt", "på_høring", "til_vedtak", "utkast")),
    ("utgått", "opphevet", "erstattet", "foreldet", "utgått"),
]


@pytest.mark.parametrize("steps", LEGAL, ids="-".join)
def test_the_life_cycle_has_these_steps(told: Told, steps: tuple[str, ...]) -> None:
    """Forward, on and off waiting, and between the ways of having ended."""
    for old, new in pairwise(steps):
        assert step(told, old, new) == []


@pytest.mark.parametrize("end", ["under_revisjon", "erstattet", "opphevet", "utgått"])
def test_an_adopted_plan_goes_on(told: Told, end: str) -> None:
    """Revision and the three ends are open to it; from a revision it comes back, or waits."""
    assert step(told, "vedtatt", end, events=VOTED) == []
    assert step(told, "under_revisjon", "vedtatt", events=VOTED) == []
    assert step(told, "under_revisjon", "satt_på_vent", events=VOTED) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("planlagt", "til_vedtak", "hopp"),
        ("utkast", "til_vedtak", "tilbake"),
        ("igangsatt", "planlagt", "tilbake"),
        ("til_vedtak", "på_høring", "tilbake"),
        ("satt_på_vent", "foreldet", "hopp"),
        ("utgått", "igangsatt", "avsluttet"),
        ("foreldet", "utkast", "avsluttet"),
        ("opphevet", "planlagt", "avsluttet"),
    ],
)
def test_other_steps_need_a_reason(told: Told, old: str, new: str, said: str) -> None:
    """Without one they are told; a source, an event or a planstrategi's decision is one."""
    assert step(told, old, new) == [said]
    assert step(told, old, new, added="lenker: [{tittel: Sak, url: 'https://fjordvik.example'}]\n") == [said]
    assert step(told, old, new, added="beslutninger: {planstrategi-2023: {valg: ny}}\n") == []
    assert step(told, old, new, added="hendelser:\n  - {hva: oppstart, dato: 2024-05-02}\n") == []


def test_an_adopted_plan_has_no_way_back(told: Told) -> None:
    """To a draft or onto waiting it cannot go; only knowledge grows old."""
    for new in ("utkast", "satt_på_vent", "foreldet"):
        assert step(told, "vedtatt", new, events=VOTED) == ["vedtatt"]
    noted = VOTED.replace("vedtatt", "til_orientering")
    assert step(told, "til_orientering", "foreldet", type_="analyse", events=noted) == []
    assert step(told, "under_revisjon", "foreldet", type_="analyse", events=noted) == []
    assert step(told, "under_revisjon", "foreldet", events=noted) == ["vedtatt"]


def test_other_rules_judge_what_is_recorded(told: Told) -> None:
    """PL401 asks for the adoption, PL402 for the status that events tell, PL405 for a successor or a repeal."""
    assert step(told, "planlagt", "vedtatt") == []
    assert step(told, "utgått", "vedtatt") == []
    assert step(told, "utgått", "vedtatt", events=VOTED) == ["avsluttet"]
    assert step(told, "vedtatt", "igangsatt", events=VOTED) == []
    assert step(told, "igangsatt", "erstattet") == []
    assert step(told, "igangsatt", "opphevet") == []
    repealed = VOTED + "  - {hva: opphevet, dato: 2024-03-20, organ: kommunestyret, sak: 12/24}\n"
    assert step(told, "opphevet", "vedtatt", events=repealed) == []


def test_a_status_that_nothing_stood_behind_may_be_mended(told: Told) -> None:
    """Adopted without an adoption, replaced by nothing: planlint itself asked for another status."""
    assert step(told, "vedtatt", "til_vedtak") == []
    assert step(told, "erstattet", "vedtatt", events=VOTED) == []
    old, new = PLAN.replace("status: vedtatt", "status: erstattet"), "planer/ny.yaml"
    follows = PLAN.replace("2022-02", "2023-02").replace("ansvarlig", "erstatter: [klima]\nansvarlig")
    freed = follows.replace("erstatter: [klima]\n", "")
    found = told({KLIMA: old, new: follows}, {KLIMA: PLAN, new: freed}, rule="PL913")
    assert found == ["PL913 avsluttet status: vedtatt 0"]


def test_a_look_at_another_day(told: Told) -> None:
    """Before the plan's last event the file's status is not the one that holds, and no step is judged."""
    before = PLAN.replace("status: vedtatt", "status: utgått")
    assert told({KLIMA: before}, {KLIMA: PLAN}, day="2021-06-15", rule="PL913") == []
    assert len(told({KLIMA: before}, {KLIMA: PLAN}, rule="PL913")) == 1
    assert edited(told, ("status: vedtatt\n", "")) == []
    assert edited(told, ("tittel:", "status: vedtatt\ntittel:"), text=PLAN.replace("status: vedtatt\n", "")) == []


def test_a_plan_of_an_unknown_type(told: Told) -> None:
    """It may be knowledge, so growing old is open to it."""
    assert step(told, "vedtatt", "foreldet", type_="ukjent", events=VOTED) == []
