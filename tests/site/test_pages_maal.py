"""The pages about goals, indicators and the 17: right rows and links, honest words, charts where the numbers are."""

from __future__ import annotations

import math
import re
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from support.helpers import PLAN, check, fjordvik, write

from planlint.site import build, drawing
from planlint.site.axis import axis_span, axis_steps, axis_years
from planlint.site.charts import HEIGHT, ChartNumber, diagram, sparkline
from planlint.site.measurements import with_enhet
from planlint.site.pages import (
    baerekraft_page as baerekraft,
    indikator_page as en_indikator,
    indikatorer_page as indikatorer,
    maal_page as ett_maal,
    maal_tree_page as maal,
)
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.text import language

DAY = date(2024, 6, 15)
HOSTILE = '<script>alert(1)</script> {{ 7*7 }} "x" javascript:alert(1)'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system with an old samfunnsdel, a climate plan with a goal, and goals that nobody follows up."""
    fjordvik(tmp_path)
    plan = "type: {type}\nstatus: {status}\nhendelser: [{{hva: vedtatt, dato: {dag}, organ: kommunestyret}}]\n"
    old = plan.format(type="samfunnsdel", status="erstattet", dag="2012-03-07")
    write(tmp_path, "planer/samfunnsdel-2012.yaml", "tittel: Samfunnsdel 2012\n" + old)
    write(tmp_path, "maal/gammelt.yaml", "tittel: Gammelt mål\ntype: hovedmål\nplan: samfunnsdel-2012\n")
    write(tmp_path, "planer/klima.yaml", PLAN)
    proposed = PLAN.replace("status: vedtatt", "status: igangsatt").replace("hendelser:\n", "")
    proposed = "".join(line for line in proposed.splitlines(keepends=True) if "hva:" not in line)
    write(tmp_path, "planer/klima-forslag.yaml", proposed)
    write(tmp_path, "maal/klimamaal.yaml", 'tittel: Utslippene går ned\ntype: strategi\nplan: klima\nnummer: "10"\n'
          'sammendrag: "Vi *skal* kutte."\nbærekraftsmål: ["13.2", 99]\nviderefører: [gammelt]\n')  # fmt: skip
    write(tmp_path, "maal/ensomt.yaml", 'tittel: Alle kan svømme\ntype: delmål\nplan: samfunnsdel-2020\n'
          'overordnet: gode-liv\nnummer: "1.2"\n')  # fmt: skip
    write(tmp_path, "maal/svoemme-strategi.yaml", "tittel: Flere bad\ntype: strategi\nplan: samfunnsdel-2020\n"
          "overordnet: ensomt\n")  # fmt: skip
    write(tmp_path, "utfordringer/varme.yaml", "tittel: Det blir varmere\nmål: [klimamaal]\n")
    write(tmp_path, "indikatorer/vann-og-avloep/utslipp.yaml", "tittel: Utslipp\nenhet: tonn\nmål: [klimamaal]\n"
          "retning: ned\nverdier: {2019: 1200.5, 2021: 1100}\nprognose: {2026: 800}\n"
          "måltall: {2020: {under: 1000}, 2030: 500}\nkilder: [{kilde: plandokument, sted: s. 3}]\n")  # fmt: skip
    return tmp_path


def draw(root: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Draw the pages of these kinds."""
    monkeypatch.setattr(drawing, "PAGES", (maal, ett_maal, indikatorer, en_indikator, baerekraft))
    system = open_system(root, DAY)
    assert system.register is not None
    site = Nettsted(system.register, check(system.root, DAY), language("nb"))
    found = build.files(site, ("html",), None)
    return {path: data.decode() for path, data in found.items() if path.endswith(".html")}


@pytest.fixture
def pages(root: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The pages of that plan system."""
    return draw(root, monkeypatch)


def parse(text: str) -> Element:
    """Read a page as browsers do, but refuse what they forgive."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)  # type: ignore[no-any-return]


def plain(text: str) -> str:
    """Give a page's main text on one line."""
    main = next(node for node in parse(text).iter("main"))
    return " ".join("".join(main.itertext()).split())


def rows(text: str) -> list[list[str]]:
    """Give the rows of all tables."""
    return [["".join(cell.itertext()).strip() for cell in row] for row in parse(text).iter("tr")]


def test_tree_puts_the_samfunnsdel_first_and_the_old_one_last(pages: dict[str, str]) -> None:
    """The samfunnsdel in force, then other plans, then what does not apply."""
    text = plain(pages["maal.html"])
    places = [text.index(words) for words in ("Gode liv i Fjordvik", "Utslippene går ned", "Gammelt mål")]
    assert places == sorted(places)
    assert text.index("Mål som ikke gjelder i dag") < places[-1]


def test_tree_counts_plans_and_measures(pages: dict[str, str]) -> None:
    """A goal says how many plans in force and measures follow it up; one under work is not counted."""
    text = plain(pages["maal.html"])
    assert "1.1 Barn og unge har en trygg oppvekst Følges opp av 1 plan og 1 tiltak." in text
    assert "Gode liv i Fjordvik Målene under følges opp av 2 planer og 1 tiltak." in text


def test_goals_that_nobody_follows_up_stand_out(pages: dict[str, str]) -> None:
    """In the tree, in a list of their own, and on their page; a type that need not be followed up does not."""
    tree = pages["maal.html"]
    assert "1.2 Alle kan svømme oppfølging ikke dokumentert" in plain(tree)
    section = tree.split('id="uten-oppfoelging"')[1].split("<h2")[0]
    assert re.findall(r'href="([^"]+)"', section) == ["maal/ensomt.html"]
    assert "1 av 2 mål som skal følges opp" in plain(tree)
    assert "Se målet uten dokumentert oppfølging" in plain(tree)
    assert "Registeret viser ikke hvem som følger opp dette målet." in plain(pages["maal/ensomt.html"])
    assert "Registeret viser ikke hvem som følger opp dette målet." not in plain(pages["maal/naer-natur.html"])


def test_tree_is_folded_where_the_tiles_show_its_goals(pages: dict[str, str]) -> None:
    """What the branches show above stands folded below them, and in the page all the same."""
    details = {
        "".join(next(node.iter("summary")).itertext()).split(")")[0].strip() + ")": "open" in node.attrib
        for node in parse(pages["maal.html"]).iter("details")
    }
    assert details == {
        "Mål uten dokumentert oppfølging (1)": False,
        "Delmål (2)": False,
        "Strategi (1)": False,
        "Arealstrategi (1)": False,
    }
    assert re.search(r"Delmål \(2\)\s+\d av \d med dokumentert oppfølging", plain(pages["maal.html"]))


def test_goal_page_shows_chain_followers_and_links(pages: dict[str, str]) -> None:
    """Chain, plans in force and not, measures, and the way to each."""
    page = pages["maal/trygg-oppvekst.html"]
    text = plain(page)
    assert "Hovedmål: Gode liv i Fjordvik Delmål 1.1: Barn og unge har en trygg oppvekst" in text
    assert re.search(r"i kraft som er forankret i målet: Klimastrategi for Fjordvik \(2022\)\s?\. Vedtatt", text)
    proposed = r"så langt registeret viser: Klimastrategi for Fjordvik \(2022, under arbeid\)\s?\. Ifølge en kilde"
    assert re.search(proposed, text)
    for path in ("../plan/klima.html", "../plan/klima-forslag.html", "../tiltak.html#", "../maal/gode-liv.html"):
        assert f'href="{path}' in page
    assert "Registeret viser ingen indikator som måler målet." in text


def test_goal_page_shows_what_it_continues_and_measures(pages: dict[str, str]) -> None:
    """Continued goals both ways, indicators with their target, challenges, SDGs by name, Markdown rendered."""
    page = pages["maal/klimamaal.html"]
    text = plain(page)
    assert "Gammelt mål. Samfunnsdel 2012" in text
    assert "Utslippene går ned. Klimastrategi for Fjordvik" in plain(pages["maal/gammelt.html"])
    assert "Planen som målet står i, er ikke i kraft så langt registeret viser." in plain(pages["maal/gammelt.html"])
    told = "Utslipp. 1 100 tonn (2021). Måltall: under 1 000 tonn (2020), ikke nådd ved siste måling, 2021"
    assert told in text.replace("\xa0", " ")
    assert "Det blir varmere" in text
    assert "13.2 Stoppe klimaendringene" in text
    assert "<em>skal</em>" in page
    assert "PL705" in page


def test_indicator_table_and_chart_hold_all_years(pages: dict[str, str]) -> None:
    """Every year with its numbers and whether the target was reached; the chart beside it, with its words."""
    page = pages["indikator/utslipp.html"]
    assert [[cell.replace("\xa0", " ") for cell in row] for row in rows(page)] == [
        ["År", "Målt verdi", "Prognose", "Måltall", "Nådd"],
        ["2019", "1 200,5", "–", "–", "–"],
        ["2020", "–", "–", "under 1 000", "Ikke nådd ved siste måling, 2021"],
        ["2021", "1 100", "–", "–", "–"],
        ["2026", "–", "800", "–", "–"],
        ["2030", "–", "–", "500", "Ikke nådd ved siste måling, 2021"],
    ]
    svg = page.split('<svg class="diagram"')[1].split("</svg>")[0]
    assert "mål under 1\xa0000" in svg
    assert svg.count('<circle class="punkt"') == 2
    assert 'class="linje prognose"' in svg
    assert "Ønsket retning er ned (lavere er bedre)." in plain(page)
    assert "Plandokumentet, s. 3" in plain(page)


def test_list_of_indicators_is_grouped_by_folder(pages: dict[str, str]) -> None:
    """A folder's name becomes a heading in Norwegian letters; the target that is past counts before one to come."""
    page = pages["indikatorer.html"]
    assert "Vann og avløp" in plain(page)
    row = [cell.replace("\xa0", " ") for cell in rows(page)[1]]
    told = ["Utslipp", "1 100 tonn (2021)", "under 1 000 tonn (2020)", "Ikke nådd ved siste måling, 2021"]
    assert [row[0], *row[2:]] == told
    assert row[1] == "Fra 1 200,5 i 2019 til 1 100 i 2021"


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ("måltall: {2023: 5}\nretning: opp", "Ingen måling i registeret"),
        ("verdier: {2023: 6}\nmåltall: {2023: 5}", "Kan ikke vurderes uten ønsket retning"),
        ("verdier: {2020: 4, 2023: 6}\nmåltall: {2020: 5}\nretning: opp", "Nådd"),
        ("verdier: {2020: 4}\nmåltall: {2023: 5}\nretning: opp", "Registeret viser ingen måling etter 2020"),
        ("verdier: {2020: 6}\nmåltall: {2030: {minst: 5, høyst: 7}}", "Nådd før tiden"),
    ],
)
def test_whether_a_target_is_reached_is_said_honestly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, numbers: str, words: str
) -> None:
    """Measured in the target's year or after, not yet, or never."""
    write(fjordvik(tmp_path), "indikatorer/x.yaml", f"tittel: X\nenhet: antall\n{numbers}\n")
    page = draw(tmp_path, monkeypatch)["indikatorer.html"]
    assert rows(page)[1][-1] == words
    assert "Andre indikatorer" in plain(page)


def test_indicators_without_a_target_are_told_of_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where none of a group has a target there is one sentence and no column; where one has, the others say so."""
    write(fjordvik(tmp_path), "indikatorer/x.yaml", "tittel: X\nenhet: antall\nverdier: {2020: 4}\n")
    page = draw(tmp_path, monkeypatch)["indikatorer.html"]
    assert rows(page)[1] == ["X", "–", "4 (2020)"]
    assert "Registeret viser ikke noe måltall for disse indikatorene." in plain(page)
    write(tmp_path, "indikatorer/y.yaml", "tittel: Y\nenhet: antall\nmåltall: {2030: 5}\nretning: opp\n")
    page = draw(tmp_path, monkeypatch)["indikatorer.html"]
    assert [row[3:] for row in rows(page)[1:3]] == [
        ["–", "Ikke noe måltall i registeret"],
        ["5 (2030)", "Ingen måling i registeret"],
    ]
    assert "for disse indikatorene" not in plain(page)


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ("verdier: {2009: 219, 2017: 161}\nmåltall: {2030: 131}\nretning: ned",
         "66 prosent av veien fra 219 (2009) til 131 (2030), ved siste måling i 2017"),
        ("verdier: {2019: 10, 2021: 30}\nmåltall: {2030: {minst: 20}}",
         "200 prosent av veien fra 10 (2019) til 20 (2030), ved siste måling i 2021"),
        ("verdier: {2019: 10, 2021: 8}\nmåltall: {2030: 20}\nretning: opp",
         "Lenger unna 20 (2030) enn i 2019: 8 i 2021, mot 10"),
        ("verdier: {2019: 10, 2021: 8}\nmåltall: {2030: 20}", ""),
        ("verdier: {2019: 10}\nmåltall: {2030: 20}\nretning: opp", ""),
        ("verdier: {2019: 25, 2021: 30}\nmåltall: {2030: 20}\nretning: opp", ""),
        ("verdier: {2019: 25, 2021: 30}\nmåltall: {2030: {minst: 20, høyst: 22}}", ""),
        ("verdier: {2019: 25, 2021: 30}", ""),
    ],
)  # fmt: skip
def test_how_far_it_is_to_a_target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, numbers: str, told: str) -> None:
    """The way from the first value to the target, as a bar and in words; nothing where there is no such way."""
    write(fjordvik(tmp_path), "indikatorer/x.yaml", f"tittel: X\nenhet: tonn\n{numbers}\n")
    page = draw(tmp_path, monkeypatch)["indikator/x.html"]
    assert (told in plain(page)) if told else 'class="vei"' not in page
    assert ("Veien til måltallet" in plain(page)) is bool(told)


def test_matrix_has_a_cell_for_each_of_the_17(pages: dict[str, str]) -> None:
    """Yes or a dash; targets under an SDG named; those no goal names are counted, and named once without numbers."""
    page = pages["baerekraft.html"]
    table = {row[0]: row[1:] for row in rows(page)}
    assert len(table["Mål"]) == 17
    assert table["Strategi 10: Utslippene går ned"][12] == "Ja (13.2)"
    assert table["Hovedmål: Gode liv i Fjordvik"].count("–") == 16
    assert "For 15 av de 17 viser registeret ingen mål i kraft." in plain(page)
    assert len(re.findall(r"<li>[^<:]*</li>", page)) == 15
    assert re.search(r"<li>God helse og livskvalitet: 1 mål", page)


def test_the_17_stand_in_the_dimensions_that_are_declared(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each stands once: in its dimension, in all of them, or where nobody has placed it; the source is told."""
    system = root / "plans/plansystem.yaml"
    text = system.read_text(encoding="utf-8")
    declared = (
        "bærekraftsdimensjoner:\n"
        "  a: {navn: Miljø, bærekraftsmål: [13, 15, 17], kilde: plandokument, merknad: Kilden skriver 14.}\n"
        "  b: {navn: Samfunn, bærekraftsmål: [3, 17]}\n"
    )
    system.write_text(text + declared, encoding="utf-8")
    page = draw(root, monkeypatch)["baerekraft.html"]
    heads = re.findall(r'data-size="sm">([^<]*)</h3>', page)
    assert heads == ["Miljø", "Samfunn", "I alle dimensjonene", "Ikke plassert i en dimensjon"]
    assert re.findall(r'<li value="(\d+)">', page) == [
        "13", "15", "3", "17", *(str(one) for one in range(1, 17) if one not in {3, 13, 15})
    ]  # fmt: skip
    assert "Kilde: Plandokumentet." in page
    assert "Kilden skriver 14." in page


def test_empty_states_are_sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plan system without goals or indicators says so."""
    fjordvik(tmp_path)
    for path in (*tmp_path.glob("plans/maal/*"), *tmp_path.glob("plans/tiltak/*")):
        path.unlink()
    found = draw(tmp_path, monkeypatch)
    assert "Registeret viser ingen mål som gjelder i dag." in plain(found["maal.html"])
    assert "Registeret viser ingen mål i kraft av en type som skal følges opp." in plain(found["maal.html"])
    assert "Registeret viser ingen indikatorer." in plain(found["indikatorer.html"])
    assert "Registeret viser ingen mål i kraft som nevner et bærekraftsmål." in plain(found["baerekraft.html"])


def test_hostile_text_and_strange_numbers_come_out_harmless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No tag, no template, no link of another kind; an indicator without drawable numbers has no chart."""
    text = HOSTILE.replace('"', "»")
    write(fjordvik(tmp_path), "maal/ond.yaml", f"tittel: '{text}'\ntype: delmål\nplan: samfunnsdel-2020\n"
          f"overordnet: gode-liv\nsammendrag: '[x](javascript:alert(1)) {text}'\nmerknad: '{text}'\n"
          f"kilder: [{{kilde: plandokument, oppgir: '{text}'}}]\n")  # fmt: skip
    write(tmp_path, "indikatorer/ond/ond.yaml", f"tittel: '{text}'\nenhet: '{text}'\nmål: [ond]\n"
          f"sitat: {{ond: '{text}'}}\nverdier: {{2020: 1{'0' * 400}, 2021: 2}}\nmåltall: {{2025: 1}}\n")  # fmt: skip
    for path, page in draw(tmp_path, monkeypatch).items():
        parse(page)
        assert "<script>" not in page, path
        assert 'href="javascript' not in page, path
        assert "49" not in re.sub(r"\d{3,}", "", page), path


def test_goals_in_a_ring_are_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two goals over one another, and one under them: pages for all, and no endless tree."""
    fjordvik(tmp_path)
    for name, over in (("a", "b"), ("b", "a"), ("c", "a")):
        write(tmp_path, f"maal/{name}.yaml", f"tittel: Mål {name}\ntype: delmål\nplan: samfunnsdel-2020\n"
              f"overordnet: {over}\n")  # fmt: skip
    found = draw(tmp_path, monkeypatch)
    assert found["maal.html"].split('id="gjelder"')[1].split('id="uten')[0].count("maal/c.html") == 1
    assert "maal/c.html" in found


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 100, (0, 25, 50, 75, 100)),
        (60, 94, (60, 70, 80, 90, 100)),
        (1.6, 2, (1.6, 1.7, 1.8, 1.9, 2.0)),
        (5, 5, None),
    ],
)
def test_axes_have_three_to_five_round_numbers(low: float, high: float, ticks: tuple[float, ...] | None) -> None:
    """Round steps that hold all the numbers."""
    found = axis_steps(low, high)
    assert ticks is None or found == ticks
    assert 3 <= len(found) <= 5
    assert found[0] <= low <= high <= found[-1]


@pytest.mark.parametrize("span", [1e-9, 0.37, 1, 7, 11, 99, 12345, 9e14])
@pytest.mark.parametrize("low", [-3e5, -0.5, 0, 0.1, 42])
def test_axes_of_any_span_have_three_to_five_numbers(low: float, span: float) -> None:
    """Whatever the size."""
    found = axis_steps(low, low + span)
    assert 3 <= len(found) <= 5
    assert found == tuple(sorted(found))


def test_zero_belongs_to_the_axis_unless_it_is_far_away() -> None:
    """A bar of truth: near zero the axis begins there."""
    assert axis_span([10, 30]) == (0, 30)
    assert axis_span([60, 94]) == (60, 94)
    assert axis_span([-30, -10]) == (-30, 0)
    assert axis_years(2014, 2023) == (2014, 2016, 2018, 2020, 2022)


def test_chart_stays_on_its_canvas_and_texts_do_not_collide() -> None:
    """Points inside, labels at least a line apart or beside one another."""
    targets = [ChartNumber(year, 30 + year % 3, "mål minst 30") for year in range(2018, 2030)]
    found = diagram([ChartNumber(2018, 19, "19")], [], targets, str)
    assert found is not None
    assert all(0 <= point.x <= found.bredde and 0 <= point.y <= HEIGHT for point in (*found.punkter, *found.maal))
    boxes = [(text.x - len(text.tekst) * 4, text.x + len(text.tekst) * 4, text.y) for text in found.ord]
    for at, (left, right, y) in enumerate(boxes):
        assert all(right <= le or ri <= left or abs(y - other) >= 18 for le, ri, other in boxes[at + 1 :])


def test_what_cannot_be_drawn_is_left_out() -> None:
    """Infinity, not-a-number and enormous numbers have no place; one number is no chart."""
    odd = [
        ChartNumber(2018, math.inf, "∞"),
        ChartNumber(2019, math.nan, "?"),
        ChartNumber(2020, 10**400, "mye"),
        ChartNumber(2021, 3, "3"),
    ]
    assert diagram(odd, [], [], str) is None
    assert sparkline([(item.aar, item.verdi) for item in odd]) is None
    assert sparkline([(2018, 5), (2019, 5)]) is not None


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ("1000 tonn CO₂", "161 tusen tonn CO₂"),
        ("1 000 kroner", "161 tusen kroner"),
        ("1\N{NO-BREAK SPACE}000 kroner", "161 tusen kroner"),
        ("10 000 kroner", "161 målt i 10 000 kroner"),
        ("1000", "161 målt i 1000"),
        ("per 1000 innbyggere", "161 per 1000 innbyggere"),
    ],
)
def test_a_number_with_a_unit_that_begins_with_one(unit: str, told: str) -> None:
    """Thousands are said in a word; another number in a unit is kept apart from the value by words."""
    assert with_enhet(language("nb"), "161", unit) == told
