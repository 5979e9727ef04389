"""What `planlint review` shows of a file: enough to say whether it still holds, without colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.output import seen_words
from planlint.register import tittel
from planlint.tables import RowMaker
from planlint.text import STATUS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Enhet, Plan
    from planlint.register import Register
    from planlint.text import Language

MOVED = N_("Alt er sett på. `ajourført` i plansystem.yaml er {dag}, den eldste dagen noe sist ble sett på.")
_END = {
    "plan": (
        N_("opphevet ved et vedtak: `planlint vedta {id} --hva opphevet --dato ÅÅÅÅ-MM-DD --sak NN/ÅÅ`"),
        N_("erstattet av en annen plan: `planlint set NY-PLAN erstatter+={id}`"),
        N_("tatt ut av bruk: `planlint set {id} status=utgått`"),
    ),
    "tiltak": (
        N_("gjort ferdig: `planlint set {id} status=gjennomført`"),
        N_("blir ikke gjort: `planlint set {id} status=avlyst`"),
    ),
}
_OTHER = (N_("har den ingen verdi lenger, slett filen {fil}, og se hva `planlint check` sier"),)


def card(register: Register, lang: Language, entity: Enhet) -> str:
    """Give a title, and below it a line for each thing that is known; what nobody has documented is left out."""
    rows = [(lang.gettext(name), value) for name, value in _rows(register, lang, entity) if value]
    return "\n".join([entity.tittel, f"  {entity.entity}", *(f"  {name}: {value}" for name, value in rows)])


def _rows(register: Register, lang: Language, entity: Enhet) -> Iterator[tuple[str, str]]:
    if entity.kind == "plan":
        yield from _plan(register, lang, entity)  # type: ignore[arg-type] # by its kind
    else:
        sektor = register.plansystem.sektorer.get(getattr(entity, "ansvarlig", None) or "")
        status, frist = getattr(entity, "status", None), getattr(entity, "frist", None)
        yield N_("Status"), lang.gettext(STATUS[status]) if entity.kind == "tiltak" else ""
        yield N_("Frist"), lang.tidspunkt(frist) if frist else ""
        years = getattr(entity, "verdier", {})
        yield N_("Siste verdi"), f"{lang.number(years[max(years)])} ({max(years)})" if years else ""
        yield N_("Ansvarlig"), sektor.navn if sektor else ""
    cited = dict.fromkeys(item.kilde for item in getattr(entity, "kilder", ()))
    yield N_("Kilder"), ", ".join(tittel(register, kilde) for kilde in cited)
    yield N_("Sist sett på"), seen_words(register, lang, entity)


def _plan(register: Register, lang: Language, plan: Plan) -> Iterator[tuple[str, str]]:
    row = RowMaker(register, lang).plan(plan)
    yield N_("Plantype"), row.type
    yield N_("Status"), row.status
    yield N_("Vedtatt"), row.vedtatt
    yield N_("Periode"), row.periode
    yield N_("Neste revisjon"), row.revisjon
    yield N_("Arbeid"), row.arbeid
    yield N_("Ansvarlig"), row.ansvarlig


def how_to_end(entity: Enhet, lang: Language) -> list[str]:
    """Give how somebody tells that something has ended: a line for each way."""
    return [lang.gettext(text).format(id=entity.id, fil=entity.file) for text in _END.get(entity.kind, _OTHER)]
