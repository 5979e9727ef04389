"""How the format's own words are shown to readers."""

from __future__ import annotations

from planlint.base import N_

SEVERITY = {
    "feil": N_("feil"),
    "advarsel": N_("advarsel"),
    "info": N_("opplysning"),
}
STATUS = {
    "planlagt": N_("Planlagt"),
    "igangsatt": N_("Under arbeid"),
    "på_høring": N_("På høring"),
    "til_vedtak": N_("Til vedtak"),
    "vedtatt": N_("Vedtatt"),
    "under_revisjon": N_("Under revisjon"),
    "erstattet": N_("Erstattet"),
    "opphevet": N_("Opphevet"),
    "utgått": N_("Utgått"),
    "utkast": N_("Utkast"),
    "til_orientering": N_("Tatt til orientering"),
    "foreldet": N_("Foreldet"),
    "satt_på_vent": N_("Satt på vent"),
    "pågår": N_("Pågår"),
    "gjennomført": N_("Gjennomført"),
    "utsatt": N_("Utsatt"),
    "avlyst": N_("Avlyst"),
    None: N_("Ikke dokumentert"),
}
EVENT_NAMES = {
    "oppstart": N_("oppstart"),
    "planprogram_fastsatt": N_("planprogram fastsatt"),
    "offentliggjort": N_("offentliggjort"),
    "høring_start": N_("høring begynte"),
    "høring_slutt": N_("høring sluttet"),
    "vedtatt": N_("vedtatt"),
    "til_orientering": N_("tatt til orientering"),
    "revidert": N_("revidert"),
    "forlenget": N_("forlenget"),
    "opphevet": N_("opphevet"),
    "satt_på_vent": N_("satt på vent"),
    "konstituert": N_("konstituert"),
    "verbalvedtak": N_("verbalvedtak"),
}
BESLUTNING_NAMES = {
    "ny": N_("Ny plan"),
    "revideres": N_("Revideres"),
    "videreføres": N_("Videreføres"),
    "slås_sammen": N_("Slås sammen"),
    "vurderes": N_("Vurderes"),
    "oppheves": N_("Oppheves"),
    "utgår": N_("Utgår"),
    "utsettes": N_("Utsettes"),
    "ikke_prioritert": N_("Ikke prioritert"),
}
ARENA_NAMES = {
    "verksted": N_("Verksted"),
    "høring": N_("Høring"),
    "folkemøte": N_("Folkemøte"),
    "møte_i_utvalg": N_("Møte i utvalg"),
    "råd": N_("Medvirkningsråd"),
    "skjema": N_("Skjema"),
    "annet": N_("Annet"),
}
UTFALL_NAMES = {
    "tatt_inn": N_("Tatt inn"),
    "delvis": N_("Delvis tatt inn"),
    "avvist": N_("Ikke tatt inn"),
    "til_orientering": N_("Tatt til orientering"),
    "uendret": N_("Vedtatt uendret"),
    "omformulert": N_("Vedtatt med annen ordlyd"),
    "sammenslått": N_("Slått sammen med andre"),
    "delt": N_("Delt i flere mål"),
    "utgått": N_("Ikke vedtatt"),
}
"""What became of an input, and of a draft."""
USIKKER_UTFALL_NAMES = {
    "uendret": N_("Trolig vedtatt uendret"),
    "omformulert": N_("Trolig vedtatt med annen ordlyd"),
    "sammenslått": N_("Trolig slått sammen med andre"),
    "delt": N_("Trolig delt i flere mål"),
    "utgått": N_("Trolig ikke vedtatt"),
}
"""What became of a draft, where likeness says so and no source does."""
FORSLAG_UTFALL_NAMES = {
    "uendret": N_("Uendret i forslaget"),
    "omformulert": N_("Fikk annen ordlyd i forslaget"),
    "sammenslått": N_("Slått sammen med andre"),
    "delt": N_("Delt i flere mål"),
    "utgått": N_("Tatt ut av forslaget"),
}
"""What became of a draft while its plan is not adopted."""
DRAFT_OUTCOME = {
    "uendret": N_("uendret"),
    "omformulert": N_("omformulert"),
    "sammenslått": N_("sammenslått"),
    "delt": N_("delt"),
    "utgått": N_("utgått"),
}
"""What a file says became of a draft or a goal, whether a plan is adopted by then or not."""
OLD_GOAL_NAMES = {"utgått": N_("Føres ikke videre")}
"""What becomes of an adopted goal when its plan is replaced, where that is told in its own file."""
ROED_TRAAD_NAMES = {
    "når-fram": N_("Ja"),
    "stopper": N_("Stopper før samfunnsdelen"),
    "ikke-dokumentert": N_("Ikke dokumentert"),
    "kreves-ikke": N_("Kreves ikke"),
}
FULGT_OPP_NAMES = {
    "av-plan": N_("Ja"),
    "av-tiltak": N_("Ja"),
    "under": N_("Ja"),
    "ikke-dokumentert": N_("Ikke dokumentert"),
    "kreves-ikke": N_("Kreves ikke"),
}
BEGINS, DONE = N_("oppstart {tid:i}"), N_("ferdig {tid:i}")
"""When decided work is to begin, and to be done, no nearer than the decision says it."""
