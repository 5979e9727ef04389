"""The pages of drafts and input: proposed, said, decided; what is not recorded is never told as what is not."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, fjordvik, write

from planlint.site import build, drawing
from planlint.site.pages import innspill_page, maal_page, maal_tree_page, plan_page, utkast_page
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.text import language

DAY = date.fromisoformat(DATE)
DRAFT = (
    'tittel: Barn skal høres\ntype: delmål\nplan: samfunnsdel-2020\nnummer: "1.4"\noverordnet: gode-liv\nutkast: true\n'
)
ONE = """\
tittel: Si det sterkere
nummer: "3"
plan: samfunnsdel-2020
mål: [utkast-a]
tema: [barn]
avsender: ungdomsrådet
arena: råd
dato: 2020-02
stemmer: 4
vekt: viktigst
tekst: Barn skal ikke bare høres.
svar: {utfall: delvis, begrunnelse: Noe er dekket fra før., endring: Ordet trygg er nytt., førte_til: [trygg-oppvekst],
  organ: kommunestyret, dato: 2020-06-17, sak: 40/20}
"""


def _pages(root: Path, code: str = "nb") -> dict[str, str]:
    """Give the words of the pages that drafts and input stand on."""
    system = open_system(root, DAY)
    assert system.register is not None
    site = Nettsted(system.register, check(system.root, DAY, lang=code), language(code))
    found = build.files(site, ("html",), None)
    wanted = (
        "innspill.html", "maal/utkast-a.html", "maal/trygg-oppvekst.html", "plan/samfunnsdel-2020.html", "plan/ny.html",
        "maal/utkast-b.html", "maal/utkast-c.html", "plan/lekeplan.html",
    )  # fmt: skip
    pages = {path: data.decode() for path, data in found.items() if path in wanted}
    return {path: " ".join(re.sub(r"<[^>]+>", " ", text).split()) for path, text in pages.items()}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Fjordvik, and only the pages that are asked for here."""
    monkeypatch.setattr(drawing, "PAGES", (plan_page, maal_tree_page, maal_page, innspill_page, utkast_page))
    return fjordvik(tmp_path)


def test_a_register_without_drafts_or_input(root: Path) -> None:
    """That nothing is recorded is not told as if there had been nothing."""
    page = _pages(root)["innspill.html"]
    assert "Registeret viser ingen utkast og ingen innspill. Det betyr ikke at det ikke har vært noen." in page


def test_one_number_of_input_for_a_plan_on_every_page(root: Path) -> None:
    """Input stands once, by the plan that it names; each plan's number is of all that concerns it, on every page."""
    write(root, "planer/ny.yaml", "tittel: Ny samfunnsdel\ntype: samfunnsdel\nstatus: igangsatt\n")
    write(root, "maal/utkast-a.yaml", DRAFT)
    for name in ("en", "to"):
        write(root, f"innspill/{name}.yaml", f"tittel: Flere benker {name}\nplan: ny\nmål: [utkast-a]\n")
    write(root, "innspill/tre.yaml", "tittel: Innspill tre\nmål: [utkast-a]\n")
    pages = _pages(root)
    for path, number in (("plan/samfunnsdel-2020.html", 3), ("plan/ny.html", 2)):
        assert f"{number} innspill." in pages[path]
        assert f"Registeret har {number} innspill, og svaret på 0." in pages["innspill.html"]
    assert "2 av dem står under en annen plan, som de også gjelder." in pages["innspill.html"]
    assert pages["innspill.html"].count("Flere benker to Hvem innspillet er fra, er ikke registrert.") == 1


def test_a_draft_whose_story_is_recorded(root: Path) -> None:
    """The draft's page, the goal's, the plan's and the list tell the same: proposed, said, answered, decided."""
    blir = "blir:\n  - {mål: trygg-oppvekst, utfall: omformulert, usikker: true, begrunnelse: Kortere}\nvariant: B\n"
    write(root, "maal/utkast-a.yaml", DRAFT + blir)
    write(root, "innspill/en.yaml", ONE)
    write(root, "innspill/to.yaml", "tittel: Uten plan\n")
    pages = _pages(root)
    draft = pages["maal/utkast-a.html"]
    for told in (
        "Dette er et forslag fra arbeidet med en plan", "Barn skal høres",
        "ungdomsrådet, Medvirkningsråd, februar 2020",
        "4 stemmer, viktigst", "Barn skal ikke bare høres.", "Svar: Delvis tatt inn. Noe er dekket fra før.",
        "kommunestyret, 17.6.2020, sak 40/20", "Ordet trygg er nytt.", "Trolig vedtatt med annen ordlyd",
        "Hva det trolig ble til",
        "koblingen bygger på likhet, og kilden sier den ikke", "Kortere",
    ):  # fmt: skip
        assert told in draft, told
    goal = pages["maal/trygg-oppvekst.html"]
    assert "Fra utkast til vedtak" in goal
    assert "Barn skal høres" in goal
    page = pages["innspill.html"]
    assert "Registeret har 1 innspill, og svaret på 1." in page
    assert "Trolig vedtatt med annen ordlyd:" in page
    assert "«Trolig» betyr at koblingen bygger på likhet" in page
    assert "Svaret fra kommunen står der det er registrert." in page
    assert "Innspill som ikke er knyttet til en plan" in page
    assert "Hvem innspillet er fra, er ikke registrert." in page
    assert "Registeret har 1 utkast til mål i planen og 1 innspill." in pages["plan/samfunnsdel-2020.html"]
    assert "Partly included" in _pages(root, "en")["innspill.html"]


def test_a_draft_is_called_so_wherever_a_plan_leads_to_it(root: Path) -> None:
    """The thread of a plan says that what it follows up is a draft, and its fate; the draft's page names the plan."""
    write(root, "maal/utkast-a.yaml", DRAFT)
    write(root, "maal/utkast-b.yaml", DRAFT.replace("Barn skal høres", "Mer lek") + "blir:\n  - utfall: utgått\n")
    write(
        root,
        "planer/lekeplan.yaml",
        PLAN.replace("Klimastrategi", "Lekeplan").replace("trygg-oppvekst", "utkast-a, utkast-b"),
    )
    write(root, "innspill/en.yaml", "tittel: Flere benker\nmål: [trygg-oppvekst]\nsvar: {utfall: tatt_inn}\n")
    pages = _pages(root)
    page = pages["plan/lekeplan.html"]
    assert "utkast, ikke vedtatt" in page
    assert page.count("utkast") > page.count("utkast, ikke vedtatt")
    for name in ("a", "b"):
        assert "Planer som viser til utkastet Lekeplan for Fjordvik" in pages[f"maal/utkast-{name}.html"]
    decided = "3 mål i planen Et utkast som er vedtatt slik det sto, er et av målene her."
    assert decided in pages["innspill.html"]
    assert "Grunnen er ikke registrert." not in pages["innspill.html"]


def test_a_draft_of_which_nothing_is_recorded(root: Path) -> None:
    """Neither input nor outcome is made up, nor its absence; a draft is not among the goals."""
    write(root, "maal/utkast-a.yaml", DRAFT.replace("overordnet: gode-liv\n", "").replace('nummer: "1.4"\n', ""))
    plan = root / "plans/planer/samfunnsdel-2020.yaml"
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("sak: 40/20}", "sak: 40/20, innspill: 12}"), encoding="utf-8"
    )
    write(root, "innspill/en.yaml", "tittel: Bare svart\nmål: [utkast-b]\nsvar: {utfall: avvist, organ: ukjent}\n")
    write(root, "maal/utkast-b.yaml", DRAFT + "blir:\n  - utfall: utgått\n")
    pages = _pages(root)
    assert (
        "Registeret viser ingen innspill til utkastet. Det betyr ikke at det ikke kom noen."
        in pages["maal/utkast-a.html"]
    )
    assert "Registeret viser ikke hva det ble av utkastet." in pages["maal/utkast-a.html"]
    assert "Ikke registrert" in pages["innspill.html"]
    assert "Trolig" not in pages["innspill.html"]
    assert "Etter registeret kom det inn 12 innspill i høringen." in pages["innspill.html"]
    assert "Grunnen er ikke registrert." in pages["innspill.html"]
    assert "Barn skal høres" not in pages["maal/trygg-oppvekst.html"]


def test_a_draft_with_much_input_is_told_of_by_title(root: Path) -> None:
    """So much input as makes a light page stands in full; each of the rest by its title, with a link to all of it."""
    most = utkast_page.MOST_IN_FULL
    write(root, "maal/utkast-a.yaml", DRAFT)
    for at in range(most):
        write(root, f"innspill/i-{at:02}.yaml", f"tittel: Benk {at:02}\nmål: [utkast-a]\n")
    assert "innspill til " not in _pages(root)["maal/utkast-a.html"].partition("Hva det")[0].partition("sagt")[2]
    for at in range(most, most + 2):
        write(root, f"innspill/i-{at:02}.yaml", f"tittel: Benk {at:02}\nmål: [utkast-a]\n")
    draft = _pages(root)["maal/utkast-a.html"]
    assert draft.count("Hvem innspillet er fra, er ikke registrert.") == most
    assert all(f"Benk {at:02}" in draft for at in range(most + 2))
    assert f"2 innspill til Benk {most:02} Benk {most + 1:02}" in draft


@pytest.mark.parametrize(
    ("usikker", "told"),
    [("false", "Ikke vedtatt"), ("true", "Trolig ikke vedtatt (kilden sier det ikke)")],
)
def test_a_draft_that_likely_was_dropped(root: Path, usikker: str, told: str) -> None:
    """That a draft was dropped is told as a fact only where a source says it; no answer is promised where none is."""
    write(root, "maal/utkast-a.yaml", DRAFT + f"blir:\n  - {{utfall: utgått, usikker: {usikker}}}\n")
    write(root, "innspill/en.yaml", "tittel: Uten svar\nmål: [utkast-a]\n")
    pages = _pages(root)
    assert told in pages["maal/utkast-a.html"]
    assert told.partition(" (")[0] in pages["innspill.html"]
    assert ("Trolig" in pages["innspill.html"]) is (usikker == "true")
    assert "Registeret viser ikke hva kommunen svarte." in pages["innspill.html"]
    assert "Svaret fra kommunen står" not in pages["innspill.html"]


def test_a_draft_whose_plan_is_not_there(root: Path) -> None:
    """Its page says so, and the draft stands in no plan's list."""
    write(root, "maal/utkast-a.yaml", DRAFT.replace("samfunnsdel-2020", "borte"))
    assert "Planen er ikke i registeret." in _pages(root)["maal/utkast-a.html"]


def test_the_page_leads_to_the_form_where_there_is_one(root: Path) -> None:
    """With a repository the page leads to the form of an input; without one it leads nowhere."""
    assert "skjemaet «Innspill»" not in _pages(root)["innspill.html"]
    system = root / "plans/plansystem.yaml"
    text = system.read_text(encoding="utf-8")
    system.write_text(text + "nettsted: {repositorium: 'https://github.com/fjordvik/plan'}\n", encoding="utf-8")
    register = open_system(root, DAY).register
    assert register is not None
    (page,) = (page for page in innspill_page.pages(Nettsted(register, check(root, DAY), language("nb"))))
    assert page.innhold["skjema"] == "https://github.com/fjordvik/plan/issues/new?template=innspill.yml"
    assert "Før et innspill i registeret med skjemaet «Innspill»" in _pages(root)["innspill.html"]


BEFORE = "Registeret viser ikke at planen er vedtatt, så det er ikke avgjort hva det blir av utkastet."


def test_before_the_vote_nothing_has_become_of_a_draft(root: Path) -> None:
    """What became of a draft is not asked for before its plan is adopted; what goes out is taken out of a proposal."""
    write(root, "planer/ny.yaml", "tittel: Ny samfunnsdel\ntype: samfunnsdel\nstatus: igangsatt\n")
    mine = DRAFT.replace("samfunnsdel-2020", "ny")
    write(root, "maal/utkast-a.yaml", mine + "viderefører: [trygg-oppvekst]\n")
    write(root, "maal/utkast-b.yaml", mine + "blir: [{utfall: utgått}]\n")
    write(root, "maal/utkast-c.yaml", mine + "variant: C\nblir: [{mål: utkast-a, utfall: omformulert}]\n")
    for id_, votes in (("en", 3), ("to", 1200)):
        write(root, f"innspill/{id_}.yaml", f"tittel: Ja\nmål: [utkast-a]\nstemmer: {votes}\n")
    pages = _pages(root)
    assert BEFORE in pages["maal/utkast-a.html"]
    assert "Utkastet fører videre disse målene fra tidligere planer:" in pages["maal/utkast-a.html"]
    assert "Tatt ut av forslaget" in pages["maal/utkast-b.html"]
    assert "Fikk annen ordlyd i forslaget" in pages["maal/utkast-c.html"]
    for page in ("maal/utkast-a.html", "maal/utkast-b.html", "maal/utkast-c.html", "innspill.html"):
        for untrue in ("Vedtatt", "Ikke vedtatt", "Registeret viser ikke hva det ble av utkastet"):
            assert untrue not in pages[page], (page, untrue)
    assert "2 (stemmer: 3 og 1 200)" in pages["innspill.html"].replace("\N{NO-BREAK SPACE}", " ")
    assert "Ikke avgjort" in pages["innspill.html"]


def test_an_old_goal_that_is_not_carried_on_says_so(root: Path) -> None:
    """On its own page, with the reason, and never as something that was not adopted."""
    old = root / "plans/maal/trygg-oppvekst.yaml"
    old.write_text(old.read_text(encoding="utf-8") + "blir: [{utfall: utgått, begrunnelse: Nådd}]\n", encoding="utf-8")
    page = _pages(root)["maal/trygg-oppvekst.html"]
    assert "Om målet føres videre i en ny plan, sier registeret:" in page
    assert "Føres ikke videre. Nådd" in page
    assert "Ikke vedtatt" not in page


def test_the_goals_of_a_plan_with_many_stand_on_its_own_page(root: Path) -> None:
    """Where they have no room beside the drafts, the page says how many they are, and leads to the plan."""
    write(root, "maal/utkast-a.yaml", DRAFT)
    for number in range(40):
        goal = DRAFT.replace("utkast: true\n", "").replace("Barn skal høres", f"Mål nummer {number}")
        write(root, f"maal/nytt-{number:02}.yaml", goal.replace('nummer: "1.4"', f'nummer: "8.{number}"'))
    page = _pages(root)["innspill.html"]
    assert re.search(r"Planen har 4\d mål, som står på siden til planen\s?\.", page)
    assert "Mål nummer 7" not in page
