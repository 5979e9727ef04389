"""Try changes in copies of a process that has planlint and the tests loaded already: a tenth of a second for each.

A change is put into the functions that are there, so that everyone who holds one has the changed one. Not everything
can be changed so (a number that another module has made something of, when it was loaded): who survives here is tried
again by `run.py` in a process that loads the changed module itself. What is noticed here is noticed.
"""

from __future__ import annotations

import contextlib
import os
import re
import resource
import shutil
import signal
import sys
import types
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from changes import Change
from reach import PYTEST, ROOT

MEMORY = 3 * 1024**3

_PLAIN = (int, float, str, tuple, frozenset, re.Pattern)

Asked = list[tuple[Change, list[str], int]]
"""Changes, each with its tests, and the seconds that they may take: a loop made endless is noticed too."""


def limit(seconds: int) -> None:
    """End this process when it takes too long, or all memory; and let it do nothing to those that began it.

    A change may make `os.kill` reach everyone in a group, so each has a group of its own.
    """
    os.setsid()
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.alarm(60 + 4 * seconds)


def ended() -> tuple[int, bool]:
    """Wait for one that is tried; give its number and whether nothing noticed. What it has begun ends with it."""
    child, status = os.wait()
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    return child, status == 0


def silence() -> None:
    """Send all that is printed from here on nowhere."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)


def name_of(change: Change) -> str:
    """Give the changed module's name."""
    return ".".join(change.path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _inside(thing: Any) -> Any:
    """Give the function in a rule, a property or a decorated function; the thing itself when there is none."""
    for kind, name in ((property, "fget"), (cached_property, "func"), ((classmethod, staticmethod), "__func__")):
        if isinstance(thing, kind):
            return getattr(thing, name)
    if type(thing).__name__ == "Rule":
        return thing.check
    return getattr(thing, "__wrapped__", thing)


def _exchange(module: str, old: Any, new: Any) -> bool:
    """Make an old function or class do as the new one does; tell whether it was one."""
    if isinstance(old, type):
        if old.__module__ == module and isinstance(new, type):
            for name, value in vars(new).items():
                if not _exchange(module, vars(old).get(name), value) and isinstance(value, _PLAIN):
                    with contextlib.suppress(AttributeError, TypeError):
                        setattr(old, name, value)
        return True
    one, other = _inside(old), _inside(new)
    if not isinstance(one, types.FunctionType) or not isinstance(other, types.FunctionType):
        return isinstance(old, types.ModuleType)
    if one is not other and one.__module__ == module and one.__code__.co_freevars == other.__code__.co_freevars:
        one.__code__, one.__defaults__, one.__kwdefaults__ = other.__code__, other.__defaults__, other.__kwdefaults__
    return True


def put_in(change: Change) -> None:
    """Change a module that is loaded."""
    name = name_of(change)
    there = vars(sys.modules[name])
    fresh = {key: value for key, value in there.items() if key.startswith("__")}
    exec(compile(change.source, str(change.path), "exec"), fresh)  # noqa: S102 - running it is the point
    for key, value in fresh.items():
        if not key.startswith("__") and not _exchange(name, there.get(key), value):
            there[key] = value


class _Loop:
    """Collects the tests once, and tries every change on its own tests in a copy of the process."""

    def __init__(self, asked: Asked, processes: int, answers: int) -> None:
        self.asked, self.processes, self.answers = asked, processes, answers
        self.items: dict[str, pytest.Item] = {}
        self.folder = Path()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.items = {item.nodeid: item for item in session.items}
        self.folder = session.config._tmp_path_factory.getbasetemp()  # noqa: SLF001 - each copy has to have its own
        running: dict[int, int] = {}
        for at, (change, names, seconds) in enumerate(self.asked):
            if len(running) == self.processes:
                self._await(running)
            child = os.fork()
            if not child:
                self._in_child(session, change, names, seconds)
            running[child] = at
        while running:
            self._await(running)
        return True

    def _await(self, running: dict[int, int]) -> None:
        child, survived = ended()
        shutil.rmtree(self.folder / str(child), ignore_errors=True)
        os.write(self.answers, f"{running.pop(child)} {int(survived)}\n".encode())

    def _in_child(self, session: pytest.Session, change: Change, names: list[str], seconds: int) -> None:
        """Leave with 0 when no test notices, or when the module was not loaded with the tests."""
        limit(seconds)
        own = self.folder / str(os.getpid())
        own.mkdir()
        session.config._tmp_path_factory._basetemp = own  # noqa: SLF001 - as above
        try:
            if name_of(change) in sys.modules:
                put_in(change)
                for item in (self.items[name] for name in names if name in self.items):
                    item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
                    if session.testsfailed:
                        break
        except BaseException:  # noqa: BLE001 - a module that cannot be loaded is noticed
            os._exit(1)
        os._exit(int(bool(session.testsfailed)))


def tried(asked: Asked, wanted: list[str], processes: int) -> Iterator[tuple[Change, bool]]:
    """Try changes on their tests, which are among those wanted; yield each, as it is done, with whether it survived."""
    out, answers = os.pipe()
    child = os.fork()
    if not child:
        os.close(out)
        silence()
        pytest.main([*PYTEST, *wanted], plugins=[_Loop(asked, processes, answers)])
        os._exit(0)
    os.close(answers)
    with os.fdopen(out, encoding="ascii") as lines:
        for line in lines:
            at, survived = line.split()
            yield asked[int(at)][0], survived == "1"
    os.waitpid(child, 0)
