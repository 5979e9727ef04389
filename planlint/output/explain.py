"""A rule's page and the list of rules, as text or Markdown."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from planlint.base import N_, as_markdown
from planlint.text import SEVERITY

if TYPE_CHECKING:
    from planlint.text import Language

CLASS_NAMES = {"LOV": N_("lovkrav"), "LOKAL": N_("kommunens egen regel"), "FORMAT": N_("filformatet")}
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


def ordlyd(wording: dict[str, str]) -> str:
    """Give what a wording asks for, when it applied, and how it was read."""
    return f"{wording['krav']} {wording['time']} {wording['how'][:1].upper()}{wording['how'][1:]}."


def lov(provision: dict[str, Any]) -> list[str]:
    """Give a provision in paragraphs: the newest wording, what is worth knowing about it, and the earlier ones."""
    note = [provision["note"]] if provision["note"] else []
    return [ordlyd(provision), *note, *(ordlyd(one) for one in provision["earlier"])]


def _about(page: dict[str, Any], lang: Language) -> list[tuple[str, str]]:
    """Give the headings of the page's texts, and the texts; why the rule is off by default, where it is."""
    _ = lang.gettext
    off = [(_("Slått av til vanlig"), page["off"])] if page["off"] else []
    off += [(_("Hull"), page["hull"])] if page["hull"] else []
    return [(_("Krav"), page["krav"]), (_("Hvorfor"), page["hvorfor"]), *off, (_("Kilde"), page["kilde"])]


def _fixes(page: dict[str, Any], lang: Language) -> list[tuple[str, str]]:
    """Give the commands that mend findings of the rule, and what each mends."""
    safe, unsafe = (page["fix"].get(kind, "") for kind in ("safe", "unsafe"))
    told = [("planlint fix", lang.gettext("Retter {hva}."), safe)]
    told.append(("planlint fix --unsafe", lang.gettext("Gjetter på {hva}. Les endringen etterpå."), unsafe))
    return [(command, text.format(hva=what)) for command, text, what in told if what]


def page_text(page: dict[str, Any], lang: Language) -> str:
    """Give a rule's page for a terminal."""
    _, code = lang.gettext, page["code"]
    rows = [f"{code} {page['name']} ({_(SEVERITY[page['severity']])}, {_(CLASS_NAMES[page['class']])})", ""]
    for title, text in _about(page, lang):
        rows += [title, *_wrapped(text), ""]
    for provision in page["law"]:
        rows += [f"{_('Lov')}: {provision['place']}", *(row for text in lov(provision) for row in _wrapped(text))]
        rows += [*([f"  {provision['url']}"] if provision["url"] else []), ""]
    for example in page["bad"]:
        rows += [_("Eksempel som gir funn"), *_files(example["files"])]
        rows += [*(f"  {line}".rstrip() for line in example["output"].split("\n")), ""]
    for example in page["good"]:
        rows += [_("Eksempel uten funn"), *_files(example["files"])]
    rows += [_("Slik retter du"), *_help(page["help"]), ""]
    for command, text in _fixes(page, lang):
        rows += [command, *_wrapped(text), ""]
    if page["options"]:
        setting = f"regler: {code}: {{valg: {{…}}}}"
        rows += [f"{_('Valg')} (plansystem.yaml: {setting})", *_options(page["options"]), ""]
    switch = (
        _("Siden versjon {versjon}. Slå på i plansystem.yaml:")
        if page["off"]
        else _("Siden versjon {versjon}. Slå av i plansystem.yaml:")
    )
    value = page["severity"] if page["off"] else "av"
    return "\n".join([*rows, f"{switch.format(versjon=page['since'])} regler: {{{code}: {value}}}", ""])


def _block(text: str, language: str) -> list[str]:
    fence = "````" if "```" in text else "```"
    return [f"{fence}{language}", text.rstrip(), fence, ""]


def page_markdown(page: dict[str, Any], lang: Language) -> str:
    """Give a rule's page as Markdown."""
    _ = lang.gettext
    severity, klasse = _(SEVERITY[page["severity"]]), _(CLASS_NAMES[page["class"]])
    rows = [f"# {page['code']} {page['name']}", "", f"{severity.capitalize()}, {klasse}.", ""]
    for title, text in _about(page, lang):
        rows += [f"## {title}", "", as_markdown(text), ""]
    for provision in page["law"]:
        place, url = provision["place"], provision["url"]
        rows += [f"## {_('Lov')}: {f'[{place}]({url})' if url else place}", ""]
        rows += [row for text in lov(provision) for row in (text, "")]
    for heading, kind in ((_("Eksempel som gir funn"), "bad"), (_("Eksempel uten funn"), "good")):
        for example in page[kind]:
            rows += [f"## {heading}", ""]
            for path, text in example["files"].items():
                rows += [f"`{path}`", "", *_block(text, "yaml")]
            rows += _block(example["output"], "text") if example.get("output") else []
    rows += [f"## {_('Slik retter du')}", "", *(f"- {as_markdown(text)}" for text in page["help"]), ""]
    for command, text in _fixes(page, lang):
        rows += [f"`{command}`: {as_markdown(text)}", ""]
    if page["options"]:
        rows += [f"## {_('Valg')}", "", *(f"- `{row.strip()}`" for row in _options(page["options"])), ""]
    return "\n".join(rows)


def rules_text(rows: list[dict[str, str]]) -> str:
    """Give all rules, a line each."""
    width = max(len(row["name"]) for row in rows)
    return "".join(
        f"{row['code']}  {row['name']:<{width}}  {row['severity']:<8}  {row['class']:<6}  {row['krav']}\n"
        for row in rows
    )


def rules_markdown(rows: list[dict[str, str]], lang: Language) -> str:
    """Give all rules as a Markdown table."""
    titles = [lang.gettext(title) for title in ("Kode", "Navn", "Alvor", "Klasse", "Krav")]
    head = f"| {' | '.join(titles)} |\n|---|---|---|---|---|\n"
    columns = ("code", "name", "severity", "class", "krav")
    return head + "".join(
        "| " + " | ".join(as_markdown(row[column]).replace("|", "&#124;") for column in columns) + " |\n"
        for row in rows
    )
