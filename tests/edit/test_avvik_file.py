"""Known findings written: read back before anything is said, last days spread, old lists lifted with their comments."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, fjordvik, run, write

from planlint.base.diagnostic import Place
from planlint.edit.avvik_file import prune
from planlint.edit.avvik_upgrade import NOTES, split_list
from planlint.edit.error import EditError
from planlint.edit.last_days import MANY, spread
from planlint.edit.workspace import Workspace
from planlint.system.system import open_system

DAY = date.fromisoformat(DATE)
UNANCHORED = PLAN.replace("forankring: [trygg-oppvekst]\n", "")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system with one finding."""
    write(fjordvik(tmp_path), "planer/klima.yaml", UNANCHORED)
    return tmp_path


def marks(root: Path) -> dict[str, str]:
    """Give the mark of each finding, by what it is about."""
    report = check(root, DAY)
    return {item.diagnostic.entity: item.diagnostic.fingerprint for item in (*report.findings, *report.known)}


def add(root: Path, *words: str, code: int = 0) -> str:
    """Accept what is found, with these options; give what is said."""
    done = run("avvik", "add", "--date", DATE, *words, cwd=root)
    assert done.returncode == code, done.stderr
    return done.stdout + done.stderr


REASONS = ("no", "12", "2024-01-01", "null", "- a", "a: b # c", "@x", "«ja»", "to\nlinjer", "*alle", "&a", "!!str x")


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_is_read_as_it_was_given(root: Path, reason: str) -> None:
    """What YAML would take for a number, a day or an anchor is written so that it is read as the text it is."""
    add(root, "--reason", reason, "--until", "2025-06-30")
    (found,) = check(root, DAY).known
    assert (found.diagnostic.reason, found.diagnostic.until) == (reason, date(2025, 6, 30))


def test_two_groups_with_one_last_day_hold_no_anchor(root: Path) -> None:
    """The same day for several is written in each file: nothing but plain YAML."""
    write(root, "planer/by.yaml", UNANCHORED.replace("Klima", "By").replace("ansvarlig: miljoe\n", ""))
    add(root, "--reason", "Eldre", "--until", "2025-06-30")
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((root / "plans/avvik").iterdir()))
    assert text.count("til: 2025-06-30\n") == 3
    assert not {"&", "*"} & {*text}
    assert check(root, DAY).configuration_broken is False


def test_a_file_says_what_it_is_about_and_from_when(root: Path) -> None:
    """The whole file, as a planner reads it; with the schemas beside the plans it names its own."""
    (root / "schema").mkdir()
    add(root, "--reason", "Ikke dokumentert", "--until", "2025-06-30")
    assert (root / "plans/avvik/PL201-plan-klima.yaml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../../schema/avvik.json\n"
        "regel: PL201\ngjelder: plan/klima\ngrunn: Ikke dokumentert\n"
        f'godtatt: {DATE}\ntil: 2025-06-30\navtrykk: "{marks(root)["plan/klima"]}"\n'
    )


def test_several_findings_of_a_rule_about_one_thing_have_a_file_each(root: Path) -> None:
    """Named by their marks as well; so is one whose name is taken by something else."""
    write(root, "planer/klima.yaml", PLAN.replace("[trygg-oppvekst]", "[noe-helt-annet, og-noe-mer]"))
    add(root, "--reason", "Kommer")
    names = [path.name for path in sorted((root / "plans/avvik").iterdir())]
    assert len(names) == 2
    assert all(name.startswith("PL102-plan-klima-") for name in names)
    write(root, "avvik/PL201-plan-by.yaml", "# her står det ingenting\n")
    write(root, "planer/by.yaml", UNANCHORED.replace("Klima", "By"))
    add(root, "--reason", "Kommer")
    assert (root / f"plans/avvik/PL201-plan-by-{marks(root)['plan/by']}.yaml").exists()


def test_diff_shows_and_writes_nothing(root: Path) -> None:
    """Both ways: what would be accepted, and what would be cleared away."""
    assert "+regel: PL201" in add(root, "--reason", "Kommer", "--diff")
    assert not (root / "plans/avvik").exists()
    add(root, "--reason", "Kommer")
    write(root, "planer/klima.yaml", PLAN)
    assert "-regel: PL201" in run("avvik", "prune", "--diff", "--date", DATE, cwd=root).stdout
    assert (root / "plans/avvik/PL201-plan-klima.yaml").exists()


def many(root: Path, number: int) -> None:
    """Write so many plans with a finding."""
    for at in range(number):
        word = "".join("abcdefghij"[int(digit)] for digit in f"{at:02}") * 4
        write(root, f"planer/p{at:02}.yaml", UNANCHORED.replace("Klimastrategi", word.title()))


def test_many_do_not_end_on_one_day(root: Path) -> None:
    """The command asks for days to spread them over, and says how; or it is told that one day is meant."""
    many(root, MANY)
    said = add(root, "--reason", "Eldre", "--until", "2028-12-31", code=2)
    assert f"Da ville {MANY + 1} kjente avvik gå ut samme dag (31.12.2028)" in said
    assert "--until 2027-12-01..2028-12-31" in said
    assert not (root / "plans/avvik").exists()
    add(root, "--reason", "Eldre", "--until", "2027-12-01..2028-12-31")
    ends = Counter(item.diagnostic.until for item in check(root, DAY).known)
    assert max(ends.values()) <= 2
    assert (min(ends), max(ends)) == (date(2027, 12, 31), date(2028, 12, 31))


def test_one_day_for_many_when_that_is_meant(root: Path) -> None:
    """What ends there already counts as well."""
    many(root, MANY)
    add(root, "--reason", "Eldre", "--until", "2028-12-31", "--same-day")
    assert len(check(root, DAY).known) == MANY + 1
    write(root, "planer/en-til.yaml", UNANCHORED.replace("Klimastrategi", "En til"))
    assert f"Da ville {MANY + 2} kjente" in add(root, "--reason", "Eldre", "--until", "2028-12-31", code=2)


@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("2024-06-14", "Siste dag (14.6.2024) er passert"),
        ("2025-12-31..2025-01-01", "31.12.2025 kommer etter 1.1.2025"),
        ("2025-01-01..snart", "«snart» er ikke en dag"),
        ("2025-01-01..", "«» er ikke en dag"),
    ],
)
def test_days_that_cannot_be(root: Path, until: str, said: str) -> None:
    """One sentence, exit code 2, nothing written."""
    assert said in add(root, "--reason", "Eldre", "--until", until, code=2)
    assert not (root / "plans/avvik").exists()


def test_spread_takes_the_emptiest_month() -> None:
    """What is there counts; of two alike the earliest; without a month's end between them, the last day."""
    first, last = date(2025, 1, 15), date(2025, 3, 15)
    assert spread(3, first, last, {date(2025, 1, 31): 2}) == [date(2025, 1, 31), date(2025, 2, 28), date(2025, 2, 28)]
    assert spread(2, date(2025, 1, 1), date(2025, 1, 15), {}) == [date(2025, 1, 15)] * 2


def test_what_the_sources_say_goes_with_the_reason(root: Path) -> None:
    """In their own words, with the source's name and the place; a source that is not declared is told of."""
    add(root, "--reason", "Ikke dokumentert.")
    file = root / "plans/avvik/PL201-plan-klima.yaml"
    text = file.read_text(encoding="utf-8")
    said = "kilder: [{kilde: plandokument, sted: side 4, oppgir: Fjernet i 2017}, {kilde: plandokument}]\n"
    file.write_text(text + said, encoding="utf-8")
    (found,) = check(root, DAY).known
    assert found.diagnostic.reason == "Ikke dokumentert. «Fjernet i 2017» (Plandokumentet, side 4)."
    file.write_text(text + said.replace("plandokument,", "annet,"), encoding="utf-8")
    faults = [item.diagnostic for item in check(root, DAY).findings]
    assert [(item.code, item.entity) for item in faults] == [("PL102", "plans/avvik/PL201-plan-klima.yaml")]


def test_the_list_is_shown_to_be_read_and_signed(root: Path) -> None:
    """Rule by rule, reason by reason, by title; in Markdown for a case paper, in JSON for programs."""
    assert run("avvik", "list", cwd=root).stdout == "Ingen kjente avvik.\n"
    add(root, "--reason", "Ikke dokumentert.", "--until", "2025-06-30")
    file = root / "plans/avvik/PL201-plan-klima.yaml"
    said = "kilder: [{kilde: plandokument, oppgir: Fjernet i 2017}]\n"
    file.write_text(file.read_text(encoding="utf-8") + said, encoding="utf-8")
    write(root, "planer/by.yaml", UNANCHORED.replace("Klima", "By"))
    add(root, "--reason", "Kommer.")
    assert run("avvik", "list", cwd=root).stdout == (
        "PL201 uforankret-plan, til og med 30.6.2025\n  Ikke dokumentert.\n"
        "  - Klimastrategi for Fjordvik (plan/klima)\n"
        "    «Fjernet i 2017» (Plandokumentet).\n\n"
        "PL201 uforankret-plan, uten siste dag\n  Kommer.\n  - Bystrategi for Fjordvik (plan/by)\n\n2 kjente avvik.\n"
    )
    paper = run("avvik", "list", "--output", "markdown", cwd=root).stdout
    assert "## PL201 uforankret-plan, til og med 30.6.2025" in paper
    assert "- Klimastrategi for Fjordvik: «Fjernet i 2017»" in paper
    data = json.loads(run("avvik", "list", "--output", "json", "--date", DATE, cwd=root).stdout)
    assert [(item["entity"], item["until"], item["accepted"]) for item in data["known"]] == [
        ("plan/klima", "2025-06-30", DATE),
        ("plan/by", None, DATE),
    ]
    write(root, "avvik/gammel.yaml", 'regel: PL999\ngjelder: plan/klima\ngrunn: X\navtrykk: "0123456789ab"\n')
    assert "\nPL999, uten siste dag\n" in run("avvik", "list", cwd=root).stdout


OLD = """\
# yaml-language-server: $schema=../schema/avvik.json
# Kjente funn som er godtatt inntil videre. planlint avvik add legger til, planlint avvik prune rydder.
# Gjennomgått av plansjefen
per: 2024-05-01 # forrige gang
avvik:
  # alle disse er gamle
  - regel: PL201
    grunn: "Kilden # er ute" # sak 1/24
    til: 2025-12-31
    gjelder:
      plan/by: ["{by}"] # se kart
      # spør miljø
      plan/klima: ["{klima}", "0123456789ab"]
  # til slutt
"""


def old_list(root: Path, newline: str = "\n") -> Path:
    """Write a list of format 1 that answers for two plans, and for something that is gone."""
    write(root, "planer/by.yaml", UNANCHORED.replace("Klima", "By"))
    found = marks(root)
    text = OLD.format(by=found["plan/by"], klima=found["plan/klima"])
    file = root / "plans/avvik.yaml"
    file.write_bytes(text.replace("\n", newline).encode())
    return file


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_old_list_is_read_and_pruned_line_by_line(root: Path, newline: str) -> None:
    """Its own lines go and no other character changes: comments, line breaks and the day stay."""
    file = old_list(root, newline)
    assert [item.diagnostic.status for item in check(root, DAY).known] == ["known"] * 2
    before = file.read_bytes()
    assert run("avvik", "prune", "--date", DATE, cwd=root).stdout.startswith("1 avvik tatt bort")
    assert file.read_bytes() == before.replace(b', "0123456789ab"', b"")
    write(root, "planer/by.yaml", PLAN.replace("Klima", "By"))
    now = file.read_bytes()
    run("avvik", "prune", "--date", "2024-07-01", cwd=root)
    gone = next(row for row in now.split(newline.encode()) if b"plan/by" in row)
    assert file.read_bytes() == now.replace(gone + newline.encode(), b"")


def test_a_group_that_is_left_empty_goes(root: Path) -> None:
    """And a list without groups is an empty list."""
    file = old_list(root)
    for name in ("by", "klima"):
        write(root, f"planer/{name}.yaml", PLAN.replace("Klima", name.title()))
    assert run("avvik", "prune", "--date", DATE, cwd=root).stdout.startswith("3 avvik tatt bort")
    assert "regel" not in file.read_text(encoding="utf-8")
    assert check(root, DAY, ignore=("PL311",)).findings == ()


@pytest.mark.parametrize("text", ["", "\n", "# bare en merknad\n", "---\n", "avvik:\n", "avvik: []\n", "\ufeff"])
def test_an_empty_list_is_a_list_of_nothing(root: Path, text: str) -> None:
    """So is an empty file in the folder: what is found is new, and nothing is wrong with the file."""
    for file in ("avvik.yaml", "avvik/tom.yaml")[: 1 if text.startswith("avvik") else 2]:
        write(root, file, text)
        assert [item.diagnostic.code for item in check(root, DAY).findings] == ["PL201"]
        (root / "plans" / file).unlink()


def test_upgrade_gives_each_its_file_and_keeps_every_comment(root: Path) -> None:
    """The very same findings are known, with reason and day; a comment goes with what it is about."""
    old_list(root)
    before = {(item.diagnostic.fingerprint, item.diagnostic.until) for item in check(root, DAY).known}
    done = run("upgrade", "--yes", "--date", DATE, cwd=root)
    assert "plans/avvik.yaml: 3 avvik er flyttet til plans/avvik/" in done.stdout
    assert not (root / "plans/avvik.yaml").exists()
    assert {(item.diagnostic.fingerprint, item.diagnostic.until) for item in check(root, DAY).known} == before
    assert (root / NOTES).read_text(encoding="utf-8") == "Gjennomgått av plansjefen\nforrige gang\n"
    by = (root / "plans/avvik/PL201-plan-by.yaml").read_text(encoding="utf-8")
    assert by.startswith("# alle disse er gamle\n# sak 1/24\n# se kart\nregel: PL201\n")
    assert "grunn: 'Kilden # er ute'\n" in by or 'grunn: "Kilden # er ute"\n' in by
    assert "godtatt: 2024-05-01\ntil: 2025-12-31\n" in by
    klima = [path for path in sorted((root / "plans/avvik").glob("*.yaml")) if "klima" in path.name]
    assert len(klima) == 2
    assert all("# spør miljø\n# til slutt\n" in path.read_text(encoding="utf-8") for path in klima)


def test_upgrade_of_an_empty_list_takes_it_away(root: Path) -> None:
    """There is nothing to move."""
    write(root, "avvik.yaml", "per: 2024-05-01\navvik: []\n")
    assert run("upgrade", "--yes", "--date", DATE, cwd=root).returncode == 0
    assert not (root / "plans/avvik.yaml").exists()


def test_upgrade_stops_at_a_list_that_cannot_be_read(root: Path) -> None:
    """Nothing is lost, and nothing is moved."""
    file = write(root, "avvik.yaml", "avvik: [\n")
    with pytest.raises(EditError):
        split_list(Workspace(open_system(root, DAY)))
    assert file.read_text(encoding="utf-8") == "avvik: [\n"


def test_what_would_let_a_known_finding_go_is_refused(root: Path) -> None:
    """Taking out what still answers for something is no clearing away."""
    add(root, "--reason", "Kommer")
    work = Workspace(open_system(root, DAY))
    with pytest.raises(EditError):
        prune(work, [Place("plans/avvik/PL201-plan-klima.yaml", ("gjelder",))])


def test_a_finding_that_would_not_be_known_is_not_said_to_be(root: Path) -> None:
    """A file that the checker would read as something else is never written: here another answers for it, too late."""
    file = old_list(root)
    text = file.read_text(encoding="utf-8").replace("2025-12-31", "2023-12-31")
    file.write_text(text, encoding="utf-8")
    assert "2 funn lagt til" in add(root, "--reason", "På nytt", "--until", "2025-06-30")
    assert {item.diagnostic.reason for item in check(root, DAY).known} == {"På nytt"}
