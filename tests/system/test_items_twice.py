"""PL003 for lists: the same item twice, in any list of any file."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import PLAN, found

EVENT = "  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n"


@pytest.mark.parametrize(
    "text",
    [
        PLAN.replace(EVENT, EVENT + EVENT),
        PLAN + "tema: [klima, klima]\n",
        PLAN + "bærekraftsmål: [13, 13]\n",
        PLAN.replace("[trygg-oppvekst]", "[trygg-oppvekst, {mål: trygg-oppvekst}]"),
        PLAN.replace("[{kilde: plandokument}]", "[{kilde: plandokument}, {kilde: plandokument}]"),
        PLAN + "budsjett: {tittel: B, enhet: t, poster: [{tittel: A, mål: [gode-liv, gode-liv]}]}\n",
    ],
)
def test_the_same_twice_is_told(tmp_path: Path, text: str) -> None:
    """Events, words, numbers, anchors in short and long form, sources, and lists within lists."""
    assert found(tmp_path, "PL003", {"planer/klima.yaml": text}) == [("plan/klima", "liste")]


@pytest.mark.parametrize(
    "text",
    [
        PLAN.replace(EVENT, EVENT + EVENT.replace("2022-02-16", "2022-02-17")),
        PLAN.replace("[{kilde: plandokument}]", "[{kilde: plandokument}, {kilde: plandokument, sted: s. 2}]"),
        PLAN + "tema: [klima, Klima]\n",
    ],
)
def test_what_differs_is_not_the_same(tmp_path: Path, text: str) -> None:
    """One field that differs is enough."""
    assert found(tmp_path, "PL003", {"planer/klima.yaml": text}) == []


def test_a_known_deviation_is_read_too(tmp_path: Path) -> None:
    """Its sources are a list like any other."""
    text = (
        "regel: PL201\ngjelder: plan/klima\ngrunn: Venter på sak.\navtrykk: '35ac3c71c0e8'\n"
        "kilder: [{kilde: plandokument}, {kilde: plandokument}]\n"
    )
    assert [variant for _, variant in found(tmp_path, "PL003", {"avvik/a.yaml": text})] == ["liste"]
