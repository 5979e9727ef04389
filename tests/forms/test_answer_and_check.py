"""The answer to a form says what the ordinary check says of the same branch: no less, no more, and the same words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.gittools import commit
from support.helpers import DATE, PLAN, check, fjordvik, write
from support.issueform import FILLED, body, lay_out

from planlint.forms import paper, propose
from planlint.output import words_of
from planlint.system import open_system
from planlint.text import language

DAY = date.fromisoformat(DATE)
NB = language("nb")
CASES = {
    "nothing to say": ("plan-gjennomgaatt", {}, False),
    "a plan without forankring": ("ny-plan", {"Forankring": "", "Status": "Til vedtak"}, True),
    "plans below a repealed one": ("plan-oppheves", {}, True),
    "a replaced plan that others lean on": (
        "vedtak-fattet", {"Plan": "sykkel", "Hva_ble_bestemt": "Vedtatt", "Erstatter": "klima"}, True,
    ),
    "an old fault in the file": ("vedtak-fattet", {"Plan": "sykkel", "Ny_sluttdato": ""}, True),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_answer_is_that_of_the_check(tmp_path: Path, case: str) -> None:
    """Every finding that `check --base` shows of the branch stands in the answer, and nothing else does."""
    name, more, finds = CASES[case]
    root = lay_out(fjordvik(tmp_path))
    write(root, "planer/klima.yaml", PLAN)
    under = PLAN.replace("Klimastrategi for Fjordvik", "Handlingsplan klima").replace(
        "strategi\n", "handlingsplan\n", 1
    )
    write(root, "planer/klima-handling.yaml", under.replace("[trygg-oppvekst]", "[{plan: klima}]"))
    expired = PLAN.replace("Klimastrategi for Fjordvik", "Sykkelstrategi").replace("2030", "2023")
    write(root, "planer/sykkel.yaml", expired)
    base = commit(root, "2024-01-01")
    proposal = propose(open_system(root, DAY), body(root, name, **{**FILLED[name], **more}))
    answer = paper(proposal, 12).svar
    for path, raw in proposal.work.changes().items():
        assert raw is not None
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw)
    shown = check(root, DAY, base=base).findings
    told = {(item.diagnostic.code, item.diagnostic.place.file, words_of(item, NB).message) for item in shown}
    mine = proposal.report.findings
    assert {(it.diagnostic.code, it.diagnostic.place.file, words_of(it, NB).message) for it in mine} == told
    assert bool(told) is finds
    assert ("Kontrollen har ingen nye funn." in answer) is not finds
    assert answer.count("Slik retter du") == len(told)
    for code, file, _ in told:
        assert f" {code} " in answer
        assert f"`{file}`" in answer
