"""What a municipality's own templates may do: fill in text. They reach no file, no program and no end of time.

Jinja's sandbox keeps them from Python's insides. Here comes what it leaves open: links that lead out of the folder,
loops without end, filters and arithmetic that never finish. Planlint's own templates are not counted.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemLoader, TemplateNotFound, TemplateRuntimeError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.loaders import split_template_path
from jinja2.sandbox import ImmutableSandboxedEnvironment

from planlint.base import N_, Trouble
from planlint.site.template_sizes import FILTERS, METHODS, formatted, reckoned
from planlint.source import NotReadError, read_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from jinja2.runtime import Context

MAX_TURNS = 1_000_000
"""How many times a page's own templates may go round: some seconds, and far above what the largest table needs."""
_MAX_LENGTH = 1_000_000
MAX_PAGE = 10_000_000
"""How many letters a page may have, and so what is gathered for one: a macro, a block, a text that is set."""
_MAX_BITS = 10_000
_ELEMENTS = 10
"""So many elements of a list, and a thousand letters, are one round for a filter that goes through them."""
_LETTERS = 1_000
_COUNTED_NAME = "talt:"
_COUNTED = (nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)
_REFUSED = {
    "lenke": N_("den er en lenke, og maler leses bare fra mappen selv"),
    "ingen_fil": N_("den er ikke en vanlig fil"),
    "stor": N_("den er for stor"),
}


class TemplateFault(Trouble, TemplateRuntimeError):  # noqa: N818 - a fault, told as any other
    """A template does what templates may not; the text is for the user."""


def out_of_time() -> TemplateFault:
    """Give what is told of a template that has taken more processor time than it may."""
    return TemplateFault(N_("den bruker for lang tid"))


class _Generator(CodeGenerator):
    """Jinja's own, but what `~` makes is weighed."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write the call that joins, inside one that weighs."""
        self.write("environment.joined(")
        super().visit_Concat(node, frame)
        self.write(")")


class OwnLoader(FileSystemLoader):
    """Reads plain files in one folder; a link is no template, wherever it leads."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002 - Jinja's signature
        """Give a template's text, path and whether it is as it was. Raises TemplateError."""
        top = Path(self.searchpath[0])
        path = top.joinpath(*split_template_path(template))
        folders = [folder for folder in path.parents if folder == top or top in folder.parents]
        try:
            if any(folder.is_symlink() for folder in folders):
                raise NotReadError("lenke")  # noqa: EM101, TRY301 - the name of a variant; one way out
            return read_file(path).decode("utf-8-sig"), str(path), lambda: True
        except NotReadError as error:
            raise TemplateFault(_REFUSED.get(error.issue.variant, N_("den kan ikke leses"))) from None
        except UnicodeDecodeError:
            raise TemplateFault(N_("den er ikke lagret som UTF-8")) from None
        except OSError:
            raise TemplateNotFound(template) from None


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with an end to what the templates in one folder may do for one page."""

    code_generator_class = _Generator
    intercepted_binops = frozenset(("*", "**", "%", "+"))

    def __init__(self, own: Path | None, **settings: Any) -> None:
        """Know the folder whose templates are counted."""
        super().__init__(**settings)
        self._own = own
        self.left = MAX_TURNS
        self.deadline = float("inf")
        self.globals.pop("lipsum", None)  # any number of words, and of no use

    def concat(self, parts: Iterable[str]) -> str:
        """Gather a page, or what is gathered for one. Raises TemplateFault where it becomes too large."""
        if self._own is None:
            return "".join(parts)
        found, size = [], 0
        for part in parts:
            size += len(part)
            if size > MAX_PAGE:
                raise TemplateFault(N_("den lager en side som er for stor"))
            found.append(part)
        return "".join(found)

    def joined(self, text: str) -> str:
        """Give what `~` made. Raises TemplateFault where it is too large to be of use."""
        if self._own:
            self._control(len(text), "~")
        return text

    def turn(self, rounds: int = 1) -> None:
        """Count rounds of a loop, one macro, one file, what a filter goes through. Raises TemplateFault at too many."""
        self.left -= rounds
        if self.left < 0:
            raise TemplateFault(N_("den går rundt uten å bli ferdig"))
        if time.process_time() > self.deadline:
            raise out_of_time()

    def count_filters(self) -> None:
        """Give each filter a second name, under which the municipality's own templates know it and it is counted."""
        for name, filter_ in list(self.filters.items()):
            self.filters[_COUNTED_NAME + name] = self._counted(name, filter_)

    def _counted(self, name: str, filter_: Callable[..., Any]) -> Callable[..., Any]:
        before = 1 if hasattr(filter_, "jinja_pass_arg") else 0

        @wraps(filter_)
        def counted(*given: Any, **named: Any) -> Any:
            value, *args = given[before:]
            self._control(reckoned(FILTERS[name], value, *args, **named) if name in FILTERS else 0, name)
            return filter_(*given[:before], self._weighed(value), *args, **named)

        return counted

    def _weighed(self, value: Any) -> Any:
        """Count what a filter may go through; what has no length is counted on the way."""
        if isinstance(value, Iterator):
            return self._on_the_way(value)
        if hasattr(value, "__len__"):
            self.turn(1 + len(value) // (_LETTERS if isinstance(value, str) else _ELEMENTS))
        return value

    def _on_the_way(self, values: Iterator[Any]) -> Iterator[Any]:
        for value in values:
            self.turn()
            yield value

    @staticmethod
    def _control(length: int, what: str) -> None:
        if length > _MAX_LENGTH:
            raise TemplateFault(N_("den regner ut noe som er for stort ({regnetegn})"), regnetegn=what)

    def call_filter(self, name: str, *given: Any, **named: Any) -> Any:
        """Call a filter that is named as a text, as `map` does; counted where the municipality has own templates."""
        counted = _COUNTED_NAME + str(name)
        return super().call_filter(counted if self._own and counted in self.filters else name, *given, **named)

    def call(self, context: Context, thing: Any, *args: Any, **named: Any) -> Any:
        """Call what a template calls, unless a text would become too long to be of use. Raises TemplateFault."""
        text, name = getattr(thing, "__self__", None), getattr(thing, "__name__", "")
        if isinstance(text, str) and name in METHODS:
            self._control(reckoned(METHODS[name], text, *args, **named), name)
        if isinstance(text, str) and name in {"format", "format_map"}:
            self._control(reckoned(formatted, text, *args), name)
        return super().call(context, thing, *args, **named)

    def _generate(  # Jinja's own place to change what a template becomes
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - Jinja's signature
    ) -> str:
        if filename and self._own and self._own in Path(filename).parents:
            counted: list[Any] = [source, *source.find_all(_COUNTED)]
            for node in counted:
                call = nodes.Call(nodes.EnvironmentAttribute("turn"), [], [], None, None)
                node.body.insert(0, nodes.ExprStmt(call).set_lineno(node.lineno or 1).set_environment(self))
            for filter_ in source.find_all(nodes.Filter):
                if _COUNTED_NAME + filter_.name in self.filters:
                    filter_.name = _COUNTED_NAME + filter_.name
        return super()._generate(source, name, filename, defer_init)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckon, unless the answer would be too large to be of use. Raises TemplateFault."""
        if _too_large(operator, left, right) or (operator == "*" and _too_large(operator, right, left)):
            raise TemplateFault(N_("den regner ut noe som er for stort ({regnetegn})"), regnetegn=operator)
        return super().call_binop(context, operator, left, right)


def _too_large(operator: str, left: Any, right: Any) -> bool:
    if operator == "%" and isinstance(left, str):
        return formatted(left, *(right if isinstance(right, tuple) else (right,))) > _MAX_LENGTH
    if operator == "+":
        return hasattr(left, "__len__") and hasattr(right, "__len__") and len(left) + len(right) > _MAX_LENGTH
    if not isinstance(right, int) or operator == "%":
        return False
    if isinstance(left, int):
        bits = left.bit_length()
        return (bits * abs(right) if operator == "**" else bits + right.bit_length()) > _MAX_BITS
    return operator == "*" and hasattr(left, "__len__") and len(left) * right > _MAX_LENGTH
