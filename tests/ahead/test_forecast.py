"""The forecast: what falls due, which findings begin and on which day, in every format."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from support.helpers import PLAN, fjordvik, run, write

from planlint.ahead.due import Due
from planlint.ahead.forecast import Forecast, make_forecast, quarters
from planlint.check.request import Request
from planlint.check.run import diagnostics
from planlint.output.forecast import what
from planlint.system.system import open_system
from planlint.text import language

HELE = Path(__file__).parents[1] / "data" / "hele"
STRATEGI = """\
tittel: Planstrategi 2023–2027
valgperiode: "2023-2027"
status: vedtatt
hendelser:
  - {hva: offentliggjort, dato: 2024-03-01}
  - {hva: vedtatt, dato: 2024-05-15, organ: kommunestyret, sak: 30/24}
kilder: [{kilde: plandokument}]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A clean plan system with a history, and one plan whose period ends on the last day of 2025."""
    return Path(shutil.copytree(HELE, fjordvik(tmp_path), dirs_exist_ok=True))


def ahead(root: Path, day: str, until: str) -> Forecast:
    """Look ahead."""
    system = open_system(root, date.fromisoformat(day))
    assert system.register is not None
    return make_forecast(
        system.register, date.fromisoformat(until), lambda when, codes: diagnostics(system, Request(when, codes))
    )


def dues(found: Forecast) -> list[tuple[str, str, str, str]]:
    """Give (day, kind, event, entity) of all that falls due."""
    return [(str(item.dag), item.slag, item.hva, item.entity) for part in found.quarters for item in part.due]


def starts(found: Forecast) -> list[tuple[str, str, str]]:
    """Give (day, code, entity) of every finding that begins."""
    return [
        (str(item.dag), item.diagnostic.code, item.diagnostic.entity) for part in found.quarters for item in part.starts
    ]


def test_quarters_are_cut_where_asked() -> None:
    """The first and the last quarter go only as far as asked; none is missing, none overlaps."""
    found = [(part.year, part.number, part.first, part.last) for part in quarters(date(2026, 11, 21), date(2027, 4, 1))]
    assert found == [
        (2026, 4, date(2026, 11, 21), date(2026, 12, 31)),
        (2027, 1, date(2027, 1, 1), date(2027, 3, 31)),
        (2027, 2, date(2027, 4, 1), date(2027, 4, 1)),
    ]


def test_findings_begin_on_their_exact_day(root: Path) -> None:
    """A plan whose last day is 31.12.2025 is due that day, is warned of before, and is expired the day after."""
    found = ahead(root, "2024-12-01", "2026-01-31")
    plan = "plan/handlingsplan-idrett"
    assert ("2025-12-31", "periode", "", plan) in dues(found)
    assert [item for item in starts(found) if item[2] == plan] == [
        ("2024-12-31", "PL303", plan),
        ("2026-01-01", "PL301", plan),
    ]
    assert ("2025-05-02", "PL311", "plansystem") in starts(found)


def test_what_fires_already_is_counted_and_not_repeated(root: Path) -> None:
    """The forecast tells what is new; today's findings are a number."""
    found = ahead(root, "2026-02-01", "2026-03-31")
    assert sum(found.today.values()) > 0
    assert found.expired == 1
    assert not [item for item in starts(found) if item[1] == "PL301"]


def test_the_dates_that_the_law_gives(root: Path) -> None:
    """Election, constitution and planstrategi of a term; an adopted planstrategi answers its date."""
    assert [item for item in dues(ahead(root, "2023-06-01", "2024-12-31")) if item[1] == "lov"] == [
        ("2023-09-11", "lov", "kommunevalg", ""),
        ("2023-10-31", "lov", "konstituering", ""),
        ("2024-10-31", "lov", "planstrategi", ""),
    ]
    write(root, "planstrategier/planstrategi-2023-2027.yaml", STRATEGI)
    assert [item for item in dues(ahead(root, "2024-06-15", "2024-12-31")) if item[1] == "lov"] == []


def test_the_yearly_handlingsdel(root: Path) -> None:
    """Where the municipality has a handlingsdel, next year's is due each year, until one is adopted."""
    system = (root / "plans/plansystem.yaml").read_text(encoding="utf-8")
    handlingsdel = "plantyper:\n  handlingsprogram: {navn: handlingsprogram, rolle: handlingsdel}\n"
    write(root, "plansystem.yaml", system.replace("plantyper:\n", handlingsdel))
    plan = PLAN.replace("type: strategi", "type: handlingsprogram").replace(
        "fra: 2022, til: 2030", "fra: 2025, til: 2028"
    )
    write(root, "planer/handlingsprogram.yaml", plan)
    found = [item for item in dues(ahead(root, "2024-11-01", "2026-01-31")) if item[2] == "handlingsdel"]
    assert found == [("2025-12-31", "lov", "handlingsdel", "")]


def test_announced_events_decisions_work_and_measures(root: Path) -> None:
    """What is announced or decided is due on the last day that its time can mean; what is done is not due."""
    write(root, "planstrategier/planstrategi-2023-2027.yaml", STRATEGI)
    decided = "beslutninger:\n  planstrategi-2023-2027: {valg: revideres, oppstart: 2025-H1, ferdig: 2025-K3}\nkilder:"
    announced = "  - {hva: høring_start, dato: 2025-02, planlagt: true}\nansvarlig"
    write(root, "planer/klimastrategi.yaml", PLAN.replace("kilder:", decided).replace("ansvarlig", announced))
    work = PLAN.replace("status: vedtatt", "status: igangsatt\narbeid: {oppstart: 2025, ferdig: 2025-04-01}")
    write(
        root,
        "planer/naturplan.yaml",
        work.replace("  - {hva: vedtatt, dato: 2022-02-16", "  - {hva: oppstart, dato: 2024-02-16"),
    )
    write(
        root,
        "planer/kulturplan.yaml",
        "tittel: Kultur\ntype: temaplan\nstatus: planlagt\narbeid: {oppstart: 2025-01}\n",
    )
    write(root, "tiltak/benk.yaml", "tittel: Benk\nmål: [trygg-oppvekst]\nstatus: gjennomført\nfrist: 2025-03\n")
    write(root, "tiltak/lekeplass.yaml", "tittel: Lekeplass\nmål: [trygg-oppvekst]\nstatus: pågår\nfrist: 2025-03\n")
    found = [item for item in dues(ahead(root, "2025-01-01", "2025-09-30")) if item[1] != "lov"]
    assert found == [
        ("2025-01-31", "arbeid", "oppstart", "plan/kulturplan"),
        ("2025-02-28", "varslet", "høring_start", "plan/klimastrategi"),
        ("2025-03-31", "tiltak", "", "tiltak/lekeplass"),
        ("2025-04-01", "arbeid", "ferdig", "plan/naturplan"),
        ("2025-06-30", "beslutning", "oppstart", "plan/klimastrategi"),
        ("2025-09-30", "beslutning", "ferdig", "plan/klimastrategi"),
    ]


def test_what_is_accepted_for_a_time_begins_when_that_is_over(root: Path) -> None:
    """The day after an avvik's last day its finding counts, and after a suppression's last day PL902 does."""
    file = root / "plans/planer/handlingsplan-idrett.yaml"
    text = file.read_text(encoding="utf-8")
    said = "# planlint: unntak[PL303] ny plan er bestilt til 2025-06-30\nperiode:"
    file.write_text(text.replace("periode:", said), encoding="utf-8")
    reason = ("--reason", "Nytt vedtak er meldt", "--until", "2026-02-10", "--date", "2026-01-10", "--root", str(root))
    assert run("avvik", "add", "--select", "PL301", *reason, cwd=root).returncode == 0
    begun = {
        (start.dag.isoformat(), start.diagnostic.code): start.godtatt
        for quarter in ahead(root, "2025-03-01", "2026-03-31").quarters
        for start in quarter.starts
    }
    assert begun["2025-07-01", "PL902"] is False
    assert begun["2026-02-11", "PL301"] is True
    shown = run("forecast", "--date", "2026-01-20", "--until", "2026-03-31", cwd=root).stdout
    assert "Funnet er et kjent avvik til da." in shown


def test_known_and_suppressed_findings_are_counted_only(root: Path) -> None:
    """What is accepted does not begin, but the reader is told how much is left out."""
    file = root / "plans/planer/handlingsplan-idrett.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("periode:", "# planlint: unntak[PL303] grunn: ny plan er bestilt\nperiode:"), encoding="utf-8"
    )
    reason = ("--reason", "Nytt vedtak er meldt", "--date", "2026-01-10", "--root", str(root))
    assert run("avvik", "add", "--select", "PL301", *reason, cwd=root).returncode == 0
    found = ahead(root, "2024-12-01", "2026-01-31")
    assert not [item for item in starts(found) if item[1] in {"PL301", "PL303", "PL902", "PL903", "PL905"}]
    assert (found.known, found.suppressed) == (1, 1)


def test_text_for_a_terminal(root: Path) -> None:
    """Quarter by quarter, with days as Norwegians write them; a quarter with nothing says so."""
    write(root, "planstrategier/planstrategi-2023-2027.yaml", STRATEGI)
    done = run("forecast", "--date", "2025-09-01", "--until", "2026-01-01", cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Det som kommer i plansystemet til Fjordvik, 1.9.2025 til 1.1.2026\n")
    assert done.stdout.endswith(
        """
3. kvartal 2025
  Ingenting

4. kvartal 2025
  2025        Planperioden går ut: {plan} (ingen avgjørelse er dokumentert, registeret sier 2025)

1. kvartal 2026
  Funn som begynner
  1.1.2026    feil PL301 utløpt-plan: Handlingsplan for idrett (plan/handlingsplan-idrett)
              {over}
""".replace(
            "{over}",
            "Planperioden gikk ut ved utgangen av 2025, og det er ikke registrert at planen er forlenget, revidert "
            "eller avløst.",
        ).replace("{plan}", "Handlingsplan for idrett (plan/handlingsplan-idrett)")
    )


def test_markdown_is_two_tables_and_harmless(root: Path) -> None:
    """A title from a file cannot break the table or link out of the paper."""
    file = root / "plans/planer/handlingsplan-idrett.yaml"
    title = "tittel: 'Plan | <b>for</b> [idrett](https://ond.no)'"
    text = file.read_text(encoding="utf-8").replace("tittel: Handlingsplan for idrett", title)
    file.write_text(text, encoding="utf-8")
    declaration = root / "plans/plansystem.yaml"
    text = declaration.read_text(encoding="utf-8").replace("navn: Fjordvik", "navn: Fjordvik <b>", 1)
    declaration.write_text(text, encoding="utf-8")
    shown = run("forecast", "--date", "2025-12-01", "--until", "2026-01-01", "--output", "markdown", cwd=root).stdout
    assert "## Det som forfaller\n\n| Kvartal | Senest | Hva | Gjelder | Merknad |\n" in shown
    assert "| 4. kvartal 2025 | 2025 | Planperioden går ut | Plan \\| \\<b\\>for\\</b\\> \\[idrett\\](" in shown
    assert "| feil PL301 utløpt-plan |" in shown
    assert shown.startswith("# Det som kommer i plansystemet til Fjordvik \\<b\\>, ")
    quiet = run("forecast", "--date", "2022-03-01", "--until", "2022-03-02", "--output", "markdown", cwd=root).stdout
    assert "Ingenting forfaller." in quiet
    assert "Ingen nye funn begynner." in quiet


def test_json_is_a_contract(root: Path) -> None:
    """Every promised key is there, with days as ISO."""
    done = run("forecast", "--date", "2025-12-01", "--until", "2026-01-01", "--output", "json", cwd=root)
    data = json.loads(done.stdout)
    assert list(data) == ["schema", "planlint", "date", "until", "root", "counts", "quarters"]
    assert list(data["counts"]) == ["due", "findings", "expired", "overdue", "late", "today", "avvik", "unntak"]
    first, second = data["quarters"]
    assert (first["quarter"], first["from"], first["to"]) == ("2025-K4", "2025-12-01", "2025-12-31")
    assert first["due"] == [{
        "date": "2025-12-31", "kind": "periode", "event": "", "entity": "plan/handlingsplan-idrett",
        "title": "Handlingsplan for idrett", "text": "Planperioden går ut", "written": "2025",
        "settled": False, "latest": False, "law": [],
    }]  # fmt: skip
    (finding,) = second["findings"]
    assert (finding["date"], finding["code"], finding["severity"]) == ("2026-01-01", "PL301", "feil")
    assert set(finding) == {
        "date", "title", "wasKnown", "code", "name", "severity", "class", "entity", "path", "message", "help", "law",
        "fingerprint",
    }  # fmt: skip


def test_wrong_use_is_told(root: Path) -> None:
    """A day that has passed, and a declaration that cannot be read, are exit code 2 and one sentence."""
    done = run("forecast", "--date", "2025-12-01", "--until", "2025-11-30", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "er før" in done.stderr
    write(root, "plansystem.yaml", "[")
    done = run("forecast", "--date", "2025-12-01", cwd=root)
    assert done.returncode == 2
    assert "plansystem.yaml kan ikke brukes" in done.stderr


def test_a_time_limit_of_a_statute_names_the_statute() -> None:
    """What must be met, is told with the provision that requires it, wherever the sentence stands alone."""
    due = Due(date(2027, 7, 1), "lov", "frist", gjelder="boligsosialloven § 10", lov=("x",))
    told = "boligsosialloven § 10: kravene skal være oppfylt"
    assert what(due, language("nb")) == told
