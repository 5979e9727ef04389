"""Show the site while somebody edits: drawn again at every save, and the browser told to load the page anew.

The site lives in memory; nothing is written. Only this server adds the script that listens, and the box that tells of a
file that cannot be read: the page of such a file stays as it was last, and the site around it is kept up to date.
"""

from __future__ import annotations

import mimetypes
import os
import tempfile
import threading
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from planlint.site.edition import FOLDER
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LISTEN = "/.planlint/lytt"
SCRIPT = "/.planlint/lytt.js"
_JS = b"""\
"use strict";
(() => {
  let first;
  const source = new EventSource("/.planlint/lytt");
  source.onmessage = (event) => {
    if (first === undefined) first = event.data;
    else if (first !== event.data) { source.close(); location.reload(); }
  };
})();
"""
_MISSING = """\
<!DOCTYPE html>
<html lang="{spraak}"><head><meta charset="utf-8"><title>{tittel}</title></head>
<body><main><h1>{tittel}</h1><p><a href="/">{lenke}</a></p></main></body></html>
"""
_INDEX = "pagefind/"
_BEAT = 10.0
_HOSTS = ("127.0.0.1", "localhost")
_BOX = (
    '<div role="alert" style="position:sticky;top:0;z-index:20;max-height:50vh;overflow:auto;padding:1rem;'
    'border-bottom:4px solid #b01b1b;background:#fff;color:#000">{}</div>'
)
_FOLDED, _OPEN = b'<details class="planleggere', b'<details open class="planleggere'
"""What is for planners stands open here: who edits, is one."""
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("application/wasm", ".pagefind")


class DrawnSite(NamedTuple):
    """A site as drawn: its files by path, what is wrong (shown on top), and pages whose file cannot be read now."""

    filer: Mapping[str, bytes]
    feil: tuple[str, ...] = ()
    uleste: frozenset[str] = frozenset()
    spraak: str = "nb"


class Showing:
    """What the server shows now. One thread draws, many read."""

    def __init__(self) -> None:
        """Begin with nothing to show."""
        self._changed = threading.Condition()
        self._files: Mapping[str, bytes] = {}
        self._faults: tuple[str, ...] = ()
        self.utgave = 0
        self.spraak = "nb"
        self.slutt = False

    def show(self, drawn: DrawnSite) -> None:
        """Show a newly drawn site; the page of a file that cannot be read is kept from before."""
        kept = {path: data for path, data in self._files.items() if path in drawn.uleste or path.startswith(_INDEX)}
        self.spraak = drawn.spraak
        self._show(kept | dict(drawn.filer), drawn.feil)

    def behold(self, faults: tuple[str, ...]) -> None:
        """Keep the whole site as it was, with what is wrong on top."""
        self._show(self._files, faults)

    def _show(self, files: Mapping[str, bytes], faults: tuple[str, ...]) -> None:
        with self._changed:
            self._files, self._faults, self.utgave = files, faults, self.utgave + 1
            self._changed.notify_all()

    def add_search(self, index: Mapping[str, bytes]) -> None:
        """Add a search index, without any page having changed."""
        with self._changed:
            pages = {path: data for path, data in self._files.items() if not path.startswith(_INDEX)}
            self._files = pages | dict(index)

    def stop(self) -> None:
        """Let everybody who waits go."""
        with self._changed:
            self.slutt = True
            self._changed.notify_all()

    def wait(self, seen: int) -> int:
        """Wait until something newer than `seen` is shown, or a moment has passed; give what is shown."""
        with self._changed:
            self._changed.wait_for(lambda: self.slutt or self.utgave != seen, _BEAT)
            return self.utgave

    def find(self, path: str) -> bytes | None:
        """Give a file, a page with the script and perhaps the box; None when there is none."""
        with self._changed:
            files, faults = self._files, self._faults
        data = files.get(path)
        return _with_script(data, faults) if data is not None and path.endswith(".html") else data

    def missing_page(self) -> bytes:
        """Give the page shown where there is no page: it, too, loads anew when the site changes."""
        _ = language(self.spraak).gettext
        page = _MISSING.format(spraak=self.spraak, tittel=_("Siden finnes ikke"), lenke=_("Til forsiden"))
        return _with_script(page.encode(), self._faults)

    @property
    def files(self) -> Mapping[str, bytes]:
        """What is shown now, by path."""
        return self._files


def _with_script(page: bytes, faults: tuple[str, ...]) -> bytes:
    """Give a page with the listening script, what is for planners open, and on top what is wrong."""
    start, body, rest = page.partition(b"<body")
    tag, close, inner = rest.partition(b">")
    box = _BOX.format("".join(f"<p>{escape(fault)}</p>" for fault in faults)).encode() if faults else b""
    script = f'<script src="{SCRIPT}" defer></script>'.encode()
    inner = inner.replace(_FOLDED, _OPEN).replace(b"</body>", script + b"</body>", 1)
    return start + body + tag + close + box + inner


class _Answers(BaseHTTPRequestHandler):
    """Answers from memory; `visning` is set on a subclass."""

    protocol_version = "HTTP/1.1"
    timeout = 60
    visning: Showing

    def do_GET(self) -> None:
        """Answer with a file, the script, or the stream of changes."""
        path = unquote(urlsplit(self.path).path)
        if self.headers.get("Host", "").partition(":")[0] not in _HOSTS:
            self._send(HTTPStatus.MISDIRECTED_REQUEST, b"", "text/plain")
        elif path == LISTEN:
            self._stream()
        elif path == SCRIPT:
            self._send(HTTPStatus.OK, _JS, "text/javascript")
        else:
            self._file(path)

    do_HEAD = do_GET  # noqa: N815 - the base class's way of naming

    def _file(self, path: str) -> None:
        name = path.removeprefix("/")
        name = name + "index.html" if not name or name.endswith("/") else name
        data = self.visning.find(name)
        if data is None:
            self._send(HTTPStatus.NOT_FOUND, self.visning.missing_page(), "text/html")
        else:
            self._send(HTTPStatus.OK, data, mimetypes.guess_type(name)[0] or "application/octet-stream")

    def _send(self, status: HTTPStatus, data: bytes, kind: str) -> None:
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        self.send_response(status)
        self.send_header("Content-Type", kind + charset)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _stream(self) -> None:
        """Tell of every change until the browser leaves or the server ends."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        seen = self.visning.utgave
        try:
            while not self.visning.slutt and self.command != "HEAD":
                self.wfile.write(f"data: {os.getpid()}-{seen}\n\n".encode())
                seen = self.visning.wait(seen)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing of each request."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two servers share a port

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away."""


def make_server(visning: Showing, port: int) -> ThreadingHTTPServer:
    """Give a server on this machine only; port 0 takes a free one. Raises OSError when the port is taken."""
    handler = type("Svar", (_Answers,), {"visning": visning})
    return _Server(("127.0.0.1", port), handler)


def make_search_index(files: Mapping[str, bytes], index: Callable[[Path], None]) -> dict[str, bytes]:
    """Make the search index of a site in a folder of its own; give its files."""
    with tempfile.TemporaryDirectory(prefix="planlint-") as name:
        folder = Path(name)
        for path, data in files.items():
            if path.endswith(".html") and not path.startswith(f"{FOLDER}/"):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(data)
        index(folder)
        found = sorted((folder / "pagefind").rglob("*"))
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found if path.is_file()}
