"""Names by one rule: the field's words Norwegian, as the field says them; the machinery English."""

from pathlib import Path

import pytest
from names import ROOT, Name, domain, doubled, faults, foreign, listed, names, untrue, words

LISTS = ROOT / "tests" / "house"
MACHINERY = frozenset(
    [
        "alle",
        "ark",
        "avsnitt",
        "bok",
        "bredde",
        "celle",
        "celler",
        "farge",
        "felt",
        "felter",
        "fil",
        "filer",
        "finn",
        "flett",
        "hent",
        "hode",
        "hoeyde",
        "innhold",
        "knapp",
        "kolonne",
        "kolonner",
        "krev",
        "lag",
        "les",
        "linje",
        "linjer",
        "liste",
        "mal",
        "maler",
        "mappe",
        "oversikt",
        "rad",
        "rader",
        "side",
        "sider",
        "skjema",
        "skriv",
        "sti",
        "stil",
        "tabell",
        "tabeller",
        "tall",
        "tegn",
        "tegning",
        "tekst",
        "tid",
        "tilbake",
        "uten",
        "vis",
    ]
)
"""Norwegian words for what every program has: nobody may let them in as the field's or as English."""


def _known() -> set[str]:
    return {"plan", "read", "row", "kraft", "is"}


def test_every_name_is_made_of_the_fields_words_and_english() -> None:
    """Nothing in planlint/ breaks the rule; what does is told with its place, name and wrong words."""
    assert faults() == []


def test_the_lists_let_no_norwegian_machinery_in() -> None:
    """The reviewed lists hold no Norwegian word for a row, a page, a file and their like, and no word twice."""
    lists = [listed(LISTS / "domain.txt"), listed(LISTS / "english.txt"), listed(LISTS / "machinery.txt", first=True)]
    assert not set().union(*lists) & MACHINERY
    assert sum(map(len, lists)) == len(set().union(*lists))


def test_a_key_of_the_files_is_a_word_of_the_field() -> None:
    """The domain's words come from the models' schemas: keys, values and kinds, æ, ø and å written out."""
    assert {"plan", "maal", "gjennomfoert", "hoering", "samfunnsdel", "valgperiode"} <= domain(ROOT / "schema")


@pytest.mark.parametrize(
    ("name", "split"),
    [
        ("read_plan_row", ["read", "plan", "row"]),
        ("PlanRow", ["plan", "row"]),
        ("_XML_Name2", ["xml", "name"]),
        ("N_", []),
    ],
)
def test_a_name_is_split_into_words(name: str, split: list[str]) -> None:
    """Snake and camel case give the same words; a single letter is none."""
    assert words(name) == split


def test_a_foreign_word_is_told_with_its_place() -> None:
    """A line names the place, the name and the word; a particle alone says nothing, a rule's file goes by its rule."""
    found = [
        Name("function", "site", "read_planrad", "planlint/site/x.py:3"),
        Name("method", "site", "under", "planlint/site/x.py:4"),
        Name("module", "rules", "pl101_feil", "planlint/rules/pl101_feil.py"),
        Name("class", "site", "PlanRow", "planlint/site/x.py:5"),
    ]
    assert list(foreign(found, _known() | {"under"})) == [
        "planlint/site/x.py:3: function read_planrad: planrad",
        "planlint/site/x.py:4: method under: says nothing by itself",
    ]


def test_names_are_found_where_they_are_declared(tmp_path: Path) -> None:
    """Modules, rooms, classes, functions, methods and a module's constants are found; fields and locals are not."""
    room = tmp_path / "planlint" / "room"
    room.mkdir(parents=True)
    (room / "__init__.py").write_text("")
    (room / "a.py").write_text("X = 1\nclass A:\n    felt: int\n    def m(self) -> bool:\n        y = 1\n")
    found = [(name.kind, name.name, name.place) for name in names(tmp_path / "planlint")]
    assert found == [
        ("room", "room", "planlint/room/__init__.py"),
        ("module", "a", "planlint/room/a.py"),
        ("constant", "X", "planlint/room/a.py:1"),
        ("class", "A", "planlint/room/a.py:2"),
        ("method", "m", "planlint/room/a.py:4"),
    ]


def test_two_of_one_name_are_told() -> None:
    """Public classes and modules are unique; a command, its logic and its renderer may share their module's name."""
    found = [Name("module", room, "diff", f"{room}/diff.py") for room in ("change", "cli", "output")]
    found += [Name("module", room, "base", f"{room}/base.py") for room in ("change", "fixes")]
    found += [Name("class", "x", name, f"x.py:{line}") for line, name in enumerate(("Row", "Row", "_Row", "_Row"))]
    assert list(doubled(found)) == ["fixes/base.py: module base: also change/base.py", "x.py:1: class Row: also x.py:0"]


def test_a_truth_is_named_as_one() -> None:
    """What gives bool is public and begins with is, has, can …, a telling verb, or an act that tells whether it did."""
    found = [Name("function", "x", name, "x.py:1", "bool") for name in ("is_plan", "plan", "_plan", "covers")]
    assert list(untrue(found)) == ["x.py:1: function plan -> bool: plan"]


def test_no_two_test_files_have_one_name() -> None:
    """The tests are no package: of two modules of one name, the second cannot be collected."""
    found = [path.name for path in sorted((ROOT / "tests").rglob("test_*.py"))]
    assert [name for name in sorted(set(found)) if found.count(name) > 1] == []
