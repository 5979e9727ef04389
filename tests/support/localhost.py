"""A host of repositories on this machine: an HTTP server that keeps what is written, and says no where it should."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

Answer = tuple[int, dict[str, str], Any]


class Asked(NamedTuple):
    """One request as it came in."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    fields: Any


class LocalHost:
    """A server that answers by `answer`, and remembers everything that it was asked.

    `scripted` are answers that are given first, one for each request, whatever it is.
    """

    def __init__(self) -> None:
        """Begin to listen, on this machine only."""
        self.calls: list[Asked] = []
        self.scripted: list[Answer] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.thread.start()

    @property
    def address(self) -> str:
        """Give where it is."""
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def close(self) -> None:
        """Stop."""
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def answer(self, asked: Asked) -> Answer:
        """Give status, headers and data."""
        raise NotImplementedError

    def paged(self, asked: Asked, items: list[Any], size: str = "per_page", default: int = 30) -> Answer:
        """Give a page of a list, and where the next one is in the Link header, as RFC 8288 has it."""
        number, each = int(asked.query.get("page", 1)), int(asked.query.get(size, default))
        part = items[(number - 1) * each : number * each]
        headers = {}
        if number * each < len(items):
            others = "&".join(f"{key}={value}" for key, value in asked.query.items() if key != "page")
            here = f"{self.address}{asked.path}?{others}&page="
            last = -(-len(items) // each)
            headers["Link"] = f'<{here}{number + 1}>; rel="next", <{here}{last}>; rel="last"'
        return 200, headers, part

    @property
    def written(self) -> list[tuple[str, str]]:
        """Give the changes that were asked for, as method and path; then forget all calls."""
        found = [(one.method, one.path) for one in self.calls if one.method != "GET" and "graphql" not in one.path]
        self.calls.clear()
        return found


def _handler(host: LocalHost) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def _serve(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            parts = urlsplit(self.path)
            fields = json.loads(raw) if raw else None
            asked = Asked(self.command, parts.path, dict(parse_qsl(parts.query)), dict(self.headers.items()), fields)
            host.calls.append(asked)
            status, headers, data = host.scripted.pop(0) if host.scripted else host.answer(asked)
            body = data if isinstance(data, bytes) else b"" if data is None else json.dumps(data).encode()
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = do_OPTIONS = _serve  # noqa: N815 - http.server's own names

    return Handler
