"""A rule's page: requirement, why, source, examples (the tests' own), how to fix, options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.base import N_
from planlint.fixes import fix_kinds
from planlint.law import Bestemmelse, Ordlyd, bestemmelser, text_of
from planlint.output.examples import examples, read_example
from planlint.output.gaps import gap_name
from planlint.output.law_words import read_where, when_applied
from planlint.rules import RULES

if TYPE_CHECKING:
    from planlint.rules import Rule
    from planlint.text import Language


class _Names(dict[str, object]):
    """Fills every placeholder with its own name."""

    def __missing__(self, name: str) -> str:
        return f"<{name}>"


def _help(rule: Rule, lang: Language) -> list[str]:
    """Give what to do, each way once, with a placeholder's name where a finding has a fact."""
    texts = dict.fromkeys(text.hjelp for text in (rule.tekst, *rule.varianter.values()))
    return [lang.render(text, _Names()) for text in texts]


def _ordlyd(provision: Bestemmelse, ordlyd: Ordlyd, lang: Language) -> dict[str, str]:
    """Give a wording: what it asks for, when, and how it was read, as letters for programs and as words for people."""
    return {
        "krav": lang.gettext(ordlyd.krav),
        "from": ordlyd.fra.isoformat(),
        "until": ordlyd.til.isoformat() if ordlyd.til else "",
        "certainty": ordlyd.sikkerhet,
        "source": ordlyd.kildetype or "",
        "edition": ordlyd.utgave.isoformat() if ordlyd.utgave else "",
        "read": ordlyd.lest.isoformat() if ordlyd.lest else "",
        "time": when_applied(provision, ordlyd, lang),
        "how": read_where(ordlyd, lang),
    }


def _law(provision: Bestemmelse, lang: Language) -> dict[str, Any]:
    return {
        "id": provision.id,
        "name": lang.value(provision.navn),
        "place": provision.sted,
        "duty": provision.pliktslag,
        "url": provision.address,
        **_ordlyd(provision, provision.newest, lang),
        "note": lang.gettext(provision.merknad) if provision.merknad else "",
        "earlier": [_ordlyd(provision, ordlyd, lang) for ordlyd in reversed(provision.ordlyder[:-1])],
        "text": text_of(provision),
    }


def _hull(rule: Rule, lang: Language) -> str:
    """Say what is a gap where no source states it; "" for a rule that asks for nothing a source may be silent about."""
    asked = dict.fromkeys(name for names in rule.asks.values() for name in names)
    text = N_("Oppgir ingen av kildene til filen det som mangler ({hva}), er det et hull og ikke et funn.")
    return lang.gettext(text).format(hva=gap_name(asked, lang)) if asked else ""


def page(rule: Rule, lang: Language) -> dict[str, Any]:
    """Give everything about a rule as plain data in a language, for text, Markdown, JSON and the site alike."""
    good, bad = ([read_example(path, lang.code) for path in examples(rule.code, kind)[:1]] for kind in ("ok", "bad"))
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "off": lang.gettext(rule.av_fordi) if rule.av_fordi else "",
        "class": rule.klasse.value,
        "krav": lang.gettext(rule.krav),
        "hvorfor": lang.gettext(rule.hvorfor),
        "kilde": lang.gettext(rule.kilde),
        "hull": _hull(rule, lang),
        "law": [_law(bestemmelser()[id_], lang) for id_ in rule.lov],
        "help": _help(rule, lang),
        "fix": {kind: lang.gettext(text) for kind, text in fix_kinds(rule.code).items()},
        "options": rule.options,
        "since": rule.siden,
        "bad": [{"name": item.name, "files": item.files, "output": item.output} for item in bad],
        "good": [{"name": item.name, "files": item.files} for item in good],
    }


def summary(lang: Language) -> list[dict[str, str]]:
    """Give one row per rule: code, name, severity, class, requirement, and the kinds of fix that there are."""
    return [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": "av" if rule.av_fordi else rule.severity.value,
            "class": rule.klasse.value,
            "krav": lang.gettext(rule.krav),
            "fix": " ".join(fix_kinds(rule.code)),
        }
        for rule in RULES.values()
    ]
