"""A time is told no nearer than it is known: of a plan system of years, no command and no page tells of a day."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from support.helpers import PLAN, fjordvik, run, write
from support.years import only_years

from planlint.change.consequence_model import Ended
from planlint.model.tidspunkt import parse
from planlint.output.consequences import why
from planlint.text.language import language

TODAY = "2024-06-15"
_DAY = re.compile(r"\b[0-3]?\d\.1?\d\.(?:19|20)\d\d\b")
_OF_THE_LINTER = re.compile(r"\(lest i utgaven av [^)]*\)|(?m:^ +[\d.]+ +(?:feil|advarsel|opplysning) PL)")
"""The edition of the law that was read, and the days on which findings begin."""
_YEAR = re.compile(r"(?<![\d.])20[12]\d\b")
OF_THE_CALENDAR = {
    "15.6.2024", "1.5.2024",  # the day asked, and `ajourført`
    "8.9.2025", "13.9.2027", "8.9.2031",  # elections
    *(f"31.10.{year}" for year in (2023, 2024, 2027, 2028, 2031, 2032)),  # the council's first day, and a year after
    "1.7.2027",  # the law's own
    "31.12.2024", "31.12.2028", "31.12.2032",  # what the law wants by the end of a year
}  # fmt: skip
"""The days of the law and of the calendar, and of the two fields that hold a day."""
BEREDSKAP = """\
tittel: Overordnet beredskapsplan
type: fagplan
status: vedtatt
sammendrag: Planen viser hvem som gjør hva i en krise.
hendelser:
  - {hva: vedtatt, dato: 2023-11-08, organ: kommunedirektoeren, sak: 23/145}
hjemmel: [sivilbeskyttelsesloven-15]
ansvarlig: oppvekst
kilder: [{kilde: plandokument}]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik as told by sources of years: a plan that ends this year, one that is late, and ones that are revised."""
    fjordvik(tmp_path)
    write(tmp_path, "planer/klimastrategi.yaml", PLAN.replace("til: 2030", "til: 2024"))
    write(tmp_path, "planer/gammel.yaml", PLAN.replace("2022", "2016").replace("til: 2030", "til: 2020"))
    often = PLAN.replace("periode: {fra: 2022, til: 2030}\n", "revisjon: {rulleres: hvert 2. år}\n")
    write(tmp_path, "planer/ofte.yaml", often)
    write(tmp_path, "planer/beredskap.yaml", BEREDSKAP)
    only_years(tmp_path)
    return tmp_path


def _days(text: str) -> set[str]:
    return {*_DAY.findall(_OF_THE_LINTER.sub("", text))} - OF_THE_CALENDAR


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("todo",),
        ("forecast", "--until", "2032-12-31"),
        ("propose", "--valgperiode", "2027-2031"),
        ("propose", "--list"),
        ("whatif", "opphev", "samfunnsdel-2020"),
        ("list", "plan"),
        ("show", "klimastrategi"),
    ],
    ids=" ".join,
)
def test_no_command_tells_of_a_day(root: Path, words: tuple[str, ...]) -> None:
    """Neither where something ends, nor where it is expected again, nor where it should have been done."""
    done = run(*words, "--date", TODAY, cwd=root)
    assert done.stdout, done.stderr
    assert _YEAR.search(done.stdout)
    assert _days(done.stdout) == set()


def test_no_page_tells_of_a_day(root: Path) -> None:
    """The front page, what comes and what is late, the year and the plans' own pages."""
    assert run("build", "--out", "site", "--date", TODAY, cwd=root).returncode == 0
    named = [root / "site" / f"{name}.html" for name in ("index", "planer", "behandling", "aarshjul", "tidslinje")]
    pages = [*named, *(root / "site" / "plan").glob("*.html")]
    told = {page.name: _days(unescape(page.read_text(encoding="utf-8"))) for page in pages}
    assert "klimastrategi.html" in told
    assert {name: days for name, days in told.items() if days} == {}


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        ("nb", ["planperioden gikk ut 31.12.2020", "planperioden gikk ut ved utgangen av 2020"]),
        ("nn", ["planperioden gjekk ut 31.12.2020", "planperioden gjekk ut ved utgangen av 2020"]),
        ("en", ["the plan period ended on 31 December 2020", "the plan period ended at the end of 2020"]),
    ],
)
def test_a_plan_that_ended_ended_no_nearer_than_known(lang: str, sentences: list[str]) -> None:
    """A change tells why a plan is in force no longer."""
    ends = [Ended("plan/a", "A", "period", tid=parse(text)) for text in ("2020-12-31", "2020")]
    assert [why(end, language(lang)) for end in ends] == sentences
