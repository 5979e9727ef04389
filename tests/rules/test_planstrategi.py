"""The rules that follow up a planstrategi together: types left out, odd terms."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import write
from support.planstrategi_cases import STRATEGI, WORKING, plan
from support.rule_cases import found

pytestmark = pytest.mark.usefixtures("planstrategi")


@pytest.mark.parametrize("code", ["PL501", "PL502", "PL505", "PL506", "PL507"])
def test_an_unreadable_planstrategi_may_be_the_current_one(root: Path, code: str) -> None:
    """As long as one planstrategi cannot be read, nobody can say what the current one lacks."""
    write(root, "planstrategier/eldre.yaml", STRATEGI.format("2019-2023", "2020-06-17"))
    plan(root, "arbeid", WORKING)
    plan(root, "i-kraft")
    plan(root, "sen", besluttet="{valg: revideres, oppstart: 2023, ferdig: 2023}")
    plan(root, "gaar-ut", ("til: 2030", "til: 2025"), besluttet="{valg: videreføres}")
    plan(root, "bort", besluttet="{valg: oppheves}", til="eldre")
    assert found(root, code)
    write(root, "planstrategier/ny.yaml", "tittel: [")
    assert not found(root, code)


@pytest.mark.parametrize("code", ["PL501", "PL502"])
def test_types_can_be_left_out(root: Path, code: str) -> None:
    """A municipality says itself which plan types its planstrategi does not deal with."""
    plan(root, "arbeid", WORKING, ("type: strategi", "type: temaplan"))
    plan(root, "i-kraft", ("type: strategi", "type: temaplan"))
    assert len(found(root, code)) == 1
    file = root / "plans/plansystem.yaml"
    option = f"regler: {{{code}: {{valg: {{unntatte_typer: 'fagplan, temaplan'}}}}}}\n"
    file.write_text(file.read_text(encoding="utf-8") + option, encoding="utf-8")
    assert not found(root, code)


@pytest.mark.parametrize("term", ["0000-0000", "9999-9999", "2027-2023"])
def test_odd_terms_crash_nothing(root: Path, term: str) -> None:
    """A valgperiode of the right form but without sense is read as well as it can be."""
    write(root, "planstrategier/ps.yaml", STRATEGI.format(term, "2024-04-24") + "kapasitet: {miljoe: 0}\n")
    plan(root, "sen", besluttet="{valg: revideres, oppstart: 2024, ferdig: 2200}")
    for code in ("PL501", "PL502", "PL503", "PL504", "PL505", "PL506", "PL507"):
        found(root, code)
