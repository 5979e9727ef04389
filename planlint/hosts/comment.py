"""The one comment on a pull request: made the first time, edited after that, never doubled, never somebody else's."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.base import N_, Ord
from planlint.hosts.gh import MOST, GhError, is_written_by, login, pages, send
from planlint.hosts.handed_on import HandedOn, HandedOnError, read
from planlint.output import MARKER, no_commands
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Mapping


def mark(root: str) -> str:
    """Give the mark that our comment begins with; each plan system in a repository has its own."""
    folder = Path(root).as_posix()
    return MARKER if folder == "." else MARKER.replace(" -->", f" {folder.replace('--', '- -')} -->")


def body(handed: HandedOn, root: str, run_address: str) -> str:
    """Give the comment: the report behind our mark, and where the site will lie when it has been made."""
    text = f"{mark(root)}\n{handed.report.removeprefix(MARKER).lstrip()}"
    if handed.site:
        said = language(handed.language).gettext(
            "Nettstedet slik det blir, ligger som vedlegg («Artifacts») til [kjøringen]({adresse}) når det er laget. "
            "Last det ned, pakk det ut, og åpne index.html."
        )
        text = f"{text.rstrip()}\n\n{said.format(adresse=run_address)}\n"
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
    """Give what to say in the log. The comment is a courtesy: that it cannot be written fails no check.

    Raises HandedOnError when what the check handed on cannot be used.
    """
    handed = read(Path(env["HANDED_ON"]))
    lang = language(handed.language)
    if env["HEAD_REPOSITORY"] != env["GITHUB_REPOSITORY"]:
        return "::notice::" + lang.gettext(
            "Endringen kommer fra en kopi av repositoriet (fork), og da får ikke planlint skrive kommentar. "
            "Det samme svaret står i oppsummeringen av kjøringen."
        )
    address = f"{env['GITHUB_SERVER_URL']}/{env['GITHUB_REPOSITORY']}/actions/runs/{env['GITHUB_RUN_ID']}"
    text = body(handed, env["ROOT"], address)
    try:
        return lang.gettext(post(env["GITHUB_REPOSITORY"], env["PULL_REQUEST"], text, quiet=handed.quiet))
    except GhError as error:
        why = no_commands(error.melding.in_language(lang))
        told = lang.gettext("planlint fikk ikke skrevet kommentaren ({grunn}). Gi jobben pull-requests: write.")
        return f"::notice::{told.format(grunn=why)}"


def main(env: Mapping[str, str]) -> int:
    """Say in the log what was done, and give the exit code."""
    try:
        print(run(env))  # noqa: T201 - the log is what a step says
    except HandedOnError as error:
        print(f"::error::planlint: {no_commands(error.melding.in_language(language('nb')))}")  # noqa: T201 - as above
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(os.environ))
