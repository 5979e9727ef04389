"""How many plans have no documented anchor, and which rules ask for it: by the rules' own conditions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, check, fjordvik, write

from planlint.output import anchor_sentences
from planlint.register import measure_dekning
from planlint.system.system import open_system
from planlint.text import language

DAY = date.fromisoformat(DATE)
OLD = (
    "tittel: Arealdel 2018\ntype: arealdel\nstatus: vedtatt\nperiode: {fra: 2018, til: 2030}\n"
    "hendelser: [{hva: vedtatt, dato: 2018-03-21, organ: kommunestyret, sak: 17/18}]\n"
)


@pytest.mark.parametrize("adopted", ["2018-03-21", "2021-03-21"])
def test_an_arealdel_without_a_tie_is_asked_for_whether_it_is_older_or_not(tmp_path: Path, adopted: str) -> None:
    """A binding plan that hangs on nothing is counted under the rule about it, whatever the rule says of it first."""
    root = fjordvik(tmp_path)
    system = root / "plans/plansystem.yaml"
    text = system.read_text(encoding="utf-8").replace(
        "forankring: ingen\n    bindende", "forankring: valgfri\n    bindende"
    )
    system.write_text(text, encoding="utf-8")
    (root / "plans/planer/arealdel-2021.yaml").unlink()
    write(root, "planer/arealdel-2018.yaml", OLD.replace("2018-03-21", adopted))
    register, report = open_system(root, DAY).register, check(root, DAY)
    assert register is not None
    found = measure_dekning(register)
    assert "arealdel-2018" in {plan.id for plan in found.uforankret}
    told = [item.diagnostic for item in (*report.findings, *report.known, *report.suppressed, *report.gaps)]
    codes = {item.code for item in told if item.entity == "plan/arealdel-2018"}
    assert codes & {"PL201", "PL206"}
    told_text = anchor_sentences(found, told, language("nb"))
    assert "ingen regel som spør" not in told_text
    assert ("bindende arealplan" in told_text) is ("PL206" in codes and "PL201" not in codes)
