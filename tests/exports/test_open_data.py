"""The open data: each format opened by another reader, the same rows in all, hostile text harmless, bytes that stay."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import icalendar
import pytest
import rdflib
from jsonschema import Draft202012Validator
from python_calamine import CalamineWorkbook
from support.helpers import DATE, PLAN, check, fjordvik, write

from planlint.model import (
    Beslutning,
    Blir,
    Budsjettpost,
    Deretter,
    Forankring,
    Hendelse,
    Indikator,
    Innspill,
    Kildehenvisning,
    Maal,
    Oppgave,
    Plan,
    Planstrategi,
    Tiltak as Tiltaksmodell,
    Utfordring,
)
from planlint.site.build import files
from planlint.system.system import open_system
from planlint.tables import harmless_cells
from planlint.tables.all_tables import make_tables
from planlint.tables.build_error import BuildError
from planlint.tables.fields import model_columns
from planlint.tables.nettsted import Nettsted
from planlint.text import language

DATA = ("csv", "xlsx", "ics", "json", "atom", "rdf")
DAY = date.fromisoformat(DATE)
HELE = Path(__file__).parents[1] / "data" / "hele"
ROOT = Path(__file__).parents[2]
HOSTILE = '=HYPERLINK("https://ond.example";"x") <script>alert(1)</script> {{ 7*7 }}, a;b | æøå'
ATOM = "{http://www.w3.org/2005/Atom}"
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
DCT = rdflib.Namespace("http://purl.org/dc/terms/")
VCARD = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")
ADRESSE = "https://plan.fjordvik.example/"
KLIMA = f"""\
tittel: '{HOSTILE}'
type: strategi
status: vedtatt
sammendrag: "Første linje\\r\\nandre; linje, med @krøll"
periode: {{fra: 2022, til: 2026}}
revisjon: {{neste: 2025-06-30}}
hendelser:
  - {{hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}}
  - {{hva: høring_start, dato: 2024-09, planlagt: true}}
  - {{hva: høring_start, dato: 2024-11-01, planlagt: true}}
ansvarlig: miljoe
forankring: [trygg-oppvekst]
tema: [klima, "-luft"]
lenker: [{{tittel: Ond, url: "javascript:alert(1)"}}, {{tittel: God, url: "https://fjordvik.example/a b"}}]
kilder: [{{kilde: plandokument, oppgir: "@alle"}}]
beslutninger:
  ps: {{valg: revideres, oppstart: 2024-H2, ferdig: 2025-H1, ansvarlig: oppvekst}}
"""
PS = 'tittel: Planstrategi 2023–2027\nvalgperiode: "2023-2027"\nhendelser: [{hva: vedtatt, dato: 2024-05-22}]\n'
LUFT = "tittel: Luft\nenhet: mikrogram\nplan: klima\nverdier: {2022: 9.5, 2023: -3}\nmåltall: {2025: {høyst: 8}}\n"


def site_of(root: Path, code: str = "nb") -> Nettsted:
    """Open a plan system on the fixed day."""
    system = open_system(root, DAY)
    assert system.register is not None
    return Nettsted(system.register, check(system.root, DAY, lang=code), language(code))


def data_of(root: Path, code: str = "nb") -> dict[str, bytes]:
    """Give the data files of a plan system, the planstrategi's own tables aside."""
    found = files(site_of(root, code), DATA, None)
    return {path: data for path, data in found.items() if not path.startswith("planstrategi/")}


def rich(root: Path) -> Path:
    """Lay out a plan system with something in every table, and hostile text."""
    fjordvik(root)
    write(root, "planer/klima.yaml", KLIMA)
    write(root, "planer/uferdig.yaml", PLAN.replace("status: vedtatt", "status: ukjent-ord"))
    write(root, "planstrategier/ps.yaml", PS)
    write(root, "indikatorer/luft.yaml", LUFT)
    write(root, "utfordringer/stoey.yaml", "tittel: Støy\nmål: [trygg-oppvekst]\n")
    return root


def with_address(root: Path) -> Path:
    """Declare where the site is published and whom to ask."""
    file = root / "plans/plansystem.yaml"
    choice = f"nettsted: {{adresse: '{ADRESSE}', kontakt: post@fjordvik.example}}\n"
    file.write_text(file.read_text(encoding="utf-8") + choice, encoding="utf-8")
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system with something in every table."""
    return rich(tmp_path)


def whole(root: Path) -> Path:
    """Lay out the larger plan system that test_one_cause.py uses."""
    return Path(shutil.copytree(HELE, fjordvik(root), dirs_exist_ok=True))


def feed_of(data: dict[str, bytes]) -> ET.Element:
    """Read the feed."""
    return ET.fromstring(data["vedtak.atom"])  # noqa: S314 - we have just made it


def csv_rows(data: bytes) -> list[list[str]]:
    """Read a CSV file as Norwegian Excel does."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def events(data: bytes) -> list[Any]:
    """Read a calendar."""
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def sheet(book: CalamineWorkbook, name: str) -> list[list[str]]:
    """Read a sheet as CSV would write it."""

    def text(value: object) -> str:
        if isinstance(value, float):
            return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
        return value.isoformat() if isinstance(value, date) else str(value)

    return [[text(value) for value in row] for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]


def test_the_files(root: Path) -> None:
    """One CSV for each table, one calendar for each sector, and the files that hold everything."""
    site = site_of(root)
    tables = [tabell.navn for tabell in make_tables(site)]
    assert tables == [
        *("plan", "maal", "indikator", "tiltak", "utfordring", "innspill", "planstrategi"),
        *("hendelse", "beslutning", "deretter", "oppgave", "budsjettpost", "forankring", "blir", "verdi"),
        *("kildehenvisning", "lenke", "kobling"),
        *("frist", "funn", "hull"),
    ]
    assert set(data_of(root)) == {
        *(f"csv/{name}.csv" for name in tables),
        *("ics/miljoe.ics", "ics/oppvekst.ics", "plansystem.ics", "plansystem.xlsx", "vedtak.atom"),
        *("endringer.atom", "datapackage.json"),
        *("register.json", "register.schema.json", "plansystem.jsonld", "dcat.ttl", "dcat.jsonld"),
    }


def test_no_field_is_forgotten() -> None:
    """Every field of a file is a column, or has a table of its own."""
    own = {"tittel", "hendelser", "beslutninger", "forankring", "kilder", "lenker", "verdier", "prognose", "måltall"}
    own |= {"deretter", "oppgaver", "blir"}
    models = (Plan, Maal, Indikator, Tiltaksmodell, Utfordring, Planstrategi, Hendelse, Beslutning, Forankring)
    for model in (*models, Innspill, Blir, Kildehenvisning, Budsjettpost, Deretter, Oppgave):
        names = {kolonne.navn for kolonne in model_columns(model)}
        for info in model.model_fields.values():
            alias = str(info.alias)
            assert alias in names | own or any(name.startswith(f"{alias}_") for name in names), (model, alias)
        assert all(kolonne.beskrivelse for kolonne in model_columns(model))


def test_the_columns_stay(root: Path) -> None:
    """The columns of the plans are a promise; a new one is added on purpose."""
    head = csv_rows(data_of(root)["csv/plan.csv"])[0]
    assert head[:14] == [
        *("id", "tittel", "typenavn", "status_nå", "i_kraft"),
        *("vedtatt", "vedtatt_første", "vedtatt_siste", "vedtatt_av", "vedtatt_sak"),
        *("periodeslutt", "revisjonsfrist", "ansvarlig_navn", "erstattet_av"),
    ]
    assert head[-3:] == ["funn", "fil", "side"]
    own = [name for name in head if not name.endswith(("_første", "_siste"))]
    assert [name for name in own if name.startswith("budsjett_")] == [f"budsjett_{key}" for key in
        ("tittel", "enhet", "fra", "til", "sum", "avrundet", "kilde", "sted", "oppgir", "merknad")]  # fmt: skip
    assert len(own) == len(set(own)) == 63
    assert len(head) == len(set(head))


def test_csv_holds_the_files(root: Path) -> None:
    """A plan's row says what its file says and how it stands; lists, numbers and empty fields are written as told."""
    data = data_of(root)
    head, *rows = csv_rows(data["csv/plan.csv"])
    plan = next(dict(zip(head, row, strict=True)) for row in rows if row[0] == "klima")
    assert plan["status_nå"] == "vedtatt"
    assert plan["i_kraft"] == "ja"
    assert (plan["vedtatt"], plan["vedtatt_av"], plan["vedtatt_sak"]) == ("2022-02-16", "kommunestyret", "7/22")
    assert (plan["periodeslutt"], plan["revisjonsfrist"]) == ("2026-12-31", "2025-06-30")
    assert (plan["ansvarlig"], plan["ansvarlig_navn"]) == ("miljoe", "Miljø")
    assert plan["tema"] == "klima | -luft"
    assert plan["fil"] == "plans/planer/klima.yaml"
    assert ["klima", "trygg-oppvekst", "", "", "", "", ""] in csv_rows(data["csv/forankring.csv"])
    assert ["luft", "2022", "verdier", "9,5", "", "", "", ""] in csv_rows(data["csv/verdi.csv"])
    assert ["luft", "2023", "verdier", "-3", "", "", "", ""] in csv_rows(data["csv/verdi.csv"])
    assert ["luft", "2025", "måltall", "", "", "8", "", ""] in csv_rows(data["csv/verdi.csv"])
    assert ["plan/klima", "beslutninger", "planstrategi/ps"] in csv_rows(data["csv/kobling.csv"])


@pytest.mark.parametrize("base", ["rich", "hele"])
def test_the_workbook_holds_the_same_rows(base: str, tmp_path: Path) -> None:
    """Every sheet of the workbook has the rows of the CSV file of the same name."""
    data = data_of((rich if base == "rich" else whole)(tmp_path))
    book = CalamineWorkbook.from_filelike(io.BytesIO(data["plansystem.xlsx"]))
    names = [path.removeprefix("csv/").removesuffix(".csv") for path in data if path.startswith("csv/")]
    assert book.sheet_names == ["om", *names]
    for name in names:
        rows = csv_rows(data[f"csv/{name}.csv"])
        assert sheet(book, name) == [[text.replace("\r\n", "\n") for text in row] for row in rows], name


def test_real_dates_and_numbers_in_the_workbook(root: Path) -> None:
    """A day is a day and a number is a number, so that a reader can sort and count."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data_of(root)["plansystem.xlsx"]))
    head, *rows = book.get_sheet_by_name("plan").to_python()
    (row,) = [row for row in rows if row[0] == "klima"]
    assert row[head.index("periodeslutt")] == date(2026, 12, 31)
    assert [row[3] for row in book.get_sheet_by_name("verdi").to_python() if row[2] == "verdier"] == [9.5, -3.0]


def test_a_time_has_its_days_beside_it(root: Path) -> None:
    """A time that is no day has its first and last day in columns of their own: real dates in the workbook, or none."""
    write(root, "planer/halv.yaml", "tittel: Halv\ntype: fagplan\narbeid: {oppstart: 2024-H1, ferdig: 2025}\n")
    data = data_of(root)
    head, *rows = csv_rows(data["csv/plan.csv"])
    plan = next(dict(zip(head, row, strict=True)) for row in rows if row[0] == "halv")
    found = [plan[f"arbeid_{key}"] for key in ("oppstart", "oppstart_første", "oppstart_siste", "ferdig_siste")]
    assert found == ["2024-H1", "2024-01-01", "2024-06-30", "2025-12-31"]
    assert (plan["vedtatt"], plan["vedtatt_første"], plan["vedtatt_siste"]) == ("", "", "")
    book = CalamineWorkbook.from_filelike(io.BytesIO(data["plansystem.xlsx"]))
    head, *rows = book.get_sheet_by_name("plan").to_python()
    (row,) = [row for row in rows if row[0] == "halv"]
    assert row[head.index("arbeid_oppstart_siste")] == date(2024, 6, 30)


def typed(value: str, field: dict[str, Any]) -> None:
    """Read a cell as the data package says that it is; fail where it is not."""
    kind = field["type"]
    if value in {"", *field.get("trueValues", ()), *field.get("falseValues", ())}:
        return
    assert kind != "boolean", (field["name"], value)
    if kind == "date":
        date.fromisoformat(value)
    elif kind in {"integer", "number"}:
        float(value.replace(field.get("decimalChar", "."), ".")) if kind == "number" else int(value)


@pytest.mark.parametrize("base", ["rich", "hele"])
def test_the_data_package_describes_the_files(base: str, tmp_path: Path) -> None:
    """Every CSV file is a resource with its columns, in order; every cell is of the type that is told."""
    data = data_of((rich if base == "rich" else whole)(tmp_path))
    package = json.loads(data["datapackage.json"])
    assert package["profile"] == "tabular-data-package"
    assert {one["path"] for one in package["resources"]} == {path for path in data if path.startswith("csv/")}
    for resource in package["resources"]:
        head, *rows = csv_rows(data[resource["path"]])
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == head
        assert all(field["description"] for field in fields), resource["path"]
        for row in rows:
            for value, field in zip(row, fields, strict=True):
                typed(value, field)
    types = {field["type"] for one in package["resources"] for field in one["schema"]["fields"]}
    assert types == {"string", "integer", "number", "boolean", "date"}


def test_the_register_fits_its_schema(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """register.json is what register.schema.json says, also for a plan with a broken field, here and in Bærum."""
    for place in (root, whole(tmp_path_factory.mktemp("hele")), ROOT):
        data = data_of(place)
        schema, register = json.loads(data["register.schema.json"]), json.loads(data["register.json"])
        Draft202012Validator.check_schema(schema)
        assert list(Draft202012Validator(schema).iter_errors(register)) == []
        assert register["meta"]["schema"] == 1
    wrong = {**register, "entities": [{**register["entities"][0], "fields": {"tittel": 1}}]}
    assert not Draft202012Validator(schema).is_valid(wrong)


def test_the_register_holds_everything(root: Path) -> None:
    """Each file once, with its fields, status, links both ways and codes; the tables' rows for findings and dates."""
    data = data_of(root)
    register = json.loads(data["register.json"])
    found = {f"{entity['kind']}/{entity['id']}": entity for entity in register["entities"]}
    assert len(found) == len(register["entities"]) == len(list((root / "plans").glob("*/*.yaml")))
    plan = found["plan/klima"]
    assert plan["fields"]["tittel"] == plan["title"] == HOSTILE
    assert plan["fields"]["periode"] == {"fra": "2022", "til": "2026"}
    assert (plan["status"], plan["inForce"], plan["path"]) == ("vedtatt", True, "plans/planer/klima.yaml")
    assert {"field": "forankring", "entity": "maal/trygg-oppvekst"} in plan["to"]
    assert {"field": "forankring", "entity": "plan/klima"} in found["maal/trygg-oppvekst"]["from"]
    assert {"field": "plan", "entity": "indikator/luft"} in plan["from"]
    assert "PL803" in plan["findings"]
    assert found["plan/uferdig"]["status"] is None or "status" not in found["plan/uferdig"]["fields"]
    for name, key in (("funn", "findings"), ("frist", "deadlines")):
        rows = csv_rows(data[f"csv/{name}.csv"])[1:]
        assert len(register[key]) == len(rows)
        assert [str(item[next(iter(item))]) for item in register[key]] == [row[0] for row in rows]
    assert register["plansystem"]["sektorer"] == {"oppvekst": {"navn": "Oppvekst"}, "miljoe": {"navn": "Miljø"}}


def test_links_both_ways_are_the_same_links(root: Path) -> None:
    """What goes out somewhere comes in somewhere, and the table has each once."""
    data = data_of(root)
    entities = json.loads(data["register.json"])["entities"]
    name = {id(entity): f"{entity['kind']}/{entity['id']}" for entity in entities}
    out = Counter((name[id(e)], link["field"], link["entity"]) for e in entities for link in e["to"])
    into = Counter((link["entity"], link["field"], name[id(e)]) for e in entities for link in e["from"])
    table = Counter((row[0], row[1], row[2]) for row in csv_rows(data["csv/kobling.csv"])[1:])
    assert out == into == table


def test_the_calendar_holds_the_deadlines(root: Path) -> None:
    """Each row of the table is an all-day event with the same id; each sector has its own and the law's."""
    data = data_of(root)
    head, *rows = csv_rows(data["csv/frist.csv"])
    table = [dict(zip(head, row, strict=True)) for row in rows]
    found = events(data["plansystem.ics"])
    assert [str(event["uid"]) for event in found] == [row["uid"] for row in table]
    assert [event.decoded("dtstart").isoformat() for event in found] == [row["dag"] for row in table]
    assert len({row["uid"] for row in table}) == len(table)
    assert {row["slag"] for row in table} == {"lov", "periode", "revisjon", "beslutning", "varslet", "tiltak"}
    for event in found:
        assert type(event.decoded("dtstart")) is date
        assert event.decoded("dtend") == event.decoded("dtstart") + (date(2024, 1, 2) - date(2024, 1, 1))
        assert event.decoded("dtstamp").isoformat() == f"{DATE}T00:00:00+00:00"
        assert "url" not in event
    for sektor in ("miljoe", "oppvekst"):
        own = [row["uid"] for row in table if row["sektor"] == sektor or row["slag"] == "lov"]
        assert [str(event["uid"]) for event in events(data[f"ics/{sektor}.ics"])] == own
    decided = next(row for row in table if row["slag"] == "beslutning")
    assert (decided["sektor"], decided["tittel"]) == ("oppvekst", "'" + HOSTILE)


def test_an_event_keeps_its_id(root: Path) -> None:
    """A date that is moved is the same event; the second hearing is another than the first, also when that is past."""

    def uids() -> dict[str, str]:
        rows = csv_rows(data_of(root)["csv/frist.csv"])
        return {row[-1]: row[0] for row in rows if row[4] == "plan/klima"}

    before = uids()
    revision = "revisjon-plan-klima@fjordvik.planlint"
    hearings = [f"varslet-hoering-start{number}-plan-klima@fjordvik.planlint" for number in ("", "-2")]
    assert before[revision] == "2025-06-30"
    assert [before[uid] for uid in hearings] == ["2024-09-30", "2024-11-01"]
    write(root, "planer/klima.yaml", KLIMA.replace("neste: 2025-06-30", "neste: 2026").replace("2024-09", "2024-03"))
    after = uids()
    assert hearings[0] not in after
    assert after[hearings[1]] == "2024-11-01"
    assert revision not in after or after[revision] != "2025-06-30"


def test_events_lead_to_the_page_when_the_address_is_known(root: Path) -> None:
    """With a declared address every plan's event has its page, and the files name themselves."""
    data = data_of(with_address(root))
    for event in events(data["plansystem.ics"]):
        kind = str(event["uid"]).split("-")[0]
        assert ("url" in event) == (kind != "lov")
    plan = next(event for event in events(data["plansystem.ics"]) if "plan-klima" in event["uid"])
    assert str(plan["url"]) == f"{ADRESSE}plan/klima.html"
    feed = feed_of(data)
    assert feed.findtext(f"{ATOM}id") == "tag:plan.fjordvik.example,2024:vedtak"
    assert {link.get("href") for link in feed.findall(f"{ATOM}link")} == {
        f"{ADRESSE}vedtak.atom",
        f"{ADRESSE}index.html",
    }


def test_the_feed_has_the_decisions_newest_first(root: Path) -> None:
    """Each decision that has happened is an entry with an id that stays, and the feed is as old as its newest."""
    data = data_of(root)
    feed = feed_of(data)
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert ids[0] == "tag:fjordvik.planlint.invalid,2024:planstrategi/ps/vedtatt/1"
    assert len(ids) == len(set(ids))
    times = [str(entry.findtext(f"{ATOM}updated")) for entry in entries]
    assert times == sorted(times, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == times[0] == "2024-05-22T00:00:00Z"
    decided = [row for row in csv_rows(data["csv/hendelse.csv"]) if row[2] in {"vedtatt", "revidert"}]
    assert len(entries) == len(decided)
    (klima,) = [entry for entry in entries if "plan/klima" in str(entry.findtext(f"{ATOM}id"))]
    assert klima.findtext(f"{ATOM}title") == f"{HOSTILE}: vedtatt"
    assert klima.findtext(f"{ATOM}summary") == "Vedtatt 16.2.2022, kommunestyret, sak 7/22."


def test_only_the_fifty_newest_decisions() -> None:
    """A feed is news: fifty entries, however many decisions there are."""
    assert len(feed_of(data_of(ROOT)).findall(f"{ATOM}entry")) == 50


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # rdflib's own reader of JSON-LD
def test_dcat_says_what_the_standard_asks_for(root: Path) -> None:
    """Both forms hold the same statements, with all that DCAT-AP-NO 3 makes mandatory, also without an address."""
    for place in (root, with_address(root)):
        data = data_of(place)
        graph = rdflib.Graph().parse(data=data["dcat.ttl"], format="turtle", publicID=ADRESSE)
        other = rdflib.Graph().parse(data=data["dcat.jsonld"], format="json-ld", base=ADRESSE)
        assert {(s, p, str(o)) for s, p, o in graph} == {(s, p, str(o)) for s, p, o in other}
        for kind in (DCAT.Catalog, DCAT.Dataset):
            (subject,) = graph.subjects(rdflib.RDF.type, kind)
            for wanted in (DCT.title, DCT.description, DCT.publisher, DCAT.contactPoint):
                assert list(graph.objects(subject, wanted)), wanted
        (contact,) = set(graph.objects(None, DCAT.contactPoint))
        assert graph.value(contact, VCARD.fn)
        assert graph.value(contact, VCARD.hasEmail) or graph.value(contact, VCARD.hasURL)
        shown = {str(graph.value(s, DCAT.downloadURL)) for s in graph.subjects(rdflib.RDF.type, DCAT.Distribution)}
        assert shown == {f"{ADRESSE}{path}" for path in data if not path.startswith(("dcat", "register.schema"))}
        for node in graph.subjects(rdflib.RDF.type, DCAT.Distribution):
            assert graph.value(node, DCAT.accessURL)
            assert str(graph.value(node, DCT.license)).endswith("licence/NLOD_2_0")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # rdflib's own reader of JSON-LD
def test_the_schema_org_catalogue(root: Path) -> None:
    """Every plan and planstrategi is a work; nothing has to be fetched to read it, and no link is a script."""
    data = data_of(root)
    raw = json.loads(data["plansystem.jsonld"])
    graph = rdflib.Graph().parse(data=data["plansystem.jsonld"], format="json-ld", base=ADRESSE)
    schema = rdflib.Namespace("https://schema.org/")
    works = {str(node) for node in graph.subjects(rdflib.RDF.type, schema.CreativeWork)}
    plans = [row[0] for row in csv_rows(data["csv/plan.csv"])[1:]]
    assert works == {f"{ADRESSE}plan/{id_}.html" for id_ in plans} | {f"{ADRESSE}planstrategi/ps.html"}
    (klima,) = [item for item in raw["@graph"] if item["@id"] == "plan/klima.html"]
    assert (klima["name"], klima["datePublished"], klima["expires"]) == (HOSTILE, "2022-02-16", "2026")
    assert klima["isBasedOn"] == [{"@id": "maal/trygg-oppvekst.html"}]
    assert b"javascript:" not in data["plansystem.jsonld"]


def test_hostile_text_is_harmless(root: Path) -> None:
    """A formula, markup, a template, line breaks and separators are text in every format."""
    write(root, "planer/klima.yaml", KLIMA.replace("oppgir:", 'sted: "\\x07\\u2028", oppgir:'))
    data = data_of(root)
    for path in (path for path in data if path.startswith("csv/")):
        for row in csv_rows(data[path])[1:]:
            numbers = path == "csv/verdi.csv"
            assert not any(text.startswith(("=", "+", "-", "@", "\t", "\r")) for text in row if not numbers), path
    for path in ("register.json", "plansystem.jsonld", "vedtak.atom", "dcat.ttl", "dcat.jsonld"):
        assert b"<script" not in data[path], path
    assert all(b"49" not in line for line in data["plansystem.ics"].splitlines() if b"7*7" in line)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data["plansystem.xlsx"]))
    assert any(row[1] == f"'{HOSTILE}" for row in book.get_sheet_by_name("plan").to_python())
    titles = [str(event["summary"]) for event in events(data["plansystem.ics"]) if "plan-klima" in event["uid"]]
    assert titles
    assert all(title.endswith(HOSTILE) for title in titles)
    plan = next(row for row in csv_rows(data["csv/plan.csv"]) if row[0] == "klima")
    assert "Første linje\nandre; linje, med @krøll" in plan


def test_the_workbook_has_no_formula_and_no_link(root: Path) -> None:
    """Excel is told that every text is a text."""
    with zipfile.ZipFile(io.BytesIO(data_of(root)["plansystem.xlsx"])) as book:
        for name in book.namelist():
            assert b"<f>" not in book.read(name)
            assert b"<hyperlink" not in book.read(name)


def test_control_characters_never_reach_a_reader() -> None:
    """What no XML may hold is shown as a sign, and odd line breaks become plain ones."""
    assert harmless_cells.clean("a\x00b\x0bc\ud800d\r\ne\rf\u2028g\th") == "a\u2400b\u240bc\ufffdd\ne\nf\ng\th"
    assert json.loads(harmless_cells.json_bytes({"x": ["\ud800</script>"]}))["x"] == ["\ud800</script>"]


def test_the_same_bytes_in_two_folders(tmp_path: Path) -> None:
    """Same files and day, same bytes: twice, in another folder, and with another order of Python's sets."""
    first, second = rich(tmp_path / "en"), rich(tmp_path / "to")
    found = data_of(first)
    assert data_of(first) == found
    assert data_of(second) == found
    for seed in ("1", "2"):
        out = tmp_path / f"ut{seed}"
        command = [sys.executable, "-m", "planlint", "build", "--date", DATE, "--format", ",".join(DATA)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([*command, "--out", str(out)], cwd=first, env=environment, check=True, capture_output=True)
        assert {path: (out / path).read_bytes() for path in found} == found


def test_an_empty_plan_system(tmp_path: Path) -> None:
    """Without plans every file is still whole: heads without rows, a calendar with the law's dates, an empty feed."""
    fjordvik(tmp_path)
    for file in (tmp_path / "plans").glob("*/*.yaml"):
        file.unlink()
    data = data_of(tmp_path)
    assert len(csv_rows(data["csv/plan.csv"])) == 1
    assert json.loads(data["register.json"])["entities"] == []
    assert all(str(event["uid"]).startswith("lov-") for event in events(data["plansystem.ics"]))
    feed = feed_of(data)
    assert feed.findtext(f"{ATOM}updated") == f"{DATE}T00:00:00Z"
    assert feed.findall(f"{ATOM}entry") == []
    book = CalamineWorkbook.from_filelike(io.BytesIO(data["plansystem.xlsx"]))
    assert len(book.get_sheet_by_name("plan").to_python()) == 1


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """The sentence says what to install; a format that does not need it is made all the same."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(BuildError, match="pip install xlsxwriter"):
        data_of(root)
    assert "register.json" in files(site_of(root), ("json", "atom"), None)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "plan.example", "https://a b/", 'https://a"b/'])
def test_an_address_that_is_none(root: Path, address: str) -> None:
    """What is no web address is not put in front of anything."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8") + f"nettsted: {{adresse: '{address}'}}\n"
    file.write_text(text, encoding="utf-8")
    data = data_of(root)
    rdflib.Graph().parse(data=data["dcat.ttl"], format="turtle", publicID=ADRESSE)
    assert b'href="plan/klima.html"' in data["vedtak.atom"]


@pytest.mark.parametrize(
    ("contact", "wanted"),
    [
        ("post@fjordvik.example", "mailto:post@fjordvik.example"),
        ("mailto:post@fjordvik.example", "mailto:post@fjordvik.example"),
        ("https://fjordvik.example/kontakt", "https://fjordvik.example/kontakt"),
        ("Kari på servicetorget", f"{ADRESSE}om.html"),
        ("javascript:alert(1)", f"{ADRESSE}om.html"),
    ],
)
def test_the_contact(root: Path, contact: str, wanted: str) -> None:
    """An address of mail or web is one; anything else leads to the page about the site."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8") + f"nettsted: {{kontakt: '{contact}'}}\n"
    file.write_text(text, encoding="utf-8")
    graph = rdflib.Graph().parse(data=data_of(root)["dcat.ttl"], format="turtle", publicID=ADRESSE)
    assert str(graph.value(None, VCARD.hasEmail, None) or "") in {"", wanted}
    found = {str(node) for name in (VCARD.hasEmail, VCARD.hasURL) for node in graph.objects(None, name)}
    assert found == {wanted}


def test_the_page_documents_every_file(root: Path) -> None:
    """Each file is linked and each column explained; the calendar's address is shown when it is known."""
    page = files(site_of(root), ("html",), None)["data.html"].decode()
    for path in data_of(root):
        assert f'href="{path}"' in page, path
    for tabell in make_tables(site_of(root)):
        assert f'id="kolonner-{tabell.navn}"' in page
        assert all(f"<code>{kolonne.navn}</code>" in page for kolonne in tabell.kolonner)
    assert "Høyreklikk på lenken" in page
    assert harmless_cells.LICENCE in page
    shown = files(site_of(with_address(root)), ("html",), None)["data.html"].decode()
    assert f"<code>{ADRESSE}plansystem.ics</code>" in shown


def test_the_page_in_english_marks_what_is_norwegian(root: Path) -> None:
    """A column described only in bokmål is marked as that for a screen reader."""
    page = files(site_of(root, "en"), ("html",), None)["data.html"].decode()
    assert '<dd lang="nb">' in page
