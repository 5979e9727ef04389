"""A form in an issue on GitLab: from the pipeline that is about it, to a merge request and one answer in the issue.

GitLab starts no job when an issue is written. A webhook on issues can start a pipeline by a trigger, which hands on the
issue's number in the file TRIGGER_PAYLOAD (https://docs.gitlab.com/ci/triggers/#use-a-webhook); or somebody in the
municipality starts one with the number in the variable SKJEMA, and has then let the form be read. The text is always
the issue's own, asked for anew, and is read by a process that has no key.
"""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planlint.base import N_, Message, NotPlainError, read_plain
from planlint.hosts.branch import GitRefused, Repository
from planlint.hosts.choose import gitlab_issue
from planlint.hosts.codeowners import repository
from planlint.hosts.comment import tell
from planlint.hosts.form_reply import MARK, reply
from planlint.hosts.host_error import HostError, with_advice
from planlint.hosts.one_comment import fitted, keep_one
from planlint.hosts.proposals import target
from planlint.system import declared
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.hosts.gitlab import GitlabIssue
    from planlint.text import Language

_FORM = re.compile(r"\s*(?:<!-- planlint: [^\n]*? -->\s*)*#{1,6}\s*Skjema\b", re.IGNORECASE)
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_MOST, _SECONDS = 1_000_000, 300
_SECRET = re.compile(r"TOKEN|PASSWORD|SECRET|_KEY|PLANLINT_FORSLAG")
_USED, _WRONG = 0, 2
_ASK = N_(
    "Takk. En i kommunen må se på skjemaet før planlint bruker det. Til den som gjør det: start en kjøring på "
    "hovedgrenen med variabelen SKJEMA satt til {nummer}."
)


def _number(env: Mapping[str, str]) -> tuple[str, bool]:
    """Give the issue's number, and whether somebody has started this by hand. Raises HostError."""
    if _NUMBER.fullmatch(env.get("SKJEMA", "")):
        return env["SKJEMA"], True
    try:
        told: Any = json.loads(read_plain(Path(env["TRIGGER_PAYLOAD"]), _MOST))
        number = str(told["object_attributes"]["iid"]) if told["object_kind"] == "issue" else ""
    except (KeyError, TypeError, ValueError, OSError, NotPlainError, RecursionError):
        number = ""
    if not _NUMBER.fullmatch(number):
        raise HostError(N_("kjøringen sier ikke hvilken sak skjemaet står i. Skriv nummeret i variabelen SKJEMA"))
    return number, False


def _read(env: Mapping[str, str], text: str, root: Path, number: str, out: Path) -> tuple[int, dict[str, str]]:
    """Let planlint read a form and edit the files, without the key; give its exit code and what it wrote."""
    form = out / "skjema.md"
    form.write_text(text, encoding="utf-8")
    day = ["--date", env["DATE"]] if env.get("DATE") else []
    command = [sys.executable, "-I", "-m", "planlint", "form", str(form), "--root", str(root), "--issue", number]
    kept = {name: value for name, value in env.items() if not _SECRET.search(name)}
    done = subprocess.run([*command, "--out", str(out), *day], env=kept, check=False, timeout=_SECONDS)  # noqa: S603 - ourselves
    names = ("svar.md", "tittel.txt", "tekst.md")
    return done.returncode, {
        name: (out / name).read_text(encoding="utf-8") if (out / name).exists() else "" for name in names
    }


def _proposed(env: Mapping[str, str], number: str, root: Path, told: dict[str, str]) -> dict[str, str]:
    """Lay the change on its branch and propose it; give what the answer is made of. Raises GitRefused, HostError."""
    to, top = target(env), repository(root)
    at, branch, title = Repository(top, env, to), f"skjema/{number}", told["tittel.txt"].strip()
    at.git("add", "--all", "--", str(root.resolve().relative_to(top) / "plans"))
    if not at.write_commit(f"{title}\n\nFra skjemaet i sak {number}.") or not at.write_branch(branch):
        return {"STATE": "taken"}
    new = f"{env['CI_PROJECT_URL']}/-/merge_requests/new?merge_request%5Bsource_branch%5D=skjema%2F{number}"
    found = {"STATE": "pushed", "COMPARE": new, "SIGN": to.sign}
    try:
        return {**found, "PULL": str(to.on.propose(branch, to.base, title, told["tekst.md"]))}
    except HostError:
        return found


def _answer(env: Mapping[str, str], on: GitlabIssue, lang: Language) -> str:
    """Read the form, and give the answer; "" where the issue has none. Raises HostError, GitRefused."""
    number, is_let = _number(env)
    issue, root = on.issue(), Path(env.get("ROOT") or ".")
    text = str(issue.get("description") or "")
    if issue.get("state") != "opened" or not _FORM.match(text):
        return ""
    if not is_let and not on.is_known(int((issue.get("author") or {}).get("id") or 0)):
        return f"{MARK}\n{lang.gettext(_ASK).format(nummer=number)}"
    with tempfile.TemporaryDirectory() as folder:
        code, told = _read(env, text, root, number, Path(folder))
    given = {"NUMBER": number, "CODE": str(code), "ANSWER": base64.b64encode(told["svar.md"].encode()).decode()}
    if code == _USED:
        given |= _proposed(env, number, root, told)
    elif code != _WRONG or not told["svar.md"]:
        raise HostError(N_("planlint kunne ikke lese skjemaet i sak {nummer}"), nummer=number)
    return reply(given, lang)


def run(env: Mapping[str, str], lang: Language) -> Message:
    """Read the form and answer in its issue; give what was done. Raises HostError, GitRefused."""
    on = gitlab_issue(env, _number(env)[0])
    try:
        text = _answer(env, on, lang)
        if not text:
            return Message.of_text(N_("Saken har ikke noe skjema som skal leses."))
        return Message.of_text(keep_one(on, fitted(text, on.most, env.get("CI_JOB_URL", ""), lang), quiet=False))
    except HostError as error:
        raise HostError(with_advice(error, on.rights)) from None


def main(env: Mapping[str, str]) -> int:
    """Say in the log what was done, and give the exit code: a form that is not answered is a run that has failed."""
    lang = language(declared(Path(env.get("ROOT") or ".")))
    try:
        print(run(env, lang).in_language(lang))  # noqa: T201 - the log is what a step says
    except (HostError, GitRefused) as error:
        print(tell(env, error, lang))  # noqa: T201 - as above
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(os.environ))
