"""Rule settings from plansystem.yaml: severities and options, with a finding for each that means nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.base import Finding, Place, Severity, nearest
from planlint.check.engine import Settings
from planlint.rules import RULES
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from planlint.model import Plansystem, Regel

ENTITY = "plansystem"


def _meant(code: str) -> str:
    """Give the rule that a code most likely means: one digit too many, other letters, or the rule's name.

    Any three digits are near some code, so that another number is no clue.
    """
    digits = "".join(char for char in code if char.isdecimal())
    shorter = [digits[:at] + digits[at + 1 :] for at in range(len(digits))]
    near = next((f"PL{number}" for number in (digits, *shorter) if f"PL{number}" in RULES), "")
    names = {rule.name: rule.code for rule in RULES.values()}
    return near if digits else names.get(nearest(code, names), "")


def unknown_rule(code: str, place: Place, entity: str = ENTITY) -> tuple[str, Finding]:
    """Give PL904 for a code that no rule has."""
    suggestion = _meant(code)
    args = {"kode": code, "forslag": suggestion}
    return "PL904", Finding(entity, place, args, variant="forslag" if suggestion else "", key=code)


def _option(code: str, name: str, value: Any, options: dict[str, Any]) -> tuple[str, Finding] | None:
    place = Place(PLANSYSTEM, ("regler", code, "valg", name))
    if name not in options:
        suggestion = nearest(name, options)
        args: dict[str, object] = {"felt": name, "forslag": suggestion}
        variant = "forslag" if suggestion else ""
        return "PL004", Finding(
            ENTITY, Place(place.file, place.path, "key"), args, variant=variant, key=f"{code}.{name}"
        )
    if type(value) is not type(options[name]):
        variant = "tall" if isinstance(options[name], int) else "tekst"
        return "PL006", Finding(
            ENTITY, place, {"felt": name, "verdi": str(value), "riktig": ""}, variant=variant, key=name
        )
    return None


def _one(
    code: str, regel: Regel, severities: dict[str, Severity | None], options: dict[str, dict[str, Any]]
) -> list[tuple[str, Finding]]:
    if regel.alvor:
        severities[code] = None if regel.alvor == "av" else Severity(regel.alvor)
    faults = []
    for name, value in regel.valg.items():
        fault = _option(code, name, value, RULES[code].options)
        if fault:
            faults.append(fault)
        else:
            options.setdefault(code, {})[name] = value
    return faults


def read_settings(
    system: Plansystem | None, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
) -> tuple[Settings, list[tuple[str, Finding]]]:
    """Give the settings, and a finding (code, finding) for each unknown rule or option; None has declared nothing."""
    severities: dict[str, Severity | None] = {}
    options: dict[str, dict[str, Any]] = {}
    findings = []
    for code, regel in system.regler.items() if system else ():
        if code in RULES:
            findings += _one(code, regel, severities, options)
        else:
            findings.append(unknown_rule(code, Place(PLANSYSTEM, ("regler", code), "key")))
    return Settings(severities, options, select, ignore), findings
