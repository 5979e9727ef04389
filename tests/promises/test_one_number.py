"""One number for each question: on every page, in every table, in `list`, in `coverage` and in the forecast.

Another municipality is added by one line in `SYSTEMS`.
"""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from support.helpers import check

from planlint.ahead.forecast import make_forecast
from planlint.output import coverage_as_json, coverage_as_markdown, coverage_as_text
from planlint.register import (
    CoverageDemand,
    Gjelder,
    Kunnskap,
    Register,
    RoedTraad,
    gjelder,
    is_old,
    measure_dekning,
    over_fristen,
    roed_traad,
    rows,
    viten,
)
from planlint.rules import RULES
from planlint.site.build import files
from planlint.site.built_formats import FORMATS
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.text import language

ROOT = Path(__file__).parents[2]
NB = language("nb")
SYSTEMS = [
    pytest.param(ROOT, "2026-11-29", id="baerum"),
    pytest.param(ROOT, "2020-06-01", id="baerum-2020"),
    pytest.param(ROOT / "examples" / "lier", "2026-11-29", id="lier"),
    pytest.param(ROOT / "tests" / "rules" / "felles", "2024-06-15", id="fjordvik"),
]
every_system = pytest.mark.parametrize(("root", "day"), SYSTEMS)

PHRASES = {
    "i kraft": (
        r"(\d+) planer i kraft så langt",
        r"Av de (\d+) planene i kraft",
        r"Planer i kraft \((\d+)\)",
        r"viser de (\d+) planene som er ført som vedtatt",
        r"(?<!Utløper )I kraft \((\d+)\)",
        r"Registeret viser (\d+) planer som gjelder",
    ),
    "over fristen": (
        r"(\d+) planer over fristen",
        r"(\d+) planer er over fristen",
        r"Over fristen \((\d+)\)",
    ),
    "uten rød tråd": (
        r"(\d+) planer i kraft uten dokumentert rød tråd",
        r"For (\d+) planer i kraft viser registeret ingen rød tråd",
        r"viser ikke at disse (\d+) planene fører til",
        r"Av de (\d+) uten viser registeret",
    ),
    "uten forankring": (r"viser ikke hva (\d+) planer? i kraft eller under arbeid er forankret i",),
    "uten oppfølging": (
        r"de (\d+) målene uten dokumentert oppfølging",
        r"For disse (\d+) målene, som skal følges opp, viser registeret verken",
    ),
    "uten status": (r"Uten dokumentert status \((\d+)\)",),
}
"""Every way in which a page tells the number of a question."""


@cache
def a_register(root: Path, day: str) -> Register:
    """Open a municipality's plan system on a day."""
    found = open_system(root, date.fromisoformat(day)).register
    assert found is not None
    return found


@cache
def a_site(root: Path, day: str) -> dict[str, bytes]:
    """Draw a municipality's site, once."""
    report = check(root, date.fromisoformat(day))
    return files(Nettsted(a_register(root, day), report, NB), FORMATS, None)


@cache
def page(root: Path, day: str, path: str) -> Element:
    """Give a page as a browser reads it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        return parser.parse(a_site(root, day)[path].decode())


def said(node: Element) -> str:
    """Give the text of a part of a page, on one line."""
    return " ".join("".join(node.itertext()).split())


def links(node: Element | None, kind: str = "plan/") -> set[str]:
    """Give where the links to pages of a kind lead."""
    found = (str(link.get("href")) for link in (node.iter("a") if node is not None else ()))
    return {
        href.rpartition("/")[2].removesuffix(".html") for href in found if href.removeprefix("../").startswith(kind)
    }


def section(root: Path, day: str, path: str, id_: str) -> list[Element]:
    """Give what stands under a heading: the elements from it to the next one."""
    parents = {child: parent for parent in page(root, day, path).iter() for child in parent}
    heading = next((node for node in page(root, day, path).iter() if node.get("id") == id_), None)
    if heading is None:
        return []
    siblings = list(parents[heading])
    after = siblings[siblings.index(heading) + 1 :]
    end = next((at for at, node in enumerate(after) if node.tag == "h2"), len(after))
    return after[:end]


def linked(root: Path, day: str, path: str, id_: str, kind: str = "plan/") -> set[str]:
    """Give the entities that are linked to under a heading."""
    return set().union(*(links(node, kind) for node in section(root, day, path, id_)))


def table(root: Path, day: str, name: str) -> list[dict[str, str]]:
    """Give a table of the open data."""
    return list(csv.DictReader(io.StringIO(a_site(root, day)[f"csv/{name}.csv"].decode("utf-8-sig")), delimiter=";"))


def listed(register: Register, kind: str, **where: str) -> set[str]:
    """Give what `planlint list` gives."""
    return {row["id"] for row in rows(register, kind, where.items(), NB)}


def answers(register: Register) -> dict[str, int]:
    """Give the register's number for each question."""
    found = measure_dekning(register)
    return {
        "i kraft": len(register.gjeldende()),
        "over fristen": len(over_fristen(register)),
        "uten rød tråd": len(found.without_traad),
        "uten forankring": sum(
            register.is_active(plan) and roed_traad(register, plan) is RoedTraad.IKKE_DOKUMENTERT
            for plan in register.planer.values()
        ),
        "uten oppfølging": len(found.unfollowed),
        "uten status": sum(gjelder(register, plan) is Gjelder.UKJENT for plan in register.planer.values()),
    }


def of_edition(root: Path, day: str, then: str) -> dict[str, int]:
    """Give the register's numbers of another day; plans that nobody knew of that day have no page in its edition."""
    register, pages = a_register(root, then), a_site(root, day)
    here = [plan for id_, plan in register.planer.items() if f"tid/{then}/plan/{id_}.html" in pages]
    return answers(register) | {"uten status": sum(gjelder(register, plan) is Gjelder.UKJENT for plan in here)}


@every_system
def test_every_number_on_every_page_is_the_registers(root: Path, day: str) -> None:
    """Whatever page tells how many, tells the register's number, of the day that the page is about.

    Planstrategier of the past are of their day, and so are the pages of an edition of another day (`tid/DAY/`).
    """
    told = dict.fromkeys(PHRASES, 0)
    today = answers(a_register(root, day))
    for path in a_site(root, day):
        if not path.endswith((".html", ".md")) or path.startswith("planstrategi/"):
            continue
        html, edition = path.endswith(".html"), re.match("tid/([0-9-]+)/", path)
        right = of_edition(root, day, edition[1]) if edition else today
        text = said(page(root, day, path)) if html else " ".join(a_site(root, day)[path].decode().split())
        for question, patterns in PHRASES.items():
            for pattern in patterns:
                for number in re.findall(pattern, text):
                    assert int(number) == right[question], f"{path}: {pattern}"
                    told[question] += 1
    assert all(told[question] >= 2 for question, number in today.items() if number > 1), told


@every_system
def test_the_plans_in_force_are_the_same_everywhere(root: Path, day: str) -> None:
    """In the list of plans, the open data, `list` and the register."""
    register = a_register(root, day)
    current = {plan.id for plan in register.gjeldende()}
    assert linked(root, day, "planer.html", "i-kraft") == current
    assert {row["id"] for row in table(root, day, "plan") if row["i_kraft"] == "ja"} == current
    assert listed(register, "plan", i_kraft="ja") == current
    by_answer = {row["id"] for row in table(root, day, "plan") if Gjelder(row["gjelder"]).is_i_kraft}
    assert by_answer == current


@every_system
def test_the_plans_past_a_deadline_are_the_same_everywhere(root: Path, day: str) -> None:
    """On the page of findings, in the planstrategi tables, the open data, `list` and the forecast."""
    register = a_register(root, day)
    late = {plan.id for plan in over_fristen(register)}
    assert linked(root, day, "helse.html", "forfalt") == late
    assert {row["id"] for row in table(root, day, "plan") if row["over_fristen"]} == late
    assert listed(register, "plan", over_fristen="ja") == late
    assert make_forecast(register, register.today, lambda _day, _added: ()).late == len(late)
    titles = {register.planer[id_].tittel for id_ in late}
    assert {said(row[0]) for row in _rows(root, day, "planstrategi.html", "forfalt-tabell")} == titles


def _rows(root: Path, day: str, path: str, id_: str) -> list[list[Element]]:
    """Give the rows of the table whose caption has an id."""
    for one in page(root, day, path).iter("table"):
        if any(node.get("id") == id_ for node in one.iter("caption")):
            return [list(row) for body in one.iter("tbody") for row in body]
    return []


@every_system
def test_the_plans_without_a_documented_thread_are_the_same_everywhere(root: Path, day: str) -> None:
    """On the pages of findings, coverage and the matrix, in `coverage`, the open data and `list`."""
    register = a_register(root, day)
    found = measure_dekning(register)
    without, reach = (
        {rad.plan.id for rad in found.without_traad},
        {rad.plan.id for rad in found.planer if rad.has_traad},
    )
    assert linked(root, day, "helse.html", "uforankret") == without
    assert linked(root, day, "matrise.html", "uten-maal") == without
    assert linked(root, day, "matrise.html", "tabell") == reach
    shown = {
        next(iter(links(row[0]))): said(row[1]) for row in _rows(root, day, "dekning.html", "tabell-planer-tabell")
    }
    assert {id_ for id_, answer in shown.items() if answer == "Ja"} == reach
    assert shown.keys() - reach == without
    data = json.loads(coverage_as_json(found, CoverageDemand()))["plans"]
    assert {one["id"] for one in data["plans"] if not one["reaches"]} == without
    current = {row["id"]: row["rød_tråd"] for row in table(root, day, "plan") if row["i_kraft"] == "ja"}
    assert {id_ for id_, thread in current.items() if thread in {"stopper", "ikke-dokumentert"}} == without
    by_list = [listed(register, "plan", i_kraft="ja", rød_tråd=name) for name in ("stopper", "ikke-dokumentert")]
    assert set().union(*by_list) == without


@every_system
def test_the_goals_without_documented_follow_up_are_the_same_everywhere(root: Path, day: str) -> None:
    """On the goal tree, the goal's own page, the matrix and coverage, in `coverage`, the open data and `list`."""
    register = a_register(root, day)
    found = measure_dekning(register)
    without = {maal.id for maal in found.unfollowed}
    assert linked(root, day, "maal.html", "uten-oppfoelging", "maal/") == without
    tops = {plan.id for plan in register.plans_with_rolle("samfunnsdel")}
    ours = {id_ for id_ in without if register.maal[id_].plan in tops}
    assert linked(root, day, "matrise.html", "uten-plan", "maal/") == ours
    data = json.loads(coverage_as_json(found, CoverageDemand()))["goals"]
    assert data["of"] - data["covered"] == len(without)
    assert listed(register, "maal", fulgt_opp="ikke-dokumentert") == without
    assert {row["id"] for row in table(root, day, "maal") if row["fulgt_opp"] == "ikke-dokumentert"} == without
    marked = {id_ for id_ in register.maal if b'class="mangler"' in a_site(root, day)[f"maal/{id_}.html"]}
    assert marked == without


@every_system
def test_a_tag_is_green_only_for_what_is_in_force_in_time_and_known(root: Path, day: str) -> None:
    """And a plan that is past a deadline says so in its first sentence."""
    register = a_register(root, day)
    late = {plan.id for plan in over_fristen(register)}
    for plan in register.planer.values():
        tags = [node for node in page(root, day, f"plan/{plan.id}.html").iter("span") if node.get("class") == "ds-tag"]
        good = gjelder(register, plan).is_i_kraft and viten(register, plan).slag is Kunnskap.DOKUMENTERT
        assert (tags[0].get("data-color") == "success") == (good and plan.id not in late), plan.id
        words = said(tags[0])
        assert any(word in words for word in (", men ", ", gjelder også etter")) == (plan.id in late), words


@every_system
def test_no_page_says_no_where_the_register_only_shows_nothing(root: Path, day: str) -> None:
    """Where the register has no anchor, no adoption or no successor, a page says that it does not show one."""
    register = a_register(root, day)
    untrue = ("verken erstattet eller opphevet", "Planen viser ikke til", "Ingen arbeider", "fører ikke til noe mål")
    for path in a_site(root, day):
        if path.startswith(("plan/", "maal/")) and path.endswith(".html"):
            text = said(page(root, day, path))
            assert not [words for words in untrue if words in text], path
    silent = [plan for plan in register.planer.values() if roed_traad(register, plan) is RoedTraad.IKKE_DOKUMENTERT]
    for plan in silent:
        text = said(page(root, day, f"plan/{plan.id}.html"))
        told = re.findall(r"Dette viser registeret ikke om planen: ([^.]*)\.", text)
        assert ["hvilket mål eller hvilken plan den følger opp" in one for one in told] == [True], plan.id
    assert silent or root != ROOT


@every_system
def test_what_is_to_replace_a_plan_is_nowhere_told_to_have_done_so(root: Path, day: str) -> None:
    """A page says «erstattet av» only where the newer plan is adopted, and its own status is that it is replaced."""
    register = a_register(root, day)
    for plan in register.planer.values():
        text = said(page(root, day, f"plan/{plan.id}.html"))
        if gjelder(register, plan) is not Gjelder.AVSLUTTET:
            assert not re.search(r"(?i)\berstattet av\b(?! «)|er erstattet av", text), plan.id
        if gjelder(register, plan).is_i_kraft and register.etterfoelgere(plan):
            assert "skal den erstattes av" in text, plan.id


@every_system
def test_the_pages_tell_of_the_same_knowledge(root: Path, day: str) -> None:
    """Each number of old, undated and uncertain is true by itself; no page calls the others new."""
    register = a_register(root, day)
    facts = [viten(register, plan) for plan in register.gjeldende()]
    kinds = Counter(one.slag for one in facts)
    right = {
        Kunnskap.GAMMEL: sum(is_old(register, one.dag) for one in facts),
        Kunnskap.UDATERT: sum(one.dag is None and one.slag is not Kunnskap.IKKE_DOKUMENTERT for one in facts),
        Kunnskap.USIKKER: kinds[Kunnskap.USIKKER],
    }
    assert right[Kunnskap.GAMMEL] >= kinds[Kunnskap.GAMMEL]
    words = {Kunnskap.GAMMEL: "mer enn et år gammelt", Kunnskap.UDATERT: "uten dato", Kunnskap.USIKKER: "usikkert"}
    front, about = said(page(root, day, "index.html")), said(page(root, day, "om.html"))
    for kind, text in words.items():
        told = re.findall(rf"For (?:alle )?(\d+)(?: av dem)? er det siste registeret vet, {text}", front)
        assert told == ([str(right[kind])] if right[kind] else []), kind
    if "Om alt som gjelder, har registeret" in about:
        assert not set(kinds) & {Kunnskap.GAMMEL, Kunnskap.UDATERT}
    for plan in register.planer.values():
        known = viten(register, plan)
        if known.udatert or is_old(register, known.dag):
            text = said(page(root, day, f"plan/{plan.id}.html"))
            day_words = "uten dato" if known.udatert else NB.tidspunkt(known.dag.tid)  # type: ignore[union-attr]
            assert day_words in text, plan.id


@every_system
def test_the_parts_of_a_number_add_up_to_it(root: Path, day: str) -> None:
    """Plans past a deadline by standing; plans without a thread by answer and by finding; of those without a status."""
    right = answers(a_register(root, day))
    front, health = said(page(root, day, "index.html")), said(page(root, day, "helse.html"))
    for parts in re.findall(r"\d+ planer over fristen \(([^)]*)\)", front):
        assert sum(map(int, re.findall(r"\d+", parts))) == right["over fristen"]
    for silent, stopped in re.findall(r"viser registeret ikke hva (\d+) er forankret i, og fra (\d+) stopper", health):
        assert int(silent) + int(stopped) == right["uten rød tråd"]
    for path, question in (("helse.html", "uten rød tråd"), ("planer.html", "uten status")):
        for parts in re.findall(r"I kontrollen er det ([^.]*)\.", said(page(root, day, path))):
            assert sum(map(int, re.findall(r"\d+", parts))) == right[question], path


ANCHORS = re.compile(
    r"hva (\d+) planer? i kraft eller under arbeid er forankret i: ([^.]*)\. Av dem er (\d+) i kraft\."
    r"(?: For (\d+) oppgir kildene det ikke \(hull\)\.)?"
)


@every_system
def test_the_numbers_of_missing_anchors_are_of_the_same_plans(root: Path, day: str) -> None:
    """What the rules ask for, what is a gap, what is in force: in `coverage` and on every page that has two of them."""
    register, report = a_register(root, day), check(root, date.fromisoformat(day))
    told = [item.diagnostic for item in (*report.findings, *report.known, *report.suppressed, *report.gaps)]
    without = {plan.entity for plan in measure_dekning(register).uforankret}
    asking = {
        code: {
            item.entity
            for item in told
            if item.code == code and (RULES[code].asked(item.finding) or item.entity in without)
        }
        for code in ("PL201", "PL205", "PL206")
    }
    gaps = {item.diagnostic.entity for item in report.gaps if "forankring" in item.diagnostic.finding.asks}
    found = measure_dekning(register)
    texts = {path: said(page(root, day, path)) for path in a_site(root, day) if re.fullmatch(r"hull.*\.html", path)}
    texts = {path: text for path, text in texts.items() if "oppgir ikke dette: forankring." in text}
    assert bool(texts) == bool(gaps)
    texts |= {path: said(page(root, day, path)) for path in ("dekning.html", "helse.html")}
    texts |= {"coverage": coverage_as_text(found, CoverageDemand(), NB, told)}
    texts |= {"markdown": coverage_as_markdown(found, CoverageDemand(), NB, told)}
    if not found.uforankret:
        assert not any(ANCHORS.search(text) for text in texts.values())
        return
    for name, text in texts.items():
        [(total, parts, current, missing)] = ANCHORS.findall(text)
        assert (int(total), int(missing or 0)) == (len(found.uforankret), len(gaps)), name
        assert sum(map(int, re.findall(r"(?<!PL)\b(\d+)\b", parts))) == int(total), name
        asked = {code: len(those) for code, those in asking.items() if those}
        if name == "dekning.html":  # a page for all: the rules' numbers without their codes
            assert not re.search(r"PL\d", parts)
            assert set(asked.values()) <= {int(n) for n in re.findall(r"\b(\d+)\b", parts)}
        else:
            assert {code: int(n) for n, code in re.findall(r"(\d+) [^(]*\((PL\d+)\)", parts)} == asked, name
        silent = sum(rad.roed_traad is RoedTraad.IKKE_DOKUMENTERT for rad in found.without_traad)
        assert int(current) == silent, name


@every_system
def test_no_finding_on_a_page_has_an_id_behind_a_title(root: Path, day: str) -> None:
    """A reader of the site has no files: what is wrong is told by titles alone; what to do about it names the files."""
    register = a_register(root, day)
    ids = {id_ for entities in register.entities.values() for id_ in entities}
    found = Nettsted(register, check(root, date.fromisoformat(day)), NB).findings
    assert not [funn.melding for funn in found if ids.intersection(re.findall(r"[»\w] \(([a-z0-9-]+)\)", funn.melding))]


@every_system
def test_a_plans_measures_are_told_by_what_is_counted(root: Path, day: str) -> None:
    """The page of coverage, the terminal, the JSON and the plan's page have one number, of the plan and its goals."""
    register, found = a_register(root, day), measure_dekning(a_register(root, day))
    table_rows = _rows(root, day, "dekning.html", "tabell-planer-tabell")
    shown = {next(iter(links(row[0]))): int(said(row[2])) for row in table_rows if len(row) == 4}
    as_json = {
        plan["id"]: plan["measures"] for plan in json.loads(coverage_as_json(found, CoverageDemand()))["plans"]["plans"]
    }
    for rad in found.planer:
        id_, goals = rad.plan.id, {maal.id for maal in register.maal_of(rad.plan)}
        own = {one.id for one in register.tiltak.values() if one.plan == id_}
        every = own | {one.id for one in register.tiltak.values() if goals.intersection(one.maal)}
        assert shown.get(id_, rad.tiltak) == rad.tiltak == as_json[id_] == len(every)
        told = re.findall(r"Registeret har (\d+) tiltak som står i", said(page(root, day, f"plan/{id_}.html")))
        assert told == ([str(len(every))] if every else []), id_
    assert not found.planer or "som på siden til planen" in said(page(root, day, "dekning.html"))


@every_system
def test_plans_in_the_making_are_told_by_what_is_counted(root: Path, day: str) -> None:
    """Those past no deadline and no period on the front page; all on the page of plans; and those under revision."""
    register = a_register(root, day)
    plans = [plan for plan in register.planer.values() if gjelder(register, plan) is Gjelder.UNDER_ARBEID]
    late = {plan.id for plan in over_fristen(register)}
    over = {plan.id for plan in plans if (end := register.periodeslutt(plan)) and end < register.today}
    in_time = [plan for plan in plans if plan.id not in late | over]
    told = re.findall(r"(\d+) Under arbeid, ingen kjent frist for arbeidet er ute", said(page(root, day, "index.html")))
    assert told[:1] == ([str(len(in_time))] if in_time else [])
    assert sum(map(int, told[1:])) == len(in_time)  # by plan type, in the table below
    assert linked(root, day, "planer.html", "under-arbeid") == {plan.id for plan in plans}
    work = {plan.id for plan in register.planer.values() if register.is_under_arbeid(plan)}
    assert linked(root, day, "behandling.html", "i-arbeid") == work
    assert not work or "Planer som blir revidert, er med." in said(page(root, day, "behandling.html"))
