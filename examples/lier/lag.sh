#!/bin/sh
# Lager planstrategien til Lier på nytt, i en tom mappe, av planstrategiens egne to tabeller og det teksten sier i tillegg:
#
#     sh examples/lier/lag.sh MAPPE
#
# tests/promises/test_lier_anew.py holder resultatet opp mot plans/ ved siden av.
set -eu
her=$(cd "$(dirname "$0")" && pwd)
planlint init "$1" --empty --name Lier --number 3312 --date 2026-11-29
cd "$1"

# Det tabellene ikke sier: kilden, og et navn på planer som ingen type er oppgitt for.
planlint set plansystem 'kilder.planstrategi-2024-2027={tittel: "Planstrategi 2024–2027 og planprogram for kommuneplanens samfunnsdel", utgiver: Lier kommune, dato: 2024-06-12, url: "https://www.lier.kommune.no/globalassets/10.-politikk-og-samfunn/samfunn/planer/planer-og-rapporter/planstrategi-2024-2027-med-vedtak-i-kommunestyret.pdf"}'
planlint set plansystem 'plantyper.planoppgave={navn: plan (type ikke oppgitt), gruppe: Planer der typen ikke er oppgitt}'

# Planstrategien sier «kommunedelplan», og deler det ikke i areal og tema.
planlint set plansystem 'plantyper.kommunedelplan={navn: kommunedelplan}'

# Tabellene på side 18 og 20. Rader som ikke er planer, er oppgaver. Lierstranda er tatt ut av
# fireårsplanen (s. 2, vedtakets punkt 7), og Kjelstad–Amtmannssvingen har null årsverk i alle fire år.
cp "$her/planstrategi-2024-2027.xlsx" .
planlint import planstrategi-2024-2027.xlsx --source planstrategi-2024-2027 --place "s. 18 og 20" --declare --yes \
  --type "*=planoppgave" \
  --row "Prosjektledelse Fjordbykontoret=oppgave" \
  --row "Behandling av private reguleringsplaner=oppgave" \
  --row "Behandling av private reguleringsplaner i Fjordbyen, Lierbyen og Tranby=oppgave" \
  --row "Utbyggingsavtaler=oppgave" \
  --row "Planer for utskilte virksomhet=ikke" \
  --decision "Områderegulering Lierstranda=utsettes" \
  --decision "Områderegulering Kjelstad - Amtmannssvingen=ikke_prioritert" \
  --decision "*=ny"

# Det planstrategien sier ellers: vedtaket og tidene (s. 2, 16, 18 og 21), og det kommunestyret har bestilt (kolonnen «Merknad»).
planlint set planstrategi-2024-2027 status=vedtatt 'hendelser=[{hva: vedtatt, dato: 2024-06-12, organ: kommunestyret, kilde: planstrategi-2024-2027}]'
tid() { planlint set "$1" "beslutninger.planstrategi-2024-2027.$2"; }
tid planstrategi-og-kommuneplanens-samfunnsdel-med-arealstrategi oppstart=2024-08
tid planstrategi-og-kommuneplanens-samfunnsdel-med-arealstrategi ferdig=2025-12
tid kommunedelplan-for-samferdselsinfrastruktur-med-kollektivknutepunkt-fjordbyen ferdig=2025-H1
tid omraaderegulering-lierbyen-sentrum ferdig=2024-06
tid omraaderegulering-tranby-sentrum ferdig=2024-06
tid temaplan-digital-infrastruktur 'bestilt={organ: kommunestyret, dato: 2020-06-09}'
tid temaplan-for-stoey 'bestilt={organ: kommunestyret, dato: 2019-09-17}'
tid planprogram-for-fortetting-herunder-en-enkel-avklaring-av-fortettingsmuligheter 'bestilt={organ: kommunestyret, dato: 2019-06-18}'
