"""`planlint show ID`: one entity with its links both ways."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from planlint.cli.opening import entity
from planlint.cli.reporting import TEXT_JSON, Question, json_text, report_command

if TYPE_CHECKING:
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
    from planlint.output import harmless, label

    _ = lang.gettext
    day = lang.dato(date.fromisoformat(data["date"]))
    rows = [f"{data['fields']['tittel']} ({data['kind']}/{data['id']})", data["path"]]
    rows += [f"{_('Status per {dato}').format(dato=day)}: {data['status']}"] if data["status"] else []
    rows.append("")
    for key, value in data["fields"].items():
        if key != "tittel":
            first, *more = _rows(value)
            rows += [f"{key + ':':<16} {first}", *(f"{'':<16} {row}" for row in more)]
    for heading, links in ((_("Viser til"), data["to"]), (_("Vises til fra"), data["from"])):
        rows += ["", f"{heading}:"]
        told = [(_(label(link["felt"])) or link["felt"], link) for link in links]
        wide = max((len(field) for field, _link in told), default=0)
        rows += [f"  {field:<{wide}}  {link['tittel']} ({link['kind']}/{link['id']})" for field, link in told]
        rows += [] if told else [f"  {_('ingen')}"]
    return "\n".join(harmless(row) for row in rows)


@click.command("show")
@click.argument("name", metavar="ID")
@report_command(TEXT_JSON)
def command(question: Question, name: str) -> None:
    """Vis en plan, et mål eller noe annet, med alt det viser til og alt som viser til det.

    ID er filnavnet uten .yaml. Finnes det flere av samme navn, skriv `slag/id`, for eksempel `plan/klimastrategi-2030`.
    """
    from planlint.register import view

    lang = question.language
    data = view(question.register, entity(question.system, name), lang)
    question.answer(text=lambda: _text(data, lang) + "\n", json=lambda: json_text(data))
