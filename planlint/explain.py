"""A rule's page: requirement, why, source, examples (the tests' own), how to fix, options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.law import Bestemmelse, bestemmelser
from planlint.resources import folder
from planlint.rules import RULES
from planlint.text.format import render

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.rules.base import Rule


class _Names(dict[str, object]):
    """Fills every placeholder with its own name."""

    def __missing__(self, name: str) -> str:
        return f"<{name}>"


@dataclass(frozen=True, slots=True)
class Example:
    """A small plan system: its files by path, and what planlint says of it (nothing for a good one)."""

    name: str
    files: dict[str, str]
    output: str


def _example(path: Path) -> Example:
    files = {
        file.relative_to(path).as_posix(): file.read_text(encoding="utf-8", errors="replace")
        for file in sorted(path.rglob("*.y*ml"))
    }
    expected = path / "expected.txt"
    text = expected.read_text(encoding="utf-8").rpartition("\n\n")[0] if expected.exists() else ""
    return Example(path.name.partition("-")[2], files, text)


def examples(code: str, kind: str) -> list[Example]:
    """Give a rule's examples of a kind (`ok` or `bad`), by name."""
    return [_example(path) for path in sorted((folder("rules") / code).glob(f"{kind}-*"))]


def _help(rule: Rule) -> list[str]:
    """Give what to do, each way once, with a placeholder's name where a finding has a fact."""
    texts = dict.fromkeys(text.hjelp for text in (rule.tekst, *rule.varianter.values()))
    return [render(text, _Names()) for text in texts]


def _law(provision: Bestemmelse) -> dict[str, str]:
    return {
        "id": provision.id,
        "name": provision.navn,
        "krav": provision.krav,
        "from": provision.fra.isoformat(),
        "until": provision.til.isoformat() if provision.til else "",
        "url": provision.lenke,
        "certainty": provision.sikkerhet,
    }


def page(rule: Rule) -> dict[str, Any]:
    """Give everything about a rule as plain data, for text, Markdown, JSON and the site alike."""
    good, bad = examples(rule.code, "ok"), examples(rule.code, "bad")
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "class": rule.klasse.value,
        "krav": rule.krav,
        "hvorfor": rule.hvorfor,
        "kilde": rule.kilde,
        "law": [_law(bestemmelser()[id_]) for id_ in rule.lov],
        "help": _help(rule),
        "options": rule.options,
        "since": rule.siden,
        "bad": [{"name": item.name, "files": item.files, "output": item.output} for item in bad[:1]],
        "good": [{"name": item.name, "files": item.files} for item in good[:1]],
    }


def summary() -> list[dict[str, str]]:
    """Give one row per rule: code, name, severity, class, requirement."""
    return [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity.value,
            "class": rule.klasse.value,
            "krav": rule.krav,
        }
        for rule in RULES.values()
    ]
