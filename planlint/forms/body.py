"""A filled-in form as GitHub writes it in an issue: a heading for every field, and the answer under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.base import N_, Message
from planlint.forms.field import CHOOSE, FORM, Field, Form
from planlint.forms.form_error import FormError
from planlint.forms.quote import quote
from planlint.forms.signature import without_signature
from planlint.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HEADING = re.compile(r"(?P<depth>#{1,6}) (?P<label>.*\S)\s*")
_LOOSE = re.compile(r"#{1,6}\s*(?P<label>.*?[^\s#:])\s*[:#]*\s*")
"""A heading that somebody has written anew: another depth, a colon."""
_BLANK = frozenset(("", "_No response_", "_Ingen svar_"))
_TICK = re.compile(r"[-*] \[(?P<tick>\s*+[xX✓✔]?+\s*+)\]\s?(?P<label>.*\S)\s*")
_NOTHING = re.compile(
    r"[\s\-–—.?*]+|n/?a|i/t|ingen(?: andre)?|ingenting|vet ikke|veit ikkje|ukjent|uendre[ta]"
    r"|ikk(?:e|je) (?:relevant|aktuelt|kjent|fastsatt|fastsett|bestemt)(?: ennå| enno)?"
)
"""What people write in a field that they have nothing to say in."""
_WORDS_ABOVE = re.compile(r"^---\n+(?=#{1,6} Skjema\n+Endring$)", re.MULTILINE)
"""What stands between the words that the site's page writes for people, and the form itself."""
_TWICE = N_("Feltet «{felt}» står mer enn én gang.")


def without_words(text: str) -> str:
    """Give a tidy body without what the site's page writes above the form, for those who are handed the file.

    The form is under the last such line: what stands above may quote anything.
    """
    ends = [match.end() for match in _WORDS_ABOVE.finditer(text)]
    return text[ends[-1] :] if ends else text


def which(text: str, forms: Mapping[str, Form], name: str = "") -> Form:
    """Give the form that a tidy body says it is; `name` is the form it must be, where that is known.

    Raises FormError when it is none of them, or another one.
    """
    by_title = {form.title: form for form in forms.values()}
    known = {fold(title): form for title, form in by_title.items()}
    match = re.match(rf"\s*#{{1,6}}\s*{FORM}[ \t:]*\n\s*([^\n]*)", text, re.IGNORECASE)
    form = known.get(fold(match[1])) if match else None
    if form is None:
        by_hand = (form for form in forms.values() if form.name != "endring")  # the site fills that in
        titles = ", ".join(f"«{form.title}»" for form in by_hand)
        raise FormError(
            N_("Dette er ikke et utfylt skjema. Bruk et av skjemaene {skjemaer}, og la feltet «{felt}» øverst stå."),
            skjemaer=titles,
            felt=FORM,
        )
    if name and form.name != name:
        text_ = N_("Skjemaet er «{skjema}», men det skulle vært «{riktig}».")
        raise FormError(text_, skjema=form.title, riktig=forms[name].title)
    return form


def _sections(text: str, form: Form, headings: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each heading and what stands under it; in a text of several lines only a form's own label is a heading.

    `headings` are the labels that are known, by what they are when written otherwise.
    """
    label = ""
    lines: list[str] = []
    own, depth = form.labels, text.lstrip().partition(" ")[0]
    for line in text.split("\n"):
        field = own.get(label)
        several = field is not None and field.kind == "textarea"
        if found := _label(line, headings, depth if several else ""):
            yield label, "\n".join(lines).strip()
            label, lines = found, []
        else:
            lines.append(line.rstrip())
    yield label, "\n".join(lines).strip()


def _label(line: str, headings: Mapping[str, str], depth: str) -> str:
    """Give the label that a line is a heading for, as the form has it; "" for a line that is none.

    In a text of several lines only a heading as the form's own is one: of its `depth`, and with its letters.
    """
    match = _HEADING.fullmatch(line)
    if depth:
        return match["label"] if match and match["depth"] == depth and match["label"] in headings.values() else ""
    loose = _LOOSE.fullmatch(line)
    return (headings.get(fold(loose["label"]), "") if loose else "") or (match["label"] if match else "")


def _value(field: Field, text: str) -> str:
    if text in _BLANK or (field.kind == "dropdown" and text in {CHOOSE, "None"}):
        return ""
    return "" if _NOTHING.fullmatch(text.casefold()) else text


def _ticks(field: Field, text: str) -> str:
    """Give «- [x]» as the values ticked, one a line. Raises FormError for anything else than the form's own boxes."""
    ticked = []
    labels = {fold(label): value for label, value in field.options.items()}
    for line in filter(None, text.split("\n")):
        match = _TICK.fullmatch(line)
        option = labels.get(fold(match["label"])) if match else None
        if match is None or option is None:
            raise FormError(
                N_("Feltet «{felt}» har en linje som ikke hører til skjemaet: {linje}."),
                felt=field.label,
                linje=quote(line),
            )
        if match["tick"].strip():
            ticked.append(option)
    return "\n".join(ticked)


def answers(text: str, form: Form, forms: Mapping[str, Form]) -> tuple[dict[str, str], list[Message], tuple[str, ...]]:
    """Give what a tidy body answers, by field key ("" for what is left blank), and a sentence for each wrong heading.

    Third is what stood as a signature under the last field, and is no answer. A form has each of its headings once, and
    no other.
    """
    own = form.labels
    headings = {fold(label): label for other in (*forms.values(), form) for label in other.labels} | {fold(FORM): FORM}
    given: dict[str, str] = {}
    problems: list[Message] = []
    signed: tuple[str, ...] = ()
    for label, whole in _sections(text, form, headings):
        field = own.get(label)
        value = whole
        if field is form.fields[-1] and (field.kind != "textarea" or form.name == "innspill"):  # as under a letter
            value, signed = without_signature(whole)
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
    if fold(given.pop(FORM, form.title)) != fold(form.title):
        problems.append(Message.of_text(N_("Feltet «{felt}» har mer enn navnet på skjemaet."), felt=FORM))
    missing = N_("Feltet «{felt}» mangler i skjemaet.")
    problems += [Message.of_text(missing, felt=field.label) for field in form.fields if field.key not in given]
    return given, problems, signed
