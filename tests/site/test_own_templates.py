"""A municipality's own templates fill in text: they reach no file, no program, and no end of time."""

from __future__ import annotations

import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
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
    with pytest.raises(BuildError, match=r"uten å bli ferdig|for stort|for lang tid"):
        filled(own, text)


TOO_LARGE = (
    "{{ [1]|slice(300000000)|list|length }}",
    "{{ [1]|batch(300000000, 'x')|list|length }}",
    "{% for i in range(99999) %}{% if range(99999)|sum > 0 %}{% endif %}{% endfor %}",
    "{% for i in range(99999) %}{% if range(99999)|sort|first %}{% endif %}{% endfor %}",
    "{% for i in range(99999) %}{% if range(99999)|map('string')|list %}{% endif %}{% endfor %}",
    "{{ 'x'.center(2000000000) }}",
    "{{ 'x'|center(2000000000) }}",
    "{{ 'x'|center(width=2000000000) }}",
    "{{ ['x']|map('center', 2000000000)|list }}",
    "{{ 'x'.ljust(2000000000) }}",
    "{{ 'x'.rjust(2000000000) }}",
    "{{ 'x'.zfill(2000000000) }}",
    "{{ '\t'.expandtabs(2000000000) }}",
    "{{ '%2000000000d'|format(1) }}",
    "{{ '%2000000000d' % 1 }}",
    "{{ '%*d' % (2000000000, 1) }}",
    "{{ '%.2000000000f' % 1 }}",
    "{{ '{:2000000000}'.format(1) }}",
    "{{ '{0:{1}}'.format(1, 2000000000) }}",
    "{{ ('x' * 99999).replace('x', 'y' * 99999) }}",
    "{{ ('x' * 99999)|replace('x', 'y' * 99999) }}",
    "{{ ('x' * 99999).join('y' * 99999) }}",
    "{{ range(99999)|join('x' * 99999) }}",
    "{{ (['x' * 99999] * 99999)|join }}",
    "{{ 'x'|indent(2000000000, first=true) }}",
    "{{ ('\n' * 99999)|indent('y' * 99999, blank=true) }}",
    "{{ ('x' * 99999).translate({120: 'y' * 99999}) }}",
    "{{ 2.5|round(2000000000, 'floor') }}",
    "{{ ('x ' * 9999)|wordwrap(2, wrapstring='y' * 99999)|length }}",
    "{% set n = namespace(v='x' * 9999) %}{% for a in range(40) %}{% set n.v = n.v + n.v %}{% endfor %}",
    "{% set n = namespace(v=[1]) %}{% for a in range(40) %}{% set n.v = n.v + n.v %}{% endfor %}",
)


@pytest.mark.parametrize("text", TOO_LARGE, ids=range(len(TOO_LARGE)))
def test_a_filter_that_asks_for_too_much(own: Path, text: str) -> None:
    """Filters and a text's own methods are reckoned with before they are done, on every kind of machine."""
    with pytest.raises(BuildError, match=r"uten å bli ferdig|for stort|for lang tid"):
        filled(own, text)


S = "{% set s = 'x' * 900000 %}"
TOO_LONG = (
    S + "{{ s ~ s ~ s }}",
    S + "{% set t = s ~ s %}",
    S + "{{ s ~ '' ~ 1 ~ s|upper }}",
    S + "{% for i in range(90) %}{{ s }}{% endfor %}",
    S + "{% set t %}{% for i in range(50) %}{{ s }}{% endfor %}{% endset %}",
    S + "{% set t|trim %}{% for i in range(50) %}{{ s }}{% endfor %}{% endset %}",
    S + "{% macro m() %}{% for i in range(50) %}{{ s }}{% endfor %}{% endmacro %}{% set t = m() %}",
    S + "{% macro m() %}{{ caller()|length }}{% endmacro %}{% call m() %}" + "{{ s }}" * 12 + "{% endcall %}",
    S + "{% filter length %}" + "{{ s }}" * 12 + "{% endfilter %}",
    "{% block a %}{% for i in range(12) %}{{ 'x' * 900000 }}{% endfor %}{% endblock %}{% set t = self.a() %}",
)


@pytest.mark.parametrize("text", TOO_LONG, ids=range(len(TOO_LONG)))
@pytest.mark.parametrize("name", [NAME, "side.md.j2"])
def test_a_page_that_becomes_too_large(own: Path, text: str, name: str) -> None:
    """What is gathered is counted wherever it is gathered, and what `~` makes: on every kind of machine."""
    (own / name).write_text(text, encoding="utf-8")
    with pytest.raises(BuildError, match="for stor"):
        Templates(language("nb"), own).render(name, {})


def test_a_large_page_is_made(own: Path) -> None:
    """A page of several million letters is no fault, nor is one of planlint's own of any size."""
    assert len(filled(own, S + "{% for i in range(9) %}{{ s }}{% endfor %}{{ 'a' ~ 1 ~ 'b' }}")) == 9 * 900_000 + 3
    ours = sandbox.Sandbox(None).from_string(S + "{{ s ~ s }}{% for i in range(12) %}{{ s }}{% endfor %}")
    assert len(ours.render()) == 14 * 900_000


HUNGRY = (
    "{% set n = namespace(v='x' * 9999) %}{% for a in range(40) %}{% set n.v = n.v ~ n.v %}{% endfor %}",
    "{% set n = namespace(v=['x' * 99999]) %}{% for a in range(22) %}{% set n.v = [n.v, n.v] %}{% endfor %}{{ n.v }}",
)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a process to the memory it says it wants")
@pytest.mark.parametrize("text", HUNGRY, ids=range(len(HUNGRY)))
def test_a_template_that_eats_memory(own: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """What nobody reckoned with ends at the memory that the process may have, which is as it was afterwards."""
    import resource  # noqa: PLC0415 - Windows has none

    monkeypatch.setattr("planlint.site.render.ROOM", 64 * 2**20)
    before = resource.getrlimit(resource.RLIMIT_AS)
    with pytest.raises(BuildError, match=r"for stort"):
        filled(own, text)
    assert resource.getrlimit(resource.RLIMIT_AS) == before
    resource.setrlimit(resource.RLIMIT_AS, (2**40, before[1]))
    try:
        assert filled(own, "{{ x|sum }}") == "6"
        assert resource.getrlimit(resource.RLIMIT_AS)[0] == 2**40
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


SLOW = "{% for a in range(9999) %}{% set b = x|tojson %}{% endfor %}"
UNCOUNTED = (
    "{% set n = namespace(v=[1]) %}{% for a in range(40) %}{% set n.v = [n.v, n.v] %}{% endfor %}{{ n.v|pprint }}"
)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal for processor time; there, rounds are counted")
def test_a_template_that_takes_time_without_going_round(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One call that never ends is stopped by the clock, and the next page has its whole time."""
    monkeypatch.setattr("planlint.site.render.PAGE_SECONDS", 0.2)
    for _ in range(2):
        with pytest.raises(BuildError, match="for lang tid"):
            filled(own, UNCOUNTED)
    assert filled(own, "{{ x|sum }}") == "6"
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_the_clock_is_looked_at_where_there_is_no_signal(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a thread, as when a site is served, every round asks for the time."""
    monkeypatch.setattr("planlint.site.render.PAGE_SECONDS", 0.05)
    with ThreadPoolExecutor(1) as pool, pytest.raises(BuildError, match="for lang tid"):
        pool.submit(filled, own, SLOW, x=list(range(200))).result()


def test_all_pages_share_the_time_of_the_site(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many pages that each keep within theirs are stopped when the site's is out."""
    monkeypatch.setattr("planlint.site.render.SECONDS", 0.2)
    (own / NAME).write_text("{% for a in range(999) %}{% set b = x|tojson %}{% endfor %}", encoding="utf-8")
    templates, context = Templates(language("nb"), own), {"x": list(range(200))}
    with pytest.raises(BuildError, match="for lang tid"):
        all(templates.render(NAME, context) == "" for _ in range(1000))


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
        "{{ '%.1f' % 2.25 }}{{ '%d/%d' % (1, 2) }}{{ 7 % 4 }}{{ [1] + [2] }}{{ 'a' + 'b' }}{{ 'ab' * 2 }}"
        "{{ x|map('string')|join(', ') }}{{ ' '.join(['a', 'b']) }}{{ 'a'.center(3) }}{{ 'aa'.replace('a', 'b') }}"
        "{{ 'a'|indent }}{{ 'a'|replace('a', 'c') }}{{ '{:,} {x}'.format(2000000000, x=1) }}{{ '%s' % 2000000000 }}"
        "{{ 'ab'.translate({97: 'x'}) }}{{ x|batch(2)|list }}{{ 'a\tb'.expandtabs(2) }}{{ x|groupby('real')|length }}"
        "{{ (x|select('odd')|list)|sum }}{{ ['b', 'a']|sort|first }}{{ 2.345|round(2) }}{{ x|slice(2)|list|length }}"
        "{{ 2 ** 10 }}{{ x|sum }}{{ tekst|upper }}{{ '<' }}{{ 0.5 * 3 }}"
    )
    assert filled(own, text) == (
        "<b>2</b>1<b>4</b>2<b>6</b>32.21/23[1, 2]ababab"
        "1, 2, 3a b a bbac2,000,000,000 12000000000xb[[1, 2], [3]]a b34a2.35210246A&lt;1.5"
    )


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
