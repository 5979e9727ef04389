"""Known findings in git: whoever mends one, or accepts one, never meets another who does, and is told it is good."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from support.gittools import commit, git
from support.helpers import DATE, PLAN, check, fjordvik, run, write

DAY = date.fromisoformat(DATE)
UNANCHORED = PLAN.replace("forankring: [trygg-oppvekst]\n", "")
NAMES = ("alfa", "beta", "gamma")


def plan(root: Path, name: str, text: str = UNANCHORED) -> None:
    """Write a plan with a title of its own."""
    write(root, f"planer/{name}.yaml", text.replace("Klimastrategi", f"Strategi for {name}"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with three known findings, neighbours by name."""
    fjordvik(tmp_path)
    for name in NAMES:
        plan(tmp_path, name)
    add(tmp_path)
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "2024-06-01")
    return tmp_path


def add(root: Path, day: str = DATE, *more: str) -> None:
    """Accept what is found."""
    done = run("avvik", "add", "--reason", "Ikke dokumentert", "--date", day, *more, cwd=root)
    assert done.returncode == 0, done.stderr


def prune(root: Path, day: str) -> None:
    """Take out what is mended."""
    assert run("avvik", "prune", "--date", day, cwd=root).returncode == 0


def known(root: Path) -> list[str]:
    """Give what is accepted, by what it is about."""
    return sorted(item.diagnostic.entity for item in check(root, DAY).known)


def branch(root: Path, name: str) -> None:
    """Begin a branch where main is."""
    git(root, "checkout", "-q", "-b", name, "main")


def merge(root: Path, *branches: str) -> None:
    """Merge branches into main, one after the other; a conflict fails the test."""
    git(root, "checkout", "-q", "-B", "samlet", "main")
    for name in branches:
        git(root, "merge", "-q", "--no-edit", name)


@pytest.mark.parametrize("pair", [*permutations(NAMES, 2)], ids="-".join)
def test_two_that_mend_one_each_merge(root: Path, pair: tuple[str, str]) -> None:
    """Neighbours or not, whatever the days, whoever is first: no conflict, and the third is known still."""
    for number, name in enumerate(pair):
        branch(root, name)
        plan(root, name, PLAN)
        prune(root, f"2024-07-{number + 10}")
        commit(root, f"2024-07-{number + 10}")
    merge(root, *pair)
    assert known(root) == [f"plan/{name}" for name in NAMES if name not in pair]
    assert not [item for item in check(root, DAY).findings if item.diagnostic.code != "PL311"]


@pytest.mark.parametrize("first", ["en", "to"])
def test_two_that_accept_one_each_merge(root: Path, first: str) -> None:
    """Also when the two would stand beside each other."""
    for number, name in enumerate(("en", "to")):
        branch(root, name)
        plan(root, f"delta-{name}")
        add(root, f"2024-07-{number + 10}", "--until", f"2025-0{number + 1}-01")
        commit(root, f"2024-07-{number + 10}")
    merge(root, first, "to" if first == "en" else "en")
    assert known(root) == [f"plan/{name}" for name in (NAMES[0], NAMES[1], "delta-en", "delta-to", NAMES[2])]


@pytest.mark.parametrize("first", ["en", "to"])
def test_one_that_mends_and_one_that_accepts_merge(root: Path, first: str) -> None:
    """A file that goes is never taken for one that got a new name."""
    branch(root, "en")
    plan(root, "alfa", PLAN)
    plan(root, "ny")
    prune(root, "2024-07-10")
    add(root, "2024-07-10")
    commit(root, "2024-07-10")
    branch(root, "to")
    plan(root, "beta", PLAN)
    plan(root, "nyere")
    prune(root, "2024-07-11")
    add(root, "2024-07-11")
    commit(root, "2024-07-11")
    merge(root, first, "to" if first == "en" else "en")
    assert known(root) == ["plan/gamma", "plan/ny", "plan/nyere"]


@pytest.mark.parametrize("pruned", [True, False])
def test_a_mended_finding_is_good_news_in_a_change(root: Path, *, pruned: bool) -> None:
    """No warning to whoever mended it, whether or not the file is taken out too; one line says it; exit code 0."""
    plan(root, "alfa", PLAN)
    if pruned:
        prune(root, DATE)
    report = check(root, DAY, base="HEAD")
    assert (report.findings, report.counts["rettet"], report.counts["bortfalt"]) == ((), 1, 0)
    done = run("check", "--base", "HEAD", "--fail-on", "info", "--date", DATE, "--output", "markdown", cwd=root)
    assert done.returncode == 0
    assert done.stdout.count("1 kjent avvik er rettet") == 1
    text = run("check", "--base", "HEAD", "--date", DATE, cwd=root).stdout
    assert "\n1 kjent avvik er rettet.\n" in text
    assert "PL905" not in done.stdout + text
    assert run("diff", "HEAD", "--date", DATE, cwd=root).stdout.count("1 kjent avvik er rettet") == 1


def test_on_main_what_is_mended_is_to_be_cleared(root: Path) -> None:
    """Without a base the list itself is looked at: PL905 asks for prune."""
    plan(root, "alfa", PLAN)
    assert [item.diagnostic.code for item in check(root, DAY, ignore=("PL311",)).findings] == ["PL905"]


def test_what_only_has_nothing_to_be_about_is_not_called_mended(root: Path) -> None:
    """A file that is deleted, and a rule that is turned off, put nothing right."""
    plan(
        root,
        "delta",
        UNANCHORED.replace("status: vedtatt", "status: under_arbeid").replace("hva: vedtatt", "hva: oppstart"),
    )
    add(root)
    commit(root, "2024-06-02")
    (root / "plans/planer/delta.yaml").unlink()
    report = check(root, DAY, base="HEAD")
    assert (report.findings, report.counts["rettet"], report.counts["bortfalt"] > 0) == ((), 0, True)
    git(root, "checkout", "-q", "plans")
    settings = root / "plans/plansystem.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\nregler: {PL201: av}\n", encoding="utf-8")
    report = check(root, DAY, base="HEAD")
    assert (report.counts["rettet"], report.counts["bortfalt"]) == (0, 3)
    assert (
        "3 kjente avvik blir ikke meldt lenger. De regnes ikke som rettet, fordi oppsettet i plansystem.yaml er "
        "endret." in run("check", "--base", "HEAD", "--date", DATE, cwd=root).stdout
    )


def test_what_a_new_fault_hides_is_not_called_mended(root: Path) -> None:
    """A status that is taken away leaves the plan with another fault: nobody can tell."""
    plan(root, "alfa", UNANCHORED.replace("status: vedtatt\n", ""))
    assert check(root, DAY, base="HEAD").counts["rettet"] == 0
    plan(root, "alfa", UNANCHORED.replace("type: strategi", "type: [strategi"))
    assert check(root, DAY, base="HEAD").counts["rettet"] == 0


def test_it_follows_a_plan_to_its_new_name(root: Path) -> None:
    """The file is renamed by hand, and says what it was called: known still, nothing stale, nothing mended."""
    (root / "plans/planer/alfa.yaml").rename(root / "plans/planer/omega.yaml")
    file = root / "plans/planer/omega.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "tidligere_id: [eldst, alfa]\n", encoding="utf-8")
    assert "plan/omega" in known(root)
    assert [item.diagnostic.code for item in check(root, DAY, ignore=("PL311",)).findings] == []
    report = check(root, DAY, base="HEAD")
    assert (report.findings, report.counts["rettet"], report.counts["bortfalt"]) == ((), 0, 0)
    plan(root, "omega", PLAN + "tidligere_id: [eldst, alfa]\n")
    (stale,) = check(root, DAY, ignore=("PL311",)).findings
    assert (stale.diagnostic.code, stale.diagnostic.finding.variant) == ("PL905", "")


def test_it_follows_several_that_are_renamed_one_after_the_other(root: Path) -> None:
    """One was renamed before it was accepted, another after: each is known by the name it had then."""
    (root / "plans/planer/alfa.yaml").rename(root / "plans/planer/omega.yaml")
    plan(root, "omega", UNANCHORED.replace("Klimastrategi", "Strategi for alfa") + "tidligere_id: [alfa]\n")
    plan(root, "delta", UNANCHORED + "tidligere_id: [for-delta]\n")
    add(root)
    assert known(root) == ["plan/beta", "plan/delta", "plan/gamma", "plan/omega"]
    (root / "plans/planer/delta.yaml").unlink()
    plan(root, "sigma", UNANCHORED.replace("Klimastrategi", "Noe annet") + "tidligere_id: [for-delta, delta]\n")
    assert known(root) == ["plan/beta", "plan/gamma", "plan/omega", "plan/sigma"]


def test_a_last_day_that_is_put_off_is_milder(root: Path) -> None:
    """The reviewer sees from when to when, and for how many; so does whoever reads the JSON."""
    for path in sorted((root / "plans/avvik").iterdir())[:2]:
        path.write_text(path.read_text(encoding="utf-8") + "til: 2024-12-31\n", encoding="utf-8")
    commit(root, "2024-06-03")
    for path in sorted((root / "plans/avvik").iterdir())[:2]:
        path.write_text(path.read_text(encoding="utf-8").replace("2024-12-31", "2036-12-31"), encoding="utf-8")
    told = run("diff", "HEAD", "--date", DATE, cwd=root).stdout
    milder = told.partition("Kjente avvik som er godtatt for lengre tid")[2]
    assert "Siste dag 31.12.2024 → 31.12.2036: «" in milder
    assert '"longer": [\n' in run("diff", "HEAD", "--date", DATE, "--output", "json", cwd=root).stdout


def test_what_was_accepted_before_is_not_said_to_be_accepted_now(root: Path) -> None:
    """A change that brings back what a reason is waiting for, says that the reason was there, and hides nothing."""
    plan(root, "alfa", PLAN)
    write(root, "planer/delta.yaml", PLAN.replace("Klimastrategi", "Delta") + "# planlint: unntak[PL201] Venter\n")
    commit(root, "2024-06-02")
    plan(root, "alfa")
    text = UNANCHORED.replace("Klimastrategi", "Delta").replace("type:", "# planlint: unntak[PL201] Venter\ntype:")
    write(root, "planer/delta.yaml", text)
    comment = run("check", "--base", "HEAD", "--date", DATE, "--output", "markdown", cwd=root).stdout
    assert "## Kontrollen er bestått. Endringen fører til 2 feil, som er godtatt fra før\n" in comment
    told = comment.partition("### Kommer med endringen, og er godtatt fra før")[2].partition("##")[0]
    assert "- **Strategi for alfa for Fjordvik**: feil PL201" in told
    assert "- **Delta for Fjordvik**: feil PL201" in told
    assert "Godtatt i denne endringen" not in comment


def test_what_is_left_behind_at_a_new_name_is_told(root: Path) -> None:
    """A plan that nobody has adopted gets another file name: what is accepted waits for the old name to be written."""
    write(root, "planer/eta.yaml", UNANCHORED.replace("vedtatt", "igangsatt").replace("Klimastrategi", "Eta"))
    add(root)
    commit(root, "2024-06-02")
    (root / "plans/planer/eta.yaml").rename(root / "plans/planer/theta.yaml")
    asked = ("check", "--base", "HEAD", "--date", DATE, "--output", "markdown")
    comment = run(*asked, cwd=root).stdout
    assert "funn var godtatt da filen het noe annet. Skriv det gamle navnet i filen" in comment
    assert "Endringen har slettet" not in comment
    text = (root / "plans/planer/theta.yaml").read_text(encoding="utf-8")
    (root / "plans/planer/theta.yaml").write_text(text + "tidligere_id: [eta]\n", encoding="utf-8")
    assert "Endringen gir ingen nye funn." in run(*asked, cwd=root).stdout


def comment_on(root: Path) -> str:
    """Give the comment on what is changed since the last commit."""
    return run("check", "--base", "HEAD", "--date", DATE, "--output", "markdown", cwd=root).stdout


def test_a_rule_that_is_switched_off_mends_nothing(root: Path) -> None:
    """What it would still tell of is named as not put right, apart from what is gone for other reasons."""
    system = root / "plans/plansystem.yaml"
    system.write_text(system.read_text(encoding="utf-8") + "regler: {PL201: {alvor: av}}\n", encoding="utf-8")
    told = comment_on(root)
    assert (
        "Regelen PL201 uforankret-plan er slått av. 3 kjente avvik fra den blir derfor ikke kontrollert, og er ikke "
        "rettet: «Strategi for alfa for Fjordvik», «Strategi for beta for Fjordvik»"
    ) in told
    assert "finner ikke lenger" not in told


def test_why_what_was_accepted_is_told_again(root: Path) -> None:
    """Known findings that are deleted are told as deleted; where a reason is gone in other ways, nothing is guessed."""
    for path in (root / "plans/avvik").iterdir():
        path.unlink()
    assert "Endringen har slettet avvikene, så funnene blir meldt igjen." in comment_on(root)
    git(root, "checkout", "-q", "--", ".")
    excused = UNANCHORED.replace("type:", "# planlint: unntak[PL201] Venter\ntype:")
    plan(root, "delta", excused)
    commit(root, "2024-06-02")
    plan(root, "delta")
    assert "Endringen har slettet eller endret den, så funnet blir meldt igjen." in comment_on(root)


@pytest.mark.parametrize(
    ("comment", "told"),
    [("Venter", "Unntaket står i filen, uten siste dag"),
     ("Venter til 2026-01-31", "Unntaket står i filen, og gjelder til og med 31.1.2026")],
)  # fmt: skip
def test_where_something_is_accepted_and_until_when(root: Path, comment: str, told: str) -> None:
    """The reviewer sees that the reason stands in the file, and whether it ever runs out."""
    plan(root, "delta", UNANCHORED.replace("type:", f"# planlint: unntak[PL201] {comment}\ntype:"))
    text = comment_on(root)
    assert "## Kontrollen er bestått, men 1 feil er godtatt i endringen uten å være rettet\n" in text
    assert f"  - {told}\n" in text


def test_a_known_finding_of_a_change_that_has_no_end(root: Path) -> None:
    """A new known finding without a last day says so, and is counted among what the change does."""
    plan(root, "delta")
    commit(root, "2024-06-02")
    add(root)
    text = comment_on(root)
    assert "  - Godtatt uten siste dag\n" in text
    assert "Nye: 1 kjent avvik." in text


def test_what_is_accepted_for_longer_is_told_as_that(root: Path) -> None:
    """Nothing else is asked for less: the heading says what has become longer."""
    for path in sorted((root / "plans/avvik").iterdir())[:2]:
        path.write_text(path.read_text(encoding="utf-8") + "til: 2024-12-31\n", encoding="utf-8")
    commit(root, "2024-06-03")
    for path in sorted((root / "plans/avvik").iterdir())[:2]:
        path.write_text(path.read_text(encoding="utf-8").replace("2024-12-31", "2025-03-31"), encoding="utf-8")
    assert "## Kontrollen er bestått, men 2 kjente avvik er godtatt for lengre tid\n" in comment_on(root)


def test_a_goal_with_another_file_name_is_one_finding(root: Path) -> None:
    """The error that breaks the references says all; no warning beside it asks for the same."""
    (goal,) = (root / "plans").rglob("trygg-oppvekst.yaml")
    goal.rename(goal.with_name("trygge-barn.yaml"))
    found = [item.diagnostic.code for item in check(root, DAY, base="HEAD", change=True).findings]
    assert "PL102" in found
    assert "PL911" not in found


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{neste: 2023}", "{neste: 2028}", (0, 1)),
        ("{neste: 2023}", "{neste: 2028, kilde: planoversikt-2021}", (1, 0)),
        ("revisjon: {neste: 2023}\n", "", (0, 1)),
        (
            "hendelser:\n",
            "hendelser:\n  - {hva: revidert, dato: 2024-02-14, organ: kommunestyret, sak: 5/24}\n",
            (1, 0),
        ),
        ("kilder: [{kilde: plandokument}", "kilder: [{kilde: plandokument}, {kilde: aarsmelding-2023}", (0, 0)),
    ],
)
def test_a_deadline_that_is_moved_is_not_put_right(tmp_path: Path, old: str, new: str, told: tuple[int, int]) -> None:
    """Another day without a decision or a source leaves the question where it was: nobody is praised for it."""
    fjordvik(tmp_path)
    late = f"{PLAN}revisjon: {{neste: 2023}}\n"
    write(tmp_path, "planer/klima.yaml", late)
    add(tmp_path)
    commit(tmp_path, "2024-06-02")
    assert old in late
    write(tmp_path, "planer/klima.yaml", late.replace(old, new))
    report = check(tmp_path, DAY, base="HEAD", select=("PL302",))
    assert (report.counts["rettet"], report.counts["bortfalt"]) == told


def test_a_deadline_of_a_measure_that_is_moved(tmp_path: Path) -> None:
    """The same of a measure, which no event tells of; its answer says so first."""
    fjordvik(tmp_path)
    measure = "tittel: Bygge bro\nmål: [trygg-oppvekst]\nstatus: pågår\nfrist: 2023\nkilder: [{kilde: plandokument}]\n"
    write(tmp_path, "tiltak/bro.yaml", measure)
    add(tmp_path)
    commit(tmp_path, "2024-06-02")
    write(tmp_path, "tiltak/bro.yaml", measure.replace("2023", "2027"))
    text = run("check", "--base", "HEAD", "--date", DATE, "--output", "markdown", cwd=tmp_path).stdout
    assert "## Kontrollen er bestått, men 1 kjent avvik er borte fordi fristen er endret" in text
    assert "fordi fristen er endret, og registeret ikke viser et vedtak eller en kilde for det" in text
