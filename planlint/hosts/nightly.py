"""The step of the action that keeps the issue: check today and the day it is compared with, and write what is new."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.base import Severity, today_in_oslo
from planlint.check import Request, check, diagnostics
from planlint.hosts.codeowners import repository
from planlint.hosts.gh import GhError, is_written_by, login, pages, send
from planlint.hosts.night_report import LABEL, Night, compared_with, read
from planlint.output import no_commands, uri
from planlint.system import UsageError, declared
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Mapping


def _files(env: Mapping[str, str], root: Path) -> str:
    """Give the address of the plan system's folder, as it was when this ran."""
    folder = root.resolve().relative_to(repository(root)).as_posix()
    base = f"{env['GITHUB_SERVER_URL']}/{env['GITHUB_REPOSITORY']}/blob/{env['GITHUB_SHA']}"
    return base if folder == "." else f"{base}/{uri(folder)}"


def night(env: Mapping[str, str], today: date) -> int:
    """Bring the issue up to date; give how many changes it took. Raises GhError, UsageError."""
    root, repository_ = Path(env["ROOT"]), env["GITHUB_REPOSITORY"]
    me = login()
    listed = pages(f"repos/{repository_}/issues?state=all&labels={LABEL}&per_page=100")
    issue = read(item for item in listed if is_written_by(item, me))
    system, report = check(root, Request(today))
    before = diagnostics(system, Request(compared_with(issue, today)))
    told = frozenset(item.fingerprint for item in before if item.status == "new")
    calls = Night(report, told, Severity(env["FAIL_ON"]), language(report.language), _files(env, root)).calls(issue)
    for call in calls:
        send(call.method, f"repos/{repository_}/{call.path}", call.fields)
    return len(calls)


def main(env: Mapping[str, str]) -> int:
    """Run, and give the exit code: an issue that cannot be written is a run that has failed."""
    today = date.fromisoformat(env["DATE"]) if env["DATE"] else today_in_oslo()
    lang = language(declared(Path(env["ROOT"])))
    try:
        done = night(env, today)
    except (GhError, UsageError) as error:
        why = no_commands(error.melding.in_language(lang))
        told = lang.gettext("planlint fikk ikke skrevet saken ({grunn}). Gi jobben issues: write.")
        print(f"::error::{told.format(grunn=why)}")  # noqa: T201 - the log is what a step says
        return 1
    print(lang.gettext("Saken er oppdatert.") if done else lang.gettext("Ikke noe nytt siden sist."))  # noqa: T201 - as above
    return 0


if __name__ == "__main__":
    sys.exit(main(os.environ))
