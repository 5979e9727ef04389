"""The language server, started as an editor starts it and asked over its standard streams."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as t
from pygls.lsp.client import LanguageClient
from support.helpers import DATE, PLAN, fjordvik, write

from planlint.check import Request
from planlint.lsp import findings, server

PATH = "plans/planer/klimastrategi.yaml"
GOAL = "plans/maal/trygg-oppvekst.yaml"
_LONGEST = 300
"""Seconds that an editor may take from start to end, on a machine that is busy."""


class Editor:
    """An editor with one plan system open; it keeps what it is told of findings."""

    def __init__(self, root: Path) -> None:
        """Begin without a server."""
        self.root, self.client = root, LanguageClient("test", "1")
        self.found: dict[str, list[t.Diagnostic]] = {}
        self.told = asyncio.Event()
        self.version = 0

        @self.client.feature(t.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(params: t.PublishDiagnosticsParams) -> None:
            self.found[params.uri] = list(params.diagnostics)
            self.told.set()

    def uri(self, path: str) -> str:
        """Give a file's address."""
        return (self.root / path).as_uri()

    async def start(self) -> t.InitializeResult:
        """Start the server in the folder, as the command does."""
        env = {**os.environ, "PLANLINT_DATE": DATE}
        await self.client.start_io(sys.executable, "-m", "planlint", "lsp", "--lang", "nb", env=env)
        capabilities = t.ClientCapabilities()
        asked = t.InitializeParams(capabilities, root_uri=self.root.as_uri())
        result = await self.client.initialize_async(asked)
        self.client.initialized(t.InitializedParams())
        return result

    def end(self) -> None:
        """Take the server's process away, whatever it is doing: a test that has failed must not wait for it."""
        server = self.client._server  # noqa: SLF001 - the client waits for its server, and has no way to take it away
        if server is not None and server.returncode is None:
            server.kill()

    def open(self, path: str, text: str) -> None:
        """Open a file with a text that need not be on the disk."""
        self.told.clear()
        self.client.text_document_did_open(
            t.DidOpenTextDocumentParams(t.TextDocumentItem(self.uri(path), "yaml", 0, text))
        )

    def write(self, path: str, text: str) -> None:
        """Write another text."""
        self.told.clear()
        self.version += 1
        document = t.VersionedTextDocumentIdentifier(self.version, self.uri(path))
        whole = t.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(t.DidChangeTextDocumentParams(document, [whole]))

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until what is told makes something hold."""
        async with asyncio.timeout(_LONGEST / 2):
            while not holds():
                self.told.clear()
                await self.told.wait()

    def codes(self, path: str) -> set[str]:
        """Give the rules that have findings in a file."""
        return {str(one.code) for one in self.found.get(self.uri(path), [])}

    def at(self, path: str, line: int, character: int) -> dict[str, Any]:
        """Give a place, for a question."""
        return {"text_document": t.TextDocumentIdentifier(self.uri(path)), "position": t.Position(line, character)}


def edited(root: Path, doing: Callable[[Editor], Awaitable[None]]) -> None:
    """Let an editor do something with a plan system, and end."""

    async def run() -> None:
        editor = Editor(root)
        try:
            async with asyncio.timeout(_LONGEST):
                await editor.start()
                await doing(editor)
                await editor.client.shutdown_async(None)
                editor.client.exit(None)
                await editor.client.stop()
        finally:
            editor.end()

    asyncio.run(run())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Lay out a plan system with one plan that is anchored in a goal."""
    write(fjordvik(tmp_path), "planer/klimastrategi.yaml", PLAN)
    return tmp_path.resolve()


def test_findings_follow_what_is_typed_in_other_files_too(root: Path) -> None:
    """A wrong reference is told where it stands, with its rule; a goal that goes is told in the file that names it."""

    async def doing(editor: Editor) -> None:
        editor.open(PATH, PLAN)
        editor.write(PATH, PLAN.replace("trygg-oppvekst", "trygg-opvekst"))
        await editor.until(lambda: "PL102" in editor.codes(PATH))
        (one,) = [item for item in editor.found[editor.uri(PATH)] if item.code == "PL102"]
        row = PLAN.splitlines()[one.range.start.line]
        assert row.startswith("forankring")
        assert (one.range.start.character, one.range.end.character) == (13, 13 + len("trygg-opvekst"))
        editor.write(PATH, PLAN)
        await editor.until(lambda: "PL102" not in editor.codes(PATH))
        (root / GOAL).unlink()
        change = t.FileEvent(editor.uri(GOAL), t.FileChangeType.Deleted)
        editor.client.workspace_did_change_watched_files(t.DidChangeWatchedFilesParams([change]))
        await editor.until(
            lambda: any("PL102" in editor.codes(path) for path in (PATH, "plans/planer/klimastrategi.yaml"))
        )

    edited(root, doing)


def test_columns_are_counted_as_the_editor_counts_them(root: Path) -> None:
    """After an emoji, which is two to an editor, a place is still the right one, both ways."""

    async def doing(editor: Editor) -> None:
        text = PLAN.replace("forankring: [trygg-oppvekst]", "forankring: [{merknad: 🧭🧭, mål: trygg-opvekst}]")
        editor.open(PATH, PLAN)
        editor.write(PATH, text)
        await editor.until(lambda: "PL102" in editor.codes(PATH))
        (one,) = [item for item in editor.found[editor.uri(PATH)] if item.code == "PL102"]
        line = text.splitlines()[one.range.start.line]
        assert one.range.start.character == line.index("trygg-opvekst") + 2
        fixed = text.replace("opvekst", "oppvekst")
        editor.write(PATH, fixed)
        hover = await editor.client.text_document_hover_async(
            t.HoverParams(**editor.at(PATH, one.range.start.line, one.range.start.character + 1))
        )
        assert hover
        assert "maal" not in str(hover.contents)
        assert "`trygg-oppvekst`" in hover.contents.value  # type: ignore[union-attr]

    edited(root, doing)


def test_what_is_asked_about_a_place_is_answered(root: Path) -> None:  # noqa: PLR0915 - one start for all
    """Completion by title, hover, definition, references, hints, symbols, lens and folding, of one plan."""

    async def doing(editor: Editor) -> None:
        ask = editor.client
        editor.open(PATH, PLAN)
        row = PLAN.splitlines().index("forankring: [trygg-oppvekst]")
        identifier = t.TextDocumentIdentifier(editor.uri(PATH))
        half = PLAN.replace("[trygg-oppvekst]", "[try")
        editor.write(PATH, half)
        listed = await ask.text_document_completion_async(t.CompletionParams(**editor.at(PATH, row, 16)))
        assert isinstance(listed, t.CompletionList)
        goals = {item.detail: item for item in listed.items if item.detail}
        goal = goals["trygg-oppvekst"]
        assert goal.label == "Barn og unge har en trygg oppvekst"
        assert isinstance(goal.text_edit, t.TextEdit)
        assert goal.text_edit.range == t.Range(t.Position(row, 13), t.Position(row, 16))
        words = await ask.text_document_completion_async(t.CompletionParams(**editor.at(PATH, 2, 8)))
        assert isinstance(words, t.CompletionList)
        assert "vedtatt" in {item.label for item in words.items}
        fields = await ask.text_document_completion_async(t.CompletionParams(**editor.at(PATH, 0, 0)))
        assert isinstance(fields, t.CompletionList)
        assert "sammendrag" in {item.label for item in fields.items}
        editor.write(PATH, PLAN)
        where = editor.at(PATH, row, 15)
        place = await ask.text_document_definition_async(t.DefinitionParams(**where))
        assert isinstance(place, t.Location)
        assert place.uri == editor.uri(GOAL)
        sector = next(at for at, line in enumerate(PLAN.splitlines()) if line.startswith("ansvarlig"))
        declared = await ask.text_document_definition_async(t.DefinitionParams(**editor.at(PATH, sector, 12)))
        assert isinstance(declared, t.Location)
        assert declared.uri.endswith("plansystem.yaml")
        assert declared.range.start.line > 0
        used = await ask.text_document_references_async(
            t.ReferenceParams(context=t.ReferenceContext(include_declaration=False), **where)
        )
        assert used
        assert editor.uri(PATH) in {one.uri for one in used}
        everything = t.Range(t.Position(0, 0), t.Position(99, 0))
        hints = await ask.text_document_inlay_hint_async(t.InlayHintParams(identifier, everything))
        assert hints
        assert "Barn og unge har en trygg oppvekst" in {one.label for one in hints}
        symbols = await ask.text_document_document_symbol_async(t.DocumentSymbolParams(identifier))
        assert symbols
        assert symbols[0].name == "Klimastrategi for Fjordvik"
        found = await ask.workspace_symbol_async(t.WorkspaceSymbolParams("trygg opp"))
        assert found
        assert found[0].name == "Barn og unge har en trygg oppvekst"
        lens = await ask.text_document_code_lens_async(t.CodeLensParams(t.TextDocumentIdentifier(editor.uri(GOAL))))
        assert lens
        assert lens[0].command
        assert "forankret i dette målet" in lens[0].command.title
        folds = await ask.text_document_folding_range_async(t.FoldingRangeParams(identifier))
        assert folds
        events = PLAN.splitlines().index("hendelser:")
        assert (events, events + 1) in {(one.start_line, one.end_line) for one in folds}

    edited(root, doing)


def test_a_finding_can_be_mended_or_accepted_and_an_id_renamed(root: Path) -> None:
    """The fix changes the id alone, the known finding is a new file, and the rename edits all files in one go."""

    async def doing(editor: Editor) -> None:
        ask = editor.client
        text = PLAN.replace("trygg-oppvekst", "trygg-opvekst")
        editor.open(PATH, text)
        await editor.until(lambda: "PL102" in editor.codes(PATH))
        (one,) = [item for item in editor.found[editor.uri(PATH)] if item.code == "PL102"]
        asked = t.CodeActionParams(t.TextDocumentIdentifier(editor.uri(PATH)), one.range, t.CodeActionContext([one]))
        actions = await ask.text_document_code_action_async(asked)
        assert actions
        fix = next(item for item in actions if "trygg-oppvekst" in item.title)
        assert isinstance(fix, t.CodeAction)
        assert fix.edit
        assert fix.edit.document_changes
        (document,) = fix.edit.document_changes
        assert isinstance(document, t.TextDocumentEdit)
        assert [edit.new_text for edit in document.edits] == ["forankring: [trygg-oppvekst]\n"]
        known = next(item for item in actions if "kjent avvik" in item.title)
        assert isinstance(known, t.CodeAction)
        assert known.edit
        assert [type(step) for step in known.edit.document_changes or ()] == [t.CreateFile, t.TextDocumentEdit]
        editor.write(PATH, PLAN)
        row = PLAN.splitlines().index("forankring: [trygg-oppvekst]")
        where = editor.at(PATH, row, 15)
        edit = await ask.text_document_rename_async(t.RenameParams(new_name="trygge-barn", **where))
        assert edit
        assert edit.document_changes
        assert isinstance(edit.document_changes[0], t.RenameFile)
        changed = {step.text_document.uri for step in edit.document_changes if isinstance(step, t.TextDocumentEdit)}
        assert {editor.uri(PATH), editor.uri(GOAL.replace("trygg-oppvekst", "trygge-barn"))} <= changed
        with pytest.raises(Exception, match="kan ikke være en id"):
            await ask.text_document_rename_async(t.RenameParams(new_name="Ikke OK", **where))

    edited(root, doing)


def test_half_a_file_and_half_a_declaration_stop_nothing(root: Path) -> None:
    """Whatever is on the screen, the server goes on answering; mended, it says what it said before."""

    async def doing(editor: Editor) -> None:
        declared = (root / "plans/plansystem.yaml").read_text(encoding="utf-8")
        system = "plans/plansystem.yaml"
        editor.open(system, declared)
        editor.write(system, declared[: len(declared) // 2] + '\n"')
        await editor.until(lambda: bool(editor.codes(system)))
        editor.write(system, "format: 99\n")
        await editor.until(lambda: any(one.code is None for one in editor.found[editor.uri(system)]))
        for text in ("\x00", "[", "a: {b", "", "æ: 🧭\ufeff", PLAN):
            editor.open(PATH, text)
            await editor.client.text_document_completion_async(t.CompletionParams(**editor.at(PATH, 0, 1)))
            await editor.client.text_document_hover_async(t.HoverParams(**editor.at(PATH, 0, 1)))
            await editor.client.text_document_folding_range_async(
                t.FoldingRangeParams(t.TextDocumentIdentifier(editor.uri(PATH)))
            )
        editor.write(system, declared)
        await editor.until(lambda: not editor.found.get(editor.uri(system)))

    edited(root, doing)


def test_what_takes_no_judging_is_told_first(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where judging is slow, a wrong value is told of at once, and then all of it; a key in between gives it up."""
    monkeypatch.setattr(server, "_SLOW", -1.0)
    told: list[set[str]] = []

    async def run() -> None:
        editor = server.PlanServer(root, lambda: Request(date.fromisoformat(DATE), places=False))
        editor.open(root)
        monkeypatch.setattr(
            editor,
            "text_document_publish_diagnostics",
            lambda params: told.append({str(one.code) for one in params.diagnostics}) if PATH in params.uri else None,
        )
        assert editor.session
        editor.publish()
        assert editor._judging  # noqa: SLF001 - what it is doing
        await editor._judging  # noqa: SLF001 - as above
        for text in ("status: vedtat\n", "status: vedtat\nmerknad: Ny\n"):
            editor.session.write((root / PATH).as_uri(), f"tittel: Klima\ntype: strategi\n{text}")
            editor.soon()
            editor.publish()
            await asyncio.sleep(0)
        early = told[-1]
        await editor._judging  # noqa: SLF001 - as above
        assert "PL006" in early
        assert told[-1] != early
        assert editor._told == findings.found(editor.session)  # noqa: SLF001 - what it has told

    asyncio.run(run())
