"""form.yml: an issue becomes a branch and a pull request; its `run` lines are run in scratch clones, as by a runner."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.fakegithub import REPOSITORY
from support.formrepository import MARK, Repository
from support.gittools import commit, git
from support.helpers import DATE, PLAN, run, write
from support.issueform import FILLED, NAMES, body
from support.runner import orders


@pytest.fixture
def fjord(tmp_path: Path) -> Iterator[Repository]:
    """Fjordvik's repository."""
    made = Repository(tmp_path)
    yield made
    made.github.close()


def filled(fjord: Repository, name: str, **more: str) -> str:
    """Give the body of a form that is filled in as it should be."""
    return body(fjord.origin, name, **{**FILLED[name], **more})


@pytest.mark.parametrize("name", NAMES)
def test_a_form_becomes_a_pull_request_that_passes_the_check(fjord: Repository, name: str) -> None:
    """One commit by the bot on a branch of its own, with valid files; main is as it was; the issue gets its answer."""
    main = git(fjord.origin, "rev-parse", "main")
    assert fjord.issue(filled(fjord, name)) == ["les", "svar"]
    assert git(fjord.origin, "rev-parse", "main") == main
    clone = fjord.branch()
    assert git(clone, "rev-parse", "HEAD~1") == main
    assert git(clone, "log", "-1", "--format=%an <%ae>").startswith("github-actions[bot] <41898282+")
    changed = git(clone, "diff", "--name-only", "HEAD~1").splitlines()
    assert changed
    kind = "innspill" if name == "innspill" else "planer"
    assert all(path.startswith(f"plans/{kind}/") for path in changed)
    done = run("check", "--date", DATE, cwd=clone)
    assert done.returncode == 0, done.stdout
    (pull,) = fjord.github.pulls
    assert (pull["head"], pull["base"]) == ("skjema/12", "main")
    assert git(clone, "log", "-1", "--format=%s") == pull["title"]
    assert "Closes #12" in pull["body"]
    assert f"- `{changed[0]}`" in pull["body"]
    assert fjord.answer.endswith(f"Forslaget er #{pull['number']}.")
    assert fjord.github.written == [("POST", "pulls"), ("POST", "issues/12/comments")]


def test_an_edited_form_updates_what_is_there(fjord: Repository) -> None:
    """The same branch, pull request and comment; the branch holds the new answer alone."""
    fjord.issue(filled(fjord, "vedtak-fattet", Saksnummer="45/24"))
    assert fjord.issue(filled(fjord, "vedtak-fattet", Saksnummer="46/24"), "edited") == ["les", "svar"]
    clone = fjord.branch()
    assert git(clone, "rev-parse", "HEAD~1") == git(clone, "rev-parse", "origin/main")
    text = (clone / "plans/planer/klima.yaml").read_text(encoding="utf-8")
    assert "sak: 46/24" in text
    assert "sak: 45/24" not in text
    (pull,) = fjord.github.pulls
    assert "sak 46/24" in pull["body"]
    assert fjord.answer.endswith(f"Forslaget er #{pull['number']}.")


def test_wrong_input_is_answered_and_mended(fjord: Repository) -> None:
    """Nothing is made of a form that cannot be used; when it is edited, the same comment tells that it was used."""
    assert fjord.issue(filled(fjord, "vedtak-fattet", Plan="klimaks", Dato="31.2.2024")) == ["les", "svar"]
    assert fjord.branches == ["main"]
    assert fjord.github.pulls == []
    assert "Mente du «Klimastrategi for Fjordvik» (klima)?" in fjord.answer
    assert "har en dag som ikke finnes: «31.2.2024»" in fjord.answer
    fjord.issue(filled(fjord, "vedtak-fattet"), "edited")
    assert fjord.answer.startswith(f"{MARK}\nplanlint har laget et forslag av skjemaet.")
    assert fjord.branches == ["main", "skjema/12"]


def test_a_form_that_is_spoilt_later_leaves_the_proposal(fjord: Repository) -> None:
    """The answer tells what is wrong; what was proposed stands."""
    fjord.issue(filled(fjord, "vedtak-fattet"))
    before = git(fjord.origin, "rev-parse", "skjema/12")
    fjord.issue(filled(fjord, "vedtak-fattet", Dato="i går"), "edited")
    assert git(fjord.origin, "rev-parse", "skjema/12") == before
    assert "har ikke en dato som kan leses: «i går»" in fjord.answer


def test_somebodys_own_work_is_never_written_over(fjord: Repository) -> None:
    """When a person has added to the branch, the form is not used again, and the answer says why."""
    fjord.issue(filled(fjord, "vedtak-fattet"))
    clone = fjord.branch()
    write(clone, "planer/klima.yaml", PLAN.replace("Strategien viser", "Planen viser"))
    own = commit(clone, "2024-06-16", "Bedre sammendrag")
    git(clone, "push", "-q", "origin", "HEAD")
    assert fjord.issue(filled(fjord, "vedtak-fattet", Saksnummer="46/24"), "edited") == ["les", "svar"]
    assert git(fjord.origin, "rev-parse", "skjema/12") == own
    assert "Noen har arbeidet videre på grenen skjema/12." in fjord.answer


def test_a_comment_of_somebody_else_is_not_ours(fjord: Repository) -> None:
    """Whoever copies the mark keeps their comment, and gets no say."""
    theirs = {"id": 7, "body": f"{MARK}\nHei", "user": {"login": "kari", "type": "User"}}
    fjord.github.comments.append(theirs)
    fjord.issue(filled(fjord, "plan-oppheves"))
    assert theirs in fjord.github.comments
    assert "Forslaget er" in fjord.answer


def test_where_workflows_may_open_no_pull_request(fjord: Repository) -> None:
    """The branch is there, and the answer leads to the page where a person opens it."""
    fjord.github.closed = True
    assert fjord.issue(filled(fjord, "plan-oppheves")) == ["les", "svar"]
    assert "skjema/12" in fjord.branches
    assert fjord.answer.endswith(
        f"Åpne det selv: https://github.example/{REPOSITORY}/compare/main...skjema/12?expand=1"
    )


@pytest.mark.parametrize("association", ["NONE", "CONTRIBUTOR", "FIRST_TIMER"])
def test_a_stranger_waits_for_a_person(fjord: Repository, association: str) -> None:
    """Nothing of a stranger's text is read until somebody sets the label; nor are their edits after that."""
    fjord.association = association
    text = filled(fjord, "vedtak-fattet")
    assert fjord.issue(text) == ["vent"]
    assert "sett merkelappen «godkjent skjema»" in fjord.github.comments[0]["body"]
    assert fjord.issue(text, "edited") == []
    assert fjord.issue(text, "labeled", label={"name": "planskjema"}) == []
    assert fjord.branches == ["main"]
    assert fjord.issue(text, "labeled", label={"name": "godkjent skjema"}) == ["les", "svar"]
    assert fjord.branches == ["main", "skjema/12"]
    assert fjord.issue(filled(fjord, "vedtak-fattet", Saksnummer="99/24"), "edited") == []


def test_other_issues_are_left_alone(fjord: Repository) -> None:
    """What is no form, and what is closed, starts nothing."""
    assert fjord.issue("Når kommer planen?") == []
    text = filled(fjord, "plan-oppheves")
    assert fjord.issue(text, "edited", issue={"state": "closed", "body": text, "author_association": "OWNER"}) == []


HOSTILE = {
    "commands": "### Skjema\n\nNy plan\n::add-mask::x\n##[error]x\n::set-output name=code::0\n",
    "shell": "### Skjema\n\nNy plan\n$(touch eid) `touch eid`\n",
    "shown": "### Skjema\n\nNy plan\n\n### ::error::x\n\nx\n\n### Tittel\n\nx\n\n### ##[error]x\n\nx\n",
    "output": "### Skjema\n\nNy plan\n\n### Tittel\n\nx\ncode=0\nchange=ZGlmZg==\n",
    "quotes": '### Skjema\n\nNy plan\n\'; touch eid; echo "\n"; touch eid; #\nEOF\nEND\n',
    "huge": "### Skjema\n\nNy plan\n" + "x" * 65_000,
    "hidden": "### Skjema\n\nNy plan\n\0\u202e",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_body_does_nothing(fjord: Repository, case: str) -> None:
    """No command to shell or runner, no branch, no pull request: only an answer."""
    assert fjord.issue(HOSTILE[case]) == ["les", "svar"]
    assert fjord.branches == ["main"]
    assert fjord.github.pulls == []
    assert "planlint kan ikke bruke skjemaet ennå." in fjord.answer
    assert not list(fjord.tmp.rglob("eid"))
    assert orders(fjord.log) == []


@pytest.mark.parametrize("program", ["exit 3", "echo 'Traceback' >&2; exit 1", "exit 2"])
def test_when_planlint_itself_breaks(fjord: Repository, program: str) -> None:
    """The planner is told that it was not their doing; a crash is red for whoever looks after it."""
    fjord.program = program
    assert fjord.issue(filled(fjord, "plan-oppheves")) == ["les", "svar" if program == "exit 2" else "svar failed"]
    assert "det er ikke du som har gjort noe galt" in fjord.answer
    assert fjord.branches == ["main"]


def test_only_plan_files_are_taken_from_the_job_that_read(fjord: Repository) -> None:
    """Were that job to be fooled, the job that writes would still touch nothing else."""
    fjord.program = """
    mkdir -p "$RUNNER_TEMP/svar" plans/planer .github/workflows
    echo 'tittel: x' > plans/planer/x.yaml; echo 'x' > plans/planer/x.sh; echo 'x' > .github/workflows/form.yml
    cd "$RUNNER_TEMP/svar"; printf x | tee svar.md tittel.txt > tekst.md; cd - > /dev/null; git add --all
    """
    assert fjord.issue(filled(fjord, "plan-oppheves")) == ["les", "svar"]
    clone = fjord.branch()
    assert git(clone, "diff", "--name-only", "HEAD~1").splitlines() == ["plans/planer/x.yaml"]
