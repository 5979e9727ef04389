"""The command line as its users meet it: options, exit codes, colours, files."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from pathlib import Path

import click
import pytest
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.cli.lazy_group import COMMANDS, planlint

UNANCHORED = PLAN.replace("forankring: [trygg-oppvekst]\n", "")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system with one error: a plan without forankring."""
    write(fjordvik(tmp_path), "planer/klima.yaml", UNANCHORED)
    return tmp_path


def test_exit_codes_do_not_depend_on_the_format(root: Path) -> None:
    """One error is 1 in every format; a warning counts only when asked for."""
    for output in ("text", "json"):
        assert run("check", "--date", DATE, "--output", output, cwd=root).returncode == 1
        assert run("check", "--date", DATE, "--output", output, "--ignore", "PL201", cwd=root).returncode == 0
    write(root, "planer/klima.yaml", PLAN.replace("7/22", "012"))
    assert run("check", "--date", DATE, cwd=root).returncode == 0
    assert run("check", "--date", DATE, "--fail-on", "advarsel", cwd=root).returncode == 1


def test_select_and_ignore_take_beginnings_of_codes(root: Path) -> None:
    """PL2 is the whole family; a code that begins no rule is refused with exit code 2."""
    assert run("check", "--date", DATE, "--select", "pl2", cwd=root).returncode == 1
    assert run("check", "--date", DATE, "--select", "PL0,PL1", cwd=root).returncode == 0
    assert run("check", "--date", DATE, "--ignore", "PL2", cwd=root).returncode == 0
    done = run("check", "--select", "PL7777", cwd=root)
    assert done.returncode == 2
    assert "ingen regel begynner med PL7777" in done.stderr


def test_json_is_the_contract(root: Path) -> None:
    """Every promised field is there, with the types that others rely on."""
    data = json.loads(run("check", "--date", DATE, "--output", "json", cwd=root).stdout)
    assert data["schema"] == 1
    assert data["date"] == DATE
    assert data["counts"] == {"files": 8, "feil": 1, "advarsel": 0, "info": 0, "avvik": 0, "unntak": 0, "hull": 0}
    (finding,) = data["findings"]
    assert len(finding.pop("fingerprint")) == 12
    assert finding.pop("message")
    assert finding.pop("help")
    assert finding == {
        "code": "PL201", "name": "uforankret-plan", "severity": "feil", "class": "LOKAL", "entity": "plan/klima",
        "path": "plans/planer/klima.yaml", "line": 2, "column": 7, "endLine": 2, "endColumn": 15,
        "law": [], "related": [], "status": "new",
    }  # fmt: skip


def test_fingerprints_survive_what_does_not_matter(root: Path) -> None:
    """Moved lines, comments and another day leave the mark alone."""

    def mark(*args: str) -> str:
        data = json.loads(run("check", "--output", "json", *args, cwd=root).stdout)
        return str(data["findings"][0]["fingerprint"])

    before = mark("--date", DATE)
    write(root, "planer/klima.yaml", "# en kommentar\n\n" + UNANCHORED.replace("2030}", "2031}"))
    assert mark("--date", "2025-01-01") == before


def test_output_to_a_file_and_the_screen_at_once(root: Path) -> None:
    """One format on the screen, others in files; two on the screen are refused."""
    done = run("check", "--date", DATE, "--output", "text", "--output", "json=ut/funn.json", cwd=root)
    assert done.returncode == 1
    assert "PL201" in done.stdout
    assert json.loads((root / "ut/funn.json").read_text(encoding="utf-8"))["counts"]["feil"] == 1
    assert run("check", "--output", "text", "--output", "json", cwd=root).returncode == 2
    assert run("check", "--output", "xml", cwd=root).returncode == 2
    done = run("check", "--date", DATE, "--output", "json=plans/plansystem.yaml/x", cwd=root)
    assert done.returncode == 2
    assert "ligger i plansystemet selv" in done.stderr


def test_colour_only_where_it_is_wanted(root: Path) -> None:
    """No colour in a pipe, none with NO_COLOR, always with FORCE_COLOR or --color always, and the option wins."""

    def coloured(*args: str, **env: str) -> bool:
        return "\x1b[" in run("check", "--date", DATE, *args, cwd=root, env=env).stdout

    assert not coloured()
    assert coloured(FORCE_COLOR="1")
    assert not coloured(FORCE_COLOR="1", NO_COLOR="1")
    assert coloured("--color", "always", NO_COLOR="1")
    assert not coloured("--color", "never", FORCE_COLOR="1")


def test_paths_limit_what_is_shown_not_what_is_judged(root: Path) -> None:
    """A finding elsewhere is left out of the report, and the whole system is still read."""
    assert run("check", "--date", DATE, "plans/maal", cwd=root).returncode == 0
    done = run("check", "--date", DATE, "planer/klima.yaml", cwd=root / "plans")
    assert done.returncode == 1
    assert "8 filer" in done.stdout


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2101-01-01", "9999-12-31"])
@pytest.mark.parametrize("command", [("check", "--date"), ("coverage", "--date"), ("forecast", "--until")])
def test_a_day_out_of_all_time_is_told(root: Path, command: tuple[str, ...], day: str) -> None:
    """No computation runs off the calendar: exit code 2 and the years that will do."""
    done = run(*command, day, cwd=root)
    assert done.returncode == 2
    assert "1900 til 2100" in done.stderr


def test_help_in_the_readers_language(root: Path) -> None:
    """What commands and options say is translated by --lang, and by språk in plansystem.yaml."""
    assert "Vis alle regler." in run("--help", cwd=root).stdout
    assert "Show all rules." in run("--help", "--lang", "en", cwd=root).stdout
    assert "Check the plan system" in run("check", "--help", "--lang=en", cwd=root).stdout
    assert "Show what happens if a plan is repealed." in run("whatif", "--lang", "en", "-h", cwd=root).stdout
    declaration = root / "plans" / "plansystem.yaml"
    declaration.write_text(declaration.read_text(encoding="utf-8").replace("språk: nb", "språk: nn"), encoding="utf-8")
    done = run("whatif", "opphev", "--help", cwd=root)
    assert "blir oppheva" in done.stdout
    assert "Vis denne hjelpa." in done.stdout
    assert "Vis denne hjelpen." in run("--help", "--lang", "nb", cwd=root).stdout
    declaration.write_bytes(b"\xff")
    assert run("--help", cwd=root).returncode == 0


def test_rules_are_explained_in_the_declared_language(root: Path) -> None:
    """`språk` counts for explain and rules too; --lang goes before it."""
    declaration = root / "plans" / "plansystem.yaml"
    declaration.write_text(declaration.read_text(encoding="utf-8").replace("språk: nb", "språk: nn"), encoding="utf-8")
    assert "Kvifor" in run("explain", "PL301", cwd=root / "plans").stdout
    assert "Hvorfor" in run("explain", "PL301", "--lang", "nb", cwd=root).stdout
    assert "Kommunestyret vedtek" in run("rules", cwd=root).stdout


def test_a_wrong_date_is_told(root: Path) -> None:
    """A day that is none is refused with the form it should have."""
    done = run("check", "--date", "24.3.2010", cwd=root)
    assert done.returncode == 2
    assert "Skriv år-måned-dag" in done.stderr


def test_statistics_count_by_rule(root: Path) -> None:
    """A line for each rule with findings."""
    done = run("check", "--date", DATE, "--statistics", cwd=root)
    assert "    1      0  PL201 uforankret-plan" in done.stdout


def test_show_and_list(root: Path) -> None:
    """An entity with links both ways; a table that can be filtered; both as JSON."""
    done = run("show", "trygg-oppvekst", "--date", DATE, cwd=root)
    assert "Tiltak (mål)" in done.stdout
    assert "tiltak/aapne-moeteplasser" in done.stdout
    assert "maal/gode-liv" in done.stdout
    assert json.loads(run("show", "maal/gode-liv", "--output", "json", cwd=root).stdout)["status"] == "I kraft"
    done = run("show", "gode-livv", cwd=root)
    assert done.returncode == 2
    assert "Mente du «gode-liv»?" in done.stderr
    done = run(
        "list",
        "plan",
        "--where",
        "hendelser.organ=kommunestyret",
        "--where",
        "ansvarlig=miljoe",
        "--date",
        DATE,
        cwd=root,
    )
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["ID", "arealdel-2021", "klima"]
    done = run("list", "plan", "--where", "status.nå=vedtatt", "--date", "2020-12-31", "--output", "json", cwd=root)
    assert [row["id"] for row in json.loads(done.stdout)] == ["samfunnsdel-2020"]
    assert run("list", "mål", "--where", "type=nei", cwd=root).stdout == "Ingen treff.\n"
    assert run("list", "plan", "--where", "type", cwd=root).returncode == 2


def test_show_asks_for_the_kind_when_two_have_the_same_id(root: Path) -> None:
    """An id may be used once by each kind."""
    write(root, "tiltak/klima.yaml", "tittel: Klimatiltak\nmål: [trygg-oppvekst]\n")
    done = run("show", "klima", cwd=root)
    assert done.returncode == 2
    assert "Flere har id «klima». Skriv «plan/klima» eller «tiltak/klima»." in done.stderr
    assert run("show", "tiltak/klima", cwd=root).returncode == 0


def test_explain_and_rules(root: Path) -> None:
    """A rule by code or name, in three formats; an unknown one gets a suggestion."""
    text = run("explain", "pl201", cwd=root).stdout
    for heading in ("Krav", "Hvorfor", "Kilde", "Eksempel som gir funn", "Eksempel uten funn", "Slik retter du"):
        assert heading in text
    assert run("explain", "uforankret-plan", cwd=root).stdout == text
    assert json.loads(run("explain", "PL201", "--output", "json", cwd=root).stdout)["bad"][0]["output"]
    assert "```yaml" in run("explain", "PL201", "--output", "markdown", cwd=root).stdout
    done = run("explain", "uforankret-plann", cwd=root)
    assert done.returncode == 2
    assert "Mente du «uforankret-plan»?" in done.stderr
    assert "PL201" in run("rules", cwd=root).stdout
    assert run("rules", "--output", "markdown", cwd=root).stdout.startswith("| Kode |")
    assert len(json.loads(run("rules", "--output", "json", cwd=root).stdout)) > 40


def test_an_unknown_command_gets_a_suggestion(root: Path) -> None:
    """A slip of the pen is not met with a manual."""
    done = run("chek", cwd=root)
    assert done.returncode == 2
    assert "Mente du «check»?" in done.stderr


def test_the_root_is_found_upwards(root: Path) -> None:
    """Standing anywhere inside the plan system is enough."""
    assert run("check", "--date", DATE, cwd=root / "plans" / "planer").returncode == 1


def test_build_without_a_usable_plansystem(root: Path) -> None:
    """Nothing is written when the declaration is broken."""
    write(root, "plansystem.yaml", "kommune: [")
    for command in (("build",), ("show", "klima"), ("list", "plan"), ("avvik", "prune")):
        done = run(*command, "--date", DATE, cwd=root)
        assert done.returncode == 2, command
        assert "planlint check" in done.stderr
    assert not (root / "site").exists()


def test_help_imports_nothing_heavy() -> None:
    """Start-up is a feature: --help imports neither pydantic nor jinja2."""
    code = (
        "import sys; from planlint.cli.lazy_group import planlint\n"
        "try: planlint(['--help'], prog_name='planlint')\nexcept SystemExit: pass\n"
        "print([name for name in ('pydantic', 'jinja2', 'yaml', 'ruamel', 'zoneinfo', 'json') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("[]")


def _commands(command: click.Command, name: str) -> list[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        return [
            pair
            for sub in command.list_commands(context)
            if (found := command.get_command(context, sub))
            for pair in _commands(found, f"{name} {sub}")
        ]
    return [(name, command)]


@pytest.mark.parametrize(("name", "command"), _commands(planlint, "planlint"))
def test_every_option_has_a_help_text_and_an_argument_of_its_own(name: str, command: click.Command) -> None:
    """What the command line offers is what the function takes, and all of it is explained in Norwegian."""
    assert command.callback is not None
    assert command.help
    code = inspect.unwrap(command.callback).__code__
    names = set(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])
    if "question" in names:  # a report command: its question holds the rest, by name
        names = names - {"question"} | set(command.callback.taken)  # type: ignore[attr-defined] # as report_command says
    assert {param.name for param in command.params} == names, name
    for param in command.params:
        assert not isinstance(param, click.Option) or param.help, param.name


def test_the_table_of_commands_is_complete() -> None:
    """Every command in the table can be imported under its name."""
    context = click.Context(planlint)
    for name in COMMANDS:
        command = planlint.get_command(context, name)
        assert command is not None
        assert command.name == name


def test_where_knows_its_fields_and_today_in_any_language(root: Path) -> None:
    """A slip of the pen is told, not answered with nothing; a status is also known by its key."""
    done = run("list", "plan", "--where", "stauts=vedtatt", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Mente du «status»?" in done.stderr
    assert "Feltene er «id, tittel" in run("list", "plan", "--where", "xyz=1", cwd=root).stderr
    by_key = [
        run("list", "plan", "--where", "status.nå=vedtatt", "--lang", lang, cwd=root).stdout for lang in ("nb", "en")
    ]
    assert all("samfunnsdel-2020" in text for text in by_key)
    assert "naer-natur" in run("list", "mål", "--where", "status.nå=i kraft", cwd=root).stdout


def test_where_takes_yes_and_no_as_people_and_files_say_them(root: Path) -> None:
    """`utkast: true` is found as ja and as true, and nei finds no draft."""
    write(root, "maal/utkast-a.yaml", "tittel: Utkastet\ntype: hovedmål\nplan: samfunnsdel-2020\nutkast: true\n")
    told = {word: run("list", "mål", "--where", f"utkast={word}", cwd=root).stdout for word in ("ja", "true", "nei")}
    assert told["ja"] == told["true"]
    assert "utkast-a" in told["ja"]
    assert "utkast-a" not in told["nei"]


def test_schemas_lie_beside_the_plans_wherever_we_stand(root: Path) -> None:
    """`schema` in a folder below writes none there."""
    assert run("schema", cwd=root).returncode == 0
    assert run("schema", "--check", cwd=root / "plans").returncode == 0
    assert not (root / "plans/schema").exists()
