"""PL108: what has two files is told once, whatever its status and however the title is written."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from support.helpers import PLAN, check, found
from support.rule_cases import plan, with_events

COMPARED = ("PL105", "PL108", "PL604")
REPOSITORY = Path(__file__).parents[2]


@pytest.mark.parametrize(("folder", "day"), [(".", "2026-11-21"), ("examples/lier", "2026-11-29")])
def test_a_copy_of_anything_is_told_once(tmp_path: Path, folder: str, day: str) -> None:
    """Every file of two real plan systems copied: each pair has one finding, by PL105, PL604 or else PL108."""
    shutil.copytree(REPOSITORY / folder / "plans", tmp_path / "plans")
    files = [file for file in (tmp_path / "plans").rglob("*.yaml") if file.parent.name not in {"plans", "avvik"}]
    for file in files:
        shutil.copy(file, file.with_name(f"{file.stem}-kopi.yaml"))
    report = check(tmp_path, date.fromisoformat(day), select=COMPARED)
    named = (item.diagnostic.entity.partition("/")[2] for item in (*report.findings, *report.known))
    told = Counter(id_.removesuffix("-kopi") for id_ in named)
    assert told == {file.stem: 1 for file in files}


WRITTEN = [
    "KLIMASTRATEGI FOR FJORDVIK", "Klimastrategi  for Fjordvik", "Klima-strategi for Fjordvik",
    "Klimastrategi for Fjordvik.",
    "«Klimastrategi for Fjordvik»", "Klimastrategi\u00a0for\u2003Fjordvik", "Klima\u00adstrategi for Fjordvik",
    "Klimastrategi\u200b for Fjordvik", "Klimastrategi – for Fjordvik", "Klimastrategi/for Fjordvik",
    "Ｋｌｉｍａｓｔｒａｔｅｇｉ for Fjordvik", "Klimastrategi\u0335 for Fjordvik", " Klimastrategi for Fjordvik ",
    "Klim\u0430str\u0430tegi f\u043er Fj\u03bfrdvik",
]  # fmt: skip


@pytest.mark.parametrize("title", WRITTEN)
def test_case_blanks_dashes_and_marks_tell_nothing_apart(tmp_path: Path, title: str) -> None:
    """Two titles that differ by what nobody reads aloud are the same title."""
    planned = with_events("hva: vedtatt, dato: 2030, planlagt: true", status="planlagt")
    other = planned.replace("Klimastrategi for Fjordvik", f'"{title}"')
    assert found(tmp_path, "PL108", {"planer/a.yaml": planned, "planer/b.yaml": other}) == [("plan/b", "plan")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("type: strategi", "type: temaplan"),
        ("{fra: 2022, til: 2030}", "{fra: 2031, til: 2035}"),
        ("{fra: 2022, til: 2030}", "{fra: 2022}"),
        ("Klimastrategi", "Klimatstrategi"),
        ("Klimastrategi for Fjordvik", "Klimastrategi 2 for Fjordvik"),
        ("kilder:", "erstatter: [a]\nkilder:"),
        ("kilder:", "avgrenset_mot: [a]\nkilder:"),
        ("kilder:", "del_av: a\nkilder:"),
    ],
)
def test_what_tells_two_plans_apart(tmp_path: Path, old: str, new: str) -> None:
    """Another type, period or word, or that one of them says how it stands to the other."""
    ended = PLAN.replace("status: vedtatt", "status: utgått")
    files = {"planer/a.yaml": ended, "planer/b.yaml": ended.replace(old, new)}
    assert found(tmp_path, "PL108", files) == []


def test_numbers_stay_apart(tmp_path: Path) -> None:
    """«Plan 1 1» is not «Plan 11», though blanks tell nothing else apart."""
    ended = PLAN.replace("status: vedtatt", "status: utgått")
    files = {f"planer/{id_}.yaml": ended.replace("for Fjordvik", title) for id_, title in (("a", "1 1"), ("b", "11"))}
    assert found(tmp_path, "PL108", files) == []


def test_reports_of_different_years_without_a_period_are_told_apart_by_their_days(tmp_path: Path) -> None:
    """Where one was adopted on a day the other was too, or the day of one is unknown, they may be the same."""
    day = "hva: til_orientering, dato: {}-05-10, organ: kommunestyret"
    bare = {
        year: with_events(day.format(year), status="til_orientering")
        .replace("periode: {fra: 2022, til: 2030}\n", "").replace("type: strategi", "type: analyse")
        for year in ("2022", "2023")
    }  # fmt: skip
    assert found(tmp_path / "a", "PL108", {"planer/a.yaml": bare["2022"], "planer/b.yaml": bare["2023"]}) == []
    assert found(tmp_path / "b", "PL108", {"planer/a.yaml": bare["2022"], "planer/b.yaml": bare["2022"]})
    undated = bare["2022"].replace("hendelser:\n  - {" + day.format("2022") + "}\n", "")
    assert found(tmp_path / "c", "PL108", {"planer/a.yaml": bare["2022"], "planer/b.yaml": undated})


@pytest.mark.parametrize("statuses", [("vedtatt", "vedtatt", "planlagt"), ("vedtatt", "utgått", "igangsatt")])
def test_what_pl105_tells_is_not_told_again(tmp_path: Path, statuses: tuple[str, ...]) -> None:
    """Two in force are PL105's; a third that is not, is told beside one of them."""
    files = {f"planer/{id_}.yaml": PLAN.replace("status: vedtatt", f"status: {word}")
             for id_, word in zip("abc", statuses, strict=True)}  # fmt: skip
    in_force = statuses.count("vedtatt")
    assert len(found(tmp_path, "PL105", files)) == in_force - 1
    assert found(tmp_path, "PL108", files) == [("plan/c", "plan") if in_force > 1 else ("plan/b", "flere")]


def test_a_title_without_a_topic_is_not_left_to_pl105(tmp_path: Path) -> None:
    """PL105 compares the words of a title; one of a year alone has none, and is told here."""
    files = {f"planer/{id_}.yaml": PLAN.replace("Klimastrategi for Fjordvik", '"2030"') for id_ in "ab"}
    assert (found(tmp_path, "PL105", files), found(tmp_path, "PL108", files)) == ([], [("plan/b", "plan")])


@pytest.mark.parametrize("role", ["samfunnsdel", "arealdel"])
def test_what_pl604_tells_is_not_told_again(tmp_path: Path, role: str) -> None:
    """Two parts of the kommuneplan in force are its matter; one in force and one under work are told here."""
    files = {f"planer/{id_}.yaml": plan(("type: strategi", f"type: {role}")) for id_ in "ab"}
    assert found(tmp_path, "PL108", files) == []
    files["planer/b.yaml"] = files["planer/b.yaml"].replace("status: vedtatt", "status: under_revisjon")
    assert found(tmp_path, "PL108", files) == []
    files["planer/b.yaml"] = files["planer/b.yaml"].replace("status: under_revisjon", "status: utgått")
    assert found(tmp_path, "PL108", files) == [("plan/b", "plan")]


TOP = "tittel: Trygge barn\ntype: hovedmål\nplan: samfunnsdel-2020\n"
UNDER = "tittel: Trygge barn\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\n"


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (UNDER, UNDER, True),
        (UNDER + 'nummer: "1"\n', UNDER.replace("Trygge barn", "TRYGGE BARN!") + 'nummer: "2"\n', True),
        (UNDER, UNDER.replace("delmål", "strategi"), True),
        (UNDER, UNDER.replace("gode-liv", "trygg-oppvekst"), False),
        (UNDER, UNDER + "viderefører: [m1]\n", False),
        (UNDER + "viderefører: [m2]\n", UNDER, False),
        (TOP, TOP, True),
        (TOP + 'nummer: "1"\n', TOP + 'nummer: "2"\n', False),
        (TOP + 'nummer: "1"\n', TOP, True),
        (TOP + "kortnavn: Skole\n", TOP + "kortnavn: Fritid\n", False),
        (TOP + "sammendrag: For skolen.\n", TOP + "sammendrag: For fritiden.\n", False),
        (TOP, TOP.replace("hovedmål", "strategi"), False),
        (TOP, TOP.replace("samfunnsdel-2020", "arealdel-2021"), False),
    ],
)
def test_goals_in_the_same_place(tmp_path: Path, one: str, other: str, told: bool) -> None:
    """Under the same goal the title tells; at the top, number, short name and summary may tell two apart."""
    expected = [("maal/m2", "maal")] if told else []
    assert found(tmp_path, "PL108", {"maal/m1.yaml": one, "maal/m2.yaml": other}) == expected


TERM = 'tittel: Planstrategi\nvalgperiode: "2023-2027"\n'
TILTAK = "tittel: Plante trær\nmål: [gode-liv, naer-natur]\n"
INDIKATOR = "tittel: Utslipp\nenhet: tonn\nmål: [gode-liv]\n"


@pytest.mark.parametrize(
    ("folder", "one", "other", "told"),
    [
        ("tiltak", TILTAK, TILTAK + "status: avlyst\n", True),
        ("tiltak", TILTAK, TILTAK.replace("gode-liv, naer-natur", "naer-natur, gode-liv"), True),
        ("tiltak", TILTAK, TILTAK.replace("gode-liv, ", ""), False),
        ("tiltak", TILTAK + "frist: 2025\n", TILTAK + "frist: 2026\n", False),
        ("tiltak", TILTAK + "frist: 2025\n", TILTAK + 'frist: "2025"\n', True),
        ("tiltak", TILTAK + 'nummer: "1"\n', TILTAK + 'nummer: "2"\n', False),
        ("indikatorer", INDIKATOR, INDIKATOR.replace("tonn", "Tonn"), True),
        ("indikatorer", INDIKATOR, INDIKATOR.replace("tonn", "prosent"), False),
        ("utfordringer", "tittel: Færre unge\n", "tittel: Færre unge\nmål: [gode-liv]\n", True),
        ("utfordringer", "tittel: Færre unge\n", "tittel: Færre unge\ntype: målkonflikt\n", False),
        ("planstrategier", TERM, TERM, True),
        ("planstrategier", TERM, TERM.replace("2023-2027", "2019-2023"), False),
    ],
)  # fmt: skip
def test_the_other_kinds(tmp_path: Path, folder: str, one: str, other: str, told: bool) -> None:
    """Measures, indicators, challenges and planstrategier are compared with their own kind."""
    files = {f"{folder}/a.yaml": one, f"{folder}/b.yaml": other}
    assert [variant for _, variant in found(tmp_path, "PL108", files)] == ([""] if told else [])
