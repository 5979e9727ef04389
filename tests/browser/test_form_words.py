"""A finding in a form: no rule's words there speak of the file, and each stands where it can be mended."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from planlint.base import Diagnostic, Finding, Place, Severity
from planlint.browser.form_words import form_words
from planlint.rules import RULES
from planlint.text import language

OF_THE_FILE = re.compile(r"\.yaml|YAML|planlint|\bid-en\b|filnavn|\[\{|`")


def made(code: str, variant: str, *path: str, **args: object) -> Diagnostic:
    """Give a finding of a rule with something in each of its placeholders."""
    text = RULES[code].text(variant)
    names = {
        field.split(":")[0].split(".")[0].split("[")[0]
        for part in (text.melding, text.merke, text.hjelp)
        for _, field, _, _ in Formatter().parse(part)
        if field
    }
    filled = {**dict.fromkeys(names, "3"), **args}
    finding = Finding("plan/klima", Place("plans/planer/klima.yaml", path), filled, variant=variant)
    return Diagnostic(code, RULES[code].severity, finding)


EVERY = [(code, variant) for code, rule in RULES.items() for variant in ("", *rule.varianter)]


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_no_advice_is_about_the_file(lang: str) -> None:
    """What to do is said without YAML, ids, file names and commands: every variant of every rule, each language."""
    told = [(one, form_words(made(*one, "tittel"), language(lang))) for one in EVERY]
    assert [(one, words.help) for one, words in told if OF_THE_FILE.search(words.help) or not words.help] == []


@pytest.mark.parametrize(
    ("code", "variant", "path", "field"),
    [
        ("PL804", "", "tittel", "sammendrag"),
        ("PL801", "", "tittel", "kilder"),
        ("PL408", "", "status", "ansvarlig"),
        ("PL408", "arbeid", "status", "ansvarlig"),
        ("PL006", "dato", "gjennomgått", "gjennomgått"),
    ],
)
def test_a_finding_stands_where_it_can_be_mended(code: str, variant: str, path: str, field: str) -> None:
    """That something is lacking is told at what is lacking; what is wrong with a field, at that field."""
    assert form_words(made(code, variant, path), language("nb")).fields[0] == field


def test_a_missing_field_is_asked_for_by_its_name() -> None:
    """A field that must be there is called what the form calls it, and is to be filled in."""
    words = form_words(made("PL005", "", felt="tittel"), language("nb"), {"tittel": "Planens navn"})
    assert words == ("Feil", "«Planens navn» er ikke fylt ut.", "Fyll ut «Planens navn».", words.fields)
    assert words.fields[0] == "tittel"


def test_a_date_is_to_be_written_as_the_form_takes_it() -> None:
    """Nobody is told to write year, month and day, which the form does for them."""
    words = form_words(made("PL006", "dato", "revisjon", "neste", verdi="ganske snart"), language("nb"))
    assert words.message == "«ganske snart» kan ikke leses som en dato."
    assert words.help == "Skriv det slik: 18.3.2027, mars 2027 eller 2027."
    assert words.fields == ("revisjon.neste", "revisjon")


def test_how_serious_it_is_is_said_in_words() -> None:
    """«info» is a word for machines."""
    item = made("PL804", "", "tittel")
    assert item.severity is Severity.INFO
    assert form_words(item, language("nb")).word == "Opplysning"
