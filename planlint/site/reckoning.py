"""Numbers that several pages tell, each with what it is made of: one text for one question, wherever it stands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planlint.base import N_, NN_
from planlint.output import anchor_sentences
from planlint.register import Gjelder, Kunnskap, gjelder, is_old, measure_dekning, over_fristen, viten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.base import Ord
    from planlint.model import Plan
    from planlint.tables import Nettsted, SiteFinding

_KNOWN: dict[Kunnskap, tuple[Ord, Ord]] = {
    Kunnskap.GAMMEL: (
        N_("For {n} av dem er det siste registeret vet, mer enn et år gammelt."),
        N_("For alle {n} er det siste registeret vet, mer enn et år gammelt."),
    ),
    Kunnskap.UDATERT: (
        N_("For {n} av dem er det siste registeret vet, uten dato."),
        N_("For alle {n} er det siste registeret vet, uten dato."),
    ),
    Kunnskap.USIKKER: (
        N_("For {n} av dem er det siste registeret vet, usikkert."),
        N_("For alle {n} er det siste registeret vet, usikkert."),
    ),
}
_STANDING = {
    "i kraft": N_("{n} i kraft"),
    "over": N_("{n} utløpt"),
    "annet": N_("{n} i arbeid eller planlagt"),
}
_FOUND = {
    "new": NN_("{n} nytt funn", "{n} nye funn"),
    "known": NN_("{n} kjent avvik (forklart med en grunn)", "{n} kjente avvik (forklart med en grunn)"),
    "suppressed": NN_("{n} unntak", "{n} unntak"),
    "gap": NN_("{n} hull (kildene oppgir det ikke)", "{n} hull (kildene oppgir det ikke)"),
    "": NN_("{n} uten funn", "{n} uten funn"),
}


def knowledge_sentences(site: Nettsted) -> list[str]:
    """Say of how many plans in force the knowledge is old, undated or in doubt; what is in doubt may be old as well."""
    current = site.register.gjeldende()
    known = [viten(site.register, plan) for plan in current]
    counts = {
        Kunnskap.GAMMEL: sum(is_old(site.register, one.dag) for one in known),
        Kunnskap.UDATERT: sum(one.dag is None and one.slag is not Kunnskap.IKKE_DOKUMENTERT for one in known),
        Kunnskap.USIKKER: sum(one.slag is Kunnskap.USIKKER for one in known),
    }
    return [
        site.lang.gettext(every if counts[kind] == len(current) else some).format(n=site.lang.number(counts[kind]))
        for kind, (some, every) in _KNOWN.items()
        if counts[kind]
    ]


def _standing(where: Gjelder) -> str:
    return "i kraft" if where.is_i_kraft else "over" if where is Gjelder.PERIODEN_OVER else "annet"


def late_by_standing(site: Nettsted) -> str:
    """Say how the plans past a deadline stand: «8 i kraft, 22 utløpt og 3 i arbeid eller planlagt»."""
    counts = Counter(_standing(gjelder(site.register, plan)) for plan in over_fristen(site.register))
    return site.lang.enumeration(
        [
            site.lang.gettext(text).format(n=site.lang.number(counts[key]))
            for key, text in _STANDING.items()
            if counts[key]
        ]
    )


def without_need_of_thread(site: Nettsted) -> int:
    """Give how many plans in force need no red thread: all but those that the coverage counts."""
    return len(site.register.gjeldende()) - len(measure_dekning(site.register).planer)


def finding_about(site: Nettsted, plan: Plan, codes: frozenset[str]) -> SiteFinding | None:
    """Give the first finding of some rules about a plan, else the first gap; None where no rule says anything."""
    told = (*site.findings_about(plan), *(gap for gap in site.gaps if gap.gjelder == plan.entity))
    return next((funn for funn in told if funn.kode in codes), None)


def anchors_text(site: Nettsted, *, with_codes: bool = True) -> str:
    """Say how many plans have no documented anchor, and what that number is made of; "" where none is without.

    `with_codes` names the rules, for those who keep the register.
    """
    report = site.report
    told = (*report.findings, *report.known, *report.suppressed, *report.gaps)
    lang = site.lang if with_codes else site.lang.for_readers
    return anchor_sentences(measure_dekning(site.register), [item.diagnostic for item in told], lang)


def findings_sentence(site: Nettsted, plans: Iterable[Plan], codes: frozenset[str]) -> str:
    """Say how the check has what is missing for some plans: so many gaps, known deviations, new findings, and none."""
    found = [finding_about(site, plan, codes) for plan in plans]
    counts = Counter(funn.status if funn else "" for funn in found)
    words = [site.lang.ngettext(*text, counts[key]) for key, text in _FOUND.items() if counts[key]]
    return site.lang.gettext("I kontrollen er det {hva}.").format(hva=site.lang.enumeration(words)) if words else ""
