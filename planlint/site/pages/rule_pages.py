"""The rules: a list by what they are about, and a page for each, from the same source as `planlint explain`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.base.diagnostic import N_
from planlint.output.explain import KLASSE, lov
from planlint.output.explanation import page
from planlint.rules import RULES
from planlint.site.page import Side
from planlint.tables.page_link import PageLink
from planlint.text.names import SEVERITY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.rules.rule import Rule
    from planlint.tables.nettsted import Nettsted

_SERIER = {
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
class Regelrad:
    """A rule in the list."""

    kode: str
    navn: str
    alvor: str
    klasse: str
    krav: str
    funn: int


@dataclass(frozen=True, slots=True)
class Serie:
    """Rules about the same thing."""

    id: str
    navn: str
    rader: tuple[Regelrad, ...]


@dataclass(frozen=True, slots=True)
class Bestemmelse:
    """A provision that a rule rests on: what it asks for in paragraphs, and its own text where that was read."""

    navn: str
    avsnitt: tuple[str, ...]
    url: str
    lovtekst: str


def _alvor(site: Nettsted, rule: Rule) -> str:
    """Give how serious the municipality has set a rule to be; "" for one that is off, by setting or by default."""
    own = site.register.plansystem.regler.get(rule.code)
    if (own and own.alvor == "av") or (rule.av_fordi and not (own and own.alvor)):
        return ""
    return site.lang.gettext(SEVERITY[(own and own.alvor) or rule.severity.value])


def _serier(site: Nettsted, counts: Counter[str]) -> tuple[Serie, ...]:
    _ = site.lang.gettext
    rows = [
        Regelrad(
            rule.code,
            rule.name,
            _alvor(site, rule) or _("slått av"),
            _(KLASSE[rule.klasse.value]),
            _(rule.krav),
            counts[rule.code],
        )
        for rule in RULES.values()
    ]
    return tuple(
        Serie(series.lower(), _(name), tuple(row for row in rows if row.kode.startswith(series)))
        for series, name in _SERIER.items()
    )


def _regel(site: Nettsted, rule: Rule, count: int) -> dict[str, Any]:
    """Give what a rule's page shows."""
    facts = page(rule, site.lang)
    return {
        "kode": rule.code,
        "alvor": _alvor(site, rule),
        "klasse": site.lang.gettext(KLASSE[rule.klasse.value]),
        "krav": facts["krav"],
        "hvorfor": facts["hvorfor"],
        "av_fordi": facts["off"],
        "paa": facts["severity"],
        "kilde": facts["kilde"],
        "lov": [Bestemmelse(item["place"], tuple(lov(item)), item["url"], item["text"]) for item in facts["law"]],
        "hjelp": facts["help"],
        "valg": {name: str(value).lower() for name, value in facts["options"].items()},
        "eksempler": [(True, item["files"], item["output"]) for item in facts["bad"]]
        + [(False, item["files"], "") for item in facts["good"]],
        "siden": facts["since"],
        "funn": count,
    }


def sider(site: Nettsted) -> Iterator[Side]:
    """Yield the list of rules, and each rule's page."""
    _ = site.lang.gettext
    counts = Counter(funn.kode for funn in site.funn)
    yield Side(
        sti="regler.html",
        mal="regler.html.j2",
        tittel=_("Reglene"),
        beskrivelse=_("Alle reglene som planene i {kommune} blir kontrollert mot.").format(kommune=site.kommune),
        innhold={"serier": _serier(site, counts), "antall": len(RULES)},
        smuler=(PageLink(_("Helse"), "helse.html"),),
    )
    for rule in RULES.values():
        yield Side(
            sti=f"regel/{rule.code}.html",
            mal="regel.html.j2",
            tittel=f"{rule.code} {rule.name}",
            beskrivelse=_(rule.krav),
            innhold=_regel(site, rule, counts[rule.code]),
            smuler=(PageLink(_("Helse"), "helse.html"), PageLink(_("Reglene"), "regler.html")),
            soekbar=False,
        )
