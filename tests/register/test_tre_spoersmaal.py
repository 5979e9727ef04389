"""Three questions, three answers: does it apply, is it late, do we know it; and the short status made of them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from support.helpers import PLAN, fjordvik, write

from planlint.model import Plan
from planlint.register import (
    FulgtOpp,
    Gjelder,
    Kunnskap,
    Overskredet,
    Register,
    RoedTraad,
    gjelder,
    has_replaced,
    is_forankret,
    is_old,
    kortstatus,
    kunnskap_sentence,
    kunnskapsdag,
    measure_dekning,
    over_fristen,
    overskridelser,
    roed_traad,
    status_without_deadlines,
    stilling_sentence,
    to_replace,
    viten,
)
from planlint.system.system import open_system
from planlint.text import language

NB = language("nb")
SYSTEM = "plansystem.yaml"
HEAD = "tittel: Plan for klima\ntype: strategi\n"
KILDER = "kilder: [{kilde: dokument-2019, status: under_revisjon}, {kilde: dokument-2021}]\n"
BESLUTTET = "beslutninger: {strategi-2023: {valg: revideres, oppstart: 2023, ferdig: 2024}}\n"
STRATEGI = 'tittel: Planstrategi\nvalgperiode: "2023-2027"\nhendelser: [{hva: vedtatt, dato: 2023-12-01}]\n'
VEDTATT = "hendelser: [{hva: vedtatt, dato: 2018-02-28, organ: kommunestyret, sak: 1/18}]\n"


def a_register(root: Path, text: str, day: str = "2026-11-29", *, ajourfoert: str = "") -> tuple[Register, Plan]:
    """Give Fjordvik with one more plan (`plan`), dated sources, and a planstrategi; and that plan."""
    fjordvik(root)
    system = (root / "plans" / SYSTEM).read_text(encoding="utf-8")
    dated = "  dokument-2019: {tittel: Grunnlag, dato: 2019}\n  dokument-2021: {tittel: Program, dato: 2021-03-01}\n"
    system = system.replace("kilder:\n", f"kilder:\n{dated}")
    system = re.sub(r"^ajourført: .*\n", f"ajourført: {ajourfoert}\n" if ajourfoert else "", system, flags=re.MULTILINE)
    write(root, SYSTEM, system)
    write(root, "planstrategier/strategi-2023.yaml", STRATEGI)
    write(root, "planer/plan.yaml", HEAD + text)
    register = open_system(root, date.fromisoformat(day)).register
    assert register is not None
    return register, register.planer["plan"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("status: vedtatt\nperiode: {til: 2030}\n", Gjelder.UT_PERIODEN),
        ("status: vedtatt\n", Gjelder.UTEN_SLUTT),
        ("status: vedtatt\nperiode: {til: 2020}\n", Gjelder.PERIODEN_OVER),
        ("status: igangsatt\n", Gjelder.UNDER_ARBEID),
        ("status: utkast\n", Gjelder.UNDER_ARBEID),
        ("status: satt_på_vent\n", Gjelder.PLANLAGT),
        ("status: opphevet\n", Gjelder.AVSLUTTET),
        ("kilder: []\n", Gjelder.UKJENT),
        ("status: vedtatt\nhendelser: [{hva: vedtatt, dato: 2027-01-01}]\n", Gjelder.UKJENT),
    ],
)
def test_every_plan_has_one_answer_to_whether_it_applies(tmp_path: Path, text: str, answer: Gjelder) -> None:
    """Each in its own variant; in force are the plans of the register's own list and no others."""
    register, plan = a_register(tmp_path, text)
    assert gjelder(register, plan) is answer
    assert all(gjelder(register, one).is_i_kraft == register.is_i_kraft(one) for one in register.planer.values())


def test_a_binding_plan_applies_after_its_period_and_is_told_so(tmp_path: Path) -> None:
    """The short status says that the period is over, and never that the plan is."""
    register, plan = a_register(tmp_path, "status: vedtatt\nperiode: {til: 2020}\n")
    bindende = PLAN.replace("type: strategi", "type: arealdel").replace("til: 2030", "til: 2025")
    write(tmp_path, "planer/areal.yaml", bindende)
    register = open_system(tmp_path, date(2026, 11, 29)).register or register
    areal = register.planer["areal"]
    assert gjelder(register, areal) is Gjelder.BINDENDE
    told = kortstatus(register, NB, areal)
    assert told == "Vedtatt 16.2.2022, gjelder også etter perioden, som gikk ut ved utgangen av 2025"
    assert plan.id in {one.id for one in over_fristen(register)}


@pytest.mark.parametrize(
    ("text", "kinds", "short"),
    [
        ("status: vedtatt\n", (), "Vedtatt"),
        (
            f"status: vedtatt\n{VEDTATT}periode: {{til: 2030}}\nrevisjon: {{neste: 2020}}\n",
            (Overskredet.REVISJON,),
            "Vedtatt, men skulle vært revidert i 2020",
        ),
        (
            f"status: vedtatt\n{VEDTATT}revisjon: {{neste: 2020-06-30}}\n",
            (Overskredet.REVISJON,),
            "Vedtatt, men skulle vært revidert innen 30.6.2020",
        ),
        (
            f"status: vedtatt\n{VEDTATT}revisjon: {{rulleres: hvert 4. år}}\n",
            (Overskredet.REVISJON,),
            "Vedtatt, men skulle vært revidert innen 28.2.2022",
        ),
        (
            "status: vedtatt\nperiode: {til: 2020}\n",
            (Overskredet.PERIODE,),
            "Vedtatt, men perioden gikk ut ved utgangen av 2020",
        ),
        (
            "status: igangsatt\narbeid: {ferdig: 2025-H1}\n",
            (Overskredet.ARBEID,),
            "Under arbeid, men skulle vært ferdig i 1. halvår 2025",
        ),
        (
            "status: planlagt\narbeid: {ferdig: 2025}\n",
            (Overskredet.ARBEID,),
            "Planlagt, men skulle vært ferdig i 2025",
        ),
        (
            f"status: vedtatt\n{VEDTATT}{BESLUTTET}",
            (Overskredet.BESLUTNING,),
            "Vedtatt, men skulle ifølge planstrategien vært revidert i 2024",
        ),
        (
            f"status: vedtatt\n{VEDTATT}{BESLUTTET.replace('2024', '2024-06-30')}",
            (Overskredet.BESLUTNING,),
            "Vedtatt, men skulle ifølge planstrategien vært revidert innen 30.6.2024",
        ),
        (
            f"status: planlagt\n{BESLUTTET.replace('revideres', 'ny')}",
            (Overskredet.BESLUTNING,),
            "Planlagt, men skulle ifølge planstrategien vært ferdig i 2024",
        ),
        (
            f"status: vedtatt\n{VEDTATT}{BESLUTTET.replace('2024', '2028')}",
            (Overskredet.OPPSTART,),
            "Vedtatt, men arbeidet skulle ifølge planstrategien begynt i 2023",
        ),
        (
            f"status: vedtatt\n{VEDTATT}{BESLUTTET.replace('revideres', 'utgår')}",
            (Overskredet.BESLUTNING,),
            "Vedtatt, men skulle ifølge planstrategien vært avsluttet innen utgangen av 2024",
        ),
        (
            f"status: under_revisjon\n{VEDTATT}periode: {{til: 2020}}\narbeid: {{ferdig: 2027}}\n",
            (),
            "Under revisjon, perioden gikk ut ved utgangen av 2020",
        ),
        (
            f"status: under_revisjon\n{VEDTATT}periode: {{til: 2020}}\n",
            (Overskredet.PERIODE,),
            "Under revisjon, men perioden gikk ut ved utgangen av 2020",
        ),
    ],
)  # fmt: skip
def test_a_deadline_that_has_passed_stands_in_the_short_status(
    tmp_path: Path, text: str, kinds: tuple[Overskredet, ...], short: str
) -> None:
    """Of the period, the revision, the work and the decision; as precisely as the register knows the time."""
    register, plan = a_register(tmp_path, text, ajourfoert="2026-11-01")
    assert tuple(late.slag for late in overskridelser(register, plan)) == kinds
    assert kortstatus(register, NB, plan) == short
    assert (plan in over_fristen(register)) == bool(kinds)


def test_a_successor_in_the_making_inherits_the_decided_day(tmp_path: Path) -> None:
    """What was decided for the plan that it is to replace is its deadline, where it states none of its own."""
    register, old = a_register(tmp_path, f"status: vedtatt\n{VEDTATT}{BESLUTTET}")
    write(tmp_path, "planer/ny.yaml", f"{HEAD}status: på_høring\nerstatter: [plan]\n")
    register = open_system(tmp_path, date(2026, 11, 29)).register or register
    late = overskridelser(register, register.planer["ny"])
    assert [(one.slag, one.dag) for one in late] == [(Overskredet.ARBEID, date(2024, 12, 31))]
    assert overskridelser(register, old) == ()


def test_what_a_source_said_long_ago_is_told_as_that_source_s(tmp_path: Path) -> None:
    """A later source without a word of the work has not seen it; one that saw it lately needs no mention."""
    register, plan = a_register(tmp_path, f"status: under_revisjon\n{KILDER}")
    assert kortstatus(register, NB, plan) == "Ifølge kilden fra 2019 er den under revisjon"
    assert "Ifølge «Grunnlag» (2019) er den under revisjon." in stilling_sentence(register, NB, plan)
    then = register.at(date(2019, 6, 1))
    assert kortstatus(then, NB, plan) == "Under revisjon"
    assert "Ifølge «Grunnlag» (2019) er den under revisjon." in stilling_sentence(then, NB, plan)


def test_what_is_read_from_a_revision_is_told_as_read_from_it(tmp_path: Path) -> None:
    """That a plan applies, where only its revision tells so, is not told as if the adoption were known."""
    register, plan = a_register(tmp_path, "status: under_revisjon\n")
    told = "At planen gjelder, er lest av at den revideres. Registeret viser ikke når den ble vedtatt."
    assert stilling_sentence(register, NB, plan).startswith(told)
    assert "Planen gjelder så langt" not in stilling_sentence(register, NB, plan)
    register, plan = a_register(tmp_path, f"status: under_revisjon\n{VEDTATT}")
    assert stilling_sentence(register, NB, plan).startswith("Planen gjelder så langt registeret viser.")


def test_knowledge_is_from_the_newest_that_tells_of_the_plan(tmp_path: Path) -> None:
    """The sources it cites, else the day the register was brought up to date; an event later than that counts."""
    register, plan = a_register(tmp_path, "status: vedtatt\n", ajourfoert="2024-02-02")
    day = kunnskapsdag(register, plan)
    assert day is not None
    assert (str(day.tid), day.kilde) == ("2024-02-02", None)
    assert kortstatus(register, NB, plan) == "Vedtatt, sist kjent fra 2.2.2024"
    cited, plan = a_register(tmp_path, f"status: vedtatt\n{KILDER}")
    assert viten(cited, plan).kilde == "dokument-2021"
    assert kunnskap_sentence(cited, NB, plan) == "Det siste registeret vet om dette, er fra 1.3.2021 (Program)."
    event = "hendelser: [{hva: revidert, dato: 2026-06-01}]\n"
    fresh, plan = a_register(tmp_path, f"status: vedtatt\n{KILDER}{event}")
    assert viten(fresh, plan).slag is Kunnskap.DOKUMENTERT
    assert kortstatus(fresh, NB, plan) == "Vedtatt"


def test_what_somebody_has_gone_through_is_known_from_that_day(tmp_path: Path) -> None:
    """A status that passes is told as it stands again, and a day to come makes nothing fresh."""
    text = f"status: under_revisjon\n{KILDER}gjennomgått: 2026-11-20\n"
    register, plan = a_register(tmp_path, text)
    assert str(viten(register, plan).dag and viten(register, plan).dag.tid) == "2026-11-20"  # type: ignore[union-attr]
    assert kortstatus(register, NB, plan) == "Under revisjon"
    assert kunnskap_sentence(register, NB, plan) == ""
    ahead, plan = a_register(tmp_path, text.replace("2026-11-20", "2062-11-20"))
    assert kortstatus(ahead, NB, plan) == "Ifølge kilden fra 2019 er den under revisjon"


def test_how_well_it_is_known_has_one_answer(tmp_path: Path) -> None:
    """Not documented, in doubt, old or documented; nothing that dates it makes it neither old nor new."""
    cases = [
        ("merknad: Kjent.\n", Kunnskap.IKKE_DOKUMENTERT, "Ikke dokumentert"),
        ("status: vedtatt\nperiode: {til: 2030, usikker: true}\n", Kunnskap.USIKKER, "Vedtatt (perioden er usikker)"),
        (f"status: vedtatt\n{KILDER}", Kunnskap.GAMMEL, "Vedtatt, sist kjent fra 1.3.2021"),
        ("status: vedtatt\n", Kunnskap.UDATERT, "Vedtatt"),
        ("status: igangsatt\n", Kunnskap.UDATERT, "Under arbeid"),
    ]
    for text, kind, short in cases:
        register, plan = a_register(tmp_path, text)
        assert viten(register, plan).slag is kind, text
        assert kortstatus(register, NB, plan) == short
    assert not is_old(register, None)


def test_a_status_that_passes_is_told_with_the_day_of_the_register(tmp_path: Path) -> None:
    """Where no source tells it, the register does, as of the day it was last gone through; a draft is «et utkast»."""
    register, plan = a_register(tmp_path, "status: igangsatt\n", ajourfoert="2024-02-02")
    assert kortstatus(register, NB, plan) == "Under arbeid per 2.2.2024"
    register, plan = a_register(tmp_path, "status: utkast\nkilder: [{kilde: dokument-2019, status: utkast}]\n")
    assert kortstatus(register, NB, plan) == "Ifølge kilden fra 2019 er den et utkast"


def test_a_replaced_plan_is_told_as_replaced_though_nobody_knows_since_when(tmp_path: Path) -> None:
    """Its own file says it; a successor that is adopted without a day is no reason to call it planned."""
    register, plan = a_register(tmp_path, "status: erstattet\nperiode: {fra: 2016, til: 2020}\n")
    new = f"{HEAD}status: vedtatt\nperiode: {{fra: 2024, til: 2028}}\nerstatter: [plan]\n"
    write(tmp_path, "planer/ny.yaml", new)
    register = open_system(tmp_path, date(2026, 11, 29)).register or register
    assert gjelder(register, plan) is Gjelder.AVSLUTTET
    assert stilling_sentence(register, NB, plan) == "Planen er erstattet. Når det skjedde, er ikke dokumentert."
    then = register.at(date(2019, 1, 1))
    assert gjelder(then, plan) is Gjelder.UKJENT
    write(tmp_path, "planer/ny.yaml", new.replace("status: vedtatt", "status: igangsatt"))
    undone = open_system(tmp_path, date(2026, 11, 29)).register or register
    assert undone.status(undone.planer["plan"]) is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("status: vedtatt\nforankring: [trygg-oppvekst]\n", RoedTraad.NAAR_FRAM),
        ("status: vedtatt\nforankring: [{plan: annen}]\n", RoedTraad.STOPPER),
        ("status: vedtatt\n", RoedTraad.IKKE_DOKUMENTERT),
    ],
)
def test_every_plan_has_one_answer_to_where_its_thread_leads(tmp_path: Path, text: str, answer: RoedTraad) -> None:
    """No anchor in the register is «not documented»; the samfunnsdel needs none."""
    write(tmp_path, "planer/annen.yaml", f"{HEAD}status: igangsatt\n")
    register, plan = a_register(tmp_path, text)
    assert roed_traad(register, plan) is answer
    assert is_forankret(plan) == (answer is not RoedTraad.IKKE_DOKUMENTERT)
    assert roed_traad(register, register.planer["samfunnsdel-2020"]) is RoedTraad.KREVES_IKKE
    found = measure_dekning(register)
    assert (plan.id in {rad.plan.id for rad in found.without_traad}) == (answer is not RoedTraad.NAAR_FRAM)


def test_every_goal_has_one_answer_to_whether_it_is_followed_up(tmp_path: Path) -> None:
    """By a plan, by a measure, by what is below it, or not as far as the register shows."""
    register, _ = a_register(tmp_path, "status: vedtatt\n")
    found = measure_dekning(register)
    kinds = {rad.maal.id: rad.fulgt_opp for gruppe in found.grupper for rad in gruppe.rader}
    assert kinds["trygg-oppvekst"] is FulgtOpp.AV_TILTAK
    assert kinds["naer-natur"] is FulgtOpp.AV_PLAN
    assert kinds["gode-liv"] is FulgtOpp.UNDER
    goal = "tittel: Ren fjord\ntype: {type}\nplan: samfunnsdel-2020\noverordnet: gode-liv\n"
    write(tmp_path, "maal/ren.yaml", goal.format(type="delmål"))
    write(tmp_path, "maal/vid.yaml", goal.format(type="arealstrategi"))
    more = measure_dekning(open_system(tmp_path, date(2026, 11, 29)).register or register)
    kinds = {rad.maal.id: rad.fulgt_opp for gruppe in more.grupper for rad in gruppe.rader}
    assert (kinds["ren"], kinds["vid"]) == (FulgtOpp.IKKE_DOKUMENTERT, FulgtOpp.KREVES_IKKE)
    assert [maal.id for maal in more.unfollowed] == ["ren"]


UDATERT = "kilder: [{kilde: plandokument, status: på_høring}]\n"


@pytest.mark.parametrize("status", ["vedtatt", "under_revisjon", "på_høring", "planlagt"])
def test_a_source_without_a_date_is_not_made_new_by_the_day_of_the_register(tmp_path: Path, status: str) -> None:
    """However lately the register was brought up to date, nobody knows from when it is, and each page says so."""
    cited = UDATERT.replace("på_høring", status)
    register, plan = a_register(tmp_path, f"status: {status}\n{cited}", ajourfoert="2026-11-28")
    assert viten(register, plan) == (Kunnskap.UDATERT, None, "plandokument")
    assert "uten dato" in kortstatus(register, NB, plan)
    assert "Plandokumentet" in stilling_sentence(register, NB, plan)


@pytest.mark.parametrize("status", ["igangsatt", "på_høring", "til_vedtak", "utkast", "planlagt", "satt_på_vent"])
@pytest.mark.parametrize("kilder", [UDATERT, KILDER, ""])
def test_what_nobody_has_adopted_is_told_as_not_shown_to_be_adopted(tmp_path: Path, status: str, kilder: str) -> None:
    """First, whatever the source; then who says what it is, and when, so that nothing is told as going on today."""
    register, plan = a_register(tmp_path, f"status: {status}\n{kilder}", ajourfoert="2026-11-28")
    told = stilling_sentence(register, NB, plan)
    assert told.startswith("Registeret viser ikke at planen er vedtatt. ")
    assert re.search(
        r"Ifølge «.+» \(\d|som er uten dato, er den|Registeret sier ikke når det er fra|Per 28\.11\.2026 er den", told
    ), told
    assert "Noen arbeider" not in told


@pytest.mark.parametrize("status", ["", "status: igangsatt\n", "status: til_vedtak\n", "status: planlagt\n"])
def test_a_time_that_has_passed_is_told_of_a_plan_that_is_not_known_to_apply(tmp_path: Path, status: str) -> None:
    """Its period, else its revision, in the short status and in the sentence; and it is not counted as late by it."""
    for text, told in (
        ("periode: {fra: 2016, til: 2019}\n", "perioden gikk ut ved utgangen av 2019"),
        ("revisjon: {neste: 2020}\n", "skulle vært revidert i 2020"),
    ):
        register, plan = a_register(tmp_path, status + text)
        assert kortstatus(register, NB, plan).endswith(f", {told}")
        assert told in stilling_sentence(register, NB, plan).lower()
        assert overskridelser(register, plan) == ()


def test_the_short_status_says_what_is_in_doubt_and_the_sentence_why(tmp_path: Path) -> None:
    """The last event, with its note; the period; the sources. Of an ended plan whose successor is adopted, nothing."""
    event = "hendelser: [{hva: vedtatt, dato: 2019, usikker: true, merknad: Året er sluttet av saksnummeret.}]\n"
    register, plan = a_register(tmp_path, f"status: vedtatt\n{event}periode: {{til: 2030, usikker: true}}\n")
    assert kortstatus(register, NB, plan).startswith("Vedtatt (siste hendelse er usikker og perioden er usikker)")
    told = stilling_sentence(register, NB, plan)
    assert "Hendelsen «vedtatt» (2019) er ført som usikker. Året er sluttet av saksnummeret." in told
    assert "Perioden er ført som usikker." in told
    words = "  - {hva: verbalvedtak, dato: 2020-05-06, tekst: Mer grønt.}\n"
    doubted = "hendelser:\n  - {hva: vedtatt, dato: 2019, usikker: true}\n"
    register, plan = a_register(tmp_path, f"status: vedtatt\n{doubted}{words}")
    told = stilling_sentence(register, NB, plan)
    assert "Hendelsen «vedtatt» (2019) er ført som usikker." in told  # a later decision in words is not the doubted one
    assert "verbalvedtak" not in told.lower()
    write(tmp_path, "planer/ny.yaml", f"{HEAD}status: vedtatt\n{VEDTATT}erstatter: [plan]\n")
    register = open_system(tmp_path, date(2026, 11, 29)).register or register
    assert "usikker" not in stilling_sentence(register, NB, register.planer["plan"])


STRID = (
    "kilder: [{kilde: dokument-2019, hva: vedtatt, dato: 2018-02-01}, "
    "{kilde: dokument-2021, hva: vedtatt, dato: 2018-03-01}]\n"
)


def test_sources_that_disagree_are_told(tmp_path: Path) -> None:
    """On the day of the adoption."""
    register, plan = a_register(tmp_path, f"status: vedtatt\n{STRID}")
    assert kortstatus(register, NB, plan) == "Vedtatt (kildene er uenige), sist kjent fra 1.3.2021"
    assert "Kildene er uenige om når planen ble vedtatt, eller av hvem." in stilling_sentence(register, NB, plan)


@pytest.mark.parametrize("status", ["", "status: vedtatt\n"])
def test_a_source_that_is_itself_in_doubt_is_told_of(tmp_path: Path, status: str) -> None:
    """In its own words where the register has them; of a plan without a status the sentence says it too."""
    kilder = "kilder: [{kilde: dokument-2019, usikker: true, oppgir: Trolig ute av bruk}, {kilde: dokument-2021}]\n"
    register, plan = a_register(tmp_path, f"{status}{kilder}")
    assert "er selv i tvil: «Trolig ute av bruk»." in stilling_sentence(register, NB, plan)
    assert kortstatus(register, NB, plan).startswith("Vedtatt (en kilde er i tvil)" if status else "Ikke dokumentert")
    register, plan = a_register(tmp_path, f"{status}kilder: [{{kilde: dokument-2019, usikker: true}}]\n")
    assert "er selv i tvil." in stilling_sentence(register, NB, plan)


def test_the_law_page_says_that_a_period_is_over(tmp_path: Path) -> None:
    """It is no deadline of the municipality's own: the plan is not known to apply."""
    register, plan = a_register(tmp_path, f"status: vedtatt\n{VEDTATT}periode: {{til: 2023}}\n")
    told = status_without_deadlines(register, NB, plan)
    assert "perioden gikk ut ved utgangen av 2023" in told
    register, plan = a_register(tmp_path, f"status: vedtatt\n{VEDTATT}revisjon: {{neste: 2023}}\n")
    assert "2023" not in status_without_deadlines(register, NB, plan)


@pytest.mark.parametrize("status", ["", "planlagt", "igangsatt", "på_høring", "til_vedtak", "vedtatt"])
def test_what_is_to_replace_a_plan_has_not_replaced_it(tmp_path: Path, status: str) -> None:
    """Until the newer one is shown to be adopted on a day; an abandoned one is to replace nothing."""
    line = f"status: {status}\n" if status else "merknad: Kjent.\n"
    register, old = a_register(tmp_path, "status: vedtatt\n")
    write(
        tmp_path,
        "planer/ny.yaml",
        f"{HEAD.replace('klima', 'natur')}{line}erstatter: [plan]\narbeid: {{ferdig: 2024}}\n",
    )
    register = open_system(tmp_path, date(2026, 11, 29)).register or register
    old, new = register.planer["plan"], register.planer["ny"]
    assert (has_replaced(register, old), to_replace(register, old)) == ([], [new])
    assert "skal den erstattes av «Plan for natur»" in stilling_sentence(register, NB, old)
    assert "gjelder ikke lenger" not in stilling_sentence(register, NB, old)
    write(tmp_path, "planer/ny.yaml", f"{HEAD}status: vedtatt\n{VEDTATT}erstatter: [plan]\n")
    register = open_system(tmp_path, date(2026, 11, 29)).register or register
    old, new = register.planer["plan"], register.planer["ny"]
    assert (has_replaced(register, old), to_replace(register, old)) == ([new], [])
    assert "som ble vedtatt 28.2.2018." in stilling_sentence(register, NB, old)
    write(tmp_path, "planer/ny.yaml", f"{HEAD}status: utgått\nerstatter: [plan]\n")
    register = open_system(tmp_path, date(2026, 11, 29)).register or register
    assert to_replace(register, register.planer["plan"]) == []


def test_an_ended_plan_tells_what_says_so(tmp_path: Path) -> None:
    """The event and its day; where nothing dates it, that; and the source."""
    register, plan = a_register(
        tmp_path, f"status: opphevet\n{KILDER}hendelser: [{{hva: opphevet, dato: 2020-01-01}}]\n"
    )
    assert "Hendelsen er «opphevet», 1.1.2020." in stilling_sentence(register, NB, plan)
    register, plan = a_register(tmp_path, f"status: utgått\n{KILDER}")
    told = stilling_sentence(register, NB, plan)
    assert told == (
        "Planen gjelder ikke lenger. Når den sluttet å gjelde, er ikke dokumentert. Det siste registeret vet om dette, "
        "er fra 1.3.2021 (Program)."
    )


UNDATED = "kilder: [{kilde: udatert, status: under_revisjon}]\n"


@pytest.mark.parametrize(
    ("text", "strategi", "short", "long"),
    [
        (UNDATED, "", "Ifølge en kilde uten dato er den under revisjon", "Ifølge «Liste», som er uten dato, er"),
        ("", "", "Under revisjon", "Registeret sier ikke når det er fra."),
        (UNDATED.replace("under_revisjon", "vedtatt"), "", "Under revisjon", "Registeret sier ikke når det er fra."),
        (
            f"{UNDATED}{BESLUTTET.replace('2024', '2027')}",
            "kilder: [{kilde: udatert}]\n",
            "Under revisjon ifølge planstrategien 2023–2027",
            "Ifølge planstrategien 2023–2027 er den under revisjon.",
        ),
        (
            "kilder: [{kilde: dokument-2019, status: vedtatt}, {kilde: udatert}]\n",
            "",
            "Ifølge en kilde uten dato er den under revisjon",
            "Ifølge «Liste», som er uten dato, er",
        ),
    ],
)
def test_an_adoption_does_not_date_the_revision_after_it(
    tmp_path: Path, text: str, strategi: str, short: str, long: str
) -> None:
    """Neither it, nor the start of the work that led to it, nor a source that gives another status, has seen it."""
    begun = VEDTATT.replace("[", "[{hva: oppstart, dato: 2015-01-01}, ").replace("sak: 1/18", "kilde: dokument-2019")
    a_register(tmp_path, f"status: under_revisjon\n{begun}{text}")
    system = (tmp_path / "plans" / SYSTEM).read_text(encoding="utf-8")
    write(tmp_path, SYSTEM, system.replace("kilder:\n", "kilder:\n  udatert: {tittel: Liste}\n"))
    write(tmp_path, "planstrategier/strategi-2023.yaml", STRATEGI + strategi)
    register = open_system(tmp_path, date(2026, 11, 29)).register
    assert register is not None
    assert kortstatus(register, NB, register.planer["plan"]) == short
    assert long in stilling_sentence(register, NB, register.planer["plan"])


def test_the_start_of_a_revision_dates_it(tmp_path: Path) -> None:
    """An event after the adoption has seen the work."""
    event = VEDTATT.replace("}]", "}, {hva: oppstart, dato: 2020-05-01}]")
    register, plan = a_register(tmp_path, f"status: under_revisjon\n{event}")
    assert kortstatus(register, NB, plan) == "Under revisjon per 1.5.2020"


def test_an_adoption_of_which_nothing_more_is_known_is_told_with_its_day(tmp_path: Path) -> None:
    """The day is that of the adoption, and is called so."""
    register, plan = a_register(tmp_path, f"status: vedtatt\n{VEDTATT}")
    assert kortstatus(register, NB, plan) == "Vedtatt 28.2.2018"
    register, plan = a_register(tmp_path, f"status: vedtatt\n{VEDTATT}{KILDER}")
    assert kortstatus(register, NB, plan) == "Vedtatt, sist kjent fra 1.3.2021"


@pytest.mark.parametrize(
    ("revisjon", "told"),
    [
        ("{rulleres: hvert 4. år, kilde: dokument-2019}", "planen revideres hvert 4. år, ifølge «Grunnlag»."),
        ("{rulleres: hvert 4. år}", "registeret har at planen revideres hvert 4. år."),
        ("{neste: 2020}", ""),
    ],
)
def test_a_reckoned_revision_says_whose_rule_it_is(tmp_path: Path, revisjon: str, told: str) -> None:
    """A day reckoned from an interval is told with who says the interval; a day of the register's own is not."""
    text = f"status: vedtatt\n{VEDTATT}revisjon: {revisjon}\n"
    register, plan = a_register(tmp_path, text, ajourfoert="2026-11-01")
    sentence = stilling_sentence(register, NB, plan)
    assert told in sentence
    assert ("Fristen er regnet ut" in sentence) is bool(told)


def test_a_revision_reckoned_by_the_type_says_so(tmp_path: Path) -> None:
    """Where the plan itself tells no interval, the day is the plan type's, and is told as that."""
    a_register(tmp_path, f"status: vedtatt\n{VEDTATT}", ajourfoert="2026-11-01")
    system = (tmp_path / "plans" / SYSTEM).read_text(encoding="utf-8")
    typed = re.sub(r"^  strategi:\n", "  strategi:\n    rulleres: hvert 4. år\n", system, flags=re.MULTILINE)
    assert typed != system
    write(tmp_path, SYSTEM, typed)
    register = open_system(tmp_path, date(2026, 11, 29)).register
    assert register is not None
    told = stilling_sentence(register, NB, register.planer["plan"])
    assert "plansystemet sier at planer av typen revideres hvert 4. år." in told
