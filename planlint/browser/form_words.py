"""A finding as whoever fills in a form is told it: in the fields' own names, with what to do in the form.

The texts of the rules speak to those who have the file in hand. Here nobody has: no key, id or code word is said, and
where a rule's advice is about the file, what the rule asks for is said instead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, with_capital
from planlint.output import label, part_label, said
from planlint.rules import RULES
from planlint.text import SEVERITY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.base import Diagnostic
    from planlint.text import Language, Words

_FILL_IN = N_("Fyll ut {felt}.")
_MISSING = N_("{felt} er ikke fylt ut.")
_DATE = N_("Skriv det slik: 18.3.2027, mars 2027 eller 2027.")
_DAY = N_("Skriv hele datoen, for eksempel 18.3.2027.")
_ASKED = N_("Kravet er: {krav}")
_READ_MORE = N_("Les om regelen.")
_CHOOSE = N_("Velg i listen ved feltet.")
_NOT_READ = N_("«{verdi}» kan ikke brukes i {felt}.")
_SAID = {
    ("PL005", ""): _MISSING,
    ("PL006", ""): _NOT_READ,
    ("PL006", "dato"): N_("«{verdi}» kan ikke leses som en dato."),
    ("PL006", "dato_forslag"): N_("«{verdi}» kan ikke leses som en dato."),
    ("PL006", "usikker"): N_("«{verdi}» kan ikke leses som en dato."),
    ("PL006", "umulig"): N_("Datoen {verdi} finnes ikke i kalenderen."),
    ("PL006", "århundre"): N_("Året i {verdi} er utenfor det som regnes med her (1800 til 2200)."),
    ("PL006", "valg"): _NOT_READ,
    ("PL006", "valg_forslag"): _NOT_READ,
    ("PL006", "tom"): _MISSING,
    ("PL102", ""): N_("{felt} viser til noe registeret ikke har."),
}
_HELP = {
    ("PL006", "dato"): _DATE,
    ("PL006", "dato_forslag"): _DATE,
    ("PL006", "usikker"): _DATE,
    ("PL006", "umulig"): N_("Rett dagen, eller skriv bare måneden eller året hvis dagen ikke er kjent."),
    ("PL006", "århundre"): N_("Rett årstallet."),
    ("PL006", "dag"): _DAY,
    ("PL006", "år"): N_("Skriv året med fire sifre."),
    ("PL006", "tall"): N_("Skriv bare tallet."),
    ("PL006", "valg"): N_("Velg et av valgene i listen."),
    ("PL006", "valg_forslag"): N_("Velg et av valgene i listen."),
    ("PL006", "tom"): _FILL_IN,
    ("PL005", ""): _FILL_IN,
    ("PL102", ""): _CHOOSE,
}
_QUOTED = re.compile(r"«([^«»]*)»|“([^“”]*)”|`([^`]*)`")
_OF_THE_FILE = re.compile(
    r"\.ya?ml|YAML|\bplanlint\b|\bid(?:-(?:en|ane|ene|er|ar)|s)?\b|[\[\]{}]|\w:\s*»|«[^«»]*: |\w_\w"
    r"|\b(?:fil(?:en?|a|er|ene|navn\w*)|files?|linj\w+|lines?|klamme\w*|brackets?|anførselstegn|hermeteikn|kommando\w*"
    r"|mapp\w+|folders?|git)\b",
    re.IGNORECASE,
)
"""What speaks of the file or of a machine."""


class FormFinding(NamedTuple):
    """A finding's words in a form: how serious it is, what is wrong and what to do; and the fields it may stand at."""

    word: str
    message: str
    help: str
    fields: tuple[str, ...]


def form_words(item: Diagnostic, lang: Language, labels: Mapping[str, str] | None = None) -> FormFinding:
    """Give a finding as a form tells it; `labels` are what fields are called there, else as where a change is told."""
    names, fields = labels or {}, _fields(item)
    words = said(item, lang)
    asked = RULES[item.code].asked(item.finding)
    called = [_name(_in_form(item, one, names), names, lang) for one in asked or (_field_of(item),) if one]
    felt = lang.enumeration([lang.quoted(one) for one in called]) or lang.quoted(_name(fields[0], names, lang))
    told = {"felt": felt, "verdi": str(item.finding.args.get("verdi", ""))}
    return FormFinding(
        with_capital(lang.gettext(SEVERITY[item.severity])),
        _message(item, words, told, names, lang),
        _help(item, words, told, names, lang, is_asked=bool(asked)),
        fields,
    )


def _field_of(item: Diagnostic) -> str:
    """Give the key that a finding of a file's form is about."""
    return str(item.finding.args.get("felt", "")) or ".".join(_keys(item))


def _keys(item: Diagnostic) -> list[str]:
    return [step for step in item.place.path if isinstance(step, str)]


def _within(item: Diagnostic, key: str) -> tuple[str, ...]:
    """Give what a field that is lacking may be called by keys: of the item that the finding is about, or as it stands.

    An event lacks its body, and the form has no other body than that of an event.
    """
    steps = item.place.path
    number = max((at for at, step in enumerate(steps) if isinstance(step, int)), default=0)
    inside = ".".join([*(step for step in steps[:number] if isinstance(step, str)), key])
    return tuple(dict.fromkeys([inside, key, *(f"{over}.{key}" for over in RULES[item.code].felt)]))


def _in_form(item: Diagnostic, key: str, labels: Mapping[str, str]) -> str:
    """Give the one of the names of a field that the form has; the first where it has none of them."""
    return next((name for name in _within(item, key) if name in labels), key)


def _fields(item: Diagnostic) -> tuple[str, ...]:
    """Give the fields that a finding may stand at, likeliest first: what it asks for, where it is, what it rests on.

    That something is lacking stands in the file at what is there, which is another field.
    """
    rule, keys = RULES[item.code], _keys(item)
    asked = [name for one in rule.asked(item.finding) for name in _within(item, one)]
    read = [name for name in rule.felt if name != "status"]
    strange = bool(rule.felt) and bool(keys) and keys[0] not in rule.felt
    missing = [str(item.finding.args["felt"])] if item.code == "PL005" and "felt" in item.finding.args else []
    here = [".".join(keys[:length]) for length in range(len(keys), 0, -1)]
    found = [*asked, *(read if strange else []), *here, *missing, *read]
    return tuple(dict.fromkeys(found)) or ("tittel",)


def _name(key: str, labels: Mapping[str, str], lang: Language) -> str:
    """Give what a field is called, by its key, or by keys with dots between them."""
    steps = [step for step in key.split(".") if not step.isdigit()]
    path = ".".join(steps) or key
    return labels.get(path) or lang.gettext(label(*path.split("."))) or path.replace("_", " ")


def _message(item: Diagnostic, words: Words, told: dict[str, str], labels: Mapping[str, str], lang: Language) -> str:
    own = _SAID.get((item.code, item.finding.variant))
    if own:
        return lang.gettext(own).format(**told)
    return _in_names(str(words.message), labels, lang)


def _help(  # noqa: PLR0913 - a finding, its words, and those it is told in
    item: Diagnostic,
    words: Words,
    told: dict[str, str],
    labels: Mapping[str, str],
    lang: Language,
    *,
    is_asked: bool,
) -> str:
    """Give what to do: the form's own words, what to fill in, the rule's advice, or else what the rule asks for."""
    own = _HELP.get((item.code, item.finding.variant))
    if own or is_asked:
        return lang.gettext(own or _FILL_IN).format(**told)
    advice = _in_names(str(words.help), labels, lang)
    if not _OF_THE_FILE.search(advice):
        return advice[:1].upper() + advice[1:]
    krav = _in_names(lang.render(RULES[item.code].krav, {}), labels, lang)
    if _OF_THE_FILE.search(krav):
        return lang.gettext(_READ_MORE)
    return lang.gettext(_ASKED).format(krav=krav[:1].lower() + krav[1:])


def _only(key: str, labels: Mapping[str, str]) -> str:
    """Give what a part is called by its own key, where the form has one such part alone; else ""."""
    found = [name for path, name in labels.items() if path.endswith(f".{key}")]
    return found[0] if len(found) == 1 else ""


def _in_names(text: str, labels: Mapping[str, str], lang: Language) -> str:
    """Give a text with the keys in it as the fields' names."""

    def named(match: re.Match[str]) -> str:
        key = next(group for group in match.groups() if group is not None)
        path = ".".join(step for step in key.split(".") if not step.isdigit())
        own = label(*path.split(".")) or part_label(path) if key == key.lower() else ""
        name = labels.get(path) or _only(path, labels) or (lang.gettext(own) if own else "")
        return lang.quoted(name) if name else match[0].replace("`", "")

    return _QUOTED.sub(named, text)
