"""What a municipality puts on its site: crest, colour, sender and declarations; a crest is a still picture, no more."""

from __future__ import annotations

import hashlib
import struct
import zlib
from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, check, fjordvik, write

from planlint.model.nettstedsvalg import Nettstedsvalg, contrast_to_white
from planlint.site import build, drawing
from planlint.site.card import CARD_HEIGHT, CARD_WIDTH
from planlint.site.crest import MOST
from planlint.site.pages import front_page, plan_page
from planlint.site.pixels import Pixels
from planlint.system.system import open_system
from planlint.tables.build_error import BuildError
from planlint.tables.nettsted import Nettsted
from planlint.text import language

DAY = date.fromisoformat(DATE)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 5"><path d="M0 0h4v5z" fill="{}"/></svg>'
TILES = "tittel: {}\ntype: temaplan\nstatus: {}\n"


def drawn(root: Path, monkeypatch: pytest.MonkeyPatch, code: str = "nb", **choices: str) -> dict[str, bytes]:
    """Draw the front and the plans of a municipality with these choices."""
    monkeypatch.setattr(drawing, "PAGES", (front_page, plan_page))
    monkeypatch.setattr(drawing, "DATA", ())
    register = open_system(root, DAY).register
    assert register is not None
    valg = Nettstedsvalg(**choices)  # type: ignore[arg-type] # texts, each for its field
    site = Nettsted(register, check(root, DAY), language(code), valg=valg, root=root)
    return build.files(site, ("html",), None)


def test_crest_colour_and_sender_stand_on_every_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The crest lies in the site by the hash of what is in it; colour, sender and declarations are on each page."""
    root = fjordvik(tmp_path)
    write(root, "planer/x.yaml", TILES.format("Xplanen", "vedtatt"))
    crest = SVG.format("url(#a)").encode()
    (root / "bilder").mkdir()
    (root / "bilder/vaapen.svg").write_bytes(crest)
    found = drawn(
        root,
        monkeypatch,
        våpen="bilder/vaapen.svg",
        farge="#14436B",
        avsender="Fjordvik, plan",
        tilgjengelighetserklæring="https://uu.example/x",
        personvernerklæring="javascript:alert(1)",
    )
    path = f"assets/vaapen-{hashlib.sha256(crest).hexdigest()[:12]}.svg"
    assert found[path] == crest
    assert found["assets/farge.css"] == b".farget { --farge: #14436b }\n"
    for page, up in (("index.html", ""), ("plan/x.html", "../")):
        text = found[page].decode()
        assert f'<img class="vaapen" src="{up}{path}" alt=""' in text
        assert f'<link rel="icon" href="{up}{path}" type="image/svg+xml">' in text
        assert f'<link rel="stylesheet" href="{up}assets/farge.css">' in text
        assert '<meta name="theme-color" content="#14436b">' in text
        assert "Avsender: Fjordvik, plan." in text
        assert 'href="https://uu.example/x">Tilgjengelighetserklæring</a>' in text
        assert "javascript:" not in text


def test_without_choices_the_municipality_is_the_sender(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No crest, no colour, and no declaration is made up."""
    text = drawn(fjordvik(tmp_path), monkeypatch)["index.html"].decode()
    assert "Avsender: Fjordvik kommune." in text
    assert 'class="topp"' in text
    assert "vaapen" not in text
    assert "Tilgjengelighetserklæring" not in text


def test_a_png_is_a_crest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PNG is the other form."""
    root = fjordvik(tmp_path)
    (root / "v.png").write_bytes(Pixels(4, 5, "#ffffff").png())
    assert [path for path in drawn(root, monkeypatch, våpen="v.png") if "vaapen" in path]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("v.svg", SVG.format("red").replace("<path", "<script>alert(1)</script><path"), "skript"),
        ("v.svg", SVG.format("red").replace("<path", '<path onload="alert(1)"'), "skript"),
        ("v.svg", SVG.format("url(https://x.example/a.svg#b)"), "et annet sted"),
        ("v.svg", SVG.format("red").replace("<path", "<style>@import 'x';</style><path"), "et annet sted"),
        ("v.svg", SVG.format("red").replace("<path", "<style>a{b:u\\72l(x)}</style><path"), "et annet sted"),
        ("v.svg", SVG.format("red").replace("<path", '<use href="https://x.example/#a"/><path'), "et annet sted"),
        ("v.svg", SVG.format("red").replace("<path", '<a href="https://x.example/"/><path'), "en lenke"),
        ("v.svg", SVG.format("red").replace("<path", '<image href="#a"/><path'), "et bilde"),
        ("v.svg", SVG.format("red").replace("<path", "<foreignObject/><path"), "annet enn en tegning"),
        (
            "v.svg",
            SVG.format("red").replace("<path", '<metadata><script xmlns="http://www.w3.org/1999/xhtml"/></metadata><path'),
            "annet enn en tegning",
        ),
        ("v.svg", '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("red"), "entiteter"),
        ("v.svg", '<?xml-stylesheet href="x.css"?>' + SVG.format("red"), "entiteter"),
        ("v.svg", "<svg>", "ikke en SVG"),
        ("v.svg", "<html/>", "ikke en SVG"),
        ("v.svg", b"\xff\xfe<\0s\0v\0g\0", "ikke en SVG"),
        ("v.png", SVG.format("red"), "ikke en PNG"),
        ("v.svg", SVG.format("red") + " " * MOST, "for stor"),
    ],
)  # fmt: skip
def test_what_is_no_still_picture_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: str | bytes, why: str
) -> None:
    """Scripts, links, what is fetched, entities, other things by a picture's name, and what is too large."""
    root = fjordvik(tmp_path)
    (root / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    with pytest.raises(BuildError) as raised:
        drawn(root, monkeypatch, våpen=name)
    told = raised.value.melding.in_language(language("nb"))
    assert why in told
    assert name in told


def test_a_crest_that_is_not_there_or_is_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told; nothing outside the folder is ever put on the site."""
    root = fjordvik(tmp_path / "rot")
    with pytest.raises(BuildError, match="finnes ikke"):
        drawn(root, monkeypatch, våpen="v.svg")
    (tmp_path / "ute.svg").write_text(SVG.format("red"), encoding="utf-8")
    (root / "v.svg").symlink_to(tmp_path / "ute.svg")
    with pytest.raises(BuildError, match="følger ingen lenker"):
        drawn(root, monkeypatch, våpen="v.svg")


def test_ordinary_drawings_are_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What drawing programs write: a document type, metadata, gradients, and references inside the file."""
    root = fjordvik(tmp_path)
    text = (
        '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/a.dtd">\n'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><metadata><rdf:RDF rdf:about=""/></metadata>'
        '<defs><linearGradient id="a"><stop/></linearGradient></defs><!-- skjold --><style>path{fill:url(#a)}</style>'
        '<path id="p" d="M0 0z" style="fill:url(#a)"/><use xlink:href="#p"/></svg>'
    )
    (root / "v.svg").write_text(text, encoding="utf-8")
    assert [path for path in drawn(root, monkeypatch, våpen="v.svg") if "vaapen" in path]


def test_contrast_is_counted_as_wcag_does() -> None:
    """Black, white and a grey at the limit, by the figures of the standard."""
    assert contrast_to_white("#000000") == pytest.approx(21)
    assert contrast_to_white("#ffffff") == pytest.approx(1)
    assert contrast_to_white("#767676") == pytest.approx(4.54, abs=0.01)
    with pytest.raises(ValueError, match="contrast"):
        Nettstedsvalg(farge="#777777")


def pixels(png: bytes) -> tuple[int, int, set[bytes]]:
    """Read a PNG of ours: width, height, and the colours in use."""
    at, parts = 8, {}
    while at < len(png):
        (length,), kind = struct.unpack(">I", png[at : at + 4]), png[at + 4 : at + 8]
        parts[kind] = png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length])[0] == zlib.crc32(kind + parts[kind])
        at += 12 + length
    width, height = struct.unpack(">II", parts[b"IHDR"][:8])
    raw = zlib.decompress(parts[b"IDAT"])
    rows = [raw[y * (width + 1) + 1 : (y + 1) * (width + 1)] for y in range(height)]
    assert len(raw) == (width + 1) * height
    return width, height, {parts[b"PLTE"][3 * place : 3 * place + 3] for row in rows for place in set(row)}


def test_the_card_shows_the_plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole PNG of the size that others ask for, with the municipality's colour and a colour for each state."""
    root = fjordvik(tmp_path)
    before = pixels(drawn(root, monkeypatch, farge="#14436b")["assets/kort.png"])
    assert before[:2] == (CARD_WIDTH, CARD_HEIGHT)
    assert bytes.fromhex("14436b") in before[2]
    write(root, "planer/x.yaml", TILES.format("Xplanen", "igangsatt"))
    after = pixels(drawn(root, monkeypatch, farge="#14436b")["assets/kort.png"])
    assert bytes.fromhex("2f6b3a") in after[2] - before[2]
    assert len(drawn(root, monkeypatch)["assets/ikon.png"]) < 1000


def test_the_card_has_a_whole_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A card is named where the site's address is known, and only there: others fetch it from outside."""
    root = fjordvik(tmp_path)
    text = drawn(root, monkeypatch, adresse="https://plan.fjordvik.example")["index.html"].decode()
    assert '<meta property="og:image" content="https://plan.fjordvik.example/assets/kort.png">' in text
    assert "og:image" not in drawn(root, monkeypatch)["index.html"].decode()
