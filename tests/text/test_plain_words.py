"""Where a person reads, a name stands: codes, ids and field names stand only as code, an id also after its name."""

from __future__ import annotations

import html
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from catalogue import messages, read
from support.helpers import DATE, PLAN, check, fjordvik, write

from planlint.base import parts_of
from planlint.model import ord as words_of_the_format
from planlint.output.examples import check_example, lay_out
from planlint.output.words import note, words_of
from planlint.site.build import files
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.text import LANGUAGES, language

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = sorted((Path(__file__).parents[1] / "rules").glob("PL*/bad-*"))
CODES = {
    word
    for words in (words_of_the_format.Status, words_of_the_format.Hva, words_of_the_format.TiltakStatus)
    for word in get_args(words)
} | {*get_args(words_of_the_format.Valg)}
FIELDS = (
    "ajourført|ansvarlig|arbeid|avtrykk|beslutninger|dato|ferdig|forankring|frist|hendelser|hjemmel|kapasitet|kilder"
    "|kunnskapsgrunnlag|merknad|organ|overordnet|periode|planlagt|retning|revisjon|sak|sammendrag|sitat|verdier"
)
"""Fields that are also words: naked where a sentence tells where to write, or what to correct."""
NAKED = {
    "nb": re.compile(
        rf"\b(?:feltet|feltene|rett|sett|fjern|fyll ut|legg til|skriv|under|i) (?:{FIELDS})(?![\w-])(?! til)"
    ),
    "nn": re.compile(
        rf"\b(?:feltet|felta|rett|set|fjern|fyll ut|legg til|skriv|under|i) (?:{FIELDS})(?![\w-])(?! til)"
    ),
    "en": re.compile(
        r"\b(?:ajourført|ansvarlig|beslutninger|dato|erstatter|ferdig|forankring|frist|hendelser|hjemmel|kilder?"
        r"|kunnskapsgrunnlag|merknad|oppgir|oppstart|overordnet|periode|retning|sammendrag|sitat|tittel|verdier)\b(?!\.\w)"
    ),
}
PROSE = {
    "nb": ("i arbeid", "under arbeid", "i retning", "i sak", "i hjemmel og", "skriv dato"),
    "nn": ("i arbeid", "under arbeid", "i retning", "i sak"),
    "en": (),
}
"""What the pattern catches and is no field: «planer under arbeid», «i sak 31/24»."""
UNDERSCORE = re.compile(r"(?<![\w{(%])[a-zæøå]+_[a-zæøå_]+(?![\w}])")


def words(text: str) -> str:
    """Give what is not code in a text, and no placeholder."""
    return re.sub(r"\{\w*(?::\w+)?\}|%\(\w+\)s", "", " ".join(part for part, code in parts_of(text) if not code))


def commands_left_out(text: str) -> str:
    """Give a text without the lines that are commands to copy, names of files, and English quotations of our words."""
    prose = "\n".join(line for line in text.split("\n") if not line.strip("\b ").startswith("planlint "))
    return re.sub(r"\b[\w-]+\.(?:md|txt|yaml|xlsx)\b|“\w+”", "", prose)


@cache
def texts(code: str) -> list[str]:
    """Give every text of planlint's own in a language: messages, help, explanations, --help, pages and tables."""
    lang, catalogue = language(code), read(code)
    ours = [form for message in messages() for form in ((message,) if isinstance(message, str) else message)]
    if code == "nb":
        return [lang.gettext(text) for text in ours]
    found = []
    for message in catalogue:
        found += [lang.gettext(message.id)] if isinstance(message.id, str) else list(message.string)
    return [text for text in found if text]


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_field_stands_naked_in_a_sentence(code: str) -> None:
    """A field name is marked as code wherever a text says where to write and what to correct."""
    bad = []
    for text in texts(code):
        said = commands_left_out(words(text))
        bad += [f"{match[0]}: {text}" for match in NAKED[code].finditer(said) if match[0] not in PROSE[code]]
        bad += [f"{match[0]}: {text}" for match in UNDERSCORE.finditer(said)]
    assert bad == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_status_or_event_is_quoted_by_its_code(code: str) -> None:
    """«Under revisjon», not «under_revisjon»; «Vedtatt», not «vedtatt»: a status in a text has its name."""
    quoted = re.compile(rf"status(?:en)? [«“](?:{'|'.join(sorted(CODES))})[»”]")
    assert [text for text in texts(code) if quoted.search(words(text))] == []


def test_marks_are_whole() -> None:
    """A text has as many marks in each language: none is lost on the way, and each ends where it began."""
    for code in LANGUAGES:
        if code == "nb":
            continue
        for message in read(code):
            if message.id and isinstance(message.id, str):
                assert message.id.count("`") == message.string.count("`"), message.id
                assert message.id.count("`") % 2 == 0, message.id


def outside(text: str) -> str:
    """Give what is neither code, nor quoted, nor in parentheses in what planlint says of a finding."""
    return re.sub(r"«[^»]*»|“[^”]*”|\([^()]*\)", " ", words(text))


def said(example: Path, root: Path) -> Iterator[tuple[str, str, set[str]]]:
    """Yield what an example's findings say in each language, with the language and the ids that there are."""
    report = check_example(example, root)
    lay_out(example, root / "plain")
    system = open_system(root / "plain", report.date)
    kinds = system.register.entities.values() if system.register else ()
    ids = {id_ for entities in kinds for id_ in entities if "-" in id_}
    for code in LANGUAGES:
        lang = language(code)
        for item in report.findings:
            yield from ((code, text, ids) for text in words_of(item, lang))
            yield from ((code, note(other, lang), ids) for other in item.related)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_findings_call_things_by_name(example: Path, tmp_path: Path) -> None:
    """With sample data in nb, nn and en: no raw status, event or id outside code and parentheses, and no underscore."""
    for code, text, ids in said(example, tmp_path):
        naked = set(re.findall(r"[\w-]+", outside(text)))
        assert not naked & ids, (code, text)
        assert not UNDERSCORE.search(outside(text)), (code, text)


@cache
def site(code: str, folder: str) -> dict[str, bytes]:
    """Draw the site of a plan system with findings, in a language."""
    root = fjordvik(Path(folder))
    write(root, "planer/vann.yaml", PLAN.replace("Klimastrategi", "Vannstrategi").replace("til: 2030", "til: 2023"))
    write(
        root,
        "planer/paa-vei.yaml",
        PLAN.replace("Klimastrategi", "Veistrategi").replace("vedtatt\n", "under_revisjon\n"),
    )
    day = date.fromisoformat(DATE)
    register = open_system(root, day).register
    assert register is not None
    return files(Nettsted(register, check(root, day, lang=code), language(code)), ("html",), None)


def seen(page: str) -> str:
    """Give what a reader sees on a page besides code."""
    page = re.sub(r"<(code|pre|script|style|template)\b.*?</\1>", " ", page.partition("<body")[2], flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", " ", page))


@pytest.mark.parametrize("code", LANGUAGES)
def test_pages_call_things_by_name(code: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No page has a raw status, event or id as a word: an id is code, in parentheses, or part of a file's path."""
    drawn = site(code, str(tmp_path_factory.mktemp(code)))
    for path, data in drawn.items():
        if not path.endswith(".html") or path.startswith(("regel/", "data")):
            continue
        text = re.sub(r"\([^()]*\)|\S+\.yaml", " ", seen(data.decode()))
        assert not UNDERSCORE.findall(text), path
        assert not {"samfunnsdel-2020", "trygg-oppvekst", "gode-liv", "paa-vei"} & set(re.findall(r"[\w-]+", text)), (
            path
        )
