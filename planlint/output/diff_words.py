"""One changed thing in one sentence, as a planner would say it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.change import Detail, filled
from planlint.model import Model
from planlint.output.diff_labels import label
from planlint.output.diff_values import KINDS, Values
from planlint.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONG = 160
_TEXTS = frozenset(("merknad", "tekst", "sammendrag", "beskrivelse", "prosess", "begrunnelse", "avveiing"))
_LINKS = frozenset(("forankring", "erstatter", "bygger_på", "avgrenset_mot", "viderefører", "mål", "hjemmel"))
"""What a file is tied to: named, however much it is."""
_WHOLE = _LINKS | {"tittel", "kortnavn"}
"""What is told in full: what a thing is called, before and after, too."""
_AMOUNTS = frozenset(("årsverk", "kostnad"))
_CHANGED = {
    "added": N_("{felt}: {ny} (ikke oppgitt før)"),
    "removed": N_("{felt}: tatt bort (var {gammel})"),
    "changed": N_("{felt}: {gammel} → {ny}"),
    "reordered": N_("{felt}: rekkefølgen er endret"),
    "unreadable": N_("{felt}: kan ikke leses"),
    "readable": N_("{felt}: kunne ikke leses før"),
}
_LISTED = {**_CHANGED, "added": N_("{felt} lagt til: {ny}"), "removed": N_("{felt} tatt bort: {gammel}")}
_LONG_TEXT = {
    **_CHANGED,
    "added": N_("{felt}: lagt til"),
    "removed": N_("{felt}: tatt bort"),
    "changed": N_("{felt}: skrevet om"),
}
_ONE_SIDED = {**_CHANGED, "added": "{felt}: {ny}", "removed": "{felt}: {gammel}"}
_LONG_ONE_SIDED = {**_LONG_TEXT, "added": N_("{felt}: oppgitt")}
"""Of what is new, or can be read now: whether the field was there before is not known of the last."""
_DECLARED = {"added": N_("ny"), "removed": N_("tatt bort"), "changed": N_("endret")}
_MANY = frozenset(
    (
        *("forankring", "bygger_på", "erstatter", "avgrenset_mot", "hjemmel", "tema", "målgruppe", "partnere"),
        *("bærekraftsmål", "beslutninger", "tidligere_id", "lenker", "kilder", "viderefører", "mål", "prinsipper"),
        *("kunnskapsgrunnlag", "vedtas_av", "forankres_i", "krav", "under", "spørsmål", "regelpakker", "medansvarlige"),
        *("poster", "verdier", "prognose", "måltall", "sitat", "kapasitet", "eiere", "tidspunkter", "oppgir_ikke"),
        *("årsverk", "kostnad", "utfordringer", "oppgaver", "venter_på", "deretter", "sider", "kjede", "mål_på_side"),
        *("blir", "førte_til"),
        *("driftsramme", "investeringsramme", "steg"),
    )
)
_YEARLY = frozenset(("verdier", "prognose", "måltall", "årsverk", "kostnad", "driftsramme", "investeringsramme"))
_SECTIONS = {
    "plantyper": "plantype",
    "måltyper": "måltype",
    "nivåer": "nivå",
    "hjul": "",
    "sektorer": "sektor",
    "organer": "organ",
    "kilder": "kilde",
    "bestemmelser": "bestemmelse",
    "ord": "",
    "valgperioder": "",
    "regler": "",
}


def _grouped(details: Iterable[Detail]) -> Iterator[Detail]:
    """Put what is added to one list, or taken out of it, together."""
    for (change, path), those in groupby(details, key=lambda item: (item.change, item.path)):
        items = list(those)
        if len(items) > 1 and path[0] != "hendelser" and change in {"added", "removed"}:
            old, new = (tuple(value for value in values if value is not None) for values in zip(
                *((item.old, item.new) for item in items), strict=True))  # fmt: skip
            yield Detail(change, path, old or None, new or None)
        else:
            yield from items


_TYPES = frozenset(("plantype", "måltype", "nivå"))
"""What the rest of the plan system is judged by: what is asked for by something new, is told."""


class Teller:
    """Tells details with the words of some values."""

    def __init__(self, values: Values) -> None:
        """Keep the values."""
        self.values = values
        self.lang = values.lang

    def details(self, details: Iterable[Detail], kind: str, *, bare: bool = False) -> Iterator[str]:
        """Tell what is changed in a file of a kind; `bare`: what a file says that is wholly new or gone."""
        for item in _grouped(details):
            yield self._detail(item, kind, bare=bare)

    def _detail(self, detail: Detail, kind: str, *, bare: bool) -> str:
        if detail.path[0] == "hendelser" and detail.change in {"added", "removed", "changed"}:
            return self._event(detail)
        felt, key = self._field([str(step) for step in detail.path], kind)
        return self._said(detail, felt, key, bare=bare)

    def _field(self, path: list[str], kind: str) -> tuple[str, str]:
        """Give what is changed, in words, and the YAML key that says how its values read."""
        first, name = path[0], self.lang.gettext(label(path[0]))
        if first == "tittel" and kind == "maal":
            return self.lang.gettext("Ordlyd"), first
        if first == "budsjett" and len(path) > 2:  # noqa: PLR2004 - the budget, its rows and the row's name
            name = f"{self.lang.gettext(label(*path[:2]))} {self.lang.quoted(path[2])}"
            return f"{name}, {self._small(path[-1])}", path[-1]
        if first == "beslutninger" and len(path) > 3:  # noqa: PLR2004 - the decision, its planstrategi, a part of it
            over = f"{name} {self.values.name('planstrategi', path[1])}"
            return self._in_decision(over, path[2:]), path[-1 if path[2] == "bestilt" else 2]
        if len(path) == 1 or first not in _MANY:
            return self.lang.gettext(label(*path)) or self.lang.quoted(path[-1]), path[-1]
        if first in _YEARLY:
            return f"{name} {path[1]}", first
        over = {"beslutninger": "planstrategi", "forankring": "maal"}.get(first) or KINDS.get(first, "")
        over = "plan" if first == "forankring" and (over, path[1]) not in self.values.names else over
        name = f"{name} {self.values.name(over, path[1])}"
        return (name, first) if len(path) == 2 else (f"{name}, {self._small(path[-1])}", path[-1])  # noqa: PLR2004 - a list and an id

    def _in_decision(self, over: str, path: list[str]) -> str:
        """Give what is changed inside a part of a decision: the year of an amount, or who ordered it."""
        if path[0] in _AMOUNTS:
            return f"{over}, {self._small(path[0])} {path[1]}"
        told = self.lang.gettext(label(*path))
        return f"{over}, {told[:1].lower()}{told[1:]}"

    def _small(self, key: str) -> str:
        text = self.lang.gettext(label(key)) or key
        return text[:1].lower() + text[1:]

    def _said(self, detail: Detail, felt: str, key: str, *, bare: bool = False) -> str:
        old, new = (self.values.value(value, key) for value in (detail.old, detail.new))
        texts = _ONE_SIDED if bare else _LISTED if key in _MANY else _CHANGED
        if old == new and detail.change == "changed":  # what is not told of it is another
            return self.lang.render(N_("{felt}: endret ({ny})"), {"felt": felt, "ny": new})
        is_long = max(len(old), len(new)) > _LONG
        if (key in _TEXTS and (is_long or not bare)) or (key not in _WHOLE and is_long):
            texts = _LONG_ONE_SIDED if bare else _LONG_TEXT
        return self.lang.render(texts[detail.change], {"felt": felt, "gammel": old, "ny": new})

    def _event(self, detail: Detail) -> str:
        if detail.new is None:
            return self.lang.render(N_("Tatt bort: {hendelse}"), {"hendelse": self.values.event(detail.old)})
        told = self.values.event(detail.new)
        told = told[:1].upper() + told[1:]
        if detail.old is None:
            return told
        return self.lang.render(N_("{ny} (før: {gammel})"), {"ny": told, "gammel": self.values.event(detail.old)})

    def parts(self, detail: Detail) -> Iterator[str]:
        """Tell what is declared of a type, a level or the like that is new in plansystem.yaml, its name left out."""
        section = str(detail.path[0])
        if detail.change == "added" and _SECTIONS.get(section) in _TYPES and isinstance(detail.new, Model):
            told = (item for item in filled(detail.new) if item.path[0] not in {"navn", "tittel"})
            yield from self.details(told, section, bare=True)

    def declared(self, detail: Detail) -> str:
        """Tell what is changed in plansystem.yaml."""
        section, *rest = (str(step) for step in detail.path)
        if not rest or section not in _SECTIONS:
            return self._detail(detail, "plansystem", bare=False)
        id_, *rest = rest
        if section == "regler":
            what = f"{self.lang.gettext('Regel')} {id_} {RULES[id_].name}"
        else:
            title = self.values.name(_SECTIONS[section], id_)
            what = f"{self.lang.gettext(label(section))} {title}" + (f" ({id_})" if title != id_ else "")
        return self.lang.render(N_("{hva}: {resten}"), {"hva": what, "resten": self._in(detail, rest)})

    def _in(self, detail: Detail, rest: list[str]) -> str:
        """Tell what is changed in one of the things that plansystem.yaml declares, or in a word that it is new."""
        if not rest:
            return self.lang.gettext(_DECLARED[detail.change])
        if rest[0] == "krav" and len(rest) > 1:
            felt = f"{self.lang.gettext(label('krav'))} ({self.values.value(rest[1], 'status')})"
            return self._said(detail, felt, "krav")
        key = "oppgir_ikke" if rest[0] == "oppgir_ikke" and rest[-1] != "dato" else rest[-1]
        return self._said(detail, self.lang.gettext(label(*rest)) or rest[-1], key)
