"""The step that answers a change: one comment, and safe fixes that can be taken in with one click, on any host."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.base import N_, Trouble
from planlint.hosts.choose import where
from planlint.hosts.handed_on import FOLDER, HandedOn, HandedOnError, read
from planlint.hosts.host import TakesReports, TakesSuggestions
from planlint.hosts.host_error import HostError, sentence, with_advice
from planlint.hosts.one_comment import as_plain, fitted, keep_one, mark
from planlint.hosts.suggestions import as_comment, unsaid
from planlint.output import MARKER, no_commands
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.hosts.choose import Where
    from planlint.hosts.host import Comments
    from planlint.text import Language


_NOT_THERE = {400, 422}
"""The lines are no part of the change any more, for somebody has changed it meanwhile."""
_FORK = N_("Endringen kommer fra en kopi av repositoriet (fork), og da får ikke planlint skrive kommentar. {sted}")
_SUMMARY = N_("Det samme svaret står i oppsummeringen av kjøringen.")
_IN_FILE = N_("Det samme svaret står i rapporten fra kontrollen.")


def body(handed: HandedOn, root: str, run_address: str) -> str:
    """Give the comment: the report behind our mark, and where the site will lie when it has been made."""
    text = f"{mark(root)}\n{handed.report.removeprefix(MARKER).lstrip()}"
    if handed.site:
        said = language(handed.language).gettext(
            "Nettstedet slik det blir, ligger som vedlegg («Artifacts») til [kjøringen]({adresse}) når det er laget. "
            "Last det ned, pakk det ut, og åpne index.html."
        )
        text = f"{text.rstrip()}\n\n{said.format(adresse=run_address)}\n"
    return text


def _suggest(change: Comments, handed: HandedOn, lang: Language) -> str:
    """Suggest what has not been suggested before; give what to say in the log, "" for nothing. Raises HostError."""
    if not handed.suggestions or not isinstance(change, TakesSuggestions):
        return ""
    made = 0
    fits = [one for one in handed.suggestions if one.last - one.first < change.most_lines]
    for one in unsaid(fits, change.suggested()) if fits else ():
        try:
            change.suggest(one, as_comment(one) if change.html else as_plain(as_comment(one)))
        except HostError as error:
            if error.status not in _NOT_THERE:
                raise
        else:
            made += 1
    if not made:
        return ""
    return lang.ngettext("{n} rettelse er foreslått på linjene.", "{n} rettelser er foreslått på linjene.", made)


def _report(change: Comments, handed: HandedOn, text: str) -> None:
    """Say beside the change how it went, where the host has room for that. Raises HostError."""
    if isinstance(change, TakesReports):
        rows = [row.lstrip("# ").replace("\\", "") for row in text.splitlines() if row.startswith("## ")]
        change.report("planlint", rows[0] if rows else "planlint", passed=handed.passed)


def answer(at: Where, handed: HandedOn, root: str, lang: Language) -> list[str]:
    """Write the answer; give what to say in the log. Raises HostError."""
    change = at.change
    if change is None:
        return [lang.gettext("Kjøringen gjelder ikke et endringsforslag, så det trengs ingen kommentar.")]
    text = body(handed, root, at.run)
    text = text if change.html else as_plain(text)
    said = [lang.gettext(keep_one(change, fitted(text, change.most, at.run, lang), quiet=handed.quiet))]
    _report(change, handed, handed.report)
    return [one for one in (*said, _suggest(change, handed, lang)) if one]


def run(env: Mapping[str, str]) -> list[str]:
    """Give what to say in the log. The comment is a courtesy: that it cannot be written fails no check.

    Raises HandedOnError when what the check handed on cannot be used.
    """
    handed = read(Path(env.get("HANDED_ON") or FOLDER))
    lang = language(handed.language)
    at = None
    try:
        at = where(env)
        if at.fork:
            place = _SUMMARY if env.get("GITHUB_ACTIONS") == "true" else _IN_FILE
            return [notice(env, lang.gettext(_FORK).format(sted=lang.gettext(place)))]
        return answer(at, handed, env.get("ROOT") or ".", lang)
    except HostError as error:
        why = with_advice(error, at.change.rights if at and at.change else None)
        told = lang.gettext("planlint fikk ikke skrevet kommentaren: {grunn}").format(grunn=why.in_language(lang))
        return [notice(env, sentence(told))]


def notice(env: Mapping[str, str], text: str, severity: str = "notice") -> str:
    """Give a text as the run's host shows what a reader should see: a remark on the run, or a row of the log."""
    plain = no_commands(" ".join(text.split()))
    if env.get("GITHUB_ACTIONS") == "true":
        return f"::{severity}::{plain.replace('%', '%25')}"
    if env.get("TF_BUILD", "").lower() == "true":
        kind = "error" if severity == "error" else "warning"
        return f"##vso[task.logissue type={kind}]{plain.replace('%', '%AZP25')}"
    return plain


def tell(env: Mapping[str, str], error: Trouble, lang: Language) -> str:
    """Give an error as the run's host shows it."""
    return notice(env, f"planlint: {error.melding.in_language(lang)}", "error")


def main(env: Mapping[str, str]) -> int:
    """Say in the log what was done, and give the exit code."""
    try:
        print("\n".join(run(env)))  # noqa: T201 - the log is what a step says
    except HandedOnError as error:
        print(tell(env, error, language("nb")))  # noqa: T201 - as above
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(os.environ))
