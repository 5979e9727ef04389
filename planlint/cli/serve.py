"""`planlint serve`: the site in the browser while somebody edits, drawn again at every save."""

from __future__ import annotations

import errno
import threading
from typing import TYPE_CHECKING

import click

from planlint.base import N_, why
from planlint.cli.click_words import WholeNumber
from planlint.cli.common import (
    CommandStop,
    lang_option,
    system_options,
    the_day,
    the_root,
)
from planlint.cli.told import tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from http.server import ThreadingHTTPServer
    from pathlib import Path

    from watchfiles.main import FileChange

    from planlint.site import ServeLoop, Showing

_PORT = 8000
_BEAT = 250
"""How often, in milliseconds, we look whether somebody has pressed Ctrl+C."""


@click.command("serve")
@click.option("--port", type=WholeNumber(0, 65535), default=_PORT, show_default=True, help="Porten. 0 velger en ledig.")
@system_options
@lang_option
def command(port: int, day: date | None, root: Path | None, lang: str | None) -> None:
    """Vis nettstedet i nettleseren mens du skriver, bare på denne maskinen.

    Siden lastes på nytt hver gang du lagrer. Kan en fil ikke leses, står siden som sist, med feilen øverst.
    """
    from planlint.check import Request
    from planlint.site import LivingSite, ServeIndex, ServeLoop, Showing, index, is_available, make_server
    from planlint.system import UsageError

    _watcher()
    found, shown = the_root(root).resolve(), Showing()
    try:
        changes = _changes(found)
        site = LivingSite(found, lambda: Request(the_day(day), lang=lang))
    except UsageError as error:
        raise CommandStop(error.melding) from None
    try:
        server = make_server(shown, port)
    except OSError as error:
        reason = N_("den er opptatt") if error.errno == errno.EADDRINUSE else why(error)
        text = N_("Kan ikke bruke port {port}: {grunn}. Velg en annen med --port; --port 0 velger en ledig.")
        raise CommandStop(text, port=port, grunn=reason) from None
    try:
        searched = ServeIndex(index if is_available() else None)
        loop = ServeLoop(site, shown, searched, tell, lambda fault: click.echo(fault, err=True))
        _run(server, loop, lambda: _follow(changes, shown))
    except KeyboardInterrupt:
        tell(N_("Avsluttet."))
    finally:
        shown.stop()
        server.server_close()


def _watcher() -> None:
    """Stop with a sentence where the library that watches files is missing."""
    from importlib.util import find_spec

    if find_spec("watchfiles") is None:
        raise CommandStop(N_("`planlint serve` trenger watchfiles. Installer det med: `pip install watchfiles`"))


def _changes(root: Path) -> Iterator[set[FileChange]]:
    """Watch the files from now on; yield what has changed, and now and then nothing."""
    from watchfiles import watch

    from planlint.base import folder

    watched = [path for path in (root / "plans", root / "templates", folder("templates")) if path.is_dir()]
    seen = watch(*dict.fromkeys(watched), debounce=200, step=20, rust_timeout=_BEAT, yield_on_timeout=True)
    next(seen)  # watching begins here: what is saved while the first page is drawn must not be missed
    return seen


def _follow(changes: Iterator[set[FileChange]], shown: Showing) -> None:
    """Pass on every change until the end."""
    for change in changes:
        if shown.slutt:
            return
        if change:
            shown.tell(sorted({path for _, path in change}))


def _run(server: ThreadingHTTPServer, loop: ServeLoop, follow: Callable[[], None]) -> None:
    """Serve, and follow the files, until somebody presses Ctrl+C."""
    threading.Thread(target=server.serve_forever, daemon=True).start()
    threading.Thread(target=follow, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    tell(N_("Nettstedet vises på {adresse} (Ctrl+C avslutter)"), adresse=address)
    try:
        loop.run()
    finally:
        server.shutdown()
