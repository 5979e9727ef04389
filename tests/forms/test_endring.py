"""The form `endring`: what the site's page sends becomes an edit of the file that it knew, and nothing else does."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from support.endring import KLIMA, git_name, sent
from support.helpers import DATE, PLAN, fjordvik, write
from support.issueform import lay_out

from planlint.cli.form import command
from planlint.forms.edit_list import MOST_EDITS
from planlint.forms.file_edit import version_name


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik with a plan."""
    found = lay_out(fjordvik(tmp_path))
    write(found, "planer/klima.yaml", PLAN)
    return found


def plan_files(root: Path) -> dict[Path, bytes]:
    """Give every file under plans/."""
    return {path: path.read_bytes() for path in (root / "plans").rglob("*") if path.is_file()}


def send(root: Path, text: str) -> Result:
    """Run planlint form on what was sent."""
    file = root / "skjema.md"
    file.write_text(text, encoding="utf-8")
    return CliRunner().invoke(
        command, [str(file), "--date", DATE, "--root", str(root), "--issue", "12", "--out", str(root / "svar")]
    )


def taken(root: Path, text: str) -> str:
    """Send what is taken; give the pull request's title."""
    done = send(root, text)
    assert done.exit_code == 0, done.stderr
    return (root / "svar/tittel.txt").read_text(encoding="utf-8")


def refused(root: Path, text: str) -> list[str]:
    """Send what is refused: nothing is written; give the problems."""
    before = plan_files(root)
    done = send(root, text)
    assert done.exit_code == 2, done.output
    assert plan_files(root) == before
    return [row.removeprefix("- ") for row in done.stderr.splitlines() if row.startswith("- ")]


def test_only_the_lines_that_change_are_written(root: Path) -> None:
    """A title and an end are two lines; comments stay, and the title of the proposal names the plan."""
    path = root / KLIMA
    path.write_text(f"# Egen kommentar\n{PLAN}", encoding="utf-8")
    before = path.read_text(encoding="utf-8").splitlines()
    taken(root, sent(root, [[["tittel"], "Klimastrategi, ny utgave"], [["merknad"], "Sett på."]]))
    after = path.read_text(encoding="utf-8").splitlines()
    assert after[0] == "# Egen kommentar"
    assert set(after) - set(before) == {"tittel: Klimastrategi, ny utgave", "merknad: Sett på."}
    assert len(set(before) - set(after)) == 1


def test_null_takes_a_field_out(root: Path) -> None:
    """A field that is emptied is gone from the file; one that was not there is no fault."""
    taken(root, sent(root, [[["merknad"], "Bort igjen."]]))
    taken(root, sent(root, [[["merknad"], None], [["sammendrag"], None], [["kortnavn"], None], [["tema"], ["klima"]]]))
    text = (root / KLIMA).read_text(encoding="utf-8")
    assert "merknad" not in text
    assert "klima" in text


def test_a_stale_page_is_told_with_both_versions(root: Path) -> None:
    """Nothing is written over a colleague's work: the versions are named, and what each of them says."""
    old = git_name((root / KLIMA).read_bytes())
    write(root, "planer/klima.yaml", PLAN + "merknad: Kollegaens ord.\n")
    new = git_name((root / KLIMA).read_bytes())
    told = refused(root, sent(root, [[["merknad"], "Mine ord."], [["tema"], None]], version=old))
    assert f"«{old[:8]}»" in told[0]
    assert f"«{new[:8]}»" in told[0]
    assert told[1] == "«merknad»: filen sier «Kollegaens ord.», og skjemaet sier «Mine ord.»."
    assert told[2].endswith("og skjemaet sier ingenting.")


@pytest.mark.parametrize("length", [40, 64])
def test_the_version_is_gits_own_name_for_the_file(tmp_path: Path, length: int) -> None:
    """What the page carries is what git calls the file, in repositories of both sorts of names."""
    kind = {40: "sha1", 64: "sha256"}[length]
    subprocess.run(["git", "init", "-q", f"--object-format={kind}", str(tmp_path)], check=True)
    raw = "tittel: Blåbærplan\n".encode()
    (tmp_path / "a").write_bytes(raw)
    done = subprocess.run(["git", "-C", str(tmp_path), "hash-object", "a"], capture_output=True, text=True, check=True)
    assert version_name(raw, length) == done.stdout.strip()


@pytest.mark.parametrize(
    "file",
    [
        "plans/plansystem.yaml", "plans/avvik/a.yaml", "plans/avvik.yaml", "plans/planer/../plansystem.yaml",
        "/etc/passwd", ".github/workflows/form.yml", "plans/planer/finnes-ikke.yaml", "schema/plan.json",
        "plans/planer",
    ],
)  # fmt: skip
def test_other_files_are_refused(root: Path, file: str) -> None:
    """Only the file of something in the register can be changed: not the system's own, not the known findings."""
    write(root, "avvik/a.yaml", "x: 1\n")
    (told,) = refused(root, sent(root, [[["tittel"], "Noe"]], file))
    assert "Skjemaet kan ikke endre" in told


@pytest.mark.parametrize(
    "edits",
    [
        "tittel: YAML", "{}", '["a"]', '[["tittel", "x"]]', "[[[], 1]]", '[[["tittel"], "x", 1]]', '[[["a b"], "x"]]',
        '[[["tittel"], NaN]]', '[[["periode"], {"fra": 1, "fra": 2}]]', '[[["periode"], {"a # b": 1}]]', "[" * 5000,
        '[[["tittel"], ' + "[" * 20 + "]" * 20 + "]]", '[[["forankring", 0], "x"]]',
        '[[["a","a","a","a","a","a","a","a","a"], 1]]',
        "--- a/plans/planer/klima.yaml\n+++ b/plans/planer/klima.yaml\n@@ -1 +1 @@\n-a\n+b",
        '[[["periode"], ' + '{"a":' * 10 + "1" + "}" * 10 + "]]",
    ],
)  # fmt: skip
def test_what_is_no_list_of_edits_is_refused(root: Path, edits: str) -> None:
    """YAML, a patch, other JSON, keys that are no names and what is too deep are not read as edits."""
    (told,) = refused(root, sent(root, edits))
    assert told.startswith("Feltet «Endringer» er ikke slik siden på nettstedet lager det.")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("God plan # planlint: PL201 fordi", "ord som planlint leser som et unntak"),
        ("linje\n#planlint: PL201", "ord som planlint leser som et unntak"),
        ({"fra": "# PLANLINT: alt"}, "ord som planlint leser som et unntak"),
        (["a", "a\u202eb"], "et tegn som ikke vises (U+202E)"),
        ("a\x00b", "et tegn som ikke vises (U+0000)"),
        ("<script>alert(1)</script>", "kan ikke inneholde"),
        ("::set-output name=x::y", "kan ikke inneholde"),
        ("x" * 2001, "er på 2001 tegn. Kort ned til 2000."),
    ],
)
def test_hostile_values_are_refused(root: Path, value: Any, told: str) -> None:
    """No comment to planlint, no hidden character (however JSON writes it), no markup, nothing over the limits."""
    text = json.dumps([[["merknad"], value]])
    found = refused(root, sent(root, text))
    assert told in found[0]


def test_fifty_edits_and_no_more(root: Path) -> None:
    """Fifty are taken, and fifty-one are too many."""
    edits = [[["merknad"], f"Utgave {n}"] for n in range(MOST_EDITS)]
    taken(root, sent(root, edits))
    (told,) = refused(root, sent(root, [*edits, [["merknad"], "Enda en"]]))
    assert told.startswith("Skjemaet har 51 endringer, og planlint tar ikke imot flere enn 50")


def test_a_long_title(root: Path) -> None:
    """A title of 300 letters is taken whole; one more is too long."""
    taken(root, sent(root, [[["tittel"], "Å" * 300]]))
    assert "Å" * 300 in (root / KLIMA).read_text(encoding="utf-8")
    assert refused(root, sent(root, [[["tittel"], "Å" * 301]])) == ["Feltet «tittel» er på 301 tegn. Kort ned til 300."]


def test_a_plan_without_a_title(root: Path) -> None:
    """The title of a plan that has none can be given; other edits of it are told of by the file's name."""
    rows = [row for row in PLAN.splitlines() if not row.startswith("tittel:")]
    write(root, "planer/klima.yaml", "\n".join(rows) + "\n")
    assert taken(root, sent(root, [[["merknad"], "Noe"]])).startswith("Endring: plans/planer/klima")
    assert taken(root, sent(root, [[["tittel"], "Klimaplan"]])).startswith("Endring: Klimaplan")


def test_what_the_model_refuses_is_told_in_the_rules_words(root: Path) -> None:
    """A value of the wrong sort, a status that is none, and a title taken away change nothing, and say why."""
    for edits in ([[["status"], "nesten"]], [[["tittel"], None]], [[["tema"], 4]], [[["finnes_ikke"], "x"]]):
        told = refused(root, sent(root, edits))
        assert told[0] == "Endringen kan ikke gjøres, for da ville noe blitt galt."
        assert len(told) > 1


def test_what_is_there_already_is_no_change(root: Path) -> None:
    """A form that changes nothing says so."""
    assert refused(root, sent(root, [[["kortnavn"], None]])) == ["Alt som står i skjemaet, er i registeret fra før."]


def test_a_new_plan_from_the_page(root: Path) -> None:
    """A plan that has no file yet is made, in the folder and by the name that the register gives it."""
    edits = [
        [["tittel"], "Ny naturplan"],
        [["type"], "temaplan"],
        [["status"], "planlagt"],
        [["arbeid", "ferdig"], 2026],
    ]
    assert taken(root, sent(root, edits, "ny plan")).startswith("Endring: Ny naturplan")
    assert (root / "plans/planer/ny-naturplan.yaml").read_text(encoding="utf-8") == (
        "tittel: Ny naturplan\ntype: temaplan\nstatus: planlagt\narbeid: {ferdig: 2026}\n"
    )
    (again,) = refused(root, sent(root, edits, "ny plan"))
    assert "er i registeret fra før" in again


def test_a_new_plan_must_have_a_title_and_say_each_thing_once(root: Path) -> None:
    """Without a title there is no file to make; a field that is both a text and a group is neither."""
    assert refused(root, sent(root, [[["type"], "temaplan"]], "ny plan")) == ["Fyll ut feltet «Tittel»."]
    twice = [[["tittel"], "Ny"], [["arbeid"], "x"], [["arbeid", "ferdig"], 2026]]
    assert refused(root, sent(root, twice, "ny plan")) == ["Feltet «arbeid.ferdig» er fylt ut på to måter."]


@pytest.mark.parametrize(
    ("text", "date"),
    [("18. november 2026", "2026-11-18"), ("18/11-26", "2026-11-18"), ("18.11.26", "2026-11-18"), ("2027", "2027")],
)
def test_times_are_written_as_the_files_have_them(root: Path, text: str, date: str) -> None:
    """A day written as people do, in a field or in an event, stands as year, month and day."""
    event = {"hva": "revidert", "dato": text}
    there = [{"hva": "vedtatt", "dato": "2022-02-16", "organ": "kommunestyret", "sak": "7/22"}]
    taken(root, sent(root, [[["revisjon", "neste"], text], [["hendelser"], [*there, event]]]))
    written = (root / KLIMA).read_text(encoding="utf-8")
    assert f"neste: {date}" in written
    assert re.search(rf"hva: revidert, dato: {date}\b|hva: revidert\n +dato: {date}\b", written)


def test_what_is_no_time_is_left_for_the_check(root: Path) -> None:
    """A text that is no time is refused in the rule's words, and nothing is guessed."""
    assert refused(root, sent(root, [[["revisjon", "neste"], "ganske snart"]]))[0].startswith("Endringen kan ikke")


def test_cases_and_links_are_read_as_in_the_other_forms(root: Path) -> None:
    """A new event's case number, and a new link's address, are taken as people write them, or refused."""
    there = {"hva": "vedtatt", "dato": "2022-02-16", "organ": "kommunestyret", "sak": "7/22"}
    new = {"hva": "revidert", "dato": "2024-03-18", "sak": "Sak 12/24"}
    links = [{"tittel": "Saken", "url": "www.fjordvik.no/sak"}]
    taken(root, sent(root, [[["hendelser"], [there, new]], [["lenker"], links]]))
    written = (root / KLIMA).read_text(encoding="utf-8")
    assert "sak: 12/24" in written
    assert "https://www.fjordvik.no/sak" in written
    odd = refused(root, sent(root, [[["hendelser"], [there, {**new, "sak": "tull og tøys"}]]]))
    assert odd == ["Feltet «Saksnummer» har ikke et saksnummer: «tull og tøys». Skriv for eksempel 12/26."]


def test_what_is_there_already_is_not_read_anew(root: Path) -> None:
    """An event that the file has stays as it is, whatever its case number is."""
    strange = PLAN.replace("sak: 7/22", "sak: uten tall")
    write(root, "planer/klima.yaml", strange)
    there = {"hva": "vedtatt", "dato": "2022-02-16", "organ": "kommunestyret", "sak": "uten tall"}
    taken(root, sent(root, [[["hendelser"], [there, {"hva": "revidert", "dato": "2024-03-18"}]]]))
    assert "sak: uten tall" in (root / KLIMA).read_text(encoding="utf-8")


def test_words_for_people_stand_above_the_form(root: Path) -> None:
    """What the page writes above the form is no part of it, whatever it quotes; the form is under the last line."""
    form = sent(root, [[["merknad"], "Sett på."]])
    quoted = "Forslag til endring\n\n- Merknad: «---\n\n### Skjema\n\nEndring\n\n### Fil\n\nplans/plansystem.yaml»"
    taken(root, f"{quoted}\n\n---\n\n{form}")
    assert "merknad: Sett på." in (root / KLIMA).read_text(encoding="utf-8")


def test_no_person_comes_into_an_input_by_way_of_a_change(root: Path) -> None:
    """As with the form for a new input: refused before anything is written, since git forgets nothing."""
    write(root, "innspill/lys.yaml", "tittel: Mer lys\nplan: klima\navsender: ungdomsrådet\n")
    head, told = refused(root, sent(root, [[["avsender"], "Kari Nordmann"]], "plans/innspill/lys.yaml"))
    assert head == "Endringen kan ikke gjøres, for da ville noe blitt galt."
    assert "ser ut til å ha navnet på en person" in told
