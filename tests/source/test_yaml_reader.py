"""Where there is no libyaml, PyYAML's own reader reads the same: data, places and what is doubtful."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from planlint.source import plain_yaml, yaml as reading
from planlint.source.read import UnreadableError
from planlint.source.yaml_reader import PureComposer, PureLoader, readers

ROOT = Path(__file__).parents[2]
FILES = sorted(ROOT.glob("plans/**/*.yaml"))


def said(text: str) -> object:
    """Give all that reading a text gives: data, issues, and the marks of every node; or why it cannot be read."""
    try:
        data, issues = reading.parse(text)
        return data, issues, marks(reading.compose(text))
    except UnreadableError as error:
        return error.issue


def marks(node: object) -> object:
    """Give where a node and all within it begin and end."""
    if isinstance(node, tuple | list):
        return [marks(part) for part in node]
    inner = node.value if isinstance(node.value, list) else ()  # type: ignore[attr-defined]
    found = node.start_mark, node.end_mark  # type: ignore[attr-defined]
    return [*((mark.line, mark.column, mark.index) for mark in found), marks(list(inner))]


@pytest.fixture
def pure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the reader in Python read."""
    ours = vars(reading._Composer)  # noqa: SLF001 - the class whose base is chosen
    namespace = {name: ours[name] for name in ("_depth", "resolve", "descend_resolver", "ascend_resolver")}
    monkeypatch.setattr(reading, "_Composer", type("Pure", (PureComposer,), namespace))


def test_both_readers_are_chosen_in_one_place() -> None:
    """With libyaml it is libyaml's, without it Python's; nothing else names a reader."""
    assert readers(c=False) == (PureComposer, PureLoader)
    assert readers(c=True)[1] is yaml.CSafeLoader
    named = [
        path.name for path in (ROOT / "planlint").rglob("*.py") if "CSafeLoader" in path.read_text(encoding="utf-8")
    ]
    assert named == ["yaml_reader.py"]


def test_both_read_a_municipality_alike(request: pytest.FixtureRequest) -> None:
    """Every file of a real plan system has the same data, the same doubts and the same places in both."""
    texts = [path.read_text(encoding="utf-8") for path in FILES]
    assert len(texts) > 100
    before = [said(text) for text in texts]
    request.getfixturevalue("pure")
    assert [said(text) for text in texts] == before


@pytest.mark.parametrize(
    "text",
    ["a: &x 1\n", "a: *x\n", "a: !!str 1\n", "%YAML 1.2\n---\na: 1\n", "a: 1\n---\nb: 1\n", "<<: {a: 1}\n"],
)
def test_what_is_not_plain_is_seen_in_python_too(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anchors, tags, directives and second documents are told by the same variant."""
    with_c = plain_yaml.not_plain(text)
    monkeypatch.setattr(plain_yaml, "LOADER", PureLoader)
    without = plain_yaml.not_plain(text)
    assert with_c is not None
    assert without is not None
    assert without.variant == with_c.variant


@pytest.mark.parametrize("text", ["a: x\ufeffy\n", "a: 1\n\ufeffb: 2\n", "# x\ufeff\na: 1\n", "a: x\x85y\n"])
def test_what_the_readers_read_apart_is_refused_before_them(text: str, request: pytest.FixtureRequest) -> None:
    """A byte order mark within a file is no letter and no blank: both say where it stands, and neither guesses."""
    with_c = said(text)
    request.getfixturevalue("pure")
    assert said(text) == with_c
    assert (with_c.code, with_c.variant) == ("PL001", "kontrolltegn")  # type: ignore[attr-defined]
