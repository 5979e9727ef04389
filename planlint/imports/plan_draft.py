"""What an import would do, file by file: nothing is written here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from planlint.base import N_
from planlint.edit import Document, EditError, new_file_bytes
from planlint.imports.gone import without_gone
from planlint.imports.known_plans import plan_folder
from planlint.imports.merge import kilder, merge_row
from planlint.imports.rows.row_marks import YEARS
from planlint.imports.told_remark import noted
from planlint.model import Beslutning
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.imports.known_plans import KnownPlan
    from planlint.imports.match import Match
    from planlint.imports.rows.imported_plan import ImportedPlan, NotUnderstood
    from planlint.register import Register
    from planlint.system import System

_AUTOMATIC = re.compile(r"(?:ark|sheet|tabell|table)\s?\d*", re.IGNORECASE)
# What may be a person's name is never copied to a file that is published.
_PRIVATE = frozenset(("ansvarlig",))
_WORK_COLUMNS = ("tid",)
_TOLD_ELSEWHERE = frozenset(("type", "tittel", *_PRIVATE))


@dataclass(frozen=True, slots=True)
class DraftChange:
    """What an import does to one file: its new content, and each key with its old and its new value.

    `unntak` are the suppressions that go with what the import takes out.
    """

    navn: str
    tittel: str
    fil: str
    hva: Literal["ny", "endret", "uendret"]
    rad: tuple[str, int]
    linjer: tuple[tuple[str, Any, Any], ...] = ()
    raw: bytes | None = None
    uforstaatt: tuple[NotUnderstood, ...] = ()
    beholdt: tuple[tuple[str, str], ...] = ()
    bare_tittel: bool = False
    unntak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowOrigin:
    """The source that the rows are from: its id in plansystem.yaml ("" for none), and the place in it.

    `ark`: the file has sheets, whose names say where in it a row stands.
    """

    kilde: str = ""
    sted: str = ""
    ark: bool = True

    def where(self, row: ImportedPlan) -> str:
        """Give where in the source a row stands: not by its number, which changes when rows are added."""
        sheet = row.ark if self.ark and not _AUTOMATIC.fullmatch(row.ark) else ""
        return ", ".join(part for part in (self.sted or sheet, row.gruppe) if part)


class Drafts:
    """Makes changes of rows that have been recognised. Raises EditError where a file cannot be edited safely."""

    def __init__(
        self,
        system: System,
        register: Register,
        plans: Mapping[str, KnownPlan],
        opphav: RowOrigin,
        planstrategi: str = "",
    ) -> None:
        """Keep the plan system, the plans in it, the source, and the planstrategi that decisions are of."""
        self.system = system
        self.register = register
        self.plans = plans
        self.opphav = opphav
        self.planstrategi = planstrategi

    def make(self, hit: Match) -> DraftChange:
        """Give the change of one row."""
        if not self.opphav.kilde:
            self._note_unknown(hit.rad)
        return self._new(hit) if hit.hva == "ny" else self._known(hit)

    def _new(self, hit: Match) -> DraftChange:
        row = hit.rad
        fields = dict(row.felt)
        if row.beslutning and self.planstrategi:
            fields["beslutninger"] = {self.planstrategi: ordered(row.beslutning)}
        if source := self.opphav.kilde:
            if "hendelser" in fields:
                fields["hendelser"] = [{**event, "kilde": source} for event in fields["hendelser"]]
            if "revisjon" in fields:
                fields["revisjon"] = {**fields["revisjon"], "kilde": source}
            fields["kilder"] = kilder([], self._references(row, []))
        file = f"{plan_folder(self.register, 'plan', fields.get('type', ''))}/{hit.id}.yaml"
        raw = new_file_bytes("plan", fields, depth=file.count("/"))
        lines = tuple((key, None, value) for key, value in fields.items() if key not in {"tittel", "kilder"})
        return DraftChange(
            f"plan/{hit.id}", row.tittel, file, "ny", (row.ark, row.nummer), lines, raw, tuple(row.uforstaatt),
            bare_tittel=row.bare_tittel,
        )  # fmt: skip

    def _known(self, hit: Match) -> DraftChange:
        row, plan = hit.rad, self.plans[hit.id]
        raw = self.system.contents[plan.fil]
        if not isinstance(raw, bytes):
            raise EditError(N_("{fil} kan ikke leses"), fil=plan.fil)
        document = Document.read(raw, "plan")
        source = self.opphav.kilde
        data: dict[str, Any] = without_gone(document.data, row, source, lambda one: self._references(one, []))
        changes, kept = merge_row(data, row, source)
        changes |= self._decided(data, row)
        old = data.get("kilder") or []
        if source and (new := kilder(old, self._new_references(row, old))) != old:
            changes["kilder"] = new
        for key in ("hendelser", "kilder"):
            if data.get(key) != document.data.get(key):
                changes.setdefault(key, data[key])
        if data.get("type") and row.gruppe:
            row.uforstaatt = [item for item in row.uforstaatt if (item.kolonne, item.tekst) != ("type", row.gruppe)]
        if "arbeid" in document.data and "arbeid" not in {*data, *changes}:
            changes["arbeid"] = None
        lines = tuple((key, document.data.get(key), value) for key, value in changes.items())
        for key, value in changes.items():
            if value is None:
                document.remove((key,))
            else:
                document.set((key,), value)
        return DraftChange(
            f"plan/{plan.id}", plan.tittel, plan.fil, "endret" if changes else "uendret", (row.ark, row.nummer), lines,
            document.bytes() if changes else None, tuple(row.uforstaatt), tuple(kept),
            unntak=tuple(document.dropped),
        )  # fmt: skip

    def _decided(self, data: Mapping[str, Any], row: ImportedPlan) -> dict[str, Any]:
        """Give the decisions with what the row says laid over what this planstrategi's decision says already."""
        if not row.beslutning or not self.planstrategi:
            return {}
        old = data.get("beslutninger") or {}
        mine = old.get(self.planstrategi) or {}
        new = {**mine, **row.beslutning}
        return {"beslutninger": {**old, self.planstrategi: ordered(new)}} if new != mine and new.get("valg") else {}

    def _new_references(self, row: ImportedPlan, old: list[Any]) -> list[dict[str, Any]]:
        """Give what the source says of a plan now, and did not say when the table was read last."""
        if row.forrige is None:
            return self._references(row, old)
        before, now = (self._references(one, []) for one in row.forrige)
        return [ref for ref in now if ref not in before]

    def _references(self, row: ImportedPlan, old: list[Any]) -> list[dict[str, Any]]:
        """Give what the source says of a plan: with dates, its note, and what was not understood, word for word."""
        source, place = self.opphav.kilde, self.opphav.where(row)
        head: dict[str, Any] = {"kilde": source, **({"sted": place} if place else {})}
        said = [{**head, **ref} for ref in row.kilder]
        told = _told(row)
        again = {"Årsverk"} if row.aarsverk and told else set()
        if words := [*told, *(one for one in row.ordrett if one[0] not in again)]:
            said.append({**head, "oppgir": "; ".join(on_its_line(one, text) for one, text in dict.fromkeys(words))})
        texts = {ref.get("oppgir", "") for ref in said}
        said += [
            {**head, "oppgir": on_its_line(row.heads.get(item.kolonne, item.kolonne.capitalize()), item.tekst)}
            for item in row.uforstaatt
            if item.kolonne not in _TOLD_ELSEWHERE and not any(item.tekst in text for text in texts)
        ]
        named = any(isinstance(ref, dict) and ref.get("kilde") == source for ref in old)
        said = said if said or named else [head]
        if row.notetekst:
            note = ", ".join(part for part in (self.opphav.sted, f"note {row.fotnote}") if part)
            said.append({"kilde": source, "sted": note, "oppgir": row.notetekst.rstrip(".")})
        return said

    def _note_unknown(self, row: ImportedPlan) -> None:
        """Keep in the note what was not understood or has no field, where no source can hold it."""
        say = language(self.register.plansystem.spraak).gettext
        texts = [
            (row.heads.get(item.kolonne, item.kolonne), item.tekst)
            for item in row.uforstaatt
            if item.kolonne not in _TOLD_ELSEWHERE and item.tekst
        ]
        heads = [("", row.gruppe)] if row.gruppe and row.is_under_words else []
        for head, text in dict.fromkeys([*heads, *row.ordrett, *texts]):
            told = row.felt.get("merknad", "")
            if text not in told:
                row.felt["merknad"] = noted(told, head, text, say)


def _told(row: ImportedPlan) -> list[tuple[str, str]]:
    """Give the cells that a decision is read from, or those that the plan's own work is."""
    if row.beslutning:
        return [one for one in row.sagt if one[0] != YEARS]
    heads = {row.heads[name] for name in _WORK_COLUMNS if name in row.heads and "arbeid" in row.felt}
    heads |= {"årsverk", "", YEARS} if row.aarsverk else set()
    return [one for one in row.sagt if one[0] in heads]


def on_its_line(head: str, text: str) -> str:
    """Give a cell with its head before it, on one line."""
    return f"{head}: {' '.join(text.split())}" if head else " ".join(text.split())


def ordered(decision: Mapping[str, Any]) -> dict[str, Any]:
    """Give the keys of a decision in the order of the model."""
    keys = [str(field.alias) for field in Beslutning.model_fields.values()]
    return {key: decision[key] for key in keys if key in decision}
