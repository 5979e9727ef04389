"""The wheels on the site: the plan system's page, the drawn wheel, the calendars and the planstrategi's table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support.helpers import check, fjordvik, write

from planlint.exports.open_data import ics
from planlint.register import vedtak
from planlint.site.pages import system_page
from planlint.site.year_dates import HJUL, dates_between
from planlint.site.year_wheel import DatedLink, draw_wheel
from planlint.system.system import open_system
from planlint.tables import frister, tables_of_strategi
from planlint.tables.nettsted import Nettsted
from planlint.tables.table import cell_text
from planlint.text import language

DAY = date(2024, 6, 15)
WHEEL = """\
hjul:
  hjulet:
    navn: årshjulet
    rulleres: årlig
    fra: 2020
    steg:
      - {hva: Økonomimelding, måned: 10, organ: [kommunestyret, formannskap], ansvarlig: oppvekst}
      - {hva: Virksomhetsanalyse, plantype: analyse}
      - {hva: Ekstra, rulleres: ved behov}
"""
STRATEGI = """\
tittel: Planstrategi 2023–2027
valgperiode: "2023-2027"
status: vedtatt
hendelser:
  - {hva: vedtatt, dato: 2024-05-15, organ: kommunestyret, sak: 30/24}
kilder: [{kilde: plandokument}]
"""


def nettsted(root: Path, wheel: str = WHEEL) -> Nettsted:
    """Open Fjordvik with a wheel and a planstrategi."""
    fjordvik(root)
    path = root / "plans" / "plansystem.yaml"
    path.write_text(path.read_text(encoding="utf-8") + wheel, encoding="utf-8")
    write(root, "planstrategier/ps.yaml", STRATEGI)
    register = open_system(root, DAY).register
    assert register is not None
    return Nettsted(register, check(root, DAY), language("nb"))


def test_the_plan_systems_page_has_each_step_as_it_is_declared(tmp_path: Path) -> None:
    """What is not declared is blank, an unknown body is left out, and what has no trace is told by its time."""
    (page,) = system_page.pages(nettsted(tmp_path))
    table = page.innhold["tabell_hjul"]
    (group,) = table.grupper
    assert group.navn == "årshjulet"
    rows = [[cell_text(cell) for cell in row] for row in group.rader]
    assert rows == [
        ["Økonomimelding", "hvert år", "oktober", "kommunestyret", "", "oktober 2024", ""],
        ["Virksomhetsanalyse", "hvert år", "", "", "analyse", "2024", "2023"],
        ["Ekstra", "ved behov", "", "", "", "", ""],
    ]


def test_without_wheels_the_page_says_so(tmp_path: Path) -> None:
    """A municipality that has declared none sees a sentence, and no empty table."""
    (page,) = system_page.pages(nettsted(tmp_path, ""))
    assert not page.innhold["tabell_hjul"].count
    assert page.innhold["tabell_hjul"].tomt == "Registeret viser ingen hjul."


def test_a_month_that_comes_round_is_drawn_in_its_middle(tmp_path: Path) -> None:
    """An expected month has a mark in the wheel; a year has none, and neither has a month of another kind."""
    found = [item for item in dates_between(nettsted(tmp_path), DAY, date(2024, 12, 31)) if item.lenke.slag == HJUL]
    assert [(item.dato, item.hva, item.tittel) for item in found] == [
        ("oktober 2024", "Forventet etter årshjulet", "Økonomimelding"),
        ("2024", "Forventet etter årshjulet", "Virksomhetsanalyse"),
    ]
    links = [item.lenke for item in found]
    other = DatedLink(date(2024, 10, 31), "x", "", "annet", date(2024, 10, 1))
    kinds = [(HJUL, "Forventet"), ("annet", "Annet")]
    drawn = draw_wheel(2024, [*links, other], kinds, DAY, [str(n) for n in range(1, 13)])
    assert len(drawn.merker) == 1
    assert "Økonomimelding" in drawn.merker[0].tekst
    assert (drawn.antall, drawn.uten_dag) == (3, 2)
    assert links[0].middle == date(2024, 10, 16)


def test_the_calendars_have_what_is_expected_with_ids_that_stay_apart(tmp_path: Path) -> None:
    """Each time of each step is an entry of its own, in its sector's calendar, and is called expected."""
    site = nettsted(tmp_path)
    rows = [row for row in frister(site) if row.slag == "hjul" and row.tittel == "Økonomimelding"]
    assert [str(row.dag) for row in rows] == [f"{year}-10-31" for year in range(2024, 2029)]
    assert len({row.uid for row in rows}) == len(rows)
    assert {row.merknad for row in rows[:1]} == {"forventet oktober 2024, behandles av kommunestyret"}
    assert {row.sektor for row in rows} == {"oppvekst"}
    texts = {path: data.decode() for _, path, data in ics.files(site)}
    assert "Forventet etter årshjulet: Økonomimelding" in texts["ics/oppvekst.ics"].replace("\r\n ", "")
    assert "Virksomhetsanalyse" not in texts["ics/oppvekst.ics"].replace("\r\n ", "")


def test_the_planstrategis_calendar_has_the_steps_of_the_wheels(tmp_path: Path) -> None:
    """The half-year tells what is expected in it, apart from what is decided."""
    site = nettsted(tmp_path)
    strategi = site.register.planstrategier["ps"]
    calendar = tables_of_strategi(site, strategi, vedtak(site.register).get("ps", []))[2]
    group = next(group for group in calendar.grupper if group.navn == "Forventet etter hjulene")
    told = " ".join(cell_text(cell) for row in group.rader for cell in row)
    assert "Økonomimelding (forventet oktober 2024)" in told
    halves = [column for row in group.rader for column, cell in enumerate(row) if "forventet 2026" in cell_text(cell)]
    assert len(halves) == 2, "a step of a year stands in both its half-years, and is a deadline of neither"
    assert halves[1] == halves[0] + 1
    assert "Virksomhetsanalyse (forventet 2026)" in told


def test_a_wheel_that_is_called_as_its_step_is_not_named_twice(tmp_path: Path) -> None:
    """«Expected by X: X» tells nothing: there the row says that it comes again."""
    wheel = WHEEL.replace("navn: årshjulet", "navn: økonomimelding")
    found = [
        item for item in dates_between(nettsted(tmp_path, wheel), DAY, date(2024, 12, 31)) if item.lenke.slag == HJUL
    ]
    assert [(item.hva, item.tittel) for item in found] == [
        ("Forventet igjen", "Økonomimelding"),
        ("Forventet etter økonomimelding", "Virksomhetsanalyse"),
    ]
