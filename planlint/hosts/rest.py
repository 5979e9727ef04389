"""A host's REST interface, asked with Python's standard library: one server, one key, and nothing goes anywhere else.

The key is sent to the server that the run names as its own and to no other: an answer that sends us on to another
server is an error, and so is a next page that lies elsewhere. Proxies and certificates are those of the machine
(HTTPS_PROXY, NO_PROXY, SSL_CERT_FILE). A host that asks us to wait is waited for, but not long.
"""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urljoin
from urllib.request import Request, build_opener

from planlint.base import N_, why
from planlint.hosts.host_error import HostError, refused
from planlint.hosts.rate_limit import asked_to_wait
from planlint.hosts.same_server import SameServer, origin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from email.message import Message as Headers

_SECONDS = 60
_PATIENCE = 90
"""Seconds that we wait in all for a host that asks us to."""
_LARGEST = 20_000_000
_PAGES = 200
_NEXT = re.compile(r'<([^<>]*+)>\s*+;[^,<]*\brel="?next"?')
_NOT_KNOWN, _SIGN_IN = 401, 203  # Azure DevOps answers whom it does not know with a page to sign in on


class Answer(NamedTuple):
    """What a host answered: its headers, and the data of it (None where there is none)."""

    headers: Headers
    data: Any


@dataclass
class Rest:
    """A server's interface: its address, what is sent with each request, and what the host is called."""

    base: str
    headers: Mapping[str, str]
    name: str
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], float] = time.time
    waited: float = field(default=0, init=False)

    def __post_init__(self) -> None:
        """Hold the server fast. Raises HostError."""
        self.base = self.base.rstrip("/")
        self._origin = origin(self.base)
        self._open = build_opener(SameServer()).open

    def address(self, path: str, **asked: object) -> str:
        """Give the address of something below the interface; a whole one must be the same server's."""
        address = path if "://" in path else f"{self.base}/{path.lstrip('/')}"
        if origin(address) != self._origin:
            raise HostError(N_("verten viste videre til en annen adresse ({adresse}), og dit går ikke nøkkelen"),
                            adresse=address)  # fmt: skip
        return f"{address}{'&' if '?' in address else '?'}{urlencode(asked)}" if asked else address

    def send(self, method: str, path: str, fields: object = None, **asked: object) -> Answer:
        """Ask for something, or change it. Raises HostError, which says what is wrong and what can be done."""
        data = None if fields is None else json.dumps(fields).encode()
        kind = {"Content-Type": "application/json"} if data is not None else {}
        headers = {"User-Agent": "planlint", "Accept": "application/json", **kind, **self.headers}
        request = Request(self.address(path, **asked), data, headers, method=method)  # noqa: S310 - http(s), see origin
        while True:
            try:
                return self._once(request)
            except HTTPError as error:
                told = _told(error)
                if not self._waits(error.code, error.headers):
                    raise refused(self.name, error.code, error.headers, told) from None

    def _once(self, request: Request) -> Answer:
        try:
            with self._open(request, timeout=_SECONDS) as answer:
                raw, status, headers = answer.read(_LARGEST + 1), answer.status, answer.headers
        except HTTPError:
            raise
        except TimeoutError:
            raise HostError(
                N_("{vert} svarte ikke innen {sekunder} sekunder"), vert=self.name, sekunder=_SECONDS
            ) from None
        except URLError as error:
            reason = why(error.reason) if isinstance(error.reason, OSError) else error.reason
            raise HostError(N_("{vert} kan ikke nås: {grunn}"), vert=self.name, grunn=reason) from None
        except (OSError, HTTPException) as error:
            reason = why(error) if isinstance(error, OSError) else type(error).__name__
            raise HostError(N_("{vert} kan ikke nås: {grunn}"), vert=self.name, grunn=reason) from None
        if status == _SIGN_IN:
            raise refused(self.name, _NOT_KNOWN, headers, b"")
        return Answer(headers, self._read(raw))

    def _read(self, raw: bytes) -> Any:
        if not raw.strip():
            return None
        try:
            return json.loads(raw) if len(raw) <= _LARGEST else json.loads("")
        except (ValueError, RecursionError):
            raise HostError(N_("svaret fra {vert} kan ikke leses"), vert=self.name) from None

    def _waits(self, status: int, headers: Headers) -> bool:
        """Wait as a host asks us to, and tell whether to try again."""
        seconds = asked_to_wait(status, headers, self.now())
        if seconds is None or self.waited + seconds > _PATIENCE:
            return False
        self.sleep(seconds)
        self.waited += max(seconds, 1)
        return True

    def pages(self, path: str, **asked: object) -> Iterator[Any]:
        """Yield what a list has, page by page, as its Link header leads. Raises HostError."""
        address = self.address(path, **asked)
        for _ in range(_PAGES):
            answer = self.send("GET", address)
            yield from self.listed(answer.data)
            found = _NEXT.search(answer.headers.get("Link") or "")
            if not found:
                return
            address = urljoin(address, found[1])

    def listed(self, data: Any) -> list[Any]:
        """Give a list of things that have fields. Raises HostError for what is none."""
        if not isinstance(data, list) or not all(isinstance(item, dict) for item in data):
            raise HostError(N_("svaret fra {vert} kan ikke leses"), vert=self.name)
        return data

    def fields(self, data: Any) -> dict[str, Any]:
        """Give something that has fields. Raises HostError for what has none."""
        if not isinstance(data, dict):
            raise HostError(N_("svaret fra {vert} kan ikke leses"), vert=self.name)
        return data


def _told(error: HTTPError) -> bytes:
    """Give what a host says with a no, as far as it comes."""
    try:
        with error:
            return error.read(_LARGEST)
    except (OSError, HTTPException):
        return b""
