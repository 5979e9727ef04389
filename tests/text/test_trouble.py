"""What planlint tells is data until it is shown: no finished sentence is raised or printed, in any language."""

from __future__ import annotations

import ast
import pickle
import pkgutil
import re
import string
from collections import defaultdict
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import planlint
from planlint.base.diagnostic import N_, NN_, Ord
from planlint.base.trouble import BOKMAAL, Message, Trouble, did_you_mean, or_list, verbatim
from planlint.text import LANGUAGES, language

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(planlint.__file__).parent
MARKS = {"N_", "NN_"}
TELLERS = {"av", "tell", "warn", "said", "_error"}
"""What makes a Melding of a text besides the troubles themselves."""
NO_SENTENCES = {
    "UnreadableError",
    "NotReadError",
    "NotPlainError",
    "_TooDeepError",
    "ProposalError",
    "Stopped",
    "_StopError",
    "MisplacedError",
}
"""Exceptions that carry findings, or nothing that is told."""
IN_A_FILE = {"bekreftet: ", ', avtrykk: "'}
"""What is shown as it is to be written in a file is the same in every language."""
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(ROOT.rglob("*.py"))}
SAMPLE: dict[str, Any] = {"n": 2}


def _modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages(planlint.__path__, "planlint."):
        if not found.name.endswith("__main__"):
            yield import_module(found.name)


def _kinds() -> dict[str, type[BaseException]]:
    """Give every exception class that planlint has, by name."""
    return {
        name: thing
        for module in _modules()
        for name, thing in vars(module).items()
        if isinstance(thing, type) and issubclass(thing, BaseException) and thing.__module__ == module.__name__
    }


TROUBLES = {name for name, kind in _kinds().items() if issubclass(kind, Trouble)} | {"Trouble"}


def _name(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


def _calls() -> Iterator[tuple[Path, ast.Call]]:
    """Yield every call that makes something to tell."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) in TROUBLES | TELLERS:
                yield path, node


def _marked(node: ast.AST) -> Iterator[tuple[str, ...]]:
    """Yield the texts that are marked for translation in a piece of code: one, or one and many."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and _name(call.func) in MARKS:
            yield tuple(part.value for part in call.args if isinstance(part, ast.Constant))


def _texts() -> dict[tuple[str, ...], str]:
    """Give every marked text in the files that tell something, with the file that has it."""
    files = {path for path, _ in _calls()} | {ROOT / "base" / "os_errors.py", ROOT / "base" / "trouble.py"}
    return {text: path.name for path in sorted(files) for text in _marked(TREES[path]) if text}


TEXTS = _texts()


def _wanted(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _words(node: ast.AST) -> list[str]:
    """Give the unmarked words in a piece of code, names of formats and of fields left out."""
    inside = {
        id(part)
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        for part in ([*ast.walk(call)] if _name(call.func) in {*MARKS, "get", "getattr", "replace"} else [])
    }
    texts = [
        part.value
        for joined in ast.walk(node)
        if isinstance(joined, ast.JoinedStr)
        for part in joined.values
        if isinstance(part, ast.Constant) and id(joined) not in inside and part.value not in IN_A_FILE
    ]
    return [text for text in texts if re.search(r"[^\W\d_]{2}", text)]


def _named(path: Path, call: ast.Call) -> dict[str, list[ast.expr]]:
    """Give what each name is given in the function that a call stands in."""
    functions = [node for node in ast.walk(TREES[path]) if isinstance(node, ast.FunctionDef)]
    around = [node for node in functions if node.lineno <= call.lineno <= (node.end_lineno or 0)]
    given: dict[str, list[ast.expr]] = defaultdict(list)
    for node in ast.walk(max(around, key=lambda one: one.lineno)) if around else TREES[path].body:
        for target in node.targets if isinstance(node, ast.Assign) else ():
            if isinstance(target, ast.Name):
                given[target.id].append(node.value)
    return given


def _finished(node: ast.expr, names: dict[str, list[ast.expr]]) -> bool:
    """Tell whether the first argument is a finished sentence, or a name for one."""
    if isinstance(node, ast.Name):
        return any(_finished(value, {}) for value in names.get(node.id, ()))
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str)
    if isinstance(node, ast.IfExp):
        return _finished(node.body, names) or _finished(node.orelse, names)
    formatted = isinstance(node, ast.Call) and _name(node.func) in {"format", "str", "join"}
    return formatted or isinstance(node, ast.JoinedStr | ast.BinOp)


def test_every_exception_carries_data() -> None:
    """Whoever adds an exception that is told decides how: as a Trouble, or by the findings in it."""
    untold = {name for name, kind in _kinds().items() if not issubclass(kind, Trouble)}
    assert untold == NO_SENTENCES
    assert len(TROUBLES) > 15


def test_no_finished_sentence_is_told() -> None:
    """A sentence that is made where it is raised can be read in one language only."""
    calls = [*_calls()]
    assert len(calls) > 250
    wrong = [
        f"{path.name}:{call.lineno}"
        for path, call in calls
        if call.args and _finished(call.args[0], _named(path, call))
    ]
    assert wrong == []


def test_the_search_for_finished_sentences_can_fail() -> None:
    """Each way in which sentences were once raised is found."""
    for code in ('X("a b")', 'X(f"a {b}")', 'X("a" if b else "c")', 'X("a {b}".format(b=b))', "X(str(b))", "X(m)"):
        call = ast.parse(code).body[0].value  # type: ignore[attr-defined]
        assert _finished(call.args[0], {"m": [ast.parse('f"a {b}"', mode="eval").body]}), code
    marked = ast.parse('X(N_("a b"))').body[0].value  # type: ignore[attr-defined]
    assert not _finished(marked.args[0], {})


def test_no_words_are_hidden_in_what_fills_a_sentence() -> None:
    """A half sentence in an argument would stay bokmål in the middle of an English one."""
    wrong = [
        f"{path.name}:{call.lineno} {words}"
        for path, call in _calls()
        for argument in [*call.args, *(keyword.value for keyword in call.keywords)]
        if (words := _words(argument))
    ]
    assert wrong == []


def test_commands_print_no_words_of_their_own() -> None:
    """What a command prints is either rendered, or goes by `tell`, `warn` and `said`."""
    wrong = [
        f"{path.name}:{node.lineno} {words}"
        for path, tree in TREES.items()
        if path.parent.name == "cli"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _name(node.func) in {"echo", "prompt", "fail", "progressbar"}
        for argument in [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg == "label")]
        if (words := [word for word in [*_words(argument), *_plain(argument)] if word.strip(": ") != "planlint"])
    ]
    assert wrong == []


def _plain(node: ast.expr) -> list[str]:
    """Give a string that stands as it is, in a choice too."""
    if isinstance(node, ast.IfExp):
        return [*_plain(node.body), *_plain(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def test_sentences_get_what_they_ask_for() -> None:
    """A text whose placeholder nobody fills would stop the telling of what went wrong."""
    wrong = []
    for path, call in _calls():
        given = {keyword.arg for keyword in call.keywords}
        first = call.args[0] if call.args else None
        if isinstance(first, ast.Call) and _name(first.func) in MARKS and None not in given:
            known = given | ({"felt"} if _name(call.func) == "_error" else set())
            texts = next(iter(_marked(first)))
            wrong += [f"{path.name}:{call.lineno} {text}" for text in texts if not _wanted(text) <= known]
    assert wrong == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[0][:40])
def test_every_text_can_be_filled(text: tuple[str, ...], code: str) -> None:
    """In each language a sentence comes out whole, with all that fills it and no placeholder left."""
    args = {name: 2 if name == "n" else f"<{name}>" for form in text for name in _wanted(form)}
    melding = Message.of_text((text[0], text[1]) if len(text) > 1 else Ord(text[0]), **args)
    told = melding.in_language(language(code))
    assert told
    assert not re.search(r"[{}]", told)
    assert [value for value in args.values() if str(value) not in told] == []
    if code == "nb":
        assert told == str(melding)


WORDLESS = re.compile(r"<\w+>|\bplanlint\b|[\w./-]+\.(?:yaml|csv|xlsx|docx)|--\w+|[^\w\s]")
SAME_IN_ENGLISH = {"plan", "info", "status", "ID", "indikator"}


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[0][:40])
def test_english_is_not_the_key(text: tuple[str, ...]) -> None:
    """A text that came out as it stands in the code would be bokmål in an English answer."""
    bare = re.sub(r"\{\w+\}", "", text[0])
    if re.search(r"[^\W\d_]{3}", WORDLESS.sub(" ", bare)) and text[0] not in SAME_IN_ENGLISH:
        assert language("en").gettext(text[0]) != text[0]


def test_troubles_nest_and_count() -> None:
    """What fills a sentence may be another one, a word of ours, a day or a number; each comes in the language."""
    inner = Trouble(N_("{sti} er ingen fil"), sti="x")
    outer = Trouble(N_("Ingenting er endret: {feil}."), did_you_mean("y"), feil=inner)
    assert str(outer) == "Ingenting er endret: x er ingen fil. Mente du «y»?"
    assert outer.melding.in_language(language("en")) == "Nothing has been changed: x is not a file. Did you mean “y”?"
    rows = NN_("{n} rad", "{n} rader")
    assert [Message.of_text(rows, n=number).in_language(language("en")) for number in (1, 2)] == ["1 row", "2 rows"]
    text = N_("`{id}` er registrert som {hva} {dato} fra før.")
    told = Message.of_text(text, id="x", hva=Ord("vedtatt"), dato=date(2026, 3, 5))
    assert str(told) == told.in_language(language("nb")) == "«x» er registrert som vedtatt 5.3.2026 fra før."
    assert told.in_language(language("en")) == "“x” is already recorded as adopted 5 March 2026."


def test_choices_and_other_peoples_words() -> None:
    """Choices are put together in the language; words of others, braces and all, stay as they are."""
    assert str(or_list(["a", "b", "c"])) == "«a» eller «b» eller «c»"
    choice = or_list(["a", "b"])
    assert isinstance(choice, Message)
    assert choice.in_language(language("en")) == "“a” or “b”"
    assert verbatim("{x} {").in_language(language("en")) == str(verbatim("{x} {")) == "{x} {"
    assert Message.of_text(N_("{sti} finnes ikke."), sti="{navn}").in_language(BOKMAAL) == "{navn} finnes ikke."


def test_a_trouble_survives_the_way_between_processes() -> None:
    """What stops one municipality of many is told by another process than the one it happened in."""
    trouble = Trouble(N_("Mappen {mappe} finnes ikke."), mappe="/a/b")
    again = pickle.loads(pickle.dumps(trouble))  # noqa: S301 - our own
    assert str(again) == "Mappen /a/b finnes ikke."
    assert str(again.melding.renamed("/a", "x")) == "Mappen x/b finnes ikke."
