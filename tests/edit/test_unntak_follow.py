"""A suppression belongs to what it stands at: no edit makes it be about anything else, and none loses it in silence."""

from __future__ import annotations

import os
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.base import BOKMAAL
from planlint.check.request import Request
from planlint.check.run import diagnostics
from planlint.edit.assign import carry_out, read
from planlint.edit.document import Document, EditError
from planlint.edit.workspace import Workspace, consequences
from planlint.source.comment_places import bound_comments
from planlint.source.yaml import parse
from planlint.system.system import open_system

DAY = date.fromisoformat(DATE)
FILE = "plans/planer/klima.yaml"
MANY = int(os.environ.get("PLANLINT_DEEP", "120"))
Path_ = tuple[str | int, ...]


# --- Any file, any edit


def some_file(dice: random.Random) -> str:
    """Give a file whose values all differ, written in some way, with suppressions at some of its lines."""
    number = iter(range(10_000))

    def value() -> str:
        return f"v{next(number)}"

    def group(names: str, most: int) -> dict[str, str]:
        known = names.split()
        return {name: value() for name in dice.sample(known, dice.randint(1, min(most, len(known))))}

    rows: list[str] = []
    for name in dice.sample(["tittel", "status", "periode", "hendelser", "forankring", "tema", "merknad"], 5):
        if name == "periode":
            rows += written(dice, name, group("fra til usikker", 3))
        elif name == "hendelser":
            rows += written(dice, name, [group("hva dato organ sak", 4) for _ in range(dice.randint(1, 3))])
        elif name in {"forankring", "tema"}:
            items = [value() if dice.random() < 0.7 else group("mål merknad", 2) for _ in range(dice.randint(1, 4))]
            rows += written(dice, name, items)
        elif name == "merknad" and dice.random() < 0.5:
            rows += [f"{name}: |", f"  {value()} # ikke en kommentar", "  slutt"]
        else:
            rows.append(f"{name}: {value()}")
    return dice.choice(["\n", "\r\n"]).join([*with_comments(dice, rows), ""])


def written(dice: random.Random, name: str, data: Any) -> list[str]:
    """Write a group or a list on one line, or on several in one of the ways there are."""
    if dice.random() < 0.3:
        return [f"{name}: {inline(data)}"]
    if isinstance(data, dict):
        return [f"{name}:", *(f"  {key}: {value}" for key, value in data.items())]
    if dice.random() < 0.2:
        return [f"{name}: [", *(f"  {inline(item)}," for item in data), "]"]
    blanks, rows = " " * dice.choice([0, 2, 4]), [f"{name}:"]
    for item in data:
        if isinstance(item, dict) and dice.random() < 0.6:
            inner = [f"{key}: {value}" for key, value in item.items()]
            rows += [f"{blanks}- {inner[0]}", *(f"{blanks}  {row}" for row in inner[1:])]
        else:
            rows.append(f"{blanks}- {inline(item)}")
    return rows


def inline(data: Any) -> str:
    """Write data on one line."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {inline(value)}" for key, value in data.items()) + "}"
    return "[" + ", ".join(map(inline, data)) + "]" if isinstance(data, list) else str(data)


def with_comments(dice: random.Random, rows: list[str]) -> list[str]:
    """Put suppressions above and behind lines; each has a number of its own."""
    found: list[str] = []
    for number, row in enumerate(rows):
        blanks = row[: len(row) - len(row.lstrip())]
        in_text = "ikke en kommentar" in row or row == "  slutt"
        if dice.random() < 0.2 and not in_text:
            indent = dice.choice([blanks, blanks, "", "      "])
            found.append(f"{indent}# planlint: unntak[PL102] grunn nummer {number}a")
        behind = dice.random() < 0.2 and not row.endswith("|")
        found.append(f"{row}  # planlint: unntak[PL202,PL301] grunn nummer {number}b" if behind else row)
    return found


def parts(data: Any, path: Path_ = ()) -> list[Path_]:
    """Give the path of everything in data."""
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [*([path] if path else []), *(found for step, item in steps for found in parts(item, (*path, step)))]


def at(data: Any, path: Path_) -> Any:
    """Give what stands at a path."""
    for step in path:
        data = data[step]
    return data


def some_edit(dice: random.Random, document: Document) -> None:
    """Make some edit. Raises EditError."""
    data = document.data
    every = parts(data)
    lists = [path for path in every if isinstance(at(data, path), list)] or [("nye",)]
    groups = [(), *(path for path in every if isinstance(at(data, path), dict))]
    what = dice.choice(["remove", "remove", "set", "append", "add", "list", "rename"])
    path = dice.choice(every)
    if what == "remove":
        document.remove(path)
    elif what == "set":
        document.set(path, dice.choice(["ny", ["ny", "nyere"], {"fra": "ny"}]))
    elif what == "append":
        document.append(dice.choice(lists), dice.choice(["ny", {"hva": "ny", "dato": "nyere"}]))
    elif what == "add":
        document.set(
            (*dice.choice(groups), dice.choice(["sammendrag", "hva", "sak", "fra"])), dice.choice(["ny", ["ny"]])
        )
    elif what == "list":
        path = dice.choice(lists)
        old = list(at(data, path)) if path in every else []
        new = dice.sample(old, dice.randint(0, len(old))) + ["ny"] * dice.randint(0, 1)
        document.set(path, new)
    else:
        document.rename(dice.choice([path for path in every if isinstance(path[-1], str)]), "lenker")


def about(text: str) -> dict[str, set[str]]:
    """Give, for each single value of a text, the suppressions that are about it."""
    data, comments = parse(text)[0], bound_comments(text).comments
    return {
        str(at(data, path)): {comment.text for comment in comments if (path, "value") in comment.spots}
        for path in parts(data)
        if isinstance(at(data, path), str)
    }


def spoken(text: str) -> list[str]:
    """Give the suppressions of a text."""
    return sorted(comment.text for comment in bound_comments(text).comments)


@given(st.integers(0, 2**32))
@settings(max_examples=MANY, deadline=None)
def test_no_edit_silences_a_finding_at_another_node(seed: int) -> None:
    """What stays has the suppressions that it had: none more, and none less that is not told of."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    text = some_file(dice)
    document = Document(text, kind="plan")
    was = about(text)
    for _ in range(3):
        before = document.bytes()
        try:
            some_edit(dice, document)
        except EditError:
            assert document.bytes() == before
            continue
        for value, comments in about(document.bytes().decode()).items():
            if value in was and not value.startswith("ny"):
                assert comments <= was[value]
                assert was[value] - comments <= set(document.dropped)
        was = about(document.bytes().decode())
    assert sorted([*spoken(document.bytes().decode()), *document.dropped]) == spoken(text)


# --- What fault 2 was, and its like


UNNTAK = "# planlint: unntak[PL102] Legges inn i desember til 2027-06-30"


def anchors(*rows: str) -> str:
    """Give a plan with these lines for its anchors."""
    return PLAN.replace("forankring: [trygg-oppvekst]", "\n".join(["forankring:", *rows]))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik."""
    return fjordvik(tmp_path)


BLOCK = anchors("  - trygg-oppvekst", f"  {UNNTAK}", "  - kommer", "  - skrivefeil")
BEHIND = anchors("  - trygg-oppvekst", f"  - kommer  {UNNTAK}", "  - skrivefeil")
INDENTED = anchors("- trygg-oppvekst", UNNTAK, "- kommer", "- skrivefeil")
FLOW = anchors("  [", "    trygg-oppvekst,", f"    {UNNTAK}", "    kommer,", "    skrivefeil,", "  ]")
FLOW_BEHIND = anchors("  [", "    trygg-oppvekst,", f"    kommer, {UNNTAK}", "    skrivefeil,", "  ]")
FIRST = anchors(f"  {UNNTAK}", "  - kommer", "  - skrivefeil")
GROUP = anchors(f"  {UNNTAK}", "  - {mål: kommer, merknad: Vi venter}", "  - skrivefeil")
TALL = anchors(f"  {UNNTAK}", "  - mål: kommer", "    merknad: Vi venter", "  - skrivefeil")
TWO = anchors(f"  {UNNTAK}", "  # om kommer", f"  {UNNTAK.replace('PL102', 'PL203')}", "  - kommer", "  - skrivefeil")
BLANK = anchors("  - trygg-oppvekst", f"  {UNNTAK}", "", "  - kommer", "", "  - skrivefeil")


@pytest.mark.parametrize(
    "text", [BLOCK, BEHIND, INDENTED, FLOW, FLOW_BEHIND, FIRST, GROUP, TALL, TWO, BLANK, BLOCK.replace("\n", "\r\n")]
)
@pytest.mark.parametrize("word", ["forankring-=kommer", "forankring.{n}=", "forankring=skrivefeil"])
def test_what_is_taken_out_takes_its_suppression_along(text: str, word: str, root: Path) -> None:
    """The neighbour is not excused by the reason that was given for what is gone, and the command says so."""
    write(root, "planer/klima.yaml", "").write_bytes(text.encode())
    work = Workspace(open_system(root, DAY))
    assert work.system.register
    number = "2" if "trygg-oppvekst" in text else "1"
    carry_out(work.open(FILE), "plan", read(word.format(n=number)), work.system.register)
    change = consequences(work)
    assert "«unntak[PL102] Legges inn i desember til 2027-06-30» gjaldt noe" in work.told[0].in_language(BOKMAAL)
    left = work.documents[FILE].bytes().decode()
    assert "kommer" not in left.replace("# om kommer", "")
    assert "planlint:" not in left
    told = [item for item in diagnostics(work.after(), Request(DAY)) if item.status == "new"]
    assert [item.finding.args["id"] for item in told if item.code == "PL102"] == ["skrivefeil"]
    assert not change.covered


NEWCOMERS = {
    "en verdi": ("ansvarlig: nope # planlint: unntak[PL102] Opprettes i 2027", "ansvarlig=helt-annen", "helt-annen"),
    "verdi med kommentar over": ("# planlint: unntak[PL102] Opprettes\nansvarlig: nope", "ansvarlig=annen", "annen"),
    "et nytt punkt under": ("# planlint: unntak[PL102] Kommer\nforankring:\n  - kommer", "forankring+=ny", "unntaket"),
    "et nytt punkt på linjen": ("forankring: [kommer] # planlint: unntak[PL102] Kommer", "forankring+=ny", "unntaket"),
}


@pytest.mark.parametrize("case", NEWCOMERS)
def test_a_reason_is_none_for_what_an_edit_brings(case: str, root: Path) -> None:
    """Another value, or one more item, is not excused by what was said of the one before: nothing is written."""
    rows, word, said = NEWCOMERS[case]
    field = word.split("=")[0].rstrip("+")
    plan = "\n".join(row for row in PLAN.splitlines() if not row.startswith(field))
    path = write(root, "planer/klima.yaml", f"{plan}\n{rows}\n")
    before = path.read_bytes()
    done = run("set", "klima", word, "--date", DATE, cwd=root)
    assert done.returncode == 2, done.stdout
    assert said in done.stderr
    assert path.read_bytes() == before


def test_a_reason_for_a_value_goes_with_it(root: Path) -> None:
    """Where the new value is only doubtful, it is written, without the reason that was given for another."""
    event = "hendelser:\n  - {hva: vedtatt, dato: 2024-02-07, organ: kommunestyret, sak: 2/20}"
    event += " # planlint: unntak[PL314] Ført"
    plan = PLAN.split("hendelser:", maxsplit=1)[0]
    path = write(root, "planer/klima.yaml", f"{plan}{event}\n")
    assert "PL314" not in run("check", "--date", DATE, cwd=root).stdout
    done = run("set", "klima", "hendelser.1.sak=7/19", "--date", DATE, cwd=root)
    assert done.returncode == 0, done.stderr
    assert "«unntak[PL314] Ført» gjaldt noe" in done.stdout
    assert "unntak" not in path.read_text(encoding="utf-8")
    assert "PL314" in run("check", "--date", DATE, cwd=root).stdout


def test_the_command_says_so(root: Path) -> None:
    """The planner is told which reason went, and what is wrong with the neighbour stays wrong."""
    write(root, "planer/klima.yaml", BLOCK)
    said = run("set", "klima", "forankring-=kommer", "--date", DATE, cwd=root).stdout
    assert f"{FILE}: «unntak[PL102] Legges inn i desember til 2027-06-30» gjaldt noe som er tatt bort, og er" in said
    assert run("check", "--date", DATE, cwd=root).returncode == 1


def test_another_item_goes_and_the_suppression_stays(root: Path) -> None:
    """It stays with its own item, wherever that comes to stand, and nothing is told of it."""
    path = write(root, "planer/klima.yaml", BLOCK)
    for words in (["forankring-=trygg-oppvekst"], ["forankring-=skrivefeil"], ["forankring+=gode-liv"]):
        said = run("set", "klima", *words, "--date", DATE, cwd=root).stdout
        assert "unntak" not in said
    assert f"forankring:\n  {UNNTAK}\n  - kommer\n  - gode-liv\n" in path.read_text(encoding="utf-8")
    assert "(1 unntak)" in run("check", "--date", DATE, cwd=root).stdout


@pytest.mark.parametrize(
    ("text", "path", "left"),
    [
        ("tittel: a\n# planlint: unntak[PL3] x\nstatus: b\ntema: [c]\n", ("status",), "tittel: a\ntema: [c]\n"),
        ("tittel: a\nstatus: b # planlint: unntak[PL3] x\ntema: [c]\n", ("status",), "tittel: a\ntema: [c]\n"),
        ("tittel: a\nperiode:\n  # planlint: unntak[PL3] x\n  fra: 1\n  til: 2\n", ("periode", "fra"),
         "tittel: a\nperiode:\n  til: 2\n"),
        ("tittel: a\n# planlint: unntak[PL3] x\ntema:\n- b\n# vanlig\nstatus: c\n", ("tema",),
         "tittel: a\n# vanlig\nstatus: c\n"),
        ("tittel: a\ntema: [b, c] # planlint: unntak[PL3] x\n", ("tema", 1),
         "tittel: a\ntema: [b] # planlint: unntak[PL3] x\n"),
        ("tittel: a\nhendelser:\n  - hva: b # planlint: unntak[PL3] x\n    dato: 1\n", ("hendelser", 0, "hva"),
         "tittel: a\nhendelser:\n  # planlint: unntak[PL3] x\n  - dato: 1\n"),
        ("tittel: a\n# planlint: unntak[PL3] x\nstatus: b\n", ("status",), "tittel: a\n"),
        ("tittel: a\nstatus: b\n# planlint: unntak[PL3] gjelder ingenting\n", ("status",),
         "tittel: a\n# planlint: unntak[PL3] gjelder ingenting\n"),
    ],
)  # fmt: skip
def test_what_is_left_of_a_text(text: str, path: Path_, left: str) -> None:
    """A comment of its own line, and one behind, of a key, an item or a group; ordinary comments stay."""
    document = Document(text, kind="plan")
    document.remove(path)
    assert document.bytes().decode() == left


def test_a_new_key_comes_above_what_a_suppression_is_about() -> None:
    """The comment keeps to its own key, and to the whole item where that began on its line."""
    document = Document("hendelser:\n  - dato: 1 # planlint: unntak[PL3] x\n    sak: b\n", kind="plan")
    document.set(("hendelser", 0, "hva"), "vedtatt")
    text = document.bytes().decode()
    assert about(text)["b"] == {"# planlint: unntak[PL3] x"}
    assert document.data["hendelser"] == [{"dato": 1, "sak": "b", "hva": "vedtatt"}]


def test_an_edit_that_would_move_a_finding_under_a_suppression_is_refused(root: Path) -> None:
    """What a file lacks is told at its first key: that may not become one that is excused for something else."""
    text = f"status: vedtatt\n{UNNTAK.replace('PL102', 'PL408')}\n{PLAN.replace('status: vedtatt', '')}".replace(
        "\n\n", "\n"
    )
    write(root, "planer/klima.yaml", text)
    done = run("set", "klima", "status=", "--date", DATE, cwd=root)
    assert done.returncode == 2
    assert "et unntak i filen ville kommet til å gjelde noe annet enn det står ved" in done.stderr
    assert (root / FILE).read_text(encoding="utf-8") == text


def test_a_long_list_that_is_written_anew_keeps_its_suppressions() -> None:
    """Also where the list is so changed that it is not mended line by line."""
    items = [f"v{number}" for number in range(150)]
    rows = [f"  - {item}" for item in items]
    rows.insert(100, "  # planlint: unntak[PL3] x")
    document = Document("\n".join(["tema:", *rows, ""]), kind="plan")
    document.set(("tema",), [*(f"ny{number}" for number in range(70)), *items[90:]])
    assert about(document.bytes().decode())["v100"] == {"# planlint: unntak[PL3] x"}
    assert document.dropped == []


def test_renaming_keeps_every_suppression(root: Path) -> None:
    """A new id is the same thing: what was excused, is, in its own file and where others name it."""
    write(
        root,
        "planer/klima.yaml",
        PLAN.replace("[trygg-oppvekst]", "\n  # planlint: unntak[PL203] Avtalt\n  - gode-liv"),
    )
    before = run("check", "--date", DATE, "--output", "json", cwd=root).stdout
    done = run("rename", "gode-liv", "godt-liv", "--date", DATE, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert "unntak" not in done.stdout
    assert "  # planlint: unntak[PL203] Avtalt\n  - godt-liv\n" in (root / FILE).read_text(encoding="utf-8")
    after = run("check", "--date", DATE, "--output", "json", cwd=root).stdout
    assert before.count('"suppressed"') == after.count('"suppressed"')


EXCUSED = "  # planlint: unntak[PL3] x\n"


@pytest.mark.parametrize(
    ("items", "new", "kept"),
    [
        ("  - a\n  - b\n", [{"mål": "a", "merknad": "c"}, "b"], True),
        ("  - {mål: a, merknad: c}\n  - b\n", ["a", "b"], True),
        ("  - {mål: a, merknad: c}\n  - b\n", [{"mål": "a", "sitat": "d"}, "b"], True),
        ("  - a\n  - b\n", ["b", "a"], True),
        ("  - a\n  - b\n", ["c", "b"], False),
        ("  - a\n  - b\n", ["b"], False),
        ("  - hva: a\n    dato: 1\n    sak: c\n", [{"hva": "a", "dato": 2, "sak": "c"}], True),
        ("  - hva: a\n    dato: 1\n", [{"hva": "a", "dato": 2}], False),
        ("  - {hva: a, dato: 1}\n  - {hva: b, dato: 2}\n", [{"hva": "b", "dato": 2}, {"hva": "c", "dato": 3}], False),
        ("  - [a]\n  - b\n", [["a"], "c"], True),
    ],
)
def test_which_items_of_a_list_are_the_same(items: str, new: list[Any], kept: bool) -> None:
    """A list written whole, as an import does: an item is known by what it says; another in its place is another."""
    document = Document(f"tittel: a\nliste:\n{EXCUSED}{items}", kind="plan")
    document.set(("liste",), new)
    assert document.data["liste"] == new
    assert bool(spoken(document.bytes().decode())) is kept
    assert bool(document.dropped) is not kept
