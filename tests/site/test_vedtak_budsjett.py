"""Decisions in words, budgets and conflicts between goals: on the pages, in the tables, and through a workbook."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from support.helpers import DATE, check, fjordvik, found, run, write

from planlint.register.budsjett import is_sum_right, rounding, sum_of
from planlint.site import build
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.text import language

if TYPE_CHECKING:
    from pathlib import Path

DAY = date.fromisoformat(DATE)
PLAN = """\
tittel: Klimaplan 2023–2030
type: temaplan
status: vedtatt
sammendrag: Hvordan kommunen skal kutte.
periode: {fra: 2023, til: 2030}
hendelser:
  - {hva: vedtatt, dato: 2023-03-08, organ: kommunestyret, sak: 12/23}
  - hva: verbalvedtak
    dato: 2023-03-08
    organ: kommunestyret
    sak: 12/23
    tekst: Det legges til grunn 40–50 ladepunkter i året.
    mål: [trygg-oppvekst]
revisjon: {neste: 2027}
ansvarlig: oppvekst
forankring: [trygg-oppvekst]
budsjett:
  tittel: Klimabudsjett
  enhet: tonn CO2
  fra: 2023
  til: 2030
  sum: -14.5
  kilde: plandokument
  sted: tabell 1
  oppgir: Sum -14,5
  poster:
    - {tittel: Personbiler, verdi: -12.4, mål: [trygg-oppvekst], tiltak: [aapne-moeteplasser]}
    - {tittel: Lastebiler, verdi: 3.1}
    - {tittel: Landbruk}
    - {tittel: Oppvarming, verdi: -5.2}
kilder: [{kilde: plandokument}]
"""
CONFLICT = "tittel: Fortetting gir uro\ntype: målkonflikt\nmål: [trygg-oppvekst, naer-natur]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system with a climate plan that has a budget and a decision in words."""
    fjordvik(tmp_path)
    write(tmp_path, "planer/klimaplan.yaml", PLAN)
    return tmp_path


def draw(root: Path, code: str = "nb") -> dict[str, str]:
    """Draw the site in a language; give each page's text without its tags."""
    system = open_system(root, DAY)
    assert system.register is not None
    site = Nettsted(system.register, check(system.root, DAY, lang=code), language(code))
    pages = {path: data.decode() for path, data in build.files(site, ("html",), None).items() if path.endswith(".html")}
    return {path: " ".join(re.sub(r"<[^>]+>", " ", text).split()) for path, text in pages.items()}


def test_the_plans_page_shows_budget_and_decision(root: Path) -> None:
    """The plan's page has the decision in its own words with its goal, and the budget with its sum and source."""
    page = draw(root)["plan/klimaplan.html"]
    assert "Verbalvedtak: Det legges til grunn 40–50 ladepunkter i året." in page
    assert "Vedtaket gjelder: 1.1 Barn og unge har en trygg oppvekst" in page
    assert "i tonn CO2. Tallene gjelder fra 2023 til 2030. De er ventede virkninger, ikke det som skal nås." in page
    assert re.search(r"Landbruk ikke eget tall .*Sum -14,5 .*tabell 1", page)


def test_the_goals_page_shows_them_too(root: Path) -> None:
    """The goal's page has the decision about it and what the budget expects; an expectation is no target."""
    pages = draw(root)
    page = pages["maal/trygg-oppvekst.html"]
    assert "Vedtak om målet Verbalvedtak 8.3.2023, kommunestyret, sak 12/23, ført ved Klimaplan 2023–2030" in page
    assert "Personbiler: -12,4 tonn CO2 fra 2023 til 2030" in page
    assert "ladepunkter" not in pages["maal/naer-natur.html"]
    assert "Måltall: -12,4" not in " ".join(pages.values())


def test_the_lists_of_decisions_tell_it(root: Path) -> None:
    """The front page has the decision in words among the latest, and it changes nothing of what the plan is."""
    assert "Klimaplan 2023–2030 , verbalvedtak, kommunestyret, sak 12/23" in draw(root)["index.html"]
    system = open_system(root, DAY)
    assert system.register is not None
    assert system.register.status(system.register.planer["klimaplan"]) == "vedtatt"


@pytest.mark.parametrize(
    ("extra", "sum_", "right"),
    [("", -14.5, True), ("", -14.4, False), ("  avrundet: true\n", -14.4, True), ("  avrundet: true\n", -14.8, False)],
)
def test_rounding(root: Path, extra: str, sum_: float, right: bool) -> None:
    """The sum is exact; only a budget that is said to be rounded may be off, by half of the last decimal for each."""
    write(root, "planer/klimaplan.yaml", PLAN.replace("sum: -14.5\n", f"sum: {sum_}\n{extra}"))
    system = open_system(root, DAY)
    assert system.register is not None
    budsjett = system.register.planer["klimaplan"].budsjett
    assert budsjett is not None
    assert (str(sum_of(budsjett)), is_sum_right(budsjett)) == ("-14.5", right)
    assert str(rounding(budsjett)) == ("0.20" if extra else "0")


def test_without_a_sum(root: Path) -> None:
    """A budget that declares no sum is not judged, and the page says that the sum is computed."""
    write(root, "planer/klimaplan.yaml", PLAN.replace("  sum: -14.5\n", "").replace("  fra: 2023\n  til: 2030\n", ""))
    assert "Sum av postene som har tall, regnet ut her -14,5" in draw(root)["plan/klimaplan.html"]


@pytest.mark.parametrize(("time", "said"), [("fra: 2023", "fra 2023"), ("til: 2030", "innen 2030")])
def test_half_a_time(root: Path, time: str, said: str) -> None:
    """A budget may say only one end of its time, and one whose rows do not give the sum shows whose sum it is."""
    write(
        root, "planer/klimaplan.yaml", PLAN.replace("  fra: 2023\n  til: 2030\n  sum: -14.5", f"  {time}\n  sum: -14")
    )
    page = draw(root)["plan/klimaplan.html"]
    assert f"Tallene gjelder {said}." in page
    assert "Sum ifølge kilden -14" in page


def test_a_broken_link_is_found(root: Path) -> None:
    """Goals, measures and sources of a budget, and goals of a decision, are looked up like any other."""
    text = PLAN.replace("mål: [trygg-oppvekst]\n", "mål: [borte]\n").replace("[aapne-moeteplasser]", "[ingen]")
    codes = found(
        root, "PL102", {"planer/klimaplan.yaml": text.replace("  kilde: plandokument\n", "  kilde: ukjent\n")}
    )
    assert len(codes) == 3


def test_round_trip(root: Path) -> None:
    """A workbook with budget and decision comes back as it went out."""
    done = run("export", "--format", "xlsx", "--out", "ut.xlsx", "--date", DATE, cwd=root)
    assert done.returncode == 0, done.stderr
    back = run("import", "ut.xlsx", "--date", DATE, cwd=root)
    assert "er som før" in back.stdout + back.stderr
    assert (root / "plans/planer/klimaplan.yaml").read_text(encoding="utf-8") == PLAN


def test_set_reaches_a_row(root: Path) -> None:
    """`planlint set` changes one number of a budget and leaves the rest."""
    done = run("set", "klimaplan", "budsjett.poster.2.verdi=3.4", cwd=root)
    assert done.returncode == 0, done.stderr
    assert (root / "plans/planer/klimaplan.yaml").read_text(encoding="utf-8") == PLAN.replace("3.1", "3.4")


@pytest.mark.parametrize(("code", "wrong"), [("nb", "svarer"), ("nn", "svarer"), ("en", "answer")])
def test_a_conflict_is_never_an_answer(root: Path, code: str, wrong: str) -> None:
    """On no page, in no language, is a goal of a conflict said to answer anything: no sentence of the kind is new."""
    before = draw(root, code)
    write(root, "utfordringer/fortetting.yaml", CONFLICT)
    after = draw(root, code)
    sentences = re.compile(rf"[^.:]{{0,25}}{wrong}[^.:]{{0,25}}", re.IGNORECASE)  # what stands before it may be new
    for path, text in after.items():
        known = sentences.findall(before.get(path, ""))
        assert [said for said in sentences.findall(text) if said not in known] == [], path
    in_conflict = {"nb": "er i konflikt med", "nn": "er i konflikt med", "en": "in conflict with"}[code]
    for path in ("maal/trygg-oppvekst.html", "maal/naer-natur.html"):
        assert in_conflict in after[path], path
    assert ("in the conflict" if code == "en" else "i konflikten") in after["utfordringer.html"]


def test_a_challenge_is_still_answered(root: Path) -> None:
    """The same goals answer a challenge; the two stand apart on the goal's page."""
    write(root, "utfordringer/fortetting.yaml", CONFLICT)
    write(root, "utfordringer/dyrtid.yaml", "tittel: Dyrtid\nmål: [trygg-oppvekst]\n")
    page = draw(root)["maal/trygg-oppvekst.html"]
    assert re.search(r"Målet svarer på disse utfordringene: Dyrtid Målkonflikter .*Fortetting gir uro", page)
