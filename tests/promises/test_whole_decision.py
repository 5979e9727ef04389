"""A decision with all that it can say goes the whole way: read, changed, compared, published, exported and imported."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.helpers import PLAN, check, fjordvik, write
from support.importtools import imported, plan

from planlint.ahead.draft import utkast
from planlint.ahead.due import find_due
from planlint.change.renames import Renames, renamed
from planlint.exports.workbook import make_workbook
from planlint.imports.result import read_import
from planlint.imports.run.import_order import ImportOrder
from planlint.register.register import Register
from planlint.register.short_status import kortstatus
from planlint.register.valgperiode import vedtak
from planlint.site import build
from planlint.source.yaml import parse
from planlint.system.system import open_system
from planlint.tables.decision_table import decision_table, priority_rank
from planlint.tables.entity_links import find_entity_links
from planlint.tables.nettsted import Nettsted
from planlint.text import language

DAY = date(2025, 3, 3)
STRATEGI = """\
tittel: Planstrategi 2023–2027
valgperiode: 2023-2027
status: vedtatt
hendelser:
  - {hva: vedtatt, dato: 2024-04-24, organ: kommunestyret, sak: 25/24}
kapasitet: {oppvekst: 2, miljoe: {2025: 1.5, 2026: 1}}
årsverk: {2025: 2.5, 2026: 2}
oppgaver:
  - {tittel: Private reguleringsplaner, valg: revideres, oppstart: 2025, ferdig: 2027, årsverk: {2025: 1},
     ansvarlig: miljoe, utvalg: kommunestyret, merknad: Hvert år}
kilder: [{kilde: plandokument}]
"""
DECISION = """\
    valg: videreføres
    vilkår: hvis det ikke kommer en ny forskrift
    oppstart: 2026
    ferdig: 2027
    innsats: M
    årsverk: {2025: 0.1, 2026: 0.25}
    kostnad: {2026: 500000}
    prioritet: høy
    nummer: "12"
    ansvarlig: miljoe
    utvalg: kommunestyret
    venter_på: [arealdel-2021]
    deretter:
      - {valg: oppheves, vilkår: når ny plan er vedtatt, ferdig: 2027}
      - {valg: slås_sammen, inn_i: arealdel-2021, merknad: kanskje}
    hjemmel: [pbl-11-2]
    bestilt: {organ: kommunestyret, dato: 2023-06-20, sak: 41/23}
    usikker: true
    begrunnelse: Planen er god nok
    merknad: Se vedtaket
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system in which one plan's decision has every field, another's only a priority in words."""
    root = fjordvik(tmp_path / "f")
    write(root, "planstrategier/ps.yaml", STRATEGI)
    write(root, "utfordringer/flom.yaml", "tittel: Flom\nmål: [naer-natur]\nkilder: [{kilde: plandokument}]\n")
    write(root, "planer/klima.yaml", f"{PLAN}utfordringer: [flom]\nbeslutninger:\n  ps:\n{DECISION}")
    other = PLAN.replace("Klimastrategi", "Kulturstrategi")
    write(root, "planer/kultur.yaml", f"{other}beslutninger:\n  ps: {{valg: videreføres, prioritet: 3, nummer: '2'}}\n")
    return root


def register_of(root: Path) -> Register:
    """Read a plan system as of the day."""
    register = open_system(root, DAY).register
    assert register is not None
    return register


def site_of(root: Path) -> Nettsted:
    """Give a plan system as the site sees it."""
    return Nettsted(register_of(root), check(root, DAY), language("nb"))


def decided(root: Path) -> dict[str, Any]:
    """Give the decision as the file has it."""
    found: dict[str, Any] = plan(root, "klima")["beslutninger"]["ps"]
    return found


def test_nothing_of_it_is_a_fault(root: Path) -> None:
    """The format has a place for each of these, and every name in them is found."""
    assert not [item for item in check(root, DAY).findings if item.diagnostic.code[:3] in {"PL0", "PL1"}]


def test_an_unknown_name_in_it_is_told_where_it_stands(root: Path) -> None:
    """A plan, a body, a challenge that nobody has declared: each is a finding at its own place."""
    file = root / "plans/planer/klima.yaml"
    text = file.read_text(encoding="utf-8").replace("utvalg: kommunestyret", "utvalg: finnes-ikke-a")
    text = text.replace("bestilt: {organ: kommunestyret", "bestilt: {organ: finnes-ikke-b")
    text = text.replace("[arealdel-2021]", "[finnes-ikke-c]").replace("inn_i: arealdel-2021", "inn_i: finnes-ikke-d")
    file.write_text(text.replace("[flom]", "[finnes-ikke-e]"), encoding="utf-8")
    found = [item.diagnostic for item in check(root, DAY).findings if item.diagnostic.code == "PL102"]
    told = {".".join(map(str, item.finding.place.path)) for item in found}
    at = "beslutninger.ps"
    assert told == {
        "utfordringer.0", f"{at}.utvalg", f"{at}.venter_på.0", f"{at}.deretter.1.inn_i", f"{at}.bestilt.organ",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "place", "variant"),
    [
        ("prioritet: høy", "prioritet: 12", "beslutninger.ps.prioritet", "høyst"),
        ("prioritet: høy", 'prioritet: "0"', "beslutninger.ps.prioritet", "minst"),
        ("prioritet: høy", "prioritet: 1.5", "beslutninger.ps.prioritet", "tall"),
        ("prioritet: høy", 'prioritet: " "', "beslutninger.ps.prioritet", "tom"),
        ("{2026: 500000}", "{2026: -1}", "beslutninger.ps.kostnad.2026", "minst"),
        ("{2026: 500000}", "{2026: mange}", "beslutninger.ps.kostnad.2026", "tall"),
        ("{2026: 500000}", "{snart: 1}", "beslutninger.ps.kostnad.snart", "år"),
    ],
)
def test_a_value_that_cannot_be_is_told_at_its_place(root: Path, old: str, new: str, place: str, variant: str) -> None:
    """PL006 for numbers out of range, words for numbers, and what is no year."""
    file = root / "plans/planer/klima.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    (found,) = [item.diagnostic.finding for item in check(root, DAY).findings if item.diagnostic.code == "PL006"]
    assert (".".join(map(str, found.place.path)), found.variant) == (place, variant)


def test_capacity_is_a_number_or_years_and_is_told_in_the_form_that_was_meant(root: Path) -> None:
    """A bad number under a year is a fault of that year; a word where a number is meant, of the sector."""
    file = root / "plans/planstrategier/ps.yaml"
    text = file.read_text(encoding="utf-8")
    for new, place in (("{2025: x, 2026: 1}", ("kapasitet", "miljoe", 2025)), ("mange", ("kapasitet", "miljoe"))):
        file.write_text(text.replace("{2025: 1.5, 2026: 1}", new), encoding="utf-8")
        (found,) = [item.diagnostic.finding for item in check(root, DAY).findings if item.diagnostic.code == "PL006"]
        assert (found.place.path, found.variant) == (place, "tall")


def test_a_word_that_is_only_digits_is_the_number(root: Path) -> None:
    """«"3"» and 3 are one priority."""
    file = root / "plans/planer/klima.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("prioritet: høy", 'prioritet: "3"'), encoding="utf-8")
    assert register_of(root).planer["klima"].beslutninger["ps"].prioritet == 3


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_an_export_that_nobody_edited_changes_nothing(root: Path, tmp_path: Path, form: str) -> None:
    """Every cell means what the file says, in a workbook and in the tables of the open data."""
    site = site_of(root)
    files = {"alt.xlsx": make_workbook(site)} if form == "xlsx" else build.files(site, ("csv",), None)
    system = open_system(root, DAY)
    assert system.register
    for name, data in files.items():
        if name.endswith(("xlsx", "plan.csv", "beslutning.csv", "deretter.csv", "oppgave.csv", "planstrategi.csv")):
            file = tmp_path / Path(name).name
            file.write_bytes(data)
            result = read_import(file, system, system.register, ImportOrder())
            assert (result.files(), result.ulest) == ({}, []), name
            assert not [change.uforstaatt for change in result.endringer if change.uforstaatt], name


def edited(root: Path, tmp_path: Path, table: str, change: Any) -> Path:
    """Export a table, change its rows, and give the file."""
    data = build.files(site_of(root), ("csv",), None)[f"csv/{table}.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(data), delimiter=";"))
    heads = list(rows[0])
    change(rows)
    file = tmp_path / f"{table}.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, heads, delimiter=";", restval="")
        writer.writeheader()
        writer.writerows(rows)
    return file


def test_edited_amounts_priorities_and_later_decisions_come_back(root: Path, tmp_path: Path) -> None:
    """A year more, a decimal comma, a number for a word; a later decision changed by its number, and a new one."""

    def decisions(rows: list[dict[str, str]]) -> None:
        row = next(row for row in rows if row["for_plan"] == "klima")
        row["årsverk"], row["prioritet"] = f"{row['årsverk']} | 2027: 0,5", "2"

    def later(rows: list[dict[str, str]]) -> None:
        rows[0]["vilkår"] = "når planen er avløst"
        rows.append({"for_plan": "kultur", "planstrategi": "ps", "valg": "utgår", "ferdig": "2027"})
        rows.append({"for_plan": "arealdel-2021", "planstrategi": "ps", "valg": "utgår"})

    def tasks(rows: list[dict[str, str]]) -> None:
        rows[0]["årsverk"] = "2025: 1 | 2026: 0,75"

    assert imported(root, edited(root, tmp_path, "beslutning", decisions), "--yes").returncode == 0
    assert decided(root)["årsverk"] == {2025: 0.1, 2026: 0.25, 2027: 0.5}
    assert decided(root)["prioritet"] == 2
    done = imported(root, edited(root, tmp_path, "deretter", later), "--yes")
    assert "planen har ingen beslutning i planstrategien «ps»" in done.stdout
    assert [one["vilkår"] for one in decided(root)["deretter"][:1]] == ["når planen er avløst"]
    assert plan(root, "kultur")["beslutninger"]["ps"]["deretter"] == [{"valg": "utgår", "ferdig": 2027}]
    assert imported(root, edited(root, tmp_path, "oppgave", tasks), "--yes").returncode == 0
    strategi = parse((root / "plans/planstrategier/ps.yaml").read_text(encoding="utf-8"))[0]
    assert strategi["oppgaver"][0]["årsverk"] == {2025: 1, 2026: 0.75}


def test_table_b_has_the_lists_own_order_its_years_and_a_sum(root: Path) -> None:
    """Number 2 before 12; årsverk by year with the other work, the sum beside what there is in all."""
    site = site_of(root)
    register = site.register
    strategi = register.planstrategier["ps"]
    table = decision_table(strategi, vedtak(register)["ps"], site.rader)
    heads, *rows = table.heads(), *table.flat_rows()
    found = [dict(zip(heads, row, strict=True)) for row in rows]
    assert [row["Plan"] for row in found] == [
        "Kulturstrategi for Fjordvik", "Klimastrategi for Fjordvik", "Private reguleringsplaner (Revideres)",
        "Sum av tabellen", "Årsverk til planarbeid i alt",
    ]  # fmt: skip
    assert [row["Årsverk 2025"] for row in found] == ["", "0,1", "1", "1,1", "2,5"]
    assert found[1]["Deretter"].startswith("Oppheves, når ny plan er vedtatt, ferdig i 2027; Slås sammen, inn i")
    assert (found[1]["Utvalg"], found[1]["Bestilt"]) == ("kommunestyret", "kommunestyret, 20.6.2023, sak 41/23")
    assert (found[1]["Kroner 2026"], found[1]["Venter på"]) == ("500\xa0000", "Kommuneplanens arealdel 2021–2032")


def test_words_for_priority_have_an_order() -> None:
    """Numbers are as they are; words by what they mean, and those that nobody knows last."""
    words = ["svært høy", "Høg", "middels", "lav", "kanskje", None]
    assert sorted(words, key=priority_rank) == words
    assert priority_rank(1) < priority_rank(9)


def test_the_pages_show_it(root: Path) -> None:
    """The plan's page has the condition, what comes after, what it waits for and why; the challenge is a link."""
    pages = build.files(site_of(root), ("html", "markdown"), None)
    page = pages["plan/klima.html"].decode()
    for words in (
        "hvis det ikke kommer en ny forskrift", "Oppheves, når ny plan er vedtatt", "Venter på", "Planen er god nok",
        "2025: 0,1; 2026: 0,25", "kommunestyret, 20.6.2023, sak 41/23", "utfordringer.html#",
    ):  # fmt: skip
        assert words in page, words
    assert "Planer som skal svare på den:" in pages["utfordringer.html"].decode()
    assert "Årsverk en sektor har til planarbeid" in pages["planstrategi/ps.html"].decode()
    assert "Private reguleringsplaner" in pages["planstrategi/ps.html"].decode().partition('id="c"')[2]
    assert "når ny plan er vedtatt" in pages["planstrategi.md"].decode()


def test_what_lies_ahead_has_it(root: Path) -> None:
    """The forecast has the times of later decisions and of other work; a proposal tells of the condition."""
    due = find_due(register_of(root), DAY, date(2027, 12, 31))
    assert {("plan/klima", "ferdig"), ("planstrategi/ps", "ferdig")} <= {(item.entity, item.hva) for item in due}
    (item,) = [one for one in utkast(register_of(root), "2027-2031").forslag if one.entity == "plan/klima"]
    assert "avvikles-på-vilkår" in [reason.kode for reason in item.grunner]


@pytest.mark.parametrize(
    ("decision", "code", "valg"),
    [
        ("{valg: utsettes, oppstart: 2028}", "utsatt-til", "vurderes"),
        ("{valg: utsettes}", "utsatt", "vurderes"),
        ("{valg: ikke_prioritert}", "ikke-prioritert", "vurderes"),
    ],
)
def test_a_proposal_tells_what_was_put_off(root: Path, decision: str, code: str, valg: str) -> None:
    """Work that was postponed or not prioritised is asked about again, and never told as planned or dropped."""
    write(root, "planer/kultur.yaml", f"{PLAN}beslutninger:\n  ps: {decision}\n")
    (item,) = [one for one in utkast(register_of(root), "2027-2031").forslag if one.entity == "plan/kultur"]
    assert (item.grunner[0].kode, item.valg) == (code, valg)


def test_a_person_in_its_texts_is_told(root: Path) -> None:
    """PL009 reads the reason, the condition, what comes after and the other work."""
    for path in ("planer/klima.yaml", "planstrategier/ps.yaml"):
        file = root / "plans" / path
        text = file.read_text(encoding="utf-8").replace("Planen er god nok", "Ring tlf. 91 23 45 67")
        text = text.replace("når ny plan er vedtatt", "når kari.nordmann@eksempel.no sier det")
        text = text.replace("merknad: Hvert år", "merknad: 'tlf: 91234567'").replace("sak: 41/23", "sak: tlf 91234567")
        file.write_text(text.replace("hvis det ikke kommer en ny forskrift", "tlf. 91234567"), encoding="utf-8")
    found = [
        item.diagnostic.finding.place.path for item in check(root, DAY).findings if item.diagnostic.code == "PL009"
    ]
    at = ("beslutninger", "ps")
    assert set(found) == {
        (*at, "begrunnelse"), (*at, "vilkår"), (*at, "deretter", 0, "vilkår"), (*at, "bestilt", "sak"),
        ("oppgaver", 0, "merknad"),
    }  # fmt: skip


def test_a_new_id_is_followed_into_it(root: Path) -> None:
    """What waits for a plan, is merged into it or answers a challenge, has the new id when that is renamed."""
    new = {
        ("plan", "arealdel-2021"): "arealdel",
        ("utfordring", "flom"): "flom-og-skred",
        ("planstrategi", "ps"): "ps2",
    }
    after: Any = renamed(register_of(root).planer["klima"], Renames(new).new)
    decision = after.beslutninger["ps2"]
    assert (decision.venter_paa, decision.deretter[1].inn_i) == (("arealdel",), "arealdel")
    assert after.utfordringer == ("flom-og-skred",)


def test_each_link_is_called_what_it_is(root: Path) -> None:
    """What a decision waits for, or is merged into, is told as that, and not as a decision."""
    links = {(link.felt, link.til) for link in find_entity_links(register_of(root)).ut["plan/klima"]}
    assert {("beslutninger", "planstrategi/ps"), ("venter_på", "plan/arealdel-2021")} <= links
    assert {("deretter", "plan/arealdel-2021"), ("utfordringer", "utfordring/flom")} <= links


def test_a_deadline_on_a_condition_is_told_with_it(root: Path) -> None:
    """A plan that should be done by now, if something else happens first, is not told as simply late."""
    late = "{valg: revideres, ferdig: 2024, vilkår: hvis det blir midler}"
    write(root, "planer/kultur.yaml", f"{PLAN}beslutninger:\n  ps: {late}\n")
    register = register_of(root)
    told = kortstatus(register, language("nb"), register.planer["kultur"])
    assert "skulle ifølge planstrategien vært revidert i 2024, på et vilkår" in told
