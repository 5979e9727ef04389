"""What is changed in plansystem.yaml, known findings and the suppressions, as sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.change import is_milder
from planlint.output.diff_rows import MANY, DiffRow, DiffSection
from planlint.rules import RULES
from planlint.text import SEVERITY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.change import Diff, KnownChange, RuleChange
    from planlint.output.diff_values import Values
    from planlint.output.diff_words import Teller
    from planlint.source import Unntak
    from planlint.text import Language


_OTHER = (N_("oppsettet"), N_("kjente avvik"), N_("unntak"))
"""What is told of after the rest, in the order of its rows."""
_NAMED = 3
"""As many of those with a later last day as are named."""


def _rule(change: RuleChange, lang: Language) -> str:
    words = {name: lang.gettext(SEVERITY.get(name, N_("slått av"))) for name in (change.old, change.new)}
    args = {"regel": change.code, "gammel": words[change.old], "ny": words[change.new]}
    return lang.render(N_("Regel {regel}: {gammel} → {ny}"), args)


def _asks_less(change: RuleChange, lang: Language) -> Iterator[str]:
    """Tell what the rule asked for, whether that still is asked for, and what is known of it already."""
    none, less = N_("Kreves ikke lenger: {krav}"), N_("Kravet gjelder fortsatt, men teller mindre: {krav}")
    krav = lang.gettext(RULES[change.code].krav)
    yield lang.render(less if change.new in SEVERITY else none, {"krav": krav})
    if change.known and change.new in SEVERITY:
        text = lang.choose(
            "{n} kjent avvik fra regelen regnes også som {alvor} nå.",
            "{n} kjente avvik fra regelen regnes også som {alvor} nå.",
            change.known,
        )
        yield text.format(n=lang.number(change.known), alvor=lang.gettext(SEVERITY[change.new]))


def milder_demands(diff: Diff, teller: Teller, told: frozenset[str] = frozenset()) -> Iterator[DiffSection]:
    """Give what lets through more than before, first of all: it changes how all the rest is judged.

    What is only new and of the rules in `told`, is named elsewhere, finding by finding.
    """
    declared, lang = diff.declared, teller.lang
    rows = [
        DiffRow("!", _rule(change, lang), "", tuple(_asks_less(change, lang)), code=change.code)
        for change in declared.rules
        if is_milder(change)
    ]
    rows += [DiffRow("!", teller.declared(detail)) for detail in declared.details if is_milder(detail)]
    rows += [
        DiffRow("!", _known(change, lang), "", (*change.reasons, *_longer(change, teller.values)), code=change.code)
        for change in declared.known
        if is_milder(change) and (change.longer or change.code not in told)
    ]
    new = N_("Nytt unntak fra {regel} i {fil}")
    rows += [DiffRow("!", _exception(item, lang, new), "", (item.reason,), item.file, item.code)
             for item in declared.suppressed if item.code not in told]  # fmt: skip
    if rows:
        only_longer = len(rows) == sum(bool(one.longer) and not one.added for one in declared.known)
        longer = N_("Kjente avvik som er godtatt for lengre tid")
        yield DiffSection(lang.gettext(longer if only_longer else N_("Mildere krav, kjente avvik og unntak")), rows)


def other_declared(diff: Diff, teller: Teller, *, whole: bool = True) -> Iterator[DiffSection]:
    """Give the rest of what is changed there; not `whole`: known findings that are gone, of many rules, in one row."""
    declared, lang = diff.declared, teller.lang
    rows = [DiffRow("~", _rule(change, lang)) for change in declared.rules if not is_milder(change)]
    rows += [
        DiffRow("~", teller.declared(detail), "", tuple(teller.parts(detail)))
        for detail in declared.details
        if not is_milder(detail)
    ]
    known = [change for change in declared.known if not is_milder(change)]
    setup, told = len(rows), [*_other_known(known, whole=whole, lang=lang)]
    rows += told
    gone = N_("Unntaket fra {regel} i {fil} er tatt bort")
    rows += [DiffRow("-", _exception(item, lang, gone, _WAS_UNTIL)) for item in declared.unsuppressed]
    if rows:
        about = sum(max(change.added + change.removed, 1) for change in known)
        number = len(rows) - len(told) + about
        there = (bool(setup), bool(told), bool(diff.declared.unsuppressed))
        heading = lang.enumeration(
            [lang.gettext(text) for text, is_there in zip(_OTHER, there, strict=True) if is_there]
        )
        yield DiffSection(heading[:1].upper() + heading[1:], rows, several=number)


def _other_known(changes: list[KnownChange], *, whole: bool, lang: Language) -> Iterator[DiffRow]:
    """Give a row for each rule; not `whole`: one for all that are only taken away, where they are of many."""
    gone = [change for change in changes if change.removed and not change.added and not change.reworded]
    if whole or len(gone) < MANY:
        gone = []
    if gone:
        args = {"regler": lang.number(len(gone)), "n": lang.number(sum(change.removed for change in gone))}
        yield DiffRow("~", lang.render(N_("Kjente avvik fra {regler} regler: {n} tatt bort"), args))
    yield from (DiffRow("~", _known(change, lang)) for change in changes if change not in gone)


def _known(change: KnownChange, lang: Language) -> str:
    parts = [lang.ngettext("{n} ny", "{n} nye", change.added)] if change.added else []
    parts += [lang.ngettext("{n} tatt bort", "{n} tatt bort", change.removed)] if change.removed else []
    if change.reworded and not parts:
        parts = [
            lang.gettext("siste dag er flyttet") if change.longer else lang.gettext("grunn eller siste dag er endret")
        ]
    name = f"{change.code} {RULES[change.code].name}" if change.code in RULES else change.code
    return lang.render(N_("Kjente avvik fra {regel}: {antall}"), {"regel": name, "antall": parts})


def _longer(change: KnownChange, values: Values) -> Iterator[str]:
    """Tell which last days are later than before, and of what."""
    lang = values.lang
    for one in change.longer:
        names = [lang.quoted(values.called(values.names.get(_key(name), ""), name)) for name in one.about[:_NAMED]]
        if (left := one.number - _NAMED) > 0:
            names.append(lang.gettext("{n} til").format(n=lang.number(left)))
        none = lang.gettext("ingen")
        args = {"gammel": one.old or none, "ny": one.new or none, "hva": lang.enumeration(names)}
        yield lang.render(N_("Siste dag {gammel} → {ny}: {hva}"), args)


def _key(entity: str) -> tuple[str, str]:
    kind, _, id_ = entity.rpartition("/")
    return kind, id_


_UNTIL = N_("{unntak}, til og med {dato}")
_WAS_UNTIL = N_("{unntak}; siste dag var satt til {dato}")


def _exception(item: Unntak, lang: Language, text: str, until: str = _UNTIL) -> str:
    told = lang.render(text, {"regel": f"{item.code} {RULES[item.code].name}", "fil": item.file})
    return lang.render(until, {"unntak": told, "dato": item.until}) if item.until else told
