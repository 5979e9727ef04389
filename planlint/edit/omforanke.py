"""Move what points at the goals of a replaced plan to the goals of the new one that continue them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, NN_, Message, did_you_mean, nearest
from planlint.edit.loose_ends import find_loose_ends
from planlint.edit.plain_data import get
from planlint.edit.pointers import current_targets, find_pointers, has_own_words, is_relevant
from planlint.model import Plan, Utfordring
from planlint.register import heirs_of
from planlint.system import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planlint.edit.document import Document
    from planlint.edit.loose_ends import LooseEnd
    from planlint.edit.pointers import Pointer
    from planlint.edit.workspace import Workspace
    from planlint.register import Register

_CONFIRMED = ("bekreftet", "avtrykk")


class MovedReference(NamedTuple):
    """What becomes of a reference: it is moved to `ny`, or goes as `ny` is there already; or somebody must choose.

    `valg` are the goals that continue the old one, and that this one may point at. `felles` tells that `ny` is there
    already, `ord` that the reference has words of its own, which only a person can put together with the other's, and
    `sider` that goals on each side of a conflict have become one.
    """

    peker: Pointer
    valg: tuple[str, ...]
    ny: str = ""
    felles: bool = False
    ord: bool = False
    sider: bool = False

    @property
    def is_done(self) -> bool:
        """Whether the reference is moved or taken out."""
        return bool(self.ny) and not (self.felles and self.ord) and not self.sider


@dataclass(frozen=True, slots=True)
class MoveOverview:
    """Every reference to the old plan's goals that matters today, and how many others are left as they are.

    `titler` are those of the goals and plans that are named by id, and `loese` what stands under drafts of the new plan
    that became no goals as they stood. `utgaatt` are the old goals whose files say that nothing carries them on, and
    why, "" where that is not told.
    """

    fra: Plan
    til: Plan
    flyttinger: tuple[MovedReference, ...]
    utelatt: int
    erstattet: bool
    titler: Mapping[str, str] = field(default_factory=dict)
    loese: tuple[LooseEnd, ...] = ()
    utgaatt: Mapping[str, str] = field(default_factory=dict)


def move_overview(
    register: Register, fra: Plan, til: Plan, velg: Mapping[str, str], *, bare_planer: bool
) -> MoveOverview:
    """Find out what can be moved, and where to. Raises UsageError."""
    _allowed(register, fra, til, velg)
    found, left = [], 0
    for peker in find_pointers(register, fra):
        if bare_planer and not isinstance(peker.enhet, Plan):
            continue
        if is_relevant(register, peker.enhet):
            found.append(peker)
        else:
            left += 1
    titles = {maal.id: maal.label for maal in register.every_maal.values()} | {fra.id: fra.tittel, til.id: til.tittel}
    loose = tuple(one for plan in (fra, til) for one in find_loose_ends(register, plan))
    moves = keep_sides(_moves(register, til, velg, found))
    dropped = {
        maal.id: blir.begrunnelse or ""
        for maal in register.maal_of(fra)
        for blir in maal.blir
        if blir.utfall == "utgått"
    }
    return MoveOverview(fra, til, moves, left, not register.is_i_kraft(fra), titles, loose, dropped)


def _allowed(register: Register, fra: Plan, til: Plan, velg: Mapping[str, str]) -> None:
    if fra is til:
        raise UsageError(N_("De to planene er den samme. Skriv den gamle først og den nye etterpå."))
    for plan in (fra, til):
        if not register.maal_of(plan):
            raise UsageError(
                N_("`{id}` har ingen mål i registeret. Skriv den gamle planen først og den nye etterpå."), id=plan.id
            )
    if not register.is_i_kraft(til):
        raise UsageError(
            N_("`{id}` gjelder ikke. Registrer vedtaket først: `planlint vedta {id} --dato … --sak …`"), id=til.id
        )
    chosen = {old: new for old, new in velg.items() if (old, new) != (fra.id, til.id)}
    for plan, ids in ((fra, chosen.keys()), (til, chosen.values())):
        goals = [maal.id for maal in register.maal_of(plan)]
        for id_ in ids:
            if id_ not in goals:
                meant = nearest(id_, goals)
                text = N_("--velg: {plan} har ikke noe mål `{id}`.")
                raise UsageError(text, did_you_mean(meant), plan=plan.id, id=id_)


def _moves(register: Register, til: Plan, velg: Mapping[str, str], found: list[Pointer]) -> Iterator[MovedReference]:
    there: dict[tuple[str, str], set[str]] = {}
    for peker in found:
        valg = _choices(register, til, peker)
        new = _new_target(register, peker, valg, velg.get(peker.gammelt, ""))
        if not new:
            yield MovedReference(peker, valg)
            continue
        known = there.setdefault((peker.enhet.entity, peker.slag), current_targets(peker))
        yield MovedReference(peker, valg, new, felles=new in known, ord=has_own_words(peker))
        known.add(new)


def keep_sides(moves: Iterable[MovedReference]) -> tuple[MovedReference, ...]:
    """Leave the references of a conflict whose goals on different sides would become one: a person must weigh that."""
    found = [*moves]
    sides: dict[tuple[str, str], set[str]] = defaultdict(set)
    for item in found:
        entity = item.peker.enhet
        if isinstance(entity, Utfordring) and item.ny:
            told = (entity.maal_paa_side.get(id_) for id_ in (item.peker.gammelt, item.ny))
            sides[entity.id, item.ny] |= {side for side in told if side}
    return tuple(
        item._replace(sider=isinstance(item.peker.enhet, Utfordring) and len(sides[item.peker.enhet.id, item.ny]) > 1)
        for item in found
    )


def _new_target(register: Register, peker: Pointer, valg: tuple[str, ...], chosen: str) -> str:
    """Give where a reference goes: where somebody chose, else to the only heir; a whole plan only by choice."""
    if peker.slag == "plan":
        return chosen if chosen in valg else ""
    if chosen:
        return chosen if _can_point(register, peker, chosen) else ""
    return valg[0] if len(valg) == 1 else ""


def _types(register: Register, peker: Pointer) -> tuple[str, ...]:
    plantype = register.plantype(peker.enhet) if isinstance(peker.enhet, Plan) else None
    return plantype.forankres_i if plantype else ()


def _choices(register: Register, til: Plan, peker: Pointer) -> tuple[str, ...]:
    if peker.slag == "plan":
        return (til.id,) if peker.enhet is not til else ()
    heirs = heirs_of(register, register.every_maal[peker.gammelt], til, _types(register, peker))
    return tuple(id_ for id_ in heirs if id_ != peker.enhet.id)


def _can_point(register: Register, peker: Pointer, new: str) -> bool:
    """Tell whether one may point at a goal that somebody chose: of a type that the plan type allows, not at itself."""
    types = _types(register, peker)
    return new != peker.enhet.id and (not types or register.every_maal[new].type in types)


def move_references(work: Workspace, found: MoveOverview) -> None:
    """Edit the files; those that come last in a list first, so that the places of the others hold. Raises EditError."""
    confirmed = 0
    for flytting in sorted(found.flyttinger, key=lambda item: item.peker.nummer, reverse=True):
        if flytting.is_done:
            entity = flytting.peker.enhet
            confirmed += _move(work.open(entity.file, entity.kind), flytting)
    if confirmed:
        text = NN_("{n} forankring er ikke bekreftet lenger", "{n} forankringer er ikke bekreftet lenger")
        why = N_("{antall}: målet er et annet. Les det, og kjør `planlint bekreft PLAN MÅL`.")
        work.notes.append(Message.of_text(why, antall=Message.of_text(text, n=confirmed)))


def _move(document: Document, flytting: MovedReference) -> int:
    """Move one reference, or take it out where the new one is there; give how many confirmations went with it."""
    peker, new = flytting.peker, flytting.ny
    if peker.felt == "overordnet":
        document.set(("overordnet",), new)
        return 0
    path = (peker.felt, peker.nummer)
    if flytting.felles:
        document.remove(path)
    elif isinstance(get(document.data, path), dict):
        document.set((*path, peker.slag), new)
    else:
        document.set(path, new)
    for name in ("sitat", "mål_på_side"):
        if get(document.data, (name, peker.gammelt)) is not None:
            _follow(document, name, peker.gammelt, new)
    if get(document.data, ("mål_på_side", peker.gammelt)) is not None:
        document.remove(("mål_på_side", peker.gammelt))
    return 0 if flytting.felles else _unconfirm(document, path)


def _unconfirm(document: Document, path: tuple[str, int]) -> int:
    """Take out what says that somebody confirmed the link: that was to another goal."""
    keys = [key for key in _CONFIRMED if get(document.data, (*path, key)) is not None]
    for key in keys:
        document.remove((*path, key))
    return bool(keys)


def _follow(document: Document, field: str, old: str, new: str) -> None:
    """Let what a file says of the goal by its id follow, unless it says something of the new one already."""
    if get(document.data, (field, new)) is None:
        document.rename((field, old), new)
