"""What the outputs for meetings and cases share: a finding in a row, counts in words, Markdown tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.base import N_, NN_, Severity, shortened
from planlint.law import bestemmelser
from planlint.output.words import said
from planlint.rules import RULES
from planlint.source import is_avvik
from planlint.text import SEVERITY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planlint.base import Diagnostic
    from planlint.check import Report
    from planlint.text import Language

_NAMED, _TITLE, _ALONE = 3, 50, 160
"""As many known findings that are gone as are named, and as much of a title: of one of many, and of one alone."""

_NOT_MENDED = {
    "gone": N_("det avviket gjelder eller viser til, er fjernet eller gjelder ikke lenger"),
    "resting": N_("registeret ikke viser at det som følger opp, gjelder nå"),
    "moved": N_("fristen er endret, og registeret ikke viser et vedtak eller en kilde for det"),
    "demands": N_("oppsettet i plansystem.yaml er endret"),
}
"""Why a known finding that is gone, is not told of as put right."""
_RESTING = {
    "period": NN_(
        "perioden til planen som følger opp målet, har gått ut: {hva}",
        "perioden til planene som følger opp målet, har gått ut: {hva}",
    ),
    "adoption": NN_(
        "registeret ikke viser at planen som følger opp målet, er vedtatt: {hva}",
        "registeret ikke viser at planene som følger opp målet, er vedtatt: {hva}",
    ),
}
"""The same of one goal, where all the plans that follow it up lack the same."""


def file_name(path: str, names: Mapping[tuple[str, str], str], lang: Language) -> str:
    """Give a file that holds no entity of its own as a reader knows it: a known finding by what it is about."""
    title = names.get(("", path), "") if is_avvik(path) else ""
    return lang.render(N_("filen med det kjente avviket for {hva}"), {"hva": lang.quoted(title)}) if title else path


def named(tittel: str, entity: str) -> str:
    """Give a thing by title and by kind and id, so that a reader knows it and finds its file."""
    return f"{tittel} ({entity})" if tittel else entity


def alvor(diagnostic: Diagnostic, lang: Language) -> str:
    """Give how serious a finding is, its rule, and the law if it rests on one: «feil PL301 utløpt-plan»."""
    rule = RULES[diagnostic.code]
    laws = ", ".join(lang.value(bestemmelser()[id_].navn) for id_ in rule.laws(diagnostic.finding))
    name = f"{lang.gettext(SEVERITY[diagnostic.severity])} {rule.code} {rule.name}"
    return f"{name} ({laws})" if laws else name


def finding_json(diagnostic: Diagnostic, lang: Language) -> dict[str, Any]:
    """Give a finding with the keys of `check --output json`, its place in the file left out."""
    rule, words = RULES[diagnostic.code], said(diagnostic, lang)
    return {
        "code": diagnostic.code,
        "name": rule.name,
        "severity": diagnostic.severity.value,
        "class": rule.klasse.value,
        "entity": diagnostic.entity,
        "path": diagnostic.place.file,
        "message": words.message,
        "help": words.help,
        "law": list(rule.laws(diagnostic.finding)),
        "fingerprint": diagnostic.fingerprint,
    }


def counted(counts: Mapping[Severity, int], lang: Language) -> str:
    """Give how many findings of each severity, in words; "" for none."""
    n, number = lang.ngettext, {one: counts.get(one, 0) for one in Severity}
    words = {
        Severity.FEIL: n("{n} feil", "{n} feil", number[Severity.FEIL]),
        Severity.ADVARSEL: n("{n} advarsel", "{n} advarsler", number[Severity.ADVARSEL]),
        Severity.INFO: n("{n} opplysning", "{n} opplysninger", number[Severity.INFO]),
    }
    return lang.enumeration([text for one, text in words.items() if number[one]])


def left_out(known: int, suppressed: int, lang: Language, gaps: int = 0) -> list[str]:
    """Give a sentence on the findings that an avvik or a suppression covers, and on gaps; nothing without any."""
    parts = [lang.ngettext("{n} kjent avvik", "{n} kjente avvik", known)] if known else []
    parts += [lang.ngettext("{n} unntak", "{n} unntak", suppressed)] if suppressed else []
    parts += [lang.ngettext("{n} hull i kildene", "{n} hull i kildene", gaps)] if gaps else []
    return [lang.gettext("{antall} er holdt utenfor.").format(antall=lang.enumeration(parts))] if parts else []


def good_news(report: Report, lang: Language) -> list[str]:
    """Give a sentence on the known findings that a change mends, and one on those it leaves nothing to be about."""
    return [told for told, _ in gone_known(report, lang)]


def gone_known(report: Report, lang: Language) -> list[tuple[str, Sequence[Diagnostic]]]:
    """Give those sentences, each with the known findings that it is about."""
    n, mended = lang.ngettext, report.counts.get("rettet", 0)
    rows: list[tuple[str, Sequence[Diagnostic]]] = []
    if mended:
        told = n("{n} kjent avvik er rettet", "{n} kjente avvik er rettet", mended)
        rows.append((f"{told}{_which(report.mended, report, lang)}.", report.mended))
    off = {change.code for change in report.change.declared.rules if change.is_off} if report.change else set()
    for code in sorted(off & {item.code for item in report.fallen}):
        those = [item for item in report.fallen if item.code == code]
        text = lang.choose(
            "Regelen {regel} er slått av. {n} kjent avvik fra den blir derfor ikke kontrollert, og er ikke "
            "rettet{hva}.",
            "Regelen {regel} er slått av. {n} kjente avvik fra den blir derfor ikke kontrollert, og er ikke "
            "rettet{hva}.",
            len(those),
        ).format(
            n=lang.number(len(those)),
            regel=f"{code} {RULES[code].name}",
            hva=_which(those, report, lang, with_rule=False),
        )
        rows.append((text, those))
    for why, reason in _NOT_MENDED.items():
        pairs = zip(report.fallen, report.fallen_why, strict=True)
        if those := [item for item, its in pairs if its == why and item.code not in off]:
            told = lang.choose(
                "{n} kjent avvik blir ikke meldt lenger{hva}. Det regnes ikke som rettet, fordi {grunn}.",
                "{n} kjente avvik blir ikke meldt lenger{hva}. De regnes ikke som rettet, fordi {grunn}.",
                len(those),
            )
            about = _which(those, report, lang)
            text = told.format(n=lang.number(len(those)), hva=about, grunn=_reason(reason, those, report, lang))
            rows.append((text, those))
    return rows


def _reason(reason: str, those: Sequence[Diagnostic], report: Report, lang: Language) -> str:
    """Say why known findings are not put right; of one goal, which plans follow it up, and what they lack."""
    found = report.change.consequences if report.change else None
    about = {item.entity for item in those}
    goals = (
        [one for one in found.resting if {one.entity} == about] if found and reason == _NOT_MENDED["resting"] else []
    )
    for goal in goals:
        lacks = set(goal.states)
        if len(lacks) == 1 and (texts := _RESTING.get(lacks.pop())):
            names = [lang.quoted(shortened(ref.tittel, _TITLE)) for ref in goal.by]
            return lang.choose(*texts, len(names)).format(hva=lang.enumeration(names))
    return lang.gettext(reason)


def _which(gone: Sequence[Diagnostic], report: Report, lang: Language, *, with_rule: bool = True) -> str:
    """Give what known findings are about, the first by title, a rule by name once; "" where no title is known."""
    names = report.change.names if report.change else {}
    about, seen = list[str](), set[str]()
    for item in gone:
        if title := names.get(item.entity.rpartition("/")[::2]):
            rule = item.code if item.code in seen else f"{item.code} {RULES[item.code].name}"
            name = lang.quoted(shortened(title, _TITLE if len(gone) > 1 else _ALONE))
            about.append(f"{name} ({rule})" if with_rule else name)
            seen.add(item.code)
    if left := len(gone) - len(about[:_NAMED]):
        about = [*about[:_NAMED], lang.gettext("{n} til").format(n=lang.number(left))] if about else []
    return f": {lang.enumeration(about)}" if about else ""


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Give a Markdown table, every cell harmless."""
    from planlint.output.neutral import markdown_cell  # noqa: PLC0415 - text and JSON need no Jinja

    lines = [f"| {' | '.join(titles)} |", f"|{'---|' * len(titles)}"]
    return [*lines, *(f"| {' | '.join(markdown_cell(cell) for cell in row)} |" for row in rows), ""]


def inline(text: str) -> str:
    """Make a text harmless in a line of Markdown."""
    from planlint.output.neutral import markdown_cell  # noqa: PLC0415 - as above

    return markdown_cell(text)
