"""Words that residents use, beside those that plans and goals are written in: «sykehjem» finds the omsorgsmelding.

A row is a pattern of the plan system's words, and the words by which whoever lives in the municipality may look for the
same, in bokmål and nynorsk. The rows may be added to freely; what a row adds is only found, never shown.
"""

from __future__ import annotations

import re

_ROWS = (
    (r"omsorgs?(melding|plan|strategi|behov)|mestring og omsorg|pleie og omsorg|helse- og omsorg|behandlingssent",
     "eldreomsorg eldre gamle sykehjem sjukeheim aldershjem hjemmetjeneste heimeteneste hjemmehjelp omsorgsbolig"),
    (r"bo- og behandling|behandlingssent|helsehus|omsorgsbolig|sykehjem|sjukeheim",
     "sykehjem sykehjemsplass sjukeheim aldershjem eldre omsorgsbolig bofellesskap"),
    (r"\beldre|demens", "eldreomsorg pensjonist senior gamle sykehjem sjukeheim"),
    (r"\bhelse(?!s?tilsyn)|folkehelse", "lege fastlege legevakt legekontor sykdom sunn"),
    (r"psykisk", "psykolog angst depresjon rop"),
    (r"\brus|rusmiddel|alkohol", "alkohol narkotika rusomsorg skjenking skjenkebevilling ruspolitikk stoff dop"),
    (r"\bvold|overgrep", "mishandling seksuelle overgrep krisesenter politi"),
    (r"barnehage|førskole|lek og læring|leik og læring", "barnehageplass barnehagen barnehagar småbarn førskole"),
    (r"skole(?!bygg)|skule|\blæring|grunnskole|opplæring", "skoler skule skular elever elev undervisning lærer"),
    (r"skolebygg|skolebehov|skulebygg", "skolebygg skolebygging nye skoler skolestruktur skulebygg skoleplass"),
    (r"\bsfo\b|skolefritid", "skolefritidsordning aktivitetsskole aks fritidsordning"),
    (r"barnevern", "barnevernet fosterhjem fosterheim omsorgssvikt"),
    (r"barn og unge|oppvekst|ungdom", "ungdommer tenåringer fritidsklubb familie oppvekstplan mobbing"),
    (r"klimastrategi|klimaplan|klima- og energi|klimabudsjett|klimamelding",
     "klimaplan klimaplanen klimatiltak utslippskutt klimagasser klimagassutslipp energi global oppvarming co2"),
    (r"klimagass|utslipp", "klima co2 forurensning utslippskutt"),
    (r"natur|blågrønn|biologisk", "naturmangfold dyr planter artsmangfold grøntområde"),
    (r"vannforsyning|avløp|vannmiljø|overvann|hovedplan vann|vatn",
     "drikkevann drikkevatn kloakk avlaup vannledning vassverk vannverk va-plan kommunalteknikk flom"),
    (r"renovasjon|avfall", "søppel søppeltømming gjenvinning kildesortering resirkulering boss bosstømming"),
    (r"matavfall", "søppel matrester"),
    (r"trafikksikkerhet|trafikktrygging|trafikktryggleik", "trafikksikring fartsgrense gangfelt skolevei ulykker"),
    (r"sykkel|sykle", "sykkelvei sykkelveg sykkelsti sykkelveier gang- og sykkelvei sykkelfelt"),
    (r"mobilitet|kollektiv|transport", "buss bane tog kollektivtransport kollektivtrafikk reise bil bilfri samferdsel"),
    (r"parkering", "parkeringsplass parkeringsavgift elbil lading garasje"),
    (r"\bveg|\bvei(?!led)|hovedvei|\be\d+\b", "vei veg motorvei veier bomring bompenger gatelys"),
    (r"samfunnsdel", "kommuneplan kommuneplanen visjon samfunnsplan kommuneplanens samfunnsdel"),
    (r"arealdel", "kommuneplan kommuneplanen arealplan arealplanen plankart arealbruk byggegrense kart"),
    (r"områderegulering|detaljregulering|reguleringsplan|bebyggelsesplan",
     "reguleringsplan reguleringsplanen regulering plankart byggesak utbygging bebyggelse"),
    (r"kommunedelplan", "kdp delplan kommunedelplanen"),
    (r"småhus|byggesak|bestemmelser for bolig", "byggesøknad byggesak enebolig garasje nabovarsel bygge tilbygg"),
    (r"bolig|bustad|boliger for alle",
     "sosial bolig bustad boligsosial kommunal bolig leilighet husleie boliger boligbygging bostøtte startlån"),
    (r"sentrum|byutvikling|stedsutvikling|tettsted", "byutvikling by sentrum bysentrum utbygging torg"),
    (r"idrett|fysisk aktivitet|friluft",
     "idrettshall idrettsanlegg idrettslag fotball svømmehall svømmebasseng trening turløype turvei sport"),
    (r"bibliotek", "bøker lån bok lesing litteratur"),
    (r"kulturminne|kulturmiljø|kulturarv", "verneverdig vern fredet gamle hus fortidsminner"),
    (r"kultur(?!minne|miljø)", "kulturskole kino teater konsert museum kulturhus kunst musikk"),
    (r"kirke|gravplass|kyrkje", "gravlund kirkegård begravelse gravferd livssyn trossamfunn"),
    (r"frivillig", "lag og foreninger dugnad organisasjoner frivillighet"),
    (r"beredskap|risiko|\bros\b|sårbarhet|samfunnssikkerhet",
     "krise kriseplan katastrofe strømbrudd flom ras evakuering beredskapsplan naudsituasjon nødsituasjon tryggleik"),
    (r"brann", "brannvesen brannstasjon"),
    (r"næring|innovasjon|reiseliv", "bedrift bedrifter arbeidsplasser næringsliv turisme butikk gründer"),
    (r"landbruk|skogbruk|jordbruk", "gård gard bonde jord skog beite matproduksjon"),
    (r"integrering|flyktning|mangfold|innvandr", "flyktninger innvandrere asyl bosetting norskkurs inkludering"),
    (r"likestilling|diskriminering|kjønns", "kvinner menn likelønn lhbt skeiv"),
    (r"universell|funksjons|habilitering|rehabilitering",
     "funksjonshemmede funksjonsnedsettelse rullestol handikap uføre opptrening hjelpemidler"),
    (r"økonomiplan|handlingsprogram|budsjett|handlings- og økonomi",
     "budsjett økonomi økonomiplan penger skatt eiendomsskatt avgift gebyr sparing"),
    (r"årsrapport|årsmelding|regnskap", "regnskap resultat årsberetning årsmelding"),
    (r"eiendom|vedlikehold|bygg(?!esak)", "kommunale bygg lokaler oppussing vedlikehald eigedom"),
    (r"eierskap|eierstrategi|eigarskap|\bas\b", "selskap kommunale selskaper aksjer eigarmelding eiermelding"),
    (r"digital|\bikt\b|\bit\b", "data internett nettside app kunstig intelligens"),
    (r"arbeidsgiver|kompetanse|bemanning|sykefravær", "ansatte lønn jobb stilling medarbeidere rekruttering tilsette"),
    (r"anskaffelse|innkjøp", "innkjøp anbud leverandør"),
    (r"medvirkning|samskaping|innbyggerdialog", "delta si din mening innbyggere høring høyring folkemøte dialog"),
    (r"planstrategi", "hvilke planer planprogram valgperiode prioriteringer"),
    (r"fattigdom|levekår|sosial(?!e medier)", "nav sosialhjelp fattige utenfor økonomisk hjelp levekår"),
    (r"fattig|lavinntekt|låginntekt", "barnefattigdom fattigdom fattige lavinntekt låginntekt"),
    (r"vassdrag|\bfjord|\bkyst|strand", "elv bekk sjø bading badeplass strandsone fiske båt"),
    (r"kriminalitet|hatkrim|ekstremisme", "politi hærverk gjeng radikalisering trygghet"),
    (r"lekeplass|park\b|uteområd|offentlige rom", "lekeplass park leikeplass uteplass benk"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(pattern), words) for pattern, words in _ROWS)


def resident_words(*texts: str) -> str:
    """Give the words by which residents may look for what these texts name, in one order every time."""
    folded = " ".join(texts).casefold()
    found = {word for pattern, words in _PATTERNS if pattern.search(folded) for word in words.split()}
    return " ".join(sorted(found))
