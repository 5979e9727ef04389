"""GitHub, asked through its own program `gh`, which runners have; who we are is what GH_TOKEN says."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

from planlint.base import N_, Message, Trouble, verbatim

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST = 65_000
"""Characters in a comment or an issue; GitHub says no at 65,536."""
_SECONDS = 60
_BOT = "github-actions[bot]"


class GhError(Trouble):
    """`gh` is missing, too slow, or was told no; the text is for the log."""


def _gh(*args: str, given: str = "") -> str:
    program = shutil.which("gh")
    if program is None:
        raise GhError(N_("gh er ikke installert"))
    try:
        done = subprocess.run(  # noqa: S603 - gh itself; text goes in by standard input, never as an argument
            [program, "api", *args], input=given, capture_output=True, encoding="utf-8", check=False, timeout=_SECONDS
        )
    except subprocess.TimeoutExpired:
        raise GhError(N_("GitHub svarte ikke innen {sekunder} sekunder"), sekunder=_SECONDS) from None
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise GhError(
            verbatim(said[-1]) if said else Message.of_text(N_("gh sluttet med {kode}"), kode=done.returncode)
        )
    return done.stdout


def _documents(text: str) -> Iterator[Any]:
    """Give every JSON document in a text: pages come one after the other, with or without space between."""
    decoder, at = json.JSONDecoder(), 0
    while (at := len(text) - len(text[at:].lstrip())) < len(text):
        document, at = decoder.raw_decode(text, at)
        yield document


def pages(path: str) -> list[Any]:
    """Give everything in a list, all pages of it. Raises GhError."""
    try:
        return [item for page in _documents(_gh("--paginate", path)) for item in page]
    except ValueError:
        raise GhError(N_("svaret fra GitHub kan ikke leses")) from None


def send(method: str, path: str, fields: Mapping[str, object]) -> None:
    """Create or change something. Raises GhError."""
    _gh("--method", method, path, "--input", "-", given=json.dumps(fields))


def login() -> str:
    """Give the name that we write under; where GitHub does not tell, the one that workflows have."""
    try:
        answer = json.loads(_gh("graphql", "-f", "query={viewer{login}}"))
        return str(answer["data"]["viewer"]["login"])
    except (GhError, ValueError, KeyError, TypeError):
        return _BOT


def is_written_by(item: Mapping[str, Any], name: str) -> bool:
    """Tell whether a comment or an issue was written by somebody; a bot's name is told with and without «[bot]»."""
    user = item.get("user") or {}
    return user.get("login") == name or (user.get("type") == "Bot" and user.get("login") == f"{name}[bot]")
