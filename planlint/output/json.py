"""JSON: a public contract (design, section 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.output.municipalities import entries
from planlint.output.neutral import json_text
from planlint.output.words import note, words_of
from planlint.rules import RULES
from planlint.text import language

if TYPE_CHECKING:
    from planlint.base import Span
    from planlint.check import Located, Report
    from planlint.output.check_formats import Options
    from planlint.text import Language


def _span(span: Span) -> dict[str, int]:
    return {"line": span.line, "column": span.column, "endLine": span.end_line, "endColumn": span.end_column}


def _item(item: Located, lang: Language, *, compared: bool) -> dict[str, Any]:
    diagnostic = item.diagnostic
    rule = RULES[diagnostic.code]
    text = words_of(item, lang)
    return {
        "code": diagnostic.code,
        "name": rule.name,
        "severity": diagnostic.severity.value,
        "class": rule.klasse.value,
        "entity": diagnostic.entity,
        "path": diagnostic.place.file,
        **_span(item.span),
        "message": text.message,
        "help": text.help,
        "law": list(rule.laws(diagnostic.finding)),
        "related": [
            {"path": other.related.place.file, **_span(other.span), "message": note(other, lang)}
            for other in item.related
        ],
        "fingerprint": diagnostic.fingerprint,
        "status": diagnostic.status,
        **(
            {"asks": list(diagnostic.finding.asks), "sources": list(diagnostic.sources)}
            if diagnostic.status == "gap"
            else {}
        ),
        **({"reason": diagnostic.reason} if diagnostic.reason else {}),
        **({"cause": item.cause, "inBase": item.there_before} if compared else {}),
    }


def render(report: Report, options: Options) -> str:  # noqa: ARG001 - as every renderer
    """Give the report as JSON: new findings first, then known and suppressed ones, each sorted by place.

    What no source states is no finding, and stands in `gaps`.
    """
    lang, compared = language(report.language), bool(report.rev)
    items = (*report.findings, *report.known, *report.suppressed)
    data = {
        "schema": 1,
        "planlint": report.version,
        "date": report.date.isoformat(),
        "root": report.root,
        **({"base": report.rev} if report.rev else {}),
        "counts": dict(report.counts),
        **({"municipalities": entries(report)} if report.municipalities else {}),
        "findings": [_item(item, lang, compared=compared) for item in items],
        "gaps": [_item(item, lang, compared=compared) for item in report.gaps],
    }
    return json_text(data)
