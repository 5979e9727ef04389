"""Which files and which rules: how a user narrows what several commands look at."""

from __future__ import annotations

from pathlib import Path

import click

from planlint.base import N_
from planlint.cli.common import CommandStop
from planlint.cli.told import WrongValue


def codes_in(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG001 - click's signature
    """Split «PL3,PL201» and refuse codes that begin no rule."""
    from planlint.rules import RULES

    codes = tuple(code.strip().upper() for value in values for code in value.split(",") if code.strip())
    for code in codes:
        if not any(known.startswith(code) for known in RULES):
            raise WrongValue(N_("ingen regel begynner med {kode}. `planlint rules` viser alle."), kode=code)
    return codes


def paths_in(paths: tuple[Path, ...], root: Path) -> tuple[str, ...]:
    """Give the paths as seen from the root; each must exist inside it."""
    only = []
    for path in paths:
        if not path.exists():
            raise CommandStop(N_("{sti} finnes ikke."), sti=path)
        try:
            only.append(path.resolve().relative_to(root.resolve()).as_posix())
        except ValueError:
            raise CommandStop(N_("{sti} ligger ikke i plansystemet {mappe}."), sti=path, mappe=root) from None
    return tuple(only)


select_option = click.option(
    "--select", multiple=True, callback=codes_in, help="Bare disse reglene (PL301 eller PL3, komma imellom)."
)


paths_argument = click.argument("paths", metavar="[STI]...", nargs=-1, type=click.Path(path_type=Path))
