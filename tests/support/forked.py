"""planlint as a process of its own, without starting Python anew: a process that has it loaded is copied for each run.

Every run has its own memory, folder, environment, streams and exit code. What only a process that is started can show
(another environment, how long it takes, what it loads) is tried by one that is.

This file is also the program that has planlint loaded: it takes orders from a socket, one datagram for each.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
from functools import cache
from pathlib import Path
from typing import IO, Any, NoReturn

from planlint.__main__ import main
from planlint.cli.lazy_group import COMMANDS

LOADED = ("jinja2", "ruamel.yaml", "planlint.site.build", "planlint.imports", "planlint.site.pages")
SECONDS = 120


@cache
def _server() -> socket.socket:
    """Start the process that is copied, once for each worker and as no child of it; give its socket."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        program = [sys.executable, "-P", __file__, str(theirs.fileno())]
        subprocess.run(
            program, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True
        )
    return ours


def run_forked(args: tuple[str, ...], cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run planlint in a copy; give what it printed and its exit code. Raises TimeoutExpired, as `subprocess.run`."""
    ours, theirs = socket.socketpair()
    with ours, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        with theirs:
            order = json.dumps(
                {"args": args, "cwd": str(cwd), "env": env}
            )  # in ASCII: names that are not UTF-8 go through
            socket.send_fds(_server(), [order.encode()], [theirs.fileno(), out.fileno(), err.fileno()])
        ours.settimeout(SECONDS)
        try:
            status = ours.recv(16)
        except TimeoutError:
            raise subprocess.TimeoutExpired(list(args), SECONDS) from None
        assert status, "the process that is copied has ended"
        return subprocess.CompletedProcess(args, int(status), _text(out), _text(err))


def _text(file: IO[bytes]) -> str:
    """Give what was printed, as `subprocess.run` does with an encoding: line ends are newlines."""
    file.seek(0)
    return io.TextIOWrapper(io.BytesIO(file.read()), encoding="utf-8").read()


def _serve(orders: socket.socket) -> NoReturn:
    """Load planlint; then copy this process for each order, until whoever gives them is gone."""
    for name in (*LOADED, *(f"planlint.cli.{name}" for name in COMMANDS)):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        order, files, _, _ = socket.recv_fds(orders, 1 << 20, 3)
        if not order:
            os._exit(0)
        if os.fork() == 0:
            _mind(json.loads(order), *files)
        for file in files:
            os.close(file)


def _mind(order: dict[str, Any], told: int, out: int, err: int) -> NoReturn:
    """Run an order in a copy of this process, and tell its exit code."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    child = os.fork()
    if child == 0:
        os.dup2(out, 1)
        os.dup2(err, 2)
        os.closerange(3, 256)
        _become(order["args"], order["cwd"], order["env"])
    _, status = os.waitpid(child, 0)
    os.write(told, str(os.waitstatus_to_exitcode(status)).encode())
    os._exit(0)


def _become(args: list[str], cwd: str, env: dict[str, str]) -> NoReturn:
    """Be planlint as it is started: its words, folder, environment and streams; end as Python ends it."""
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    sys.argv = ["planlint", *args]
    for number, name in ((1, "stdout"), (2, "stderr")):
        was = getattr(sys, name)
        stream = os.fdopen(number, "wb", closefd=False)
        setattr(sys, name, io.TextIOWrapper(stream, was.encoding, was.errors, line_buffering=name == "stderr"))
    code: object = 0
    try:
        main()
    except SystemExit as stop:
        code = stop.code or 0
        if not isinstance(code, int):
            sys.stderr.write(f"{code}\n")
            code = 1
    except BaseException:  # noqa: BLE001 - Python, too, tells of what nobody caught, and ends
        traceback.print_exc()
        code = 1
    with contextlib.suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    if os.fork():
        os._exit(0)
    _serve(socket.socket(fileno=int(sys.argv[1])))
