"""Where what YAML does not allow stands: the reader is shown the very sign, or the line that is to be moved."""

from __future__ import annotations

import pytest

from planlint.source.read import UnreadableError
from planlint.source.yaml import parse


def shown(text: str) -> tuple[str, int, str]:
    """Give the variant of a refusal, the line it tells, and what stands under its mark there."""
    with pytest.raises(UnreadableError) as told:
        parse(text)
    issue = told.value.issue
    place, row = issue.span, text.splitlines()[issue.span.line - 1]
    assert place.end_line == place.line
    assert place.column >= 1
    return issue.variant, place.line, row[place.column - 1 : place.end_column - 1]


@pytest.mark.parametrize(
    ("text", "variant", "line", "under"),
    [
        # a text or a list that goes on too far to the left: the whole of the line, or the tab in it
        ('a: "x\ny z"\n', "fortsettelse", 2, 'y z"'),
        ('a: "x\n  y\nz"\n', "fortsettelse", 3, 'z"'),
        ('a: "x\n\n\nz"\n', "fortsettelse", 4, 'z"'),
        ("b:\n  a: 'x\n  y'\n", "fortsettelse", 3, "y'"),
        ("a:\n  c: 'x\n  y'\nb: [1]\n", "fortsettelse", 3, "y'"),
        ("a: [1,\n2]\n", "fortsettelse", 2, "2]"),
        ("b:\n  a: [1,\n    2\n ]\n", "fortsettelse", 4, "]"),
        ("b:\n  a: [1,\n  2\n  ]\n", "fortsettelse", 3, "2"),
        ("b:\n  a: {c: 1,\n  d: 2}\n", "fortsettelse", 3, "d: 2}"),
        ("b:\n  - [1,\n  2]\n", "fortsettelse", 3, "2]"),
        ('a: "x\n\ty"\n', "tabulator", 2, "\t"),
        ("a: [1,\n\t2]\n", "tabulator", 2, "\t"),
        ("b:\n  a: [1,\n  \t2]\n", "tabulator", 3, "\t"),
        ("a: 1\r\nb: 'x\r\ny'\r\n", "fortsettelse", 3, "y'"),
        # a comment without a blank before it
        ('a: "x"# k\n', "kommentar", 1, "#"),
        ("b: 1\na: [1]#k\n", "kommentar", 2, "#"),
        ("a: [1,\n 2]#k\n", "kommentar", 2, "#"),
        ("a: [1,# k\n 2]\n", "kommentar", 1, "#"),
        ("b:\n    a: [1,\n      2,# k\n      3]\n", "kommentar", 3, "#"),
        ("{a: 1,# k\n b: 2}\n", "kommentar", 1, "#"),
        ('a: ["x#,#y",# k\n 1]\n', "kommentar", 1, "#"),
        ("a: {b: ['x'# k\n ]}\n", "kommentar", 1, "#"),
        ("a: [1, # x,# y\n 2,# k\n 3]\n", "kommentar", 2, "#"),
        ("b: 1\na: |# k\n x\n", "kommentar", 2, "#"),
        ("b:\n  a: >-# k\n    x\n", "kommentar", 2, "#"),
        # a blank line that is longer than the indentation of a text that looks like a comment: the longest, the first
        ("a: >\n   \n # b\n", "tom_linje", 2, "   "),
        ("b: 1\na: >\n  \n    \n\n  \n # b\n", "tom_linje", 4, "    "),
        ("a: |\n   \n   \n # b\n", "tom_linje", 2, "   "),
        ("b:\n  a: |-\n      \n    # x\n", "tom_linje", 3, "      "),
        ("a: |\r\n   \r\n # b\r\n", "tom_linje", 2, "   "),
        # a dash alone, and a question mark that begins a word
        ("a: [-]\n", "tegn", 1, "-"),
        ("b: 1\na: [x, -, 1]\n", "tegn", 2, "-"),
        ("a: {b: -}\n", "tegn", 1, "-"),
        ("a: [x, ?y]\n", "tegn", 1, "?"),
        ("b: 1\na: {?x: 1}\n", "tegn", 2, "?"),
        ("a: [1, {b: [?x]}]\n", "tegn", 1, "?"),
        # what the parser itself stops at
        ("a: 1\nb: x\x07y\n", "kontrolltegn", 2, "\x07"),
        ("a: x\ufffey\n", "kontrolltegn", 1, "\ufffe"),
        ("a:\n\t\tb: 1\n", "tabulator", 2, "\t\t"),
        ("a:\n  b: 1\n \t c: 2\n", "tabulator", 3, "\t"),
        ("a: 1\n  b: 2\n", "innrykk", 2, "  "),
        ("a:\n- x\n- y: 1\n   z: 2\n", "innrykk", 4, "   "),
        ("a: [1]\n  b: 2\n", "innrykk", 2, "b"),
        ('a: 1\nb: "x" y\n', "etter_verdi", 2, "y"),
        ("a: @x\n", "tegn", 1, "@"),
        ("a: 1\nbc\nd: 1\n", "mangler_kolon", 2, "bc"),
        ("a: b: c\n", "kolon", 1, ":"),
    ],
)
def test_the_mark_stands_under_what_is_to_be_changed(text: str, variant: str, line: int, under: str) -> None:
    """Line and column are those of the sign that is one too many, or of what has to be moved in."""
    assert shown(text) == (variant, line, under)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: |2\n   \n  # b\n", " \n# b\n"),  # the indentation is said
        ("a: |  # as of 2\n  # b\n", "# b\n"),
        ("a: |\n \n\n # b\n", "\n\n# b\n"),
    ],
)
def test_blank_lines_of_the_texts_own_width_are_blank(text: str, said: str) -> None:
    """Those that are no longer than the text is indented, or whose indentation is told, are read as they stand."""
    assert parse(text)[0] == {"a": said}


def test_digits_in_a_comment_say_nothing_of_the_indentation() -> None:
    """Only those of the header itself do."""
    assert shown("a: |  # as of 2\n   \n # b\n") == ("tom_linje", 2, "   ")
