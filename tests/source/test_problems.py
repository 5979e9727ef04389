"""The edges of reading: where the parser's complaint is shown, which bytes are read, and what a value may be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from planlint.base.diagnostic import Span
from planlint.source.problem import explain
from planlint.source.read import Issue, NotReadError, UnreadableError, decode, read_file, too_large
from planlint.source.yaml import MAX_DEPTH, parse

LIMIT = 256 * 1024
POSIX = pytest.mark.skipif(os.name != "posix", reason="links as Unix has them")


def why_not(raw: str | bytes) -> Issue:
    """Give the reason why a file cannot be read."""
    with pytest.raises(UnreadableError) as caught:
        parse(decode(raw.encode() if isinstance(raw, str) else raw))
    return caught.value.issue


# Where the mistake is


LONG = "x" * 1025  # longer than the parser lets a key be


@pytest.mark.parametrize(
    ("text", "variant", "span"),
    [
        ("a: 1\nperiode: fra: 2022\n", "kolon", Span(2, 13, 2, 14)),
        ("tittel: a\n\n  b: c\n", "innrykk", Span(3, 1, 3, 3)),
        ("plan:\n  tittel: a: b\n", "kolon", Span(2, 12, 2, 13)),
        ("lenke:\n  http://a.no\n  b: c\n", "kolon", Span(3, 4, 3, 5)),
        (f"{LONG}: 1\nb\n", "kolon", Span(1, 1026, 1, 1027)),
        (f"{LONG}: 1\nb", "kolon", Span(1, 1026, 1, 1027)),
        ("tema: [a]] # b\n", "klamme_for_mye", Span(1, 10, 1, 11)),
    ],
    ids=["second colon", "blank line above", "under a key", "address above", "long key", "no last break", "bracket"],
)
def test_the_mistake_is_shown_at_its_own_sign(text: str, variant: str, span: Span) -> None:
    """PL001 marks the colon, the bracket or the indentation that is wrong, and nothing more."""
    assert (why_not(text).variant, why_not(text).span) == (variant, span)


@pytest.mark.parametrize(
    "before",
    ["a: b\u00a0c\n", "a: b\tc\n", "a: [1,\n\t# b\n  2]\n", "a: [1,\n\t\n  2]\n", 'a: "b\n\u00a0\n  c"\n'],
    ids=["hard space in a text", "tab in a text", "comment", "blank line", "blank line in a text"],
)
def test_what_does_no_harm_is_not_blamed(before: str) -> None:
    """A tab or a hard space in a text, before a comment or on a blank line is not why a later line is wrong."""
    row = before.count("\n") + 1
    issue = why_not(f"{before}periode: fra: 2022\n")
    assert (issue.variant, issue.span) == ("kolon", Span(row, 13, row, 14))


def test_a_conflict_below_comments_is_told_and_one_below_the_mistake_is_not() -> None:
    """PL001 tells of the first thing that is wrong: comments and blank lines are passed by, later lines left alone."""
    issue = why_not("# a\n\n<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n")
    assert (issue.variant, issue.span) == ("konflikt", Span(3, 1, 3, 13))
    issue = why_not("a: b: c\n<<<<<<< HEAD\n")
    assert (issue.variant, issue.span) == ("kolon", Span(1, 5, 1, 6))


def test_a_complaint_without_a_place_is_shown_at_the_top() -> None:
    """Whatever the parser says without saying where is told at the first character."""
    assert explain(yaml.YAMLError(), "a: 1\nb: 2\n") == Issue("PL001", "", Span(1, 1, 1, 2), {})


def test_a_byte_that_is_no_utf_8_is_shown_as_one_character() -> None:
    """PL002 marks the place of the byte, counted in characters, and tells which byte of the file it is."""
    issue = why_not("tittel: å\n".encode() + b"by: Troms\xf8\n")
    assert issue == Issue("PL002", "windows", Span(2, 10, 2, 11), {"byte": "0xF8", "tegn": "ø", "nummer": 21})


# How much is read


def test_a_file_as_large_as_the_limit_is_read_and_no_larger_one(tmp_path: Path) -> None:
    """PL010's limit is 256 KiB, and a file of just that is within it."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a" * LIMIT)
    assert decode(read_file(file)) == "a" * LIMIT
    file.write_bytes(b"a" * (LIMIT + 1))
    with pytest.raises(NotReadError) as caught:
        read_file(file)
    expected = Issue("PL010", "stor", Span(1, 1, 1, 1), {"kib": 256, "grense": 256})
    assert caught.value.issue == why_not(b"a" * (LIMIT + 1)) == expected


def test_a_size_is_told_in_whole_kib() -> None:
    """A KiB is 1024 bytes, and a KiB that is begun does not count."""
    assert [too_large(size).issue.args["kib"] for size in (1024 * 1024 - 1, 1024 * 1024)] == [1023, 1024]


@POSIX
@pytest.mark.parametrize("size", [5, LIMIT - 1, LIMIT, 2 * LIMIT])
@pytest.mark.parametrize("most", [1000, LIMIT // 2, LIMIT, 2 * LIMIT])
def test_no_more_than_one_byte_over_the_limit_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, most: int
) -> None:
    """However large the file was when it was opened, and however much of it the system gives at once."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"x" * size)
    given = []

    def read_some(_: int, asked: int) -> bytes:
        given.append(min(asked, most))
        return b"x" * given[-1]

    monkeypatch.setattr(os, "read", read_some)
    with pytest.raises(NotReadError, match="stor"):
        read_file(file)
    assert sum(given) == LIMIT + 1


@POSIX
def test_a_file_that_comes_in_small_pieces_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system may give less than it was asked for; reading goes on to the end of the file."""
    file, read_some = tmp_path / "a.yaml", os.read
    file.write_bytes(bytes(range(100)))
    monkeypatch.setattr(os, "read", lambda handle, asked: read_some(handle, min(asked, 7)))
    assert read_file(file) == bytes(range(100))


# What is not read


def test_reasons_are_the_same_when_they_say_the_same() -> None:
    """Two files are not read for the same reason if variant and facts are the same; nothing else is such a reason."""
    assert too_large(LIMIT * 2) == too_large(LIMIT * 2)
    assert too_large(LIMIT * 2) != too_large(LIMIT * 3)
    assert NotReadError("lenke") == NotReadError("lenke")
    assert NotReadError("lenke") != NotReadError("ingen_fil")
    assert NotReadError("lenke") != OSError("lenke")


@POSIX
@pytest.mark.parametrize("can_refuse", [True, False])
@pytest.mark.parametrize("name", ["fil", "mappe", "borte"])
def test_a_link_is_refused_whether_or_not_the_system_can_refuse_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    can_refuse: bool,
) -> None:
    """PL010 tells a link to a folder from any other link, and plain files are read, on every system."""
    (tmp_path / "fil").write_bytes(b"a: 1\n")
    (tmp_path / "mappe").mkdir()
    (tmp_path / "lenke").symlink_to(name)
    if not can_refuse:  # as on Windows, which cannot be told to open no links
        monkeypatch.setattr("planlint.base.plain_files._NO_LINKS", 0)
    assert read_file(tmp_path / "fil") == b"a: 1\n"
    with pytest.raises(NotReadError) as caught:
        read_file(tmp_path / "lenke")
    assert caught.value.issue.variant == ("lenket_mappe" if name == "mappe" else "lenke")
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "borte")
    with pytest.raises(NotReadError) as caught:
        read_file(tmp_path / "mappe")
    assert caught.value.issue.variant == "ingen_fil"


# What a value may be


def test_as_deep_as_the_limit_is_read_and_no_deeper() -> None:
    """PL010 takes twenty lists or mappings in one another, whatever they hold."""
    inner = MAX_DEPTH - 1  # the file itself is the first
    data, issues = parse(f"a: {'[' * inner}b{']' * inner}\n")
    assert (list(data), issues) == (["a"], [])
    issue = why_not(f"a: {'[' * (inner + 1)}b{']' * (inner + 1)}\n")
    assert (issue.variant, issue.args) == ("dyp", {"grense": 20})


def test_numbers_are_doubtful_up_to_a_length() -> None:
    """PL008 asks about what other programs read as a number while it is short enough to be meant as one."""
    assert [issue.code for issue in parse("a: 0" + "1" * 23)[1]] == ["PL008"]
    assert parse("a: 0" + "1" * 24)[1] == []


@pytest.mark.parametrize("char", ["\u3164", "\u115f", "\ufe0f", "\u034f"])
def test_a_letter_that_shows_nothing_is_hidden(char: str) -> None:
    """PL008 tells of characters that Python calls printable and nobody sees."""
    assert char.isprintable()
    _, issues = parse(f"a: b{char}c\n")
    assert [(issue.variant, issue.args) for issue in issues] == [("usynlig", {"tegn": f"U+{ord(char):04X}"})]


def test_what_follows_a_key_that_is_a_list_is_read() -> None:
    """PL001 about one key takes no other field away, and no other finding."""
    data, issues = parse("[a]: 1\nb: 2\nc: no\n")
    assert data == {"b": 2, "c": "no"}
    assert [(issue.code, issue.variant) for issue in issues] == [("PL001", "nøkkel"), ("PL008", "")]
