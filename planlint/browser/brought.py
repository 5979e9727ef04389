"""The files of a plan system as one file that a site brings, so that the linter in a reader's browser has them too."""

from __future__ import annotations

import base64
import json
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Brought(NamedTuple):
    """What a site brings: the files by path, the day of the register, and whether the schemas lie beside the plans."""

    contents: dict[str, bytes | OSError]
    today: date
    has_schema: bool


def register_file(contents: Mapping[str, bytes | OSError], today: date, *, has_schema: bool) -> bytes:
    """Give the file. What could not be read is told as that; what is no UTF-8 is kept byte for byte."""
    told: dict[str, Any] = {"dag": today.isoformat(), "skjemaer": has_schema, "filer": {}, "andre": {}, "ulest": {}}
    for path, raw in sorted(contents.items()):
        if isinstance(raw, OSError):
            told["ulest"][path] = raw.errno
            continue
        try:
            told["filer"][path] = raw.decode()
        except UnicodeDecodeError:
            told["andre"][path] = base64.b64encode(raw).decode()
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def read_register(raw: bytes | str) -> Brought:
    """Give what such a file holds."""
    told = json.loads(raw)
    contents: dict[str, bytes | OSError] = {path: text.encode() for path, text in told["filer"].items()}
    contents |= {path: base64.b64decode(text) for path, text in told["andre"].items()}
    contents |= {path: OSError(number, "", path) for path, number in told["ulest"].items()}
    return Brought(dict(sorted(contents.items())), date.fromisoformat(told["dag"]), told["skjemaer"])
