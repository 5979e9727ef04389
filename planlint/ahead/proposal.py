"""A draft planstrategi: for every plan a proposal, and the reasons that the register gives for it.

It is only ever a proposal. What shall happen to a plan is for kommunestyret to decide (plan- og bygningsloven § 10-1).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from planlint.ahead.half_year import WorkTime, work_time
from planlint.ahead.reasons import content, time, work
from planlint.ahead.reasons.work import coming
from planlint.base import N_, Message, Ord, verbatim
from planlint.register import type_group

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.ahead.case import Facts, PlanCase
    from planlint.model import Valg


class Basis(NamedTuple):
    """A line of the decision table: a fact, what it leads to (None: nothing by itself), and the sentence for it.

    `question` is the question that must be answered before anybody can decide; None where the register knows enough.
    """

    kode: str
    gjelder: Callable[[PlanCase], Facts | None]
    valg: Valg | None
    tekst: Ord
    question: Ord | None = None


IS_REPLACED = N_("Har den nyere utgaven erstattet planen?")
# The decision table. The first line that applies and leads to something is the proposal; all that apply are reasons.
#
# First comes what makes any other line a guess (no status), then what has been decided or is going on, then what is
# due, then what the plan rests on. «Ny» is also for a plan that is planned or being made: it is not adopted yet.
# «Oppheves» needs a positive reason, that somebody has decided it: that the register shows no use of a plan is none.
DECISION_TABLE = (
    Basis(
        "status-ukjent", work.status_unknown, "vurderes", N_("Registeret viser ikke hvilken status planen har."),
        N_("Hvilken status har planen?"),
    ),
    Basis(
        "avløst", work.avloest, "vurderes",
        N_("En nyere utgave, «{tittel}», er vedtatt. Registeret sier ikke om den har erstattet planen."), IS_REPLACED,
    ),
    Basis(
        "forbigått", work.bypassed, "vurderes", N_("En nyere utgave, «{tittel}», er vedtatt."),
        N_("Ble planen vedtatt, og har den nyere utgaven erstattet den?"),
    ),
    Basis(
        "erstattes-sammen", work.being_merged, "slås_sammen",
        N_("{planer} skal erstatte både denne planen og {andre}."),
    ),
    Basis("erstattes", work.being_replaced, "revideres", N_("Planen skal erstattes av {planer}.")),
    Basis(
        "bestemt-avviklet-pliktig", work.plikt_to_be_ended, "vurderes",
        N_(
            "Planstrategien for {periode} sier at planen skal oppheves. Kommunen skal ha en slik plan, og registeret "
            "viser ingen annen som gjelder."
        ),
        N_("Hva skal komme i stedet for planen?"),
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
        "på-vent", work.put_off, "vurderes", N_("Arbeidet er satt på vent."),
        N_("Skal arbeidet tas opp igjen, og når?"),
    ),
    Basis(
        "arbeid-gammelt", work.told_before, "vurderes",
        N_("Ifølge {kilde} ({tid}) var statusen «{status}». Registeret viser ikke hva som er skjedd senere."),
        N_("Hvor langt er arbeidet kommet?"),
    ),
    Basis("under-revisjon", work.under_revision, "revideres", N_("Revisjonen er i gang.")),
    Basis(
        "forsinket", work.forsinket, "vurderes",
        N_("Arbeidet skulle vært ferdig {ferdig:i}. Registeret viser ikke at det er gjort."),
        N_("Skal arbeidet fullføres, og når?"),
    ),
    Basis("under-arbeid", work.under_work, "ny", N_("Arbeidet med planen er i gang.")),
    Basis(
        "utsatt-til", work.postponed_to, "vurderes",
        N_("Planstrategien for {periode} utsatte arbeidet med planen. Det skal begynne {tid:i}."),
        N_("Skal arbeidet begynne da?"),
    ),
    Basis(
        "utsatt", work.postponed, "vurderes", N_("Planstrategien for {periode} utsatte arbeidet med planen."),
        N_("Skal arbeidet begynne nå, og når skal det være ferdig?"),
    ),
    Basis(
        "ikke-prioritert", work.not_prioritised, "vurderes",
        N_("Planstrategien for {periode} prioriterte ikke arbeidet med planen."), N_("Skal arbeidet prioriteres nå?"),
    ),
    Basis("planlagt", work.planlagt, "ny", N_("Planen er planlagt. Registeret viser ikke at arbeidet er begynt.")),
    Basis(
        "bestemt-revidert", work.to_be_revised, "revideres",
        N_("Planstrategien for {periode} sier at planen skal revideres. Registeret viser ikke at det er gjort."),
    ),
    Basis(
        "fornyet", time.renewed, "vurderes",
        N_("Planen er vedtatt på nytt eller forlenget {dato}, og registeret viser ingen ny periode."),
        N_("Hvor lenge gjelder planen?"),
    ),
    Basis(
        "ubrukt", content.unused, "vurderes",
        N_("Perioden gikk ut {slutt:ved}, og registeret viser ikke hva som er bestemt om planen etter det. Det viser "
           "heller ikke mål, planer eller tiltak som gjelder, og som bygger på den."),
        N_("Brukes planen fortsatt, er den erstattet, eller skal den oppheves?"),
    ),
    Basis(
        "overlapp", content.overlaps, "vurderes",
        N_("Planen handler om nesten det samme som {planer}, og registeret sier ikke hva som skiller dem."),
        N_("Skal planene slås sammen, eller hva skiller dem?"),
    ),
    Basis(
        "årlig", time.yearly, "revideres",
        N_("Planen blir laget på nytt hvert år. Registeret viser ingen nyere utgave."),
    ),
    Basis("revisjon-forfalt", time.revisjon_forfalt, "revideres", N_("Planen skulle vært revidert innen {frist:av}.")),
    Basis("revisjon", time.revision_coming, "revideres", N_("Planen skal revideres innen {frist:av}.")),
    Basis(
        "kunnskapsgrunnlag", content.kunnskap, "vurderes", N_("Dette er kunnskapsgrunnlag."),
        N_("Trenger kommunen en ny utgave?"),
    ),
    Basis(
        "periode-ute-pliktig", time.period_past_by_law, "revideres",
        N_("Perioden gikk ut {slutt:ved}, og kommunen skal ha en slik plan."),
    ),
    Basis(
        "periode-ute", time.period_past, "vurderes", N_("Perioden gikk ut {slutt:ved}."),
        N_("Skal planen fornyes, forlenges eller oppheves?"),
    ),
    Basis("periode-slutter", time.period_ends, "revideres", N_("Perioden går ut {slutt:ved}.")),
    Basis(
        "mål-utgått", content.maal_utgaatt, "vurderes",
        N_("Planen er forankret i mål som ikke gjelder lenger, fra {planer}."),
        N_("Hvilke gjeldende mål følger planen opp?"),
    ),
    Basis(
        "mål-endret", content.goal_changed, "vurderes",
        N_("Et mål som planen er forankret i, er endret etter at koblingen ble bekreftet."),
        N_("Følger planen fortsatt opp målet?"),
    ),
    Basis(
        "kommuneplan", content.kommuneplan, "vurderes",
        N_("Planstrategien skal ta stilling til om kommuneplanen skal revideres."),
        N_("Skal planen revideres helt, delvis eller ikke?"),
    ),
    Basis(
        "gammel", time.old, "vurderes",
        N_("Siste vedtak er fra {dato}, og registeret har verken sluttdato eller revisjonsdato."),
        N_("Gjelder planen slik den er, eller må den revideres?"),
    ),
    Basis(
        "udatert", time.undated, "vurderes",
        N_("Registeret har verken vedtaksdato, sluttdato eller revisjonsdato."),
        N_("Når ble planen vedtatt, og hvor lenge gjelder den?"),
    ),
    Basis(
        "avvikles-på-vilkår", work.to_be_ended_later, None,
        N_("Planstrategien for {periode} sier at planen skal oppheves, men på et vilkår: «{vilkaar}»."),
    ),
    Basis("brukt-siden", time.used_since, None, N_("{kilder} omtaler planen etter at perioden gikk ut.")),
    Basis("revisjon-usikker", time.revision_in_doubt, None, N_("Tiden for neste revisjon er usikker i registeret.")),
    Basis("lovpålagt", content.lovpaalagt, None, N_("Loven krever en slik plan.")),
    Basis(
        "uforankret", content.uforankret, None,
        N_("Det er ikke dokumentert hvilket mål eller hvilken plan denne følger opp."),
    ),
    Basis("varer", time.lasts, "videreføres", N_("Perioden varer til {slutt:av}.")),
    Basis(
        "uten-frist", time.no_deadline, "vurderes", N_("Registeret har ingen frist for planen i valgperioden."),
        N_("Gjelder planen slik den er, eller må den revideres?"),
    ),
    Basis("kjent-avvik", content.accepted, None, N_("Kjent avvik: {grunn}")),
    Basis("merknad", content.remark, None, N_("Merknad i registeret: {merknad}")),
)  # fmt: skip


SAID_BY = {"periode-ute": ("ubrukt", "periode-ute-pliktig"), "revisjon-forfalt": ("årlig",)}
"""What need not be said where another line has said it."""


class Reason(NamedTuple):
    """A reason: the code of its line in the table, its sentence, what that is filled in with, and what to ask."""

    kode: str
    tekst: Ord
    fakta: Facts
    question: Ord | None = None


@dataclass(frozen=True, slots=True)
class PlanProposal:
    """A proposal about a plan, a duty of law or goals without follow-up, with its reasons, the deciding one first.

    `utenfor` says why it is not for the planstrategi to decide, where it is not: then nothing is proposed.
    """

    entity: str
    tittel: str
    gruppe: str
    type: str
    valg: Valg
    grunner: tuple[Reason, ...]
    arbeid: WorkTime = field(default_factory=WorkTime)
    ansvarlig: str | None = None
    hjemmel: tuple[str, ...] = ()
    utenfor: Message | None = None

    @property
    def question(self) -> Ord | None:
        """The question that must be answered before anybody can decide; None where the register knows enough."""
        return self.grunner[0].question if self.grunner else None


def why_outside(sak: PlanCase) -> Message | None:
    """Give why the planstrategi does not decide what shall happen to a plan; None where it does.

    It does where the planstrategi in force has decided about it; else the plan's type says whose the plan is.
    """
    if not sak.type or sak.register.beslutning(sak.plan):
        return None
    if sak.type.utenfor_planstrategi:
        return verbatim(sak.type.utenfor_planstrategi)
    if sak.has_kunnskap:
        text = N_("I plansystemet er dette kunnskapsgrunnlag, ikke en plan som planstrategien avgjør.")
        return Message.of_text(text)
    return Message.of_text(N_("Planen er intern. Den blir fastsatt administrativt.")) if sak.type.intern else None


def plan_heading(sak: PlanCase) -> str:
    """Give the heading that the plan stands under: its type's."""
    name = type_group(sak.register, sak.plan)
    return name if isinstance(name, Ord) else name[:1].upper() + name[1:]


def _work(sak: PlanCase, valg: Valg) -> WorkTime:
    """Suggest when to work on a plan; where a successor is being made, on that."""
    one = next((new for new in coming(sak) if new.arbeid), None) or next(iter(coming(sak)), sak.plan)
    return work_time(sak.register, one, valg, sak.frist, sak.tid)


def propose_for(sak: PlanCase) -> PlanProposal:
    """Give the proposal about a plan; «vurderes» where no line of the table leads to anything.

    Only the deciding reason asks a question: what the others ask is answered with it, or is of no use before.
    """
    found = [(line, facts) for line in DECISION_TABLE if (facts := line.gjelder(sak)) is not None]
    codes = {line.kode for line, _ in found}
    found = [(line, facts) for line, facts in found if codes.isdisjoint(SAID_BY.get(line.kode, ()))]
    first = next((item for item in found if item[0].valg), None)
    valg: Valg = (first and first[0].valg) or "vurderes"
    ordered = ([first] if first else []) + [item for item in found if item is not first]
    return PlanProposal(
        entity=sak.plan.entity,
        tittel=sak.plan.tittel,
        gruppe=plan_heading(sak),
        type=sak.type.navn if sak.type else sak.plan.type,
        valg=valg,
        grunner=tuple(Reason(line.kode, line.tekst, facts, line.question) for line, facts in ordered),
        arbeid=_work(sak, valg),
        ansvarlig=sak.plan.ansvarlig,
        hjemmel=sak.hjemmel,
        utenfor=why_outside(sak),
    )
