"""The rules: a list by what they are about, and a page for each, from the same source as `planlint explain`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.base import N_
from planlint.output import CLASS_NAMES, lov, page
from planlint.rules import RULES
from planlint.site.page import Page
from planlint.tables import PageLink
from planlint.text import SEVERITY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.rules import Rule
    from planlint.tables import Nettsted

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


@dataclass(frozen=True, slots=True)
class RuleBestemmelse:
    """A provision that a rule rests on: what it asks for in paragraphs, and its own text where that was read."""

    navn: str
    avsnitt: tuple[str, ...]
    url: str
    lovtekst: tuple[str, ...]


def _paragraph(text: str) -> tuple[str, ...]:
    """Give a paragraph of a statute in pieces for a page, without the marks of Markdown."""
    lines = (line.strip("#* ").removeprefix("- ") for line in text.split("\n"))
    return tuple(line for line in lines if line)


def _alvor(site: Nettsted, rule: Rule) -> str:
    """Give how serious the municipality has set a rule to be; "" for one that is off, by setting or by default."""
    own = site.register.plansystem.regler.get(rule.code)
    if (own and own.alvor == "av") or (rule.av_fordi and not (own and own.alvor)):
        return ""
    return site.lang.gettext(SEVERITY[(own and own.alvor) or rule.severity.value])


def _series(site: Nettsted, counts: Counter[str]) -> tuple[RuleSeries, ...]:
    _ = site.lang.gettext
    rows = [
        RuleRow(
            rule.code,
            rule.name,
            _alvor(site, rule) or _("slått av"),
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


def _rule(site: Nettsted, rule: Rule, count: int) -> dict[str, Any]:
    """Give what a rule's page shows."""
    facts = page(rule, site.lang)
    return {
        "kode": rule.code,
        "alvor": _alvor(site, rule),
        "klasse": site.lang.gettext(CLASS_NAMES[rule.klasse.value]),
        "krav": facts["krav"],
        "hvorfor": facts["hvorfor"],
        "av_fordi": facts["off"],
        "hull_naar": facts["hull"],
        "paa": facts["severity"],
        "kilde": facts["kilde"],
        "lov": [
            RuleBestemmelse(item["place"], tuple(lov(item)), item["url"], _paragraph(item["text"]))
            for item in facts["law"]
        ],
        "hjelp": facts["help"],
        "valg": {name: str(value).lower() for name, value in facts["options"].items()},
        "eksempler": [(True, item["files"], item["output"]) for item in facts["bad"]]
        + [(False, item["files"], "") for item in facts["good"]],
        "siden": facts["since"],
        "funn": count,
        "hull": sum(funn.kode == rule.code for funn in site.gaps),
    }


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the list of rules, and each rule's page."""
    _ = site.lang.gettext
    counts = Counter(funn.kode for funn in site.findings)
    yield Page(
        sti="regler.html",
        mal="regler.html.j2",
        tittel=_("Reglene"),
        beskrivelse=_("Alle reglene som planene i {kommune} blir kontrollert mot.").format(kommune=site.kommune),
        innhold={"serier": _series(site, counts), "antall": len(RULES)},
        smuler=(PageLink(_("Kontroll"), "helse.html"),),
    )
    for rule in RULES.values():
        yield Page(
            sti=f"regel/{rule.code}.html",
            mal="regel.html.j2",
            tittel=f"{rule.code} {rule.name}",
            beskrivelse=_(rule.krav),
            innhold=_rule(site, rule, counts[rule.code]),
            smuler=(PageLink(_("Kontroll"), "helse.html"), PageLink(_("Reglene"), "regler.html")),
            soekbar=False,
        )
