"""What stands in the files and cannot be read: told on every page, so that nothing of it is taken to be lacking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import NN_
from planlint.output import label
from planlint.tables import once
from planlint.text import alphabetical

if TYPE_CHECKING:
    from planlint.site.page import Page
    from planlint.tables import Nettsted

_NAMED = 3
_MORE = NN_("{n} til", "{n} til")
_ELSEWHERE = NN_(
    "Noe i {n} fil i registeret kan ikke leses: {hva}. Der sidene sier at noe mangler, kan det likevel stå der.",
    "Noe i {n} filer i registeret kan ikke leses: {hva}. Der sidene sier at noe mangler, kan det likevel stå der.",
)


def unread_note(site: Nettsted, page: Page) -> str:
    """Say what cannot be read: of the page's own file which fields, else of which files; "" where all is read."""
    own = _fields_of(site).get(page.kildefil) if page.kildefil else None
    if own:
        text = site.lang.gettext(
            "Noe i filen bak siden kan ikke leses: {felt}. Der siden sier at det mangler, kan det likevel stå der."
        )
        return text.format(felt=site.lang.enumeration(own))
    return _elsewhere(site)


@once
def _fields_of(site: Nettsted) -> dict[str, list[str]]:
    """Give by file the names of the fields that cannot be read."""
    broken = site.register.broken
    found = {}
    for entities in site.register.entities.values():
        for entity in entities.values():
            if fields := broken.get(entity.entity):
                names = (str(site.lang.gettext(label(felt)) or felt).lower() for felt in sorted(fields))
                found[entity.file] = list(dict.fromkeys(names))
    return found


@once
def _elsewhere(site: Nettsted) -> str:
    """Say how many files have something that cannot be read, and name the first of them."""
    register = site.register
    every = {entity.entity: entity.tittel for items in register.entities.values() for entity in items.values()}
    names = [every.get(name, name.rpartition("/")[2]) for name, fields in register.broken.items() if fields]
    names += [id_ for _, id_ in register.opaque]
    if not names:
        return ""
    shown = [site.lang.quoted(name) for name in sorted(names, key=alphabetical)]
    rest = len(shown) - _NAMED
    more = [site.lang.ngettext(*_MORE, rest)] if rest > 0 else []
    told = site.lang.enumeration([*shown[:_NAMED], *more])
    return site.lang.choose(*_ELSEWHERE, len(names)).format(n=site.lang.number(len(names)), hva=told)
