"""What must be decided before anything is written, each with the exact words to type and one answer for all."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import N_, NN_, Message, slug, typed_option
from planlint.imports.table.answers import LONG
from planlint.words import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planlint.imports.declared_words import DeclaredWords
    from planlint.imports.known_plans import KnownPlan
    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.run.strategy import Strategy
    from planlint.imports.table.answers import UserAnswers
    from planlint.imports.table.reader import Line, ReadTable

_MANY = 12
_ON_A_LINE = 3
_WORDS = 8


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question: what it is about, lines of what it is about, and the options to type, each with what it says.

    `is_first`: it is best asked before the others, as its answer settles several of them. `usual` is the option that
    most tables need, with what it does; where nothing is more likely than the rest, a word in capitals is left to fill
    in; none where no option is for all tables.
    """

    text: Message
    about: tuple[Message, ...] = ()
    options: tuple[tuple[Message, str], ...] = ()
    usual: tuple[tuple[Message, str], ...] = ()
    is_first: bool = False


def asked_types(plans: Iterable[ImportedPlan], lookup: DeclaredWords) -> Iterator[OpenQuestion]:
    """Ask for the types of the plans that have none: without it nothing that the type requires is checked."""
    by: dict[str, list[str]] = defaultdict(list)
    parted: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for plan in plans:
        if "type" not in plan.felt and not plan.is_task:
            word = next((item.tekst for item in plan.uforstaatt if item.kolonne == "type"), "")
            kind = kind_of(word or plan.tittel)
            if kind and (among := lookup.variants(kind)):
                parted[kind.navn, tuple(among)].append(plan.tittel)
            else:
                by[word].append(plan.tittel)
    for (name, ids), titles in parted.items():
        yield _parted(name, ids, titles)
    if by:
        yield _without_type(by, [*lookup.plansystem.plantyper])


def _parted(name: str, among: tuple[str, ...], titles: list[str]) -> OpenQuestion:
    """Ask which of the types that a kind is parted in some plans are of: nothing in the table says it."""
    text = NN_(
        "{n} plan er kalt «{ord}», og plansystem.yaml deler det i `{typer}`. Tabellen sier ikke hvilken det er.",
        "{n} planer er kalt «{ord}», og plansystem.yaml deler det i `{typer}`. Tabellen sier ikke hvilken det er.",
    )
    options = [
        (Message.of_text(N_("alle er `{type}`"), type=id_), typed_option("--type", f"{name}={id_}")) for id_ in among
    ]
    options += [_one_title(titles[0], id_) for id_ in among]
    about = [Message.of_text(N_("{titler}"), titler=", ".join(titles[at : at + _ON_A_LINE])) for at in _lines(titles)]
    if len(titles) > _MANY:
        about.append(Message.of_text(N_("og {n} til"), n=len(titles) - _MANY))
    told = Message.of_text(
        N_('bytt ut TYPE med `{typer}`. Er en av dem noe annet, skriv den også: --type "TITTEL=TYPE"'),
        typer=", ".join(among),
    )
    return OpenQuestion(
        Message.of_text(text, n=len(titles), ord=name, typer=", ".join(among)), tuple(about), tuple(options),
        ((told, typed_option("--type", f"{name}=TYPE")),),
    )  # fmt: skip


def _one_title(title: str, id_: str) -> tuple[Message, str]:
    """Give the option for the type of one plan by its title, which goes before what is said of all."""
    return (
        Message.of_text(N_("bare «{tittel}» er `{type}`"), tittel=title, type=id_),
        typed_option("--type", f"{title}={id_}"),
    )


def _lines(titles: list[str]) -> range:
    return range(0, min(len(titles), _MANY), _ON_A_LINE)


def _without_type(by: dict[str, list[str]], types: list[str]) -> OpenQuestion:
    """Ask for the types of plans by the words that the table has for them."""
    known = ", ".join(types)
    about = [
        Message.of_text(N_("«{ord}»: {titler}"), ord=word, titler=_some(titles)) for word, titles in by.items() if word
    ]
    silent = by.get("", [])
    about += [
        Message.of_text(N_("Tabellen sier ingen plantype: {titler}"), titler=", ".join(silent[at : at + _ON_A_LINE]))
        for at in _lines(silent)
    ]
    if len(silent) > _MANY:
        about.append(Message.of_text(N_("og {n} til"), n=len(silent) - _MANY))
    options = [
        (Message.of_text(N_("det «{ord}» betyr"), ord=word), typed_option("--type", f"{word}=ID"))
        for word in by
        if word
    ]
    options.append((Message.of_text(N_("alle som mangler type")), '--type "*=ID"'))
    options.append((Message.of_text(N_("lag de typene som titlene selv nevner")), "--declare"))
    if len(silent) > 1:
        told = Message.of_text(N_("bare «{tittel}»"), tittel=silent[0])
        options.append((told, typed_option("--type", f"{silent[0]}=ID")))
    text = NN_(
        "{n} plan mangler plantype, og da er ikke kravene til typen prøvd. Typene i plansystem.yaml er `{typer}`.",
        "{n} planer mangler plantype, og da er ikke kravene til typen prøvd. Typene i plansystem.yaml er `{typer}`.",
    )
    told = Message.of_text(
        N_(
            "alle rader uten type blir temaplaner, også prosjekter og oppgaver, om du ikke skiller dem ut først med "
            '--row "TEKST=oppgave". Er én av dem noe annet, skriv den også: --type "TITTEL=ID"'
        )
    )
    usual = ((told, '--type "*=temaplan"'),) if "temaplan" in types else ()
    number = sum(map(len, by.values()))
    return OpenQuestion(Message.of_text(text, n=number, typer=known), tuple(about), tuple(options), usual)


def asked_groups(names: Iterable[str]) -> Iterator[OpenQuestion]:
    """Ask what the headings mean that nothing tells the meaning of: none is taken for what stood above it."""
    names = [*names]
    if not names:
        return
    first = names[0]
    options = (
        (Message.of_text(N_("planene under den er av en type")), typed_option("--group", f"{first}=TYPE")),
        (Message.of_text(N_("den er enheten som har ansvaret")), typed_option("--group", f"{first}=ansvarlig")),
        (Message.of_text(N_("det er bestemt for planene under den")), typed_option("--group", f"{first}=utgår")),
        (Message.of_text(N_("den sier ingenting om planene")), typed_option("--group", f"{first}=overskrift")),
        (Message.of_text(N_("det samme for alle")), '--group "*=overskrift"'),
    )
    text = Message.of_text(N_("Hva betyr disse overskriftene i tabellen?"))
    about = [Message.of_text(N_("«{tekst}»"), tekst=name) for name in names[:_MANY]]
    if len(names) > _MANY:
        about.append(Message.of_text(N_("og {n} til"), n=len(names) - _MANY))
    usual = (Message.of_text(N_("overskriftene blir tatt med ord for ord, og sier ikke mer")), '--group "*=overskrift"')
    yield OpenQuestion(text, tuple(about), options, (usual,))


def asked_lines(tables: Iterable[ReadTable]) -> Iterator[OpenQuestion]:
    """Ask whether a line with only a title is a plan, and what several plans in one cell are."""
    lines = [line for table in tables for line in table.asked]
    for line in lines:
        if line.kind == "several":
            text = N_("{ark}, linje {nr}: cellen nevner flere planer. Del raden i tabellen, en rad for hver plan.")
            about = tuple(Message.of_text(N_("«{tekst}»"), tekst=one) for one in line.rest.splitlines())
            title = " ".join(line.text.split())
            options = (
                (Message.of_text(N_("det er én plan")), typed_option("--row", f"{title}=plan")),
                (Message.of_text(N_("ikke ta den med")), typed_option("--row", f"{title}=ikke")),
            )
            yield OpenQuestion(Message.of_text(text, ark=line.sheet, nr=line.number), about, options)
    alone = [line for line in lines if line.kind != "several"]
    if alone:
        yield _alone(alone)


def _alone(lines: list[Line]) -> OpenQuestion:
    first = begun(lines[0].text)
    options = (
        (Message.of_text(N_("det er en plan")), typed_option("--row", f"{first}=plan")),
        (Message.of_text(N_("det er arbeid som ikke er en plan")), typed_option("--row", f"{first}=oppgave")),
        (Message.of_text(N_("det er en overskrift")), typed_option("--group", f"{first}=overskrift")),
        (Message.of_text(N_("ikke ta den med")), typed_option("--row", f"{first}=ikke")),
        (Message.of_text(N_("alle er planer")), '--row "*=plan"'),
    )
    about = [
        Message.of_text(
            N_("{ark}, linje {nr}: «{tekst}» har ikke nummer, slik de fleste radene over har. I raden står: {resten}")
            if line.has_more
            else N_("{ark}, linje {nr}: «{tekst}» har bare en tittel"),
            ark=line.sheet,
            nr=line.number,
            tekst=" ".join(line.text.split()),
            resten=" ".join(line.rest.split()),
        )
        for line in lines[:_MANY]
    ]
    if len(lines) > _MANY:
        about.append(Message.of_text(N_("og {n} til"), n=len(lines) - _MANY))
    usual = (Message.of_text(N_("disse linjene blir ikke med, men listet")), '--row "*=ikke"')
    text = Message.of_text(N_("Er disse linjene planer?"))
    return OpenQuestion(text, tuple(about), options, (usual,))


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
    about = Message.of_text(N_("{titler}"), titler=_some(titles))
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


SAME = "samme"
"""The answer that says of all rows that are alike in two tables that they are one plan."""


def asked_rows(doubts: Iterable[tuple[ImportedPlan, ImportedPlan]]) -> Iterator[OpenQuestion]:
    """Ask whether two rows of two tables, whose titles are alike, are about one plan."""
    doubts = [*doubts]
    all_ = ((Message.of_text(N_("alle radene som ligner, er samme plan")), typed_option("--match", f"*={SAME}")),)
    for plan, other in doubts:
        title, text = (
            plan.tittel,
            N_("Linje {nr}: «{tittel}» ligner på «{annen}» på linje {linje} i en annen tabell. Er det samme plan?"),
        )
        options = (
            (
                Message.of_text(N_("samme plan som «{annen}»"), annen=other.tittel),
                typed_option("--match", f"{title}={slug(other.tittel)}"),
            ),
            (Message.of_text(N_("en ny plan")), typed_option("--new", f"{title}")),
            (Message.of_text(N_("ikke ta den med")), typed_option("--skip", f"{title}")),
            *(all_ if len(doubts) > 1 else ()),
        )
        asked = Message.of_text(text, nr=plan.nummer, tittel=title, annen=other.tittel, linje=other.nummer)
        yield OpenQuestion(asked, (), options, (_same_or_new(title, other.tittel, slug(other.tittel)),))


def _same_or_new(title: str, other: str, id_: str) -> tuple[Message, str]:
    """Give the answer that two titles which are alike are one plan's, and what to type where they are not."""
    told = Message.of_text(
        N_("«{tittel}» og «{annen}» er samme plan. Er de to planer, skriv {ny} i stedet"),
        tittel=title, annen=other, ny=typed_option("--new", title),
    )  # fmt: skip
    return told, typed_option("--match", f"{title}={id_}")


def faults_of(option: str, answers: UserAnswers) -> Iterator[Message]:
    """Tell of the answers that are about nothing in the file, or begin several of its texts: both may be slips."""
    for word in answers.unused:
        text = N_(
            "--{valg} «{ord}»: ingenting i filen trenger det svaret. Skriv teksten slik den står i filen, hel eller "
            "med mer enn {n} av de første tegnene, eller ta svaret bort."
        )
        yield Message.of_text(text, valg=option, ord=word, n=LONG)
    for word, texts in answers.shared.items():
        text = N_("--{valg} «{ord}»: flere tekster i filen begynner slik. Skriv hele teksten: {titler}.")
        yield Message.of_text(text, valg=option, ord=word, titler="; ".join(f"«{one}»" for one in texts))


def asked_match(title: str, number: int, like: Iterable[str]) -> OpenQuestion:
    """Ask whether a row is about a plan whose title is like its own."""
    ids = [*like]
    options = [
        (Message.of_text(N_("samme plan som `{id}`"), id=id_), typed_option("--match", f"{title}={id_}")) for id_ in ids
    ]
    options.append((Message.of_text(N_("en ny plan")), typed_option("--new", f"{title}")))
    options.append((Message.of_text(N_("ikke ta den med")), typed_option("--skip", f"{title}")))
    text = N_("Linje {nr}: «{tittel}» ligner på en plan som finnes.")
    usual = [_same_or_new(title, one, one) for one in ids[:1]]
    return OpenQuestion(Message.of_text(text, nr=number, tittel=title), (), tuple(options), tuple(usual))


def begun(text: str) -> str:
    """Give the first words of a text, which are enough to name it by."""
    words = text.split()
    return " ".join(words[:_WORDS])


def _some(titles: list[str]) -> str:
    more = f" … (+{len(titles) - _MANY})" if len(titles) > _MANY else ""
    return ", ".join(titles[:_MANY]) + more
