"""What a change leads to, and the findings that come and go, as sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.diagnostic import N_, NN_
from planlint.output.diff_rows import Row, Section
from planlint.output.paper import alvor, named
from planlint.output.words import said
from planlint.text.names import STATUS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.base.diagnostic import Diagnostic
    from planlint.change.diff_model import Diff, Ended, LawChange
    from planlint.change.effects import Ref
    from planlint.change.outcome import Change
    from planlint.output.diff_values import Values
    from planlint.text import Language

_LISTS = {
    "thread_lost": (N_("Planer som mister den røde tråden til samfunnsdelen"), "-"),
    "thread_regained": (N_("Planer som nå har rød tråd til samfunnsdelen"), "+"),
    "unfollowed": (N_("Mål som ingen lenger følger opp"), "-"),
    "followed": (N_("Mål som nå blir fulgt opp"), "+"),
    "orphans": (N_("Mål som mister målet over seg"), "-"),
    "begins": (N_("Kommer i kraft"), "+"),
}
_ENDED = {
    "removed": N_("filen er fjernet"),
    "replaced": N_("erstattet av {hvem}"),
    "period": N_("planperioden gikk ut {dato}"),
    "status": N_("status er nå {status}"),
}


def _name(ref: Ref) -> str:
    return named(ref.tittel, ref.entity)


def effects(diff: Diff, values: Values) -> Iterator[Section]:
    """Give what the change leads to, list by list; where it leads to nothing, a section that says so."""
    found, lang = diff.consequences, values.lang
    if found is None:
        return
    over = lang.gettext("Følger")
    if not found:
        if diff.quiet:
            return
        text = lang.gettext("Endringen har ingen følger for rød tråd, mål, lovkrav eller hva som gjelder.")
        yield Section("", [Row(" ", text)], over)
        return
    ended = [Row("-", _name(end.ref), _why(end, lang)) for end in found.ends]
    expires = [Row("!", _name(ref), lang.dato(day)) for ref, day in found.expires]
    lists = [(lang.gettext(text), [Row(sign, _name(ref)) for ref in getattr(found, name)])
             for name, (text, sign) in _LISTS.items()]  # fmt: skip
    lists += [
        (lang.gettext("Ikke lenger i kraft"), ended),
        (lang.gettext("Utløper innen ett år"), expires),
        (lang.gettext("Lovkrav som er dårligere dekket"), [_law(one, values) for one in found.law if one.lost]),
        (lang.gettext("Lovkrav som er bedre dekket"), [_law(one, values) for one in found.law if not one.lost]),
    ]
    yield from (Section(heading, rows, over) for heading, rows in lists if rows)


def _why(end: Ended, lang: Language) -> str:
    who = [_name(ref) for ref in end.by]
    status = lang.gettext(STATUS[end.status])
    status = status[:1].lower() + status[1:]
    return lang.render(_ENDED[end.why], {"hvem": who, "dato": end.day or "", "status": status})


def _law(change: LawChange, values: Values) -> Row:
    lang = values.lang
    was, now = lang.gettext(change.old), lang.gettext(change.new)
    text = N_("{gammel} → {ny}")
    plans = tuple(_name(ref) for ref in change.plans)
    return Row("-" if change.lost else "+", values.name("bestemmelse", change.id),
               lang.render(text, {"gammel": was, "ny": now}), plans)  # fmt: skip


def findings(diff: Diff, lang: Language, *, new: bool) -> Iterator[Section]:
    """Give the findings that come and go, several that say the same as one row; `new`: also those that come."""
    change = diff.findings
    if change is None or (not change and (diff.quiet or not new)):
        return
    over = lang.gettext("Funn")
    if new and change.new:
        yield Section(lang.gettext("Nye funn"), _rows("-", change.new, diff, lang), over, len(change.new))
    if change.gone:
        yield Section(lang.gettext("Funn som blir borte"), _rows("+", change.gone, diff, lang), over, len(change.gone))
    yield from _beside(change, over, lang)


def _beside(change: Change, over: str, lang: Language) -> Iterator[Section]:
    """Give what is to be said about the findings besides, in sentences."""
    n, rest = lang.ngettext, []
    if change.covered:
        covered = NN_("{n} nytt funn er et kjent avvik eller unntak.", "{n} nye funn er kjente avvik eller unntak.")
        rest.append(n(*covered, change.covered))
    if change.idle:
        rest.append(
            n("{n} kjent avvik eller unntak faller bort.", "{n} kjente avvik eller unntak faller bort.", change.idle)
        )
    if not change:
        rest.append(lang.gettext("Ingen funn kommer til eller blir borte."))
    if rest:
        yield Section("", [Row(" ", text) for text in rest], over)


def _rows(sign: str, diagnostics: Iterable[Diagnostic], diff: Diff, lang: Language) -> list[Row]:
    same: dict[tuple[str, str], list[str]] = {}
    for item in diagnostics:
        same.setdefault((alvor(item, lang), said(item, lang).message), []).append(_subject(item, diff))
    return [Row(sign, f"{rule}: {message}", "", (lang.oppramsing(about),)) for (rule, message), about in same.items()]


def _subject(item: Diagnostic, diff: Diff) -> str:
    kind, _, id_ = item.entity.rpartition("/")
    return named(diff.names.get((kind, id_), ""), item.entity)
