"""A forecast as text, and as Markdown for a meeting paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.law import bestemmelser
from planlint.model import parse
from planlint.output.paper import alvor, counted, inline, left_out, named, table
from planlint.output.text import harmless
from planlint.output.words import said
from planlint.text import EVENT_NAMES

if TYPE_CHECKING:
    from planlint.ahead import Due, Forecast, Quarter, Start
    from planlint.text import Language

_WHAT = {
    ("lov", "kommunevalg"): N_("Kommunevalg for perioden {gjelder}"),
    ("lov", "konstituering"): N_("Kommunestyret for {gjelder} skal være konstituert"),
    ("lov", "planstrategi"): N_("Planstrategien for {gjelder} skal være vedtatt"),
    ("lov", "handlingsdel"): N_("Handlingsdelen og økonomiplanen for {gjelder} skal være vedtatt"),
    ("lov", "forvaltningsrevisjon"): N_("Planen for forvaltningsrevisjon for {gjelder} skal være laget og vedtatt"),
    ("lov", "eierskapskontroll"): N_("Planen for eierskapskontroll for {gjelder} skal være laget og vedtatt"),
    ("lov", "frist"): N_("{gjelder}: kravene skal være oppfylt"),
    ("lov", "beredskap"): N_("Beredskapsplanen skal være revidert"),
    ("lov", "temahandlingsdel"): N_("Handlingsdelen til kommunedelplanen skal være revidert"),
    ("periode", ""): N_("Planperioden går ut"),
    ("revisjon", ""): N_("Planen skal være revidert"),
    ("beslutning", "oppstart"): N_("Planstrategien: arbeidet skal begynne"),
    ("beslutning", "ferdig"): N_("Planstrategien: arbeidet skal være ferdig"),
    ("arbeid", "oppstart"): N_("Arbeidet skal begynne"),
    ("arbeid", "ferdig"): N_("Arbeidet skal være ferdig"),
    ("tiltak", ""): N_("Tiltaket skal være gjennomført"),
    ("hjul", "steg"): N_("Forventet etter {gjelder}"),
    ("hjul", "rulleres"): N_("Forventet ny revisjon"),
}
_OWN_WHEEL = N_("Forventet igjen")
EARLIER = N_("senest denne dagen; dagen for konstitueringen er ikke oppgitt")
_RECKONED = N_("regnet ut fra hvor ofte planen rulleres")
_DOUBT = N_("kilden er usikker på tiden")
_SHOWN = {True: N_("registeret viser at det ble gjort"), False: N_("registeret viser ikke om det ble gjort")}
_SETTLED = {True: N_("avgjort hva som skal skje"), False: N_("ingen avgjørelse er dokumentert")}


def what(item: Due, lang: Language) -> str:
    """Give what falls due, in words."""
    if item.slag == "varslet":
        return lang.render(N_("Varslet ({hva})"), {"hva": EVENT_NAMES[item.hva]})
    if (item.slag, item.hva) == ("hjul", "steg") and _is_named_alike(item):
        return lang.gettext(_OWN_WHEEL)
    return lang.render(_WHAT[item.slag, item.hva], {"gjelder": item.gjelder})


def _is_named_alike(item: Due) -> bool:
    """Tell whether a step is called as its wheel, so that to name both says the same twice."""
    return item.tittel.casefold().startswith(item.gjelder.casefold())


def expected_time(item: Due, lang: Language) -> list[str]:
    """Give the month or year in which something is expected, where that is what is known."""
    return [lang.render(N_("forventet {tid}"), {"tid": item.tid})] if item.tid else []


def expected_words(item: Due, lang: Language) -> list[str]:
    """Give the bodies of what is expected, what it is reckoned from, and the time before that has left no trace."""
    parts = [lang.render(N_("behandles av {organ}"), {"organ": item.organ})] if item.organ else []
    parts += [lang.gettext(_RECKONED)] if item.hva == "rulleres" else []
    parts += shown_words(item.vist, lang)
    before = N_("registeret viser ikke at det ble gjort forrige gang, {tid}")
    return parts + ([lang.render(before, {"tid": item.forrige})] if item.forrige else [])


def shown_words(vist: bool | None, lang: Language) -> list[str]:  # noqa: FBT001 - a fact to tell, no switch
    """Give whether the register shows that an expected step was done; nothing of one that is to come (None)."""
    return [] if vist is None else [lang.gettext(_SHOWN[vist])]


def settled_words(item: Due, lang: Language) -> list[str]:
    """Give whether the time is doubted, and whether it is settled what shall happen, where somebody asks."""
    doubt = [lang.gettext(_DOUBT)] if item.usikker else []
    return doubt + ([lang.gettext(_SETTLED[item.avgjort])] if item.avgjort is not None else [])


def told_by(item: Due, lang: Language) -> list[str]:
    """Give the time as a file has it, where that is no day; of one that no file has, what it is reckoned from."""
    if item.tid is None or (item.regnet and item.slag == "lov"):
        return []
    if item.regnet:
        return [lang.gettext(_RECKONED)]
    return [lang.render(N_("registeret sier {tid}"), {"tid": item.tid})]


def _note(item: Due, lang: Language) -> str:
    if item.slag == "hjul":
        return ", ".join([*expected_time(item, lang), *expected_words(item, lang)])
    parts = [lang.value(bestemmelser()[id_].navn) for id_ in item.lov]
    parts += settled_words(item, lang)
    parts += told_by(item, lang)
    parts += [lang.gettext(EARLIER)] if item.senest else []
    return ", ".join(parts)


def _says(start: Start, lang: Language) -> str:
    """Give what a finding says, and why it begins now when it is no news."""
    known = [lang.gettext("Funnet er et kjent avvik til da.")] if start.godtatt else []
    return " ".join([said(start.diagnostic, lang).message, *known])


def _name(quarter: Quarter, lang: Language) -> str:
    """Give a quarter's name, as it begins a heading."""
    name = lang.tidspunkt(parse(f"{quarter.year}-K{quarter.number}"))
    return name[:1].upper() + name[1:]


def _intro(found: Forecast, lang: Language) -> list[str]:
    rows = [lang.gettext("Framskrivingen regner med at ingenting blir vedtatt eller endret i mellomtiden.")]
    if found.today:
        already = N_("Per {dato} er det {funn} fra før. De er ikke gjentatt her; `planlint check` viser dem.")
        rows.append(lang.render(already, {"dato": found.day, "funn": counted(found.today, lang)}))
    late = (
        [lang.ngettext("{n} planperiode er over", "{n} planperioder er over", found.expired)] if found.expired else []
    )
    late += (
        [lang.ngettext("{n} revisjon er forfalt", "{n} revisjoner er forfalt", found.overdue)] if found.overdue else []
    )
    if found.late:
        rows.append(
            lang.ngettext(
                "{n} plan er over en frist på den dagen, så langt registeret viser.",
                "{n} planer er over en frist på den dagen, så langt registeret viser.",
                found.late,
            )
        )
    if late:
        behind = N_("Av dette: {rest}, og registeret viser ikke hva som er bestemt.")
        rows.append(lang.render(behind, {"rest": late}))
    return rows + left_out(found.known, found.suppressed, lang)


def _title(found: Forecast, lang: Language) -> str:
    days = {"fra": found.day, "til": found.until, "kommune": found.kommune}
    return lang.render(N_("Det som kommer i plansystemet til {kommune}, {fra} til {til}"), days)


def _when(item: Due, lang: Language) -> str:
    """Give when something falls due, no nearer than the register knows it: a day, or the year that it stands with."""
    return lang.tidspunkt(item.tid) if item.tid else lang.dato(item.dag)


def _quarter_text(quarter: Quarter, lang: Language) -> list[str]:
    rows = ["", _name(quarter, lang)]
    for item in quarter.due:
        subject = f": {named(item.tittel, item.entity) if item.entity else item.tittel}" if item.tittel else ""
        note = f" ({note})" if (note := _note(item, lang)) else ""
        rows.append(f"  {_when(item, lang):<10}  {what(item, lang)}{subject}{note}")
    rows += [f"  {lang.gettext('Funn som begynner')}"] if quarter.starts else []
    for start in quarter.starts:
        subject = named(start.tittel, start.diagnostic.entity)
        rows.append(f"  {lang.dato(start.dag):<10}  {alvor(start.diagnostic, lang)}: {subject}")
        rows.append(f"  {'':<10}  {_says(start, lang)}")
    return rows if len(rows) > 2 else [*rows, f"  {lang.gettext('Ingenting')}"]  # noqa: PLR2004 - the heading's rows


def forecast_as_text(found: Forecast, lang: Language) -> str:
    """Give the forecast for a terminal, a quarter at a time."""
    rows = [_title(found, lang), *_intro(found, lang)]
    rows += [row for quarter in found.quarters for row in _quarter_text(quarter, lang)]
    return "".join(f"{harmless(row)}\n" for row in rows)


def forecast_as_markdown(found: Forecast, lang: Language) -> str:
    """Give the forecast as two Markdown tables: what falls due, and the findings that begin."""
    _ = lang.gettext
    dues = [
        (_name(quarter, lang), _when(item, lang), what(item, lang), item.tittel, _note(item, lang))
        for quarter in found.quarters
        for item in quarter.due
    ]
    starts = [
        (
            _name(quarter, lang),
            lang.dato(start.dag),
            start.tittel or start.diagnostic.place.file,
            _says(start, lang),
            alvor(start.diagnostic, lang),
        )
        for quarter in found.quarters
        for start in quarter.starts
    ]
    rows = [f"# {inline(_title(found, lang))}", "", *_intro(found, lang), "", f"## {_('Det som forfaller')}", ""]
    heads = [_("Kvartal"), _("Senest"), _("Hva"), _("Gjelder"), _("Merknad")]
    rows += table(heads, dues) if dues else [_("Ingenting forfaller."), ""]
    rows += [f"## {_('Funn som begynner')}", ""]
    heads = [_("Kvartal"), _("Fra"), _("Gjelder"), _("Hva"), _("Regel")]
    rows += table(heads, starts) if starts else [_("Ingen nye funn begynner."), ""]
    return "\n".join(rows)
