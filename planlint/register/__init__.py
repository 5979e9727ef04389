"""What the plan system means on a day: links, the red thread, life cycle, and what the law asks for.

May use `words`, and what lies below.
"""

from __future__ import annotations

from planlint.register import handlingsdel as handlingsdel
from planlint.register.aarlig import (
    AarligMangel as AarligMangel,
    aarlig_mangel as aarlig_mangel,
)
from planlint.register.aarsverk import (
    Ressurs as Ressurs,
    capacity_at_once as capacity_at_once,
    capacity_by_year as capacity_by_year,
    ressurser as ressurser,
    sum_by_year as sum_by_year,
    total as total,
)
from planlint.register.avloesning import has_replaced as has_replaced, to_replace as to_replace
from planlint.register.avsluttet import (
    ending_of as ending_of,
    etterfoelgere as etterfoelgere,
    heirs_of as heirs_of,
    utgaatt as utgaatt,
)
from planlint.register.avtrykk import (
    GoalCore as GoalCore,
    avtrykk_of as avtrykk_of,
    fold as fold,
    goal_core as goal_core,
    is_known as is_known,
    is_mark_of as is_mark_of,
    is_same as is_same,
)
from planlint.register.bekreftelse import (
    MEANING as MEANING,
    Replacement as Replacement,
    avloest as avloest,
    former_ids as former_ids,
    suspicion as suspicion,
)
from planlint.register.budsjett import is_sum_right as is_sum_right, rounding as rounding, sum_of as sum_of
from planlint.register.dekning import (
    Dekning as Dekning,
    MaalCoverage as MaalCoverage,
    Maalgruppe as Maalgruppe,
    PlanCoverage as PlanCoverage,
    coverage_share as coverage_share,
    fulgt_opp as fulgt_opp,
    goal_order as goal_order,
    measure_dekning as measure_dekning,
    plan_order as plan_order,
)
from planlint.register.forankring import (
    Anchor as Anchor,
    find_anchors as find_anchors,
    has_wrong_parents as has_wrong_parents,
    internal_anchor as internal_anchor,
    is_forankret as is_forankret,
    is_uforankret as is_uforankret,
    lacks_overordnet as lacks_overordnet,
    parent_plans as parent_plans,
    wrong_level as wrong_level,
)
from planlint.register.gjennomgang import (
    REVIEWED_KINDS as REVIEWED_KINDS,
    Seen as Seen,
    gone_through_until as gone_through_until,
    is_unseen as is_unseen,
    last_seen as last_seen,
    reviewable as reviewable,
    unseen as unseen,
)
from planlint.register.handlingsdel import (
    LOV as LOV,
    handlingsdeler as handlingsdeler,
    kind_of_plan as kind_of_plan,
    thematic_plans as thematic_plans,
)
from planlint.register.hjul import (
    HjulSteg as HjulSteg,
    hjulsteg as hjulsteg,
    is_done_ahead as is_done_ahead,
    is_shown as is_shown,
    next_time as next_time,
    planer_i_steg as planer_i_steg,
    plantyper_i_hjul as plantyper_i_hjul,
    times_between as times_between,
    undocumented_steg as undocumented_steg,
)
from planlint.register.horisont import (
    Horisont as Horisont,
    outside_horisont as outside_horisont,
    read_horisont as read_horisont,
)
from planlint.register.hull import (
    has_unknown_kilde as has_unknown_kilde,
    is_hull as is_hull,
    kilder_of as kilder_of,
    known_until as known_until,
    not_seen_since as not_seen_since,
)
from planlint.register.in_force import Gjelder as Gjelder, gjelder as gjelder
from planlint.register.known_by import known_by as known_by
from planlint.register.krav import (
    HENDELSE_FIELDS as HENDELSE_FIELDS,
    PLAN_FIELDS as PLAN_FIELDS,
    VEDTAK_FIELDS as VEDTAK_FIELDS,
    asked_as as asked_as,
    forfalt as forfalt,
    is_ansvarlig_needed as is_ansvarlig_needed,
    is_askable as is_askable,
    is_others as is_others,
    lacking_fields as lacking_fields,
    lacks_field as lacks_field,
    missing_in_decision as missing_in_decision,
    missing_in_vedtak as missing_in_vedtak,
)
from planlint.register.kunnskap import (
    Kunnskap as Kunnskap,
    is_old as is_old,
    kunnskapsdag as kunnskapsdag,
    viten as viten,
)
from planlint.register.livsloep import valg as valg
from planlint.register.livsloep.arbeidsfrist import (
    BesluttetFrist as BesluttetFrist,
    arbeid_over_frist as arbeid_over_frist,
    beslutning_over_frist as beslutning_over_frist,
    is_only_planlagt as is_only_planlagt,
)
from planlint.register.livsloep.event_order import disordered_pair as disordered_pair, is_before as is_before
from planlint.register.livsloep.frist import (
    Frist as Frist,
    end_place as end_place,
    event_place as event_place,
    hiding_event as hiding_event,
    is_avgjort as is_avgjort,
    is_before_its_day as is_before_its_day,
    is_being_replaced as is_being_replaced,
    is_being_revised as is_being_revised,
    is_reversed as is_reversed,
    is_unadopted_past_period as is_unadopted_past_period,
    is_usikker as is_usikker,
    is_utloept as is_utloept,
    is_varslet_revisjon as is_varslet_revisjon,
    period_end as period_end,
    periodefrist as periodefrist,
    revisjon_forfalt as revisjon_forfalt,
    revisjonsfrist as revisjonsfrist,
    rulleres as rulleres,
    undocumented_revisjon as undocumented_revisjon,
)
from planlint.register.livsloep.overskridelse import (
    Overskredet as Overskredet,
    Overskridelse as Overskridelse,
    over_fristen as over_fristen,
    overskridelser as overskridelser,
    plan_to_replace as plan_to_replace,
)
from planlint.register.livsloep.public_holidays import holiday as holiday
from planlint.register.livsloep.redated import (
    has_new_kilde as has_new_kilde,
    is_explained as is_explained,
)
from planlint.register.livsloep.rounds import (
    Round as Round,
    find_rounds as find_rounds,
    is_about_planprogram as is_about_planprogram,
    lead_time as lead_time,
)
from planlint.register.livsloep.status_step import (
    may_be_kunnskap as may_be_kunnskap,
    unexplained_step as unexplained_step,
)
from planlint.register.livsloep.strategi import (
    EndDue as EndDue,
    current_planstrategier as current_planstrategier,
    due_to_end as due_to_end,
    end_due as end_due,
    gjeldende_strategi as gjeldende_strategi,
    has_begun as has_begun,
    is_arbeid_done as is_arbeid_done,
    is_covered as is_covered,
    is_filled_in as is_filled_in,
    is_gjennomfoert as is_gjennomfoert,
    is_over as is_over,
    is_varslet as is_varslet,
    is_vedtatt_since as is_vedtatt_since,
    mentioned_plans as mentioned_plans,
    must_be_mentioned as must_be_mentioned,
    periode as periode,
    undecided_strategi as undecided_strategi,
    vedtaksdag as vedtaksdag,
)
from planlint.register.livsloep.valg import (
    FIRST as FIRST,
    TERM as TERM,
    at_latest as at_latest,
    at_least as at_least,
    earliest_konstituering as earliest_konstituering,
    first_day as first_day,
    is_certain as is_certain,
    kommunevalg as kommunevalg,
    konstituering as konstituering,
    kontrollplan_frist as kontrollplan_frist,
    last_day as last_day,
    no_later as no_later,
    planstrategi_frist as planstrategi_frist,
    valgaar as valgaar,
    valgperiode_of as valgperiode_of,
)
from planlint.register.livsloep.varslet import (
    is_told_by_varslet as is_told_by_varslet,
    missed_vedtak as missed_vedtak,
)
from planlint.register.livsloep.wrong_time import is_one_day as is_one_day, wrong_times as wrong_times
from planlint.register.lookup import (
    find as find,
    in_plan_order as in_plan_order,
    rows as rows,
    similar as similar,
    status as status,
    view as view,
    where_keys as where_keys,
)
from planlint.register.lovdekning import (
    ARBEID as ARBEID,
    FOUR_YEARS as FOUR_YEARS,
    INGEN as INGEN,
    NO_BODY as NO_BODY,
    NO_DATE as NO_DATE,
    NOTED as NOTED,
    OLD as OLD,
    OTHER_BODY as OTHER_BODY,
    OTHER_TERM as OTHER_TERM,
    PARTLY as PARTLY,
    PLIKTER as PLIKTER,
    RUN_OUT as RUN_OUT,
    UNSURE_TERM as UNSURE_TERM,
    YES as YES,
    Dekket as Dekket,
    dekket as dekket,
    gjeldende_krav as gjeldende_krav,
    not_declared_krav as not_declared_krav,
    plans_for_krav as plans_for_krav,
)
from planlint.register.lovkrav import (
    OEKONOMIPLAN as OEKONOMIPLAN,
    YEARLY as YEARLY,
    ActKind as ActKind,
    can_be_missing as can_be_missing,
    counts_on as counts_on,
    demand_place as demand_place,
    is_binding as is_binding,
    is_by_kommunestyret as is_by_kommunestyret,
    is_council as is_council,
    is_lapsed as is_lapsed,
    is_readable as is_readable,
    is_undated as is_undated,
    last_vedtatt as last_vedtatt,
    oekonomiplaner as oekonomiplaner,
    plan_kind as plan_kind,
    plans_of_type as plans_of_type,
    type_place as type_place,
    types_with_hjemmel as types_with_hjemmel,
    types_with_rolle as types_with_rolle,
    undocumented as undocumented,
    years_in_period as years_in_period,
)
from planlint.register.lovplikter import LOVPLIKTER as LOVPLIKTER, Plikt as Plikt
from planlint.register.maaling import (
    TargetDemand as TargetDemand,
    demands_of as demands_of,
    is_in_use as is_in_use,
    maalt as maalt,
)
from planlint.register.medvirkning import (
    OldGoal as OldGoal,
    draft_above as draft_above,
    ended_hearing as ended_hearing,
    goals_without_answer as goals_without_answer,
    heard_input as heard_input,
    is_decided as is_decided,
    is_settled as is_settled,
    lacks_reason as lacks_reason,
    last_vedtak as last_vedtak,
    may_be_before as may_be_before,
    medvirkning as medvirkning,
    old_goals as old_goals,
    open_utkast as open_utkast,
    outcome_name as outcome_name,
    told_number as told_number,
    unanswered as unanswered,
)
from planlint.register.oppdiktet import (
    is_empty as is_empty,
    is_oppdiktet as is_oppdiktet,
    oppdiktede as oppdiktede,
    oppdiktede_kilder as oppdiktede_kilder,
)
from planlint.register.oppfoelging import (
    FulgtOpp as FulgtOpp,
    Oppfoelging as Oppfoelging,
    Oppfulgt as Oppfulgt,
    RoedTraad as RoedTraad,
    counts as counts,
    direct_oppfoelging as direct_oppfoelging,
    is_alive as is_alive,
    oppfulgt as oppfulgt,
    reaches_samfunnsdel as reaches_samfunnsdel,
    roed_traad as roed_traad,
)
from planlint.register.organisasjon import (
    parts_of as parts_of,
    sectors as sectors,
    sektor_over as sektor_over,
    units_over as units_over,
)
from planlint.register.overlap import (
    links_of as links_of,
    overlapping_plans as overlapping_plans,
    own_names as own_names,
    topic_words as topic_words,
)
from planlint.register.periodeplikt import (
    council_votes as council_votes,
    due_term as due_term,
    is_vote_late as is_vote_late,
    sitting as sitting,
    votes_of_term as votes_of_term,
    votes_since as votes_since,
)
from planlint.register.plan_name import plan_name as plan_name
from planlint.register.plikter import (
    MENTIONED as MENTIONED,
    candidates as candidates,
    gjeldende as gjeldende,
    has_hjemmel as has_hjemmel,
    is_judged as is_judged,
    is_met as is_met,
    is_too_old as is_too_old,
    laws_of as laws_of,
    missing_plikt as missing_plikt,
    plikter_of as plikter_of,
    pliktplaner as pliktplaner,
    plikttyper as plikttyper,
)
from planlint.register.quoted import (
    has_numbers as has_numbers,
    is_quoted as is_quoted,
    plain_quotes as plain_quotes,
)
from planlint.register.register import Register as Register
from planlint.register.registered_twice import find_copies as find_copies, find_same_titles as find_same_titles
from planlint.register.row_groups import GroupedRows as GroupedRows, grouped_rows as grouped_rows
from planlint.register.share import CoverageDemand as CoverageDemand, Share as Share
from planlint.register.short_status import (
    kortstatus as kortstatus,
    overskridelse_text as overskridelse_text,
    passed_time as passed_time,
    status_without_deadlines as status_without_deadlines,
)
from planlint.register.shown_days import days_not_shown as days_not_shown, doubted_events as doubted_events
from planlint.register.source_stage import Said as Said, first_behind as first_behind
from planlint.register.stilling import (
    AVSLUTTET as AVSLUTTET,
    BEING_MADE as BEING_MADE,
    I_KRAFT as I_KRAFT,
    NO_STATUS as NO_STATUS,
    PLANLAGT as PLANLAGT,
    UTLOEPT as UTLOEPT,
    kunnskap_sentence as kunnskap_sentence,
    reckoned_by as reckoned_by,
    stilling_of_plan as stilling_of_plan,
    stilling_sentence as stilling_sentence,
    utloeper as utloeper,
)
from planlint.register.traad import (
    ThreadLink as ThreadLink,
    all_below as all_below,
    follow_links as follow_links,
    gjeldende_over as gjeldende_over,
    links_upwards as links_upwards,
    maal_over as maal_over,
    planer_over as planer_over,
    planer_under as planer_under,
    standing_over as standing_over,
    upwards as upwards,
)
from planlint.register.type_name import type_group as type_group, type_name as type_name
from planlint.register.unshown_ending import (
    is_doubtful_ending as is_doubtful_ending,
    is_ended_by_a_word as is_ended_by_a_word,
    is_unshown_ending as is_unshown_ending,
    named_successors as named_successors,
)
from planlint.register.untied_goals import (
    UntiedGoal as UntiedGoal,
    decisions_elsewhere as decisions_elsewhere,
    grouped as grouped,
    input_elsewhere as input_elsewhere,
    untied_goals as untied_goals,
)
from planlint.register.utsagn import (
    Utsagn as Utsagn,
    UtsagnGroups as UtsagnGroups,
    published_on as published_on,
    read_utsagn as read_utsagn,
    tittel as tittel,
    told_vedtak as told_vedtak,
)
from planlint.register.utsagn_conflicts import conflicts as conflicts
from planlint.register.valgperiode import (
    PlanstrategiVedtak as PlanstrategiVedtak,
    all_planstrategier as all_planstrategier,
    frist as frist,
    is_late as is_late,
    next_valgperiode as next_valgperiode,
    planning_span as planning_span,
    reading_day as reading_day,
    short_frist as short_frist,
    stilling_of_strategi as stilling_of_strategi,
    told_frist as told_frist,
    vedtak as vedtak,
    vedtatt_text as vedtatt_text,
)
from planlint.register.vedtakskrav import (
    PLANLOV as PLANLOV,
    Vedtakskrav as Vedtakskrav,
    Vedtaksmangel as Vedtaksmangel,
    is_stated as is_stated,
    krav_of_type as krav_of_type,
    vedtakskrav as vedtakskrav,
    vedtaksmangler as vedtaksmangler,
)
from planlint.register.vedtatt import (
    ChangedFact as ChangedFact,
    changed_in_maal as changed_in_maal,
    changed_in_plan as changed_in_plan,
)
