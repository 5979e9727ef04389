"""Forms on GitLab: a template with headings, filled in in an issue, becomes a merge request and one answer there."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from support import stands
from support.gittools import commit, git
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.cli.form import command
from planlint.forms import FormError, form_files, propose
from planlint.hosts import gitlab_form
from planlint.system import System, open_system

TEMPLATES = ".gitlab/issue_templates"
PERSON, STRANGER = 18, 99
FILLED = {
    "Plan": "klima", "Dato": "18. mars 2024", "Organ": "kommunestyret", "Saksnummer": "PS 12/24",
    "Lenke": "", "Planer under denne": "x",
}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik with a plan, and its templates, in a repository that came from another."""
    origin = fjordvik(tmp_path / "opphav")
    write(origin, "planer/klima.yaml", PLAN)
    assert CliRunner().invoke(command, ["--write", "--host", "gitlab", "--root", str(origin)]).exit_code == 0
    commit(origin, "2024-01-01")
    here = tmp_path / "her"
    git(tmp_path, "clone", "-q", f"file://{origin}", str(here))
    return here


def filled(root: Path, name: str = "plan-oppheves", **answers: str) -> str:
    """Give a template as somebody has filled it in: under each heading, with the remarks left where they are."""
    text = (root / TEMPLATES / f"{name}.md").read_text(encoding="utf-8")
    head, *rest = text.partition("\n/label")[0].split("### ")
    told = {**FILLED, **{key.replace("_", " "): value for key, value in answers.items()}}
    rows = [f"{one.rstrip()}\n\n{told.get(one.partition(chr(10))[0], '')}\n\n" for one in rest]
    return "### ".join([head, *rows]).replace("- [ ]", "- [x]").replace("\n\nx\n", "\n\n")


def system(root: Path) -> System:
    """Give the plan system."""
    return open_system(root, date.fromisoformat(DATE))


def test_a_template_that_is_filled_in_is_read(root: Path) -> None:
    """Headings, remarks and boxes: what stands under each heading is the answer, and no remark is one."""
    given = propose(system(root), filled(root)).given
    assert (given.form.name, getattr(given.plan, "id", ""), str(given.dato)) == ("plan-oppheves", "klima", "2024-03-18")
    assert (given.sak, given.lenke) == ("PS 12/24", "")


def test_every_template_is_its_form(root: Path) -> None:
    """All that a person fills in is there; one that is left empty is refused field by field, not as no form."""
    names = sorted(file.stem for file in (root / TEMPLATES).iterdir())
    plansystem = system(root).loaded.plansystem
    assert plansystem is not None
    on_github = {name.partition(".")[0] for name in form_files(plansystem)}
    assert set(names) == on_github - {"endring"}  # which the site fills in
    for name in names:
        text = (root / TEMPLATES / f"{name}.md").read_text(encoding="utf-8")
        assert text.endswith("/label ~planskjema\n")
        with pytest.raises(FormError) as error:
            propose(system(root), text.partition("\n/label")[0])
        assert "ikke et utfylt skjema" not in str(error.value)


def test_the_templates_are_kept_as_the_plan_system_is(root: Path) -> None:
    """`form --check` says which are not as plansystem.yaml says, and how they are written."""
    assert run("form", "--check", "--host", "gitlab", cwd=root).returncode == 0
    (root / TEMPLATES / "ny-plan.md").write_text("x", encoding="utf-8")
    done = run("form", "--check", "--host", "gitlab", cwd=root)
    assert done.returncode == 1
    assert f"{TEMPLATES}/ny-plan.md stemmer ikke. Kjør «planlint form --write --host gitlab»." in done.stdout


def test_a_new_plan_system_on_gitlab_has_them(tmp_path: Path) -> None:
    """`init --host gitlab` writes the templates where GitLab reads them, and none of GitHub's."""
    more = ("--name", "Fjordvik", "--number", "9999", "--host", "gitlab")
    assert run("init", "ny", *more, cwd=tmp_path).returncode == 0
    assert (tmp_path / "ny" / TEMPLATES / "vedtak-fattet.md").exists()
    assert not (tmp_path / "ny/.github/ISSUE_TEMPLATE").exists()


class Pipeline:
    """A pipeline on main that is about an issue."""

    def __init__(self, root: Path, tmp_path: Path) -> None:
        """Stand on GitLab, with one issue."""
        self.stand, self.root, self.payload = stands.gitlab(), root, tmp_path / "payload.json"
        self.server = self.stand.server
        self.issue: dict[str, Any] = {
            "iid": 7,
            "state": "opened",
            "author": {"id": PERSON},
            "description": filled(root),
        }
        self.server.issues.append(self.issue)
        self.payload.write_text(json.dumps({"object_kind": "issue", "object_attributes": {"iid": 7}}), encoding="utf-8")

    def run(self, **more: str) -> int:
        """Check main out anew, and run the job; give its exit code."""
        git(self.root, "checkout", "-q", "-f", "main")
        git(self.root, "reset", "-q", "--hard", "origin/main")
        git(self.root, "clean", "-fdq")
        env = {
            "PATH": "/usr/bin:/bin", "HOME": str(self.root.parent), "CI_COMMIT_BRANCH": "main", "DATE": DATE,
            "CI_SERVER_URL": "https://gitlab.example", "ROOT": str(self.root), "TRIGGER_PAYLOAD": str(self.payload),
        }  # fmt: skip
        return gitlab_form.main({**env, **self.stand.env, **more})

    @property
    def answers(self) -> list[str]:
        """Give what is said in the issue."""
        return [note["body"] for note in self.server.notes]


@pytest.fixture
def pipeline(root: Path, tmp_path: Path) -> Iterator[Pipeline]:
    """Give a pipeline, and close its server."""
    made = Pipeline(root, tmp_path)
    yield made
    made.server.close()


def test_a_form_becomes_a_merge_request(pipeline: Pipeline, capfd: pytest.CaptureFixture[str]) -> None:
    """A branch of its own, one merge request, one answer; none is new the next time, and an edit brings both up."""
    assert pipeline.run() == 0, capfd.readouterr()
    (pull,) = pipeline.server.pulls
    assert (pull["source_branch"], pull["target_branch"]) == ("skjema/7", "main")
    changed = git(pipeline.root, "show", "--format=%an <%ae>", "--name-only", "HEAD").split("\n")
    assert changed == ["planlint <planlint@noreply.invalid>", "", "plans/planer/klima.yaml"]
    (answer,) = pipeline.answers
    assert answer.startswith("<!-- planlint-skjema -->\n")
    assert answer.endswith(f"Forslaget er !{pull['iid']}.")
    assert pipeline.run() == 0
    assert len(pipeline.server.pulls) == len(pipeline.answers) == 1
    pipeline.issue["description"] = filled(pipeline.root, Saksnummer="PS 13/24")
    assert pipeline.run() == 0
    assert "PS 13/24" in git(pipeline.root, "show", "HEAD")
    assert len(pipeline.server.pulls) == len(pipeline.answers) == 1


def test_what_is_wrong_is_answered(pipeline: Pipeline) -> None:
    """Every field at once, in the issue; nothing is pushed."""
    pipeline.issue["description"] = filled(pipeline.root, Plan="Vannplan", Dato="i går")
    assert pipeline.run() == 0
    (answer,) = pipeline.answers
    assert "«Vannplan»" in answer
    assert "«i går»" in answer
    assert pipeline.server.pulls == []


@pytest.mark.parametrize("level", [None, 10])
def test_who_is_no_member_waits(level: int | None, pipeline: Pipeline) -> None:
    """A stranger's and a guest's form is read when somebody starts the pipeline by hand, and not before."""
    pipeline.issue["author"] = {"id": STRANGER}
    pipeline.server.members |= {STRANGER: level}
    assert pipeline.run() == 0
    assert "med variabelen SKJEMA satt til 7." in pipeline.answers[0]
    assert pipeline.server.pulls == []
    assert pipeline.run(SKJEMA="7") == 0
    assert len(pipeline.server.pulls) == 1
    assert "Forslaget er !" in pipeline.answers[0]


@pytest.mark.parametrize("more", [{"description": "Hei"}, {"state": "closed"}, {"description": None}], ids=str)
def test_other_issues_are_left_alone(
    more: dict[str, Any], pipeline: Pipeline, capsys: pytest.CaptureFixture[str]
) -> None:
    """An issue that is no form, or is closed, gets no answer."""
    pipeline.issue.update(more)
    assert pipeline.run() == 0
    assert pipeline.answers == []
    assert "Saken har ikke noe skjema" in capsys.readouterr().out


def test_a_colleagues_work_is_left_alone(pipeline: Pipeline) -> None:
    """Where somebody has worked on the branch, it is theirs, and the answer says so."""
    assert pipeline.run() == 0
    git(pipeline.root, "commit", "-q", "--allow-empty", "--author=Kari <kari@fjordvik.no>", "-m", "mer")
    git(pipeline.root, "push", "-q", "-f", "origin", "HEAD:refs/heads/skjema/7")
    pipeline.issue["description"] = filled(pipeline.root, Saksnummer="PS 13/24")
    assert pipeline.run() == 0
    assert "Noen har arbeidet videre på grenen skjema/7." in pipeline.answers[0]


@pytest.mark.parametrize(
    ("payload", "more"),
    [("{}", {}), ("[", {}), ('{"object_kind": "note", "object_attributes": {"iid": 7}}', {}), ("{}", {"SKJEMA": "x"})],
)
def test_a_pipeline_that_is_about_no_issue(
    payload: str, more: dict[str, str], pipeline: Pipeline, capsys: pytest.CaptureFixture[str]
) -> None:
    """The log says what to write."""
    pipeline.payload.write_text(payload, encoding="utf-8")
    assert pipeline.run(**more) == 1
    assert "Skriv nummeret i variabelen SKJEMA" in capsys.readouterr().out


def test_a_no_from_gitlab(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    """A key that may only read is a red run with the advice that fits."""
    pipeline.server.scope = "read_api"
    assert pipeline.run() == 1
    assert "må ha omfanget «api»" in capsys.readouterr().out


def test_the_form_is_read_without_the_key(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The process that reads a stranger's text has no key in its environment, and one that breaks is told of."""
    fake = tmp_path / "python"
    fake.write_text(f'#!/bin/sh\nenv > "{tmp_path}/env"\nexit 1\n', encoding="utf-8")
    fake.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(fake))
    assert pipeline.run(PLANLINT_FORSLAG="glpat-x", CI_JOB_TOKEN="abc") == 1  # noqa: S106 - a test's own
    assert "glpat-x" not in (tmp_path / "env").read_text(encoding="utf-8")
    assert "CI_JOB_TOKEN" not in (tmp_path / "env").read_text(encoding="utf-8")
