"""A deadline that rests on a time which the source is in doubt of, is told with that doubt."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, fjordvik, write

from planlint.output.words import said
from planlint.text.language import language

PERIOD, EVENTS = "periode: {fra: 2022, til: 2030}\n", "organ: kommunestyret"


@pytest.mark.parametrize(
    ("code", "period", "told"),
    [
        ("PL301", "periode: {fra: 2018, til: 2022, usikker: true}\n", "gikk ut ved utgangen av 2022 (usikkert), og"),
        ("PL301", "periode: {fra: 2018, til: 2022}\n", "gikk ut ved utgangen av 2022, og"),
        ("PL302", f"{PERIOD}revisjon: {{neste: 2023, usikker: true}}\n", "innen utgangen av 2023 (usikkert), og"),
        ("PL302", f"{PERIOD}revisjon: {{neste: 2023}}\n", "innen utgangen av 2023, og"),
    ],
)
def test_doubt_is_told(tmp_path: Path, code: str, period: str, told: str) -> None:
    """In the sentence itself, so that nobody takes the day for a fact."""
    assert PERIOD in PLAN
    write(fjordvik(tmp_path), "planer/klima.yaml", PLAN.replace(PERIOD, period))
    (item,) = check(tmp_path, date.fromisoformat(DATE), select=(code,)).findings
    assert told in str(said(item.diagnostic, language("nb")).message)
