"""A draft planstrategi: a proposal for every plan, with the register's own reasons, and never a decision."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.ahead.draft import Utkast, utkast
from planlint.ahead.proposal import DECISION_TABLE, PlanProposal
from planlint.ahead.unmet import LOVKRAV, MAAL
from planlint.system.system import open_system
from planlint.text import language

TODAY = date.fromisoformat(DATE)
HELE = Path(__file__).parents[1] / "data" / "hele"
TERM = "2023-2027"
STRATEGI = """\
tittel: Planstrategi
valgperiode: "2023-2027"
status: vedtatt
hendelser:
  - {hva: vedtatt, dato: 2024-03-13}
"""
ENDED = PLAN.replace("{fra: 2022, til: 2030}", "{fra: 2010, til: 2014}").replace("2022-02-16", "2010-02-16")
UNLINKED = ENDED.replace("forankring: [trygg-oppvekst]\n", "")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small clean plan system: a samfunnsdel, an arealdel and one goal that must be followed up."""
    return fjordvik(tmp_path)


def draft(root: Path, term: str = TERM, day: date = TODAY) -> Utkast:
    """Give the draft for a term."""
    register = open_system(root, day).register
    assert register is not None
    return utkast(register, term)


def proposal(root: Path, id_: str, term: str = TERM, day: date = TODAY) -> PlanProposal:
    """Give the proposal about one plan or goal."""
    all_of = draft(root, term, day)
    (found,) = [item for item in (*all_of.forslag, *all_of.utenfor) if item.entity.endswith(f"/{id_}")]
    return found


def outcome(root: Path, text: str, term: str = TERM, day: date = TODAY) -> tuple[str, str]:
    """Give the proposal about a plan with this file, and the code of its deciding reason."""
    write(root, "planer/planen.yaml", text)
    found = proposal(root, "planen", term, day)
    return found.valg, found.grunner[0].kode


def changed(old: str, new: str, text: str = PLAN) -> str:
    """Give a plan's file with a piece of text that must be there replaced."""
    assert old in text
    return text.replace(old, new)


LASTING = changed("til: 2030", "til: 2040")
TIMELESS = changed("periode: {fra: 2022, til: 2030}\n", "")
FRESH = "[{kilde: aarsmelding-2023, status: under_revisjon}]"
BEING_REVISED = changed("[{kilde: plandokument}]", FRESH, changed("status: vedtatt", "status: under_revisjon"))
CASES = {
    "lasts": (LASTING, "videreføres", "varer"),
    "nothing due": (TIMELESS, "vurderes", "uten-frist"),
    "old and timeless": (changed("2022-02-16", "2015-02-16", TIMELESS), "vurderes", "gammel"),
    "ends in the term": (changed("til: 2030", "til: 2026"), "revideres", "periode-slutter"),
    "ends as the term's last year does": (changed("til: 2030", "til: 2027"), "revideres", "periode-slutter"),
    "ends the year after": (changed("til: 2030", "til: 2028"), "videreføres", "varer"),
    "ended lately": (changed("til: 2030", "til: 2023"), "vurderes", "periode-ute"),
    "ended long ago, linked": (ENDED, "vurderes", "periode-ute"),
    "ended long ago, unlinked": (UNLINKED, "vurderes", "ubrukt"),
    "ended long ago, statutory": (UNLINKED + "lovpålagt: true\n", "revideres", "periode-ute-pliktig"),
    "ended long ago, with a legal basis": (UNLINKED + "hjemmel: [pbl-11-1]\n", "vurderes", "periode-ute"),
    "ended long ago, renewed": (changed("2010-02-16", "2022-02-16", UNLINKED), "vurderes", "fornyet"),
    "ended long ago, to be revised": (UNLINKED + "revisjon: {neste: 2020}\n", "revideres", "revisjon-forfalt"),
    "revision due": (LASTING + "revisjon: {neste: 2026}\n", "revideres", "revisjon"),
    "revision overdue": (LASTING + "revisjon: {neste: 2023}\n", "revideres", "revisjon-forfalt"),
    "revision later": (LASTING + "revisjon: {neste: 2032}\n", "videreføres", "varer"),
    "being revised": (BEING_REVISED, "revideres", "under-revisjon"),
    "no status": (changed("status: vedtatt\n", "").split("hendelser")[0], "vurderes", "status-ukjent"),
    "planned": ("tittel: Ny plan\ntype: strategi\nstatus: planlagt\n", "ny", "planlagt"),
    "being made": ("tittel: Ny plan\ntype: strategi\nstatus: på_høring\n", "ny", "under-arbeid"),
    "late": ("tittel: Ny plan\ntype: strategi\nstatus: igangsatt\narbeid: {ferdig: 2022}\n", "vurderes", "forsinket"),
    "put off": ("tittel: Ny plan\ntype: strategi\nstatus: satt_på_vent\n", "vurderes", "på-vent"),
    "decided to end": (LASTING + "beslutninger: {strategien: {valg: utgår}}\n", "oppheves", "bestemt-avviklet"),
    "decided to merge": (
        LASTING + "beslutninger: {strategien: {valg: slås_sammen}}\n", "slås_sammen", "bestemt-sammen",
    ),
    "decided to revise": (LASTING + "beslutninger: {strategien: {valg: revideres}}\n", "revideres", "bestemt-revidert"),
    "knowledge": (changed("type: strategi", "type: analyse"), "vurderes", "kunnskapsgrunnlag"),
    "without any day": (
        "tittel: En plan\ntype: strategi\nstatus: vedtatt\nforankring: [trygg-oppvekst]\n", "vurderes", "udatert",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_first_line_that_applies_decides(root: Path, case: str) -> None:
    """Each kind of plan gets the proposal that the table says, for the reason that it says."""
    text, valg, code = CASES[case]
    write(root, "planstrategier/strategien.yaml", STRATEGI)
    assert outcome(root, text) == (valg, code)


@pytest.mark.parametrize("status", ["erstattet", "opphevet", "utgått"])
def test_ended_plans_are_left_out(root: Path, status: str) -> None:
    """What has ended needs no decision; nor does a plan that was not begun on the day."""
    write(root, "planer/planen.yaml", PLAN.replace("vedtatt\n", f"{status}\n", 1))
    write(root, "planer/seinere.yaml", PLAN.replace("2022-02-16", "2024-12-16"))
    plans = {item.entity for item in draft(root).forslag if item.entity.startswith("plan/")}
    assert plans == {"plan/arealdel-2021", "plan/samfunnsdel-2020"}


def test_every_reason_is_given_and_the_deciding_one_first(root: Path) -> None:
    """All lines that apply are reasons, in the order of the table after the first."""
    write(root, "planer/planen.yaml", LASTING + "revisjon: {neste: 2026}\nlovpålagt: true\n")
    found = proposal(root, "planen")
    assert [reason.kode for reason in found.grunner] == ["revisjon", "lovpålagt", "varer"]
    texts = [language("nb").render(reason.tekst, reason.fakta) for reason in found.grunner]
    assert texts == [
        "Planen skal revideres innen utgangen av 2026.", "Loven krever en slik plan.",
        "Perioden varer til utgangen av 2040.",
    ]  # fmt: skip


def test_overlapping_plans_are_asked_about_both(root: Path) -> None:
    """PL105 speaks at one of the two; the question is about both, and each names the other."""
    write(root, "planer/en.yaml", changed("Klimastrategi for Fjordvik", "Strategi for klima og energi", LASTING))
    write(root, "planer/to.yaml", changed("Klimastrategi for Fjordvik", "Strategi for energi og klima", LASTING))
    for one, other in (("en", "energi og klima"), ("to", "klima og energi")):
        found = proposal(root, one)
        assert (found.valg, found.grunner[0].kode) == ("vurderes", "overlapp")
        assert found.question
        assert found.grunner[0].fakta == {"planer": [f"Strategi for {other}"]}
    system = (root / "plans/plansystem.yaml").read_text(encoding="utf-8")
    write(root, "plansystem.yaml", system + "regler: {PL105: av}\n")
    assert proposal(root, "en").valg == "videreføres"


def test_a_plan_that_another_will_replace(root: Path) -> None:
    """It is revised, by the new one, which has no row of its own; when that is adopted, the old one is gone."""
    write(root, "planer/planen.yaml", LASTING)
    new = "tittel: Ny klimastrategi\ntype: strategi\nstatus: igangsatt\nerstatter: [planen]\n"
    write(root, "planer/ny.yaml", new)
    assert (proposal(root, "planen").valg, proposal(root, "planen").grunner[0].kode) == ("revideres", "erstattes")
    assert "plan/ny" not in {item.entity for item in draft(root).forslag}
    write(root, "planer/ny.yaml", changed("Fjordvik", "hele Fjordvik", LASTING) + "erstatter: [planen]\n")
    assert "plan/planen" not in {item.entity for item in draft(root).forslag}


@pytest.mark.parametrize("id_", ["samfunnsdel-2020", "arealdel-2021"])
def test_a_plan_that_the_law_demands_is_not_repealed_while_it_is_the_only_one(root: Path, id_: str) -> None:
    """Whatever the last planstrategi said: the council must have one, so that the question is put instead."""
    write(root, "planstrategier/ps.yaml", STRATEGI)
    file = root / f"plans/planer/{id_}.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "beslutninger: {ps: {valg: oppheves}}\n", encoding="utf-8")
    found = proposal(root, id_)
    assert (found.valg, found.grunner[0].kode) == ("vurderes", "bestemt-avviklet-pliktig")
    write(root, "planer/annen.yaml", file.read_text(encoding="utf-8").split("beslutninger")[0])
    assert proposal(root, id_).valg == "oppheves"


def test_the_newest_of_its_role_is_the_one_that_lives(root: Path) -> None:
    """Whether a newer handlingsdel has replaced an older one is asked, be the older adopted or not."""
    system = (root / "plans/plansystem.yaml").read_text(encoding="utf-8")
    program = "  program: {navn: handlingsprogram, nivå: handling, rolle: handlingsdel, rulleres: årlig}\nmåltyper:"
    write(root, "plansystem.yaml", system.replace("måltyper:", program))
    text = PLAN.replace("type: strategi", "type: program").replace("{fra: 2022, til: 2030}", "{fra: 2024, til: 2027}")
    write(root, "planer/program-2024.yaml", text.replace("Klimastrategi for Fjordvik", "Handlingsprogram 2024–2027"))
    older = text.replace("fra: 2024", "fra: 2020")
    assert outcome(root, older) == ("vurderes", "avløst")
    assert outcome(root, older.replace("vedtatt", "til_vedtak", 1).split("hendelser")[0]) == ("vurderes", "forbigått")
    assert proposal(root, "program-2024").valg == "revideres"


def test_anchors_in_ended_goals_and_in_changed_ones(tmp_path: Path) -> None:
    """Goals of a replaced samfunnsdel call for a revision; a changed goal for a new look."""
    root = Path(shutil.copytree(HELE, fjordvik(tmp_path), dirs_exist_ok=True))
    text = changed("Klimastrategi for Fjordvik", "Boligplan", LASTING)
    superseded = text.replace("[trygg-oppvekst]", "[godt-liv-2016]")
    assert outcome(root, superseded) == ("vurderes", "mål-utgått")
    assert proposal(root, "planen").grunner[0].fakta == {"planer": ["Kommuneplanens samfunnsdel 2016–2028"]}
    mark = "[{mål: trygg-oppvekst, bekreftet: 2023-01-01, avtrykk: '1:000000000000'}]"
    assert outcome(root, text.replace("[trygg-oppvekst]", mark)) == ("vurderes", "mål-endret")


def test_half_years_only_where_the_register_supports_them(root: Path) -> None:
    """Done when it is due; begun at once when overdue, or as long before as it took; else empty."""

    def times(text: str, term: str = TERM) -> tuple[str | None, str | None]:
        write(root, "planer/planen.yaml", text)
        start, end = proposal(root, "planen", term).arbeid
        return start and start.tekst, end and end.tekst

    due = LASTING + "revisjon: {neste: 2026-05}\n"
    begun = "  - {hva: oppstart, dato: 2021-01-15}\n  - {hva: vedtatt, dato: 2022-02-16"
    assert times(due) == (None, "2026-H1")
    assert times(due.replace("  - {hva: vedtatt, dato: 2022-02-16", begun)) == ("2025-H1", "2026-H1")
    assert times(LASTING + "revisjon: {neste: 2023}\n") == ("2024-H1", None)
    revised = due.replace("status: vedtatt", "status: under_revisjon").replace("[{kilde: plandokument}]", FRESH)
    assert times(revised) == (None, "2026-H1")
    assert times(due + "arbeid: {oppstart: 2025-H1, ferdig: 2026-H2}\n") == ("2025-H1", "2026-H2")
    assert times(LASTING) == (None, None)
    assert times(LASTING + "revisjon: {neste: 2026}\n", "2027-2031") == ("2027-H2", None)


def test_goals_without_a_known_plan_are_one_question_for_each_branch(root: Path) -> None:
    """A goal that nobody has linked makes no new plan: the branch is asked about, last of all."""
    goal = "tittel: Ren fjord\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\n"
    write(root, "maal/ren-fjord.yaml", goal)
    write(root, "maal/trygg-elv.yaml", goal.replace("Ren fjord", "Trygg elv"))
    last = draft(root).forslag[-1]
    assert (last.entity, last.valg, last.gruppe) == ("maal/gode-liv", "vurderes", MAAL)
    assert last.grunner[0].fakta == {"maal": ["Ren fjord", "Trygg elv"]}
    anchored = PLAN.replace("[trygg-oppvekst]", "[ren-fjord, trygg-elv]")
    write(root, "planer/planen.yaml", anchored)
    assert all(item.gruppe != MAAL for item in draft(root).forslag)
    write(root, "planer/ny.yaml", "tittel: Ny plan\ntype: strategi\nstatus: igangsatt\nerstatter: [planen]\n")
    assert all(item.gruppe != MAAL for item in draft(root).forslag)


def test_a_goal_without_a_branch_is_its_own(root: Path) -> None:
    """A goal that stands alone gives one question, under its own title."""
    write(root, "maal/alene.yaml", 'tittel: Alene\ntype: delmål\nnummer: "7"\nplan: samfunnsdel-2020\n')
    assert draft(root).forslag[-1].tittel == "7 Alene"


def test_a_merger_that_is_under_way(root: Path) -> None:
    """One plan that is to replace two that apply is told in the rows of both, each naming the other."""
    write(root, "planer/en.yaml", changed("Klimastrategi for Fjordvik", "Strategi for skog", LASTING))
    write(root, "planer/to.yaml", changed("Klimastrategi for Fjordvik", "Strategi for fjord", LASTING))
    new = "tittel: Natur\ntype: strategi\nstatus: igangsatt\nerstatter: [en, to]\narbeid: {ferdig: 2025-H1}\n"
    write(root, "planer/ny.yaml", new)
    found = proposal(root, "en")
    assert (found.valg, found.grunner[0].kode) == ("slås_sammen", "erstattes-sammen")
    assert found.grunner[0].fakta == {"planer": ["Natur"], "andre": ["Strategi for fjord"]}
    write(root, "planer/to.yaml", changed("status: vedtatt", "status: opphevet", LASTING))
    found = proposal(root, "en")
    assert (found.valg, str(found.arbeid.ferdig)) == ("revideres", "2025-H1")


def test_a_source_that_came_later_speaks_for_the_plan(root: Path) -> None:
    """A document that tells of the plan after its period is a reason to be seen by those who decide."""
    sources = "[{kilde: plandokument}, {kilde: planoversikt-2021}]"
    write(root, "planer/planen.yaml", changed("[{kilde: plandokument}]", sources, UNLINKED))
    found = {reason.kode: reason.fakta for reason in proposal(root, "planen").grunner}
    assert found["brukt-siden"] == {"kilder": ["Planoversikten 2021"]}
    write(root, "planer/planen.yaml", UNLINKED)
    assert "brukt-siden" not in {reason.kode for reason in proposal(root, "planen").grunner}


HJEMMEL = "  lovplan: {navn: lovplan, nivå: handling, hjemmel: [pbl-11-1]}\nmåltyper:"


def test_an_unmet_duty_is_a_proposal_with_its_candidates(root: Path) -> None:
    """A duty of law that the register shows nothing for stands as a row: new, or a question to what may meet it."""
    system = (root / "plans/plansystem.yaml").read_text(encoding="utf-8")
    write(root, "plansystem.yaml", system.replace("måltyper:", HJEMMEL))
    duties = {item.tittel: item for item in draft(root).forslag if item.gruppe == LOVKRAV}
    alcohol = duties["alkoholpolitisk handlingsplan"]
    assert (alcohol.valg, alcohol.hjemmel) == ("vurderes", ("alkoholloven-1-7d",))
    assert duties["plan for forvaltningsrevisjon"].grunner[0].kode == "lovkrav-periode"
    write(root, "planer/rus.yaml", changed("Klimastrategi for Fjordvik", "Ruspolitisk plan", LASTING))
    (found,) = [item for item in draft(root).forslag if item.hjemmel == ("alkoholloven-1-7d",)]
    assert (found.valg, found.grunner[0].fakta["planer"]) == ("vurderes", ["Ruspolitisk plan"])
    being_made = "tittel: Ny rusplan\ntype: strategi\nstatus: igangsatt\nhjemmel: [alkoholloven-1-7d]\n"
    write(root, "planer/rus.yaml", being_made)
    found = [item.entity for item in draft(root).forslag if "alkoholloven-1-7d" in item.hjemmel]
    assert found == ["plan/rus"]


def test_work_that_was_told_of_long_ago_is_a_question(root: Path) -> None:
    """«Revisjonen er i gang» is said of what somebody has told lately; else who told it, when, and what to ask."""
    old = changed("2022-02-16", "2020-02-19", changed("status: vedtatt", "status: under_revisjon", LASTING))
    told = "[{kilde: planoversikt-2021, status: under_revisjon}]"
    assert outcome(root, changed("[{kilde: plandokument}]", told, old)) == ("vurderes", "arbeid-gammelt")
    facts = proposal(root, "planen").grunner[0].fakta
    assert (facts["kilde"], str(facts["tid"])) == ("Planoversikten 2021", "2021-10-01")
    assert "under-revisjon" not in {reason.kode for reason in proposal(root, "planen").grunner}
    assert outcome(root, changed("[{kilde: plandokument}]", FRESH, old)) == ("revideres", "under-revisjon")


def test_a_plan_made_anew_each_year_is_told_as_that(root: Path) -> None:
    """Nobody begins to revise last year's handlingsdel in three years: it is made anew, and no newer is known."""
    yearly = changed("{fra: 2022, til: 2030}", "{fra: 2022, til: 2025}") + "revisjon: {rulleres: årlig}\n"
    assert outcome(root, yearly) == ("revideres", "årlig")
    assert "revisjon-forfalt" not in {reason.kode for reason in proposal(root, "planen").grunner}


def test_what_no_field_holds_stands_beside_the_reasons(root: Path) -> None:
    """A remark, and a doubt about the time of a revision, are shown to those who decide."""
    write(root, "planer/planen.yaml", LASTING + "revisjon: {neste: 2023, usikker: true}\nmerknad: Fjernet  i 2017\n")
    reasons = {reason.kode: reason.fakta for reason in proposal(root, "planen").grunner}
    assert reasons["merknad"] == {"merknad": "Fjernet i 2017"}
    assert "revisjon-usikker" in reasons


def test_why_a_finding_is_accepted_is_told(root: Path) -> None:
    """A reason that somebody gave for not saying what is to happen to a plan is what a case officer wants to see."""
    write(root, "planer/planen.yaml", UNLINKED)
    text = "regel: PL301\ngjelder: plan/planen\ngrunn: Fjernet i planstrategien.\navtrykk: c5a2b7f543c0\n"
    write(root, "avvik/PL301-plan-planen.yaml", text)
    write(root, "avvik/PL804-plan-planen.yaml", text.replace("PL301", "PL804").replace("Fjernet", "Uten sammendrag"))
    done = run("propose", "--valgperiode", TERM, "--date", DATE, cwd=root)
    assert "– Kjent avvik: Fjernet i planstrategien." in done.stdout
    assert "Uten sammendrag" not in done.stdout


def test_a_deadline_that_the_planstrategi_set_is_told(root: Path) -> None:
    """Work whose own file gives no time is late by the decision that gave one."""
    write(root, "planstrategier/strategien.yaml", STRATEGI)
    text = (
        "tittel: Ny plan\ntype: strategi\nstatus: igangsatt\nbeslutninger: {strategien: {valg: ny, ferdig: 2024-05}}\n"
    )
    assert outcome(root, text) == ("vurderes", "forsinket")


BAERUM = Path(__file__).parents[2]


@pytest.mark.parametrize("day", ["2019-06-01", "2024-02-02", "2026-11-29"])
def test_nothing_real_is_repealed_without_a_decision(day: str) -> None:
    """Of a real register, whose sources are old, no plan is proposed repealed but by a decision that it shows."""
    found = draft(BAERUM, "2027-2031", date.fromisoformat(day)).forslag
    assert found
    for item in found:
        assert item.valg not in {"oppheves", "slås_sammen"} or item.grunner[0].kode in POSITIVE
        if item.grunner[0].kode in {"ubrukt", "status-ukjent", "avløst"}:
            assert item.question


POSITIVE = {"bestemt-avviklet", "bestemt-sammen", "erstattes-sammen"}


OUTSIDE = {
    "knowledge": ("analyse", "", "I plansystemet er dette kunnskapsgrunnlag, ikke en plan som planstrategien avgjør."),
    "internal": ("fagplan", "", "Planen er intern. Den blir fastsatt administrativt."),
    "by its type's own words": ("regional", "", "Fylkestinget vedtar dem."),
    "decided by the planstrategi itself": ("analyse", "beslutninger: {strategien: {valg: revideres}}\n", None),
    "an ordinary plan": ("strategi", "", None),
}


@pytest.mark.parametrize("case", OUTSIDE)
def test_what_the_planstrategi_does_not_decide_stands_apart_with_why(root: Path, case: str) -> None:
    """Nothing is proposed about it, and nothing is lost: it stands last, with the reason, in every form."""
    type_, more, why = OUTSIDE[case]
    system = root / "plans/plansystem.yaml"
    text = system.read_text(encoding="utf-8")
    own = "  regional: {navn: regional plan, utenfor_planstrategi: Fylkestinget vedtar dem.}\n"
    system.write_text(text.replace("måltyper:\n", f"{own}måltyper:\n", 1), encoding="utf-8")
    write(root, "planstrategier/strategien.yaml", STRATEGI)
    write(root, "planer/planen.yaml", changed("type: strategi", f"type: {type_}") + more)
    args = ("propose", "--valgperiode", TERM, "--date", DATE)
    data = json.loads(run(*args, "--output", "json", cwd=root).stdout)
    proposed = {item["entity"] for item in data["proposals"]}
    outside = {item["entity"]: item["why"] for item in data["outside"]}
    assert ("plan/planen" in proposed, outside.get("plan/planen")) == (why is None, why)
    assert sum(data["counts"].values()) == len(data["proposals"])
    for form in ("text", "markdown"):
        before, _, after = run(*args, "--output", form, cwd=root).stdout.partition(
            "Ikke til avgjørelse i planstrategien"
        )
        assert ("Klimastrategi" in before) == (why is None)
        assert ("Klimastrategi" in after and why in " ".join(after.split())) if why else not after


def test_real_rows_that_are_not_the_councils_are_not_proposed() -> None:
    """A regional plan, yearly reports and knowledge; what the law asks of knowledge is still asked for."""
    found = draft(BAERUM, "2027-2031", date(2026, 11, 29))
    system = open_system(BAERUM, date(2026, 11, 29)).register
    assert system is not None
    types = {system.planer[item.entity.removeprefix("plan/")].type for item in found.utenfor}
    assert types >= {"regional-plan", "aarsrapport", "virksomhetsanalyse", "grunnlagsdokument", "fagplan"}
    ids = [item.entity.removeprefix("plan/") for item in found.forslag if item.gruppe != LOVKRAV]
    proposed = {system.planer[id_].type for id_ in ids if id_ in system.planer}
    assert not types & proposed
    assert all(item.utenfor and item.grunner for item in found.utenfor)


def test_the_order_is_by_group_and_title(tmp_path: Path) -> None:
    """Groups as plansystem.yaml declares the types, titles as Norwegians sort them; the same bytes each time."""
    root = Path(shutil.copytree(HELE, fjordvik(tmp_path), dirs_exist_ok=True))
    write(root, "planer/aa.yaml", "tittel: Ås sentrum\ntype: temaplan\nstatus: planlagt\n")
    write(root, "planer/ae.yaml", "tittel: Ærlig talt\ntype: temaplan\nstatus: planlagt\n")
    assert [(item.gruppe, item.tittel) for item in draft(root).forslag] == [
        ("Samfunnsdel", "Kommuneplanens samfunnsdel 2020–2032"),
        ("Arealdel", "Kommuneplanens arealdel 2021–2032"),
        ("Temaplan", "Plan for idrett og friluftsliv"),
        ("Temaplan", "Plan for kultur"),
        ("Temaplan", "Ærlig talt"),
        ("Temaplan", "Ås sentrum"),
        ("Strategi", "Klimastrategi for Fjordvik"),
        ("Handlingsplan", "Handlingsplan for idrett"),
    ]
    assert [item.tittel for item in draft(root).utenfor] == ["Levekårsanalyse for Fjordvik"]
    args = ("propose", "--valgperiode", TERM, "--date", DATE, "--output", "json")
    assert run(*args, cwd=root).stdout == run(*args, cwd=root).stdout


def test_text_and_markdown_say_that_it_is_a_proposal(root: Path) -> None:
    """Who decides stands on top; every plan has an empty place for what is decided; titles are made harmless."""
    write(
        root, "planer/planen.yaml", changed("Klimastrategi for Fjordvik", "'Klima | [x](y)'") + "hjemmel: [pbl-11-1]\n"
    )
    text = run("propose", "--valgperiode", TERM, "--date", DATE, cwd=root).stdout
    assert text.startswith("Forslag til planstrategi 2023–2027 for Fjordvik, per 15.6.2024\n")
    assert "Kommunestyret bestemmer" in text
    assert text.count("    Vedtak:\n") == text.count("    Forslag: ") == 3
    assert "    Hjemmel: plan- og bygningsloven § 11-1\n" in text
    markdown = run("propose", "--valgperiode", TERM, "--date", DATE, "--output", "markdown", cwd=root).stdout
    assert markdown.startswith("# Forslag til planstrategi 2023–2027 for Fjordvik, per 15.6.2024\n")
    assert "| Plan | Forslag | Grunner | Spør | Oppstart | Ferdig | Ansvarlig | Hjemmel | Vedtak |" in markdown
    assert "| Klima \\| \\[x\\](y) | Videreføres |" in markdown
    rows = [line for line in markdown.splitlines() if line.startswith("| ") and not line.startswith("| Plan")]
    assert len(rows) == 3
    assert all(row.endswith("|  |") for row in rows)


def test_json_is_a_contract(root: Path) -> None:
    """The keys that others rely on, and a decision that is always null."""
    write(root, "planer/planen.yaml", changed("til: 2030", "til: 2026") + "hjemmel: [pbl-11-1]\n")
    done = run("propose", "--valgperiode", TERM, "--date", DATE, "--output", "json", cwd=root)
    data = json.loads(done.stdout)
    assert (data["schema"], data["date"], data["valgperiode"]) == (1, DATE, TERM)
    assert "Kommunestyret bestemmer" in data["note"]
    assert sum(data["counts"].values()) == len(data["proposals"])
    (item,) = [item for item in data["proposals"] if item["entity"] == "plan/planen"]
    assert item == {
        "entity": "plan/planen", "title": "Klimastrategi for Fjordvik", "group": "Strategi", "type": "strategi",
        "proposal": "revideres",
        "reasons": [{"code": "periode-slutter", "text": "Perioden går ut ved utgangen av 2026."}],
        "question": None,
        "start": None, "end": "2026-H2", "responsible": "miljoe", "law": ["pbl-11-1"], "decision": None,
    }  # fmt: skip
    assert all(item["decision"] is None for item in data["proposals"])


@pytest.mark.parametrize("term", ["2024-2028", "2027-2032", "2027", "1995-1999", "neste"])
def test_a_term_that_is_none_is_refused(root: Path, term: str) -> None:
    """A term begins in an election year and lasts four; an en dash will do between them."""
    done = run("propose", "--valgperiode", term, cwd=root)
    assert done.returncode == 2
    assert "er ikke en valgperiode" in done.stderr
    assert run("propose", "--valgperiode", "2027–2031", cwd=root).returncode == 0


def test_a_broken_plansystem_is_a_sentence(root: Path) -> None:
    """Exit code 2, and where to look."""
    write(root, "plansystem.yaml", "kommune: [")
    done = run("propose", "--valgperiode", TERM, cwd=root)
    assert done.returncode == 2
    assert "planlint check" in done.stderr


def test_the_table_is_whole() -> None:
    """Each line has a code of its own, a fact of its own and a sentence; nothing is ever proposed but known words."""
    assert (
        len({line.kode for line in DECISION_TABLE})
        == len({line.gjelder for line in DECISION_TABLE})
        == len(DECISION_TABLE)
    )
    assert all(line.tekst.endswith((".", "{merknad}", "{grunn}")) for line in DECISION_TABLE)
    assert {line.valg for line in DECISION_TABLE} - {None} == {
        "videreføres",
        "revideres",
        "oppheves",
        "slås_sammen",
        "ny",
        "vurderes",
    }
