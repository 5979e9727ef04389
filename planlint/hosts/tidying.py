"""What can be tidied away on main: known findings that nothing matches any more, found by a job that may write nothing.

It hands on the names of their files, and what to say, to the job that makes the proposal (`tidying_branch`): as an
output of the step where the host has such, else in a small file.
"""

from __future__ import annotations

import base64
import json
import os
import re
import sys
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.base import N_, NN_, Trouble, today_in_oslo, write_within
from planlint.change import STALE
from planlint.check import Request, check, is_whole
from planlint.edit import EditError, Workspace, prune
from planlint.hosts.codeowners import repository
from planlint.hosts.comment import notice
from planlint.output import neutral_markdown, no_commands
from planlint.rules import RULES
from planlint.source import AVVIK
from planlint.system import UsageError, declared
from planlint.text import LANGUAGES, language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.system import System
    from planlint.text import Language

FILE = "planlint-rydding"
"""What is handed on, where a step has no outputs."""
NAMED = 100
"""As many known findings as the text of a proposal names."""
_LONGEST = 300
_MOST = 400_000
_FILE = re.compile(rf"(?:[^/\\:*?\[\]\x00-\x1f]+/)*{AVVIK}/[^/\\:*?\[\]\x00-\x1f]+\.yaml")
_TITLE = NN_("Rydd bort {n} kjent avvik som ikke gjelder lenger", "Rydd bort {n} kjente avvik som ikke gjelder lenger")
_WHY = N_(
    "Ingen funn svarer til disse kjente avvikene lenger, så filene deres kan slettes. Den som endret planene, trenger "
    "ikke å gjøre noe."
)
_CHECK = N_(
    "Noen verter, som GitHub, starter ingen kontroll av et forslag som en kjøring har laget. Lukk forslaget og åpne "
    "det igjen, så starter kontrollen. Forslaget blir holdt oppdatert hver natt."
)


class TidyingError(Trouble):
    """What was handed on cannot be used; the text is for the log."""


@dataclass(frozen=True, slots=True)
class Tidying:
    """The files to be deleted, by their paths in the repository, and title and text of the proposal."""

    files: tuple[str, ...]
    title: str
    text: str
    language: str


def find(root: Path, today: date) -> Tidying | None:
    """Give what can be tidied away; None for nothing, or where nobody can tell. Raises UsageError, EditError."""
    system, report = check(root, Request(today))
    found = [item.diagnostic.finding for item in report.findings if item.diagnostic.code == STALE]
    stale = [place for one in found for place in (one.place, *(other.place for other in one.related))]
    stale = [place for place in stale if place.file.startswith(f"{AVVIK}/")]
    if not stale or not is_whole(system):
        return None
    work = Workspace(system)
    prune(work, stale)
    gone = sorted(file for file, raw in work.files.items() if raw is None)
    folder = root.resolve().relative_to(repository(root)).as_posix()
    prefix = "" if folder == "." else f"{folder}/"
    lang = language(report.language)
    rows = "\n".join(_rows(system, gone, lang))
    text = f"{lang.gettext(_WHY)}\n\n{rows}\n\n{lang.gettext(_CHECK)}\n"
    title = lang.ngettext(*_TITLE, len(gone))
    return Tidying(tuple(prefix + file for file in gone), title, text, report.language)


def _rows(system: System, gone: list[str], lang: Language) -> Iterator[str]:
    """Give a row for each known finding: its rule, and what it was about."""
    known = {one.file: one.avvik for one in system.loaded.avvik}
    for file in gone[:NAMED]:
        rule, about = known[file].regel, known[file].gjelder
        name = f"{rule} {RULES[rule].name}" if rule in RULES else rule
        title = neutral_markdown(system.loaded.name(system.loaded.now(about)), _LONGEST)
        yield f"- {neutral_markdown(name, _LONGEST)}: {title}"
    if len(gone) > NAMED:
        yield lang.ngettext("- og {n} til", "- og {n} til", len(gone) - NAMED)


def packed(tidying: Tidying) -> str:
    """Give what is handed on as one word of text."""
    return base64.b64encode(json.dumps(asdict(tidying)).encode()).decode()


def unpacked(text: str) -> Tidying:
    """Give what was handed on. Raises TidyingError for what is not that: only known findings' files can be named."""
    try:
        data = dict(json.loads(base64.b64decode(text[:_MOST], validate=True)))
        one = Tidying(**{**data, "files": tuple(data["files"])})
    except (ValueError, TypeError, KeyError, RecursionError):
        raise TidyingError(N_("listen over kjente avvik kan ikke leses")) from None
    words = (*one.files, one.title, one.text, one.language)
    if not all(isinstance(word, str) for word in words) or one.language not in LANGUAGES or not one.files:
        raise TidyingError(N_("listen over kjente avvik kan ikke leses"))
    if not all(map(_is_known_finding, one.files)):
        raise TidyingError(N_("listen over kjente avvik kan ikke leses"))
    return one


def _is_known_finding(file: str) -> bool:
    return bool(_FILE.fullmatch(file)) and ".." not in file.split("/")


def main(env: Mapping[str, str]) -> int:
    """Hand on what can be tidied away. That nobody can tell fails no run: the check has said what is wrong."""
    root, lang = Path(env.get("ROOT") or "."), language(declared(Path(env.get("ROOT") or ".")))
    today = date.fromisoformat(env["DATE"]) if env.get("DATE") else today_in_oslo()
    try:
        found = find(root, today)
    except (UsageError, EditError) as error:
        print(notice(env, error.melding.in_language(lang)))  # noqa: T201 - the log is what a step says
        return 0
    if found is None:
        print(lang.gettext("Ingen kjente avvik å rydde bort."))  # noqa: T201 - as above
        return 0
    if env.get("GITHUB_OUTPUT"):
        with Path(env["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as out:
            out.write(f"tidying={packed(found)}\n")
    else:
        write_within(Path.cwd(), Path(env.get("TIDYING_FILE") or FILE).absolute(), packed(found))
    print(no_commands(found.title))  # noqa: T201 - as above
    return 0


if __name__ == "__main__":
    sys.exit(main(os.environ))
