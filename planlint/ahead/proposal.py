"""A draft planstrategi: for every plan a proposal, and the reasons that the register gives for it.

It is only ever a proposal. What shall happen to a plan is for kommunestyret to decide (plan- og bygningsloven § 10-1).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from planlint.ahead.half_year import Arbeidstid, arbeidstid
from planlint.ahead.reasons import content, time, work
from planlint.base.diagnostic import N_, Ord

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.ahead.case import Fakta, Sak
    from planlint.model.ord import Valg


class Grunnlag(NamedTuple):
    """A line of the decision table: a fact, what it leads to (None: nothing by itself), and the sentence for it."""

    kode: str
    gjelder: Callable[[Sak], Fakta | None]
    valg: Valg | None
    tekst: Ord


# The decision table. The first line that applies and leads to something is the proposal; all that apply are reasons.
#
# First comes what makes any other line a guess (no status), then what has been decided or is going on, then what is
# due, then what the plan rests on. «Ny» is also for a plan that is planned or being made: it is not adopted yet.
TABELL = (
    Grunnlag("status-ukjent", work.status_ukjent, "vurderes", N_("Registeret viser ikke hvilken status planen har.")),
    Grunnlag("avløst", work.avloest, "oppheves", N_("En nyere utgave, «{tittel}», har avløst planen.")),
    Grunnlag("forbigått", work.forbigaatt, "vurderes", N_("En nyere utgave, «{tittel}», er vedtatt.")),
    Grunnlag("erstattes", work.erstattes, "oppheves", N_("Planen skal erstattes av {planer}.")),
    Grunnlag(
        "bestemt-avviklet", work.bestemt_avviklet, "oppheves",
        N_("Planstrategien for {periode} sier at planen skal oppheves. Registeret viser ikke at det er gjort."),
    ),
    Grunnlag(
        "bestemt-sammen", work.bestemt_sammen, "slås_sammen",
        N_("Planstrategien for {periode} sier at planen skal slås sammen. Registeret viser ikke at det er gjort."),
    ),
    Grunnlag(
        "overlapp", content.overlapper, "slås_sammen",
        N_("Planen handler om nesten det samme som {planer}, og registeret sier ikke hva som skiller dem."),
    ),
    Grunnlag("på-vent", work.paa_vent, "vurderes", N_("Arbeidet er satt på vent.")),
    Grunnlag("under-revisjon", work.under_revisjon, "revideres", N_("Revisjonen er i gang.")),
    Grunnlag("forsinket", work.forsinket, "vurderes", N_("Arbeidet skulle vært ferdig {ferdig}.")),
    Grunnlag("under-arbeid", work.under_arbeid, "ny", N_("Arbeidet med planen er i gang.")),
    Grunnlag("planlagt", work.planlagt, "ny", N_("Planen er planlagt, men arbeidet er ikke begynt.")),
    Grunnlag(
        "bestemt-revidert", work.bestemt_revidert, "revideres",
        N_("Planstrategien for {periode} sier at planen skal revideres. Registeret viser ikke at det er gjort."),
    ),
    Grunnlag(
        "fornyet", time.fornyet, "vurderes",
        N_("Planen er vedtatt på nytt eller forlenget {dato}, men har ikke fått ny periode."),
    ),
    Grunnlag(
        "ubrukt", content.ubrukt, "oppheves",
        N_("Planen er ikke fornyet, og registeret knytter ingen mål, planer eller tiltak som gjelder, til den."),
    ),
    Grunnlag("revisjon-forfalt", time.revisjon_forfalt, "revideres", N_("Planen skulle vært revidert innen {frist}.")),
    Grunnlag("revisjon", time.revisjon_kommer, "revideres", N_("Planen skal revideres innen {frist}.")),
    Grunnlag(
        "kunnskapsgrunnlag", content.kunnskap, "vurderes",
        N_("Dette er kunnskapsgrunnlag. Spørsmålet er om kommunen trenger en ny utgave."),
    ),
    Grunnlag("periode-ute", time.periode_ute, "revideres", N_("Perioden gikk ut {slutt}.")),
    Grunnlag("periode-slutter", time.periode_slutter, "revideres", N_("Perioden går ut {slutt}.")),
    Grunnlag(
        "mål-utgått", content.maal_utgaatt, "revideres",
        N_("Planen er forankret i mål som ikke gjelder lenger, fra {planer}."),
    ),
    Grunnlag(
        "mål-endret", content.maal_endret, "vurderes",
        N_("Et mål som planen er forankret i, er endret etter at koblingen ble bekreftet."),
    ),
    Grunnlag(
        "kommuneplan", content.kommuneplan, "vurderes",
        N_("Planstrategien skal ta stilling til om kommuneplanen skal revideres."),
    ),
    Grunnlag(
        "gammel", time.gammel, "vurderes",
        N_("Siste vedtak er fra {dato}, og registeret har verken sluttdato eller revisjonsdato."),
    ),
    Grunnlag(
        "udatert", time.udatert, "vurderes", N_("Registeret har verken vedtaksdato, sluttdato eller revisjonsdato.")
    ),
    Grunnlag("lovpålagt", content.lovpaalagt, None, N_("Loven krever en slik plan.")),
    Grunnlag("uforankret", content.uforankret, None, N_("Planen er ikke forankret i noe mål.")),
    Grunnlag("varer", time.varer, "videreføres", N_("Perioden varer til {slutt}.")),
    Grunnlag("uten-frist", time.uten_frist, "videreføres", N_("Registeret har ingen frist for planen i valgperioden.")),
)  # fmt: skip


class Grunn(NamedTuple):
    """A reason: the code of its line in the table, its sentence, and what that is filled in with."""

    kode: str
    tekst: Ord
    fakta: Fakta


@dataclass(frozen=True, slots=True)
class Forslag:
    """A proposal about a plan (or about a goal that no plan follows up), with its reasons, the deciding one first."""

    entity: str
    tittel: str
    gruppe: str
    type: str
    valg: Valg
    grunner: tuple[Grunn, ...]
    arbeid: Arbeidstid = field(default_factory=Arbeidstid)
    ansvarlig: str | None = None
    hjemmel: tuple[str, ...] = ()


def gruppe(sak: Sak) -> str:
    """Give the heading that the plan stands under: its type's."""
    name = (sak.type.gruppe or sak.type.navn) if sak.type else sak.plan.type
    return name[:1].upper() + name[1:]


def foreslaa(sak: Sak) -> Forslag:
    """Give the proposal about a plan; «vurderes» where no line of the table leads to anything."""
    found = [(line, facts) for line in TABELL if (facts := line.gjelder(sak)) is not None]
    first = next((item for item in found if item[0].valg), None)
    valg: Valg = (first and first[0].valg) or "vurderes"
    ordered = ([first] if first else []) + [item for item in found if item is not first]
    return Forslag(
        entity=sak.plan.entity,
        tittel=sak.plan.tittel,
        gruppe=gruppe(sak),
        type=sak.type.navn if sak.type else sak.plan.type,
        valg=valg,
        grunner=tuple(Grunn(line.kode, line.tekst, facts) for line, facts in ordered),
        arbeid=arbeidstid(sak.register, sak.plan, valg, sak.frist, sak.tid),
        ansvarlig=sak.plan.ansvarlig,
        hjemmel=sak.hjemmel,
    )
