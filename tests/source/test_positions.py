"""The text under every span is the value that was read."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import yaml
from hypothesis import given, strategies as st
from ruamel.yaml import YAML

from planlint.base.diagnostic import Place, Span
from planlint.source.position import locate
from planlint.source.read import lines
from planlint.source.yaml import compose, parse, scalar

KEYS = st.text("abcdefghijklmnopqrstuvwxyzæøå_", min_size=1, max_size=8)
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\x85\ufeff"),
    max_size=30,
)
SCALARS = st.one_of(
    TEXTS,
    st.integers(-(10**9), 10**9),
    st.booleans(),
    st.none(),
    st.sampled_from(["no", "012", "2018-02-28", "24.3.10", "a: b", "#x"]),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=3),
    max_leaves=12,
)
FILES = st.dictionaries(KEYS, VALUES, min_size=1, max_size=5)
STYLES = st.sampled_from([None, '"', "'"])
FLOWS = st.sampled_from([True, False, None])


def texts(data: Any) -> Any:
    """Give the same data with every scalar as text; quoting anything else would need a tag."""
    if isinstance(data, dict):
        return {key: texts(value) for key, value in data.items()}
    return [texts(value) for value in data] if isinstance(data, list) else str(data)


def dumped(data: Any, style: str | None, flow: bool | None) -> str:
    """Write data as YAML in one of many styles, on lines of any length."""
    data = texts(data) if style else data
    return str(
        yaml.safe_dump(
            data, allow_unicode=True, default_style=style, default_flow_style=flow, width=10_000, sort_keys=False
        )
    )


def leaves(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    """Give every scalar with its path."""
    if isinstance(data, dict):
        return [leaf for key, value in data.items() for leaf in leaves(value, (*path, key))]
    if isinstance(data, list):
        return [leaf for index, value in enumerate(data) for leaf in leaves(value, (*path, index))]
    return [(path, data)]


def under(text: str, span: Span) -> str:
    """Give the text under a span of one line."""
    assert span.line == span.end_line
    return lines(text)[span.line - 1][span.column - 1 : span.end_column - 1]


def read_back(written: str) -> Any:
    """Read a piece of text as the value it stands for."""
    data, _ = parse(f"x: {written}\n")
    return data["x"]


@given(FILES, STYLES, FLOWS)
def test_the_text_under_a_values_span_is_the_value(data: dict[str, Any], style: str | None, flow: bool | None) -> None:
    """Every scalar, wherever it is nested and however it is quoted, is found exactly."""
    text = dumped(data, style, flow)
    read, _ = parse(text)
    root = compose(text)
    for path, value in leaves(read):
        span = locate(root, Place("f", path))
        written = under(text, span)
        if written.strip("'\"") == str(path[-1]) and read_back(written) != value:
            continue  # an empty value or one over several lines is shown by its key
        assert read_back(written) == value


@given(FILES, STYLES, FLOWS)
def test_the_text_under_a_keys_span_is_the_key(data: dict[str, Any], style: str | None, flow: bool | None) -> None:
    """Every top-level key is found exactly."""
    text = dumped(data, style, flow)
    root = compose(text)
    for key in data:
        assert read_back(under(text, locate(root, Place("f", (key,), "key")))) == key


@given(FILES, STYLES, FLOWS)
def test_a_missing_field_is_shown_by_its_parent(data: dict[str, Any], style: str | None, flow: bool | None) -> None:
    """A field that is not there is shown by its parent's key, and at the top by the first key."""
    text = dumped(data, style, flow)
    root = compose(text)
    assert read_back(under(text, locate(root, Place("f", ("MANGLER",))))) == next(iter(data))
    for key, value in data.items():
        if isinstance(value, dict):
            assert read_back(under(text, locate(root, Place("f", (key, "MANGLER"))))) == key


@given(FILES, STYLES, FLOWS)
def test_reads_the_same_as_ruamel(data: dict[str, Any], style: str | None, flow: bool | None) -> None:
    """Checking and editing read the same data (dates aside, which checking keeps as they are written)."""
    text = dumped(data, style, flow)
    ruamel = YAML(typ="safe", pure=True)
    ruamel.allow_duplicate_keys = False

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(item) for key, item in value.items()}
        if isinstance(value, list):
            return [plain(item) for item in value]
        return value.isoformat() if isinstance(value, dt.date) else value

    assert parse(text)[0] == plain(ruamel.load(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(
            (text, text)
            for text in ("no", "on", "012", "2018-02-28", "24.3.10", "1_000", "12:30", "0o14", "1.", ".nan", "+")
        ),
        ("9" * 30, "9" * 30),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("-7", -7),
        ("0", 0),
        ("24.3", 24.3),
        ("1e3", 1000.0),
        ("-.5", -0.5),
    ],
)
def test_scalars_are_read_as_yaml_1_2_reads_them(text: str, value: object) -> None:
    """What YAML 1.1 readers change behind a planner's back stays as it is written."""
    assert scalar(text) == value
    assert type(scalar(text)) is type(value)


POSITIONS = """\
tittel: Blåbær «æøå» 🎉 plan
periode: {fra: 2016, til: 2019}
hendelser:
  - {hva: vedtatt, dato: 2018-02-28}
  - hva: vedtatt
    dato: 2018-03-01
forankring: [a, b]
merknad: |
  To linjer
  tekst
tom:
"""


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("tittel",), "Blåbær «æøå» 🎉 plan"),
        (("periode", "til"), "2019"),
        (("periode",), "{fra: 2016, til: 2019}"),
        (("periode", "mangler"), "periode"),
        (("hendelser",), "hendelser"),
        (("hendelser", 0), "{hva: vedtatt, dato: 2018-02-28}"),
        (("hendelser", 0, "dato"), "2018-02-28"),
        (("hendelser", 1), "hva"),
        (("hendelser", 1, "sak"), "hva"),
        (("hendelser", 1, "dato"), "2018-03-01"),
        (("hendelser", 7), "hendelser"),
        (("forankring", 1), "b"),
        (("forankring", 1, "mål"), "b"),
        (("merknad",), "merknad"),
        (("tom",), "tom"),
        (("mangler",), "tittel"),
        ((), "tittel"),
    ],
)
def test_where_things_are_shown(path: tuple[str | int, ...], text: str) -> None:
    """Values where they stand; blocks, empty and missing values by a key."""
    assert under(POSITIONS, locate(compose(POSITIONS), Place("f", path))) == text
