"""No safe fix adds an error or silences a finding, and what is unused is judged when nothing else changes any more."""

from __future__ import annotations

import os
import random
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from support.helpers import DATE, PLAN, fjordvik, write

from planlint.base import Diagnostic, Severity
from planlint.fixes.fix_request import FixRequest
from planlint.fixes.run_fixes import Repaired, repair
from planlint.fixes.trial import Facts, facts
from planlint.system.system import open_system

DAY = date.fromisoformat(DATE)
FILE = "plans/planer/klima.yaml"
MANY = int(os.environ.get("PLANLINT_DEEP", "25"))
OLD = PLAN.replace("{fra: 2022, til: 2030}", "{fra: 2016, til: 2020}").replace("2022-02-16", "2016-11-16")
UNNTAK = "# planlint: unntak[{code}] Ny plan er på høring til 2027-06-30"
MISTAKES = [
    ("status: vedtatt", "status: igangsatt"),
    ("status: vedtatt", "status: Vedtatt"),
    ("status: vedtatt\n", ""),
    ("tittel:", "Tittel:"),
    ("ansvarlig: miljoe", "Ansvarlig: havet"),
    ("dato: 20", "dato: '20"),
    ("2016-11-16", "16.11.2016"),
    ("{fra: 2016, til: 2020}", "2016-2020"),
    ("periode: {", "periode:{"),
    ("[trygg-oppvekst]", "[samfunnsdel-2020]"),
    ("[trygg-oppvekst]", "[finnes-ikke]"),
    ("forankring: [trygg-oppvekst]\n", ""),
    ("tittel:", "id: klima\ntittel:"),
    ("type: strategi\n", "type: strategi\ntype: strategi\n"),
    ("sak: 7/22", "sak: 012"),
    ("til: 2020", "til: 2030"),
]
CODES = ["PL301", "PL402", "PL201", "PL102", "PL004", "PL304", "PL408", "PL999", "pl301"]


def mended(root: Path, text: str, *, unsafe: bool = False) -> Repaired:
    """Mend Fjordvik with this text for a plan."""
    write(root, "planer/klima.yaml", text)
    return repair(open_system(root, DAY), DAY, FixRequest(unsafe=unsafe))


def errors(found: list[Diagnostic]) -> Counter[Facts]:
    """Count the errors that are told."""
    return Counter(facts(item) for item in found if item.status == "new" and item.severity is Severity.FEIL)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik."""
    return fjordvik(tmp_path)


@given(st.integers(0, 2**32))
@settings(max_examples=MANY, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_safe_fix_adds_an_error(root: Path, seed: int) -> None:
    """Whatever is wrong with a plan, and whatever it is excused for, the errors afterwards were there before."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    text = dice.choice([PLAN, OLD, OLD])
    for old, new in dice.sample(MISTAKES, dice.randint(1, 4)):
        text = text.replace(old, new, 1)
    rows: list[str] = []
    for row in text.splitlines():
        unntak = UNNTAK.format(code=dice.choice(CODES))
        rows += [unntak] if dice.random() < 0.15 else []
        rows.append(f"{row}  {unntak}" if dice.random() < 0.1 else row)
    done = mended(root, "\n".join([*rows, ""]))
    assert all(item.safe for item in done.made)
    assert not any(item.safe for item in done.left)
    assert not errors(done.after.found) - errors(done.before.found)
    told = {facts(item) for item in done.before.found if item.status == "new"}
    if not any(item.code in {"PL901", "PL904"} for item in done.made):  # those give an exception its meaning
        hidden = Counter(facts(item) for item in done.after.found if item.status == "suppressed")
        hidden -= Counter(facts(item) for item in done.before.found if item.status == "suppressed")
        assert not told & set(hidden)
    again = repair(done.after.system, DAY, FixRequest())
    assert (again.made, again.changes) == ((), {})


def above(code: str, key: str, text: str = OLD) -> str:
    """Give a plan with an exception above a key."""
    return text.replace(f"{key}:", f"{UNNTAK.format(code=code)}\n{key}:", 1)


EXPIRED = above("PL301", "periode").replace("status: vedtatt", "status: igangsatt")


@pytest.mark.parametrize(
    "text",
    [
        EXPIRED,
        EXPIRED.replace("\n", "\r\n"),
        EXPIRED.replace("status: igangsatt\n", ""),
        EXPIRED.replace("status: igangsatt", "status: planlagt"),
        above("PL301,PL304", "periode").replace("status: vedtatt", "status: igangsatt"),
        OLD.replace("til: 2020}", f"til: 2020}}  {UNNTAK.format(code='PL301')}").replace("vedtatt", "igangsatt", 1),
        EXPIRED.replace("{fra: 2016, til: 2020}", "\n  fra: 2016\n  til: 2020"),
        EXPIRED.replace("2016-11-16", "16.11.2016"),
        EXPIRED.replace("status:", "Status:"),
    ],
)
def test_an_exception_that_the_run_makes_needed_stays(root: Path, text: str) -> None:
    """What was not judged to be wrong before the status was mended, is excused afterwards: the reason is not lost."""
    done = mended(root, text)
    raw = done.after.system.contents[FILE]
    assert isinstance(raw, bytes)
    assert "Ny plan er på høring til 2027-06-30" in raw.decode()
    assert not errors(done.after.found) - errors(done.before.found)


@pytest.mark.parametrize("unsafe", [False, True])
def test_an_exception_is_unused_on_the_final_state(root: Path, unsafe: bool) -> None:
    """What a guess makes needed is not taken away first, nor where the guess is not made; what stays unused goes."""
    guess = EXPIRED.replace("organ: kommunestyret, sak: 7/22", "organ: kommunestyret")
    done = mended(root, guess, unsafe=unsafe)
    assert "PL903" not in {item.code for item in done.made}
    raw = done.after.system.contents[FILE]
    assert isinstance(raw, bytes)
    assert UNNTAK.format(code="PL301") in raw.decode()
    done = mended(root, above("PL301", "periode", PLAN))
    assert [item.code for item in done.made if item.code == "PL903"] == ["PL903"]


@pytest.mark.parametrize(
    ("old", "new"), [("status: vedtatt", "status: igangsatt"), ("type: strategi", "type: finnes-ikke")]
)
def test_an_exception_that_an_open_error_makes_unused_is_a_guess(root: Path, old: str, new: str) -> None:
    """The plan is expired, and excepted; what is wrong hides that, and the exception is needed when it is mended."""
    excepted = OLD.replace("periode:", UNNTAK.format(code="PL301") + "\nperiode:")
    write(root, "planer/klima.yaml", excepted.replace(old, new))
    done = repair(open_system(root, DAY), DAY, FixRequest())
    assert "PL903" not in {item.code for item in done.made}
    changed = done.changes.get(FILE)
    assert changed is None or b"unntak[PL301]" in changed


def test_a_fix_that_lets_an_error_be_seen_is_a_guess(root: Path) -> None:
    """The status is certain, but the plan has expired: the planner is to see that first."""
    done = mended(root, OLD.replace("status: vedtatt", "status: igangsatt"))
    assert [item.code for item in done.made if item.code.startswith("PL")] == []
    assert [(item.code, item.safe) for item in done.left] == [("PL402", False)]
    done = mended(root, OLD.replace("status: vedtatt", "status: igangsatt"), unsafe=True)
    assert [(item.code, item.safe) for item in done.made if item.code.startswith("PL")] == [("PL402", False)]
    assert [item.code for item in done.change.new] == ["PL301"]


def test_an_error_that_the_next_round_mends_stops_nothing(root: Path) -> None:
    """Only what is there when all is done counts: a field that is read now may have a fault that is mended too."""
    text = PLAN.replace("status: vedtatt", "Status: Vedtatt").replace("[trygg-oppvekst]", "[samfunnsdel-2020]")
    done = mended(root, text)
    assert errors(done.after.found) == Counter()
    assert done.left == ()


def test_one_that_adds_an_error_does_not_stop_the_others(root: Path) -> None:
    """Of several fixes made together, only those that bring an error are left."""
    write(
        root,
        "planer/natur.yaml",
        PLAN.replace("Klimastrategi", "Naturstrategi").replace("status: vedtatt", "status: Vedtatt"),
    )
    text = OLD.replace("status: vedtatt", "status: igangsatt").replace("lovpålagt", "lovpaalagt")
    done = mended(root, text.replace("kilder:", "lovpaalagt: true\nkilder:"))
    assert {item.code for item in done.made} >= {"PL004", "PL006"}
    assert [item.code for item in done.left] == ["PL402"]


def test_a_field_that_stands_twice_keeps_its_exception(root: Path) -> None:
    """Which of two like fields goes makes no difference, but the comment at one may not come to be about another."""
    twice = f"type: strategi\n{UNNTAK.format(code='PL106')}\ntype: strategi\n"
    done = mended(root, PLAN.replace("type: strategi\n", twice))
    raw = done.after.system.contents[FILE]
    assert isinstance(raw, bytes)
    assert raw.decode().count("unntak[PL106]") == raw.decode().count("type: strategi") - 1


def test_form_leaves_an_exception_with_its_key(root: Path) -> None:
    """Fields that change places take their comments along; where they would be about another, the file is left so."""
    moved = PLAN.replace("status: vedtatt\n", "").replace(
        "kilder:", f"{UNNTAK.format(code='PL402')}\nstatus: vedtatt\nkilder:"
    )
    done = mended(root, moved)
    raw = done.after.system.contents[FILE]
    assert isinstance(raw, bytes)
    assert "form" in {item.code for item in done.made} or raw.decode() == moved
    if "unntak" in raw.decode():
        assert f"{UNNTAK.format(code='PL402')}\nstatus: vedtatt\n" in raw.decode()
