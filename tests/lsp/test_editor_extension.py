"""The extension for VS Code, and Neovim: an editor starts the server, and no folder that is opened may choose what."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, fjordvik, write

ROOT = Path(__file__).parents[2]
EXTENSION = ROOT / "editors/vscode"
_SECONDS = 60
_NVIM = """\
vim.cmd("edit plans/planer/klima.yaml")
local id = vim.lsp.start_client({ name = "planlint", cmd = { PYTHON, "-m", "planlint", "lsp", "--lang", "nb" },
  root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, id)
local function has(code)
  for _, one in ipairs(vim.diagnostic.get(0)) do if one.code == code then return true end end
  return false
end
local seen = vim.wait(30000, function() return has("PL102") end, 50)
local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\\n"):gsub("trygg%-opvekst", "trygg-oppvekst")
vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(text, "\\n"))
local mended = vim.wait(30000, function() return not has("PL102") end, 50)
local answer = vim.lsp.buf_request_sync(0, "textDocument/hover", {
  textDocument = { uri = vim.uri_from_bufnr(0) }, position = { line = LINE, character = 15 } }, 10000)
local hover = answer and answer[id] and answer[id].result and answer[id].result.contents.value or ""
io.stdout:write(tostring(seen), " ", tostring(mended), " ", hover, "\\n")
vim.cmd("qall!")
"""


def test_only_the_user_chooses_which_command_is_run() -> None:
    """The setting belongs to the machine, and a folder that nobody trusts starts nothing."""
    told = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    settings = told["contributes"]["configuration"]["properties"]
    assert {name: one["scope"] for name, one in settings.items()} == {"planlint.command": "machine"}
    assert settings["planlint.command"]["default"] == ["planlint", "lsp"]
    assert told["capabilities"]["untrustedWorkspaces"] == {"supported": False}
    assert set(re.findall(r'\.get\("(\w+)"\)', (EXTENSION / "extension.js").read_text(encoding="utf-8"))) == {"command"}


def test_what_the_extension_is_made_of_is_locked() -> None:
    """Each package has one version, and the lock has its hash and names no place that it is fetched from."""
    told = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((EXTENSION / "package-lock.json").read_text(encoding="utf-8"))
    asked = told["dependencies"] | told["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in asked.values())
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert {name: packages[f"node_modules/{name}"]["version"] for name in asked} == asked
    assert [name for name, one in packages.items() if "integrity" not in one or "resolved" in one] == []


@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")
def test_neovim_follows_what_is_typed(tmp_path: Path) -> None:
    """A wrong reference is told in Neovim, and gone when it is mended there; the goal's title is shown."""
    write(fjordvik(tmp_path), "planer/klima.yaml", PLAN.replace("trygg-oppvekst", "trygg-opvekst"))
    row = next(at for at, line in enumerate(PLAN.splitlines()) if line.startswith("forankring"))
    script = tmp_path / "test.lua"
    script.write_text(_NVIM.replace("PYTHON", json.dumps(sys.executable)).replace("LINE", str(row)), encoding="utf-8")
    done = subprocess.run(
        ["nvim", "--headless", "-u", "NONE", "-n", "-c", f"luafile {script}"],
        cwd=tmp_path, env={**os.environ, "PLANLINT_DATE": DATE}, stdin=subprocess.DEVNULL,
        capture_output=True, timeout=_SECONDS * 2, check=False, encoding="utf-8",
    )  # fmt: skip
    assert done.stdout.startswith("true true "), (done.stdout, done.stderr)
    assert "Barn og unge har en trygg oppvekst" in done.stdout
