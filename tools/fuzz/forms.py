"""Any text as the body of an issue: a proposal whose texts are safe to post, or sentences about what is wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from ground import CLEAN

from planlint.forms import FormError
from planlint.forms.answer import paper, refusal
from planlint.forms.catalogue import forms
from planlint.forms.field import FORM, Field, Form
from planlint.forms.proposed_change import propose
from planlint.text import language

assert CLEAN.loaded.plansystem is not None
FORMS = tuple(forms(CLEAN.loaded.plansystem).values())
FILE = "plans/planer/samfunnsdel-2020.yaml"
GOOD = {
    "plan": "samfunnsdel-2020",
    "tittel": "Trafikksikkerhetsplan 2027–2030",
    "forankring": "trygg-oppvekst",
    "erstatter": "arealdel-2021",
    "dato": "5.3.2024",
    "til": "2032",
    "oppstart": "2025",
    "ferdig": "2026-H1",
    "sak": "12/24",
    "lenke": "https://www.kommunen.no/sak/12-24",
    "sammendrag": "Planen gjelder\n\n- skoleveier\n- sykkelveier",
    "sted": "kap. 4.2",
    "avsender": "innbygger",
    "tid": "mars 2024",
    "maal": "trygg-oppvekst",
    "tema": "friluftsliv, eldre",
    "nummer": "14",
    "stemmer": "3",
    "tekst": "Det er langt å gå.",
    "fil": FILE,
    "utgave": hashlib.sha1(b"blob %d\0" % len(CLEAN.contents[FILE]) + CLEAN.contents[FILE]).hexdigest(),  # noqa: S324
    "endringer": '[[["tittel"], "Kommuneplanens samfunnsdel"]]',
}


def _filled(form: Form, answers: Sequence[str]) -> str:
    """Give the body that GitHub makes of answers in the order of the form's fields."""
    rows = [f"### {FORM}", "", form.title, ""]
    for field, answer in zip(form.fields, answers, strict=False):
        rows += [f"### {field.label}", "", answer or "_No response_", ""]
    return "\n".join(rows)


def _answer(field: Field, turn: int) -> str:
    options = list(field.options)
    if field.kind == "checkboxes":
        return "\n".join(f"- [x] {option}" for option in options)
    return options[turn % len(options)] if options else GOOD[field.key] if field.required or turn % 2 else ""


def seeds() -> Iterator[bytes]:
    """Give every form filled in, in a few ways, as answers and as a whole body."""
    for number, form in enumerate(FORMS):
        for turn in range(4):
            answers = [_answer(field, turn) for field in form.fields]
            yield bytes([number]) + "\0".join(answers).encode()
        yield b"\xff" + _filled(form, answers).encode()


def _body(data: bytes) -> str:
    text = data[1:].decode("utf-8", errors="ignore")
    return _filled(FORMS[data[0]], text.split("\0")) if data[0] < len(FORMS) else text


def try_one(data: bytes) -> None:
    """Take a text for answers to a form that the first byte chooses, or for a whole body.

    Anything but a proposal or a refusal is a find.
    """
    if not data:
        return
    try:
        texts = paper(propose(CLEAN, _body(data)), 7)
    except FormError as error:
        refusal(error.problems, language("nb")).encode()
        return
    for text in texts:
        text.encode()
    assert "\n" not in texts.tittel + texts.gren
