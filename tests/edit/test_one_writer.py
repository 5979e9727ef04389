"""One way to write YAML: what planlint writes, it reads without a doubt, and every other reader of YAML reads alike."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings, strategies as st
from ruamel.yaml import YAML
from support.odd_file import ODD

from planlint.edit.document import Document
from planlint.edit.error import EditError
from planlint.edit.new import new_file_bytes
from planlint.edit.plain_data import edited, is_same
from planlint.edit.written import scalar
from planlint.source.hidden import find_hidden
from planlint.source.yaml import compose, parse
from planlint.start.example import example_files
from planlint.text import language

ROOT = Path(__file__).parents[2]
TEXTS = st.text(max_size=14).filter(lambda text: not find_hidden(text)) | st.sampled_from(
    [
        "hva?", "hva? ja", "?", "?a", "a: b", "a :b", ":a", "a:", "-", "- a", "a, b", "[a", "}", "a #b", "#", "!a",
        "&a", "*a", "%a", "@a", "`a", "|", ">", "'", '"', "no", "Yes", "on", "y", "~", "null", "true", "012", "0x1F",
        "0o17", "1e3", "1_000", "1:30", ".5", ".inf", "-.NaN", "=", "<<", "---", "...", "2024-02-14",
        "2024-02-14 10:00:00", "2001-12-14t21:59:43.10-05:00", "a\nb", "a\n\nb\n", " a", "a ", "a\tb", "\ta", "a\\b",
        "\u00a0a", "æøå «»", "🌲",
    ]
)  # fmt: skip
VALUES = st.recursive(
    TEXTS | st.integers(-(10**6), 10**6) | st.booleans() | st.floats(-1e4, 1e4, width=16),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS.filter(bool), inner, max_size=3),
    max_leaves=6,
)
PLACES: list[tuple[str | int, ...]] = [
    ("tittel",), ("tema",), ("tema", 1), ("hendelser", 0, "sak"), ("kilder", 0), ("kilder",), ("periode", "til"),
    ("sammendrag",), ("merknad",), ("ny",),
]  # fmt: skip


def nodes(node: Any) -> Any:
    """Give what a tree of nodes says: the kind of each, and the text of the single ones."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [nodes(item) for item in node.value]
    return {"pairs": [(nodes(key), nodes(value)) for key, value in node.value]}


def plain(data: Any) -> Any:
    """Give data with days as text: the point in time of a field is a day to other readers."""
    if isinstance(data, dict):
        return {plain(key): plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(item) for item in data]
    return data.isoformat() if isinstance(data, date | datetime) else data


def read_alike(raw: bytes) -> None:
    """See to it that PyYAML's own parser has the same nodes, and ruamel.yaml the same data."""
    text = raw.decode("utf-8-sig")
    data, issues = parse(text)
    assert not issues, text
    assert nodes(yaml.compose(text, Loader=yaml.BaseLoader)) == nodes(compose(text)), text
    assert is_same(plain(YAML(typ="safe", pure=True).load(text)), data), text


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(["plan", "avvik", "maal"]),
    st.dictionaries(st.sampled_from(["tittel", "grunn", "gjelder", "forankring", "merknad", "x y", "hva?"]), VALUES),
)
def test_a_new_file_is_read_alike(kind: str, fields: dict[str, Any]) -> None:
    """Whatever a new file is to say, a known finding's too, three readers read it so."""
    read_alike(new_file_bytes(kind, {"tittel": "x", **fields}))


@settings(deadline=None, max_examples=60)
@given(st.data(), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_an_edited_file_is_read_alike(data: st.DataObject, newline: str, bom: bool) -> None:
    """Whatever is set, added or taken out, in odd indentation, quoted keys, flow style and either line break."""
    document = Document.read(("\ufeff" * bom + ODD.replace("\n", newline)).encode(), "plan")
    read_alike(document.bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        what = data.draw(st.sampled_from(["set", "append", "remove"]))
        path = data.draw(st.sampled_from(PLACES))
        value = data.draw(VALUES)
        try:
            wanted = edited(document.data, what, path, value)
        except EditError:  # no such place
            continue
        document.remove(path) if what == "remove" else getattr(document, what)(path, value)
        assert is_same(document.data, wanted)
        read_alike(document.bytes())
        rows = document.bytes().decode("utf-8-sig")
        assert newline == "\n" or not re.search(r"(?<!\r)\n", rows)


@pytest.mark.parametrize(
    "text", ["2024-02-14", "2024-2-14 1:00:00", "2001-12-14t21:59:43.10-05:00", "2024-02-14 10:00:00"]
)
def test_text_that_is_day_text_is_quoted(text: str) -> None:
    """In a title, a case number, a list of ids, a new file and an edit; a day where there is to be one is not."""
    fields = {"tittel": text, "bygger_på": [text], "hendelser": [{"hva": "vedtatt", "dato": "2024-02-14", "sak": text}]}
    raw = new_file_bytes("plan", fields).decode()
    assert raw.count(f'"{text}"') == 3
    assert "dato: 2024-02-14," in raw
    document = Document.read(b"tittel: x\n", "plan")
    document.set(("hendelser",), fields["hendelser"])
    document.append(("tema",), text)
    document.set(("ukjent",), {text: text})
    assert document.bytes().decode().count(f'"{text}"') == 4
    assert "dato: 2024-02-14," in document.bytes().decode()


def test_a_question_is_quoted_only_between_brackets() -> None:
    """A question mark is a sign of a key there to some readers; elsewhere it is a letter."""
    assert (scalar("Hva?"), scalar("Hva?", flow=True)) == ("Hva?", '"Hva?"')


def _blocks(path: Path) -> list[str]:
    return re.findall(r"^```ya?ml[^\n]*\n(.*?)^```", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_files_and_examples_are_read_by_other_readers() -> None:
    """Every file of plans/, every example of the manual and every file of `init` has the same nodes in PyYAML."""
    files = [path.read_text(encoding="utf-8-sig") for path in sorted(ROOT.glob("plans/**/*.yaml"))]
    shown = [path for folder in ("docs", "examples", ".github") for path in sorted(ROOT.glob(f"{folder}/**/*.y*ml"))]
    files += [path.read_text(encoding="utf-8-sig") for path in shown]
    for page in [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]:
        files += _blocks(page)
    for code in ("nb", "nn", "en"):
        made = example_files("Nord-Aurdal", "0301", language(code), date(2026, 11, 29), "eier/planlint@v1")
        files += [raw.decode() for path, raw in made.items() if path.endswith((".yaml", ".yml"))]
    assert len(files) > 500
    for text in files:
        assert list(map(repr, map(type, yaml.parse(text, Loader=yaml.SafeLoader)))) == [
            *map(repr, map(type, yaml.parse(text, Loader=yaml.CSafeLoader)))
        ]
