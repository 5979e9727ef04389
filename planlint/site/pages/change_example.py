"""The example on the page about how to change a plan: with the municipality's own sectors and bodies, and today's date.

What the check answers is put together of the rule's own texts, so that it is what planlint says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import N_, add_years
from planlint.rules import RULES
from planlint.text import SEVERITY

if TYPE_CHECKING:
    from planlint.tables import Nettsted

_FILE, _LINE = "plans/planer/klima.yaml", 8
_COUNCIL = "kommunestyret"


@dataclass(frozen=True, slots=True)
class CommonChange:
    """A common change: what somebody wants to say, and the lines that say it."""

    hva: str
    linjer: str


@dataclass(frozen=True, slots=True)
class ChangeExample:
    """A file before a change, after it, and with a slip of the pen; what the check says of that; common changes.

    `felt` is a line that such a file can have; `dato` and `sak` are those of the change.
    """

    felt: str
    dato: str
    sak: str
    foer: str
    etter: str
    feil: str
    svar: str
    vanlige: tuple[CommonChange, ...]


def _answer(site: Nettsted, before: str, wrong: str, written: str, right: str) -> str:
    """Give what `planlint check` prints of a date written as people write it."""
    lang, rule = site.lang, RULES["PL006"]
    text, args = rule.text("dato_forslag"), {"verdi": written, "riktig": right}
    at = wrong.index(written) + 1
    message, label, told = (lang.render(part, args) for part in (text.melding, text.merke, text.hjelp))
    return "\n".join(
        [
            f"{_FILE}:{_LINE}:{at}: {lang.gettext(SEVERITY[rule.severity])} {rule.code} {rule.name}",
            f"  {message}",
            f"  {_LINE - 1:>3} │ {before}",
            f"  {_LINE:>3} │ {wrong}",
            f"      │ {' ' * (at - 1)}{'^' * len(written)} {label}",
            f"  {lang.gettext('Slik retter du')}: {told}",
        ]
    )


def _common(site: Nettsted, organ: str) -> tuple[CommonChange, ...]:
    """Give the changes that are made most often, and the lines that make them."""
    _, today = site.lang.gettext, site.register.today
    year, sectors = today.year, list(site.register.plansystem.sektorer)
    vote = f"dato: {today}, organ: {organ}, sak"
    rows = [
        (N_("Planen er vedtatt på nytt"), f"- {{hva: revidert, {vote}: 31/{year % 100:02}}}"),
        (N_("Planen er opphevet"), f"- {{hva: opphevet, {vote}: 32/{year % 100:02}}}"),
        (N_("Planen gjelder lenger"), f"- {{hva: forlenget, dato: {today}, organ: {organ}, til: {year + 8}}}"),
        (N_("Planen skal revideres"), f"revisjon: {{neste: {year + 2}}}"),
    ]
    rows += [(N_("En annen sektor har ansvaret"), f"ansvarlig: {sectors[-1]}")] if sectors else []
    return tuple(CommonChange(_(what), lines) for what, lines in rows)


def change_example(site: Nettsted) -> ChangeExample:
    """Give the example for a municipality: of its own sectors, types and bodies."""
    system, today = site.register.plansystem, site.register.today
    organ = _COUNCIL if _COUNCIL in system.organer else next(iter(system.organer), _COUNCIL)
    adopted, sak = add_years(today, -2), f"31/{today.year % 100:02}"
    before = f"  - {{hva: vedtatt, dato: {adopted}, organ: {organ}, sak: 7/{adopted.year % 100:02}}}"
    after = f"  - {{hva: revidert, dato: {today}, organ: {organ}, sak: {sak}}}"
    written = f"{today:%d.%m.%Y}"
    wrong = after.replace(str(today), written)
    sector, plantype = next(iter(system.sektorer), ""), next(iter(system.plantyper), "temaplan")
    return ChangeExample(
        felt=f"ansvarlig: {sector}" if sector else f"type: {plantype}",
        dato=site.lang.dato(today),
        sak=sak,
        foer=f"hendelser:\n{before}\n",
        etter=f"hendelser:\n{before}\n{after}\n",
        feil=f"hendelser:\n{before}\n{wrong}\n",
        svar=_answer(site, before, wrong, written, str(today)),
        vanlige=_common(site, organ),
    )
