"""The municipality's crest, from its file to the site: only a picture that cannot do anything, and a small one."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from planlint.base import N_, NotPlainError, read_within, why
from planlint.tables import BuildError

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.tables import Nettsted

MOST = 50_000
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "http://www.w3.org/2000/svg"
_QUIET = (
    _SVG,
    "http://www.inkscape.org/namespaces/inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/elements/1.1/",
)
"""The vocabularies that may be in a drawing: none of them but SVG's own is ever drawn or run."""
_ELEMENTS = frozenset(
    (
        *("svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "metadata", "style"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
        *("linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker"),
        *("filter", "feGaussianBlur", "feOffset", "feBlend", "feColorMatrix", "feComposite", "feFlood", "feMerge"),
        *("feMergeNode",),
    )
)
_FETCHED = re.compile(r"@import|\\|expression|javascript:|url\((?!\s*[\"']?#)", re.IGNORECASE)
_ORDERS = re.compile(r"<!ENTITY|<\?(?!xml[\s?])", re.IGNORECASE)
_PLACE = re.compile(r"\{([^}]*)\}(.*)")


@dataclass(frozen=True, slots=True)
class Crest:
    """A crest as the site has it: its path, named by what is in it, and its bytes."""

    sti: str
    data: bytes


def read_crest(site: Nettsted, root: Path | None) -> Crest | None:
    """Read the crest that plansystem.yaml names, from the folder above plans/; None where it names none.

    Raises BuildError for a file that is not there, is too large, or is another thing than a still picture.
    """
    name = site.valg.vaapen
    if not name or root is None:
        return None
    try:
        data = read_within(root, root / name, MOST)
    except NotPlainError as error:
        raise _refused(name, why(error)) from None
    except OSError as error:
        raise BuildError(N_("Kan ikke lese {fil}: {grunn}."), fil=name, grunn=why(error)) from None
    if data is None:
        raise BuildError(
            N_("Kommunevåpenet `{fil}` finnes ikke. Legg filen i mappen over plans/, eller rett `nettsted.våpen`."),
            fil=name,
        )
    if fault := _png_fault(data) if name.endswith(".png") else _svg_fault(data):
        raise _refused(name, site.lang.gettext(fault))
    digest = hashlib.sha256(data).hexdigest()[:12]
    return Crest(f"assets/vaapen-{digest}.{name.rpartition('.')[2]}", data)


def _refused(name: str, reason: object) -> BuildError:
    return BuildError(
        N_("Kommunevåpenet `{fil}` kan ikke brukes: {grunn}. Bruk en SVG eller PNG på høyst 50 kB."),
        fil=name,
        grunn=reason,
    )


def _png_fault(data: bytes) -> str:
    return "" if data.startswith(_PNG) and data[12:16] == b"IHDR" else N_("filen er ikke en PNG")


def _svg_fault(data: bytes) -> str:
    """Say what makes an SVG something else than a still picture; "" for one that is that."""
    try:
        text = data.decode("utf-8-sig")
        if _ORDERS.search(text):
            return N_("den har entiteter eller henter noe, og det trenger ikke en tegning")
        tree = ET.fromstring(text)  # noqa: S314 - there are no entities in it
    except (UnicodeDecodeError, ET.ParseError, ValueError):
        return N_("filen er ikke en SVG i UTF-8")
    if tree.tag != f"{{{_SVG}}}svg":
        return N_("filen er ikke en SVG i UTF-8")
    return next((fault for element in tree.iter() if (fault := _element_fault(element))), "")


def _element_fault(element: ET.Element) -> str:
    space, name = found.groups() if (found := _PLACE.fullmatch(str(element.tag))) else ("", element.tag)
    if space not in _QUIET or (space == _SVG and name not in _ELEMENTS):
        return N_("den har noe annet enn en tegning i seg, for eksempel et skript, et bilde eller en lenke")
    for key, value in element.attrib.items():
        plain = key.rpartition("}")[2].lower()
        leads_out = plain == "href" and not value.strip().startswith("#")
        if plain.startswith("on") or (space == _SVG and (leads_out or _FETCHED.search(value))):
            return N_("den har et skript i seg, eller henter noe fra et annet sted")
    if name == "style" and _FETCHED.search(element.text or ""):
        return N_("den har et skript i seg, eller henter noe fra et annet sted")
    return ""
