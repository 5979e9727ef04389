"""The pages about plans, topics, measures and challenges: right rows, threads and links, and harmless text."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from support.helpers import DATE, PLAN, check, fjordvik, write

from planlint.change.diff_model import Detail
from planlint.change.file_history import PlanChange
from planlint.change.version import PlansVersion
from planlint.model import Periode
from planlint.register.stilling import stilling_of_plan, stilling_sentence
from planlint.site import build, drawing
from planlint.site.pages import (
    not_found_page as ikke_funnet,
    plan_page as plan,
    planer_page as planer,
    tema_page as tema,
    tiltak_page as tiltak,
    utfordringer_page as utfordringer,
)
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.tables.safe_address import safe_url
from planlint.text import language

DAY = date.fromisoformat(DATE)
HELE = Path(__file__).parents[1] / "data" / "hele"
HOSTILE = '</script><script>alert(1)</script> {{ 7*7 }} "x" & javascript:alert(1)'
KLIMA = "plans/planer/klimastrategi.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system with a history: chains of replaced plans, a planstrategi, a measure, goals of two samfunnsdeler."""
    return Path(shutil.copytree(HELE, fjordvik(tmp_path), dirs_exist_ok=True))


def add(root: Path, path: str, text: str) -> None:
    """Add lines to a file."""
    file = root / "plans" / path
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def make(
    root: Path, monkeypatch: pytest.MonkeyPatch, day: date = DAY, versjon: PlansVersion | None = None
) -> dict[str, str]:
    """Draw the pages of these kinds."""
    monkeypatch.setattr(drawing, "PAGES", (plan, planer, tema, tiltak, utfordringer, ikke_funnet))
    system = open_system(root, day)
    assert system.register is not None
    site = Nettsted(system.register, check(system.root, day), language("nb"), versjon)
    found = build.files(site, ("html",), None)
    return {
        path: data.decode() for path, data in found.items() if path.endswith(".html") and path != "planstrategi.html"
    }


def parse(text: str) -> Element:
    """Read a page as browsers do, but refuse what they forgive."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)  # type: ignore[no-any-return]


def said(node: Element) -> str:
    """Give the text of an element with single spaces."""
    return " ".join("".join(node.itertext()).split())


def rows(page: str, caption: str) -> list[list[str]]:
    """Give the rows of the table with an id on its caption."""
    for table in parse(page).iter("table"):
        head = table.find("caption")
        if head is not None and head.get("id") == caption:
            return [[said(cell) for cell in row if cell.tag in {"th", "td"}] for row in table.iter("tr")][1:]
    return []


def facts(page: str) -> list[str]:
    """Give names and values of the facts, in order."""
    return [said(node) for node in parse(page).iter() if node.tag in {"dt", "dd"}]


def after(page: str, heading: str) -> str:
    """Give the text between a heading of the second size (by its id) and the next beside it."""
    around = next(node for node in parse(page).iter() if any(one.get("id") == heading for one in node.findall("h2")))
    found, inside = [], False
    for node in around:
        inside = node.get("id") == heading if node.tag == "h2" else inside
        if inside and node.tag != "h2":
            found.append(said(node))
    return " ".join(found)


def jsonld(page: str) -> dict[str, object]:
    """Give what the page says to machines."""
    (node,) = [node for node in parse(page).iter("script") if node.get("type") == "application/ld+json"]
    found = json.loads(node.text or "")
    assert isinstance(found, dict)
    return found


PER = "Det siste registeret vet om dette, er fra 1.5.2024."
PLANLAGT = "Registeret viser ikke at planen er vedtatt. Per 1.5.2024 er den planlagt."


def test_a_plan_tells_where_it_stands(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The way to the form stands under the title, then the standing in words; what replaced a plan is a link."""
    pages = make(root, monkeypatch)
    main = parse(pages["plan/idrettsplan-2022.html"]).find(".//main")
    assert main is not None
    assert said(main[1]) == "Foreslå endring"
    assert said(main[2]) == (
        "Vedtatt 16.2.2022 Planen gjelder til og med 2028, så langt registeret viser. Det siste "
        "registeret vet om dette, er fra 16.2.2022. Kilden «Plandokumentet» er uten dato."
    )
    old = pages["plan/idrettsplan-2018.html"]
    assert "Planen gjelder ikke lenger." in old
    assert '<a class="ds-link" href="../plan/idrettsplan-2022.html">Plan for idrett og friluftsliv</a>' in old
    assert "Registeret viser ikke at planen er vedtatt. Ifølge «Plandokumentet»" in pages["plan/kulturplan.html"]


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("status: erstattet\n", f"Planen er erstattet. Når det skjedde, er ikke dokumentert. {PER}"),
        ("status: opphevet\n", f"Planen gjelder ikke lenger. Når den sluttet å gjelde, er ikke dokumentert. {PER}"),
        ("status: planlagt\nperiode: {til: 2020}\n", f"{PLANLAGT} Perioden gikk ut ved utgangen av 2020."),
        ("status: planlagt\n", PLANLAGT),
    ],
)
def test_a_plan_that_is_over_is_not_said_to_be_coming(root: Path, file: str, told: str) -> None:
    """A plan whose file says that it is replaced, is; of what is over nothing is planned."""
    write(root, "planer/x.yaml", f"tittel: Xplanen\ntype: fagplan\n{file}")
    write(root, "planer/y.yaml", "tittel: Yplanen\ntype: fagplan\nstatus: vedtatt\nerstatter: [x]\n")
    if "erstattet" not in file:
        (root / "plans/planer/y.yaml").unlink()
    register = open_system(root, DAY).register
    assert register is not None
    assert stilling_sentence(register, language("nb"), register.planer["x"]) == told


@pytest.mark.parametrize(
    ("status", "til", "where"),
    [
        ("vedtatt", 2030, "i-kraft"),
        ("under_revisjon", 2030, "i-kraft"),
        ("vedtatt", 2023, "perioden-er-over"),
        ("igangsatt", 2030, "under-arbeid"),
        ("satt_på_vent", 2030, "planlagt"),
        ("foreldet", 2030, "avsluttet"),
        ("", 2030, "uten-status"),
    ],
)
def test_each_plan_stands_in_one_list(
    root: Path, monkeypatch: pytest.MonkeyPatch, status: str, til: int, where: str
) -> None:
    """Status and period together decide the list; the page and the list agree."""
    line = f"status: {status}\n" if status else ""
    write(root, "planer/x.yaml", f"tittel: Xplanen\ntype: fagplan\n{line}periode: {{til: {til}}}\n")
    pages = make(root, monkeypatch)
    register = open_system(root, DAY).register
    assert register is not None
    assert stilling_of_plan(register, register.planer["x"]) == where
    assert "Xplanen" in pages["planer.html"].partition(f'id="{where}"')[2].partition("<h2")[0]
    assert pages["planer.html"].count("Xplanen") == 1


def test_a_plan_says_when_somebody_last_looked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Gone through: the day. Long ago: what that means. Ended: nothing, for it does not change any more."""
    add(root, "planer/klimastrategi.yaml", "gjennomgått: 2026-11-20\n")
    drawn = make(root, monkeypatch, date(2026, 11, 29))
    assert "Opplysningene ble sist gått gjennom 20.11.2026.</p>" in drawn["plan/klimastrategi.html"]
    old = "Registeret er ajourført 1.5.2024. Ingen har ført at opplysningene er gått gjennom etter det, "
    old += "så noe kan ha endret seg."
    assert old in drawn["plan/arealdel-2021.html"]
    ended = [id_ for id_, text in drawn.items() if id_.startswith("plan/") and "gått gjennom" not in text]
    assert "plan/samfunnsdel-2012.html" in ended, ended
    assert "noe kan ha endret seg" not in make(root, monkeypatch, DAY)["plan/arealdel-2021.html"]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("", "", "Miljø"),
        ("ansvarlig: miljoe\n", "", "Ikke dokumentert"),
        ("ansvarlig: miljoe\nstatus: vedtatt\n", "status: igangsatt\n", "Ikke dokumentert"),
        ("ansvarlig: miljoe\nstatus: vedtatt\n", "status: opphevet\n", None),
        ("ansvarlig: miljoe\nstatus: vedtatt\n", "status: planlagt\n", None),
        ("ansvarlig: miljoe\n", "ansvarlig: [miljoe]\n", None),
        ("ansvarlig: miljoe\n", "ansvarlig: ukjent-og-lang\n", None),
    ],
)
def test_nobody_known_to_be_responsible_is_told_of_plans_that_need_somebody(
    root: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, shown: str | None
) -> None:
    """As PL408 asks: of plans in force or under work; nothing is said of other plans, nor of a file that is wrong."""
    lines = PLAN.replace("status: vedtatt\n", "").replace("ansvarlig: miljoe", "ansvarlig: miljoe\nstatus: vedtatt")
    write(root, "planer/k.yaml", lines.replace(old, new))
    text = make(root, monkeypatch)["plan/k.html"]
    rows = dict(re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", text, re.DOTALL))
    assert rows.get("Ansvarlig") == shown, rows


def test_without_sectors_nobody_needs_to_be_responsible(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A municipality that declares no sectors is not told that each plan lacks one."""
    system = root / "plans/plansystem.yaml"
    text = system.read_text(encoding="utf-8")
    system.write_text(re.sub(r"^sektorer:\n(  .*\n)+", "", text, flags=re.MULTILINE), encoding="utf-8")
    write(root, "planer/k.yaml", PLAN.replace("ansvarlig: miljoe\n", ""))
    assert "<dt>Ansvarlig</dt>" not in make(root, monkeypatch)["plan/k.html"]


def test_facts(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Legal bases lead to Lovdata, SDGs have names, links only lead where a reader can go."""
    add(
        root,
        "planer/klimastrategi.yaml",
        "hjemmel: [pbl-11-1, ukjent]\nbærekraftsmål: ['13.2']\nmålgruppe: [innbyggere, næringsliv]\n"
        "lenker: [{tittel: Saken, url: 'https://eksempel.no/?a=1&b=2'}, {tittel: Fella, url: 'javascript:alert(1)'}]\n",
    )
    page = make(root, monkeypatch)["plan/klimastrategi.html"]
    found = facts(page)
    assert found[found.index("Vedtatt") + 1] == "16.2.2022, kommunestyret, sak 7/22"
    assert found[found.index("Rettslig grunnlag") + 1 :][:2] == ["plan- og bygningsloven § 11-1", "ukjent"]
    assert "https://lovdata.no/dokument/NL/lov/2008-06-27-71/§11-1" in page
    assert "13.2 Stoppe klimaendringene" in found
    assert found[found.index("Målgruppe") + 1 :][:2] == ["innbyggere", "næringsliv"]
    links = [str(node.get("href")) for node in parse(page).iter("a")]
    assert "https://eksempel.no/?a=1&b=2" in links
    assert not any(link.startswith("javascript") for link in links)
    assert "Fella" in found


def test_events_and_decisions(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has happened, what is announced, and what was announced and never confirmed, are told apart."""
    file = root / "plans/planer/idrettsplan-2022.yaml"
    text = file.read_text(encoding="utf-8").replace(
        "revisjon:",
        "  - {hva: revidert, dato: 2026-H1, planlagt: true, usikker: true}\n"
        "  - {hva: oppstart, dato: 2023, planlagt: true}\nrevisjon:",
    )
    file.write_text(text, encoding="utf-8")
    page = make(root, monkeypatch)["plan/idrettsplan-2022.html"]
    found = rows(page, "hendelser-tabell")
    assert found[0] == ["1. halvår 2021", "Oppstart", "", "", "Skjedd"]
    assert found[3] == ["16.2.2022", "Vedtatt", "kommunestyret", "5/22", "Skjedd"]
    assert found[4][4] == "Varslet, ikke kjent som gjennomført"
    assert found[5] == ["1. halvår 2026 (usikkert)", "Revidert", "", "", "Planlagt"]
    decided = ["Planstrategi 2019–2023", "Ny plan", "1. halvår 2021–1. halvår 2022", "Oppvekst"]
    assert rows(page, "beslutninger-tabell") == [decided]


def test_the_red_thread(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Up by goal and goal over it to the samfunnsdel, down to plans, parts, measures and indicators."""
    add(root, "planer/kulturplan.yaml", "del_av: idrettsplan-2022\n")
    write(root, "tiltak/hall.yaml", 'tittel: Ny hall\nnummer: "4"\nplan: idrettsplan-2022\nfrist: 2023\n')
    write(root, "maal/idrett.yaml", "tittel: Flere i bevegelse\ntype: strategi\nplan: idrettsplan-2022\n")
    write(
        root,
        "indikatorer/aktive.yaml",
        "tittel: Andel aktive\nenhet: prosent\nmål: [idrett]\nverdier: {2022: 61.5}\nmåltall: {2030: {minst: 70}}\n",
    )
    page = make(root, monkeypatch)["plan/idrettsplan-2022.html"]
    thread = after(page, "roed-traad")
    places = [
        thread.index(title)
        for title in (
            "Kommuneplanens samfunnsdel 2020–2032",
            "Gode liv i Fjordvik (hovedmål)",
            "1.1 Barn og unge har en trygg oppvekst (delmål)",
            "Plan for idrett og friluftsliv (denne planen)",
            "Handlingsplan for idrett (handlingsplan)",
            "Plan for kultur (temaplan; ifølge en kilde uten dato er den planlagt)",
        )
    ]
    assert places == sorted(places)
    assert "Registeret har 1 tiltak som står i planen eller følger opp mål i den." in thread
    measured = after(page, "indikatorer")
    assert measured.startswith("1 indikator har måltall. Så langt registeret viser, er 0 av dem nådd.")
    assert rows(page, "tiltak-tabell") == [["4. Ny hall", "2023 (fristen er ute)"]]
    assert rows(page, "indikatorer-tabell") == [
        ["Andel aktive", "61,5 prosent (2022)", "minst 70 prosent (2030)", "Ikke nådd ved siste måling, 2022"]
    ]
    assert "Flere i bevegelse (strategi)" in after(page, "maal")


def test_what_nobody_has_documented_is_not_said_to_be_out_of_force(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Evidence 4.11: in the thread, a plan without a status is told as that, and never as «ikke i kraft»."""
    ros = "tittel: Felles ROS\ntype: analyse\nstatus: til_orientering\nkilder: [{kilde: plandokument}]\n"
    write(root, "planer/ros.yaml", ros)
    write(
        root, "planer/beredskap.yaml", "tittel: Overordnet beredskapsplan\ntype: fagplan\nforankring: [{plan: ros}]\n"
    )
    thread = after(make(root, monkeypatch)["plan/ros.html"], "roed-traad")
    assert "Overordnet beredskapsplan (intern fagplan; status ikke dokumentert)" in thread
    assert "ikke i kraft" not in thread


def test_a_ring_and_a_long_thread_end(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Plans anchored in each other, or in a chain without end, or in all there is, give a page all the same."""
    form = "tittel: P{n}\ntype: fagplan\nstatus: vedtatt\nforankring: [{over}]\n"
    for number in range(40):
        write(root, f"planer/p{number}.yaml", form.format(n=number, over=f"{{plan: p{(number + 1) % 40}}}"))
    every = ", ".join(f"{{plan: q{number}}}" for number in range(12))
    for number in range(12):
        write(root, f"planer/q{number}.yaml", form.format(n=number, over=every))
    pages = make(root, monkeypatch)
    assert "P0" in pages["plan/p0.html"]
    assert "flere mål enn lista har plass til" in pages["plan/q0.html"]


def test_findings_and_sources(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A finding is on the page it concerns, with its explanation; a source tells what it says and where."""
    file = root / KLIMA
    text = (
        file.read_text(encoding="utf-8")
        .replace("til: 2030", "til: 2023")
        .replace("kilder:", "merknad: Se *saken*.\nkilder:")
    )
    text = text.replace("[{kilde: plandokument}]", "[{kilde: plandokument, sted: s. 4, oppgir: Vedtatt, dato: 2022}]")
    file.write_text(text, encoding="utf-8")
    page = make(root, monkeypatch)["plan/klimastrategi.html"]
    assert '<div class="funn ' in page
    assert 'href="../regel/PL301.html"' in page
    assert "Over fristen: perioden gikk ut ved utgangen av 2023." in page
    assert "Se <em>saken</em>." in page
    assert rows(page, "kilder-tabell") == [["Plandokumentet", "s. 4", "«Vedtatt»", "2022"]]


def test_known_deviations(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the municipality knows of says so, with its reason."""
    file = root / KLIMA
    file.write_text(file.read_text(encoding="utf-8").replace("til: 2030", "til: 2023"), encoding="utf-8")
    (item,) = [item for item in check(root, DAY).findings if item.diagnostic.code == "PL301"]
    mark = item.diagnostic.fingerprint
    write(
        root,
        "avvik.yaml",
        f"per: 2024-06-01\navvik:\n- regel: PL301\n  grunn: Venter på samfunnsdelen.\n  til: 2024-12-31\n"
        f"  gjelder: {{plan/klimastrategi: [{mark}]}}\n",
    )
    said_of = after(make(root, monkeypatch)["plan/klimastrategi.html"], "funn")
    assert "(kjent avvik):" in said_of
    assert "Kjent avvik: Venter på samfunnsdelen. Satt til side til og med 31.12.2024." in said_of


def test_history(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What changed, in the plan system's words, newest first; a link to each; a sentence where git is not."""
    assert "Hvilke endringer som er gjort, er ikke kjent her." in make(root, monkeypatch)["plan/klimastrategi.html"]
    add(root, "plansystem.yaml", "nettsted: {repositorium: 'https://github.com/fjordvik/plan'}\n")
    period = Periode.model_validate({"fra": 2022, "til": 2030})
    several = tuple(Detail("added", ("tema",), None, f"Tema {number}<b>") for number in range(9))
    versjon = PlansVersion(
        "a" * 40,
        "1.6.2024",
        {
            KLIMA: (
                PlanChange("2024-06-01", "a" * 40, (Detail("changed", ("status",), "igangsatt", "vedtatt"),)),
                PlanChange("2024-05-01", "b" * 40, (Detail("added", ("periode",), None, period), *several)),
                PlanChange("2024-04-01", "c" * 40),
                PlanChange("2024-03-01", "d" * 40, first=True),
            )
        },
    )
    page = make(root, monkeypatch, versjon=versjon)["plan/klimastrategi.html"]
    told = after(page, "historie")
    assert "1.6.2024 Se endringen 1.6.2024 Status: Under arbeid → Vedtatt 1.5.2024" in told
    assert "Periode: 2022–2030 (ikke oppgitt før) Tema lagt til: Tema 0<b>" in told
    assert "Skrivemåten i filen ble endret." in told
    assert told.endswith("Planen kom inn i registeret.")
    assert f"https://github.com/fjordvik/plan/commit/{'a' * 40}" in page
    assert 'href="../skjema/plan.html?id=klimastrategi"' in page


def test_what_is_for_planners_stands_behind_a_click(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings, the file and its history are in one fold-out on a plan's page; nothing of it stands elsewhere."""
    page = parse(make(root, monkeypatch)["plan/klimastrategi.html"])
    (folded,) = [node for node in page.iter("details") if node.get("id") == "planleggere"]
    assert folded.get("open") is None
    assert KLIMA in said(folded)
    assert said(folded).count("PL") == said(page).count("PL")
    assert said(page).count(KLIMA) == 1


def test_what_is_not_known_is_told_in_one_sentence(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that the register does not show of a plan, together; what stands there but cannot be read, is not denied."""
    write(root, "planer/x.yaml", "tittel: Xplanen\ntype: fagplan\nstatus: vedtatt\nkilder: [{kilde: 7}]\n")
    write(root, "planer/y.yaml", "tittel: Yplanen\ntype: fagplan\nstatus: opphevet\nsammendrag: Kort.\n")
    pages = make(root, monkeypatch)
    assert said(next(node for node in parse(pages["plan/x.html"]).iter("p") if node.get("id") == "ukjent")) == (
        "Dette viser registeret ikke om planen: hva den handler om i korte trekk, hvor den kan leses, når den ble "
        "vedtatt, hvor lenge den gjelder, når den skal revideres, hvem som er ansvarlig, hvilket mål eller "
        "hvilken plan den følger opp og planer eller tiltak som følger den opp."
    )
    assert "hvilket mål eller hvilken plan den følger opp og hvor opplysningene kommer fra." in pages["plan/y.html"]
    assert "hvem som er ansvarlig" not in pages["plan/y.html"]


def test_json_ld(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Machines read what the page says, with dates and what the plan is based on."""
    add(root, "plansystem.yaml", "nettsted: {adresse: 'https://plan.fjordvik.no/p/'}\n")
    add(root, "planer/klimastrategi.yaml", "hjemmel: [pbl-11-1]\nbygger_på: [levekaarsanalyse-2023]\n")
    pages = make(root, monkeypatch)
    found = jsonld(pages["plan/klimastrategi.html"])
    assert found["@type"] == "CreativeWork"
    assert found["url"] == "https://plan.fjordvik.no/p/plan/klimastrategi.html"
    assert found["datePublished"] == "2022-02-16"
    assert found["temporalCoverage"] == "2022/2030"
    assert found["expires"] == "2030"
    based = found["isBasedOn"]
    assert isinstance(based, list)
    assert [each["name"] for each in based] == [
        "Levekårsanalyse for Fjordvik",
        "plan- og bygningsloven § 11-1",
        "Kommuneplanens samfunnsdel 2020–2032",
    ]
    assert jsonld(pages["plan/arealdel-2021.html"])["@type"] == "Legislation"


def test_the_list_of_plans(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Groups with rows, days to sort by, the ones that end this year, and a sentence where there are none."""
    add(root, "planer/kulturplan.yaml", "sammendrag: Kort.\n")
    file = root / KLIMA
    assert "Registeret viser ingen planer i kraft som utløper i år." in make(root, monkeypatch)["planer.html"]
    file.write_text(file.read_text(encoding="utf-8").replace("til: 2030", "til: 2024"), encoding="utf-8")
    page = make(root, monkeypatch)["planer.html"]
    assert [
        "Klimastrategi for Fjordvik",
        "Vedtatt 16.2.2022",
        "16.2.2022, kommunestyret, sak 7/22",
        "2022–2024",
        "Miljø",
    ] in [row for number in range(1, 9) for row in rows(page, f"i-kraft-{number}")]
    assert 'data-v="2022-02-16"' in page
    assert after(page, "utloeper").endswith("Klimastrategi for Fjordvik: går ut ved utgangen av 2024")
    assert "Alle planer i registeret har en dokumentert status." in page
    assert "data-sorter" in page


def test_topics(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Plans in force by keywords, else by words; a keyword of one's own is a heading; ended plans are left out."""
    file = root / "plans/planer/arealdel-2021.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "tema: [hytter, klima]\n", encoding="utf-8")
    page = make(root, monkeypatch)["tema.html"]
    heads = {said(node): str(node.get("id")) for node in parse(page).iter("h2")}
    assert "Plan for idrett og friluftsliv" in after(page, heads["Kultur, idrett og fritid"])
    assert "Klimastrategi for Fjordvik" in after(page, heads["Klima, miljø og natur"])
    title = next(iter(jsonld(make(root, monkeypatch)["plan/arealdel-2021.html"])["name"].splitlines()))  # type: ignore[attr-defined]
    assert title in after(page, heads["Hytter"])
    assert title in after(page, heads["Klima, miljø og natur"])
    assert "Plan for idrett 2018–2021" not in page


def test_measures_and_challenges(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each has its place to link to; a challenge that no goal in force answers stands out, in words, first."""
    write(root, "utfordringer/ulikhet.yaml", "tittel: Økende ulikhet\nmål: [trygg-oppvekst]\n")
    write(root, "utfordringer/dyrtid.yaml", "tittel: Dyrtid\ntype: målkonflikt\ntema: [økonomi]\n")
    write(root, "utfordringer/gammel.yaml", "tittel: Gammel uro\nmål: [skole-2016]\n")
    pages = make(root, monkeypatch)
    page = pages["utfordringer.html"]
    lacking, answered = after(page, "uten_svar"), after(page, "med_svar")
    conflicts = after(page, "konflikter")
    assert "Dyrtid Tema: økonomi Registeret viser ikke hvordan hensynene er veid." in conflicts
    assert "Registeret viser ikke hvilke mål som er i konflikten." in conflicts
    assert "svarer" not in conflicts.replace("Dyrtid", "").partition("Advarsel")[0]
    assert "(ikke i kraft så langt registeret viser)" in lacking
    assert lacking.count("For én utfordring viser registeret ingen mål i kraft som svarer.") == 1
    assert "Økende ulikhet" in answered
    assert 'href="maal/trygg-oppvekst.html"' in page
    assert {"ulikhet", "dyrtid", "gammel"} <= {str(node.get("id")) for node in parse(page).iter("h3")}
    (row,) = rows(pages["tiltak.html"], "tabell_tiltak")
    assert row[0].startswith("Åpne møteplasser for unge")
    assert row[1:] == ["1.1 Barn og unge har en trygg oppvekst", "Pågår", "2026", "Oppvekst"]
    assert 'id="aapne-moeteplasser"' in pages["tiltak.html"]


def test_the_money_of_a_measure_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a measure costs, and what a budget sets aside for it, stands with it, year by year, in kroner."""
    fjordvik(tmp_path)
    file = tmp_path / "plans/tiltak/aapne-moeteplasser.yaml"
    frames = "driftsramme: {2026: 300000, 2025: 250000}\ntotalramme: 2000000\n"
    quotes = r"[{kilde: \1, oppgir: Åpne møteplasser for unge}, {kilde: \1, oppgir: Åpnes i år}]"
    told = re.sub(r"\[\{kilde: ([a-z0-9-]+)\}\]", quotes, file.read_text("utf-8"))
    file.write_text(told + frames, "utf-8")
    (row,) = rows(make(tmp_path, monkeypatch, date(2025, 1, 1))["tiltak.html"], "tabell_tiltak")
    assert "Driftsramme, i kroner: 2025: 250 000; 2026: 300 000" in row[0].replace("\N{NO-BREAK SPACE}", " ")
    assert "Totalramme, i kroner: 2 000 000" in row[0].replace("\N{NO-BREAK SPACE}", " ")
    assert "Investeringsramme" not in row[0]
    assert "«Åpnes i år»" in row[0]
    assert "«Åpne møteplasser for unge»" not in row[0], "a quote that only says the title again"


def test_a_status_that_nobody_knows_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no measure has a status there is a sentence instead of a column; one that has it brings the column."""
    fjordvik(tmp_path)
    file = tmp_path / "plans/tiltak/aapne-moeteplasser.yaml"
    file.write_text(re.sub(r"(?m)^status: .*\n", "", file.read_text("utf-8")), "utf-8")
    write(tmp_path, "tiltak/nytt.yaml", "tittel: Nytt\n")
    page = make(tmp_path, monkeypatch)["tiltak.html"]
    assert page.count("Registeret viser ikke statusen til noen av tiltakene.") == 1
    assert "Ikke dokumentert" not in page.split("<main")[1].split("data-pagefind")[1]
    write(tmp_path, "tiltak/nytt.yaml", "tittel: Nytt\nstatus: planlagt\n")
    page = make(tmp_path, monkeypatch)["tiltak.html"]
    assert [row[-3] for row in rows(page, "tabell_tiltak")] == ["Planlagt", "Ikke dokumentert"]


def test_empty_lists_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing to list is a sentence."""
    fjordvik(tmp_path)
    shutil.rmtree(tmp_path / "plans/tiltak")
    pages = make(tmp_path, monkeypatch, date(2000, 1, 1))
    assert "Registeret viser ingen tiltak." in pages["tiltak.html"]
    assert "Registeret viser ingen utfordringer." in pages["utfordringer.html"]
    topics = len(list(parse(pages["tema.html"]).iter("h2")))
    assert pages["tema.html"].count("Registeret viser ingen plan i kraft om dette.") == topics > 0
    assert "Registeret viser ingen planer i kraft på denne dagen." in pages["planer.html"]
    assert 'id="planstrategi"' not in pages["plan/arealdel-2021.html"]


def test_hostile_text_is_harmless(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Markup, templates and unsafe addresses come out as text, in the page and in what machines read."""
    quoted = json.dumps(HOSTILE)
    write(
        root,
        "planer/ond.yaml",
        f"tittel: {quoted}\ntype: fagplan\nstatus: vedtatt\nsammendrag: {quoted}\nmerknad: {quoted}\ntema: [{quoted}]\n"
        f"hendelser: [{{hva: vedtatt, dato: 2020, sak: {quoted}, merknad: {quoted}}}]\n"
        f"kilder: [{{kilde: plandokument, sted: {quoted}, oppgir: {quoted}}}]\n",
    )
    write(root, "tiltak/ond.yaml", f"tittel: {quoted}\nplan: ond\nsammendrag: {quoted}\n")
    write(root, "utfordringer/ond.yaml", f"tittel: {quoted}\nsammendrag: {quoted}\n")
    pages = make(root, monkeypatch)
    for path, page in pages.items():
        scripts = list(parse(page).iter("script"))
        assert len(scripts) == (2 if path.startswith("plan/") else 1), path
        assert not any(str(node.get("href")).startswith("javascript") for node in parse(page).iter("a")), path
    assert jsonld(pages["plan/ond.html"])["name"] == HOSTILE
    heading = parse(pages["plan/ond.html"]).find(".//h1")
    assert heading is not None
    assert said(heading) == HOSTILE


def test_the_page_for_lost_readers(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is shown at any address, so its links start from the site's own where that is declared."""
    assert 'href="planer.html"' in make(root, monkeypatch)["404.html"]
    add(root, "plansystem.yaml", "nettsted: {adresse: 'https://fjordvik.no/plan'}\n")
    page = make(root, monkeypatch)["404.html"]
    assert 'href="/plan/planer.html"' in page
    assert 'href="/plan/assets/planlint.css"' in page


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.no", "https://a.no"),
        (" HTTP://a.no", "HTTP://a.no"),
        ("mailto:a@b.no", "mailto:a@b.no"),
        ("javascript:alert(1)", ""),
        ("//a.no", ""),
        (None, ""),
    ],
)
def test_safe_addresses(url: str | None, safe: str) -> None:
    """Only web and mail addresses become links."""
    assert safe_url(url) == safe
