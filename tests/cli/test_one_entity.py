"""An id on the command line: every command finds the same thing by it, and says the same where it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.helpers import DATE, PLAN, fjordvik, run, write

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = (
    ("show", "{}"),
    ("show", "{}", "--output", "json"),
    ("whatif", "opphev", "{}"),
    ("whatif", "vedta", "{}"),
    ("whatif", "slett", "{}"),
    ("whatif", "slett", "{}", "--output", "markdown"),
    ("set", "{}", "tittel=Ny"),
    ("vedta", "{}", "--dato", "2024-06-01", "--sak", "1/24"),
    ("rename", "{}", "ny-id"),
    ("omforanke", "{}", "samfunnsdel-2020"),
    ("omforanke", "samfunnsdel-2020", "{}"),
)
"""Every command that takes an id of anything."""
GOAL = "tittel: Klima\nplan: samfunnsdel-2020\n"
FAULTY = 'tittel: "Klimastrategi\n'


def told(root: Path, command: tuple[str, ...], name: str) -> str:
    """Give what a command says of an id; it must stop, and say nothing else."""
    done = run(*(word.format(name) for word in command), "--date", DATE, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    return done.stderr


@pytest.mark.parametrize(
    ("files", "name", "sentence"),
    [
        (
            {"planer/klima.yaml": FAULTY}, "klima",
            "Filen til «klima» kan ikke leses. Kjør «planlint check» og rett den først: plans/planer/klima.yaml.",
        ),
        (
            {"planer/tema/klima.yaml": FAULTY}, "plan/klima",
            "Filen til «klima» kan ikke leses. Kjør «planlint check» og rett den først: plans/planer/tema/klima.yaml.",
        ),
        (
            {"planer/klima.yaml": PLAN, "maal/klima.yaml": GOAL}, "klima",
            "Flere har id «klima». Skriv «maal/klima» eller «plan/klima».",
        ),
        (
            {"planer/klima.yaml": PLAN, "maal/klima.yaml": FAULTY}, "klima",
            "Flere har id «klima». Skriv «maal/klima» eller «plan/klima».",
        ),
        (
            {"planer/klima.yaml": FAULTY, "maal/klima.yaml": FAULTY}, "maal/klima",
            "Filen til «klima» kan ikke leses. Kjør «planlint check» og rett den først: plans/maal/klima.yaml.",
        ),
        ({"planer/klima.yaml": PLAN}, "klimma", "Fant ingen med id «klimma». Mente du «klima»?"),
        ({"planer/klima.yaml": PLAN}, "qqqqqqqqqq", "Fant ingen med id «qqqqqqqqqq»."),
        (
            {"planer/klima.yaml": PLAN, "plansystem.yaml": "kommune: ["}, "klima",
            "plansystem.yaml kan ikke brukes. Kjør «planlint check» og rett den først.",
        ),
    ],
)  # fmt: skip
def test_every_command_says_the_same_of_an_id(files: dict[str, str], name: str, sentence: str, tmp_path: Path) -> None:
    """An unreadable file, an id of several, one of none and an unusable plansystem.yaml: one true sentence for each."""
    root = fjordvik(tmp_path)
    for path, text in files.items():
        write(root, path, text)
    assert {told(root, command, name) for command in COMMANDS} == {f"planlint: {sentence}\n"}


@pytest.mark.parametrize("command", [("bekreft", "klima", "trygg-oppvekst"), ("bekreft", "--alle-til", "klima")])
def test_bekreft_names_the_kind_and_the_file(command: tuple[str, ...], tmp_path: Path) -> None:
    """Bekreft asks for a plan and a goal, and tells which of them has a file that cannot be read."""
    root = fjordvik(tmp_path)
    write(root, "planer/klima.yaml", FAULTY)
    write(root, "maal/klima.yaml", FAULTY)
    this, file = (
        ("målet", "plans/maal/klima.yaml") if "--alle-til" in command else ("planen", "plans/planer/klima.yaml")
    )
    sentence = f"Filen til {this} «klima» kan ikke leses. Kjør «planlint check» og rett den først: {file}."
    assert told(root, command, "") == f"planlint: {sentence}\n"


def test_a_chosen_goal_that_cannot_be_read_is_not_called_unknown(tmp_path: Path) -> None:
    """Omforanke --velg tells of a goal's unreadable file, as the other commands do."""
    root = fjordvik(tmp_path)
    write(root, "planer/samfunnsdel-2024.yaml", PLAN.replace("strategi", "samfunnsdel"))
    write(root, "maal/nytt.yaml", FAULTY)
    command = ("omforanke", "samfunnsdel-2020", "samfunnsdel-2024", "--velg", "trygg-oppvekst={}")
    sentence = "Filen til «nytt» kan ikke leses. Kjør «planlint check» og rett den først: plans/maal/nytt.yaml."
    assert told(root, command, "nytt") == f"planlint: {sentence}\n"


def test_commands_that_take_an_id_are_all_tried() -> None:
    """A new command with an id of one entity must be among those that are tried above."""
    import importlib  # noqa: PLC0415 - only here

    import click  # noqa: PLC0415 - as above

    from planlint.cli.lazy_group import COMMANDS as EVERY  # noqa: PLC0415 - as above

    named = {"ID", "FIL|ID", "GAMMEL", "FRA-PLAN", "TIL-PLAN", "PLAN", "[PLAN]"}
    found = set()
    for name in EVERY:
        command = importlib.import_module(f"planlint.cli.{name}").command
        for one in command.commands.values() if isinstance(command, click.Group) else (command,):
            if any(isinstance(it, click.Argument) and (it.metavar or it.name.upper()) in named for it in one.params):
                found.add(name)
    assert found == {command[0] for command in COMMANDS} | {"bekreft"}
