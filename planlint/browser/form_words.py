"""A finding as whoever fills in a form is told it: in the fields' own names, with what to do in the form.

The texts of the rules speak to those who have the file in hand. Here nobody has: no key, id or code word is said, and
where a rule's advice is about the file, or names a field that the form has not, the fields to mend are said instead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, with_capital
from planlint.law import bestemmelser
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
_FILL_IN_ONE = N_("Rett eller fyll ut {felt}.")
_OR = N_("{noen} eller {siste}")
_NOT_HERE = N_("Dette kan ikke rettes i skjemaet. Si fra til den som fører registeret.")
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
    ("PL104", "selv"): N_("{felt} viser til det som skjemaet selv gjelder."),
}
_NEWS = N_(
    "Legg inn vedtaket som gjorde endringen, under {hendelser}. Retter du en feil, legg til kilden som viser det "
    "riktige, under {kilder}."
)
_OF_A_GOAL = N_(
    "Retter du en feil, legg til kilden som viser det riktige, under {kilder}. Er målet vedtatt på nytt, legg inn "
    "vedtaket i skjemaet for planen."
)
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
    ("PL104", "selv"): N_("Ta det bort fra {felt}, eller velg det som er ment."),
    ("PL107", "til"): N_(
        "Se etter i vedtaket hvilket år som er riktig. Rett {felt} eller {tittel}, eller legg inn forlengelsen under "
        "{hendelser}."
    ),
    ("PL301", "fornyet"): N_("Skriv den nye sluttdatoen i {felt}."),
    **dict.fromkeys((("PL911", ""), ("PL911", "fjernet")), _NEWS),
    ("PL911", "mål"): _OF_A_GOAL,
}
_MOST = 2
"""So many of the fields of a finding are named in its advice: where it stands, and the one it is likeliest to be."""
_BY_NAME = "beslutninger"
"""What there is one of for each planstrategi, by its name in the file."""
_ITEMS = frozenset(("hendelser", "kilder", "lenker", _BY_NAME))
"""The lists whose items have fields of their own in a form."""
_BY_YEAR = frozenset(("verdier", "måltall"))
_QUOTED = re.compile(r"«([^«»]*)»|“([^“”]*)”|`([^`]*)`")
_CODE = re.compile(r"`([^`]*)`")
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
    words = said(item, lang)
    names, fields = labels or {}, _fields(item, str(words.help))
    asked = RULES[item.code].asked(item.finding)
    called = [field_name(_in_form(item, one, names), names, lang) for one in asked or (_field_of(item),) if one]
    felt = lang.enumeration([lang.quoted(one) for one in called]) or lang.quoted(field_name(fields[0], names, lang))
    others = {key: lang.quoted(field_name(key, names, lang)) for key in ("tittel", "hendelser", "kilder")}
    told = {"felt": felt, "verdi": str(item.finding.args.get("verdi", "")), **others}
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
    """Give the fields on the way to what a finding is about; a year, or what a decision is about, is no field."""
    keys = [step for step in item.place.path if isinstance(step, str)]
    return [keys[0], *keys[2:]] if keys[:1] == [_BY_NAME] else keys


def _within(item: Diagnostic, key: str) -> tuple[str, ...]:
    """Give what a field that is lacking may be called by keys: of the item that the finding is about, or as it stands.

    An event lacks its body, and the form has no other body than that of an event.
    """
    steps = item.place.path
    if steps[:1] == (_BY_NAME,):
        return tuple(dict.fromkeys([f"{_BY_NAME}.{key}", key]))
    number = max((at for at, step in enumerate(steps) if isinstance(step, int)), default=0)
    inside = ".".join([*(step for step in steps[:number] if isinstance(step, str)), key])
    return tuple(dict.fromkeys([inside, key, *(f"{over}.{key}" for over in RULES[item.code].felt if over in _ITEMS)]))


def _in_form(item: Diagnostic, key: str, labels: Mapping[str, str]) -> str:
    """Give the one of the names of a field that the form has; the first where it has none of them."""
    return next((name for name in _within(item, key) if name in labels), key)


def _fields(item: Diagnostic, advice: str = "") -> tuple[str, ...]:
    """Give the fields that a finding may stand at, likeliest first: what it asks for, where it is, what it rests on.

    That something is lacking stands in the file at what is there, which is another field.
    """
    rule, keys = RULES[item.code], _keys(item)
    asked = [name for one in rule.asked(item.finding) for name in _within(item, one)]
    read = [name for name in rule.felt if name != "status"]
    strange = bool(rule.felt) and bool(keys) and keys[0] not in rule.felt
    missing = [str(item.finding.args["felt"])] if item.code == "PL005" and "felt" in item.finding.args else []
    here = [".".join(keys[:length]) for length in range(len(keys), 0, -1)]
    here = [f"{keys[0]}.verdi", *here] if keys and keys[0] in _BY_YEAR else here
    if keys == ["tittel"]:  # it is about the whole: what its advice says is to be filled in is where it can be mended
        advised = [one for one in _CODE.findall(advice) if one in rule.felt]
        asked += advised if "tittel" not in advised else []
    found = [*asked, *(read if strange else []), *here, *missing, *read]
    return tuple(dict.fromkeys(found)) or ("tittel",)


def field_name(key: str, labels: Mapping[str, str], lang: Language) -> str:
    """Give what a field is called, by its key, or by keys with dots between them."""
    steps = [step for step in key.split(".") if not step.isdigit()]
    path = ".".join(steps) or key
    return labels.get(path) or lang.gettext(label(*path.split("."))) or path.replace("_", " ")


def _message(item: Diagnostic, words: Words, told: dict[str, str], labels: Mapping[str, str], lang: Language) -> str:
    own = _SAID.get((item.code, item.finding.variant))
    if own:
        return lang.gettext(own).format(**told)
    return _in_names(item, str(words.message), labels, lang)


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
    advice = _in_names(item, str(words.help), labels, lang)
    if not _OF_THE_FILE.search(_without(labels, advice, lang)) and not _has_unknown(item, str(words.help), labels):
        return advice[:1].upper() + advice[1:]
    there = list(dict.fromkeys(filter(None, (_called(one, labels) for one in _fields(item)))))[:_MOST]
    names = [lang.quoted(name) for name in there] if labels else [lang.quoted(field_name(_fields(item)[0], {}, lang))]
    return lang.gettext(_FILL_IN_ONE).format(felt=_one_of(names, lang)) if names else lang.gettext(_NOT_HERE)


def _one_of(names: list[str], lang: Language) -> str:
    """Give names as «a, b eller c»."""
    *first, last = names
    return lang.gettext(_OR).format(noen=", ".join(first), siste=last) if first else last


def _without(labels: Mapping[str, str], text: str, lang: Language) -> str:
    """Give a text without the fields' names in it, in which there may be a colon."""
    for name in labels.values():
        text = text.replace(lang.quoted(name), "")
    return text


def _called(key: str, labels: Mapping[str, str]) -> str:
    """Give what the form calls a field, or the first of a group's; "" for what is not in the form."""
    inside = next((name for path, name in labels.items() if path.startswith(f"{key}.")), "")
    return labels.get(key) or inside


def _own(item: Diagnostic, key: str, labels: Mapping[str, str]) -> str:
    """Give what a part is called in the group that a finding is in, by its own key; else ""."""
    keys = _keys(item)
    inside = [".".join([*keys[:length], key]) for length in range(len(keys), 0, -1)]
    return next((labels[path] for path in inside if path in labels), "")


def _has_unknown(item: Diagnostic, text: str, labels: Mapping[str, str]) -> bool:
    """Tell whether a text names a field that the form does not have."""
    if not labels:
        return False
    for match in _CODE.finditer(text):
        key = match[1]
        is_there = key in labels or _own(item, key, labels) or _only(key, labels) or _called(key, labels)
        if label(*key.split(".")) and not is_there:
            return True
    return False


def _only(key: str, labels: Mapping[str, str]) -> str:
    """Give what a part is called by its own key, where the form has one such part alone; else ""."""
    found = [name for path, name in labels.items() if path.endswith(f".{key}")]
    return found[0] if len(found) == 1 else ""


def _in_names(item: Diagnostic, text: str, labels: Mapping[str, str], lang: Language) -> str:
    """Give a text with the keys in it as the fields' names."""

    def named(match: re.Match[str]) -> str:
        key = next(group for group in match.groups() if group is not None)
        if key in bestemmelser():
            return lang.quoted(str(lang.value(bestemmelser()[key].navn)))
        path = ".".join(step for step in key.split(".") if not step.isdigit())
        own = label(*path.split(".")) or (part_label(path) if not labels else "") if key == key.lower() else ""
        name = labels.get(path) or _own(item, path, labels) or _only(path, labels) or (lang.gettext(own) if own else "")
        return lang.quoted(name) if name else match[0].replace("`", "")

    return _QUOTED.sub(named, text)
