"""Which fields hold references, by their paths, and to what: for whoever asks before anything is written there.

`find_references` and `declared` read those that are written; `tests/model/test_reference_kinds.py` holds the two
together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.base import Step

_FACTS = {"organ": "organ", "kilde": "kilde", "mål.*": "maal"}
_KILDER = {f"kilder.*.{name}": kind for name, kind in _FACTS.items() if name != "mål.*"}
_HENDELSER = {f"hendelser.*.{name}": kind for name, kind in _FACTS.items()}
_FOLLOWS = {"mål.*": "maal", "plan": "plan", "ansvarlig": "sektor"}
_PLAN = {
    "type": "plantype", "ansvarlig": "sektor", "forankring.*": "maal", "forankring.*.mål": "maal",
    "forankring.*.plan": "plan",
    "utfordringer.*": "utfordring", "del_av": "plan", "bygger_på.*": "plan", "erstatter.*": "plan",
    "avgrenset_mot.*": "plan", "hjemmel.*": "bestemmelse", "budsjett.kilde": "kilde",
    "budsjett.poster.*.mål.*": "maal", "budsjett.poster.*.tiltak.*": "tiltak", "revisjon.kilde": "kilde",
    "beslutninger.*": "planstrategi", "beslutninger.*.inn_i": "plan", "beslutninger.*.ansvarlig": "sektor",
    "beslutninger.*.utvalg": "organ", "beslutninger.*.venter_på.*": "plan",
    "beslutninger.*.deretter.*.inn_i": "plan", "beslutninger.*.hjemmel.*": "bestemmelse",
    "beslutninger.*.bestilt.organ": "organ",
}  # fmt: skip
_PLANSYSTEM = {
    "plantyper.*.nivå": "nivå", "plantyper.*.hjemmel.*": "bestemmelse", "plantyper.*.vedtas_av.*": "organ",
    "plantyper.*.forankres_i.*": "plantype", "betingede_krav.*": "bestemmelse", "måltyper.*.under.*": "måltype",
    "sektorer.*.del_av": "sektor", "sektorer.*.utvalg": "organ", "nivåer.*.styrer.*": "nivå",
    "bærekraftsdimensjoner.*.kilde": "kilde",
    "hjul.*.steg.*.plantype": "plantype", "hjul.*.steg.*.ansvarlig": "sektor", "hjul.*.steg.*.organ.*": "organ",
}  # fmt: skip
REFERENCE_KINDS = {
    "plan": _PLAN | _HENDELSER | _KILDER,
    "maal": {"type": "måltype", "plan": "plan", "overordnet": "maal", "viderefører.*": "maal",
             "ansvarlig": "sektor", "blir.*.mål": "maal", **_KILDER},
    "innspill": {"plan": "plan", "mål.*": "maal", "svar.organ": "organ", "svar.førte_til.*": "maal", **_KILDER},
    "indikator": {**_FOLLOWS, "sitat.*": "maal", **_KILDER},
    "tiltak": {**_FOLLOWS, "medansvarlige.*": "sektor", **_KILDER},
    "planstrategi": {
        "kunnskapsgrunnlag.*": "plan", "kapasitet.*": "sektor", "oppgaver.*.ansvarlig": "sektor",
        "oppgaver.*.utvalg": "organ", **_HENDELSER, **_KILDER,
    },
    "utfordring": {"mål.*": "maal", "mål_på_side.*": "maal", **_KILDER},
    "plansystem": _PLANSYSTEM,
}  # fmt: skip
"""The kind of what a field refers to, by the kind of file and the path of the field; * is a place in a list, or a key.

A plan type may be anchored in a kind of goal as well: `forankres_i` is the one field that may name either.
"""


def reference_kinds(kind: str, path: tuple[Step, ...]) -> tuple[str, ...]:
    """Give the kinds of what may be named at a path of a kind of file; none where that is no reference.

    Where an id is itself a key (`beslutninger`), the path ends with it. A goal alone in `forankring` is one as well.
    """
    for pattern, found in REFERENCE_KINDS.get(kind, {}).items():
        steps = pattern.split(".")
        if len(steps) == len(path) and _fits(steps, path):
            return (found, "måltype") if pattern.endswith("forankres_i.*") else (found,)
    return ()


def is_named_by_key(kind: str, path: tuple[Step, ...]) -> bool:
    """Tell whether it is a key at the end of a path, and not what stands after it, that is the reference."""
    patterns = [pattern.split(".") for pattern in REFERENCE_KINDS.get(kind, {})]
    here = [steps for steps in patterns if len(steps) == len(path) and _fits(steps, path)]
    return bool(here) and here[0][-1] == "*" and isinstance(path[-1], str)


def _fits(steps: list[str], path: tuple[Step, ...]) -> bool:
    return all(one in ("*", step) for one, step in zip(steps, path, strict=True))
