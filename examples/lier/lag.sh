#!/bin/sh
# Lager hele eksempelet på nytt, i en tom mappe, med kommandoene:
#
#     sh examples/lier/lag.sh MAPPE
#
# Planstrategiens to tabeller blir lest som de står. Det andre er tabeller skrevet av fra dokumentene (tabeller/), og det
# teksten sier i tillegg. tests/promises/test_lier_anew.py holder resultatet opp mot plans/ ved siden av, fil for fil.
set -eu
her=$(cd "$(dirname "$0")" && pwd)
planlint init "$1" --empty --name Lier --number 3312 --date 2026-11-29
cd "$1"
cp "$her"/planstrategi-2024-2027.xlsx "$her"/tabeller/*.csv .

# Det Lier selv sier om plansystemet sitt: nivåer (samfunnsdelen 2019–2028 s. 12), plantyper, måltyper, sektorer og organer
# (planstrategien s. 20), og de elleve dokumentene. Merknadene i plans/plansystem.yaml sier hvor hver av dem står.
planlint set plansystem nivåer= plantyper= måltyper= organer= ajourført=2026-03-24 \
  'nivåer.kommuneplan={navn: Kommuneplan, rang: 1}' \
  'nivåer.strategi={navn: Strategi, rang: 2}' \
  'nivåer.temaplan={navn: Temaplan, rang: 3}' \
  'nivåer.handlingsprogram={navn: Handlingsprogram, rang: 4, horisont: 4 år}' \
  'nivåer.virksomhet={navn: Virksomhetsplaner, rang: 5}' \
  'plantyper.samfunnsdel={navn: kommuneplanens samfunnsdel, gruppe: Kommuneplan, nivå: kommuneplan, rolle: samfunnsdel, lovpålagt: true, hjemmel: [pbl-11-1], vedtas_av: [kommunestyret], forankring: ingen}' \
  'plantyper.arealdel={navn: kommuneplanens arealdel, gruppe: Kommuneplan, nivå: kommuneplan, rolle: arealdel, lovpålagt: true, hjemmel: [pbl-11-1], vedtas_av: [kommunestyret], forankring: påkrevd, forankres_i: [arealstrategi], bindende: true}' \
  'plantyper.handlingsprogram={navn: handlingsprogram, gruppe: Kommuneplan, nivå: handlingsprogram, rolle: handlingsdel, hjemmel: [pbl-11-1, koml-14-4], vedtas_av: [kommunestyret], rulleres: årlig}' \
  'plantyper.kommunedelplan={navn: kommunedelplan, gruppe: Kommunedelplaner og reguleringsplaner, nivå: kommuneplan, hjemmel: [pbl-11-1], bindende: true}' \
  'plantyper.omraaderegulering={navn: områderegulering, gruppe: Kommunedelplaner og reguleringsplaner, nivå: strategi, bindende: true}' \
  'plantyper.detaljregulering={navn: detaljregulering, gruppe: Kommunedelplaner og reguleringsplaner, nivå: handlingsprogram, bindende: true}' \
  'plantyper.mulighetsstudie={navn: mulighetsstudie, gruppe: Kommunedelplaner og reguleringsplaner}' \
  'plantyper.planprogram={navn: planprogram, gruppe: Kommunedelplaner og reguleringsplaner}' \
  'plantyper.strategi={navn: strategi, gruppe: Strategier, nivå: strategi, forankring: påkrevd}' \
  'plantyper.temaplan={navn: temaplan, gruppe: Temaplaner, nivå: temaplan, forankring: påkrevd}' \
  'plantyper.handlingsplan={navn: handlingsplan, gruppe: Handlingsplaner og tiltaksplaner}' \
  'plantyper.planoppgave={navn: plan (type ikke oppgitt), gruppe: Planer der typen ikke er oppgitt}' \
  'plantyper.beredskapsplan={navn: beredskapsplan, gruppe: Planer der typen ikke er oppgitt, hjemmel: [sivilbeskyttelsesloven-15]}' \
  'plantyper.ros-analyse={navn: risiko- og sårbarhetsanalyse, gruppe: Planer der typen ikke er oppgitt, hjemmel: [sivilbeskyttelsesloven-14]}' \
  'plantyper.melding={navn: melding, gruppe: Planer der typen ikke er oppgitt}' \
  'plantyper.kunnskapsgrunnlag={navn: kunnskapsgrunnlag, gruppe: Kunnskapsgrunnlag, kunnskapsgrunnlag: true}' \
  'plantyper.analyse={navn: analyse, gruppe: Kunnskapsgrunnlag, kunnskapsgrunnlag: true}' \
  'plantyper.folkehelseoversikt={navn: folkehelseoversikt, gruppe: Kunnskapsgrunnlag, hjemmel: [folkehelseloven-5], kunnskapsgrunnlag: true}' \
  'måltyper.visjon={navn: visjon}' \
  'måltyper.samfunnsmål={navn: samfunnsmål, skal_deles: true}' \
  'måltyper.innsatsområde={navn: innsatsområde, under: [samfunnsmål], skal_følges_opp: true}' \
  'måltyper.arealstrategi={navn: arealstrategi}' \
  'måltyper.planmål={navn: planmål}' \
  'måltyper.planinnsats={navn: innsatsområde i plan, under: [planmål]}' \
  'sektorer.kommunedirektoerens-stab={navn: Kommunedirektørens stab}' \
  'sektorer.oekonomi-virksomhetsstyring={navn: Økonomi og virksomhetsstyring}' \
  'sektorer.samfunnsutvikling-kultur={navn: Samfunnsutvikling og kultur}' \
  'sektorer.helse-omsorg-velferd={navn: '\''Helse, omsorg og velferd'\''}' \
  'sektorer.forebyggende-tjenester={navn: Forebyggende tjenester og organisasjonsutvikling}' \
  'sektorer.oppvekst={navn: Oppvekst}' \
  'sektorer.lier-vva={navn: '\''Lier vei, vann og avløp KF'\''}' \
  'sektorer.steds-og-samfunnsutvikling={navn: Steds- og samfunnsutvikling}' \
  'sektorer.fjordbykontoret={navn: Fjordbykontoret}' \
  'organer.kommunestyret={navn: kommunestyret}' \
  'organer.formannskapet={navn: formannskapet}' \
  'organer.utvalg-helse-omsorg-velferd={navn: '\''utvalg for helse, omsorg og velferd'\''}' \
  'organer.utvalg-landbruk-miljoe={navn: utvalg for landbruk og miljø}' \
  'organer.utvalg-oppvekst-kultur-idrett={navn: '\''utvalg for oppvekst, kultur og idrett'\''}' \
  'organer.utvalg-plan-naering={navn: utvalg for plan og næring}' \
  'kilder.planstrategi-2024-2027={tittel: Planstrategi 2024–2027 og planprogram for kommuneplanens samfunnsdel, utgiver: Lier kommune, dato: 2024-06-12, url: '\''https://www.lier.kommune.no/globalassets/10.-politikk-og-samfunn/samfunn/planer/planer-og-rapporter/planstrategi-2024-2027-med-vedtak-i-kommunestyret.pdf'\''}' \
  'kilder.samfunnsdel-2019-2028={tittel: Kommuneplanens samfunnsdel 2019-2028, utgiver: Lier kommune, dato: 2019-05-21, url: '\''https://www.lier.kommune.no/globalassets/10.-politikk-og-samfunn/samfunn/kommuneplan/kommuneplanens-samfunnsdel/handlingsplanenssamfunnsdel_2019-2028.pdf'\''}' \
  'kilder.samfunnsdel-2040-hoering={tittel: '\''Kommuneplanens samfunnsdel 2040, høringsutkast'\'', utgiver: Lier kommune, dato: 2026-03-24, url: '\''https://www.lier.kommune.no/contentassets/9ed5c719c1ea4031a93d7b8fef432610/kommuneplanens-samfunnsdel-2040---horingsutkast.pdf'\''}' \
  'kilder.folkehelsestrategi-2019-2028={tittel: Folkehelsestrategi 2019-2028, utgiver: Lier kommune, url: '\''https://www.lier.kommune.no/globalassets/10.-politikk-og-samfunn/samfunn/planer/folkehelse/folkehelsestrategi_online-002.pdf'\''}' \
  'kilder.boligstrategi-2023-2027={tittel: Helhetlig boligstrategi 2023–2027, utgiver: Lier kommune, dato: 2023-03-28, url: '\''https://www.lier.kommune.no/globalassets/10.-politikk-og-samfunn/samfunn/planer/planer-og-rapporter/kjas-helhetlig-boligstrategi-2023-2027.pdf'\''}' \
  'kilder.temaplan-demensomsorg-2024-2028={tittel: Temaplan demensomsorg 2024-2028, utgiver: Lier kommune, url: '\''https://www.lier.kommune.no/globalassets/10.-politikk-og-samfunn/samfunn/planer/planer-og-rapporter/kjas-temaplan-demensomsorg-2024-2028-jan-24-1.pdf'\''}' \
  'kilder.handlingsplan-demensomsorg-2025-2029={tittel: Handlingsplan for demensomsorg 2025-2029, utgiver: Lier kommune, url: '\''https://www.lier.kommune.no/contentassets/40a9deb26a294028ae3af28d1ce94304/handlingsplan-for--demensomsorg-2025-2029.pdf'\''}' \
  'kilder.temaplan-hov-2018-2026={tittel: '\''Temaplan helse, omsorg og velferd 2018-2026'\'', utgiver: Lier kommune, dato: 2018-09, url: '\''https://www.lier.kommune.no/globalassets/07.-helse-omsorg-og-velferd/planer/temaplan-helse-omsorgs-og-velferd-2018-2026.pdf'\''}' \
  'kilder.temaplan-hov-2026-2034-hoering={tittel: '\''Temaplan for helse, omsorg og velferd 2026-2034, høringsutkast'\'', utgiver: Lier kommune, url: '\''https://www.lier.kommune.no/contentassets/4bcda05a87854e38a1cfb49831d35e02/horingsutkast-temaplan-helse-omsorg-og-velferd-2026-2034-1-pdf.pdf'\''}' \
  'kilder.kunnskapsgrunnlag-2023={tittel: Kunnskapsgrunnlag 2023 for Lier kommune, utgiver: Lier kommune, dato: 2023, url: '\''https://www.lier.kommune.no/globalassets/10.-politikk-og-samfunn/samfunn/planer/planer-og-rapporter/kunnskapsgrunnlag-2023-for-lier-kommune.pdf'\''}' \
  'kilder.skolebehovsanalyse-2018-2040={tittel: Skolebehovsanalyse 2018-2040, utgiver: Norconsult AS for Lier kommune, dato: 2017-12-20, url: '\''https://www.lier.kommune.no/globalassets/04.-bildegalleri/aktuelt/rapport_skolebehovsanalyse-for-lier-kommune.pdf'\''}'

# Planene i de andre dokumentene, og de sju som planstrategien kaller noe annet enn de heter.
planlint import planer.csv --kind plan --yes

# Planstrategien, tabellene på side 18 og 20. Rader som ikke er planer, er oppgaver. Lierstranda er tatt ut av
# fireårsplanen (s. 2, vedtakets punkt 7), og Kjelstad–Amtmannssvingen har null årsverk i alle fire år.
planlint import planstrategi-2024-2027.xlsx --source planstrategi-2024-2027 --place "s. 18 og 20" --declare --yes \
  --type "*=planoppgave" --type "Hovedplan vei=planoppgave" --type "Den kulturelle spaserstokken=handlingsplan" \
  --type "Tiltaksplan vei=handlingsplan" --type "Tiltaksplan for mobilitet og trafikksikkerhet=handlingsplan" \
  --row "Prosjektledelse Fjordbykontoret=oppgave" \
  --row "Behandling av private reguleringsplaner=oppgave" \
  --row "Behandling av private reguleringsplaner i Fjordbyen, Lierbyen og Tranby=oppgave" \
  --row "Utbyggingsavtaler=oppgave" \
  --row "Planer for utskilte virksomhet=ikke" \
  --match "Planstrategi og kommuneplanens samfunnsdel med arealstrategi=kommuneplanens-samfunnsdel-2019-2028" \
  --match "Kommuneplanens arealdel - kun mindre endringer=kommuneplanens-arealdel" \
  --match "Detaljregulering ny hovedvannforskyning Kleivdammen-Liertoppen=detaljregulering-ny-hovedvannforsyning-kleivdammen-liertoppen" \
  --match "Rusmiddelpolitisk handlingsplan=rusmiddelpolitisk-handlingsplan-2016-2020" \
  --match "Temaplan for demensomsorg=temaplan-demensomsorg-2024-2028" \
  --match "Handlingsplan mot barnefattigdom=handlingsplan-mot-barnefattigdom-2016-2019" \
  --match "Oppvekstplan=oppvekstplan-for-lier-kommune-2024-2032" \
  --decision "Områderegulering Lierstranda=utsettes" \
  --decision "Områderegulering Kjelstad - Amtmannssvingen=ikke_prioritert" \
  --decision "*=ny"

# «Hovedplan» og «tiltaksplan» er ord i to titler, og ingen plantyper i Lier.
planlint set plansystem plantyper.hovedplan= plantyper.tiltaksplan=

# Målene i fem planer, tiltakene, tallene og utfordringene, skrevet av dokument for dokument.
maal() { planlint import "$1" --kind maal --plan "$2" --source "$3" --yes; }
maal maal-samfunnsdel-2019-2028.csv kommuneplanens-samfunnsdel-2019-2028 samfunnsdel-2019-2028
maal maal-samfunnsdel-2040.csv kommuneplanens-samfunnsdel-2040 samfunnsdel-2040-hoering
maal maal-boligstrategi-2023-2027.csv helhetlig-boligstrategi-2023-2027 boligstrategi-2023-2027
maal maal-handlingsplan-demensomsorg-2025-2029.csv handlingsplan-for-demensomsorg-2025-2029 handlingsplan-demensomsorg-2025-2029
maal maal-folkehelsestrategi-2019-2028.csv folkehelsestrategi-2019-2028 folkehelsestrategi-2019-2028
planlint import tiltak-folkehelsestrategi.csv --kind tiltak --plan folkehelsestrategi-2019-2028 --source folkehelsestrategi-2019-2028 \
  --place "s. 11–16, handlingsdelen 2020-2023" --yes
planlint import indikatorer-kunnskapsgrunnlag-2023.csv --kind indikator --source kunnskapsgrunnlag-2023 --yes
planlint import indikatorer-samfunnsdel-2040.csv --kind indikator --source samfunnsdel-2040-hoering --yes
planlint import verdier.csv --yes
planlint import utfordringer.csv --kind utfordring --source planstrategi-2024-2027 --yes

# Hvilke mål og planer hver plan følger, det som er hendt, og hvor det andre står.
planlint import forankring.csv --yes
planlint import hendelser.csv --yes
planlint set planstrategi-2024-2027 kilder=
planlint import kilder.csv --yes

# Det planstrategien sier ellers: vedtaket og tidene (s. 2, 16, 18 og 21), og det kommunestyret har bestilt (kolonnen «Merknad»).
planlint set planstrategi-2024-2027 status=vedtatt kunnskapsgrunnlag+=kunnskapsgrunnlag-2023,boligpreferanser-2021 \
  'hendelser=[{hva: vedtatt, dato: 2024-06-12, organ: kommunestyret, kilde: planstrategi-2024-2027}]' \
  'merknad=Anslagene på årsverk er usikre. Kommunen disponerer fem årsverk til saksbehandling av arealplansaker, og to stillinger på Fjordbykontoret.'
# Oppgavene går hvert år. Årsverk i det siste året sier ikke at arbeidet er ferdig da.
planlint set planstrategi-2024-2027 oppgaver.1.oppstart= oppgaver.1.ferdig= oppgaver.2.oppstart= oppgaver.2.ferdig= \
  oppgaver.3.oppstart= oppgaver.3.ferdig= oppgaver.4.oppstart= oppgaver.4.ferdig=
om() { plan=$1; felt=$2; shift 2; planlint set "$plan" "beslutninger.planstrategi-2024-2027.$felt" "$@"; }
om kommuneplanens-samfunnsdel-2019-2028 oppstart=2024-08 beslutninger.planstrategi-2024-2027.ferdig=2025-12
planlint set kommuneplanens-samfunnsdel-2019-2028 status=vedtatt  # den nye er en plan for seg, samfunnsdelen 2040
om kommunedelplan-for-samferdselsinfrastruktur-med-kollektivknutepunkt-fjordbyen ferdig=2025-H1
om omraaderegulering-lierbyen-sentrum ferdig=2024-06
om omraaderegulering-tranby-sentrum ferdig=2024-06
om temaplan-digital-infrastruktur 'bestilt={organ: kommunestyret, dato: 2020-06-09}'
om temaplan-for-stoey 'bestilt={organ: kommunestyret, dato: 2019-09-17}'
om plan-for-fortetting 'begrunnelse=Ikke prioritert pga. kapasitet' merknad=
om temaplan-naturmangfold ferdig=  # årsverk i det siste året sier ikke at arbeidet er ferdig da
om omraaderegulering-lierstranda \
  'merknad=Medfører bruk av totalt 3 årsverk. Tatt ut av fireårsplanen, med planlagt oppstart etter 2028.' merknad= \
  status=satt_på_vent 'arbeid={oppstart: 2029, usikker: true, merknad: Planlagt oppstart etter 2028.}'
om kommuneplanens-arealdel \
  'merknad=Kun mindre endringer, § 11-17. Full rullering forutsetter 2 årsverk årlig i 4 år.' merknad=

# Det teksten ellers og de andre dokumentene sier om planer i tabellene.
om planprogram-for-fortetting-herunder-en-enkel-avklaring-av-fortettingsmuligheter \
  'bestilt={organ: kommunestyret, dato: 2019-06-18}'
planlint set planprogram-for-fortetting-herunder-en-enkel-avklaring-av-fortettingsmuligheter \
  'merknad=Vedtatt i KS 18.06.2019*/vedtatt i FS 24.09.2020**. Forventet vedtak: uavklart.'
planlint set samfunnssikkerhet 'merknad=Krav i «Forskrift om kommunal beredskapsplikt», § 3.'
planlint set helhetlig-boligstrategi-2023-2027 bygger_på=kommuneplanens-samfunnsdel-2019-2028,temaplan-helse-omsorg-og-velferd-2018-2026,folkehelsestrategi-2019-2028
planlint set temaplan-demensomsorg-2024-2028 bygger_på=kommuneplanens-samfunnsdel-2019-2028,handlingsprogram-2023-2026,folkehelsestrategi-2019-2028,temaplan-helse-omsorg-og-velferd-2018-2026,helhetlig-boligstrategi-2023-2027,handlingsplan-for-velferdsteknologi,frivillighetspolitisk-plattform,for-kropp-og-sjel,anleggsplan-for-fysisk-aktivitet-friluftsliv-og-idrett,den-kulturelle-spaserstokken,kompetanse-og-utviklingsplan-hov-2022-2024
planlint set temaplan-for-helse-omsorg-og-velferd-2026-2034 bygger_på=folkehelsestrategi-2019-2028,helhetlig-boligstrategi-2023-2027
planlint set klimaplan status=planlagt erstatter+=energi-og-klimaplan
planlint set detaljregulering-overfoeringsledning-nytt-hovedrenseanlegg status=igangsatt
planlint set oppvekstplan-for-lier-kommune-2024-2032 status=vedtatt
planlint set temaplan-demensomsorg-2024-2028 status=vedtatt
planlint set omraaderegulering-fjordbyen ansvarlig=fjordbykontoret
planlint set fysioterapiplan-2023-2026 revisjon.rulleres=årlig
planlint set handlingsplan-for-velferdsteknologi 'periode={fra: 2024, til: 2028, usikker: true}'
planlint set leve-hele-livet-2025-2030 'merknad=Kilden fører planen som «administrativ».'
planlint set detaljregulering-e134-dagslett-e18 'tittel=Detaljregulering E134 Dagslett–E18'
planlint set kommunedelplan-tranbykrysset-drengsrud 'tittel=Kommunedelplan Tranbykrysset–Drengsrud'
planlint set omraaderegulering-kjelstad-amtmannssvingen 'tittel=Områderegulering Kjelstad–Amtmannssvingen'
planlint set lierbyen-2030-handlingsplan 'tittel=Lierbyen 2030 – handlingsplan'
