"""The pages of the site, one module per kind, in the order of the menu."""

from __future__ import annotations

from planlint.site.pages import (
    about_page,
    baerekraft_page,
    data_page,
    dekning_page,
    edition_front_page as edition_front_page,
    front_page,
    health_page,
    hull_page,
    indikator_page,
    indikatorer_page,
    law_page,
    maal_tree_page,
    matrix_page,
    not_found_page,
    plan_page,
    planer_page,
    planstrategi_page,
    planstrategier_page,
    rule_pages,
    search_page,
    tema_page,
    tiltak_page,
    timeline_page,
    utfordringer_page,
)

PAGES = (
    front_page,
    planer_page,
    plan_page,
    tema_page,
    tiltak_page,
    utfordringer_page,
    planstrategier_page,
    planstrategi_page,
    timeline_page,
    matrix_page,
    law_page,
    dekning_page,
    maal_tree_page,
    indikatorer_page,
    indikator_page,
    baerekraft_page,
    data_page,
    health_page,
    hull_page,
    rule_pages,
    about_page,
    search_page,
    not_found_page,
)

EDITION_PAGES = (
    planer_page,
    plan_page,
    tema_page,
    timeline_page,
    matrix_page,
    dekning_page,
    maal_tree_page,
    baerekraft_page,
)
"""The pages that an edition of another day has, beside a front of its own."""
