"""What the page is told of a change, without a browser: the same as `planlint form` and the check of it say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from support.endring import KLIMA, sent
from support.helpers import DATE, PLAN, check, fjordvik, write

from planlint.browser import Visit, read_register, register_file
from planlint.browser.worker import Worker
from planlint.cli.form import command
from planlint.source import UnreadableError, yaml as yaml_module
from planlint.source.yaml_reader import READER, readers
from planlint.system import UsageError, open_system

DAY = date.fromisoformat(DATE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik with a plan."""
    found = fjordvik(tmp_path)
    write(found, "planer/klima.yaml", PLAN)
    return found


def visit(root: Path, labels: Mapping[str, str] | None = None) -> Visit:
    """Open the plan system as a page does: from the one file that the site brings."""
    system = open_system(root, DAY)
    raw = register_file(system.contents, DAY, has_schema=False)
    assert read_register(raw).contents == dict(sorted(system.contents.items()))
    return Visit(root, read_register(raw), "nb", labels)


def test_the_files_become_what_planlint_form_writes(root: Path) -> None:
    """A change told to the page gives the very bytes that the command writes of the same form."""
    body = sent(root, [[["tittel"], "Klima: nytt #1"], [["forankring"], None]])
    told = visit(root).judged(body)
    file = root / "endring.md"
    file.write_text(body, "utf-8")
    done = CliRunner().invoke(command, [str(file), "--root", str(root), "--date", DATE])
    assert done.exit_code == 0, done.stderr
    assert told["files"] == {KLIMA: (root / KLIMA).read_text("utf-8")}
    assert any(item["path"] and item["file"] == KLIMA for item in told["findings"])
    assert told["sections"]


def test_a_stale_or_faulty_form_is_refused_in_the_words_of_the_command(root: Path) -> None:
    """Another version of the file, and a value that the field cannot have, are told; the latter at its field."""
    stale = visit(root).judged(sent(root, [[["tittel"], "Ny"]], version="0" * 40))
    assert "er endret etter at siden ble laget" in stale["problems"][0]
    faulty = visit(root).judged(sent(root, [[["status"], "kanskje"]]))
    assert [item["path"] for item in faulty["findings"]] == [["status"]]


def test_a_stale_form_is_told_in_the_forms_words(root: Path) -> None:
    """No file, version or key is said: the fields and what they name are called what people call them."""
    edits = [[["ansvarlig"], "miljoe"], [["periode", "til"], "2031-05-01"], [["tema"], ["klima"]], [["merknad"], None]]
    edits += [[["forankring"], [{"plan": "klima"}, "trygg-oppvekst"]], [["arbeid", "oppstart"], 2026]]
    labels = {"periode.til": "Periode: til", "arbeid.oppstart": "Arbeid: oppstart"}
    first, *rows = visit(root, labels).judged(sent(root, edits, version="0" * 40))["problems"]
    told = "\n".join([first, *rows])
    assert "ingenting er skrevet over" in first
    assert len(rows) == len(edits)
    assert "1.5.2031" in told
    assert "ingenting" in rows[3]
    for word in ("plans/", ".yaml", "000000", "`", "periode.til", "miljoe", "trygg-oppvekst", "{"):
        assert word not in told


def test_a_period_that_is_told_anew_is_in_doubt_no_longer(root: Path) -> None:
    """A doubt goes where every time of its group is told anew, and stays where one of them is as before."""
    file = root / KLIMA
    assert "periode: {fra: 2022, til: 2030}" in file.read_text("utf-8")
    doubted = "periode: {fra: 2022, til: 2030, usikker: true}"
    file.write_text(file.read_text("utf-8").replace("periode: {fra: 2022, til: 2030}", doubted), "utf-8")
    one = visit(root).judged(sent(root, [[["periode", "til"], 2031]]))["files"][KLIMA]
    both = visit(root).judged(sent(root, [[["periode", "fra"], 2023], [["periode", "til"], 2031]]))["files"][KLIMA]
    assert "periode: {fra: 2022, til: 2031, usikker: true}" in one
    assert "periode: {fra: 2023, til: 2031}" in both


def test_what_is_late_all_the_same_is_told_of_a_plan_that_will_apply(root: Path) -> None:
    """A new period makes a plan apply, and the revision that was due before is still so."""
    file = root / KLIMA
    text = file.read_text("utf-8").replace("periode: {fra: 2022, til: 2030}", "periode: {fra: 2022, til: 2023}")
    file.write_text(f"{text}revisjon: {{neste: 2023}}\n", "utf-8")
    told = visit(root).judged(sent(root, [[["periode", "til"], 2031]]))
    assert "Vil stå som i kraft" in [section["heading"] for section in told["sections"]]
    assert [note for note in told["notes"] if "vil være over en frist også etter endringen" in note]


def test_a_byte_order_mark_inside_a_text_reaches_neither_reader(root: Path) -> None:
    """U+FEFF, which the two readers take differently: pasted it is left out, and written as a code it is refused."""
    edits = [[["tittel"], "Klima\ufeffplan"]]
    pasted = visit(root).judged(sent(root, edits))
    assert "tittel: Klimaplan\n" in pasted["files"][KLIMA]
    coded = visit(root).judged(sent(root, json.dumps(edits)))
    assert len(coded["problems"]) == 1
    assert "files" not in coded


def test_what_is_sent_is_what_is_written_and_a_newer_file_is_told_of(root: Path) -> None:
    """The files and the texts of a proposal, by a person; of a file that is newer, what both versions say."""
    system = open_system(root, DAY)
    worker = Worker(root)
    assert worker.open(register_file(system.contents, DAY, has_schema=False).decode(), "nb") == ""
    body = sent(root, [[["tittel"], "Klimaplan nr. 2"]])
    told = json.loads(worker.answer(json.dumps({"form": body, "send": True})))
    assert "tittel: Klimaplan nr. 2\n" in told["files"][KLIMA]
    assert told["branch"].startswith("skjema/endring-")
    assert "Kontrollen er kjørt i nettleseren" in told["text"]
    assert "GitHub starter ikke" not in told["text"]
    refused = json.loads(worker.answer(json.dumps({"form": sent(root, [[["tittel"], 3]]), "send": True})))
    assert "files" not in refused
    assert refused["findings"]
    newer = (root / KLIMA).read_text("utf-8").replace("tittel: ", "tittel: Kollegaens ")
    both = json.loads(worker.answer(json.dumps({"form": body, "file": KLIMA, "newer": newer})))["problems"]
    assert "er endret" in both[0]
    assert any("Kollegaens" in one and "Klimaplan nr. 2" in one for one in both)
    same = {"form": body, "file": KLIMA, "newer": (root / KLIMA).read_text("utf-8")}
    assert json.loads(worker.answer(json.dumps(same))) == {"problems": [], "findings": []}


def test_a_plan_system_that_cannot_be_used_is_no_visit(root: Path) -> None:
    """Where plansystem.yaml cannot be read there is nothing to judge, and that is what the worker answers."""
    (root / "plans/plansystem.yaml").write_text("kommune: [", "utf-8")
    with pytest.raises(UsageError):
        visit(root)
    assert json.loads(Worker().answer('{"file": "x"}')) == {}


@pytest.mark.parametrize(
    "text", ["a: \tb", "a: x\ty", "a:\n - b \tc", "{a: b\t, c: d}", "a: b\t\n  c\nd: e\n", "a: b \t# c"]
)
def test_both_readers_take_a_tabulator_alike(text: str) -> None:
    """A tabulator that is neither an indentation nor before a field is a blank to both readers."""
    one, other = (reader(text).get_single_node() for reader in (yaml.CBaseLoader, readers(c=False)[0]))
    assert _plain(one) == _plain(other)


@pytest.mark.parametrize(
    "text",
    [
        "a: 'b",
        "a: [b",
        "\ta: b",
        "a: b: c",
        '"\\ud800": a',
        "a: x\u2028b: 'y\n",
        "{a: b:}",
        "[a:, b]",
        "{a:? b}",
    ],
)
def test_of_a_file_that_it_cannot_read_the_other_reader_says_that_it_cannot_tell(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is wrong with a broken file, and where, is told by libyaml's reader alone."""
    with pytest.raises(UnreadableError) as told:
        yaml_module.compose(text)
    assert told.value.issue.variant != "ikke_her"
    monkeypatch.setattr(yaml_module, "_Composer", _pure())
    monkeypatch.setattr(yaml_module, "IS_LIBYAML", False)
    with pytest.raises(UnreadableError) as told:
        yaml_module.compose(text)
    assert told.value.issue.variant == "ikke_her"


def _pure() -> type:
    """Give the composer of planlint's reader over PyYAML's reader in Python."""
    own = yaml_module._Composer  # noqa: SLF001 - the seam that a browser has chosen otherwise
    return type("_Composer", (readers(c=False)[0],), {name: vars(own)[name] for name in vars(own) if name[:2] != "__"})


@pytest.mark.parametrize(
    "text", ["{a: ha? x}", "{a: x?, b: y?}", "[a?, 'c']", "{a: http://x?y=1}", "a: b? c\nd: [e?]\n", "[a? b: c]"]
)
def test_both_readers_take_a_question_mark_alike(text: str) -> None:
    """A question mark in a text between brackets is a sign like any: the two readers give the same nodes."""
    assert READER is not readers(c=False)[0]
    one, other = (reader(text).get_single_node() for reader in (yaml.CBaseLoader, readers(c=False)[0]))
    assert _plain(one) == _plain(other)


def _plain(node: object) -> object:
    """Give a node's values and where they begin and end."""
    marks = (node.start_mark.index, node.end_mark.index)  # type: ignore[attr-defined]
    value = node.value  # type: ignore[attr-defined]
    if isinstance(value, str):
        return value, marks
    return [_plain(part) for item in value for part in (item if isinstance(item, tuple) else (item,))]


def test_a_known_deviation_is_told_and_so_is_that_it_is_mended(root: Path) -> None:
    """What is accepted stands in the form with its reason; the change that mends it is told to do so, without codes."""
    write(root, "planer/klima.yaml", PLAN.replace("ansvarlig: miljoe\n", ""))
    (one,) = (item.diagnostic for item in check(root, DAY, select=("PL408",)).findings)
    known = {"regel": one.code, "gjelder": one.entity, "grunn": "Avklares i høst.", "godtatt": DATE}
    lines = [f"{key}: {value}\n" for key, value in known.items()]
    write(root, "avvik/PL408-plan-klima.yaml", f'{"".join(lines)}avtrykk: "{one.fingerprint}"\n')
    there = visit(root)
    (told,) = (item for item in there.opened(KLIMA)["findings"] if item["accepted"])
    assert (told["word"], told["reason"]) == ("Kjent avvik", "Avklares i høst.")
    assert told["fields"][0] == "ansvarlig"
    kept = there.judged(sent(root, [[["tittel"], "Klimaplan"]]))
    assert [item["accepted"] for item in kept["findings"]].count(True) == 1
    mended = there.judged(sent(root, [[["ansvarlig"], "miljoe"]]))
    assert [item for item in mended["findings"] if item["accepted"]] == []
    assert mended["news"] == [
        "1 kjent avvik er rettet: «Klimastrategi for Fjordvik». Det som ble meldt før: "
        + next(item["message"] for item in kept["findings"] if item["accepted"])
    ]


def test_all_that_is_typed_of_a_new_plan_is_told(root: Path) -> None:
    """Every field of a new plan is in what the change does, and its findings are about a file that is not there yet."""
    edits = [
        [["tittel"], "Naturplan"],
        [["type"], "temaplan"],
        [["status"], "planlagt"],
        [["arbeid", "oppstart"], "2027"],
        [["sammendrag"], "Hva vi gjør for naturen."],
        [["målgruppe"], ["Innbyggere"]],
    ]
    told = visit(root).judged(sent(root, edits, "ny plan"))
    rows = [line for section in told["sections"] for row in section["rows"] for line in row["lines"]]
    for text in ("Arbeidet begynner: 2027", "Sammendrag: Hva vi gjør for naturen.", "Målgruppe: Innbyggere"):
        assert text in rows
    assert told["findings"]
    assert all(item["new"] for item in told["findings"])


def test_a_finding_calls_a_field_what_the_form_calls_it_and_stands_where_it_is_to_be_filled_in(root: Path) -> None:
    """An adoption without body and case is told at the body's field, in the form's own names, also in the advice."""
    brought = read_register(register_file(open_system(root, DAY).contents, DAY, has_schema=False))
    labels = {
        "hendelser": "Noe som har skjedd",
        "hendelser.organ": "Hvem som gjorde det",
        "hendelser.sak": "Saksnummer",
    }
    there = Visit(root, brought, "nb", {**labels, "type": "Plantype", "tittel": "Navnet på planen"})
    was = [{"hva": "vedtatt", "dato": "2022-02-16", "organ": "kommunestyret", "sak": "7/22"}]
    event = {"hva": "vedtatt", "dato": "2024-03-01"}
    told = there.judged(sent(root, [[["hendelser"], [*was, event]]], file=KLIMA))
    (one,) = (item for item in told["findings"] if item["code"] == "PL401")
    assert one["path"][:2] == ["hendelser", 1]
    assert one["fields"][0] == "hendelser.organ"
    assert one["help"] == "Fyll ut «Hvem som gjorde det» og «Saksnummer»."
    lacks = there.judged(sent(root, [[["hendelser"], [*was, {"hva": "vedtatt"}]]], file=KLIMA))
    (one,) = (item for item in lacks["findings"] if item["code"] == "PL005")
    assert (one["fields"][0], one["path"]) == ("hendelser.dato", ["hendelser", 1, "dato"])
    new = [[["tittel"], "Naturplan"], [["type"], "temaplan"], [["status"], "vedtatt"]]
    (one,) = (item for item in there.judged(sent(root, new, "ny plan"))["findings"] if item["code"] == "PL401")
    in_the_form = {"tittel", "type", "status", "hendelser.hva", "hendelser.dato", "hendelser.organ", "hendelser.sak"}
    assert next(name for name in one["fields"] if name in in_the_form) == "hendelser.dato"


def test_what_cannot_be_done_is_refused(root: Path) -> None:
    """A refusal is told as one, so that nothing is handed over; a change that can be made is not."""
    there = visit(root)
    assert there.judged(sent(root, [[["revisjon", "neste"], "2026-02-31"]]))["refused"]
    twice = [[["tittel"], "Klima"], [["type"], "strategi"]]
    assert there.judged(sent(root, twice, "ny plan"))["refused"]
    assert "refused" not in there.judged(sent(root, [[["tittel"], "Klimaplan"]]))
