"""What several findings of a rule are called together in the plan of work; one alone is told by its own message.

By the rule's code, or by code and variant where only findings of one variant are called so.
"""

from __future__ import annotations

from planlint.base import NN_

PHRASES = {
    "PL106": NN_("{n} plan har en annen type enn tittelen sier", "{n} planer har en annen type enn tittelen sier"),
    "PL201": NN_("{n} plan mangler forankring", "{n} planer mangler forankring"),
    "PL205": NN_("{n} plan mangler planen eller målet over seg", "{n} planer mangler planen eller målet over seg"),
    "PL301": NN_(
        "{n} plan er over perioden sin, og registeret viser ingen gjeldende beslutning om den",
        "{n} planer er over perioden sin, og registeret viser ingen gjeldende beslutning om dem",
    ),
    "PL302": NN_("{n} plan skulle vært revidert", "{n} planer skulle vært revidert"),
    "PL303": NN_(
        "{n} plan går snart ut, og registeret viser ingen gjeldende beslutning om den",
        "{n} planer går snart ut, og registeret viser ingen gjeldende beslutning om dem",
    ),
    "PL304": NN_(
        "{n} plan har verken periode eller tid for revisjon", "{n} planer har verken periode eller tid for revisjon"
    ),
    "PL307:varslet": NN_(
        "{n} varslet vedtak er ikke registrert som fattet", "{n} varslede vedtak er ikke registrert som fattet"
    ),
    "PL401": NN_(
        "{n} plan er ført som vedtatt, men mangler opplysninger om vedtaket",
        "{n} planer er ført som vedtatt, men mangler opplysninger om vedtaket",
    ),
    "PL402": NN_(
        "{n} plan har en status som ikke stemmer med hendelsene",
        "{n} planer har en status som ikke stemmer med hendelsene",
    ),
    "PL405": NN_(
        "{n} plan er avsluttet uten at registeret viser hvordan",
        "{n} planer er avsluttet uten at registeret viser hvordan",
    ),
    "PL406": NN_("{n} plan er ikke ferdig innen fristen", "{n} planer er ikke ferdige innen fristen"),
    "PL408": NN_("{n} plan mangler ansvarlig sektor", "{n} planer mangler ansvarlig sektor"),
    "PL409": NN_("{n} plan mangler status", "{n} planer mangler status"),
    "PL501": NN_(
        "{n} plan med arbeid i valgperioden er ikke med i planstrategien",
        "{n} planer med arbeid i valgperioden er ikke med i planstrategien",
    ),
    "PL502": NN_(
        "{n} plan mangler beslutning i planstrategien", "{n} planer mangler beslutning i planstrategien"
    ),
    "PL503": NN_(
        "{n} beslutning sier ikke når arbeidet skal være ferdig",
        "{n} beslutninger sier ikke når arbeidet skal være ferdig",
    ),
    "PL505": NN_(
        "{n} beslutning er over tiden, og registeret viser ikke at den er fulgt opp",
        "{n} beslutninger er over tiden, og registeret viser ikke at de er fulgt opp",
    ),
    "PL614": NN_("{n} arealplan mangler id fra planregisteret", "{n} arealplaner mangler id fra planregisteret"),
    "PL207": NN_(
        "{n} mål blir ikke fulgt opp av noen plan eller noe tiltak i registeret",
        "{n} mål blir ikke fulgt opp av noen plan eller noe tiltak i registeret",
    ),
    "PL701": NN_("{n} mål har ingen indikator i registeret", "{n} mål har ingen indikator i registeret"),
    "PL702": NN_("{n} indikator mangler måltall", "{n} indikatorer mangler måltall"),
    "PL703": NN_("{n} indikator mangler nye målinger", "{n} indikatorer mangler nye målinger"),
    "PL707": NN_(
        "{n} tiltak er over fristen, og registeret viser ikke at det er gjennomført",
        "{n} tiltak er over fristen, og registeret viser ikke at de er gjennomført",
    ),
    "PL708:": NN_(
        "{n} utfordring har ikke noe mål i registeret som svarer på den",
        "{n} utfordringer har ikke noe mål i registeret som svarer på dem",
    ),
    "PL801": NN_("{n} fil mangler kilde", "{n} filer mangler kilde"),
    "PL804": NN_("{n} plan mangler sammendrag", "{n} planer mangler sammendrag"),
}  # fmt: skip
