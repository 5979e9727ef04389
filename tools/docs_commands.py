"""Pages of the manual about the commands, from click's own knowledge of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from planlint.cli.lazy_group import COMMANDS, planlint

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = "oppslag/kommandoer"


def commands() -> Iterator[tuple[str, click.Context]]:
    """Give every command by its name as it is typed after `planlint`, with a context that knows all about it."""
    top = click.Context(planlint, info_name="planlint")
    for name in planlint.list_commands(top):
        command = planlint.get_command(top, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=top)
        yield name, context
        if isinstance(command, click.Group):
            for sub in command.list_commands(context):
                below = command.get_command(context, sub)
                assert below is not None
                yield f"{name} {sub}", click.Context(below, info_name=sub, parent=context)


def options(context: click.Context) -> Iterator[tuple[str, str]]:
    """Give a command's options: how each is typed, and what it does."""
    for param in context.command.get_params(context):
        record = param.get_help_record(context)
        if record:
            yield record


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|").replace("<", "&lt;")


def _paragraphs(context: click.Context) -> str:
    """Return the help text; lines that click is told to leave apart are examples."""
    found = []
    for part in (context.command.help or "").split("\n\n"):
        if part.startswith("\b"):
            found.append("```text\n" + part.lstrip("\b\n") + "\n```")
        else:
            found.append(re.sub(r"\s+", " ", part).strip().replace("<", "&lt;"))
    return "\n\n".join(found)


def _section(name: str, context: click.Context, level: str) -> str:
    usage = " ".join(context.command.collect_usage_pieces(context))
    rows = [f"| `{_cell(typed)}` | {_cell(does)} |" for typed, does in options(context) if does]
    return "\n".join(
        [
            f"{level} planlint {name}\n",
            _paragraphs(context) + "\n",
            f"```text\nplanlint {name} {usage}\n```\n",
            "| Valg | Gjør |",
            "|---|---|",
            *rows,
            "",
        ]
    )


def command_pages() -> dict[str, str]:
    """Return a page for each command, those below it on the same page, and one that lists them all."""
    pages: dict[str, str] = {}
    rows = [f"| [`planlint {name}`]({name}.md) | {text} |" for name, text in COMMANDS.items()]
    head = (
        "# Kommandoene\n\nDenne delen er laget av programmet selv: det samme som `planlint KOMMANDO --help` viser.\n\n"
    )
    pages[f"{FOLDER}/index.md"] = head + "| Kommando | Gjør |\n|---|---|\n" + "\n".join(rows) + "\n"
    for name, context in commands():
        top, _, below = name.partition(" ")
        place = f"{FOLDER}/{top}.md"
        pages[place] = pages.get(place, "") + ("\n" if below else "") + _section(name, context, "##" if below else "#")
    return pages
