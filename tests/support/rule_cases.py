"""Small tools for tests of rules: Fjordvik with plans changed in a word, and what one rule finds in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from support.helpers import DATE, FELLES, PLAN, check, fjordvik, write

from planlint.base.diagnostic import Diagnostic


def change(root: Path, path: str, old: str, new: str) -> None:
    """Change a word in a file under plans/."""
    text = (root / "plans" / path).read_text(encoding="utf-8")
    assert old in text
    write(root, path, text.replace(old, new))


GOAL = "tittel: Mål om {id}\ntype: {type}\nplan: {plan}\nkilder: [{{kilde: plandokument}}]\n"
ENDED = PLAN.replace("status: vedtatt", "status: opphevet").replace("trygg-oppvekst", "gode-liv")
SAMFUNNSDEL = "planer/samfunnsdel-2020.yaml"


def goal(root: Path, id_: str, plan: str, type_: str = "delmål", more: str = "") -> None:
    """Write a goal."""
    write(root, f"maal/{id_}.yaml", GOAL.format(id=id_, type=type_, plan=plan) + more)


def told(root: Path, code: str, day: str = "2024-06-15") -> list[Diagnostic]:
    """Give what one rule finds."""
    return [item.diagnostic for item in check(root, date.fromisoformat(day), select=(code,)).findings]


EVENT = "  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n"


def plan(*changes: tuple[str, str], more: str = "") -> str:
    """Give a plan with words changed, and with more keys."""
    text = PLAN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text + more


def status(word: str, events: str = EVENT, more: str = "") -> str:
    """Give a plan with another status and other events; without any where they are empty."""
    return plan(("status: vedtatt", f"status: {word}"), more=more).replace(
        f"hendelser:\n{EVENT}", f"hendelser:\n{events}" if events else ""
    )


def changed(path: str, old: str, new: str) -> dict[str, str]:
    """Give one of Fjordvik's own files with words changed."""
    text = (FELLES / "plans" / path).read_text(encoding="utf-8")
    assert old in text
    return {path: text.replace(old, new)}


def told_in(root: Path, code: str, files: dict[str, str], day: str = DATE) -> list[dict[str, Any]]:
    """Give what the texts of each finding say when Fjordvik has these files too."""
    fjordvik(root)
    for path, text in files.items():
        write(root, path, text)
    report = check(root, date.fromisoformat(day), select=(code,))
    return [dict(item.diagnostic.finding.args) for item in report.findings]


TODAY = date(2024, 6, 15)


def titled(*titles: str, more: str = "") -> dict[str, str]:
    """Give plans a, b, c … with these titles."""
    return {
        f"planer/{id_}.yaml": PLAN.replace("Klimastrategi for Fjordvik", title) + more
        for id_, title in zip("abcdef", titles, strict=False)
    }


def judge(root: Path, code: str, plan: str, day: str = DATE) -> list[tuple[str, str]]:
    """Give entity and variant of what one rule finds when Fjordvik has this plan."""
    fjordvik(root)
    write(root, "planer/klimastrategi.yaml", plan)
    report = check(root, date.fromisoformat(day), select=(code,))
    return [(item.diagnostic.entity, item.diagnostic.finding.variant) for item in report.findings]


def lasting(period: str, *events: str, more: str = "", type_: str = "strategi") -> dict[str, str]:
    """Give a plan with this period, these events after its adoption, and these fields."""
    text = PLAN.replace("{fra: 2022, til: 2030}", period).replace("type: strategi", f"type: {type_}")
    return {"planer/a.yaml": text.replace(EVENT, EVENT + "".join(f"  - {{{event}}}\n" for event in events)) + more}


def found(root: Path, code: str, day: str = DATE) -> list[tuple[str, str]]:
    """Give entity and variant of what one rule finds."""
    report = check(root, date.fromisoformat(day), select=(code,))
    return [(item.diagnostic.entity, item.diagnostic.finding.variant) for item in report.findings]


def demand(root: Path, old: str, new: str) -> None:
    """Change what plansystem.yaml says."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def with_events(*events: str, status: str = "vedtatt", more: str = "") -> str:
    """Give the plan with these events instead of its adoption."""
    lines = "".join(f"  - {{{event}}}\n" for event in events)
    return PLAN.replace(EVENT, lines).replace("status: vedtatt", f"status: {status}") + more


VOTE = "hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22"
AGAIN = "hva: revidert, dato: 2024-02-14, organ: kommunestyret, sak: 7/24"
