"""`planlint review`: with answers from a keyboard, by flags in a script, and stopped in the middle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.helpers import fjordvik, write

from planlint.cli.lazy_group import planlint
from planlint.cli.review_walk import ANSWERS
from planlint.text.language import language

DAY = "2026-11-29"
AREALDEL, SAMFUNNSDEL = "plans/planer/arealdel-2021.yaml", "plans/planer/samfunnsdel-2020.yaml"
TILTAK, SYSTEM = "plans/tiltak/aapne-moeteplasser.yaml", "plans/plansystem.yaml"
LINE = f"gjennomgått: {DAY}\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Fjordvik, last brought up to date 1.5.2024, two and a half years later; we stand in it."""
    monkeypatch.chdir(fjordvik(tmp_path))
    monkeypatch.setenv("PLANLINT_DATE", DAY)
    return tmp_path


def review(*words: str, answers: str = "") -> tuple[int, str]:
    """Run the command with answers, a line each; give exit code and what it said."""
    done = CliRunner().invoke(planlint, ["review", *words], input=answers)
    return done.exit_code, done.output


def text(path: str) -> str:
    """Give a file as it stands."""
    return Path(path).read_text(encoding="utf-8")


def tree(root: Path) -> dict[str, bytes]:
    """Give every file."""
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_the_list_tells_what_and_since_when(root: Path) -> None:
    """--list changes nothing; exit code 1 as long as something is left."""
    before = tree(root)
    code, told = review("--list")
    assert (code, tree(root)) == (1, before)
    assert told.splitlines() == [
        "3 er ikke sett på:",
        "  plan/arealdel-2021: Kommuneplanens arealdel 2021–2032 (registeret er ajourført 1.5.2024)",
        "  plan/samfunnsdel-2020: Kommuneplanens samfunnsdel 2020–2032 (registeret er ajourført 1.5.2024)",
        "  tiltak/aapne-moeteplasser: Åpne møteplasser for unge (registeret er ajourført 1.5.2024)",
    ]
    assert review("--list", "--kind", "tiltak")[1].count("\n") == 2
    assert review("--list", "--older-than", "36") == (0, "Det er ingenting å gå gjennom: alt er sett på.\n")


def test_a_walk_through_all_of_it_moves_the_day(root: Path) -> None:
    """Each «unchanged» is one line in one file; when nothing is left, `ajourført` moves, and check is content."""
    before = tree(root)
    code, told = review(answers="u\nuendret\nU\n")
    assert code == 0, told
    assert (
        "[1/3] Kommuneplanens arealdel 2021–2032\n  plan/arealdel-2021\n  Plantype: arealdel\n"
        "  Status: Vedtatt 24.3.2021\n" in told
    )
    assert "3 er gått gjennom, 0 gjenstår." in told
    assert "`" not in told
    assert "ajourført» i plansystem.yaml er 29.11.2026" in told
    for path in (AREALDEL, SAMFUNNSDEL, TILTAK):
        assert text(path).replace(LINE, "").encode() == before[str(root / path)]
        assert text(path).count(LINE) == 1
    assert f"ajourført: {DAY}\n" in text(SYSTEM)
    assert text(SYSTEM).replace(DAY, "2024-05-01").encode() == before[str(root / SYSTEM)]
    assert CliRunner().invoke(planlint, ["check", "--select", "PL3"]).exit_code == 0
    assert review() == (0, "Det er ingenting å gå gjennom: alt er sett på.\n")


@pytest.mark.parametrize("ending", ["", "s\n", "S"])
def test_stopping_loses_nothing(root: Path, ending: str) -> None:
    """At the end of the answers, or at «stop», what was answered is written, and what is left is counted."""
    code, told = review(answers=f"u\n{ending}")
    assert code == 1
    assert "1 er gått gjennom, 2 gjenstår." in told
    assert LINE in text(AREALDEL)
    assert LINE not in text(SAMFUNNSDEL)
    assert "ajourført: 2024-05-01\n" in text(SYSTEM)
    assert review("--list")[1].startswith("2 er ikke sett på:")
    assert root.is_dir()


@pytest.mark.skipif(os.name == "nt", reason="signals as POSIX has them")
@pytest.mark.parametrize(("name", "expected"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_interrupted_in_the_middle(root: Path, name: str, expected: int) -> None:
    """Ctrl+C, or being told to stop, says what was done and what is left; nothing is half written."""
    process = subprocess.Popen(
        [sys.executable, "-m", "planlint", "review"], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": "1"},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - whoever ran us may ignore it
    )  # fmt: skip
    assert process.stdin
    assert process.stdout
    process.stdin.write(b"u\n")
    process.stdin.flush()
    told = b""
    while b"[2/3]" not in told or not told.endswith(b": "):
        told += process.stdout.read(1)
    process.send_signal(getattr(signal, name))
    out, error = process.communicate(timeout=60)
    assert process.returncode == expected
    assert "1 er gått gjennom, 2 gjenstår." in out.decode()
    assert error.decode().splitlines()[-1] == "planlint: Avbrutt."
    assert LINE in text(AREALDEL)
    assert not list(root.rglob("journal.json"))


def test_change_does_what_set_does(root: Path) -> None:
    """A field is changed at once, a mistake is told and asked again, and the plan counts as gone through."""
    code, told = review("--kind", "plan", answers="e\ntull=1\nansvarlig\nansvarlig=oppvekst\n\nh\n")
    assert code == 1
    assert "Det finnes ikke noe felt som heter «tull»." in told
    assert "Skriv «felt=verdi»" in told
    assert "plans/planer/arealdel-2021.yaml: endret" in told
    assert "ansvarlig: oppvekst\n" in text(AREALDEL)
    assert LINE in text(AREALDEL)
    assert LINE not in text(SAMFUNNSDEL)
    assert root.is_dir()


def test_change_of_nothing_asks_again(root: Path) -> None:
    """Nothing changed is not the same as «unchanged»: that has to be said."""
    _, told = review("--kind", "tiltak", answers="e\n\ne\nansvarlig=oppvekst\n\nh\n")
    assert told.count("[u]endret") == 3
    assert LINE not in text(TILTAK)
    assert root.is_dir()


def test_a_change_that_makes_a_fault_is_not_made(root: Path) -> None:
    """What would be wrong in the file is told, nothing is written, and the walk goes on."""
    before = text(TILTAK)
    code, told = review("--kind", "tiltak", answers="e\nstatus=kanskje\n\nh\n")
    assert (code, text(TILTAK)) == (1, before)
    assert "Ingenting er endret, for da ville noe blitt galt:" in told
    assert root.is_dir()


def test_ended_tells_how(root: Path) -> None:
    """How something is ended depends on what it is; it is left for somebody to do."""
    write(root, "utfordringer/uvisst.yaml", "tittel: Uvisst\nkilder: [{kilde: plandokument}]\n")
    code, told = review(answers="a\nh\na\na\n")
    assert code == 1
    assert "«planlint vedta arealdel-2021 --hva opphevet --dato ÅÅÅÅ-MM-DD --sak NN/ÅÅ»" in told
    assert "«planlint set aapne-moeteplasser status=gjennomført»" in told
    assert "slett filen plans/utfordringer/uvisst.yaml" in told
    assert "0 er gått gjennom, 4 gjenstår." in told


def test_an_answer_that_is_none_is_asked_again(root: Path) -> None:
    """An empty line, a wrong letter and a word too many write nothing."""
    before = tree(root)
    code, told = review(answers="\nx\nuendret ja\n")
    assert (code, tree(root)) == (1, before)
    assert told.count("Svar med den første bokstaven, og trykk Enter.") == 4


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_every_answer_has_its_own_letter(code: str) -> None:
    """One key is one answer, in each language."""
    words = [language(code).gettext(word) for word in ANSWERS.values()]
    assert len({word[0] for word in words}) == len(ANSWERS)


def test_the_walk_speaks_the_readers_language(root: Path) -> None:
    """Cards, questions and what is told are in one language, and its letters count."""
    code, told = review("--lang", "en", "--kind", "plan", answers="s\np\n")
    assert code == 1
    assert "[s]ame, [c]hange, [p]ass over, [e]nded, [q]uit: " in told
    assert "Last looked at: the register is up to date as of 1 May 2024" in told
    assert "1 has been gone through, 1 left." in told
    assert root.is_dir()


def test_by_flags_in_a_script(root: Path) -> None:
    """--id marks what it names, --all-unchanged the rest; --diff writes nothing; all in one go."""
    before = tree(root)
    code, told = review("--all-unchanged", "--diff")
    assert (code, tree(root), told.count(f"+{LINE}")) == (1, before, 3)
    assert f"+ajourført: {DAY}\n" in told
    code, told = review("--id", "arealdel-2021", "--id", "tiltak/aapne-moeteplasser")
    assert (code, LINE in text(AREALDEL), LINE in text(TILTAK)) == (1, True, True)
    assert "ajourført: 2024-05-01" in text(SYSTEM)
    code, told = review("--id", "arealdel-2021")
    assert (code, told.splitlines()[0]) == (1, "Ingenting å endre: det står slik fra før.")
    code, told = review("--all-unchanged")
    assert (code, LINE in text(SAMFUNNSDEL), f"ajourført: {DAY}" in text(SYSTEM)) == (0, True, True)
    assert "den eldste dagen noe sist ble sett på" in told


def test_only_the_day_is_behind(root: Path) -> None:
    """Where all was marked by hand, the command moves `ajourført`, to the oldest of the days and no further."""
    for number, path in enumerate((AREALDEL, SAMFUNNSDEL, TILTAK)):
        Path(path).write_text(text(path) + f"gjennomgått: 2026-0{number + 3}-01\n", encoding="utf-8")
    code, told = review()
    assert (code, "ajourført: 2026-03-01\n" in text(SYSTEM)) == (0, True), told
    assert root.is_dir()


def test_a_later_day_stays(root: Path) -> None:
    """A day that was written later is not moved back by an earlier --date."""
    Path(AREALDEL).write_text(text(AREALDEL) + "gjennomgått: 2026-11-20\n", encoding="utf-8")
    assert review("--id", "arealdel-2021", "--date", "2026-11-01")[0] == 1
    assert "gjennomgått: 2026-11-20\n" in text(AREALDEL)
    assert root.is_dir()


def test_what_cannot_be_read_is_not_forgotten(root: Path) -> None:
    """A file that cannot be read is told of, `ajourført` stays, and the exit code says that something is left."""
    write(root, "planer/rot.yaml", "tittel: [\n")
    code, told = review("--all-unchanged")
    assert (code, "Noen filer kan ikke leses" in told) == (1, True)
    assert "ajourført: 2024-05-01" in text(SYSTEM)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--list", "--all-unchanged"), "Velg én av --list, --all-unchanged og --id."),
        (("--diff",), "--diff viser det som --all-unchanged eller --id ville skrevet."),
        (("--id", "finnes-ikke"), "Fant ingen med id «finnes-ikke»."),
        (("--id", "trygg-oppvekst"), "maal/trygg-oppvekst går ingen gjennom for seg."),
        (("--kind", "maal"), "maal"),
    ],
)
def test_misuse_is_told(root: Path, words: tuple[str, ...], told: str) -> None:
    """One sentence, exit code 2, and no file is touched."""
    before = tree(root)
    code, answer = review(*words)
    assert (code, tree(root)) == (2, before)
    assert told in answer
