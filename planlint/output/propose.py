"""A draft planstrategi as text, as Markdown for a case paper, and as JSON. It says everywhere that it is a proposal."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any

from planlint import __version__
from planlint.base import N_, Ord
from planlint.output.paper import inline, table
from planlint.output.text import harmless
from planlint.text import BESLUTNING_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.ahead import PlanProposal, Utkast
    from planlint.model import TidspunktValue
    from planlint.text import Language

_WIDTH = 100
WHO_DECIDES = N_(
    "Dette er et forslag, laget av opplysningene i registeret. Kommunestyret bestemmer hva som skal skje med planene, "
    "når det vedtar planstrategien (plan- og bygningsloven § 10-1). Feltet Vedtak er tomt til da."
)

TO_FIND_OUT = N_("Dette viser ikke registeret, og må finnes ut først (antall rader)")


OUTSIDE = N_("Ikke til avgjørelse i planstrategien")
ABOUT_OUTSIDE = N_(
    "Planstrategien avgjør ikke hva som skal skje med disse. De står her med grunnen og det registeret viser, så ingen "
    "blir glemt."
)


def title(draft: Utkast, lang: Language) -> str:
    """Give the draft's title, which says that it is a proposal."""
    facts = {"periode": draft.tid.navn.replace("-", "–"), "kommune": draft.kommune, "dato": draft.date}
    return lang.render(N_("Forslag til planstrategi {periode} for {kommune}, per {dato}"), facts)


def as_of(draft: Utkast, lang: Language) -> str:
    """Give the day that the register describes the plans on; "" where it tells none."""
    return lang.render(N_("Registeret er ajourført {dato}."), {"dato": draft.ajourfoert}) if draft.ajourfoert else ""


def summary(draft: Utkast, lang: Language) -> str:
    """Give how many proposals of each kind: «Antall forslag: revideres 19, oppheves 14»."""
    counts = Counter[str](item.valg for item in draft.forslag)
    parts = [f"{lang.gettext(name).lower()} {counts[valg]}" for valg, name in BESLUTNING_NAMES.items() if counts[valg]]
    return lang.render(N_("Antall forslag: {antall}."), {"antall": ", ".join(parts)}) if parts else ""


def _reasons(item: PlanProposal, lang: Language) -> list[str]:
    return [lang.render(reason.tekst, reason.fakta) for reason in item.grunner]


def _title(item: PlanProposal, lang: Language) -> str:
    """Give a title as it stands; a duty's, which is a phrase, with a capital letter."""
    text = lang.value(item.tittel)
    return text[:1].upper() + text[1:] if isinstance(item.tittel, Ord) else text


def _asked(item: PlanProposal, lang: Language) -> str:
    return lang.gettext(item.question) if item.question else ""


def unknown(draft: Utkast, lang: Language) -> list[str]:
    """Give what must be found out before anybody can decide: each question, and how many rows it is asked in."""
    counts = Counter(item.question for item in draft.forslag if item.question)
    return [f"{lang.gettext(question)} ({count})" for question, count in counts.most_common()]


def _point(point: TidspunktValue | None, lang: Language) -> str:
    return lang.tidspunkt(point) if point else ""


def _law(item: PlanProposal, draft: Utkast, lang: Language) -> str:
    return ", ".join(lang.value(draft.lover.get(id_, id_)) for id_ in item.hjemmel)


def _facts(item: PlanProposal, draft: Utkast, lang: Language) -> tuple[str, ...]:
    """Give start, end, sector and legal basis; "" for what the register does not support."""
    sector = draft.sektorer.get(item.ansvarlig or "", "")
    return _point(item.arbeid.oppstart, lang), _point(item.arbeid.ferdig, lang), sector, _law(item, draft, lang)


def _heads(lang: Language) -> tuple[str, ...]:
    _ = lang.gettext
    return _("Oppstart"), _("Ferdig"), _("Ansvarlig"), _("Hjemmel")


def _item_text(item: PlanProposal, draft: Utkast, lang: Language) -> list[str]:
    _ = lang.gettext
    parts = [f"{head}: {fact}" for head, fact in zip(_heads(lang), _facts(item, draft, lang), strict=True) if fact]
    kind = f" ({item.type})" if item.type else ""
    rows = textwrap.wrap(_title(item, lang) + kind, _WIDTH, initial_indent="  ", subsequent_indent="    ")
    rows = ["", *rows, f"    {_('Forslag')}: {_(BESLUTNING_NAMES[item.valg])}"]
    for reason in _reasons(item, lang):
        rows += textwrap.wrap(reason, _WIDTH, initial_indent="    – ", subsequent_indent="      ")
    if asked := _asked(item, lang):
        rows += textwrap.wrap(f"{_('Spør')}: {asked}", _WIDTH, initial_indent="    ", subsequent_indent="      ")
    rows += [f"    {part}" for part in parts]
    return [*rows, f"    {_('Vedtak')}:"]


def _why(item: PlanProposal, lang: Language) -> str:
    return item.utenfor.in_language(lang) if item.utenfor else ""


def _known(item: PlanProposal, lang: Language) -> list[str]:
    """Give what the register knows of a plan outside the planstrategi: that it is knowledge, is told as why."""
    return [lang.render(one.tekst, one.fakta) for one in item.grunner if one.kode != "kunnskapsgrunnlag"]


def _outside_text(draft: Utkast, lang: Language) -> list[str]:
    """Give the plans that are not for the planstrategi to decide about, for a terminal."""
    _ = lang.gettext
    if not draft.utenfor:
        return []
    rows = ["", _(OUTSIDE), *textwrap.wrap(_(ABOUT_OUTSIDE), _WIDTH)]
    for item in draft.utenfor:
        name = f"{_title(item, lang)} ({item.type})"
        rows += ["", *textwrap.wrap(name, _WIDTH, initial_indent="  ", subsequent_indent="    ")]
        for text in (_why(item, lang), *_known(item, lang)):
            rows += textwrap.wrap(text, _WIDTH, initial_indent="    – ", subsequent_indent="      ")
        if asked := _asked(item, lang):
            rows += textwrap.wrap(f"{_('Spør')}: {asked}", _WIDTH, initial_indent="    ", subsequent_indent="      ")
    return rows


def propose_as_text(draft: Utkast, lang: Language) -> str:
    """Give the draft for a terminal, group by group."""
    about = " ".join(text for text in (lang.gettext(WHO_DECIDES), as_of(draft, lang)) if text)
    rows = [title(draft, lang), "", *textwrap.wrap(about, _WIDTH), summary(draft, lang)]
    if questions := unknown(draft, lang):
        rows += ["", lang.gettext(TO_FIND_OUT), *(f"  – {line}" for line in questions)]
    for group, items in groupby(draft.forslag, key=lambda item: item.gruppe):
        rows += ["", lang.value(group)]
        rows += [row for item in items for row in _item_text(item, draft, lang)]
    rows += _outside_text(draft, lang)
    return "".join(f"{harmless(row)}\n" for row in rows)


def heads(lang: Language) -> tuple[str, ...]:
    """Give the heads of the columns, with an empty column for what is decided."""
    _ = lang.gettext
    return (_("Plan"), _("Forslag"), _("Grunner"), _("Spør"), *_heads(lang), _("Vedtak"))


def groups(draft: Utkast, lang: Language) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """Yield each group's name and the rows of its table, one for each proposal."""
    _ = lang.gettext
    for group, items in groupby(draft.forslag, key=lambda item: item.gruppe):
        yield (
            lang.value(group),
            [
                (
                    _title(item, lang),
                    _(BESLUTNING_NAMES[item.valg]),
                    " ".join(_reasons(item, lang)),
                    _asked(item, lang),
                    *_facts(item, draft, lang),
                    "",
                )
                for item in items
            ],
        )


def outside_heads(lang: Language) -> tuple[str, ...]:
    """Give the heads of the columns of what is not for the planstrategi to decide about."""
    _ = lang.gettext
    return _("Plan"), _("Plantype"), _("Hvorfor ikke"), _("Det registeret viser"), _("Spør")


def outside_rows(draft: Utkast, lang: Language) -> list[tuple[str, ...]]:
    """Give a row for each plan that is not for the planstrategi to decide about."""
    return [
        (_title(item, lang), item.type, _why(item, lang), " ".join(_known(item, lang)), _asked(item, lang))
        for item in draft.utenfor
    ]


def propose_as_markdown(draft: Utkast, lang: Language) -> str:
    """Give the draft as a Markdown table for each group."""
    rows = [
        f"# {inline(title(draft, lang))}",
        "",
        lang.gettext(WHO_DECIDES),
        "",
        as_of(draft, lang),
        "",
        summary(draft, lang),
        "",
    ]
    if questions := unknown(draft, lang):
        rows += [f"## {lang.gettext(TO_FIND_OUT)}", "", *(f"- {line}" for line in questions), ""]
    for name, cells in groups(draft, lang):
        rows += [f"## {inline(name)}", "", *table(heads(lang), cells)]
    if draft.utenfor:
        rows += [f"## {lang.gettext(OUTSIDE)}", "", lang.gettext(ABOUT_OUTSIDE), ""]
        rows += table(outside_heads(lang), outside_rows(draft, lang))
    return "\n".join(rows)


def _item_json(item: PlanProposal, lang: Language) -> dict[str, Any]:
    reasons = zip(item.grunner, _reasons(item, lang), strict=True)
    return {
        "entity": item.entity,
        "title": _title(item, lang),
        "group": lang.value(item.gruppe),
        "type": item.type,
        "proposal": item.valg,
        "reasons": [{"code": reason.kode, "text": text} for reason, text in reasons],
        "question": _asked(item, lang) or None,
        "start": str(item.arbeid.oppstart) if item.arbeid.oppstart else None,
        "end": str(item.arbeid.ferdig) if item.arbeid.ferdig else None,
        "responsible": item.ansvarlig,
        "law": list(item.hjemmel),
        "decision": None,
    }


def _outside_json(item: PlanProposal, lang: Language) -> dict[str, Any]:
    names = ("entity", "title", "group", "type", "reasons", "question", "responsible", "law")
    known = _item_json(item, lang)
    return {**{name: known[name] for name in names}, "why": _why(item, lang)}


def propose_as_json(draft: Utkast, lang: Language) -> str:
    """Give the draft as JSON: a public contract, as `check --output json`. `decision` is always null.

    `outside` are the plans that are not for the planstrategi to decide about: `why`, and what the register knows.
    """
    counts = Counter[str](item.valg for item in draft.forslag)
    data = {
        "schema": 1,
        "planlint": __version__,
        "date": draft.date.isoformat(),
        "valgperiode": draft.tid.navn,
        "note": lang.gettext(WHO_DECIDES),
        "counts": {valg: counts[valg] for valg in BESLUTNING_NAMES if counts[valg]},
        "proposals": [_item_json(item, lang) for item in draft.forslag],
        "outside": [_outside_json(item, lang) for item in draft.utenfor],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
