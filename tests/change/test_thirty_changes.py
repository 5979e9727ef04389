"""Thirty changes to Bærum's plans: the comment that each planner gets, kept as it was read and found true and short.

tests/data/comments/baerum holds them, but for the small print below the line, whose numbers follow the register:
`pytest tests/change/test_thirty_changes.py --update-expected` writes them anew, to be read again.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.baerum_changes import DAY, Change, Edit, added, asked, baerum, both, gone, kept, plan, repo, swap

__all__ = ["baerum", "repo"]
MOBILITET = "planer/strategidokumenter/mobilitetsstrategi.yaml"
KLIMA = "planer/strategidokumenter/klimastrategi-2030.yaml"
KLIMA_NY = "planer/strategidokumenter/klimastrategi.yaml"
SYKKEL = "planer/strategidokumenter/sykkelstrategi.yaml"
SAMFUNN = "planer/overordnede-planer/kommuneplanens-samfunnsdel-2021.yaml"
SAMFUNN_NY = "planer/overordnede-planer/kommuneplanens-samfunnsdel-2026.yaml"
GOAL = "maal/samfunnsdel-2021/4-handlekraftig-og-innovativ/4-1-aapen-og-digital/2021-4-1-aapen-og-digital.yaml"
AAPEN = "2021-4-1-aapen-og-digital"
WORK = "planer/arealplaner/forenkling-av-bestemmelser-i-smaahusomraadene.yaml"
NOE = "planer/temaplaner/plan-for-noe.yaml"
PLAN = """\
tittel: Plan for noe
type: temaplan
status: vedtatt
sammendrag: Planen viser hva kommunen vil gjøre med noe.
periode: {fra: 2024, til: 2032}
hendelser:
  - {hva: vedtatt, dato: 2024-05-22, organ: kommunestyret, sak: 41/24}
ansvarlig: barn-og-unge
forankring: [2021-4-1-aapen-og-digital]
kilder: [{kilde: grunnlagsdokument-2019}]
"""
GAMMEL = (
    PLAN.replace("{fra: 2024, til: 2032}", "{fra: 2018, til: 2022}")
    .replace("2024-05-22", "2018-05-23")
    .replace("41/24", "41/18")
)
SAMFUNNSDEL = """\
tittel: Kommuneplanens samfunnsdel 2026-2040
type: samfunnsdel
status: vedtatt
sammendrag: Den nye samfunnsdelen.
periode: {fra: 2026, til: 2040}
hendelser:
  - {hva: vedtatt, dato: 2026-11-25, organ: kommunestyret, sak: 100/26}
ansvarlig: organisasjon-styring-utvikling
erstatter: [kommuneplanens-samfunnsdel-2021]
kilder: [{kilde: grunnlagsdokument-2019}]
"""


def moved(root: Path) -> None:
    """Give a file another name, as in a browser."""
    (root / "plans" / KLIMA).rename(root / "plans" / KLIMA_NY)


def goal_moved(root: Path) -> None:
    """Give a goal's file another name, as in a browser."""
    (root / "plans" / GOAL).rename(root / "plans" / GOAL.replace("-og-digital.yaml", ".yaml"))


def work_moved(root: Path) -> None:
    """Give the file of a plan under work another name, as in a browser; a finding about it is known."""
    (root / "plans" / WORK).rename(root / "plans" / WORK.replace("forenkling-av-bestemmelser-i-", "nye-regler-for-"))


def responsible(root: Path) -> None:
    """Write who is responsible in fifty plans that say it not."""
    files = sorted((root / "plans/planer").rglob("*.yaml"))
    texts = [(file, file.read_text(encoding="utf-8")) for file in files]
    for file, text in [(file, text) for file, text in texts if not re.search("^ansvarlig", text, re.MULTILINE)][:50]:
        file.write_text(f"{text}ansvarlig: barn-og-unge\n", encoding="utf-8")


def longer(root: Path) -> None:
    """Let known findings last for twelve years more."""
    for file in sorted((root / "plans/avvik").glob("PL302-*.yaml")):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"^til: .*", "til: 2036-06-30", text, flags=re.MULTILINE), encoding="utf-8")


def conflict(root: Path) -> None:
    """Leave the marks of a merge in a known finding."""
    file = next((root / "plans/avvik").glob("PL301-*.yaml"))
    text = file.read_text(encoding="utf-8")
    file.write_text(f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> annen\n", encoding="utf-8")


def rules(text: str) -> Edit:
    """Set rules in plansystem.yaml."""
    return added("plansystem.yaml", f"\nregler:\n  {text}\n")


OLD = ("advarsel PL311", *("advarsel PL613",) * 8, "advarsel PL616", "advarsel PL617")
"""What main says of plansystem.yaml, which folds out last."""
ACCEPT = ("avvik", "add", "plans/" + NOE, "--select", "PL301", "--reason", "Skal rettes", "--date", DAY)
CHANGES = {
    "ny-plan": Change(plan(PLAN)),
    "ny-plan-uten-forankring": Change(plan(PLAN.replace(f"forankring: [{AAPEN}]\n", "")), ("feil PL201",)),
    "utloept-plan": Change(plan(GAMMEL), ("feil PL301",)),
    "vedtatt-uten-vedtak": Change(
        plan(re.sub(r"hendelser:\n.*\n", "", PLAN)), ("feil PL401",), plan(PLAN.replace("vedtatt", "til_vedtak", 1))
    ),
    "samme-id": Change(plan(PLAN, "planer/strategidokumenter/plan-for-noe.yaml"), ("feil PL101",), plan(PLAN)),
    "nytt-navn-i-nettleseren": Change(moved, ("feil PL912",)),
    "nytt-navn-og-tidligere-id": Change(
        both(moved, added(KLIMA_NY, "tidligere_id: [klimastrategi-2030]\n")), ("info PL102",)
    ),
    "nytt-navn-med-kommando": Change(asked("rename", "klimastrategi-2030", "klimastrategi")),
    "ny-samfunnsdel": Change(
        both(plan(SAMFUNNSDEL, SAMFUNN_NY), swap(SAMFUNN, "status: vedtatt", "status: erstattet")),
        ("advarsel PL708",) * 25,
    ),
    "plan-slettet": Change(gone(SYKKEL), ("feil PL102", "feil PL912")),
    "plan-opphevet": Change(swap(SYKKEL, "status: vedtatt", "status: opphevet"), ("feil PL405",)),
    "uleselig": Change(swap(MOBILITET, "status: vedtatt", "status:vedtatt"), ("feil PL001",)),
    "ukjent-type": Change(swap(MOBILITET, "type: strategi", "type: strategisk"), ("feil PL102",)),
    "reparert": Change(
        swap(MOBILITET, "status:vedtatt", "status: vedtatt"), (), swap(MOBILITET, "status: vedtatt", "status:vedtatt")
    ),
    "bare-kommentar": Change(added(MOBILITET, "# lest av rådgiveren\n")),
    "dagen-etter-at-en-annen-gikk-ut": Change(
        added(MOBILITET, "# lest av rådgiveren\n"), (), plan(PLAN.replace("2032", "2026")), "2027-01-02"
    ),
    "femti-planer": Change(responsible),
    "regel-av": Change(both(plan(GAMMEL), rules("PL301: {alvor: av}")), OLD),
    "regel-mildere": Change(rules("PL301: {alvor: info}"), OLD, plan(GAMMEL)),
    "feil-godtatt": Change(both(plan(GAMMEL), asked(*ACCEPT))),
    "feil-godtatt-etterpaa": Change(asked(*ACCEPT), (), plan(GAMMEL)),
    "unntak-i-filen": Change(
        plan(GAMMEL.replace("periode", "# planlint: unntak[PL301] Ny plan er på høring\nperiode"))
    ),
    "unntak-som-slutter-med-et-aar": Change(
        plan(GAMMEL.replace("periode", "# planlint: unntak[PL301] Vi rekker det ikke til 2030\nperiode")),
        ("info PL901",),
    ),
    "avvik-forlenget": Change(longer),
    "avvik-slettet": Change(gone("avvik")),
    "avvik-med-flettekonflikt": Change(conflict, ("feil PL001",)),
    "avvik-rettet": Change(plan(PLAN)),
    "maal-slettet": Change(gone(GOAL), ("advarsel PL911", "feil PL102")),
    "maal-med-nytt-navn": Change(goal_moved, ("feil PL102",)),
    "arbeid-med-nytt-navn": Change(work_moved, ("advarsel PL406",)),
    "maalets-ord": Change(swap(GOAL, "er åpen", "er helt åpen"), ("advarsel PL911",)),
    "ny-forankring": Change(swap(NOE, AAPEN, "2021-4-2-attraktiv-arbeidsgiver"), (), plan(PLAN)),
}
QUIET = {"femti-planer"}
"""Those of which all that is found was there before."""


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_to_real_plans(name: str, repo: Path, update_expected: bool) -> None:
    """The comment is the one that was read; errors first; short; and no word of no findings above findings."""
    change = CHANGES[name]
    text, found = kept(name, repo, change, update=update_expected)
    assert not ("ingen nye funn" in text and set(found) - set(OLD) and name not in QUIET)
    if name not in {"avvik-slettet", "femti-planer"}:
        assert found == list(change.told)
