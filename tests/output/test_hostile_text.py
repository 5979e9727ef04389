"""Hostile plan text does nothing: not in a log, an annotation, a comment, a summary, a report, or an error sentence."""

import json
import os
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import example, given, settings, strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from support.gittools import commit
from support.helpers import DATE, PLAN, check, fjordvik, run, write
from support.runner import azure_orders, orders

from planlint.base.diagnostic import Finding, Place, Severity
from planlint.check.report import Report
from planlint.output.check_formats import FORMATS, Options, render
from planlint.output.neutral import harmless, neutral_markdown, no_commands

DAY = date.fromisoformat(DATE)
ALL = Options(known=True, statistics=True)
EVIL = (
    "##[add-mask]x",
    "::error::x",
    "@alle #1 | <img onerror=alert(1) src=x>",
    "100%0A::error::x%0D##[add-mask]x",
    "[her](https://ond.example) ![x](https://ond.example/x.png) www.ond.example GH-12 fjord/vik#3",
    "`</details>` <!-- --> &lt;script&gt; $x$ ~~x~~ **x** https://ond.example/",
    "]]><failure/> \\u0000 {0} ${{ github.token }}",
    "\u200b::error::x #\u200b#[add-mask]x :\ufe0f:error::y",
    "linje\n::error::x\r##[add-mask]x\u2028::warning::y",
)
OURS_FOLDED = re.compile(r"</?details>\n|<details><summary>[\w ]+</summary>\n")
"""What folds a list out: nothing of a plan system stands in it."""
OURS = {"error", "warning", "notice", "group", "endgroup"}
FACTS = ("type", "sourcepath", "linenumber", "columnnumber", "code")
OURS_IN = {"github": OURS, "azure": {"group", "endgroup", "task.logissue"}}


def tokens(text: str) -> list[Token]:
    """Give every token that a Markdown reader makes of a text, links written out in it included."""
    reader = MarkdownIt("gfm-like")
    reader.linkify.set({"fuzzy_link": False, "fuzzy_email": False})  # type: ignore[union-attr] # it is there in gfm-like
    flat = [token for top in reader.parse(text) for token in (top, *(top.children or []))]
    assert flat[0].type == "html_block"
    assert flat[0].content == "<!-- planlint -->\n"
    return flat[1:]


def only_text(comment: str) -> None:
    """Hold a comment against what a platform makes of it: no link, picture, HTML, table, mention or reference."""
    kinds = {token.type for token in tokens(comment) if not OURS_FOLDED.fullmatch(token.content)}
    assert kinds.isdisjoint({"link_open", "image", "html_block", "html_inline", "fence", "code_block", "table_open"})
    seen = "".join(token.content if token.type.startswith("text") else "\n" for token in tokens(comment))
    assert re.search(r"@\w|[#!]\d|(?i:gh-\d)|https?:|www\.", seen) is None


def does_nothing(report: Report, options: Options = ALL) -> None:
    """Hold a report against every place that its formats land in."""
    for name in FORMATS:
        log = render(report, name, options)
        found = [one for one in orders(log) if name not in OURS_IN or one.name.partition(" ")[0] not in OURS_IN[name]]
        assert found == [], name
    shown = orders(render(report, "github", options))
    assert len(shown) == (len(report.findings) + 2 if report.findings else 0)
    assert all(orders(part) == [] for one in shown for part in one.data.split("\n"))
    told = [item for item in report.findings if item.diagnostic.severity is not Severity.INFO]
    remarks = azure_orders(render(report, "azure", options))
    assert [one.name for one in remarks] == ["task.logissue"] * len(told)
    assert all(orders(one.data) == azure_orders(one.data) == [] for one in remarks)
    assert {*FACTS} >= {key for one in remarks for key in one.properties}
    only_text(render(report, "markdown", options))
    (log,) = json.loads(render(report, "sarif", options))["runs"]
    assert not any("](" in result["message"]["text"] for result in log["results"])
    for name in ("json", "gitlab"):
        json.loads(render(report, name, options))
    fromstring(render(report, "junit", options))  # noqa: S314 - our own document


def hostile(root: Path, evil: str) -> Path:
    """Lay out a plan system with a text in every place that a finding repeats."""
    quoted = json.dumps(evil)
    body = PLAN.replace("Klimastrategi for Fjordvik", quoted).replace(
        "plandokument}", f"plandokument, oppgir: {quoted}}}"
    )
    write(root, "planer/en.yaml", body.replace("forankring: [trygg-oppvekst]\n", f"forankring: [{quoted}]\n"))
    write(root, "planer/to.yaml", body.replace("type: strategi", f"type: {quoted}"))
    one_line = " ".join(evil.split())
    comment = f"# planlint: unntak[PL201] grunn {one_line}\ntype:"
    write(root, "planer/tre.yaml", PLAN.replace("forankring: [trygg-oppvekst]\n", "").replace("type:", comment))
    known = f"per: {DATE}\navvik:\n  - regel: PL102\n    grunn: {quoted}\n    gjelder: {{plan/en: [abcdefabcdef]}}\n"
    write(root, "avvik.yaml", known)
    write(root, "planer/fire.yaml", PLAN + f"{quoted}: {quoted}\n")
    return root


@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
def test_hostile_text_in_the_files_does_nothing(evil: str, tmp_path: Path) -> None:
    """Titles, types, quotes, reasons and keys are shown, and are nothing but text."""
    report = check(hostile(fjordvik(tmp_path), evil), DAY)
    assert len(report.findings) > 3
    does_nothing(report)
    does_nothing(replace(report, rev=evil, unjudged=evil, before_unjudged=evil))


@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
def test_hostile_file_names_do_nothing(evil: str, tmp_path: Path) -> None:
    """A file may be called anything that a disk allows, and its name is repeated in every format."""
    root = fjordvik(tmp_path)
    name = evil.replace("/", "_").replace("\0", "")
    (root / "plans" / "planer" / f"{name}.yaml").write_text(PLAN, encoding="utf-8")
    (root / "plans" / "planer" / os.fsdecode(b"\xff::x.yaml")).write_text(PLAN, encoding="utf-8")
    report = check(root, DAY)
    assert {item.diagnostic.code for item in report.findings} >= {"PL007"}
    does_nothing(report)
    does_nothing(report, replace(ALL, prefix=f"{name}/"))


REPORTS = (["coverage"], ["list", "plan"], ["list", "maal"], ["todo"], ["show", "klima"], ["forecast"])


@pytest.mark.parametrize("runner", ["GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"])
def test_no_runner_is_given_a_command_by_a_report(runner: str, tmp_path: Path) -> None:
    """Whatever command prints a title, on both streams, for each maker's runner; `check` has tests of its own."""
    root, evil = fjordvik(tmp_path), '"##vso[task.setvariable variable=x]y ##teamcity[x] ##[add-mask]x"'
    write(root, "planer/klima.yaml", PLAN.replace("Klimastrategi for Fjordvik", evil))
    for file in (root / "plans/maal").glob("*.yaml"):
        file.write_text(re.sub("(?m)^tittel: .*", f"tittel: {evil}", file.read_text("utf-8")), encoding="utf-8")
    shown = 0
    for words in REPORTS:
        done = run(*words, cwd=root, env={runner: "True", "PLANLINT_DATE": DATE})
        assert orders(done.stdout + done.stderr) == [], words
        shown += "setvariable" in done.stdout
    assert shown > 2


@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
def test_a_run_in_actions_gives_no_commands_but_its_own(evil: str, tmp_path: Path) -> None:
    """The process as the runner starts it: annotations and nothing else, on both streams."""
    env = {"GITHUB_ACTIONS": "true"}
    root = hostile(fjordvik(tmp_path), evil)
    done = run("check", "--date", DATE, "--known", cwd=root, env=env)
    assert {one.name for one in orders(done.stdout)} == {"group", "error", "warning", "endgroup"}
    assert orders(done.stderr) == []
    name = evil.replace("/", "_")
    for words in (["check", name], ["check", "--root", name], ["check", f"--output={name}"], [name], ["show", name]):
        told = run(*words, cwd=root, env=env)
        assert told.returncode == 2
        assert orders(told.stdout + told.stderr) == []
    listed = run("list", "plan", cwd=root, env=env)
    assert orders(listed.stdout) == []


@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
def test_a_hostile_change_is_only_told(evil: str, tmp_path: Path) -> None:
    """What a pull request does is told in the comment with titles and reasons in it, and they are only text."""
    root = fjordvik(tmp_path)
    commit(root, "2024-01-01")
    done = run("check", "--date", DATE, "--base", "HEAD", "--output", "markdown", cwd=hostile(root, evil))
    assert "## Dette gjør endringen" in done.stdout
    assert orders(done.stdout) == []
    only_text(done.stdout)


def test_what_is_parted_can_still_be_read() -> None:
    """A reader sees what was written; JSON and XML give it back as it was."""
    assert no_commands("  ::error::x") == "  : :error::x"
    assert no_commands("a ##[group]b ##vso[x]") == "a # #[group]b # #vso[x]"
    assert no_commands("kl. 12::30, ## [x], C##") == "kl. 12::30, ## [x], C##"
    assert neutral_markdown("a\r\n b") == "a b"
    assert neutral_markdown("x" * 30, 5) == "xxxx…"
    assert harmless("a\u202eb\x1b") == "a<U+202E>b␛"


@cache
def _clean() -> Report:
    with TemporaryDirectory() as folder:
        root = fjordvik(Path(folder))
        write(root, "planer/klimastrategi.yaml", PLAN.replace("forankring: [trygg-oppvekst]\n", ""))
        return check(root, DAY)


def told(text: str) -> Report:
    """Give a report in which a text stands in every place that takes one."""
    report = _clean()
    (item,) = report.findings
    place = Place(f"plans/planer/{text}.yaml", (text, 0, text))
    finding = Finding(text, place, {"id": text, "slag": text, "forslag": text, "ny": text, "liste": [text]})
    diagnostic = replace(item.diagnostic, code="PL102", finding=finding)
    known = replace(item, diagnostic=replace(diagnostic, status="known", reason=text))
    here = replace(item, diagnostic=diagnostic, line=text, before=text)
    return replace(report, findings=(here,), known=(known,), rev=text)


PIECES = (
    *(
        "::",
        "##[",
        "]",
        "error",
        "\n",
        "\r",
        "\t",
        " ",
        "\x00",
        "\u200b",
        "\ufe0f",
        "%0A",
        "\\",
        "@a",
        "#1",
        "!1",
        "GH-1",
    ),
    *("|", "`", "<b>", "](", "![", "https://x", "www.x.no", "&amp;", "$", "- ", "1. ", "===", "> ", "{0}", "]]>", "~~"),
)
LETTERS = st.text(st.characters(exclude_categories=("Cs",)), max_size=6)
NASTY = st.lists(st.one_of(st.sampled_from(PIECES), LETTERS), max_size=12).map("".join)


@settings(max_examples=150, deadline=None)
@given(NASTY)
@example("::error::x")
@example("##[add-mask]x")
@example("\x01\uffff\ufffe")
@example("- a\n===\n1. b")
def test_no_text_at_all_does_anything(text: str) -> None:
    """Whatever a file says, every format is one that its reader can read, and no text becomes more than text."""
    does_nothing(told(text))
