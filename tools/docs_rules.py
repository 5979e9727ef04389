"""Pages of the manual about the rules: what `planlint explain` tells of each, and a list of them all."""

from __future__ import annotations

import json

from click.testing import CliRunner

from planlint.cli.lazy_group import planlint

FOLDER = "oppslag/regler"
GROUPS = {
    "PL0": "Filene",
    "PL1": "Id-er og referanser",
    "PL2": "Forankring",
    "PL3": "Datoer og revisjon",
    "PL4": "Status og vedtak",
    "PL5": "Planstrategien",
    "PL6": "Lovkrav",
    "PL7": "Mål, indikatorer, tiltak og utfordringer",
    "PL8": "Språk og kilder",
    "PL9": "Kjente avvik, unntak og innstillinger",
}


def asked(*words: str) -> str:
    """Return what planlint prints for these words in bokmål; a RuntimeError when it fails."""
    done = CliRunner().invoke(planlint, [*words, "--lang", "nb"], prog_name="planlint")
    if done.exit_code:
        message = f"planlint {' '.join(words)}: {done.output}"
        raise RuntimeError(message)
    return done.output


def rules() -> list[dict[str, str]]:
    """Return every rule: code, name, severity, class and requirement."""
    found: list[dict[str, str]] = json.loads(asked("rules", "--output", "json"))
    return found


def _list(known: list[dict[str, str]]) -> str:
    text = "# Reglene\n\nDenne delen er laget av reglene selv: det samme som `planlint explain KODE` viser.\n"
    for prefix, heading in GROUPS.items():
        rows = [
            f"| [{rule['code']}]({rule['code']}.md) | {rule['name']} | {rule['severity']} | {rule['krav']} |"
            for rule in known
            if rule["code"].startswith(prefix)
        ]
        text += (
            f"\n## {prefix}: {heading}\n\n| Kode | Navn | Alvor | Krav |\n|---|---|---|---|\n" + "\n".join(rows) + "\n"
        )
    return text


def rule_pages() -> dict[str, str]:
    """Return a page for each rule and one that lists them all, group by group."""
    known = rules()
    pages = {f"{FOLDER}/{rule['code']}.md": asked("explain", rule["code"], "--output", "markdown") for rule in known}
    return {f"{FOLDER}/index.md": _list(known), **pages}
