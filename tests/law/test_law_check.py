"""`planlint law check`: a paragraph that has changed is named with its words, and nothing else is."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from planlint.cli.lazy_group import planlint
from planlint.law import bestemmelser, text_of
from planlint.law.law_check import UnusableFolderError, compare_law, word_difference
from planlint.law.provision_text import file_name, paragraphs

HERE = Path(__file__).parent
TEXTS = HERE.parent.parent / "planlint/law/tekster"
STATUTES = HERE.parent / "data/lover"
WHOLE = Path(os.environ.get("PLANLINT_LOVER", HERE.parent.parent.parent / "shared/lover"))
READ = {one.id for one in bestemmelser().values() if text_of(one)}
KEPT = [(file.stem, name) for file in sorted(TEXTS.glob("*.md")) for name in paragraphs(file.read_text("utf-8"))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Every paragraph that was read, as a folder of statutes."""
    return Path(shutil.copytree(TEXTS, tmp_path / "lover"))


def run(*words: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(planlint, ["law", "check", *map(str, words)])


def edit(folder: Path, name: str, old: str, new: str) -> None:
    """Change the words of a statute."""
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.skipif(not WHOLE.is_dir(), reason="no folder of statutes at hand")
def test_nothing_has_changed_in_the_edition_that_was_read() -> None:
    """The texts beside the data are those of the statutes, word for word."""
    found = compare_law(WHOLE)
    assert (found.endret, found.dager, found.mangler, found.like) == ((), (), (), len(KEPT))


def test_the_same_texts_are_the_same(folder: Path) -> None:
    """Nothing is changed, and what was never read is told as such."""
    result = run(folder)
    assert result.exit_code == 0, result.output
    assert f"0 paragrafer er endret og {len(KEPT)} paragrafer er like." in result.output
    assert "Disse er ikke lest i loven" in result.output


@pytest.mark.parametrize("id_", sorted(READ))
def test_one_edited_paragraph_names_exactly_its_provisions(id_: str, folder: Path) -> None:
    """Whichever it is: all that rest on the paragraph, and no other."""
    one = bestemmelser()[id_]
    last = text_of(one).split("\n")[2]
    edit(folder, f"{file_name(one.lovnummer)}.md", last, f"{last} Dette er nytt.")
    (change,) = compare_law(folder).endret
    same = {
        other.id
        for other in bestemmelser().values()
        if (other.lovnummer, other.paragraf) == (one.lovnummer, one.paragraf)
    }
    assert {row.id for row in change.bestemmelser} == same
    assert not change.dager
    assert [(word.slag, word.tekst) for word in change.ord if word.slag in "-+"] == [("+", "Dette er nytt.")]


def test_old_and_new_words_are_shown(folder: Path) -> None:
    """A planner sees which word it is, with some words around it; the exit code says that something is changed."""
    edit(folder, "lov-2008-06-27-71.md", "offentlig minst 14 dager", "offentlig minst 21 dager")
    result = run(folder)
    assert result.exit_code == 1
    assert "plan- og bygningsloven § 11-4 (pbl-11-4) er endret:" in result.output
    assert "offentlig minst [-14-] {+21+} dager før" in " ".join(result.output.split())
    assert "§ 11-5" not in result.output


def test_as_data(folder: Path) -> None:
    """A program reads ids, words, and whether a paragraph is gone."""
    edit(folder, "lov-2008-06-27-71.md", "offentlig minst 14 dager", "offentlig minst 21 dager")
    edit(folder, "lov-1989-06-02-27.md", "#### § 1-7d. ", "#### § 1-7e. ")
    (folder / "lov-2007-06-29-89.md").unlink()
    data = json.loads(run(folder, "--output", "json").stdout)
    assert [(change["ids"], change["gone"]) for change in data["changed"]] == [
        (["alkoholloven-1-7d"], True),
        (["pbl-11-4"], False),
    ]
    assert {"kind": "-", "text": "14"} in data["changed"][1]["words"]
    assert data["missing"] == ["kulturlova-4", "kulturlova-4-kommuneplan"]
    assert "kart-og-planforskriften-9" in data["unread"]


def test_whitespace_is_no_change(folder: Path) -> None:
    """Lines broken elsewhere say the same."""
    edit(folder, "lov-1989-06-02-27.md", "Kommunen skal utarbeide", "Kommunen  skal\nutarbeide")
    assert compare_law(folder).endret == ()


def test_a_paragraph_that_is_gone_is_a_change(folder: Path) -> None:
    """It is told that it no longer stands in the act, and both rows that rest on it are named."""
    edit(folder, "lov-2008-06-27-71.md", "###### § 11-2. ", "###### § 11-2 z. ")
    result = run(folder)
    assert result.exit_code == 1
    assert "plan- og bygningsloven § 11-2 (pbl-11-2, pbl-11-2-tredje-ledd) står ikke lenger i loven." in result.output
    same = len(KEPT) - 1
    assert f"0 paragrafer er endret, 1 paragraf er borte og {same} paragrafer er like." in result.output


@pytest.mark.parametrize(("file", "name"), KEPT)
def test_every_paragraph_that_is_kept_has_a_row(file: str, name: str) -> None:
    """Either it holds the duty, or a row says that its day rests on it: a change is never told of nothing."""
    rows = [one for one in bestemmelser().values() if one.lovnummer and file_name(one.lovnummer) == file]
    assert any(one.paragraf == name or one.has_day_from(name) for one in rows)


def test_a_changed_entry_into_force_is_told(folder: Path) -> None:
    """The paragraph by which a day was set: the rows whose days rest on it are named, and the words are shown."""
    edit(folder, "lov-2008-06-27-71.md", "med unntak av kapittel 15 , ikr. 1 juli 2009", "ikr. 1 januar 2010")
    edit(folder, "lov-2022-12-20-121.md", "### § 11. ", "### § 11 z. ")
    result = run(folder)
    text = " ".join(result.output.split())
    assert result.exit_code == 1
    assert "plan- og bygningsloven § 34-1 er endret. Dagene til disse hviler på den: pbl-1-5, " in text
    assert "{+januar 2010.+}" in text
    assert "boligsosialloven § 11 står ikke lenger i loven. Dagene til disse hviler på den: boligsosial-lov" in text
    assert "pbl-34-2" not in text.partition("Disse er ikke lest")[0], "its day rests on an act, as its grunnlag says"


def test_another_day_at_the_top_is_told(folder: Path) -> None:
    """Where only the top of the file has the day, another one is a change, and so is one that is no longer there."""
    edit(folder, "forskrift-2011-08-22-894.md", 'ikrafttredelse: "2011-10-07"', 'ikrafttredelse: "2012-01-01"')
    edit(folder, "lov-2007-06-29-89.md", 'ikrafttredelse: "2007-08-01"\n', "")
    result = run(folder)
    text = " ".join(result.output.split())
    assert result.exit_code == 1
    told = "forskrift om kommunal beredskapsplikt har fått en annen dag for ikrafttredelse øverst:"
    assert f"{told} før 2011-10-07, nå 2012-01-01." in text
    assert "øverst: før 2007-08-01, nå ingen." in text
    data = json.loads(run(folder, "--output", "json").stdout)
    assert data["changed"] == []
    assert {"law": "kulturlova", "before": "2007-08-01", "now": ""} in data["in_force"]
    assert data["same"] == len(KEPT)


def test_a_statute_that_the_folder_lacks_is_told(folder: Path) -> None:
    """It is no change, and it is not compared."""
    (folder / "lov-2007-06-29-89.md").unlink()
    result = run(folder)
    assert result.exit_code == 0
    assert "Mappen har ikke disse, så de er ikke sammenlignet: kulturlova § 4" in " ".join(result.output.split())


def test_whole_statutes_are_read(tmp_path: Path) -> None:
    """Real files, with chapters, other paragraphs, and remarks that have headings like those of paragraphs."""
    found = compare_law(STATUTES)
    named = {one.id for one in found.mangler}
    assert found.endret == ()
    assert {"kulturlova-4", "boligsosial-lov", "boligsosialloven-10", "folkehelseoversikt-5"}.isdisjoint(named)
    files = {file.stem for file in STATUTES.glob("*.md")}
    assert found.like == sum(file in files for file, _ in KEPT) == 6
    shutil.copytree(STATUTES, tmp_path / "under" / "lover")
    edit(tmp_path / "under/lover", "forskrift-2012-06-28-692.md", "### Til § 5 ", "### Til § 5 her ")
    assert compare_law(tmp_path).endret == ()
    edit(tmp_path / "under/lover", "forskrift-2012-06-28-692.md", "### § 5. Krav", "### § 5. Nye krav")
    assert [change.bestemmelser[0].id for change in compare_law(tmp_path).endret] == ["folkehelseoversikt-5"]


def test_a_part_of_a_statute_may_be_a_file(folder: Path) -> None:
    """As the regulations on pollution are, chapter 5 alone."""
    file = folder / "forskrift-2004-06-01-931.md"
    file.rename(folder / "forskrift-2004-06-01-931-kap5.md")
    assert compare_law(folder).mangler == ()


def test_a_folder_that_cannot_be_used(tmp_path: Path) -> None:
    """No folder, no statute in it, a statute without paragraphs or in another encoding: exit 2, and a sentence."""
    empty = tmp_path / "tom"
    empty.mkdir()
    for folder, told in ((tmp_path / "nei", "finnes ikke"), (empty, "har ingen av lovene")):
        result = run(folder)
        assert (result.exit_code, told in result.output) == (2, True)
    act = empty / "lov-2007-06-29-89.md"
    for content, told in ((b"# Kulturlova\n", "har ingen paragrafer"), (b"### \xa7 4. Kultur\n", "UTF-8")):
        act.write_bytes(content)
        result = run(empty)
        assert (result.exit_code, told in result.output) == (2, True)
    with pytest.raises(UnusableFolderError):
        compare_law(empty)
    act.unlink()
    act.mkdir()
    assert run(empty).exit_code == 2


def test_paragraphs_are_cut_at_any_heading() -> None:
    """A chapter ends a paragraph, and a remark about one is none; sections of guidelines have numbers."""
    text = "## Kap. 1\n### § 1-7d. A\nEn.\n#### § 7 b. B\nTo.\n## Til § 1-7d C\nTre.\n### 4.2 D\nFire.\n## 6. E\nFem.\n"
    cut = {name: body.split("\n")[1] for name, body in paragraphs(text).items()}
    assert cut == {"§ 1-7d": "En.", "§ 7 b": "To.", "punkt 4.2": "Fire.", "punkt 6": "Fem."}


def test_only_words_near_a_change_are_shown() -> None:
    """Words far from it are left out, at both ends and in the middle."""
    words = [f"ord{n}" for n in range(60)]
    new = [*words[:30], "nytt", *words[30:], "slutt"]
    assert word_difference(" ".join(words), " ".join(words)) == ()
    shown = word_difference(" ".join(words), " ".join(new))
    assert [word.slag for word in shown] == ["…", " ", "+", " ", "…", " ", "+"]
    assert word_difference("a b", "a c") == ((" ", "a"), ("-", "b"), ("+", "c"))
