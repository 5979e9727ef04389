"""The client that asks a host: one server, one key, and every no told with the advice that fits it and no other."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from email.message import Message
from typing import Any

import pytest
from support.localhost import Answer, Asked, LocalHost

from planlint.hosts import rest
from planlint.hosts.host_error import HostError, with_advice
from planlint.hosts.rate_limit import is_rate_limit
from planlint.hosts.rest import Rest
from planlint.text import language

KEY = {"Authorization": "Bearer hemmelig"}


class Echo(LocalHost):
    """A server that answers with what it is told to, and otherwise with a list of three things."""

    def answer(self, asked: Asked) -> Answer:
        """Give the list, page by page."""
        return self.paged(asked, [{"n": number} for number in range(7)], default=3)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def host() -> Iterator[Echo]:
    """A server on this machine."""
    made = Echo()
    yield made
    made.close()


@pytest.fixture
def other() -> Iterator[Echo]:
    """Another server on this machine, which must not be asked."""
    made = Echo()
    yield made
    made.close()


def client(host: LocalHost, **more: Any) -> Rest:
    """Give a client of a server that waits without waiting."""
    return Rest(host.address, KEY, "Verten", **{"sleep": lambda _: None, "now": lambda: 1_000_000.0, **more})


def test_all_pages_are_read(host: Echo) -> None:
    """The Link header leads from page to page, and the key is sent to each."""
    assert [item["n"] for item in client(host).pages("ting", per_page=3)] == list(range(7))
    assert [one.query for one in host.calls] == [{"per_page": "3"}, *({"per_page": "3", "page": n} for n in "23")]
    assert {one.headers["Authorization"] for one in host.calls} == {KEY["Authorization"]}


@pytest.mark.parametrize("method", ["GET", "POST", "PATCH", "PUT"])
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_key_is_sent_on_to_another_server(host: Echo, other: Echo, method: str, status: int) -> None:
    """A host that sends us on to another is told of, and the other is never asked."""
    host.scripted = [(status, {"Location": f"{other.address}/ting"}, None)]
    with pytest.raises(HostError, match=r"dit går ikke nøkkelen|Verten svarte 30"):
        client(host).send(method, "ting", None if method == "GET" else {})
    assert other.calls == []


def test_the_same_server_may_send_us_on(host: Echo) -> None:
    """A repository that has a new name is found; what was to change something is not sent twice."""
    host.scripted = [(301, {"Location": f"{host.address}/nytt"}, None)]
    assert client(host).send("GET", "gammelt").data == [{"n": 0}, {"n": 1}, {"n": 2}]
    assert [one.path for one in host.calls] == ["/gammelt", "/nytt"]
    host.scripted = [(301, {"Location": f"{host.address}/nytt"}, None)]
    with pytest.raises(HostError):
        client(host).send("POST", "gammelt", {})


def test_a_next_page_elsewhere_is_not_asked_for(host: Echo, other: Echo) -> None:
    """A Link to another server gets no key."""
    host.scripted = [(200, {"Link": f'<{other.address}/ting>; rel="next"'}, [])]
    with pytest.raises(HostError, match="dit går ikke nøkkelen"):
        list(client(host).pages("ting"))
    assert other.calls == []


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://a.example/", "", "a.example", "http://u:p@a.example", "http://", "http://a:b"],
)
def test_an_address_that_is_none(address: str) -> None:
    """Only the web is asked, and no name or password stands in an address."""
    with pytest.raises(HostError, match="kan ikke brukes"):
        Rest(address, KEY, "Verten")


def test_a_host_that_asks_for_time_gets_it(host: Echo) -> None:
    """A rate limit is waited out as the host says: in seconds, at a time, or at the end of its count."""
    waited: list[float] = []
    host.scripted = [
        (429, {"Retry-After": "7"}, {"message": "slow down"}),
        (403, {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1000009"}, {"message": "API rate limit exceeded"}),
        (429, {"RateLimit-Reset": "1000003"}, None),
        (503, {"Retry-After": "Mon, 12 Jan 1970 13:46:45 GMT"}, None),
        (503, {}, None),
        (429, {"X-RateLimit-Reset": "999"}, None),
    ]
    assert client(host, sleep=waited.append).send("GET", "ting").data
    assert waited == [7, 9, 3, 5, 1, 0]


@pytest.mark.parametrize(
    ("status", "headers"),
    [(429, {"Retry-After": "3600"}), (403, {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "2000000"})],
)
def test_a_host_that_asks_for_long_is_not_waited_for(host: Echo, status: int, headers: dict[str, str]) -> None:
    """Nobody's job stands for an hour; the sentence says to come back, and gives no advice on rights."""
    host.scripted = [(status, headers, {"message": "API rate limit exceeded"})]
    waited: list[float] = []
    with pytest.raises(HostError, match="prøv igjen senere") as told:
        client(host, sleep=waited.append).send("GET", "ting")
    assert waited == []
    assert not told.value.rights


def test_a_host_that_never_has_time_is_given_up(host: Echo) -> None:
    """It is waited for a minute and a half in all."""
    host.scripted = [(429, {"Retry-After": "0"}, None)] * 200
    with pytest.raises(HostError, match="Verten svarte 429"):
        client(host).send("GET", "ting")
    assert len(host.calls) <= 92


@pytest.mark.parametrize(
    ("status", "data", "said", "rights"),
    [
        (
            401,
            {"message": "Bad credentials"},
            "Verten svarte 401: Bad credentials. Nøkkelen mangler, er gått ut",
            False,
        ),
        (403, {"message": "Resource not accessible by integration"}, "Resource not accessible by integration", True),
        (404, {"message": "Not Found"}, "Verten svarte 404: Not Found", True),
        (403, {"error": "insufficient_scope", "error_description": "Higher."}, "403: Higher. insufficient_scope", True),
        (400, {"type": "error", "error": {"message": "Too long"}}, "Verten svarte 400: Too long", False),
        (409, {"errors": [{"message": "out-of-date"}, 7]}, "Verten svarte 409: out-of-date", False),
        (
            422,
            {"message": "Validation Failed", "errors": [{"message": "Validation Failed"}]},
            "422: Validation Failed",
            False,
        ),
        (500, b"<html>nei</html>", "Verten svarte 500", False),
        (502, [1], "Verten svarte 502", False),
        (500, b"[" * 100_000, "Verten svarte 500", False),
        (418, {"message": {"a": 1}, "errors": 7}, "Verten svarte 418", False),
    ],
)
def test_every_no_is_told(host: Echo, status: int, data: Any, said: str, rights: bool) -> None:
    """With the host's own words where it has some, and advice on rights only where a right may be what is missing."""
    host.scripted = [(status, {}, data)]
    with pytest.raises(HostError) as told:
        client(host).send("POST", "ting", {})
    assert said in str(told.value)
    assert told.value.status == status
    advised = with_advice(told.value, told.value.melding).in_language(language("nb"))
    assert (advised != str(told.value)) is rights


@pytest.mark.parametrize("data", [b"{", b"\xff\xfe", b"[" * 100_000])
def test_an_answer_that_is_no_data(host: Echo, data: bytes) -> None:
    """A page of a login, or anything else, is one sentence."""
    host.scripted = [(200, {}, data)]
    with pytest.raises(HostError, match="svaret fra Verten kan ikke leses"):
        client(host).send("GET", "ting")


@pytest.mark.parametrize("data", [{"a": 1}, [1], ["x"], None, "x"])
def test_a_list_that_is_none(host: Echo, data: Any) -> None:
    """What should be a list of things and is not, is one sentence."""
    host.scripted = [(200, {}, data)]
    with pytest.raises(HostError, match="kan ikke leses"):
        list(client(host).pages("ting"))


def test_an_answer_without_end_is_not_read(host: Echo, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a limit to what is read into memory."""
    monkeypatch.setattr(rest, "_LARGEST", 10)
    host.scripted = [(200, {}, b'"' + b"x" * 50 + b'"')]
    with pytest.raises(HostError, match="kan ikke leses"):
        client(host).send("GET", "ting")


def test_a_page_to_sign_in_on_is_a_key_that_does_not_count(host: Echo) -> None:
    """Azure DevOps answers 203 to whom it does not know."""
    host.scripted = [(203, {"Content-Type": "text/html"}, b"<html>")]
    with pytest.raises(HostError, match="Nøkkelen mangler, er gått ut eller gjelder ikke her"):
        client(host).send("GET", "ting")


def test_pages_in_a_ring_end(host: Echo, monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that leads to the same page for ever is asked so many times, and no more."""
    monkeypatch.setattr(rest, "_PAGES", 3)
    ring = (200, {"Link": '</ting>; rel="next"'}, [{}])
    host.scripted = [ring] * 9
    assert len(list(client(host).pages("ting"))) == 3


def test_nobody_there() -> None:
    """A server that is not there, and a name that is nobody's, are a sentence with the reason."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(HostError, match="Verten kan ikke nås: "):
        Rest(f"http://127.0.0.1:{port}", KEY, "Verten").send("GET", "ting")


def test_a_host_that_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that takes the call and says nothing is given up."""
    monkeypatch.setattr(rest, "_SECONDS", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(HostError, match=r"svarte ikke innen|kan ikke nås"):
            Rest(address, KEY, "Verten").send("GET", "ting")


def test_the_machines_proxy_is_used(host: Echo, other: Echo, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a proxy is set, it is the proxy that is asked, as every program does; NO_PROXY goes round it."""
    monkeypatch.setenv("http_proxy", other.address)
    Rest("http://vert.example/api", KEY, "Verten").send("GET", "ting")
    assert [one.headers["Host"] for one in other.calls] == ["vert.example"]
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    Rest(host.address, KEY, "Verten").send("GET", "ting")
    assert len(host.calls) == 1


def test_what_is_a_rate_limit() -> None:
    """A 403 with something left of the share is a missing right, and nothing else."""
    headers = Message()
    headers["X-RateLimit-Remaining"] = "59"
    assert not is_rate_limit(headers)


def test_a_no_that_breaks_off(host: Echo) -> None:
    """A host that says no and hangs up in the middle is told by its number."""
    host.scripted = [(403, {"Content-Length": "999", "Connection": "close"}, {"message": "No"})]
    with pytest.raises(HostError, match="Verten svarte 403"):
        client(host).send("GET", "ting")
