"""The quotes in plans/ are the sources' own words, letter by letter. Skipped where the sources are not at hand."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from support.seeds import CUT, ROOT, TODAY, baerum, plain, printed, quoted, quoted_across_lines, source

from planlint.register import is_sum_right
from planlint.rules.all_rules import RULES
from planlint.system.system import open_system

if TYPE_CHECKING:
    from collections.abc import Iterator

ANCHORED = date(2020, 6, 1)
BOARDS = "utkast-og-innspill"
HOVEDMAAL = (
    "2016-baerekraftige-tjenester",
    "2016-balansert-samfunnsutvikling",
    "2016-dialog-og-medvirkning",
    "2016-innovativ-og-endringsdyktig",
)


def quotes() -> Iterator[tuple[str, str, str]]:
    """Yield file, source and quote of everything in plans/ that is shown as the source's words, known findings too."""
    register = baerum()
    for known in open_system(ROOT, TODAY).loaded.avvik:
        yield from ((known.file, ref.kilde, ref.oppgir) for ref in known.avvik.kilder if ref.oppgir)
    kinds = (register.planer, register.every_maal, register.indikatorer, register.tiltak, register.utfordringer)
    rest = (*register.innspill.values(), *register.planstrategier.values())
    for entity in (*(item for kind in kinds for item in kind.values()), *rest):
        yield from ((entity.file, ref.kilde, ref.oppgir) for ref in entity.kilder if ref.oppgir)
    for owner in register.entities_with_hendelser():
        yield from ((owner.file, event.kilde or "", event.tekst) for event in owner.hendelser if event.tekst)
    for plan in register.planer.values():
        if budsjett := plan.budsjett:
            told = (budsjett.oppgir, *(post.oppgir for post in budsjett.poster))
            yield from ((plan.file, budsjett.kilde or "", quote) for quote in told if quote)


def test_each_quote_is_verbatim() -> None:
    """What a page sets in quotation marks stands so in the document that it names, apart from «[…]»."""
    wrong = [(file, kilde, quote) for file, kilde, quote in quotes() if not quoted(quote, source(kilde))]
    # The boards have notes so narrow that words are broken without a hyphen.
    assert not [row for row in wrong if row[1] != BOARDS or not quoted_across_lines(row[2], printed(BOARDS))]


def test_cuts_are_written_one_way() -> None:
    """What is left out is shown as «[…]», never as dots alone, and never at the ends."""
    for file, _, quote in quotes():
        assert "…" not in quote.replace(CUT, ""), file
        assert not quote.startswith(CUT), file
        assert not quote.endswith(CUT), file


def test_the_climate_budget_adds_up() -> None:
    """Table 9.3 has 16 rows, 14 of them with a number, each the quoted line's own; they give the printed sum."""
    budsjett = baerum().planer["handlingsprogram-2020-2023"].budsjett
    assert budsjett is not None
    numbers = [post for post in budsjett.poster if post.verdi is not None]
    for post in numbers:
        number = str(post.verdi).replace(".", ",")
        assert re.search(rf"(^| ){number}( |$)", post.oppgir or ""), post.tittel
    total = sum(Decimal(str(post.verdi)) for post in numbers)
    assert (len(budsjett.poster), len(numbers), total) == (16, 14, Decimal("-57.1"))
    assert (budsjett.oppgir or "").replace(",", ".").endswith(str(total))
    assert not budsjett.avrundet


@pytest.mark.parametrize("at", range(16))
def test_each_row_of_the_climate_budget_counts(at: int) -> None:
    """The rule is silent on table 9.3 as it stands, and speaks when any one row is changed by its last decimal."""
    register = baerum()
    plan = register.planer["handlingsprogram-2020-2023"]
    assert plan.budsjett is not None
    assert not [finding for finding in RULES["PL710"].check(register) if finding.entity == plan.entity]
    poster = list(plan.budsjett.poster)
    poster[at] = poster[at].model_copy(update={"verdi": (poster[at].verdi or 0) + 0.1})
    wrong = plan.budsjett.model_copy(update={"poster": tuple(poster)})
    assert not is_sum_right(wrong)


def test_the_measures_of_a_row_follow_up_its_goals() -> None:
    """A row's measures are those that the same line of the table ties to the goal, in the measures' own files."""
    register = baerum()
    budsjett = register.planer["handlingsprogram-2020-2023"].budsjett
    assert budsjett is not None
    for post in budsjett.poster:
        for id_ in post.tiltak:
            assert set(post.maal) <= set(register.tiltak[id_].maal), (post.tittel, id_)


@pytest.mark.parametrize(
    ("field", "printed"),
    [("driftsramme", (15.8, 14.5, 14.8, 14.5)), ("investeringsramme", (44.8, 19.5, 34.5, 19.5))],
)
def test_the_frames_of_the_measures_give_the_printed_sums(field: str, printed: tuple[float, ...]) -> None:
    """The frames of tables 9.4 and 9.5 stand at their measures, and give the sums that the tables print, each year."""
    measures = [
        tiltak
        for tiltak in baerum().tiltak.values()
        if any(ref.sted in {"tabell 9.4", "tabell 9.5"} for ref in tiltak.kilder)
    ]
    for year, total in zip(range(2020, 2024), printed, strict=True):
        assert sum(getattr(tiltak, field).get(year, 0) for tiltak in measures) == round(total * 1_000_000), year


def test_the_growth_decision_is_whole() -> None:
    """The council's decision on growth stands with its own words, numbers, day, body and case, and with its goal."""
    (event,) = (
        event for event in baerum().planer["kommuneplanens-arealdel-2018"].hendelser if event.hva == "verbalvedtak"
    )
    assert (str(event.dato), event.organ, event.sak, event.maal) == (
        "2018-04-04",
        "kommunestyret",
        "23/18",
        ("2018-veksttakt",),
    )
    assert all(number in (event.tekst or "") for number in ("700–750 boliger", "1,3–1,4 prosent"))


def test_an_effect_is_no_target() -> None:
    """No goal carries the number that its line in the climate budget has, no line is a goal, and no number a target."""
    register = baerum()
    assert not [maal.id for maal in register.maal.values() if maal.effekt]
    assert not [tiltak.id for tiltak in register.tiltak.values() if tiltak.effekt]
    budsjett = register.planer["handlingsprogram-2020-2023"].budsjett
    assert budsjett is not None
    numbers = {post.verdi for post in budsjett.poster if post.verdi} | {budsjett.sum}
    measured = (item for item in register.indikatorer.values() if "CO" in item.enhet)
    targets = {target.verdi for item in measured for target in item.maaltall.values()}
    assert targets
    assert not numbers & targets


@pytest.mark.parametrize(
    ("plan", "goals"),
    [
        ("sykkelstrategi", {"klima-personreiser-kollektiv-sykkel-gange-2025"}),
        ("mobilitetsstrategi", {"klima-personreiser-kollektiv-sykkel-gange-2025"}),
        ("handlingsplan-for-sykkel", {"klima-personreiser-kollektiv-sykkel-gange-2025"}),
        ("miljoeprogram-og-miljoeoppfoelgingsplaner", {"klima-lavutslippssamfunn-2050"}),
        ("plan-for-utslippsfritt-fornebu", {"klima-fornebu-nullutslipp-2027"}),
        ("handlingsplan-for-digitalisering-2020-2023", set(HOVEDMAAL)),
        ("anskaffelsesstrategi", set(HOVEDMAAL)),
        ("kommunikasjonsstrategi", set(HOVEDMAAL)),
    ],
)
def test_anchors_stand_at_the_goal_that_the_source_names(plan: str, goals: set[str]) -> None:
    """A plan that a source ties to a goal hangs under that goal, not under the plan that the goal stands in."""
    register = open_system(ROOT, ANCHORED).register
    assert register is not None
    assert {anchor.maal for anchor in register.planer[plan].forankring} == goals


@pytest.mark.parametrize(
    ("quote", "verbatim"),
    [
        ("Sykkel er et satsningsområde", True),
        ("Sykkel […] å nå målet", True),
        ("kollektivknutepunkter", True),
        ("sykkel er et satsningsområde", False),
        ("Sykkel er ett satsningsområde", False),
        ("å nå målet […] Sykkel", False),
        ("satsningsområde å nå", False),
    ],
)
def test_a_changed_letter_is_seen(quote: str, verbatim: bool) -> None:
    """Another letter, another order or words left out without a sign make it no quote; the page's hyphens do not."""
    text = plain("Sykkel er et\nsatsningsområde for  å nå målet, også frem til kollektiv-\nknutepunkter.")
    assert quoted(quote, text) is verbatim


@pytest.mark.parametrize(
    ("quote", "verbatim"),
    [
        ("en knutepunktstrategi", True),
        ("boliger […] knutepunktstrategi", True),
        ("en knutepunktstrat egi", True),
        ("en knutepunkt strategi", False),
        ("nyeboliger", False),
        ("knutepunktstrategi […] boliger", False),
    ],
)
def test_a_word_may_go_on_in_the_next_line_and_nowhere_else(quote: str, verbatim: bool) -> None:
    """A word that the note's width broke is joined in the quote; two words on one line are not."""
    assert quoted_across_lines(quote, "til nye boliger i en\nknutepunktstrat\n\negi") is verbatim
