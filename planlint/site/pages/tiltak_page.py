"""All measures: what, in which plan, for which goals, where it stands, and by when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.site.form_fields import form_of
from planlint.site.page import Page
from planlint.site.page_parts import part_title, parts_shown
from planlint.site.plan.tiltak_row import tiltak_row
from planlint.site.search_entry import list_entry
from planlint.site.sources import kilde_rows, note_of
from planlint.site.sparse_columns import kept_columns
from planlint.tables import PageLink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.base import Ord
    from planlint.model import Tiltak
    from planlint.site.plan.tiltak_row import TiltakRow
    from planlint.site.sources import KildeRow
    from planlint.tables import Nettsted, SiteFinding


PATHS = ("tiltak.html", "tiltak-*.html")
_COLUMNS: dict[str, Ord] = {
    "plan": N_("Plan"),
    "maal": N_("Mål"),
    "frist": N_("Frist"),
    "effekt": N_("Effekt"),
    "ansvarlig": N_("Ansvarlig"),
}


_NO_STATUS = N_("Registeret viser ikke statusen til noen av tiltakene.")


@dataclass(frozen=True, slots=True)
class TiltakLine:
    """A measure's row with what is said about it: sources, findings, a note, and where to propose a change."""

    rad: TiltakRow
    merknad: str
    kilder: Sequence[KildeRow]
    funn: Sequence[SiteFinding]
    hull: str
    endre: str
    skjema: str


def _kilder(site: Nettsted, tiltak: Tiltak) -> tuple[KildeRow, ...]:
    """Give a measure's sources; a quote that only says its title again is told by its place."""
    rows = kilde_rows(site, tiltak.kilder)
    return tuple(replace(row, oppgir="") if row.oppgir == tiltak.tittel else row for row in rows)


def _is_status_known(site: Nettsted) -> bool:
    """Tell whether the status of any measure is known; else it takes a column to say so of each."""
    return not site.register.tiltak or any(tiltak.status for tiltak in site.register.tiltak.values())


def _line(site: Nettsted, tiltak: Tiltak) -> TiltakLine:
    return TiltakLine(
        rad=tiltak_row(site, tiltak),
        merknad=note_of(site, tiltak),
        kilder=_kilder(site, tiltak),
        funn=site.findings_about(tiltak),
        hull=site.missing(tiltak),
        endre=site.change_address(tiltak.file),
        skjema=form_of(tiltak),
    )


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page of measures; where they are many, the pages."""
    _, parts = site.lang.gettext, site.entity_lists.tiltak
    lines = {row.id: _line(site, row) for part in parts for row in part.rows}
    kept, left_out = kept_columns(site.lang, [line.rad for line in lines.values()], _COLUMNS)
    shown = {
        "antall": len(lines),
        "forsinket": sum(line.rad.frist_ute for line in lines.values()),
        "kolonner": {**kept, "status": _is_status_known(site)},
        "utelatt": left_out if _is_status_known(site) else f"{site.lang.gettext(_NO_STATUS)} {left_out}".rstrip(),
        **parts_shown(parts, lambda row: lines[row.id].rad.lenke.tekst),
    }
    for part in parts:
        here = tuple(lines[row.id] for row in part.rows)
        yield Page(
            sti=part.sti,
            mal="tiltak.html.j2",
            tittel=part_title(site, _("Tiltak"), part),
            beskrivelse=_("Tiltakene som følger opp planene og målene til {kommune}.").format(kommune=site.kommune),
            innhold={**shown, "linjer": here},
            smuler=(PageLink(_("Tiltak"), parts[0].sti),) if part.nummer > 1 else (),
            soek=list_entry(part.nummer, (line.rad.lenke.tekst for line in here)),
        )
