"""What a file may say: one model for each kind, the words of status and event, and the JSON Schemas.

May use `base`.
"""

from __future__ import annotations

from planlint.model.annotations import forms as forms, parts as parts
from planlint.model.avvik import (
    Avvik as Avvik,
    KnownAvvik as KnownAvvik,
    OldAvvikList as OldAvvikList,
    listed as listed,
)
from planlint.model.baerekraftsmaal import DELMAAL as DELMAAL, TARGETS as TARGETS
from planlint.model.beslutning import (
    Beslutning as Beslutning,
    Bestilling as Bestilling,
    Deretter as Deretter,
    Oppgave as Oppgave,
)
from planlint.model.budsjett import Budsjett as Budsjett, Budsjettpost as Budsjettpost
from planlint.model.entity_kinds import FOLDERS as FOLDERS, KIND_NAMES as KIND_NAMES, KINDS as KINDS
from planlint.model.format import FIRST as FIRST, FORMAT as FORMAT
from planlint.model.hjul import Hjul as Hjul, Hjulsteg as Hjulsteg
from planlint.model.indikator import Indikator as Indikator, Maaltall as Maaltall
from planlint.model.innspill import Innspill as Innspill, Svar as Svar
from planlint.model.kommunenummer import number_on as number_on, same_number as same_number
from planlint.model.maal import Blir as Blir, Maal as Maal
from planlint.model.nettstedsvalg import FARGE as FARGE, VAAPEN as VAAPEN, Nettstedsvalg as Nettstedsvalg
from planlint.model.oppgir_ikke import OppgirIkke as OppgirIkke
from planlint.model.ord import (
    ABOUT_PLAN_IN_PLACE as ABOUT_PLAN_IN_PLACE,
    ABOUT_VEDTATT_PLAN as ABOUT_VEDTATT_PLAN,
    AT_REST as AT_REST,
    AVSLUTTEDE as AVSLUTTEDE,
    AVSLUTTET_BY_SOMEBODY as AVSLUTTET_BY_SOMEBODY,
    AVSLUTTET_WITH_TRACE as AVSLUTTET_WITH_TRACE,
    BEFORE_SAK as BEFORE_SAK,
    BEFORE_VEDTAK as BEFORE_VEDTAK,
    BEGINNING as BEGINNING,
    BEGUN_ANEW as BEGUN_ANEW,
    BEING_MADE as BEING_MADE,
    BESLUTNINGER as BESLUTNINGER,
    COURSE as COURSE,
    ENDS_PLAN as ENDS_PLAN,
    GIVES_ARBEID as GIVES_ARBEID,
    HOERING as HOERING,
    HOERING_ENDS as HOERING_ENDS,
    KUNNSKAP_ONLY as KUNNSKAP_ONLY,
    MADE_ANEW as MADE_ANEW,
    MADE_PUBLIC as MADE_PUBLIC,
    MAYBE_VEDTATT as MAYBE_VEDTATT,
    MEETING_VEDTAK as MEETING_VEDTAK,
    NESTE as NESTE,
    NOT_NOW as NOT_NOW,
    NOT_VEDTATT as NOT_VEDTATT,
    ONE_ORGAN as ONE_ORGAN,
    PRESUPPOSES_PLAN as PRESUPPOSES_PLAN,
    REMOVES_PLAN as REMOVES_PLAN,
    REVISES_OR_ENDS as REVISES_OR_ENDS,
    STATUS_AFTER as STATUS_AFTER,
    STOPPED as STOPPED,
    TAKEN_UP as TAKEN_UP,
    TILTAK_AT_REST as TILTAK_AT_REST,
    TILTAK_FERDIG as TILTAK_FERDIG,
    TIMED_ARBEID as TIMED_ARBEID,
    TOLD_AS_VEDTAK as TOLD_AS_VEDTAK,
    TOLD_BY_HENDELSER as TOLD_BY_HENDELSER,
    TOLD_BY_REMARK as TOLD_BY_REMARK,
    UNDER_ARBEID as UNDER_ARBEID,
    UNDER_WAY as UNDER_WAY,
    VEDTA_CHOICES as VEDTA_CHOICES,
    VEDTAK as VEDTAK,
    VEDTAK_IN_EARNEST as VEDTAK_IN_EARNEST,
    VEDTAK_OR_FORLENGET as VEDTAK_OR_FORLENGET,
    VEDTAK_OR_OPPHEVET as VEDTAK_OR_OPPHEVET,
    VEDTATTE as VEDTATTE,
    WAITING as WAITING,
    WITHOUT_HENDELSE as WITHOUT_HENDELSE,
    Valg as Valg,
)
from planlint.model.organisasjonsnummer import ORGANISASJONSNUMMER as ORGANISASJONSNUMMER
from planlint.model.own_texts import own_texts as own_texts
from planlint.model.per_entity import PerEntity as PerEntity
from planlint.model.plan import (
    RULLERES as RULLERES,
    Arbeid as Arbeid,
    Forankring as Forankring,
    Plan as Plan,
)
from planlint.model.planstrategi import VALGPERIODE as VALGPERIODE, Planstrategi as Planstrategi
from planlint.model.plansystem import (
    EIER as EIER,
    Kommunenummer as Kommunenummer,
    Organ as Organ,
    Plansystem as Plansystem,
    Regel as Regel,
)
from planlint.model.plantype import Maaltype as Maaltype, Nivaa as Nivaa, Plantype as Plantype
from planlint.model.reference_kinds import (
    REFERENCE_KINDS as REFERENCE_KINDS,
    is_named_by_key as is_named_by_key,
    reference_kinds as reference_kinds,
)
from planlint.model.references import Reference as Reference, declared as declared, find_references as find_references
from planlint.model.schema import (
    DIALECT as DIALECT,
    drift as drift,
    fields_at as fields_at,
    has_years_at as has_years_at,
    keys_at as keys_at,
    schemas as schemas,
    words_at as words_at,
    write as write,
)
from planlint.model.shared import (
    SLUG as SLUG,
    Effekt as Effekt,
    Enhet as Enhet,
    Hendelse as Hendelse,
    Kildehenvisning as Kildehenvisning,
    Lenke as Lenke,
    Model as Model,
    Periode as Periode,
    is_name as is_name,
    is_reason as is_reason,
    norwegian_key as norwegian_key,
)
from planlint.model.tidspunkt import (
    Tidspunkt as Tidspunkt,
    TidspunktValue as TidspunktValue,
    moved as moved,
    parse as parse,
    suggest as suggest,
    time_since as time_since,
    time_until as time_until,
)
from planlint.model.tiltak import Tiltak as Tiltak
from planlint.model.utfordring import Utfordring as Utfordring
