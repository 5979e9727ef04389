"""Questions about what a table's decisions and words belong to, and answers that are about nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, Message, typed_option
from planlint.imports.run.open_question import OpenQuestion, some

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planlint.imports.known_plans import KnownPlan
    from planlint.imports.run.strategy import Strategy
    from planlint.imports.table.answers import UserAnswers


def asked_strategy(strategy: Strategy, *, declare: bool) -> Iterator[OpenQuestion]:
    """Ask which planstrategi the table's decisions are of, where there is none of its years."""
    if strategy.id and not strategy.is_new:
        return
    if strategy.id and declare:
        return
    text = N_("Tabellen sier hva som er bestemt om planene. Hvilken planstrategi er det?")
    name = strategy.id or "planstrategi-2023-2027"
    make = N_("en ny, for {periode}") if strategy.id else N_("en ny, med årene i navnet")
    periode = f"{strategy.first}–{strategy.last}" if strategy.id else ""
    options = [(Message.of_text(make, periode=periode), f"--planstrategi {name}")]
    options.append((Message.of_text(N_("en som finnes")), "--planstrategi ID"))
    told = Message.of_text(N_("beslutningene i tabellen blir ført på planstrategien `{id}`"), id=name)
    usual = [(told, "--declare" if strategy.id else f"--planstrategi {name}")]
    yield OpenQuestion(Message.of_text(text), (), tuple(options), tuple(usual))


def told_by_years(strategy: Strategy) -> Message:
    """Tell that a planstrategi is known by the years of the work only."""
    text = N_(
        "Tabellen sier ikke hvilken planstrategi beslutningene er fra. De er ført på `{id}`, for det meste av "
        "arbeidet er i den valgperioden. Er det en annen, skriv --planstrategi ID."
    )
    return Message.of_text(text, id=strategy.id)


def asked_gone(plans: Mapping[str, tuple[KnownPlan, str]]) -> Iterator[OpenQuestion]:
    """Ask what became of the plans that the table had last time and has no longer; the successors are offered."""
    for id_, (plan, next_) in plans.items():
        options = [
            (Message.of_text(N_("den gjelder fortsatt")), typed_option("--gone", f"{id_}=står")),
            (Message.of_text(N_("den har gått ut")), typed_option("--gone", f"{id_}=utgått")),
        ]
        if next_:
            options.insert(
                0,
                (Message.of_text(N_("den er erstattet av `{id}`"), id=next_), typed_option("--gone", f"{id_}={next_}")),
            )
        options.append((Message.of_text(N_("alle som er borte, gjelder fortsatt")), '--gone "*=står"'))
        text = N_("«{tittel}» sto i tabellen sist, men er ikke der nå.")
        usual = (Message.of_text(N_("planene som er borte fra tabellen, gjelder fortsatt")), '--gone "*=står"')
        yield OpenQuestion(Message.of_text(text, tittel=plan.tittel), (), tuple(options), (usual,))


def offered_declaration(names: Iterable[str]) -> OpenQuestion:
    """Offer to declare what the table names and plansystem.yaml lacks."""
    text = Message.of_text(N_("Tabellen nevner dette, og det står ikke i plansystem.yaml:"))
    about = tuple(Message.of_text(N_("«{tekst}»"), tekst=name) for name in names)
    return OpenQuestion(text, about, ((Message.of_text(N_("legg det inn")), "--declare"),), is_first=True)


def offered_decision(titles: Iterable[str]) -> OpenQuestion:
    """Offer to say what is decided of the plans that the table has work with and no decision about."""
    titles = [*titles]
    text = Message.of_text(
        N_(
            "Tabellen har arbeid med disse planene, og sier ikke hva som er bestemt. Hopper du over, blir årene "
            "stående som arbeid med planen, uten beslutning i planstrategien:"
        )
    )
    about = Message.of_text(N_("{titler}"), titler=some(titles))
    first = titles[0]
    options = (
        (
            Message.of_text(N_("bare «{tittel}»: den finnes ikke fra før"), tittel=first),
            typed_option("--decision", f"{first}=ny"),
        ),
        (
            Message.of_text(N_("bare «{tittel}»: den gjelder i dag"), tittel=first),
            typed_option("--decision", f"{first}=revideres"),
        ),
        (Message.of_text(N_("alle: ingen av dem finnes fra før, de er nye planer")), '--decision "*=ny"'),
        (Message.of_text(N_("alle: de gjelder i dag, og skal revideres")), '--decision "*=revideres"'),
    )
    return OpenQuestion(text, (about,), options)


def faults_of(option: str, answers: UserAnswers) -> Iterator[Message]:
    """Tell of the answers that are about nothing in the file, or begin several of its texts: both may be slips."""
    for word in answers.unused:
        text = N_(
            "--{valg} «{ord}»: ingenting i filen trenger det svaret. Skriv teksten slik den står i filen, hel eller "
            "med mer enn {n} av de første tegnene, eller ta svaret bort."
        )
        yield Message.of_text(text, valg=option, ord=word, n=answers.least)
    for word, texts in answers.shared.items():
        text = N_("--{valg} «{ord}»: flere tekster i filen begynner slik. Skriv hele teksten: {titler}.")
        yield Message.of_text(text, valg=option, ord=word, titler="; ".join(f"«{one}»" for one in texts))
