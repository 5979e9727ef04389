"""One word for one thing: of two forms that are both right, a catalogue uses one (docs/veiledning/ordliste.md)."""

from __future__ import annotations

import re

import pytest
from catalogue import click_words, read

NOT_USED = {
    "nn": {
        r"gir|gi|gitt|oppgir|oppgitt": "gjev, gje, gjeve, oppgjev",
        r"derfor": "difor",
        r"verken": "korkje",
        r"blei": "vart",
        r"henne": "ho",
        r"byrj\w*|tek til": "begynne",
        r"også": "òg",
        r"lenke\w*": "lenkje",
        r"skole\w*": "skule",
        r"eksempel\w*": "døme",
        r"ikkje til å (?:lese|bruke)": "kan ikkje lesast, kan ikkje brukast",
        r"rød\w*": "raud tråd",
        r"ikke|fra|noen|noe|hva|hvilke\w*|hvor\w*|være|hvis|uten|selv|filen|mappen|siden|kjør": "the form of nynorsk",
        r"\w+astes?te|\w+asta?ste": "a slip: revideraste",
    },
    "en": {
        r"red thread": "golden thread",
        r"mend\w*|faults?": "correct, error",
        r"shall": "must, is to",
        r"elected members": "elected representatives",
        r"action part": "action element",
        r"election term|council term": "election period",
        r"planning register": "plan register",
        r"known findings?": "known deviation",
        r"small letters": "lower-case letters",
        r"planning works": "plans that are worked on",
        r"broken off": "interrupted",
        r"under work": "in preparation",
    },
}
"""Forms, and what the catalogue says instead. `siden` is «sidan» or «sida» in nynorsk."""
OF_THE_LANGUAGE = {"nn": re.compile(r"[“”]"), "en": re.compile("[«»’]")}
"""Marks of another language; and the apostrophe is the straight one."""
PLACEHOLDERS = {
    "nn": r"\b(?:FRA|GAMMEL|GAMMELT|NAVN|TALL|VALG|EIER)\b",
    "en": r"\b(?:STI|FIL|MAPPE|FELT|VERDI|FRA|TIL|KODE|NAVN|TITTEL|GAMMELT?|NYT?T|SLAG|TALL|TEKST)\b",
}
"""What stands for a value: a text calls it what `--help` calls it in that language."""


def texts(code: str) -> list[str]:
    """Give each form of each text in a catalogue."""
    return [
        form
        for message in read(code)
        if message.id
        for form in ((message.string,) if isinstance(message.string, str) else message.string)
    ]


def prose(text: str) -> str:
    """Give what is neither code nor quoted in a text."""
    return re.sub(r"`[^`]*`|[\w.]+[+-]?=\S+|«[^»]*»|“[^”]*”|\{\w*(?::\w+)?\}|%\(\w+\)s", " ", text)


@pytest.mark.parametrize(("code", "forms"), [(code, forms) for code, of in NOT_USED.items() for forms in of])
def test_a_catalogue_says_a_thing_in_one_way(code: str, forms: str) -> None:
    """The other form is not there, in our own texts or in click's."""
    pattern = re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE)
    clicks = [form for message in click_words(code) if message.id for form in message.string if isinstance(form, str)]
    assert [text for text in [*texts(code), *clicks] if pattern.search(prose(text))] == [], NOT_USED[code][forms]


@pytest.mark.parametrize("code", ["nn", "en"])
def test_quotation_marks_are_those_of_the_language(code: str) -> None:
    """«…» in nynorsk, “…” in English."""
    assert [text for text in texts(code) if OF_THE_LANGUAGE[code].search(text)] == []


@pytest.mark.parametrize("code", ["nn", "en"])
def test_a_text_calls_a_value_what_help_calls_it(code: str) -> None:
    """Where --help says PATH, no text says STI."""
    assert [text for text in texts(code) if re.search(PLACEHOLDERS[code], text)] == []
