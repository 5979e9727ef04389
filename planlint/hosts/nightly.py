"""The step of the action that keeps the issue: check today and the day it is compared with, and write what is new."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.base import Severity, today_in_oslo
from planlint.check import Request, check, diagnostics
from planlint.hosts.choose import files, issues
from planlint.hosts.codeowners import repository
from planlint.hosts.comment import notice
from planlint.hosts.host_error import HostError, sentence, with_advice
from planlint.hosts.night_report import LABEL, Night, carry_out, compared_with, read
from planlint.output import uri
from planlint.system import UsageError, declared
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.hosts.host import Issues


def _files(env: Mapping[str, str], root: Path) -> str:
    """Give the address of the plan system's folder, as it was when this ran."""
    folder = root.resolve().relative_to(repository(root)).as_posix()
    return files(env) if folder == "." else f"{files(env)}/{uri(folder)}"


def night(env: Mapping[str, str], root: Path, on: Issues, today: date) -> int:
    """Bring the issue up to date; give how many steps it took. Raises HostError, UsageError."""
    issue = read(on.issues(LABEL))
    system, report = check(root, Request(today))
    before = diagnostics(system, Request(compared_with(issue, today)))
    told = frozenset(item.fingerprint for item in before if item.status == "new")
    fail_on = Severity(env.get("FAIL_ON") or "feil")
    steps = Night(report, told, fail_on, language(report.language), _files(env, root)).steps(issue)
    return carry_out(steps, on)


def main(env: Mapping[str, str]) -> int:
    """Run, and give the exit code: an issue that cannot be written is a run that has failed."""
    today = date.fromisoformat(env["DATE"]) if env.get("DATE") else today_in_oslo()
    root = Path(env.get("ROOT") or ".")
    lang, on = language(declared(root)), None
    try:
        on = issues(env)
        done = night(env, root, on, today)
    except (HostError, UsageError) as error:
        why = with_advice(error, on.rights if on else None) if isinstance(error, HostError) else error.melding
        told = lang.gettext("planlint fikk ikke skrevet saken: {grunn}").format(grunn=why.in_language(lang))
        print(notice(env, sentence(told), "error"))  # noqa: T201 - the log is what a step says
        return 1
    print(lang.gettext("Saken er oppdatert.") if done else lang.gettext("Ikke noe nytt siden sist."))  # noqa: T201 - as above
    return 0


if __name__ == "__main__":
    sys.exit(main(os.environ))
