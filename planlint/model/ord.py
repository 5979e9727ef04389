"""The format's own words about time: statuses, events, choices; and every set of them that has a meaning, once.

No other file writes such a set (tests/house/test_ord.py): whoever adds a word, decides here what it is part of.
"""

from __future__ import annotations

from typing import Literal

Hva = Literal[
    "oppstart",
    "planprogram_fastsatt",
    "offentliggjort",
    "høring_start",
    "høring_slutt",
    "vedtatt",
    "til_orientering",
    "revidert",
    "forlenget",
    "opphevet",
    "satt_på_vent",
    "konstituert",
    "verbalvedtak",
]
Status = Literal[
    "planlagt",
    "igangsatt",
    "på_høring",
    "til_vedtak",
    "vedtatt",
    "under_revisjon",
    "erstattet",
    "opphevet",
    "utgått",
    "utkast",
    "til_orientering",
    "foreldet",
    "satt_på_vent",
]
TiltakStatus = Literal["planlagt", "pågår", "gjennomført", "utsatt", "avlyst"]
Valg = Literal[
    "ny", "revideres", "videreføres", "oppheves", "slås_sammen", "utgår", "vurderes", "utsettes", "ikke_prioritert"
]  # fmt: skip

# Decisions about a plan that there must be already: nobody can revise, carry on or repeal what is not in force.
PRESUPPOSES_PLAN: frozenset[Valg] = frozenset(("revideres", "videreføres", "oppheves", "utgår", "slås_sammen"))
# Decisions after which somebody writes a plan anew.
MADE_ANEW: frozenset[Valg] = frozenset(("ny", "revideres"))

# The phases of a plan's status: each status is in exactly one.
# Nobody is at work, and nothing is decided.
WAITING: frozenset[Status] = frozenset(("planlagt", "satt_på_vent"))
# Made for the first time; said of a plan that is adopted, the same words mean that it is being revised.
BEING_MADE: frozenset[Status] = frozenset(("igangsatt", "på_høring", "til_vedtak", "utkast"))
# Adopted or noted, and neither replaced nor ended.
VEDTATTE: frozenset[Status] = frozenset(("vedtatt", "under_revisjon", "til_orientering"))
# Nothing more happens to it.
AVSLUTTEDE: frozenset[Status] = frozenset(("erstattet", "opphevet", "utgått", "foreldet"))
PHASES: dict[str, frozenset[Status]] = {
    "venter": WAITING,
    "lages": BEING_MADE,
    "vedtatt": VEDTATTE,
    "avsluttet": AVSLUTTEDE,
}

# Somebody is at work on it; a revision is work too.
UNDER_ARBEID: frozenset[Status] = BEING_MADE | {"under_revisjon"}
# Work that a table tells of: on a plan that is new, or on one that is revised.
UNDER_WAY: frozenset[Status] = frozenset(("igangsatt", "under_revisjon"))
# Not adopted yet; one on hold is left out, because a revision may be what waits.
NOT_VEDTATT: frozenset[Status] = BEING_MADE | {"planlagt"}
# Nobody works on it, and nobody should without beginning anew.
STOPPED: frozenset[Status] = AVSLUTTEDE | {"satt_på_vent"}
# Adopted, or was, as far as the status tells: the file of a plan that ended seldom says whether it came that far.
MAYBE_VEDTATT: frozenset[Status] = VEDTATTE | AVSLUTTEDE
# Adopted, and nobody is said to work on it again.
AT_REST: frozenset[Status] = VEDTATTE - {"under_revisjon"}
# From here a plan goes to the vote without any event of its own: from the work, or from a hearing whose end nobody
# wrote down.
BEFORE_SAK: frozenset[Status] = frozenset(("igangsatt", "på_høring"))
# An end that somebody must have brought about: knowledge grows old («foreldet») by itself.
AVSLUTTET_BY_SOMEBODY: frozenset[Status] = AVSLUTTEDE - {"foreldet"}
# An end that leaves a trace in the register: PL405 asks for the successor or the repeal.
AVSLUTTET_WITH_TRACE: frozenset[Status] = frozenset(("erstattet", "opphevet"))
# Statuses that no event gives: a successor or a planstrategi's decision shows them, and PL405 asks for it.
WITHOUT_HENDELSE: frozenset[Status] = frozenset(("erstattet", "utgått"))
# Statuses of what is to be noted, or was, and never adopted. That it is noted, an event must show: PL401 asks for it.
KUNNSKAP_ONLY: frozenset[Status] = frozenset(("utkast", "foreldet"))
# Statuses that PL402 holds against the events, where there are any; a repeal is for PL405.
TOLD_BY_HENDELSER: frozenset[Status] = frozenset(
    ("planlagt", "igangsatt", "på_høring", "til_vedtak", "vedtatt", "under_revisjon", "til_orientering")
)

# The life cycle: the next statuses, in its order. What is not a key has ended.
NESTE: dict[str, tuple[Status, ...]] = {
    "planlagt": ("igangsatt", "utkast", "satt_på_vent", "utgått"),
    "igangsatt": ("på_høring", "til_vedtak", "utkast", "satt_på_vent", "utgått"),
    "på_høring": ("til_vedtak", "satt_på_vent", "utgått"),
    "til_vedtak": ("vedtatt", "satt_på_vent", "utgått"),
    "vedtatt": ("under_revisjon", "erstattet", "opphevet", "utgått"),
    "under_revisjon": ("vedtatt", "satt_på_vent", "erstattet", "opphevet", "utgått"),
    "utkast": ("til_orientering", "satt_på_vent", "utgått"),
    "til_orientering": ("under_revisjon", "foreldet", "erstattet", "opphevet", "utgått"),
    "satt_på_vent": ("planlagt", "igangsatt", "på_høring", "til_vedtak", "under_revisjon", "utkast", "utgått"),
}
# How far a plan has come, as far as one may ask for a field from a status on: one on hold has come nowhere, and an
# ended one is asked for nothing new.
COURSE: dict[str, int] = {
    "planlagt": 1, "igangsatt": 2, "utkast": 2, "på_høring": 3, "til_vedtak": 4,
    "vedtatt": 5, "til_orientering": 5, "under_revisjon": 6,
}  # fmt: skip

# What a remark in a table may say of a plan: that somebody is at work, or waits; never what was decided.
TOLD_BY_REMARK: frozenset[Status] = (BEING_MADE - {"utkast"}) | {"satt_på_vent"}

# An adoption, knowledge that is noted too.
VEDTAK: frozenset[Hva] = frozenset(("vedtatt", "revidert", "til_orientering"))
# An adoption in earnest: what is only noted, binds nobody and replaces nothing.
VEDTAK_IN_EARNEST: frozenset[Hva] = VEDTAK - {"til_orientering"}
# An adoption, or more time for what is adopted.
VEDTAK_OR_FORLENGET: frozenset[Hva] = VEDTAK | {"forlenget"}
# An adoption or a repeal: a new status follows from it.
VEDTAK_OR_OPPHEVET: frozenset[Hva] = VEDTAK | {"opphevet"}
# What is decided about a plan that is adopted already.
ABOUT_VEDTATT_PLAN: frozenset[Hva] = frozenset(("forlenget", "opphevet"))
# Every decision about a plan itself.
BESLUTNINGER: frozenset[Hva] = VEDTAK | ABOUT_VEDTATT_PLAN
# What the lists of decisions tell: a resolution in words («verbalvedtak») too, which leaves the plan as it stands.
TOLD_AS_VEDTAK: frozenset[Hva] = BESLUTNINGER | {"verbalvedtak"}
# Every decision that is made in a meeting; the planprogram's is one of them.
MEETING_VEDTAK: frozenset[Hva] = TOLD_AS_VEDTAK | {"planprogram_fastsatt"}
# What one body does on one day; a matter can be noted by several bodies on the same day.
ONE_ORGAN: frozenset[Hva] = frozenset(("vedtatt", "revidert", "opphevet"))
# The decisions that `planlint vedta` registers, in the order in which it tells them; an extension needs a new end.
VEDTA_CHOICES: tuple[Hva, ...] = ("vedtatt", "revidert", "til_orientering", "opphevet")
# Work that has begun, before anything is public.
BEGINNING: frozenset[Hva] = frozenset(("oppstart", "planprogram_fastsatt"))
# The two ends of a høring.
HOERING_ENDS: tuple[Hva, ...] = ("høring_start", "høring_slutt")
# What shows that there was a høring; the first is the one to write.
HOERING: tuple[Hva, ...] = (*HOERING_ENDS, "offentliggjort")
# When a proposal became public, the surest first.
MADE_PUBLIC: tuple[Hva, ...] = ("offentliggjort", "høring_start")
# A plan under work that somebody has taken up for decision: the proposal is public, or lies before the council.
TAKEN_UP: frozenset[Status] = frozenset(("på_høring", "til_vedtak"))
# Work on a plan, up to its adoption.
BEFORE_VEDTAK: frozenset[Hva] = BEGINNING.union(HOERING)
# Work that shows that somebody has begun anew: an adopted plan too may be made public, so that is left out.
BEGUN_ANEW: frozenset[Hva] = BEGINNING.union(HOERING_ENDS)
# The status that follows from an event.
STATUS_AFTER: dict[str, Status] = {
    "oppstart": "igangsatt",
    "planprogram_fastsatt": "igangsatt",
    "offentliggjort": "på_høring",
    "høring_start": "på_høring",
    "høring_slutt": "til_vedtak",
    "vedtatt": "vedtatt",
    "revidert": "vedtatt",
    "forlenget": "vedtatt",
    "til_orientering": "til_orientering",
    "opphevet": "opphevet",
    "satt_på_vent": "satt_på_vent",
}

# A measure that nobody need do more about.
TILTAK_FERDIG: frozenset[TiltakStatus] = frozenset(("gjennomført", "avlyst"))
# A measure that nobody works on, without its being done.
TILTAK_AT_REST: frozenset[TiltakStatus] = frozenset(("avlyst", "utsatt"))

# What a planstrategi decides that calls for work on a plan.
GIVES_ARBEID: frozenset[Valg] = frozenset(("ny", "revideres"))
# What is decided only about a plan that is there.
ABOUT_PLAN_IN_PLACE: frozenset[Valg] = frozenset(("revideres", "videreføres"))
# What ends a plan and leaves nothing in its place.
REMOVES_PLAN: frozenset[Valg] = frozenset(("oppheves", "utgår"))
# What ends a plan; a merger too.
ENDS_PLAN: frozenset[Valg] = REMOVES_PLAN | {"slås_sammen"}
# What leaves a plan as it is in the planstrategi's time, though somebody asked for work on it.
NOT_NOW: frozenset[Valg] = frozenset(("utsettes", "ikke_prioritert"))
# What may be said to happen at a time: work in the planstrategi's own time, or work that is put off to another.
TIMED_ARBEID: frozenset[Valg] = GIVES_ARBEID | {"utsettes"}
# What answers a call for a revision; «videreføres» and «vurderes» settle only what happens when the period ends.
REVISES_OR_ENDS: frozenset[Valg] = ENDS_PLAN | {"revideres"}
