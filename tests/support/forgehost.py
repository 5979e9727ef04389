"""A forge that a page sends a proposal to, over TLS and with preflights, as GitHub and GitLab document their own.

Any origin may ask GitHub: docs.github.com, «Using CORS and JSONP to make cross-origin requests». So with GitLab, with
the key in PRIVATE-TOKEN: docs.gitlab.com/api/rest.
"""

from __future__ import annotations

import base64
import ssl
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from support.endring import git_name
from support.localhost import Answer, Asked, LocalHost

KEY = "github_pat_right"
COMMIT = "c0ffee" * 6 + "c0de"
_CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST, PUT, DELETE, PATCH",
    "Access-Control-Allow-Headers": "Authorization, PRIVATE-TOKEN, Content-Type, X-GitHub-Api-Version, Accept",
}


def certificate(folder: Path) -> tuple[Path, Path]:
    """Make a certificate that nobody has signed, and its key."""
    made, key = folder / "cert.pem", folder / "key.pem"
    asked = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=forge"]
    subprocess.run([*asked, "-keyout", str(key), "-out", str(made)], check=True, capture_output=True)
    return made, key


class Forge(LocalHost):
    """A project with a branch, its files, the branches and the proposals that are made; and what keys may do."""

    def __init__(self, folder: Path, files: dict[str, bytes]) -> None:
        """Begin with the files of the branch main."""
        super().__init__()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate(folder))
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.main = files
        self.branches: dict[str, dict[str, bytes]] = {}
        self.proposals: list[dict[str, Any]] = []
        self.refuses: dict[str, int] = {}

    @property
    def port(self) -> int:
        """Give the port."""
        return int(self.server.server_address[1])

    def answer(self, asked: Asked) -> Answer:
        """Answer as the host does; a preflight is answered without a key."""
        if asked.method == "OPTIONS":
            return 204, _CORS, None
        key = asked.headers.get("PRIVATE-TOKEN") or asked.headers.get("Authorization", "").removeprefix("Bearer ")
        if key != KEY:
            return 401, _CORS, {"message": "Bad credentials"}
        for part, status in self.refuses.items():
            if f"{asked.method} {asked.path}".startswith(part):
                return status, _CORS, {"message": "no"}
        status, data = self.told(asked)
        return status, _CORS, data

    def told(self, asked: Asked) -> tuple[int, Any]:
        """Give status and data."""
        raise NotImplementedError


class GitHubForge(Forge):
    """GitHub's refs, contents and pulls."""

    def told(self, asked: Asked) -> tuple[int, Any]:
        """Answer under /repos/OWNER/NAME."""
        path = unquote(asked.path).removeprefix("/repos/fjordvik/plan/")
        if asked.method == "GET" and path == "git/ref/heads/main":
            return 200, {"object": {"sha": COMMIT}}
        if path.startswith("contents/"):
            return self._contents(asked, path.removeprefix("contents/"))
        if asked.method == "POST" and path == "git/refs":
            self.branches[asked.fields["ref"].removeprefix("refs/heads/")] = dict(self.main)
            return (201, {}) if asked.fields["sha"] == COMMIT else (422, {})
        if asked.method == "DELETE" and path.startswith("git/refs/heads/"):
            del self.branches[path.removeprefix("git/refs/heads/")]
            return 204, None
        if asked.method == "POST" and path == "pulls":
            self.proposals.append(asked.fields)
            return 201, {"number": 7, "html_url": "https://github.com/fjordvik/plan/pull/7"}
        return 404, {}

    def _contents(self, asked: Asked, path: str) -> tuple[int, Any]:
        if asked.method == "GET":
            raw = self.main.get(path)
            if raw is None or asked.query["ref"] != COMMIT:
                return 404, {}
            return 200, {"sha": git_name(raw), "content": base64.encodebytes(raw).decode(), "encoding": "base64"}
        there = self.branches[asked.fields["branch"]]
        if (git_name(there[path]) if path in there else None) != asked.fields.get("sha"):
            return 409, {}
        there[path] = base64.b64decode(asked.fields["content"])
        return 200, {}


class GitLabForge(Forge):
    """GitLab's branches, files, commits and merge requests."""

    def told(self, asked: Asked) -> tuple[int, Any]:  # noqa: C901, PLR0911 - an answer for each address
        """Answer under /api/v4/projects/ID, where the ID is the project's path, encoded."""
        begin = "/api/v4/projects/fjordvik%2Fplan/"
        if not asked.path.startswith(begin):
            return 404, {}
        path = unquote(asked.path.removeprefix(begin))
        if asked.method == "GET" and path == "repository/branches/main":
            return 200, {"commit": {"id": COMMIT}}
        if asked.method == "GET" and path.startswith("repository/files/"):
            raw = self.main.get(path.removeprefix("repository/files/"))
            if raw is None or asked.query["ref"] != COMMIT:
                return 404, {}
            return 200, {"blob_id": git_name(raw), "content": base64.b64encode(raw).decode(), "encoding": "base64"}
        if asked.method == "POST" and path == "repository/branches":
            self.branches[asked.fields["branch"]] = dict(self.main)
            return (201, {}) if asked.fields["ref"] == COMMIT else (400, {})
        if asked.method == "DELETE" and path.startswith("repository/branches/"):
            del self.branches[path.removeprefix("repository/branches/")]
            return 204, None
        if asked.method == "POST" and path == "repository/commits":
            there = self.branches[asked.fields["branch"]]
            for one in asked.fields["actions"]:
                if (one["action"] == "update") != (one["file_path"] in there):
                    return 400, {}
                there[one["file_path"]] = base64.b64decode(one["content"])
            return 201, {}
        if asked.method == "POST" and path == "merge_requests":
            self.proposals.append(asked.fields)
            return 201, {"iid": 7, "web_url": "https://gitlab.com/fjordvik/plan/-/merge_requests/7"}
        return 404, {}
