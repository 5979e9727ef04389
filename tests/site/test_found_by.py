"""The pages are found and shared: a sitemap, one address for each page, and old addresses that lead on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from support.helpers import DATE, check, fjordvik, write

from planlint.site import build, drawing
from planlint.site.pages import about_page, front_page, moved_page, not_found_page, plan_page
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.text import language

DAY = date.fromisoformat(DATE)
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def drawn(root: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Draw some pages and what stands beside them."""
    monkeypatch.setattr(drawing, "PAGES", (front_page, plan_page, about_page, moved_page, not_found_page))
    register = open_system(root, DAY).register
    assert register is not None
    site = Nettsted(register, check(root, DAY), language("nb"))
    wanted = (".html", ".xml", ".txt")
    return {path: data.decode() for path, data in build.files(site, ("html",), None).items() if path.endswith(wanted)}


def test_a_site_with_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page that is searched is in the sitemap by its whole address, and says that address itself."""
    root = fjordvik(tmp_path)
    declared = root / "plans/plansystem.yaml"
    text = declared.read_text(encoding="utf-8")
    settings = "nettsted: {adresse: 'https://plan.fjordvik.no/p', kontakt: post@fjordvik.no}\n"
    declared.write_text(f"{text}\n{settings}", encoding="utf-8")
    write(root, "planer/x.yaml", "tittel: Xplanen\ntype: fagplan\n")
    found = drawn(root, monkeypatch)
    listed = [node.text for node in ET.fromstring(found["sitemap.xml"]).iter(LOC)]  # noqa: S314 - our own
    assert "https://plan.fjordvik.no/p/" in listed
    assert "https://plan.fjordvik.no/p/plan/x.html" in listed
    assert not [place for place in listed if place and "404" in place]
    assert '<link rel="canonical" href="https://plan.fjordvik.no/p/plan/x.html">' in found["plan/x.html"]
    assert '<link rel="canonical" href="https://plan.fjordvik.no/p/">' in found["index.html"]
    assert '<meta property="og:title" content="Xplanen">' in found["plan/x.html"]
    assert 'rel="canonical"' not in found["404.html"]
    assert "Sitemap: https://plan.fjordvik.no/p/sitemap.xml" in found["robots.txt"]
    assert '<a class="ds-link" href="mailto:post@fjordvik.no">' in found["plan/x.html"]


def test_a_site_without_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody knows where it lies, so no address is made up, and nobody is named to ask."""
    found = drawn(fjordvik(tmp_path), monkeypatch)
    assert "sitemap.xml" not in found
    assert found["robots.txt"] == "User-agent: *\nAllow: /\n"
    assert 'rel="canonical"' not in found["index.html"]
    assert "Spør om planene" not in found["index.html"]


def test_an_old_address_leads_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has got a new id is found at the old one; an id that another has got since is the other's."""
    root = fjordvik(tmp_path)
    write(root, "planer/ny.yaml", "tittel: Nyplanen\ntype: fagplan\ntidligere_id: [gammel, tatt]\n")
    write(root, "planer/tatt.yaml", "tittel: En annen\ntype: fagplan\n")
    found = drawn(root, monkeypatch)
    assert '<meta http-equiv="refresh" content="0; url=../plan/ny.html">' in found["plan/gammel.html"]
    assert '<a class="ds-link" href="../plan/ny.html">Nyplanen</a>' in found["plan/gammel.html"]
    assert "noindex" in found["plan/gammel.html"]
    assert "<h1" in found["plan/tatt.html"]
    assert "En annen" in found["plan/tatt.html"]
    assert "refresh" not in found["plan/tatt.html"]
