"""What tests of the rules of law write and ask for: plan types, planstrategier, votes, provisions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support.helpers import DATE, check, write

from planlint.rules.all_rules import RULES

YEARLY = "  handlingsdel: {navn: handlingsprogram, nivå: handling, rolle: handlingsdel}\n"
PURE = "  oekonomiplan: {navn: økonomiplan, nivå: handling, hjemmel: [koml-14-3]}\n"


def laws(root: Path, code: str, day: str = DATE) -> list[tuple[str, ...]]:
    """Give the provisions that the findings of one rule rest on."""
    report = check(root, date.fromisoformat(day), select=(code,))
    return [RULES[code].laws(item.diagnostic.finding) for item in report.findings]


def declare(root: Path, types: str = "", more: str = "") -> None:
    """Add plan types and other keys to what plansystem.yaml declares."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("plantyper:\n", f"plantyper:\n{types}") + more, encoding="utf-8")


def strategi(root: Path, term: str, *events: str, more: str = "") -> None:
    """Write a planstrategi."""
    lines = "".join(f"  - {{{event}}}\n" for event in events)
    text = f'tittel: Planstrategi\nvalgperiode: "{term}"\n' + (f"hendelser:\n{lines}" if events else "") + more
    write(root, f"planstrategier/planstrategi-{term}.yaml", text)


def plan(root: Path, name: str, type_: str, *events: str, status: str = "vedtatt", more: str = "") -> None:
    """Write a plan."""
    lines = "".join(f"  - {{{event}}}\n" for event in events)
    text = f"tittel: {name}\ntype: {type_}\nstatus: {status}\n" + (f"hendelser:\n{lines}" if events else "") + more
    write(root, f"planer/{name}.yaml", text)


def voted(day: str, organ: str = "kommunestyret") -> str:
    """Give an adoption."""
    return f"hva: vedtatt, dato: {day}, organ: {organ}"


HEARD = "hva: høring_{}, dato: {}"
FIXED = "hva: planprogram_fastsatt, dato: {}"
