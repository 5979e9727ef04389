"""What the commands answer calls things by name too, in each language; code words stand only as code."""

from __future__ import annotations

import re
import subprocess
import zipfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from click.testing import CliRunner
from support.helpers import DATE, PLAN, fjordvik, write

from planlint.cli.lazy_group import planlint
from planlint.law import bestemmelser
from planlint.model import FOLDERS, ord as words_of_the_format
from planlint.system.system import open_system
from planlint.text import BESLUTNING_NAMES, EVENT_NAMES, LANGUAGES, STATUS, language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.law import Bestemmelse

CODES = {
    word
    for words in (
        words_of_the_format.Status,
        words_of_the_format.Hva,
        words_of_the_format.TiltakStatus,
        words_of_the_format.Valg,
    )
    for word in get_args(words)
}
TABLE = """Plan;Type;Status;Periode;Ansvarlig;Vedtatt;Organ;Rulleres;Mål
Vannstrategi;temaplan;under revisjon;2020-2032;Miljø og areal;1.2.2020;kommunestyret;2026;
Hagestrategi;temaplan;vedtatt;2020-2032;Ola;2.2.2021;kommunestyret;hvert 4. år;Alle kan leve gode liv
Veistrateg;temaplan;utgått;;;;;;
Fjellstrategi;noe annet;kanskje;;;;;;
"""
COMMANDS = (
    *(("list", kind) for kind in FOLDERS.values()),
    *(("show", name) for name in ("plan/vannstrategi", "trygg-oppvekst", "samfunnsdel-2020")),
    *((name, f"--output={form}") for name in ("forecast", "coverage") for form in ("text", "markdown")),
    *(("propose", "--valgperiode=2027-2031", f"--output={form}") for form in ("text", "markdown")),
    *(("propose", "--list", f"--output={form}") for form in ("text", "markdown")),
    *(("diff", "HEAD", f"--output={form}") for form in ("text", "markdown")),
    *(("whatif", what, "samfunnsdel-2020", f"--output={form}") for what in ("opphev", "slett") for form in ("text",)),
    ("whatif", "vedta", "veistrategi", "--output=markdown"),
    ("import", "planer.csv", "--new", "Veistrateg"),
    ("import", "planer.csv"),
    *(("check", f"--output={form}") for form in ("text", "markdown", "github")),
    ("rules",),
    ("set", "vannstrategi", "periode.til=2031", "--diff"),
    ("vedta", "veistrategi", "--dato=2024-02-06", "--sak=1/24", "--organ=kommunestyret", "--diff"),
    ("new", "plan", "--title=Kulturplan", "--type=temaplan", "--diff"),
    ("rename", "vannstrategi", "vannplan", "--diff"),
    ("export", "--format=docx", "--out=sak.docx", "--overwrite", "--propose", "--valgperiode=2027-2031"),
)
"""What people read; the tables in CSV, Excel, JSON and Parquet hold the values that are read back."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a plan system with history: plans that are over time, under way and changed since the last commit."""
    place = fjordvik(tmp_path_factory.mktemp("ord") / "fjordvik")
    over = PLAN.replace("Klimastrategi", "Vannstrategi").replace("til: 2030", "til: 2023")
    write(place, "planer/vannstrategi.yaml", over)
    for word in (["init", "-q"], ["add", "."], ["-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qm", "x"]):
        subprocess.run(["git", *word], cwd=place, check=True)
    write(place, "planer/vannstrategi.yaml", over.replace("vedtatt\n", "under_revisjon\n") + "del_av: klima\n")
    way = PLAN.replace("Klimastrategi", "Veistrategi").replace("vedtatt\n", "igangsatt\n")
    write(place, "planer/veistrategi.yaml", way)
    (place / "planer.csv").write_text(TABLE, encoding="utf-8")
    return place


@cache
def raw_words(code: str) -> frozenset[str]:
    """Give the statuses, events and decisions that are not what the language calls anything."""
    lang = language(code)
    names = {*STATUS.values(), *EVENT_NAMES.values(), *BESLUTNING_NAMES.values()}
    said = {word.lower() for name in names for word in lang.gettext(name).split()}
    return frozenset(CODES - said - ({"oppstart", "ny", "utkast", "vurderes", "oppheves"} if code == "nb" else set()))


def answer(root: Path, code: str, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> str:
    """Give what a command says in a language; of an attachment, its text."""
    monkeypatch.chdir(root)
    monkeypatch.setenv("PLANLINT_DATE", DATE)
    done = CliRunner().invoke(planlint, ["--lang", code, *arguments])
    assert done.exit_code in {0, 1}, done.output
    if arguments[0] == "export":
        with zipfile.ZipFile(root / "sak.docx") as packed:
            paragraphs = re.findall(r"<w:p[ >].*?</w:p>", packed.read("word/document.xml").decode(), re.DOTALL)
        return "\n".join("".join(re.findall(r"<w:t[^>]*>([^<]*)", paragraph)) for paragraph in paragraphs)
    return done.output


def prose(text: str, arguments: tuple[str, ...]) -> Iterator[str]:
    """Yield each line without what is code, quoted or in parentheses, and without addresses, files and excerpts."""
    fields = False
    for line in text.splitlines():
        if arguments[0] == "show":  # the fields are the file's own lines
            fields = (fields or re.match(r"[a-zæøå_]+: ", line) is not None) and line != ""
        if "--diff" in arguments and re.match(r"[-+@ ]", line):  # the file as it is to be
            continue
        if fields or "│" in line or re.match(r"\s*-?-?\d* *\|? *[-\w]+: *[{\[]", line):
            continue
        named = re.sub(r"`[^`]*`|«[^»]*»|“[^”]*”|\([^()]*\)|\[[^]]*\]", " ", line)
        yield re.sub(r"\S*(?:\.yaml|\.csv|://)\S*|::\w+ [^:]*::|PL\d\d\d [\w-]+|--[\w-]+(?: \"[^\"]*\")?", " ", named)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_commands_call_things_by_name(
    root: Path, code: str, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No id, no status, event or decision by its code, and no underscore, but as code or after the name."""
    register = open_system(root, date.fromisoformat(DATE)).register
    assert register is not None
    ids = {id_ for entities in register.entities.values() for id_ in entities if "-" in id_}
    lines = [*prose(answer(root, code, arguments, monkeypatch), arguments)]
    said = [line.split(maxsplit=1)[-1] if arguments[0] == "list" else line for line in lines]  # its first column: id
    naked = [
        (word, line)
        for line in said
        for word in re.findall(r"[\w/-]+", line)
        if word.rpartition("/")[2] in ids or word in raw_words(code) or re.search(r"[a-zæøå]_[a-zæøå]", word)
    ]
    assert naked == []


@pytest.mark.parametrize("code", ["en"])
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_english_is_quoted_in_english(
    root: Path, code: str, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """“…”, and not «…», where the words are ours and not those of a file."""
    lines = answer(root, code, arguments, monkeypatch).splitlines()
    ours = [line for line in lines if "│" not in line and "Fra tabellen, " not in line]  # a note written in the file
    assert [line for line in ours if "«" in line] == []


def test_a_code_word_is_seen() -> None:
    """What import, list and show said before: each of these words is one that the test above looks for."""
    assert {"under_revisjon", "igangsatt", "høring_start"} <= raw_words("nb")
    assert {"vedtatt", "planlagt", "erstattet"} <= raw_words("nn") & raw_words("en")
    assert "vedtatt" not in raw_words("nb")
    (told,) = prose("  status: vedtatt → under_revisjon, «igangsatt» (klima-2030) `planlagt`", ("import",))
    assert told.split() == ["status:", "vedtatt", "→", "under_revisjon,"]


@pytest.mark.parametrize("provision", bestemmelser().values(), ids=lambda one: one.id)
def test_a_provision_is_called_what_the_language_calls_it(provision: Bestemmelse) -> None:
    """Kommuneloven § 14-3, kommunelova § 14-3, the Local Government Act section 14-3."""
    said = {code: language(code).value(provision.navn) for code in LANGUAGES}
    assert said["nb"] == provision.navn
    assert not re.search(r"loven\b|forskriften\b|statlige|samordnet", said["nn"])
    assert said["en"].startswith("the ")
    assert "§" not in said["en"]
    assert re.findall(r"\d+", said["nb"]) == re.findall(r"\d+", said["nn"]) == re.findall(r"\d+", said["en"])
