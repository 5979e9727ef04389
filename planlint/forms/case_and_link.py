"""Case numbers and web addresses as people write them: «Sak 12/26 (PS)», «www.…», a link in Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote as percent, urlsplit, urlunsplit

from planlint.base import N_, Message
from planlint.forms.form_error import FormError
from planlint.forms.quote import quote
from planlint.forms.values import line

if TYPE_CHECKING:
    from planlint.forms.field import Field

_SAK = re.compile(r"(?=.*\d)[A-Za-zÆØÅæøå0-9][A-Za-zÆØÅæøå0-9 ./-]*")
_NUMBER = re.compile(r"(?<![\d/])\d{1,5}\s*/\s*\d{2,6}(?:\s*-\s*\d{1,4})?(?![\d/])")
_CASE_WORD = re.compile(r"(?:politisk |arkiv|møte)?sak(?:snummer|snr|s)?\.?\s*(?:nummer|nr)?[.:]?\s*", re.IGNORECASE)
_MORE = re.compile(r"\d\s+[a-zæøå]")
"""Words after a case number: they are no part of it."""
_BODY_AFTER = re.compile(r"\(\s*([A-ZÆØÅ][A-Za-zÆØÅæøå]{0,4})\s*\)$")
_MARKDOWN = re.compile(r"\[(?P<text>[^\[\]]*)\]\(\s*<?(?P<url>[^\s<>]+?)>?(?:\s+\"[^\"]*\")?\s*\)[.,;]?")
_BARE = re.compile(r"(?:www\.)?[a-zæøå0-9-]+(?:\.[a-zæøå0-9-]+)+(?:[/?#].*)?", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?", re.IGNORECASE)
_SCHEME = "https://"
_PATH, _QUERY = "/-._~:!&*+,;=%@", "/-._~:!&*+,;=%@?#"


def sak(field: Field, text: str) -> str:
    """Give a case number: 12/26, PS 12/26, 2026/1234. Raises FormError for what is none, and for several."""
    text = line(field, text)
    numbers = [" ".join(number.split()) for number in _NUMBER.findall(text)]
    if len(numbers) > 1:
        text_ = N_("Feltet «{felt}» har flere saksnumre: {verdi}. Skriv det ene som vedtaket har.")
        raise FormError(text_, felt=field.label, verdi=quote(text))
    given = _NUMBER.sub(lambda match: re.sub(r"\s", "", match[0]), text).rstrip(" .,;")
    body = _BODY_AFTER.search(given)
    given = f"{body[1]} {given[: body.start()].strip()}" if body else given
    given = _CASE_WORD.sub("", given, count=1) if _CASE_WORD.match(given) or body else given
    if given and (".." in given or _MORE.search(given) or not _SAK.fullmatch(given)):
        more = Message.of_text(N_("Mener du {sak}, så skriv bare det."), sak=quote(numbers[0])) if numbers else None
        text_ = N_("Feltet «{felt}» har ikke et saksnummer: {verdi}. Skriv for eksempel 12/26.")
        raise FormError(text_, more, felt=field.label, verdi=quote(text))
    return given


def url(field: Field, text: str) -> str:
    """Give a web address that begins with https://, out of a link in Markdown where it is one. Raises FormError.

    What begins with www or a name is taken as browsers take it; letters beyond ASCII are written as the web has them.
    """
    text = line(field, text)
    if not text:
        return ""
    found = bare(text)
    if not found:
        text_ = N_("Feltet «{felt}» har ikke en adresse som kan brukes: {verdi}. Den må begynne med https://.")
        if text.lower().startswith(_SCHEME) and " " in text:
            text_ = N_("Feltet «{felt}» må ha én adresse uten mellomrom, ikke {verdi}.")
        raise FormError(text_, felt=field.label, verdi=quote(text))
    return found


def bare(text: str) -> str:
    """Give the https address that a whole text is, "" for anything else."""
    link = _MARKDOWN.fullmatch(text)
    inside = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    given = (link["url"] if link else inside).strip("<>").rstrip(".,;")
    if _BARE.fullmatch(given) and not given.lower().startswith(_SCHEME):
        given = f"{_SCHEME}{given}"
    if not given.lower().startswith(_SCHEME) or " " in given:
        return ""
    try:
        parts = urlsplit(given)
        host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    except ValueError:
        return ""
    if not _HOST.fullmatch(host):
        return ""
    rest = (percent(parts.path, _PATH), percent(parts.query, _QUERY), percent(parts.fragment, _QUERY))
    return urlunsplit(("https", host, *rest))
