"""Changes in the plan system's own words, with the names that things have today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.change import declared_names
from planlint.law import bestemmelser
from planlint.output import Teller, Values
from planlint.tables import once

if TYPE_CHECKING:
    from planlint.tables import Nettsted


@once
def change_teller(site: Nettsted) -> Teller:
    """Give what tells changes to the readers of a site, in its language."""
    register = site.register
    names: dict[tuple[str, str], str] = {("bestemmelse", id_): one.navn for id_, one in bestemmelser().items()}
    names |= declared_names(register.plansystem)
    for kind, entities in register.entities.items():
        names |= {(kind, id_): entity.tittel for id_, entity in entities.items()}
    return Teller(Values(names, site.lang.for_readers))
