"""Calendars to subscribe to: one with everything, and one for each sector with the law's dates as well.

What is overdue stands on the day it had.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from planlint.register import parts_of
from planlint.tables import DEADLINE_KINDS, clean, frister, late_deadlines, need_nettsted, site_root, url

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from planlint.tables import DeadlineRow, Nettsted

FORMATS = ("ics",)
ICS_PATH = "plansystem.ics"
PATHS = (ICS_PATH, "ics/*.ics")
_END = b"END:VCALENDAR\r\n"


def calendar_path(sektor: str) -> str:
    """Give the path of a sector's calendar."""
    return f"ics/{sektor}.ics"


def _hendelse(site: Nettsted, library: Any, frist: DeadlineRow, stamp: datetime) -> bytes:
    """Give an all-day event that leaves the reader's day free."""
    sektor = site.register.plansystem.sektorer.get(frist.sektor)
    event = library.Event()
    event.add("uid", frist.uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", frist.dag)
    event.add("dtend", frist.dag + timedelta(days=1))
    event.add("summary", ": ".join(part for part in (frist.hva, frist.tittel) if part).replace("\n", " "))
    if frist.merknad:
        event.add("description", frist.merknad)
    event.add("categories", [site.lang.gettext(DEADLINE_KINDS[frist.slag]), *([clean(sektor.navn)] if sektor else [])])
    event.add("transp", "TRANSPARENT")
    if frist.side and site_root(site):
        event.add("url", url(site, frist.side))
    return bytes(event.to_ical())


def _calendar(site: Nettsted, library: Any, name: str, path: str, events: Sequence[bytes]) -> bytes:
    calendar = library.Calendar()
    for key, value in {
        "prodid": f"-//planlint//plansystem//{site.lang.code.upper()}",
        "version": "2.0",
        "calscale": "GREGORIAN",
        "method": "PUBLISH",
        "x-wr-calname": name,
        "x-published-ttl": "P1D",
    }.items():
        calendar.add(key, value)
    if site_root(site):
        calendar.add("url", url(site, path))
    head = bytes(calendar.to_ical()).removesuffix(_END)
    return head + b"".join(events) + _END


def _timestamp(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def files(site: Nettsted) -> Iterator[tuple[str, str, bytes]]:
    """Yield the calendar of everything, then one for each declared sector."""
    library, stamp = need_nettsted("icalendar"), _timestamp(site.register.today)
    rows = {frist.uid: frist for frist in (*late_deadlines(site), *frister(site))}.values()
    found = [(frist, _hendelse(site, library, frist, stamp)) for frist in rows]
    name = site.lang.gettext("Plansystemet i {kommune}").format(kommune=clean(site.kommune))
    yield "ics", ICS_PATH, _calendar(site, library, name, ICS_PATH, [event for _, event in found])
    for id_, sektor in sorted(site.register.plansystem.sektorer.items()):
        parts = parts_of(site.register.plansystem, id_)
        own = [event for frist, event in found if frist.sektor in parts or frist.slag == "lov"]
        yield (
            "ics",
            calendar_path(id_),
            _calendar(site, library, f"{name}: {clean(sektor.navn)}", calendar_path(id_), own),
        )
