"""`check --base`: a pull request hears of what it touches and what it causes, and of nothing else."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.gittools import commit, git
from support.helpers import DATE, PLAN, check, fjordvik, run, write

from planlint.base.diagnostic import Severity
from planlint.change.comparison import Comparison
from planlint.check.request import Request
from planlint.check.run import check as judged, report_of
from planlint.output.check_formats import Options, render
from planlint.system.system import open_system
from planlint.system.usage_error import UsageError

DAY = date.fromisoformat(DATE)
OLD_FAULT = PLAN.replace("forankring: [trygg-oppvekst]\n", "")  # PL201
WORK = PLAN.replace("vedtatt\nsamm", "til_vedtak\nsamm").replace(
    "{hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}", "{hva: høring_start, dato: 2024-02-01}"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik on main, with a faulty plan and a good one; a branch is checked out."""
    write(fjordvik(tmp_path), "planer/gammel.yaml", OLD_FAULT.replace("Klimastrategi", "Kulturstrategi"))
    write(tmp_path, "planer/klima.yaml", PLAN)
    commit(tmp_path, "2024-06-01")
    git(tmp_path, "checkout", "-q", "-b", "gren")
    return tmp_path


def edit(root: Path, path: str, old: str, new: str) -> None:
    """Change words in a file under plans/."""
    file = root / "plans" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def told(root: Path, base: str = "main", **asked: Any) -> list[str]:
    """Give what a check of the change says: cause, rule and file of each finding."""
    report = check(root, DAY, base=base, **asked)
    return [
        f"{item.cause}{' (before)' * item.there_before} {item.diagnostic.code} {item.diagnostic.place.file[6:]}"
        for item in report.findings
    ]


def test_no_change_no_findings(root: Path) -> None:
    """What was there before, in files that the change leaves alone, is counted and not shown."""
    assert [item.diagnostic.code for item in check(root, DAY).findings] == ["PL201"]
    report = check(root, DAY, base="main")
    assert report.findings == ()
    assert report.counts["utelatt"] == 1
    assert report.exit_code(Severity.INFO) == 0


def test_a_hovedmaal_is_removed(root: Path) -> None:
    """What hung under it is caused, and so is the word about the plan that it was decided in."""
    (root / "plans/maal/gode-liv.yaml").unlink()
    assert told(root) == [
        "caused PL102 maal/naer-natur.yaml",
        "caused PL911 planer/samfunnsdel-2020.yaml",
    ]
    commit(root, "2024-06-10")
    assert len(told(root)) == 2
    assert run("check", "--base", "main", "--date", DATE, cwd=root).returncode == 1


def test_a_plan_is_adopted(root: Path) -> None:
    """A good adoption has no findings; one that replaces a plan still in force causes one in that plan's file."""
    write(root, "planer/ny.yaml", WORK.replace("Klimastrategi", "Naturstrategi"))
    commit(root, "2024-06-02")
    git(root, "branch", "arbeid")
    vote = "2024-02-01}\n  - {hva: vedtatt, dato: 2024-05-15, organ: kommunestyret, sak: 9/24}"
    edit(root, "planer/ny.yaml", "2024-02-01}", vote)
    edit(root, "planer/ny.yaml", "til_vedtak", "vedtatt")
    assert told(root, "arbeid") == []
    edit(root, "planer/ny.yaml", "ansvarlig", "erstatter: [klima]\nansvarlig")
    assert told(root, "arbeid") == ["caused PL404 planer/klima.yaml"]


def test_a_file_gets_a_new_name(root: Path) -> None:
    """A new name that the file tells of brings nothing, not even the old findings about it elsewhere."""
    twin = PLAN.replace("utslipp.", "utslippene.").replace("7/22", "8/22")
    write(root, "planer/a-klima.yaml", twin)
    commit(root, "2024-06-02")
    git(root, "branch", "tvilling")
    assert told(root) == ["caused PL105 planer/klima.yaml"]
    git(root, "mv", "plans/planer/a-klima.yaml", "plans/planer/b-klima.yaml")
    assert told(root, "tvilling") == ["touched PL912 planer/b-klima.yaml"]
    edit(root, "planer/b-klima.yaml", "ansvarlig", "tidligere_id: [a-klima]\nansvarlig")
    assert told(root, "tvilling") == []
    (root / "plans/planer/miljoe").mkdir()
    git(root, "mv", "plans/planer/b-klima.yaml", "plans/planer/miljoe/b-klima.yaml")
    assert told(root, "tvilling") == []


def test_only_a_comment_is_mended(root: Path) -> None:
    """An old fault in a file that is edited is shown, and said to be old: it stops nothing."""
    edit(root, "planer/gammel.yaml", "type:", "# en merknad\ntype:")
    assert told(root) == ["touched (before) PL201 planer/gammel.yaml"]
    report = check(root, DAY, base="main", change=True)
    text = render(report, "text")
    assert "\n  I en fil som er endret, men det var slik før også.\n" in text
    before = "1 funn i filer som er endret, var der før endringen også"
    assert text.endswith(f"\nSammenlignet med main. {before}, og stopper den ikke.\n")
    assert report.exit_code(Severity.INFO) == 0
    assert "::notice file=plans/planer/gammel.yaml" in render(report, "github")
    assert 'failures="0"' in render(report, "junit")
    comment = render(report, "markdown")
    assert comment.startswith("<!-- planlint -->\n## Endringen er i orden\n\nEndringen gir ingen nye funn.\n")
    assert f"<summary>{before}</summary>" in comment


def test_the_text_says_why_each_is_shown(root: Path) -> None:
    """Touched or caused stands under each finding, and the summary tells what is left out."""
    (root / "plans/maal/gode-liv.yaml").unlink()
    edit(root, "planer/klima.yaml", "forankring: [trygg-oppvekst]\n", "")
    text = render(check(root, DAY, base="main"), "text")
    assert text.count("\n  Følger av endringen, selv om denne filen ikke er endret.\n") == 2
    assert text.count("\n  Følger av endringen.\n") == 1
    assert "1 funn som var der fra før, i en fil som ikke er endret, er ikke med." in text


def test_json_tells_the_cause(root: Path) -> None:
    """With a base each finding has its cause; without one there is no such key."""
    (root / "plans/maal/gode-liv.yaml").unlink()
    edit(root, "planer/gammel.yaml", "type:", "# en merknad\ntype:")
    data = json.loads(run("check", "--base", "main", "--date", DATE, "--output", "json", cwd=root).stdout)
    assert data["base"] == "main"
    assert data["counts"]["utelatt"] == 0
    assert [(item["code"], item["cause"], item["inBase"]) for item in data["findings"]] == [
        ("PL102", "caused", False),
        ("PL201", "touched", True),
        ("PL911", "caused", False),
    ]
    plain = json.loads(run("check", "--date", DATE, "--output", "json", cwd=root).stdout)
    assert "base" not in plain
    assert not {"cause", "inBase"} & set(plain["findings"][0])
    assert "utelatt" not in plain["counts"]


def test_a_plan_is_deleted(root: Path) -> None:
    """The finding stands in the file that is gone, and shows its line; two plans of one id are for PL101 alone."""
    (root / "plans/planer/klima.yaml").unlink()
    assert told(root) == ["touched PL912 planer/klima.yaml"]
    assert "    3 │ status: vedtatt\n" in render(check(root, DAY, base="main"), "text")
    write(root, "planen/klima.yaml", PLAN)
    assert told(root) == ["touched PL007 planen/klima.yaml"]


def test_what_came_to_main_later_is_not_blamed(root: Path) -> None:
    """The change is measured from where it left main: neither main's new files nor its mended ones count."""
    write(root, "planer/egen.yaml", PLAN.replace("Klimastrategi", "Idrettsstrategi"))
    commit(root, "2024-06-03")
    git(root, "checkout", "-q", "main")
    write(root, "planer/mains.yaml", PLAN.replace("Klimastrategi", "Havnestrategi"))
    edit(root, "planer/gammel.yaml", "kilder", "forankring: [trygg-oppvekst]\nkilder")
    commit(root, "2024-06-04")
    git(root, "checkout", "-q", "gren")
    assert told(root) == []
    git(root, "merge", "-q", "--no-edit", "main")
    assert told(root) == []
    assert [item.diagnostic.code for item in check(root, DAY).findings] == []


def test_two_branches_that_add_the_same_id(root: Path) -> None:
    """Each is fine alone; of what CI merges, the one that comes last hears of it, at the file that it brings."""
    ours = PLAN.replace("Klimastrategi", "Idrettsstrategi")
    write(root, "planer/b/idrett.yaml", ours)
    commit(root, "2024-06-03")
    assert told(root) == []
    for folder in ("a", "c"):
        git(root, "checkout", "-q", "-B", "deres", "main")
        write(root, f"planer/{folder}/idrett.yaml", ours.replace("Idrettsstrategi", "Friluftsstrategi"))
        commit(root, "2024-06-04")
        git(root, "checkout", "-q", "-B", "sammen", "gren")
        git(root, "merge", "-q", "--no-ff", "--no-edit", "deres")
        assert told(root, "gren") == [f"touched PL101 planer/{folder}/idrett.yaml"]


def test_work_that_is_not_committed_counts(root: Path) -> None:
    """A planner who looks before the commit sees the same, in the same folder of a larger repository."""
    edit(root, "planer/klima.yaml", "forankring: [trygg-oppvekst]\n", "")
    assert told(root) == ["touched PL201 planer/klima.yaml"]
    assert told(root, "HEAD") == ["touched PL201 planer/klima.yaml"]


def test_line_breaks_of_windows_are_no_change(root: Path) -> None:
    """Git may check files out with other line breaks than it keeps."""
    file = root / "plans/planer/gammel.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert told(root) == []


def clone(root: Path, target: Path, *how: str) -> Path:
    """Clone a repository as CI does, with less than everything."""
    git(root, "clone", "-q", *how, root.as_uri(), str(target))
    return target


def test_a_shallow_clone_says_what_ci_must_fetch(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """An unknown base, and one whose place in the history is not here, are told in a sentence; nothing is guessed."""
    write(root, "planer/egen.yaml", PLAN.replace("Klimastrategi", "Idrettsstrategi"))
    commit(root, "2024-06-03")
    git(root, "checkout", "-q", "main")
    write(root, "planer/mains.yaml", PLAN.replace("Klimastrategi", "Havnestrategi"))
    commit(root, "2024-06-04")
    git(root, "checkout", "-q", "gren")
    here = clone(root, tmp_path_factory.mktemp("a") / "x", "--depth", "1")
    done = run("check", "--base", "origin/main", "--date", DATE, cwd=here)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "git kjenner ingen versjon som heter origin/main" in done.stderr
    assert "fetch-depth: 0" in done.stderr
    git(here, "fetch", "-q", "--depth", "1", "origin", "main:main")
    done = run("check", "--base", "main", "--date", DATE, cwd=here)
    assert done.returncode == 2
    assert "for lite av historien er hentet hit" in done.stderr
    assert "fetch-depth: 0" in done.stderr
    with pytest.raises(UsageError, match="--base main: for lite"):
        check(here, DAY, base="main")
    git(here, "fetch", "-q", "--unshallow", "origin")
    assert told(here) == []


def test_a_merge_that_ci_made_needs_two_commits(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The merge of a pull request names its base as first parent; that is known however little is fetched."""
    edit(root, "planer/klima.yaml", "forankring: [trygg-oppvekst]\n", "")
    commit(root, "2024-06-03")
    git(root, "checkout", "-q", "main")
    write(root, "planer/mains.yaml", PLAN.replace("Klimastrategi", "Havnestrategi"))
    commit(root, "2024-06-04")
    git(root, "checkout", "-q", "-b", "fletting")
    git(root, "merge", "-q", "--no-ff", "--no-edit", "gren")
    found = ["touched PL201 planer/klima.yaml"]
    assert told(clone(root, tmp_path_factory.mktemp("a") / "x", "--depth", "2"), "HEAD^1") == found
    one = clone(root, tmp_path_factory.mktemp("b") / "x", "--depth", "1")
    git(one, "fetch", "-q", "--depth", "1", "origin", "main:main")
    assert told(one) == found


def test_what_git_cannot_give(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A misspelt revision, an option in its place, no repository: a sentence and exit code 2."""
    for rev in ("finnes-ikke", "--all", ""):
        done = run("check", f"--base={rev}", "--date", DATE, cwd=root)
        assert done.returncode == 2
        assert f"--base {rev}: git kjenner ingen versjon som heter {rev}." in done.stderr
    with pytest.raises(UsageError, match="git kjenner ikke mappen"):
        check(fjordvik(tmp_path_factory.mktemp("uten")), DAY, base="main")


def test_a_base_that_shares_no_history(root: Path) -> None:
    """A branch with a history of its own is compared as it is."""
    git(root, "checkout", "-q", "--orphan", "ny")
    edit(root, "planer/klima.yaml", "forankring: [trygg-oppvekst]\n", "")
    commit(root, "2024-06-05")
    assert told(root) == ["touched PL201 planer/klima.yaml"]


def test_a_base_without_a_plan_system(tmp_path: Path) -> None:
    """Where there was nothing, everything is new."""
    (tmp_path / "README.md").write_text("Planer kommer.\n", encoding="utf-8")
    commit(tmp_path, "2024-06-01")
    write(fjordvik(tmp_path), "planer/gammel.yaml", OLD_FAULT)
    assert told(tmp_path, "HEAD") == ["touched PL201 planer/gammel.yaml"]


@pytest.mark.parametrize(("file", "text"), [("plansystem.yaml", "kommune: ["), ("avvik.yaml", "avvik: [")])
def test_a_base_that_could_not_be_judged(root: Path, file: str, text: str) -> None:
    """Nothing is hidden where the base cannot say what was there before, and the report says so."""
    good = root / "plans" / file
    kept = good.read_bytes() if good.exists() else None
    write(root, file, text)
    commit(root, "2024-06-02")
    good.unlink()
    if kept:
        good.write_bytes(kept)
    assert told(root, "HEAD") == ["caused PL201 planer/gammel.yaml"]
    assert f"Der kan ikke plans/{file} brukes, så alt som blir funnet nå, er med." in render(
        check(root, DAY, base="HEAD"), "text"
    )


def test_a_broken_plan_system_is_told_whoever_broke_it(root: Path) -> None:
    """Exit code 2 is never without a reason."""
    write(root, "plansystem.yaml", "kommune: [")
    commit(root, "2024-06-02")
    assert told(root, "HEAD") == [" (before) PL001 plansystem.yaml"]
    done = run("check", "--base", "HEAD", "--date", DATE, cwd=root)
    assert done.returncode == 2
    assert "plans/plansystem.yaml" in done.stdout


def known(root: Path) -> None:
    """Accept the old fault."""
    assert run("avvik", "add", "--reason", "Venter på ny samfunnsdel", "--date", DATE, cwd=root).returncode == 0


def test_what_follows_for_known_findings(root: Path) -> None:
    """A mended fault is good news and no finding; one that is no longer accepted is new, and caused by the change."""
    known(root)
    commit(root, "2024-06-02")
    assert told(root, "HEAD") == []
    edit(root, "planer/gammel.yaml", "kilder", "forankring: [trygg-oppvekst]\nkilder")
    assert told(root, "HEAD") == []
    assert check(root, DAY, base="HEAD").counts["rettet"] == 1
    git(root, "checkout", "-q", "plans")
    (root / "plans/avvik/PL201-plan-gammel.yaml").unlink()
    assert told(root, "HEAD") == ["caused PL201 planer/gammel.yaml"]


def test_known_findings_of_the_change_are_counted_as_known(root: Path) -> None:
    """In a touched file a known finding is known still; elsewhere it is no news."""
    known(root)
    commit(root, "2024-06-02")
    assert check(root, DAY, base="HEAD").counts["avvik"] == 0
    edit(root, "planer/gammel.yaml", "type:", "# en merknad\ntype:")
    report = check(root, DAY, base="HEAD")
    assert (report.findings, report.counts["avvik"]) == ((), 1)
    assert "Kjent avvik" in render(report, "text", Options(known=True))


def test_an_exception_that_a_change_elsewhere_makes_needless(root: Path) -> None:
    """PL903 follows from the change though its file is untouched."""
    edit(root, "planer/klima.yaml", "status:", "# planlint: unntak[PL404] Venter på saken\nstatus:")
    write(
        root, "planer/ny.yaml", PLAN.replace("ansvarlig", "erstatter: [klima]\nansvarlig").replace("2022-02", "2023-02")
    )
    commit(root, "2024-06-02")
    assert told(root, "HEAD") == []
    edit(root, "planer/ny.yaml", "erstatter: [klima]\n", "")
    assert "caused PL903 planer/klima.yaml" in told(root, "HEAD")


def test_an_exception_from_a_rule_about_changes(root: Path) -> None:
    """It holds in the change that it was written for, and is a nuisance only when the file is next edited."""
    edit(root, "planer/klima.yaml", "til: 2030", "til: 2034")
    assert told(root) == ["touched PL911 planer/klima.yaml"]
    edit(root, "planer/klima.yaml", "periode", "# planlint: unntak[PL911] Rettet etter vedtaket\nperiode")
    assert told(root) == []
    commit(root, "2024-06-02")
    assert [item.diagnostic.code for item in check(root, DAY).findings] == ["PL201"]
    assert told(root, "HEAD") == []
    edit(root, "planer/klima.yaml", "sammendrag: S", "sammendrag: Denne s")
    assert told(root, "HEAD") == ["touched (before) PL903 planer/klima.yaml"]


def test_a_rule_made_stricter(root: Path) -> None:
    """What was a warning and is an error now is caused by the change in plansystem.yaml."""
    system = (root / "plans/plansystem.yaml").read_text(encoding="utf-8")
    write(root, "plansystem.yaml", system + "regler: {PL201: advarsel}\n")
    commit(root, "2024-06-02")
    for severity, found in (("feil", ["caused PL201 planer/gammel.yaml"]), ("info", [])):
        write(root, "plansystem.yaml", f"{system}regler: {{PL201: {severity}}}\n")
        assert told(root, "HEAD") == found


def test_together_with_the_other_choices(root: Path) -> None:
    """Paths, --select and --since narrow and widen as they do alone."""
    edit(root, "planer/klima.yaml", "forankring: [trygg-oppvekst]\n", "")
    edit(root, "planer/gammel.yaml", "kilder", "forankring: [trygg-oppvekst]\nkilder")
    edit(root, "maal/trygg-oppvekst.yaml", "trygg oppvekst", "fin fritid")
    everything = ["touched PL911 maal/trygg-oppvekst.yaml", "touched PL201 planer/klima.yaml"]
    assert told(root) == everything
    assert told(root, only=("plans/maal",)) == everything[:1]
    assert told(root, select=("PL2",)) == everything[1:]
    assert told(root, ignore=("PL9",)) == everything[1:]
    assert told(root, select=("PL210",), since="main") == ["touched PL210 maal/trygg-oppvekst.yaml"]
    done = run("check", "--base", "main", "--date", DATE, "--select", "PL2", "plans/planer", cwd=root)
    assert done.returncode == 1
    assert done.stdout.count("planlint explain") == 1


def test_the_rules_of_change_are_silent_without_a_base(root: Path) -> None:
    """There is nothing to compare with, also when they are selected."""
    (root / "plans/planer/klima.yaml").unlink()
    assert check(root, DAY, select=("PL91",)).findings == ()


def test_what_the_change_does_is_told_when_asked_for(root: Path) -> None:
    """The comment on a pull request has it; a plain check does not pay for it."""
    edit(root, "planer/klima.yaml", "til: 2030", "til: 2034")
    assert check(root, DAY, base="main").change is None
    before = open_system(fjordvik(root / "fra"), DAY)
    after = open_system(root, DAY)
    report = report_of(after, Request(DAY, base="main", change=True), Comparison(before, after, "main"))
    assert report.change is not None
    assert "plans/planer/klima.yaml" in report.change.touched
    text = run("check", "--base", "main", "--date", DATE, "--output", "markdown", cwd=root).stdout
    assert "2034" in text


def test_what_is_renamed_is_found_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The judgement, the words of the findings and the comment all ask for it: one comparison finds it one time."""
    from planlint.change import comparison  # noqa: PLC0415 - only here

    asked: list[object] = []
    way = comparison.renames
    monkeypatch.setattr(comparison, "renames", lambda *both: asked.append(both) or way(*both))
    (root / "plans/planer/klima.yaml").rename(root / "plans/planer/klimaet.yaml")
    report = judged(root, Request(DAY, base="main", change=True)).report
    assert report.change is not None
    assert [(entry.old_id, entry.id) for entry in report.change.entries] == [("klima", "klimaet")]
    assert len(asked) == 1
