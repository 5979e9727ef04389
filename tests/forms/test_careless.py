"""Forms as people fill them in who are in a hurry: read as they are meant, or refused with the sentence that helps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from support.helpers import DATE, PLAN, fjordvik, write
from support.issueform import FILLED, body, lay_out

from planlint.forms import FormError, paper, propose
from planlint.system import System, open_system
from planlint.text import language

NB = language("nb")
TITLES = {
    "klima": "Klimastrategi for Fjordvik",
    "klima-handling": "Handlingsplan til klimastrategien",
    "sykkel": "Sykkelstrategi 2023–2030",
    "kultur": "Kulturplan 2020–2027",
    "kulturminner": "Kulturminneplan 2022–2030",
    "miljo": "Miljø, idrett og kultur i Fjordvik",
}
SITE = "nettsted: {adresse: https://plan.fjordvik.kommune.no/, repositorium: https://github.com/fjordvik/plan}\n"


@pytest.fixture(scope="module")
def kommune(tmp_path_factory: pytest.TempPathFactory) -> System:
    """Fjordvik with plans whose names are like each other, its forms, and its address."""
    root = fjordvik(tmp_path_factory.mktemp("kommune"))
    for id_, title in TITLES.items():
        write(root, f"planer/{id_}.yaml", PLAN.replace("Klimastrategi for Fjordvik", title))
    file = root / "plans/plansystem.yaml"
    file.write_text(file.read_text(encoding="utf-8") + SITE, encoding="utf-8")
    lay_out(root)
    return open_system(root, date.fromisoformat(DATE))


def whole(kommune: System, name: str, **more: str) -> str:
    """Give the body of a form that is filled in as it should be, with some answers as they are given."""
    return body(kommune.root, name, **{**FILLED[name], **more})


def shown(value: Any) -> Any:
    """Give a value of a form as a test writes it: ids of what it refers to, times as the files have them."""
    if isinstance(value, tuple):
        return [shown(one) for one in value]
    return str(getattr(value, "id", value))


# What is written, in which field, and what is read.
READ = [
    # B7, and what is like it
    ("ny-plan", "Ferdig", "18. mars 2026", {"ferdig": "2026-03-18"}),
    ("ny-plan", "Ferdig", "mars 2026", {"ferdig": "2026-03"}),
    ("ny-plan", "Ferdig", "januar 2027", {"ferdig": "2027-01"}),
    ("ny-plan", "Ferdig", "18/3-26", {"ferdig": "2026-03-18"}),
    ("ny-plan", "Ferdig", "18.03.26", {"ferdig": "2026-03-18"}),
    ("ny-plan", "Ferdig", "Q1 2027", {"ferdig": "2027-K1"}),
    ("ny-plan", "Ferdig", "våren 2027", {"ferdig": "2027-H1"}),
    ("ny-plan", "Ferdig", "innen utgangen av 2027", {"ferdig": "2027"}),
    ("ny-plan", "Ferdig", "1. kvartal 2027.", {"ferdig": "2027-K1"}),
    ("ny-plan", "Oppstart", "fra høsten 2024", {"oppstart": "2024-H2"}),
    ("vedtak-fattet", "Dato", "onsdag 12. juni 2024 kl. 18.00", {"dato": "2024-06-12"}),
    ("vedtak-fattet", "Dato", "12-06-2024", {"dato": "2024-06-12"}),
    ("vedtak-fattet", "Dato", "12 6 2024", {"dato": "2024-06-12"}),
    ("vedtak-fattet", "Dato", "2024.06.12", {"dato": "2024-06-12"}),
    ("vedtak-fattet", "Dato", "den 12/6 2024", {"dato": "2024-06-12"}),
    ("vedtak-fattet", "Ny_sluttdato", "til og med 2034", {"til": "2034"}),
    ("vedtak-fattet", "Ny_sluttdato", "ut 2034", {"til": "2034"}),
    ("vedtak-fattet", "Ny_sluttdato", "-", {"til": "None"}),
    # B8
    ("vedtak-fattet", "Plan", "Klimastartegi", {"plan": "klima"}),
    ("vedtak-fattet", "Plan", "Klimastrategi i Fjordvik", {"plan": "klima"}),
    ("vedtak-fattet", "Plan", "sykkelstrategien", {"plan": "sykkel"}),
    ("vedtak-fattet", "Plan", "«Sykkelstrategi 2023-2030»", {"plan": "sykkel"}),
    ("vedtak-fattet", "Plan", "Klima Handling", {"plan": "klima-handling"}),
    ("vedtak-fattet", "Plan", "https://plan.fjordvik.kommune.no/plan/sykkel.html", {"plan": "sykkel"}),
    ("vedtak-fattet", "Plan", "[Sykkel](https://plan.fjordvik.kommune.no/plan/sykkel.html)", {"plan": "sykkel"}),
    ("vedtak-fattet", "Plan", "https://github.com/fjordvik/plan/blob/main/plans/planer/sykkel.yaml",
     {"plan": "sykkel"}),
    ("vedtak-fattet", "Plan", "sykkel.yaml", {"plan": "sykkel"}),
    ("ny-plan", "Forankring", "trygg-opvekst", {"forankring": ["trygg-oppvekst"]}),
    ("ny-plan", "Forankring", "Barn og unge har en trygg oppvekst.", {"forankring": ["trygg-oppvekst"]}),
    ("ny-plan", "Forankring", "trygg oppvekst", {"forankring": ["trygg-oppvekst"]}),
    # C9
    ("vedtak-fattet", "Erstatter", "Klimastrategi for Fjordvik, Sykkelstrategi", {"erstatter": ["klima", "sykkel"]}),
    ("vedtak-fattet", "Erstatter", "1. klima\n2) sykkel", {"erstatter": ["klima", "sykkel"]}),
    ("vedtak-fattet", "Erstatter", "Sykkelstrategien og kulturminneplanen", {"erstatter": ["sykkel", "kulturminner"]}),
    ("vedtak-fattet", "Erstatter", "Miljø, idrett og kultur i Fjordvik", {"erstatter": ["miljo"]}),
    ("vedtak-fattet", "Erstatter", "ingen", {"erstatter": []}),
    ("vedtak-fattet", "Saksnummer", "Sak 12/26 (PS)", {"sak": "PS 12/26"}),
    ("vedtak-fattet", "Saksnummer", "saksnr. 12 / 26.", {"sak": "12/26"}),
    ("vedtak-fattet", "Organ", "kommunestyret", {"organ": "kommunestyret"}),
    # Thirty more, by somebody who has seen neither the code nor the cases above
    ("vedtak-fattet", "Dato", "12.jun.2024", {"dato": "2024-06-12"}),
    ("vedtak-fattet", "Dato", "12juni2024", {"dato": "2024-06-12"}),
    ("vedtak-fattet", "Dato", "12,6,2024", {"dato": "2024-06-12"}),
    ("vedtak-fattet", "Dato", "12 juni -24", {"dato": "2024-06-12"}),
    ("ny-plan", "Ferdig", "4. kv. 2026", {"ferdig": "2026-K4"}),
    ("ny-plan", "Ferdig", "desember -26", {"ferdig": "2026-12"}),
    ("vedtak-fattet", "Ny_sluttdato", "uendret", {"til": "None"}),
    ("vedtak-fattet", "Ny_sluttdato", "Ikke fastsatt ennå", {"til": "None"}),
    ("vedtak-fattet", "Plan", "Klima strategi for Fjordvik", {"plan": "klima"}),
    ("vedtak-fattet", "Plan", "Klimastrategi for Fjordvik (hovedplanen)", {"plan": "klima"}),
    ("vedtak-fattet", "Plan", "Sykkelstrategi 2023-30", {"plan": "sykkel"}),
    ("vedtak-fattet", "Plan", "“Klimastrategi for Fjordvik”\u200b", {"plan": "klima"}),
    ("vedtak-fattet", "Erstatter", "klima & sykkel", {"erstatter": ["klima", "sykkel"]}),
    ("vedtak-fattet", "Erstatter", "klima/sykkel", {"erstatter": ["klima", "sykkel"]}),
    ("vedtak-fattet", "Erstatter", "Klimastrategien + sykkelstrategien", {"erstatter": ["klima", "sykkel"]}),
    ("vedtak-fattet", "Erstatter", "Miljø, idrett og kultur i Fjordvik, klima", {"erstatter": ["miljo", "klima"]}),
    ("vedtak-fattet", "Erstatter", "Nei", {"erstatter": []}),
    ("vedtak-fattet", "Erstatter", "ingen andre", {"erstatter": []}),
    ("vedtak-fattet", "Lenke", "(https://www.fjordvik.no/sak)", {"lenke": "https://www.fjordvik.no/sak"}),
    ("vedtak-fattet", "Saksnummer", "KST-45/24", {"sak": "KST-45/24"}),
    ("ny-plan", "Forankring", "mål/trygg-oppvekst", {"forankring": ["trygg-oppvekst"]}),
    ("ny-plan", "Tittel", "Plan\tfor  Kåfjord/Gáivuotna", {"tittel": "Plan for Kåfjord/Gáivuotna"}),
    ("vedtak-fattet", "Lenke", "www.fjordvik.no/sak/12", {"lenke": "https://www.fjordvik.no/sak/12"}),
    ("vedtak-fattet", "Lenke", "[Saken](https://www.fjordvik.no/sak/12)", {"lenke": "https://www.fjordvik.no/sak/12"}),
    ("vedtak-fattet", "Lenke", "https://www.fjordvik.no/møte(1).pdf",
     {"lenke": "https://www.fjordvik.no/m%C3%B8te%281%29.pdf"}),
    ("vedtak-fattet", "Lenke", "_No response_\n\nVennlig hilsen\nKari Nordmann", {"lenke": ""}),
    ("vedtak-fattet", "Lenke", "https://www.fjordvik.no/sak/12\nMvh Kari", {"lenke": "https://www.fjordvik.no/sak/12"}),
    ("vedtak-fattet", "Lenke", "www.fjordvik.no/sak\n\nKari Nordmann\nplansjef", {"lenke": "https://www.fjordvik.no/sak"}),
    ("ny-plan", "Tittel", "«Trafikksikkerhetsplan 2025‑2028»", {"tittel": "Trafikksikkerhetsplan 2025-2028"}),
    ("ny-plan", "Tittel", "**Plan for torg × gate → sentrum [del 1]**",
     {"tittel": "Plan for torg × gate → sentrum [del 1]"}),
    ("ny-plan", "Sted_i_kilden", "kap. 4\u202f–\u202f5 | s. 12", {"sted": "kap. 4 – 5 | s. 12"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "label", "written", "read"), READ)
def test_what_is_meant_is_read(kommune: System, name: str, label: str, written: str, read: dict[str, Any]) -> None:
    """Dates, references, case numbers and addresses as a planner writes them have the meaning that they have."""
    replacing = {"Hva_ble_bestemt": "Vedtatt", "Plan": "kultur"} if label == "Erstatter" else {}
    given = propose(kommune, whole(kommune, name, **{**replacing, label: written})).given
    assert {key: shown(getattr(given, key)) for key in read} == read


REFUSED = [
    ("vedtak-fattet", "Dato", "våren 2024",
     "må ha hele datoen, ikke bare «våren 2024». Skriv den som 18.3.2026 eller 18. mars 2026."),
    ("vedtak-fattet", "Dato", "mars 2024", "må ha hele datoen, ikke bare «mars 2024»."),
    ("vedtak-fattet", "Dato", "12. juni", "Feltet «Dato» sier ikke hvilket år: «12. juni». Skriv den som 18.3.2026"),
    ("vedtak-fattet", "Dato", "12.6.2024, sak 45/24", "Mener du 2024-06-12, så skriv bare det."),
    ("vedtak-fattet", "Dato", "06-12-24", "har ikke en dato som kan leses: «06-12-24»."),
    ("vedtak-fattet", "Dato", "i går", "har ikke en dato som kan leses: «i går». Skriv den som 18.3.2026"),
    ("ny-plan", "Ferdig", "ca. 2027", "har ikke en dato som kan leses: «ca. 2027». Et år (2027)"),
    ("vedtak-fattet", "Plan", "Kulturplanen for Fjordvik 2019",
     "Kanskje en av disse: «Kulturplan 2020–2027» (kultur), «Kulturminneplan 2022–2030» (kulturminner)"),
    ("vedtak-fattet", "Plan", "strategien", "Ingen plan i registeret har id eller tittel «strategien»."),
    ("vedtak-fattet", "Plan", "Klimastrategi, Sykkelstrategi",
     "Feltet «Plan» er for én plan, og «Klimastrategi, Sykkelstrategi» er 2. Send ett skjema for hver."),
    ("vedtak-fattet", "Plan", "https://planer.nabokommunen.no/plan/sykkel.html", "er ikke siden til noe i registeret."),
    ("vedtak-fattet", "Plan", "Folkehelseplan", "Ingen plan i registeret har id eller tittel «Folkehelseplan»."),
    ("ny-plan", "Forankring", "lavutslippssamfunn\ntrygg oppvekst", "Verken et mål eller en plan har id eller tittel"),
    ("vedtak-fattet", "Saksnummer", "12/26 og 13/26", "har flere saksnumre: «12/26 og 13/26»."),
    ("vedtak-fattet", "Lenke", "http://www.fjordvik.no", "Den må begynne med https://."),
    ("vedtak-fattet", "Lenke", "ligger i arkivet", "har ikke en adresse som kan brukes: «ligger i arkivet»."),
    ("vedtak-fattet", "Lenke", "www.a.no\n\nPlanen ble også forlenget.",
     "kan bare ha én linje. Ta bort «Planen ble også"),
    ("vedtak-fattet", "Organ", "Komunestyret", "Mente du «Kommunestyret»?"),
    ("vedtak-fattet", "Dato", "12. junii 2024", "«12. junii 2024». Skriv den som 18.3.2026 eller 18. mars 2026."),
    ("vedtak-fattet", "Dato", "12. juni 2024 (PS 45/24)", "Mener du 2024-06-12, så skriv bare det."),
    ("vedtak-fattet", "Plan", "Klimastrategi for Fjordvik (vedtatt 2016)",
     "Kanskje en av disse: «Klimastrategi for Fjordvik» (klima)"),
    ("vedtak-fattet", "Plan", "Klimastrategi for Fjordvik / Sykkelstrategi", "er 2. Send ett skjema for hver."),
    ("vedtak-fattet", "Saksnummer", "sak nr 45/24 i kommunestyret", "Mener du «45/24», så skriv bare det."),
    ("vedtak-fattet", "Saksnummer", "PS 45/24, 12.6.2024", "Mener du «45/24», så skriv bare det."),
    ("vedtak-fattet", "Lenke", "https://www.fjordvik.no/sak 45", "må ha én adresse uten mellomrom, ikke"),
    ("ny-plan", "Ferdig", "uke 23 2026", "Mener du 2026, så skriv bare det. Et år (2027)"),
    ("ny-plan", "Tittel", "Plan {utkast} `a`",
     "kan ikke inneholde tegnene { } \\`. Skriv det med vanlige ord og tegn."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "label", "written", "told"), REFUSED)
def test_what_may_mean_several_things_is_asked_about(
    kommune: System, name: str, label: str, written: str, told: str
) -> None:
    """The sentence names the field, shows what was written, and says what to write instead."""
    with pytest.raises(FormError) as error:
        propose(kommune, whole(kommune, name, **{label: written}))
    (problem,) = error.value.problems
    assert told in problem.in_language(NB)


def test_an_id_is_an_id_whatever_it_is_part_of(kommune: System) -> None:
    """«klima» is the id of one plan, though two have it in their titles."""
    assert shown(propose(kommune, whole(kommune, "vedtak-fattet", Plan="klima")).given.plan) == "klima"


def test_all_that_is_wrong_is_told_at_once(kommune: System) -> None:
    """One sentence for each field, and none is kept for the next try."""
    wrong = {"Plan": "Vannplan", "Dato": "våren 2024", "Saksnummer": "?!", "Lenke": "se sak", "Organ": "– velg –"}
    with pytest.raises(FormError) as error:
        propose(kommune, whole(kommune, "vedtak-fattet", **wrong))
    labels = [problem.in_language(NB).partition("«")[2].partition("»")[0] for problem in error.value.problems]
    assert labels == ["Plan", "Dato", "Organ", "Saksnummer", "Lenke"]


PROSE = [
    "Koster 2 mill. € (± 10 %) → dekkes av drift, areal 3 × 4 m og ~5 daa.",
    "Trinn [1] og {2} | tre_ord `kode` ^ $5 \\ < 3 > 2 @ kommunen",
    "Flott plan 👍🏽 👩\u200d🌾 ⚠️ 🫶",
    "E‑post og bydel‑plan med \u00a0hardt mellomrom",
    "# Overskrift\n\n* punkt\n| a | b |\n--- slutt",
]


@pytest.mark.parametrize("text", PROSE)
def test_ordinary_signs_in_a_text_are_text(kommune: System, text: str) -> None:
    """Signs of money and arithmetic, brackets, pictures and hard blanks are kept, and the file is one that is read."""
    proposal = propose(kommune, whole(kommune, "ny-plan", Sammendrag=text))
    assert proposal.given.sammendrag == text.replace("‑", "-").replace("\u00a0", " ")
    assert [item.diagnostic.code for item in proposal.report.findings if item.diagnostic.code < "PL100"] == []
    made = proposal.work.after().register
    assert made is not None
    plan = made.planer["trafikksikkerhetsplan-2025-2028"]
    assert " ".join((plan.sammendrag or "").split()) == " ".join(proposal.given.sammendrag.split())


MANGLED: dict[str, Callable[[str], str]] = {
    "another depth": lambda text: text.replace("### ", "## "),
    "a colon": lambda text: text.replace("### Dato", "### Dato:"),
    "small letters": lambda text: text.replace("### Plan\n", "### plan\n").replace("Vedtak fattet", "vedtak fattet", 1),
    "no blank lines": lambda text: text.replace("\n\n", "\n"),
    "many blank lines": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "blanks around": lambda text: text.replace("\n", "  \n"),
    "Windows": lambda text: text.replace("\n", "\r\n"),
    "signed": lambda text: f"{text}\n\n-- \nKari Nordmann\nFjordvik kommune\nwww.fjordvik.no",
    "sent from": lambda text: f"{text}\n\nSendt fra min iPhone",
}


@pytest.mark.parametrize("how", MANGLED)
def test_a_body_that_was_written_over_is_still_a_form(kommune: System, how: str) -> None:
    """Headings of another depth, blank lines, a signature: the answers are the same."""
    told = propose(kommune, MANGLED[how](whole(kommune, "vedtak-fattet"))).given
    plain = propose(kommune, whole(kommune, "vedtak-fattet")).given
    assert (told.plan, told.dato, told.sak, told.lenke) == (plain.plan, plain.dato, plain.sak, plain.lenke)


def test_how_something_was_read_is_told_in_the_answer(kommune: System) -> None:
    """What was taken by other words than id or title, and what was left out as a signature, is shown."""
    text = whole(kommune, "vedtak-fattet", Plan="sykkelstartegi") + "\n\nHilsen Kari @alle"
    texts = paper(propose(kommune, text), 12)
    for told in (texts.svar, texts.tekst):
        assert "«sykkelstartegi» er lest som «Sykkelstrategi 2023–2030» (sykkel)." in told
        assert "Ikke tatt med: «Hilsen Kari \\@\u200balle»." in told


def test_boxes_with_another_cross(kommune: System) -> None:
    """A cross of another sign is a cross."""
    text = whole(kommune, "plan-gjennomgaatt").replace("- [X]", "* [✓ ]")
    assert propose(kommune, text).given.sett == "Ja"


def test_words_that_every_plan_has_lead_nowhere(kommune: System) -> None:
    """«Strategi for folkehelse» is not like every other strategy: what has nothing of it is not shown."""
    with pytest.raises(FormError) as error:
        propose(kommune, whole(kommune, "vedtak-fattet", Plan="Strategi for folkehelse"))
    (problem,) = error.value.problems
    assert problem.in_language(NB).endswith("Ingen plan i registeret har id eller tittel «Strategi for folkehelse».")
