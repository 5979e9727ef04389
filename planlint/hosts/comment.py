"""The one comment on a pull request: made the first time, edited after that, never doubled, never somebody else's."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.base import N_, Ord
from planlint.hosts.gh import MOST, GhError, is_written_by, login, pages, send
from planlint.output import MARKER, no_commands
from planlint.system import declared
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Mapping


def mark(root: str) -> str:
    """Give the mark that our comment begins with; each plan system in a repository has its own."""
    folder = Path(root).as_posix()
    return MARKER if folder == "." else MARKER.replace(" -->", f" {folder.replace('--', '- -')} -->")


def body(report: str, root: str, preview: str) -> str:
    """Give the comment: the report behind our mark, and where the site can be fetched."""
    text = f"{mark(root)}\n{report.removeprefix(MARKER).lstrip()}"
    if preview:
        said = language(declared(Path(root))).gettext(
            "Se nettstedet slik det blir: [last det ned]({adresse}), pakk det ut, og åpne index.html."
        )
        text = f"{text.rstrip()}\n\n{said.format(adresse=preview)}\n"
    return text[:MOST]


def post(repository: str, number: str, text: str, *, quiet: bool) -> Ord:
    """Make or edit our comment; `quiet`: make none where there is none. Give what was done. Raises GhError."""
    first, _, _ = text.partition("\n")
    me = login()
    listed = pages(f"repos/{repository}/issues/{number}/comments?per_page=100")
    mine = [item for item in listed if (item["body"] or "").startswith(first) and is_written_by(item, me)]
    if mine and mine[0]["body"].replace("\r\n", "\n").strip() == text.strip():
        return N_("Kommentaren er den samme som før.")
    if mine:
        send("PATCH", f"repos/{repository}/issues/comments/{mine[0]['id']}", {"body": text})
        return N_("Kommentaren er oppdatert.")
    if quiet:
        return N_("Endringen gjelder ikke plansystemet, så det trengs ingen kommentar.")
    send("POST", f"repos/{repository}/issues/{number}/comments", {"body": text})
    return N_("Kommentaren er skrevet.")


def run(env: Mapping[str, str]) -> str:
    """Give what to say in the log. The comment is a courtesy: that it cannot be written fails no check."""
    lang = language(declared(Path(env["ROOT"])))
    if env["HEAD_REPOSITORY"] != env["GITHUB_REPOSITORY"]:
        return "::notice::" + lang.gettext(
            "Endringen kommer fra en kopi av repositoriet (fork), og da får ikke planlint skrive kommentar. "
            "Det samme svaret står i oppsummeringen av kjøringen."
        )
    report = Path(env["REPORT"]).read_text(encoding="utf-8")
    text = body(report, env["ROOT"], env["PREVIEW"])
    try:
        return lang.gettext(post(env["GITHUB_REPOSITORY"], env["PULL_REQUEST"], text, quiet=env["QUIET"] == "true"))
    except GhError as error:
        why = no_commands(error.melding.in_language(lang))
        told = lang.gettext("planlint fikk ikke skrevet kommentaren ({grunn}). Gi jobben pull-requests: write.")
        return f"::notice::{told.format(grunn=why)}"


if __name__ == "__main__":
    print(run(os.environ))  # noqa: T201 - the log is what a step says
