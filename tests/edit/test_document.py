"""Edits of one file: the data is what was asked for, and no other character changes."""

from __future__ import annotations

import copy
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings, strategies as st
from support.odd_file import ODD

from planlint.edit.document import Document, EditError
from planlint.edit.new import new_file_bytes
from planlint.edit.plain_data import edited, get, is_same
from planlint.model import KINDS
from planlint.model.entity_kinds import FOLDERS
from planlint.source.find import find_files
from planlint.source.hidden import find_hidden
from planlint.source.yaml import compose, parse, scalar

ROOT = Path(__file__).parents[2]
FILES = [file.path for file in find_files(ROOT)]
WILD = """\
# yaml-language-server: $schema=../../schema/plan.json
# om filen
tittel: 'Å: plan'  # navnet
type: "strategi"
status:     # ikke kjent
sammendrag: >-
  Ord og
  flere ord

# om perioden
periode: {fra: 2018, til: 2030}   # fire år
hendelser:
  # om saken
  - {hva: vedtatt, dato: 2018-02-28}

  - hva: revidert   # en gang
    # inni
    dato: 2020
    merknad: |
      To
      linjer # ikke noen kommentar
  # slutt på hendelsene
revisjon:
  rulleres: årlig

  # om neste
  neste:
ansvarlig: miljo # sektoren
forankring: [
  a,   # om a
  {mål: b, sitat: "x # y"},
  c   # om c
]
bygger_på: []
tema:
- klima # det viktigste
-
# mellom
- natur
verdier: {2018: 1.5, 2020: , 2022}
lenker: [{tittel: a,
  url: "https://x"}, {tittel: b, url: y}] # lenkene
kilder:
- kilde: k
  oppgir:
    - - dypt
      - 012
merknad: "to\\nlinjer"
# helt til slutt
"""


def comments(text: str) -> list[str]:
    """Give the comments of a text: what begins with # outside its values."""
    for token in reversed(list(yaml.scan(text, Loader=yaml.SafeLoader))):
        if isinstance(token, yaml.ScalarToken):
            start, end = token.start_mark.index, token.end_mark.index
            text = text[:start] + re.sub(r"[^\n]", "x", text[start:end]) + text[end:]
    return re.findall(r"(?<!\S)#.*", text.replace("\r", ""))


def paths(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Give the path of everything in data."""
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [found for step, item in steps for found in ((*path, step), *paths(item, (*path, step)))]


def scalars(data: Any) -> list[tuple[str | int, ...]]:
    """Give the path of every single value."""
    return [path for path in paths(data) if not isinstance(at(data, path), dict | list)]


def at(data: Any, path: tuple[str | int, ...]) -> Any:
    """Give what stands at a path."""
    for step in path:
        data = data[step]
    return data


def test_a_file_that_is_not_changed_is_the_same() -> None:
    """Reading, and setting every value to what it is, gives the same bytes for every file of Bærum."""
    assert len(FILES) > 400
    for path in FILES:
        raw = (ROOT / path).read_bytes()
        document = Document.read(raw)
        for place in paths(document.data):
            document.set(place, copy.deepcopy(at(document.data, place)))
        assert document.bytes() == raw, path


def _lines(node: Any) -> set[int]:
    return set(range(node.start_mark.line, node.end_mark.line + (node.end_mark.column > 0)))


def touched(text: str, path: tuple[Any, ...]) -> set[int]:
    """Give the lines that may change when a path does: its own, or those of the flow or the value it is put into."""
    node: Any = compose(text)
    own: set[int] = set()
    for step in path:
        pairs = node.value if isinstance(node, yaml.MappingNode) else list(enumerate(node.value))
        keys = [key if isinstance(key, int) else key.value if key.style else scalar(key.value) for key, _ in pairs]
        if step not in keys:
            return set() if getattr(node, "flow_style", True) is False else own | _lines(node)
        key, node = pairs[keys.index(step)]
        own = (
            _lines(node)
            if isinstance(key, int)
            else set(range(key.start_mark.line, max(_lines(key) | _lines(node)) + 1))
        )
    return own


def subsequence(some: list[str], of: list[str]) -> bool:
    """Tell whether lines stand in a text, in their order."""
    left = iter(of)
    return all(line in left for line in some)


VALUES = st.recursive(
    st.text(max_size=12).filter(lambda text: not find_hidden(text))
    | st.sampled_from(["æøå: #", "no", "012", "a\nb", "# a\n\n  b\n", "2024-01-01", "- x", "'", "1:30", "a #b"])
    | st.sampled_from(["lang " * 40, "~", "=", "<<", "&x", "*x", "!x", "{a", "?", "%", "@", "a\tb"])
    | st.integers(-(10**6), 10**6) | st.booleans() | st.none() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.sampled_from(["hva", "dato", "mål", "x y", "2020", 2020, "no", "#"]), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@settings(deadline=None)
@given(st.data(), st.sampled_from([WILD, ODD]), st.sampled_from(["\n", "\r\n"]), st.booleans(), st.booleans())
def test_any_edits(data: st.DataObject, written: str, newline: str, bom: bool, final: bool) -> None:
    """The data is as a plain dict edited the same way, and the lines and comments of all else stay as they are."""
    text = (written if final else written.rstrip("\n")).replace("\n", newline)
    document = Document.read(("\ufeff" * bom + text).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        what = data.draw(st.sampled_from(["set", "append", "remove"]))
        path = data.draw(st.sampled_from(paths(document.data)))
        if what == "set" and data.draw(st.booleans()):
            names: list[str | int] = ["hva", "til", "sammendrag", "ny", "mål", 2019]
            path = (*path[:-1], data.draw(st.sampled_from(names)))
        value = None if what == "remove" else data.draw(VALUES)
        before = document.bytes().decode().removeprefix("\ufeff")
        try:
            wanted = edited(document.data, what, path, value)
        except EditError:
            continue  # no list to append to
        document.remove(path) if what == "remove" else getattr(document, what)(path, value)
        assert document.bytes().startswith(b"\xef\xbb\xbf") == bom
        after = document.bytes().decode().removeprefix("\ufeff")
        assert is_same(parse(after)[0], wanted)
        assert is_same(document.data, wanted)
        block = what == "append" and touched(before, (*path, -1)) == set()
        emptied = what == "remove" and not at(document.data, path[:-1])
        lines = set() if block else touched(before, path[:-1] if emptied else path)
        kept = [row.strip("- \r") for number, row in enumerate(before.split("\n")) if number not in lines]
        assert subsequence(kept, [row.strip("- \r") for row in after.split("\n")])  # a dash may move to the next key


SET, APPEND, REMOVE, RENAME = "set", "append", "remove", "rename"


@pytest.mark.parametrize(
    ("before", "edits", "after"),
    [
        # a new key goes where the model has it, above the comment about the next one and below that about the last
        ("tittel: A # navn\n# om status\nstatus: x\n", [(SET, ("type",), "b")],
         "tittel: A # navn\ntype: b\n# om status\nstatus: x\n"),
        ("# filen\n# typen\ntype: b\n", [(SET, ("tittel",), "A")], "tittel: A\n# filen\n# typen\ntype: b\n"),
        ("# yaml-language-server: $schema=plan.json\n# typen\ntype: b", [(SET, ("tittel",), "A")],
         "# yaml-language-server: $schema=plan.json\ntittel: A\n# typen\ntype: b"),
        ("tema:\n- a\n  # om a\n\n# slutt", [(SET, ("merknad",), "x")], "tema:\n- a\n  # om a\nmerknad: x\n\n# slutt"),
        ("tittel: A\ntype: b", [(SET, ("merknad",), "x")], "tittel: A\ntype: b\nmerknad: x"),
        ("verdier: {2018: 1, 2020: 3}\n", [(SET, ("verdier", 2019), 2)], "verdier: {2018: 1, 2019: 2, 2020: 3}\n"),
        ("verdier:\n  2018: 1\n  2020: 3\n", [(SET, ("verdier", 2017), 0)],
         "verdier:\n  2017: 0\n  2018: 1\n  2020: 3\n"),
        ("verdier: {}\n", [(SET, ("verdier", 2019), 2.5)], "verdier: {2019: 2.5}\n"),
        # groups and lists: on one line where they are short
        ("type: b\n", [(SET, ("periode", "til"), 2030), (SET, ("periode", "fra"), 2018)],
         "type: b\nperiode: {fra: 2018, til: 2030}\n"),
        ("type: b\n", [(APPEND, ("hendelser",), {"hva": "vedtatt", "dato": date(2020, 1, 2), "sak": "7/20"})],
         "type: b\nhendelser:\n  - {hva: vedtatt, dato: 2020-01-02, sak: 7/20}\n"),
        ("tema:\n- a\n", [(APPEND, ("kilder",), {"kilde": "k", "oppgir": "x" * 120})],
         f"tema:\n- a\nkilder:\n- kilde: k\n  oppgir: {'x' * 120}\n"),
        ("tema:   # ingen\n", [(APPEND, ("tema",), "a")], "tema: [a]   # ingen\n"),
        ("tema: [ a ]\n", [(APPEND, ("tema",), "b: c")], 'tema: [ a, "b: c" ]\n'),
        ("tema: [\n  a, # om a\n  b # om b\n]\n", [(APPEND, ("tema",), "c")],
         "tema: [\n  a, # om a\n  b, # om b\n  c\n]\n"),
        ("tema: [\n  a,\n]\n", [(APPEND, ("tema",), "c")], "tema: [\n  a,\n  c,\n]\n"),
        ("tema: [a,\n  b]\n", [(APPEND, ("tema",), "c")], "tema: [a,\n  b,\n  c]\n"),
        ("tema:\n  - a # om a\n  # slutt\ntype: b\n", [(APPEND, ("tema",), "c")],
         "tema:\n  - a # om a\n  # slutt\n  - c\ntype: b\n"),
        ("tema:\n- a\n# om type\ntype: b\n", [(APPEND, ("tema",), "c")], "tema:\n- a\n- c\n# om type\ntype: b\n"),
        ("tema: [a, c]\n", [(SET, ("tema",), ["a", "b", "c"])], "tema: [a, b, c]\n"),
        ("tema:\n  # om a\n  - a\n  # om c\n  - c # c\n", [(SET, ("tema",), ["b", "c"])],
         "tema:\n  # om a\n  - b\n  # om c\n  - c # c\n"),
        ("tema:\n  - a\n  # om c\n  - c # c\n", [(SET, ("tema",), ["a", "b", "c"])],
         "tema:\n  - a\n  - b\n  # om c\n  - c # c\n"),
        # what goes, goes with its own line; comments on lines of their own stay
        ("tema: [a, b, c]\n", [(REMOVE, ("tema", 1), None), (REMOVE, ("tema", 1), None)], "tema: [a]\n"),
        ("tema: [\n  a, # om a\n  # om b\n  b, # b\n]\n", [(REMOVE, ("tema", 0), None)],
         "tema: [\n  # om b\n  b, # b\n]\n"),
        ("tema: [\n  a, # om a\n  b # b\n]\n", [(REMOVE, ("tema", 1), None)], "tema: [\n  a, # om a\n]\n"),
        ("tema: [a, b] # tema\n", [(REMOVE, ("tema", 0), None), (REMOVE, ("tema", 0), None)], "tema: [] # tema\n"),
        ("hendelser:\n  # om saken\n  - {hva: x} # sak\ntype: b\n", [(REMOVE, ("hendelser", 0), None)],
         "hendelser: []\n  # om saken\ntype: b\n"),
        ("kilder:\n  - kilde: a\n    # sted\n    sted: b\n", [(REMOVE, ("kilder", 0, "kilde"), None)],
         "kilder:\n  -\n    # sted\n    sted: b\n"),
        ("kilder:\n  - kilde: a\n    sted: b\n", [(REMOVE, ("kilder", 0, "kilde"), None)], "kilder:\n  - sted: b\n"),
        ("kilder:\n  - sted: b\n", [(SET, ("kilder", 0, "kilde"), "a")], "kilder:\n  - kilde: a\n    sted: b\n"),
        ("type: b # typen\n# om tema\ntema: [a]", [(REMOVE, ("tema",), None)], "type: b # typen\n# om tema"),
        # texts keep their quotes, and get them where they are needed
        ("tittel: 'A' # a\n", [(SET, ("tittel",), "Å: 'x' # y")], "tittel: 'Å: ''x'' # y' # a\n"),
        ('tittel: "A"\n', [(SET, ("tittel",), "to\nlinjer")], 'tittel: "to\\nlinjer"\n'),
        ("tittel: A # a\n", [(SET, ("tittel",), "to\nlinjer\n")], "tittel: | # a\n  to\n  linjer\n"),
        ("merknad: |\n  to\n  linjer\n\n# slutt\n", [(SET, ("merknad",), "en")], "merknad: en\n\n# slutt\n"),
        ("merknad: >-\n  to\n  linjer\ntype: x\n", [(SET, ("merknad",), "tre\nnye\nlinjer")],
         "merknad: |-\n  tre\n  nye\n  linjer\ntype: x\n"),
        ("merknad:\n  på neste\n  linje # k\ntype: b\n", [(SET, ("merknad",), "en")], "merknad: en\ntype: b\n"),
        ("sak: x\n", [(SET, ("sak",), "012")], 'sak: "012"\n'),
        ("sak: x\n", [(SET, ("sak",), "no")], 'sak: "no"\n'),
        ("sak: x\n", [(SET, ("sak",), True)], "sak: true\n"),
        ("beslutninger: # dem\n  a: {valg: ny} # den\n", [(RENAME, ("beslutninger", "a"), "b")],
         "beslutninger: # dem\n  b: {valg: ny} # den\n"),
        ("sitat: {'a': b, c: d}\n", [(RENAME, ("sitat", "a"), "x y")], 'sitat: {"x y": b, c: d}\n'),
    ],
)  # fmt: skip
def test_texts(before: str, edits: list[Any], after: str) -> None:
    """Each edit changes what a careful person would have changed, with either kind of line break."""
    for newline in ("\n", "\r\n"):
        document = Document.read(before.replace("\n", newline).encode(), "plan")
        for what, path, value in edits:
            document.remove(path) if what == REMOVE else getattr(document, what)(path, value)
        assert document.bytes().decode() == after.replace("\n", newline)


@pytest.mark.parametrize(
    ("what", "path", "value", "sentence"),
    [
        (SET, (), "x", "en endring må gjelde et felt"),
        (SET, ("tittel", "x"), "y", "det finnes ingen tittel.x"),
        (SET, ("tema", 1), "y", "det finnes ingen tema.2"),
        (APPEND, ("tittel",), "y", "tittel er ingen liste"),
        (REMOVE, ("merknad",), None, "det finnes ingen merknad"),
        (RENAME, ("tema",), "tittel", "tema kan ikke bytte navn til tittel"),
        (SET, ("tittel",), object(), "kan ikke skrives i en fil"),
        (SET, ("tittel",), "\ud800", "ikke vises"),
        (SET, ("tittel",), float("inf"), "ikke kan endres trygt"),
        (SET, ("tittel",), 10**30, "ikke kan endres trygt"),
        (REMOVE, ("dobbel",), None, "ikke kan endres trygt"),
    ],
)
def test_what_cannot_be_done_is_refused(what: str, path: tuple[Any, ...], value: Any, sentence: str) -> None:
    """A sentence says why, and the file is as it was."""
    raw = b"tittel: x\ntema: [a]\ndobbel: 1\ndobbel: 2\n"
    document = Document.read(raw)
    with pytest.raises(EditError, match=sentence):
        document.remove(path) if what == REMOVE else getattr(document, what)(path, value)
    assert document.bytes() == raw
    assert document.data == {"tittel": "x", "tema": ["a"], "dobbel": 1}


@pytest.mark.parametrize("raw", [b"", b"a: [", b"- a\n", b"a: &x 1\n", b"\xff", b"\xff\xfea"])
def test_a_file_that_cannot_be_read_is_refused(raw: bytes) -> None:
    """What planlint check tells of is not edited."""
    with pytest.raises(EditError, match="kan ikke leses"):
        Document.read(raw)


def test_the_only_key_of_a_file_cannot_be_taken_out() -> None:
    """A file says something."""
    with pytest.raises(EditError):
        Document.read(b"tittel: x\n").remove(("tittel",))


def test_a_new_file_says_what_it_was_given() -> None:
    """Whatever stands in a file of Bærum can be written anew, in the model's order, and read back the same."""
    for path in (path for path in FILES if path.split("/")[1] in FOLDERS):
        kind, depth = FOLDERS[path.split("/")[1]], path.count("/")
        data = parse((ROOT / path).read_bytes().decode())[0]
        raw = new_file_bytes(kind, dict(reversed(data.items())), depth=depth)
        assert raw.startswith(f"# yaml-language-server: $schema={'../' * depth}schema/{kind}.json\n".encode())
        again, issues = parse(raw.decode())
        assert (is_same(again, data), issues) == (True, []), path
        order = [field.alias for field in KINDS[kind].model_fields.values()]
        assert list(again) == sorted(again, key=order.index)


def test_a_new_file_that_cannot_be_written_is_refused() -> None:
    """No half file comes of it."""
    for value in ("\ud800", float("nan"), {"a": {1, 2}}):
        with pytest.raises(EditError):
            new_file_bytes("plan", {"tittel": value})


@pytest.mark.parametrize("value", ["a\x1bb", "\ufeff", ["x", {"y": "\u202eb"}], {"\x00": 1}])
def test_what_nobody_can_see_is_not_written(value: object) -> None:
    """A character that is not shown is refused with its code, at any depth, and the file is as it was."""
    document = Document.read(b"tittel: x\n")
    with pytest.raises(EditError, match=r"U\+"):
        document.set(("merknad",), value)
    assert document.bytes() == b"tittel: x\n"


def test_a_list_that_changes_altogether_is_written_at_once() -> None:
    """Hundreds of items take no longer than one."""
    old = "liste:\n" + "".join(f"- a{number}\n" for number in range(400))
    document = Document.read(old.encode())
    wanted = [f"b{number}" for number in range(150)]
    document.set(("liste",), wanted)
    assert document.data == {"liste": wanted}


TOGETHER = (
    "# planlint: unntak[PL201] Om tittelen\n"
    "tittel: 'A'  # navnet\n"
    "tema: [a, b,  # planlint: unntak[PL202] Om a og b\n  c]\n"
    "kilder:\n"
    "  # planlint: unntak[PL203] Om den første\n"
    "  - {kilde: x, sted: 1}\n"
    "  - kilde: y  # nei\n"
    "    sted:\n"
    "status: d\n"
)
NEW = ["ny", 7, None, {"mål": "m"}, "a\nb", "nyere", "nyest"]  # of two alike, one may be the other, moved
NAMES: dict[object, str] = {"kilde": "url", "sted": "hva", "tema": "emne", "status": "steg", "tittel": "navn"}


@settings(deadline=None)
@given(st.data(), st.sampled_from([TOGETHER, WILD]))
def test_several_edits_are_as_each_in_turn(data: st.DataObject, written: str) -> None:
    """New values and names at any places, some twice: the file and what is dropped are as when each is made alone."""
    one, all_ = (Document.read(written.encode()) for _ in range(2))
    where = [path for path in scalars(one.data) if path]
    values = data.draw(
        st.lists(st.tuples(st.sampled_from(where), st.sampled_from(NEW)), unique_by=lambda item: NEW.index(item[1]))
    )
    keys = [path for path in paths(one.data) if path and path[-1] in NAMES]
    renamed = data.draw(st.lists(st.sampled_from(keys), unique=True)) if keys else []
    edits: list[Any] = [("set", path, value) for path, value in values]
    edits += [("rename", path, NAMES[path[-1]]) for path in sorted(renamed, key=len, reverse=True)]
    failed = [False, False]
    try:
        for what, path, value in edits:
            getattr(one, what)(path, value)
    except EditError:
        failed[0] = True
    try:
        all_.edit(edits)
    except EditError:
        failed[1] = True
    assert failed[0] == failed[1]
    assert is_same(one.data, all_.data)
    assert one.dropped == all_.dropped
    assert one.bytes() == all_.bytes()


LISTS = [
    "tema: [a]\n", "tema: []\n", "tema:\n", "tittel: A\n", "tema:\n  - a\n  # etter\nstatus: b\n", "tema:\n- a",
    "tema: [\n  a,\n  b  # om b\n]\n", "tema: [\n  a,\n  b,\n]\n", "tema: [a,\n  b]\n", "tema: [\n  a\n  ]",
    "# planlint: unntak[PL201] Om tema\ntema:\n  - a  # planlint: unntak[PL202] Om a\n",
    "tema: [a] # planlint: unntak[PL1] x",
]  # fmt: skip


@pytest.mark.parametrize("before", LISTS)
@pytest.mark.parametrize("items", [[], ["x"], ["x", "y y", {"mål": "m", "sitat": "a, b"}], ["x", "to\nlinjer", 3]])
def test_several_items_are_added_as_each_in_turn(before: str, items: list[Any]) -> None:
    """The file is as when each item is appended alone, whatever the list is written like."""
    one, all_ = (Document.read(before.encode()) for _ in range(2))
    for item in items:
        one.append(("tema",), item)
    all_.append_all(("tema",), items)
    assert all_.bytes() == one.bytes()
    assert is_same(all_.data, one.data)


SEVERAL = [
    *LISTS,
    "tema: [a, b, c, d, e]\nstatus: x\n",
    "tema: [a, b,  # om b\n  c,\n  d]  # om d\n",
    "tema: [\n  a,  # om a\n  b,\n  # før c\n  c,\n  d,\n]\n",
    "tema: [\n  a,\n  b,\n  c\n]\n",
    "tema:\n  - a  # om a\n  # planlint: unntak[PL1] b\n  - b\n  - {c: 1}\n\n  - d\n  - |\n    e\n\n# om\nstatus: x\n",
    "tema:\n  - a  # planlint: unntak[PL201] Om a\n  - b  # planlint: unntak[PL202] Om b\n  - c\n  - d",
    "tema:\r\n- a\r\n- b\r\n- c\r\n- d",
    "tema:\n  -\n    - a\n    - b\n  - - c\n    - d\n  - e\n",
    ("# planlint: unntak[PL201] Om alt\ntema:  # planlint: unntak[PL202] Om tema\n  - hva: a\n"
    "    sted: b  # planlint: unntak[PL203] Om b\n  # planlint: unntak[PL204] Om c\n  - hva: c\n    sted: d\n  - e\n"),
]  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(st.data(), st.sampled_from(SEVERAL))
def test_several_items_are_taken_out_as_each_in_turn(data: st.DataObject, before: str) -> None:
    """The file is as when each item is taken out alone, the last first, and the same comments went with them."""
    one, all_ = (Document.read(before.encode()) for _ in range(2))
    there = range(len(get(one.data, ("tema",)) or ()))
    chosen = data.draw(st.lists(st.sampled_from(there), unique=True)) if there else []
    failed = [False, False]
    try:
        for at in sorted(chosen, reverse=True):
            one.remove(("tema", at))
    except EditError:
        failed[0] = True
    try:
        all_.remove_all(("tema",), chosen)
    except EditError:
        failed[1] = True
    assert failed[0] == failed[1]
    assert all_.bytes() == one.bytes()
    assert is_same(all_.data, one.data)
    assert Counter(all_.dropped) == Counter(one.dropped)


def test_of_several_edits_what_stands_before_the_impossible_one_is_made() -> None:
    """What nobody can see is refused with its code, as when it is alone; the edits before it are made."""
    document = Document.read(b"tittel: x\nstatus: y\n")
    with pytest.raises(EditError, match=r"U\+"):
        document.edit([("set", ("tittel",), "z"), ("set", ("status",), "a\u200bb")])
    assert document.bytes() == b"tittel: z\nstatus: y\n"
