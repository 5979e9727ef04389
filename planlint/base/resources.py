"""Where templates, schemas and the rules' examples are: inside the wheel, or in the checkout while developing."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_IN_CHECKOUT = {"templates": "templates", "schema": "schema", "rules": "tests/rules", "examples": "examples"}


def folder(name: str) -> Path:
    """Give the folder of `templates`, `schema`, `rules` or `examples`."""
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / _IN_CHECKOUT[name]
