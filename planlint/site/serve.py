"""Show the site while somebody edits: each page drawn when it is asked for, and the browser told to load it anew.

The site lives in memory; nothing is written. Only this server adds the script that listens, and the box that tells of a
file that cannot be read: the page of such a file stays as it was last, and the site around it is kept up to date.
"""

from __future__ import annotations

import mimetypes
import os
import threading
from concurrent.futures import Future
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import SimpleQueue
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from planlint.base import N_
from planlint.site.drawing import find_asset
from planlint.site.living_site import ShownFile
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

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
_EMPTY = """\
<!DOCTYPE html>
<html lang="{spraak}"><head><meta charset="utf-8"><title>{tittel}</title></head>
<body><main><h1>{tittel}</h1><p><a href="/">{lenke}</a></p></main></body></html>
"""
_BEAT = 10.0
_HOSTS = ("127.0.0.1", "localhost")
_BOX = (
    '<div role="alert" style="position:sticky;top:0;z-index:20;max-height:50vh;overflow:auto;padding:1rem;'
    'border-bottom:4px solid #b01b1b;background:#fff;color:#000">{}</div>'
)
_NOTE = (
    '<div role="status" style="padding:0.5rem 1rem;border-bottom:4px solid #1e5aa8;background:#fff;color:#000">{}</div>'
)
_FORMER = N_("Funnene på siden er fra før du lagret sist. De nye kommer når de er klare.")
_FOLDED, _OPEN = b'<details class="planleggere', b'<details open class="planleggere'
"""What is for planners stands open here: who edits, is one."""
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("application/wasm", ".pagefind")


class AskedFile(NamedTuple):
    """A file that somebody asks for, and where the answer comes."""

    path: str
    answer: Future[ShownFile]


class Showing:
    """What stands between the server and the one who draws: questions go one way, answers and news the other."""

    def __init__(self) -> None:
        """Begin with nothing asked."""
        self._changed = threading.Condition()
        self.inbox: SimpleQueue[AskedFile | Collection[str]] = SimpleQueue()
        self.utgave = 0
        self.spraak = "nb"
        self.slutt = False

    def ask(self, path: str) -> ShownFile:
        """Ask for a file, and wait until it is drawn."""
        question = AskedFile(path, Future())
        self.inbox.put(question)
        return question.answer.result()

    def tell(self, paths: Collection[str]) -> None:
        """Tell which files have been changed on the disk."""
        self.inbox.put(paths)

    def renew(self) -> None:
        """Let every page that is shown be loaded again."""
        with self._changed:
            self.utgave += 1
            self._changed.notify_all()

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


def as_shown(shown: ShownFile, spraak: str) -> bytes:
    """Give a page with the listening script and, where there is something to tell, the box on top.

    Where there is no page, it is one that says so, which is loaded anew, too, when the site changes.
    """
    _ = language(spraak).gettext
    notes = [_(_FORMER)] if shown.is_former and shown.data is not None else []
    if shown.data is not None:
        return _with_script(shown.data, shown.faults, notes)
    title = _("Siden kan ikke lages nå") if shown.is_undrawn else _("Siden finnes ikke")
    page = _EMPTY.format(spraak=spraak, tittel=title, lenke=_("Til forsiden"))
    return _with_script(page.encode(), shown.faults, notes)


def _with_script(page: bytes, faults: Sequence[str], notes: Sequence[str]) -> bytes:
    """Give a page with the listening script, what is for planners open, and on top what is wrong and what is old."""
    start, body, rest = page.partition(b"<body")
    tag, close, inner = rest.partition(b">")
    box = "".join(
        frame.format("".join(f"<p>{escape(text)}</p>" for text in texts))
        for frame, texts in ((_BOX, faults), (_NOTE, notes))
        if texts
    ).encode()
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
        asset = find_asset(name)
        shown = ShownFile(asset) if asset is not None else self.visning.ask(name)
        if name.endswith(".html") or shown.data is None:
            status = HTTPStatus.NOT_FOUND if shown.data is None else HTTPStatus.OK
            self._send(status, as_shown(shown, self.visning.spraak), "text/html")
        else:
            self._send(HTTPStatus.OK, shown.data, mimetypes.guess_type(name)[0] or "application/octet-stream")

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
