"""See that a tag, the version and the change log agree, and give what the log says about that version.

    python tools/release.py TAG FILE

Leaves with 1 and a sentence where they do not agree; else the notes of the version are written into FILE.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


class DisagreementError(Exception):
    """The tag, the version and the change log do not say the same."""


def version(root: Path = ROOT) -> str:
    """Give the version, from the one file that has it."""
    found = re.search(
        r'^__version__ = "(.+)"$', (root / "planlint/__init__.py").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert found, "hatch reads the same line"
    return found[1]


def notes(tag: str, root: Path = ROOT) -> str:
    """Give what the change log says about the version that a tag names. Raises DisagreementError."""
    if tag != f"v{version(root)}":
        message = f"Merket er {tag}, men versjonen i planlint/__init__.py er {version(root)}."
        raise DisagreementError(message)
    log = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    text = re.search(rf"^## {re.escape(tag[1:])}\n(.+?)(?=^## |\Z)", log, re.MULTILINE | re.DOTALL)
    if not text or "Ikke gitt ut ennå" in text[1]:
        message = f"CHANGELOG.md sier ikke hva som er nytt i {tag[1:]}, eller at den er gitt ut."
        raise DisagreementError(message)
    return f"{text[1].strip()}\n"


def main() -> None:
    """Write the notes of the tag that is named."""
    tag, out = sys.argv[1:]
    try:
        Path(out).write_text(notes(tag), encoding="utf-8")
    except DisagreementError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
