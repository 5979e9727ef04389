"""PL208: a goal that must hang under another hangs under nothing, or under the wrong type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.model import NOT_VEDTATT
from planlint.register import draft_above, lacks_overordnet
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Maal, Maaltype
    from planlint.register import Register


def _wrong_type(register: Register, maal: Maal, maaltype: Maaltype) -> Maal | None:
    """Give the goal above when it is of a type that this goal cannot hang under."""
    over = register.find_maal(maal.overordnet)
    if not maaltype.under or not over or over.type in maaltype.under or not register.maaltype(over):
        return None
    plan = register.find_plan(maal.plan)
    if (plan and register.status(plan) in NOT_VEDTATT) or register.is_in_ring(maal):
        return None  # a ring is for PL104
    return over


@rule(
    "PL208",
    "mål-uten-overordnet",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: måltypens `under`",
    krav="Et mål som skal stå under et annet, viser til et overordnet mål av riktig type.",
    hvorfor=(
        "Målhierarkiet viser hvordan det små følger av det store. Et mål som henger løst, bidrar ikke synlig til noe "
        "hovedmål, og faller ut av oversikter som går fra hovedmål og nedover."
    ),
    tekst=FindingText(
        melding="Registeret viser ikke hvilket mål dette står under. Tillatte typer over {type}: {tillatt}.",
        merke="overordnet mål mangler",
        hjelp="skriv hvilket mål det står under: filnavnet til det uten .yaml, slik: `overordnet: id-til-målet`.",
    ),
    varianter={
        "feil-type": FindingText(
            melding="Målet står under {over}, som er av typen {over_type}. Tillatte typer over {type}: {tillatt}.",
            merke="er av typen {over_type}",
            hjelp="skriv i `overordnet` et mål av en type som er tillatt, eller rett måltypen.",
        ),
        "utkast": FindingText(
            melding="Målet er ført som vedtatt, men står under {over}, som er et utkast.",
            merke="et utkast er ikke vedtatt",
            hjelp=(
                "skriv i `overordnet` det vedtatte målet som det står under. Er det selv et utkast, skriv "
                "`utkast: true`."
            ),
        ),
    },
    felt=("overordnet", "type", "plan", "utkast"),
    asks={"": ("overordnet",)},
)
def check(register: Register) -> Iterator[Finding]:
    """Yield goals of adopted plans that hang under nothing, a draft, or a goal of the wrong type; not what is made."""
    for maal in register.maal.values():
        if draft := draft_above(register, maal):
            note = related(draft, "utkast", note=N_("her står det at det er et utkast"))
            yield finding(maal, "overordnet", variant="utkast", related=(note,), over=titled(draft))
            continue
        maaltype = register.maaltype(maal)
        if not maaltype:
            continue
        over = _wrong_type(register, maal, maaltype)
        if not over and not lacks_overordnet(register, maal):
            continue
        types = register.plansystem.maaltyper
        yield finding(
            maal,
            "overordnet" if over else "type",
            variant="feil-type" if over else "",
            related=(related(over, "type", note=N_("måltypen er satt her")),) if over else (),
            type=maaltype.navn,
            tillatt=[types[id_].navn if id_ in types else id_ for id_ in maaltype.under],
            over=titled(over) if over else "",
            over_type=types[over.type].navn if over else "",
        )
