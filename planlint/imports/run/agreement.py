"""Two decisions about one plan in one planstrategi: what both say together, or the question which of them holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, Message, typed_option
from planlint.imports.fold_words import fold
from planlint.imports.run.open_question import OpenQuestion
from planlint.model import MADE_ANEW

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.table.answers import UserAnswers
    from planlint.register import Register

_GOES_ON = MADE_ANEW | {"videreføres"}


def agreed(one: str, other: str) -> str:
    """Give the decision that two say together; "" where they say different things.

    What is carried on in one place and made anew in another is revised.
    """
    if not one or not other or one == other:
        return one or other
    return "revideres" if {one, other} <= _GOES_ON else ""


def hold_against_register(
    plans: Iterable[ImportedPlan], register: Register, strategy: str, match: Mapping[str, str], seen: Collection[str]
) -> None:
    """Note on each plan what the planstrategi has decided about it already, where the table says something else.

    `match` are the ids that the user has told titles to mean, and `seen` the plans of this table's last edition, whose
    changes are the table's own.
    """
    by_title = {fold(plan.tittel): plan for plan in register.planer.values()}
    named = {fold(title): id_ for title, id_ in match.items()}
    for row in plans:
        title = fold(row.tittel)
        plan = register.find_plan(named.get(title, "")) or by_title.get(title)
        decision = plan.beslutninger.get(strategy) if plan and plan.id not in seen else None
        valg = row.beslutning.get("valg", "")
        if decision is None or not valg:
            continue
        if both := agreed(decision.valg, valg):
            row.beslutning["valg"] = both
        else:
            row.uenig.append((decision.valg, Message.of_text(N_("planstrategien i registeret"))))


def asked_decisions(plans: Iterable[ImportedPlan], answers: UserAnswers) -> Iterator[OpenQuestion]:
    """Ask which decision holds where two places say different things; an answer of the user's is laid on the plan."""
    for plan in plans:
        if not plan.uenig:
            continue
        if answer := answers.answer(plan.tittel, others=False):
            plan.beslutning["valg"] = answer
            continue
        yield _asked(plan)


def _asked(plan: ImportedPlan) -> OpenQuestion:
    valg = plan.beslutning["valg"]
    about = N_("{sted} sier `{valg}`")
    here = Message.of_text(N_("linje {nr} i «{ark}»"), nr=plan.nummer, ark=plan.ark)
    said = [(valg, here), *plan.uenig]
    each = dict.fromkeys(word for word, _ in said)
    options = tuple(
        (
            Message.of_text(N_("det er `{valg}` som gjelder"), valg=word),
            typed_option("--decision", f"{plan.tittel}={word}"),
        )
        for word in each
    )
    told = N_("«{tittel}»: `{valg}` gjelder. Er det noe annet, skriv det i stedet")
    usual = (Message.of_text(told, tittel=plan.tittel, valg=valg), typed_option("--decision", f"{plan.tittel}={valg}"))
    text = N_("Det står to beslutninger om «{tittel}». Hvilken gjelder?")
    return OpenQuestion(
        Message.of_text(text, tittel=plan.tittel),
        tuple(Message.of_text(about, sted=where, valg=word) for word, where in said),
        options,
        (usual,),
    )
