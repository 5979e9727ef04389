"""A rule's page and the list of rules, as text or Markdown."""

from __future__ import annotations

import textwrap
from datetime import date
from typing import Any

from planlint.text.format import dato

_KLASSE = {"LOV": "lovkrav", "LOKAL": "kommunens egen regel", "FORMAT": "filformatet"}
_CERTAINTY = {
    "A": "Lest i lovteksten eller departementets kommentar.",
    "B": "Lest hos en statlig etat eller en kommune som gjengir loven.",
    "C": "Ikke bekreftet ved kilden.",
}
_WIDTH = 96


def _wrapped(text: str, indent: str = "  ") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent)


def _files(files: dict[str, str]) -> list[str]:
    rows = []
    for path, text in files.items():
        rows += [f"  {path}", *(f"    {line}".rstrip() for line in text.rstrip().split("\n")), ""]
    return rows


def _options(options: dict[str, Any]) -> list[str]:
    return [f"  {name}: {str(value).lower() if isinstance(value, bool) else value}" for name, value in options.items()]


def _help(texts: list[str]) -> list[str]:
    return [row for text in texts for row in _wrapped("– " + text if len(texts) > 1 else text)]


def _law(provision: dict[str, str]) -> str:
    """Give what a provision asks for, when it applies, and how sure that is."""
    time = f"Gjelder fra {_day(provision['from'])}" + (f" til {_day(provision['until'])}" if provision["until"] else "")
    return f"{provision['krav']} {time}. {_CERTAINTY[provision['certainty']]}"


def _day(text: str) -> str:
    return dato(date.fromisoformat(text))


def page_text(page: dict[str, Any]) -> str:
    """Give a rule's page for a terminal."""
    rows = [f"{page['code']} {page['name']} ({page['severity']}, {_KLASSE[page['class']]})", ""]
    for title, text in (("Krav", page["krav"]), ("Hvorfor", page["hvorfor"]), ("Kilde", page["kilde"])):
        rows += [title, *_wrapped(text), ""]
    for provision in page["law"]:
        rows += [f"Lov: {provision['name']}", *_wrapped(_law(provision)), f"  {provision['url']}", ""]
    for example in page["bad"]:
        rows += ["Eksempel som gir funn", *_files(example["files"])]
        rows += [*(f"  {line}".rstrip() for line in example["output"].split("\n")), ""]
    for example in page["good"]:
        rows += ["Eksempel uten funn", *_files(example["files"])]
    rows += ["Slik retter du", *_help(page["help"]), ""]
    if page["options"]:
        rows += [f"Valg (i plansystem.yaml: regler: {page['code']}: {{valg: {{…}}}})", *_options(page["options"]), ""]
    rows += [f"Siden versjon {page['since']}. Slå av: regler: {{{page['code']}: av}} i plansystem.yaml.", ""]
    return "\n".join(rows)


def _block(text: str, language: str) -> list[str]:
    fence = "````" if "```" in text else "```"
    return [f"{fence}{language}", text.rstrip(), fence, ""]


def page_markdown(page: dict[str, Any]) -> str:
    """Give a rule's page as Markdown."""
    rows = [f"# {page['code']} {page['name']}", "", f"Alvor: {page['severity']}. Klasse: {_KLASSE[page['class']]}.", ""]
    for title, text in (("Krav", page["krav"]), ("Hvorfor", page["hvorfor"]), ("Kilde", page["kilde"])):
        rows += [f"## {title}", "", text, ""]
    for provision in page["law"]:
        rows += [f"## Lov: [{provision['name']}]({provision['url']})", "", _law(provision), ""]
    for heading, kind in (("Eksempel som gir funn", "bad"), ("Eksempel uten funn", "good")):
        for example in page[kind]:
            rows += [f"## {heading}", ""]
            for path, text in example["files"].items():
                rows += [f"`{path}`", "", *_block(text, "yaml")]
            rows += _block(example["output"], "text") if example.get("output") else []
    rows += ["## Slik retter du", "", *(f"- {text}" for text in page["help"]), ""]
    if page["options"]:
        rows += ["## Valg", "", *(f"- `{row.strip()}`" for row in _options(page["options"])), ""]
    return "\n".join(rows)


def rules_text(rows: list[dict[str, str]]) -> str:
    """Give all rules, a line each."""
    width = max(len(row["name"]) for row in rows)
    return "".join(
        f"{row['code']}  {row['name']:<{width}}  {row['severity']:<8}  {row['class']:<6}  {row['krav']}\n"
        for row in rows
    )


def rules_markdown(rows: list[dict[str, str]]) -> str:
    """Give all rules as a Markdown table."""
    head = "| Kode | Navn | Alvor | Klasse | Krav |\n|---|---|---|---|---|\n"
    columns = ("code", "name", "severity", "class", "krav")
    return head + "".join(
        "| " + " | ".join(row[column].replace("|", "&#124;") for column in columns) + " |\n" for row in rows
    )
