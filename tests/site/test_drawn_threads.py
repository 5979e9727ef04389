"""The red thread as a chain, the goals branch by branch, the matrix, the sectors, and the list of a page's headings."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import html5lib
import icalendar
import pytest
from support.helpers import check, fjordvik, write

from planlint.exports.open_data import ics
from planlint.register import FulgtOpp, over_fristen
from planlint.site import build
from planlint.site.follow_up import FollowUp
from planlint.site.goal_branches import goal_branches, states_shown
from planlint.site.page_contents import with_contents
from planlint.site.pages import maal_page, matrix_page, plan_page, sektor_page
from planlint.system.system import open_system
from planlint.tables.late_deadlines import late_deadlines
from planlint.tables.nettsted import Nettsted
from planlint.text import language

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 30)
NB = language("nb")


def nettsted(root: Path, day: date = DAY) -> Nettsted:
    """Open a plan system."""
    register = open_system(root, day).register
    assert register is not None
    return Nettsted(register, check(root, day), NB)


@cache
def baerum() -> Nettsted:
    """Give the real plan system."""
    return nettsted(ROOT)


@cache
def files() -> dict[str, bytes]:
    """Draw the real site."""
    return build.files(baerum(), ("html",), None)


def page_of(module: object, sti: str) -> dict[str, object]:
    """Give the content of a page."""
    pages = module.pages(baerum())  # type: ignore[attr-defined]
    return next(page.innhold for page in pages if page.sti == sti)


def test_a_plan_s_chain_goes_from_the_plan_above_to_the_indicators() -> None:
    """Plan above, goals, this plan, plans below, measures, indicators; one is named, more are counted."""
    content = page_of(plan_page, "plan/klimastrategi-2030.html")
    chain = content["kjede"]
    assert [link.slag for link in chain] == [
        "Planen over", "Mål", "Denne planen", "Planer under", "Tiltak", "Indikatorer",
    ]  # fmt: skip
    above, goals, this, _, measures, _ = chain
    assert (above.tekst, above.sti.startswith("plan/"), above.merknad) == (
        "Kommuneplanens samfunnsdel (2016, erstattet)",
        True,
        "",
    )
    assert (goals.tekst, goals.sti) == ("4 mål", "#roed-traad")
    assert (this.denne, this.sti) == (True, "")
    assert measures.tekst == f"{content['antall_tiltak']} tiltak"


def test_what_is_at_the_top_has_nothing_above() -> None:
    """The samfunnsdel asks for no plan above, so its chain begins with itself."""
    chain = page_of(plan_page, "plan/kommuneplanens-samfunnsdel-2021.html")["kjede"]
    assert chain[0].denne
    assert [link.er_tom for link in chain[1:]] == [link.tekst == "ikke dokumentert" for link in chain[1:]]


def test_a_goal_s_chain_counts_what_the_page_lists() -> None:
    """The plans, measures and indicators of the chain are those that the lists under it hold."""
    for page in maal_page.pages(baerum()):
        chain = {link.slag: link for link in page.innhold["ledd"]}
        for name, listed in (("Planer som følger opp", "planer"), ("Tiltak", "tiltak"), ("Indikatorer", "indikatorer")):
            items, link = page.innhold[listed], chain[name]
            assert link.er_tom == (not items), page.sti
            if len(items) == 1:
                assert (link.tekst, link.sti) == (items[0].lenke.tekst, items[0].lenke.sti)
            elif items:
                assert link.tekst.startswith(f"{len(items)} ")
        assert ("Mål over" in chain) == bool(page.innhold["kjede"])


def test_every_place_that_a_chain_leads_to_is_on_its_page() -> None:
    """A box leads to a heading of the page, or to another page of the site."""
    seen = 0
    for path, data in files().items():
        if not path.startswith(("plan/", "maal/")):
            continue
        html = data.decode()
        for target in re.findall(r'<ol class="traadkjede.*?</ol>', html, re.DOTALL):
            for sti in re.findall(r'href="([^"]+)"', target):
                seen += 1
                assert (
                    f'id="{sti[1:]}"' in html
                    if sti.startswith("#")
                    else sti.removeprefix("../").partition("#")[0] in files()
                ), (
                    path,
                    sti,
                )
    assert seen > 100


def test_the_branches_hold_every_goal_that_must_be_followed_up() -> None:
    """Each goal of the samfunnsdel that must be followed up is in one branch, with its state in the coverage."""
    site = baerum()
    foelger = FollowUp(site)
    branches = goal_branches(site, foelger)
    tops = {plan.id for plan in site.register.plans_with_rolle("samfunnsdel")}
    rows = [rad for gruppe in foelger.dekning.grupper for rad in gruppe.rader if rad.skal and rad.maal.plan in tops]
    tiles = [tile for branch in branches for tile in branch.maal]
    assert sorted(tile.lenke.sti for tile in tiles) == sorted(site.path(rad.maal) for rad in rows)
    assert [tile.tilstand for tile in tiles] == [rad.fulgt_opp.value for rad in rows]
    for branch in branches:
        followed = [tile for tile in branch.maal if tile.tilstand != FulgtOpp.IKKE_DOKUMENTERT]
        assert (branch.fulgt, branch.skal) == (len(followed), len(branch.maal))
    assert {state for state, _ in states_shown(site, branches)} == {tile.tilstand for tile in tiles}


def test_an_empty_matrix_leads_to_the_day_that_has_one() -> None:
    """Bærum's plans lead to no goal today; the page leads to the edition of 2020, where there is a matrix."""
    content = page_of(matrix_page, "matrise.html")
    assert not content["tabeller"]
    (link,) = content["tidligere"]
    path, _, place = link.sti.partition("#")
    html = files()[path].decode()
    assert 'class="direkte">Direkte<' in html
    assert f'id="{place}"' in html
    assert "Så langt registeret viser, var det koblinger før" not in html


def test_every_plan_is_under_its_sector_or_counted() -> None:
    """The sectors' tables and the number without a sector make up all the plans, and each calendar exists."""
    (page,) = sektor_page.pages(baerum())
    shown = page.innhold["sektorer"]
    assert sum(one.rader.count for one in shown) + page.innhold["uten"] == len(baerum().register.planer)
    assert all(one.antall == one.rader.count for one in shown)
    calendars = {one.kalender for one in shown} | {part.kalender for one in shown for part in one.omraader}
    assert calendars == {path for path in files() if path.startswith("ics/")}


def test_no_sector_is_no_table(tmp_path: Path) -> None:
    """Where the register declares no sector, the page says so."""
    fjordvik(tmp_path)
    system = tmp_path / "plans" / "plansystem.yaml"
    text = re.sub(r"(?m)^sektorer:.*\n(?:[ ].*\n|\n)*", "", system.read_text())
    system.write_text(text)
    html = build.files(nettsted(tmp_path), ("html",), None)["sektorer.html"].decode()
    assert "Registeret har ingen sektorer." in html


def test_the_calendars_hold_what_is_overdue() -> None:
    """Every overdue plan is in the calendar on the day it had, once, and in the calendar of its sector."""
    site = baerum()
    rows = late_deadlines(site)
    assert {row.gjelder for row in rows} == {plan.entity for plan in over_fristen(site.register)}
    assert all(row.dag < DAY for row in rows)
    made = {path: icalendar.Calendar.from_ical(data) for _, path, data in ics.files(site)}
    for path, calendar in made.items():
        ids = [str(event["uid"]) for event in calendar.walk("VEVENT")]
        assert len(ids) == len(set(ids)), path
    everything = {str(event["uid"]): event["dtstart"].dt for event in made["plansystem.ics"].walk("VEVENT")}
    assert all(everything[row.uid] == row.dag for row in rows)
    for row in rows:
        if row.sektor in site.register.plansystem.sektorer:
            own = made[f"ics/{row.sektor}.ics"].walk("VEVENT")
            assert row.uid in {str(event["uid"]) for event in own}


def test_an_event_keeps_its_id_when_it_becomes_overdue(tmp_path: Path) -> None:
    """The end of a period has the same id in the calendar before and after it has passed, so it is not there twice."""
    fjordvik(tmp_path)
    write(tmp_path, "planer/sykkel.yaml", "tittel: Sykkelplan\ntype: temaplan\nstatus: vedtatt\nperiode: {til: 2025}\n"
          "hendelser:\n- {dato: 2021-02-03, hva: vedtatt}\n")  # fmt: skip
    before, after = (
        {
            str(event["uid"])
            for event in icalendar.Calendar.from_ical(data).walk("VEVENT")
            if "Sykkelplan" in event["summary"]
        }
        for day in (date(2025, 1, 2), date(2026, 1, 2))
        for _, path, data in ics.files(nettsted(tmp_path, day))
        if path == "plansystem.ics"
    )
    assert after < before
    period = [id_.partition("@")[0] for id_ in after if id_.startswith("periode-")]
    assert period == ["periode-plan-sykkel"]


def test_a_heading_tells_how_many_stand_under_it() -> None:
    """The number stands in the list of the page, not twice in the heading."""
    html = f'<main>{HEADINGS}<h2 id="tiltak" data-antall="28">Tiltak</h2></main>'
    assert '<a class="ds-link" href="#tiltak">Tiltak</a> (28)</li>' in with_contents(html, NB)


HEADINGS = "".join(f'<h2 class="x"{id_}>{text}</h2><p>Noe</p>' for id_, text in [
    (' id="en"', "En"), ("", "To &amp; <em>tre</em>"), ("", "Fire"), ("", "Fire"),
])  # fmt: skip


def test_a_long_page_lists_its_headings() -> None:
    """Each heading in sight is listed once, in order, and leads to its place; one without a place gets one."""
    html = f"<body><main><h1>X</h1><p>Først</p>{HEADINGS}<details><h2>Bak</h2></details></main><h2>Utenfor</h2></body>"
    made = with_contents(html, NB)
    links = re.findall(r'<a class="ds-link" href="#([^"]+)">([^<]*)</a>', made)
    assert links == [("en", "En"), ("to-tre", "To &amp; tre"), ("fire", "Fire"), ("fire-2", "Fire")]
    assert all(made.count(f'id="{place}"') == 1 for place, _ in links)
    assert made.index("Først") < made.index("På denne siden") < made.index("<h2")
    assert re.sub(r"<nav.*?</nav>\n", "", made, flags=re.DOTALL).replace(' id="to-tre"', "").replace(
        ' id="fire-2"', ""
    ).replace(' id="fire"', "") == html  # fmt: skip


@pytest.mark.parametrize("html", [
    "<main><h2>En</h2><h2>To</h2><h2>Tre</h2></main>",
    f'<main><ul class="hopp"></ul>{HEADINGS}</main>',
    f'<main><ul class="veivalg temavalg"></ul>{HEADINGS}</main>',
    f"<main><details>{HEADINGS}</details></main>",
    f"<p>{HEADINGS}</p>",
])  # fmt: skip
def test_a_page_that_needs_no_list_gets_none(html: str) -> None:
    """A short page, one that has a list to jump by, one that is folded, and what is no page are left as they are."""
    assert with_contents(html, NB) == html


def test_every_list_of_headings_leads_somewhere() -> None:
    """On the whole site each link of the list has its heading, and long plan pages have the list."""
    long = 0
    for path, data in files().items():
        if not path.endswith(".html") or b"innholdsliste" not in data:
            continue
        tree = html5lib.parse(data, namespaceHTMLElements=False)
        ids = [node.get("id") for node in tree.iter() if node.get("id")]
        assert len(ids) == len(set(ids)), path
        box = next(node for node in tree.iter("nav") if "innholdsliste" in (node.get("class") or ""))
        targets = [str(node.get("href"))[1:] for node in box.iter("a")]
        assert set(targets) <= {node.get("id") for node in tree.iter("h2")}, path
        long += path.startswith("plan/")
    assert long > 20
