"""No way round the check: no word, no blank and no dating takes a plan out of the rules without anything being told."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from support.helpers import DATE, PLAN, check, fjordvik, write
from support.rule_cases import EVENT, with_events

from planlint.model.ord import Status
from planlint.system.system import open_system

EXPIRED = (
    PLAN.replace("{fra: 2022, til: 2030}", "{fra: 2010, til: 2014}").replace("2022-02-16", "2010-02-17")
    .replace("7/22", "7/10").replace("ansvarlig: miljoe\nforankring: [trygg-oppvekst]\n", "")
)  # fmt: skip
"""An adopted plan: expired, unanchored, and nobody is responsible for it."""
ADOPTED = "hendelser:\n" + EVENT.replace("2022-02-16", "2010-02-17").replace("7/22", "7/10")


def told(root: Path, plan: str, *, errors: bool = False) -> set[str]:
    """Give the rules that speak of one plan in Fjordvik; of errors only, where asked."""
    fjordvik(root)
    write(root, "planer/klima.yaml", plan)
    found = (item.diagnostic for item in check(root, date.fromisoformat(DATE)).findings)
    return {one.code for one in found if one.entity == "plan/klima" and (not errors or one.severity.value == "feil")}


@pytest.mark.parametrize("status", [*get_args(Status), ""])
@pytest.mark.parametrize("type_", ["strategi", "analyse", "arealdel"])
def test_no_status_makes_an_expired_plan_quiet(tmp_path: Path, status: str, type_: str) -> None:
    """Whatever word is written, something is told; and it is an error, unless the plan is said to have ended."""
    text = EXPIRED.replace("type: strategi", f"type: {type_}")
    text = text.replace("status: vedtatt\n", f"status: {status}\n" if status else "")
    assert told(tmp_path, text)
    knowledge = type_ == "analyse" and status == "foreldet"
    assert knowledge or told(tmp_path, text, errors=True)


@pytest.mark.parametrize("status", [*get_args(Status), ""])
def test_no_status_makes_an_expired_plan_without_events_quiet(tmp_path: Path, status: str) -> None:
    """Nor where nobody wrote down what happened: then the period is what tells, or what shows the end."""
    text = EXPIRED.replace(ADOPTED, "").replace("status: vedtatt\n", f"status: {status}\n" if status else "")
    assert told(tmp_path, text)
    assert status in {"erstattet", "utgått", "opphevet"} or told(tmp_path, text, errors=True)


ON_HOLD = "hva: satt_på_vent, dato: 2020-04-15"
FIRST = "hva: vedtatt, dato: 2010-02-17, organ: kommunestyret, sak: 7/10"


def test_a_plan_on_hold_is_adopted_still(tmp_path: Path) -> None:
    """The event shows that its revision waits; period, anchor and responsibility are asked for as before."""
    text = with_events(FIRST, ON_HOLD, status="satt_på_vent")
    late = text.replace("{fra: 2022, til: 2030}", "{fra: 2010, til: 2014}")
    bare = text.replace("ansvarlig: miljoe\nforankring: [trygg-oppvekst]\n", "")
    assert told(tmp_path / "a", text) == set()
    assert told(tmp_path / "b", late) == {"PL301"}
    assert told(tmp_path / "c", bare) == {"PL201", "PL408"}
    nobody = text.replace(", organ: kommunestyret, sak: 7/10", "")
    assert told(tmp_path / "d", nobody) == {"PL401"}


@pytest.mark.parametrize(
    ("events", "status"),
    [
        ((FIRST, ON_HOLD), "vedtatt"),
        ((FIRST, "hva: oppstart, dato: 2020-01-15", ON_HOLD, "hva: oppstart, dato: 2021-01-13"), "under_revisjon"),
        ((FIRST, "hva: oppstart, dato: 2020-01-15", ON_HOLD), "under_revisjon"),
        (("hva: oppstart, dato: 2020-01-15", ON_HOLD), "igangsatt"),
        (("hva: opphevet, dato: 2019-02-13, organ: kommunestyret, sak: 1/19",), "satt_på_vent"),
    ],
)
def test_what_is_put_on_hold_says_so_until_it_goes_on(tmp_path: Path, events: tuple[str, ...], status: str) -> None:
    """After the event another word is told, and when work has begun again, the word is the revision's own."""
    expected = {"PL402"} if events[-1] in (ON_HOLD, events[0]) else set()
    assert told(tmp_path, with_events(*events, status=status)) == expected


def test_a_repealed_plan_on_hold_is_not_adopted(tmp_path: Path) -> None:
    """What was repealed, and begun anew since, waits without being in force."""
    repealed = "hva: opphevet, dato: 2019-02-13, organ: kommunestyret, sak: 1/19"
    root = fjordvik(tmp_path)
    write(root, "planer/klima.yaml", with_events(FIRST, repealed, ON_HOLD, status="satt_på_vent"))
    register = open_system(root, date.fromisoformat(DATE)).register
    assert register is not None
    assert not register.is_vedtatt(register.planer["klima"])


NOTED = "hva: til_orientering, dato: 2011-06-15"


@pytest.mark.parametrize("status", ["foreldet", "utkast"])
@pytest.mark.parametrize("noted", [NOTED, f"{NOTED}, organ: kommunestyret, sak: 9/11", ""])
def test_a_plan_that_is_noted_after_its_adoption_is_adopted_still(tmp_path: Path, status: str, noted: str) -> None:
    """No word for knowledge takes it out: the word is told, and period, anchor and responsibility are asked for."""
    events = (FIRST, noted) if noted else (FIRST,)
    text = with_events(*events, status=status).replace("{fra: 2022, til: 2030}", "{fra: 2010, til: 2014}")
    text = text.replace("ansvarlig: miljoe\nforankring: [trygg-oppvekst]\n", "")
    assert told(tmp_path / "a", text, errors=True) >= {"PL301", "PL402"}
    late = text.replace("{fra: 2010, til: 2014}", "{fra: 2010, til: 2034}")
    assert told(tmp_path / "b", late) >= {"PL201", "PL402", "PL408"}
    knowledge = text.replace("type: strategi", "type: analyse").replace("status: utkast", "status: foreldet")
    assert told(tmp_path / "c", knowledge, errors=True) == set()


@pytest.mark.parametrize("status", ["utgått", "opphevet", "erstattet"])
def test_an_adopted_plan_does_not_end_by_a_word(tmp_path: Path, status: str) -> None:
    """It is an error, unless a source has the word, or the plan was only noted (PL405)."""
    text = EXPIRED.replace("status: vedtatt", f"status: {status}")
    source = text.replace("{kilde: plandokument}", f"{{kilde: plandokument, status: {status}}}")
    noted = text.replace("hva: vedtatt", "hva: til_orientering")
    assert "PL405" in told(tmp_path / "a", text, errors=True)
    for at, weak in enumerate((source, noted)):
        assert "PL405" in told(tmp_path / str(at), weak) - told(tmp_path / str(at), weak, errors=True)


MADE = 'tittel: Planstrategi\nvalgperiode: "2023-2027"\nstatus: igangsatt\n'


@pytest.mark.parametrize(
    ("strategi", "is_told"),
    [
        (MADE, True),
        (MADE + "hendelser: [{hva: vedtatt, dato: 2025-04-23}]\n", True),
        (MADE + "hendelser: [{hva: vedtatt, dato: 2024-04-24}]\n", False),
        (MADE + "hendelser: [{hva: vedtatt, dato: 24. april}]\n", False),  # PL006
        (MADE.replace("status: igangsatt\n", ""), False),
        (None, False),  # PL102
    ],
)
def test_a_planstrategi_that_is_being_made_ends_no_plan(tmp_path: Path, strategi: str | None, is_told: bool) -> None:
    """What it says is a proposal: the register does not show who decided that the plan has lapsed (PL405)."""
    if strategi:
        write(tmp_path, "planstrategier/ps-2023.yaml", strategi)
    text = EXPIRED.replace("status: vedtatt", "status: utgått") + "beslutninger: {ps-2023: {valg: utgår}}\n"
    assert ("PL405" in told(tmp_path, text, errors=True)) is is_told


STRATEGI = 'tittel: Planstrategi\nvalgperiode: "2023-2027"\nhendelser: [{hva: vedtatt, dato: 2024-04-24}]\n'


@pytest.mark.parametrize(
    ("vedtatt", "decided", "expected"),
    [("2010-02-17", True, set()), ("2024-05-15", True, {"PL402"}), ("2010-02-17", False, {"PL402"})],
)
def test_a_decision_shows_what_waits_unless_it_is_older_than_the_adoption(
    tmp_path: Path, vedtatt: str, decided: bool, expected: set[str]
) -> None:
    """A planstrategi that the council adopted before the plan itself cannot have put the plan's revision off."""
    write(tmp_path, "planstrategier/ps-2023.yaml", STRATEGI)
    text = with_events(FIRST.replace("2010-02-17", vedtatt), status="satt_på_vent")
    text += "beslutninger: {ps-2023: {valg: vurderes}}\n" if decided else ""
    assert told(tmp_path, text) & {"PL402"} == expected


@pytest.mark.parametrize(
    ("type_", "status", "event", "expected"),
    [
        ("analyse", "utkast", "hva: oppstart, dato: 2023-01-11", set()),
        ("analyse", "foreldet", "hva: til_orientering, dato: 2023-01-11, organ: kommunestyret", set()),
        ("analyse", "foreldet", "hva: oppstart, dato: 2023-01-11", {"PL402"}),
        ("analyse", "utkast", "hva: til_orientering, dato: 2023-01-11, organ: kommunestyret", {"PL402"}),
        ("strategi", "foreldet", "hva: til_orientering, dato: 2023-01-11, organ: kommunestyret, sak: 2/23", set()),
        ("strategi", "foreldet", "hva: til_orientering, dato: 2023-01-11, organ: kommunestyret", {"PL402"}),
        ("strategi", "foreldet", "hva: til_orientering, dato: 2023-01-11, sak: 2/23", {"PL402"}),
        ("strategi", "foreldet", "hva: til_orientering, dato: 2023-01-11, organ: kommunedirektoeren", set()),
        ("strategi", "utkast", "hva: oppstart, dato: 2023-01-11", {"PL402"}),
        ("strategi", "til_orientering", "hva: oppstart, dato: 2023-01-11", {"PL401"}),
    ],
)
def test_the_words_of_knowledge_are_for_what_is_noted(
    tmp_path: Path, type_: str, status: str, event: str, expected: set[str]
) -> None:
    """By the plan's type, or by what happened to it; and knowledge too agrees with its events."""
    text = with_events(event, status=status).replace("type: strategi", f"type: {type_}")
    assert told(tmp_path, text) & {"PL401", "PL402"} == expected


def test_a_repeal_that_was_taken_back_shows_no_end(tmp_path: Path) -> None:
    """A plan adopted anew after its repeal has not lapsed by that repeal (PL405)."""
    events = (
        FIRST,
        "hva: opphevet, dato: 2014-02-12, organ: kommunestyret, sak: 1/14",
        FIRST.replace("2010", "2016").replace("/10", "/16"),
    )
    assert told(tmp_path, with_events(*events, status="utgått")) == {"PL405"}


@pytest.mark.parametrize("status", sorted({*get_args(Status)} - {"planlagt"}))
def test_an_event_that_lies_ahead_hides_no_plan(tmp_path: Path, status: str) -> None:
    """Before its first event a plan has no status; so one that is dated ahead is told, unless it is announced."""
    plan = EXPIRED.replace(ADOPTED, "hendelser:\n  - {hva: høring_start, dato: 2031-03-03}\n")
    text = plan.replace("status: vedtatt", f"status: {status}")
    assert told(tmp_path, text, errors=True) == {"PL307"}
    assert told(tmp_path, text.replace("2031-03-03}", "2031-03-03, planlagt: true}"))


WORDLESS = [
    " ", "\\u00a0", "\\u2003", "\\t", ".", "-", "–", "…", "_", "?!", "()", "«»", "\\u3164", "\\uffa0\\u1160", "\\u115f",
    "\\u200b\\u200d", "\\u2060", "\\u00ad", "\\ufeff", "\\u202e", "\\u0301", "\\u034f", "\\ufe0f", "\\u2800",
    "\\U000e0041", "🎉", "☃", "→", "\\u02bc",
]  # fmt: skip


@pytest.mark.parametrize("title", WORDLESS)
def test_a_title_without_a_letter_or_a_digit_is_none(tmp_path: Path, title: str) -> None:
    """Blanks, signs, invisible letters and lone marks: nobody can be called by them (PL006)."""
    assert "PL006" in told(tmp_path, PLAN.replace("Klimastrategi for Fjordvik", f'"{title}"'))


@pytest.mark.parametrize(
    "title", ["TODO", "todo:", "TBD", "N/A", "Tittel", "<tittel>", "[Uten tittel]", "Fyll inn …", "xxx", "Lorem  ipsum"]
)
@pytest.mark.parametrize("path", ["planer/klima.yaml", "maal/m.yaml", "tiltak/t.yaml"])
def test_a_word_where_a_title_is_to_be_filled_in_is_none(tmp_path: Path, title: str, path: str) -> None:
    """What a template or a hurried hand leaves (PL006), whatever the kind; a title that only has such a word is one."""
    rest = {"planer": PLAN.partition("\n")[2], "maal": "type: hovedmål\nplan: samfunnsdel-2020\n"}
    text = f'tittel: "{title}"\n' + rest.get(path.partition("/")[0], "mål: [gode-liv]\nansvarlig: miljoe\n")
    for written, is_told in ((text, True), (text.replace(title, f"Plan for {title}"), False)):
        write(fjordvik(tmp_path), path, written)
        found = [item.diagnostic for item in check(tmp_path, date.fromisoformat(DATE)).findings]
        assert [one.finding.variant for one in found if one.code == "PL006"] == ["plassholder"] * is_told


@pytest.mark.parametrize("title", ["1", "Ø", "計画", "Ⅳ", "²", "план", "K\\u0301"])
def test_a_letter_or_a_digit_of_any_script_is_a_title(tmp_path: Path, title: str) -> None:
    """However short it is."""
    assert told(tmp_path, PLAN.replace("Klimastrategi for Fjordvik", f'"{title}"')) == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("navn: Fjordvik", 'navn: " "'),
        ("navn: temaplan", 'navn: "\\u3164"'),
        ("{navn: Oppvekst}", '{navn: "-"}'),
        ("{navn: hovedutvalget}", '{navn: "."}'),
        ("{tittel: Plandokumentet}", '{tittel: "…"}'),
        ("{navn: Handling, rang: 3", '{navn: "\\u00a0", rang: 3'),
        ("{navn: delmål, under", '{navn: "–", under'),
    ],
)
def test_what_plansystem_declares_has_a_name_with_words_too(tmp_path: Path, old: str, new: str) -> None:
    """Types, bodies, sectors, levels, sources and the municipality itself."""
    file = fjordvik(tmp_path) / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    found = [item.diagnostic for item in check(tmp_path, date.fromisoformat(DATE)).findings]
    assert {"uten_ord", "tom"} & {one.finding.variant for one in found if one.code == "PL006"}


@pytest.mark.parametrize(
    ("path", "more"),
    [
        ("maal/x.yaml", "type: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\n"),
        ("tiltak/x.yaml", "mål: [gode-liv]\n"),
        ("indikatorer/x.yaml", "enhet: prosent\n"),
        ("utfordringer/x.yaml", "mål: [gode-liv]\n"),
        ("planstrategier/x.yaml", 'valgperiode: "2023-2027"\n'),
    ],
)
def test_every_kind_has_a_title_with_words(tmp_path: Path, path: str, more: str) -> None:
    """Goals, measures, indicators, challenges and planstrategier, as plans."""
    for title, variant in (("\\u2003", "tom"), ("–", "uten_ord")):
        root = fjordvik(tmp_path / variant)
        write(root, path, f'tittel: "{title}"\n{more}')
        found = [item.diagnostic for item in check(root, date.fromisoformat(DATE), select=("PL006",)).findings]
        assert [one.finding.variant for one in found] == [variant]


@pytest.mark.parametrize(
    ("old", "new", "variant"),
    [
        ("sak: 7/22", 'sak: "-"', "uten_ord"),
        ("sak: 7/22", 'sak: " "', "tom"),
        ("Strategien viser hvordan Fjordvik skal kutte utslipp.", '"…"', "uten_ord"),
        ("kilder:", 'arealplan_id: "\\u2800"\nkilder:', "tom"),
        ("kilder:", 'tema: ["–"]\nkilder:', "uten_ord"),
        ("kilder:", 'merknad: "\\u200b"\nkilder:', "tom"),
    ],
)
def test_no_field_that_is_asked_for_is_filled_with_nothing(tmp_path: Path, old: str, new: str, variant: str) -> None:
    """A case number, a summary or an id of signs alone is none, and a blank is no text anywhere (PL006)."""
    root = fjordvik(tmp_path)
    write(root, "planer/klima.yaml", PLAN.replace(old, new))
    found = [item.diagnostic for item in check(root, date.fromisoformat(DATE), select=("PL006",)).findings]
    assert [one.finding.variant for one in found] == [variant]


def test_a_sign_is_a_unit(tmp_path: Path) -> None:
    """What is no name may be a sign alone: «%», and a source's own «–»."""
    root = fjordvik(tmp_path)
    write(root, "indikatorer/x.yaml", 'tittel: Andel\nenhet: "%"\nkilder: [{kilde: plandokument, oppgir: "–"}]\n')
    assert check(root, date.fromisoformat(DATE), select=("PL006",)).findings == ()


@pytest.mark.parametrize("status", ["utgått", "erstattet", "foreldet", "planlagt", "vedtatt"])
def test_no_status_of_the_planstrategi_in_force_takes_its_decisions_out(tmp_path: Path, status: str) -> None:
    """What it decided without a time is told (PL503); it is the one adopted last, until an event repeals it."""
    strategi = STRATEGI + f"status: {status}\n"
    write(tmp_path, "planstrategier/ps-2023.yaml", strategi)
    text = PLAN + "beslutninger: {ps-2023: {valg: revideres}}\n"
    assert "PL503" in told(tmp_path, text, errors=True)
    repealed = strategi.replace("2024-04-24}", "2024-04-24}, {hva: opphevet, dato: 2024-05-22}")
    write(tmp_path, "planstrategier/ps-2023.yaml", repealed)
    assert "PL503" not in told(tmp_path, text)


@pytest.mark.parametrize(
    ("status", "more", "settled"),
    [
        ("under_revisjon", "", False),
        ("under_revisjon", "arbeid: {oppstart: 2008, ferdig: 2009}\n", False),
        ("under_revisjon", "arbeid: {ferdig: 2025}\n", True),
        ("under_revisjon", "arbeid: {oppstart: 2023}\n", True),
        ("under_revisjon", "arbeid: {oppstart: 2020, ferdig: 2025}\n", True),
        ("under_revisjon", "arbeid: {oppstart: 2040}\n", False),
        ("under_revisjon", "arbeid: {oppstart: 2040, ferdig: 2041}\n", False),
        ("under_revisjon", "arbeid: {ferdig: 2040}\n", False),
        ("under_revisjon", "arbeid: {merknad: Snart.}\n", False),
        ("vedtatt", "arbeid: {ferdig: 2025}\n", False),
    ],
)
def test_a_revision_settles_an_expired_plan_where_something_shows_it(
    tmp_path: Path, status: str, more: str, settled: bool
) -> None:
    """The word alone does not; a time since the last adoption, an event or a source does (PL301)."""
    text = EXPIRED.replace("status: vedtatt", f"status: {status}") + more
    assert ("PL301" in told(tmp_path, text)) is not settled


def test_an_event_or_a_source_shows_a_revision(tmp_path: Path) -> None:
    """The source says it in its own words about the status; a revision that was begun before the adoption is over."""
    text = EXPIRED.replace("status: vedtatt", "status: under_revisjon")
    event = ADOPTED.removeprefix("hendelser:\n")
    begun = text.replace(event, event + "  - {hva: oppstart, dato: 2023-02-08}\n")
    over = text.replace(event, "  - {hva: oppstart, dato: 2009-02-11}\n" + event)
    source = text.replace("{kilde: plandokument}", "{kilde: plandokument, status: under_revisjon}")
    assert [("PL301" in told(tmp_path / str(at), plan)) for at, plan in enumerate((begun, over, source))] == [
        False,
        True,
        False,
    ]


def test_when_needed_is_no_day(tmp_path: Path) -> None:
    """A type that is to be revised regularly asks when, also of a plan that says «ved behov» (PL304)."""
    text = PLAN.replace("type: strategi", "type: temaplan").replace("Klimastrategi", "Plan")
    text = text.replace("periode: {fra: 2022, til: 2030}\n", "")
    assert told(tmp_path / "a", text + "revisjon: {rulleres: ved behov}\n") == {"PL304"}
    assert told(tmp_path / "b", text + "revisjon: {rulleres: hver valgperiode}\n") == set()


def test_before_the_day_that_the_register_describes_it_is_read_as_it_was(tmp_path: Path) -> None:
    """An event that lies ahead of a day looked back at is no fault (PL307)."""
    root = fjordvik(tmp_path)
    event = "hendelser:\n  - {hva: høring_start, dato: 2024-03-03}\n"
    write(root, "planer/klima.yaml", EXPIRED.replace(ADOPTED, event))
    back = check(root, date(2024, 1, 1), select=("PL307",)).findings
    assert back == ()
