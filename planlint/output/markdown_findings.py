"""The findings of a comment: errors first whatever file they are in, their cause first, and the same of many as one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planlint.base import NN_, Severity
from planlint.output.diff_rows import MANY
from planlint.output.markdown_brief import briefly
from planlint.output.markdown_places import about, folded, link, named_link, named_place, rule_link
from planlint.output.neutral import neutral_markdown
from planlint.output.paper import counted
from planlint.output.verdict import LONGEST, brought
from planlint.output.words import cause, laws, message_of, note, words_of
from planlint.rules import RULES
from planlint.text import SEVERITY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.check import Located, Report
    from planlint.output.markdown_places import Writer
    from planlint.text import Language

_MOST = 3
"""Other places that a finding names."""
_MOST_ALIKE = 100
"""As many of those that one finding is told of as are named in the list that folds out."""
_BREAK = "  \n  "  # a new line in the same list item, wherever it is shown
_FORM = "PL103"
"""Findings up to this one are about a file's own form, or an id that does not exist: others follow from them."""
_BEFORE = NN_(
    "{n} funn i filer som er endret, var der før endringen også",
    "{n} funn i filer som er endret, var der før endringen også",
)


def _rank(item: Located) -> tuple[int, bool, bool]:
    """Errors first, and what is the cause before what follows from it."""
    follows = item.diagnostic.code > _FORM
    return item.diagnostic.severity.rank, item.cause == "caused", follows


def _groups(items: Iterable[Located], lang: Language) -> list[list[Located]]:
    """Put findings that say the same of many things together; the others are alone."""
    same: dict[tuple[object, ...], list[Located]] = {}
    for item in sorted(items, key=lambda item: (_rank(item), item.sort_key)):
        key = (item.diagnostic.code, _rank(item), str(message_of(item, lang)), str(_help(item, lang)), item.gone)
        same.setdefault(key, []).append(item)
    groups: list[list[Located]] = []
    for those in same.values():
        files = {item.diagnostic.place.file for item in those}
        groups += [those] if len(files) >= MANY else [[item] for item in those]
    return sorted(groups, key=lambda group: (_rank(group[0]), len(group) == 1, group[0].sort_key))


def _help(item: Located, lang: Language) -> str:
    """Give what is to be done, whatever the id of what it is about: it is the same for all that lack the same."""
    finding = item.diagnostic.finding
    own = finding.entity.rpartition("/")[2]
    if item.left_name or str(finding.args.get("id", "")) != own:
        return words_of(item, lang).help
    text = RULES[item.diagnostic.code].text(finding.variant)
    return lang.render(text.hjelp, {**finding.args, "id": lang.gettext("id-en")})


def _said(items: list[Located], writer: Writer) -> str:
    """Give what findings that say the same say, and where the first of them is, if it is the only one."""
    options, lang, item = writer.options, writer.lang, items[0]
    diagnostic, text, _ = item.diagnostic, words_of(item, lang), lang.gettext
    severity = lang.render("{alvor:stor}", {"alvor": _(SEVERITY[diagnostic.severity])})
    line = "" if item.gone or len(items) > 1 else _("linje {n}").format(n=item.span.line)
    where = f", {link(line, diagnostic.place.file, item.span.line, options)}" if line else ""
    rows = [f"**{severity}**{where}: {neutral_markdown(message_of(item, lang), LONGEST)}"]
    rows += _related(items, writer)
    to_do = _help(item, lang) if len(items) > 1 else text.help
    rows.append(f"{_('Slik retter du')}: {neutral_markdown(to_do, LONGEST)}")
    rows += [f"{_('Lov')}: {neutral_markdown('; '.join(law))}" for law in (laws(item, lang),) if law]
    told = [neutral_markdown(row) for row in cause(item, lang, len(items))]
    rule = rule_link(diagnostic.code, RULES[diagnostic.code].name, writer.address(diagnostic.code))
    rows.append(" ".join([*told, f"{_('Regel')}: {rule}"]))
    return f"- {_BREAK.join(rows)}"


def _related(items: list[Located], writer: Writer) -> list[str]:
    """Give the other places of a finding; of many findings, those that they have in common."""
    lang = writer.lang
    others = [{(other.related.place.file, other.span.line): other for other in item.related} for item in items]
    common = [other for key, other in others[0].items() if all(key in one for one in others)]
    rows = []
    for other in common[:_MOST]:
        where = named_place(other.related.place.file, other.span.line, writer, items[0].diagnostic.place.file)
        rows.append(f"{lang.gettext('Se også')} {where}: {neutral_markdown(note(other, lang), LONGEST)}")
    if (more := len(common) - _MOST) > 0:
        rows.append(lang.ngettext("… og {n} sted til", "… og {n} steder til", more))
    return rows


def _elsewhere(items: list[Located], writer: Writer) -> str:
    """Give all the places of a finding of many, in a list that folds out; "" where they are all named."""
    item, lang = items[0], writer.lang
    if len(items) > 1 or len(item.related) <= _MOST:
        return ""
    rows = [
        f"- {named_place(one.related.place.file, one.span.line, writer, item.diagnostic.place.file)}"
        for one in item.related[:_MOST_ALIKE]
    ]
    left = len(item.related) - len(rows)
    rows += [f"- {lang.ngettext('og {n} til', 'og {n} til', left)}"] if left else []
    return folded(lang.gettext("Vis alle steder"), rows)


def _alike(items: list[Located], writer: Writer) -> str:
    """Give what one finding is told of, in a list that folds out."""
    lang, rows = writer.lang, [f"- {named_link(item, writer)}" for item in items[:_MOST_ALIKE]]
    if len(items) > _MOST_ALIKE:
        rows.append(lang.ngettext("- og {n} til", "- og {n} til", len(items) - _MOST_ALIKE))
    return folded(lang.gettext("Vis hvilke"), rows)


def _blocks(groups: list[list[Located]], writer: Writer) -> Iterator[tuple[str, list[Located]]]:
    """Yield the list of findings, piece by piece: a heading, a finding with what it is told of, or an empty line."""
    over = ""
    for items in groups:
        heading = f"### {about(items, writer)}\n"
        if heading != over or len(items) > 1:
            yield f"\n{heading}" if over else heading, []
        over = heading
        folds = _alike(items, writer) if len(items) > 1 else _elsewhere(items, writer)
        more = f"\n\n{folds}\n" if folds else ""
        yield f"{_said(items, writer)}{more}", items
    if over:
        yield "", []


def findings_as_markdown(report: Report, writer: Writer, room: int) -> str:
    """Give as many findings as there is room for, and the number of the others.

    What was there before stops nothing, and folds out last.
    """
    lang, new = writer.lang, brought(report)
    brought_ids = set(map(id, new))
    old = [item for item in report.findings if id(item) not in brought_ids]
    lost = [item for item in report.findings if item.lost]
    lost = lost if len(lost) >= MANY else []
    rows, left = _lost(lost, writer, room)
    rest = _groups([item for item in new if not (lost and item.lost)], lang)
    told, without = _fitting(rest, writer, room - _length(rows))
    rows, left = [*rows, *told], left + without
    if old:
        inner, without = briefly(old, writer, room - _length(rows))
        left += without
        rows += [folded(lang.ngettext(*_BEFORE, len(old)), inner), ""] if inner else []
    if left:
        more = lang.gettext("Det var ikke plass til alt. Her mangler {antall}.").format(antall=counted(left, lang))
        rows += ["", f"**{more}**", ""]
    return "\n".join(rows)


def _length(rows: Iterable[str]) -> int:
    return sum(len(row) + 1 for row in rows)


def _lost(items: list[Located], writer: Writer, room: int) -> tuple[list[str], Counter[Severity]]:
    """Give what is accepted no more, a line for each thing said: it has one cause, which the change can undo."""
    rows, left = briefly(items, writer, room)
    if not rows:
        return [], left
    lang = writer.lang
    told = counted(Counter(item.diagnostic.severity for item in items), lang)
    summary = lang.gettext("Vis {antall}").format(antall=told)
    return [f"### {lang.gettext('Godtatt før endringen, og ikke nå')}\n", folded(summary, rows), ""], left


def _fitting(groups: list[list[Located]], writer: Writer, room: int) -> tuple[list[str], Counter[Severity]]:
    """Give the pieces that there is room for, and how many findings of each severity are left out."""
    rows: list[str] = []
    left = Counter[Severity]()
    for text, items in _blocks(groups, writer):
        room -= len(text) + 1
        if room >= 0 and not left:
            rows.append(text)
        else:
            left.update(item.diagnostic.severity for item in items)
    if left and rows and rows[-1].lstrip("\n").startswith("### "):
        rows.pop()
    return rows, left
