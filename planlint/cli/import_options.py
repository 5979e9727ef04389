"""What the options of `planlint import` say: read as an order, or typed again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.base import N_, argument, slug
from planlint.cli.common import CommandStop

if TYPE_CHECKING:
    from collections.abc import Iterable

    import click

    from planlint.imports import ImportOrder
    from planlint.register import Register

Given = dict[str, Any]
"""The arguments of the command by their names."""
_NEVER_AGAIN = frozenset(("dry_run", "day"))


def order_of(given: Given, register: Register) -> ImportOrder:
    """Give what is asked for. Stops where an option cannot be read, or names what is not declared."""
    from planlint.imports import Choices, ImportOrder, RowOrigin

    types, same = _pairs("--type", given["types"], "Kommunedelplaner=kommunedelplan"), _matches(given)
    source, declare = given["source"], given["declare"]
    _declared(register, source, types, declare=declare)
    own = slug(given["file"].stem) or "tabell"
    if not source and not given["kind"] and (declare or own in register.plansystem.kilder):
        source = own  # the next edition of a table is from the source that was named after it
    chosen = Choices(same, frozenset(given["news"]), frozenset(given["skips"]))
    kind = given["kind"] or ""
    return ImportOrder(
        RowOrigin(source or "", given["place"]), chosen, types, given["sheets"], given["clear"],
        columns=_fields(given["columns"], kind), groups=_pairs("--group", given["groups"], "Helse=ansvarlig"),
        rows=_one_of("--row", given["rows"], ("plan", "oppgave", "ikke")),
        decisions=_one_of("--decision", given["decisions"], _choices()),
        gone=_pairs("--gone", given["gone"], "ID=utgått"), planstrategi=given["planstrategi"], declare=declare,
        kind=kind, plan=_plan(given["plan"], kind, register),
    )  # fmt: skip


def _matches(given: Given) -> dict[str, str]:
    return _pairs("--match", given["matches"], "TITTEL=PLAN")


def _pairs(option: str, values: tuple[str, ...], right: str) -> dict[str, str]:
    """Read TEKST=ID; the last equals sign parts them, as a title may have one."""
    found: dict[str, str] = {}
    for value in values:
        text, equals, id_ = value.rpartition("=")
        if not equals or not text.strip() or not id_.strip():
            text = N_('{valg} skrives som "{riktig}". Her står det «{verdi}».')
            raise CommandStop(text, valg=option, riktig=right, verdi=value)
        found[text.strip().strip("«»")] = id_.strip()
    return found


def _declared(register: Register, source: str | None, types: dict[str, str], *, declare: bool) -> None:
    """Stop where an option names a source or a plan type that is not declared."""
    system = register.plansystem
    if source and source not in system.kilder and not declare:
        known = ", ".join(system.kilder) or N_("ingen")
        raise CommandStop(
            N_("--source: «{kilde}» står ikke under `kilder` i plansystem.yaml. Der står: `{kjente}`."),
            kilde=source,
            kjente=known,
        )
    for word, id_ in types.items():
        if id_ not in system.plantyper:
            known = ", ".join(system.plantyper)
            raise CommandStop(
                N_("--type «{ord}»: «{id}» er ingen plantype i plansystem.yaml. Der står: `{kjente}`."),
                ord=word,
                id=id_,
                kjente=known,
            )


def _one_of(option: str, values: tuple[str, ...], known: tuple[str, ...]) -> dict[str, str]:
    """Read TEKST=ORD, where the word is one of those that the option knows."""
    found = _pairs(option, values, f"TEKST={known[0]}")
    for text, word in found.items():
        if word not in known:
            raise CommandStop(
                N_("{valg} «{tekst}»: «{ord}» er ikke et svar. Svarene er `{kjente}`."),
                valg=option, tekst=text, ord=word, kjente=", ".join(known),
            )  # fmt: skip
    return found


def _fields(values: tuple[str, ...], kind: str) -> dict[str, str]:
    from planlint.imports import COLUMN_FIELDS, field_names

    return _one_of("--column", values, field_names(kind) if kind else COLUMN_FIELDS)


def _plan(id_: str, kind: str, register: Register) -> str:
    """Give the plan that the rows are of. Stops where there is none of that id, or the rows are plans."""
    if id_ and not kind:
        raise CommandStop(N_("--plan gjelder bare sammen med --kind."))
    if id_ and id_ not in register.planer:
        raise CommandStop(N_("--plan: det er ingen plan med id `{id}`."), id=id_)
    return id_


def _choices() -> tuple[str, ...]:
    from typing import get_args

    from planlint.model import Valg

    return get_args(Valg)


def typed(given: Given, options: Iterable[click.Option]) -> list[str]:
    """Give the arguments as they may be typed again, in marks of quotation where they need them."""
    words = [argument(str(given["file"]))]
    for option in dict.fromkeys(options):
        value = given.get(option.name or "")
        if not value or option.name in _NEVER_AGAIN:
            continue
        if value is True:
            words.append(option.opts[0])
            continue
        words += [f"{option.opts[0]} {argument(str(one))}" for one in (value if isinstance(value, tuple) else (value,))]
    return words
