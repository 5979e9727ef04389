"""Questions about the lines of a table: what a heading means, and whether a line is a plan or two of them are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, Message, slug, typed_option
from planlint.imports.run.open_question import MANY, OpenQuestion, begun

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.table.read_table import Line, ReadTable

SAME, PLAN, NOT = "samme", "plan", "ikke"
"""The answers that rows which are alike in two tables are one plan, that a line is a plan, and that it is none."""


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
    about = [Message.of_text(N_("«{tekst}»"), tekst=name) for name in names[:MANY]]
    if len(names) > MANY:
        about.append(Message.of_text(N_("og {n} til"), n=len(names) - MANY))
    usual = (Message.of_text(N_("overskriftene blir tatt med ord for ord, og sier ikke mer")), '--group "*=overskrift"')
    yield OpenQuestion(text, tuple(about), options, (usual,))


def asked_lines(tables: Iterable[ReadTable]) -> Iterator[OpenQuestion]:
    """Ask whether a line with only a title is a plan, and what several plans in one cell are."""
    tables = [*tables]
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
    covered = {table.ark for table in tables if table.legend.nothing}
    alone = [line for line in lines if line.kind not in {"several", "work"}]
    work = [line for line in lines if line.kind == "work"]
    is_mostly_work = len(work) >= len(alone)
    if alone:
        plans = all(line.sheet in covered and not line.has_more for line in alone)
        yield _alone(alone, is_each=bool(work) and is_mostly_work, is_told=plans)
    if work:
        yield _work(work, is_each=not is_mostly_work)


def _work(lines: list[Line], *, is_each: bool) -> OpenQuestion:
    """Ask whether rows that have the names of work are plans; `is_each`: the answer for all is about other lines."""
    titles = [*dict.fromkeys(" ".join(line.text.split()).rstrip("*") for line in lines)]
    first = titles[0]
    options = (
        (Message.of_text(N_("det er arbeid som ikke er en plan")), typed_option("--row", f"{first}=oppgave")),
        (Message.of_text(N_("det er en plan")), typed_option("--row", f"{first}=plan")),
        (Message.of_text(N_("ikke ta den med")), typed_option("--row", f"{first}=ikke")),
        *(() if is_each else ((Message.of_text(N_("alle er arbeid som ikke er en plan")), '--row "*=oppgave"'),)),
    )
    about = [Message.of_text(N_("«{tekst}»"), tekst=title) for title in titles[:MANY]]
    if len(titles) > MANY:
        about.append(Message.of_text(N_("og {n} til"), n=len(titles) - MANY))
    told = N_("«{tekst}» blir en oppgave i planstrategien")
    usual = [(Message.of_text(told, tekst=one), typed_option("--row", f"{one}=oppgave")) for one in titles]
    if not is_each:
        usual = [(Message.of_text(N_("disse radene blir oppgaver i planstrategien")), '--row "*=oppgave"')]
    text = Message.of_text(N_("Disse radene heter det samme som arbeid som ikke er en plan. Hva er de?"))
    return OpenQuestion(text, tuple(about), options, tuple(usual))


def _alone(lines: list[Line], *, is_each: bool, is_told: bool) -> OpenQuestion:
    """Ask whether lines with only a title are plans; `is_each`: the answer for all is about other lines.

    `is_told`: a line of the file says what it means that nothing stands beside a title, so that they most likely are.
    """
    first = begun(lines[0].text)
    options = (
        (Message.of_text(N_("det er en plan")), typed_option("--row", f"{first}=plan")),
        (Message.of_text(N_("det er arbeid som ikke er en plan")), typed_option("--row", f"{first}=oppgave")),
        (Message.of_text(N_("det er en overskrift")), typed_option("--group", f"{first}=overskrift")),
        (Message.of_text(N_("ikke ta den med")), typed_option("--row", f"{first}=ikke")),
        *(() if is_each else ((Message.of_text(N_("alle er planer")), '--row "*=plan"'),)),
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
        for line in lines[:MANY]
    ]
    if len(lines) > MANY:
        about.append(Message.of_text(N_("og {n} til"), n=len(lines) - MANY))
    told = Message.of_text(N_("disse linjene blir ikke med, men listet"))
    if is_told:
        told = Message.of_text(N_("disse linjene er planer: filen sier hva det betyr at en rad ikke har noe merke"))
    word = PLAN if is_told else NOT
    answers = [typed_option("--row", f"{begun(line.text)}={word}") for line in lines]
    answers = answers if is_each else [f'--row "*={word}"']
    text = Message.of_text(N_("Er disse linjene planer?"))
    return OpenQuestion(text, tuple(about), options, tuple((told, answer) for answer in dict.fromkeys(answers)))


def asked_rows(doubts: Iterable[tuple[ImportedPlan, ImportedPlan]]) -> Iterator[OpenQuestion]:
    """Ask whether two rows of two tables, whose titles are alike, are about one plan."""
    doubts = [*doubts]
    same = typed_option("--match", f"*={SAME}")
    all_ = ((Message.of_text(N_("alle radene som ligner, er samme plan")), same),)
    told = N_('radene som ligner hverandre, er samme plan. Er noen av dem to planer, skriv også --new "TITTEL"')
    usual = (Message.of_text(told), same)
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
        own = _same_or_new(title, other.tittel, slug(other.tittel))
        yield OpenQuestion(asked, (), options, (usual if len(doubts) > 1 else own,))


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


def _same_or_new(title: str, other: str, id_: str) -> tuple[Message, str]:
    """Give the answer that two titles which are alike are one plan's, and what to type where they are not."""
    told = Message.of_text(
        N_("«{tittel}» og «{annen}» er samme plan. Er de to planer, skriv {ny} i stedet"),
        tittel=title, annen=other, ny=typed_option("--new", title),
    )  # fmt: skip
    return told, typed_option("--match", f"{title}={id_}")
