"""Nothing that lies in plans/ can break a check, make it wait, or show what is not the plan system's own."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from growth.clock import growth
from support.helpers import DATE, PLAN, check, fjordvik, run, write

from planlint.check.report import Report
from planlint.output.check_formats import FORMATS, Options, render
from planlint.site.markdown_text import markdown
from planlint.source.find import find_files
from planlint.source.read import MAX_BYTES, UnreadableError, decode, read_file
from planlint.source.yaml import MAX_DEPTH, parse
from planlint.system import system
from planlint.system.system import open_system

DAY = date.fromisoformat(DATE)
POSIX = pytest.mark.skipif(os.name != "posix", reason="links, pipes and owners as Unix has them")


def codes(report: Report, file: str = "") -> list[tuple[str, str]]:
    """Give code and variant of each finding, those of one file if it is named."""
    found = (item.diagnostic for item in report.findings)
    return [(item.code, item.finding.variant) for item in found if file in {"", item.place.file}]


def why_not(text: str | bytes) -> tuple[str, str]:
    """Give code and variant of the reason why a text is not read."""
    with pytest.raises(UnreadableError) as caught:
        parse(decode(text if isinstance(text, bytes) else text.encode()))
    return caught.value.issue.code, caught.value.issue.variant


def too_slow(number: int, make: Callable[[int], Callable[[], object]]) -> str:
    """Give how time grows from a number to four times as much, if that is too much; a slow machine slows both."""
    found = growth("tekst", make, number, number, tries=1)
    return str(found) if found.too_much else ""


# What a file says


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(1000)),
        "a: &a\n  <<: *a\n",
        "x: &x {y: *x}\n",
    ],
)
def test_yaml_bombs(text: str) -> None:
    """Anchors are refused where they are set, before anything is made of them."""
    assert why_not(text) == ("PL010", "anker")


@pytest.mark.parametrize("unit", ["[", "{", "- ", "? ", "{a: ", "[&a "])
def test_deep_nesting(unit: str) -> None:
    """However deep, it is one finding, and it takes no stack and no time."""

    def nested(size: int) -> Callable[[], object]:
        text = "a: &x 1\n" * (unit == "[&a ") + unit * (size // len(unit))
        return lambda: why_not(text)

    assert too_slow(MAX_BYTES // 8, nested) == ""
    assert why_not("".join(f"{' ' * depth}a:\n" for depth in range(700)) + " " * 700 + "x\n") == ("PL010", "dyp")
    assert why_not("a: " + "[" * (MAX_DEPTH + 5) + "]" * (MAX_DEPTH + 5)) == ("PL010", "dyp")


def test_huge_scalars_are_read_and_shown_short(tmp_path: Path) -> None:
    """A value that fills the file is a value; a finding about it stays a few lines long."""
    write(fjordvik(tmp_path), "planer/klima.yaml", PLAN.replace("type: strategi", f"type: {'x' * 200_000}"))
    report = check(tmp_path, DAY)
    assert codes(report) == [("PL006", "typeid")] or codes(report)[0][0] in {"PL006", "PL102"}
    assert len(json.dumps(parse(f"a: {'9' * 200_000}")[0])) > 200_000, "a huge number is a text"


def test_a_huge_file_is_not_read_into_memory(tmp_path: Path) -> None:
    """A sparse file of a terabyte is one finding, told with its size."""
    fjordvik(tmp_path)
    with (tmp_path / "plans/planer/stor.yaml").open("wb") as file:
        try:
            file.truncate(1 << 40)
        except OSError:
            file.truncate(1 << 32)
    report = check(tmp_path, DAY)
    assert codes(report) == [("PL010", "stor")]
    assert "Grensen er 256 KiB" in render(report, "text")


@pytest.mark.parametrize("char", ["\0", "\x01", "\x07", "\x1b", "\x7f", "\x80", "\x9f", "\ufffe", "\uffff"])
def test_control_characters(char: str) -> None:
    """A byte that no text has is told by its code; written as an escape, it is a hidden character."""
    assert why_not(f"tittel: a{char}b\n") == ("PL001", "kontrolltegn")
    escaped = f"\\u{ord(char):04x}"
    if char < "\ufff0":
        assert [issue.code for issue in parse(f'tittel: "a{escaped}b"\n')[1]] == ["PL008"]


@pytest.mark.parametrize("before", ["tittel: Blåbærskogen ", "# ærlig\ntittel: ", "\ufefftittel: 🧭\u00a0"])
@pytest.mark.parametrize("char", ["\x01", "\x7f", "\ufffe"])
def test_a_control_character_is_shown_where_it_stands(before: str, char: str) -> None:
    """Also after letters that take more than one byte, which libyaml counts as more than one place."""
    with pytest.raises(UnreadableError) as error:
        parse(f"{before}{char}")
    above, _, line = before.rpartition("\n")
    (row, column) = (error.value.issue.span.line, error.value.issue.span.column)
    assert (row, column) == (above.count("\n") + bool(above) + 1, len(line) + 1)


@pytest.mark.parametrize(
    "raw",
    [b"\xc0\xaf", b"\xc1\x81", b"\xe0\x80\xaf", b"\xf0\x80\x80\xaf", b"\xf8\x88\x80\x80\x80", b"\xf4\x90\x80\x80",
     b"\xed\xa0\x80", b"\xed\xb0\x80", b"\xed\xa0\xbd\xed\xb8\x80", b"\xff", b"\x80", b"\xe2\x82"],
)  # fmt: skip
def test_overlong_utf_8_and_surrogates(raw: bytes) -> None:
    """What is no UTF-8 is no text: no slash in disguise, no half character."""
    assert why_not(b"tittel: a" + raw + b"b\n")[0] == "PL002"


@pytest.mark.parametrize("escape", ["\\ud800", "\\udfff", "\\U00110000", "\\ud83d\\ude00"])
def test_surrogates_as_escapes(escape: str) -> None:
    """Half a character is none, however it is written."""
    assert why_not(f'tittel: "a{escape}b"\n') == ("PL001", "skråstrek")


HIDDEN = {
    "retning": "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    "usynlig": "\u200b\u200e\u200f\u061c\u2060\u2061\u206a\u180e\u3164\u115f\uffa0\u034f\ufe0f\U000e0041\ufff9\u200d",
}


@pytest.mark.parametrize(("variant", "char"), [(name, char) for name, found in HIDDEN.items() for char in found])
def test_hidden_characters_in_titles(tmp_path: Path, variant: str, char: str) -> None:
    """Nobody sees them, so they are told of: as an error where they turn what is shown."""
    write(fjordvik(tmp_path), "planer/klima.yaml", PLAN.replace("Klimastrategi", f"Klima{char}strategi"))
    report = check(tmp_path, DAY)
    assert codes(report) == [("PL008", variant)]
    assert f"U+{ord(char):04X}" in render(report, "text")
    assert report.findings[0].diagnostic.severity == ("feil" if variant == "retning" else "advarsel")


@pytest.mark.parametrize(
    "text", ["\u202ex", "x\u202e", '"a\\u202eb"', "|\n  a\u202eb", ">-\n  a\u202eb\n  c", "'a\u202eb'"]
)
def test_a_hidden_character_in_every_kind_of_text(text: str) -> None:
    """Quoted, folded, escaped, in a key: it is found, and the data are as they were."""
    data, issues = parse(f"tittel: {text}\n")
    assert [issue.variant for issue in issues] == ["retning"]
    assert "\u202e" in data["tittel"]
    assert [issue.variant for issue in parse("tit\u202etel: x\n")[1]] == ["retning"]


@pytest.mark.parametrize(
    "text",
    [
        "sam\u00adfunns\u00addel",
        "👩\u200d👩\u200d👧 og ❤\ufe0f",
        "1\ufe0f\u20e3",
        "می\u200cخواهم",
        "क्\u200dष",
        "Sámi, Čáhci, «—»",
    ],
)
def test_what_has_its_use_is_left_in_peace(text: str) -> None:
    """Soft hyphens inside words, joined emoji, and joiners in scripts that need them."""
    assert parse(f"tittel: {text} i Fjordvik\n")[1] == []


@pytest.mark.parametrize(
    "text", ["\u00ad", "a\u00ad b", "a\u200db", "a\u200cb", "❤\ufe0f\ufe0f", "👩\u200d", "a\ufe0f"]
)
def test_what_has_no_use_there_is_told(text: str) -> None:
    """The same characters where they change nothing but what a search finds."""
    assert [issue.variant for issue in parse(f'tittel: "{text}"\n')[1]] == ["usynlig"]


def test_a_hidden_character_that_makes_a_value_invalid_is_told_once(tmp_path: Path) -> None:
    """One cause, one finding; the code of the character stands in it."""
    write(fjordvik(tmp_path), "planer/klima.yaml", PLAN.replace("status: vedtatt", 'status: "vedtatt\u200b"'))
    report = check(tmp_path, DAY)
    assert [code for code, _ in codes(report)] == ["PL006"]
    assert "vedtatt<U+200B>" in render(report, "text")


# Names


def test_names_that_differ_by_case_or_form_only(tmp_path: Path) -> None:
    """On another machine they would be one file; here that is told, and only one of them is read."""
    folder = fjordvik(tmp_path) / "plans/planer"
    for name in ("klima", "Klima", unicodedata.normalize("NFC", "blå"), unicodedata.normalize("NFD", "blå")):
        (folder / f"{name}.yaml").write_text(PLAN, encoding="utf-8")
    if len(list(folder.glob("*.yaml"))) < 6:
        pytest.skip("this disk cannot hold them both")
    found = sorted(codes(check(tmp_path, DAY)))
    assert found.count(("PL101", "store_bokstaver")) == 1
    assert found.count(("PL101", "")) == 1


@POSIX
@pytest.mark.parametrize(
    "name", ["a\nb", "a\rb", "a\x1b[31mb", "a\u2028b", "a\u202eb", "-rf", "a b", "%2e%2e", "a\\b", "'\"", "x" * 240]
)
def test_names_with_anything_in_them(tmp_path: Path, name: str) -> None:
    """A name that cannot be an id is a finding, one line of it in every format, and the site is made all the same."""
    (fjordvik(tmp_path) / "plans/planer" / f"{name}.yaml").write_text(PLAN, encoding="utf-8")
    report = check(tmp_path, DAY)
    assert "PL007" in {code for code, _ in codes(report)} or name == "x" * 240
    for line in render(report, "text").splitlines():
        assert line.isprintable()
    for form in set(FORMATS) - {"github"}:  # whose runner is told the path as it is, and shows it to nobody
        assert "\x1b" not in render(report, form, Options(known=True))
    done = run("build", "--date", DATE, "--format", "html", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    inside = {path.resolve() for path in (tmp_path / "site").rglob("*")}
    assert all(path.is_relative_to(tmp_path / "site") for path in inside)


# What is no plain file


@POSIX
def test_a_link_out_of_the_root_is_not_followed(tmp_path: Path) -> None:
    """A stranger's change cannot show what lies elsewhere on the machine: not its text, nor that it can be read."""
    secret = tmp_path / "hemmelig.yml"
    secret.write_text("tittel: oauth_token\nhemmelig: gho_abc\n", encoding="utf-8")
    root = fjordvik(tmp_path / "rot")
    (root / "plans/planer/lenke.yaml").symlink_to(secret)
    (root / "plans/planer/tom.yaml").symlink_to("/finnes/ikke.yaml")
    (root / "plans/planer/null.yaml").symlink_to("/dev/zero")
    report = check(root, DAY)
    assert codes(report) == [("PL010", "lenke")] * 3
    for form in FORMATS:
        assert "gho_abc" not in render(report, form, Options(known=True))
    assert run("build", "--date", DATE, cwd=root).returncode == 1
    assert not any(b"gho_abc" in path.read_bytes() for path in (root / "site").rglob("*") if path.is_file())


@POSIX
@pytest.mark.parametrize("target", ["..", ".", "../..", "/etc", "../planer"])
def test_a_linked_folder_is_not_gone_into(tmp_path: Path, target: str) -> None:
    """Neither in a ring nor out of the root; it is told of, so that nobody thinks that its files are checked."""
    (fjordvik(tmp_path) / "plans/planer/mappe").symlink_to(target)
    report = check(tmp_path, DAY)
    assert codes(report) == [("PL010", "lenket_mappe")]
    assert report.findings[0].diagnostic.place.file == "plans/planer/mappe"


@POSIX
def test_plans_as_a_link(tmp_path: Path) -> None:
    """Inside the root it is as good as a folder; out of it, it is not followed, and that is said."""
    other, root = fjordvik(tmp_path / "annen"), tmp_path / "rot"
    root.mkdir()
    (root / "plans").symlink_to(other / "plans")
    with pytest.raises(system.UsageError, match="er en lenke ut av mappen"):
        open_system(root, DAY)
    (root / "plans").unlink()
    shutil.copytree(other / "plans", root / "egne")
    (root / "plans").symlink_to("egne")
    assert check(root, DAY).findings == ()


@POSIX
@pytest.mark.parametrize("name", ["plansystem.yaml", "avvik.yaml"])
def test_a_linked_declaration_is_not_read(tmp_path: Path, name: str) -> None:
    """The file that rules everything is a plain file, too: without it nothing can be judged."""
    root = fjordvik(tmp_path / "rot")
    (tmp_path / "annen.yaml").write_bytes((root / "plans/plansystem.yaml").read_bytes())
    (root / "plans" / name).unlink(missing_ok=True)
    (root / "plans" / name).symlink_to(tmp_path / "annen.yaml")
    report = check(root, DAY)
    assert codes(report, f"plans/{name}") == [("PL010", "lenke")]
    assert report.configuration_broken


@POSIX
def test_pipes_sockets_and_devices_are_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has a file's name and is none is a finding, at once."""
    folder = fjordvik(tmp_path) / "plans/planer"
    os.mkfifo(folder / "ror.yaml")
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("sokkel.yaml")
        found = codes(check(tmp_path, DAY))
    assert sorted(found) == [("PL001", "uleselig"), ("PL010", "ingen_fil")]
    with pytest.raises(OSError, match="ingen_fil"):
        read_file(Path("/dev/null"))


@POSIX
def test_folders_and_files_that_may_not_be_read(tmp_path: Path) -> None:
    """A closed file is a finding; a closed folder stops the check, for what is in it nobody knows."""
    root = fjordvik(tmp_path)
    write(root, "planer/lukket.yaml", PLAN).chmod(0)
    drop = [] if os.geteuid() else ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]
    if drop and not shutil.which(drop[0]):
        pytest.skip("root may read everything, and there is nothing here to take that away")

    def asked() -> subprocess.CompletedProcess[str]:
        words = [*drop, sys.executable, "-m", "planlint", "check", "--date", DATE, "--output", "text"]
        return subprocess.run(words, cwd=root, capture_output=True, encoding="utf-8", check=False, timeout=60)

    done = asked()
    assert done.returncode == 1, done.stderr
    assert "plans/planer/lukket.yaml:1:1: feil PL001" in done.stdout
    write(root, "planer/mappe/a.yaml", PLAN).parent.chmod(0)
    done = asked()
    (root / "plans/planer/mappe").chmod(0o755)
    assert done.returncode == 2
    assert done.stderr.endswith("plans/planer/mappe kan ikke leses: du har ikke tilgang.\n")


def test_a_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the disk answers, it becomes a sentence."""

    def failing(path: str) -> None:
        raise OSError(5, "Input/output error", path)

    root = fjordvik(tmp_path)
    monkeypatch.setattr(os, "scandir", failing)
    with pytest.raises(system.UsageError, match="kan ikke leses: disken svarer ikke"):
        open_system(root, DAY)


@pytest.mark.parametrize("name", ["planer/arealdel-2021.yaml", "plansystem.yaml"])
def test_a_file_that_vanishes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Listed and then gone: one finding, and its id still resolves."""

    def listed(root: Path) -> object:
        files = find_files(root)
        (root / "plans" / name).unlink()
        return files

    monkeypatch.setattr(system, "find_files", listed)
    report = check(fjordvik(tmp_path), DAY)
    assert codes(report) == [("PL001", "uleselig")]


@POSIX
def test_a_file_that_becomes_something_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is a pipe or a link once it is opened is not waited for, and not followed."""
    for number, change in enumerate((os.mkfifo, lambda path: path.symlink_to("/etc/hostname"), os.mkdir)):
        root = fjordvik(tmp_path / str(number))

        def listed(root: Path, change: Callable[[Path], object] = change) -> object:
            files = find_files(root)
            (root / "plans/planer/arealdel-2021.yaml").unlink()
            change(root / "plans/planer/arealdel-2021.yaml")
            return files

        monkeypatch.setattr(system, "find_files", listed)
        assert [code for code, _ in codes(check(root, DAY))] == ["PL010"]


@POSIX
def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long somebody goes on writing, reading ends at the limit."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a: 1\n")
    asked = []
    monkeypatch.setattr(os, "read", lambda _, size: asked.append(size) or b"x" * min(size, 1000))
    with pytest.raises(OSError, match="stor"):
        read_file(file)
    assert sum(asked) < MAX_BYTES * len(asked)
    assert len(asked) < MAX_BYTES // 1000 + 3


# Many findings in one file


MANY = {
    "ukjente felt": lambda n: PLAN + "".join(f"k{i}: 1\n" for i in range(n)),
    "felt med tall som navn": lambda n: PLAN + "".join(f"{i}.5: 1\n" for i in range(n)),
    "tvilsomme verdier": lambda n: PLAN + "tema:\n" + "  - no\n" * n,
    "skjulte tegn": lambda n: PLAN + "tema:\n" + "  - a\u200bb\n" * n,
    "tvilsomme i ukjente felt": lambda n: PLAN + "".join(f"k{i}: no\n" for i in range(n)),
    "tomme hendelser": lambda n: PLAN.split("hendelser")[0] + "hendelser:\n" + "  -\n" * n,
    "hendelser uten dato": lambda n: PLAN.split("hendelser")[0] + "hendelser:\n" + "  - {hva: x}\n" * n,
    "ukjente mål": lambda n: PLAN.replace("[trygg-oppvekst]", "[" + ",".join(f"x{i}" for i in range(n)) + "]"),
    "samme felt": lambda n: PLAN + "tittel: x\n" * n,
    "unntak uten mening": lambda n: "# planlint: unntak\n" * n + PLAN,
    "unntak på hver linje": lambda n: PLAN + "".join(f"k{i}: 1 # planlint: unntak[PL801] grunn\n" for i in range(n)),
}


@pytest.mark.parametrize("name", MANY)
def test_thousands_of_findings_in_one_file(tmp_path: Path, name: str) -> None:
    """Four times as many take about four times as long, not sixteen; and all of them are told."""
    fjordvik(tmp_path)

    def checked(number: int) -> Callable[[], object]:
        write(tmp_path, "planer/klima.yaml", MANY[name](number))
        return lambda: check(tmp_path, DAY)

    assert too_slow(1000, checked) == ""
    checked(4000)
    report = check(tmp_path, DAY)
    assert len(report.findings) >= 4000
    assert len(render(report, "markdown")) < 65_536, "what GitHub takes in a comment"


UNITS = (
    *(
        "1",
        "a",
        "1 ",
        "a.",
        "a@",
        "a@b.",
        "@",
        "-",
        "2024–2027 ",
        "1/2 ",
        "28.2.",
        "+47 ",
        "tlf 4",
        "kap. 1 ",
        " ",
        "æ",
    ),
    *("https://a.", "://", "www.", "[", "[a](", "**", "*a", "_a", "`", "<a ", "&amp;", "> ", "\\", "|", "{{", "\u00ad"),
)


@pytest.mark.parametrize("unit", UNITS)
def test_texts_made_to_be_slow(tmp_path: Path, unit: str) -> None:
    """No pattern that looks for years, addresses, numbers or markup takes the square of a text's length."""
    fjordvik(tmp_path)

    def told(size: int) -> str:
        return json.dumps("K" + unit * (size // len(unit)), ensure_ascii=False)

    for body in (
        PLAN.replace("Klimastrategi for Fjordvik", "{}"),
        PLAN.replace("Strategien viser hvordan Fjordvik skal kutte utslipp.", "{}"),
        PLAN.replace("7/22", "{}").replace("{kilde: plandokument}", "{kilde: plandokument, oppgir: {}}"),
    ):

        def checked(size: int, body: str = body) -> Callable[[], object]:
            write(tmp_path, "planer/klima.yaml", body.replace("{}", told(size)))
            return lambda: check(tmp_path, DAY)

        assert too_slow(25_000, checked) == ""

    def marked(size: int) -> Callable[[], object]:
        text = json.loads(told(size))
        return lambda: markdown(text)

    # The cleaner takes the square of a paragraph of letters from U+0080 to U+00BF: at most a second.
    assert unit == "\u00ad" or too_slow(25_000, marked) == ""
