"""What a change leads to, and the findings that come and go, as sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.base import N_, Severity, shortened
from planlint.change import Ended, EndsSoon, InTime, Late, LawChange, Move, PostLoss, Ref, Resting
from planlint.output.consequences import HEADINGS, answers, deadline, no_longer_late, post_lost, why
from planlint.output.diff_rows import MANY, DiffRow, DiffSection, RowPart
from planlint.output.ended_goals import ended_rows
from planlint.output.words import is_hiding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.change import Diff
    from planlint.output.diff_values import Values
    from planlint.text import Language

_LISTS = {
    "thread_lost": "-",
    "thread_regained": "+",
    "children": "-",
    "reanchor": "-",
    "unfollowed": "-",
    "resting": "~",
    "followed": "+",
    "promised": "+",
    "unpromised": "-",
    "orphans": "-",
    "begins": "+",
    "ends": "-",
    "expires": "!",
    "late": "-",
    "in_time": "+",
    "law_lost": "-",
    "law_gained": "+",
    "others": "~",
    "goals": "-",
    "measures": "-",
    "challenges": "-",
    "posts": "-",
}
"""The lists in the order of a reader, long ones last, and the sign of their rows."""


_NOTHING = N_("Endringen har ingen følger for {hva}, lovkrav eller hva som gjelder.")
_NOTHING_COMPARED = N_("Det som kan sammenlignes, viser ingen følger for {hva}, lovkrav eller hva som gjelder.")
_WHEN_SETTLED = N_(
    "Når henvisningene virker igjen, har endringen ingen følger for {hva}, lovkrav eller hva som gjelder."
)
_UNKNOWN = N_(
    "Det som kan vurderes nå, viser ingen følger for {hva}, lovkrav eller hva som gjelder. Resten er ikke kjent før "
    "det som er feil, er rettet."
)
_THREAD = N_("den røde tråden (hvilke mål planene følger opp)")
_FOLLOWED = N_("hvilke mål som er fulgt opp")
"""What nothing follows for, where the change ties something to a goal, or away from one: the thread is another then."""
_LINKS = frozenset(("forankring", "mål", "overordnet", "plan"))
_NO_DECISION = {"followed": "PL401", "begins": "PL401", "ends": "PL405"}
"""The rules that ask for the decision that a list rests on."""
_INCOMPLETE = frozenset(("organ", "sak", "organ_sak"))
"""What these rules say of a decision that is registered, and lacks something."""
_ALONE, _BUT = N_("vedtaket er ikke registrert"), N_("{grunn}, men vedtaket er ikke registrert")
_MAY_REST = N_("kan hvile på et vedtak som ikke er registrert")
_RESTS = N_("følges opp av {hva}, men vedtaket er ikke registrert")
_OTHER_KINDS = {"maal": N_("utkast til mål"), "innspill": N_("innspill")}
_MOVES = frozenset(("children", "reanchor"))
_MOST, _TITLE = 6, 60
"""More of which nothing more is said than these are one row; as much of a title as is shown there."""


def effects(diff: Diff, values: Values, *, whole: bool = True) -> Iterator[DiffSection]:
    """Give what the change leads to, list by list; where it leads to nothing, a section that says so.

    Not `whole`: goals that end with their plan are told as one.
    """
    found, lang = diff.consequences, values.lang
    if found is None:
        return
    over = lang.gettext("Følger")
    if not found:
        if diff.is_quiet or diff.unjudged:
            return
        about = lang.gettext(_FOLLOWED if _is_tied_anew(diff) else _THREAD)
        yield DiffSection("", [DiffRow(" ", lang.gettext(_none_told(diff)).format(hva=about))], over)
        return
    first = {} if whole else {"goals": _LISTS["goals"]}  # as one row: what the rest follows from
    for listed, sign in {**first, **_LISTS}.items():
        told = getattr(found, listed)
        told = told if whole or listed != "challenges" else _left_challenges(told, diff)
        ends = ended_rows(found.goals, sign, values) if listed == "goals" and not whole else {}
        plain = [_row(one, sign, values) for one in told if one not in ends]
        plain = [row._replace(word="") for row in plain] if listed == "followed" else plain
        if listed == "others":
            plain = [row._replace(word=_kind_of(one, lang)) for row, one in zip(plain, told, strict=True)]
        rows = _doubted([*dict.fromkeys(ends.values()), *plain], listed, told, diff, values)
        rows = rows if whole or listed not in _MOVES else _together(rows, lang)
        rows = rows if whole else _in_one_row(rows, lang)
        if rows:
            yield DiffSection(lang.gettext(HEADINGS[listed]), rows, over, len(told))


def _is_tied_anew(diff: Diff) -> bool:
    """Tell whether a change ties anything to a goal or a plan above it, or away from one."""
    there = (entry for entry in diff.entries if entry.kind)
    return any(entry.what == "removed" or any(item.path[0] in _LINKS for item in entry.details) for entry in there)


def _none_told(diff: Diff) -> str:
    """Say that nothing follows, as far as that is known: not, where errors that the change brings hide the rest."""
    change = diff.findings
    errors = [item for item in change.new if item.severity is Severity.FEIL] if change else []
    held = bool(change and change.held)
    if held or diff.is_unread or any(is_hiding(item) for item in errors):
        return _UNKNOWN
    if diff.is_partly_read:
        return _NOTHING_COMPARED
    return _WHEN_SETTLED if diff.is_unsettled else _NOTHING


def _doubted(rows: list[DiffRow], listed: str, told: Sequence[Any], diff: Diff, values: Values) -> list[DiffRow]:
    """Say of a plan that begins or ends by its status alone, that the register does not show the decision."""
    code, lang = _NO_DECISION.get(listed), values.lang
    new = diff.findings.new if diff.findings else ()
    lacking = {item.entity for item in new if item.code == code and item.finding.variant not in _INCOMPLETE}
    if not lacking:
        return rows
    if listed == "followed":
        return [row._replace(word=_rests(one, lacking, values)) for row, one in zip(rows, told, strict=True)]
    return [
        row._replace(word=lang.render(_BUT if row.word else _ALONE, {"grunn": row.word}))
        if getattr(one, "entity", "") in lacking
        else row
        for row, one in zip(rows, told, strict=True)
    ]


def _left_challenges(challenges: Sequence[Ref], diff: Diff) -> list[Ref]:
    """Give the challenges without goals that no finding beside this tells of."""
    told = {item.entity for item in diff.findings.new} if diff.findings else set()
    return [one for one in challenges if one.entity not in told]


def _kind_of(one: Ref, lang: Language) -> str:
    """Give what something is that is no plan, in a list of both."""
    kind = one.entity.partition("/")[0]
    return lang.gettext(_OTHER_KINDS[kind]) if kind in _OTHER_KINDS else ""


def _rests(goal: Resting, lacking: set[str], values: Values) -> str:
    """Say of a goal which plan follows it up whose decision is not there; "" where one with a decision does too."""
    without = [ref for ref in goal.by if ref.entity in lacking]
    if len(without) < len(goal.by):
        return ""
    names = [values.quoted(ref.tittel, ref.entity) for ref in without]
    return values.lang.render(_RESTS, {"hva": names}) if names else values.lang.gettext(_MAY_REST)


def _word(one: Ref | Ended | Resting, values: Values) -> str:
    """Tell what a list adds about a plan or a goal: why it has ended, or which plans follow it up."""
    match one:
        case Ended():
            return why(one, values.lang, values.quoted)
        case Resting() if one.by:
            by = [values.quoted(ref.tittel, ref.entity) for ref in one.by]
            return values.lang.render(N_("følges opp av {hva}"), {"hva": by})
    return ""


def _row(
    one: Ref | Ended | Resting | Move | LawChange | Late | InTime | EndsSoon | PostLoss, sign: str, values: Values
) -> DiffRow:
    lang = values.lang
    match one:
        case Ref() | Resting() | Ended():
            return DiffRow(sign, values.called(one.tittel, one.entity), _word(one, values))
        case Move():
            return DiffRow(sign, values.called(one.plan.tittel, one.plan.entity), "", tuple(_moved(one, lang)))
        case LawChange():
            law = values.name("bestemmelse", one.id)
            return DiffRow(
                sign, law, answers(one, lang), tuple(values.called(ref.tittel, ref.entity) for ref in one.plans)
            )
        case Late() | InTime() | EndsSoon() | PostLoss():
            return DiffRow(sign, values.called(one.plan.tittel, one.plan.entity), _of_plan(one, values))


def _of_plan(one: Late | InTime | EndsSoon | PostLoss, values: Values) -> str:
    """Tell what a list says of a plan: a deadline, or what its budget loses."""
    match one:
        case Late():
            return deadline(one, values.lang)
        case InTime():
            return no_longer_late(one, values.lang, values.quoted)
        case EndsSoon():
            return values.lang.tidspunkt(one.tid)
        case PostLoss():
            return post_lost(one, values.lang)


def _together(rows: list[DiffRow], lang: Language) -> list[DiffRow]:
    """Give plans that lose the same, and can be moved to the same, as one row."""
    same: dict[tuple[str, ...], list[DiffRow]] = {}
    for row in rows:
        same.setdefault(row.lines, []).append(row)
    return [
        DiffRow(
            those[0].sign, lang.enumeration([row.head for row in those]), "", lines, heads=tuple(r.head for r in those)
        )
        for lines, those in same.items()
    ]


def _in_one_row(rows: list[DiffRow], lang: Language) -> list[DiffRow]:
    """Give many of which nothing more is said as one row, the first of them named and all of them to fold out."""
    bare = [row for row in rows if not (row.word or row.lines)]
    if len(bare) <= _MOST:
        return rows
    names = [lang.quoted(shortened(row.head, _TITLE)) for row in bare[:MANY]]
    names.append(lang.gettext("{n} til").format(n=lang.number(len(bare) - MANY)))
    told = DiffRow(bare[0].sign, lang.whole_list(names), those=tuple(RowPart(row.head, row.file) for row in bare))
    return [*(row for row in rows if row not in bare), told]


def _moved(move: Move, lang: Language) -> Iterator[str]:
    yield lang.render(N_("Mister: {hva}"), {"hva": [lang.quoted(ref.tittel) for ref in move.fra]})
    if move.til:
        yield lang.render(N_("Kan flyttes til: {hva}"), {"hva": [lang.quoted(ref.tittel) for ref in move.til]})
    if move.har:
        yield lang.render(N_("Er fortsatt knyttet til: {hva}"), {"hva": [lang.quoted(ref.tittel) for ref in move.har]})
