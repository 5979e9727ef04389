"""One server: where an address leads, and that nobody is followed to another with the key."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit
from urllib.request import HTTPRedirectHandler, Request

from planlint.base import N_
from planlint.hosts.host_error import HostError

if TYPE_CHECKING:
    from http.client import HTTPMessage
    from typing import IO

_PORTS = {"http": 80, "https": 443}


def origin(address: str) -> tuple[str, str, int | None]:
    """Give scheme, name and port of a server. Raises HostError where an address is none of the web's."""
    try:
        parts: SplitResult = urlsplit(address)
        port = parts.port or _PORTS.get(parts.scheme)
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in _PORTS or not parts.hostname or parts.username or parts.password:
        raise HostError(N_("adressen til verten kan ikke brukes: {adresse}"), adresse=address)
    return parts.scheme, parts.hostname, port


class SameServer(HTTPRedirectHandler):
    """Go on only where the same server sends us on, and only when we ask for something."""

    def redirect_request(  # noqa: PLR0913 - urllib's own signature
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Give the request that follows. Raises HostError for another server, and for what was to change something."""
        if req.get_method() != "GET" or origin(newurl) != origin(req.full_url):
            raise HostError(N_("verten viste videre til en annen adresse ({adresse}), og dit går ikke nøkkelen"),
                            adresse=newurl)  # fmt: skip
        return super().redirect_request(req, fp, code, msg, headers, newurl)
