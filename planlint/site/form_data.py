"""What a form page is filled from: a small file for each plan, goal and so on, with what its YAML file says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from planlint.base import read_within
from planlint.forms import version_name
from planlint.site.form_fields import KINDS, lists, named
from planlint.source import UnreadableError, decode, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables import Nettsted

_MOST = 1 << 20


def form_data(site: Nettsted) -> Iterator[tuple[str, bytes]]:
    """Yield a file for each that can be changed: which file it is, its version, its title and its data.

    A file for each list of what can be named comes first: it is too heavy to stand in every page.
    """
    if site.root is None:
        return
    for name, rows in named(site, {name for kind in KINDS for name in lists(site, kind)}).items():
        yield f"skjema/liste-{name}.json", _written(rows)
    for kind in KINDS:
        for entity in site.register.entities[kind].values():
            raw = read_within(site.root, site.root / entity.file, _MOST)
            if raw is None:
                continue
            try:
                data = parse(decode(raw))[0]
            except UnreadableError:  # it was read when the register was, and has been changed since
                continue
            told = {
                "fil": entity.file,
                "innsjekking": site.versjon.sha,
                "utgave": version_name(raw),
                "tittel": entity.tittel,
                "data": data,
            }
            yield f"skjema/{kind}/{entity.id}.json", _written(told)


def _written(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str).encode()
