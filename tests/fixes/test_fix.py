"""`planlint fix`: what it mends is mended, nothing else changes, and no comment of a planner's is lost."""

from __future__ import annotations

import json
import random
import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies as st
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.fixes.fix_comments import comments
from planlint.fixes.fix_numbers import read as number
from planlint.fixes.fix_request import FixRequest
from planlint.fixes.fixable import FIXES, fix_kinds
from planlint.fixes.registry import PROPOSERS
from planlint.fixes.run_fixes import Repaired, repair
from planlint.fixes.spelling import formed
from planlint.fixes.trial import facts
from planlint.output.examples import examples, lay_out
from planlint.rules.all_rules import RULES
from planlint.source.find import AVVIK_LIST, find_files
from planlint.source.yaml import compose, parse
from planlint.system.system import open_system

if TYPE_CHECKING:
    from collections.abc import Callable

REAL = Path(__file__).parents[2]
REAL_DAY = date(2026, 11, 21)
DAY = date.fromisoformat(DATE)
FILE = "plans/planer/klima.yaml"
MARK = "9e464aa8f740"  # of trygg-oppvekst in Fjordvik
BAD = [folder for code in FIXES for folder in examples(code, "bad")]
SAFE, UNSAFE = FixRequest(ignore=("form",)), FixRequest(ignore=("form",), unsafe=True)


def repaired(root: Path, asked: FixRequest = SAFE, day: date = DAY) -> Repaired:
    """Mend a plan system in memory."""
    return repair(open_system(root, day), day, asked)


def text_after(done: Repaired, file: str = FILE) -> str:
    """Give a file's text when it is mended."""
    raw = done.after.system.contents[file]
    assert isinstance(raw, bytes)
    return raw.decode()


def made(done: Repaired) -> list[tuple[str, bool]]:
    """Give the rules of the fixes that were made, and whether each was safe."""
    return [(item.code, item.safe) for item in done.made]


def all_comments(done: Repaired) -> tuple[Counter[str], Counter[str]]:
    """Give the comments of all files, before and after."""
    sides = []
    for system in (done.before.system, done.after.system):
        texts = [raw.decode("utf-8-sig", "replace") for raw in system.contents.values() if isinstance(raw, bytes)]
        sides.append(sum((comments(text) for text in texts if "\x00" not in text), Counter[str]()))
    return sides[0], sides[1]


def tree(root: Path) -> dict[str, bytes]:
    """Give every file below a root."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_the_catalogue_names_every_fix() -> None:
    """What `explain` tells of, and what is mended, are the same rules."""
    assert list(FIXES) == list(PROPOSERS)
    assert set(FIXES) <= set(RULES)
    assert all(fix_kinds(code) for code in FIXES)
    assert fix_kinds("PL301") == {}


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("example", BAD, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_is_mended_is_gone_and_stays_gone(example: Path, tmp_path: Path, unsafe: bool) -> None:
    """For every bad example: no finding is left that was mended, a second run does nothing, comments survive."""
    day = lay_out(example, tmp_path)
    done = repaired(tmp_path, FixRequest(ignore=("form",), unsafe=unsafe), day)
    left = {facts(item) for item in done.after.found}
    assert not [item for item in done.made if item.finding and facts(item.finding) in left]
    assert unsafe or all(item.safe for item in done.made)
    assert not any(item.safe for item in done.left)
    again = repair(done.after.system, day, FixRequest(ignore=("form",), unsafe=unsafe))
    assert (again.made, again.changes) == ((), {})
    if example.parent.name not in {"PL002", "PL901", "PL903", "PL904"}:
        before, after = all_comments(done)
        assert before == after
    if not unsafe:
        return
    kinds = {(item.code, item.safe) for item in done.made}
    assert {safe for code, safe in kinds if code == example.parent.name} <= {
        kind == "safe" for kind in fix_kinds(example.parent.name)
    }


@pytest.mark.parametrize(
    ("old", "new", "code", "safe"),
    [
        ("tittel: Klima", "Tittel: Klima", "PL004", True),
        ("tittel: Klima", "tittel:    Klima", "", True),
        ("forankring:", "forankrng:", "PL004", False),
        ("kilder:", "lovpaalagt: true\nkilder:", "PL004", True),
        ("periode: {", "periode:{", "", True),
        ("tittel:", "id: klima\ntittel:", "PL004", True),
        ("status: vedtatt", "status: Vedtatt", "PL006", True),
        ("status: vedtatt", "status: vedtat", "PL006", False),
        ("dato: 2022-02-16", "dato: 16.2.2022", "PL006", True),
        ("dato: 2022-02-16", "dato: 16.2.22", "PL006", False),
        ("dato: 2022-02-16", "dato: 2022/2/16", "PL006", True),
        ("til: 2030", "til: 2030?", "PL006", True),
        ("{fra: 2022, til: 2030}", "2022-2030", "PL006", True),
        ("[trygg-oppvekst]", "trygg-oppvekst", "PL006", True),
        ("[trygg-oppvekst]", "trygg-oppvekst, gode-liv", "PL006", False),
        ("[trygg-oppvekst]", "[Trygg oppvekst]", "PL006", True),
        ("[{kilde: plandokument}]", "{kilde: plandokument}", "PL006", True),
        ("kilder:", "lovpålagt: ja\nkilder:", "PL006", True),
        ("kilder:", "lovpålagt: nei\nkilder:", "PL006", True),
        ("kilder:", "bærekraftsmål: [13.2, 3]\nkilder:", "PL006", True),
        ("kilder:", "revisjon: {rulleres: hvert femte år}\nkilder:", "PL006", True),
        ("kilder:", "revisjon: {rulleres: Ved behov}\nkilder:", "PL006", True),
        ("ansvarlig: miljoe", "ansvarlig: [miljoe]", "PL006", True),
        ("kilder:", "tema:\nkilder:", "PL006", False),
        ("sak: 7/22", "sak: 2022", "PL008", True),
        ("kilder:", "tema: [no]\nkilder:", "PL008", True),
        ("kilder:", "merknad: 012\nkilder:", "PL008", True),
        ("[trygg-oppvekst]", "[trygg-opvekst]", "PL102", False),
        ("[trygg-oppvekst]", "[samfunnsdel-2020]", "PL103", True),
        ("[trygg-oppvekst]", "[{mål: samfunnsdel-2020, merknad: Hele}]", "PL103", True),
        ("ansvarlig: miljoe", "ansvarlig: miljoe\nansvarlig: miljoe", "PL003", True),
        ("status: vedtatt", "status: igangsatt", "PL402", True),
        ("status: vedtatt", "status: igangsatt # ser vi på\n# og mer", "PL402", True),
        ("status: vedtatt\n", "", "PL409", True),
        ("[trygg-oppvekst]", f"[{{mål: trygg-oppvekst, avtrykk: {MARK}}}]", "PL210", True),
        ("[trygg-oppvekst]", f'[{{mål: trygg-oppvekst, avtrykk: "V1:{MARK.upper()}"}}]', "PL210", True),
        ("kilder:", 'bærekraftsmål: ["13.A"]\nkilder:', "PL705", True),
        ("kilder:", "# planlint: unntak[PL301] ennå ikke\nkilder:", "PL903", True),
        ("kilder:", "kilder: # planlint: unntak[PL301] ennå ikke\n ", "PL903", True),
    ],
)  # fmt: skip
def test_one_fault_is_mended(tmp_path: Path, old: str, new: str, code: str, safe: bool) -> None:
    """Safe where the meaning is certain; else only with --unsafe; and the check is clean again."""
    write(fjordvik(tmp_path), "planer/klima.yaml", PLAN.replace(old, new, 1))
    asked = FixRequest(ignore=("form",))
    if not code:
        assert made(repaired(tmp_path, asked)) == []
        return
    done = repaired(tmp_path, asked)
    assert made(done) == ([(code, True)] if safe else [])
    assert [(item.code, item.safe) for item in done.left] == ([] if safe else [(code, False)])
    full = repaired(tmp_path, UNSAFE)
    assert made(full) == [(code, safe)]
    assert [item.code for item in full.after.found if item.code < "PL8" or item.code > "PL9"] == []


def test_nothing_is_mended_that_nobody_can_know(tmp_path: Path) -> None:
    """A goal that has changed, a date that no calendar has, a field that is like no other, a key with two values."""
    root = fjordvik(tmp_path)
    plan = PLAN.replace("til: 2030", "til: 2030-02-30").replace("kilder:", "pris: 7\nansvarlig: oppvekst\nkilder:")
    write(root, "planer/klima.yaml", plan)
    anchor = '{mål: trygg-oppvekst, bekreftet: 2022-02-16, avtrykk: "1:000000000000"}'
    write(root, "planer/natur.yaml", PLAN.replace("trygg-oppvekst", anchor))
    done = repaired(tmp_path, UNSAFE)
    assert (done.made, done.changes) == ((), {})
    assert {"PL003", "PL004", "PL006", "PL210"} <= {item.code for item in done.after.found}


def test_a_status_without_a_decision_on_record_is_a_guess(tmp_path: Path) -> None:
    """An adoption without a body, one in doubt, and a hearing prove nothing."""
    root = fjordvik(tmp_path)
    for event in (
        "{hva: vedtatt, dato: 2022-02-16, sak: 7/22}",
        "{hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22, usikker: true}",
        "{hva: høring_start, dato: 2022-02-16}",
    ):
        plan = PLAN.replace("status: vedtatt", "status: planlagt")
        plan = re.sub(r"  - \{.*\}", f"  - {event}", plan)
        write(root, "planer/klima.yaml", plan)
        done = repaired(root, FixRequest(select=("PL402",)))
        assert (made(done), [item.code for item in done.left]) == ([], ["PL402"])


def test_a_replaced_plan(tmp_path: Path) -> None:
    """The old plan's status follows the new one's adoption; without a case number that is a guess."""
    root = fjordvik(tmp_path)
    write(root, "planer/energi.yaml", PLAN.replace("2022-02-16", "2018-02-14"))
    new = PLAN.replace("kilder:", "erstatter: [energi]\nkilder:")
    write(root, "planer/klima.yaml", new)
    assert made(repaired(root, FixRequest(select=("PL404",)))) == [("PL404", True)]
    write(root, "planer/klima.yaml", new.replace(", sak: 7/22", ""))
    done = repaired(root, FixRequest(select=("PL404",)))
    assert (made(done), [item.code for item in done.left]) == ([], ["PL404"])


def test_a_renamed_id_is_mended_wherever_it_stands(tmp_path: Path) -> None:
    """One finding, many places: as an id alone, in a group, as a key, and in lists of other kinds of file."""
    root = fjordvik(tmp_path)
    goal = root / "plans/maal/trygg-oppvekst.yaml"
    goal.write_text(goal.read_text(encoding="utf-8") + "tidligere_id: [trygge-barn]\n", encoding="utf-8")
    write(root, "planer/klima.yaml", PLAN.replace("[trygg-oppvekst]", "[trygge-barn] # målet"))
    write(root, "planer/natur.yaml", PLAN.replace("[trygg-oppvekst]", "[{mål: trygge-barn, merknad: Ja}]"))
    write(root, "indikatorer/barn.yaml",
          "tittel: Barn\nenhet: prosent\nmål: [trygge-barn]\nsitat: {trygge-barn: Trygge barn}\n")  # fmt: skip
    done = repaired(root)
    assert made(done) == [("PL102", True)]
    assert "forankring: [trygg-oppvekst] # målet\n" in text_after(done)
    assert "[{mål: trygg-oppvekst, merknad: Ja}]" in text_after(done, "plans/planer/natur.yaml")
    assert "mål: [trygg-oppvekst]\nsitat: {trygg-oppvekst: Trygge barn}" in text_after(
        done, "plans/indikatorer/barn.yaml"
    )


def test_a_file_gets_the_name_that_is_its_id(tmp_path: Path) -> None:
    """Those who used the old name follow, in the same run; the findings are not told as new ones."""
    root = fjordvik(tmp_path)
    write(root, "planer/Klima Plan.yaml", PLAN)
    natur = PLAN.replace("kilder:", "avgrenset_mot: [Klima Plan]\nkilder:").replace("Klimastrategi", "Naturplan")
    write(root, "planer/natur.yaml", natur)
    write(root, "planer/energi.yml", PLAN.replace("Klimastrategi", "Energistrategi"))
    done = repaired(root)
    assert sorted(made(done)) == [("PL006", True), ("PL007", True), ("PL007", True)]
    assert {"plans/planer/klima-plan.yaml", "plans/planer/energi.yaml"} <= set(done.after.system.contents)
    assert "avgrenset_mot: [klima-plan]" in text_after(done, "plans/planer/natur.yaml")
    assert done.change.new == ()


def test_suppressions_that_nothing_matches(tmp_path: Path) -> None:
    """A code goes from among others; where the rule has a finding elsewhere in the file, removing is a guess."""
    root = fjordvik(tmp_path)
    comment = "# planlint: unntak[PL301,PL804] kommer til 2025-06-30\nsammendrag:"
    plan = PLAN.replace("sammendrag: Strategien viser hvordan Fjordvik skal kutte utslipp.\n", "")
    write(root, "planer/klima.yaml", plan.replace("tittel:", f"{comment.removesuffix('sammendrag:')}tittel:"))
    done = repaired(root)
    assert made(done) == [("PL903", True)]
    assert "# planlint: unntak[PL804] kommer til 2025-06-30\ntittel:" in text_after(done)
    misplaced = plan.replace("kilder:", "# planlint: unntak[PL804] kommer\nkilder:")
    write(root, "planer/klima.yaml", misplaced)
    done = repaired(root)
    assert (made(done), [item.code for item in done.left]) == ([], ["PL903"])


def test_a_suppression_with_a_day_written_otherwise(tmp_path: Path) -> None:
    """30.6.2025 is one day; of 30.6.25 the century is a guess."""
    root = fjordvik(tmp_path)
    for day, safe in (("30.6.2025", True), ("30.6.25", False)):
        plan = PLAN.replace("forankring: [trygg-oppvekst]\n", "")
        plan = plan.replace("type: strategi", f"type: strategi # planlint: unntak[PL201] kommer til {day}")
        write(root, "planer/klima.yaml", plan)
        done = repaired(root, SAFE if safe else UNSAFE)
        assert made(done) == [("PL901", safe)]
        assert "unntak[PL201] kommer til 2025-06-30\n" in text_after(done)
        assert not [item for item in done.after.found if item.status == "new"]


def test_known_findings_that_are_gone(tmp_path: Path) -> None:
    """An entry that nothing matches goes, with the group that becomes empty; one about no file may have moved."""
    root = fjordvik(tmp_path)
    write(root, "planer/klima.yaml", PLAN)
    group = "  - regel: PL201\n    grunn: Venter # på noe\n    gjelder:\n      plan/{}: [0123456789ab, 0123456789ac]\n"
    other = "  - regel: PL301\n    grunn: Annet\n    gjelder: {plan/borte: [0123456789ad]}\n"
    write(
        root,
        "avvik.yaml",
        "# kjente\nper: 2024-01-01\navvik:\n" + group.format("klima").replace(" # på noe", "") + other,
    )
    done = repaired(root)
    assert made(done) == [("PL905", True)] * 2
    assert text_after(done, AVVIK_LIST) == f"# kjente\nper: 2024-01-01\navvik:\n{other}"
    assert made(repaired(root, UNSAFE))[-1] == ("PL905", False)
    assert text_after(repaired(root, UNSAFE), AVVIK_LIST) == "# kjente\nper: 2024-01-01\n"
    write(root, "avvik.yaml", "per: 2024-01-01\navvik:\n" + group.format("klima"))
    assert "# på noe" in text_after(repaired(root), AVVIK_LIST)  # the planner's words stay, and the entry with them


def test_known_and_suppressed_findings_are_left(tmp_path: Path) -> None:
    """What somebody has accepted with a reason is no business of a fix."""
    root = fjordvik(tmp_path)
    plan = PLAN.replace("status: vedtatt", "status: igangsatt  # planlint: unntak[PL402] venter på protokollen")
    write(root, "planer/klima.yaml", plan)
    done = repaired(root, UNSAFE)
    assert (done.made, done.changes) == ((), {})


def test_a_broken_declaration_is_mended_too(tmp_path: Path) -> None:
    """plansystem.yaml that cannot be used is mended first, and then what could not be judged without it."""
    root = fjordvik(tmp_path)
    path = root / "plans/plansystem.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("kommune:", "Kommune:"), encoding="utf-8")
    write(root, "planer/klima.yaml", PLAN.replace("status: vedtatt", "status: igangsatt"))
    assert made(repaired(root)) == [("PL004", True), ("PL402", True)]


def test_a_file_in_another_character_set(tmp_path: Path) -> None:
    """UTF-16 says what it is; Windows' set is a guess that shows in the text."""
    root = fjordvik(tmp_path)
    for encoding, safe in (("utf-16", True), ("cp1252", False)):
        write(root, "planer/klima.yaml", "").write_bytes(PLAN.replace("Strategien", "Målene").encode(encoding))
        done = repaired(root, SAFE if safe else UNSAFE)
        assert made(done) == [("PL002", safe)]
        assert text_after(done) == PLAN.replace("Strategien", "Målene")


def test_a_file_from_windows_stays_one(tmp_path: Path) -> None:
    """Byte order mark and CRLF are kept, and places are found in spite of them."""
    root = fjordvik(tmp_path)
    old = PLAN.replace("kilder:", "tema: [no] # ja\n# planlint: unntak[PL301] ennå\nkilder:").replace("-02-16", "-2-16")
    new = PLAN.replace("kilder:", 'tema: ["no"] # ja\nkilder:')
    raw = [b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for text in (old, new)]
    write(root, "planer/klima.yaml", "").write_bytes(raw[0])
    done = repaired(root, FixRequest())
    assert {code for code, _ in made(done)} == {"PL006", "PL008", "PL903", "form"}
    assert [item.file for item in done.made if item.code == "form"] == ["plans/plansystem.yaml"]
    assert done.after.system.contents[FILE] == raw[1]


def test_codes_that_are_like_another(tmp_path: Path) -> None:
    """Small letters are the same code; another number is a guess, and no rule is guessed from nothing."""
    root = fjordvik(tmp_path)
    path = root / "plans/plansystem.yaml"
    text = path.read_text(encoding="utf-8").replace("regler:", "regler:\n  pl106: info\n  PL4011: av\n  PL999: av")
    if "regler:" not in text:
        text += "regler:\n  pl106: info\n  PL4011: av\n  PL999: av\n"
    path.write_text(text, encoding="utf-8")
    done = repaired(root, UNSAFE)
    assert sorted(made(done)) == [("PL904", False), ("PL904", True)]
    assert "  PL106: info\n  PL411: av\n  PL999: av\n" in text_after(done, "plans/plansystem.yaml")


@pytest.mark.parametrize(
    ("text", "value", "safe"),
    [
        ("45", 45, True),
        ("-1.5", -1.5, True),
        ("88,5", 88.5, True),
        ("1 234,5", 1234.5, True),
        ("1\u00a0234 567", 1234567, True),
        ("1,234", 1.234, False),
        ("\u22123", -3, True),
    ],
)
def test_numbers_as_people_write_them(text: str, value: float, safe: bool) -> None:
    """A comma is a decimal comma, but before three digits somebody may have meant thousands."""
    assert number(text) == (value, safe)


@pytest.mark.parametrize("text", ["", "63 %", "12 34", "1.234.567", "012", 7, None, "1,2,3"])
def test_what_is_no_number(text: object) -> None:
    """A unit, leading zeros and groups of two are for a person to read."""
    assert number(text) is None


WILD = """\
# yaml-language-server: $schema=../../schema/plan.json

# om tittelen
tittel: Klima   # navnet

# om kildene
kilder:
- {sted: s. 3, kilde: k}   # først

# om neste
- kilde: l
  # inni
  sted: s. 4
    # dypt
type: strategi

periode: {til: 2030, fra: 2022}
merknad: |
  To linjer
  # ingen kommentar

status: vedtatt   # nå
hendelser:
  - dato: 2022-02-16   # dagen
    hva: vedtatt
# helt til slutt
""".replace("To linjer", "To linjer   ")
IN_FORM = """\
# yaml-language-server: $schema=../../schema/plan.json

# om tittelen
tittel: Klima   # navnet
type: strategi

status: vedtatt   # nå

periode: {fra: 2022, til: 2030}
hendelser:
  - hva: vedtatt
    dato: 2022-02-16   # dagen

# om kildene
kilder:
- {kilde: k, sted: s. 3}   # først

# om neste
- kilde: l
  # inni
  sted: s. 4
    # dypt
merknad: |
  To linjer
  # ingen kommentar
# helt til slutt
""".replace("To linjer", "To linjer   ")


def test_the_form_of_a_file() -> None:
    """Keys go to the model's order with their comments and blank lines; text of several lines keeps its blanks."""
    text, done = formed(WILD, "plan")
    assert len(done) == 1
    assert text == IN_FORM


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tittel: a  \ntype: b\t\n", "tittel: a\ntype: b\n"),
        ("tittel: a\ntype: b", "tittel: a\ntype: b\n"),
        ("tittel: a\ntype: b\n\n\n", "tittel: a\ntype: b\n"),
        ("tittel: a\r\ntype: b\n", "tittel: a\ntype: b\n"),
        ("tittel: a\r\ntype: b\r\n", "tittel: a\r\ntype: b\r\n"),
        ("type: b\r\ntittel: a", "tittel: a\r\ntype: b\r\n"),
        ("merknad: |+\n  a\n\n", "merknad: |+\n  a\n\n"),
        ("type: b\npris: 7\ntittel: a\n", "type: b\npris: 7\ntittel: a\n"),
        ("type: b\ntype: c\ntittel: a\n", "type: b\ntype: c\ntittel: a\n"),
        ("hendelser:\n  - dato: 2020\n    # om hva\n    hva: vedtatt\n", ""),
        ("periode: {til: 2030, # slutt\n  fra: 2020}\n", ""),
        ("beslutninger: {b: {valg: ny}, a: {valg: ny}}\n", "beslutninger: {b: {valg: ny}, a: {valg: ny}}\n"),
        ("beslutninger: {a: {ferdig: 2025, valg: ny}}\n", "beslutninger: {a: {valg: ny, ferdig: 2025}}\n"),
    ],
)  # fmt: skip
def test_form_case_by_case(old: str, new: str) -> None:
    """What a comment may be about, ids and what is not understood stay where they are; Windows' files stay so."""
    assert formed(old, "plan")[0] == (new or old)


def _pieces(text: str) -> tuple[str, list[str]]:
    """Give a file's head, and its top keys with their lines; comments go with the key below."""
    starts = [key.start_mark.line for key, _ in compose(text).value]
    rows = text.splitlines(keepends=True)
    for at in range(len(starts)):
        while starts[at] and re.match("#(?! yaml-language)", rows[starts[at] - 1]):
            starts[at] -= 1
    return "".join(rows[: starts[0]]), [
        "".join(rows[a:b]) for a, b in zip(starts, [*starts[1:], len(rows)], strict=True)
    ]


FILES = [(file.path, file.kind) for file in find_files(REAL) if file.kind]


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_shuffled_files_come_back(data: st.DataObject) -> None:
    """A real file with its keys in any order gets back to what it was, comments and all."""
    path, kind = data.draw(st.sampled_from(FILES))
    text = (REAL / path).read_text(encoding="utf-8")
    head, pieces = _pieces(text)
    if pieces[-1].rpartition("\n")[2].startswith("#") or re.search(r"^#.*\n\Z", text, re.MULTILINE):
        return  # a comment at the end of the file belongs to no key
    shuffled = head + "".join(data.draw(st.permutations(pieces)))
    new, _ = formed(shuffled, kind)
    assert new == text
    assert formed(new, kind) == (new, ())


_COMMENTS = st.sampled_from(["# én\n", "\n", "# to\n\n", "\n# tre\n", "  # innrykket\n"])


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_form_loses_nothing_and_is_done_in_one_go(data: st.DataObject) -> None:
    """Comments and blanks strewn anywhere between the lines: the same data and comments, and the same again."""
    path, kind = data.draw(st.sampled_from(FILES))
    head, pieces = _pieces((REAL / path).read_text(encoding="utf-8"))
    text = head + "".join(
        piece + (data.draw(_COMMENTS) if data.draw(st.booleans()) else "")
        for piece in data.draw(st.permutations(pieces))
    )
    text = "".join(row + data.draw(st.sampled_from(["", "", " "])) + "\n" for row in text.split("\n"))
    new, _ = formed(text, kind)
    assert parse(new)[0] == parse(text)[0]
    assert comments(new) == comments(text)
    assert formed(new, kind) == (new, ())
    assert (
        Counter(row.strip() for row in new.split("\n")) - Counter(row.strip() for row in text.split("\n")) == Counter()
    )


ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
Mutation = "Callable[[str, random.Random], str]"


def _keys_in_ascii(text: str, _: random.Random) -> str:
    return re.sub(
        r"^(\s*)([a-zæøå_]+):", lambda match: f"{match[1]}{match[2].translate(ASCII)}:", text, flags=re.MULTILINE
    )


def _shuffle(text: str, choose: random.Random) -> str:
    head, pieces = _pieces(text)
    if pieces[-1].rstrip("\n").rpartition("\n")[2].startswith("#"):
        return text
    choose.shuffle(pieces)
    return head + "".join(pieces)


def _norwegian_dates(text: str, _: random.Random) -> str:
    return re.sub(r"(dato|bekreftet): (\d{4})-(\d\d)-(\d\d)", lambda m: f"{m[1]}: {int(m[4])}.{int(m[3])}.{m[2]}", text)


def _single_values(text: str, _: random.Random) -> str:
    return re.sub(r"^(tema|bygger_på|hjemmel|erstatter): \[([^],\[]+)\]$", r"\1: \2", text, flags=re.MULTILINE)


MUTATIONS: list[Callable[[str, random.Random], str]] = [
    _keys_in_ascii,
    _shuffle,
    _norwegian_dates,
    _single_values,
    lambda text, choose: "".join(row + choose.choice(["", "  "]) + "\n" for row in text.split("\n")[:-1]),
    lambda text, _: text + "\n\n",
    lambda text, _: re.sub(r'^(nummer): "([\d.]+)"', r"\1: \2", text, flags=re.MULTILINE),
    lambda text, _: re.sub("(?m)^status: [a-zæøå]", lambda m: m[0][:-1] + m[0][-1].upper(), text),
    lambda text, _: re.sub(r"^(lovpålagt): (true)$", r"\1: ja", text, flags=re.MULTILINE),
]  # fmt: skip


@pytest.mark.parametrize("seed", [1, 2])
def test_a_plan_system_full_of_slips_comes_back(tmp_path: Path, seed: int) -> None:
    """Twelve of Bærum's files written carelessly in many ways are what they were, byte for byte, and safely."""
    shutil.copytree(REAL / "plans", tmp_path / "plans")
    choose = random.Random(seed)  # noqa: S311 - a test that can be run again
    files = choose.sample([path for path, kind in FILES if kind in {"plan", "maal", "tiltak"}], 12)
    for path in files:
        text = (REAL / path).read_text(encoding="utf-8")
        if re.search(r"[|>][+-]?\n", text):
            continue
        for mutate in sorted(choose.sample(MUTATIONS, 4), key=lambda mutate: mutate is not _shuffle):
            text = mutate(text, choose)
        (tmp_path / path).write_bytes(text.encode())
    done = repaired(tmp_path, FixRequest(), REAL_DAY)
    assert done.made
    assert all(item.safe for item in done.made)
    changed = [path for path in files if done.after.system.contents[path] != (REAL / path).read_bytes()]
    assert changed == []


def test_the_real_plan_system_has_nothing_to_mend() -> None:
    """What is in the repository is in form, and nothing in it can be mended without asking."""
    done = repaired(REAL, FixRequest(unsafe=True), REAL_DAY)
    assert (done.made, done.changes) == ((), {})


# --- As a planner runs it


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik with a plan that has a safe and an unsafe fault, in a declaration that is in order."""
    fjordvik(tmp_path)
    path = tmp_path / "plans/plansystem.yaml"
    path.write_text(formed(path.read_text(encoding="utf-8"), "plansystem")[0], encoding="utf-8")
    plan = PLAN.replace("status: vedtatt", "status: igangsatt # usikkert").replace(
        "[trygg-oppvekst]", "[trygg-opvekst]"
    )
    write(tmp_path, "planer/klima.yaml", plan)
    return tmp_path


def fix(root: Path, *args: str) -> tuple[int, str]:
    """Run planlint fix; give the exit code and what it says."""
    done = run("fix", *args, "--date", DATE, cwd=root)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def test_fix_says_what_it_did(root: Path) -> None:
    """File by file, with rule, safe or not, and what was changed; then what is left, and 0 when nothing is."""
    said = (
        "plans/planer/klima.yaml\n"
        "  PL402  trygg   status: igangsatt → vedtatt\n"
        "\n"
        "Kan rettes med --unsafe:\n"
        "plans/planer/klima.yaml\n"
        "  PL102  utrygg  forankring.1: trygg-opvekst → trygg-oppvekst\n"
        "\n"
        "1 ting er rettet i 1 fil. 1 til kan rettes med --unsafe. Les da endringen etterpå.\n"
        "1 funn er borte.\n"
    )
    assert fix(root) == (1, said)
    assert "status: vedtatt # usikkert\n" in (root / FILE).read_text(encoding="utf-8")
    code, said = fix(root, "--unsafe")
    assert code == 0
    assert "1 ting er rettet i 1 fil.\n" in said
    assert fix(root, "--unsafe") == (0, "Ingenting å rette.\n")
    assert run("check", "--date", DATE, "--fail-on", "info", cwd=root).returncode == 0


def test_fix_diff_writes_nothing(root: Path) -> None:
    """The difference first, then the same list; the exit code says that something would change."""
    before = tree(root)
    code, said = fix(root, "--diff")
    assert (code, tree(root)) == (1, before)
    assert said.startswith(f"--- a/{FILE}\n+++ b/{FILE}\n@@")
    assert "-status: igangsatt # usikkert\n+status: vedtatt # usikkert\n" in said
    assert "1 ting kan rettes i 1 fil." in said
    assert fix(root, "--diff", "--select", "form") == (0, "Ingenting å rette.\n")


def test_fix_only_what_is_asked_for(root: Path) -> None:
    """By rule, by file, and by what to leave."""
    before = tree(root)
    assert fix(root, "plans/maal")[0] == 0
    assert fix(root, "--select", "PL0", "--unsafe")[0] == 0
    assert fix(root, "--ignore", "PL402")[0] == 1
    assert tree(root) == before
    assert "PL402" in fix(root, FILE, "--select", "pl4")[1]
    assert tree(root) != before


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("--select", "PL301"), "planlint kan ikke rette noe for PL301. Velg blant «PL002,"),
        (("--ignore", "rot"), "planlint kan ikke rette noe for ROT."),
        (("plans/borte",), "plans/borte finnes ikke."),
        (("--root", "plans/maal"), "Fant ikke mappen plans/"),
    ],
)
def test_fix_refuses_what_it_cannot_do(root: Path, args: tuple[str, ...], sentence: str) -> None:
    """A sentence and exit code 2; nothing is written."""
    before = tree(root)
    code, said = fix(root, *args)
    assert (code, tree(root)) == (2, before)
    assert sentence in said


def test_what_lets_an_error_be_seen_is_left_to_the_reader(root: Path) -> None:
    """A field that nobody could read holds another error: no safe fix adds one, so it is made with --unsafe only."""
    before = write(root, "planer/klima.yaml", PLAN.replace("ansvarlig: miljoe", "Ansvarlig: havet")).read_bytes()
    code, said = fix(root)
    assert (code, (root / FILE).read_bytes()) == (1, before)
    assert "Kan rettes med --unsafe:\nplans/planer/klima.yaml\n  PL004  utrygg  Ansvarlig → ansvarlig\n" in said
    code, said = fix(root, "--unsafe")
    assert code == 0
    assert "  PL004  utrygg  Ansvarlig → ansvarlig\n" in said
    assert f"Nytt for «planlint check»:\n  {FILE}: feil PL102 ukjent-referanse\n" in said


def test_fix_writes_all_files_or_none(root: Path) -> None:
    """Where one file cannot be written, the others are as they were."""
    (root / "plans/.planlint").symlink_to(root / "et-annet-sted")
    before = tree(root)
    code, said = fix(root)
    assert (code, tree(root)) == (2, before)
    assert "Ingenting er endret: plans/.planlint er eller inneholder en lenke. Slett den." in said


def test_no_file_can_write_to_the_terminal(root: Path) -> None:
    """What a file says is shown harmlessly, also to a CI log."""
    write(root, "planer/klima.yaml", PLAN.replace("tittel:", '"::error::x\\e[31m": a\n"\\e[31mtittel":'))
    assert "\x1b" not in fix(root, "--unsafe", "--diff")[1]


def test_explain_and_rules_tell_of_fixes(tmp_path: Path) -> None:
    """A rule's page says what can be mended and how surely; the list of rules has it for machines."""
    said = run("explain", "PL102", cwd=tmp_path).stdout
    assert "planlint fix\n  Retter en id som har fått nytt navn." in said
    assert "planlint fix --unsafe\n  Gjetter på en id som ligner på en som finnes." in said
    assert "planlint fix" not in run("explain", "PL301", cwd=tmp_path).stdout
    assert "`planlint fix`: Retter en id" in run("explain", "PL102", "--output", "markdown", cwd=tmp_path).stdout
    rows = {row["code"]: row["fix"] for row in json.loads(run("rules", "--output", "json", cwd=tmp_path).stdout)}
    assert (rows["PL102"], rows["PL210"], rows["PL301"]) == ("safe unsafe", "safe", "")
