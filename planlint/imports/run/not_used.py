"""What of a file, and of the user's answers, was not used, and what is offered instead: told in the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, NN_, Message, typed_option
from planlint.imports.run import questions
from planlint.imports.run.outside import OUTSIDE, is_legend
from planlint.imports.run.sums import added, in_words, places
from planlint.imports.table.read_table import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.imports.cells import Content
    from planlint.imports.import_outcome import ImportResult
    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.run.declare import Missing
    from planlint.imports.table.answers import UserAnswers
    from planlint.imports.table.read_table import ReadTable


def told_lines(result: ImportResult, tables: Iterable[ReadTable]) -> None:
    """Tell of lines that are no plans, rows without a title, and cells of several plans that became one plan each.

    A note that no title's stars point to is listed with them: it is about a head, a sum or the whole table.
    """
    for table in tables:
        result.unused += [*table.lines, *table.untitled]
        pointed = {star for row in table.rows for star in row.title.stars}
        notes = ((star, text) for star, text in table.noter.items() if star not in pointed)
        result.unused += [Line("", 0, f"{star} {text}", OUTSIDE) for star, text in notes]
        for line in table.parted:
            text = N_(
                "«{tittel}»: cellen nevner flere planer, og hver av dem er tatt som en plan. Er det bare én, "
                "skriv {valg}."
            )
            title = " ".join(line.text.split())
            told = Message.of_text(text, tittel=title, valg=typed_option("--row", f"{title}=plan"))
            result.merknader.append(told)
        for line in table.continued:
            text = N_(
                "Linje {nr}, «{tekst}», er lest som resten av tittelen over: «{tittel}». Er det en egen plan, "
                "skriv {valg}."
            )
            own = typed_option("--row", f"{line.text}=plan")
            told = Message.of_text(text, nr=line.number, tekst=line.text, tittel=line.rest, valg=own)
            result.merknader.append(told)


def told_sheets(result: ImportResult, content: Content, tables: Iterable[ReadTable]) -> None:
    """Tell of sheets that hold no table of plans, with all that stands in them."""
    read = {table.ark for table in tables}
    for sheet in content.sheets:
        if sheet.name in read:
            continue
        rows = [(row.number, " | ".join(filter(None, row.texts))) for row in sheet.rows if not row.is_empty]
        unread = [(number, text) for number, text in rows if not is_legend(text)]
        if len(unread) == len(rows):
            text = N_("«{ark}» har ingen rad med kolonnenavn som planlint kjenner, og er ikke lest.")
            result.merknader.append(Message.of_text(text, ark=sheet.name))
        result.unused += [Line(sheet.name, number, text, "sheet") for number, text in unread]


def told_tasks(result: ImportResult, tasks: Iterable[ImportedPlan]) -> None:
    """Tell of work that is no plan where no planstrategi is known, which alone holds such work."""
    for task in tasks:
        cells = " | ".join(f"{head}: {text}" for head, text in task.celler.items())
        result.unused.append(Line(task.ark, task.nummer, task.tittel, "task", cells))


def told_undecided(result: ImportResult, plans: Sequence[ImportedPlan]) -> None:
    """Tell of plans that the table has work with, and says nothing decided of; the decision is offered."""
    if not plans:
        return
    text = NN_(
        "Tabellen har arbeid med {n} plan, og sier ikke hva som er bestemt. Årene blir stående som arbeid med "
        "planen, uten beslutning i planstrategien. Vet du hva som er bestemt, skriv {valg}, for eksempel `ny` (planen "
        "finnes ikke fra før) eller `revideres` (den gjelder i dag).",
        "Tabellen har arbeid med {n} planer, og sier ikke hva som er bestemt. Årene blir stående som arbeid med "
        "planen, uten beslutning i planstrategien. Vet du hva som er bestemt, skriv {valg}, for eksempel `ny` (planen "
        "finnes ikke fra før) eller `revideres` (den gjelder i dag).",
    )
    option = typed_option("--decision", f"{plans[0].tittel}=VALG")
    result.merknader.append(Message.of_text(text, n=len(plans), valg=option))
    if outside := [plan for plan in plans if any(plan.aarsverk.values())]:
        kept = NN_(
            "{n} av dem har årsverk i tabellen (linjer i {linjer}), til sammen {årsverk}. De blir stående som tekst "
            "hos planen, og er ikke med i summen av årsverk i planstrategien før det er sagt hva som er bestemt.",
            "{n} av dem har årsverk i tabellen (linjer i {linjer}), til sammen {årsverk}. De blir stående som tekst "
            "hos planene, og er ikke med i summen av årsverk i planstrategien før det er sagt hva som er bestemt.",
        )
        numbers = "; ".join(places(outside))
        told = in_words(added(plan.aarsverk for plan in outside))
        result.merknader.append(Message.of_text(kept, n=len(outside), linjer=numbers, årsverk=told))
    result.offered.append(questions.offered_decision(plan.tittel for plan in plans))


def told_missing(result: ImportResult, found: Missing, *, declare: bool) -> None:
    """Offer once to declare what the table names, or tell what is declared in this run."""
    if declare:
        text = N_("Blir lagt inn i plansystem.yaml når filene skrives: {navn}.")
    else:
        text = N_("Dette står ikke i plansystem.yaml: {navn}. Bruk --declare, så blir det lagt inn i samme kjøring.")
    names = [*dict.fromkeys([*found.sektorer, *found.organer])]
    if names:
        result.merknader.append(Message.of_text(text, navn=", ".join(names)))
        if not declare:
            result.offered.append(questions.offered_declaration(names))


def told_answers(result: ImportResult, option: str, answers: UserAnswers) -> None:
    """Tell which answers are about nothing, once all that they may be about has been asked."""
    for word in answers.unused:
        text = N_("--{valg} «{ord}»: ingenting i filen svarer til det.")
        result.merknader.append(Message.of_text(text, valg=option, ord=word))
