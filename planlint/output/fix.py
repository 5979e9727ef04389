"""What `planlint fix` did, or would do: file by file, with the rule and whether the fix is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.output.neutral import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.fixes import FixProposal, Repaired
    from planlint.text import Language


def _rows(proposals: Iterable[FixProposal], lang: Language) -> list[str]:
    """Give a heading per file and a row per fix, in the order of the files."""
    _ = lang.gettext
    rows, file = [], ""
    words = {True: _("trygg"), False: _("utrygg")}
    width = max(map(len, words.values()))
    for item in sorted(proposals, key=lambda item: item.file):
        if item.file != file:
            file = item.file
            rows.append(harmless(file))
        rows.append(f"  {item.code:<5}  {words[item.safe]:<{width}}  {harmless(lang.render(item.text, item.args))}")
    return rows


def _sum(repaired: Repaired, lang: Language, *, written: bool) -> str:
    number, files, left = len(repaired.made), len(repaired.changes), len(repaired.left)
    n = lang.ngettext
    where = n("i {n} fil", "i {n} filer", files)
    if not number:
        said = lang.gettext("Ingenting å rette.") if not left else lang.gettext("Ingenting å rette uten --unsafe.")
    elif written:
        said = f"{n('{n} ting er rettet', '{n} ting er rettet', number)} {where}."
    else:
        said = f"{n('{n} ting kan rettes', '{n} ting kan rettes', number)} {where}."
    rest = n("{n} til kan rettes med --unsafe. Les da endringen etterpå.",
             "{n} til kan rettes med --unsafe. Les da endringen etterpå.", left)  # fmt: skip
    return f"{said} {rest}" if left else said


def fix_as_text(repaired: Repaired, lang: Language, *, written: bool) -> list[str]:
    """Give the fixes that were made (or would be), the guesses that were not, and the sum of them, as rows."""
    rows = _rows(repaired.made, lang)
    if repaired.left:
        rows += [*([""] if rows else []), lang.gettext("Kan rettes med --unsafe:"), *_rows(repaired.left, lang)]
    return [*rows, *([""] if rows else []), _sum(repaired, lang, written=written)]
