"""A municipality's own templates fill in text: they reach no file, no program, and no end of time."""

from __future__ import annotations

import os
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup
from support.helpers import DATE, check, fjordvik, run

from planlint.change.version import PlansVersion
from planlint.site import build, sandbox
from planlint.site.render import BuildError, Templates
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.text import language

NAME = "forside.html.j2"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of templates of a municipality's own."""
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder


def filled(own: Path, text: str | None = None, **context: Any) -> str:
    """Fill a template of the municipality's own."""
    if text is not None:
        (own / NAME).write_text(text, encoding="utf-8")
    return Templates(language("nb"), own).render(NAME, {"x": [1, 2, 3], "tekst": "a", "gruppe": {"a": 1}, **context})


REACHING = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ gettext.__globals__ }}",
    "{{ gettext.__self__ }}{{ gettext.__self__.__dict__ }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ self._TemplateReference__context.environment }}",
    "{{ '{0.__class__}'.format(x) }}",
    "{{ '{x.__class__}'.format_map({'x': x}) }}",
    "{{ tekst|attr('__class__') }}",
    "{{ tekst['__class__'] }}",
    "{{ x.append(4) }}",
    "{{ gruppe.update({'b': 2}) }}",
    "{{ gruppe.clear() }}",
    "{% set _ = x.__setitem__(0, 9) %}",
    "{{ namespace.__init__.__globals__ }}",
    "{% for a in x %}{{ loop.__class__ }}{% endfor %}",
    "{% macro m() %}{{ m.__globals__ }}{{ caller.__globals__ }}{% endmacro %}{{ m() }}",
)


@pytest.mark.parametrize("text", REACHING)
def test_a_template_that_reaches_for_pythons_insides(own: Path, text: str) -> None:
    """It is refused, with the template's name and line; values are as they were."""
    values = [1, 2, 3]
    with pytest.raises(BuildError, match=r"^Malen forside\.html\.j2, linje 1 kan ikke brukes: .*\.$"):
        filled(own, text, x=values)
    assert values == [1, 2, 3]


_CALLING = (
    "{% macro m(n) %}{{ caller() }}{% if n %}" + "{% call m(n - 1) %}{% endcall %}" * 2 + "{% endif %}{% endmacro %}"
)
ENDLESS = (
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% for a in range(999) %}{% for b in range(999) %}{% for c in range(9) %}.{% endfor %}{% endfor %}{% endfor %}",
    "{{ range(10**9)|list }}",
    "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}",
    f"{_CALLING}{{% call m(40) %}}{{% endcall %}}",
    f"{{% include '{NAME}' %}}{{% include '{NAME}' %}}",
    f"{{% extends '{NAME}' %}}",
    f"{{% import '{NAME}' as a %}}",
    "{% block a %}{{ self.a() }}{{ self.a() }}{% endblock %}",
    "{% for a in x recursive %}{{ loop(x) }}{{ loop(x) }}{% endfor %}",
    "{{ 9 ** (9 ** 9) }}",
    "{{ 'x' * 10 ** 10 }}",
    "{{ 10 ** 10 * [x] }}",
    "{% set n = namespace(v=99) %}{% for a in range(99) %}{% set n.v = n.v * n.v %}{% endfor %}",
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
)


@pytest.mark.parametrize("text", ENDLESS, ids=range(len(ENDLESS)))
def test_a_template_that_never_ends(own: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Loops, files that fetch themselves and arithmetic without end are stopped, and told in one sentence."""
    monkeypatch.setattr("planlint.site.render.MAX_TURNS", 20_000)
    with pytest.raises(BuildError, match=r"uten å bli ferdig|for stort"):
        filled(own, text)


def test_each_page_has_its_own_turns(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many pages with a long table each are no endless loop; and planlint's own templates are not counted."""
    monkeypatch.setattr("planlint.site.render.MAX_TURNS", 50)
    (own / NAME).write_text("{% for a in range(40) %}.{% endfor %}", encoding="utf-8")
    templates = Templates(language("nb"), own)
    assert [templates.render(NAME, {}) for _ in range(5)] == ["." * 40] * 5
    assert sandbox.MAX_TURNS >= 1_000_000


def test_what_templates_need_still_works(own: Path) -> None:
    """Loops, sums, formats, macros, inheritance: nothing that a page needs is refused."""
    text = (
        "{% macro m(a) %}<b>{{ a * 2 }}</b>{% endmacro %}{% for a in x %}{{ m(a) }}{{ loop.index }}{% endfor %}"
        "{{ '%.1f' % 2.25 }}{{ 'ab' * 2 }}{{ 2 ** 10 }}{{ x|sum }}{{ tekst|upper }}{{ '<' }}{{ 0.5 * 3 }}"
    )
    assert filled(own, text) == "<b>2</b>1<b>4</b>2<b>6</b>32.2abab10246A&lt;1.5"


FAULTY = {
    "{{ 1 / 0 }}": "division by zero",
    "{{ 1 + 'a' }}": "unsupported operand",
    "{{ finnes_ikke }}": "'finnes_ikke' is undefined",
    "{{ x|finnes_ikke }}": "No filter named 'finnes_ikke'",
    "{% include '/etc/passwd' %}": "malen /etc/passwd finnes ikke",
    "{% include '../../../../etc/passwd' %}": "finnes ikke",
    "{% extends 'templates/../../x' %}": "finnes ikke",
    "{% if %}": "Expected an expression",
}


@pytest.mark.parametrize("text", FAULTY)
def test_a_faulty_template_is_one_sentence(own: Path, text: str) -> None:
    """Whatever goes wrong in somebody's template, it is the template that is told of."""
    with pytest.raises(BuildError, match=FAULTY[text]):
        filled(own, text)


@pytest.mark.skipif(os.name != "posix", reason="links and pipes as Unix has them")
def test_templates_are_plain_files_in_their_own_folder(own: Path, tmp_path: Path) -> None:
    """A link would put any file of the machine on the site; a pipe would be waited for for ever."""
    secret = tmp_path / "hemmelig.txt"
    secret.write_text("gho_abc", encoding="utf-8")
    (own / NAME).symlink_to(secret)
    with pytest.raises(BuildError, match="den er en lenke"):
        filled(own)
    (own / NAME).unlink()
    (own / "mappe").symlink_to(tmp_path)
    with pytest.raises(BuildError, match="den er en lenke"):
        filled(own, "{% include 'mappe/hemmelig.txt' %}")
    (own / NAME).unlink()
    os.mkfifo(own / NAME)
    with pytest.raises(BuildError, match="ikke en vanlig fil"):
        filled(own)
    (own / NAME).unlink()
    (own / NAME).write_bytes("æ".encode("latin-1"))
    with pytest.raises(BuildError, match="UTF-8"):
        filled(own)
    linked = tmp_path / "lenket"
    linked.symlink_to(own)
    with pytest.raises(BuildError, match="den er en lenke"):
        filled(linked, "x")


PLAIN = (str, int, float, bool, date, Markup, type(None))


def kinds(value: Any, seen: set[int]) -> set[str]:
    """Give the kinds of all that can be reached from a value by the names that a template may use."""
    if isinstance(value, PLAIN) or id(value) in seen:
        return set()
    seen.add(id(value))
    if isinstance(value, dict):
        return set().union(*(kinds(part, seen) for pair in value.items() for part in pair))
    if isinstance(value, tuple | list | frozenset | set):
        return set().union(*(kinds(part, seen) for part in value))
    if is_dataclass(value):
        return set().union(*(kinds(getattr(value, field.name), seen) for field in fields(value)))
    return {type(value).__name__}


def test_templates_are_given_plain_values(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts, numbers, days, and groups of them: no path, no file, no register and no function can be reached."""
    root = fjordvik(tmp_path)
    day = date.fromisoformat(DATE)
    opened, found, seen = open_system(root, day), set(), set[int]()
    assert opened.register
    site = Nettsted(opened.register, check(opened.root, day), language("nb"), PlansVersion())
    monkeypatch.setattr(
        Templates, "render", lambda _, template, context: found.update(kinds(context, seen)) or template
    )
    build.files(site, ("html", "markdown"), None)
    assert seen
    assert found == set()


def test_a_build_with_a_hostile_template(own: Path, tmp_path: Path) -> None:
    """The whole command: one sentence, exit code 2, and no site."""
    fjordvik(tmp_path)
    (own / NAME).write_text("\n{{ ''.__class__ }}\n", encoding="utf-8")
    done = run("build", "--date", DATE, cwd=tmp_path)
    assert done.returncode == 2
    assert "forside.html.j2, linje 2 kan ikke brukes" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plans", "templates"]
