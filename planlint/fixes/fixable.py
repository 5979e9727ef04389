"""What `planlint fix` can mend, by rule: safely, or only as a guess that a person should read.

A fix is safe when it never changes what a file means, or when the meaning is certain. This file is the catalogue that
`planlint explain` reads, so it imports next to nothing; the fixes themselves stand in files of their own.
"""

from __future__ import annotations

from typing import NamedTuple

from planlint.base import N_

FORM = "form"
"""Key order, line ends and trailing blanks: mended as well, but no rule asks for it."""


class Mended(NamedTuple):
    """What is mended of a rule's findings: by itself, and with --unsafe only. "": nothing."""

    trygg: str = ""
    utrygg: str = ""


FIXES: dict[str, Mended] = {
    "PL002": Mended(
        N_("en fil som er lagret som UTF-16"), N_("en fil som ser ut til å være lagret i Windows-tegnsett")
    ),
    "PL003": Mended(N_("et felt som står to ganger med samme verdi")),
    "PL004": Mended(
        N_("et feltnavn uten æ, ø og å eller med store bokstaver, et kolon uten mellomrom, og en id lik filnavnet"),
        N_("et feltnavn som ligner på ett som finnes"),
    ),
    "PL006": Mended(
        N_(
            "en verdi der formen er feil og meningen sikker: en dato med fire sifre i året, ja og nei, en liste som er "
            "skrevet som én verdi, en periode med strek, tall i anførselstegn og norske bokstaver"
        ),
        N_("en dato med to sifre i året, en verdi som ligner på en som finnes, og et felt uten verdi (tas bort)"),
    ),
    "PL007": Mended(
        N_("et filnavn som ikke kan være id (alt som viser til filen, følger med), og endelsen"),
        N_("en fil i en mappe med skrivefeil"),
    ),
    "PL008": Mended(N_("en tvetydig verdi (settes i anførselstegn)")),
    "PL102": Mended(N_("en id som har fått nytt navn"), N_("en id som ligner på en som finnes")),
    "PL103": Mended(N_("en plan som står som mål i `forankring`, eller omvendt")),
    "PL210": Mended(N_("et avtrykk som stemmer, men er skrevet på en annen måte")),
    "PL402": Mended(
        N_("status, når den siste hendelsen er et vedtak med organ og saksnummer"), N_("status etter andre hendelser")
    ),
    "PL404": Mended(
        N_("status, når planen som erstatter, er vedtatt med organ og saksnummer"),
        N_("status, når vedtaket av den nye planen mangler organ eller saksnummer"),
    ),
    "PL409": Mended(
        N_("status som mangler, når den siste hendelsen er et vedtak med organ og saksnummer"),
        N_("status som mangler, etter andre hendelser"),
    ),
    "PL705": Mended(N_("et delmål med stor bokstav eller mellomrom (13.A)")),
    "PL901": Mended(
        N_("siste dag med fire sifre i året, skrevet på en annen måte"), N_("siste dag med to sifre i året")
    ),
    "PL903": Mended(
        N_("et unntak som ingenting treffer (tas bort)"),
        N_("et unntak som ingenting treffer, når regelen har et funn et annet sted i filen (tas bort)"),
    ),
    "PL904": Mended(N_("en kode med små bokstaver"), N_("en kode som ligner på en som finnes")),
    "PL905": Mended(
        N_("et avvik som ingenting treffer (tas bort)"), N_("et avvik for en fil som ikke finnes (tas bort)")
    ),
}


def fix_kinds(code: str) -> dict[str, str]:
    """Give what is mended of a rule's findings, in bokmål, by `safe` and `unsafe`."""
    found = FIXES.get(code, Mended())
    return {kind: text for kind, text in (("safe", found.trygg), ("unsafe", found.utrygg)) if text}
