"""What somebody who edits waits for: from save to page in `serve`, and from key to diagnostics in `lsp`."""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from timing import Row, environment

PAGE, FINDINGS, KEY = "serve, fra lagring til side", "serve, funnene etter siden", "lsp, fra tast til diagnoser, p95"
_DATE = "2024-06-15"
_PAUSE = 0.5
_LONGEST = 60
_FORMER = "er fra før du lagret"
"""What a page says while its findings are those of before the last save (`planlint.site.serve`)."""


@contextmanager
def _planlint(root: Path, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start planlint in a folder, and end it."""
    command = [sys.executable, "-m", "planlint", *words]
    with subprocess.Popen(
        command, cwd=root, env={**environment(), "PLANLINT_DATE": _DATE}, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        try:
            yield process
        finally:
            process.kill()


def _peak(process: subprocess.Popen[bytes]) -> int:
    """Give the most memory that a process has had, in kB; 0 where the system does not tell."""
    status = Path(f"/proc/{process.pid}/status")
    found = re.search(r"VmHWM:\s*(\d+)", status.read_text(encoding="utf-8")) if status.exists() else None
    return int(found[1]) if found else 0


def _file(root: Path) -> Path:
    """Give the plan that is edited: the middle one by name, so that it is the same every time."""
    paths = sorted((root / "plans" / "planer").rglob("*.yaml"))
    return paths[len(paths) // 2]


class _Shown:
    """A browser with one page open."""

    def __init__(self, port: int, page: str) -> None:
        self._port, self._page = port, page
        self._stream = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self.page()
        self._stream.request("GET", "/.planlint/lytt")
        self._lines = self._stream.getresponse()
        self.event()

    def page(self) -> str:
        """Load the page."""
        asked = http.client.HTTPConnection("127.0.0.1", self._port, timeout=120)
        asked.request("GET", self._page)
        text = asked.getresponse().read().decode()
        asked.close()
        return text

    def event(self) -> None:
        """Wait until the page is to be loaded anew."""
        while not self._lines.readline().startswith(b"data: "):
            pass


def serve(root: Path, runs: int) -> list[Row]:
    """Save a plan so many times while `serve` shows its page; time the page, and the findings after it."""
    page, after, file = Row(PAGE, [], root), Row(FINDINGS, [], root), _file(root)
    text = file.read_text(encoding="utf-8")
    with _planlint(root, "serve", "--port", "0") as process:
        told = iter(lambda: process.stdout.readline() if process.stdout else b"", b"")
        port = next(int(found[1]) for line in told if (found := re.search(rb"127\.0\.0\.1:(\d+)", line)))
        shown = _Shown(port, f"/plan/{file.stem}.html")
        try:
            for number in range(runs):
                _save(shown, file, text.replace("tittel: ", f"tittel: X{number} ", 1), page, after)
                time.sleep(_PAUSE)
        finally:
            file.write_text(text, encoding="utf-8")
        page.kilobytes = after.kilobytes = _peak(process)
    return [page, after]


def _save(shown: _Shown, file: Path, text: str, page: Row, after: Row) -> None:
    """Save once; note when the page came, and how much later its findings (0 where they came with it)."""
    file.write_text(text, encoding="utf-8")
    began, late = time.perf_counter(), 0.0
    shown.event()
    html = shown.page()
    page.seconds.append(time.perf_counter() - began)
    while _FORMER in html:
        shown.event()
        html = shown.page()
        late = time.perf_counter() - began - page.seconds[-1]
    after.seconds.append(late)


class _Editor:
    """An editor as the language server sees one: messages with a length before each."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        if process.stdin is None or process.stdout is None:
            message = "a language server without streams"
            raise ValueError(message)
        self._into, self._out = process.stdin, process.stdout
        self._told = SimpleQueue[dict[str, Any]]()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        """Take in messages until the server ends."""
        length = 0
        for line in iter(self._out.readline, b""):
            if line.lower().startswith(b"content-length"):
                length = int(line.split(b":")[1])
            elif line == b"\r\n":
                self._told.put(json.loads(self._out.read(length)))

    def send(self, method: str, params: dict[str, Any], **more: int) -> None:
        """Send a message; with `id`, a question."""
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self._into.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._into.flush()

    def until(self, holds: Callable[[dict[str, Any]], bool]) -> None:
        """Wait for a message. Raises Empty where the server has not sent it within a minute."""
        while not holds(self._told.get(timeout=_LONGEST)):
            pass


def lsp(root: Path, keys: int) -> Row:
    """Press so many keys in a plan; the time that all but one in twenty of the answers came within."""
    file, row = _file(root), Row(KEY, [], root)
    uri, text = file.as_uri(), file.read_text(encoding="utf-8")

    def told(message: dict[str, Any]) -> bool:
        return message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri

    with _planlint(root, "lsp") as process:
        editor, taken = _Editor(process), list[float]()
        try:
            editor.send("initialize", {"processId": os.getpid(), "rootUri": root.as_uri(), "capabilities": {}}, id=1)
            editor.until(lambda message: message.get("id") == 1)
            editor.send("initialized", {})
            document = {"uri": uri, "languageId": "yaml", "version": 0, "text": text}
            editor.send("textDocument/didOpen", {"textDocument": document})
            for version in range(keys + 1):
                changed = [{"text": text.replace("type: ", f"type: zz{version}", 1)}]
                editor.send("textDocument/didChange", {"textDocument": {"uri": uri, "version": version + 1},
                                                       "contentChanges": changed})  # fmt: skip
                began = time.perf_counter()
                editor.until(told)
                taken.append(time.perf_counter() - began)
                time.sleep(_PAUSE * 3)
        except (Empty, BrokenPipeError):
            row.failed = "svarte ikke"
        row.kilobytes = _peak(process)
    row.seconds = sorted(taken[1:])[: max(1, round(keys * 0.95))][-1:]  # with the first key the server is still opening
    return row
