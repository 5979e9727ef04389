"""Each rule's page, from the same source as `planlint explain`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.output import CLASS_NAMES, lov, page as facts_of
from planlint.rules import RULES
from planlint.site.page import Page
from planlint.tables import PageLink
from planlint.text import SEVERITY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.rules import Rule
    from planlint.tables import Nettsted

PATHS = ("regel/*.html",)


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


def alvor(site: Nettsted, rule: Rule) -> str:
    """Give how serious the municipality has set a rule to be; "" for one that is off, by setting or by default."""
    own = site.register.plansystem.regler.get(rule.code)
    if (own and own.alvor == "av") or (rule.av_fordi and not (own and own.alvor)):
        return ""
    return site.lang.gettext(SEVERITY[(own and own.alvor) or rule.severity.value])


def _rule(site: Nettsted, rule: Rule, count: int) -> dict[str, Any]:
    """Give what a rule's page shows."""
    facts = facts_of(rule, site.lang)
    return {
        "kode": rule.code,
        "alvor": alvor(site, rule),
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


def rule_counts(site: Nettsted) -> Counter[str]:
    """Count the findings of each rule."""
    return Counter(funn.kode for funn in site.findings)


def entities(site: Nettsted) -> Mapping[str, Rule]:  # noqa: ARG001 - asked as the others are
    """Give what has a page each here: the rules, by code."""
    return RULES


def page(site: Nettsted, code: str) -> Page:
    """Give the page of a rule."""
    _, rule = site.lang.gettext, RULES[code]
    return Page(
        sti=f"regel/{code}.html",
        mal="regel.html.j2",
        tittel=f"{code} {rule.name}",
        beskrivelse=_(rule.krav),
        innhold=_rule(site, rule, site.gathered(rule_counts)[code]),
        smuler=(PageLink(_("Kontroll"), "helse.html"), PageLink(_("Reglene"), "regler.html")),
        soekbar=False,
    )


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield each rule's page."""
    return (page(site, code) for code in RULES)
