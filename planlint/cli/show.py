"""`planlint show ID`: one entity with its links both ways."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from planlint.cli.opening import entity
from planlint.cli.reporting import TEXT_JSON, Question, json_text, report_command

if TYPE_CHECKING:
    from planlint.text import Language


def _plain(value: Any, lang: Language) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_plain(item, lang)}" for key, item in value.items())
    if isinstance(value, bool):
        return lang.gettext("ja") if value else lang.gettext("nei")
    return ", ".join(_plain(item, lang) for item in value) if isinstance(value, list) else str(value)


def _rows(value: Any, lang: Language) -> list[str]:
    return (
        [_plain(item, lang) for item in value]
        if isinstance(value, list) and any(isinstance(item, dict) for item in value)
        else [_plain(value, lang)]
    )


def _told(link: dict[str, Any], lang: Language, *, is_from: bool) -> str:
    """Give the field that a link stands in; of another file, what that is before it, since the field is there."""
    from planlint.model import KIND_NAMES
    from planlint.output import label

    field = lang.gettext(label(link["felt"])) or link["felt"]
    if not is_from:
        return field
    kind = lang.gettext(KIND_NAMES[link["kind"]]) if link["kind"] in KIND_NAMES else link["kind"]
    return f"{kind[:1].upper()}{kind[1:]} ({field[:1].lower()}{field[1:]})"


def _text(data: dict[str, Any], lang: Language) -> str:
    from planlint.output import harmless

    _ = lang.gettext
    day = lang.dato(date.fromisoformat(data["date"]))
    rows = [f"{data['fields']['tittel']} ({data['kind']}/{data['id']})", data["path"]]
    rows += [f"{_('Status per {dato}').format(dato=day)}: {data['status']}"] if data["status"] else []
    rows.append("")
    for key, value in data["fields"].items():
        if key != "tittel":
            first, *more = _rows(value, lang)
            rows += [f"{key + ':':<16} {first}", *(f"{'':<16} {row}" for row in more)]
    for heading, links, is_from in ((_("Viser til"), data["to"], False), (_("Vises til fra"), data["from"], True)):
        rows += ["", f"{heading}:"]
        told = [(_told(link, lang, is_from=is_from), link) for link in links]
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
