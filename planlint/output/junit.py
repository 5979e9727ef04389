"""JUnit XML, as pytest writes it: a test suite for each file with findings, a test case for each finding.

A finding at or above --fail-on is a failure, so that a viewer is red exactly when the exit code is 1. One below it is
a passed case with its text as output; a known or suppressed one (only with --known) is skipped, with the reason. With
nothing wrong there is one passed case. Names hold no line numbers, so that a viewer can follow a case over time.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from planlint.output.neutral import harmless, xml_document, xml_text
from planlint.output.words import cause, laws, words_of
from planlint.rules import RULES
from planlint.text import SEVERITY, language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.check import Located, Report
    from planlint.output.check_formats import Options
    from planlint.text import Language


def _file(item: Located) -> str:
    return item.diagnostic.place.file


def _plain(text: str) -> str:
    return xml_text(harmless(text))


def _in_full(item: Located, options: Options, lang: Language) -> str:
    diagnostic, text, _ = item.diagnostic, words_of(item, lang), lang.gettext
    place = f"{options.prefix}{_file(item)}:{item.span.line}:{item.span.column}"
    rows = [
        f"{place}: {_(SEVERITY[diagnostic.severity])} {diagnostic.code} {RULES[diagnostic.code].name}",
        text.message,
        f"{_('Slik retter du')}: {text.help}",
        *(f"{_('Lov')}: {law}" for law in laws(item, lang)),
        *cause(item, lang),
    ]
    return "\n".join(_plain(row) for row in rows)


def _name(item: Located, seen: Counter[str]) -> str:
    """Give a case's name, alone of its kind in the suite: the rule and the field."""
    field = ".".join(step for step in item.diagnostic.place.path if isinstance(step, str))
    name = " ".join(part for part in (item.diagnostic.code, RULES[item.diagnostic.code].name, field) if part)
    seen[name] += 1
    return name if seen[name] == 1 else f"{name} ({seen[name]})"


def _case(suite: Element, name: str, classname: str) -> Element:
    return SubElement(
        suite, "testcase", name=xml_text(harmless(name)), classname=xml_text(harmless(classname)), time="0"
    )


def _finding(suite: Element, name: str, item: Located, options: Options, lang: Language) -> str:
    """Add a finding to a suite; give what became of it: failure, skipped or passed."""
    diagnostic, text = item.diagnostic, _in_full(item, options, lang)
    case = _case(suite, name, (options.prefix + _file(item)).removesuffix(".yaml").replace("/", "."))
    if diagnostic.status != "new":
        kind = lang.gettext("Kjent avvik") if diagnostic.status == "known" else lang.gettext("Unntak")
        reason = _plain(f"{kind}: {diagnostic.reason}")
        SubElement(case, "skipped", type=diagnostic.status, message=reason).text = text
        return "skipped"
    if not item.is_stopping(options.fail_on):
        SubElement(case, "system-out").text = text
        return "passed"
    message = _plain(words_of(item, lang).message)
    SubElement(case, "failure", type=diagnostic.code, message=message).text = text
    return "failure"


def _suite(parent: Element, name: str, outcomes: Counter[str]) -> Element:
    numbers = {"tests": outcomes.total(), "failures": outcomes["failure"]}
    numbers |= {"errors": outcomes["error"], "skipped": outcomes["skipped"]}
    return SubElement(
        parent, "testsuite", {"name": xml_text(harmless(name))} | {key: str(n) for key, n in numbers.items()}
    )


def _suites(top: Element, items: Iterable[Located], options: Options, lang: Language) -> Counter[str]:
    total: Counter[str] = Counter()
    for file, group in groupby(items, _file):
        cases, seen, outcomes = Element("cases"), Counter[str](), Counter[str]()
        for item in group:
            outcomes[_finding(cases, _name(item, seen), item, options, lang)] += 1
        _suite(top, options.prefix + file, outcomes).extend(cases)
        total += outcomes
    return total


def _by_place(item: Located) -> tuple[str, int, int, str, str]:
    return item.sort_key


def render(report: Report, options: Options) -> str:
    """Give the report as JUnit XML."""
    lang = language(report.language)
    kept = (*report.known, *report.suppressed) if options.known else ()
    top = Element("testsuites", name="planlint")
    total = _suites(top, sorted((*report.findings, *kept), key=_by_place), options, lang)
    for one in report.municipalities:
        if one.error:
            case = _case(_suite(top, one.root, Counter(error=1)), lang.gettext("plansystemet"), one.root)
            SubElement(case, "error", type="planlint", message=_plain(one.error.in_language(lang)))
            total["error"] += 1
    if not total["error"] and not report.findings:
        _case(_suite(top, "planlint", Counter(passed=1)), lang.gettext("plansystemet"), "planlint")
        total["passed"] += 1
    for key, number in {"tests": total.total(), "failures": total["failure"], "errors": total["error"]}.items():
        top.set(key, str(number))
    indent(top)
    return xml_document(f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(top, encoding="unicode")}\n')
