"""Before anything reads a file: what it really is, and whether it is safe. Every refusal is one sentence."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from planlint.base import N_, TOO_LARGE, NotPlainError, Ord, read_plain
from planlint.imports.cells import ImportFault
from planlint.imports.part import Part
from planlint.imports.scan import BROKEN, Scan

if TYPE_CHECKING:
    from pathlib import Path

MAX_FILE = 50 << 20
MAX_XML = {".xlsx": 64 << 20, ".docx": 12 << 20}  # a document is held whole in memory, some 18 times as large
_MAX_MEMBERS = 5000
_CHUNK = 1 << 16
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIN = {
    ".xlsx": b"spreadsheetml.sheet.main+xml",
    ".docx": b"wordprocessingml.document.main+xml",
}
_OTHER = {
    ".xls": N_("Excel-filer av den gamle typen .xls kan ikke leses. Åpne filen i Excel, og lagre den som .xlsx."),
    ".xlsb": N_("Binære Excel-filer (.xlsb) kan ikke leses. Åpne filen i Excel, og lagre den som .xlsx."),
    ".doc": N_("Word-filer av den gamle typen .doc kan ikke leses. Åpne filen i Word, og lagre den som .docx."),
    ".pdf": N_("PDF kan ikke leses sikkert. Kopier tabellen over i Excel, og lagre den som .xlsx."),
    ".ods": N_("OpenDocument kan ikke leses. Lagre regnearket som .xlsx."),
    ".odt": N_("OpenDocument kan ikke leses. Lagre dokumentet som .docx."),
}
_MACRO = N_("Filen har makroer, og slike filer åpnes ikke. Lagre den som {riktig} uten makroer.")
_MACRO_TYPES = {".xlsm": ".xlsx", ".xltm": ".xlsx", ".docm": ".docx", ".dotm": ".docx"}
TEXT = (".csv", ".tsv", ".txt")


def read_bytes(path: Path) -> bytes:
    """Give a file's bytes. Raises ImportFault when it is empty or too large, OSError when it cannot be read."""
    try:
        raw = read_plain(path, MAX_FILE, follow=True)
    except NotPlainError as error:
        if error.variant != TOO_LARGE:
            raise
        text = N_("Filen er større enn {grense} MB, og det er grensen. Del den, eller ta bort bildene.")
        raise ImportFault(text, grense=MAX_FILE >> 20) from None
    if not raw.strip():
        raise ImportFault(N_("Filen er tom."))
    return raw


def kind_of(suffix: str, raw: bytes) -> str:
    """Give ".xlsx", ".docx" or ".csv". Raises ImportFault for what cannot be read, or is not what its name says."""
    suffix = suffix.lower()
    if suffix in _MACRO_TYPES:
        raise ImportFault(_MACRO, riktig=_MACRO_TYPES[suffix])
    if raw.startswith(_OLE) and suffix not in _OTHER:
        raise ImportFault(_ole(raw))
    if suffix in _OTHER:
        raise ImportFault(_OTHER[suffix])
    if suffix not in {*_MAIN, *TEXT}:
        text = N_("Filtypen «{endelse}» kan ikke leses. planlint leser .xlsx, .csv og .docx.")
        raise ImportFault(text, endelse=suffix or N_("uten endelse"))
    is_zip = raw.startswith(b"PK\x03\x04")
    if (suffix in _MAIN) != is_zip:
        raise ImportFault(
            N_("Innholdet er noe annet enn navnet sier: dette er ikke en {endelse}-fil. Åpne den og lagre på nytt."),
            endelse=suffix,
        )
    return suffix if suffix in _MAIN else ".csv"


def _ole(raw: bytes) -> Ord:
    if _ENCRYPTED in raw:
        return N_("Filen er beskyttet med passord. Åpne den, ta bort passordet, og lagre den på nytt.")
    return N_("Filen er av den gamle typen (.xls eller .doc). Åpne den, og lagre den som .xlsx eller .docx.")


def safe_zip(raw: bytes, suffix: str) -> tuple[io.BytesIO, Scan]:
    """Give a copy of an Office file that holds only what was looked through, and what the look found.

    Only XML is copied, pictures and the like become empty; so whoever reads the copy reads what was judged here.
    Raises ImportFault for a bomb, macros, a password, XML that declares entities, and for what is broken.
    """
    scan, copied = Scan(suffix), io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(copied, "w") as new:
            members = _members(old, suffix)
            left = MAX_XML[suffix]
            for name, member in members.items():
                text = _xml(old, member, scan, left) if name.endswith((".xml", ".rels")) else b""
                left -= len(text)
                new.writestr(zipfile.ZipInfo(member.filename), text)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError, ValueError) as error:
        raise ImportFault(BROKEN) from error
    if scan.has_macros:
        raise ImportFault(_MACRO, riktig=suffix)
    if _MAIN[suffix] not in scan.content_types:
        raise ImportFault(N_("Innholdet er noe annet enn navnet sier: dette er ikke en {endelse}-fil."), endelse=suffix)
    copied.seek(0)
    return copied, scan


def _members(archive: zipfile.ZipFile, suffix: str) -> dict[str, zipfile.ZipInfo]:
    """Give the files inside by their names in small letters, so that two of one name cannot hide behind each other."""
    members = {info.filename.lower(): info for info in archive.infolist() if not info.is_dir()}
    if len(members) > _MAX_MEMBERS or len(members) != sum(not info.is_dir() for info in archive.infolist()):
        raise ImportFault(N_("Filen er bygget på en måte som Office ikke gjør, og åpnes ikke."))
    if any(info.flag_bits & 1 for info in members.values()):
        raise ImportFault(N_("Filen er beskyttet med passord. Ta bort passordet, og lagre den på nytt."))
    if any(name.endswith("vbaproject.bin") for name in members):
        raise ImportFault(_MACRO, riktig=suffix)
    return members


def _xml(archive: zipfile.ZipFile, member: zipfile.ZipInfo, scan: Scan, left: int) -> bytes:
    """Unpack one XML file bit by bit, and look through it on the way. Raises ImportFault as `safe_zip`."""
    parts, size = [], 0
    part = Part(scan, member.filename)
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > left:
                text = N_("Filen pakker seg ut til mer enn {grense} MB tekst, og åpnes ikke.")
                raise ImportFault(text, grense=MAX_XML[scan.suffix] >> 20)
            part.feed(chunk)
            parts.append(chunk)
    part.feed(b"", last=True)
    return b"".join(parts)
