"""The official YAML Test Suite: what planlint reads, it reads as the suite says; what it does not, it refuses.

The suite is not ours and is not in the repository. `YAML_TEST_SUITE` names a folder with its data, one folder for each
case: `git clone -b data-2022-01-17 https://github.com/yaml/yaml-test-suite`. Without it, that test is skipped; the
cases that libyaml reads wrongly, or reads though nobody should, stand here in words of our own.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from planlint.source.read import UnreadableError, decode
from planlint.source.yaml import parse

SUITE = os.environ.get("YAML_TEST_SUITE", "")
CASES = sorted(path.parent for path in Path(SUITE).rglob("in.yaml")) if SUITE else []
REFUSED = {
    "PL010 anker", "PL010 direktiv", "PL010 dokumenter", "PL010 tagg",
    "PL001 ikke_felt", "PL001 tom", "PL001 nøkkel",
    "PL001 ", "PL001 etter_verdi", "PL001 innrykk", "PL001 klamme", "PL001 mangler_verdi", "PL001 tabulator",
    "PL001 tegn",
}  # fmt: skip
"""Why files that YAML allows are refused: more than plain data, no file of fields, or what libyaml cannot read."""


def said(raw: bytes) -> tuple[Any, str]:
    """Give what a file says, or why it is refused."""
    try:
        data, issues = parse(decode(raw))
    except UnreadableError as error:
        return None, f"{error.issue.code} {error.issue.variant}"
    refused = [issue for issue in issues if issue.code in {"PL001", "PL003", "PL010"}]
    return data, f"{refused[0].code} {refused[0].variant}" if refused else ""


@pytest.mark.skipif(not SUITE, reason="YAML_TEST_SUITE names no folder with the official suite")
def test_the_suite() -> None:
    """No case crashes, none is misread, none that is invalid is accepted, and what is refused is refused by design."""
    count: Counter[str] = Counter()
    for case in CASES:
        data, why = said((case / "in.yaml").read_bytes())
        if (case / "error").exists():
            assert why, case
            count["invalid"] += 1
        elif why:
            assert why in REFUSED, case
            count["refused"] += 1
        elif (case / "in.json").exists():
            right = json.loads((case / "in.json").read_text(encoding="utf-8"))
            assert json.loads(json.dumps(data)) == right, case
            count["read"] += 1
    assert (count["read"], count["invalid"]) >= (70, 90), count


@pytest.mark.parametrize(
    "text",
    [
        "a: {?b: c}", 'a: {?"b": c}', "a: [?b, c]", "a: [x, ?{b: c}]", "a: {?: b}", "a: {x: 1,\n  ?y: 2}",
        "a: [b,\nc]", "a: {b: 1,\nc: 2}", "a: 'b\nc'", 'a: "b\n\tc"', "a:\n  b: [x,\n  y]", "- a", "a:\n- 'b\nc'",
        "a:\n- - [x,\n  y]", "a: >\n   \n b", "a: |\n\n    \n  b", 'a: "b"#c', "a: 'b'#c", "a: [b]#c",
        "a: {b: [c]#d\n  }",
        "a: [b,#c\n  d]", "a: {b: 'x,#y', c: [#d\n  e]}", "a: [-]", "a: [b, -, c]", "a: {b: -}",
        "a: |#b\n  c", "a: >-#b\n  c", "a: b\x85c", "# b\u2028c: d\na: e", 'a: "b \u2029 c"', "a: \ud800",
    ],
)  # fmt: skip
def test_what_no_reader_should_accept(text: str) -> None:
    """What YAML 1.2 forbids, or reads otherwise than libyaml does, is refused with its place."""
    with pytest.raises(UnreadableError) as told:
        parse(text)
    assert told.value.issue.code == "PL001"
    assert told.value.issue.span.line >= 1


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: |\n  b\n   ", {"a": "b\n \n"}), ("a: |+\n   ", {"a": "\n"}), ("a: b\n  ", {"a": "b"}),
        ("a: {? b : c}", {"a": {"b": "c"}}), ("a: [b?, c]", {"a": ["b?", "c"]}), ("a: ?b", {"a": "?b"}),
        ("a: [\n  b,\n]", {"a": ["b"]}), ("a: {\n  b: c\n}", {"a": {"b": "c"}}),
        ("a: [{\n  b: c\n}, {\n  d: e\n}]", {"a": [{"b": "c"}, {"d": "e"}]}),
        ("a: [b,\n# c\n  d]", {"a": ["b", "d"]}),
        ("a: 'b\n\n  c'", {"a": "b\nc"}), ("a: [b,\n \tc]", {"a": ["b", "c"]}), ('a: "b" # c', {"a": "b"}),
        ("a: |  # b\n  c", {"a": "c"}), ("a: |2\n    \n  b", {"a": "  \nb"}), ("a: |\n    \nb: c", {"a": "", "b": "c"}),
        ("a: ['b,#c', d] # e,#f", {"a": ["b,#c", "d"]}), ("a: [b, # c,#d\n  e]", {"a": ["b", "e"]}),
        ("a: [-b, 'c-', d-, '-']", {"a": ["-b", "c-", "d-", "-"]}), ("a: b,#c", {"a": "b,#c"}),
        ("a: {-: b, c-: d}", {"a": {"-": "b", "c-": "d"}}),
        ("a: b#c", {"a": "b#c"}), ('a: "b\u2028c"', {"a": "b\u2028c"}), ("{a: b,\nc: d}", {"a": "b", "c": "d"}),
    ],
)  # fmt: skip
def test_what_every_reader_should_accept(text: str, data: Any) -> None:
    """What stands close to that is read as YAML 1.2 says; a bracket alone under its field is let through."""
    assert parse(text)[0] == data
