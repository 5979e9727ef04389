"""The files that a host makes issues of, written from the forms and compared with what is there.

GitHub has fields (and Gitea and Forgejo the same); GitLab has a text with headings, to be filled in under each:
https://docs.gitlab.com/user/project/description_templates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from planlint.base import read_within, write_within
from planlint.forms.catalogue import forms
from planlint.forms.field import CHOOSE, FORM, Field, Form

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.model import Plansystem

_HEAD = """\
# Laget av plansystem.yaml med «planlint form --write». Endre ikke her: neste gang skrives filen på nytt.
"""
LABEL = "planskjema"
FOLDERS = {"github": ".github/ISSUE_TEMPLATE", "gitlab": ".gitlab/issue_templates"}
"""Where each host reads them."""
_MOST = 1 << 20


class _Dumper(yaml.SafeDumper):
    """Lists are indented under their key, as people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002 - PyYAML's signature
        """Indent lists as everything else."""
        super().increase_indent(flow, indentless=False)


def _attributes(field: Field) -> dict[str, Any]:
    given: dict[str, Any] = {"label": field.label}
    if field.help:
        given["description"] = field.help
    if field.example:
        given["placeholder"] = field.example
    if field.kind == "dropdown":
        given["options"] = [*([CHOOSE] if field.required else []), *field.options]
    if field.kind == "checkboxes":
        given["options"] = [{"label": option, "required": field.required} for option in field.options]
    return given


def _element(field: Field) -> dict[str, Any]:
    given = _attributes(field) | ({"render": "json"} if field.key == "endringer" else {})
    element: dict[str, Any] = {"type": field.kind, "id": field.key, "attributes": given}
    if field.kind != "checkboxes":
        element["validations"] = {"required": field.required}
    return element


def _which(form: Form) -> dict[str, Any]:
    attributes = {"label": FORM, "description": "La dette stå.", "options": [form.title], "default": 0}
    return {"type": "dropdown", "id": "skjema", "attributes": attributes, "validations": {"required": True}}


def render(form: Form) -> str:
    """Give the text of a form's file."""
    data = {
        "name": form.title,
        "description": form.description,
        "title": f"{form.title}: ",
        "labels": [LABEL],
        "body": [
            {"type": "markdown", "attributes": {"value": form.intro}},
            _which(form),
            *(_element(field) for field in form.fields),
        ],
    }
    dumped: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)
    return _HEAD + dumped


def _hint(field: Field) -> str:
    """Give what is to be written under a heading, as a remark that is not read."""
    told = [field.help] if field.help else []
    if field.kind == "dropdown":
        told.append(f"Skriv én av disse: {', '.join(field.options)}.")
    elif field.example:
        told.append(f"For eksempel: {field.example}.")
    if not field.required and field.kind != "checkboxes":
        told.append("Kan stå tomt.")
    return f"<!-- planlint: {' '.join(' '.join(told).split()).replace('--', '–')} -->" if told else ""


def as_text(form: Form) -> str:
    """Give a form as a text with headings, for a host without fields."""
    rows = [f"<!-- planlint: {' '.join(form.intro.split())} La overskriftene stå. -->", f"### {FORM}", form.title]
    for field in form.fields:
        rows += [f"### {field.label}", _hint(field)]
        rows += ["\n".join(f"- [ ] {option}" for option in field.options)] if field.kind == "checkboxes" else []
    return "\n\n".join(filter(None, rows)) + f"\n\n/label ~{LABEL}\n"


def form_files(plansystem: Plansystem, host: str = "github") -> dict[str, str]:
    """Give the text of every form's file, by file name; the one that the site fills in has no text to be filled in."""
    made = forms(plansystem)
    if host == "github":
        return {f"{name}.yml": render(form) for name, form in made.items()}
    return {f"{name}.md": as_text(form) for name, form in made.items() if name != "endring"}


def drift(plansystem: Plansystem, top: Path, host: str = "github") -> list[str]:
    """Give the names of the files below a root that are not as plansystem.yaml says. Raises OSError."""
    files, folder = form_files(plansystem, host), top / FOLDERS[host]
    return [name for name, text in files.items() if read_within(top, folder / name, _MOST) != text.encode()]


def write(plansystem: Plansystem, top: Path, host: str = "github") -> list[str]:
    """Write the files below a root that are not as plansystem.yaml says, and give their names. Raises OSError."""
    changed = drift(plansystem, top, host)
    for name, text in form_files(plansystem, host).items():
        if name in changed:
            write_within(top, top / FOLDERS[host] / name, text)
    return changed
