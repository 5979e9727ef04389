"""The cells whose words must be declared somewhere: sector, body, provisions, goals; and links, yes and no."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from planlint.base import N_, pieces, without_quotes
from planlint.imports.fold_words import fold
from planlint.model import VEDTAK
from planlint.words import find_times

if TYPE_CHECKING:
    from planlint.imports.declared_words import DeclaredWords
    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.table.read_table import ReadTable, TableRow

_URL = re.compile(r"https?://[^\s<>\"|]+", re.IGNORECASE)
# A heading that says that the plans below it are kommunedelplaner of the Planning and Building Act.
_BY_THE_ACT = re.compile(r"kommunedelplan.*(?:\bpbl\b|plan-? ?og bygningslov)", re.IGNORECASE | re.DOTALL)
_KOMMUNEDELPLAN = "pbl-11-1"
_YES_NO = {"ja": True, "j": True, "x": True, "nei": False, "n": False}


def read_declared(plan: ImportedPlan, row: TableRow, lookup: DeclaredWords, table: ReadTable) -> None:
    """Read the cells of a row whose words must be declared, onto its plan."""
    _responsible(plan, row, lookup, table)
    _body(plan, row, lookup)
    _basis(plan, row, lookup)
    anchors, rest = lookup.maal(row.text("forankring"))
    plan.felt |= {"forankring": anchors} if anchors else {}
    if rest:
        plan.note_unclear("forankring", rest, N_("fant ikke ett mål i kraft med det nummeret eller den tittelen"))
    if text := row.text("tema"):
        plan.felt["tema"] = [without_quotes(part) for part in pieces(text, ",;\n|")]
    for name in ("sammendrag", "arealplan_id"):
        if text := row.text(name):
            plan.felt[name] = text
    _reviewed(plan, row.text("gjennomgått"))
    _links(plan, row.text("lenke"))


def _responsible(plan: ImportedPlan, row: TableRow, lookup: DeclaredWords, table: ReadTable) -> None:
    """Read who is responsible: the column, what the title says, or a heading that is a unit."""
    heading = next((group for group in reversed(row.groups) if group.kind == "ansvarlig"), None)
    told = table.unit(row.text("ansvarlig") or row.title.labelled.get("ansvarlig", ""))
    said = told or (heading.text if heading else "")
    sector = lookup.sektor(said) if said else ""
    if not told and heading and heading.value:
        sector = heading.value
    if sector:
        plan.felt["ansvarlig"] = sector
    elif said:
        text = N_("sektoren står ikke i plansystem.yaml. Teksten er ikke tatt med, den kan være et navn")
        plan.note_unclear("ansvarlig", said, text)


def _body(plan: ImportedPlan, row: TableRow, lookup: DeclaredWords) -> None:
    """Put body and case, where they have columns of their own, on the one decision of the row."""
    events = [event for event in plan.felt.get("hendelser", []) if event["hva"] in VEDTAK]
    if text := row.text("utvalg"):
        if found := lookup.organ(text):
            plan.beslutning["utvalg"] = found
        else:
            plan.organer.setdefault(" ".join(text.split()), None)
            plan.note_unclear("organ", text, N_("organet står ikke i plansystem.yaml"))
    for name in ("organ", "sak"):
        text = row.text(name)
        if not text:
            continue
        left, place = lookup.organer.read(text if name == "organ" else f"sak {text}")
        value = place.organ if name == "organ" else place.sak
        if name == "organ" and not value:
            plan.note_unclear(name, text, N_("organet står ikke i plansystem.yaml"))
            whole = not left.strip(" .,") and place.ord
            plan.organer.setdefault(place.ord if whole else " ".join(text.split()), None)
        elif not value or left.replace("sak", "").strip(" .,"):
            plan.note_unclear(name, text, N_("forstår ikke teksten"))
        elif len(events) != 1:
            plan.note_unclear(name, text, N_("raden har ikke ett vedtak med dato som det kan høre til"))
        else:
            events[0].setdefault(name, value)
            if name == "sak" and (body := lookup.organer.read(text)[1].organ):
                events[0].setdefault("organ", body)


def read_body_of_all(plan: ImportedPlan, name: str, lookup: DeclaredWords) -> None:
    """Put the body that has adopted every plan of a table on the votes that name none and have been held.

    A row that names a body that is not declared has a body of its own.
    """
    found = lookup.organ(name)
    for event in [] if plan.organer else plan.felt.get("hendelser", []):
        if event["hva"] in VEDTAK and not {"organ", "planlagt"} & event.keys():
            event.update({"organ": found} if found else {})
            plan.organer.update({} if found else {name: None})


def _basis(plan: ImportedPlan, row: TableRow, lookup: DeclaredWords) -> None:
    """Read provisions, and whether a law requires the plan."""
    ids, rest = lookup.hjemler(row.text("hjemmel"))
    if any(_BY_THE_ACT.search(group.text) for group in row.groups):
        ids = list(dict.fromkeys([*ids, _KOMMUNEDELPLAN]))
    required = row.text("lovpålagt")
    value = _YES_NO.get(fold(required))
    if required and value is None:
        more, left = lookup.hjemler(re.sub(r"^ja\W+", "", required, flags=re.IGNORECASE))
        ids += [id_ for id_ in more if id_ not in ids]
        value = True if more and fold(required).startswith("ja") else None
        if left or not more:
            plan.note_unclear("lovpålagt", required, N_("skriv ja eller nei"))
    plan.felt |= {"lovpålagt": value} if value is not None else {}
    if value is not None:
        plan.kilder.append({"oppgir": f"{plan.heads['lovpålagt']}: {' '.join(required.split())}"})
    plan.felt |= {"hjemmel": ids} if ids else {}
    if rest:
        text = N_("planlint kjenner ikke bestemmelsen. Legg den inn under `bestemmelser` i plansystem.yaml")
        plan.note_unclear("hjemmel", rest, text)


def _reviewed(plan: ImportedPlan, text: str) -> None:
    """Read the day on which somebody went through the plan; what is vaguer, or has a doubt, is no such day."""
    found = find_times(text)
    whole = [tid for tid in found if tid.is_day and not tid.usikker and (tid.start, tid.slutt) == (0, len(text))]
    if len(whole) == len(found) == 1:
        plan.felt["gjennomgått"] = whole[0].verdi
    elif text:
        plan.note_unclear("gjennomgått", text, N_("skriv dagen, som 29.11.2026"))


def _links(plan: ImportedPlan, text: str) -> None:
    urls: list[Any] = _URL.findall(text)
    if urls:
        title = _URL.sub(" ", text).strip(" \n:()–-") or "Plandokument"
        plan.felt["lenker"] = [{"tittel": " ".join(title.split()), "url": url} for url in urls]
    elif text:
        plan.note_unclear("lenke", text, N_("teksten har ingen adresse som begynner med https://"))
