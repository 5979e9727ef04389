"""Safe fixes as suggested changes: only on lines of the change, each whole in itself, a handful at most."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import pytest
from support.gittools import commit, git
from support.helpers import PLAN, fjordvik, write

from planlint.change import touched_lines
from planlint.hosts.handed_on import HandedOn, HandedOnError, handed_on, main, read, write as hand_on
from planlint.hosts.host import Suggestion
from planlint.hosts.suggestions import MOST, as_comment, is_sound, marked, suggestions, unsaid
from planlint.text import language

DAY = date(2024, 6, 15)
NB = language("nb")
WRONG = PLAN.replace("2022-02-16", "16.2.2022")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik with a plan, committed."""
    made = fjordvik(tmp_path / "kommune")
    write(made, "planer/klima.yaml", PLAN)
    commit(made, "2024-01-01")
    git(made, "branch", "fra")
    return made


def found(root: Path, prefix: str = "", head: str = "HEAD") -> list[Suggestion]:
    """Commit what is laid out, and give what is suggested since the beginning."""
    commit(root, "2024-02-01")
    return suggestions(root, prefix, ("fra", head), DAY, NB)


def line(text: str, part: str) -> int:
    """Give the number of the first line with a text in it."""
    return 1 + next(number for number, row in enumerate(text.splitlines()) if part in row)


def test_a_dot_date_is_one_click(root: Path) -> None:
    """The line as it should be, in place of the one that the change has written, and what it is about."""
    write(root, "planer/klima.yaml", WRONG)
    (one,) = found(root)
    number = line(WRONG, "16.2.2022")
    assert (one.file, one.first, one.last) == ("plans/planer/klima.yaml", number, number)
    assert one.lines == (PLAN.splitlines()[number - 1],)
    assert one.said.startswith("planlint kan rette dette: ")
    assert "16.2.2022 → 2022-02-16 (PL006 ugyldig-verdi)" in one.said
    assert is_sound(one)


def test_lines_that_the_change_has_not_written_are_left(root: Path) -> None:
    """What was wrong before is somebody else's: nothing is suggested on a line that is not in the change."""
    write(root, "planer/klima.yaml", WRONG)
    commit(root, "2024-01-02")
    git(root, "branch", "--force", "fra")
    write(root, "planer/klima.yaml", f"# lest\n{WRONG}")
    assert found(root) == []


def test_a_guess_is_never_suggested(root: Path) -> None:
    """Two digits of a year may be another century: a person decides."""
    write(root, "planer/klima.yaml", PLAN.replace("2022-02-16", "16.2.22"))
    assert found(root) == []


def test_each_is_whole_in_itself(root: Path) -> None:
    """Two slips are two suggestions; taking one in needs not the other."""
    write(root, "planer/klima.yaml", WRONG.replace("status:", "Status:"))
    two = found(root)
    assert [one.first for one in two] == sorted(one.first for one in two)
    assert len({one.mark for one in two}) == 2
    for one in two:
        rows = WRONG.replace("status:", "Status:").splitlines()
        rows[one.first - 1 : one.last] = one.lines
        assert sum(old != new for old, new in zip(rows, PLAN.splitlines(), strict=True)) == 1


def test_never_more_than_a_handful(root: Path) -> None:
    """Fifty slips are five suggestions; the next ones come when these are in, and the first five stay the same."""
    for number in range(50):
        write(root, f"planer/plan-{number:02}.yaml", WRONG.replace("tittel: ", f"tittel: {number} "))
    first = found(root)
    assert len(first) == MOST
    write(root, "planer/plan-00.yaml", PLAN.replace("tittel: ", "tittel: 0 "))
    assert [one.mark for one in found(root)][:4] == [one.mark for one in first][1:]


def test_a_mark_follows_its_lines(root: Path) -> None:
    """Lines that move keep their mark, so that nothing is suggested twice; other lines have another."""
    write(root, "planer/klima.yaml", WRONG)
    (one,) = found(root)
    write(root, "planer/klima.yaml", f"# en ny linje\n{WRONG}")
    (moved,) = found(root)
    assert moved.first == one.first + 1
    assert moved.mark == one.mark
    assert unsaid([moved], f"noe\n{as_comment(one)}\nmer") == []
    assert unsaid([moved], "noe annet") == [moved]
    write(root, "planer/klima.yaml", WRONG.replace("16.2.2022", "17.2.2022"))
    assert found(root)[0].mark != one.mark


def test_a_file_that_the_merge_has_changed_gets_none(root: Path) -> None:
    """What is laid out is the merge: where main has written in the same file, its lines have other numbers."""
    git(root, "checkout", "-q", "-b", "forslag")
    write(root, "planer/klima.yaml", WRONG)
    head = commit(root, "2024-02-01")
    git(root, "checkout", "-q", "-")
    write(root, "planer/klima.yaml", f"# skrevet på main\n{PLAN}")
    base = commit(root, "2024-02-02")
    git(root, "merge", "-q", "--no-ff", "-m", "merge", "forslag")
    assert suggestions(root, "", (base, head), DAY, NB) == []
    git(root, "reset", "-q", "--hard", "forslag")
    assert len(suggestions(root, "", ("fra", head), DAY, NB)) == 1


def test_the_folder_of_the_plan_system_is_in_the_path(root: Path) -> None:
    """The host knows files from the top of the repository."""
    write(root, "planer/klima.yaml", WRONG)
    assert found(root, "bydel/")[0].file == "bydel/plans/planer/klima.yaml"


def test_what_cannot_be_compared_or_read_gets_none(root: Path) -> None:
    """A commit that is not here, a declaration that cannot be used, and a folder without plans are no error."""
    write(root, "planer/klima.yaml", WRONG)
    commit(root, "2024-02-01")
    assert suggestions(root, "", ("1" * 40, "HEAD"), DAY, NB) == []
    assert suggestions(root, "", ("fra", "1" * 40), DAY, NB) == []
    write(root, "plansystem.yaml", "kommune: [")
    assert found(root) == []
    assert suggestions(root.parent, "", ("fra", "HEAD"), DAY, NB) == []


@pytest.mark.parametrize("text", [WRONG.replace("\n", "\r\n"), WRONG.replace("sak: 7/22}", "sak: 7/22} # \u202e")])
def test_what_nobody_can_see_is_not_suggested(root: Path, text: str) -> None:
    """A reader takes in what is shown: signs that are hidden are in no suggestion."""
    (root / "plans/planer/klima.yaml").write_bytes(text.encode())
    assert found(root) == []


def test_touched_lines(root: Path) -> None:
    """New and changed lines by file; a file that has moved counts with what is new in it, and text is no heading."""
    text = f"{PLAN}# slutt\n"
    git(root, "mv", "plans/planer/klima.yaml", "plans/planer/klimaet.yaml")
    write(root, "planer/klimaet.yaml", text)
    write(root, "planer/æ ø.yaml", "++ b/plans/x.yaml\n@@ -1 +1,9 @@\n")
    (root / "utenfor.yaml").write_text("a: 1\n", encoding="utf-8")
    commit(root, "2024-02-01")
    rows = len(text.splitlines())
    assert touched_lines(root, "fra", "HEAD", "plans") == {
        "plans/planer/klimaet.yaml": {rows}, "plans/planer/æ ø.yaml": {1, 2}
    }  # fmt: skip


SOUND = Suggestion("plans/planer/x.yaml", 3, 4, ("a: 1",), "sagt", "ab12")


@pytest.mark.parametrize(
    "change",
    [
        {"file": "/plans/x.yaml"}, {"file": "plans/../x.yaml"}, {"file": ".github/workflows/x.yml"},
        {"file": "plans/x.sh"},
        {"file": "plans/x\n.yaml"}, {"first": 0}, {"first": 5}, {"last": 400}, {"lines": ("a\nb",)}, {"mark": "--> x"},
        {"lines": ("a",) * 11}, {"lines": ("x" * 3000,)}, {"lines": ("\u202e",)}, {"mark": ""},
    ],
    ids=str,
)  # fmt: skip
def test_a_suggestion_from_a_stranger(tmp_path: Path, change: dict[str, object]) -> None:
    """The job with the key takes only what we could have made: plan files, few lines, nothing hidden."""
    assert is_sound(SOUND)
    wrong = replace(SOUND, **change)  # type: ignore[arg-type] # fields by name
    assert not is_sound(wrong)
    hand_on(tmp_path, HandedOn("x", "nb", quiet=False, site=False, suggestions=(wrong,)))
    with pytest.raises(HandedOnError):
        read(tmp_path)


@pytest.mark.parametrize("more", [{"first": "1"}, {"lines": "a"}, {"lines": [1]}, {"x": 1}, {"said": "x" * 5000}])
def test_a_suggestion_of_another_shape(tmp_path: Path, more: dict[str, object]) -> None:
    """Each field has its kind, and there are no others."""
    handed = json.loads(json.dumps(asdict(HandedOn("x", "nb", quiet=False, site=False, suggestions=(SOUND,)))))
    (tmp_path / "svar.json").write_text(json.dumps(handed), encoding="utf-8")
    assert read(tmp_path).suggestions == (SOUND,)
    handed["suggestions"][0] |= more
    (tmp_path / "svar.json").write_text(json.dumps(handed), encoding="utf-8")
    with pytest.raises(HandedOnError):
        read(tmp_path)


def test_more_than_a_handful_is_not_taken(tmp_path: Path) -> None:
    """A stranger's file cannot fill a pull request."""
    hand_on(tmp_path, HandedOn("x", "nb", quiet=False, site=False, suggestions=(SOUND,) * (MOST + 1)))
    with pytest.raises(HandedOnError):
        read(tmp_path)


def step(root: Path, **more: str) -> dict[str, str]:
    """Give the variables of the step that hands on."""
    report = root.parent / "rapport.md"
    report.write_text("## Hei\n", encoding="utf-8")
    env = {"REPORT": str(report), "ROOT": str(root), "BASE": "fra", "DATE": DAY.isoformat()}
    return {**env, "HANDED_ON": str(root.parent / "svar"), **more}


def test_what_is_handed_on(root: Path) -> None:
    """The report, how it went, and the suggestions; who changes something else is to be left alone."""
    (root / "LESMEG.md").write_text("Hei\n", encoding="utf-8")
    commit(root, "2024-02-01")
    assert handed_on(step(root)) == HandedOn("## Hei\n", "nb", quiet=True, site=False)
    assert not handed_on(step(root, CODE="1")).quiet
    assert not handed_on(step(root, BASE="1" * 40)).quiet
    assert not handed_on(step(root, BASE="")).quiet
    write(root, "planer/klima.yaml", WRONG)
    commit(root, "2024-02-02")
    made = handed_on(step(root, CODE="1", SITE="true"))
    assert (made.quiet, made.site, made.passed, len(made.suggestions)) == (False, True, False, 1)
    assert handed_on(step(root, CODE="2")).suggestions == ()
    assert main(step(root, CODE="1")) == 0
    assert marked(read(root.parent / "svar").suggestions[0]) == marked(made.suggestions[0])


def test_without_a_report_nothing_is_handed_on(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A step that has been left out is told by name, and no half answer is written."""
    assert main(step(root, REPORT=str(root / "ingen.md"))) == 1
    assert "ingen.md" in capsys.readouterr().err
    assert not (root.parent / "svar").exists()


def test_a_check_that_could_not_be_made_is_told(root: Path) -> None:
    """Exit code 2 may leave no report; then the answer leads to the log, so that no old comment stands."""
    made = handed_on(step(root, REPORT=str(root / "ingen.md"), CODE="2"))
    assert "Plansystemet kunne ikke kontrolleres. Loggen i kjøringen sier hva som må rettes." in made.report
    assert not made.quiet
    assert not made.passed
