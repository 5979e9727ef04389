"""What is served is what is built: each page on its own the same as among all, after any row of edits."""

from __future__ import annotations

import random
from collections import deque
from datetime import date
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

import pytest
from support.helpers import PLAN, check, fjordvik, write

from planlint.change.version import plans_version
from planlint.check import Request
from planlint.exports import DATA
from planlint.site import living_site
from planlint.site.build import files
from planlint.site.built_formats import FORMATS
from planlint.site.edition import every_edition
from planlint.site.find_page import find_page, has_page
from planlint.site.living_site import LivingSite
from planlint.site.pages import EDITION_PAGES, PAGES
from planlint.system import open_system
from planlint.tables import Nettsted
from planlint.text import language

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2024, 6, 15)
OLD = "tittel: Gammel\ntype: strategi\ntidligere_id: [eldre]\nhendelser: [{hva: vedtatt, dato: 2020}]\n"
EDITS = 3
MANY = 60
"""So many of a kind that the long lists have more than one page."""


def site_of(root: Path) -> Nettsted:
    """Make the site of a folder, afresh."""
    register = open_system(root, DAY).register
    assert register
    lang = language("nb")
    return Nettsted(register, check(root, DAY), lang, plans_version(root, lang, with_changes=True), root=root)


def many_kinds(root: Path) -> dict[str, str]:
    """Write a plan system with something of every kind, an edition, and lists that are cut; give its files."""
    found = {
        "planer/klima.yaml": PLAN,
        "planer/gammel.yaml": OLD,
        "planstrategier/ps.yaml": 'tittel: Planstrategi\nvalgperiode: "2023-2027"\n',
        "maal/utkast.yaml": "tittel: Et utkast\ntype: hovedmål\nplan: klima\nutkast: true\n",
        "indikatorer/luft.yaml": "tittel: Luft\nenhet: mg\nplan: klima\nverdier: {2022: 3}\n",
    }
    for number in range(MANY):
        found[f"tiltak/t{number}.yaml"] = f"tittel: Tiltak nummer {number} {'som er langt ' * 20}\nplan: klima\n"
        found[f"planer/p{number}.yaml"] = f"tittel: Plan {number} {'med en lang tittel ' * 8}\ntype: strategi\n"
    for path, text in found.items():
        write(fjordvik(root), path, text) if path == "planer/klima.yaml" else write(root, path, text)
    declared = root / "plans/plansystem.yaml"
    choices = "nettsted:\n  tidspunkter: [2021-06-01]\n  adresse: https://planer.fjordvik.example/\n"
    choices += "  repositorium: https://github.com/fjordvik/planer\n"
    declared.write_text(declared.read_text(encoding="utf-8") + choices, encoding="utf-8")
    return found


def test_each_page_is_made_alone_as_among_all(tmp_path: Path) -> None:
    """Of today and of an edition: the same content, and no page where there is none; PATHS tells where they lie."""
    many_kinds(tmp_path)
    site = site_of(tmp_path)
    for of, modules in ((site, PAGES), (every_edition(site)[0].site, EDITION_PAGES)):
        made = {page.sti: page for module in modules for page in module.pages(of)}
        for module in modules:
            for page in module.pages(of):
                assert any(fnmatchcase(page.sti, path) for path in module.PATHS), page.sti
            assert {path for path in module.PATHS if "*" not in path} <= made.keys()
        assert {"tiltak-2.html", "maal/utkast.html", "plan/eldre.html"} <= made.keys() or of is not site
        for sti in made:
            assert find_page(of, sti, modules) is not None
            assert has_page(of, sti, modules)
        for sti in (
            "plan/borte.html",
            "helse/PL999.html",
            "tiltak-99.html",
            "borte.html",
            "plan/.html",
            "maal/borte.html",
        ):
            assert find_page(of, sti, modules) is None
            assert not has_page(of, sti, modules)
    for module in DATA:
        for _, path, _ in module.files(site):
            assert any(fnmatchcase(path, pattern) for pattern in module.PATHS), path


@pytest.mark.parametrize("slow", [living_site.SLOW, -1.0])
def test_served_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slow: float) -> None:
    """After each of a row of edits, every file is served as it is built, byte for byte, when its findings have come.

    Also where they come after the page: until then every page can be drawn, and says that its findings are old.
    """
    monkeypatch.setattr(living_site, "SLOW", slow)
    clean, chance = many_kinds(tmp_path), random.Random(20)  # noqa: S311 - the same walk each time
    site = LivingSite(tmp_path, lambda: Request(DAY))
    for number in range(EDITS):
        path = chance.choice(list(clean))
        text = clean[path]
        at = text.index("\n")
        edited = (text[:at] + f" {number}" + text[at:], "tittel: Ny\n", None)[number % 3]
        file = tmp_path / "plans" / path
        file.unlink() if edited is None else file.write_text(edited, encoding="utf-8")
        site.changed([str(file)])
        made = files(site_of(tmp_path), FORMATS, None)
        assert site.is_judged or all(site.find(name).is_former for name in made)
        assert site.is_judged or slow < 0
        deque(site.judging(), maxlen=0)
        served = {name: site.find(name).data for name in made}
        assert [name for name in made if served[name] != made[name]] == []
        assert site.find("plan/borte.html").data is None
