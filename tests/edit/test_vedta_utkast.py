"""`planlint vedta` of a plan with drafts: all of them become goals in the same change, or nothing is changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import check, fjordvik, run, write

from planlint.register import medvirkning, unanswered
from planlint.system.system import open_system

DAY = date(2032, 6, 15)
PLAN = """\
tittel: Kommuneplanens samfunnsdel 2032–2044
type: samfunnsdel
status: til_vedtak
sammendrag: Samfunnsdelen viser hva Fjordvik vil oppnå fram til 2044.
periode: {fra: 2032, til: 2044}
hendelser:
  - {hva: høring_start, dato: 2032-01-10}
  - {hva: høring_slutt, dato: 2032-03-10}
ansvarlig: oppvekst
erstatter: [samfunnsdel-2020]
kilder: [{kilde: plandokument}]
"""
TOP = """\
# Hovedmålet som verkstedet begynte med.
tittel: Alle hører til i Fjordvik
type: hovedmål
plan: samfunnsdel-2032
nummer: "1"
utkast: true  # til vedtaket
variant: A
kilder: [{kilde: plandokument}]
"""
BELOW = """\
tittel: Ingen barn vokser opp i fattigdom
type: delmål
plan: samfunnsdel-2032
overordnet: utkast-hoerer-til
nummer: "1.1"
# avklart i verkstedet
utkast: true
kilder: [{kilde: plandokument}]
"""
DROPPED = BELOW.replace("Ingen barn vokser opp i fattigdom", "Færre barn er fattige").replace(
    "utkast: true\n", "utkast: true\nblir:\n  - {mål: utkast-fattigdom, utfall: omformulert}\n"
)
INPUT = "tittel: Si det sterkere\nplan: samfunnsdel-2032\nmål: [utkast-faerre]\navsender: ungdomsrådet\narena: høring\n"


def _laid_out(root: Path, **files: str) -> Path:
    fjordvik(root)
    write(root, "planer/samfunnsdel-2032.yaml", PLAN)
    write(root, "maal/utkast-hoerer-til.yaml", TOP)
    write(root, "maal/utkast-fattigdom.yaml", BELOW)
    write(root, "maal/utkast-faerre.yaml", DROPPED)
    write(root, "innspill/sterkere.yaml", INPUT)
    for name, text in files.items():
        write(root, f"maal/{name.replace('_', '-')}.yaml", text)
    return root


def _vedta(root: Path) -> tuple[int, str]:
    words = ("vedta", "samfunnsdel-2032", "--dato", "2032-06-14", "--sak", "50/32", "--date", "2032-06-15")
    done = run(*words, cwd=root)
    return done.returncode, done.stdout + done.stderr


def test_the_drafts_become_goals(tmp_path: Path) -> None:
    """Those of which nobody has said another thing are goals, comments are kept, and what is unanswered is told."""
    root = _laid_out(tmp_path)
    before = open_system(root, DAY).register
    assert before is not None
    assert "utkast-hoerer-til" in before.utkast
    assert not before.is_maal_i_kraft(before.utkast["utkast-hoerer-til"])
    code, told = _vedta(root)
    assert code == 0, told
    assert "Utkast som blir mål i planen: 2." in told
    assert "registeret viser ikke svaret på 1 innspill" in told
    text = (root / "plans/maal/utkast-hoerer-til.yaml").read_text(encoding="utf-8")
    assert text == TOP.replace("utkast: true  # til vedtaket\nvariant: A\n", "")
    assert "# avklart i verkstedet" in (root / "plans/maal/utkast-fattigdom.yaml").read_text(encoding="utf-8")
    after = open_system(root, DAY).register
    assert after is not None
    assert {*after.utkast} == {"utkast-faerre"}
    assert all(after.is_maal_i_kraft(after.maal[id_]) for id_ in ("utkast-hoerer-til", "utkast-fattigdom"))
    assert after.planer["samfunnsdel-2020"].status == "erstattet"
    ((draft, blir),) = medvirkning(after).fra_utkast["utkast-fattigdom"]
    assert (draft.id, blir.utfall) == ("utkast-faerre", "omformulert")
    assert [item.id for item in unanswered(after, after.planer["samfunnsdel-2032"])] == ["sterkere"]
    codes = {item.diagnostic.code for item in check(root, DAY).findings if "2032" in item.diagnostic.entity}
    assert "PL412" not in codes


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"utkast_b": TOP.replace("variant: A", "variant: B")}, "Flere utkast har nummer 1"),
        (
            {"utkast_c": BELOW.replace("utkast-hoerer-til", "utkast-faerre").replace("1.1", "1.2")},
            "står under utkastet",
        ),
    ],
)
def test_nothing_is_changed_where_a_choice_is_left(tmp_path: Path, files: dict[str, str], told: str) -> None:
    """Two variants of one goal, or a draft under one that was not adopted, stop the whole change."""
    root = _laid_out(tmp_path, **files)
    was = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    code, said = _vedta(root)
    assert code == 2
    assert told in said
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == was


def test_a_plan_without_drafts_says_nothing_of_them(tmp_path: Path) -> None:
    """Where there are no drafts and no input, the adoption is told as before."""
    root = fjordvik(tmp_path)
    write(root, "planer/samfunnsdel-2032.yaml", PLAN)
    code, told = _vedta(root)
    assert code == 0, told
    assert "tkast" not in told
    assert "innspill" not in told
