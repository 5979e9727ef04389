"""One cause, one finding: what follows from a broken link or a turned period holds its tongue."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from plan_mutants import run as mutants
from support.helpers import DATE, PLAN, check, fjordvik, write
from support.rule_cases import ENDED, SAMFUNNSDEL, change, goal

HUNG_ON = {"declaration cut", "replaces another"}
TODAY = date.fromisoformat(DATE)


def codes(root: Path, day: date = TODAY) -> list[str]:
    """Give the codes of the findings in a plan system."""
    return [item.diagnostic.code for item in check(root, day).findings]


def test_a_replaced_samfunnsdel_is_one_finding_for_each_plan(root: Path) -> None:
    """Five plans anchored in four goals of a plan that has ended give five findings, not twenty."""
    write(root, "planer/gammel.yaml", ENDED)
    ids = ["en", "to", "tre", "fire"]
    for id_ in ids:
        goal(root, id_, "gammel")
    for number in range(5):
        text = PLAN.replace("Klimastrategi", f"Strategi nummer {number} for {'abcde'[number] * 7}")
        write(root, f"planer/plan-{number}.yaml", text.replace("[trygg-oppvekst]", f"[{', '.join(ids)}]"))
    assert codes(root).count("PL202") == 5


def test_a_ring_of_replacements_is_told_once_and_replaces_nobody(tmp_path: Path) -> None:
    """Which came first nobody knows: PL104 alone speaks, and both plans apply as their files say."""
    root = fjordvik(tmp_path)
    file = root / "plans/planer/samfunnsdel-2020.yaml"
    text = file.read_text(encoding="utf-8")
    before = codes(root)
    arealdel = root / "plans/planer/arealdel-2021.yaml"
    arealdel.write_text(arealdel.read_text(encoding="utf-8") + "erstatter: [samfunnsdel-2020]\n", encoding="utf-8")
    file.write_text(text + "erstatter: [arealdel-2021]\n", encoding="utf-8")
    assert codes(root) == [*before, "PL104"]


def test_a_turned_period_is_told_once(root: Path) -> None:
    """A period that ends before it begins is PL305's; what the title says of the years comes right with it."""
    turned = PLAN.replace("Klimastrategi for Fjordvik", "Klimastrategi 2022–2030").replace(
        "{fra: 2022, til: 2030}", "{fra: 2030, til: 2022}"
    )
    write(root, "planer/planen.yaml", turned)
    assert codes(root) == ["PL305"]


def test_an_adoption_to_come_is_told_once(root: Path) -> None:
    """On what weekday a decision is that cannot have been made yet, is no matter."""
    write(root, "planer/planen.yaml", PLAN.replace("2022-02-16", "2024-12-15"))
    assert codes(root) == ["PL307"]


def test_no_change_of_one_thing_makes_a_crash_or_a_crowd(root: Path) -> None:
    """Of each kind of change, some are tried on a small plan system: nothing falls over, and few findings come of one.

    `tools/plan_mutants` tries thousands on a large one. What others hang on is told at each of them.
    """
    write(root, "planer/planen.yaml", PLAN)
    judge, world = mutants.first(root, TODAY)
    crowds = {}
    for name, change in mutants.tries(world, 3, 1):
        word, new, _ = mutants.outcome(judge, world, change)
        assert not word.startswith("crash"), (name, word, str(change))
        if len({(code, entity) for code, entity, _, _ in new}) > 3 and name not in HUNG_ON:
            crowds[str(change)] = mutants.told(new)
    assert crowds == {}


KILDER = "kilder: [{kilde: plandokument}]"
TOLD = "kilder: [{kilde: aarsmelding-2023, hva: vedtatt, dato: 2022-02-16}]"
TWICE = TOLD.replace("}]", "}, {kilde: plandokument, hva: vedtatt, dato: 2022-02-16}]")
OLDER = "kilder: [{kilde: planoversikt-2021, hva: vedtatt, dato: 2021-02-17}]"
DAY = "dato: 2022-02-16"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        # The source gives another day: that it is a Sunday, and not the year of the case, comes right with it.
        ([(DAY, "dato: 2020-02-16"), (KILDER, TOLD)], ["PL802"]),
        ([(DAY, "dato: 2020-02-16")], ["PL308", "PL314"]),
        # Two sources give the day of an adoption that is only announced: PL401 says that it is lacking.
        ([(KILDER, TWICE), ("hva: vedtatt, dato: 2022-02-16, o", "hva: vedtatt, dato: 2024-01-10, planlagt: true, o")],
         ["PL401"]),
        # The adoption is written on a day to come: what the sources say is the right one.
        ([(DAY, "dato: 2024-12-15"), (KILDER, OLDER)], ["PL307"]),
        # A period turned round, with a revision beside it, or far ahead.
        ([("{fra: 2022, til: 2030}", "{fra: 2030, til: 2022}\nrevisjon: {neste: 2026}")], ["PL305"]),
        ([("{fra: 2022, til: 2030}", "{fra: 2122, til: 2030}")], ["PL305"]),
        # A period of a day is none to hold against the title or the revision.
        ([("{fra: 2022, til: 2030}", "{fra: 2027-01-01, til: 2027-01-01}\nrevisjon: {neste: 2026}"),
          ("Klimastrategi for Fjordvik", "Klimastrategi 2022–2030")], ["PL313"]),
        # Not updated when the plan was adopted: PL301 says so.
        ([("{fra: 2022, til: 2030}", "{fra: 2016, til: 2020}")], ["PL301"]),
        # An anchor that cannot be read may be what follows a goal up.
        ([("[trygg-oppvekst]", "[{mål: ''}]")], ["PL006"]),
    ],
)  # fmt: skip
def test_one_slip_is_told_where_it_is(root: Path, changes: list[tuple[str, str]], expected: list[str]) -> None:
    """What else would be wrong with the same field is told when that is mended, if it still is."""
    text = PLAN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    write(root, "planer/planen.yaml", text)
    assert codes(root) == expected


def test_a_known_deviation_in_another_folder_is_told_once(root: Path) -> None:
    """It is one file that lies in the wrong place, not five fields that no plan has and a name that is no id."""
    known = "regel: PL201\ngjelder: plan/p\ngrunn: Avtalt i møtet\ntil: 2025-01-10\navtrykk: 0123456789ab\n"
    write(root, "planer/PL201-plan-p.yaml", known)
    [item] = check(root, TODAY).findings
    assert (item.diagnostic.code, item.diagnostic.finding.variant) == ("PL007", "slag")
    assert item.diagnostic.finding.args["riktig"] == "avvik"


def test_a_day_that_several_sources_give_and_no_event_shows_is_told_once(root: Path) -> None:
    """With the other sources beside it; another day is another finding."""
    sources = [("plandokument", "2019-02-13"), ("aarsmelding-2023", "2019-02-13"), ("plandokument", "2018-02-14")]
    more = "".join(f", {{kilde: {kilde}, hva: opphevet, dato: {day}}}" for kilde, day in sources)
    write(root, "planer/planen.yaml", PLAN.replace(KILDER, KILDER.replace("}]", f"}}{more}]")))
    [one, other] = check(root, TODAY, select=("PL807",)).findings
    assert [len(item.diagnostic.finding.related) for item in (one, other)] == [1, 0]


@pytest.mark.parametrize(
    "section", ["måltyper:\n  samfunnsmål: {skal_deles: true}\n", "plantyper:\n  strategi: {rolle: samfunnsdel}\n"]
)
def test_types_that_cannot_be_read_are_told_once(root: Path, section: str) -> None:
    """What stands in their place when nobody declares any is not what the municipality meant: nothing is held to it."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    name = section.partition(":")[0]
    kept = "".join(part for part in re.split(r"(?m)^(?=\S)", text) if not part.startswith(f"{name}:"))
    file.write_text(kept + section, encoding="utf-8")
    goal(root, "loest", "samfunnsdel-2020")
    assert set(codes(root)) == {"PL005"}


UTFORDRING = "tittel: Flere eldre\nmål: [gode-liv]\nkilder: [{kilde: plandokument}]\n"
ENDING = "sak: 40/20}\n"
REPEAL = ENDING + "  - {hva: opphevet, dato: 2023-05-10, organ: kommunestyret, sak: 12/23}\n"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        # One word says that the samfunnsdel has ended: PL405 tells of the word.
        ([("status: vedtatt", "status: opphevet")], False),
        ([("status: vedtatt", "status: erstattet")], False),
        # The register shows how it ended, or a source says that it has: then a challenge needs another goal.
        ([("status: vedtatt", "status: opphevet"), (ENDING, REPEAL)], True),
        ([("status: vedtatt", "status: opphevet"), ("kilde: plandokument", "kilde: plandokument, status: opphevet")],
         True),
    ],
)  # fmt: skip
def test_a_status_that_nothing_shows_is_told_once(root: Path, changes: list[tuple[str, str]], told: bool) -> None:
    """That the goals of a challenge have ended is told where it is more than a word."""
    write(root, "utfordringer/eldre.yaml", UTFORDRING)
    for old, new in changes:
        change(root, SAMFUNNSDEL, old, new)
    assert ("PL708" in codes(root)) is told


STRATEGI = "tittel: Planstrategi 2023–2027\nvalgperiode: 2023-2027\nhendelser:\n  - {hva: vedtatt, dato: DAG}\n"


@pytest.mark.parametrize(("day", "expected"), [("2024-02-14", []), ("14.02.24", ["PL006"]), ("2024-12-18", ["PL301"])])
def test_a_planstrategi_of_which_nobody_can_read_the_adoption(root: Path, day: str, expected: list[str]) -> None:
    """What it decides may be decided: its own fault is told, and not each plan that it says something of."""
    strategi = STRATEGI.replace("DAG", day) + "kilder: [{kilde: plandokument}]\n"
    write(root, "planstrategier/planstrategi-2023.yaml", strategi)
    over = PLAN.replace("{fra: 2022, til: 2030}", "{fra: 2022, til: 2023}")
    write(root, "planer/planen.yaml", over + "beslutninger: {planstrategi-2023: {valg: videreføres}}\n")
    found = [code for code in codes(root) if code in {"PL006", "PL301"}]
    assert found == expected


def test_a_draft_whose_own_word_is_misspelt_is_told_once(root: Path) -> None:
    """That it is a draft is read wrongly, and not where it stands."""
    draft = "tittel: Et {}\ntype: {}\nplan: samfunnsdel-2020\noverordnet: {}\n{}: true\nblir: [{{utfall: utgått}}]\n"
    write(root, "maal/over.yaml", draft.format("utkast", "delmål", "gode-liv", "utkast"))
    write(root, "maal/under.yaml", draft.format("annet", "strategi", "over", "utksat"))
    assert "PL208" not in codes(root)


@pytest.mark.parametrize(
    ("old", "new"), [("status: vedtatt", "satus: vedtatt"), ("dato: 2022-02-16", "dato: 16. februar 22")]
)
def test_a_successor_that_cannot_be_read_is_told_once(root: Path, old: str, new: str) -> None:
    """Whether the plan that came in the place of another is adopted is read when its own fault is mended."""
    write(root, "planer/gammel.yaml", PLAN.replace("status: vedtatt", "status: erstattet"))
    text = PLAN.replace("Klimastrategi for", "Ny strategi for") + "erstatter: [gammel]\n"
    write(root, "planer/planen.yaml", text.replace(old, new))
    assert codes(root) == ["PL006" if "dato" in old else "PL004"]
