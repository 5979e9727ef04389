"""What a form page is filled from: a small file for each plan, goal and so on, with what its YAML file says.

What can be named in a field is in files of its own, one for each list, so that no page grows with the register.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from planlint.base import read_within
from planlint.forms import version_name
from planlint.site.form_fields import KINDS, list_names, sections
from planlint.site.form_named import named
from planlint.source import UnreadableError, decode, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables import Nettsted

_MOST = 1 << 20


def form_data(site: Nettsted) -> Iterator[tuple[str, bytes]]:
    """Yield a file for each that can be changed: which file it is, its version, its title and its data."""
    if site.root is None:
        return
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
                "utgave": version_name(raw),
                "tittel": entity.tittel,
                "side": site.link(entity).sti,
                "data": data,
            }
            text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=str)
            yield f"skjema/{kind}/{entity.id}.json", text.encode()


def form_lists(site: Nettsted) -> Iterator[tuple[str, bytes]]:
    """Yield a file for each list of what can be named: id, what it is called, and 1 where it can be chosen anew."""
    names = set[str]().union(*(list_names(sections(site, kind)) for kind in KINDS))
    for name, rows in named(site, names).items():
        text = json.dumps([list(row[:3]) for row in rows], ensure_ascii=False, separators=(",", ":"))
        yield f"skjema/liste-{name}.json", text.encode()
