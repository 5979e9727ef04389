"""See that a lock is whole: that no installer would have to look for anything that the lock does not name.

    python tools/check_lock.py [dev | docs | maaling | nettsted …]

What a package asks for is read from its metadata where it is installed, for every Python and system that planlint is
for. Each request must be met by what the lock names: the package, a version that the request allows, and the extras
that it asks for (an older pip resolves `coverage[toml]` anew where the lock has `coverage` alone).
"""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Known = Callable[[str], list[Requirement] | None]

ROOT = Path(__file__).resolve().parents[1]
EXTRAS: dict[str, tuple[str, ...]] = {
    "kjerne": (), "nettsted": ("nettsted",), "docs": ("docs",), "dev": ("dev",), "maaling": ("dev", "maaling")
}  # fmt: skip
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = {"linux": ("Linux", "posix"), "darwin": ("Darwin", "posix"), "win32": ("Windows", "nt")}
MACHINES = {"linux": ("x86_64", "aarch64"), "darwin": ("x86_64", "arm64"), "win32": ("AMD64", "ARM64")}
Environment = dict[str, str]


class Pin(NamedTuple):
    """What one line of a lock names."""

    asked: Requirement
    version: str

    def holds(self, environment: Environment) -> bool:
        """Tell whether the line is for such a machine."""
        return self.asked.marker is None or self.asked.marker.evaluate(environment)


def environments() -> Iterator[Environment]:
    """Give every kind of machine that planlint is for, as markers know it."""
    for python, (name, (system, kind)) in product(PYTHONS, SYSTEMS.items()):
        for machine in MACHINES[name]:
            yield {
                "implementation_name": "cpython", "implementation_version": f"{python}.0", "os_name": kind,
                "platform_machine": machine, "platform_python_implementation": "CPython", "platform_release": "",
                "platform_system": system, "platform_version": "", "python_full_version": f"{python}.0",
                "python_version": python, "sys_platform": name, "extra": "",
            }  # fmt: skip


def pins(text: str) -> list[Pin]:
    """Give the lines of a lock. Raises ValueError for one that names no version, or no hash."""
    found = []
    for block in re.split(r"\n(?=\S)", text.strip()):
        line, _, hashes = block.partition(" \\\n")
        asked = Requirement(line)
        version = re.fullmatch(r"==([^*]+)", str(asked.specifier))
        if not version or "--hash=sha256:" not in hashes:
            message = f"{line}: no version, or no hash"
            raise ValueError(message)
        found.append(Pin(asked, version[1]))
    return found


def roots(lock: str) -> list[Requirement]:
    """Give what pyproject.toml asks for in a lock, and what the build asks for."""
    read = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = read["project"]["optional-dependencies"]
    build = () if lock == "kjerne" else read["build-system"]["requires"]  # run where it lies, it is not built
    found, waiting = [], [*build, *read["project"]["dependencies"]]
    waiting += [line for extra in EXTRAS[lock] for line in extras[extra]]
    while waiting:
        asked = Requirement(waiting.pop())
        if asked.name == "planlint":
            waiting += [line for extra in sorted(asked.extras) for line in extras[extra]]
        else:
            found.append(asked)
    return found


def installed(name: str) -> list[Requirement] | None:
    """Give what an installed package asks for; None where it is not installed."""
    try:
        return [Requirement(line) for line in requires(name) or []]
    except PackageNotFoundError:
        return None


def unmet(asked: Requirement, lock: list[Pin], environment: Environment) -> str:
    """Say why a request is not met by a lock on such a machine; "" when it is."""
    named = [pin for pin in lock if canonicalize_name(pin.asked.name) == canonicalize_name(asked.name)]
    named = [pin for pin in named if pin.holds(environment)]
    if not named:
        return "not there"
    if not all(asked.specifier.contains(pin.version, prereleases=True) for pin in named):
        return f"{named[0].version} is another version"
    missing = asked.extras - {extra for pin in named for extra in pin.asked.extras}
    return f"without [{','.join(sorted(missing))}]" if missing else ""


def requests(pin: Pin, asks: list[Requirement], environment: Environment) -> Iterator[Requirement]:
    """Give what a locked package asks for on such a machine, for itself and for the extras that the lock names."""
    for asked in asks:
        extras = ("", *pin.asked.extras)
        if asked.marker is None or any(asked.marker.evaluate({**environment, "extra": extra}) for extra in extras):
            yield asked


def open_requests(lock: list[Pin], asked_for: list[Requirement], known: Known) -> Iterator[str]:
    """Give every request that a lock leaves open, on whatever machine it is open; the same one may come again."""
    asks = {pin.asked.name: known(pin.asked.name) or [] for pin in lock}
    for environment in environments():
        wanted = [("pyproject.toml", asked) for asked in asked_for]
        wanted = [(who, asked) for who, asked in wanted if not asked.marker or asked.marker.evaluate(environment)]
        for pin in lock:
            if pin.holds(environment):
                wanted += [(pin.asked.name, asked) for asked in requests(pin, asks[pin.asked.name], environment)]
        for who, asked in wanted:
            if why := unmet(asked, lock, environment):
                yield f"{who} asks for {asked}: {why}"


def faults(text: str, asked_for: list[Requirement], known: Known = installed) -> list[str]:
    """Give every request that a lock leaves open, and every package for this machine whose requests are not known."""
    lock = pins(text)
    here = {key: str(value) for key, value in default_environment().items()} | {"extra": ""}
    unknown = sorted({pin.asked.name for pin in lock if pin.holds(here) and known(pin.asked.name) is None})
    missing = [f"{name} is not installed here, so nobody knows what it asks for" for name in unknown]
    return [*missing, *dict.fromkeys(open_requests(lock, asked_for, known))]


def main() -> None:
    """Print the faults of the locks that are named; leave with 1 where there are any."""
    names = sys.argv[1:] or ["nettsted", "docs", "dev"]
    found = [
        f"requirements/{name}.txt: {fault}"
        for name in names
        for fault in faults((ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8"), roots(name))
    ]
    sys.stdout.write("".join(f"{line}\n" for line in found))
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
