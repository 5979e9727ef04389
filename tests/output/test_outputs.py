"""The outputs for CI: valid by their schemas, bounded, in the order that matters, and the same from run to run."""

import json
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import Draft7Validator
from support.gittools import commit
from support.helpers import DATE, PLAN, check, fjordvik, run, write
from support.runner import azure_orders, orders
from xmlschema import XMLSchema11

from planlint.base.diagnostic import Severity, Span
from planlint.check.report import Report
from planlint.output.check_formats import FORMATS, Options, render
from planlint.output.examples import lay_out
from planlint.text import language

ROOT = Path(__file__).parents[2]
SCHEMAS = Path(__file__).parents[1] / "data" / "schemas"
EXAMPLES = sorted(
    path for path in (Path(__file__).parents[1] / "rules").glob("PL*/bad-*") if not (path / "base").exists()
)
DAY = date.fromisoformat(DATE)
KNOWN = Options(known=True)


@cache
def sarif_schema() -> Draft7Validator:
    """Read the schema once."""
    schema = json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    return Draft7Validator(schema, format_checker=FormatChecker())


@cache
def gitlab_schema() -> Draft202012Validator:
    """As above."""
    return Draft202012Validator(json.loads((SCHEMAS / "gitlab-code-quality.json").read_text(encoding="utf-8")))


@cache
def junit_schema() -> XMLSchema11:
    """As above."""
    return XMLSchema11(str(SCHEMAS / "junit-10.xsd"))


def sarif(report: Report, options: Options = KNOWN) -> dict[str, Any]:
    """Give the one run of a valid log."""
    log = json.loads(render(report, "sarif", options))
    sarif_schema().validate(log)
    (only,) = log["runs"]
    return dict(only)


def gitlab(report: Report, options: Options = KNOWN) -> list[dict[str, Any]]:
    """Give a valid report."""
    found: list[dict[str, Any]] = json.loads(render(report, "gitlab", options))
    gitlab_schema().validate(found)
    return found


def junit(report: Report, options: Options = KNOWN) -> Any:
    """Give a valid report, its counts counted again."""
    text = render(report, "junit", options)
    junit_schema().validate(text)
    root = fromstring(text)  # noqa: S314 - our own document
    for suite in root.iter("testsuite"):
        assert int(suite.attrib["tests"]) == len(suite.findall("testcase"))
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
        assert int(suite.attrib["skipped"]) == len(suite.findall("testcase/skipped"))
    assert int(root.attrib["tests"]) == len(list(root.iter("testcase"))) > 0
    return root


@pytest.fixture(scope="module")
def baerum() -> Report:
    """Bærum's own plan system, known findings and all."""
    return check(ROOT, date(2026, 11, 21))


def crowded(tmp_path: Path, errors: int = 12, warnings: int = 11, code: str = "PL201") -> Report:
    """Give a report with more findings than a runner shows; those of PL102 are each of their own words."""
    root = fjordvik(tmp_path)
    for number in range(errors):
        anchor = f"forankring: [finnes-ikke-{number}ab]\n" if code == "PL102" else ""
        text = PLAN.replace("forankring: [trygg-oppvekst]\n", anchor).replace("for Fjordvik", f"nummer {number}ab")
        write(root, f"planer/feil-{number:03}.yaml", text)
    report = check(root, DAY, select=(code,))
    assert len(report.findings) == errors
    items = [
        replace(item, diagnostic=replace(item.diagnostic, severity=Severity.ADVARSEL), span=Span(2, 1, 4, 3))
        for item in report.findings[:warnings]
    ]
    counts = {**report.counts, "advarsel": warnings}
    return replace(report, findings=(*items, *report.findings), counts=counts)


@pytest.mark.parametrize("example", EXAMPLES[::8], ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_a_rule_finds_is_valid_in_every_format(example: Path, tmp_path: Path) -> None:
    """Each reader gets what its schema says, for findings of every part of the catalogue."""
    report = check(tmp_path, lay_out(example, tmp_path))
    results = sarif(report)["results"]
    kept = len(report.known) + len(report.suppressed)  # they are in SARIF alone
    assert len(results) - kept == len(gitlab(report)) == len(report.findings) > 0
    assert sum(1 for _ in junit(report).iter("failure")) == report.counts["feil"]
    assert len([one for one in orders(render(report, "github")) if one.name in {"error", "warning", "notice"}]) > 0


def test_a_whole_municipality_is_valid_in_every_format(baerum: Report) -> None:
    """Dozens of known findings come along where they are asked for, each with its reason."""
    found, known = sarif(baerum)["results"], [*baerum.known, *baerum.suppressed]
    assert len(known) > 50
    assert [item["suppressions"] != [] for item in found] == [False] * len(baerum.findings) + [True] * len(known)
    assert {item["suppressions"][0]["kind"] for item in found if item["suppressions"]} == {"external"}
    assert all(item["suppressions"][0]["justification"] for item in found if item["suppressions"])
    assert sum(1 for _ in junit(baerum).iter("skipped")) == len(known)
    assert len(gitlab(baerum)) == len(baerum.findings)
    without = sarif(baerum, Options())["results"]
    assert len(without) == len(baerum.findings)
    assert not any("suppressions" in item for item in without)


def test_sarif_has_what_code_scanning_reads(baerum: Report) -> None:
    """Rules by index, our own fingerprint and no other, places from the repository's root, columns as code points."""
    log = sarif(baerum, Options(prefix="kommune a/"))
    rules = log["tool"]["driver"]["rules"]
    assert log["columnKind"] == "unicodeCodePoints"
    for result in log["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert set(result["partialFingerprints"]) == {"planlint/v1"}
        (place,) = [item["physicalLocation"] for item in result["locations"]]
        assert place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
        assert place["artifactLocation"]["uri"].startswith("kommune%20a/plans/")
    marks = [result["partialFingerprints"]["planlint/v1"] for result in log["results"]]
    assert len(set(marks)) == len(marks)
    for rule in rules:
        assert {rule["help"]["text"] != "", rule["help"]["markdown"] != ""} == {True}
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert "security-severity" not in rule["properties"]
        assert rule["properties"]["tags"][0] in {"LOV", "LOKAL", "FORMAT"}


def test_sarif_tells_when_the_rules_could_not_be_tried(tmp_path: Path) -> None:
    """A broken declaration is no successful run, and the file to mend is named."""
    root = fjordvik(tmp_path)
    write(root, "plansystem.yaml", "kommune: [\n")
    (invocation,) = sarif(check(root, DAY))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "plans/plansystem.yaml" in invocation["toolConfigurationNotifications"][0]["message"]["text"]


def test_a_suppression_in_the_file_is_one_in_source(tmp_path: Path) -> None:
    """What a comment suppresses is told apart from what the list of known findings accepts."""
    root = fjordvik(tmp_path)
    comment = "# planlint: unntak[PL201] grunn målene er ikke vedtatt ennå\ntype:"
    text = PLAN.replace("forankring: [trygg-oppvekst]\n", "").replace("type:", comment)
    write(root, "planer/klimastrategi.yaml", text)
    report = check(root, DAY)
    (result,) = sarif(report)["results"]
    assert result["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "målene er ikke vedtatt ennå"}
    ]
    (skipped,) = junit(report).iter("skipped")
    assert skipped.attrib["message"] == "Unntak: målene er ikke vedtatt ennå"


@pytest.mark.parametrize(("fail_on", "failures"), [("feil", 1), ("advarsel", 2), ("info", 2)])
def test_junit_is_red_exactly_when_the_exit_code_is_1(tmp_path: Path, fail_on: str, failures: int) -> None:
    """What is below --fail-on is a passed case with its text."""
    report = crowded(tmp_path, 1, 1)
    root = junit(report, Options(fail_on=Severity(fail_on)))
    assert len(list(root.iter("failure"))) == failures
    assert len(list(root.iter("system-out"))) == 2 - failures
    assert report.exit_code(Severity(fail_on)) == 1


def test_junit_names_are_alone_and_hold_no_line(tmp_path: Path) -> None:
    """A viewer follows a case over time by its name, and drops one of two that are the same."""
    root = fjordvik(tmp_path)
    write(root, "planer/klimastrategi.yaml", PLAN.replace("[trygg-oppvekst]", "[ett, to, tre]"))
    report = check(root, DAY)
    cases = [(case.attrib["classname"], case.attrib["name"]) for case in junit(report).iter("testcase")]
    assert len(cases) == len(set(cases)) == len(report.findings) > 2
    assert cases[0] == ("plans.planer.klimastrategi", "PL102 ukjent-referanse forankring.mål")
    assert cases[1][1] == "PL102 ukjent-referanse forankring.mål (2)"


def test_nothing_wrong_is_said_in_every_format(tmp_path: Path) -> None:
    """A passed case, empty lists, no command to the runner, and a heading that says so."""
    report = check(fjordvik(tmp_path), DAY)
    (case,) = junit(report).iter("testcase")
    assert list(case) == []
    assert sarif(report)["results"] == gitlab(report) == []
    assert orders(render(report, "github")) == azure_orders(render(report, "azure")) == []
    assert render(report, "markdown").startswith("<!-- planlint -->\n## Alt er i orden\n")


def test_annotations_are_bounded_errors_first(tmp_path: Path) -> None:
    """At most ten of each severity; the rest is counted, and all of it stands in the log."""
    report = crowded(tmp_path)
    text = render(report, "github")
    found = orders(text)
    assert [one.name for one in found] == ["group", *["error"] * 10, *["warning"] * 10, "notice", "endgroup"]
    assert found[-2].data == "3 funn til vises ikke som merknader her. Alle står i loggen."
    assert text.endswith(render(report, "text"))


def test_many_notices_leave_room_for_the_count(tmp_path: Path) -> None:
    """The line that counts is a notice itself, so it takes the place of one."""
    report = crowded(tmp_path, 12, 0)
    infos = [replace(item, diagnostic=replace(item.diagnostic, severity=Severity.INFO)) for item in report.findings]
    found = orders(render(replace(report, findings=tuple(infos)), "github"))
    assert [one.name for one in found] == ["group", *["notice"] * 10, "endgroup"]
    assert found[-2].data.startswith("3 funn til")


def test_an_annotation_stands_on_its_lines(tmp_path: Path) -> None:
    """The path is from the repository's root; columns only where the stretch is on one line."""
    report = crowded(tmp_path, 1, 1)
    error, warning = orders(render(report, "github", Options(prefix="fjord, vik/")))[1:3]
    assert error.properties["file"] == "fjord, vik/plans/planer/feil-000.yaml"
    assert error.properties["title"] == "PL201 uforankret-plan"
    assert {"col", "endColumn"} <= set(error.properties)
    assert "Slik retter du: " in error.data
    assert (warning.properties["line"], warning.properties["endLine"]) == ("2", "4")
    assert {"col", "endColumn"}.isdisjoint(warning.properties)


def test_a_long_message_never_pushes_out_what_to_do(tmp_path: Path) -> None:
    """The runner cuts at 4,096 characters; we cut the message before that."""
    root = fjordvik(tmp_path)
    title = "Klima " * 1500
    for name in ("en", "to"):
        write(root, f"planer/{name}.yaml", PLAN.replace("Klimastrategi for Fjordvik", title))
    (found,) = [one for one in orders(render(check(root, DAY, select=("PL105",)), "github")) if one.name == "warning"]
    assert len(found.data) <= 4096
    assert "Slik retter du: " in found.data


def test_the_comment_stays_under_the_limit_and_counts_the_rest(tmp_path: Path) -> None:
    """However many findings, the comment can be posted, errors come first, and the number left out is true."""
    text = render(crowded(tmp_path, 300, 200, "PL102"), "markdown")
    assert 50_000 < len(text) < 60_000
    shown = {word: text.count(f"- **{word}**") for word in ("Feil", "Advarsel")}
    assert f"Her mangler {300 - shown['Feil']} feil og {200 - shown['Advarsel']} advarsler." in text
    assert "## Kontrollen er ikke bestått: 300 feil og 200 advarsler" in text
    assert text.endswith("Se det samme på egen maskin: `planlint check --date 2024-06-15`\n")


def test_a_large_change_and_many_findings_share_the_comment(tmp_path: Path) -> None:
    """Neither the findings nor what the change does takes the whole comment, and both say what they leave out."""
    root = fjordvik(tmp_path)
    commit(root, "2024-01-01")
    for number in range(400):
        text = PLAN.replace("[trygg-oppvekst]", f"[finnes-ikke-{number}ab]").replace(
            "for Fjordvik", f"nummer {number}ab " * 8
        )
        write(root, f"planer/feil-{number:03}.yaml", text)
    text = run("check", "--date", DATE, "--base", "HEAD", "--output", "markdown", cwd=root).stdout
    findings, _, change = text.partition("## Dette gjør endringen\n")
    assert len(text) < 60_000
    assert 20_000 < len(findings) < 40_000
    assert "Det var ikke plass til alt." in findings
    assert len(change) > 5_000


def test_known_findings_fill_the_comment_no_further(baerum: Report) -> None:
    """Hundreds of reasons are cut and counted like the findings."""
    many = replace(baerum, known=baerum.known * 5)
    text = render(many, "markdown", KNOWN)
    assert len(text) < 60_000
    shown = text.count("\n- PL")
    assert f"\n- og {language('nb').number(len(many.known) - shown)} til\n" in text


def test_lines_are_links_where_the_address_is_known(tmp_path: Path) -> None:
    """A planner goes from the comment straight to the line."""
    options = Options(files="https://git.example/fjordvik/planer/blob/abc", prefix="a b/")
    text = render(crowded(tmp_path, 1, 0), "markdown", options)
    assert "[linje 2](https://git.example/fjordvik/planer/blob/abc/a%20b/plans/planer/feil-000.yaml#L2)" in text


def test_a_comment_says_what_the_change_has_to_do_with_it(tmp_path: Path) -> None:
    """With a base, each finding says whether the change touches or causes it, and with what it was compared."""
    report = crowded(tmp_path, 2, 0)
    one, other = report.findings
    report = replace(report, rev="main", findings=(replace(one, cause="touched"), replace(other, cause="caused")))
    for name in ("markdown", "github", "junit"):
        text = render(report, name)
        assert "Følger av endringen." in text
        assert "Følger av endringen, selv om denne filen ikke er endret." in text
    assert "Sammenlignet med main." in render(report, "markdown")
    assert "`planlint check --base main --date 2024-06-15`" in render(report, "markdown")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_every_format_is_the_same_twice(name: str, lang: str, tmp_path: Path) -> None:
    """The same files and the same day give the same text, in any language."""
    report = replace(crowded(tmp_path, 3, 2), language=lang)
    assert render(report, name, KNOWN) == render(report, name, KNOWN)


def _unanchored(tmp_path: Path) -> Path:
    root = fjordvik(tmp_path)
    write(root, "planer/klimastrategi.yaml", PLAN.replace("forankring: [trygg-oppvekst]\n", ""))
    return root


def test_several_outputs_at_once(tmp_path: Path) -> None:
    """One run writes what a person, a platform and a comment need."""
    root = _unanchored(tmp_path)
    files = [f"--output={name}={name}.ut" for name in FORMATS]
    done = run("check", "--date", DATE, "--output", "text", *files, cwd=root)
    assert done.returncode == 1
    assert "PL201" in done.stdout
    for name in FORMATS:
        assert "PL201" in (root / f"{name}.ut").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("outputs", "sentence"),
    [
        (("json", "sarif"), "bare ett format"),
        (("json=ut", "sarif=./ut"), "to formater kan ikke skrives til samme fil"),
        (("yaml",), "ukjent format «yaml»"),
    ],
)
def test_outputs_that_cannot_be_told_apart_are_refused(outputs: tuple[str, ...], sentence: str, tmp_path: Path) -> None:
    """Nothing is written over by a slip, and the sentence says what to do."""
    done = run("check", *(f"--output={one}" for one in outputs), cwd=fjordvik(tmp_path))
    assert done.returncode == 2
    assert sentence in done.stderr


def test_help_names_every_format(tmp_path: Path) -> None:
    """A format that help does not name is not found."""
    shown = " ".join(run("check", "--help", cwd=tmp_path).stdout.split())
    assert all(name in shown for name in FORMATS)


@pytest.mark.parametrize("env", [{}, None], ids=["a pipe", "a file"])
def test_a_device_is_written_to_and_not_replaced(tmp_path: Path, env: dict[str, str] | None) -> None:
    """`--output json=/dev/stdout` is a stream, not a file to put in its place, where it leads to one too."""
    done = run("check", "--date", DATE, "--output", "json=/dev/stdout", cwd=fjordvik(tmp_path), env=env)
    assert json.loads(done.stdout)["findings"] == []
    assert not Path("/dev/stdout").is_file() or Path("/dev/stdout").is_symlink()


@pytest.fixture
def in_a_repository(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a check of a plan system that lies in a folder of its repository."""
    root = _unanchored(tmp_path / "kommune")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    return lambda *args, **env: run("check", "--date", DATE, *args, cwd=root, env=env)


def test_actions_get_their_own_format(in_a_repository: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    """Without --output, a run of GitHub Actions gives annotations, with the path from the repository's root."""
    done = in_a_repository(GITHUB_ACTIONS="true")
    (error,) = [one for one in orders(done.stdout) if one.name == "error"]
    assert error.properties["file"] == "kommune/plans/planer/klimastrategi.yaml"
    assert "PL201" in done.stdout.rpartition("::endgroup::")[2]
    assert done.returncode == 1
    assert orders(in_a_repository("--output", "text", GITHUB_ACTIONS="true").stdout) == []
    assert orders(in_a_repository().stdout) == []


def test_the_comment_links_to_the_version_that_was_checked(
    in_a_repository: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    """The address comes from the CI run; one that is no address gives no link."""
    env = {"GITHUB_SERVER_URL": "https://git.example", "GITHUB_REPOSITORY": "fjordvik/planer", "GITHUB_SHA": "a" * 40}
    text = in_a_repository("--output", "markdown", **env).stdout
    assert f"https://git.example/fjordvik/planer/blob/{'a' * 40}/kommune/plans/planer/klimastrategi.yaml#L" in text
    assert "](" not in in_a_repository("--output", "markdown", **env | {"GITHUB_REPOSITORY": "x) [y](http://z"}).stdout
    gitlab_env = {"CI_PROJECT_URL": "https://lab.example/a/b", "CI_COMMIT_SHA": "b" * 40}
    assert f"/a/b/-/blob/{'b' * 40}/" in in_a_repository("--output", "markdown", **gitlab_env).stdout


def test_without_git_the_workspace_is_the_root(tmp_path: Path) -> None:
    """A checkout without .git still gets paths that lead to its files."""
    root = _unanchored(tmp_path / "kommune")
    done = run("check", "--date", DATE, "--output=gitlab", cwd=root, env={"CI_PROJECT_DIR": str(tmp_path)})
    assert json.loads(done.stdout)[0]["location"]["path"] == "kommune/plans/planer/klimastrategi.yaml"


def test_exit_codes_do_not_depend_on_the_format(tmp_path: Path) -> None:
    """Whoever reads the result, the gate is the same."""
    root = _unanchored(tmp_path)

    def codes() -> Iterator[int]:
        for name in FORMATS:
            yield run("check", "--date", DATE, "--output", name, cwd=root).returncode

    assert set(codes()) == {1}


def test_a_remark_in_azure_pipelines(tmp_path: Path) -> None:
    """https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands: place, rule and what to do."""
    text = render(crowded(tmp_path, 1, 1), "azure", Options(prefix="fjord; vik]/100 %/"))
    error, warning = azure_orders(text)
    assert text.splitlines()[1].startswith(
        "##vso[task.logissue type=error;sourcepath=fjord%3B vik%5D/100 %AZP25/plans/planer/feil-000.yaml;linenumber="
    )
    assert error.name == warning.name == "task.logissue"
    assert (error.properties["type"], warning.properties["type"]) == ("error", "warning")
    assert error.properties["sourcepath"] == "fjord; vik]/100 %/plans/planer/feil-000.yaml"
    assert error.properties["code"] == "PL201 uforankret-plan"
    assert error.properties["linenumber"].isdigit()
    assert "Slik retter du: " in error.data


def test_remarks_in_azure_are_bounded_errors_first(tmp_path: Path) -> None:
    """Fifty at most; the rest is counted, infos are no remarks, and all of it stands in the log."""
    report = crowded(tmp_path, 40, 30)
    text = render(report, "azure")
    found = azure_orders(text)
    assert [one.properties["type"] for one in found] == [*["error"] * 40, *["warning"] * 11]
    assert found[-1].data == "20 funn til vises ikke som merknader her. Alle står i loggen."
    assert text.endswith(render(report, "text"))
    infos = tuple(replace(it, diagnostic=replace(it.diagnostic, severity=Severity.INFO)) for it in report.findings)
    assert azure_orders(render(replace(report, findings=infos), "azure")) == []


SITE = "https://plan.fjordvik.kommune.no/"


def test_every_rule_leads_to_its_explanation(tmp_path: Path) -> None:
    """On the municipality's site where it says that it has one, else in a manual, else in planlint's own repository."""
    report = crowded(tmp_path, 1, 0)
    guide = "https://github.com/eksempel/planlint/blob/v1/docs/veiledning/lese-funn.md"
    manual = "https://eksempel.example/manual"
    rules = f"{manual}/oppslag/regler"
    for site, options, page, all_of_them in (
        (SITE, Options(manual=manual, guide=guide), f"{SITE}regel/PL201.html", f"{SITE}regler.html"),
        (
            "",
            Options(manual=manual, guide=guide),
            f"{rules}/PL201.html",
            f"{rules}/index.html",
        ),
        ("", Options(guide=guide), guide, guide),
    ):
        told = replace(report, site=site)
        assert f"Regel: [PL201]({page}) uforankret-plan" in render(told, "markdown", options)
        driver = sarif(told, options)["tool"]["driver"]
        assert driver["informationUri"] == all_of_them
        assert next(rule["helpUri"] for rule in driver["rules"] if rule["id"] == "PL201") == page
    assert "Regel: PL201 uforankret-plan" in render(report, "markdown")
    assert "informationUri" not in sarif(report)["tool"]["driver"]


@pytest.mark.parametrize(
    "site",
    [
        "javascript:alert(1)", "https://a.example/) [x](https://b.example", "https://a.example/ <img>",
        "plan.kommune.no",
        "https://u:p@a.example/", "https://a.example/?x=1", "https://a.example/\nx",
        f"https://a.example/{'x' * 300}", "http://",
    ],
    ids=range(9),
)  # fmt: skip
def test_an_address_that_is_none_leads_nowhere(tmp_path: Path, site: str) -> None:
    """What a municipality has written as its address is taken only where it is an address and nothing else."""
    report = replace(crowded(tmp_path, 1, 0), site=site)
    assert "](" not in render(report, "markdown").partition("Regel: ")[2].partition("\n")[0]
    assert "informationUri" not in sarif(report)["tool"]["driver"]


def test_the_site_is_the_one_from_before_the_change(tmp_path: Path) -> None:
    """A change cannot make the answer lead where it wants: the address is that of what it is merged into."""
    root = fjordvik(tmp_path)
    system = root / "plans/plansystem.yaml"
    system.write_text(system.read_text("utf-8") + f"nettsted: {{adresse: {SITE}}}\n", encoding="utf-8")
    base = commit(root, "2024-01-01")
    system.write_text(system.read_text("utf-8").replace(SITE, "https://ond.example/"), encoding="utf-8")
    assert check(root, DAY).site == "https://ond.example/"
    assert check(root, DAY, base=base).site == SITE
