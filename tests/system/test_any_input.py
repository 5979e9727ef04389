"""Whatever lies in plans/, the answer is a clear sentence or a finding, never a stack trace."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.source.find import SourceFile, find_root
from planlint.system.load import load_files


def check(root: Path, *args: str) -> tuple[int, str]:
    """Run a check on the fixed day; give exit code and everything printed, which must hold no traceback."""
    done = run("check", "--date", DATE, *args, cwd=root)
    text = done.stdout + done.stderr
    assert "Traceback" not in text
    assert "planlint stoppet" not in text
    return done.returncode, text


def test_an_empty_folder(tmp_path: Path) -> None:
    """There is nothing to check, and that is not success."""
    code, text = check(tmp_path)
    assert code == 2
    assert "Fant ikke mappen plans/" in text


def test_a_folder_without_files(tmp_path: Path) -> None:
    """An empty plans/ is not success either."""
    (tmp_path / "plans").mkdir()
    code, text = check(tmp_path)
    assert code == 2
    assert "Det er ingen YAML-filer" in text


def test_a_folder_without_plansystem(tmp_path: Path) -> None:
    """The sentence names the file that is missing."""
    (fjordvik(tmp_path) / "plans/plansystem.yaml").unlink()
    code, text = check(tmp_path)
    assert code == 2
    assert "Fant ikke plans/plansystem.yaml" in text


def test_a_root_that_does_not_exist(tmp_path: Path) -> None:
    """A misspelt --root is told as such."""
    code, text = check(tmp_path, "--root", "nei")
    assert code == 2
    assert "Mappen nei finnes ikke." in text


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    """A misspelt path must not look like a clean file."""
    code, text = check(fjordvik(tmp_path), "plans/nei.yaml")
    assert code == 2
    assert "finnes ikke" in text


def test_a_path_outside(tmp_path: Path) -> None:
    """A path outside the plan system is refused."""
    fjordvik(tmp_path / "a")
    code, text = check(tmp_path / "a", "--root", ".", "/etc")
    assert code == 2
    assert "ligger ikke i plansystemet" in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kommune: [", 2),
        ("", 2),
        ("kommune: {navn: X}\n", 2),
        ("- a\n", 2),
        ("kommune: {navn: X}\nplantyper: {}\nfeil: 1\n", 1),
    ],
)
def test_a_broken_plansystem(tmp_path: Path, text: str, expected: int) -> None:
    """The finding is shown at its line; the exit code is 2 where nothing could be judged, 1 where the rest could."""
    write(fjordvik(tmp_path), "plansystem.yaml", text)
    code, out = check(tmp_path)
    assert code == expected
    assert "plans/plansystem.yaml:" in out


def test_a_broken_avvik_file(tmp_path: Path) -> None:
    """A baseline that cannot be read must not quietly cover nothing."""
    write(fjordvik(tmp_path), "avvik.yaml", "per: i går\n")
    code, out = check(tmp_path)
    assert code == 1
    assert "plans/avvik.yaml:1:6: feil PL006" in out


def test_an_unreadable_file() -> None:
    """A file that may not be read is a finding of its own, and its id still resolves."""
    file = SourceFile("plans/planer/klima.yaml", "plan")
    loaded = load_files([file], {file.path: PermissionError(13, "Permission denied")})
    assert [(code, finding.variant) for code, finding in loaded.findings] == [("PL001", "uleselig")]
    assert loaded.opaque == {("plan", "klima")}


def test_a_link_in_a_ring(tmp_path: Path) -> None:
    """A link that leads to itself cannot be opened, whoever asks; it is told, and the rest is judged."""
    (fjordvik(tmp_path) / "plans/planer/ring.yaml").symlink_to("ring.yaml")
    code, out = check(tmp_path)
    assert code == 1
    assert "plans/planer/ring.yaml:1:1: feil PL010" in out


@pytest.mark.parametrize("seed", range(8))
def test_random_bytes(tmp_path: Path, seed: int) -> None:
    """Noise is one finding."""
    noise = random.Random(seed).randbytes(400)  # noqa: S311 - no secret
    (fjordvik(tmp_path) / "plans/planer/stoy.yaml").write_bytes(noise)
    code, out = check(tmp_path)
    assert code == 1
    assert out.count("plans/planer/stoy.yaml:") == 1


def test_a_file_of_five_megabytes(tmp_path: Path) -> None:
    """Too large is told with the size and the limit, and quickly."""
    write(fjordvik(tmp_path), "planer/stor.yaml", PLAN + "merknad: " + "x" * 5_000_000 + "\n")
    code, out = check(tmp_path)
    assert code == 1
    assert "PL010" in out
    assert "4883 KiB. Grensen er 256 KiB" in out
    assert len(out) < 2000


def test_a_pipe_in_plans_is_not_opened(tmp_path: Path) -> None:
    """A FIFO would block for ever; it is told, and not read."""
    os.mkfifo(fjordvik(tmp_path) / "plans/planer/ror.yaml")
    code, out = check(tmp_path)
    assert code == 1
    assert "plans/planer/ror.yaml:1:1: feil PL010" in out


def test_hostile_text_does_not_reach_the_terminal(tmp_path: Path) -> None:
    """Escape sequences and direction overrides from a file are shown as codes."""
    write(
        fjordvik(tmp_path),
        "planer/klima.yaml",
        PLAN.replace("strategi\n", '"a\\e[31mb"\n', 1).replace("vedtatt\n", '"\u202evedtatt"\n', 1),
    )
    _, out = check(tmp_path)
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "<U+202E>" in out


DEFECTS = {
    "et mål er slettet": ("maal/trygg-oppvekst.yaml", None, ["PL102"]),
    "en id er feilstavet": ("planer/klima.yaml", PLAN.replace("[trygg-oppvekst]", "[trygg-opvekst]"), ["PL102"]),
    "en umulig dato": ("planer/klima.yaml", PLAN.replace("2022-02-16", "2023-02-30"), ["PL006"]),
    "en nøkkel to ganger": ("planer/klima.yaml", PLAN + "ansvarlig: oppvekst\n", ["PL003"]),
    "en tabulator": ("planer/klima.yaml", PLAN.replace("  - {hva", "\t- {hva"), ["PL001"]),
    "en skrivefeil i et felt": ("planer/klima.yaml", PLAN.replace("forankring:", "forankrng:"), ["PL004"]),
    "tittel mangler": ("planer/klima.yaml", PLAN.replace("tittel: Klimastrategi for Fjordvik\n", ""), ["PL005"]),
    "mellomrom mangler": ("planer/klima.yaml", PLAN.replace("periode: {", "periode:{"), ["PL001"]),
    "mellomrom mangler i ett felt": (
        "planer/klima.yaml",
        PLAN.replace("forankring: [trygg-oppvekst]", "forankring:{mål: trygg-oppvekst}"),
        ["PL004"],
    ),
    "ukjent plantype": ("planer/klima.yaml", PLAN.replace("type: strategi", "type: strategy"), ["PL102"]),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_one_defect_gives_one_finding(tmp_path: Path, name: str) -> None:
    """Exactly the finding that a planner needs, and no cascade."""
    import json  # noqa: PLC0415 - only here

    path, text, codes = DEFECTS[name]
    fjordvik(tmp_path)
    write(tmp_path, "planer/klima.yaml", PLAN)
    if text is None:
        (tmp_path / "plans" / path).unlink()
    else:
        write(tmp_path, path, text)
    done = run("check", "--date", DATE, "--output", "json", cwd=tmp_path)
    assert [finding["code"] for finding in json.loads(done.stdout)["findings"]] == codes, done.stdout


def test_a_name_that_is_too_long_is_no_crash(tmp_path: Path) -> None:
    """Whatever the operating system refuses is told in Norwegian, with exit code 2."""
    fjordvik(tmp_path)
    for args in (("x" * 300,), ("--root", "x" * 300), ("--output", f"text={'x' * 300}")):
        code, out = check(tmp_path, *args)
        assert code == 2
        assert "navnet er for langt" in out


def test_a_plans_folder_that_may_not_be_read_is_still_the_root(tmp_path: Path) -> None:
    """Looking for the root does not stumble on it; reading it tells."""

    class Closed(type(tmp_path)):  # type: ignore[misc]
        def is_file(self) -> bool:
            raise PermissionError(13, "Permission denied", str(self))

    assert find_root(Closed(tmp_path)) == tmp_path


def test_a_file_name_that_is_no_utf_8(tmp_path: Path) -> None:
    """It is told, in text and in JSON, and stops nothing."""
    folder = fjordvik(tmp_path) / "plans/planer"
    (folder / os.fsdecode(b"x\xff.yaml")).write_text(PLAN, encoding="utf-8")
    assert "PL007" in check(tmp_path)[1]
    assert "PL007" in check(tmp_path, "--output", "json")[1]
    assert check(tmp_path, "--output", "json=funn.json")[0] == 1
