"""PL803: a link that is no https address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from planlint.base import Finding, Place, RuleClass, Severity
from planlint.rules.rule import FindingText, finding, rule
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Plansystem
    from planlint.register import Register


def _is_host(url: str) -> bool:
    """Tell whether an address names a host with a dot in it, and a port that can exist."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port  # reading it is what checks it
    except ValueError:
        return False
    labels = host.split(".")
    return len(labels) > 1 and all(labels)


def fault_variant(url: str) -> str | None:
    """Give the variant of the text that says what is wrong with an address; None when nothing is."""
    scheme, colon, _ = url.partition("://")
    scheme = scheme.lower()
    if not colon or scheme not in {"http", "https"}:
        return ""
    if any(not char.isprintable() or char in ' <>"' for char in url) or not _is_host(url):
        return "ugyldig"
    return "http" if scheme == "http" else None


def _plansystem(system: Plansystem) -> Iterator[Finding]:
    """Yield the faulty addresses of sources, provisions and declarations in plansystem.yaml."""
    addresses: list[tuple[tuple[str, ...], str | None]] = [
        (("kilder", id_, "url"), kilde.url) for id_, kilde in system.kilder.items()
    ]
    addresses += [(("bestemmelser", id_, "lenke"), own.lenke) for id_, own in system.bestemmelser.items()]
    addresses += [
        (("nettsted", "tilgjengelighetserklæring"), system.nettsted.tilgjengelighetserklaering),
        (("nettsted", "personvernerklæring"), system.nettsted.personvernerklaering),
    ]
    for path, url in addresses:
        variant = fault_variant(url) if url else None
        if variant is not None:
            yield Finding("plansystem", Place(PLANSYSTEM, path), variant=variant)


@rule(
    "PL803",
    "ugyldig-lenke",
    Severity.ADVARSEL,
    RuleClass.FORMAT,
    kilde="planlints format for lenker og kilder",
    krav="En lenke er en hel nettadresse som begynner med https://.",
    hvorfor=(
        "Lenkene blir vist på nettstedet. En ufullstendig adresse virker ikke, og http:// uten s er ikke kryptert. "
        "planlint åpner ikke lenkene, og sier derfor ikke om sidene finnes."
    ),
    tekst=FindingText(
        melding="Lenken er ikke en nettadresse som begynner med https://.",
        merke="ikke en https-adresse",
        hjelp="skriv hele adressen slik den står i nettleseren, med `https://` først.",
    ),
    varianter={
        "http": FindingText(
            melding="Lenken begynner med http://, som ikke er kryptert.",
            merke="uten s",
            hjelp="bytt ut http:// med https://, og se at siden fortsatt åpnes.",
        ),
        "ugyldig": FindingText(
            melding="Lenken er ikke en gyldig nettadresse.",
            merke="mellomrom, feil tegn eller ikke noe gyldig nettsted",
            hjelp="kopier adressen på nytt fra nettleseren.",
        ),
    },
    felt=("lenker",),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the faulty addresses in `lenker` of plans and planstrategier, and of plansystem.yaml."""
    yield from _plansystem(register.plansystem)
    for entity in register.entities_with_hendelser():
        for index, lenke in enumerate(entity.lenker):
            variant = fault_variant(lenke.url)
            if variant is not None:
                yield finding(entity, "lenker", index, "url", variant=variant)
