"""Known findings: added with a reason, counted, told when stale, and never able to hide something new."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, fjordvik, run, write

TODAY = date.fromisoformat(DATE)
UNANCHORED = PLAN.replace("forankring: [trygg-oppvekst]\n", "")


def own(root: Path) -> Path:
    """Give the file of the one known finding."""
    return root / "plans/avvik/PL201-plan-klima.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system with one known finding."""
    write(fjordvik(tmp_path), "planer/klima.yaml", UNANCHORED)
    done = run("avvik", "add", "--reason", "Ikke dokumentert", "--until", "2025-06-30", "--date", DATE, cwd=tmp_path)
    assert done.stdout == "1 funn lagt til i plans/avvik/.\n"
    return tmp_path


def codes(root: Path, day: date = TODAY) -> list[str]:
    """Give the codes of new findings."""
    report = check(root, day, ignore=("PL311",))
    return [item.diagnostic.code for item in report.findings]


def test_a_known_finding_passes_and_is_counted(root: Path) -> None:
    """It is not reported, but never silently gone."""
    report = check(root, TODAY)
    assert report.findings == ()
    assert [item.diagnostic.reason for item in report.known] == ["Ikke dokumentert"]
    assert "1 kjent avvik" in run("check", "--date", DATE, cwd=root).stdout


def test_a_known_finding_past_its_date_is_new_again(root: Path) -> None:
    """The last day counts; the day after does not."""
    assert codes(root, date(2025, 6, 30)) == ["PL906"]
    assert codes(root, date(2025, 7, 1)) == ["PL201"]


def test_the_end_is_told_of_in_good_time_once_for_each_day(root: Path) -> None:
    """PL906 from 90 days before, or as many as the municipality says; one for all that end on a day."""
    for name in ("vann", "skog"):
        write(root, f"planer/{name}.yaml", UNANCHORED.replace("Klima", name.title()))
    run("avvik", "add", "--reason", "Venter", "--until", "2025-06-30", "--date", DATE, cwd=root)
    assert codes(root, date(2025, 3, 31)) == []
    (found,) = check(root, date(2025, 4, 1), ignore=("PL311",)).findings
    assert (found.diagnostic.code, found.diagnostic.finding.args["antall"]) == ("PL906", 3)
    settings = root / "plans/plansystem.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}\nregler: {{PL906: {{valg: {{varsel_dager: 10}}}}}}\n", encoding="utf-8")
    assert codes(root, date(2025, 6, 19)) == []
    assert codes(root, date(2025, 6, 20)) == ["PL906"]
    write(root, "planer/klima.yaml", PLAN)
    found = next(item.diagnostic for item in check(root, date(2025, 6, 20)).findings if item.diagnostic.code == "PL906")
    assert found.finding.args["antall"] == 2


def test_a_mended_finding_is_stale_and_can_be_pruned(root: Path) -> None:
    """PL905 until `prune` has taken its file away."""
    write(root, "planer/klima.yaml", PLAN)
    assert codes(root) == ["PL905"]
    assert run("avvik", "prune", "--date", DATE, cwd=root).stdout == "1 avvik tatt bort fra plans/avvik/.\n"
    assert codes(root) == []
    assert list((root / "plans/avvik").iterdir()) == []
    assert run("avvik", "prune", "--date", DATE, cwd=root).stdout == "Ingen avvik å ta bort.\n"


def test_the_past_does_not_make_entries_stale(root: Path) -> None:
    """On a day before the list was made, entries that match nothing are left in peace."""
    write(root, "planer/klima.yaml", PLAN)
    assert codes(root, date(2024, 6, 14)) == []


def test_rules_that_do_not_run_do_not_make_entries_stale(root: Path) -> None:
    """A narrowed check must not call the rest of the list stale."""
    write(root, "planer/klima.yaml", PLAN)
    assert check(root, TODAY, select=("PL9", "PL3")).findings == ()


def test_an_entry_of_an_unknown_rule_is_told(root: Path) -> None:
    """A code that no rule has covers nothing, so it is an error."""
    text = own(root).read_text(encoding="utf-8")
    own(root).write_text(text.replace("PL201", "PL299"), encoding="utf-8")
    assert sorted(codes(root)) == ["PL201", "PL904"]


def test_a_second_finding_of_the_same_rule_is_new(root: Path) -> None:
    """A baseline covers what it names, nothing else."""
    write(root, "planer/vann.yaml", UNANCHORED.replace("Klimastrategi", "Vannstrategi"))
    assert codes(root) == ["PL201"]


def test_add_touches_no_other_file(root: Path) -> None:
    """What people wrote about another known finding stays, byte for byte."""
    before = b"# Se sak 12/24\r\n" + own(root).read_bytes().replace(b"\n", b"\r\n")
    own(root).write_bytes(before)
    write(root, "planer/vann.yaml", UNANCHORED.replace("Klimastrategi", "Vannstrategi"))
    run("avvik", "add", "--reason", "Ikke dokumentert", "--until", "2025-06-30", "--date", DATE, cwd=root)
    assert own(root).read_bytes() == before
    assert codes(root) == []


def test_nothing_to_add_writes_nothing(root: Path) -> None:
    """Running it again changes no byte."""
    before = own(root).read_bytes()
    done = run("avvik", "add", "--reason", "x", "--date", DATE, cwd=root)
    assert done.stdout == "Ingen nye funn å legge til.\n"
    assert own(root).read_bytes() == before


def test_an_empty_reason_is_refused(root: Path) -> None:
    """A list of exceptions without reasons is worth nothing."""
    done = run("avvik", "add", "--reason", " ", cwd=root)
    assert done.returncode == 2
    assert "Grunnen kan ikke være tom." in done.stderr


def test_add_can_be_limited_to_files_and_never_takes_findings_about_the_list(root: Path) -> None:
    """A path limits what is accepted; a stale entry is mended with prune, not accepted."""
    write(root, "planer/klima.yaml", PLAN)
    write(root, "planer/vann.yaml", UNANCHORED.replace("Klimastrategi", "Strategi om vann"))
    write(root, "planer/skog.yaml", UNANCHORED.replace("Klimastrategi", "Skogens strategi"))
    done = run("avvik", "add", "plans/planer/vann.yaml", "--reason", "Ikke dokumentert", "--date", DATE, cwd=root)
    assert done.stdout == "1 funn lagt til i plans/avvik/.\n"
    assert sorted(codes(root)) == ["PL201", "PL905"]
    run("avvik", "add", "--reason", "Alt er kjent", "--date", DATE, cwd=root)
    assert codes(root) == ["PL905"]


def test_known_findings_are_shown_when_asked_for(root: Path) -> None:
    """With their reason, in their place among the others; the exit code is the same."""
    done = run("check", "--known", "--date", DATE, cwd=root)
    assert "PL201 uforankret-plan" in done.stdout
    assert "  Kjent avvik: Ikke dokumentert\n" in done.stdout
    assert done.returncode == 0


def test_what_a_fault_elsewhere_hides_is_not_stale(root: Path) -> None:
    """While a file cannot be read, rules are silent: the list is left in peace, and `prune` takes nothing out."""
    write(root, "planer/annen.yaml", "tittel: [\n")
    write(root, "planer/klima.yaml", PLAN)
    assert codes(root) == ["PL001"]
    done = run("avvik", "prune", "--date", DATE, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Noen filer har feil" in done.stderr
    assert codes(root) == ["PL001"]


def test_a_fault_that_is_itself_known_hides_nothing(root: Path) -> None:
    """An unknown id that is accepted for now does not keep the rest of the list from being judged."""
    write(root, "planer/klima.yaml", PLAN.replace("[trygg-oppvekst]", "[noe-helt-annet]"))
    assert codes(root) == ["PL102"]
    run("avvik", "add", "--reason", "Kommer", "--date", DATE, cwd=root)
    assert codes(root) == ["PL905"]


def test_an_entry_is_not_stale_while_a_new_error_may_be_the_reason(root: Path) -> None:
    """Where the status is taken away, the plan has one fault, not one for each entry that no longer matches."""
    write(root, "planer/klima.yaml", UNANCHORED.replace("status: vedtatt\n", ""))
    assert codes(root) == ["PL409"]


def test_a_file_that_is_gone_is_told_once_and_pruned_whole(tmp_path: Path) -> None:
    """Two known findings, one cause: the other place stands beside the first."""
    file = write(fjordvik(tmp_path), "planer/klima.yaml", UNANCHORED.replace("ansvarlig: miljoe\n", ""))
    assert "2 funn lagt til" in run("avvik", "add", "--reason", "Eldre", "--date", DATE, cwd=tmp_path).stdout
    file.unlink()
    report = check(tmp_path, TODAY)
    assert [item.diagnostic.finding.variant for item in report.findings] == ["borte"]
    assert [len(item.related) for item in report.findings] == [1]
    assert run("avvik", "prune", "--date", DATE, cwd=tmp_path).stdout.startswith("2 avvik tatt bort")
    assert codes(tmp_path) == []


LISTS = {
    "a broken list": ("avvik.yaml", "avvik: [\n"),
    "a list of something else": ("avvik.yaml", "per: 2024-06-15\navvik: {regel: PL201}\n"),
    "a broken file": ("avvik/PL201-plan-klima.yaml", "regel: [\n"),
    "no finding": ("avvik/PL201-plan-klima.yaml", "regel: PL201\ngjelder: plan/klima\ngrunn: Venter\n"),
    "no day": (
        "avvik/PL201-plan-klima.yaml",
        "regel: PL201\ngjelder: plan/klima\ngrunn: Venter\ntil: snart\navtrykk: '0123456789ab'\n",
    ),
}


@pytest.mark.parametrize(("file", "text"), LISTS.values(), ids=LISTS)
def test_without_the_list_nothing_known_is_called_new(root: Path, file: str, text: str) -> None:
    """A broken list is one fault; the report says that the rules wait for it, and the exit code is 2."""
    write(root, file, text)
    report = check(root, TODAY)
    assert {item.diagnostic.place.file for item in report.findings} == {f"plans/{file}"}
    assert len(report.findings) == 1
    done = run("check", "--date", DATE, cwd=root)
    assert done.returncode == 2
    assert done.stdout.endswith(f"Reglene er ikke prøvd. Rett plans/{file} først.\n")


def test_without_a_declaration_nothing_is_called_stale_or_unused(root: Path) -> None:
    """A broken plansystem.yaml is one fault, not one for each known finding and suppression besides."""
    write(root, "planer/by.yaml", PLAN.replace("ansvarlig: miljoe\n", "# planlint: unntak[PL408] Ingen har tatt den\n"))
    write(root, "plansystem.yaml", "kommune: [\n")
    assert codes(root) == ["PL001"]
    assert "Rett plans/plansystem.yaml først." in run("check", "--date", DATE, cwd=root).stdout


def test_a_known_finding_has_the_reason_and_the_last_day_of_its_own_group(tmp_path: Path) -> None:
    """Two groups of one rule: what is in the second is not told with the reason of the first."""
    for id_ in ("ett", "to", "tre"):
        write(fjordvik(tmp_path), f"planer/{id_}.yaml", UNANCHORED.replace("Klima", id_.title()))
    found = [item.diagnostic for item in check(tmp_path, date(2024, 6, 15)).findings]
    marks = {item.entity: item.fingerprint for item in found}
    ett, to, tre = (f"plan/{id_}: [{marks[f'plan/{id_}']}]" for id_ in ("ett", "to", "tre"))
    groups = (("A", "2024-06-14", ett), ("B", "2024-12-31", f"{to}, {tre}"))
    told = [f"  - {{regel: PL201, grunn: {why}, til: {day}, gjelder: {{{what}}}}}\n" for why, day, what in groups]
    write(tmp_path, "avvik.yaml", f"per: {DATE}\navvik:\n{''.join(told)}")
    report = check(tmp_path, date(2024, 6, 15))
    assert [item.diagnostic.entity for item in report.findings] == ["plan/ett"]
    assert {(item.diagnostic.entity, item.diagnostic.reason, str(item.diagnostic.until)) for item in report.known} == {
        ("plan/to", "B", "2024-12-31"),
        ("plan/tre", "B", "2024-12-31"),
    }
