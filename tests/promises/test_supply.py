"""What is shipped is what is here: reproducible wheels, pinned and hashed installs, no network while planlint runs."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from support.helpers import DATE, fjordvik, run

ROOT = Path(__file__).parents[2]
CLOSED = """
import socket

def closed(*args, **named):
    raise AssertionError("planlint reached for the network")

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = closed
"""


def wheel(source: Path, out: Path) -> bytes:
    """Build a wheel from a folder with what is installed; give its bytes."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "-w",
        str(out),
    ]
    subprocess.run([*command, str(source)], check=True, capture_output=True)
    return next(out.glob("*.whl")).read_bytes()


def test_a_wheel_is_the_same_bytes_wherever_and_whenever_it_is_built(tmp_path: Path) -> None:
    """Two copies of the source, in other folders and with other times on their files, give one wheel."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    copies = [tmp_path / "a", tmp_path / "another-folder"]
    for copy in copies:
        for name in filter(None, listed.split("\0")):
            if name.startswith(("planlint/", "templates/", "schema/", "tests/rules/", "examples/")) or "/" not in name:
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / name, copy / name)  # not the times
    first, second = (wheel(copy, tmp_path / f"out-{copy.name}") for copy in copies)
    assert first == second


def test_every_dependency_is_pinned_with_hashes() -> None:
    """`make` and CI install nothing that requirements/ does not name by version and hash, and no address."""
    text = (ROOT / "requirements/maaling.txt").read_text(encoding="utf-8")
    pinned = dict(re.findall(r"^([A-Za-z0-9._-]+)(?:\[[\w,-]+\])?==(\S+)", text, re.MULTILINE))
    blocks = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)
    assert all("--hash=sha256:" in block for block in blocks if re.match(r"[A-Za-z0-9]", block))
    assert "://" not in text
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [name for group in project["optional-dependencies"].values() for name in group]
    wanted = {
        re.split(r"[\[>=<;]", name)[0].lower().replace("_", "-").replace(".", "-")
        for name in (*project["dependencies"], *extras)
    }
    assert wanted - {"planlint"} <= {name.lower().replace("_", "-") for name in pinned}


def test_the_build_backend_is_pinned_too() -> None:
    """What builds the wheel is installed like everything else, not fetched by name when it is needed."""
    assert re.search(r"^hatchling==", (ROOT / "requirements/dev.txt").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("command", [["check"], ["build", "--out", "ut"], ["forecast"], ["export", "--format", "json"]])
def test_nothing_reaches_for_the_network(tmp_path: Path, command: list[str]) -> None:
    """With the network closed, every command does its work."""
    root = fjordvik(tmp_path / "kommune")
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed" / "sitecustomize.py").write_text(CLOSED)
    done = run(*command, "--date", DATE, cwd=root, env={"PYTHONPATH": str(tmp_path / "closed")})
    assert done.returncode == 0, done.stderr
    assert "network" not in done.stderr


def test_nothing_reaches_for_the_network_without_one(tmp_path: Path) -> None:
    """The site, search index included, is built in a room without any network; only where such a room can be made."""
    alone = ["unshare", "--map-root-user", "--net"]
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody make a room without a network")
    root = fjordvik(tmp_path)
    command = [*alone, sys.executable, "-m", "planlint", "build", "--date", DATE]
    done = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (root / "site/pagefind").is_dir()
