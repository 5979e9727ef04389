"""Compiled templates that are kept say what the templates say, in every language, and are never believed when old."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from jinja2 import FileSystemLoader

from planlint.site import compiled_templates
from planlint.site.edition_words import EditionLanguage
from planlint.site.plain import PlainEnvironment
from planlint.text import Language, language

TEMPLATE = "{% trans %}Planer{% endtrans %} {{ _('i dag') }} {{ n }}"


class Other(Language):
    """A language that says one text in another way: its catalogue has been changed."""

    def gettext(self, text: str) -> str:
        """Say what is new."""
        return "Nye planer" if text == "Planer" else super().gettext(text)


Other.__name__ = "Language"


@pytest.fixture(autouse=True)
def _kept_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is compiled in the test's own folder, as where bytecode may be written."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / "a.html.j2").write_text(TEMPLATE, encoding="utf-8")


def drawn(folder: Path, lang: Language) -> str:
    """Draw the template of a folder."""
    return PlainEnvironment(lang, loader=FileSystemLoader(folder)).get_template("a.html.j2").render(n=1)


def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give a list that the names of the templates that are compiled from now on come into."""
    names: list[str] = []
    real = PlainEnvironment.compile

    def counted(self: PlainEnvironment, source: Any, name: str | None = None, *more: Any, **named: Any) -> Any:
        names.append(str(name))
        return real(self, source, name, *more, **named)

    monkeypatch.setattr(PlainEnvironment, "compile", counted)
    return names


def test_a_template_is_compiled_once_and_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each language, and an edition's words, have bytecode of their own; the second time nothing is compiled."""
    spoken = [language("nb"), language("nn"), language("en"), EditionLanguage("nb")]
    names = compiled(monkeypatch)
    first = [drawn(tmp_path, lang) for lang in spoken]
    assert len(names) == len(spoken)
    assert [drawn(tmp_path, lang) for lang in spoken] == first
    assert len(names) == len(spoken)
    assert len(set(first)) == len(spoken)


def test_a_changed_template_text_or_maker_is_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither an old template, nor an old text, nor what an older planlint compiled is shown."""
    assert drawn(tmp_path, language("nb")) == "Planer i dag 1"
    assert drawn(tmp_path, Other("nb")) == "Nye planer i dag 1"
    (tmp_path / "a.html.j2").write_text(TEMPLATE + "!", encoding="utf-8")
    assert drawn(tmp_path, language("nb")) == "Planer i dag 1!"
    names = compiled(monkeypatch)
    monkeypatch.setattr(compiled_templates, "_maker", lambda: "another")
    assert drawn(tmp_path, language("nb")) == "Planer i dag 1!"
    assert names == ["a.html.j2"]


@pytest.mark.parametrize("left", [b"", b"x", b"\xe3", b"\xa9\x01"])
def test_half_a_file_is_compiled_anew(tmp_path: Path, left: bytes) -> None:
    """What somebody has cut short is not used, and is written again."""
    drawn(tmp_path, language("nb"))
    (kept,) = (tmp_path / "__pycache__").iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(left)
    assert drawn(tmp_path, language("nb")) == "Planer i dag 1"
    assert kept.read_bytes() == whole


def test_nothing_is_written_where_it_may_not_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With PYTHONDONTWRITEBYTECODE, and where a file stands in the way, the page is drawn all the same."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert drawn(tmp_path, language("nb")) == "Planer i dag 1"
    assert not (tmp_path / "__pycache__").exists()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "__pycache__").write_text("", encoding="utf-8")
    assert drawn(tmp_path, language("nb")) == "Planer i dag 1"
