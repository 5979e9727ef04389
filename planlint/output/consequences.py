"""What follows from a change, in words: the same lists in `diff`, in `whatif` and in a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.base import N_
from planlint.law import bestemmelser
from planlint.output.paper import named
from planlint.register import Overskredet
from planlint.text import STATUS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from planlint.change import (
        Consequences,
        Ended,
        InTime,
        Late,
        LawChange,
        Move,
        PostLoss,
        Ref,
        Resting,
    )
    from planlint.text import Language

HEADINGS = {
    "thread_lost": N_("Planer som mister den røde tråden til samfunnsdelen"),
    "thread_regained": N_("Planer som nå har rød tråd til samfunnsdelen"),
    "unfollowed": N_("Mål som registeret ikke lenger viser oppfølging av"),
    "resting": N_("Mål som bare følges opp av noe registeret ikke viser at gjelder nå"),
    "followed": N_("Mål som nå blir fulgt opp av noe som står som i kraft"),
    "promised": N_("Mål som en plan som ikke er begynt på, nå skal følge opp"),
    "unpromised": N_("Mål som ingen plan lenger er ført opp til å følge opp"),
    "orphans": N_("Mål som mister målet over seg"),
    "begins": N_("Står nå som i kraft"),
    "ends": N_("Står ikke lenger som i kraft"),
    "expires": N_("Utløper innen ett år"),
    "late": N_("Nå over fristen"),
    "in_time": N_("Ikke lenger over fristen"),
    "law_lost": N_("Lovkrav som er dårligere dekket"),
    "law_gained": N_("Lovkrav som er bedre dekket"),
    "children": N_("Planer som mister planen over seg"),
    "reanchor": N_("Planer som må forankres på nytt"),
    "goals": N_("Mål som er fjernet eller ikke lenger gjelder"),
    "measures": N_("Tiltak og indikatorer som mister planen eller målene sine"),
    "challenges": N_("Utfordringer der ingen av målene gjelder lenger"),
    "posts": N_("Budsjettposter som mister tiltak"),
    "others": N_("Annet som viser til noe som er fjernet eller ikke lenger gjelder"),
}
"""What each list of `planlint.change.consequence_model.Consequences` is called."""
_ENDED = {
    "removed": N_("filen er fjernet"),
    "replaced": N_("erstattet av {hvem}"),
    "period": N_("planperioden gikk ut {tid:ved}"),
    "status": N_("status er nå {status}"),
    "plan": N_("{hvem} er ikke i kraft"),
    "plan_removed": N_("filen til {hvem} er fjernet"),
}
_BY_OTHERS = N_("ført som erstattet av {hvem}, men kommunens eget vedtak om det er ikke registrert")
_REFS = {
    "thread_lost": "threadLost",
    "thread_regained": "threadRegained",
    "unfollowed": "goalsUnfollowed",
    "resting": "goalsResting",
    "followed": "goalsFollowedAgain",
    "promised": "goalsPromised",
    "unpromised": "goalsNoLongerPromised",
    "orphans": "goalsWithoutParent",
    "begins": "inForce",
}


_DEADLINES = {
    Overskredet.PERIODE: N_("perioden gikk ut {tid:ved}"),
    Overskredet.REVISJON: N_("frist for neste revisjon: {tid}"),
    Overskredet.ARBEID: N_("frist for arbeidet: {tid}"),
    Overskredet.BESLUTNING: N_("frist i planstrategien: {tid}"),
    Overskredet.OPPSTART: N_("oppstart i planstrategien: {tid}"),
}


_DEADLINE_BEFORE = {
    Overskredet.PERIODE: N_("perioden gikk ut {tid:ved}"),
    Overskredet.REVISJON: N_("fristen for revisjonen var {tid:av}"),
    Overskredet.ARBEID: N_("fristen for arbeidet var {tid:av}"),
    Overskredet.BESLUTNING: N_("fristen i planstrategien var {tid:av}"),
    Overskredet.OPPSTART: N_("fristen for å begynne var {tid:av} i planstrategien"),
}
_DEADLINE_AFTER = {
    **_DEADLINE_BEFORE,
    Overskredet.PERIODE: N_("perioden gikk ut {tid:ved}, og er nå til {ny:av}"),
    Overskredet.REVISJON: N_("fristen for revisjonen var {tid:av}, og er nå {ny:av}"),
    Overskredet.ARBEID: N_("fristen for arbeidet var {tid:av}, og er nå {ny:av}"),
}


def deadline(late: Late, lang: Language) -> str:
    """Tell which deadline a plan is past."""
    return lang.render(_DEADLINES[late.frist], {"tid": late.tid})


def no_longer_late(one: InTime, lang: Language, called: Callable[[str, str], str] = named) -> str:
    """Tell which deadline a plan was past, and what has come instead: another time, or the end of the plan."""
    if one.ended:
        return why(one.ended, lang, called)
    return lang.render(
        (_DEADLINE_BEFORE if one.ny is None else _DEADLINE_AFTER)[one.frist], {"tid": one.tid, "ny": one.ny or ""}
    )


def post_lost(one: PostLoss, lang: Language) -> str:
    """Tell what a row of a budget loses."""
    text = N_("posten {post} i {budsjett} mister {n} av {alle} tiltak")
    args = {"post": lang.quoted(one.post), "budsjett": lang.quoted(one.budsjett), "n": one.lost, "alle": one.of}
    return lang.render(text, args)


def name(ref: Ref | Ended | Resting) -> str:
    """Give what a list is about, by title and by kind and id."""
    return named(ref.tittel, ref.entity)


def names(refs: Iterable[Ref], lang: Language) -> str:
    """Give several in one sentence."""
    return lang.enumeration([name(ref) for ref in refs])


def why(end: Ended, lang: Language, called: Callable[[str, str], str] = named) -> str:
    """Tell why a plan or a goal is in force no longer; `called` gives what a reader calls something."""
    who = [called(ref.tittel, ref.entity) for ref in end.by]
    status = lang.gettext(STATUS[end.status])
    status = status[:1].lower() + status[1:]
    return lang.render(
        _ENDED[end.why] if end.own else _BY_OTHERS, {"hvem": who, "tid": end.tid or "", "status": status}
    )


def answers(change: LawChange, lang: Language) -> str:
    """Tell how a provision was answered before, and how it is answered now."""
    was, now = lang.gettext(change.old), lang.gettext(change.new)
    return lang.render(N_("{gammel} → {ny}"), {"gammel": was, "ny": now})


def ref_json(ref: Ref | Ended | Resting) -> dict[str, str]:
    """Give a plan, a goal or anything else as JSON."""
    return {"entity": ref.entity, "title": ref.tittel}


def move_json(move: Move) -> dict[str, Any]:
    """Give a plan that loses what is above it as JSON."""
    return {
        **ref_json(move.plan),
        "loses": [ref_json(ref) for ref in move.fra],
        "candidates": [ref_json(ref) for ref in move.til],
    }


def _ended_json(end: Ended) -> dict[str, Any]:
    return {
        **ref_json(end),
        "why": end.why,
        "by": [ref_json(ref) for ref in end.by],
        "date": str(end.tid) if end.tid else None,
        "status": end.status,
    }


def _late_json(late: Late | InTime) -> dict[str, Any]:
    return {**ref_json(late.plan), "deadline": late.frist.value, "date": str(late.tid)}


def _law_json(change: LawChange) -> dict[str, Any]:
    return {
        "id": change.id,
        "name": bestemmelser()[change.id].navn,
        "old": str(change.old),
        "new": str(change.new),
        "lost": change.lost,
        "plans": [ref_json(ref) for ref in change.plans],
    }


def consequences_json(found: Consequences) -> dict[str, Any]:
    """Give all of it as JSON; lists are there also when they are empty."""
    data: dict[str, Any] = {key: [ref_json(ref) for ref in getattr(found, name)] for name, key in _REFS.items()}
    data["outOfForce"] = [_ended_json(end) for end in found.ends]
    data["expires"] = [{**ref_json(ref), "date": str(tid)} for ref, tid in found.expires]
    data["late"] = [_late_json(one) for one in found.late]
    data["inTime"] = [_late_json(one) for one in found.in_time]
    data["law"] = [_law_json(one) for one in found.law]
    data["children"] = [move_json(move) for move in found.children]
    data["reanchor"] = [move_json(move) for move in found.reanchor]
    data["goalsLost"] = [_ended_json(end) for end in found.goals]
    data["measures"] = [ref_json(ref) for ref in found.measures]
    data["challenges"] = [ref_json(ref) for ref in found.challenges]
    data["budgetItems"] = [
        {**ref_json(one.plan), "item": one.post, "lost": one.lost, "of": one.of} for one in found.posts
    ]
    data["others"] = [ref_json(ref) for ref in found.others]
    return data
