"""The kinds of entity: their folders, their models and their names; the kinds that plansystem.yaml declares with them.

Everything that needs «all kinds» reads them here, in this order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.model.indikator import Indikator
from planlint.model.innspill import Innspill
from planlint.model.maal import Maal
from planlint.model.plan import Plan
from planlint.model.planstrategi import Planstrategi
from planlint.model.tiltak import Tiltak
from planlint.model.utfordring import Utfordring

if TYPE_CHECKING:
    from planlint.model.shared import Enhet

KINDS: dict[str, type[Enhet]] = {
    "plan": Plan,
    "maal": Maal,
    "indikator": Indikator,
    "tiltak": Tiltak,
    "utfordring": Utfordring,
    "planstrategi": Planstrategi,
    "innspill": Innspill,
}
# The folder under plans/ that holds each kind, in the order in which the folders are told to people.
FOLDERS = {
    "planer": "plan",
    "planstrategier": "planstrategi",
    "maal": "maal",
    "indikatorer": "indikator",
    "tiltak": "tiltak",
    "utfordringer": "utfordring",
    "innspill": "innspill",
}
# What people call the kinds of entity, and those that plansystem.yaml declares.
KIND_NAMES = {
    "plan": N_("plan"),
    "maal": N_("mål"),
    "indikator": N_("indikator"),
    "tiltak": N_("tiltak"),
    "utfordring": N_("utfordring"),
    "planstrategi": N_("planstrategi"),
    "innspill": N_("innspill"),
    "plantype": N_("plantype"),
    "måltype": N_("måltype"),
    "nivå": N_("nivå"),
    "sektor": N_("sektor"),
    "organ": N_("organ"),
    "kilde": N_("kilde"),
    "bestemmelse": N_("lovbestemmelse"),
}
