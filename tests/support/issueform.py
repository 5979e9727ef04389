"""GitHub's part in an issue form, for tests: the issue's body that it makes of a form's file and somebody's answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import yaml
from click.testing import CliRunner
from support.helpers import DATE

from planlint.cli.form import command

FOLDER = ".github/ISSUE_TEMPLATE"
NAMES = ("ny-plan", "vedtak-fattet", "plan-skal-revideres", "plan-oppheves", "plan-gjennomgaatt", "innspill")
Element = dict[str, Any]


def elements(root: Path, name: str) -> list[Element]:
    """Give the fields of a form's file; what only is read stands in no issue."""
    data = yaml.safe_load((root / FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return [element for element in data["body"] if element["type"] != "markdown"]


def _value(element: Element, answers: dict[str, str]) -> str:
    given = element["attributes"]
    answer = answers.get(given["label"])
    if element["type"] == "checkboxes":
        mark = "X" if answer else " "
        return "\n".join(f"- [{mark}] {option['label']}" for option in given["options"])
    if element["type"] == "dropdown" and answer is None:
        required = element["validations"]["required"]
        return given["options"][0] if required else "_No response_"  # type: ignore[no-any-return]
    return answer or "_No response_"


def body(root: Path, name: str, **answers: str) -> str:
    """Give the body of an issue. Answers go by label, with underscores for spaces; the rest is as if left alone."""
    told = {label.replace("_", " "): answer for label, answer in answers.items()}
    found = elements(root, name)
    assert told.keys() <= {element["attributes"]["label"] for element in found}, told
    return "\n\n".join(f"### {element['attributes']['label']}\n\n{_value(element, told)}" for element in found)


def prefilled(root: Path, address: str) -> str:
    """Give the body of the issue that is sent when a prefilled address is opened: fields are filled by their ids.

    https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests
    """
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    found = elements(root, Path(asked["template"]).stem)
    told = {element["attributes"]["label"]: asked[element["id"]] for element in found if element["id"] in asked}
    parts = []
    for element in found:
        render, value = element["attributes"].get("render"), _value(element, told)
        told_as = f"```{render}\n{value}\n```" if render and value != "_No response_" else value
        parts.append(f"### {element['attributes']['label']}\n\n{told_as}")
    return "\n\n".join(parts)


def lay_out(root: Path) -> Path:
    """Write the forms of a plan system; give its folder."""
    done = CliRunner().invoke(command, ["--write", "--root", str(root), "--date", DATE])
    assert done.exit_code == 0, done.output
    return root


FILLED = {
    "ny-plan": {
        "Tittel": "Trafikksikkerhetsplan 2025–2028", "Plantype": "Temaplan", "Status": "Planlagt", "Sektor": "Miljø",
        "Forankring": "trygg-oppvekst", "Oppstart": "2024-H2", "Ferdig": "1.6.2025",
        "Sammendrag": "Planen sier hvordan veiene blir trygge.", "Kilde": "Plandokumentet", "Sted_i_kilden": "kap. 4",
    },
    "vedtak-fattet": {
        "Plan": "klima", "Hva_ble_bestemt": "Revidert", "Dato": "12.6.2024", "Organ": "Kommunestyret",
        "Saksnummer": "45/24", "Ny_sluttdato": "2034", "Lenke": "https://www.fjordvik.no/sak/45-24",
    },
    "plan-skal-revideres": {
        "Plan": "Klimastrategi for Fjordvik", "Oppstart": "2026", "Ferdig": "2026-K4", "Hvem": "Miljø",
        "Bestemt_i_planstrategien": "Nei",
    },
    "plan-oppheves": {
        "Plan": "klima", "Dato": "2024-06-12", "Organ": "Kommunestyret", "Saksnummer": "46/24",
        "Planer_under_denne": "x",
    },
    "innspill": {
        "Plan": "klima", "Innspillet_kort": "Flere benker langs turveien", "Hvem_innspillet_er_fra": "innbygger",
        "Hvor_innspillet_kom": "Høring", "Når_innspillet_kom": "mars 2024", "Mål": "naer-natur",
        "Tema": "friluftsliv, eldre", "Nummer": "14", "Stemmer": "3", "Hele_innspillet": "Det er langt å gå.",
    },
    "plan-gjennomgaatt": {"Plan": "klima", "Dato": "12.6.2024", "Ingen_endring": "x"},
}  # fmt: skip
"""For each form, answers that are right for Fjordvik with `helpers.PLAN` as klima, on `helpers.DATE`."""
