"""The workflow of a change in a merge queue, on a new base, and where what answers is not there yet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from support.actionrunner import Runner
from support.gittools import commit, git
from support.helpers import DATE, PLAN, fjordvik, write

ROOT = Path(__file__).parents[2]
OWN = ROOT / ".github/workflows/plansystem.yml"


def queue(tmp_path: Path, *, broken: bool) -> Runner:
    """Run the check on the merge that a queue has made of main and a change; give its machine."""
    root = fjordvik(tmp_path / "kommune")
    write(root, "planer/klima.yaml", PLAN.replace("til: 2030", "til: 2023"))
    base = commit(root, "2024-01-01")
    write(root, "planer/ny.yaml", PLAN.replace("[trygg-oppvekst]", "[finnes-ikke]" if broken else "[gode-liv]"))
    head = commit(root, "2024-02-01")
    event = {"merge_group": {"base_sha": base, "head_sha": head, "head_ref": "refs/heads/gh-readonly-queue/main/x"}}
    machine = Runner(root, tmp_path / "temp", "merge_group", event, day=DATE)
    outputs = machine.job("plansystem.yml", "kontroll")
    assert outputs is not None
    assert outputs["answer"] == "false"
    return machine


@pytest.mark.parametrize("broken", [False, True])
def test_a_merge_queue_gets_the_verdict_on_what_it_brings(tmp_path: Path, broken: bool) -> None:
    """A plan that had expired already does not stop the queue; a goal that is not there does."""
    machine = queue(tmp_path, broken=broken)
    assert machine.ok is not broken, machine.log
    assert ("finnes-ikke" in machine.summary) is broken
    assert "klima.yaml" not in machine.log.replace("planer/ny.yaml", "")
    assert "actions/upload-artifact" not in machine.used


def test_the_log_leads_to_the_whole_answer(tmp_path: Path) -> None:
    """The last lines of the check have the address of the summary, so that nobody has to know GitHub's pages."""
    rows = queue(tmp_path, broken=True).log.splitlines()
    assert "Hele svaret: https://github.example/fjordvik/plan/actions/runs/42" in rows[-2:]


def test_the_job_that_answers_waits_for_its_part(tmp_path: Path) -> None:
    """Where the branch that is merged into has no action/comment yet, a notice says where the answer is."""
    (tmp_path / "kommune").mkdir()
    machine = Runner(tmp_path / "kommune", tmp_path / "temp", "pull_request", {})
    machine.event["pull_request"] = {"base": {"sha": "0" * 40}}
    machine.laid_out = tmp_path
    machine.job("plansystem.yml", "svar", {"kontroll": {"outputs": {"answer": "true"}}})
    assert machine.ok
    assert machine.log.startswith("::notice::Grenen det skal inn i, har ingen action/comment ennå.")
    assert [name for name in machine.used if "checkout" not in name] == []


@pytest.mark.parametrize("file", [OWN, ROOT / "examples/github.yml"], ids=lambda file: file.name)
def test_a_changed_base_and_a_queue_start_the_check(file: Path) -> None:
    """A pull request that is turned to another branch is judged anew, and a queue that requires the check gets it.

    A job that is passed by counts as passed, so no condition keeps the check from running on any of these.
    """
    read: dict[Any, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert set(read[True]["pull_request"]["types"]) == {"opened", "synchronize", "reopened", "edited"}
    assert "merge_group" in read[True]
    assert "if" not in next(iter(read["jobs"].values()))


def test_one_commit_of_a_queue_is_fetched_where_it_is_missing(tmp_path: Path) -> None:
    """A shallow clone of the queue's branch is enough."""
    machine = queue(tmp_path / "a", broken=False)
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{machine.workspace}", str(tmp_path / "b"))
    git(machine.workspace, "config", "uploadpack.allowAnySHA1InWant", "true")
    shallow = Runner(tmp_path / "b", tmp_path / "temp", "merge_group", machine.event, day=DATE)
    shallow.job("plansystem.yml", "kontroll")
    assert shallow.ok, shallow.log
