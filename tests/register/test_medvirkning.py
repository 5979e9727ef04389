"""Drafts and input in the register: found both ways, never counted as goals, and a høring that is over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import PLAN, fjordvik, found, write

from planlint.register import (
    Register,
    counts,
    direct_oppfoelging,
    ended_hearing,
    find_copies,
    measure_dekning,
    medvirkning,
    told_number,
)
from planlint.system.system import open_system

DAY = date(2024, 6, 15)
DRAFT = "tittel: Barn skal høres\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\nutkast: true\n"
TILTAK = "tittel: Barnehøring\nmål: [utkast]\nansvarlig: oppvekst\n"


def _register(root: Path, **files: str) -> Register:
    fjordvik(root)
    for name, text in files.items():
        write(root, f"{name.replace('__', '/')}.yaml", text)
    register = open_system(root, DAY).register
    assert register is not None
    return register


def test_a_draft_is_counted_nowhere(tmp_path: Path) -> None:
    """Not among the goals, their coverage, the goals below another, or what a measure follows up."""
    without = measure_dekning(_register(tmp_path / "a"))
    register = _register(tmp_path / "b", maal__utkast=DRAFT, tiltak__hoering=TILTAK)
    assert measure_dekning(register).maal == without.maal
    assert "utkast" not in {one.id for one in register.maal_below(register.maal["gode-liv"])}
    assert "utkast" not in direct_oppfoelging(register)
    assert counts(register, register.tiltak["hoering"])
    assert register.find_maal("utkast") is register.every_maal["utkast"]


def test_input_is_found_by_what_it_concerns(tmp_path: Path) -> None:
    """By its goals and drafts, and by its plan or theirs, in the order of its numbers; once each."""
    both = 'tittel: Begge\nplan: samfunnsdel-2020\nmål: [utkast, utkast, trygg-oppvekst]\nnummer: "10"\n'
    only = 'tittel: Bare målet\nmål: [trygg-oppvekst]\nnummer: "2"\n'
    loose = "tittel: Bare tema\ntema: [barn]\nnummer: A\n"
    register = _register(
        tmp_path, maal__utkast=DRAFT, innspill__begge=both, innspill__maalet=only, innspill__tema=loose
    )
    known = medvirkning(register)
    assert known is medvirkning(register)
    assert [item.id for item in known.innspill["samfunnsdel-2020"]] == ["maalet", "begge"]
    assert [item.id for item in known.om_maal["trygg-oppvekst"]] == ["maalet", "begge"]
    assert [item.id for item in known.om_maal["utkast"]] == ["begge"]
    assert [one.id for one in known.utkast["samfunnsdel-2020"]] == ["utkast"]


def test_a_draft_of_an_unknown_plan_is_no_plans_draft(tmp_path: Path) -> None:
    """PL102 tells of the plan; here nothing is made up of it."""
    register = _register(tmp_path, maal__utkast=DRAFT.replace("samfunnsdel-2020", "finnes-ikke"))
    assert not medvirkning(register).utkast


@pytest.mark.parametrize(
    ("events", "over", "number"),
    [
        ("", None, None),
        ("  - {hva: høring_start, dato: 2024-01-10}\n", None, None),
        ("  - {hva: høring_start, dato: 2024-01-10, innspill: 4}\n  - {hva: høring_slutt, dato: 2024-03-01}\n",
         "høring_slutt", 4),
        ("  - {hva: offentliggjort, dato: 2024-01-10}\n  - {hva: vedtatt, dato: 2024-03-01}\n", "offentliggjort", None),
    ],
)  # fmt: skip
def test_a_hearing_is_over(tmp_path: Path, events: str, over: str | None, number: int | None) -> None:
    """By its own end, or by an adoption after it; what its events say came in is found."""
    plan = "tittel: Bibliotekplan\ntype: temaplan\n" + (f"hendelser:\n{events}" if events else "")
    register = _register(tmp_path, planer__bibliotek=plan)
    ended = ended_hearing(register, register.planer["bibliotek"])
    assert (ended.hva if ended else None) == over
    assert told_number(register, register.planer["bibliotek"]) == number


def test_two_variants_are_no_copies(tmp_path: Path) -> None:
    """Drafts of one wording are told apart by their variant, and a draft is no copy of the goal that it became."""
    same = DRAFT.replace("Barn skal høres", "Barn og unge vokser opp trygt")
    goal = same.replace("utkast: true\n", "")
    register = _register(
        tmp_path, maal__a=same + "variant: A\n", maal__b=same + "variant: B\n", maal__c=goal,
        innspill__en="tittel: Ja\navsender: ungdomsrådet\n", innspill__to="tittel: Ja\navsender: eldrerådet\n",
    )  # fmt: skip
    assert not [copies for copies in find_copies(register) if copies.first.kind in {"maal", "innspill"}]


def test_a_hearing_that_others_input_is_older_than_is_asked_for(tmp_path: Path) -> None:
    """A municipality that has begun to record input is asked for that of later hearings, and not of earlier ones."""
    plan = "tittel: Bibliotekplan\ntype: temaplan\nhendelser:\n  - {hva: høring_slutt, dato: 2024-03-01}\n"
    early = {"planer/bibliotek.yaml": plan, "innspill/a.yaml": "tittel: Mer lys\nplan: arealdel-2021\ndato: 2023\n"}
    assert found(tmp_path / "a", "PL413", early) == [("plan/bibliotek", "")]
    late = early | {"innspill/a.yaml": "tittel: Mer lys\nplan: arealdel-2021\ndato: 2024-05-01\n"}
    assert found(tmp_path / "b", "PL413", late) == []
    assert found(tmp_path / "c", "PL413", early | {"innspill/b.yaml": "tittel: [\n"}) == []


@pytest.mark.parametrize(
    ("sender", "told"),
    [
        ("Signe", True), ("Kari Nordmann, innbygger", True), ("Dag Hansen", True), ("Dag", False),
        ("på Dag to", False), ("Stein AS", False), ("St. Olav videregående skole", False), ("innbygger", False),
        ("Anne-Grete Lie", False), ("", False),
    ],
)  # fmt: skip
def test_the_name_of_a_person_is_seen(tmp_path: Path, sender: str, told: bool) -> None:
    """A common first name where a role should stand; one that is another word too needs a name behind it."""
    text = "tittel: Mer lys\nplan: arealdel-2021\n" + (f"avsender: {sender}\n" if sender else "")
    assert found(tmp_path, "PL009", {"innspill/a.yaml": text}) == ([("innspill/a", "navn")] if told else [])


def test_a_thread_by_a_dropped_draft_leads_to_no_samfunnsdel_out_of_force(tmp_path: Path) -> None:
    """The thread stops at the draft: the samfunnsdel that it was a draft to is in force, and is not said to be else."""
    plan = PLAN.replace("trygg-oppvekst", "utkast")
    register = _register(tmp_path, maal__utkast=DRAFT + "blir: [{utfall: utgått}]\n", planer__klima=plan)
    (row,) = [row for row in measure_dekning(register).planer if row.plan.id == "klima"]
    assert (row.has_traad, row.stopper_i) == (False, None)
