"""The values of a plan in words, as an overview shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.base import N_, Ord, RulleresCode, shortened
from planlint.model import parse
from planlint.output import Values, label
from planlint.text import EVENT_NAMES, STATUS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.imports.plan_draft import DraftChange
    from planlint.text import Language

_CUT = 160
_COLUMNS = {
    "arbeid": N_("Arbeid"),
    "begrunnelse": N_("Begrunnelse"),
    "beslutning": N_("Beslutning"),
    "bestilt": N_("Bestilt"),
    "kostnad": N_("Kostnad"),
    "prioritet": N_("Prioritet"),
    "tid": N_("Tid"),
    "utfordring": N_("Utfordring"),
    "utvalg": N_("Utvalg"),
    "svar_begrunnelse": N_("Grunnen for svaret"),
    "svar_endring": N_("Endringen av planen"),
    "svar_førte_til": N_("Målet som innspillet førte til"),
    "svar_organ": N_("Organet som svarte"),
    "svar_sak": N_("Saken med svaret"),
    "svar_utfall": N_("Svaret"),
    "blir_mål": N_("Målet som utkastet ble til"),
    "blir_utfall": N_("Hva det ble av utkastet"),
    "vilkår": N_("Vilkår"),
    "årsverk": N_("Årsverk"),
    "hva": N_("Hva"),
    "id": N_("ID"),
    "lenke": N_("Lenke"),
    "organ": N_("Organ"),
    "revisjon": N_("Revisjon"),
    "rullering": N_("Neste revisjon"),
    "sak": N_("Sak"),
    "vedtatt": N_("Vedtatt"),
}
"""What stands in no list of labels: a group of fields, and columns that are read into several."""
_TIMES = frozenset(("fra", "til", "neste", "oppstart", "ferdig", "dato", "gjennomgått", "frist", "når"))
"""Fields that hold a time."""
_REFERENCES = ("mål", "plan", "kilde")


def column_label(*keys: str) -> Ord:
    """Give what a column or a field is called, in bokmål; "" where it has no name."""
    return Ord(label(*keys) or _COLUMNS.get(keys[-1], ""))


class Told:
    """Tells what an import does to a plan, in a language; `names` are those of what it refers to, by kind and id."""

    def __init__(self, names: Mapping[tuple[str, str], str], lang: Language) -> None:
        """Keep the names and the language."""
        self.values = Values(names, lang)
        self.lang = lang

    def label(self, *keys: object) -> str:
        """Give what a column or a field is called; one that has no name as it stands."""
        return self.lang.gettext(column_label(*map(str, keys))) or str(keys[-1])

    def column(self, path: str) -> str:
        """Give what the column is called that a place in a file is read from; a place in a list is no name."""
        return self.label(*(step for step in path.split(".") if not step.isdigit()))

    def plan(self, id_: str) -> str:
        """Give a plan by its title, with the id behind."""
        return self.values.name("plan", id_)

    def change_lines(self, change: DraftChange) -> Iterator[str]:
        """Yield what a change says: in one line for a new plan, else each field with what it was and becomes."""
        if change.hva == "ny":
            told = ((key, self._value(key, value)) for key, _, value in change.linjer)
            yield "; ".join(f"{self.label(key)}: {text}" for key, text in told if text)
            return
        empty = self.lang.gettext("(tomt)")
        for key, old, new in change.linjer:
            if isinstance(new, list) and (old is None or isinstance(old, list)):
                yield from self._list(key, old or [], new)
            else:
                yield f"{self.label(key)}: {self._value(key, old) or empty} → {self._value(key, new) or empty}"

    def _list(self, key: str, old: list[Any], new: list[Any]) -> Iterator[str]:
        """Yield the items that are added to a list, taken out of it or changed."""
        yield from (f"{self.label(key)}: + {self._value(key, [item])}" for item in new if item not in old)
        yield from (f"{self.label(key)}: − {self._value(key, [item])}" for item in old if item not in new)

    def _value(self, key: str, value: Any) -> str:
        """Give a value as a reader should see it; "" for none."""
        if value is None:
            return ""
        if isinstance(value, list):
            return ", ".join(self._item(key, item) for item in value)
        if key == "periode" and isinstance(value, dict):
            return f"{self.time(value.get('fra'))}–{self.time(value.get('til'))}{self._doubt(value)}"
        if key == "beslutninger" and isinstance(value, dict):
            return "; ".join(self._decision(said) for said in value.values())
        if isinstance(value, dict):
            fields = ((name, item) for name, item in value.items() if name not in {"usikker", "kilde"})
            told = ", ".join(self._named(key, name, item) for name, item in fields)
            return told + self._doubt(value)
        return self._scalar(key, value)

    def _decision(self, said: dict[str, Any]) -> str:
        """Give a decision: what is chosen, and its other fields by their names."""
        parts = [self._scalar("valg", said.get("valg", ""))]
        for name, value in said.items():
            if name == "deretter":
                parts += [f"{self.lang.gettext('deretter')} {self._decision(one)}" for one in value]
            elif name not in {"valg", "nummer"}:
                parts.append(f"{self._small('beslutninger', name)} {self._told(name, value)}")
        return ", ".join(parts)

    def _told(self, name: str, value: Any) -> str:
        """Give the value of one field of a decision."""
        if isinstance(value, dict):
            return " ".join(f"{year}: {str(amount).replace('.', ',')}" for year, amount in value.items())
        if name in {"oppstart", "ferdig"}:
            return self.time(value)
        return self._scalar(name, value)

    def _scalar(self, key: str, value: Any) -> str:
        if isinstance(value, bool):
            return self.lang.gettext("ja") if value else self.lang.gettext("nei")
        if key in _TIMES:
            return self.time(value)
        if key == "status":
            return self.lang.gettext(STATUS.get(value, str(value)))
        return on_one_line(str(self.values.value(str(value), key)))

    def _named(self, key: str, name: str, item: Any) -> str:
        """Give a field of a group after its name; one that is called as the group is, without it."""
        is_alike = self.label(key, name) == self.label(key)
        return self._field(name, item) if is_alike else f"{self._small(key, name)} {self._field(name, item)}"

    def _field(self, name: str, value: Any) -> str:
        """Give the value of one field of a group: a time, or what the field holds otherwise."""
        if name == "rulleres":
            return self.lang.value(RulleresCode(value))
        return self.time(value) if name in _TIMES else self._value(name, value)

    def _small(self, *keys: object) -> str:
        name = self.label(*keys)
        return name[:1].lower() + name[1:]

    def _item(self, key: str, item: Any) -> str:
        if not isinstance(item, dict):
            return self._scalar(key, item)
        if "hva" in item and key == "hendelser":
            return self._hendelse(item)
        told = item.get("oppgir") or item.get("url")
        referred = next(((name, item[name]) for name in _REFERENCES if item.get(name)), ("", ""))
        if told or not any(referred):
            return on_one_line(str(told or ", ".join(self._scalar(*pair) for pair in item.items())))
        how = [self._scalar("utfall", item["utfall"])] if "utfall" in item else []
        return ", ".join([self._scalar(*referred), *how])

    def _hendelse(self, event: Mapping[str, Any]) -> str:
        _, organ = self.lang.gettext, event.get("organ")
        more = [self.values.name("organ", str(organ))] if organ else []
        more += [_("sak {sak}").format(sak=event["sak"])] if "sak" in event else []
        more += [_("varslet")] if event.get("planlagt") else []
        more += [_("usikker")] if event.get("usikker") else []
        extra = f" ({', '.join(more)})" if more else ""
        hva = str(event.get("hva", ""))
        return f"{_(EVENT_NAMES.get(hva, hva))} {self.time(event.get('dato'))}{extra}"

    def time(self, value: Any) -> str:
        """Give a time as it is read out; what is no time as it stands."""
        try:
            return self.lang.tidspunkt(parse(str(value))) if value is not None else ""
        except ValueError:
            return str(value)

    def _doubt(self, value: Mapping[str, Any]) -> str:
        return f" ({self.lang.gettext('usikker')})" if value.get("usikker") else ""


def on_one_line(text: str) -> str:
    """Give a text on one line, cut where it is long."""
    return shortened(" ".join(text.split()), _CUT)
