"""What a source does not state: the names that plansystem.yaml may list for it, for each kind of file.

A name is a field of the file, or one of those that are told in another way: of a plan, what its adoption and its events
say (`dato`, `organ`, `sak`, `høring` …); of a goal, that something measures it (`indikator`); of an indicator, what was
measured after the source came (`nyere_verdier`).
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field

from planlint.model.shared import Model

PlanField = Literal[
    "status", "sammendrag", "periode", "arbeid", "revisjon", "ansvarlig", "forankring", "utfordringer", "del_av",
    "bygger_på", "erstatter", "avgrenset_mot", "hjemmel", "lovpålagt", "tema", "målgruppe", "partnere",
    "bærekraftsmål", "beslutninger", "arealplan_id", "lenker", "dato", "organ", "sak", "høring", "offentliggjort",
    "oppstart", "planprogram", "innspill",
]  # fmt: skip
MaalField = Literal["overordnet", "indikator", "blir"]
IndikatorField = Literal["verdier", "nyere_verdier", "måltall"]
TiltakField = Literal["mål", "plan", "ansvarlig"]
UtfordringField = Literal["mål", "sider"]
InnspillField = Literal["plan", "mål", "avsender", "dato", "svar"]
EveryField = Literal[PlanField, MaalField, IndikatorField, TiltakField, UtfordringField, InnspillField]
SILENT_FIELDS: dict[str, tuple[str, ...]] = {
    "plan": get_args(PlanField),
    "maal": get_args(MaalField),
    "indikator": get_args(IndikatorField),
    "tiltak": get_args(TiltakField),
    "utfordring": get_args(UtfordringField),
    "innspill": get_args(InnspillField),
}
"""What a source can be silent about, by kind of file."""


class OppgirIkke(Model):
    """Det en kilde ikke oppgir, for hvert slags fil."""

    alle: tuple[EveryField, ...] = Field(
        (), title="Alle", description="Opplysninger som kilden ikke oppgir, hva slags fil det enn gjelder."
    )
    plan: tuple[PlanField, ...] = Field((), title="Plan", description="Det kilden ikke oppgir om planer.")
    maal: tuple[MaalField, ...] = Field((), title="Mål", description="Det kilden ikke oppgir om mål.")
    indikator: tuple[IndikatorField, ...] = Field(
        (), title="Indikator", description="Det kilden ikke oppgir om indikatorer."
    )
    tiltak: tuple[TiltakField, ...] = Field((), title="Tiltak", description="Det kilden ikke oppgir om tiltak.")
    utfordring: tuple[UtfordringField, ...] = Field(
        (), title="Utfordring", description="Det kilden ikke oppgir om utfordringer."
    )
    innspill: tuple[InnspillField, ...] = Field((), title="Innspill", description="Det kilden ikke oppgir om innspill.")

    def of(self, kind: str) -> frozenset[str]:
        """Give what the source does not state in a file of a kind."""
        return frozenset((*self.alle, *getattr(self, kind, ())))


def _of_all(value: Any) -> Any:
    return {"alle": value} if isinstance(value, list) else value


OppgirIkkeOrList = Annotated[OppgirIkke, BeforeValidator(_of_all, json_schema_input_type=list[EveryField] | OppgirIkke)]
