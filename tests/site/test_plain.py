"""Planlint's own pages are drawn without the sandbox, and a page with a part of a municipality's own always with it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError, meta, nodes
from jinja2.exceptions import SecurityError
from markupsafe import Markup
from support.helpers import DATE, fjordvik, run

from planlint.base import folder
from planlint.site.own_parts import OwnParts
from planlint.site.plain import PlainEnvironment
from planlint.site.render import BuildError, Templates
from planlint.site.sandbox import Sandbox
from planlint.text import language

OURS = folder("templates")
PAGES = sorted(path.name for path in OURS.glob("*.html.j2"))
REACHING = "{{ ''.__class__.__mro__ }}"
HOSTILE = "<script>{{ 7*7 }} %(a)s %% «'\" `x`"
TEXTS = (
    "{% trans %}Planer{% endtrans %}",
    "{% trans %}Per {{ dato }}.{% endtrans %}",
    "{% trans versjon = dato %}Laget av planlint {{ versjon }}.{% endtrans %}",
    "{% trans %}100 % av {{ dato }} % er {{ dato }}{% endtrans %}",
    "{% trans %}Kjør `planlint check` nå{% endtrans %}",
    "{% trans antall = tall %}{{ antall }} mål{% pluralize %}{{ antall }} flere mål{% endtrans %}",
    "{{ _('Planer') }} {{ gettext('Planer') | upper }} {{ _('Kjør `planlint check`') }} {{ _('100 %%') }}",
    "{{ _('Plan for {sted}').format(sted=dato) }}",
    "{{ _(ord) }} {{ ngettext('%(num)s mål', '%(num)s mål', tall) }} {{ dato | replace('a', 'b') }}",
    "{% macro m(x) %}{{ _('Mål') }}: {{ x }}{% endmacro %}{{ m(dato) }}",
    "{{ {'a': _('Planer')}.a }}{{ [_('Mål')] | join(', ') }}{{ 'Planer' if _('Planer') == ord }}",
)


def own_folder(tmp_path: Path) -> Path:
    """Give an empty folder of templates."""
    own = tmp_path / "templates"
    own.mkdir()
    return own


def sandboxed(lang: str) -> Sandbox:
    """Give the sandbox with the texts of a language, as `Templates` has it."""
    environment = Sandbox(None, autoescape=True, undefined=StrictUndefined, extensions=["jinja2.ext.i18n"])
    spoken = language(lang)
    environment.install_gettext_callables(spoken.gettext, spoken.choose, newstyle=True)  # type: ignore[attr-defined]
    return environment


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
@pytest.mark.parametrize("dato", ["1.1.2026", HOSTILE, Markup("<b>x</b>"), 0, None])
def test_a_text_put_in_at_once_is_the_one_that_is_asked_for_each_time(lang: str, dato: Any) -> None:
    """Texts with and without values, code and per cent, in every language: the same page as in the sandbox."""
    plain, asked = PlainEnvironment(language(lang), undefined=StrictUndefined), sandboxed(lang)
    for text in TEXTS:
        if "replace" in text and not isinstance(dato, str):
            continue
        for tall in (1, 3):
            context = {"dato": dato, "tall": tall, "ord": "Planer"}
            assert plain.from_string(text).render(context) == asked.from_string(text).render(context), text


def test_a_text_is_not_looked_up_while_a_page_is_drawn() -> None:
    """The translation stands in the compiled page."""
    made = PlainEnvironment(language("en")).compile("{% trans %}Planer{% endtrans %}{{ _('Planer') }}", raw=True)
    assert "Plans" in made
    assert "Planer" not in made
    with pytest.raises(UndefinedError):
        PlainEnvironment(language("en"), undefined=StrictUndefined).from_string(
            "{% trans %}Per {{ dato }}.{% endtrans %}"
        ).render()


@pytest.mark.parametrize("name", PAGES)
def test_no_own_template_asks_for_a_name_that_comes_from_the_files(name: str) -> None:
    """What makes the sandbox unneeded: every name and part is written in the template, and none is Python's inside."""
    tree = Environment(extensions=["jinja2.ext.i18n"]).parse((OURS / name).read_text(encoding="utf-8"))  # noqa: S701
    assert None not in set(meta.find_referenced_templates(tree))
    assert not [item for item in tree.find_all(nodes.Getattr) if item.attr.startswith("_")]
    assert all(isinstance(item.arg, nodes.Const | nodes.Slice) for item in tree.find_all(nodes.Getitem))
    naming = {"attr", "map", "selectattr", "rejectattr", "sort", "groupby", "sum", "unique", "min", "max"}
    for item in tree.find_all(nodes.Filter):
        if item.name in naming:
            given = [*item.args, *(one.value for one in item.kwargs)]
            named = [one.value for one in given if isinstance(one, nodes.Const)]
            assert given[:1] == [] or isinstance(given[0], nodes.Const), (item.name, item.lineno)
            assert not [one for one in named if isinstance(one, str) and re.search(r"(^|\.)_", one)]


@pytest.mark.parametrize("part", ["layout.html.j2", "tidsvalg.html.j2", "sok.html.j2"])
def test_a_page_with_an_own_part_is_drawn_in_the_sandbox(tmp_path: Path, part: str) -> None:
    """The page itself, what it extends, and what that includes: each can be the municipality's, and is not trusted."""
    own, text = own_folder(tmp_path), (OURS / part).read_text(encoding="utf-8")
    assert not OwnParts(own).has_any("sok.html.j2")
    (own / part).write_text(text, encoding="utf-8")
    assert not OwnParts(own).has_any("sok.html.j2")
    (own / part).write_text(text + "\n", encoding="utf-8")
    assert OwnParts(own).has_any("sok.html.j2")
    (own / part).write_text(REACHING, encoding="utf-8")
    done = run("build", "--date", DATE, "--out", str(tmp_path / "ut"), cwd=fjordvik(tmp_path))
    assert done.returncode == 2
    assert "__class__" in done.stderr
    assert not (tmp_path / "ut").exists()


def test_a_page_that_planlint_does_not_have_is_the_municipalitys(tmp_path: Path) -> None:
    """A template by another name, one that is a link, and one whose parts are reckoned out are never trusted."""
    own = own_folder(tmp_path)
    (own / "egen.html.j2").write_text(REACHING, encoding="utf-8")
    assert OwnParts(own).has_any("egen.html.j2")
    with pytest.raises(BuildError):
        Templates(language("nb"), own).render("egen.html.j2", {})
    (own / "layout.html.j2").symlink_to(OURS / "layout.html.j2")
    assert OwnParts(own).has_any("plan.html.j2")
    assert not OwnParts(None).has_any("plan.html.j2")


def test_only_the_pages_that_the_part_belongs_to_are_drawn_in_the_sandbox(tmp_path: Path) -> None:
    """A municipality's own page makes the other pages no slower."""
    own = own_folder(tmp_path)
    (own / "plan.html.j2").write_text("x", encoding="utf-8")
    parts = OwnParts(own)
    assert parts.has_any("plan.html.j2")
    assert not parts.has_any("forside.html.j2")
    assert not parts.has_any("forside.html.j2")


def test_what_is_refused_is_refused_by_the_sandbox() -> None:
    """The page that the tests above try would have been drawn outside it."""
    with pytest.raises(SecurityError):
        sandboxed("nb").from_string(REACHING).render()
    assert "class" in PlainEnvironment(language("nb")).from_string(REACHING).render()
