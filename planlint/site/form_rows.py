"""The fields of what a file has one of for each year, plan or planstrategi: the key, and a value or a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel

from planlint.base import N_
from planlint.edit import MODELS
from planlint.model import parts

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from planlint.site.form_field import FormField
    from planlint.tables import Nettsted

    MakeField = Callable[..., FormField]


class Rows(NamedTuple):
    """One more row of a mapping: of which model it is a field, what stands over it, and the parts that are asked for.

    `nokkel` is the key's name in the form, what it is called, its help, and the kind that it names ("" for a year).
    """

    sti: str
    modell: str
    tittel: str
    nokkel: tuple[str, str, str, str]
    deler: tuple[str, ...]


_DECISION = ("valg", "oppstart", "ferdig", "vilkår", "ansvarlig", "inn_i", "begrunnelse", "merknad")
_NAMES = {
    "valg": N_("Hva som er bestemt"),
    "oppstart": N_("Arbeidet begynner"),
    "ferdig": N_("Arbeidet er ferdig"),
    "ansvarlig": N_("Ansvarlig for arbeidet"),
    "inn_i": N_("Planen den slås sammen med"),
    "merknad": N_("Merknad til beslutningen"),
}
_ROWS = {
    "planstrategi": (
        Rows(
            "beslutninger",
            "plan",
            N_("Beslutning om en plan"),
            ("plan", N_("Planen"), N_("Planen som beslutningen gjelder."), "plan"),
            _DECISION,
        ),
    ),
    "plan": (
        Rows(
            "beslutninger",
            "plan",
            N_("Beslutning i en planstrategi"),
            ("planstrategi", N_("Planstrategi"), N_("Planstrategien som har bestemt det."), "planstrategi"),
            _DECISION,
        ),
    ),
    "indikator": (
        Rows("verdier", "indikator", N_("Målt verdi"), ("år", N_("År"), N_("Året som er målt."), ""), ()),
        Rows(
            "måltall",
            "indikator",
            N_("Måltall for et år"),
            ("år", N_("År for måltallet"), N_("Året som tallet skal nås."), ""),
            (),
        ),
    ),
}


def row_groups(site: Nettsted, kind: str, make: MakeField, keys: MakeField) -> list[tuple[str, list[FormField]]]:
    """Give the groups of rows of a kind's form. `make` makes a field of a model's; `keys` gives what can be chosen."""
    made = []
    for rows in _ROWS.get(kind, ()):
        fields = [_key(site, rows, keys), *_parts(site, rows, make)]
        if fields[0].slag != "valg" or fields[0].valg:
            made.append((site.lang.gettext(rows.tittel), fields))
    return made


def _key(site: Nettsted, rows: Rows, keys: MakeField) -> FormField:
    name, called, help_, named = rows.nokkel
    _ = site.lang.gettext
    field = keys(site, named)._replace(sti=f"{rows.sti}.{name}", navn=_(called), hjelp=_(help_))
    return field._replace(legg=rows.sti, krav=True, nokkel=True)


def _parts(site: Nettsted, rows: Rows, make: MakeField) -> list[FormField]:
    """Give the fields of a row's parts; of a number for each year, the number alone."""
    infos = {info.alias or name: info for name, info in MODELS[rows.modell].model_fields.items()}
    info, _ = infos[rows.sti], site.lang.gettext
    if not rows.deler:
        called = _("Verdi") if rows.sti == "verdier" else _("Måltallet")
        help_ = _("Bare tallet, for eksempel 7,4. Måleenheten står over.")
        field = make(site, rows.modell, f"{rows.sti}.verdi", info, (rows.sti,))
        return [field._replace(navn=called, hjelp=help_, slag="desimal", liste="", legg=rows.sti, krav=True)]
    model = next(one for one in parts(info.annotation) if isinstance(one, type) and issubclass(one, BaseModel))
    inner: dict[str, Any] = {part.alias or key: part for key, part in model.model_fields.items()}
    made = []
    for key in rows.deler:
        field = make(site, rows.modell, f"{rows.sti}.{key}", inner[key], (rows.sti, "", key))
        called = _(_NAMES[key]) if key in _NAMES else field.navn
        made.append(field._replace(navn=called, legg=rows.sti, krav=inner[key].is_required()))
    return made
