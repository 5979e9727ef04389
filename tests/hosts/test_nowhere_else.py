"""With GITHUB_API_URL set to a server of one's own, no request goes anywhere else: tried with the network cut off."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support.gittools import commit
from support.helpers import PLAN, fjordvik, write

from planlint.hosts.handed_on import HandedOn, write as hand_on
from planlint.hosts.host import Suggestion

TESTS = Path(__file__).parents[1]
ALONE = """\
import fcntl, os, socket, struct, sys
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as made:  # lo is there, but down
    fcntl.ioctl(made, 0x8914, struct.pack("16sh", b"lo", 0x41))
try:
    socket.create_connection(("192.0.2.1", 443), 1)
    sys.exit("there is a network")
except OSError as error:
    assert error.errno in (101, 113), error
"""
GUARDED = """\
import socket
real = socket.socket.connect
def connect(self, address):
    assert self.family == socket.AF_UNIX or address[0] == "127.0.0.1", address
    return real(self, address)
socket.socket.connect = connect
def here(host, *rest, resolve=socket.getaddrinfo, **more):
    assert host == "127.0.0.1", host
    return resolve(host, *rest, **more)
socket.getaddrinfo = here
"""
RUN = """\
import base64
from support import stands
from planlint.hosts import comment, form_reply, nightly
stand = stands.enterprise()
env = {**os.environ, **stand.env}
env["GITHUB_GRAPHQL_URL"] = "https://api.github.com/graphql"  # what a runner may still have
assert comment.main(env) == 0
assert nightly.main({**env, "ROOT": os.environ["MAIN"], "DATE": "2025-01-01"}) == 0
coded = {name: base64.b64encode(text.encode()).decode() for name, text in (
    ("ANSWER", f"{form_reply.MARK}\\nSkjemaet er lest."), ("TITLE", "Klima: vedtatt"), ("TEXT", "Fra sak 7."))}
form = {**env, **coded, "NUMBER": "7", "BASE": "main", "CODE": "0", "ROOT": os.environ["MAIN"]}
form["GITHUB_OUTPUT"] = os.environ["MAIN"] + "/output"
assert form_reply.main(form, "pull") == 0
assert form_reply.main({**form, "PULL": "9"}, "answer") == 0
changed = [call for call in stand.server.calls if call.method != "GET" and "graphql" not in call.path]
assert [call.path.partition("/repos/")[2] for call in changed] == [
    "fjordvik/plan/issues/7/comments", "fjordvik/plan/pulls/7/comments", "fjordvik/plan/issues",
    "fjordvik/plan/pulls", "fjordvik/plan/issues/7/comments",
]
assert {call.headers["Host"] for call in stand.server.calls} == {stand.server.address.removeprefix("http://")}
assert all(call.path.startswith(("/api/v3/", "/api/graphql")) for call in stand.server.calls)
stand.server.close()
print("nowhere else")
"""


def _run(tmp_path: Path, before: list[str], start: str) -> subprocess.CompletedProcess[str]:
    root = fjordvik(tmp_path / "main")
    write(root, "planer/klima.yaml", PLAN.replace("til: 2030", "til: 2024"))
    commit(root, "2024-01-01")
    fix = Suggestion("plans/x.yaml", 1, 1, ("a",), "x", "ab")
    hand_on(tmp_path / "svar", HandedOn("## Hei", "nb", quiet=False, site=False, suggestions=(fix,)))
    path = os.pathsep.join((str(TESTS), str(TESTS.parent)))
    env = {**os.environ, "HANDED_ON": str(tmp_path / "svar"), "MAIN": str(root), "PYTHONPATH": path}
    env = {key: value for key, value in env.items() if not key.lower().endswith("_proxy")}
    command = [*before, sys.executable, "-c", f"import os\n{start}\n{RUN}"]
    return subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=False, timeout=120)


def test_without_a_network_at_all(tmp_path: Path) -> None:
    """Comment, suggestion, issue and a form's proposal go to the server that is named: there is no other to reach."""
    alone = ["unshare", "--map-root-user", "--net"]
    if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody cut the network off; the next test looks at every call instead")
    done = _run(tmp_path, alone, ALONE)
    assert done.stdout.endswith("nowhere else\n"), done.stdout + done.stderr


def test_every_call_goes_to_the_server_that_is_named(tmp_path: Path) -> None:
    """No name is looked up and no line is opened but to the server on this machine, on any machine."""
    done = _run(tmp_path, [], GUARDED)
    assert done.stdout.endswith("nowhere else\n"), done.stdout + done.stderr


def test_one_client_alone_knows_the_network() -> None:
    """Whatever asks a server does it through the client that holds the key to one."""
    asks = re.compile(r"^\s*(?:from|import) (?:urllib\.request|http\.client|socket|ssl|requests|httpx)\b", re.MULTILINE)
    files = (TESTS.parent / "planlint").rglob("*.py")
    assert {file.name for file in files if asks.search(file.read_text(encoding="utf-8"))} == {
        "rest.py",
        "same_server.py",
    }
