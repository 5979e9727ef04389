"""The kinds of file in a plan system, as pydantic models: the format's only definition.

Field names are the YAML keys with æ, ø, å written ae, oe, aa. The JSON Schemas in `schema/` are generated from here.
"""

from planlint.model.avvik import Avvik, Avviksfil
from planlint.model.entity_kinds import KINDS
from planlint.model.indikator import Indikator, Maaltall
from planlint.model.maal import Maal
from planlint.model.plan import Beslutning, Forankring, Plan, Revisjon
from planlint.model.planstrategi import Planstrategi
from planlint.model.plansystem import Maaltype, Plansystem, Plantype
from planlint.model.shared import Enhet, Hendelse, Kildehenvisning, Model, Periode
from planlint.model.tidspunkt import Tidspunkt
from planlint.model.tiltak import Tiltak
from planlint.model.utfordring import Utfordring

__all__ = [
    "KINDS",
    "Avvik",
    "Avviksfil",
    "Beslutning",
    "Enhet",
    "Forankring",
    "Hendelse",
    "Indikator",
    "Kildehenvisning",
    "Maal",
    "Maaltall",
    "Maaltype",
    "Model",
    "Periode",
    "Plan",
    "Planstrategi",
    "Plansystem",
    "Plantype",
    "Revisjon",
    "Tidspunkt",
    "Tiltak",
    "Utfordring",
]
