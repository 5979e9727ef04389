"""Which files and which rules: how a user narrows what several commands look at."""

from __future__ import annotations

from pathlib import Path

import click

from planlint.cli.common import Stopp


def codes_in(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG001 - click's signature
    """Split «PL3,PL201» and refuse codes that begin no rule."""
    from planlint.rules import RULES  # noqa: PLC0415 - start-up time is a feature

    codes = tuple(code.strip().upper() for value in values for code in value.split(",") if code.strip())
    for code in codes:
        if not any(known.startswith(code) for known in RULES):
            message = f"ingen regel begynner med {code}. planlint rules viser alle."
            raise click.BadParameter(message)
    return codes


def paths_in(paths: tuple[Path, ...], root: Path) -> tuple[str, ...]:
    """Give the paths as seen from the root; each must exist inside it."""
    only = []
    for path in paths:
        if not path.exists():
            message = f"{path} finnes ikke."
            raise Stopp(message)
        try:
            only.append(path.resolve().relative_to(root.resolve()).as_posix())
        except ValueError:
            message = f"{path} ligger ikke i plansystemet {root}."
            raise Stopp(message) from None
    return tuple(only)


select_option = click.option(
    "--select", multiple=True, callback=codes_in, help="Bare disse reglene (PL301 eller PL3, komma imellom)."
)


paths_argument = click.argument("paths", metavar="[STI]...", nargs=-1, type=click.Path(path_type=Path))
