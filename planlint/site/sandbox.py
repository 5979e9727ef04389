"""What a municipality's own templates may do: fill in text. They reach no file, no program and no end of time.

Jinja's sandbox keeps them from Python's insides. Here comes what it leaves open: links that lead out of the folder,
loops without end, and arithmetic that never finishes. Planlint's own templates are not counted.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemLoader, TemplateNotFound, TemplateRuntimeError, nodes
from jinja2.loaders import split_template_path
from jinja2.sandbox import ImmutableSandboxedEnvironment

from planlint.base import N_, Trouble
from planlint.source import NotReadError, read_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from jinja2.runtime import Context

MAX_TURNS = 1_000_000
"""How many times a page's own templates may go round: some seconds, and far above what the largest table needs."""
_MAX_LENGTH = 1_000_000
_MAX_BITS = 10_000
_COUNTED = (nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)
_REFUSED = {
    "lenke": N_("den er en lenke, og maler leses bare fra mappen selv"),
    "ingen_fil": N_("den er ikke en vanlig fil"),
    "stor": N_("den er for stor"),
}


class TemplateFault(Trouble, TemplateRuntimeError):  # noqa: N818 - a fault, told as any other
    """A template does what templates may not; the text is for the user."""


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

    intercepted_binops = frozenset(("*", "**"))

    def __init__(self, own: Path | None, **settings: Any) -> None:
        """Know the folder whose templates are counted."""
        super().__init__(**settings)
        self._own = own
        self.left = MAX_TURNS

    def turn(self) -> None:
        """Count one round of a loop, one macro, one file. Raises TemplateRuntimeError when there have been too many."""
        self.left -= 1
        if self.left < 0:
            raise TemplateFault(N_("den går rundt uten å bli ferdig"))

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
        return super()._generate(source, name, filename, defer_init)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Multiply or raise, unless the answer would be too large to be of use. Raises TemplateRuntimeError."""
        if _too_large(operator, left, right) or (operator == "*" and _too_large(operator, right, left)):
            raise TemplateFault(N_("den regner ut noe som er for stort ({regnetegn})"), regnetegn=operator)
        return super().call_binop(context, operator, left, right)


def _too_large(operator: str, left: Any, right: Any) -> bool:
    if not isinstance(right, int):
        return False
    if isinstance(left, int):
        bits = left.bit_length()
        return (bits * abs(right) if operator == "**" else bits + right.bit_length()) > _MAX_BITS
    return operator == "*" and hasattr(left, "__len__") and len(left) * right > _MAX_LENGTH
