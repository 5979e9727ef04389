"""A mistake is told in the language asked for, whole: no half sentence of another one, whatever went wrong where."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from support.helpers import DATE, fjordvik, run, write
from support.mistakes import MISTAKES

from planlint.cli.lazy_group import planlint

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

NORWEGIAN = re.compile(
    r"[æøåÆØÅ]|\b(ikke|ikkje|finnes|finst|eller|og|er|ingen|kan|skriv|kjør|fra|med|som|det|den|en|et|ein|eit|til|av"
    r"|filen|fila|mappen|mappa|planen|velg|blant|bruk|etter|hvordan|verdien|valg|uten|noe|noen|plan som)\b",
    re.IGNORECASE,
)
BOKMAAL = re.compile(
    r"\b(ikke|finnes|fra|noe|noen|hva|hvem|hvordan|velg|være|filen|mappen|jeg|en|et|brukes|leses|skrives|mangler|gjelder"
    r"|trenger|viser til et|feltet har ikke|slettet|endret)\b",
    re.IGNORECASE,
)
SLETTET = 'tittel: "x\n'
BROKEN = "plans/planer/arealdel-2021.yaml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a plan system with a broken file, and folders and files to stumble over; we stand in it."""
    place = fjordvik(tmp_path / "fjordvik")
    write(place, "planer/arealdel-2021.yaml", SLETTET)
    write(place / "full", "x.yaml", "x")
    (place / "empty").mkdir()
    (place / "old.xls").write_text("x")
    subprocess.run(["git", "init", "-q"], cwd=place, check=True)
    monkeypatch.chdir(place)
    monkeypatch.setenv("PLANLINT_DATE", DATE)
    return place


def told(*args: str) -> Result:
    """Run the command line, and give what it said."""
    return CliRunner().invoke(planlint, args)


def _ours(text: str) -> str:
    """Give a text without what is quoted, and without the names of commands and fields."""
    text = re.sub(r"«[^»]*»|“[^”]*”|'[^']*'|\"[^\"]*\"", "", text)
    text = re.sub(r"(The fields are|Felta er|Choose among|Vel blant|Meinte du|Did you mean) .*", "", text)
    return re.sub(r"[\w.-]*[-_/.=][\w./-]+", "", text)


@pytest.mark.parametrize(("lang", "at"), [("nb", 1), ("nn", 2), ("en", 3)])
@pytest.mark.parametrize("mistake", MISTAKES)
@pytest.mark.usefixtures("root")
def test_a_mistake_is_told_in_the_language_asked_for(mistake: str, lang: str, at: int) -> None:
    """The sentence, what stands around it, and the reason inside it are all of one language."""
    expected = MISTAKES[mistake]
    done = told("--lang", lang, *expected[0])
    assert done.exit_code in {1, 2}, done.output
    assert str(expected[at]) in done.output
    foreign = {"nb": re.compile(r"\b(ikkje|finst|the|is not|cannot)\b"), "nn": BOKMAAL, "en": NORWEGIAN}[lang]
    assert not foreign.search(_ours(done.output)), done.output


def test_the_check_of_languages_can_fail() -> None:
    """The words looked for are those of the other languages: each of our own sentences is caught in a wrong one."""
    for _, nb, nn, en in MISTAKES.values():
        assert NORWEGIAN.search(_ours(nb)), nb
        assert NORWEGIAN.search(_ours(nn)), nn
        assert not NORWEGIAN.search(_ours(en)), en
        assert not BOKMAAL.search(_ours(nn)), nn
    assert sum(bool(BOKMAAL.search(_ours(nb))) for _, nb, _, _ in MISTAKES.values()) > 20


@pytest.mark.parametrize(("declared", "expected"), [("nb", "Fant ingen"), ("nn", "Fann ingen"), ("en", "Found none")])
def test_the_plan_system_decides_where_nobody_asks(root: Path, declared: str, expected: str) -> None:
    """Without --lang, what stops a command is told in the language that plansystem.yaml declares."""
    file = root / "plans" / "plansystem.yaml"
    text = re.sub(r"^språk:.*\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    file.write_text(f"språk: {declared}\n{text}", encoding="utf-8")
    assert expected in told("set", "nobody", "status=x").output
    assert "Found none" in told("--lang", "en", "set", "nobody", "status=x").output
    file.write_text(f"språk: {declared}\n: [", encoding="utf-8")
    assert "plansystem.yaml" in told("set", "nobody", "status=x").output


def test_what_an_edit_tells_is_in_one_language(root: Path) -> None:
    """What is done, what is new and what is no longer needed: nothing of it is bokmål in an English answer."""
    write(root, "planer/arealdel-2021.yaml", (fjordvik(root / "again") / BROKEN).read_text(encoding="utf-8"))
    done = told("--lang", "en", "set", "samfunnsdel-2020", "status=opphevet")
    assert (done.exit_code, "changed" in done.output, "New to “planlint check”:" in done.output) == (0, True, True)
    assert not NORWEGIAN.search(_ours(re.sub(r"PL\d+ \S+", "", done.output))), done.output
    again = told("--lang", "en", "set", "samfunnsdel-2020", "status=opphevet")
    assert again.output == "Nothing to change: it says so already.\n"


def test_the_language_before_the_command_holds_for_what_it_shows(root: Path) -> None:
    """--lang before the command's name and after it are the same; the one nearest to what is asked counts."""
    before, after = told("--lang", "en", "check", BROKEN), told("check", BROKEN, "--lang", "en")
    assert before.output == after.output
    assert told("--lang", "nn", "check", BROKEN, "--lang", "en").output == after.output
    assert told("--lang", "en", "show", "gode-liv").output == told("show", "gode-liv", "--lang", "en").output
    assert root.is_dir()


def test_the_machine_does_not_decide(tmp_path: Path) -> None:
    """Whatever LANGUAGE and LC_ALL say, a process speaks as it is asked to; and the variable is put back."""
    root = fjordvik(tmp_path)
    for machine in (
        {"LANGUAGE": "en", "LC_ALL": "en_GB.UTF-8"},
        {"LANGUAGE": "nn:de", "LC_ALL": "C"},
        {"LANGUAGE": ""},
    ):
        done = run("--lang", "nb", "rename", "x", cwd=root, env=machine)
        assert done.stderr.startswith("Bruk: planlint rename [VALG] GAMMEL NY")
        assert "planlint: Dette mangler: «NY»" in done.stderr
        assert "Option --date requires a value." in run("--lang", "en", "check", "--date", cwd=root, env=machine).stderr


def test_bokmaal_needs_no_catalogue(tmp_path: Path) -> None:
    """A slip of the pen is told at once: no catalogue is compiled, and nothing that judges plans is loaded for it."""
    code = (
        "import sys\nfrom planlint.cli.lazy_group import planlint\n"
        "try:\n    planlint(sys.argv[1:])\nexcept SystemExit:\n"
        "    print([name for name in ('babel', 'pydantic', 'jinja2') if name in sys.modules])"
    )
    for words in (["chek"], ["check", "--dat"], ["--help"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *words], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
        )
        assert done.stdout.endswith("[]\n"), words
