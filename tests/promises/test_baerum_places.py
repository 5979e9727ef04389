"""A quote in plans/ stands where it says that it stands: in the chapter that its place names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.seeds import CUT, ROOT, TODAY, baerum, plain, printed, source

from planlint.system.system import open_system

if TYPE_CHECKING:
    from collections.abc import Iterator

# How the two documents with numbered chapters print their headings: «8.1. Overordnet …», and «7.1.2 Fremtidens …».
HEADINGS = {
    "grunnlagsdokument-2019": r"^ ?(\d+(?:\.\d+)*)\. +[A-ZÆØÅ]",
    "handlingsprogram-2020-2023": r"^ ?(\d+(?:\.\d+)+)\.? +[A-ZÆØÅ]",
}
# The text as taken from the page is in another order here: the figure comes after 10.2, and 4.2.3 within 4.2.4.
ASTRAY = {"kap. 10.1, figur 10.1": "10.2", "kap. 4.2.4": "4.2.3"}


def places(kilde: str) -> Iterator[tuple[str, str, str]]:
    """Yield file, place and quote of everything in plans/ that quotes the source, known findings too."""
    register = baerum()
    kinds = (register.planer, register.maal, register.indikatorer, register.tiltak, register.utfordringer)
    owners = [(entity.file, entity.kilder) for kind in kinds for entity in kind.values()]
    owners += [(entity.file, entity.kilder) for entity in register.planstrategier.values()]
    owners += [(known.file, known.avvik.kilder) for known in open_system(ROOT, TODAY).loaded.avvik]
    for file, refs in owners:
        yield from ((file, ref.sted, ref.oppgir) for ref in refs if ref.kilde == kilde and ref.oppgir and ref.sted)


def chapters(text: str, heading: str) -> list[tuple[int, str]]:
    """Give where each chapter begins in the text as one line, with its number, in order; the first begins the text."""
    found = re.finditer(heading, text, re.MULTILINE)
    return [(0, "1"), *((len(plain(text[: match.start()])), match[1]) for match in found)]


def stands(quote: str, number: str, text: str, begins: list[tuple[int, str]]) -> bool:
    """Tell whether the quote's first words stand in the chapter, in one under it, or before the first one under it."""
    first = plain(quote.split(CUT, maxsplit=1)[0].strip())
    for match in re.finditer(re.escape(first), text):
        before = [name for at, name in begins if at <= match.start()][-1:]
        after = [name for at, name in begins if at > match.start()][:1]
        if any(name == number or name.startswith(f"{number}.") for name in before):
            return True
        if any(name.startswith(f"{number}.") for name in after):
            return True
    return False


@pytest.mark.parametrize("kilde", HEADINGS)
def test_each_quote_stands_in_its_chapter(kilde: str) -> None:
    """What is said to stand in «kap. 7.2.1» stands after that heading and before the next."""
    text, begins = source(kilde), chapters(printed(kilde), HEADINGS[kilde])
    wrong, seen = [], 0
    for file, place, quote in places(kilde):
        if number := re.match(r"kap\. (\d+(?:\.\d+)*)", place):
            seen += 1
            if not any(stands(quote, one, text, begins) for one in {number[1], ASTRAY.get(place, number[1])}):
                wrong.append((file, place, quote))
    assert not wrong
    assert seen > 100


def test_the_same_words_stand_on_one_slide() -> None:
    """The workshop has slides without numbers: words that it has once are never said to stand on two of them."""
    kilde = "arbeidsverksted-2024"
    text = source(kilde)
    told = [(file, place, plain(quote)) for file, place, quote in places(kilde) if text.count(plain(quote)) == 1]
    assert len(told) > 50
    assert not [
        (file, place, other, elsewhere)
        for file, place, quote in told
        for other, elsewhere, longer in told
        if quote in longer and place != elsewhere
    ]


TEXT = "1. Innledning\nord\n8. Trygghet\nom det\n8.1. Analyse\nsom gjelder\n8.2. Klima\nsom endres"


@pytest.mark.parametrize(
    ("quote", "number", "right"),
    [
        ("som gjelder", "8.1", True),
        ("som gjelder […] som endres", "8.1", True),
        ("som gjelder", "8", True),
        ("om det", "8", True),
        ("som gjelder", "8.2", False),
        ("som endres", "8.1", False),
        ("ord", "8", False),
    ],
)
def test_a_wrong_chapter_is_seen(quote: str, number: str, right: bool) -> None:
    """A quote before or after the named chapter is wrong; one under a section of it is right."""
    heading = HEADINGS["grunnlagsdokument-2019"]
    assert stands(quote, number, plain(TEXT), chapters(TEXT, heading)) is right
