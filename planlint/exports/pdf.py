"""A Word file as PDF, by LibreOffice where it is installed: tagged, with bookmarks, so that it can be read aloud."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.tables import BuildError

if TYPE_CHECKING:
    from datetime import date

_PROGRAMS = ("soffice", "libreoffice")
_PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice", "C:/Program Files/LibreOffice/program/soffice.com")
_OPTIONS = '{"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}'
_SECONDS = 180
_DATO = re.compile(rb"(/(?:Creation|Mod)Date\(D:)\d{14}[^)]*(?=\))")
_ID_MARK = re.compile(rb"(?<=[</])[0-9A-F]{32}(?=[>\s/])")


def libreoffice() -> str:
    """Give the command that starts LibreOffice; "" where it is not installed."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), "")
    return found or next((place for place in _PLACES if Path(place).is_file()), "")


def as_pdf(word: bytes, day: date) -> bytes:
    """Give a Word file as PDF. Raises BuildError where LibreOffice is missing or gives up."""
    program = libreoffice()
    if not program:
        raise BuildError(
            N_(
                "PDF lages av LibreOffice, som ikke er installert her. Lag nettstedet med `planlint build`, og skriv "
                "ut planstrategiens side til PDF fra nettleseren."
            )
        )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "vedlegg.docx"
        source.write_bytes(word)
        _run(program, source)
        made = source.with_suffix(".pdf")
        if not made.is_file():
            raise BuildError(
                N_("LibreOffice laget ingen PDF. Skriv Word-filen med --format docx, og lagre den som PDF.")
            )
        return _fast(made.read_bytes(), day)


def _fast(pdf: bytes, day: date) -> bytes:
    """Give a PDF that was made on the day: the same content is the same bytes, and each stays where it is."""
    made = f"{day:%Y%m%d}000000".encode()
    pdf = _DATO.sub(lambda found: found[1] + made + found[0][len(found[1]) + len(made) :], pdf)
    end = pdf.rfind(b"/ID")
    if end < 0:
        return pdf
    head, tail = pdf[:end], pdf[end:]
    mark = hashlib.md5(head, usedforsecurity=False).hexdigest().upper().encode()
    return head + _ID_MARK.sub(mark, tail)


def _run(program: str, source: Path) -> None:
    """Let LibreOffice convert the file, with a profile of its own, so that one that is open is left alone."""
    profile = (source.parent / "profil").as_uri()
    command = [program, "--headless", f"-env:UserInstallation={profile}", "--convert-to"]
    command += [f"pdf:writer_pdf_Export:{_OPTIONS}", "--outdir", os.fspath(source.parent), os.fspath(source)]
    try:
        subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS)  # noqa: S603 - no shell reads it
    except (OSError, subprocess.TimeoutExpired):
        raise BuildError(
            N_("LibreOffice svarte ikke. Skriv Word-filen med --format docx, og lagre den som PDF.")
        ) from None
