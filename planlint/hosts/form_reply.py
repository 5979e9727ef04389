"""What comes of a form in an issue: a pull request of the branch that was made, and one answer that is kept up to date.

`python -m planlint.hosts.form_reply pull` opens the pull request, or brings the open one up to date, and hands on its
number; `… answer` answers in the issue. What the reading job handed on comes in base64, and is text and nothing else.
"""

from __future__ import annotations

import base64
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.hosts.choose import form_issue
from planlint.hosts.comment import notice
from planlint.hosts.github import rights
from planlint.hosts.host_error import HostError, sentence, with_advice
from planlint.hosts.one_comment import fitted, keep_one
from planlint.system import declared
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.text import Language

MARK = "<!-- planlint-skjema -->"


def _text(env: Mapping[str, str], name: str) -> str:
    """Give what was handed on under a name; "" for what cannot be read."""
    try:
        raw = base64.b64decode(env.get(name, ""))
    except ValueError:
        return ""
    return raw.decode(errors="replace")


def _where(env: Mapping[str, str], branch: str) -> str:
    """Give where a proposal is made by hand of a branch."""
    if env.get("COMPARE"):
        return env["COMPARE"]
    return f"{env['GITHUB_SERVER_URL']}/{env['GITHUB_REPOSITORY']}/compare/{env.get('BASE', '')}...{branch}?expand=1"


def reply(env: Mapping[str, str], lang: Language) -> str:
    """Give the answer: what the form led to, and where it is, or what came in the way."""
    _, branch = lang.gettext, f"skjema/{env['NUMBER']}"
    answer = _text(env, "ANSWER").strip()
    if env.get("ASK") == "true":
        return f"{MARK}\n" + _(
            "Takk. En i kommunen må se på skjemaet før planlint bruker det. Til den som gjør det: sett merkelappen "
            "«godkjent skjema» på saken."
        )
    if env.get("PULL"):
        return f"{answer}\n\n" + _("Forslaget er {merke}{nummer}.").format(
            merke=env.get("SIGN", "#"), nummer=env["PULL"]
        )
    if env.get("STATE") == "pushed":
        said = _("planlint fikk ikke lov til å åpne forslaget. Åpne det selv: {adresse}")
        return f"{answer}\n\n{said.format(adresse=_where(env, branch))}"
    if env.get("STATE") == "taken":
        said = _(
            "Noen har arbeidet videre på grenen {gren}. Skjemaet er derfor ikke brukt på nytt; gjør resten av "
            "endringene der."
        )
        return f"{MARK}\n{said.format(gren=branch)}"
    if env.get("CODE") == "0":
        said = _("Skjemaet er lest, men forslaget kunne ikke lages. Si fra til den som har ansvaret for plansystemet.")
        return f"{MARK}\n{said}"
    return answer


def pull(env: Mapping[str, str], lang: Language) -> int:
    """Open the pull request, and hand on its number; where that is not allowed, the answer leads to where it is."""
    number: int | str = ""
    on = form_issue(env)
    try:
        number = on.propose(f"skjema/{env['NUMBER']}", env["BASE"], _text(env, "TITLE").strip(), _text(env, "TEXT"))
    except HostError as error:
        why = with_advice(error, rights("pull-requests: write"))
        told = lang.gettext("planlint fikk ikke laget forslaget: {grunn}").format(grunn=why.in_language(lang))
        print(notice(env, sentence(told)))  # noqa: T201 - the log is what a step says
    with Path(env["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as output:
        output.write(f"number={number}\n")
    return 0


def answer(env: Mapping[str, str], lang: Language) -> int:
    """Answer in the issue. Raises HostError."""
    on = form_issue(env)
    try:
        text = fitted(reply(env, lang), on.most, env.get("GITHUB_SERVER_URL", ""), lang)
        print(lang.gettext(keep_one(on, text, quiet=False)))  # noqa: T201 - as above
    except HostError as error:
        raise HostError(with_advice(error, rights("issues: write"))) from None
    return 0


def main(env: Mapping[str, str], what: str) -> int:
    """Do one of the two, and give the exit code: an answer that cannot be written is a run that has failed."""
    lang = language(declared(Path(env.get("ROOT") or ".")))
    try:
        return {"pull": pull, "answer": answer}[what](env, lang)
    except HostError as error:
        told = lang.gettext("planlint fikk ikke svart i saken: {grunn}")
        print(notice(env, sentence(told.format(grunn=error.melding.in_language(lang))), "error"))  # noqa: T201 - as above
        return 1


if __name__ == "__main__":
    sys.exit(main(os.environ, sys.argv[1]))
