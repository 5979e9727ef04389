"""The changes to what a municipality may keep beside its plans: input, drafts, høringer, conflicts and wheels."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from plan_mutants.changes import World, cut, put, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from plan_mutants.changes import Change

DECLARATION = "plans/plansystem.yaml"


def of_kind(world: World, folder: str) -> Iterator[tuple[str, Any]]:
    """Yield the files in a folder, with their data."""
    yield from ((file, one) for file, one in world.entities() if file.split("/")[1] == folder)


def _drafts(world: World) -> list[tuple[str, Any]]:
    return [(file, one) for file, one in of_kind(world, "maal") if one.get("utkast")]


def _answered(answer: dict[str, Any]) -> Callable[[World], Iterator[Change]]:
    def change(world: World) -> Iterator[Change]:
        yield from (put(world, file, ("svar",), answer) for file, _ in of_kind(world, "innspill"))

    return change


def _adopted(world: World) -> Iterator[tuple[str, Any, date]]:
    """Yield the plans with a day of adoption."""
    for file, one in of_kind(world, "planer"):
        days = [event.get("dato") for event in one.get("hendelser") or () if event.get("hva") == "vedtatt"]
        yield from ((file, one, day) for day in days[-1:] if isinstance(day, date))


def before_adoption(world: World) -> Iterator[Change]:
    """Input is said to have come on a day before its plan was adopted, and nobody answered."""
    days = {stem(file): day for file, _, day in _adopted(world)}
    for file, one in of_kind(world, "innspill"):
        if day := days.get(one.get("plan")):
            yield put(world, file, ("dato",), day - timedelta(days=90))


def draft_forgotten(world: World) -> Iterator[Change]:
    """Nobody says what became of a draft."""
    yield from (cut(world, file, ("blir",)) for file, one in _drafts(world) if "blir" in one)


def draft_of_draft(world: World) -> Iterator[Change]:
    """A draft is said to have become another draft."""
    drafts = _drafts(world)
    for at, (file, _) in enumerate(drafts):
        other = stem(drafts[(at + 1) % len(drafts)][0])
        if other != stem(file):
            yield put(world, file, ("blir",), [{"utfall": "omformulert", "mål": other}])


def goal_becomes(world: World) -> Iterator[Change]:
    """A goal that is no draft says what became of it."""
    for file, one in of_kind(world, "maal"):
        if not one.get("utkast"):
            yield put(world, file, ("blir",), [{"utfall": "utgått"}])


def _hearing(ended: date) -> list[dict[str, Any]]:
    return [
        {"hva": "høring_start", "dato": ended - timedelta(days=50)},
        {"hva": "høring_slutt", "dato": ended},
    ]


def hearing_over(world: World) -> Iterator[Change]:
    """A plan in the making has had a høring, and nothing that came in is registered."""
    for file, one in of_kind(world, "planer"):
        if one.get("status") in {"igangsatt", "utkast", "på_høring", "til_vedtak", "under_revisjon"}:
            days = _hearing(world.today - timedelta(days=150))
            yield put(world, file, ("hendelser",), [*(one.get("hendelser") or ()), *days])


def hearing_before_adoption(world: World) -> Iterator[Change]:
    """An adopted plan is said to have had a høring, and nothing that came in is registered."""
    for file, one, day in _adopted(world):
        yield put(world, file, ("hendelser",), [*_hearing(day - timedelta(days=60)), *one["hendelser"]])


def one_side(world: World) -> Iterator[Change]:
    """A conflict has one side, or none."""
    for file, one in of_kind(world, "utfordringer"):
        if one.get("type") == "målkonflikt" and one.get("sider"):
            yield from (put(world, file, ("sider",), sides) for sides in (one["sider"][:1], []))


def to_be_documented(world: World) -> Iterator[Change]:
    """The municipality asks to see that a step of a wheel is done."""
    for name, wheel in (world.data[DECLARATION].get("hjul") or {}).items():
        for at, _ in enumerate(wheel["steg"]):
            yield put(world, DECLARATION, ("hjul", name, "steg", at, "skal_dokumenteres"), True)  # noqa: FBT003 - data


def far_ahead(world: World) -> Iterator[Change]:
    """A period ends a generation after it began."""
    for file, one in of_kind(world, "planer"):
        period = one.get("periode")
        if isinstance(period, dict) and isinstance(period.get("fra"), int):
            yield put(world, file, ("periode", "til"), period["fra"] + 30)


INVOLVEMENT: dict[str, Callable[[World], Iterator[Change]]] = {
    "input before the adoption": before_adoption,
    "answer without a reason": _answered({"utfall": "avvist"}),
    "answer to a goal that is none": _answered({"utfall": "tatt_inn", "førte_til": ["finnes-ikke"]}),
    "draft forgotten": draft_forgotten,
    "draft became a draft": draft_of_draft,
    "goal that says what it became": goal_becomes,
    "hearing over": hearing_over,
    "hearing before the adoption": hearing_before_adoption,
    "conflict without sides": one_side,
    "wheel step to be documented": to_be_documented,
    "period far ahead": far_ahead,
}
