"""PL110 and which files may have the same title."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import PLAN, found

TILTAK = "tittel: Plante trær\nmål: [gode-liv]\nnummer: '1'\n"
INDIKATOR = "tittel: Utslipp\nenhet: tonn\nmål: [gode-liv]\n"
MAAL = "tittel: Trygge barn\ntype: hovedmål\nplan: samfunnsdel-2020\n"


@pytest.mark.parametrize(
    ("folder", "one", "other", "told"),
    [
        ("tiltak", TILTAK, TILTAK.replace("'1'", "'2'"), True),
        ("tiltak", TILTAK, TILTAK.replace("gode-liv", "naer-natur"), True),
        ("tiltak", TILTAK, TILTAK, False),  # PL108
        ("indikatorer", INDIKATOR, INDIKATOR.replace("gode-liv", "naer-natur"), True),
        ("indikatorer", INDIKATOR, INDIKATOR.replace("tonn", "prosent"), False),
        ("maal", MAAL, MAAL.replace("hovedmål", "strategi"), True),
        ("maal", MAAL, MAAL.replace("samfunnsdel-2020", "arealdel-2021"), False),
        ("planer", PLAN, PLAN.replace("type: strategi", "type: temaplan"), True),
        ("planer", PLAN, PLAN.replace("fra: 2022", "fra: 2023"), False),
        ("utfordringer", "tittel: Støy\n", "tittel: Støy\ntype: målkonflikt\n", True),
    ],
)
def test_one_title_for_two_things(tmp_path: Path, folder: str, one: str, other: str, told: bool) -> None:
    """Told unless what tells them apart is shown beside the title, or PL108 says that they are one."""
    files = {f"{folder}/a.yaml": one, f"{folder}/b.yaml": other}
    assert bool(found(tmp_path, "PL110", files)) is told


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("utslipp-i-alt", "utslipp-andel"), False),
        (("klima-1", "klima-2"), False),
        (("utslipp-i-alt", "soekere-per-stilling"), True),
    ],
)
def test_a_title_that_was_pasted_is_known_by_the_files_own_name(
    tmp_path: Path, names: tuple[str, str], told: bool
) -> None:
    """Two indicators with one title and a unit each: told where the title is in the name of one of the files only."""
    units = ("tonn", "antall")
    texts = [INDIKATOR.replace("tonn", unit) for unit in units]
    files = {f"indikatorer/{name}.yaml": text for name, text in zip(names, texts, strict=True)}
    assert bool(found(tmp_path, "PL110", files)) is told


INNSPILL = "tittel: Flere benker\nplan: samfunnsdel-2020\nmål: [gode-liv]\navsender: et verksted\n"


@pytest.mark.parametrize(
    ("names", "other", "told"),
    [
        (("flere-benker", "mindre-stoey"), INNSPILL.replace("gode-liv", "naer-natur"), True),
        (("benker-a", "benker-b"), INNSPILL.replace("gode-liv", "naer-natur"), False),
        (("flere-benker", "mindre-stoey"), INNSPILL, False),  # PL108
        (("flere-benker", "mindre-stoey"), INNSPILL.replace("samfunnsdel-2020", "arealdel-2021"), False),
        (("flere-benker", "mindre-stoey"), INNSPILL.replace("et verksted", "et råd"), False),
        (("flere-benker", "mindre-stoey"), INNSPILL.replace("gode-liv", "naer-natur") + "nummer: '2'\n", False),
    ],
)
def test_input_with_the_title_of_another(tmp_path: Path, names: tuple[str, str], other: str, told: bool) -> None:
    """Told where nothing else that is shown tells them apart, and the title is in the name of one of the files only."""
    files = {f"innspill/{name}.yaml": text for name, text in zip(names, (INNSPILL, other), strict=True)}
    assert bool(found(tmp_path, "PL110", files)) is told
