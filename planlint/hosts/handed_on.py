"""What the job that checks hands on to the job that answers: the report and what to do with it, in one small file.

The job that checks reads what anybody has proposed, and has no right to write. The job that answers has the right to
write a comment and reads nothing but this file, which it takes for what it is: text from a stranger.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.base import N_, Trouble
from planlint.system import declared
from planlint.text import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "svar.json"
_MOST = 4_000_000


class HandedOnError(Trouble):
    """What was handed on cannot be used; the text is for the log."""


@dataclass(frozen=True, slots=True)
class HandedOn:
    """The report, its language, whether to be `quiet` where nothing was said before, and whether a site is coming."""

    report: str
    language: str
    quiet: bool
    site: bool


def write(folder: Path, handed: HandedOn) -> None:
    """Write what is handed on to a folder of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_text(json.dumps(asdict(handed), ensure_ascii=False), encoding="utf-8")


def read(folder: Path) -> HandedOn:
    """Give what was handed on. Raises HandedOnError for what is not that, and nothing more is read of it."""
    try:
        with (folder / FILE).open("rb") as file:
            data = json.loads(file.read(_MOST))
    except (OSError, ValueError, RecursionError):
        raise HandedOnError(N_("svaret fra kontrollen kan ikke leses")) from None
    kinds = {"report": str, "language": str, "quiet": bool, "site": bool}
    if not isinstance(data, dict) or {key: type(value) for key, value in data.items()} != kinds:
        raise HandedOnError(N_("svaret fra kontrollen kan ikke leses"))
    if data["language"] not in LANGUAGES:
        raise HandedOnError(N_("svaret fra kontrollen kan ikke leses"))
    return HandedOn(**data)


def main(env: Mapping[str, str]) -> None:
    """Hand on what the check wrote, in the language that the plan system declares."""
    report = Path(env["REPORT"]).read_text(encoding="utf-8")
    code = declared(Path(env["ROOT"])) or "nb"
    write(Path(env["HANDED_ON"]), HandedOn(report, code, quiet=env["QUIET"] == "true", site=env["SITE"] == "true"))


if __name__ == "__main__":
    main(os.environ)
