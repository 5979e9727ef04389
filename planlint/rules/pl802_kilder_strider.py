"""PL802: two sources of one plan contradict each other, or a source contradicts the events in the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import HendelseCode, RuleClass, Severity, StatusCode
from planlint.model import AVSLUTTEDE, NOT_VEDTATT
from planlint.register import (
    Said,
    Utsagn,
    UtsagnGroups,
    conflicts,
    first_behind,
    published_on,
    read_utsagn,
    tittel,
)
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan, Planstrategi
    from planlint.register import Register

_HELP = N_(
    "undersøk hva som er riktig. Rett hendelsen, eller fjern `hva` og `dato` fra kilden som tar feil (`oppgir` kan "
    "stå). Har to organer behandlet saken, skriv `organ` på begge."
)


def _source_name(register: Register, said: Utsagn) -> str:
    return tittel(register, said.kilde) if said.kilde else N_("hendelsen i registeret")


def _organ_name(register: Register, said: Utsagn) -> str | None:
    organ = register.plansystem.organer.get(said.organ or "")
    return organ.navn if organ else said.organ


def _hendelse(register: Register, entity: Plan | Planstrategi, hva: str, groups: UtsagnGroups) -> Iterator[Finding]:
    """Yield one finding for what is said about one kind of event, at the source that disagrees with most others."""
    mine = sorted(conflicts(hva, groups), key=lambda strid: strid.annen.kilde is None)
    if not mine:
        return
    felt, said, other = mine[0]
    events = None in {said.kilde, other.kilde}
    yield finding(
        entity, *said.path, felt, variant=f"{felt}-hendelse" if events else felt, key=hva,
        related=tuple(
            related(entity, *annen.path, felt, note=N_("ifølge {kilde}"), kilde=_source_name(register, annen))
            for felt, _, annen in mine
        ),
        hva=HendelseCode(hva), dato=said.dato, annen=other.dato, kilde=_source_name(register, said),
        organ=_organ_name(register, said), annet=_organ_name(register, other),
    )  # fmt: skip


def _stage(status: str) -> int:
    """Give how far a plan with this status has come: not adopted, adopted, ended."""
    if status in NOT_VEDTATT:
        return 0
    return 2 if status in AVSLUTTEDE else 1


def _status(register: Register, entity: Plan | Planstrategi) -> Iterator[Finding]:
    """Yield a finding where one source says less far than another, and is not simply the older of the two."""
    first_said: dict[tuple[str, str], int] = {}
    for index, item in enumerate(entity.kilder):
        if item.status and item.status != "satt_på_vent":
            first_said.setdefault((item.kilde, item.status), index)
    said = [
        Said(index, kilde, _stage(status), published_on(register, kilde))
        for (kilde, status), index in first_said.items()
    ]
    if pair := first_behind(said):
        first, second = pair
        one, other = (entity.kilder[each.at] for each in pair)
        note = N_("ifølge {kilde}")
        also = related(entity, "kilder", first.at, "status", note=note, kilde=tittel(register, one.kilde))
        yield finding(
            entity, "kilder", second.at, "status", variant="status", related=(also,),
            kilde=tittel(register, other.kilde), status=StatusCode(other.status or ""),
            annen=StatusCode(one.status or ""),
        )  # fmt: skip


@rule(
    "PL802",
    "kilder-strider",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="planlints format for kilder: `hva`, `dato`, `organ` og `status`",
    krav="Kildene til en plan, og hendelsene i registeret, oppgir samme dato, organ og status for det samme.",
    hvorfor=(
        "Strider kildene, vet ingen når planen ble vedtatt, eller av hvem. At to organer behandlet saken på hver sin "
        "dag, at en kilde nevner flere vedtak enn en annen, eller at den ene kom ut før det andre skjedde, er ingen "
        "strid."
    ),
    tekst=FindingText(
        melding="Kildene oppgir ulike datoer for «{hva}»: {dato} og {annen}.",
        merke="ifølge {kilde}",
        hjelp=_HELP,
    ),
    varianter={
        "dato-hendelse": FindingText(
            melding="Hendelsen i registeret og kilden oppgir ulike datoer for «{hva}»: {dato} og {annen}.",
            merke="ifølge {kilde}",
            hjelp=_HELP,
        ),
        "organ": FindingText(
            melding="Kildene oppgir ulike organer for «{hva}» {dato}: {organ} og {annet}.",
            merke="ifølge {kilde}",
            hjelp="undersøk hvilket organ som er riktig, og fjern `organ` der det er feil (`oppgir` kan stå).",
        ),
        "organ-hendelse": FindingText(
            melding="Hendelsen i registeret og kilden oppgir ulike organer for «{hva}» {dato}: {organ} og {annet}.",
            merke="ifølge {kilde}",
            hjelp="undersøk hvem som gjorde det. Rett hendelsen, eller fjern `organ` fra kilden (`oppgir` kan stå).",
        ),
        "status": FindingText(
            melding="Kildene oppgir ulik status for planen: «{status}» og «{annen}».",
            merke="ifølge {kilde}",
            hjelp=(
                "undersøk hvilken status som er riktig, og fjern `status` fra kilden som tar feil (`oppgir` kan stå)."
            ),
        ),
    },
    felt=("kilder", "hendelser"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield at most one finding for each kind of event in a plan or planstrategi, and one for the status."""
    for entity in register.entities_with_hendelser():
        for hva, groups in read_utsagn(register, entity).items():
            yield from _hendelse(register, entity, hva, groups)
        yield from _status(register, entity)
