"""The real plan system in examples/lier: decisions, anchors, and a samfunnsdel that is being replaced."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from support.helpers import check
from support.matrix_cases import matrix_content, rows_where_all_agree

from planlint.ahead.draft import utkast
from planlint.output.words import words_of
from planlint.register.livsloep.overskridelse import over_fristen
from planlint.register.register import Register
from planlint.site.build import files
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.text import language

REPOSITORY = Path(__file__).parents[2]
LIER = REPOSITORY / "examples" / "lier"
DAY = date(2026, 11, 29)
FINDINGS = LIER / "funn.txt"
STRATEGI = "planstrategi-2024-2027"


@cache
def register_of(root: Path = LIER, day: date = DAY) -> Register:
    """Read a plan system."""
    register = open_system(root, day).register
    assert register is not None
    return register


@cache
def site_of(root: Path = LIER, day: date = DAY) -> Nettsted:
    """Give a plan system as the site sees it."""
    return Nettsted(register_of(root, day), check(root, day), language("nb"))


@cache
def pages() -> dict[str, str]:
    """Give the pages and the tables as text, the planstrategi's Markdown too."""
    built = files(site_of(), ("html", "markdown", "csv"), None)
    return {path: data.decode() for path, data in built.items() if path.endswith((".html", ".md", ".csv"))}


def plain(path: str) -> str:
    """Give a page's words without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", pages()[path]))


def by_rule() -> dict[str, set[str]]:
    """Give the entities that each rule speaks of."""
    found: dict[str, set[str]] = {}
    for item in check(LIER, DAY).findings:
        found.setdefault(item.diagnostic.code, set()).add(item.diagnostic.entity)
    return found


def test_the_findings_are_those_that_were_judged(update_expected: bool) -> None:
    """Each finding has been read and judged as a planner of Lier would; none comes or goes unseen."""
    lang = language("nb")
    told = sorted(
        f"{item.diagnostic.code} {item.diagnostic.entity}: {words_of(item, lang).message}"
        for item in check(LIER, DAY).findings
    )
    text = "".join(f"{line}\n" for line in told)
    if update_expected:
        FINDINGS.write_text(text, encoding="utf-8")
    assert text == FINDINGS.read_text(encoding="utf-8")


def test_files_are_sound() -> None:
    """No file is broken, and no reference is open: what is read is in today's format."""
    assert not [code for code in by_rule() if code.startswith(("PL0", "PL10"))]


def test_no_person_is_named() -> None:
    """The files hold neither address nor telephone number, and what is quoted is rows of tables, not running text."""
    texts = [file.read_text(encoding="utf-8") for file in LIER.rglob("*.yaml")]
    assert not [text for text in texts if re.search(r"@\w+\.\w|\b\d{2} \d{2} \d{2} \d{2}\b|\b\d{8}\b", text)]
    quotes = [
        source.oppgir
        for kind in register_of().entities.values()
        for entity in kind.values()
        for source in getattr(entity, "kilder", ())
        if source.oppgir
    ]
    assert len(quotes) > 40
    assert not [quote for quote in quotes if not re.search(r"\||( \d+([,.]\d+)?){3}", quote)]


@pytest.mark.parametrize(
    ("root", "day"), [(LIER, DAY), (REPOSITORY, date(2026, 11, 21)), (REPOSITORY, date(2019, 6, 1))], ids=str
)
def test_matrix_and_coverage_agree_on_every_plan(root: Path, day: date) -> None:
    """Both municipalities, and a day on which Bærum's samfunnsdel was another: the three never disagree."""
    rows = rows_where_all_agree(site_of(root, day))
    if root == LIER:
        assert "Kommuneplanens arealdel" in rows


def test_the_matrix_is_not_empty() -> None:
    """The arealdel is anchored in all ten points of the arealstrategi, and the folkehelsestrategi in two trees."""
    tables: dict[str, Any] = {table.navn: table for table in matrix_content(site_of())["tabeller"]}
    assert {"Arealstrategi", "2 Tilhørighet til bygda", "3 Livsmestring for alle"} <= tables.keys()
    assert len(tables["Arealstrategi"].kolonner) == 11
    unlinked = plain("matrise.html").partition("Planer uten dokumentert rød tråd")[2].partition("Planer som følger")[0]
    assert "Energi- og klimaplan" in unlinked
    assert "Kommuneplanens arealdel" not in unlinked


def test_goals_stand_by_type_and_number() -> None:
    """The goals of the samfunnsdel in force: six samfunnsmål in order, then the arealstrategi."""
    page = plain("dekning.html")
    names = [
        "Samfunnsmål 1: Levende landskap",
        "Samfunnsmål 2: Tilhørighet til bygda",
        "Samfunnsmål 6: Kommunen som organisasjon",
        "Arealstrategi 1: Det legges",
    ]
    places = [page.index(name) for name in names]
    assert places == sorted(places)


def test_the_decisions_are_the_municipalitys_own_table() -> None:
    """Table B has the committee and the person-years of each year, and no priority, which all 44 rows leave empty."""
    rows = list(csv.DictReader(io.StringIO(pages()[f"planstrategi/{STRATEGI}-b.csv"].lstrip("\ufeff")), delimiter=";"))
    assert {"Utvalg", "Årsverk 2024", "Årsverk 2027", "Begrunnelse", "Merknad"} <= rows[0].keys()
    assert rows[0].keys().isdisjoint({"Prioritet", "Vilkår", "Kroner 2024"})
    assert sum(bool(row["Utvalg"]) for row in rows) == 27
    for path in ("planstrategi.html", "planstrategi.md"):
        assert pages()[path].count("utvalg for landbruk og miljø") == 5
    (total,) = [row for row in rows if row["Beslutning"] == "I alt"]
    assert [total[f"Årsverk {year}"] for year in range(2024, 2028)] == ["8,5", "9", "8,5", "8"]  # the table's own sums


def test_the_decisions_stand_in_the_municipalitys_own_order() -> None:
    """Within a kind of decision the rows follow the numbers of the planstrategi's own list, those without one last."""
    table = pages()[f"planstrategi/{STRATEGI}-b.csv"].partition("Revideres;")[2]
    names = [
        "Overordnet beredskapsplan",
        "Eierskapspolitikk",
        "Helhetlig risiko",
        "Klimaplan",
        "Kommuneplanens arealdel",
    ]
    places = [table.index(name) for name in names]
    assert places == sorted(places)


def test_what_is_put_off_is_not_told_as_dropped() -> None:
    """Lierstranda is postponed, and two plans without person-years are not prioritised: none of them lapses."""
    decided = {id_: plan.beslutninger[STRATEGI].valg for id_, plan in register_of().planer.items() if plan.beslutninger}
    assert decided["omraaderegulering-lierstranda"] == "utsettes"
    assert {id_ for id_, valg in decided.items() if valg == "ikke_prioritert"} == {
        "plan-for-fortetting",
        "omraaderegulering-kjelstad-amtmannssvingen",
    }
    assert "utgår" not in decided.values()


def test_the_calendar_has_the_work_of_each_half_year() -> None:
    """Table C is not empty: the revision of the samfunnsdel begins in the second half of 2024."""
    assert "Kommuneplanens samfunnsdel 2019–2028 (oppstart)" in plain(f"planstrategi/{STRATEGI}.html")


def test_decisions_with_a_time_are_no_fault() -> None:
    """PL503 is left for the two decisions that have no year that it is done in; work under way is none of them."""
    register = register_of()
    found = [register.planer[entity.partition("/")[2]] for entity in by_rule()["PL503"]]
    assert len(found) == 2
    assert not [plan.id for plan in found if plan.beslutninger[STRATEGI].ferdig or register.is_under_arbeid(plan)]


def test_a_replaced_plan_is_replaced() -> None:
    """When that was, the sources do not say; that it is planned, no page says."""
    page = plain("plan/rusmiddelpolitisk-handlingsplan-2016-2020.html")
    assert "Planen er erstattet. Når det skjedde, er ikke dokumentert." in page
    assert "planlagt, men arbeidet er ikke begynt" not in page


def test_the_samfunnsdel_is_carried_on_with() -> None:
    """A planstrategi does not repeal what is being replaced: the successor is named in the same row."""
    found = {item.entity: item for item in utkast(register_of(), "2027-2031").forslag}
    plan = found["plan/kommuneplanens-samfunnsdel-2019-2028"]
    assert (plan.valg, plan.grunner[0].fakta) == ("revideres", {"planer": ["Kommuneplanens samfunnsdel 2040"]})
    gone = [register_of().planer[name.partition("/")[2]] for name, item in found.items() if item.valg == "oppheves"]
    assert not [plan.id for plan in gone if register_of().etterfoelgere(plan) or register_of().plantype(plan).rolle]


def test_only_other_words_are_told_as_other_words() -> None:
    """PL211: six quotations differ by a word; commas, dashes and a short name left out do not."""
    counted = Counter(item.diagnostic.entity for item in check(LIER, DAY, select=("PL211",)).findings)
    assert counted == {
        "plan/folkehelsestrategi-2019-2028": 4,
        "plan/temaplan-for-helse-omsorg-og-velferd-2026-2034": 2,
    }


def test_a_goal_is_headed_by_its_short_name_and_its_page_has_the_sentence() -> None:
    """In tables the short name is enough; the goal's own page, and the tree of goals, have all its words."""
    sentence = "Kommunen skal bidra til at alle innbyggere i Lier kan mestre eget liv best mulig."
    assert "Samfunnsmål 3: Livsmestring for alle" in plain("dekning.html")
    assert sentence not in plain("dekning.html")
    for path in ("maal/2019-3-livsmestring-for-alle.html", "maal.html"):
        assert f"Livsmestring for alle: {sentence}" in plain(path)


def test_a_measure_that_several_sectors_answer_for_names_them() -> None:
    """The folkehelsestrategi makes three kommunalsjefer responsible for the first measure: all three are told."""
    told = "Oppvekst, Helse, omsorg og velferd og Steds- og samfunnsutvikling"
    assert told in plain("tiltak.html")
    assert by_rule()["PL706"] == {"tiltak/folkehelse-2-1"}


def test_over_the_deadline_is_what_check_says() -> None:
    """The register's plans past a deadline are those that the rules tell of: decisions that nobody followed up too."""
    found = by_rule()
    told = set().union(*(found.get(code, set()) for code in ("PL301", "PL302", "PL406", "PL505")))
    assert told == {plan.entity for plan in over_fristen(register_of())}
    assert "plan/kommuneplanens-samfunnsdel-2040" in found["PL406"]
    assert len(found["PL505"]) == 20  # four more since the years of numbers 12–15 could be read
