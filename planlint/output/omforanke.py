"""What `planlint omforanke` moves, and what somebody must decide first, as a table."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.output.neutral import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.edit import MovedReference, MoveOverview
    from planlint.text import Language


def _moved(flyttinger: list[MovedReference], lang: Language) -> list[str]:
    width = max(len(item.peker.enhet.entity) for item in flyttinger)
    rows = []
    for item in flyttinger:
        there = lang.gettext("(står der fra før, så det gamle tas bort)") if item.felles else ""
        row = f"  {item.peker.enhet.entity:<{width}}  {item.peker.gammelt} → {item.ny} {there}"
        rows.append(harmless(row.rstrip()))
    return rows


def _by_goal(flyttinger: Iterable[MovedReference]) -> list[tuple[tuple[str, tuple[str, ...]], list[str]]]:
    """Give who points at each goal, goals in order; those with other choices for the same goal by themselves."""
    found: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for item in flyttinger:
        found[item.peker.gammelt, item.valg].append(item.peker.enhet.entity)
    return sorted(found.items())


def _left(flyttinger: Iterable[MovedReference]) -> list[str]:
    rows = []
    for (old, choices), who in _by_goal(flyttinger):
        rows.append(f"  {old}" + (f" → {' | '.join(choices)}" if choices else ""))
        rows.append(f"    {', '.join(dict.fromkeys(who))}")
    return [harmless(row) for row in rows]


def omforanke_as_text(found: MoveOverview, lang: Language) -> list[str]:
    """Give the table as rows: what is moved, what has several heirs or none, what must be put together by hand."""
    _ = lang.gettext
    moved = [item for item in found.flyttinger if item.is_done]
    open_ = [item for item in found.flyttinger if not item.ny]
    whole = [item for item in open_ if item.peker.slag == "plan"]
    several = [item for item in open_ if item not in whole and len(item.valg) > 1]
    none = [item for item in open_ if item not in whole and len(item.valg) <= 1]
    words = [item for item in found.flyttinger if item.ny and not item.is_done]
    rows = [_("Fra {fra} til {til}:").format(fra=harmless(found.fra.id), til=harmless(found.til.id)), ""]
    if moved:
        rows += [_("Flyttes:"), *_moved(moved, lang), ""]
    if several:
        rows += [_("Flere mål fører disse videre. Velg ett med --velg GAMMELT=NYTT:"), *_left(several), ""]
    if none:
        rows += [_("Ingen mål som kan brukes her, fører disse videre. Velg ett med --velg, eller rett filen for hånd:")]
        rows += [*_left(none), ""]
    if whole:
        choice = f"--velg {found.fra.id}={found.til.id}"
        told = _("Forankret i hele den gamle planen. Gjelder det samme den nye, kjør igjen med {valg}:")
        rows += [told.format(valg=harmless(choice)), *_left(whole), ""]
    if words:
        rows += [_("Viser til det nye målet fra før, og har egne ord om det gamle. Slå dem sammen for hånd:")]
        rows += [*_left(words), ""]
    if not found.flyttinger:
        rows += [_("Ingen som gjelder eller er under arbeid, viser til målene i {fra}.").format(fra=found.fra.id), ""]
    return [*rows, *[f"{row}\n" for row in _about(found, lang)]]


def _about(found: MoveOverview, lang: Language) -> list[str]:
    rows = []
    if found.utelatt:
        rows.append(
            lang.ngettext(
                "{n} henvisning fra planer og annet som ikke gjelder lenger, blir stående.",
                "{n} henvisninger fra planer og annet som ikke gjelder lenger, blir stående.",
                found.utelatt,
            )
        )
    if not found.erstattet:
        text = lang.gettext("{fra} gjelder fortsatt. Er planen erstattet, skriv det i `erstatter` i filen til {til}.")
        rows.append(text.format(fra=harmless(found.fra.id), til=harmless(found.til.id)))
    return rows
