"""Questions about the types of plans: of those that have none, and of those whose word has several types."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.base import N_, NN_, Message, typed_option
from planlint.imports.run.open_question import MANY, OpenQuestion, some
from planlint.words import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.imports.declared_words import DeclaredWords
    from planlint.imports.rows.imported_plan import ImportedPlan

_ON_A_LINE = 3


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
    if len(titles) > MANY:
        about.append(Message.of_text(N_("og {n} til"), n=len(titles) - MANY))
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
    return range(0, min(len(titles), MANY), _ON_A_LINE)


def _without_type(by: dict[str, list[str]], types: list[str]) -> OpenQuestion:
    """Ask for the types of plans by the words that the table has for them."""
    known = ", ".join(types)
    about = [
        Message.of_text(N_("«{ord}»: {titler}"), ord=word, titler=some(titles)) for word, titles in by.items() if word
    ]
    silent = by.get("", [])
    about += [
        Message.of_text(N_("Tabellen sier ingen plantype: {titler}"), titler=", ".join(silent[at : at + _ON_A_LINE]))
        for at in _lines(silent)
    ]
    if len(silent) > MANY:
        about.append(Message.of_text(N_("og {n} til"), n=len(silent) - MANY))
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
    if kinds := dict.fromkeys(kind.navn for title in silent if (kind := kind_of(title))):
        text_own = N_(
            "rader uten type blir temaplaner, også prosjekter og oppgaver, om du ikke skiller dem ut først med "
            '--row "TEKST=oppgave". Men det som titlene selv kaller {typer}, får den typen, for --declare legger den '
            'inn. Er én av dem noe annet, skriv den også: --type "TITTEL=ID"'
        )
        told = Message.of_text(text_own, typer=", ".join(kinds))
    usual = ((told, '--type "*=temaplan"'),) if "temaplan" in types else ()
    number = sum(map(len, by.values()))
    return OpenQuestion(Message.of_text(text, n=number, typer=known), tuple(about), tuple(options), usual)
