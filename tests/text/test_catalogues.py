"""Every text planlint shows exists in every language, with the same placeholders, short and without jargon."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

import pytest
from catalogue import messages, read

from planlint.rules.all_rules import RULES
from planlint.text import LANGUAGES, language

if TYPE_CHECKING:
    from catalogue import Message

MESSAGES = messages()
FOREIGN = sorted(set(LANGUAGES) - {"nb"})
_JINJA = re.compile(r"%\((\w+)\)s")
_SHORTENED = re.compile(
    r"\b(pbl|koml|KDP|KPA|KPS|KU|ROS|LDIP|SDG|SPR|f\.eks|bl\.a|jf|mht|ift|iht|evt|dvs|ca|vedr|pga|mv|osv|ifm|o\.l|e\.g|i\.e)\b\.?"
)


def placeholders(text: str) -> set[str]:
    """Give the names that a text wants filled, in either way of writing them."""
    if _JINJA.search(text):
        return set(_JINJA.findall(text))
    return {f"{name}:{spec}" for _, name, spec, _ in string.Formatter().parse(text) if name}


def forms(message: Message) -> tuple[str, ...]:
    """Give a message's forms: one, or one and many."""
    return (message,) if isinstance(message, str) else message


@pytest.mark.parametrize("code", FOREIGN)
def test_catalogues_are_complete(code: str) -> None:
    """Nothing falls back to bokmål by accident, and nothing is left over."""
    catalogue = read(code)
    wanted = {forms(message)[0] for message in MESSAGES}
    known = {forms(message.id)[0]: forms(message.string) for message in catalogue if message.id}
    assert [text for text in wanted if not all(known.get(text, ("",)))] == []
    assert set(known) - wanted == set()


@pytest.mark.parametrize("code", FOREIGN)
def test_placeholders_are_the_same(code: str) -> None:
    """A translation must not lose a fact, nor ask for one that is not there."""
    for message in read(code):
        source = [{re.sub(":.*", "", name) for name in placeholders(form)} for form in forms(message.id)]
        found = [{re.sub(":.*", "", name) for name in placeholders(form)} for form in forms(message.string) if form]
        assert all(names <= set().union(*source) for names in found), message.id
        assert found[-1:] == source[-1:], message.id


@pytest.mark.parametrize("code", LANGUAGES)
def test_findings_are_short_and_without_jargon(code: str) -> None:
    """What a planner reads at a finding is at most 200 characters and needs no list of abbreviations."""
    lang = language(code)
    for rule in RULES.values():
        for text in (rule.tekst, *rule.varianter.values()):
            for part in (text.melding, text.merke, text.hjelp):
                said = lang.gettext(part)
                assert len(said) <= 200, said
                assert not _SHORTENED.search(re.sub(r"\{\w+(:\w+)?\}", "", said)), said


@pytest.mark.parametrize("code", FOREIGN)
def test_plural_forms(code: str) -> None:
    """One finding and two are told apart where the language does."""
    lang = language(code)
    assert lang.ngettext("{n} advarsel", "{n} advarsler", 1) != lang.ngettext("{n} advarsel", "{n} advarsler", 2)
