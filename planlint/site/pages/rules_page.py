"""The rules: a list by what they are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.output import CLASS_NAMES
from planlint.rules import RULES
from planlint.site.page import Page
from planlint.site.pages.rule_page import alvor, rule_counts
from planlint.tables import PageLink

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from planlint.tables import Nettsted

PATHS = ("regler.html",)
_SERIES = {
    "PL0": N_("Filene: form og felt"),
    "PL1": N_("Referanser og overlapp"),
    "PL2": N_("Forankring"),
    "PL3": N_("Datoer og revisjon"),
    "PL4": N_("Status og vedtak"),
    "PL5": N_("Planstrategien"),
    "PL6": N_("Lovkrav"),
    "PL7": N_("Mål, indikatorer, tiltak og utfordringer"),
    "PL8": N_("Språk og kilder"),
    "PL9": N_("Kjente avvik, unntak og innstillinger"),
}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule in the list."""

    kode: str
    navn: str
    alvor: str
    klasse: str
    krav: str
    funn: int


@dataclass(frozen=True, slots=True)
class RuleSeries:
    """Rules about the same thing."""

    id: str
    navn: str
    rader: tuple[RuleRow, ...]


def _series(site: Nettsted, counts: Counter[str]) -> tuple[RuleSeries, ...]:
    _ = site.lang.gettext
    rows = [
        RuleRow(
            rule.code,
            rule.name,
            alvor(site, rule) or _("slått av"),
            _(CLASS_NAMES[rule.klasse.value]),
            _(rule.krav),
            counts[rule.code],
        )
        for rule in RULES.values()
    ]
    return tuple(
        RuleSeries(series.lower(), _(name), tuple(row for row in rows if row.kode.startswith(series)))
        for series, name in _SERIES.items()
    )


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the list of rules."""
    _, counts = site.lang.gettext, site.gathered(rule_counts)
    yield Page(
        sti="regler.html",
        mal="regler.html.j2",
        tittel=_("Reglene"),
        beskrivelse=_("Alle reglene som planene i {kommune} blir kontrollert mot.").format(kommune=site.kommune),
        innhold={"serier": _series(site, counts), "antall": len(RULES)},
        smuler=(PageLink(_("Kontroll"), "helse.html"),),
    )
