"""`=`, `+=` and `-=` read a list in one way, wherever it is written."""

from __future__ import annotations

import string
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings, strategies as st
from support.helpers import DATE, PLAN, fjordvik, write

from planlint.base import Trouble
from planlint.base.written_list import is_quoted, pieces, without_quotes
from planlint.edit.assign import carry_out, read
from planlint.edit.document import Document
from planlint.system.system import open_system

if TYPE_CHECKING:
    from planlint.register import Register

WORDS = st.text(string.ascii_letters + "æøå0123456789 ,'\"{}[]:-#", min_size=1, max_size=12).map(str.strip)
WORDS = WORDS.filter(lambda word: any(sign.isalnum() for sign in word))  # a theme without a letter is none
PLAIN = st.text(string.ascii_lowercase + "æøå", min_size=1, max_size=8)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """The register of Fjordvik with one plan."""
    root: Path = tmp_path_factory.mktemp("fjordvik")
    write(fjordvik(root), "planer/klima.yaml", PLAN)
    found = open_system(root, date.fromisoformat(DATE)).register
    assert found
    return found


def after(register: Register, *words: str) -> Any:
    """Give the data of the plan when assignments have been carried out, or why they are not."""
    document = Document.read(PLAN.encode(), "plan")
    try:
        for word in words:
            carry_out(document, "plan", read(word), register)
    except Trouble as trouble:
        return str(trouble.melding)
    return document.data


def quoted(value: str) -> str:
    """Give a value as it is written where it may have commas."""
    return '"{}"'.format(value.replace("\\", "\\\\").replace('"', '\\"'))


@given(st.lists(WORDS, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_writing_and_adding_give_the_same_list(register: Register, values: list[str]) -> None:
    """From an empty list, `x=a,b` and `x+=a,b` say the same, and quotes hold a value together in both."""
    told = ",".join(map(quoted, values))
    assert after(register, f"tema={told}") == after(register, f"tema+={told}")
    assert after(register, f"tema={told}")["tema"] == list(dict.fromkeys(values))


@given(st.lists(PLAIN, min_size=1, max_size=4, unique=True), st.lists(PLAIN, max_size=3, unique=True))
@settings(max_examples=60, deadline=None)
def test_taking_out_undoes_adding(register: Register, values: list[str], there: list[str]) -> None:
    """What `+=` put in, `-=` takes out again, whatever stood there before."""
    new = [value for value in values if value not in there] or ["ny verdi"]
    before = [f"tema={','.join(there)}"] if there else []
    words = [f"tema+={','.join(new)}", f"tema-={','.join(new)}"]
    assert after(register, *before, *words) == after(register, *before)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("vann,natur", ["vann", "natur"]),
        ("vann, natur", ["vann", "natur"]),
        (" vann ,, natur, ", ["vann", "natur"]),
        ("ren luft, rent vann", ["ren luft", "rent vann"]),
        ('"ren luft, rent vann"', ["ren luft, rent vann"]),
        ("'ren luft, rent vann',jord", ["ren luft, rent vann", "jord"]),
        ('jord,"a \\"b\\", c"', ["jord", 'a "b", c']),
        ("'''a, b'''", ["'a, b'"]),
        ("[vann, natur]", ["vann", "natur"]),
        ('["ren luft, rent vann", jord]', ["ren luft, rent vann", "jord"]),
        ("vann,vann", ["vann"]),
        ("12,012", ["12", "012"]),
        ('"uten slutt, x', ['"uten slutt', "x"]),
        ("{uten slutt, x", ["{uten slutt", "x"]),
        ("a's, b's", ["a's", "b's"]),
        ('5" rør, x', ['5" rør', "x"]),
        ("no,yes", ["no", "yes"]),
        ("a: b, c", ["a: b", "c"]),
        ("#1, #2", ["#1", "#2"]),
        ("a;b", ["a;b"]),
    ],
)
def test_what_a_list_is(register: Register, text: str, items: list[str]) -> None:
    """Commas are between values, quotes and brackets around them; both ways of writing agree, and it can be undone."""
    assert after(register, f"tema={text}")["tema"] == items
    assert after(register, f"tema+={text}")["tema"] == items
    assert after(register, f"tema+={text}", f"tema-={text}") == after(register)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("gode-liv", ["gode-liv"]),
        ("gode-liv,samfunnsdel-2020", ["gode-liv", {"plan": "samfunnsdel-2020"}]),
        ("[gode-liv, samfunnsdel-2020]", ["gode-liv", {"plan": "samfunnsdel-2020"}]),
        ('{mål: gode-liv, merknad: "a, b"}', [{"mål": "gode-liv", "merknad": "a, b"}]),
        ("{mål: gode-liv},{plan: samfunnsdel-2020}", [{"mål": "gode-liv"}, {"plan": "samfunnsdel-2020"}]),
        ("[{mål: gode-liv, sitat: 'x, y'}]", [{"mål": "gode-liv", "sitat": "x, y"}]),
    ],
)
def test_groups_are_read_alike(register: Register, text: str, items: list[Any]) -> None:
    """`{…}` is one item after `=`, `+=` and `-=`, and an id of a plan is an anchor in that plan after each."""
    assert after(register, f"forankring={text}")["forankring"] == items
    assert after(register, f"forankring+={text}")["forankring"] == ["trygg-oppvekst", *items]
    assert after(register, f"forankring+={text}", f"forankring-={text}") == after(register)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("tema-=x",), "«tema» har ikke «x». Den er tom."),
        (("tema=a,b", "tema-=a,x"), "«tema» har ikke «x». Den har a, b."),
        (("tema=a,b", "tema-=x"), "«tema» har ikke «x». Den har a, b."),
        (("forankring-={mål: gode-liv}",), "«forankring» har ikke «{mål: gode-liv}». Den har trygg-oppvekst."),
        (("merknad=",), "det finnes ingen merknad"),
        (("arbeid.oppstart=",), "det finnes ingen arbeid.oppstart"),
        (("tema+=",), "Skriv «felt=verdi», for eksempel «periode.til=2030», og ikke «tema+=»."),
        (("tema-=,",), "Skriv «felt=verdi», for eksempel «periode.til=2030», og ikke «tema-=,»."),
        (("tittel+=a,b",), "tittel er ingen liste"),
    ],
)
def test_what_is_not_there_is_told(register: Register, words: tuple[str, ...], sentence: str) -> None:
    """A value that a list does not have is named, also as one of several; nothing is done halfway."""
    assert after(register, *words) == sentence


def test_a_value_with_a_comma_is_found_without_quotes(register: Register) -> None:
    """Where what is written is one value of the list, it is that one."""
    assert after(register, 'tema="a, b"', "tema-=a, b") == after(register)
    assert after(register, 'tema="a, b",c', "tema-=a, b")["tema"] == ["c"]


def test_a_group_that_is_like_another_is_added(register: Register) -> None:
    """Two events of one kind are two events."""
    found = after(register, "hendelser+={hva: vedtatt, dato: 2023-01-18, organ: kommunestyret, sak: 1/23}")
    assert [event["dato"] for event in found["hendelser"]] == ["2022-02-16", "2023-01-18"]


@given(st.text(max_size=20))
@settings(max_examples=100, deadline=None)
def test_pieces_of_anything(text: str) -> None:
    """Any text comes apart, no piece is blank, and what is put in quotes comes back whole."""
    assert all(piece == piece.strip() and piece for piece in pieces(text))
    assert [without_quotes(piece) for piece in pieces(quoted(text))] == ([text] if quoted(text) else [])
    assert is_quoted(quoted(text))
