"""The law as data: well formed, with days, links and a named degree of certainty."""

from __future__ import annotations

from datetime import date

import pytest

from planlint.law import Bestemmelse, bestemmelser, gjelder, read

ALL = bestemmelser()


@pytest.mark.parametrize("bestemmelse", ALL.values(), ids=str)
def test_a_provision_is_whole(bestemmelse: Bestemmelse) -> None:
    """Each has a requirement, an address at Lovdata, a certainty and a time that runs forwards."""
    assert bestemmelse.krav.endswith(".")
    assert bestemmelse.lenke.startswith("https://lovdata.no/dokument/")
    assert bestemmelse.sikkerhet in {"A", "B", "C"}
    assert bestemmelse.til is None or bestemmelse.fra < bestemmelse.til
    assert not bestemmelse.avloest_av or ALL[bestemmelse.avloest_av].fra > bestemmelse.fra


def test_name_and_link() -> None:
    """A reader sees the law's name and paragraph, and comes to the right place."""
    assert ALL["pbl-10-1"].navn == "plan- og bygningsloven § 10-1"
    assert ALL["pbl-10-1"].lenke == "https://lovdata.no/dokument/NL/lov/2008-06-27-71/§10-1"
    assert ALL["spr-klima-2024"].navn == "statlige planretningslinjer for klima og energi (2024)"
    assert ALL["spr-klima-2024"].lenke == "https://lovdata.no/dokument/SF/forskrift/2024-12-20-3359"


def test_the_day_decides() -> None:
    """The school report ended on 1 August 2024; the barnevern plan began on 1 January 2022, in the former act."""
    assert ALL["opplaeringslova-1998-13-10"].gjelder(date(2024, 7, 31))
    assert not ALL["opplaeringslova-1998-13-10"].gjelder(date(2024, 8, 1))
    both = ("barnevernloven-1992-3-1", "barnevernsloven-15-1")
    assert [gjelder(both, date(year, 1, 1)) for year in (2021, 2022, 2023)] == [False, True, True]


def test_what_ended_names_what_came_instead() -> None:
    """A planner who meets a stale provision is told the new one."""
    ended = [item for item in ALL.values() if item.til]
    assert ended
    assert all(item.avloest_av for item in ended)


def test_a_broken_list_of_provisions_is_refused() -> None:
    """A slip in the law data must not pass for a law that asks for nothing."""
    with pytest.raises(ValueError, match="bestemmelser"):
        read("pbl-2-2: {}\npbl-2-2: {}\n")
