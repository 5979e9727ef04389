"""What somebody wants mended."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FixRequest:
    """What a user asked for: beginnings of codes (and `form`), files and folders, and whether guesses count."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    unsafe: bool = False

    def chooses_rule(self, code: str) -> bool:
        """Tell whether findings of a rule (or the form of files) are to be mended."""
        return (not self.select or code.startswith(self.select)) and not (self.ignore and code.startswith(self.ignore))

    def chooses_file(self, file: str) -> bool:
        """Tell whether findings in a file are to be mended."""
        return not self.only or any(path in {".", file} or file.startswith(f"{path}/") for path in self.only)
