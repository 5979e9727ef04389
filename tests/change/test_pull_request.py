"""Pull requests in real git repositories: `planlint diff`, `check --base` and the comment say what a planner must know.

For each, tests/data/comments holds the comment, and in a .txt the words of the two commands. They have been read as
the planner who gets them: `pytest tests/change/test_pull_request.py --update-expected` writes them anew, to be
read again.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from markdown_it import MarkdownIt
from support.gittools import commit, git
from support.helpers import DATE, fjordvik, run, write

HERE = Path(__file__).parents[1]
KEPT = HERE / "data" / "comments"
CI = {
    "GITHUB_SERVER_URL": "https://github.com",
    "GITHUB_REPOSITORY": "fjordvik/plan",
    "GITHUB_SHA": "f" * 40,
    "GITHUB_BASE_REF": "main",
}
HOSTILE = "'##[add-mask]x ::error::y @alle #1 | <img src=x onerror=alert(1)> [her](https://vond.example) **nå** `'"
KULTURPLAN = """\
tittel: Plan for kultur
type: temaplan
status: til_vedtak
sammendrag: Planen viser hva kommunen vil gjøre for kulturen.
periode: {fra: 2024, til: 2032}
hendelser:
  - {hva: høring_start, dato: 2024-02-01}
  - {hva: høring_slutt, dato: 2024-03-20}
ansvarlig: oppvekst
forankring: [trygg-oppvekst]
kilder: [{kilde: plandokument}]
"""
NATURSTRATEGI = """\
tittel: Naturstrategi for Fjordvik
type: strategi
status: igangsatt
sammendrag: Strategien skal vise hvordan Fjordvik tar vare på naturen.
periode: {fra: 2025, til: 2032}
hendelser:
  - {hva: oppstart, dato: 2024-05-02}
ansvarlig: miljoe
forankring: [trygg-oppvekst]
kilder: [{kilde: plandokument}]
"""
IDRETT, IDRETT_NY = "planer/idrettsplan-2022.yaml", "planer/idrett-og-friluftsliv.yaml"
KLIMA, KULTUR = "planer/klimastrategi.yaml", "planer/kulturplan.yaml"
Edit = Callable[[Path], object]


def edit(root: Path, path: str, old: str, new: str) -> None:
    """Change words in a file under plans/."""
    file = root / "plans" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def nothing(_: Path) -> None:
    """Change nothing."""


def without_hovedmaal(root: Path) -> None:
    """Take away the hovedmål that all else hangs under."""
    (root / "plans/maal/gode-liv.yaml").unlink()


def without_delmaal(root: Path) -> None:
    """Take away a delmål that plans and measures follow up."""
    (root / "plans/maal/trygg-oppvekst.yaml").unlink()


def at_the_vote(root: Path) -> None:
    """Bring a plan as far as to the vote."""
    write(root, KULTUR, KULTURPLAN)


def adopted(root: Path) -> None:
    """Adopt it."""
    vote = "2024-03-20}\n  - {hva: vedtatt, dato: 2024-05-22, organ: kommunestyret, sak: 31/24}"
    edit(root, KULTUR, "2024-03-20}", vote)
    edit(root, KULTUR, "til_vedtak", "vedtatt")


def adopted_by_status(root: Path) -> None:
    """Call it adopted, with no vote."""
    edit(root, KULTUR, "til_vedtak", "vedtatt")


def repealed(root: Path) -> None:
    """Repeal a plan that another one leans on."""
    edit(root, IDRETT, "status: vedtatt", "status: opphevet")
    vote = "sak: 5/22}\n  - {hva: opphevet, dato: 2024-06-12, organ: kommunestyret, sak: 44/24}"
    edit(root, IDRETT, "sak: 5/22}", vote)


def deleted(root: Path) -> None:
    """Delete the file of an adopted plan."""
    (root / "plans" / KLIMA).unlink()


def new_plan(root: Path) -> None:
    """Begin work on a plan."""
    write(root, "planer/naturstrategi.yaml", NATURSTRATEGI)


def same_id(root: Path) -> None:
    """Register another plan under the same id, in a folder."""
    text = NATURSTRATEGI.replace("igangsatt", "planlagt").replace(
        "hendelser:\n  - {hva: oppstart, dato: 2024-05-02}\n", ""
    )
    write(root, "planer/miljoe/naturstrategi.yaml", text)


def new_name(root: Path) -> None:
    """Rename a plan that another one leans on, as one should."""
    new_name_alone(root)
    edit(root, IDRETT_NY, "ansvarlig", "tidligere_id: [idrettsplan-2022]\nansvarlig")
    edit(root, "planer/handlingsplan-idrett.yaml", "idrettsplan-2022", "idrett-og-friluftsliv")


def new_name_alone(root: Path) -> None:
    """Rename it and do nothing else, as a planner does in the web page."""
    git(root, "mv", f"plans/{IDRETT}", f"plans/{IDRETT_NY}")


def comment(root: Path) -> None:
    """Write a comment in a plan, and nothing else."""
    edit(root, KLIMA, "ansvarlig", "# lest av klimarådgiveren i mai\nansvarlig")


def old_fault(root: Path) -> None:
    """Leave a plan with no word on who is to see to it: a fault that is there from before."""
    edit(root, KLIMA, "forankring: [trygg-oppvekst]\n", "")


def hostile(root: Path) -> None:
    """Give a plan a title, and an anchor, that are an order, a mention, a reference, a cell and an image."""
    edit(root, KLIMA, "Klimastrategi for Fjordvik", HOSTILE)
    edit(root, KLIMA, "[trygg-oppvekst]", "['@alle #1 | <b>']")


def unreadable(root: Path) -> None:
    """Leave a bracket open."""
    edit(root, KLIMA, "status: vedtatt", "status: [vedtatt")


def milder(root: Path) -> None:
    """Turn a rule off."""
    text = (root / "plans/plansystem.yaml").read_text(encoding="utf-8")
    write(root, "plansystem.yaml", f"{text}regler:\n  PL203: {{alvor: av}}\n")


class Pull(NamedTuple):
    """A pull request: what the planner does, what main said first, what others do in main meanwhile; and the answer.

    `told` are the rules that the check tells of, each with what the change has to do with it.
    """

    edit: Edit
    told: tuple[str, ...] = ()
    first: Edit = nothing
    later: Edit = nothing


PULLS = {
    "hovedmaal-fjernet": Pull(without_hovedmaal, ("caused PL102", "caused PL911")),
    "delmaal-fjernet": Pull(without_delmaal, ("caused PL102", "caused PL911")),
    "plan-vedtatt": Pull(adopted, first=at_the_vote),
    "plan-vedtatt-uten-vedtak": Pull(adopted_by_status, ("touched PL401",), first=at_the_vote),
    "plan-opphevet": Pull(repealed, ("touched PL407",)),
    "plan-slettet": Pull(deleted, ("touched PL912",)),
    "ny-plan": Pull(new_plan),
    "nytt-filnavn": Pull(new_name),
    "nytt-filnavn-alene": Pull(new_name_alone, ("touched PL912",)),
    "bare-kommentar": Pull(comment),
    "bare-kommentar-der-noe-var-galt": Pull(comment, ("touched PL201",), first=old_fault),
    "mens-main-gikk-videre": Pull(repealed, ("touched PL407",), later=deleted),
    "samme-id-i-to-grener": Pull(new_plan, ("touched PL101",), later=same_id),
    "samme-id-i-undermappe": Pull(same_id, ("touched PL101",), later=new_plan),
    "fiendtlig-tittel": Pull(hostile, ("touched PL911", "touched PL006")),
    "uleselig": Pull(unreadable, ("touched PL001",)),
    "mildere-regel": Pull(milder),
}


def proposed(root: Path, pull: Pull) -> Path:
    """Make a repository with main, a branch and the merge of the two, laid out as CI does; give its folder."""
    fjordvik(root)
    shutil.copytree(HERE / "data/hele", root, dirs_exist_ok=True)
    pull.first(root)
    commit(root, "2024-06-01")
    git(root, "checkout", "-q", "-b", "forslag")
    pull.edit(root)
    commit(root, "2024-06-03")
    git(root, "checkout", "-q", "main")
    pull.later(root)
    commit(root, "2024-06-10")
    git(root, "checkout", "-q", "-b", "flettet")
    git(root, "merge", "-q", "--no-ff", "-m", "merge", "forslag", day="2024-06-11")
    return root


class Answer(NamedTuple):
    """What a check of a pull request gives: exit code, comment, text, and the findings of the JSON."""

    code: int
    comment: str
    text: str
    findings: list[dict[str, Any]]


def answered(root: Path) -> Answer:
    """Check what is laid out against main, as the action does."""
    files = [root.parent / name for name in ("kommentar.md", "funn.json")]
    outputs = ["--output", "text", "--output", f"markdown={files[0]}", "--output", f"json={files[1]}"]
    done = run("check", "--base", git(root, "rev-parse", "HEAD^1"), "--date", DATE, *outputs, cwd=root, env=CI)
    assert not done.stderr
    comment_, found = (file.read_text(encoding="utf-8") for file in files)
    return Answer(done.returncode, comment_, done.stdout, json.loads(found)["findings"])


def kept(name: str, text: str, update: bool) -> None:
    """Compare with what has been reviewed."""
    file = KEPT / name
    if update:
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PULLS)
def test_a_pull_request(name: str, tmp_path: Path, update_expected: bool) -> None:
    """The right findings with the right cause, the exit code that they deserve, and the words that were reviewed."""
    root = proposed(tmp_path / "lager", PULLS[name])
    answer = answered(root)
    assert tuple(f"{item['cause']} {item['code']}" for item in answer.findings) == PULLS[name].told
    assert answer.code == any(item["severity"] == "feil" and not item["inBase"] for item in answer.findings)
    diff = run("diff", "main", "flettet", "--date", DATE, cwd=root)
    assert diff.returncode == 0
    kept(f"{name}.md", answer.comment, update_expected)
    kept(
        f"{name}.txt",
        f"$ planlint check --base main\n{answer.text}\n$ planlint diff main\n{diff.stdout}",
        update_expected,
    )


@pytest.mark.parametrize("name", PULLS)
def test_a_comment_is_short_and_plain(name: str) -> None:
    """Not a page long, no word from the machinery, no heading with nothing under it, nothing said twice in a row."""
    text = (KEPT / f"{name}.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line]
    assert len(lines) < 40
    assert not {"base", "merge", "fingerprint", "commit", "HEAD", "None"} & set(text.replace("--base", "").split())
    headings = [(line, after) for line, after in pairwise(lines) if line.startswith("### ") and after.startswith("#")]
    assert headings == []
    items = [line for line in lines if line.startswith("- ")]
    assert len(items) == len(set(items))


def test_the_title_of_a_plan_does_nothing() -> None:
    """In the comment a hostile title is seen as it was written: no image, link, mention, reference, order or bold."""
    text = (KEPT / "fiendtlig-tittel.md").read_text(encoding="utf-8")
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert "&lt;img src=x onerror=alert(1)&gt;" in html
    assert not [
        tag for tag in ("<img", "<b>", 'vond.example"', "<table", "**nå**</strong>", "@alle", "#1") if tag in html
    ]
    assert "::error::" not in [line.lstrip()[:9] for line in text.splitlines()]
    assert "##[" not in text


def test_a_shallow_clone_of_the_merge(tmp_path: Path) -> None:
    """Two commits deep, the answer is the same as with all of the history."""
    root = proposed(tmp_path / "lager", PULLS["mens-main-gikk-videre"])
    clone = tmp_path / "klon"
    git(tmp_path, "clone", "-q", "--depth=2", "--branch=flettet", f"file://{root}", str(clone))
    answer = answered(clone)
    assert answer.comment == (KEPT / "mens-main-gikk-videre.md").read_text(encoding="utf-8")
    done = run("diff", "HEAD^1", "HEAD", "--date", DATE, cwd=clone)
    assert done.returncode == 0
    assert "Handlingsplan for idrett" in done.stdout


@pytest.mark.parametrize("command", [("check", "--base"), ("diff",)])
def test_a_clone_with_no_history(tmp_path: Path, command: tuple[str, ...]) -> None:
    """One commit deep, there is nothing to compare with: a sentence on what to do, exit code 2, and no trace."""
    root = proposed(tmp_path / "lager", PULLS["plan-vedtatt"])
    clone = tmp_path / "klon"
    git(tmp_path, "clone", "-q", "--depth=1", "--branch=flettet", f"file://{root}", str(clone))
    done = run(*command, "HEAD^1", "--date", DATE, cwd=clone)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Bare en del av historien er hentet hit. Hent resten (i CI: fetch-depth: 0)." in done.stderr
    assert "Traceback" not in done.stderr


def test_where_the_change_began(tmp_path: Path, update_expected: bool) -> None:
    """On the branch itself, what main has done since is not seen, and the reader is told what was compared with."""
    root = proposed(tmp_path / "lager", PULLS["mens-main-gikk-videre"])
    git(root, "checkout", "-q", "forslag")
    file = tmp_path / "kommentar.md"
    done = run("check", "--base", "main", "--date", DATE, "--output", f"markdown={file}", cwd=root)
    assert done.returncode == 1
    text = file.read_text(encoding="utf-8")
    assert "klimastrategi" not in text
    assert "Sammenlignet med main, slik det var da endringen begynte." in text
    kept("grenen-alene.md", text, update_expected)


def test_a_base_that_has_no_name(tmp_path: Path) -> None:
    """Outside CI, a commit is told by its short id and its day, which a reader can look up."""
    root = proposed(tmp_path / "lager", PULLS["bare-kommentar"])
    base = git(root, "rev-parse", "HEAD^1")
    for rev in (base, base[:12], "HEAD^1", "flettet~1"):
        text = run("check", "--base", rev, "--date", DATE, cwd=root).stdout
        assert text.endswith(f"\nSammenlignet med innsjekkingen {base[:10]} fra 10.6.2024.\n")
    text = run("check", "--base", "HEAD^1", "--date", DATE, cwd=root, env={"GITHUB_BASE_REF": "x;y"}).stdout
    assert f"innsjekkingen {base[:10]}" in text


def test_a_deleted_file_is_linked_from_nowhere(tmp_path: Path) -> None:
    """Its finding is told with the file's name, and stands where a reader can be led: no link is dead."""
    root = proposed(tmp_path / "lager", PULLS["plan-slettet"])
    path = f"plans/{KLIMA}"
    assert f"### Klimastrategi for Fjordvik ({path}, slettet)\n\n- **Feil**: Filen til" in answered(root).comment
    files = {name: tmp_path / name for name in ("github", "sarif", "gitlab")}
    outputs = [part for name, file in files.items() for part in ("--output", f"{name}={file}")]
    run("check", "--base", "main", "--date", DATE, *outputs, cwd=root)
    said = {name: file.read_text(encoding="utf-8") for name, file in files.items()}
    assert f"\n::error title=PL912 vedtatt-plan-slettet::{path}%0AFilen til" in said["github"]
    result = json.loads(said["sarif"])["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "plans/plansystem.yaml"
    assert result["message"]["text"].startswith(f"{path}: Filen til")
    entry = json.loads(said["gitlab"])[0]
    assert entry["location"] == {"path": "plans/plansystem.yaml", "lines": {"begin": 1, "end": 1}}
    assert entry["description"].startswith(f"{path}: Filen til")


def test_many_other_places_are_counted(tmp_path: Path) -> None:
    """A finding with many places names three of them, and says how many more there are."""

    def with_plans(root: Path) -> None:
        for number in range(6):
            write(root, f"planer/natur-{number}.yaml", NATURSTRATEGI.replace("Natur", f"Natur {number} "))

    root = proposed(tmp_path / "lager", Pull(without_delmaal, first=with_plans))
    comment_ = answered(root).comment
    assert comment_.count("  Se også ") == 3
    assert "  \n  … og 5 steder til  \n  Slik retter du" in comment_
