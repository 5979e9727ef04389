"""The reader at its edges: the first and the last thing of a file, and what lies just outside what it looks for."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, fjordvik, write

from planlint.base.diagnostic import Place, Span
from planlint.source.comments import comments
from planlint.source.find import SourceFile, entity_of, find_files, pick_files
from planlint.source.hidden import find_hidden
from planlint.source.plain_yaml import not_plain
from planlint.source.position import locate
from planlint.source.yaml import compose

TODAY = date.fromisoformat(DATE)
POSIX = pytest.mark.skipif(os.name != "posix", reason="links as Unix has them")


# Comments


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# planlint: x\na: [1,\n  2\n]\nb: 1\n", [(2, 4)]),
        ("a: |\n  tekst\n# planlint: x\nb: 2\n", [(4, 4)]),
        ("'a # planlint: x': 1\nb: 2\n", []),
        ("a: 1\nb: 'se # planlint: x'\nc: 3  # planlint: y\n", [(3, 3)]),
    ],
    ids=["a closing bracket at the margin", "right below a text block", "in the first key", "a text before a comment"],
)
def test_a_comment_is_told_from_a_text_that_looks_like_one(text: str, lines: list[tuple[int, int]]) -> None:
    """Also where the two meet, and where one file holds both."""
    assert [(comment.first, comment.last) for comment in comments(text, compose(text))] == lines


def test_a_comments_place_is_its_own_text(tmp_path: Path) -> None:
    """From the # to its last letter, on its own line: not to the spaces after it, and not to the next line."""
    write(
        fjordvik(tmp_path), "planer/klima.yaml", PLAN.replace("strategi\n", "strategi  # planlint: unntak[PL201]  \n")
    )
    (found,) = check(tmp_path, TODAY).findings
    assert (found.diagnostic.code, found.span) == ("PL901", Span(2, 17, 2, 42))


# Files


@POSIX
@pytest.mark.parametrize(("name", "target"), [("notat.txt", "plansystem.yaml"), ("ring", "ring"), ("borte", "nei")])
def test_a_link_that_is_no_folder_and_no_yaml_file_is_left_alone(tmp_path: Path, name: str, target: str) -> None:
    """Notes may be links, even broken ones: nobody would have read what they lead to."""
    files = find_files(fjordvik(tmp_path))
    (tmp_path / "plans" / name).symlink_to(target)
    assert find_files(tmp_path) == files
    assert check(tmp_path, TODAY).findings == ()


@POSIX
def test_a_link_in_place_of_a_folder_of_plans_is_no_plan(tmp_path: Path) -> None:
    """plans/planer is then told of by its path, as what lies directly in plans/ is."""
    (fjordvik(tmp_path) / "plans/planer").rename(tmp_path / "planer")
    (tmp_path / "plans/planer").symlink_to("../planer")
    assert SourceFile("plans/planer", "") in find_files(tmp_path)
    assert [item.diagnostic.entity for item in check(tmp_path, TODAY, select=("PL010",)).findings] == ["plans/planer"]
    assert entity_of("plans/planer") == "plans/planer"


def test_of_a_revisions_paths_only_those_that_would_be_found_are_picked() -> None:
    """YAML files, and none whose folder or own name begins with a dot."""
    paths = ["plans/planer/b.yml", "plans/notat.txt", "plans/.planlint/x.yaml", "plans/planer/.y.yaml", "plans/a.YAML"]
    assert pick_files(paths) == [SourceFile("plans/a.YAML", ""), SourceFile("plans/planer/b.yml", "plan")]


# Hidden characters


@pytest.mark.parametrize("text", ["\u22da\ufe00", "\ufdff\ufe0f", "\ufe10\ufe00", "fri\u00adø i sjøen", "ø\u00ady"])
def test_signs_written_in_a_variant_and_short_syllables_are_left_in_peace(text: str) -> None:
    """The first variant is one too, the signs next to the variants are none, and a syllable may be one letter."""
    assert find_hidden(text) is None


def test_of_several_hidden_characters_the_first_is_told() -> None:
    """But one that turns the text goes first."""
    assert find_hidden("a\u200bb\u2060") == ("usynlig", "U+200B")
    assert find_hidden("a\u200bb\u202ec\u2066") == ("retning", "U+202E")


# More than plain YAML


@pytest.mark.parametrize(
    ("text", "variant", "span"),
    [
        ("%YAML 1.2\n---\na: 1\n", "direktiv", Span(1, 1, 1, 2)),
        ("a: &x\n  - 1\n", "anker", Span(1, 4, 1, 5)),
        ("a: &x 1\n", "anker", Span(1, 4, 1, 8)),
        ("a: 1\n---\n", "dokumenter", Span(2, 1, 2, 4)),
    ],
)
def test_what_is_not_plain_is_shown_on_one_line(text: str, variant: str, span: Span) -> None:
    """All of it where it ends on the line where it begins, and else its first character."""
    issue = not_plain(text)
    assert issue
    assert (issue.variant, issue.span) == (variant, span)


# Positions


@pytest.mark.parametrize(("step", "column"), [(1, 8), (2, 1), (3, 1)])
def test_an_item_past_the_end_of_a_list_is_shown_by_the_lists_key(step: int, column: int) -> None:
    """The first that is not there as well as those after it."""
    text = "a: [1, 2]\n"
    assert locate(compose(text), Place("f", ("a", step))).column == column


# What a line break is, to YAML as it is read here


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("# x\r%YAML 1.2\r---\ra: 1\r", "direktiv"),
        ("a: 1\r---\rb: 2\r", "dokumenter"),
        ("a: 1\u2028---\u2028b: 2\n", "dokumenter"),
        ("a: 1\x85---\x85b: 2\n", "dokumenter"),
        ("\ufeff%YAML 1.2\r---\ra: 1\r", "direktiv"),
    ],
)
def test_more_than_plain_yaml_is_seen_whatever_the_lines_end_with(text: str, variant: str) -> None:
    """The parser ends a line at more characters than a newline."""
    issue = not_plain(text)
    assert issue is not None
    assert (issue.code, issue.variant) == ("PL010", variant)


def test_a_comment_after_a_text_that_looks_like_one_is_read(tmp_path: Path) -> None:
    """The words of the text are passed over, and the comment sets the rule aside; what it says itself is its own."""
    root = fjordvik(tmp_path)
    line = "tittel: 'Klima # planlint: x'  # planlint: unntak[PL201] Se # planlint: i veiledningen\n"
    text = line + PLAN.partition("\n")[2].replace("forankring: [trygg-oppvekst]\n", "")
    found = list(comments(text, compose(text)))
    assert [(comment.text, comment.span.column) for comment in found] == [
        ("unntak[PL201] Se # planlint: i veiledningen", 32)
    ]
    write(root, "planer/klima.yaml", text)
    assert [item.diagnostic.code for item in check(root, TODAY, select=("PL901", "PL903")).findings] == []
