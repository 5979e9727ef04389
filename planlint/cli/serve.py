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
from planlint.cli.opening import open_or_stop
from planlint.cli.told import said, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from http.server import ThreadingHTTPServer
    from pathlib import Path

    from planlint.site import Showing

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
    from planlint.site import Showing, make_server

    _watcher()
    found, shown = the_root(root).resolve(), Showing()
    open_or_stop(found, the_day(day))
    try:
        server = make_server(shown, port)
    except OSError as error:
        reason = N_("den er opptatt") if error.errno == errno.EADDRINUSE else why(error)
        text = N_("Kan ikke bruke port {port}: {grunn}. Velg en annen med --port; --port 0 velger en ledig.")
        raise CommandStop(text, port=port, grunn=reason) from None
    try:
        changes = _changes(found)
        _draw(shown, found, day, lang)
        _run(server, shown, _follow(changes, lambda: _draw(shown, found, day, lang)))
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


def _draw(shown: Showing, root: Path, day: date | None, lang: str | None) -> None:
    """Draw the site and show it; tell of what is wrong."""
    from planlint.site import DrawnSite, draw_site

    drawn = draw_site(root, the_day(day), lang)
    faults = drawn.feil if isinstance(drawn, DrawnSite) else drawn
    if isinstance(drawn, DrawnSite):
        shown.show(drawn)
    else:
        shown.behold(drawn)
    for fault in faults:
        click.echo(fault, err=True)


def _changes(root: Path) -> Iterator[str]:
    """Watch the files from now on; yield what has changed, and "" now and then when nothing has."""
    from watchfiles import watch

    from planlint.base import folder
    from planlint.site import changed_names

    watched = [path for path in (root / "plans", root / "templates", folder("templates")) if path.is_dir()]
    seen = watch(*dict.fromkeys(watched), debounce=200, rust_timeout=_BEAT, yield_on_timeout=True)
    next(seen)  # watching begins here: what is saved while the first page is drawn must not be missed
    return (changed_names((path for _, path in changes), root) for changes in seen)


def _follow(changes: Iterator[str], draw: Callable[[], None]) -> Iterator[None]:
    """Draw again at every change; yield when it is done."""
    for change in changes:
        if change:
            tell(N_("Endret: {filer}"), filer=change)
            draw()
            yield


def _run(server: ThreadingHTTPServer, shown: Showing, drawn: Iterator[None]) -> None:
    """Serve, and keep pages and search index up to date, until somebody presses Ctrl+C."""
    threading.Thread(target=server.serve_forever, daemon=True).start()
    wanted = threading.Event()
    wanted.set()
    threading.Thread(target=_index, args=(shown, wanted, said(N_("Søket kunne ikke oppdateres."))), daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    tell(N_("Nettstedet vises på {adresse} (Ctrl+C avslutter)"), adresse=address)
    try:
        for _ in drawn:
            wanted.set()
    finally:
        server.shutdown()


def _index(shown: Showing, wanted: threading.Event, failed: str) -> None:
    """Keep the search index up to date behind the pages, one at a time; `failed` is what to say when it cannot be."""
    import subprocess

    from planlint.site import index, make_search_index

    while wanted.wait() and not shown.slutt:
        wanted.clear()
        try:
            shown.add_search(make_search_index(shown.files, lambda folder: index(folder, shown.spraak)))
        except (OSError, subprocess.SubprocessError):
            click.echo(failed, err=True)
