"""What the comment on a pull request says of how it went: the verdict, what must be done, and how it was judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, Severity, argument, shortened
from planlint.change import is_milder
from planlint.output import municipalities as many
from planlint.output.neutral import harmless, neutral_markdown
from planlint.output.paper import counted, file_name, left_out
from planlint.output.words import compared_with, comparison, is_hiding

if TYPE_CHECKING:
    from planlint.change import Diff, Hidden
    from planlint.check import Located, Report
    from planlint.output.check_formats import Options
    from planlint.text import Language

LONGEST, LONGEST_PATH = 1000, 300
"""How many characters of a text, and of a path, are shown."""


def heading(report: Report, options: Options, lang: Language) -> str:
    """Say in one sentence how it went; what was there before a change is no part of that."""
    stopped, new = bool(report.exit_code(options.fail_on)), brought(report)
    told = counted({one: sum(item.diagnostic.severity is one for item in new) for one in Severity}, lang)
    number = lang.enumeration([part for part in (told, many.left(report, lang)) if part])
    if stopped:
        return lang.gettext("Kontrollen er ikke bestått: {antall}").format(antall=number)
    if told := _passing(report, lang):
        return f"{told}. {lang.gettext('I tillegg: {antall}').format(antall=number)}" if number else told
    asks_less = report.change is not None and is_asking_for_less(report.change)
    if report.rev and new and not asks_less and all(item.diagnostic.severity is Severity.INFO for item in new):
        return lang.gettext("Endringen er i orden, med {antall}").format(antall=number)
    if number:
        return lang.gettext("Kontrollen er bestått, med {antall}").format(antall=number)
    if report.change and is_asking_for_less(report.change):
        return _asking_for_less(report.change, lang)
    return lang.gettext("Endringen er i orden") if report.rev else lang.gettext("Alt er i orden")


def _deadline_moved(number: int, lang: Language) -> str:
    """Say that known findings are gone, since their deadlines are others now: nobody has put them right."""
    return lang.ngettext(
        "Kontrollen er bestått, men {n} kjent avvik er borte fordi fristen er endret",
        "Kontrollen er bestått, men {n} kjente avvik er borte fordi fristene er endret",
        number,
    )


def brought(report: Report) -> list[Located]:
    """Give the findings that a change brings; all, where nothing is compared, or nothing can be judged."""
    return [item for item in report.findings if item.is_brought or report.configuration_broken]


def is_asking_for_less(change: Diff) -> bool:
    """Tell whether a change lets through more than before, in what it declares."""
    declared = change.declared
    return bool(declared.suppressed) or any(
        is_milder(one) for changes in (declared.rules, declared.details, declared.known) for one in changes
    )


_PASSING = {
    "unasked": N_("Kontrollen er bestått, men endringen lar {antall} passere"),
    "accepted": N_("Kontrollen er bestått, men {antall} er godtatt i endringen uten å være rettet"),
    "milder": N_("Kontrollen er bestått, men endringen regner {antall} som mindre alvorlig"),
    "before": N_("Kontrollen er bestått. Endringen fører til {antall}, som er godtatt fra før"),
}
"""What is said of findings that are let through, by how they are, that which a reviewer must see first."""


def _passing(report: Report, lang: Language) -> str:
    """Say how many findings the change accepts, or no longer asks for; "" for none."""
    found = _hidden(report)
    for how, text in _PASSING.items():
        if any(one.how == how for one in found):
            items = [one.diagnostic for one in found if one.how == how or (how, one.how) == ("unasked", "accepted")]
            number = counted({one: sum(item.severity is one for item in items) for one in Severity}, lang)
            return lang.gettext(text).format(antall=number)
    moved = report.fallen_why.count("moved")
    return _deadline_moved(moved, lang) if moved else ""


def _hidden(report: Report) -> list[Hidden]:
    """Give the findings that the change accepts, or no longer asks for."""
    changes = [report.change, *(one.change for one in report.municipalities)]
    return [one for change in changes if change and change.findings for one in change.findings.hidden]


def _asking_for_less(change: Diff, lang: Language) -> str:
    """Say that less is asked for; or that all that is other than before, is accepted for longer."""
    declared = change.declared
    milder = [one for changes in (declared.rules, declared.details) for one in changes if is_milder(one)]
    longer = [one for known in declared.known for one in known.longer]
    if milder or declared.suppressed or any(known.added for known in declared.known) or not longer:
        return lang.gettext("Kontrollen er bestått, men endringen stiller mildere krav")
    return lang.ngettext(
        "Kontrollen er bestått, men {n} kjent avvik er godtatt for lengre tid",
        "Kontrollen er bestått, men {n} kjente avvik er godtatt for lengre tid",
        sum(one.number for one in longer),
    )


def intro(report: Report, options: Options, lang: Language) -> list[str]:
    """Say what has to be done, and what of it the change has not brought."""
    _ = lang.gettext
    if report.unjudged:
        names = report.change.names if report.change else {}
        name = neutral_markdown(file_name(report.unjudged, names, lang))
        return [_("Reglene er ikke prøvd. Rett {fil} først.").format(fil=name)]
    new = brought(report)
    if not new:
        return [_("Endringen gir ingen nye funn.")] if report.rev and not _hidden(report) else []
    rest = any(not item.is_stopping(options.fail_on) for item in new)
    if not report.exit_code(options.fail_on):
        asks = any(item.diagnostic.severity is not Severity.INFO for item in new)
        rows = [
            _("Dette stopper ikke kontrollen, men se om noe bør rettes.")
            if asks
            else lang.choose("Opplysningen stopper ikke noe.", "Opplysningene stopper ikke noe.", len(new))
        ]
    elif any(is_hiding(item.diagnostic) for item in new):
        rows = [
            _("Rett det som er merket Feil, først. Da kan resten kontrolleres.")
            if rest or len(new) > 1
            else _("Rett dette først. Da kan resten kontrolleres.")
        ]
    elif not rest:
        rows = [_("Rett dette, så blir kontrollen bestått.")]
    elif options.fail_on is Severity.FEIL:
        rows = [_("Rett det som er merket Feil, så blir kontrollen bestått. Resten stopper den ikke.")]
    else:
        rows = [_("Rett det som er merket Feil eller Advarsel, så blir kontrollen bestått. Resten stopper den ikke.")]
    lost = report.counts.get("tapt", 0)
    if lost and _is_deleted(report, lost):
        rows.insert(
            0,
            lang.ngettext(
                "{n} funn var godtatt som kjent avvik før endringen. Endringen har slettet avviket, så funnet blir "
                "meldt igjen. Var det ikke meningen, hent tilbake filen i plans/avvik.",
                "{n} funn var godtatt som kjente avvik før endringen. Endringen har slettet avvikene, så funnene blir "
                "meldt igjen. Var det ikke meningen, hent tilbake filene i plans/avvik.",
                lost,
            ),
        )
    elif lost:
        rows.insert(
            0,
            lang.ngettext(
                "{n} funn var godtatt med en grunn før endringen. Endringen har slettet eller endret den, så funnet "
                "blir meldt igjen. Var det ikke meningen, hent tilbake filen i plans/avvik eller unntaket.",
                "{n} funn var godtatt med en grunn før endringen. Endringen har slettet eller endret grunnene, så "
                "funnene blir meldt igjen. Var det ikke meningen, hent tilbake filene i plans/avvik eller unntakene.",
                lost,
            ),
        )
    if left := report.counts.get("etterlatt", 0):
        rows.insert(
            0,
            lang.ngettext(
                "{n} funn var godtatt da filen het noe annet. Skriv det gamle navnet i filen, så er det godtatt.",
                "{n} funn var godtatt da filen het noe annet. Skriv det gamle navnet i filen, så er de godtatt.",
                left,
            ),
        )
    return [" ".join(rows)]


def _is_deleted(report: Report, lost: int) -> bool:
    """Tell whether findings that were accepted are told again for one reason: their known findings are deleted."""
    declared = report.change.declared if report.change else None
    if declared is None or declared.unsuppressed or any(known.reworded for known in declared.known):
        return False
    return sum(known.removed for known in declared.known) >= lost


def _how(report: Report, options: Options, lang: Language) -> str:
    """Say what was judged, what it was compared with, and what is kept out."""
    judged = lang.choose(
        "planlint har vurdert hele plansystemet, {n} fil, per {dato}.",
        "planlint har vurdert hele plansystemet, {n} filer, per {dato}.",
        report.files,
    )
    if report.municipalities:
        judged = many.judged(report, lang)
    rows = [] if report.unjudged else [judged.format(n=lang.number(report.files), dato=lang.dato(report.date))]
    rows += [comparison(report, lang, options.target)] if report.rev else []
    rows += left_out(report.counts["avvik"], report.counts["unntak"], lang, report.counts["hull"])
    return neutral_markdown(" ".join(rows), LONGEST)


def foot(report: Report, options: Options, lang: Language) -> str:
    """Say how it was judged, and the command that shows the same on the reader's own machine."""
    name = compared_with(report, options.target) or report.rev
    base = f" --base {argument(shortened(name, LONGEST_PATH))}" if name else ""
    root = f" --root {argument(options.prefix.rstrip('/') or '.')}" if report.municipalities else ""
    command = harmless(f"planlint check{root}{base} --date {report.date}").replace("`", "'")
    same = lang.gettext("Se det samme på egen maskin: {kommando}").format(kommando=f"`{command}`")
    return f"---\n\n{' '.join(part for part in (_how(report, options, lang), same) if part)}\n"
