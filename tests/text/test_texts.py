"""Every text a user can meet is whole, short and fillable."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from planlint import rules
from planlint.rules.all_rules import RULES
from planlint.rules.rule import FindingText

TEXTS = [
    pytest.param(text, id=f"{rule.code}-{variant or 'hoved'}")
    for rule in RULES.values()
    for variant, text in (("", rule.tekst), *rule.varianter.items())
]
MAX = 200
ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@pytest.mark.parametrize("text", TEXTS)
def test_texts_are_well_formed(text: FindingText) -> None:
    """Placeholders are names, shown in ways that exist; messages are sentences of at most 200 characters, help ends."""
    for part in (text.melding, text.merke, text.hjelp):
        for _, name, spec, conversion in string.Formatter().parse(part):
            assert name is None or name.isidentifier()
            assert spec in (None, "", "stor", "liten", "kode", "eller", "av", "ved", "i")
            assert conversion is None
        assert len(part) <= MAX
    assert text.melding.endswith(".")
    assert text.hjelp.endswith((".", "{gjoer}"))  # what is to be done, in sentences of its own
    assert not text.merke.endswith(".")


@pytest.mark.parametrize("code", RULES)
def test_every_rule_says_what_it_asks_and_why(code: str) -> None:
    """Requirement, reason and source are sentences, and the code is the key."""
    rule = RULES[code]
    assert rule.code == code
    assert rule.krav.endswith(".")
    assert rule.hvorfor.endswith(".")
    assert rule.kilde
    assert rule.name == rule.name.lower()


def test_the_registry_is_whole_and_in_order() -> None:
    """A rule file that nobody registered would never run; codes come in order."""
    files = {path.stem for path in Path(rules.__file__).parent.glob("pl[0-9]*.py")}
    assert {f"{code.lower()}_{rule.name}".translate(ASCII).replace("-", "_") for code, rule in RULES.items()} == files
    assert list(RULES) == sorted(RULES)


def test_rules_that_the_reader_reports_have_nothing_to_run() -> None:
    """Faults of form are found while reading; their rules carry only words."""
    rule = RULES["PL001"]
    assert rule.options == {}
    assert list(rule.run(None, {})) == []  # type: ignore[arg-type] # it is never looked at
