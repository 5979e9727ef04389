"""What `planlint omforanke` moves, and what somebody must decide first, as a table."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.output.neutral import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.edit import MovedReference, MoveOverview
    from planlint.text import Language


_DROPPED = N_("Registeret sier at målet ikke føres videre.")
_DROPPED_WHY = N_("Registeret sier at målet ikke føres videre: «{grunn}».")


def _moved(found: MoveOverview, flyttinger: list[MovedReference], lang: Language) -> list[str]:
    rows = []
    for item in flyttinger:
        old, new = (lang.quoted(found.titler.get(id_, id_)) for id_ in (item.peker.gammelt, item.ny))
        there = lang.gettext("(står der fra før, så det gamle tas bort)") if item.felles else ""
        rows.append(harmless(f"  {lang.quoted(item.peker.enhet.tittel)}: {old} → {new} {there}".rstrip()))
    return rows


def _by_goal(flyttinger: Iterable[MovedReference]) -> list[tuple[tuple[str, tuple[str, ...]], list[str]]]:
    """Give who points at each goal, goals in order; those with other choices for the same goal by themselves."""
    found: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for item in flyttinger:
        found[item.peker.gammelt, item.valg].append(item.peker.enhet.tittel)
    return sorted(found.items())


def _left(found: MoveOverview, flyttinger: Iterable[MovedReference], lang: Language) -> list[str]:
    """Give each goal that somebody must choose another for: by title, and with what to type."""
    rows = []
    for (old, choices), who in _by_goal(flyttinger):
        rows.append(f"  {lang.quoted(found.titler.get(old, old))} ({old})")
        if (why := found.utgaatt.get(old)) is not None:
            rows.append(f"    {lang.render(_DROPPED_WHY if why else _DROPPED, {'grunn': why})}")
        rows += [f"    --velg {old}={new}  {lang.quoted(found.titler.get(new, new))}" for new in choices]
        rows.append(f"    {lang.gettext('Viser til det')}: {_who(who, lang)}")
    return [harmless(row) for row in rows]


def _who(titles: Iterable[str], lang: Language) -> str:
    return ", ".join(lang.quoted(title) for title in dict.fromkeys(titles))


def _loose(found: MoveOverview, lang: Language) -> list[str]:
    """Give what stands under drafts that became no goals as they stood, with the goal that they became."""
    rows = []
    for end in found.loese:
        became = _who([maal.label for maal in end.ble], lang)
        text = lang.gettext("ble til {maal}").format(maal=became) if became else lang.gettext("ble ikke noe mål")
        rows.append(f"  {lang.quoted(end.maal.label)} ({end.maal.id}): {text}")
        rows.append(f"    {lang.gettext('Viser til det')}: {_who([one.tittel for one in end.enheter], lang)}")
    return [harmless(row) for row in rows]


def omforanke_as_text(found: MoveOverview, lang: Language) -> list[str]:
    """Give the table as rows: what is moved, what has several heirs or none, what must be put together by hand."""
    _ = lang.gettext
    moved = [item for item in found.flyttinger if item.is_done]
    open_ = [item for item in found.flyttinger if not item.ny]
    whole = [item for item in open_ if item.peker.slag == "plan"]
    several = [item for item in open_ if item not in whole and len(item.valg) > 1]
    none = [item for item in open_ if item not in whole and len(item.valg) <= 1]
    sides = [item for item in found.flyttinger if item.sider]
    words = [item for item in found.flyttinger if item.ny and not item.is_done and not item.sider]
    rows = [_("Fra «{fra}» til «{til}»:").format(fra=harmless(found.fra.tittel), til=harmless(found.til.tittel)), ""]
    if moved:
        rows += [_("Flyttes:"), *_moved(found, moved, lang), ""]
    if several:
        rows += [
            _("Flere mål fører disse videre. Velg ett, og kjør igjen med valget til slutt:"),
            *_left(found, several, lang),
            "",
        ]
    if none:
        hint = _("Ingen mål som kan brukes her, fører disse videre. Velg ett med {valg}, eller rett filen for hånd:")
        rows += [hint.format(valg="--velg GAMMELT=NYTT")]
        rows += [*_left(found, none, lang), ""]
    if whole:
        choice = f"--velg {found.fra.id}={found.til.id}"
        told = _("Forankret i hele den gamle planen. Gjelder det samme den nye, kjør igjen med {valg}:")
        rows += [
            told.format(valg=harmless(choice)),
            harmless(f"  {_who([item.peker.enhet.tittel for item in whole], lang)}"),
            "",
        ]
    if words:
        rows += [_("Viser til det nye målet fra før, og har egne ord om det gamle. Slå dem sammen for hånd:")]
        rows += [*_left(found, words, lang), ""]
    if sides:
        rows += [_("Mål på hver sin side av en målkonflikt er blitt ett. Avgjør hva den nå er, og rett filen:")]
        rows += [*_left(found, sides, lang), ""]
    if not found.flyttinger:
        rows += [
            _("Ingen som gjelder eller er under arbeid, viser til målene i «{fra}».").format(fra=found.fra.tittel),
            "",
        ]
    if found.loese:
        rows += [_("Viser til utkast som ikke ble mål slik de sto. Bytt dem ut for hånd:"), *_loose(found, lang), ""]
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
        text = lang.gettext(
            "«{fra}» gjelder fortsatt. Er planen erstattet, skriv det i `erstatter` i filen til «{til}»."
        )
        rows.append(text.format(fra=harmless(found.fra.tittel), til=harmless(found.til.tittel)))
    return rows
