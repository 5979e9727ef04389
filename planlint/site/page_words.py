"""Words by which the site's own pages are looked for, and the small words that a question is made of.

Whoever asks «hvem bestemmer» wants the page of the plan system, and «melde feil» the page of how one does that. The
words are bokmål, nynorsk and English side by side. What a row adds is only found, never shown.
"""

from __future__ import annotations

_ROWS = {
    "aarshjul.html": """
        årshjul kalender datoer dato høring høyring frister møteplan møter møte hva skjer når neste år kalendar
        fristar calendar dates
    """,
    "baerekraft.html": """
        bærekraftsmål berekraftsmål fn fns fn-mål sdg sdg-er sustainable development goals
    """,
    "behandling.html": """
        over fristen forfalt forfalte politiker politikar kommunestyret vedta vedtak vedtas skal sak saker
        saksliste avgjøre avgjerd på høring høyring overdue decision
    """,
    "data.html": """
        last ned nedlasting laste excel csv xlsx json api rss atom ics ical kalender dcat lisens nlod abonner
        abonnere abonnement regneark download feed
    """,
    "dekning.html": """
        mål uten plan utan ingen følger opp følges oppfølging rød tråd raud forankring coverage
    """,
    "endre.html": """
        melde feil meld frå om feilmelding rette retting rettelse dato oppdatere endring kontakt spørsmål spørre
        klage contact error report
    """,
    "helse.html": """
        hva mangler manglar feil kontroll funn status tilstand oversikt
    """,
    "hull.html": """
        hva mangler manglar hull hol ukjent ikke dokumentert ikkje gaps
    """,
    "index.html": """
        sist siste nyeste nye nylig vedtatt vedtatte vedteke vedtekne vedtak vedtaka plan planer planar nytt forside
        latest decisions adopted recent
    """,
    "innspill.html": """
        gi innspill gje innspel uttalelse uttale høring høyring høringsinnspill si din mening medvirkning
        medverknad delta forslag input
    """,
    "lov.html": """
        lovpålagt lovpålagte lovpålagde hjemmel heimel paragraf lovdata plikt må ha krav hvilke hvilken planer
        vi skal kva pbl plan- og bygningsloven kommuneloven statutory
    """,
    "maal.html": """
        alle mål måltre visjon hovedmål hovudmål delmål strategier goals
    """,
    "matrise.html": """
        matrise forankring rød tråd raud plan og mål matrix
    """,
    "neste-planstrategi.html": """
        hva må inn i neste planstrategi ny kva kommande revideres revidere fornyes fornye planbehov rullering rulleres
        next planning strategy
    """,
    "om.html": """
        om siden sida ordliste ordforklaring forklaring hva betyr tyder betydning begreper ord status statuser
        kontakt kjelder kilder about glossary
    """,
    "planer.html": """
        alle planer planoversikt planregister liste oversikt planliste plans
    """,
    "planstrategier.html": """
        planstrategi planstrategien ny neste valgperiode kommunestyret politikere valg planbehov
    """,
    "plansystem.html": """
        hvem bestemmer bestemme kven avgjer avgjør myndighet makt ansvar ansvaret rolle roller organ utvalg
        formannskap formannskapet kommunestyre kommunestyret vedtar hierarki nivå nivåer plantype plantyper
        temaplan fagplan kommunedelplan strategi melding forskjell konflikt motstrid gjelder foran går rang
        plansystem hva er en et kva ein eit decides who what is
    """,
    "sektorer.html": """
        hvem har ansvar ansvaret ansvarlig ansvarlege ansvarleg sektor etat avdeling kven utvalg kalender
        responsible
    """,
    "tema.html": """
        hva gjelder gjeld tema temaer emne emner topics
    """,
    "tidligere-maal.html": """
        gamle mål tidligere tidlegare forrige
    """,
    "tidslinje.html": """
        tidslinje tidsline periode revisjon revideres rullering rulleres utløper utgår kalender timeline
    """,
    "tilgjengelighet.html": """
        tilgjengelighetserklæring universell utforming uu wcag skjermleser blind accessibility
    """,
    "tiltak.html": """
        tiltak tiltaksplan tiltaksliste handling gjennomføring measures
    """,
    "utfordringer.html": """
        utfordringer utfordringar konflikt konflikter målkonflikt målkonflikter dilemma motstrid challenges
        conflict
    """,
}
PAGE_WORDS = {path: " ".join(words.split()) for path, words in _ROWS.items()}
"""The words that each of the site's own pages shall be found by, from its path."""

_SMALL = """
    alle at av blir da de den der det deres dere du eg ein ei en er et etter for fra frå gjelder gjeld ha har hos
    hva hvem hvilke hvilken hvilket hvor hvordan hvorfor i ikkje ikke jeg kan kor korleis kva kven kvifor man med me
    må mitt nå no når og om på seg si sin skal som så til ved vi vil vår vårt å a an are do does how in is my of the
    to what when where which who will
"""
SMALL_WORDS = tuple(_SMALL.split())
"""What a question has beside what it asks for; the search leaves them out where anything else is left."""


def page_words(path: str) -> str:
    """Give the words that one of the site's own pages shall be found by; "" where it has none but its own."""
    return PAGE_WORDS.get(path, "")
