"""Reading a whole plan system at its edges: what one file has to do with the findings of another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, fjordvik, write

from planlint.base.diagnostic import Span
from planlint.source.find import SourceFile
from planlint.system.load import load_files
from planlint.system.usage_error import UsageError

NO_TITLE = PLAN.partition("\n")[2]
NO_STATUS = NO_TITLE.replace("status: vedtatt\n", "")


def told(root: Path, *codes: str) -> list[tuple[str, str, int]]:
    """Give code, file and line of what a check finds."""
    report = check(root, date.fromisoformat(DATE), select=codes)
    return [
        (item.diagnostic.code, item.diagnostic.place.file.rpartition("/")[2], item.span.line)
        for item in report.findings
    ]


@pytest.mark.parametrize("before", [("a",), ("a", "b")])
def test_a_doubtful_and_invalid_value_hides_no_doubt_in_the_files_before(
    tmp_path: Path, before: tuple[str, ...]
) -> None:
    """It is told once, as invalid; the doubtful value that stands in the same place of another file is told too."""
    root = fjordvik(tmp_path)
    for name in before:
        write(root, f"planer/{name}.yaml", f"tittel: no\n{NO_TITLE}")
    write(root, "planer/c.yaml", f"status: no\ntittel: Klima\n{NO_STATUS}")
    write(root, "planer/d.yaml", f"tittel: no\n{NO_TITLE}")
    expected = [*(("PL008", f"{name}.yaml", 1) for name in before), ("PL006", "c.yaml", 1), ("PL008", "d.yaml", 1)]
    assert told(root, "PL006", "PL008") == expected


def test_the_first_files_doubt_is_told_once_as_invalid(tmp_path: Path) -> None:
    """Also where no finding of another file stands before it, and where the file has two doubts."""
    root = fjordvik(tmp_path)
    text = f"status: no\ntittel: off\n{NO_STATUS}"
    write(root, "planer/a.yaml", text)
    assert told(root, "PL006", "PL008") == [("PL006", "a.yaml", 1), ("PL008", "a.yaml", 2)]


def test_a_file_that_cannot_be_read_is_told_at_its_start_with_the_reason() -> None:
    """The operating system's words where it has any, else the name of what happened."""
    paths = ["plans/planer/a.yaml", "plans/planer/b.yaml"]
    files = [SourceFile(path, "plan") for path in paths]
    loaded = load_files(files, dict(zip(paths, (PermissionError(13, "ingen tilgang"), OSError()), strict=True)))
    assert [
        (code, finding.variant, finding.args["grunn"], finding.place.span) for code, finding in loaded.findings
    ] == [
        ("PL001", "uleselig", "ingen tilgang", Span(1, 1, 1, 1)),
        ("PL001", "uleselig", "OSError", Span(1, 1, 1, 1)),
    ]


def test_two_files_with_one_name_and_one_in_the_wrong_place_are_told_at_their_start() -> None:
    """There is no line in them that is wrong."""
    text = PLAN.encode()
    files = [SourceFile("plans/planer/a.yaml", "plan"), SourceFile("plans/planer/x/a.yaml", "plan")]
    files.append(SourceFile("plans/plan/b.yaml", ""))
    loaded = load_files(files, {file.path: text for file in files})
    start = Span(1, 1, 1, 1)
    assert [
        (code, finding.place.file, finding.place.span, [other.place.span for other in finding.related])
        for code, finding in loaded.findings
    ] == [("PL101", "plans/planer/x/a.yaml", start, [start]), ("PL007", "plans/plan/b.yaml", start, [])]


def declare(root: Path, old: str, new: str) -> None:
    """Change what plansystem.yaml says."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def facts(root: Path, code: str) -> list[tuple[str, dict[str, object]]]:
    """Give variant and facts of what one rule finds."""
    found = check(root, date.fromisoformat(DATE), select=(code,)).findings
    return [(item.diagnostic.finding.variant, dict(item.diagnostic.finding.args)) for item in found]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("vedtas_av: [kommunestyret]", "vedtas_av: [kommunestyret, bystyret]", "organ"),
        ("under: [hovedmål]", "under: [hovedmål, visjon]", "måltype"),
    ],
)
def test_what_plansystem_names_must_be_declared_there(tmp_path: Path, old: str, new: str, kind: str) -> None:
    """PL102 looks through the bodies of a plan type, and the types that a goal's type may stand under."""
    root = fjordvik(tmp_path)
    declare(root, old, new)
    unknown = new.rsplit(maxsplit=1)[-1].strip("[]")
    assert [(args["slag"], args["id"]) for _, args in facts(root, "PL102")] == [(kind, unknown)]


def test_an_id_of_two_other_kinds_is_told_as_the_first_of_them(tmp_path: Path) -> None:
    """PL103: what is a goal and an indicator, and is asked for as a plan, is told to be a goal."""
    root = fjordvik(tmp_path)
    write(root, "maal/delt.yaml", "tittel: Delt mål\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\n")
    write(root, "indikatorer/delt.yaml", "tittel: Delt indikator\nenhet: prosent\nmål: [delt]\nretning: opp\n")
    write(root, "planer/klima.yaml", PLAN.replace("[trygg-oppvekst]", "[{plan: delt}]"))
    assert [(variant, args["er"]) for variant, args in facts(root, "PL103")] == [("forankring", "mål")]


@pytest.mark.parametrize(("code", "meant"), [("PL2011", "PL211"), ("PL2301", "PL301"), ("PL9998", "")])
def test_a_code_with_a_digit_too_many_is_likely_the_one_without_it(tmp_path: Path, code: str, meant: str) -> None:
    """PL904 proposes the code that is left when one digit goes, if there is one."""
    root = fjordvik(tmp_path)
    write(root, "planer/klima.yaml", f"# planlint: unntak[{code}] Grunn til 2030-01-01\n{PLAN}")
    assert [args["forslag"] for _, args in facts(root, "PL904")] == [meant]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("perode: {fra: 2022, til: 2030}", ("forslag", "perode", "periode")),
        ("merknad:{2018: 1}", ("mellomrom", "merknad:{2018", "merknad")),
        ("tittel:{2018: 1}", ("", "tittel:{2018", "")),
        ("zzz: 1", ("", "zzz", "")),
    ],
)
def test_a_field_that_is_not_known_is_told_with_the_one_meant(
    tmp_path: Path, line: str, told: tuple[str, str, str]
) -> None:
    """PL004 proposes only a field that the plan has not used already."""
    root = fjordvik(tmp_path)
    text = PLAN.replace("periode: {fra: 2022, til: 2030}\n", "")
    write(root, "planer/klima.yaml", f"{text}{line}\n")
    found = [(variant, args["felt"], args["forslag"]) for variant, args in facts(root, "PL004")]
    assert found == [told]


@pytest.mark.parametrize(
    ("day", "variant"), [("2200-02-30", "umulig"), ("1800-02-30", "umulig"), ("2201-02-28", "århundre")]
)
def test_a_day_that_is_none_is_told_from_a_year_that_cannot_be(tmp_path: Path, day: str, variant: str) -> None:
    """The years 1800 to 2200 are years that a plan may have; what lies outside is a slip of the pen."""
    root = fjordvik(tmp_path)
    write(root, "planer/klima.yaml", PLAN.replace("2022-02-16", day))
    assert [found for found, _ in facts(root, "PL006")] == [variant]


@pytest.mark.parametrize("length", [59, 60, 61])
def test_a_long_value_is_shown_cut(tmp_path: Path, length: int) -> None:
    """Sixty characters are shown whole; of more, sixty with the sign that there are more."""
    root = fjordvik(tmp_path)
    word = "x" * length
    write(root, "planer/klima.yaml", PLAN.replace("2022-02-16", word))
    shown = word if length <= 60 else f"{'x' * 59}…"
    assert [args["verdi"] for _, args in facts(root, "PL006")] == [shown]


@pytest.mark.parametrize(
    ("files", "words"),
    [({}, "ingen YAML-filer i"), ({"planer/a.yaml": PLAN}, "Fant ikke plans/plansystem.yaml i")],
)
def test_without_anything_to_judge_it_says_what_is_missing(tmp_path: Path, files: dict[str, str], words: str) -> None:
    """An empty folder, and files without a declaration, are no plan system."""
    (tmp_path / "plans").mkdir()
    for path, text in files.items():
        write(tmp_path, path, text)
    with pytest.raises(UsageError, match=words):
        check(tmp_path, date.fromisoformat(DATE))


@pytest.mark.parametrize(("old", "new", "meant"), [("sak: 7/22", "skk: 7/22", "sak"), ("sak: 7/22", "datoo: 2022", "")])
def test_a_field_inside_a_list_is_told_with_the_one_meant_there(tmp_path: Path, old: str, new: str, meant: str) -> None:
    """PL004 proposes what an event may have, and has not got already."""
    root = fjordvik(tmp_path)
    write(root, "planer/klima.yaml", PLAN.replace(old, new))
    assert [args["forslag"] for _, args in facts(root, "PL004")] == [meant]


def test_a_field_that_is_misspelt_is_not_missing_too(tmp_path: Path) -> None:
    """One slip of the pen is told once, as PL004."""
    root = fjordvik(tmp_path)
    write(root, "planer/klima.yaml", PLAN.replace("tittel:", "titel:"))
    assert told(root, "PL004", "PL005") == [("PL004", "klima.yaml", 1)]


def test_a_field_of_a_plan_type_is_told_with_the_one_meant_there(tmp_path: Path) -> None:
    """PL004 knows what stands under a name that the municipality chose itself."""
    root = fjordvik(tmp_path)
    declare(root, "    forankring: påkrevd", "    forankrng: påkrevd")
    assert [args["forslag"] for _, args in facts(root, "PL004")] == ["forankring"]
