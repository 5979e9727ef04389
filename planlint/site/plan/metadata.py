"""A plan as schema.org reads it, in a script element that no text can break out of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from planlint.model import VEDTAK
from planlint.text import STATUS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planlint.model import Enhet, Plan
    from planlint.site.plan.plan_facts import FactValue
    from planlint.tables import Nettsted

_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def script(data: Mapping[str, Any]) -> Markup:
    """Give data as a JSON-LD script element: what is empty is left out, and no text in it can end the element."""
    filled = {key: value for key, value in data.items() if value not in ("", None, [], {})}
    text = json.dumps(filled, ensure_ascii=False).translate(_ESCAPES)
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 - < is escaped above


def jsonld(site: Nettsted, plan: Plan, hjemler: Iterable[FactValue]) -> Markup:
    """Give a plan as schema.org's CreativeWork; a binding one is Legislation."""
    register = site.register
    plantype = register.plantype(plan)
    adopted, end = register.last_event(plan, *VEDTAK), register.period_end(plan)
    built_on = [_work(site, other) for id_ in plan.bygger_paa if (other := register.find_plan(id_))]
    whole = register.find_plan(plan.del_av)
    binding = plantype is not None and plantype.bindende
    return script(
        {
            "@context": "https://schema.org",
            "@type": "Legislation" if binding else "CreativeWork",
            "identifier": plan.id,
            "name": plan.tittel,
            "url": _url(site, plan),
            "inLanguage": register.plansystem.spraak,
            "abstract": plan.sammendrag,
            "genre": plantype.navn if plantype else plan.type or None,
            "creativeWorkStatus": site.lang.gettext(STATUS[register.status(plan)]),
            "datePublished": adopted.dato.tekst if adopted and _iso(adopted.dato.tekst) else None,
            "legislationDate": adopted.dato.tekst if binding and adopted and adopted.dato.is_day else None,
            "expires": end.tekst if end and _iso(end.tekst) else None,
            "temporalCoverage": _coverage(plan),
            "publisher": {"@type": "GovernmentOrganization", "name": site.kommune},
            "keywords": list(plan.tema),
            "isPartOf": _work(site, whole) if whole else None,
            "isBasedOn": [*built_on, *_laws(hjemler), *_plans_above(site, plan)],
        }
    )


def _iso(text: str) -> bool:
    """Tell whether a point in time is written as ISO 8601 has it: halves and quarters of years are not."""
    return "H" not in text and "K" not in text


def _coverage(plan: Plan) -> str:
    ends = (plan.periode.fra, plan.periode.til) if plan.periode else (None, None)
    texts = [point.tekst if point and _iso(point.tekst) else ".." for point in ends]
    return "" if texts == ["..", ".."] else "/".join(texts)


def _url(site: Nettsted, entity: Enhet) -> str:
    base = (site.valg.adresse or "").rstrip("/")
    return f"{base}/{site.path(entity)}" if base.startswith("https://") else ""


def _work(site: Nettsted, entity: Enhet) -> dict[str, str]:
    url = _url(site, entity)
    return {"@type": "CreativeWork", "name": entity.tittel, **({"url": url} if url else {})}


def _laws(hjemler: Iterable[FactValue]) -> list[dict[str, str]]:
    return [{"@type": "Legislation", "name": law.tekst, **({"url": law.url} if law.url else {})} for law in hjemler]


def _plans_above(site: Nettsted, plan: Plan) -> list[dict[str, str]]:
    """Give the plans over a plan: those it is anchored in, and those that have the goals it is anchored in."""
    register, found = site.register, {}
    for anchor in plan.forankring:
        maal = register.find_maal(anchor.maal)
        over = register.find_plan(anchor.plan) or (register.find_plan(maal.plan) if maal else None)
        if over and over is not plan:
            found[over.id] = _work(site, over)
    return list(found.values())
