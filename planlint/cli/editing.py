"""What the editing commands share: open, find, write or show the difference, and tell what follows."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from planlint.base import N_, Message, Ord, verbatim
from planlint.cli.common import CommandStop, options, system_options, the_language, the_root
from planlint.cli.opening import open_register, tell_of_held_back
from planlint.cli.told import tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from planlint.base import Diagnostic
    from planlint.change import OutcomeChange
    from planlint.edit import Workspace
    from planlint.register import Register
    from planlint.system import System
    from planlint.text import Language

diff_option = click.option("--diff", is_flag=True, help="Vis endringen, og skriv ingenting.")
edit_options = options(diff_option, system_options)
MAX_FINDINGS = 20
_LACKING = "PL005"
MANY = 3
"""So many findings of one rule are told one by one; more are told together."""


class EditCommand(click.Command):
    """A command that changes files: what was left half done is taken back first, also by one that is refused."""

    def make_context(self, *args: Any, **named: Any) -> click.Context:
        """Read the words of the command line; where they are wrong, recover where we stand, and say so."""
        try:
            return super().make_context(*args, **named)
        except click.UsageError:
            recovered(the_root(None))
            raise

    def invoke(self, ctx: click.Context) -> Any:
        """Recover, then do what the command does."""
        root = the_root(ctx.params.get("root"))
        recovered(root)
        tell_of_held_back(root)
        return super().invoke(ctx)


def recovered(root: Path) -> None:
    """Take back a change that was broken off, if there is one, before anything else is done."""
    from planlint.edit import EditError, recover

    try:
        if recover(root):
            tell(N_("En endring som var avbrutt, er tatt tilbake."))
    except EditError as error:
        raise CommandStop(N_("Ingenting er endret: {feil}."), feil=error) from None


def open_for_edit(root: Path | None, day: date | None) -> tuple[System, Register]:
    """Open a plan system that is going to change, or stop with a sentence."""
    return open_register(the_root(root), day)


def edit(system: System, make: Callable[[Workspace], None], *, diff: bool, hint: Message | None = None) -> None:
    """Make an edit in memory, judge it, then write all of it or nothing, and tell what was done and what follows.

    `hint` is what to do when the edit makes a file faulty.
    """
    from planlint.edit import Workspace, apply, consequences

    work, lang = Workspace(system), the_language(None, system)
    with all_or_nothing(lang, hint):
        make(work)
        change = consequences(work) if work.changes() else None
        if change is not None and not diff:
            apply(system.root, work.changes(), work.was())
    _tell(work, change, lang, diff=diff)


@contextmanager
def all_or_nothing(lang: Language, hint: Message | None = None) -> Iterator[None]:
    """Tell why an edit is not made, in a sentence or by the faults that it would make; exit code 2."""
    from planlint.edit import EditError, FaultError
    from planlint.system import UsageError

    try:
        yield
    except UsageError as error:
        raise CommandStop(error.melding) from None
    except FaultError as error:
        raise CommandStop(verbatim(_faults(error.faults, lang, hint))) from None
    except EditError as error:
        raise CommandStop(N_("Ingenting er endret: {feil}."), feil=error) from None


def _faults(faults: list[Diagnostic], lang: Language, hint: Message | None) -> str:
    from planlint.output import said

    rows = [lang.gettext("Ingenting er endret, for da ville noe blitt galt:")]
    for item in faults:
        words = said(item, lang)
        rows.append(f"  {item.place.file}: {words.message} {lang.gettext('Slik retter du')}: {words.help}")
    rows += [hint.in_language(lang)] if hint and any(item.code == _LACKING for item in faults) else []
    return clean("\n".join(rows))


def clean(text: str) -> str:
    """Make a text harmless on a terminal and in the log of a runner, line by line."""
    from planlint.output import harmless, no_commands

    return no_commands("\n".join(harmless(row) for row in text.split("\n")))


def _tell(work: Workspace, change: OutcomeChange | None, lang: Language, *, diff: bool) -> None:
    if not work.changes():
        rows = [
            lang.gettext("Ingenting å endre: det står slik fra før."),
            *(note.in_language(lang) for note in work.told),
        ]
        click.echo(clean("\n".join(rows)))
        return
    rows = changed_files(work, lang, diff=diff)
    rows += [note.in_language(lang) for note in work.told]
    rows += findings(change, lang, lambda: titles_of(work.after())) if change else []
    click.echo(clean("\n".join(rows)))


def changed_files(work: Workspace, lang: Language, *, diff: bool) -> list[str]:
    """Give a line for each file that changes, or with `diff` how it does."""
    rows: list[str] = []
    for path, raw in sorted(work.changes().items()):
        old = work.was()[path]
        rows += difference(path, old, raw) if diff else [f"{path}: {lang.gettext(_done(old, raw))}"]
    return rows


def _done(old: bytes | None, new: bytes | None) -> Ord:
    return N_("slettet") if new is None else N_("endret") if old is not None else N_("ny fil")


def difference(path: str, old: bytes | None, new: bytes | None) -> list[str]:
    """Give a unified diff of one file."""
    from difflib import unified_diff

    before, after = ((raw or b"").decode("utf-8-sig", "replace").replace("\r\n", "\n") for raw in (old, new))
    names = (f"a/{path}" if old is not None else "/dev/null", f"b/{path}" if new is not None else "/dev/null")
    return list(unified_diff(before.splitlines(), after.splitlines(), *names, lineterm=""))


def titles_of(system: System) -> dict[str, str]:
    """Give the titles of all files, by kind and id with a slash between."""
    every = (entity for entities in system.loaded.entities.values() for entity in entities.values())
    return {entity.entity: entity.tittel for entity in every}


def findings(change: OutcomeChange, lang: Language, titles: Callable[[], Mapping[str, str]]) -> list[str]:
    """Give the findings that the edit brings, and how many it mends; those of a rule that tells many are told once.

    `titles` gives those of all files after the edit.
    """
    from planlint.output import grouped_findings

    number = Counter(item.code for item in change.new)
    few = [item for item in change.new if number[item.code] <= MANY]
    rows = ["", lang.gettext("Nytt for `planlint check`:")] if change.new else []
    for item in few[:MAX_FINDINGS]:
        rows += _finding(item, lang)
    if len(few) > MAX_FINDINGS:
        more = lang.gettext("… og {n} til. Kjør `planlint check`.")
        rows.append(f"  {more.format(n=len(few) - MAX_FINDINGS)}")
    if many := [item for item in change.new if number[item.code] > MANY]:
        rows += grouped_findings(many, lang, titles())
    if change.gone:
        rows.append(lang.ngettext("{n} funn er borte.", "{n} funn er borte.", len(change.gone)))
    if change.idle:
        rows.append(lang.gettext("Noen kjente avvik eller unntak trengs ikke lenger. `planlint avvik prune` rydder."))
    return rows


def _finding(item: Diagnostic, lang: Language) -> list[str]:
    from planlint.output import said
    from planlint.rules import RULES
    from planlint.text import SEVERITY

    words, severity = said(item, lang), lang.gettext(SEVERITY[item.severity])
    head = f"  {item.place.file}: {severity} {item.code} {RULES[item.code].name}"
    return [head, f"    {words.message}", f"    {lang.gettext('Slik retter du')}: {words.help}"]
