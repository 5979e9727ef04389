"""What can be done with a finding at a place: planlint's fixes of it, and to accept it as a known one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import CodeAction, CodeActionKind

from planlint.base import N_
from planlint.edit import Acceptance, EditError, Workspace, add
from planlint.fixes import FixRequest, each_alone
from planlint.lsp.file_changes import workspace_edit
from planlint.lsp.findings import SOURCE
from planlint.system import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lsprotocol.types import Diagnostic as Shown

    from planlint.base import Diagnostic
    from planlint.lsp.session import Session

_REASON = N_("Skriv her hvorfor kommunen godtar dette.")


def actions(session: Session, uri: str, shown: Sequence[Shown]) -> list[CodeAction]:
    """Give what can be done with the findings that the editor shows at a place."""
    marks = {one.data: one for one in shown if one.source == SOURCE and isinstance(one.data, str)}
    path = session.path(uri)
    try:
        found = [item for item in session.living.found if item.fingerprint in marks and item.place.file == path]
    except UsageError:
        return []
    return [*_fixes(session, path, found, marks), *_accepted(session, found, marks)] if found else []


def _fixes(session: Session, path: str, found: Sequence[Diagnostic], marks: dict[str, Shown]) -> Iterator[CodeAction]:
    here = {item.fingerprint for item in found}
    asked = FixRequest(select=tuple({item.code for item in found}), only=(path,), unsafe=True)
    for fix in each_alone(session.living.system, session.living.request.today, asked):
        finding = fix.proposal.finding
        if finding and finding.fingerprint in here:
            text = session.lang.render(fix.proposal.text, fix.proposal.args)
            yield CodeAction(
                text, kind=CodeActionKind.QuickFix, diagnostics=[marks[finding.fingerprint]],
                is_preferred=fix.proposal.safe, edit=workspace_edit(session, {fix.file: fix.after}),
            )  # fmt: skip


def _accepted(session: Session, found: Sequence[Diagnostic], marks: dict[str, Shown]) -> Iterator[CodeAction]:
    """Yield the new file of a known finding, with a reason that somebody has to write."""
    living, lang = session.living, session.lang
    for item in found:
        work = Workspace(living.system)
        try:
            add(work, [item], Acceptance(lang.gettext(_REASON), living.request.today, [None]))
        except EditError:
            continue
        yield CodeAction(
            lang.render(N_("Legg til som kjent avvik: {kode}"), {"kode": item.code}), kind=CodeActionKind.QuickFix,
            diagnostics=[marks[item.fingerprint]], edit=workspace_edit(session, work.changes()),
        )  # fmt: skip
