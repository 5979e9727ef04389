"""A table of goals, measures or indicators as people type it: names and numbers for ids, and nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from support.helpers import fjordvik, run, write

if TYPE_CHECKING:
    from pathlib import Path

DATE = "2024-06-15"
GOALS = """\
Nr.;Mål;Måltype;Under;Kommentar;Side
7;Levende landskap;hovedmål;;;s. 5
7.1;Lierdalen skal være et produksjonsområde for frukt;delmål;7;fra høringen;s. 5
7.2;Naturen skal være lett å ta i bruk;delmål;Levende landskap;;s. 6
"""
GIVEN = ("--kind", "maal", "--plan", "samfunnsdel-2020", "--source", "plandokument", "--yes")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a small plan system with a samfunnsdel, and the table beside it."""
    fjordvik(tmp_path)
    (tmp_path / "mål.csv").write_text(GOALS, encoding="utf-8")
    return tmp_path


def imported(root: Path, *words: str, code: int = 0) -> str:
    """Run the import; give what it says."""
    done = run("import", *words, "--date", DATE, cwd=root)
    assert done.returncode == code, done.stdout + done.stderr
    return f"{done.stdout}{done.stderr}"


def file(root: Path, path: str) -> dict[str, Any]:
    """Give what a file says."""
    data = yaml.safe_load((root / "plans" / path).read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


def test_a_table_of_goals_becomes_goals(root: Path) -> None:
    """Numbers and titles find the goal above, the plan and the source are said once, and each column is told of."""
    told = imported(root, "mål.csv", *GIVEN)
    named = {"Nr.": "Nummer", "Mål": "Tittel", "Måltype": "Type", "Under": "Overordnet mål", "Kommentar": "Merknad"}
    assert [f"«{head}» er lest som {field}." in told for head, field in named.items()] == [True] * len(named)
    assert file(root, "maal/lierdalen-skal-vaere-et-produksjonsomraade-for-frukt.yaml") == {
        "tittel": "Lierdalen skal være et produksjonsområde for frukt",
        "type": "delmål",
        "plan": "samfunnsdel-2020",
        "overordnet": "levende-landskap",
        "nummer": "7.1",
        "kilder": [{"kilde": "plandokument", "sted": "s. 5"}],
        "merknad": "Kommentar: «fra høringen».",
    }
    other = file(root, "maal/naturen-skal-vaere-lett-aa-ta-i-bruk.yaml")
    assert (other["overordnet"], other["kilder"][0]["sted"]) == ("levende-landskap", "s. 6")


def test_again_nothing_happens_and_a_changed_cell_changes_its_field(root: Path) -> None:
    """The same table twice is one; a goal is found by its title again, and what is typed by hand stays."""
    imported(root, "mål.csv", *GIVEN)
    assert "Ingenting å skrive" in imported(root, "mål.csv", *GIVEN)
    path = root / "plans/maal/levende-landskap.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "sammendrag: Skrevet for hånd.\n", encoding="utf-8")
    (root / "mål.csv").write_text(GOALS.replace("7;Levende", "A;Levende", 1), encoding="utf-8")
    imported(root, "mål.csv", *GIVEN)
    assert (
        file(root, "maal/levende-landskap.yaml")["nummer"],
        file(root, "maal/levende-landskap.yaml")["sammendrag"],
    ) == (
        "A",
        "Skrevet for hånd.",
    )


def test_what_a_kind_cannot_be_without_is_asked_for(root: Path) -> None:
    """Goals without a plan are not written; the rows and what to type are named."""
    told = imported(root, "mål.csv", "--kind", "maal", "--yes", code=2)
    assert "Dette mangler: linje 2 (plan), 3 (plan), 4 (plan)." in told
    assert "--plan ID" in told
    assert not (root / "plans/maal/levende-landskap.yaml").exists()


def test_measures_and_indicators_name_goals_units_and_plans_as_people_do(root: Path) -> None:
    """A unit by its name, several with semicolons between, a goal by number or title, a plan by its title."""
    imported(root, "mål.csv", *GIVEN)
    title = file(root, "planer/samfunnsdel-2020.yaml")["tittel"]
    table = f'Tiltak;Mål;Ansvar;Plan;Frist\nBygge gangvei;"7.1; Levende landskap";Miljø;{title};2027\n'
    (root / "tiltak.csv").write_text(table, encoding="utf-8")
    imported(root, "tiltak.csv", "--kind", "tiltak", "--yes")
    made = file(root, "tiltak/bygge-gangvei.yaml")
    assert made["mål"] == ["lierdalen-skal-vaere-et-produksjonsomraade-for-frukt", "levende-landskap"]
    assert (made["ansvarlig"], made["plan"], made["frist"]) == ("miljoe", "samfunnsdel-2020", 2027)
    (root / "tall.csv").write_text("Nøkkeltall;Enhet;Mål;Side\nFrukthager;antall;7.1;s. 9\n", encoding="utf-8")
    imported(root, "tall.csv", "--kind", "indikator", "--yes")
    assert file(root, "indikatorer/frukthager.yaml") == {
        "tittel": "Frukthager",
        "enhet": "antall",
        "mål": ["lierdalen-skal-vaere-et-produksjonsomraade-for-frukt"],
        "merknad": "Side: «s. 9».",  # no source is given that it could be a place in
    }


def test_plans_of_a_table_may_name_each_other(root: Path) -> None:
    """A table of plans read column for column; one that replaces another of the same table finds it by its title."""
    table = "Id;Plan;Type;Status;Fra;Til;Erstatter\n"
    table += "gammel;Gammel plan;temaplan;erstattet;2016;2019;\n;Ny plan;Temaplan;vedtatt;2020;2024;Gammel plan\n"
    (root / "planer.csv").write_text(table, encoding="utf-8")
    imported(root, "planer.csv", "--kind", "plan", "--yes")
    made = file(root, "planer/ny-plan.yaml")
    assert (made["type"], made["erstatter"], made["periode"]) == ("temaplan", ["gammel"], {"fra": 2020, "til": 2024})
    assert file(root, "planer/gammel.yaml")["tittel"] == "Gammel plan"


def test_titles_that_are_alike_get_ids_of_their_own(root: Path) -> None:
    """Two goals whose titles give one id, an id that Windows keeps for itself, and a title without a letter."""
    table = "Mål;Måltype\nGod mat!;hovedmål\nGod – mat;hovedmål\nCon;hovedmål\n?;hovedmål\n"
    (root / "like.csv").write_text(table, encoding="utf-8")
    imported(root, "like.csv", *GIVEN)
    there = {one.stem for one in (root / "plans/maal").glob("*.yaml")}
    assert {"con-maal", "maal", "god-mat", "god-mat-2"} <= there


@pytest.mark.parametrize(
    ("words", "table", "told"),
    [
        (("--kind", "maal"), "Nr.;Slag\n1;hovedmål\n", "har ingen kolonne for tittelen. Si hvilken det er"),
        (("--kind", "maal", "--plan", "ukjent"), GOALS, "--plan: det er ingen plan med id «ukjent»."),
        (("--plan", "samfunnsdel-2020"), GOALS, "--plan gjelder bare sammen med --kind."),
        (("--kind", "maal", "--column", "Mål=rullering"), GOALS, "«rullering» er ikke et svar"),
    ],
)
def test_what_cannot_be_meant_is_refused(root: Path, words: tuple[str, ...], table: str, told: str) -> None:
    """A sentence, exit code 2, and nothing written."""
    (root / "mål.csv").write_text(table, encoding="utf-8")
    assert told in imported(root, "mål.csv", *words, "--yes", code=2)


def test_a_column_may_be_named(root: Path) -> None:
    """A head that nobody has seen is said to be a field; what is not found is told of, and the rest is read."""
    table = "Vi vil;Måltype;Under\nHa det bra;hovedmål;\nHa det bedre;delmål;Finnes ikke\n"
    (root / "vil.csv").write_text(table, encoding="utf-8")
    told = imported(root, "vil.csv", *GIVEN, "--column", "Vi vil=tittel")
    assert "«overordnet»: ingen heter «Finnes ikke»" in told
    assert file(root, "maal/ha-det-bra.yaml")["type"] == "hovedmål"
    assert "overordnet" not in file(root, "maal/ha-det-bedre.yaml")


def test_a_number_that_two_goals_have_finds_none(root: Path) -> None:
    """In the plan of the row the number is enough; where two have it, the text is told of, and the others are kept."""
    imported(root, "mål.csv", *GIVEN)
    write(root, "planer/klimaplan.yaml", "tittel: Klimaplan\ntype: temaplan\nstatus: vedtatt\n")
    write(root, "maal/annet.yaml", 'tittel: Annet\ntype: hovedmål\nplan: klimaplan\nnummer: "7"\n')
    table = "Tiltak;Mål;Plan\nDele;7;Klimaplan\nBygge;7 | Levende landskap;\n"
    (root / "tiltak.csv").write_text(table, encoding="utf-8")
    told = imported(root, "tiltak.csv", "--kind", "tiltak", "--yes")
    assert file(root, "tiltak/dele.yaml")["mål"] == ["annet"]
    assert "tiltak, linje 3: «mål»: flere heter «7». Skriv en av disse i stedet: «Annet» og «Levende landskap»" in told
    assert file(root, "tiltak/bygge.yaml")["mål"] == ["levende-landskap"]
    assert file(root, "tiltak/bygge.yaml")["merknad"] == "Fra tabellen, mål: «7»."


def test_what_a_draft_continues_is_an_old_goal_by_number_or_title(root: Path) -> None:
    """It is one of the plan that its own replaces, though a draft of the table has the same number and title."""
    imported(root, "mål.csv", *GIVEN)
    new = "tittel: Ny samfunnsdel\ntype: samfunnsdel\nstatus: igangsatt\nerstatter: [samfunnsdel-2020]\n"
    write(root, "planer/ny.yaml", new)
    table = "Nr;Utkast til mål;Måltype;Alternativ;Viderefører\n7;Levende landskap;hovedmål;A;7\n"
    table += "7;Levende bygd;hovedmål;B;Levende landskap | 7.2 | 9.9\n"
    (root / "utkast.csv").write_text(table, encoding="utf-8")
    told = imported(root, "utkast.csv", "--kind", "maal", "--plan", "ny", "--yes")
    assert file(root, "maal/levende-landskap-2.yaml")["viderefører"] == ["levende-landskap"]
    made = file(root, "maal/levende-bygd.yaml")
    assert made["viderefører"] == ["levende-landskap", "naturen-skal-vaere-lett-aa-ta-i-bruk"]
    assert made["merknad"] == "Fra tabellen, viderefører: «9.9»."
    assert "linje 3: «viderefører»: ingen heter «9.9»" in told
    assert "Ingenting å skrive" in imported(root, "utkast.csv", "--kind", "maal", "--plan", "ny", "--yes")


def test_what_is_not_understood_in_an_input_is_kept_in_its_remark(root: Path) -> None:
    """An arena that is none is told of with those there are, by name; a number that two have, with how to say which."""
    write(root, "planer/ny.yaml", "tittel: Ny samfunnsdel\ntype: samfunnsdel\nstatus: igangsatt\n")
    for variant in "AB":
        text = f'tittel: Mål {variant}\ntype: hovedmål\nplan: ny\nnummer: "1.2"\nvariant: {variant}\nutkast: true\n'
        write(root, f"maal/utkast-{variant.lower()}.yaml", text)
    table = (
        "Innspill;Fra;Hvor;Mål;Svar;Kommentar\nMer skog;Velforeningen;Frokostmøte;1.2 | 9.9 | 1.2 A;kanskje;Hastet\n"
    )
    (root / "innspill.csv").write_text(table, encoding="utf-8")
    told = imported(root, "innspill.csv", "--kind", "innspill", "--plan", "ny", "--yes")
    assert "«mål»: flere heter «1.2». Skriv en av disse i stedet: «1.2 A» og «1.2 B»" in told
    assert "IKKE FORSTÅTT Arena «Frokostmøte»" in told
    assert "Møte i utvalg" in told
    assert "møte_i_utvalg" not in told
    made = file(root, "innspill/mer-skog.yaml")
    assert made["mål"] == ["utkast-a"]
    assert made["merknad"] == (
        "Kommentar: «Hastet». Fra tabellen, mål: «1.2». Fra tabellen, mål: «9.9». Fra tabellen, hvor: «Frokostmøte». "
        "Fra tabellen, svar: «kanskje»."
    )


DRAFTS = """\
Nr;Utkast til mål;Måltype;Utkast;Alternativ;Programområde;Ble til;Hva det ble av utkastet
1;Et trygt Fjordvik;delmål;ja;A;Skole;Barn og unge vokser opp trygt;endret
2;Et annet Fjordvik;delmål;ja;B;;;strøket
3;Et delt Fjordvik;delmål;ja;;;trygg-oppvekst | naer-natur;delt
4;Et tredje Fjordvik;delmål;ja;;;trygg-oppvekst;
5;Et fjerde Fjordvik;delmål;ja;;;Finnes ikke;likt
"""


def test_a_table_of_drafts_says_which_area_which_variant_and_what_became_of_them(root: Path) -> None:
    """The adopted goal is named by title or id; what is said without an outcome is kept, and a doubt is told."""
    system = root / "plans/plansystem.yaml"
    text = system.read_text(encoding="utf-8")
    areas = "sektorer:\n  skole: {navn: Skole, del_av: oppvekst}"
    system.write_text(text.replace("sektorer:", areas), encoding="utf-8")
    title = file(root, "maal/trygg-oppvekst.yaml")["tittel"]
    (root / "mål.csv").write_text(DRAFTS.replace("Barn og unge vokser opp trygt", title), encoding="utf-8")
    told = imported(root, "mål.csv", *GIVEN)
    first = file(root, "maal/et-trygt-fjordvik.yaml")
    assert (first["utkast"], first["variant"], first["ansvarlig"]) == (True, "A", "skole")
    assert first["blir"] == [{"mål": "trygg-oppvekst", "utfall": "omformulert"}]
    assert file(root, "maal/et-annet-fjordvik.yaml")["blir"] == [{"utfall": "utgått"}]
    both = file(root, "maal/et-delt-fjordvik.yaml")["blir"]
    assert [one["mål"] for one in both] == ["trygg-oppvekst", "naer-natur"]
    assert file(root, "maal/et-tredje-fjordvik.yaml")["merknad"] == "Ble til: «trygg-oppvekst»."
    assert "blir" not in file(root, "maal/et-fjerde-fjordvik.yaml")
    assert "ingen heter «Finnes ikke»" in told
    assert "Ingenting å skrive" in imported(root, "mål.csv", *GIVEN)


def test_an_answer_is_told_once_and_persons_in_the_order_of_the_lines(root: Path) -> None:
    """The answer has no name before its own name; of two senders that are persons, the upper line is told of first."""
    table = "Innspill;Fra;Svar\nÅpne skogen;Per Hansen;tatt inn\nBredere vei;Kari Nordmann;\n"
    (root / "innspill.csv").write_text(table, encoding="utf-8")
    told = imported(root, "innspill.csv", "--kind", "innspill", "--plan", "samfunnsdel-2020", code=1)
    assert "Svar: Tatt inn" in told
    assert 0 < told.index("Linje 2: ") < told.index("Linje 3: ")
