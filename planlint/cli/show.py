"""`planlint show ID`: one entity with its links both ways."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from planlint.cli.common import (
    Stopp,
    date_option,
    lang_option,
    open_or_stop,
    root_option,
    the_day,
    the_language,
    the_root,
)

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.text import Language


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_plain(item)}" for key, item in value.items())
    return ", ".join(_plain(item) for item in value) if isinstance(value, list) else str(value)


def _rows(value: Any) -> list[str]:
    return (
        [_plain(item) for item in value]
        if isinstance(value, list) and any(isinstance(item, dict) for item in value)
        else [_plain(value)]
    )


def _text(data: dict[str, Any], lang: Language) -> str:
    from planlint.output.text import harmless  # noqa: PLC0415 - start-up time is a feature

    _ = lang.gettext
    day = lang.dato(date.fromisoformat(data["date"]))
    rows = [f"{data['fields']['tittel']}", f"{data['kind']}/{data['id']}  ({data['path']})"]
    rows += [f"{_('Status per {dato}').format(dato=day)}: {data['status']}"] if data["status"] else []
    rows.append("")
    for key, value in data["fields"].items():
        if key != "tittel":
            first, *more = _rows(value)
            rows += [f"{key + ':':<16} {first}", *(f"{'':<16} {row}" for row in more)]
    for heading, links in ((_("Viser til"), data["to"]), (_("Vises til fra"), data["from"])):
        rows += ["", f"{heading}:"]
        rows += [f"  {link['felt']:<14} {link['kind']}/{link['id']}  {link['tittel']}" for link in links] or [
            f"  {_('ingen')}"
        ]
    return "\n".join(harmless(row) for row in rows)


@click.command("show")
@click.argument("name", metavar="ID")
@click.option("--output", "form", type=click.Choice(["text", "json"]), default="text", help="Formatet.")
@date_option
@root_option
@lang_option
def command(name: str, form: str, day: date | None, root: Path | None, lang: str | None) -> None:
    """Vis en plan, et mål eller noe annet, med alt det viser til og alt som viser til det.

    ID er filnavnet uten .yaml. Finnes det flere av samme navn, skriv slag/id, for eksempel plan/klimastrategi-2030.
    """
    from planlint.register.lookup import find, similar, view  # noqa: PLC0415 - start-up time is a feature

    system = open_or_stop(the_root(root), the_day(day))
    register = system.register
    if register is None:
        message = "plansystem.yaml kan ikke brukes. Kjør planlint check og rett den først."
        raise Stopp(message)
    found = find(register, name)
    if len(found) != 1:
        suggestion = similar(register, name)
        ask = f" Mente du {suggestion}?" if suggestion else ""
        several = f"Flere har id {name}: {', '.join(entity.entity for entity in found)}."
        raise Stopp(several if found else f"Fant ingen med id {name}.{ask}")
    spoken = the_language(lang, system)
    data = view(register, found[0], spoken)
    click.echo(json.dumps(data, ensure_ascii=False, indent=2) if form == "json" else _text(data, spoken))
