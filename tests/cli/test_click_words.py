"""What click says itself is said in the reader's language: in --help, and when a command line cannot be used."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import click
import pytest
from support.helpers import fjordvik, run

from planlint.cli.click_words import WORDS

MISTAKES = [
    (("chek",), "planlint: Det finnes ingen kommando som heter chek. Mente du check?"),
    (("avvik", "foo"), "planlint: Det finnes ingen kommando som heter foo."),
    (("check", "--dat"), "planlint: Det finnes ikke noe valg som heter --dat. Mente du '--date'?"),
    (("check", "--date"), "planlint: Valget --date skal ha en verdi etter seg."),
    (("check", "--known=3"), "planlint: Valget --known skal ikke ha noen verdi."),
    (("check", "--fail-on", "x"), "planlint: Verdien til '--fail-on' kan ikke brukes: «x» er ikke blant 'feil', "),
    (("serve", "--port", "x"), "planlint: Verdien til '--port' kan ikke brukes: «x» er ikke et tall."),
    (("serve", "--port", "-1"), "planlint: Verdien til '--port' kan ikke brukes: -1 er utenfor det som er tillatt "),
    (("rename", "a"), "planlint: Dette mangler: 'NY'."),
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


def test_nothing_stands_for_a_value_in_english(tmp_path: Path) -> None:
    """What stands for an option's value is a word of ours too."""
    for command in ("check", "serve", "export", "form", "coverage", "build"):
        told = run(command, "--help", cwd=fjordvik(tmp_path / command)).stdout
        assert not [word for word in ("TEXT", "PATH", "INTEGER", "FLOAT", "DIRECTORY", "default:") if word in told]


def _clicks_own() -> set[str]:
    """Give every sentence that click hands to gettext."""
    calls = (
        node
        for file in Path(click.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "ngettext"}
    )
    return {arg.value for call in calls for arg in call.args if isinstance(arg, ast.Constant)}


def test_every_word_in_the_table_is_clicks() -> None:
    """A sentence that a newer click words otherwise would come in English, and nobody would see why."""
    assert set(WORDS) <= _clicks_own()
    assert all(hasattr(sys.modules[f"click.{name}"], "_") for name in ("core", "exceptions", "formatting", "types"))
