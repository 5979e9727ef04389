"""Templates that are read once and kept while somebody edits, until one of them is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.site.render import Templates

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.tables import BuildError
    from planlint.text import Language


class KeptTemplates:
    """The templates of a municipality in each language, those of an edition apart from today's."""

    def __init__(self, overrides: Path) -> None:
        """Know the municipality's own folder, which may come later."""
        self._overrides = overrides
        self._made: dict[tuple[type, str], Templates] = {}
        self._faults: dict[str, list[BuildError]] = {}

    def of(self, lang: Language) -> Templates:
        """Give the templates of a language, with all the time that a site has for its own ones."""
        key = type(lang), lang.code
        if key not in self._made:
            self._made[key] = Templates(lang, self._overrides if self._overrides.is_dir() else None)
        self._made[key].begin()
        return self._made[key]

    def forget(self) -> None:
        """Read the templates again when they are asked for."""
        self._made, self._faults = {}, {}

    def faults(self, lang: Language) -> list[BuildError]:
        """Give what is wrong with the form of the municipality's own templates, whether a page has asked or not."""
        if lang.code not in self._faults:
            self._faults[lang.code] = self.of(lang).faults()
        return self._faults[lang.code]
