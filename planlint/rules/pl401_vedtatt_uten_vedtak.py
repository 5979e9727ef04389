"""PL401: an adopted plan without a dated adoption, or whose adoption has no body or case number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import HendelseCode, RuleClass, Severity, StatusCode
from planlint.model import VEDTAK, VEDTATTE
from planlint.register import is_others, is_varslet_revisjon, missing_in_vedtak, tittel, told_vedtak
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Hendelse, Plan
    from planlint.register import Register

_HELP = "finn vedtaket i møteprotokollen, og skriv {felt:kode} i hendelsen, for eksempel `{eksempel}`."


def _undocumented(register: Register, plan: Plan, status: str) -> Iterator[Finding]:
    announced = [event for event in plan.hendelser if event.hva in VEDTAK and not is_varslet_revisjon(event)]
    if any(event.dato.start > register.today for event in announced):  # PL307: the only adoption lies ahead
        return
    plantype = register.plantype(plan)
    own = [event for event in announced if event.hva != "revidert"]  # a revision to come is another adoption
    if own and status != "under_revisjon":
        event = own[-1]
        path = ("hendelser", plan.hendelser.index(event), "planlagt")
        yield finding(plan, *path, variant="varslet", status=StatusCode(status), dato=event.dato)
        return
    if found := _told(register, plan, status):
        yield found
        return
    noted = status == "til_orientering" or (plantype is not None and plantype.kunnskapsgrunnlag)
    variant = "til_orientering" if noted else "andres" if is_others(register, plan) else ""
    yield finding(plan, "status", variant=variant, status=StatusCode(status))


def _told(register: Register, plan: Plan, status: str) -> Finding | None:
    """Give the finding that a source of the file tells of the adoption, or that its events tell of something else."""
    words = StatusCode(status)
    if said := told_vedtak(register, plan):
        index, felt = plan.kilder.index(said), "dato" if said.dato else "sak"
        note = related(plan, "kilder", index, felt, note=N_("kilden oppgir det her"))
        kilde, fakta = tittel(register, said.kilde), said.dato or said.sak
        return finding(plan, "status", variant="kilde", related=(note,), status=words, kilde=kilde, fakta=fakta)
    done = register.hendelser(plan)
    if not done or status == "under_revisjon":
        return None
    last = done[-1]
    note = related(plan, "hendelser", plan.hendelser.index(last), "hva", note=N_("den siste hendelsen"))
    return finding(
        plan, "status", variant="annet", related=(note,), status=words, hva=HendelseCode(last.hva), dato=last.dato
    )


def _incomplete(register: Register, plan: Plan, events: list[Hendelse]) -> Iterator[Finding]:
    faulty = [(event, lacks) for event in reversed(events) if (lacks := missing_in_vedtak(register, plan, event))]
    if not faulty:
        return
    (event, lacks), *older = faulty
    others = tuple(
        related(plan, "hendelser", plan.hendelser.index(other), "hva", note=N_("her mangler `{felt}`"), felt=also)
        for other, also in older
    )
    plantype = register.plantype(plan)
    body = next(iter(plantype.vedtas_av), "kommunestyret") if plantype else ""
    example = {"organ": f"organ: {body}", "sak": f"sak: 12/{event.dato.start:%y}"}
    yield finding(
        plan, "hendelser", plan.hendelser.index(event), "hva", related=others, severity=Severity.ADVARSEL,
        variant="_".join(lacks), dato=event.dato, felt=lacks, eksempel=", ".join(example[name] for name in lacks),
    )  # fmt: skip


@rule(
    "PL401",
    "vedtatt-uten-vedtak",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="planlints livsløp for planer",
    krav=(
        "En plan som er vedtatt eller tatt til orientering, har en hendelse som sier når, av hvem og i hvilken sak. Av "
        "en plan som andre enn kommunen vedtar, er dagen nok."
    ),
    hvorfor=(
        "Vedtaket er det som gjør planen gyldig. Uten dag, organ og saksnummer kan ingen finne igjen det som ble "
        "bestemt, og planlint kan ikke regne ut når planen skal revideres."
    ),
    tekst=FindingText(
        melding="Planen har status «{status}», men registeret viser ikke når den ble vedtatt.",
        merke="ingen hendelse dokumenterer vedtaket",
        hjelp=(
            "legg til hendelsen `vedtatt` med `dato`, `organ` og `sak`, eller rett `status` hvis planen ikke er "
            "vedtatt."
        ),
    ),
    varianter={
        "til_orientering": FindingText(
            melding="Planen har status «{status}», men registeret viser ikke når den ble tatt til orientering.",
            merke="ingen hendelse dokumenterer behandlingen",
            hjelp="legg til hendelsen `til_orientering` med `dato` og `organ`, eller rett `status`.",
        ),
        "andres": FindingText(
            melding="Planen har status «{status}», men registeret viser ikke når den ble vedtatt.",
            merke="ingen hendelse dokumenterer vedtaket",
            hjelp="legg til hendelsen `vedtatt` med `dato` og kilden som viser den, i `kilde`, eller rett `status`.",
        ),
        "kilde": FindingText(
            melding="Planen har status «{status}», men ingen hendelse viser vedtaket. {kilde} oppgir det: {fakta}.",
            merke="ingen hendelse dokumenterer vedtaket",
            hjelp="legg til hendelsen med `dato`, `organ` og `sak` fra kilden, eller rett `status`.",
        ),
        "annet": FindingText(
            melding=(
                "Planen har status «{status}», men ingen av hendelsene er et vedtak. Den siste er «{hva}» ({dato})."
            ),
            merke="ingen hendelse dokumenterer vedtaket",
            hjelp=(
                "legg til hendelsen `vedtatt` med `dato`, `organ` og `sak`, eller rett `status` eller hendelsene, så "
                "de sier det samme."
            ),
        ),
        "varslet": FindingText(
            melding="Planen har status «{status}», men vedtaket ({dato}) er bare ført opp som planlagt.",
            merke="ikke registrert som fattet",
            hjelp="fjern `planlagt` hvis vedtaket er fattet, og skriv `dato`, `organ` og `sak`; ellers rett `status`.",
        ),
        "tatt_bort": FindingText(
            melding="Planen har status «{status}», men endringen tar bort det som viser vedtaket ({dato}).",
            merke="vedtaket sto her før endringen",
            hjelp="legg tilbake vedtaket {hvor}: `{hendelse}`. Er planen ikke vedtatt, rett `status`.",
        ),
        "organ": FindingText(
            melding="Registeret viser ikke hvilket organ som fattet vedtaket ({dato}).",
            merke="organ mangler",
            hjelp=_HELP,
        ),
        "sak": FindingText(
            melding="Registeret viser ikke i hvilken sak vedtaket ble fattet ({dato}).",
            merke="saksnummer mangler",
            hjelp=_HELP,
        ),
        "organ_sak": FindingText(
            melding="Registeret viser verken hvilket organ som fattet vedtaket ({dato}), eller i hvilken sak.",
            merke="organ og saksnummer mangler",
            hjelp=_HELP,
        ),
    },
    felt=("status", "hendelser", "type"),
    asks={
        "": ("dato",),
        "til_orientering": ("dato",),
        "andres": ("dato",),
        "organ": ("organ",),
        "sak": ("sak",),
        "organ_sak": ("organ", "sak"),
    },
)
def check(register: Register) -> Iterator[Finding]:
    """Yield adopted plans without a dated adoption, and the newest adoption that lacks body or case number."""
    for plan in register.planer.values():
        status = register.status(plan)
        if status is None or (status not in VEDTATTE and not register.is_vedtatt(plan)):
            continue
        if events := register.vedtak(plan):
            yield from _incomplete(register, plan, events)
        else:
            yield from _undocumented(register, plan, status)
