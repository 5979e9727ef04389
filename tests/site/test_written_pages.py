"""Two processes draw the pages: the same site as one makes, whatever becomes of the other one."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, check, fjordvik, write

from planlint.base import second_process
from planlint.site import FORMATS, build_site, search_index, written_pages
from planlint.site.build import files
from planlint.site.drawing import Drawing
from planlint.site.render import Templates
from planlint.site.written_pages import write_pages
from planlint.system.system import open_system
from planlint.tables import BuildError, Nettsted
from planlint.text import language

DAY = date.fromisoformat(DATE)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Nettsted:
    """Give Fjordvik's site, with an edition of another day."""
    root = fjordvik(tmp_path_factory.mktemp("fjordvik"))
    text = (root / "plans/plansystem.yaml").read_text(encoding="utf-8")
    write(root, "plansystem.yaml", f"{text}nettsted: {{tidspunkter: [2022-01-01]}}\n")
    system = open_system(root, DAY)
    assert system.register is not None
    return Nettsted(system.register, check(root, DAY), language("nb"), root=root)


@pytest.fixture(scope="module")
def alone(site: Nettsted) -> dict[str, bytes]:
    """Give the files of the site as one process makes them."""
    return files(anew(site), FORMATS, None)


@pytest.fixture(autouse=True)
def _two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let two processes draw, wherever that can be done."""
    monkeypatch.setattr(written_pages, "_WORTHWHILE", 0)
    monkeypatch.setattr(second_process, "can_fork", lambda: hasattr(os, "fork"))


def anew(site: Nettsted) -> Nettsted:
    """Give the same site with nothing gathered."""
    return Nettsted(site.register, site.report, site.lang, root=site.root)


def built(site: Nettsted, out: Path) -> dict[str, bytes]:
    """Build a site, and give its files by their paths, the index and the mark aside."""
    paths = build_site(anew(site), out, FORMATS, None)
    found = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    plain = {path: data for path, data in found.items() if not path.startswith(("pagefind/", ".planlint"))}
    assert paths == sorted(plain), "what is told is what was written"
    return plain


def only_in_the_copy(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Let something happen when the second share is drawn in a copy of this process."""
    first, draw = os.getpid(), written_pages.draw_share

    def drawn(drawing: Drawing, *rest: object) -> object:
        if os.getpid() != first:
            act()
        return draw(drawing, *rest)  # type: ignore[arg-type] # as it was called

    monkeypatch.setattr(written_pages, "draw_share", drawn)


def nobody_is_left() -> bool:
    """Tell whether this process has no other that works for it."""
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


def test_the_site_is_the_same_with_two_processes_as_with_one(
    site: Nettsted, alone: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte for byte, every format and an edition too; no path is drawn twice, by one process or by both."""
    before = list[int]()
    only_in_the_copy(monkeypatch, lambda: before.append(1))
    assert built(site, tmp_path / "to") == alone
    assert before == [], "what the other process did, it did elsewhere"
    paths = list[str]()
    write_pages(Drawing(anew(site), Templates), lambda path, _: paths.append(path), _nothing, alone=True)
    assert len(paths) == len(set(paths))


def _nothing() -> None:
    """Take no step."""


def test_the_pages_are_listed_in_the_order_of_a_reader(site: Nettsted) -> None:
    """Whoever draws them: the search and the sitemap have them as they are made one after the other."""
    one, two = (Drawing(anew(site), Templates) for _ in range(2))
    expected = one.listed
    write_pages(two, lambda *_: None, _nothing, alone=False)
    assert two.listed == expected
    assert len(expected) > 100


@pytest.mark.parametrize("how", [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: os._exit(0), lambda: 1 / 0])
def test_a_process_that_ends_before_its_time_changes_nothing(
    site: Nettsted, alone: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: Callable[[], object]
) -> None:
    """What it did not do is done here: the site is whole."""
    only_in_the_copy(monkeypatch, how)
    assert built(site, tmp_path / "to") == alone
    assert nobody_is_left()


def test_a_system_without_copies_draws_all_by_itself(
    site: Nettsted, alone: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows: one process, the same site."""
    monkeypatch.setattr(second_process, "can_fork", lambda: False)
    only_in_the_copy(monkeypatch, lambda: os._exit(1))
    assert built(site, tmp_path / "en") == alone


FAULTY = (
    "{% extends 'layout.html.j2' %}{% block innhold %}{% if side.sti == 'STI' %}{{ 1 / 0 }}{% endif %}{% endblock %}"
)


def test_a_fault_in_either_share_is_told_and_nothing_is_published(site: Nettsted, tmp_path: Path) -> None:
    """The page that cannot be drawn may be anybody's: the sentence is the same, and no process goes on."""
    own, told = tmp_path / "egne", set[str]()
    own.mkdir()
    for plan in sorted(site.register.planer)[:2]:  # one in each share
        (own / "plan.html.j2").write_text(FAULTY.replace("STI", f"plan/{plan}.html"), encoding="utf-8")
        with pytest.raises(BuildError, match="division by zero") as caught:
            build_site(anew(site), tmp_path / "to", FORMATS, own)
        told.add(str(caught.value.melding.in_language(site.lang)))
        assert not (tmp_path / "to").exists()
        assert nobody_is_left()
    assert len(told) == 1
    (own / "plan.html.j2").write_text(FAULTY, encoding="utf-8")
    assert build_site(anew(site), tmp_path / "to", FORMATS, own), "the template is faulty for the page alone"


def test_a_disk_that_refuses_the_other_process_is_told_by_the_file(site: Nettsted, alone: dict[str, bytes]) -> None:
    """What cannot be written there cannot be written here, and it is told here."""
    told = Drawing(anew(site), Templates)
    refused = [path for path in alone if path.startswith("plan/")]

    def put(path: str, _: bytes) -> None:
        if path == refused[1]:
            raise OSError(28, "No space left on device", path)

    with pytest.raises(OSError, match="No space") as caught:
        write_pages(told, put, _nothing, alone=False)
    assert caught.value.filename == refused[1]
    assert nobody_is_left()


def test_every_page_of_today_comes_into_the_index(
    site: Nettsted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that the other process drew, and the one that is made with the data; no page of another day."""
    seen, command = list[str](), search_index.command

    def looked(pages: Path, *rest: object) -> list[str]:
        seen.extend(path.relative_to(pages).as_posix() for path in pages.rglob("*.html"))
        return command(pages, *rest)  # type: ignore[arg-type] # as it was called

    monkeypatch.setattr(search_index, "is_available", lambda: True)
    monkeypatch.setattr(search_index, "command", lambda *args: [looked(*args)[0], "-c", "pass"])
    pages = built(site, tmp_path / "to")
    assert sorted(seen) == sorted(path for path in pages if path.endswith(".html") and not path.startswith("tid/"))
    assert "planstrategi.html" in seen
    assert any(path.startswith("tid/") for path in pages)
