"""Firefox as tests drive it: Debian's own, by Marionette, which is in it; playwright drives a Firefox of its own alone.

The protocol: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")

needs_firefox = pytest.mark.skipif(
    FIREFOX is None and not os.environ.get("CI"), reason="no Firefox on this machine (in CI it must be there)"
)
_PATIENCE = 90


class Firefox:
    """One window, asked a thing at a time."""

    def __init__(self, port: int) -> None:
        """Wait for the browser to listen, and begin."""
        self.number, self.rest = 0, b""
        for _ in range(_PATIENCE * 10):
            try:
                self.socket = socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE)
                break
            except OSError:
                time.sleep(0.1)
        self._message()
        self.ask("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": True}}})

    def _message(self) -> Any:
        while b":" not in self.rest:
            self.rest += self.socket.recv(65_536)
        length, _, self.rest = self.rest.partition(b":")
        while len(self.rest) < int(length):
            self.rest += self.socket.recv(65_536)
        told, self.rest = self.rest[: int(length)], self.rest[int(length) :]
        return json.loads(told)

    def ask(self, command: str, fields: dict[str, Any]) -> Any:
        """Give what a command answers."""
        self.number += 1
        raw = json.dumps([0, self.number, command, fields]).encode()
        self.socket.sendall(b"%d:%s" % (len(raw), raw))
        _, _, error, answer = self._message()
        assert error is None, error
        return answer

    def goto(self, address: str) -> None:
        """Open a page."""
        self.ask("WebDriver:Navigate", {"url": address})

    def evaluate(self, script: str) -> Any:
        """Give what a piece of JavaScript says."""
        return self.ask("WebDriver:ExecuteScript", {"script": f"return {script}", "args": []})["value"]

    def until(self, script: str) -> None:
        """Wait for something to be so."""
        for _ in range(_PATIENCE * 5):
            if self.evaluate(script):
                return
            time.sleep(0.2)
        pytest.fail(f"{script}: {self.evaluate('document.body.innerText')[:2000]}")

    def write(self, selector: str, text: str) -> None:
        """Write in a field as a reader does: what stood there is marked and replaced."""
        found = self.ask("WebDriver:FindElement", {"using": "css selector", "value": selector})["value"]
        (element,) = found.values()
        self.ask("WebDriver:ElementClear", {"id": element})
        self.ask("WebDriver:ElementSendKeys", {"id": element, "text": text})


@contextmanager
def firefox(folder: Path) -> Iterator[Firefox]:
    """Open Firefox with a profile of its own in a folder, and close it."""
    assert FIREFOX
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    quiet = ("app.update.enabled", "browser.shell.checkDefaultBrowser", "datareporting.policy.dataSubmissionEnabled",
             "network.captive-portal-service.enabled", "network.connectivity-service.enabled")  # fmt: skip
    told = [f'user_pref("marionette.port", {port});', *(f'user_pref("{name}", false);' for name in quiet)]
    (folder / "user.js").write_text("\n".join(told), "utf-8")
    command = [FIREFOX, "--headless", "--marionette", "--no-remote", "--profile", str(folder), "about:blank"]
    environment = {**os.environ, "HOME": str(folder), "MOZ_HEADLESS": "1"}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        opened = Firefox(port)
        with opened.socket:
            yield opened
    finally:
        process.terminate()
        process.wait(timeout=30)
