"""A value of a file in a reader's words: what an id stands for, a period, an event, a decision."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from planlint.base import N_
from planlint.model import (
    Beslutning,
    Blir,
    Budsjettpost,
    Deretter,
    Effekt,
    Forankring,
    Hendelse,
    Kildehenvisning,
    Lenke,
    Maaltall,
    Model,
    Oppgave,
    Periode,
)
from planlint.output.paper import named
from planlint.text import (
    ARENA_NAMES,
    BEGINS,
    BESLUTNING_NAMES,
    DONE,
    DRAFT_OUTCOME,
    EVENT_NAMES,
    STATUS,
    UTFALL_NAMES,
)

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from planlint.text import Language

_WORDS: dict[str, Mapping[Any, str]] = {
    "arena": ARENA_NAMES,
    "status": STATUS,
    "hva": EVENT_NAMES,
    "utfall": UTFALL_NAMES,
    "valg": BESLUTNING_NAMES,
}
KINDS = {
    "ansvarlig": "sektor",
    "avgrenset_mot": "plan",
    "bygger_på": "plan",
    "del_av": "plan",
    "erstatter": "plan",
    "hjemmel": "bestemmelse",
    "førte_til": "maal",
    "inn_i": "plan",
    "kapasitet": "sektor",
    "kilde": "kilde",
    "kunnskapsgrunnlag": "plan",
    "medansvarlige": "sektor",
    "mål": "maal",
    "mål_på_side": "maal",
    "nivå": "nivå",
    "organ": "organ",
    "overordnet": "maal",
    "plan": "plan",
    "sitat": "maal",
    "under": "måltype",
    "utfordringer": "utfordring",
    "utvalg": "organ",
    "vedtas_av": "organ",
    "venter_på": "plan",
    "viderefører": "maal",
}
_WITH_ID = frozenset(("plan", "maal", "planstrategi"))
_FILES = frozenset((*_WITH_ID, "tiltak", "indikator", "utfordring", "innspill"))
_TARGETS = {
    "verdi": "{tall}",
    "minst": N_("minst {tall}"),
    "hoeyst": N_("høyst {tall}"),
    "over": N_("over {tall}"),
    "under": N_("under {tall}"),
}
_AMOUNTS = frozenset(("kostnad", "driftsramme", "investeringsramme", "totalramme"))
"""Amounts in kroner, which are long enough to be read in groups of digits."""

_YEARS = frozenset(("lengste_periode",))
"""Numbers of years."""


class Values:
    """Tells values in a language; `names` are the titles of what they refer to, by kind and id.

    `short`: by title alone, as a planner knows things; two of one title are told apart by their ids. `former` are ids
    that something had before, and has no longer: they share a title with what it has now.
    """

    def __init__(
        self,
        names: Mapping[tuple[str, str], str],
        lang: Language,
        *,
        short: bool = False,
        former: Container[tuple[str, str]] = (),
    ) -> None:
        """Keep the names and the language."""
        self.names = names
        self.lang = lang
        self.short = short
        titles = (title for (kind, id_), title in names.items() if kind in _FILES and (kind, id_) not in former)
        self._shared = {title for title, number in Counter(titles).items() if number > 1} if short else None

    def called(self, tittel: str, entity: str) -> str:
        """Give a plan, a goal or anything else that has a file by its title, and by kind and id if needed."""
        alone = tittel and self._shared is not None and tittel not in self._shared
        return tittel if alone else named(tittel, entity)

    def quoted(self, tittel: str, entity: str) -> str:
        """Give what it is called in a sentence: a title in quotes, so that several are told apart."""
        called = self.called(tittel, entity)
        return self.lang.quoted(called) if called == tittel else called

    def name(self, kind: str, id_: str) -> str:
        """Give what an id stands for: its title, with the id where a reader may want the file (not on a page)."""
        title = self.names.get((kind, id_))
        if title is None:
            return id_
        alone = not self.lang.with_ids or (self._shared is not None and title not in self._shared)
        return f"{self.lang.quoted(title)} ({id_})" if kind in _WITH_ID and not alone else self._plain(kind, title)

    def _plain(self, kind: str, title: str) -> str:
        return self.lang.quoted(title) if kind in _WITH_ID else self.lang.value(title)

    def value(self, value: Any, key: str) -> str:
        """Give a value in a reader's words; `key` is the YAML key that it stands under."""
        match value:
            case None | () | "":
                return self.lang.gettext("ikke oppgitt")
            case bool():
                return self.lang.gettext("ja") if value else self.lang.gettext("nei")
            case Model():
                return self._model(value)
            case tuple() | dict():
                return self._many(value, key)
            case str():
                return self._text(value, key)
        return self._number(value, key)

    def _number(self, value: Any, key: str) -> str:
        if key in _YEARS:
            return self.lang.ngettext("{n} år", "{n} år", value)
        return self.lang.number(value) if key in _AMOUNTS else self.lang.value(value)

    def _sources(self, kilder: tuple[Kildehenvisning, ...]) -> str:
        """Give sources by name, each once, and in how many places where they are several."""
        numbers = Counter(self.name("kilde", one.kilde) for one in kilder)
        places = [self.lang.ngettext("{n} sted", "{n} steder", number) for number in numbers.values()]
        return self.lang.enumeration(
            [f"{name} ({where})" if numbers[name] > 1 else name for name, where in zip(numbers, places, strict=True)]
        )

    def _many(self, value: tuple[Any, ...] | dict[int, float], key: str) -> str:
        if key == "kilder" and len(value) > 1:
            return self._sources(value)  # type: ignore[arg-type] # sources are a tuple
        if isinstance(value, dict):
            return "; ".join(f"{year}: {self.lang.number(number)}" for year, number in value.items())
        return self.lang.enumeration([self.value(item, key) for item in value])

    def _text(self, value: str, key: str) -> str:
        if key in _WORDS:
            return self.lang.gettext(_WORDS[key].get(value, value))
        if key == "type":
            return self.names.get(("plantype", value)) or self.names.get(("måltype", value), value)
        if kind := KINDS.get(key):
            return self.name(kind, value)
        return self.lang.quoted(value) if key in {"tittel", "sitat"} else value

    def _model(self, value: Model) -> str:
        match value:
            case Periode():
                return self._period(value)
            case Hendelse():
                return self.event(value)
            case Beslutning() | Deretter() | Blir():
                return self._decision(value)
            case Maaltall():
                return self._target(value)
            case Forankring():
                return self.name("maal", value.maal) if value.maal else self.name("plan", value.plan or "")
        return self._fact(value)

    def _fact(self, value: Model) -> str:
        match value:
            case Kildehenvisning():
                return ", ".join(part for part in (self.name("kilde", value.kilde), value.sted) if part)
            case Lenke():
                return f"{self.lang.quoted(value.tittel)} ({value.url})"
            case Effekt():
                until = [self.lang.value(value.til)] if value.til else []
                return ", ".join([f"{self.lang.number(value.verdi)} {value.enhet}", *until])
            case Budsjettpost():
                number = [self.lang.number(value.verdi)] if value.verdi is not None else []
                return " ".join([self.lang.quoted(value.tittel), *number])
            case Oppgave():
                return ", ".join([self.lang.quoted(value.tittel), *self._times(value)])
        return str(getattr(value, "nummer", "") or getattr(value, "navn", ""))

    def _period(self, value: Periode) -> str:
        lang = self.lang
        text = "{fra}–{til}" if value.fra and value.til else N_("fra {fra}") if value.fra else N_("til {til}")
        told = lang.render(text, {"fra": value.fra, "til": value.til})
        return f"{told} ({lang.gettext('usikker')})" if value.usikker else told

    def _target(self, value: Maaltall) -> str:
        numbers = ((text, getattr(value, name)) for name, text in _TARGETS.items())
        lang = self.lang
        return lang.enumeration([lang.render(text, {"tall": lang.number(n)}) for text, n in numbers if n is not None])

    def event(self, value: Hendelse) -> str:
        """Tell an event: «vedtatt 28.2.2018 av kommunestyret, sak 19/18»."""
        lang = self.lang
        args = {"hva": lang.gettext(EVENT_NAMES[value.hva]), "dato": lang.tidspunkt(value.dato)}
        told = lang.render(N_("varslet {dato}: {hva}") if value.planlagt else N_("{hva} {dato}"), args)
        if value.organ:
            told = lang.render(
                N_("{hendelse} av {organ}"), {"hendelse": told, "organ": self.name("organ", value.organ)}
            )
        parts = [lang.render(N_("sak {sak}"), {"sak": value.sak})] if value.sak else []
        parts += [lang.render(N_("til {dato}"), {"dato": value.til})] if value.til else []
        parts += [lang.render(N_("om {maal}"), {"maal": self.value(value.maal, "mål")})] if value.maal else []
        came = value.innspill
        parts += (
            [lang.ngettext("{n} innspill", "{n} innspill", came).format(n=lang.number(came))]
            if came is not None
            else []
        )
        parts += [lang.gettext("usikker")] if value.usikker else []
        told = ", ".join([told, *parts])
        return f"{told}: {lang.quoted(value.tekst)}" if value.tekst else told

    def _decision(self, value: Beslutning | Deretter | Blir) -> str:
        """Tell what a planstrategi decided («revideres, oppstart 2024, ferdig 2025»), or what became of a draft."""
        lang = self.lang
        if isinstance(value, Blir):
            names = [self.name("maal", value.maal)] if value.maal else []
            told = lang.gettext(DRAFT_OUTCOME[value.utfall])
            told = lang.gettext("trolig {utfall}").format(utfall=told) if value.usikker else told
            return ", ".join([*names, told])
        told = lang.gettext(BESLUTNING_NAMES[value.valg])
        parts = [told[:1].lower() + told[1:]]
        parts += [value.vilkaar] if value.vilkaar else []
        parts += self._times(value)
        parts += [self.name("plan", value.inn_i)] if value.inn_i else []
        if isinstance(value, Beslutning):
            parts += [self.name("sektor", value.ansvarlig)] if value.ansvarlig else []
            after = [self._decision(later) for later in value.deretter]
            return "; ".join([", ".join(parts), *(lang.render(N_("deretter {hva}"), {"hva": one}) for one in after)])
        return ", ".join(parts)

    def _times(self, value: Beslutning | Deretter | Oppgave) -> list[str]:
        times = ((BEGINS, value.oppstart), (DONE, value.ferdig))
        return [self.lang.render(text, {"tid": point}) for text, point in times if point]
