"""What an import concludes of a plan, and no cell says: told, with what to type where it is not so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, NN_, Message, argument, slug, typed_option

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.imports.rows.imported_plan import ImportedPlan

_FEW = 3


def told_derived(plans: Iterable[ImportedPlan]) -> Iterator[Message]:
    """Tell of the decisions and the statuses that are concluded."""
    plans = [*plans]
    if decided := [plan for plan in plans if "valg" in plan.utledet]:
        text = NN_(
            "Tabellen har arbeid med {titler}, og sier ikke hva som er bestemt. Planen gjelder i dag, eller er en del "
            "av kommuneplanen, som alle kommuner skal ha. Derfor er den ført som `revideres`. Er det noe annet, skriv "
            "{valg}.",
            "Tabellen har arbeid med {titler}, og sier ikke hva som er bestemt. Planene gjelder i dag, eller er deler "
            "av kommuneplanen, som alle kommuner skal ha. Derfor er de ført som `revideres`. Er det noe annet, skriv "
            "{valg}.",
        )
        option = typed_option("--decision", f"{decided[0].tittel}=VALG")
        yield Message.of_text(text, n=len(decided), titler=_named(decided), valg=option)
    for plan in plans:
        if "status" in plan.utledet:
            told = N_(
                "«{tittel}» står som `under revisjon`: tittelen sier at planen blir laget sammen med planstrategien, "
                "og tabellen har arbeid med den fra det første året. Er den ikke under arbeid, skriv {kommando} "
                "etterpå."
            )
            command = f"planlint set {argument(slug(plan.tittel))} status=STATUS"
            yield Message.of_text(told, tittel=plan.tittel, kommando=command)


def _named(plans: list[ImportedPlan]) -> str:
    """Give the titles of some plans, and how many more there are."""
    more = f" … (+{len(plans) - _FEW})" if len(plans) > _FEW else ""
    return ", ".join(f"«{plan.tittel}»" for plan in plans[:_FEW]) + more
