"""`planlint codeowners`: write who is asked to read a change, or tell whether what stands there is right."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from planlint.base import N_, why
from planlint.cli.common import CommandStop, root_option, the_root
from planlint.cli.opening import open_register
from planlint.cli.told import tell

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.system import System

_MAX_BYTES = 4 << 20  # more than GitHub reads of it


def _unknown(system: System) -> bool:
    """Tell whether some file does not say who is responsible, or who owns, because it is at fault."""
    loaded = system.loaded
    declared = loaded.broken.get("plansystem", frozenset())
    return bool(
        loaded.opaque
        or declared & {"sektorer", "eiere"}
        or any("ansvarlig" in fields for fields in loaded.broken.values())
    )


def _text(root: Path, top: Path, old: str) -> str:
    """Give CODEOWNERS as it should be; stop where a file is at fault, for then its line would be lost."""
    from planlint.hosts import block, merged

    system, register = open_register(root, None)
    if _unknown(system):
        raise CommandStop(
            N_("Det er feil i filene i plans/, så eierne er ikke kjent. Kjør `planlint check` og rett dem først.")
        )
    prefix = root.resolve().relative_to(top).as_posix()
    files = [file for file in system.contents if file.count("/") > 1]
    return merged(old, block(register, files, "" if prefix == "." else f"{prefix}/"))


@click.command("codeowners")
@click.option("--check", is_flag=True, help="Skriv ingenting; sluttkode 1 når filen ikke stemmer.")
@root_option
def command(check: bool, root: Path | None) -> None:  # noqa: FBT001 - click passes it by name
    """Skriv CODEOWNERS av `eiere` i plansystem.yaml.

    GitHub ber da dem som eier en sektor, om å lese endringer i sektorens planer. Dine egne linjer i filen blir stående.
    """
    from planlint.base import read_within, write_within
    from planlint.hosts import CodeownersError, place, repository

    found = the_root(root)
    top = repository(found)
    file = place(top)
    name = file.relative_to(top).as_posix()
    try:
        old = (read_within(top, file, _MAX_BYTES) or b"").decode()
        new = _text(found, top, old)
        if old != new and not check:
            write_within(top, file, new)
    except OSError as error:
        raise CommandStop(N_("Kan ikke bruke {fil}: {grunn}."), fil=name, grunn=why(error)) from None
    except UnicodeDecodeError:
        raise CommandStop(N_("{fil} er ikke UTF-8. Lagre filen på nytt som UTF-8."), fil=name) from None
    except CodeownersError as error:
        raise CommandStop(N_("Kan ikke endre {fil}: {feil}."), fil=name, feil=error) from None
    wrong = N_("{fil} stemmer ikke. Kjør `planlint codeowners`.") if check else N_("{fil} er skrevet.")
    tell(N_("{fil} stemmer.") if old == new else wrong, fil=name)
    sys.exit(int(check and old != new))
