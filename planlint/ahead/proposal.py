"""A draft planstrategi: for every plan a proposal, and the reasons that the register gives for it.

It is only ever a proposal. What shall happen to a plan is for kommunestyret to decide (plan- og bygningsloven § 10-1).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from planlint.ahead.half_year import WorkTime, work_time
from planlint.ahead.reasons import content, time, work
from planlint.base import N_, Ord

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.ahead.case import Facts, PlanCase
    from planlint.model import Valg


class Basis(NamedTuple):
    """A line of the decision table: a fact, what it leads to (None: nothing by itself), and the sentence for it."""

    kode: str
    gjelder: Callable[[PlanCase], Facts | None]
    valg: Valg | None
    tekst: Ord


# The decision table. The first line that applies and leads to something is the proposal; all that apply are reasons.
#
# First comes what makes any other line a guess (no status), then what has been decided or is going on, then what is
# due, then what the plan rests on. «Ny» is also for a plan that is planned or being made: it is not adopted yet.
DECISION_TABLE = (
    Basis("status-ukjent", work.status_unknown, "vurderes", N_("Registeret viser ikke hvilken status planen har.")),
    Basis("avløst", work.avloest, "oppheves", N_("En nyere utgave, «{tittel}», har avløst planen.")),
    Basis("forbigått", work.bypassed, "vurderes", N_("En nyere utgave, «{tittel}», er vedtatt.")),
    Basis(
        "etterfølger-i-arbeid", work.successor_at_work, "revideres",
        N_("Arbeidet med {planer}, som skal erstatte planen, er i gang og skal fullføres."),
    ),
    Basis("erstattes", work.being_replaced, "revideres", N_("Planen skal erstattes av {planer}.")),
    Basis(
        "bestemt-avviklet-pliktig", work.plikt_to_be_ended, "vurderes",
        N_(
            "Planstrategien for {periode} sier at planen skal oppheves. Kommunen skal ha en slik plan, og registeret "
            "viser ingen annen som gjelder."
        ),
    ),
    Basis(
        "bestemt-avviklet", work.to_be_ended, "oppheves",
        N_("Planstrategien for {periode} sier at planen skal oppheves. Registeret viser ikke at det er gjort."),
    ),
    Basis(
        "bestemt-sammen", work.to_be_merged, "slås_sammen",
        N_("Planstrategien for {periode} sier at planen skal slås sammen. Registeret viser ikke at det er gjort."),
    ),
    Basis(
        "overlapp", content.overlaps, "slås_sammen",
        N_("Planen handler om nesten det samme som {planer}, og registeret sier ikke hva som skiller dem."),
    ),
    Basis("på-vent", work.put_off, "vurderes", N_("Arbeidet er satt på vent.")),
    Basis("under-revisjon", work.under_revision, "revideres", N_("Revisjonen er i gang.")),
    Basis("forsinket", work.forsinket, "vurderes", N_("Arbeidet skulle vært ferdig {ferdig}.")),
    Basis("under-arbeid", work.under_work, "ny", N_("Arbeidet med planen er i gang.")),
    Basis("planlagt", work.planlagt, "ny", N_("Planen er planlagt, men arbeidet er ikke begynt.")),
    Basis(
        "bestemt-revidert", work.to_be_revised, "revideres",
        N_("Planstrategien for {periode} sier at planen skal revideres. Registeret viser ikke at det er gjort."),
    ),
    Basis(
        "fornyet", time.renewed, "vurderes",
        N_("Planen er vedtatt på nytt eller forlenget {dato}, men har ikke fått ny periode."),
    ),
    Basis(
        "ubrukt", content.unused, "oppheves",
        N_("Planen er ikke revidert, og registeret knytter ingen mål, planer eller tiltak som gjelder, til den."),
    ),
    Basis("revisjon-forfalt", time.revisjon_forfalt, "revideres", N_("Planen skulle vært revidert innen {frist}.")),
    Basis("revisjon", time.revision_coming, "revideres", N_("Planen skal revideres innen {frist}.")),
    Basis(
        "kunnskapsgrunnlag", content.kunnskap, "vurderes",
        N_("Dette er kunnskapsgrunnlag. Spørsmålet er om kommunen trenger en ny utgave."),
    ),
    Basis("periode-ute", time.period_past, "revideres", N_("Perioden gikk ut {slutt}.")),
    Basis("periode-slutter", time.period_ends, "revideres", N_("Perioden går ut {slutt}.")),
    Basis(
        "mål-utgått", content.maal_utgaatt, "revideres",
        N_("Planen er forankret i mål som ikke gjelder lenger, fra {planer}."),
    ),
    Basis(
        "mål-endret", content.goal_changed, "vurderes",
        N_("Et mål som planen er forankret i, er endret etter at koblingen ble bekreftet."),
    ),
    Basis(
        "kommuneplan", content.kommuneplan, "vurderes",
        N_("Planstrategien skal ta stilling til om kommuneplanen skal revideres."),
    ),
    Basis(
        "gammel", time.old, "vurderes",
        N_("Siste vedtak er fra {dato}, og registeret har verken sluttdato eller revisjonsdato."),
    ),
    Basis(
        "udatert", time.undated, "vurderes", N_("Registeret har verken vedtaksdato, sluttdato eller revisjonsdato.")
    ),
    Basis("lovpålagt", content.lovpaalagt, None, N_("Loven krever en slik plan.")),
    Basis("uforankret", content.uforankret, None, N_("Planen er ikke forankret i noe mål.")),
    Basis("varer", time.lasts, "videreføres", N_("Perioden varer til {slutt}.")),
    Basis("uten-frist", time.no_deadline, "videreføres", N_("Registeret har ingen frist for planen i valgperioden.")),
)  # fmt: skip


class Reason(NamedTuple):
    """A reason: the code of its line in the table, its sentence, and what that is filled in with."""

    kode: str
    tekst: Ord
    fakta: Facts


@dataclass(frozen=True, slots=True)
class PlanProposal:
    """A proposal about a plan (or about a goal that no plan follows up), with its reasons, the deciding one first."""

    entity: str
    tittel: str
    gruppe: str
    type: str
    valg: Valg
    grunner: tuple[Reason, ...]
    arbeid: WorkTime = field(default_factory=WorkTime)
    ansvarlig: str | None = None
    hjemmel: tuple[str, ...] = ()


def plan_heading(sak: PlanCase) -> str:
    """Give the heading that the plan stands under: its type's."""
    name = (sak.type.gruppe or sak.type.navn) if sak.type else sak.plan.type
    return name[:1].upper() + name[1:]


def propose_for(sak: PlanCase) -> PlanProposal:
    """Give the proposal about a plan; «vurderes» where no line of the table leads to anything."""
    found = [(line, facts) for line in DECISION_TABLE if (facts := line.gjelder(sak)) is not None]
    first = next((item for item in found if item[0].valg), None)
    valg: Valg = (first and first[0].valg) or "vurderes"
    ordered = ([first] if first else []) + [item for item in found if item is not first]
    return PlanProposal(
        entity=sak.plan.entity,
        tittel=sak.plan.tittel,
        gruppe=plan_heading(sak),
        type=sak.type.navn if sak.type else sak.plan.type,
        valg=valg,
        grunner=tuple(Reason(line.kode, line.tekst, facts) for line, facts in ordered),
        arbeid=work_time(sak.register, sak.plan, valg, sak.frist, sak.tid),
        ansvarlig=sak.plan.ansvarlig,
        hjemmel=sak.hjemmel,
    )
