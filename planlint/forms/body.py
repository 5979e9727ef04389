"""A filled-in form as GitHub writes it in an issue: a heading for every field, and the answer under it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from planlint.base import N_, Message, Trouble
from planlint.forms.field import CHOOSE, FORM, Field, Form
from planlint.forms.quote import quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.base import SayableText

MAX_BODY = 20_000  # GitHub itself stops at 65 536; no form that is filled in sensibly comes near this
_HEADING = re.compile(r"### (?P<label>.*\S)\s*")
_BLANK = frozenset(("", "_No response_", "_Ingen svar_"))
_TICK = re.compile(r"- \[(?P<tick>[ xX])\] (?P<label>.*\S)\s*")
# What comes along unseen when text is pasted from Word or a web page, and means nothing.
_PASTED = dict.fromkeys((0x00AD, 0x200B, 0x2060, 0xFEFF))
_TWICE = N_("Feltet «{felt}» står mer enn én gang.")
_CONTROL = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


class FormError(Trouble):
    """The form cannot be used; one Melding for each thing that is wrong, in Markdown that is safe to post."""

    def __init__(self, text: SayableText | Message, /, *more: Message | None, **args: object) -> None:
        """Keep one problem, as Trouble does; or several, each a Melding."""
        super().__init__(text, *more, **args)
        several = isinstance(text, Message)
        self.problems = tuple(one for one in (text, *more) if isinstance(one, Message)) if several else (self.melding,)


def tidy(text: str) -> str:
    """Give text with one kind of line ends and of letters, and without what pasting leaves behind.

    Raises FormError for a text that is too long, or that holds characters nobody can see.
    """
    if len(text) > MAX_BODY:
        raise FormError(
            N_("Skjemaet er på {antall} tegn, og planlint leser ikke mer enn {grense}. Kort ned tekstene."),
            antall=len(text),
            grense=MAX_BODY,
        )
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_PASTED)).replace("\u00a0", " ")
    hidden = {char for char in text if char not in "\n\t" and unicodedata.category(char) in _CONTROL}
    if hidden:
        codes = ", ".join(f"U+{ord(char):04X}" for char in sorted(hidden)[:5])
        raise FormError(
            N_("Skjemaet har usynlige tegn som ikke kan brukes ({tegn}). Skriv teksten på nytt uten å lime inn."),
            tegn=codes,
        )
    return text


def which(text: str, forms: Mapping[str, Form], name: str = "") -> Form:
    """Give the form that a tidy body says it is; `name` is the form it must be, where that is known.

    Raises FormError when it is none of them, or another one.
    """
    by_title = {form.title: form for form in forms.values()}
    match = re.match(rf"\s*### {FORM}[ \t]*\n\s*([^\n]*)", text)
    form = by_title.get(match[1].strip()) if match else None
    if form is None:
        titles = ", ".join(f"«{title}»" for title in by_title)
        raise FormError(
            N_("Dette er ikke et utfylt skjema. Bruk et av skjemaene {skjemaer}, og la feltet «{felt}» øverst stå."),
            skjemaer=titles,
            felt=FORM,
        )
    if name and form.name != name:
        text_ = N_("Skjemaet er «{skjema}», men det skulle vært «{riktig}».")
        raise FormError(text_, skjema=form.title, riktig=forms[name].title)
    return form


def _sections(text: str, form: Form, headings: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield each heading and what stands under it; in a text of several lines only a form's own label is a heading."""
    label = ""
    lines: list[str] = []
    own = form.labels
    for line in text.split("\n"):
        match = _HEADING.fullmatch(line)
        field = own.get(label)
        several = field is not None and field.kind == "textarea"
        if match and (match["label"] in headings or not several):
            yield label, "\n".join(lines).strip()
            label, lines = match["label"], []
        else:
            lines.append(line.rstrip())
    yield label, "\n".join(lines).strip()


def _value(field: Field, text: str) -> str:
    if field.kind == "dropdown":
        return "" if text in _BLANK or text in {CHOOSE, "None"} else text
    return "" if text in _BLANK else text


def _ticks(field: Field, text: str) -> str:
    """Give «- [x]» as the values ticked, one a line. Raises FormError for anything else than the form's own boxes."""
    ticked = []
    for line in filter(None, text.split("\n")):
        match = _TICK.fullmatch(line)
        if match is None or match["label"] not in field.options:
            raise FormError(
                N_("Feltet «{felt}» har en linje som ikke hører til skjemaet: {linje}."),
                felt=field.label,
                linje=quote(line),
            )
        if match["tick"] != " ":
            ticked.append(field.options[match["label"]])
    return "\n".join(ticked)


def answers(text: str, form: Form, forms: Mapping[str, Form]) -> tuple[dict[str, str], list[Message]]:
    """Give what a tidy body answers, by field key ("" for what is left blank), and a sentence for each wrong heading.

    A form has each of its headings once, and no other.
    """
    headings = frozenset({FORM}.union(*(other.labels for other in forms.values())))
    own = form.labels
    given: dict[str, str] = {}
    problems: list[Message] = []
    for label, value in _sections(text, form, headings):
        field = own.get(label)
        if field is None:
            if label == FORM and FORM not in given:
                given[FORM] = value
            elif label == FORM:
                problems.append(Message.of_text(_TWICE, felt=FORM))
            elif label:  # nothing stands above the first heading: `which` has seen to that
                unknown = N_("Skjemaet «{skjema}» har ikke feltet {felt}.")
                problems.append(Message.of_text(unknown, skjema=form.title, felt=quote(label)))
        elif field.key in given:
            problems.append(Message.of_text(_TWICE, felt=label))
        else:
            try:
                given[field.key] = _ticks(field, value) if field.kind == "checkboxes" else _value(field, value)
            except FormError as error:
                given[field.key] = ""
                problems += error.problems
    if given.pop(FORM, form.title) != form.title:
        problems.append(Message.of_text(N_("Feltet «{felt}» har mer enn navnet på skjemaet."), felt=FORM))
    missing = N_("Feltet «{felt}» mangler i skjemaet.")
    problems += [Message.of_text(missing, felt=field.label) for field in form.fields if field.key not in given]
    return given, problems
