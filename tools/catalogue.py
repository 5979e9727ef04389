"""Gather every text that planlint shows, and keep the catalogues in planlint/text/locale/ in step with them.

`python tools/catalogue.py` adds new texts (untranslated) to each catalogue and takes out those no longer used. click's
own words are kept by hand, in planlint/text/locale/click; of them it makes the .mo that gettext reads.
"""

from __future__ import annotations

import ast
import io
import sys
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment

from planlint.cli.click_words import BELOW, KINDS, OPTIONS
from planlint.cli.language_choice import HELP, texts
from planlint.cli.lazy_group import COMMANDS, planlint
from planlint.law import bestemmelser
from planlint.rules.all_rules import RULES
from planlint.text import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "planlint" / "text" / "locale"
ONE = frozenset(("N_", "gettext", "_"))
MANY = frozenset(("ngettext", "n", "choose", "NN_", "say"))
Message = str | tuple[str, str]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _from_rules() -> Iterator[Message]:
    for rule in RULES.values():
        yield from (rule.krav, rule.hvorfor, rule.kilde)
        if rule.av_fordi:
            yield rule.av_fordi
        for text in (rule.tekst, *rule.varianter.values()):
            yield from (part for part in (text.melding, text.merke, text.hjelp) if part)
    for provision in bestemmelser().values():
        for wording in provision.ordlyder:
            yield wording.krav
            if wording.slutning:
                yield wording.grunnlag
        act, section = provision.navn.partition(" § ")[::2]
        yield provision.navn if len(section.partition(" ")[2]) > 1 else act  # as Language says it
        if provision.merknad:
            yield provision.merknad


def _from_commands() -> Iterator[Message]:
    """Give what --help says."""
    yield from (OPTIONS, BELOW, *KINDS.values())
    yield from ("Kommandoer", HELP, *COMMANDS.values(), *texts(planlint))
    for name in COMMANDS:
        yield from texts(import_module(f"planlint.cli.{name}").command)


def _texts(call: ast.Call) -> list[str]:
    return [part.value for part in call.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]


def _from_code(path: Path) -> Iterator[Message]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            texts = _texts(node)
            if name in ONE and texts:
                yield texts[0]
            elif name in MANY and len(texts) == 2:
                yield texts[0], texts[1]


def _from_template(path: Path) -> Iterator[Message]:
    environment = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True, autoescape=True)
    for _, _, message in environment.extract_translations(path.read_text(encoding="utf-8")):  # type: ignore[attr-defined]
        yield message if isinstance(message, str) else (str(message[0]), str(message[1]))


@cache
def messages() -> tuple[Message, ...]:
    """Give every text once: those of rules and commands as they follow each other, and the others by the alphabet.

    So a catalogue stays as it is when code moves from one file to another.
    """
    found = dict.fromkeys(_from_rules()) | dict.fromkeys(_from_commands())
    others: set[Message] = set()
    for path in (ROOT / "planlint").rglob("*.py"):
        others.update(_from_code(path))
    for path in (ROOT / "templates").rglob("*.j2"):
        others.update(_from_template(path))
    found |= dict.fromkeys(sorted(others, key=lambda text: (text,) if isinstance(text, str) else text))
    counted = {message[0] for message in found if isinstance(message, tuple)}  # such a text also does alone
    return tuple(message for message in found if message and message not in counted)


def read(code: str) -> Catalog:
    """Give a language's catalogue."""
    path = LOCALE / f"{code}.po"
    text = path.read_bytes() if path.exists() else b""
    return read_po(io.BytesIO(text), locale=LANGUAGES[code])


def written(code: str) -> tuple[bytes, int]:
    """Give a language's catalogue with exactly the texts in use, and how many have no translation."""
    old, new = read(code), Catalog(locale=LANGUAGES[code])
    missing = 0
    for message in messages():
        known = old.get(message[0] if isinstance(message, tuple) else message)
        string = ("", "") if isinstance(message, tuple) else ""
        if known and isinstance(known.string, tuple) == isinstance(message, tuple):
            string = known.string
        new.add(message, string)
        missing += not (all(string) if isinstance(string, tuple) else string)
    stream = io.BytesIO()
    write_po(stream, new, omit_header=True, width=120)
    return stream.getvalue(), missing


def update(code: str) -> int:
    """Write a language's catalogue anew; give how many of its texts have no translation."""
    text, missing = written(code)
    (LOCALE / f"{code}.po").write_bytes(text)
    return missing


def click_words(code: str) -> Catalog:
    """Give click's own words in a language."""
    path = LOCALE / "click" / code / "LC_MESSAGES" / "messages.po"
    return read_po(io.BytesIO(path.read_bytes()), locale=LANGUAGES[code])


def compile_click_words(code: str) -> None:
    """Write what gettext reads of click's words; the same words give the same bytes."""
    words = click_words(code)
    words.creation_date = words.revision_date = _EPOCH
    stream = io.BytesIO()
    write_mo(stream, words)
    (LOCALE / "click" / code / "LC_MESSAGES" / "messages.mo").write_bytes(stream.getvalue())


if __name__ == "__main__":
    for language in LANGUAGES:
        compile_click_words(language)
        if language != "nb":
            sys.stdout.write(f"{language}: {update(language)} texts without translation\n")
