"""Which pages have a part that is a municipality's own: those are drawn in the sandbox, and all others without it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateError, TemplateNotFound, meta

from planlint.base import folder
from planlint.site.sandbox import OwnLoader

if TYPE_CHECKING:
    from pathlib import Path


class OwnParts:
    """The templates in a municipality's folder that are others than planlint's."""

    def __init__(self, own: Path | None) -> None:
        """Know the folder; None where the municipality has none."""
        self._own = own
        self._ours = folder("templates")
        self._jinja = Environment(extensions=["jinja2.ext.i18n"])  # noqa: S701 - it reads, and fills in nothing
        self._known: dict[str, bool] = {}

    @cached_property
    def changed(self) -> frozenset[str]:
        """The names of planlint's templates that the municipality has another text for, or one that cannot be read."""
        if self._own is None:
            return frozenset()
        loader = OwnLoader(self._own)
        names = (path.relative_to(self._ours).as_posix() for path in self._ours.rglob("*.j2"))
        return frozenset(name for name in names if not self._is_ours(loader, name))

    def _is_ours(self, loader: OwnLoader, name: str) -> bool:
        try:
            return loader.get_source(self._jinja, name)[0] == self._text(name)
        except TemplateNotFound:
            return True
        except TemplateError:
            return False

    def _text(self, name: str) -> str:
        return (self._ours / name).read_bytes().decode()

    def has_any(self, template: str) -> bool:
        """Tell whether a template, or one that it extends, includes or imports, is the municipality's own.

        One that planlint does not have is, and so is a part that goes by a name which is reckoned out.
        """
        if template not in self._known:
            self._known[template] = True  # where it comes back to itself, the first to ask has the answer
            self._known[template] = self._is_changed(template)
        return self._known[template]

    def _is_changed(self, template: str) -> bool:
        if not (self._ours / template).is_file() or template in self.changed:
            return True
        if not self.changed:
            return False
        parts = meta.find_referenced_templates(self._jinja.parse(self._text(template)))
        return any(part is None or self.has_any(part) for part in parts)
