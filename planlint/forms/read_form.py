"""From the words in the fields to values that planlint knows; everything that is wrong is found in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.base import N_, Message
from planlint.forms import case_and_link, reference, values
from planlint.forms.body import answers, which, without_words
from planlint.forms.edit_list import edit_list
from planlint.forms.form_error import FormError
from planlint.forms.quote import quote
from planlint.forms.readable import tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planlint.forms.edit_list import Edit
    from planlint.forms.field import Field, Form
    from planlint.model import Enhet, Maal, Plan, TidspunktValue
    from planlint.register import Register

    Read = Callable[[Field, str], Any]


@dataclass(frozen=True, slots=True)
class Given:
    """What a form says; a field that the form does not have, or that is left blank, is empty.

    `told` is how something was read that was not written as in the register, and what was not read.
    """

    form: Form
    plan: Plan | None = None
    tittel: str = ""
    type: str = ""
    status: str = ""
    ansvarlig: str = ""
    forankring: tuple[Maal | Plan, ...] = ()
    oppstart: TidspunktValue | None = None
    ferdig: TidspunktValue | None = None
    sammendrag: str = ""
    kilde: str = ""
    sted: str = ""
    hva: str = ""
    dato: TidspunktValue | None = None
    organ: str = ""
    sak: str = ""
    til: TidspunktValue | None = None
    erstatter: tuple[Plan, ...] = ()
    lenke: str = ""
    bestemt: str = ""
    sett: str = ""
    fil: str = ""
    utgave: str = ""
    endringer: tuple[Edit, ...] = ()
    tid: TidspunktValue | None = None
    avsender: str = ""
    arena: str = ""
    maal: tuple[Maal, ...] = ()
    tema: tuple[str, ...] = ()
    nummer: str = ""
    stemmer: int | None = None
    tekst: str = ""
    told: tuple[Message, ...] = ()


_READ: dict[str, Read] = {
    "tittel": values.title,
    "sted": values.title,
    "sammendrag": values.prose,
    "oppstart": values.point,
    "ferdig": values.point,
    "til": values.point,
    "dato": values.day,
    "sak": case_and_link.sak,
    "lenke": case_and_link.url,
    "sett": lambda _, text: text,
    "fil": values.line,
    "utgave": values.line,
    "endringer": edit_list,
    "tid": values.point,
    "avsender": values.title,
    "tema": values.words,
    "nummer": values.title,
    "stemmer": values.number,
    "tekst": values.prose,
}
_KINDS = {"erstatter": ("plan",), "forankring": ("maal", "plan"), "maal": ("maal",)}
"""What the lines of a field name."""


def _reader(register: Register, field: Field, told: list[Message]) -> Read:
    """Give what reads a field; a reference that was not written as in the register is added to `told`."""

    def plan(field: Field, text: str) -> Enhet | None:
        found = reference.plan(register, field, text)
        return _noted([found], told)[0] if found else None

    def several(field: Field, text: str) -> tuple[Enhet, ...]:
        return tuple(_noted(reference.several(register, field, text, *_KINDS[field.key]), told))

    if field.kind == "dropdown":
        return values.choice
    if field.key == "plan":
        return plan
    return several if field.key in _KINDS else _READ[field.key]


def _noted(found: list[reference.ReadReference], told: list[Message]) -> list[Enhet]:
    told += [one.told for one in found if one.told]
    return [one.enhet for one in found]


def _unanswered(field: Field) -> Message:
    choose, tick = N_("Velg noe i feltet «{felt}»."), N_("Sett kryss i feltet «{felt}».")
    what = {"dropdown": choose, "checkboxes": tick}.get(field.kind, N_("Fyll ut feltet «{felt}»."))
    return Message.of_text(what, felt=field.label)


def read(body: str, forms: Mapping[str, Form], register: Register, name: str = "") -> tuple[Given, list[Message]]:
    """Give what an issue's body says, and a sentence for each thing that is wrong with a field by itself.

    `name` is the form that it must be, where that is known. Raises FormError where it is no form at all.
    """
    text = without_words(tidy(body))
    form = which(text, forms, name)
    given, problems, signed = answers(text, form, forms)
    found: dict[str, Any] = {}
    told: list[Message] = []
    for field in form.fields:
        if field.key not in given:  # told already: the heading is missing
            continue
        try:
            found[field.key] = _reader(register, field, told)(field, given[field.key])
        except FormError as error:
            problems += error.problems
        else:
            if field.required and not given[field.key]:
                problems.append(_unanswered(field))
    if signed and form.name == "innspill":  # a person's name is not to be said again
        told.append(Message(N_("Underskriften er ikke tatt med.")))
    elif signed:
        told.append(Message.of_text(N_("Ikke tatt med: {tekst}."), tekst=quote(" ".join(signed))))
    for path, value in found.get("endringer", ()):
        if path in {("tittel",), ("type",)} and isinstance(value, str):
            found[path[0]] = value
    return Given(form, **found, told=tuple(told)), problems
