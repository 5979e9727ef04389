"""SARIF 2.1.0, with the fields that GitHub's code scanning reads (OASIS Standard; its schema stands with the tests).

Code scanning shows a result as an alert even where the file says that it is suppressed, so known and suppressed ones
are there only with --known. Fingerprints have our own key: another one would be compared with the platform's own.
A result must stand in a file; one about a deleted file stands in plansystem.yaml, and names the file in its message.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from planlint.base import Place, Severity, as_markdown, shortened
from planlint.check import NOWHERE
from planlint.fixes import fix_kinds
from planlint.law import bestemmelser
from planlint.output.neutral import harmless, json_text, uri
from planlint.output.rule_address import page_of_rule, rules_address
from planlint.output.words import note, words_of
from planlint.rules import RULES
from planlint.source import PLANS, PLANSYSTEM
from planlint.text import language

if TYPE_CHECKING:
    from planlint.base import Diagnostic, Span
    from planlint.check import Located, Report
    from planlint.output.check_formats import Options
    from planlint.rules import Rule
    from planlint.text import Language

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_BASE = "%SRCROOT%"  # what code scanning takes for the repository's root
_LEVEL = {Severity.FEIL: "error", Severity.ADVARSEL: "warning", Severity.INFO: "note"}
_PROBLEM = {Severity.FEIL: "error", Severity.ADVARSEL: "warning", Severity.INFO: "recommendation"}
_LONGEST = 1000  # code scanning takes 1,024 characters of a description


def _said(text: str) -> dict[str, str]:
    """Give plan text as a message; what SARIF would make a link of is parted."""
    return {"text": harmless(text).replace("](", "] (")}


def _help(rule: Rule, lang: Language) -> dict[str, str]:
    """Give a rule's page in words: requirement, why, law, and where to read more. All is planlint's own text."""
    _ = lang.gettext
    law = "; ".join(bestemmelser()[id_].navn for id_ in rule.lov)
    facts = {"Krav": rule.krav, "Hvorfor": rule.hvorfor, "Kilde": rule.kilde, "Lov": law}
    parts = {_(name): _(text) for name, text in facts.items() if text}
    more = _("Mer: `planlint explain {kode}`").format(kode=rule.code)
    return {
        "text": "\n\n".join([*(f"{name}: {text}" for name, text in parts.items()), more]),
        "markdown": "\n\n".join([*(f"**{name}:** {as_markdown(text)}" for name, text in parts.items()), more]),
    }


def _rule(rule: Rule, address: str, lang: Language) -> dict[str, Any]:
    law = [quote(bestemmelser()[id_].address, safe=":/#%") for id_ in rule.lov]
    pages = [address] if address else law
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": shortened(lang.gettext(rule.krav), _LONGEST)},
        "fullDescription": {"text": shortened(lang.gettext(rule.hvorfor), _LONGEST)},
        "help": _help(rule, lang),
        **({"helpUri": pages[0]} if pages else {}),
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {
            "tags": [rule.klasse.value, *rule.lov],
            "problem.severity": _PROBLEM[rule.severity],
            "fix": [*fix_kinds(rule.code)],  # none, safe or unsafe: `planlint fix`
        },
    }


def _place(place: Place, span: Span, options: Options) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": uri(options.prefix + place.file), "uriBaseId": _BASE},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }


def _suppressions(diagnostic: Diagnostic) -> list[dict[str, str]]:
    if diagnostic.status == "new":
        return []
    kind = "external" if diagnostic.status == "known" else "inSource"  # plans/avvik.yaml, or a comment in the file
    return [{"kind": kind, "status": "accepted", "justification": harmless(diagnostic.reason)}]


def _result(item: Located, index: dict[str, int], options: Options, lang: Language) -> dict[str, Any]:
    diagnostic, text = item.diagnostic, words_of(item, lang)
    declared = f"{diagnostic.place.file.partition(f'{PLANS}/')[0]}{PLANSYSTEM}"  # of one of several municipalities
    place, span = (Place(declared), NOWHERE) if item.gone else (diagnostic.place, item.span)
    file = f"{options.prefix}{diagnostic.place.file}: " if item.gone else ""
    related = [
        {
            "id": number,
            "physicalLocation": _place(other.related.place, other.span, options),
            "message": _said(note(other, lang)),
        }
        for number, other in enumerate(item.related, start=1)
    ]
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": index[diagnostic.code],
        "level": _LEVEL[diagnostic.severity],
        "message": _said(f"{file}{text.message} {lang.gettext('Slik retter du')}: {text.help}"),
        "locations": [{"physicalLocation": _place(place, span, options)}],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"planlint/v1": diagnostic.fingerprint},
        **({"suppressions": _suppressions(diagnostic)} if options.known else {}),
        "properties": {"entity": diagnostic.entity, **({"cause": item.cause} if item.cause else {})},
    }


def _invocation(report: Report, lang: Language) -> dict[str, Any]:
    """Tell whether the rules could be tried."""
    facts: dict[str, Any] = {"executionSuccessful": not report.configuration_broken}
    if report.unjudged:
        first = lang.gettext("Reglene er ikke prøvd. Rett {fil} først.").format(fil=report.unjudged)
        facts["toolConfigurationNotifications"] = [{"level": "error", "message": {"text": first}}]
    return facts


def render(report: Report, options: Options) -> str:
    """Give the report as a SARIF log with one run."""
    lang = language(report.language)
    index = {code: number for number, code in enumerate(RULES)}
    items = (*report.findings, *report.known, *report.suppressed) if options.known else report.findings
    driver = {"name": "planlint", "version": report.version, "semanticVersion": report.version, "language": lang.code}
    if about := rules_address(report, options):
        driver["informationUri"] = about
    rules = [_rule(rule, page_of_rule(report, options, rule.code), lang) for rule in RULES.values()]
    run = {
        "tool": {"driver": {**driver, "rules": rules}},
        "invocations": [_invocation(report, lang)],
        "language": lang.code,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": lang.gettext("Roten i git-lageret")}}},
        "results": [_result(item, index, options, lang) for item in items],
        "properties": {"date": report.date.isoformat()},
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})
