"""What the job that checks hands on to the job that answers: the report and what to do with it, in one small file.

The job that checks reads what anybody has proposed, and has no right to write. The job that answers has the right to
write a comment and reads nothing but this file, which it takes for what it is: text from a stranger.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planlint.base import N_, Trouble, read_plain, today_in_oslo, write_within
from planlint.change import GitError, is_touched
from planlint.hosts.codeowners import repository
from planlint.hosts.host import Suggestion
from planlint.hosts.suggestions import MOST, WIDEST, is_sound, suggestions
from planlint.system import declared
from planlint.text import LANGUAGES, language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.text import Language

FILE = "svar.json"
FOLDER = "planlint-svar"
REPORT = "planlint.md"
_MOST = 4_000_000


class HandedOnError(Trouble):
    """What was handed on cannot be used; the text is for the log."""


@dataclass(frozen=True, slots=True)
class HandedOn:
    """The report, its language, whether to be `quiet` where nothing was said before, and whether a site is coming.

    `passed` tells how the check went; `suggestions` are safe fixes of lines that the change has written.
    """

    report: str
    language: str
    quiet: bool
    site: bool
    passed: bool = True
    suggestions: tuple[Suggestion, ...] = ()


def write(folder: Path, handed: HandedOn) -> None:
    """Write what is handed on to a folder of its own. Raises OSError, also for a link that a change has brought."""
    write_within(folder.parent, folder / FILE, json.dumps(asdict(handed), ensure_ascii=False))


def read(folder: Path) -> HandedOn:
    """Give what was handed on. Raises HandedOnError for what is not that, and nothing more is read of it."""
    try:
        return _handed(json.loads(read_plain(folder / FILE, _MOST)))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        raise HandedOnError(N_("svaret fra kontrollen kan ikke leses")) from None


def _handed(data: Any) -> HandedOn:
    kinds = {"report": str, "language": str, "quiet": bool, "site": bool, "passed": bool, "suggestions": list}
    _must({key: type(value) for key, value in dict(data).items()} == kinds)
    _must(data["language"] in LANGUAGES and len(data["suggestions"]) <= MOST)
    return HandedOn(**{**data, "suggestions": tuple(map(_suggestion, data["suggestions"]))})


def _suggestion(data: Any) -> Suggestion:
    kinds = {"file": str, "first": int, "last": int, "lines": list, "said": str, "mark": str}
    _must({key: type(value) for key, value in dict(data).items()} == kinds)
    _must(all(isinstance(line, str) for line in data["lines"]) and len(data["said"]) <= 2 * WIDEST)
    one = Suggestion(**{**data, "lines": tuple(data["lines"])})
    _must(is_sound(one))
    return one


def _must(right: bool) -> None:  # noqa: FBT001 - it is the question
    if not right:
        raise ValueError


def _prefix(root: Path) -> str:
    """Give the way from the repository to the plan system's folder: "" or "folder/"."""
    folder = root.resolve().relative_to(repository(root)).as_posix()
    return "" if folder == "." else f"{folder}/"


def _head(env: Mapping[str, str]) -> str:
    """Give the newest commit of the change itself, where what is checked is the change merged."""
    return env.get("HEAD_SHA") or env.get("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA") or "HEAD"


def _is_elsewhere(root: Path, base: str) -> bool:
    """Tell whether a change is known to leave plans and templates as they were."""
    try:
        return bool(base) and not is_touched(root, base, "HEAD", ("plans", "templates"))
    except GitError:
        return False


def _report(env: Mapping[str, str], code: str, lang: Language) -> str:
    """Give the report; where the check could not be made, a sentence that leads to the log."""
    try:
        return read_plain(Path(env.get("REPORT") or REPORT), _MOST).decode()
    except FileNotFoundError:
        if code in {"0", "1"}:
            raise
    said = lang.gettext("Plansystemet kunne ikke kontrolleres. Loggen i kjøringen sier hva som må rettes.")
    return f"## planlint\n\n{said}\n"


def handed_on(env: Mapping[str, str]) -> HandedOn:
    """Give what is handed on of a check that has been made. Raises OSError where there is no report.

    REPORT, ROOT, BASE (what the change is compared with), CODE (how the check went) and DATE are the step's own; QUIET
    and SITE are told by who knows.
    """
    root, base, code = Path(env.get("ROOT") or "."), env.get("BASE", ""), env.get("CODE") or "0"
    spoken = declared(root) or "nb"
    report = _report(env, code, language(spoken))
    quiet = env["QUIET"] == "true" if env.get("QUIET") else code == "0" and _is_elsewhere(root, base)
    day = date.fromisoformat(env["DATE"]) if env.get("DATE") else today_in_oslo()
    found: list[Suggestion] = []
    if base and code in {"0", "1"} and not quiet:
        found = suggestions(root, _prefix(root), (base, _head(env)), day, language(spoken))
    return HandedOn(report, spoken, quiet, env.get("SITE") == "true", code == "0", tuple(found))


def main(env: Mapping[str, str]) -> int:
    """Hand on what the check wrote, in the language that the plan system declares; give the exit code."""
    try:
        write(Path(env.get("HANDED_ON") or FOLDER), handed_on(env))
    except OSError as error:
        print(f"planlint: {error.filename}: {error.strerror}", file=sys.stderr)  # noqa: T201 - the log is what a step says
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(os.environ))
