"""The lines that mend findings, by the rule; what only a person knows stands in capitals.

Where a finding does not tell what happened, that is asked first: a line must not record what never did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_

if TYPE_CHECKING:
    from planlint.base import Ord

VEDTA = N_("planlint vedta {id} --dato ÅÅÅÅ-MM-DD --organ ORGAN --sak NN/ÅÅ")
_VEDTA_WHAT = N_("planlint vedta {id} --hva HVA --dato ÅÅÅÅ-MM-DD --organ ORGAN --sak NN/ÅÅ")
_NOTED = N_("planlint vedta {id} --hva til_orientering --dato ÅÅÅÅ-MM-DD --organ ORGAN --sak NN/ÅÅ")
_VEDTA_STRATEGI = N_("planlint vedta {ventende} --dato ÅÅÅÅ-MM-DD --sak NN/ÅÅ")
_ANCHOR = N_("planlint set {id} forankring+=MÅL")
_STATUS = N_("planlint set {id} status=STATUS")
_IF_DECIDED, _IF_NOT = N_("# Er det vedtatt:"), N_("# Er det ikke vedtatt:")
IF_SETTLED, IF_PLANNED = N_("# Er den revidert eller opphevet:"), N_("# Står det i planstrategien hva som skal skje:")
_IF_DROPPED = N_("# Ble den ikke noe av:")
_START = N_("planlint set {id} arbeid.oppstart=ÅR")
_FINISH = N_("planlint set {id} arbeid.ferdig=ÅR")
CHOICE = N_("planlint set {id} beslutninger.{strategi}.valg=VALG")
_PERIOD = N_("planlint set {id} periode.til=ÅR")

# By the rule's code, or by code and variant. What no command mends is not here.
COMMANDS: dict[str, Ord | tuple[Ord, ...]] = {
    "PL106": N_("planlint set {id} type=PLANTYPE"),
    "PL107": N_("planlint set {id} periode.fra=ÅR periode.til=ÅR"),
    "PL107:fra": N_("planlint set {id} periode.fra=ÅR"),
    "PL107:til": _PERIOD,
    "PL201": _ANCHOR,
    "PL204:": _ANCHOR,
    "PL204:ikke-vedtatt": _ANCHOR,
    "PL204:utkast": _ANCHOR,
    "PL205": _ANCHOR,
    "PL206": _ANCHOR,
    "PL206:eldre": (N_("# Passer den fortsatt:"), N_("planlint bekreft {id} MÅL"), IF_PLANNED, CHOICE),
    "PL207": N_("planlint set PLAN forankring+={id}"),
    "PL208": N_("planlint set {id} overordnet=MÅL"),
    "PL301": (IF_SETTLED, _VEDTA_WHAT, IF_PLANNED, CHOICE),
    "PL301:fornyet": _PERIOD,
    "PL301:i_planstrategi": _VEDTA_STRATEGI,
    "PL301:ikke_vedtatt": (_IF_DECIDED, VEDTA, _IF_DROPPED, N_("planlint set {id} status=utgått")),
    "PL301:kunnskap": N_("planlint set {id} status=foreldet"),
    "PL301:revisjon": _START,
    "PL301:vedtatt_etter": _PERIOD,
    "PL302": (_IF_DECIDED, _VEDTA_WHAT),
    "PL303": CHOICE,
    "PL303:i_planstrategi": _VEDTA_STRATEGI,
    "PL304": _PERIOD,
    "PL307:varslet": VEDTA,
    "PL311": N_("planlint review"),
    "PL311:uten_dag": N_("planlint set plansystem ajourført=ÅÅÅÅ-MM-DD"),
    "PL401:": VEDTA,
    "PL401:annet": VEDTA,
    "PL401:kilde": VEDTA,
    "PL401:organ": N_("planlint set {id} hendelser.{nr}.organ=ORGAN"),
    "PL401:organ_sak": N_("planlint set {id} hendelser.{nr}.organ=ORGAN hendelser.{nr}.sak=NN/ÅÅ"),
    "PL401:sak": N_("planlint set {id} hendelser.{nr}.sak=NN/ÅÅ"),
    "PL401:til_orientering": _NOTED,
    "PL401:varslet": VEDTA,
    "PL402": _STATUS,
    "PL403": N_("planlint set {id} hendelser.{nr}.organ=ORGAN"),
    "PL405": _VEDTA_WHAT,
    "PL406": (_IF_DECIDED, VEDTA, _IF_NOT, _FINISH),
    "PL408": N_("planlint set {id} ansvarlig=SEKTOR"),
    "PL409": _STATUS,
    "PL411": N_('planlint set {id} svar.utfall=UTFALL svar.begrunnelse="GRUNN"'),
    "PL411:begrunnelse": N_('planlint set {id} svar.begrunnelse="GRUNN"'),
    "PL412:": (
        *(N_("# Ble det vedtatt som det står:"), N_("planlint set {id} utkast=")),
        *(N_("# Ble det et annet mål:"), N_('planlint set {id} "blir=[{{mål: MÅL, utfall: UTFALL}}]"')),
        *(N_("# Ble det ikke noe mål:"), N_('planlint set {id} "blir=[{{utfall: utgått, begrunnelse: GRUNN}}]"')),
    ),
    "PL412:mål": N_("planlint set {id} blir="),
    "PL413": (
        *(N_("# Kom det innspill:"), N_("planlint import TABELL.xlsx --kind innspill --plan {id}")),
        *(N_("# Kom det ingen:"), N_("planlint set {id} hendelser.{nr}.innspill=0")),
    ),
    "PL413:antall": N_("planlint import TABELL.xlsx --kind innspill --plan {id}"),
    "PL501": CHOICE,
    "PL502:": CHOICE,
    "PL503": N_("planlint set {id} beslutninger.{i}.ferdig=ÅR"),
    "PL505": (_IF_DECIDED, _VEDTA_WHAT, _IF_NOT, _FINISH),
    "PL505:oppstart": _START,
    "PL505:vilkår_oppstart": _START,
    "PL601:ikke_vedtatt": N_("planlint vedta {id} --dato ÅÅÅÅ-MM-DD --sak NN/ÅÅ"),
    "PL601:ingen": N_('planlint new planstrategi --title "TITTEL"'),
    "PL601:mangler": N_('planlint new planstrategi --title "TITTEL"'),
    "PL614": N_("planlint set {id} arealplan_id=NUMMER"),
    "PL701": N_('planlint new indikator --title "TITTEL" enhet=ENHET "mål=[{id}]"'),
    "PL702": N_("planlint set {id} måltall.ÅR=TALL"),
    "PL703": N_("planlint set {id} verdier.ÅR=TALL"),
    "PL706:": N_("planlint set {id} mål+=MÅL"),
    "PL707": (
        *(N_("# Er det gjort:"), N_("planlint set {id} status=gjennomført")),
        *(N_("# Er det ikke gjort:"), N_("planlint set {id} frist=ÅR")),
    ),
    "PL708:": N_("planlint set {id} mål+=MÅL"),
    "PL708:målkonflikt": N_("planlint set {id} mål+=MÅL"),
    "PL712:": N_('planlint set {id} "sider=[SIDE, SIDE]"'),
    "PL712:én": N_("planlint set {id} sider+=SIDE"),
    "PL801": N_('planlint set {id} "kilder=[{{kilde: KILDE}}]"'),
    "PL804": N_('planlint set {id} sammendrag="TEKST"'),
    "PL806": N_("planlint import TABELL.xlsx"),
    "PL905": N_("planlint avvik prune"),
}
