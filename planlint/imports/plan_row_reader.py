"""A row of a table becomes a plan: what is understood as the keys of a file, and what is not, with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from planlint.base import N_, Message, pieces, without_quotes
from planlint.imports import times
from planlint.imports.fold_words import fold
from planlint.imports.row_text import SharedPart, parts, sentence, sources, title_and_star
from planlint.imports.status_reading import StatusReading
from planlint.model import VEDTAK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.base import SayableText
    from planlint.imports.declared_words import DeclaredWords
    from planlint.imports.status_cell import StatusReader

_URL = re.compile(r"https?://[^\s<>\"|]+", re.IGNORECASE)
_YES_NO = {"ja": True, "j": True, "x": True, "nei": False, "n": False}
_STORY = ("vedtatt", "status", "rullering", "oppstart", "ferdig")
_WORD_OF = {"vedtatt": "vedtatt", "status": "", "rullering": "rulleres", "oppstart": "oppstart", "ferdig": "ferdig"}


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A text that was not understood: in which column, and why."""

    kolonne: str
    tekst: str
    grunn: Message


@dataclass(slots=True)
class ImportedPlan:
    """A plan as a row tells of it. `soft` are keys that are inferred: they fill what is missing, and change nothing."""

    ark: str
    nummer: int
    tittel: str
    gruppe: str = ""
    id: str = ""
    felt: dict[str, Any] = field(default_factory=dict)
    soft: set[str] = field(default_factory=set)
    kilder: list[dict[str, Any]] = field(default_factory=list)
    uforstaatt: list[NotUnderstood] = field(default_factory=list)
    bare_tittel: bool = False
    fotnote: str = ""
    notetekst: str = ""

    def note_unclear(self, kolonne: str, tekst: str, grunn: SayableText | Message, **args: object) -> None:
        """Note a text that was not understood."""
        self.uforstaatt.append(NotUnderstood(kolonne, " ".join(tekst.split()), Message.of_text(grunn, **args)))


class RowReader:
    """Reads rows for one municipality."""

    def __init__(self, oppslag: DeclaredWords, status: StatusReader) -> None:
        """Keep what is declared, and the reader of statuses."""
        self.oppslag = oppslag
        self.status = status

    def read(self, cells: Mapping[str, str], group: str, ark: str, number: int) -> list[ImportedPlan]:
        """Give the plans of a row: one, or the parts of a kommuneplan that share it."""
        title, star = title_and_star(cells["tittel"])
        if found := parts(title, cells.get("status", "")):
            return [self._part(cells, part, group, ark, number) for part in found]
        row = self._row({**cells, "tittel": title}, group, ark, number)
        row.fotnote = star
        return [row]

    def _part(self, cells: Mapping[str, str], part: SharedPart, group: str, ark: str, number: int) -> ImportedPlan:
        row = self._row({**cells, "tittel": part.tittel, "status": part.tekst}, group, ark, number, part.rolle)
        row.kilder = [{**ref, "oppgir": part.linje} for ref in row.kilder]
        return row

    def _row(self, cells: Mapping[str, str], group: str, ark: str, number: int, role: str = "") -> ImportedPlan:
        row = ImportedPlan(ark, number, cells["tittel"], group, cells.get("id", ""))
        row.bare_tittel = not any(text for name, text in cells.items() if name not in {"tittel", "nummer"})
        row.felt["tittel"] = row.tittel
        self._type(row, cells, role)
        self._story(row, cells)
        self._period(row, cells.get("periode", ""))
        self._declared(row, cells)
        for name in ("sammendrag", "arealplan_id"):
            if text := cells.get(name):
                row.felt[name] = text
        self._reviewed(row, cells.get("gjennomgått", ""))
        self._links(row, cells.get("lenke", ""))
        return row

    def _type(self, row: ImportedPlan, cells: Mapping[str, str], role: str) -> None:
        """Set the type: by the type column, or inferred from the heading above and the title."""
        types = self.oppslag.plansystem.plantyper
        if role:
            among = [id_ for id_, kind in types.items() if kind.rolle == role]
            row.felt |= {"type": among[0]} if len(among) == 1 else {}
            return
        told = cells.get("type", "")
        word = told or row.gruppe
        found, among = self.oppslag.type_of(word, row.tittel) if word else ("", [])
        if found:
            row.felt["type"] = found
            row.soft |= set() if told and self.oppslag.plantype(told) else {"type"}
            return
        if word and not (not told and self.oppslag.sektor(row.gruppe)):
            known = N_('kan være `{typer}`. Velg med --type "{ord}=ID"')
            unknown = N_('ingen plantype i plansystem.yaml heter det. Si hvilken det er med --type "{ord}=ID"')
            row.note_unclear("type", word, known if among else unknown, ord=word, typer=", ".join(among))
        else:
            row.note_unclear("type", "", N_("tabellen sier ikke hvilken plantype det er"))

    def _story(self, row: ImportedPlan, cells: Mapping[str, str]) -> None:
        """Read the columns that tell the plan's story: what was decided first, so that the status comes last."""
        for name in _STORY:
            text = cells.get(name, "")
            if not text:
                continue
            lest = self.status.read(text, _WORD_OF[name], StatusReading(status=row.felt.get("status", "")))
            for rest in lest.rest:
                row.note_unclear(name, rest, N_("forstår ikke teksten"))
            row.kilder += sources(text, lest) if name in {"status", "vedtatt"} else []
            self._keep(row, lest)
        self._decided(row, cells)

    def _keep(self, row: ImportedPlan, lest: StatusReading) -> None:
        if lest.status:
            row.felt["status"] = lest.status
        for name in ("revisjon", "arbeid"):
            if found := getattr(lest, name):
                row.felt[name] = {**row.felt.get(name, {}), **found}
        events = row.felt.get("hendelser", [])
        new = [event for event in lest.hendelser if event not in events]
        if events or new:
            row.felt["hendelser"] = [*events, *new]
        if lest.merknad:
            row.felt["merknad"] = " ".join(sentence(text) for text in lest.merknad)

    def _decided(self, row: ImportedPlan, cells: Mapping[str, str]) -> None:
        """Put body and case, where they have columns of their own, on the one decision of the row."""
        events = [event for event in row.felt.get("hendelser", []) if event["hva"] in VEDTAK]
        for name in ("organ", "sak"):
            text = cells.get(name, "")
            if not text:
                continue
            left, found = self.status.organer.read(text if name == "organ" else f"sak {text}")
            value = found.get(name, "")
            if name == "organ" and not value:
                row.note_unclear(name, text, N_("organet står ikke i plansystem.yaml"))
            elif not value or left.replace("sak", "").strip(" .,"):
                row.note_unclear(name, text, N_("forstår ikke teksten"))
            elif len(events) != 1:
                row.note_unclear(name, text, N_("raden har ikke ett vedtak med dato som det kan høre til"))
            else:
                events[0].setdefault(name, value)

    def _period(self, row: ImportedPlan, text: str) -> None:
        found = times.periode(text)
        if found is None:
            row.note_unclear("periode", text, N_("forstår ikke perioden. Skriv første og siste år, som 2016–2020"))
        if not found and (inferred := times.period_in_title(row.tittel)):
            row.felt["periode"] = inferred
            row.soft.add("periode")
        elif found:
            row.felt["periode"] = found

    def _reviewed(self, row: ImportedPlan, text: str) -> None:
        """Read the day on which somebody went through the plan; what is vaguer, or has a doubt, is no such day."""
        found = times.find_times(text)
        whole = [tid for tid in found if tid.is_day and not tid.usikker and (tid.start, tid.slutt) == (0, len(text))]
        if len(whole) == len(found) == 1:
            row.felt["gjennomgått"] = whole[0].verdi
        elif text:
            row.note_unclear("gjennomgått", text, N_("skriv dagen, som 29.11.2026"))

    def _declared(self, row: ImportedPlan, cells: Mapping[str, str]) -> None:
        """Read the columns whose words must be declared somewhere: sector, provisions, goals, yes or no."""
        told = cells.get("ansvarlig", "")
        sector = self.oppslag.sektor(told) if told else self.oppslag.sektor(row.gruppe) if row.gruppe else ""
        if sector:
            row.felt["ansvarlig"] = sector
        elif told:
            row.note_unclear(
                "ansvarlig",
                told,
                N_("sektoren står ikke i plansystem.yaml. Teksten er ikke tatt med, den kan være et navn"),
            )
        ids, rest = self.oppslag.hjemler(cells.get("hjemmel", ""))
        row.felt |= {"hjemmel": ids} if ids else {}
        if rest:
            row.note_unclear(
                "hjemmel",
                rest,
                N_("planlint kjenner ikke bestemmelsen. Legg den inn under `bestemmelser` i plansystem.yaml"),
            )
        anchors, rest = self.oppslag.maal(cells.get("forankring", ""))
        row.felt |= {"forankring": anchors} if anchors else {}
        if rest:
            row.note_unclear("forankring", rest, N_("fant ikke ett mål i kraft med det nummeret eller den tittelen"))
        if text := cells.get("lovpålagt", ""):
            value = _YES_NO.get(fold(text))
            row.felt |= {"lovpålagt": value} if value is not None else {}
            if value is None:
                row.note_unclear("lovpålagt", text, N_("skriv ja eller nei"))
        if text := cells.get("tema", ""):
            row.felt["tema"] = [without_quotes(part) for part in pieces(text, ",;\n|")]
        if text := cells.get("merknad", ""):
            row.felt["merknad"] = " ".join(part for part in (row.felt.get("merknad", ""), text) if part)

    def _links(self, row: ImportedPlan, text: str) -> None:
        urls = _URL.findall(text)
        if urls:
            title = _URL.sub(" ", text).strip(" \n:()–-") or "Plandokument"
            row.felt["lenker"] = [{"tittel": " ".join(title.split()), "url": url} for url in urls]
        elif text:
            row.note_unclear("lenke", text, N_("teksten har ingen adresse som begynner med https://"))
