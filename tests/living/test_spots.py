"""From a place in a text to the path in its data, also while the text is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from planlint.base import Span
from planlint.living.outline import outline_at
from planlint.living.spots import Texts, _scalars
from planlint.source import compose, lines

ROOT = Path(__file__).parents[2]
FILES = sorted(ROOT.glob("plans/**/*.yaml"))[::7]
TEXT = """\
tittel: Klimastrategi
forankring:
  - {mål: trygg-oppvekst}
  - plan: samfunnsdelen
    # hvorfor
    hva: Det står i "målene"
hendelser:
- {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret}
- hva: høring
  organ: utvalget
hjemmel: [pbl-10-1, pbl-11-1]
"""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_indentation_alone_gives_the_path_of_what_is_written(path: Path) -> None:
    """At the end of every value on one line of a real file, the outline says the path that the nodes have."""
    text = path.read_text(encoding="utf-8")
    rows = lines(text)
    for where, is_key, node in _scalars(compose(text), ()):
        start, end = node.start_mark, node.end_mark
        if is_key or start.line != end.line or not node.value:
            continue
        if rows[start.line].lstrip().startswith(("{", "[")) or _is_in_flow_from_above(rows, start.line):
            continue  # between brackets that were opened on a line above
        quoted = 1 if node.style in ("'", '"') else 0
        spot = outline_at(rows, start.line + 1, end.column + 1 - quoted)
        assert (spot.path, spot.part) == (where, "value"), (rows[start.line], spot)


def _is_in_flow_from_above(rows: list[str], line: int) -> bool:
    above = "\n".join(row.partition(" #")[0] for row in rows[:line])
    return above.count("{") > above.count("}") or above.count("[") > above.count("]")


@pytest.mark.parametrize(
    ("line", "typed", "path", "part", "text"),
    [
        (3, "  - plan: kli", ("forankring", 0, "plan"), "value", "kli"),
        (3, '  - plan: "kli', ("forankring", 0, "plan"), "value", "kli"),
        (4, "  - {mål: t, pl", ("forankring", 1), "key", "pl"),
        (4, "  - {plan: sam", ("forankring", 1, "plan"), "value", "sam"),
        (4, "  - {plan: ", ("forankring", 1, "plan"), "value", ""),
        (6, "    gru", ("forankring", 1), "key", "gru"),
        (9, "  or", ("hendelser", 0), "key", "or"),
        (10, "- {hva: vedtatt, organ: kom", ("hendelser", 2, "organ"), "value", "kom"),
        (11, "hjemmel: [pbl-10-1, pb", ("hjemmel", 1), "value", "pb"),
        (11, "stat", (), "key", "stat"),
        (11, "status: ved", ("status",), "value", "ved"),
        (11, "", (), "key", ""),
    ],
)
def test_what_is_half_typed_has_its_path(
    line: int, typed: str, path: tuple[str | int, ...], part: str, text: str
) -> None:
    """A line that is being written says which field it is in, whatever the rest of the text says."""
    rows = [*lines(TEXT)[: line - 1], typed, *lines(TEXT)[line - 1 :]]
    spot = outline_at(rows, line, len(typed) + 1)
    assert (spot.path, spot.part, spot.text) == (path, part, text)
    assert spot.span == Span(line, len(typed) - len(text) + 1, line, len(typed) + 1)


def test_a_place_holds_while_the_text_is_broken() -> None:
    """Lines that nobody has touched keep their places, moved with what is written above them."""
    texts, whole = Texts(), TEXT.encode()
    before = texts.spot("a", whole, 10, 12)
    assert before
    assert (before.path, before.text) == (("hendelser", 1, "organ"), "utvalget")
    broken = TEXT.replace("  - {mål", '  - "uten slutt\n  -: {\n  - {mål').encode()
    after = texts.spot("a", broken, 12, 12)
    assert after
    assert after == before._replace(span=Span(12, 10, 12, 18))
    assert texts.spot("a", broken, 1, 10) == texts.spot("b", whole, 1, 10)
    assert texts.spot("a", broken, 99, 1) is None


def test_what_is_written_in_a_broken_text_is_read_by_indentation() -> None:
    """The line that breaks the text has been written since, and says its own path."""
    texts = Texts()
    texts.spot("a", TEXT.encode(), 1, 1)
    spot = texts.spot("a", TEXT.replace("plan: samfunnsdelen", 'plan: "samf').encode(), 4, 17)
    assert spot
    assert (spot.path, spot.part, spot.text) == (("forankring", 1, "plan"), "value", "samf")
    assert Texts().spot("a", b"a: [", 1, 1) is None
    assert Texts().spot("a", b"a: {b: 1}\n", 1, 3) is None


def test_texts_that_nobody_asks_for_are_let_go() -> None:
    """The nodes of many files are not kept for ever."""
    texts = Texts()
    for number in range(200):
        texts.spot(str(number), TEXT.encode(), 1, 1)
    assert len(texts._texts) == 64  # noqa: SLF001 - what is kept, not what is said
