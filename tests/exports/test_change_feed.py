"""The feed of what has changed in the register: the plan system's words, newest first, one entry for each commit."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from support.gittools import commit, git
from support.helpers import DATE, check, fjordvik, write

from planlint.change import register_history
from planlint.change.version import plans_version
from planlint.site.build import files
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.text import language

DAY = date.fromisoformat(DATE)
ATOM = "{http://www.w3.org/2005/Atom}"
PLAN = "tittel: {}\ntype: fagplan\nstatus: {}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan and a goal that came, changed, moved and went."""
    root = fjordvik(tmp_path / "rot")
    commit(root, "2024-01-01")
    write(root, "planer/x.yaml", PLAN.format("Xplanen", "igangsatt"))
    write(root, "planer/y.yaml", PLAN.format("Yplanen", "igangsatt"))
    commit(root, "2024-02-01")
    write(root, "planer/x.yaml", PLAN.format("Xplanen", "vedtatt"))
    write(root, "tiltak/t.yaml", "tittel: Et <tiltak>\nmål: [gode-liv]\n")
    commit(root, "2024-03-01")
    write(root, "planer/x.yaml", "# en kommentar\n" + PLAN.format("Xplanen", "vedtatt"))
    commit(root, "2024-03-02")
    (root / "plans/planer/mappe").mkdir()
    (root / "plans/planer/y.yaml").rename(root / "plans/planer/mappe/y.yaml")
    commit(root, "2024-03-03")
    (root / "plans/planer/mappe/y.yaml").unlink()
    commit(root, "2024-03-04")
    return root


def feed(root: Path, code: str = "nb") -> ET.Element:
    """Give the feed of a plan system."""
    register, lang = open_system(root, DAY).register, language(code)
    assert register is not None
    site = Nettsted(register, check(root, DAY), lang, plans_version(root, lang, with_changes=True))
    return ET.fromstring(files(site, ("atom",), None)["endringer.atom"])  # noqa: S314 - our own


def entries(root: Path, code: str = "nb") -> list[tuple[str, str, str, str]]:
    """Give the day, title, text and page of each entry."""
    return [
        (
            str(one.findtext(f"{ATOM}updated"))[:10],
            str(one.findtext(f"{ATOM}title")),
            str(one.findtext(f"{ATOM}summary")),
            one.findall(f"{ATOM}link")[0].attrib["href"],
        )
        for one in feed(root, code).findall(f"{ATOM}entry")
    ]


def test_each_change_is_told_newest_first(root: Path) -> None:
    """New, changed and gone, in fields and titles; a comment and a move change nothing, and are not told."""
    told = entries(root)
    assert told[:3] == [
        ("2024-03-04", "«Yplanen»", "Yplanen: tatt ut av registeret", "planer.html"),
        (
            "2024-03-01",
            "«Xplanen» og «Et <tiltak>»",
            "Xplanen: Status: Under arbeid → Vedtatt\nEt <tiltak>: kom inn i registeret",
            "planer.html",
        ),
        (
            "2024-02-01",
            "«Xplanen» og «Yplanen»",
            "Xplanen: kom inn i registeret\nYplanen: kom inn i registeret",
            "planer.html",
        ),
    ]
    assert [day for day, *_ in told] == sorted((day for day, *_ in told), reverse=True)


def test_ids_stay_and_the_feed_is_as_old_as_its_newest(root: Path) -> None:
    """What comes later changes no entry that was there; the same history gives the same bytes."""
    before = [str(one.findtext(f"{ATOM}id")) for one in feed(root).findall(f"{ATOM}entry")]
    assert feed(root).findtext(f"{ATOM}updated") == "2024-03-04T00:00:00Z"
    write(root, "planer/x.yaml", PLAN.format("Xplanen", "erstattet"))
    commit(root, "2024-04-01")
    after = feed(root)
    assert [str(one.findtext(f"{ATOM}id")) for one in after.findall(f"{ATOM}entry")][1:] == before
    assert entries(root)[0][3] == "plan/x.html"
    assert ET.tostring(after) == ET.tostring(feed(root))


def test_many_files_at_once_are_counted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A commit of more files than are read is told by their number alone."""
    monkeypatch.setattr(register_history, "_READ", 1)
    (day, title, text, page) = next(one for one in entries(root) if one[0] == "2024-03-01")
    assert (day, title) == ("2024-03-01", "2 filer i registeret er lagt til, endret eller tatt bort")
    assert text == f"{title}."
    assert page == "planer.html"


def test_a_long_change_is_cut(root: Path) -> None:
    """Twenty lines and three titles are told, and how many more there are."""
    for number in range(25):
        write(root, f"planer/n{number:02}.yaml", PLAN.format(f"Plan {number:02}", "igangsatt"))
    commit(root, "2024-05-01")
    _, title, text, _ = entries(root)[0]
    assert title == "«Plan 00», «Plan 01», «Plan 02» og 22 til"
    assert len(text.splitlines()) == 21
    assert text.endswith("og 5 endringer til")


def test_half_a_history_and_none(root: Path, tmp_path: Path) -> None:
    """A shallow clone does not call its oldest files new; without git the feed is there, and empty."""
    git(tmp_path, "clone", "-q", "--depth", "1", root.as_uri(), "grunn")
    assert entries(tmp_path / "grunn") == []
    assert entries(fjordvik(tmp_path / "uten")) == []


def test_other_languages(root: Path) -> None:
    """The words are the site's."""
    assert entries(root, "en")[0][2] == "Yplanen: taken out of the register"
    assert entries(root, "nn")[0][2] == "Yplanen: teken ut av registeret"
