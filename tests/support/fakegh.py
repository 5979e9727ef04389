"""A `gh` for tests: it keeps comments and issues in a file, records every call, and says no where it should."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

REPOSITORY = "fjordvik/plan"
GH = """\
import json, os, pathlib, sys
args, file = sys.argv[2:], pathlib.Path(os.environ["FAKE_GH"])
state = json.loads(file.read_text(encoding="utf-8"))
def stop(text, code=1):
    sys.exit((print("gh: " + text, file=sys.stderr), code)[1])
if sys.argv[1] != "api" or not os.environ.get("GH_TOKEN"):
    stop("set the GH_TOKEN environment variable", 4)
method = args[args.index("--method") + 1] if "--method" in args else "GET"
path = next(arg for arg in args if arg.startswith("repos/") or arg == "graphql")
given = json.loads(sys.stdin.read()) if "--input" in args else None
state["calls"].append([method, path, given])
answer = None
if path == "graphql":
    answer = {"data": {"viewer": {"login": state["me"]}}}
elif method == "GET":
    listed = state["issues" if "issues?" in path else "comments"]
    half = len(listed) // 2
    print(json.dumps(listed[:half]) + json.dumps(listed[half:]), end="")
elif state.get("readonly"):
    file.write_text(json.dumps(state), encoding="utf-8")
    stop("Resource not accessible by integration (HTTP 403)")
else:
    steps = path.split("/")[3:]
    kind = "issues" if steps == ["issues"] or (len(steps) == 2 and method == "PATCH") else "comments"
    if method == "POST":
        number = 1 + len(state["issues"]) + len(state["comments"])
        made = {"id": number, "number": number, "state": "open", "user": {"login": state["me"], "type": "Bot"}, **given}
        state[kind].append(made)
    else:
        found = next(item for item in state[kind] if str(item["id"]) == steps[-1])
        found.update(given)
file.write_text(json.dumps(state), encoding="utf-8")
if answer:
    print(json.dumps(answer))
"""


class GitHub:
    """The state behind the fake `gh`: comments and issues, who we are, and every call in order."""

    def __init__(self, file: Path, **state: Any) -> None:
        """Begin with nothing, or with some comments and issues."""
        self.file = file
        start = {"me": "github-actions[bot]", "comments": [], "issues": [], "calls": [], **state}
        file.write_text(json.dumps(start), encoding="utf-8")

    @property
    def state(self) -> dict[str, Any]:
        """Give everything."""
        found: dict[str, Any] = json.loads(self.file.read_text(encoding="utf-8"))
        return found

    def change(self, **state: Any) -> None:
        """Let somebody else change something; the calls are forgotten."""
        self.file.write_text(json.dumps({**self.state, "calls": [], **state}), encoding="utf-8")

    @property
    def written(self) -> list[tuple[str, str]]:
        """Give the changes that were asked for, as method and path; then forget them."""
        calls = [(method, path.removeprefix(f"repos/{REPOSITORY}/")) for method, path, _ in self.state["calls"]]
        self.change()
        return [call for call in calls if call[0] != "GET"]
