"""The plan systems that tests of rules begin with."""

from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path

import pytest
from support.change_cases import Told
from support.helpers import DATE, fjordvik, write
from support.planstrategi_cases import STRATEGI, plan

from planlint.change.comparison import Comparison
from planlint.check.request import Request
from planlint.check.run import report_of
from planlint.system.system import open_system


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik's plan system."""
    return fjordvik(tmp_path)


@pytest.fixture
def planstrategi(root: Path) -> None:
    """Add a planstrategi of 2023–2027 that continues one plan."""
    write(root, "planstrategier/ps.yaml", STRATEGI.format("2023-2027", "2024-04-24"))
    plan(root, "vurdert", besluttet="{valg: videreføres}")


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Give what the rules about changes say: files before, files after (None: gone), the day."""
    number = count()

    def tell(before: dict[str, str], after: dict[str, str | None], day: str = DATE, rule: str = "PL91") -> list[str]:
        systems = []
        for side in (before, {**before, **after}):
            folder = fjordvik(tmp_path / str(next(number)))
            for path, text in side.items():
                if text is None:
                    (folder / "plans" / path).unlink(missing_ok=True)
                else:
                    write(folder, path, text)
            systems.append(open_system(folder, date.fromisoformat(day)))
        old, new = systems
        found = report_of(
            new, Request(date.fromisoformat(day), base="main", select=(rule,)), Comparison(old, new, "main")
        ).findings
        return [
            f"{item.diagnostic.code} {item.diagnostic.finding.variant} {item.line.strip()} {len(item.related)}"
            for item in found
        ]

    return tell
