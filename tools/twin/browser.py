"""The runtime of the site's form, started in node: the same files that a page fetches, and the same worker."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from types import TracebackType

TOOLS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOOLS / "runtime"))
from fetch import node  # noqa: E402 - found beside the runtime


class Runtime:
    """A worker without its page. What it is asked goes in as a line of JSON, and its answer comes out as one."""

    def __init__(self, runtime: Path) -> None:
        """Start it; it has opened nothing."""
        self.folder = tempfile.TemporaryDirectory()
        command = [node(), str(TOOLS / "runtime/node.mjs"), str(runtime), "nb", self.folder.name]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
        self.milliseconds: list[int] = []

    def ask(self, **asked: Any) -> Any:
        """Give what it answers."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{json.dumps(asked)}\n")
        self.process.stdin.flush()
        told = json.loads(self.process.stdout.readline())
        self.milliseconds.append(told["ms"])
        return told["told"]

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        """End it."""
        self.process.kill()
        self.process.communicate()
        self.folder.cleanup()
