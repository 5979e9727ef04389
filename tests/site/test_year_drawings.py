"""The wheel of a year and the strip of an election period: every date once, at its place, and in the tables."""

from __future__ import annotations

import math
import re
from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import given, strategies as st
from support.helpers import check, fjordvik, write

from planlint.site.pages import year_page
from planlint.site.term_strip import draw_strip
from planlint.site.year_dates import KINDS, current_term, dates_between
from planlint.site.year_wheel import SIZE, DatedLink, draw_wheel
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.tables.table import cell_text
from planlint.text import language

ROOT = Path(__file__).parents[2]
KIND_NAMES = [("a", "A"), ("b", "B"), ("c", "C")]
MONTHS = [str(number) for number in range(1, 13)]
DAY = date(2026, 11, 30)

dated = st.builds(
    DatedLink,
    dag=st.dates(date(2025, 1, 1), date(2027, 12, 31)),
    tittel=st.text("xyz", min_size=1, max_size=3),
    sti=st.sampled_from(["", "plan/x.html"]),
    slag=st.sampled_from(["a", "b", "c", "ukjent"]),
    fra=st.none(),
)


def nettsted(root: Path, day: date = DAY) -> Nettsted:
    """Open a plan system."""
    register = open_system(root, day).register
    assert register is not None
    return Nettsted(register, check(root, day), language("nb"))


@cache
def baerum() -> Nettsted:
    """Give the real plan system."""
    return nettsted(ROOT)


@given(st.lists(dated, max_size=40))
def test_every_date_of_the_year_is_in_one_mark(items: list[DatedLink]) -> None:
    """The marks count each date of the year and of a known kind once, apart from each other and inside the wheel."""
    wheel = draw_wheel(2026, items, KIND_NAMES, DAY, MONTHS, "#liste")
    own = [item for item in items if item.dag.year == 2026 and item.slag != "ukjent"]
    assert sum(mark.antall for mark in wheel.merker) == wheel.antall == len(own)
    assert [ring.antall for ring in wheel.ringer] == [
        count for kind, _ in KIND_NAMES if (count := sum(item.slag == kind for item in own))
    ]
    for mark in wheel.merker:
        assert wheel.indre < math.dist((mark.x, mark.y), (SIZE / 2, SIZE / 2)) < wheel.ytre
        assert mark.sti in {"#liste", "plan/x.html"}
    for one in wheel.merker:
        others = [other for other in wheel.merker if other.form == one.form and other is not one]
        near = [other for other in others if math.dist((one.x, one.y), (other.x, other.y)) < 2 * 13]
        assert all(abs(other.x - SIZE / 2) < 30 and other.y < SIZE / 2 for other in near)  # only where the year ends


def test_the_year_goes_with_the_clock_from_the_top() -> None:
    """1 January is at the top, April to the right, July at the bottom, October to the left; today is a line."""
    days = [date(2026, 1, 1), date(2026, 4, 2), date(2026, 7, 2), date(2026, 10, 1)]
    wheel = draw_wheel(2026, [DatedLink(day, "x", "", "a") for day in days], KIND_NAMES, days[0], MONTHS)
    top, right, bottom, left = wheel.merker
    assert top.y < SIZE / 4 < SIZE * 3 / 4 < bottom.y
    assert left.x < SIZE / 4 < SIZE * 3 / 4 < right.x
    assert wheel.i_dag
    assert not draw_wheel(2027, [], KIND_NAMES, days[0], MONTHS).i_dag


def test_a_kind_has_the_same_shape_in_every_drawing() -> None:
    """A kind without dates takes no ring and no lane, and the others keep their shapes."""
    only = [DatedLink(date(2026, 5, 1), "x", "", "c")]
    wheel = draw_wheel(2026, only, KIND_NAMES, DAY, MONTHS)
    strip = draw_strip(date(2023, 10, 31), date(2027, 10, 30), only, KIND_NAMES, DAY)
    assert [ring.navn for ring in wheel.ringer] == [lane.navn for lane in strip.felt] == ["C"]
    assert {mark.form for mark in (*wheel.merker, *strip.merker)} == {2}


def test_every_kind_has_a_shape_and_a_colour_of_its_own() -> None:
    """The template has as many shapes, no two alike, and the style sheet as many colours, as there are kinds."""
    templates = ROOT / "templates"
    drawn = re.search(r"set former = \[(.*?)\]", (templates / "hjul.html.j2").read_text(encoding="utf-8"))
    assert drawn is not None
    assert len(set(re.findall(r'"([^"]+)"', drawn[1]))) >= len(KINDS)
    styled = (templates / "assets/tegninger.css").read_text(encoding="utf-8")
    colours = dict(re.findall(r"^\.form-(\d) \{ (.*?) \}", styled, re.MULTILINE))
    assert sorted(colours) == [str(at) for at in range(len(KINDS))]
    assert len(set(colours.values())) == len(KINDS)


def test_what_has_no_day_is_counted_and_not_placed() -> None:
    """A date known by its year alone has no mark in the wheel, and a band over the whole year in the strip."""
    only = [DatedLink(date(2026, 12, 31), "i løpet av året", "plan/x.html", "a", date(2026, 1, 1))]
    wheel = draw_wheel(2026, only, KIND_NAMES, DAY, MONTHS)
    assert (wheel.antall, wheel.uten_dag, wheel.merker) == (1, 1, ())
    strip = draw_strip(date(2025, 1, 1), date(2026, 12, 31), only, KIND_NAMES, DAY)
    (band,) = strip.tidsrom
    assert strip.merker == ()
    assert (band.antall, band.sti) == (1, "plan/x.html")
    assert abs(band.bredde - strip.bredde / 2) < 30


@given(st.lists(dated, max_size=40))
def test_the_strip_holds_every_date_of_its_years_once(items: list[DatedLink]) -> None:
    """Marks and bands count the dates from the first day to the last, inside the canvas and in their lanes."""
    first, last = date(2025, 7, 1), date(2027, 6, 30)
    strip = draw_strip(first, last, items, KIND_NAMES, DAY)
    own = [item for item in items if first <= item.dag <= last and item.slag != "ukjent"]
    assert sum(mark.antall for mark in strip.merker) == len(own) == sum(lane.antall for lane in strip.felt)
    assert all(0 < mark.x < strip.bredde and 0 < mark.y < strip.hoeyde for mark in strip.merker)
    assert [year.tekst for year in strip.aar] == ["2026", "2027"]
    assert strip.i_dag is not None
    assert draw_strip(first, last, items, KIND_NAMES, date(2030, 1, 1)).i_dag is None


def test_bands_that_overlap_lie_under_each_other() -> None:
    """Two spans of time that share days get a row each; one that comes after shares a row."""
    spans = [(1, 12, 2025), (3, 6, 2025), (1, 12, 2026)]
    items = [DatedLink(date(year, b, 28), "x", "", "a", date(year, a, 1)) for a, b, year in spans]
    strip = draw_strip(date(2025, 1, 1), date(2026, 12, 31), items, KIND_NAMES, DAY)
    rows = [band.y for band in strip.tidsrom]
    assert rows[0] == rows[2] < rows[1]


def test_the_term_is_the_one_that_the_day_is_in() -> None:
    """Until the new council is constituted, the old term lasts, also after the election."""
    assert current_term(baerum())[0] == "2023-2027"
    assert current_term(nettsted(ROOT, date(2027, 10, 1)))[0] == "2023-2027"
    assert current_term(nettsted(ROOT, date(2027, 12, 1)))[0] == "2027-2031"


def test_the_page_shows_the_same_dates_drawn_and_listed() -> None:
    """Each year's table has as many rows as its wheel has dates, and the strip's table as the strip."""
    (page,) = year_page.pages(baerum())
    for shown in page.innhold["aarene"]:
        assert shown.hjul.antall == shown.rader.count
        assert shown.hjul.antall == sum(mark.antall for mark in shown.hjul.merker) + shown.hjul.uten_dag
    strip = page.innhold["baand"]
    drawn = sum(mark.antall for mark in strip.merker) + sum(band.antall for band in strip.tidsrom)
    assert drawn == page.innhold["baandrader"].count > 0


def test_the_register_s_dates_have_their_kinds(tmp_path: Path) -> None:
    """A hearing, a decision, an announced decision, an expected end and the law's dates are all there, once each."""
    fjordvik(tmp_path)
    write(
        tmp_path,
        "planer/sykkel.yaml",
        "tittel: Sykkelplan\ntype: temaplan\nstatus: på_høring\nhendelser:\n"
        "- {dato: 2026-02-03, hva: høring_start}\n- {dato: 2026, hva: planprogram_fastsatt}\n"
        "- {dato: 2026-12-15, hva: vedtatt, planlagt: true}\n",
    )
    found = dates_between(nettsted(tmp_path), date(2026, 1, 1), date(2026, 12, 31))
    own = {(item.dato, item.lenke.slag) for item in found if item.tittel == "Sykkelplan"}
    assert own == {("3.2.2026", "prosess"), ("2026", "prosess"), ("15.12.2026", "vedtak")}
    assert {item.lenke.slag for item in found} <= set(KINDS)
    table = year_page._year(nettsted(tmp_path), 2026, found).rader  # noqa: SLF001 - one year of the page
    groups = {group.navn: [cell_text(row[0]) for row in group.rader] for group in table.grupper}
    assert groups["Måneden er ikke kjent"] == ["2026"]
    assert "3.2.2026" in groups["Februar 2026"]
    assert list(groups)[-1] == "Måneden er ikke kjent"


def test_a_year_without_dates_says_so(tmp_path: Path) -> None:
    """Where the register has no date in a year, there is a sentence and no empty wheel."""
    from planlint.site import build  # noqa: PLC0415 - the page alone is drawn below

    fjordvik(tmp_path)
    site = nettsted(tmp_path)
    html = build.files(site, ("html",), None)["aarshjul.html"].decode()
    for shown in next(iter(year_page.pages(site))).innhold["aarene"]:
        said = f"Registeret viser ingen datoer i {shown.hjul.aar}." in html
        assert said == (shown.hjul.antall == 0)
        assert bool(re.search(f'id="hjul-{shown.hjul.aar}-t"', html)) != said


def test_a_mark_is_called_what_stands_on_it() -> None:
    """Each link of the drawings has a name, and the number on it is the first word of that."""
    from planlint.site import build  # noqa: PLC0415 - as above

    html = build.files(baerum(), ("html",), None)["aarshjul.html"].decode()
    drawings = re.findall(r'<svg [^>]*role="group".*?</svg>', html, re.DOTALL)
    links = [link for drawing in drawings for link in re.findall(r"<a .*?</a>", drawing, re.DOTALL)]
    assert len(links) > 10
    for link in links:
        (name,) = re.findall(r"<title>([^<]+)</title>", link)
        shown = re.findall(r'<text class="antall"[^>]*>([^<]+)</text>', link)
        assert name.strip()
        assert re.split(r"[ :]", name)[0] in shown or not shown
