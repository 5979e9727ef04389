"""avvik.yaml: findings that are known and accepted for now, each with a reason."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from planlint.model.shared import Model, Text
from planlint.model.tidspunkt import Day

Avtrykk = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]


class Avvik(Model):
    """Kjente funn av én regel, med én grunn."""

    regel: Annotated[str, Field(pattern=r"^PL\d{3}$")] = Field(title="Regel", description="Regelens kode.")
    grunn: Text = Field(title="Grunn", description="Hvorfor funnene er godtatt inntil videre.")
    til: Day | None = Field(None, title="Til", description="Siste dag funnene er godtatt.")
    gjelder: dict[Text, tuple[Avtrykk, ...]] = Field(
        title="Gjelder", description="Funnene: hva de gjelder, og merket deres (planlint skriver det)."
    )


class Avviksfil(Model):
    """Kjente avvik i plansystemet."""

    per: Day = Field(title="Per", description="Dagen lista ble laget eller ryddet.")
    avvik: tuple[Avvik, ...] = Field((), title="Avvik", description="De kjente funnene.")
