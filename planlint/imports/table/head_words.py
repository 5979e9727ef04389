"""The words of heads, in bokmål and nynorsk, by the field that each of them names."""

from __future__ import annotations

TITTEL = "tittel"
OTHER = "ordrett"
YEAR = "år"
MARK = "valg"
PERIOD = "periode"
"""Fields that no head names by a word: a column kept word for word, a year, and a decision with marks below it."""
HEAD_WORDS = {
    TITTEL: "plan|planen|plannavn|plannamn|navn på plan|namn på plan|navn på planen|planens navn|plannavn tema"
    "|plan tema|tittel|plantittel|navn|namn|planer|planar|plan strategi|planer og strategier|plan eller strategi"
    "|dokument|plandokument|styringsdokument|navn på plan strategi|type og navn|planoppgave|planoppgåve"
    "|navn på planoppgave|namn på planoppgåve|planoppgaver|planoppgåver|planarbeid|plan dokument"
    "|navn på plandokument|strategi|tenesteområde plan|tjenesteområde plan|område plan|plan eller tiltak"
    "|hva plan|hvilken plan|hvilke planer|kva for plan"
    "|planverk|oppgave|oppgåve|planer og dokumenter|plan oppgave|navn på planen strategien|plantype navn",
    "type": "type|plantype|type plan|plankode|typekode|plantypekode|kode for plantype"
    "|gruppe|plangruppe|nivå|plannivå|kategori|plankategori|dokumenttype|slag",
    "status": "status|planstatus|gjeldende|gjeldande|gjeldende plan|gjeldande plan|dagens plan|dagens status"
    "|status merknad|gjeldende planperiode"
    "|planens status|status i dag|status for plan|status for planen|status nå|status no|gjeldende status"
    "|tilstand|hvor langt er vi kommet|kor langt er vi komne|hvor langt er vi|kor langt er vi|hvor står vi|kor står vi",
    "vedtatt": "vedtatt|vedtak|vedtaksdato|vedtatt dato|dato vedtatt|dato for vedtak|vedtakstidspunkt|vedtaksår"
    "|sist vedtatt|vedtatt revidert|vedtatt rullert|sist revidert|sist rullert|siste revisjon|siste rullering"
    "|sist behandlet|sist handsama|gjeldende plan vedtatt|gjeldende vedtak|sist vedtatt revidert|ikrafttredelse"
    "|vedtatt i kraft|vedtatt sak|siste vedtak|år vedtatt|vedtatt år|vedteke|vedteken|sist vedteke|vedteke dato"
    "|dato vedteke|vedtatt når|gjeldende plan er vedtatt|planen er vedtatt|plan vedtatt|når vedtatt",
    "periode": "periode|planperiode|gjelder|gjelder for|gjelder perioden|gjeld|gjeld for|gyldighet|gyldighetsperiode"
    "|gyldig|planens periode|virketid|varighet|varigheit|planhorisont|gyldig til|gjelder til|gjeld til|utløper"
    "|virkeperiode|tidshorisont|planperioden|tidsperiode|periode fra|periode til|planperiode fra|planperiode til"
    "|gyldig fra|gjelder fra|fra år|til år|gyldig f o m|gyldig t o m|gjelder f o m|gjelder t o m|gjeld f o m"
    "|gjeld t o m|gyldig fom|gyldig tom|gjelder fom|gjelder tom|gjeld fra|gyldig fra og med|gjelder fra og med"
    "|gjeld til og med|gjelder til og med|gyldig til og med",
    "oppstart": "oppstart|start|oppstart år|oppstartsår|oppstart arbeid|oppstart planarbeid|planlagt oppstart"
    "|planstart|prosjektstart|arbeidsstart|oppstartstidspunkt|start planarbeid"
    "|startår|planlagt oppstart planarbeid|oppstart av planarbeid|arbeidet begynner|igangsetting|igangsettes"
    "|arbeidet startar|påbegynnes",
    "ferdig": "ferdig|ny behandling|neste behandling|planlagt behandling|forventet behandling|skal behandles"
    "|ny handsaming|neste handsaming|skal handsamast|planlagt handsaming"
    "|forventet vedtak|planlagt vedtak|forventa vedtak|sluttbehandling|vedtas|anslått vedtak"
    "|vedtak planlagt|planlagt vedtatt|forventet ferdig|politisk vedtak planlagt|ferdig vedtatt|frist"
    "|ferdigstilles|ferdigstilling|ferdigstilt|ferdig år|planlagt ferdig|planlagt ferdigstilt|sluttføres"
    "|sluttføring|ferdigstillast|skal være ferdig|skal vere ferdig|planlagt ferdigstilling|slutt",
    "rullering": "rullering|planlagt revisjon|planlagt rullering|planlagt revidering|neste vedtak|rulleres|rullerast"
    "|neste rullering|neste revisjon|revisjon|revideres|reviderast|revidering|neste revidering"
    "|rullering revisjon|revisjon rullering|revisjonsår|revideringsår|skal rulleres|skal revideres"
    "|neste rullering revisjon|rulleringsfrekvens|rulleringsår",
    "ansvarlig": "ansvarlig|hvem|kven|hvem gjør arbeidet|kven gjer arbeidet|hvem gjør jobben|kven gjer jobben"
    "|hvem lager planen|kven lagar planen|hvem skal gjøre arbeidet|kven skal gjere arbeidet"
    "|hvem har ansvaret|kven har ansvaret|ansvarshaver"
    "|hovudansvar|hovedansvar|hovudansvarleg"
    "|prosjekteier|prosjektansvarlig|ansvarlig for planarbeidet"
    "|planansvarlig|planansvarleg|kommunal sektor|ansvarlig sektor enhet"
    "|ansvarlig enhet sektor|sektor enhet|tjeneste|teneste|prosesseier|ansvarlig virksomhet|ansvarlig fagområde"
    "|fagområde|hovedansvarlig|ansvarlig tjeneste|ansvar enhet|eierskap|ansvar|ansvarleg|sektor|tjenesteområde"
    "|tenesteområde|eier|eigar|planeier|ansvarlig sektor|ansvarlig enhet|ansvarleg eining|ansvarlig avdeling"
    "|avdeling|enhet|eining|kommunalområde|ansvarlig tjenesteområde|ansvarlig for planen"
    "|ansvarlig kommunalområde|etat|virksomhet",
    "hjemmel": "hjemmel|hjemmel lovkrav|heimel lovkrav|lovhjemmel lovkrav|lov forskrift|lovkrav hjemmel"
    "|lov og forskrift|rettslig grunnlag"
    "|hjemmelsgrunnlag|heimelsgrunnlag|rettsgrunnlag|heimel|lovhjemmel|lovheimel|lov|lovgrunnlag|lovverk|hjemmel i lov"
    "|heimel i lov|lovhenvisning",
    "lovpålagt": "lovpålagt|lovpålagd|lovpålagt plan|lovpålagt ja nei|lovkrav|lovbestemt|lovkravd",
    "merknad": "merknad|merknader|kommentar|kommentarer|kommentarar|merknad kommentar|kommentar merknad|notat"
    "|anmerkning|merknader og kommentarer|anna|annet",
    "sak": "sak|arkivsak|saksref|saksreferanse|saksnummer|saksnr|sak nr|saknr|sak nummer|vedtakssak|politisk sak"
    "|saknummer|saksnummer vedtak",
    "organ": "organ|vedtatt av|vedteke av|vedtaksorgan|vedtaksmyndighet|vedtaksmynde|politisk organ|besluttet av"
    "|vedtatt i|behandlet av|vedtaksinstans",
    "id": "id",
    "arealplan_id": "planid|plan id|arealplanid|arealplan id|nasjonal arealplan id|nasjonal planid"
    "|nasjonal arealplanid",
    "forankring": "forankring|knyttet til mål|knytt til mål|mål|forankret i|forankra i|forankring i samfunnsdelen"
    "|mål i samfunnsdelen|delmål|hovedmål|hovudmål|satsingsområde|mål i kommuneplanen|forankring i kommuneplanen",
    "lenke": "lenke|lenkje|lenker|link|url|nettadresse|lenke til plan|lenke til planen|lenke til dokument|nettside"
    "|peker",
    "sammendrag": "sammendrag|samandrag|kort om planen|beskrivelse|skildring|omtale|formål|føremål|innhold|innhald",
    "tema": "tema|emne|emneord|stikkord",
    "gjennomgått": "gjennomgått|gjennomgått dato|sist gjennomgått|gått gjennom|sist gått gjennom|gjennomgang"
    "|siste gjennomgang|sist kontrollert|gjennomgått uten endring|gjennomgådd|sist gjennomgådd",
    "nummer": "nr|nummer|løpenummer|løpenr|plan nr|plannr|no|pkt",
    "beslutning": "beslutning|vurdering|planbehov|behov|behov for revisjon|revisjonsbehov|ny revidert plan"
    "|ny revidert|ny eller revidert plan|ny eller revidert|ny rullering|ny revisjon|ny rullert|ny revidering"
    "|videreføring|vidareføring|forslag|anbefaling|tilråding|konklusjon|planstrategi|forslag til vedtak"
    "|vedtak i planstrategien|planstrategiens vedtak|type planarbeid|hva skal skje|kva skal skje"
    "|behov i perioden|behov for plan|behov for planarbeid|planbehov i perioden|videre arbeid|vidare arbeid"
    "|tiltak i planperioden|tiltak i perioden|strategi for planen|avgjørelse|avgjerd|forslag til beslutning"
    "|ny eksisterende|ny rev|ny rev plan|revideres i perioden|rulleres i perioden|reviderast i perioden"
    "|vurdering av behov|vurdert behov|hva gjør vi|kva gjer vi|hva gjør vi i perioden"
    "|kva gjer vi i perioden|hva skjer|kva skjer|hva skal vi gjøre|kva skal vi gjere|hva skal gjøres|kva skal gjerast"
    "|hva gjøres|kva blir gjort|hva vil vi gjøre|kva vil vi gjere",
    "tid": "når|tid|år|framdrift|fremdrift|tidsplan|tidspunkt|tidsrom|planlagt|planlagt år|planlagt tid|årstall"
    "|planlagt gjennomført|gjennomføring|årstal|tidfesting|gjennomføres|når i perioden|planlagt arbeid",
    "prioritet": "prioritet|prioritering|pri|prio|prioritert|viktighet|hastegrad|hast|prioriteringsgrad|rekkefølge",
    "utvalg": "utvalg|utval|politisk utvalg|politisk utval|hovedutvalg|hovudutval|ansvarlig utvalg"
    "|politisk behandling|politisk nivå|vedtas i|vedtas av|vert vedteken av|skal vedtas av",
    "begrunnelse": "begrunnelse|grunngiving|grunngjeving|evaluering|evaluering av planen|årsak|hvorfor|kvifor"
    "|vurdering av gjeldende plan|erfaringer|grunnlag|begrunnelse for behov|bakgrunn",
    "vilkår": "vilkår|forutsetning|føresetnad|forutsetninger|avhenger av|betingelse",
    "kostnad": "kostnad|kostnader|kostnad internt|kostnader internt|kostnader eksternt|ressursbehov|ressurser"
    "|ressursbruk|budsjett planarbeid|kostnadsramme|ressursar",
    "årsverk": "årsverk|antall årsverk|ressurser årsverk|ressursbehov årsverk|årsverk totalt",
    "utfordring": "utfordring|utfordringer|utfordringar|samfunnsfloke|samfunnsfloker|samfunnsutfordring"
    "|svarer på utfordring|hovedutfordring|knyttet til utfordring",
    "bestilt": "bestilt|bestilling|bestilt av|politisk bestilling",
}
COLUMN_FIELDS = (*HEAD_WORDS, OTHER)
"""What the user may say that a column is about."""
