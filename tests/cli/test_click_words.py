"""What click says itself is said in the reader's language: in --help, and when a command line cannot be used."""

from __future__ import annotations

import ast
import gettext
import os
import re
import string
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from catalogue import click_words
from click.testing import CliRunner
from support.helpers import fjordvik, run

from planlint.cli.click_words import CATALOGUES, click_speaks
from planlint.cli.lazy_group import COMMANDS, planlint
from planlint.text import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

MISTAKES = [
    (("chek",), "planlint: Det finnes ingen kommando som heter chek. Mente du «check»?"),
    (("avvik", "foo"), "planlint: Det finnes ingen kommando som heter foo."),
    (("check", "--dat"), "planlint: Det finnes ikke noe valg som heter --dat. Mente du «--date»?"),
    (("check", "--date"), "planlint: Valget --date skal ha en verdi etter seg."),
    (("check", "--known=3"), "planlint: Valget --known skal ikke ha noen verdi."),
    (("check", "--fail-on", "x"), "planlint: Verdien til «--fail-on» kan ikke brukes: «x» er ikke blant «feil», "),
    (("serve", "--port", "x"), "planlint: Verdien til «--port» kan ikke brukes: «x» er ikke et tall."),
    (
        ("serve", "--port", "-1"),
        "planlint: Verdien til «--port» kan ikke brukes: -1 er utenfor det som er tillatt (0–65535).",
    ),
    (("rename", "a"), "planlint: Dette mangler: «NY»."),
    (("rename", "a", "b", "c"), "planlint: Kommandoen har ikke bruk for dette: c"),
    (("rename", "a", "b", "c", "d"), "planlint: Kommandoen har ikke bruk for disse: c d"),
]


@pytest.mark.parametrize(("arguments", "told"), MISTAKES)
def test_a_mistake_is_told_in_norwegian(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    """Nothing of it is English, and it leads to the help."""
    done = run(*arguments, cwd=fjordvik(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    for english in ("Usage", "Error", "Try", "OPTIONS", "Missing", "Invalid"):
        assert english not in done.stderr


@pytest.mark.parametrize(
    ("lang", "usage", "mistake"),
    [
        ("nb", "Bruk: planlint check [VALG]", "Valget --date skal ha en verdi etter seg."),
        ("nn", "Bruk: planlint check [VAL]", "Valet --date skal ha ein verdi etter seg."),
        ("en", "Usage: planlint check [OPTIONS]", "Option --date requires a value."),
    ],
)
def test_click_follows_the_language(tmp_path: Path, lang: str, usage: str, mistake: str) -> None:
    """Help and mistakes come in the language that --lang names, whatever the machine speaks."""
    root = fjordvik(tmp_path)
    assert run("check", "--lang", lang, "--help", cwd=root).stdout.startswith(usage)
    assert mistake in run("check", "--lang", lang, "--date", cwd=root).stderr


ENGLISH = re.compile(r"\b(TEXT|PATH|INTEGER|FLOAT|DIRECTORY|default|required|Usage|Options|Commands)\b|x[<>]=|<=x")
"""Words that click sets around ours in --help, and its way of saying between which numbers one lies."""


def helps(code: str) -> Iterator[tuple[str, str]]:
    """Yield what --help says in a language, of planlint itself, of each command and of the commands under it."""
    below = [(name,) for name in COMMANDS]
    for names in [(), *below]:
        done = CliRunner().invoke(planlint, ["--lang", code, *names, "--help"])
        assert done.exit_code == 0, done.output
        yield " ".join(names), done.output
        chosen = import_module(f"planlint.cli.{names[0]}").command if names else None
        below_it = chosen.commands if isinstance(chosen, click.Group) else ()
        yield from ((f"{names[0]} {name}", _help(code, names[0], name)) for name in below_it)


def _help(code: str, *names: str) -> str:
    return CliRunner().invoke(planlint, ["--lang", code, *names, "--help"]).output


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_nothing_in_help_is_clicks_own_english(code: str) -> None:
    """What stands for an option's value, and that it is required, are words of ours too, in each command."""
    told = dict(helps(code))
    assert {"propose", "law check", "avvik add"} <= set(told)
    assert {name: ENGLISH.findall(text) for name, text in told.items() if ENGLISH.search(text)} == {}


def test_that_an_option_is_required_is_said_in_the_language() -> None:
    """«[required]» stood in bokmål's help."""
    said = {"nb": "[må være med]", "nn": "[må vere med]", "en": "[required]"}
    for code, words in said.items():
        assert words in " ".join(_help(code, "vedta").split())


@pytest.mark.parametrize(("code", "marks"), [("nb", "«»"), ("nn", "«»"), ("en", "“”")])
@pytest.mark.parametrize("arguments", [arguments for arguments, told in MISTAKES if "«" in told])
def test_what_a_mistake_quotes_is_quoted_as_in_the_language(
    tmp_path: Path, code: str, marks: str, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """«--fail-on», not '--fail-on'; in English “--fail-on”."""
    monkeypatch.chdir(fjordvik(tmp_path))
    said = CliRunner().invoke(planlint, ["--lang", code, *arguments]).output
    assert marks[0] in said
    assert "'" not in said


Message = tuple[tuple[str, ...], tuple[str, ...]]


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    """Give a text's forms: one, or one and many."""
    return (text,) if isinstance(text, str) else tuple(text)


def placeholders(text: str) -> set[str]:
    """Give the names that a text wants filled."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


NOT_TOLD = {
    "(dynamic)",
    "Argument {name!r} takes {nargs} values.",
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Choice({choices})",
    "Confirm the action without prompting.",
    "Could not determine name for option with declarations {decls!r}",
    "Couldn't detect Bash version, shell completion is not supported.",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "Do you want to continue?",
    "Invalid start character for option ({option})",
    "Name '{name}' defined twice",
    (
        "No options defined but a name was passed ({name}). Did you mean to declare an argument instead? "
        "Did you mean to pass '--{name}'?"
    ),
    "Press any key to continue...",
    "Repeat for confirmation",
    "Shell completion is not supported for Bash versions older than 4.4.",
    "Show the version and exit.",
    "Show this message and exit.",
    "Takes {nargs} values but 1 was given.",
    "Unknown color {colour!r}",
    "Unknown standard stream '{name}'",
    "Value must be an iterable.",
    "Windows error: {error}",
    "deprecated",
    "d",
    "directory",
    "file",
    "path",
    "{editor}: Editing failed",
    "{editor}: Editing failed: {e}",
    "{len_type} values are required, but {len_value} was given.",
    "{value!r} does not match the format {format}.",
    "{value!r} is not a valid UUID.",
    "%(prog)s, version %(version)s",
}
"""What click says to those who write commands, and of kinds of values and questions that no command here has."""


FROM_A_TABLE = {"required"}
"""What click hands to gettext by way of a variable."""


def _clicks_own() -> set[str]:
    """Give every sentence that click hands to gettext; of one with a plural, the single one."""
    calls = (
        node
        for file in Path(click.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "ngettext"}
    )
    return {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}


def _ours(code: str) -> dict[str, Message]:
    """Give click's words and ours for them, from the catalogue of a language."""
    words = ((forms(entry.id), forms(entry.string)) for entry in click_words(code) if entry.id)
    return {one[0]: (one, said) for one, said in words}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_that_click_says_is_known(code: str) -> None:
    """A sentence that a newer click words otherwise would come in English, and nobody would see why."""
    assert set(_ours(code)) == _clicks_own() - NOT_TOLD | FROM_A_TABLE
    assert _clicks_own() >= NOT_TOLD


@pytest.mark.parametrize("code", LANGUAGES)
def test_clicks_words_are_filled_as_click_fills_them(code: str) -> None:
    """Each is translated, and asks for nothing that click does not give."""
    for said, ours in _ours(code).values():
        assert all(ours), said
        asked = [{re.sub(r"[!:].*", "", name) for name in placeholders(form)} for form in ours]
        assert all(names <= set().union(*map(placeholders, said)) for names in asked), said


@pytest.mark.parametrize("code", LANGUAGES)
def test_gettext_reads_what_the_catalogue_says(code: str) -> None:
    """The .mo beside a catalogue is made of it: `python tools/catalogue.py` has been run."""
    read = gettext.translation("messages", str(CATALOGUES), languages=[code])
    for said, ours in _ours(code).values():
        numbers = (read.ngettext(*said, number) for number in (1, 2)) if len(said) > 1 else (read.gettext(said[0]),)
        assert tuple(numbers) == ours


def test_click_is_given_back_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs a command from a program of their own keeps their language and their catalogues."""
    monkeypatch.setenv("LANGUAGE", "de")
    folder = gettext.bindtextdomain("messages")
    with click_speaks("nn"):
        assert gettext.gettext("Options") == "Val"
    with suppress(ZeroDivisionError), click_speaks("nn"):
        divmod(1, 0)
    assert (os.environ["LANGUAGE"], gettext.bindtextdomain("messages")) == ("de", folder)
    monkeypatch.delenv("LANGUAGE")
    with click_speaks("nb"):
        assert gettext.gettext("Options") == "Valg"
    assert "LANGUAGE" not in os.environ
