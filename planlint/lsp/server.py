"""The server itself: which questions it answers, and when it tells of findings without being asked."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls import uris
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from planlint import __version__
from planlint.base import Trouble
from planlint.lsp.actions import actions
from planlint.lsp.completion import complete
from planlint.lsp.findings import found
from planlint.lsp.folding import folds
from planlint.lsp.hints import hints
from planlint.lsp.hover import hover
from planlint.lsp.lens import lenses
from planlint.lsp.named_places import definition, references
from planlint.lsp.new_id import rename
from planlint.lsp.session import Session
from planlint.lsp.symbols import document_symbols, workspace_symbols
from planlint.source import PLANS
from planlint.system import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.check import Request

_SLOW = 0.05
"""Where judging takes more seconds of the processor than this, what can be told before it is told first."""
_PAUSE = 0.03
"""Seconds without a key before findings are told: what is typed in a row is judged once."""


class PlanServer(LanguageServer):
    """A language server for the one plan system that the editor has open."""

    def __init__(self, root: Path | None, request: Callable[[], Request]) -> None:
        """Keep where to look and how to judge; the plan system is opened when the editor says where it is."""
        super().__init__("planlint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Incremental)
        self.root, self.request = root, request
        self.session: Session | None = None
        self._told: dict[str, list[types.Diagnostic]] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._judging: asyncio.Future[None] | None = None
        self._seconds = 0.0

    def open(self, folder: Path) -> None:
        """Open the plan system of a folder, if there is one; say what is wrong where it cannot be."""
        try:
            self.session = Session.at(self.root or folder, self.request)
        except UsageError as error:
            self.tell(error)

    def open_beside(self, uri: str) -> None:
        """Open the plan system that a file lies in, where none is open."""
        file = uris.to_fs_path(uri)
        if self.session is None and file:
            self.open(Path(file).parent)

    def tell(self, error: Trouble) -> None:
        """Show why something cannot be done."""
        from planlint.text import language  # noqa: PLC0415 - only what goes wrong needs it

        lang = self.session.lang if self.session else language("nb")
        text = error.melding.in_language(lang)
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, text))

    def soon(self) -> None:
        """Tell of the findings when nobody has pressed a key for a moment."""
        for waiting in (self._timer, self._judging):
            if waiting:
                waiting.cancel()
        self._timer = asyncio.get_running_loop().call_later(_PAUSE, self.publish)

    def publish(self) -> None:
        """Tell of the findings: where judging takes long, at once what it does not take to see, and then the rest."""
        if self.session is None:
            return
        is_early = self._seconds > _SLOW
        began = time.process_time()
        self._tell_of(found(self.session, is_early=is_early))
        if is_early:
            self._judging = asyncio.ensure_future(self._judge(self.session))
        else:
            self._seconds = time.process_time() - began

    async def _judge(self, session: Session) -> None:
        """Judge in steps: what the editor asks meanwhile is answered, and a key gives it up."""
        with suppress(UsageError):
            for _ in session.living.judging():
                await asyncio.sleep(0)
        self._tell_of(found(session))

    def _tell_of(self, new: dict[str, list[types.Diagnostic]]) -> None:
        """Tell of every file whose findings are others than those that were told."""
        if self.session is None:
            return
        for path in sorted({*self._told, *new}):
            if self._told.get(path, []) != new.get(path, []):
                here = types.PublishDiagnosticsParams(self.session.uri(path), new.get(path, []))
                self.text_document_publish_diagnostics(here)
        self._told = new


def language_server(root: Path | None, request: Callable[[], Request]) -> PlanServer:
    """Make the server of a plan system: that of `root`, or of the folder that the editor opens.

    `request` gives, whenever it is asked, how a check would judge: the day may change while the editor is open.
    """
    server = PlanServer(root, request)
    _follow(server)
    _answer(server)
    return server


def _follow(server: PlanServer) -> None:
    """Let the server follow what is opened, written, closed, and changed on the disk by others."""

    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        if path := server.workspace.root_path:
            server.open(Path(path))
        _watch(server)
        server.soon()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        server.open_beside(params.text_document.uri)
        _written(server, params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        _written(server, params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        _from_disk(server, Session.close, [params.text_document.uri])

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_watched(params: types.DidChangeWatchedFilesParams) -> None:
        _from_disk(server, Session.saved, [change.uri for change in params.changes])


def _from_disk(server: PlanServer, take: Callable[[Session, str], None], addresses: list[str]) -> None:
    if server.session:
        for uri in addresses:
            take(server.session, uri)
        server.soon()


def _watch(server: PlanServer) -> None:
    """Ask the editor to tell what others change on the disk, where it can."""
    workspace = server.client_capabilities.workspace
    watch = workspace.did_change_watched_files if workspace else None
    if watch and watch.dynamic_registration:
        options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(f"**/{PLANS}/**")])
        one = types.Registration("plans", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        server.client_register_capability(types.RegistrationParams([one]))


def _written(server: PlanServer, uri: str) -> None:
    if server.session:
        server.session.write(uri, server.workspace.get_text_document(uri).source)
        server.soon()


def _answer(server: PlanServer) -> None:
    """Let the server answer questions about a place, a file, or the whole plan system."""

    def about_place(name: str, answer: Callable[..., Any], options: Any = None) -> None:
        def handle(params: Any) -> Any:
            return answer(server.session, params.text_document.uri, params.position) if server.session else None

        server.feature(name, options)(handle)

    def about_file(name: str, answer: Callable[..., Any]) -> None:
        def handle(params: Any) -> Any:
            return answer(server.session, params.text_document.uri) if server.session else None

        server.feature(name)(handle)

    about_place(types.TEXT_DOCUMENT_COMPLETION, complete, types.CompletionOptions(trigger_characters=[" ", "[", ","]))
    about_place(types.TEXT_DOCUMENT_HOVER, hover)
    about_place(types.TEXT_DOCUMENT_DEFINITION, definition)
    about_place(types.TEXT_DOCUMENT_REFERENCES, references)
    about_file(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, document_symbols)
    about_file(types.TEXT_DOCUMENT_CODE_LENS, lenses)
    about_file(types.TEXT_DOCUMENT_FOLDING_RANGE, folds)
    _answer_others(server)


def _answer_others(server: PlanServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    def inlay_hint(params: types.InlayHintParams) -> list[types.InlayHint] | None:
        return hints(server.session, params.text_document.uri, params.range) if server.session else None

    @server.feature(types.WORKSPACE_SYMBOL)
    def workspace_symbol(params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol] | None:
        return workspace_symbols(server.session, params.query) if server.session else None

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION)
    def code_action(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        given = params.context.diagnostics
        return actions(server.session, params.text_document.uri, given) if server.session else None

    @server.feature(types.TEXT_DOCUMENT_RENAME)
    def rename_symbol(params: types.RenameParams) -> types.WorkspaceEdit | None:
        if server.session is None:
            return None
        try:
            return rename(server.session, params.text_document.uri, params.position, params.new_name)
        except Trouble as error:
            text = error.melding.in_language(server.session.lang)
            raise JsonRpcInvalidParams(message=text) from None
