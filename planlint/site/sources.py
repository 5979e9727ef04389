"""Where an entity's facts come from, as a page shows it: the source, the place in it, and its own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.tables import safe_url
from planlint.text import EVENT_NAMES, STATUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model import Indikator, Kildehenvisning, Maal, Plan, Tiltak, Utfordring
    from planlint.tables import Nettsted


@dataclass(frozen=True, slots=True)
class KildeRow:
    """A source: its title and address, the place in it, what it says word by word, and the facts it gives."""

    tittel: str
    url: str
    sted: str
    oppgir: str
    fakta: str


def _facts(site: Nettsted, ref: Kildehenvisning) -> str:
    _, organ = site.lang.gettext, site.register.plansystem.organer.get(ref.organ or "")
    found = (
        _(EVENT_NAMES[ref.hva]) if ref.hva else "",
        site.lang.tidspunkt(ref.dato) if ref.dato else "",
        organ.navn if organ else ref.organ or "",
        _("sak {sak}").format(sak=ref.sak) if ref.sak else "",
        _("status: {status}").format(status=_(STATUS[ref.status])) if ref.status else "",
    )
    return ", ".join(part for part in found if part)


def note_of(site: Nettsted, entity: Maal | Plan | Tiltak | Indikator | Utfordring) -> str:
    """Give an entity's note; what is a source's own words stands in quotation marks, with that source behind it."""
    note = entity.merknad or ""
    said = next((ref for ref in entity.kilder if note and _words(note) in _words(ref.oppgir or "")), None)
    if said is None:
        return note
    declared = site.register.plansystem.kilder.get(said.kilde)
    told = [declared.tittel if declared else said.kilde]
    told += [site.lang.tidspunkt(declared.dato)] if declared and declared.dato else []
    return f"{site.lang.quoted(note.rstrip('.'))} ({', '.join(told)})"


def _words(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def kilde_rows(site: Nettsted, refs: Sequence[Kildehenvisning]) -> tuple[KildeRow, ...]:
    """Give the sources in the order of the file; one that plansystem.yaml does not know goes by its id."""
    rows = []
    for ref in refs:
        source = site.register.plansystem.kilder.get(ref.kilde)
        title, url = (source.tittel, safe_url(source.url)) if source else (ref.kilde, "")
        rows.append(KildeRow(title, url, ref.sted or "", ref.oppgir or "", _facts(site, ref)))
    return tuple(rows)
