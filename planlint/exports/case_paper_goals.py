"""What the case paper tells of goals and drafts: the plan's, those of the plan it replaces, and what hangs loose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.edit import LooseEnd, find_loose_ends, who_points_at
from planlint.register import is_settled, old_goals, outcome_name, plan_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.exports.word_document import WordPaper
    from planlint.model import Blir, Maal, Plan
    from planlint.register import OldGoal
    from planlint.tables import Nettsted

_NOT_REGISTERED = N_("Ikke registrert")


def goal_names(site: Nettsted, ids: Iterable[str]) -> str:
    """Give the names of several goals; what is no goal is left out."""
    return "; ".join(goal_name(maal) for id_ in ids if (maal := site.register.find_maal(id_)))


def goal_name(maal: Maal) -> str:
    """Give a goal's number and title, and which variant a draft is."""
    return f"{maal.label} ({maal.variant})" if maal.variant else maal.label


def goals_of(site: Nettsted, plan: Plan) -> list[Maal]:
    """Give the goals of a plan as it numbers them."""
    return sorted(site.register.maal_of(plan), key=lambda maal: plan_order(site.register, maal))


def write_old_goals(papir: WordPaper, site: Nettsted, plan: Plan) -> list[tuple[str, ...]]:
    """Write how many goals of the plans that are replaced are carried on; give them as the rows of a table."""
    _, number, old = site.lang.gettext, site.lang.number, old_goals(site.register, plan)
    if not old:
        return []
    papir.heading(old_heading(site, plan))
    kept, dropped = (sum(map(bool, those)) for those in ([one.heirs for one in old], [one.dropped for one in old]))
    text = (
        _(
            "Mål i planen som ble erstattet: {alle}. Ført videre: {videre}. Ikke ført videre: {ikke}. Registeret viser "
            "det ikke: {ukjent}."
        )
        if is_settled(site.register, plan)
        else _(
            "Mål i planen som blir erstattet: {alle}. Føres videre: {videre}. Føres ikke videre: {ikke}. Registeret "
            "viser det ikke: {ukjent}."
        )
    )
    left = sum(not one.is_told for one in old)
    papir.paragraph(text.format(alle=number(len(old)), videre=number(kept), ikke=number(dropped), ukjent=number(left)))
    return [(one.maal.nummer or "", one.maal.full_title, *_old_goal(site, plan, one)) for one in old]


def old_heading(site: Nettsted, plan: Plan) -> str:
    """Name the goals of the plan that is replaced, or that was when the new one was adopted."""
    _ = site.lang.gettext
    done = is_settled(site.register, plan)
    return _("Målene i planen som ble erstattet") if done else _("Målene i planen som blir erstattet")


def _old_goal(site: Nettsted, plan: Plan, old: OldGoal) -> tuple[str, str]:
    """Give whether an old goal is carried on, and by what or why not."""
    _ = site.lang.gettext
    done = is_settled(site.register, plan)
    if old.heirs:
        return _("Ført videre") if done else _("Føres videre"), "; ".join(map(goal_name, old.heirs))
    if old.dropped:
        if done:
            return _("Ikke ført videre"), old.dropped.begrunnelse or ""
        return _(outcome_name(site.register, old.maal, old.dropped)), old.dropped.begrunnelse or ""
    return _(_NOT_REGISTERED), ""


def goal_row(site: Nettsted, maal: Maal) -> tuple[str, ...]:
    """Give a goal or a draft as a row: number, words, type, and what it is or became."""
    state = "; ".join(_became(site, maal, blir) for blir in maal.blir)
    plan = site.register.find_plan(maal.plan)
    kind = N_("Mål i en plan som er erstattet") if plan and site.register.replaced_by(plan) else N_("Mål")
    state = state or site.lang.gettext(N_("Utkast") if maal.utkast else kind)
    type_ = site.register.maaltype(maal)
    number = " ".join(part for part in (maal.nummer, f"({maal.variant})" if maal.variant else "") if part)
    return number, maal.full_title, type_.navn if type_ else maal.type, state


def _became(site: Nettsted, maal: Maal, blir: Blir) -> str:
    """Give what became of a draft or a goal, with the goal that it became and why, as far as that is told."""
    name, new = site.lang.gettext(outcome_name(site.register, maal, blir)), goal_names(site, [blir.maal or ""])
    told = f"{name}: {new}" if new else name
    return f"{told} ({blir.begrunnelse})" if blir.begrunnelse else told


def write_loose(papir: WordPaper, site: Nettsted, plan: Plan) -> None:
    """Write what is anchored in goals and drafts that do not go on: somebody must say where it belongs."""
    _ = site.lang.gettext
    found = [*find_loose_ends(site.register, plan), *_under_old(site, plan)]
    if not found:
        return
    papir.heading(_("Det som må knyttes til andre mål"))
    papir.paragraph(_("Dette viser til utkast og mål som etter registeret ikke er med videre slik de står:"))
    for end in found:
        papir.paragraph(_loose(site, end), "List Bullet")


def _under_old(site: Nettsted, plan: Plan) -> Iterator[LooseEnd]:
    """Give the goals of the replaced plans that no goal is known to carry on, where something is under them."""
    for one in old_goals(site.register, plan):
        if not one.heirs and (who := who_points_at(site.register, one.maal)):
            yield LooseEnd(one.maal, (), who)


def _loose(site: Nettsted, end: LooseEnd) -> str:
    lang = site.lang
    became = ", ".join(lang.quoted(goal_name(maal)) for maal in end.ble)
    who = lang.enumeration([lang.quoted(one.tittel) for one in end.enheter])
    told = {"maal": lang.quoted(goal_name(end.maal)), "hvem": who, "ble": became}
    if became:
        return lang.gettext("{hvem}: viser til {maal}, som er gått inn i {ble}.").format(**told)
    if end.maal.utkast:
        return lang.gettext("{hvem}: viser til utkastet {maal}, som er tatt ut.").format(**told)
    if end.maal.blir:
        return lang.gettext("{hvem}: viser til {maal}, som etter registeret ikke føres videre.").format(**told)
    return lang.gettext("{hvem}: viser til {maal}, og registeret viser ikke om det føres videre.").format(**told)
