"""Pages of the manual about the files: every field of each kind from the JSON Schemas, and a whole file as example."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from planlint.cli.lazy_group import planlint

FOLDER = "oppslag/filformat"
DAY = "2026-11-21"
# In the order that a reader meets them: the file of the schema, its heading, and where the files lie.
KINDS = {
    "plansystem": ("Plansystemet", "plans/plansystem.yaml"),
    "plan": ("En plan", "plans/planer/"),
    "maal": ("Et mål", "plans/maal/"),
    "planstrategi": ("En planstrategi", "plans/planstrategier/"),
    "indikator": ("En indikator", "plans/indikatorer/"),
    "tiltak": ("Et tiltak", "plans/tiltak/"),
    "utfordring": ("En utfordring", "plans/utfordringer/"),
    "innspill": ("Et innspill", "plans/innspill/"),
    "avvik": ("Kjente avvik", "plans/avvik/"),
}
WORDS = {"string": "tekst", "integer": "helt tall", "number": "tall", "boolean": "true eller false", "object": "felt"}
PATTERNS = (
    (r"(-(\d{2}(-\d{2})?|H[12]|K[1-4]))", "tid: dag, måned, kvartal, halvår eller år"),
    (r"^\d{4}-\d{2}-\d{2}$", "dag (år-måned-dag)"),
    ("^[a-z0-9]+(-[a-z0-9]+)*$", "id"),
)


def _text(schema: dict[str, Any]) -> str:
    for part, word in PATTERNS:
        if part in schema.get("pattern", ""):
            return word
    return WORDS[schema["type"]]


def part_name(name: str) -> str:
    """Return what a reader calls a part of a file: the model's name, with a space between words, and å."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize().replace("aa", "å")


def kind(schema: dict[str, Any]) -> str:
    """Return in words what a field may hold."""
    if "$ref" in schema:
        name = part_name(schema["$ref"].rpartition("/")[2])
        return f"[{name}](#{name.lower().replace(' ', '-')})"
    if choices := schema.get("anyOf") or schema.get("oneOf"):
        kinds = dict.fromkeys(kind(part) for part in choices if part.get("type") != "null")
        times = [word for word in kinds if word.startswith("tid")]
        return times[0] if times else " eller ".join(kinds)
    if "enum" in schema or "const" in schema:
        return ", ".join(f"`{value}`" for value in schema.get("enum", [schema.get("const")]))
    if schema["type"] == "array":
        return f"liste: {kind(schema['items'])}" if "items" in schema else "liste"
    below = next(iter(schema.get("patternProperties", {}).values()), schema.get("additionalProperties"))
    if schema["type"] == "object" and isinstance(below, dict):
        return f"for hver nøkkel: {kind(below)}"
    return _text(schema)


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def fields(schema: dict[str, Any]) -> str:
    """Return the table of an object's fields."""
    rows = ["| Felt | Innhold | Betyr |", "|---|---|---|"]
    for name, field in schema.get("properties", {}).items():
        must = " **Må fylles ut.**" if name in schema.get("required", []) else ""
        example = field.get("examples") or []
        shown = f" For eksempel `{_plain(example[0])}`." if example else ""
        told = f"{field.get('description', field.get('title', ''))}{must}{shown}"
        rows.append(f"| `{name}` | {kind(field)} | {told} |".replace("\n", " "))
    return "\n".join(rows)


def _examples() -> dict[str, tuple[str, str]]:
    """Return one whole file of each kind, with its path, from the plan system that `planlint init` makes."""
    with tempfile.TemporaryDirectory() as folder:
        words = ["init", folder, "--name", "Fjordvik", "--number", "9999", "--language", "nb", "--date", DAY]
        done = CliRunner().invoke(planlint, words, prog_name="planlint")
        if done.exit_code:
            raise RuntimeError(done.output)
        found = {}
        for name, (_, place) in KINDS.items():
            there = Path(folder) / place
            files = sorted(there.glob("*.yaml")) if there.is_dir() else [there] * there.exists()
            if files:
                found[name] = (files[-1].relative_to(folder).as_posix(), files[-1].read_text(encoding="utf-8"))
        return found


def _page(name: str, schema: dict[str, Any], example: tuple[str, str] | None) -> str:
    heading, place = KINDS[name]
    text = f"# {heading}\n\n{schema['description']} Ligger i `{place}`.\n\n{fields(schema)}\n"
    if example:
        text += f"\n## Eksempel\n\n`{example[0]}`, slik `planlint init` lager den:\n\n```yaml\n{example[1]}```\n"
    parts = [
        f"\n## {part_name(part)}\n\n{found.get('description', '')}\n\n"
        f"{fields(found) if 'properties' in found else kind(found)}\n"
        for part, found in sorted(schema.get("$defs", {}).items())
    ]
    return text + "".join(parts)


def format_pages(schemas: Path) -> dict[str, str]:
    """Return a page for each kind of file, and one that lists them; schemas is the folder of the JSON Schemas."""
    read = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(schemas.glob("*.json"))}
    examples = _examples()
    pages = {f"{FOLDER}/{name}.md": _page(name, schema, examples.get(name)) for name, schema in read.items()}
    rows = [
        f"| [{heading}]({name}.md) | `{place}` | `schema/{name}.json` |" for name, (heading, place) in KINDS.items()
    ]
    head = (
        "# Filformatet\n\nDenne delen er laget av JSON-skjemaene, som er laget av modellen i programmet. "
        "Hva plantypen krever i tillegg, står i kommunens egen `plans/plansystem.yaml`.\n\n"
        "| Slag | Sted | Skjema |\n|---|---|---|\n"
    )
    return {f"{FOLDER}/index.md": head + "\n".join(rows) + "\n", **pages}
