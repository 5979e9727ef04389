"""Jinja for planlint's own templates: no sandbox, and the texts put in, translated, when a template is compiled.

Only what lies in planlint's own folder is read here, whatever a municipality has; `own_parts` tells which pages may be
drawn so. What a template shows of the files is made harmless as ever: it is filled in, escaped, and never compiled.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, nodes
from jinja2.ext import InternationalizationExtension
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from planlint.site.compiled_templates import CompiledTemplates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.text import Language

_PLACEHOLDER = re.compile(r"%\((\w+)\)s|%%")
_GETTEXT = frozenset(("_", "gettext"))


def _pieces(text: str, variables: dict[str, nodes.Expr]) -> Iterator[nodes.Expr]:
    """Split «Per %(dato)s.» into what is written as it stands and what is filled in."""
    at = 0
    for found in _PLACEHOLDER.finditer(text):
        yield nodes.TemplateData(text[at : found.start()])
        yield variables[found[1]] if found[1] else nodes.TemplateData("%")
        at = found.end()
    yield nodes.TemplateData(text[at:])


class _Texts(InternationalizationExtension):
    """`{% trans %}` becomes the text itself; where a number chooses the form, it is asked for as the page is filled."""

    environment: PlainEnvironment

    def _make_node(  # noqa: PLR0913 - Jinja's own place to change what the tag becomes
        self,
        singular: str,
        plural: str | None,
        context: str | None,
        variables: dict[str, nodes.Expr],
        plural_expr: nodes.Expr | None,
        vars_referenced: bool,  # noqa: FBT001 - Jinja's signature
        num_called_num: bool,  # noqa: FBT001 - as above
    ) -> nodes.Output:
        if plural_expr is None and context is None:
            return nodes.Output([*_pieces(self.environment.said(singular), variables)])
        return super()._make_node(singular, plural, context, variables, plural_expr, vars_referenced, num_called_num)


class _Calls(NodeTransformer):
    """`_("Planer")` becomes the text itself."""

    def __init__(self, environment: PlainEnvironment) -> None:
        self._environment = environment

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - Jinja's name
        """Give the text where a call asks for one that is written there, and else the call."""
        self.generic_visit(node)
        given = node.args[0] if len(node.args) == 1 and not (node.kwargs or node.dyn_args or node.dyn_kwargs) else None
        if isinstance(node.node, nodes.Name) and node.node.name in _GETTEXT and isinstance(given, nodes.Const):
            text = self._environment.said(given.value).replace("%%", "%")
            return nodes.MarkSafe(nodes.Const(text), lineno=node.lineno, environment=self._environment)
        return node


class PlainEnvironment(Environment):
    """Planlint's own pages, compiled for one language; `settings` are Jinja's."""

    def __init__(self, lang: Language, **settings: Any) -> None:
        """Choose the language that the templates are compiled in."""
        self._lang = lang
        self._kept = CompiledTemplates(f"{lang.code}{type(lang).__name__}", self._marked)
        super().__init__(autoescape=True, extensions=[_Texts], bytecode_cache=self._kept, **settings)
        self.install_gettext_callables(lang.gettext, lang.choose, newstyle=True)  # type: ignore[attr-defined] # as above

    def said(self, text: str) -> str:
        """Give a text in the language as a page has it: code in it is marked up."""
        return self._kept.put_in(text)

    def _marked(self, text: str) -> str:
        return str(Markup(self._lang.gettext(text)))  # noqa: S704 - a text of planlint's, as `{% trans %}` takes it

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        _Calls(self).visit(template)
        return template
