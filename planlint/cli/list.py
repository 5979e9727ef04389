"""`planlint list KIND`: a filtered table."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from planlint.base import N_, Message, did_you_mean
from planlint.cli.common import CommandStop, LateChoice
from planlint.cli.opening import tell_left_out
from planlint.cli.reporting import TEXT_JSON, Question, json_text, report_command
from planlint.cli.told import WrongValue, said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.register import GroupedRows, Register
    from planlint.text import Language


def _kinds() -> list[str]:
    """Give the kinds as the folders name them, and «mål» as people write it."""
    from planlint.model import FOLDERS

    return [*FOLDERS.values(), "mål"]


def _where(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> list[tuple[str, str]]:  # noqa: ARG001 - click's signature
    pairs = []
    for value in values:
        key, equals, wanted = value.partition("=")
        if not equals:
            raise WrongValue(
                N_("«{verdi}» er ikke på formen `felt=verdi`, for eksempel `status=vedtatt` eller `periode.til=2019`."),
                verdi=value,
            )
        pairs.append((key.strip(), wanted.strip()))
    return pairs


def _known(option: str, key: str, names: list[str]) -> None:
    """Stop at a key that no such file can have: a slip of the pen must not look like an empty answer."""
    from planlint.base import nearest

    first = key.partition(".")[0]
    if first not in names:
        suggestion = nearest(first, names)
        ask = did_you_mean(suggestion) or Message.of_text(N_("Feltene er `{felter}`."), felter=", ".join(names))
        raise CommandStop(N_("{valg} {felt}: det finnes ikke noe slikt felt her."), ask, valg=option, felt=key)


def _types(register: Register, lang: Language) -> dict[str, str]:
    """Give what each type is called: of plans and goals as the municipality names them."""
    declared = register.plansystem
    own = {id_: item.navn for types in (declared.plantyper, declared.maaltyper) for id_, item in types.items()}
    return own | {"utfordring": lang.gettext("Utfordring"), "målkonflikt": lang.gettext("Målkonflikt")}


def _table(rows: list[dict[str, str]], types: Mapping[str, str], lang: Language) -> str:
    from planlint.output import harmless, label

    told = [row | {"type": types.get(row["type"], row["type"])} for row in rows]
    names = ("id", "nummer", "variant", "type", "status", "stemmer", "tittel")
    columns = [name for name in names if any(row.get(name) for row in told)]
    heads = {name: lang.gettext(label(name) or "ID").upper() for name in columns}
    widths = {name: max(len(heads[name]), *(len(row[name]) for row in told)) for name in columns}
    return "\n".join(
        harmless("  ".join(f"{line[name]:<{widths[name]}}" for name in columns).rstrip()) for line in (heads, *told)
    )


@click.command("list")
@click.argument("kind", metavar="SLAG", type=LateChoice(_kinds))
@click.option(
    "--where", multiple=True, callback=_where, metavar="FELT=VERDI", help="Bare de med denne verdien. Kan gjentas."
)
@click.option("--group", metavar="FELT", help="Vis radene i grupper etter dette feltet, for eksempel sektor.")
@report_command(TEXT_JSON)
def command(question: Question, kind: str, where: list[tuple[str, str]], group: str | None) -> None:
    """Vis en tabell over alle av ett slag.

    SLAG er `plan`, `planstrategi`, `maal`, `indikator`, `tiltak`, `utfordring` eller `innspill`.

    FELT er et felt i filen; punktum skiller nivåene (`periode.til`, `hendelser.organ`); `status.nå` er status på dagen.

    Svar på dagen: `gjelder`, `i_kraft`, `over_fristen`, `kunnskap` og `rød_tråd` for planer, `fulgt_opp` for mål,
    `sektor` og `programområde` for dem og for tiltak og indikatorer: sektoren selv, med programområdene i den.
    """
    from planlint.register import grouped_rows, rows, where_keys

    register, lang = question.register, question.language
    kind = "maal" if kind == "mål" else kind
    for option, key in [*(("--where", key) for key, _ in where), *([("--group", group)] if group else [])]:
        _known(option, key, where_keys(kind))
    if group:
        groups = grouped_rows(register, kind, where, group, lang)
        question.answer(
            text=lambda: _in_groups(groups, _types(register, lang), lang),
            json=lambda: json_text([{"group": one.key, "name": one.navn, "rows": one.rader} for one in groups]),
        )
    else:
        _plain(question, rows(register, kind, where, lang))
    if code := tell_left_out(question.system):
        sys.exit(code)


def _in_groups(groups: list[GroupedRows], types: Mapping[str, str], lang: Language) -> str:
    """Give the groups, each under its name with the number of rows."""
    from planlint.output import harmless

    told = (f"{harmless(one.navn)} ({len(one.rader)})\n{_table(one.rader, types, lang)}\n" for one in groups)
    return "\n".join(told) or said(N_("Ingen treff.")) + "\n"


def _plain(question: Question, found: list[dict[str, str]]) -> None:
    register, lang = question.register, question.language
    question.answer(
        text=lambda: (_table(found, _types(register, lang), lang) if found else said(N_("Ingen treff."))) + "\n",
        json=lambda: json_text(found),
    )
