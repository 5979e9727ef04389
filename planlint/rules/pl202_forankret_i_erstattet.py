"""PL202: a plan is anchored in goals whose plan has been replaced, repealed or dropped: one for each such plan."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity, StatusCode
from planlint.register import avloest, ending_of, etterfoelgere, utgaatt
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Maal, Plan
    from planlint.register import Register


@rule(
    "PL202",
    "forankret-i-erstattet",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="kommunens plansystem: planene følger opp gjeldende mål",
    krav="En plan er forankret i mål som gjelder, ikke i mål fra en plan som er erstattet, opphevet eller utgått.",
    hvorfor=(
        "Når en ny samfunnsdel blir vedtatt, slutter målene i den gamle å gjelde. En plan som fortsatt viser til dem, "
        "følger opp noe kommunen ikke lenger har bestemt, og ser ut som om den er forankret."
    ),
    tekst=FindingText(
        melding="Målet {maal} gjelder ikke lenger. Det står i «{plan}», som er {status:liten}.",
        merke="målet gjelder ikke lenger",
        hjelp="bytt ut id-en med et mål som gjelder, eller slett den hvis planen ikke lenger følger opp dette.",
    ),
    varianter={
        "utgått": FindingText(
            melding="Målet {maal} gjelder ikke lenger. Det står i «{plan}», som er {status:liten}.",
            merke="målet er ikke ført videre",
            hjelp=(
                "slett id-en, for registeret sier at målet ikke føres videre. Følger planen opp et annet mål som "
                "gjelder, skriv det i stedet."
            ),
        ),
        "videreført": FindingText(
            melding="Målet {maal} gjelder ikke lenger. Det står i «{plan}», som er {status:liten}.",
            merke="videreført i {forslag:kode}",
            hjelp="bytt ut id-en med {forslag:kode}, som fører målet videre.",
        ),
        "flere": FindingText(
            melding=(
                "{antall} mål som planen er forankret i, gjelder ikke lenger: {maal}. De står i «{plan}», som er "
                "{status:liten}."
            ),
            merke="det første av målene",
            hjelp="bytt ut id-ene med mål som gjelder, eller slett dem hvis planen ikke lenger følger opp dette.",
        ),
        "flere_videreført": FindingText(
            melding=(
                "{antall} mål som planen er forankret i, gjelder ikke lenger: {maal}. De står i «{plan}», som er "
                "{status:liten}."
            ),
            merke="det første av målene",
            hjelp="bytt ut id-ene med mål som gjelder. Disse fører mål herfra videre: {forslag:kode}.",
        ),
    },
    felt=("forankring", "status"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield one finding for each ended plan whose goals a plan in force or under work is anchored in.

    An anchor that was confirmed before the plan was replaced stands on PL210's work list instead.
    """
    for plan in register.planer.values():
        if plan.forankring and register.is_active(plan):
            for ended, stale in _stale(register, plan).items():
                yield _finding(register, plan, register.planer[ended], stale)


def _stale(register: Register, plan: Plan) -> dict[str, list[tuple[int, Maal]]]:
    """Give the anchors of a plan in goals that have ended, by the ended plan's id, each with its place in the list."""
    found: dict[str, list[tuple[int, Maal]]] = defaultdict(list)
    for index, anchor in enumerate(plan.forankring):
        maal = register.find_maal(anchor.maal)
        ended = utgaatt(register, maal) if maal else None
        if maal and ended and not avloest(register, anchor, ended):
            found[ended.id].append((index, maal))
    return found


def _is_dropped(maal: Maal) -> bool:
    """Tell whether a goal itself says that nothing carries it on."""
    return bool(maal.blir) and all(one.utfall == "utgått" and not one.usikker for one in maal.blir)


def _finding(register: Register, plan: Plan, ended: Plan, stale: list[tuple[int, Maal]]) -> Finding:
    """Give the finding about one ended plan: at the first of its goals, the others beside it."""
    plantype = register.plantype(plan)
    allowed = plantype.forankres_i if plantype else ()
    heirs = dict.fromkeys(id_ for _, maal in stale for id_ in etterfoelgere(register, maal, allowed))
    (index, first), *others = stale
    kept = ("videreført",) if heirs else ("utgått",) if not others and _is_dropped(first) else ()
    variant = "_".join((*(("flere",) if others else ()), *kept))
    more = tuple(related(plan, "forankring", at, "mål", note=N_("også dette målet")) for at, _ in others)
    return finding(
        plan,
        "forankring",
        index,
        "mål",
        variant=variant,
        related=(*more, related(ended, "status", note=N_("planen som målet står i"))),
        key=first.id if not others else ended.id,
        maal=[titled(maal) for _, maal in stale] if others else titled(first),
        antall=len(stale),
        plan=ended.tittel,
        status=StatusCode(ending_of(register, ended)),
        forslag=list(heirs),
    )
