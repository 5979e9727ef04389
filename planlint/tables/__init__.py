"""Rows and columns of everything, once: pages, open data, exports and imports read the same.

May use `output`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.tables.agenda_tables import (
        AGENDA as AGENDA,
        AGENDA_FILES as AGENDA_FILES,
        agenda as agenda,
        agenda_parts as agenda_parts,
        matter_table as matter_table,
        whole_agenda as whole_agenda,
    )
    from planlint.tables.all_tables import make_tables as make_tables
    from planlint.tables.build_error import BuildError as BuildError
    from planlint.tables.choices import ChoiceList as ChoiceList
    from planlint.tables.columns import (
        DERIVED as DERIVED,
        CellError as CellError,
        ReadableColumn as ReadableColumn,
        cells_of as cells_of,
        cut as cut,
        cut_entities as cut_entities,
        fields_of as fields_of,
        read_value as read_value,
    )
    from planlint.tables.cut_lists import ListPart as ListPart, is_light as is_light, list_parts as list_parts
    from planlint.tables.deadlines import (
        DEADLINE_KINDS as DEADLINE_KINDS,
        DeadlineRow as DeadlineRow,
        deadlines_between as deadlines_between,
        frister as frister,
        told_time as told_time,
    )
    from planlint.tables.decision_table import own_order as own_order
    from planlint.tables.decisions import DecisionItem as DecisionItem, vedtak as vedtak
    from planlint.tables.derived import rule_codes as rule_codes
    from planlint.tables.entity_links import all_entities as all_entities, find_entity_links as find_entity_links
    from planlint.tables.entity_lists import (
        ANSWERED as ANSWERED,
        CONFLICT as CONFLICT,
        UNANSWERED as UNANSWERED,
        by_theme as by_theme,
        in_reading_order as in_reading_order,
    )
    from planlint.tables.fields import key_paths as key_paths
    from planlint.tables.harmless_cells import (
        FORMULA as FORMULA,
        LICENCE as LICENCE,
        SEPARATOR as SEPARATOR,
        Cell as Cell,
        DataTable as DataTable,
        TableColumn as TableColumn,
        as_cell as as_cell,
        clean as clean,
        harmless as harmless,
        harmless_part as harmless_part,
        json_bytes as json_bytes,
        json_line as json_line,
        make_columns as make_columns,
        need_nettsted as need_nettsted,
        once as once,
        site_root as site_root,
        url as url,
    )
    from planlint.tables.late import LateRow as LateRow, count_late as count_late, late_plans as late_plans
    from planlint.tables.late_deadlines import late_deadlines as late_deadlines
    from planlint.tables.nettsted import (
        FORFALT as FORFALT,
        UFORANKRET as UFORANKRET,
        Nettsted as Nettsted,
        SiteFinding as SiteFinding,
    )
    from planlint.tables.page_link import PageLink as PageLink
    from planlint.tables.plan_row import (
        BeslutningRow as BeslutningRow,
        PlanRow as PlanRow,
        RowMaker as RowMaker,
        per_year as per_year,
    )
    from planlint.tables.plan_sector import sector_name as sector_name, sektor_of as sektor_of
    from planlint.tables.planstrategi_facts import day_note as day_note, facts_of_strategi as facts_of_strategi
    from planlint.tables.planstrategi_tables import (
        TITLES as TITLES,
        planer_i_kraft_table as planer_i_kraft_table,
        tables_of_strategi as tables_of_strategi,
    )
    from planlint.tables.published import as_published as as_published
    from planlint.tables.safe_address import safe_url as safe_url
    from planlint.tables.sheets import (
        ExportTable as ExportTable,
        SheetColumn as SheetColumn,
        export_tables as export_tables,
    )
    from planlint.tables.table import (
        CellPart as CellPart,
        Table as Table,
        TableCell as TableCell,
        TableGroup as TableGroup,
        TableRow as TableRow,
        cell_text as cell_text,
        column_heads as column_heads,
        filled_groups as filled_groups,
    )
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "AGENDA": "agenda_tables:AGENDA",
            "AGENDA_FILES": "agenda_tables:AGENDA_FILES",
            "BeslutningRow": "plan_row:BeslutningRow",
            "BuildError": "build_error:BuildError",
            "Cell": "harmless_cells:Cell",
            "CellError": "columns:CellError",
            "CellPart": "table:CellPart",
            "ChoiceList": "choices:ChoiceList",
            "DEADLINE_KINDS": "deadlines:DEADLINE_KINDS",
            "DERIVED": "columns:DERIVED",
            "DataTable": "harmless_cells:DataTable",
            "DeadlineRow": "deadlines:DeadlineRow",
            "DecisionItem": "decisions:DecisionItem",
            "ExportTable": "sheets:ExportTable",
            "FORFALT": "nettsted:FORFALT",
            "FORMULA": "harmless_cells:FORMULA",
            "LICENCE": "harmless_cells:LICENCE",
            "LateRow": "late:LateRow",
            "CONFLICT": "entity_lists:CONFLICT",
            "ListPart": "cut_lists:ListPart",
            "ANSWERED": "entity_lists:ANSWERED",
            "UNANSWERED": "entity_lists:UNANSWERED",
            "in_reading_order": "entity_lists:in_reading_order",
            "is_light": "cut_lists:is_light",
            "list_parts": "cut_lists:list_parts",
            "by_theme": "entity_lists:by_theme",
            "Nettsted": "nettsted:Nettsted",
            "PageLink": "page_link:PageLink",
            "PlanRow": "plan_row:PlanRow",
            "ReadableColumn": "columns:ReadableColumn",
            "RowMaker": "plan_row:RowMaker",
            "SEPARATOR": "harmless_cells:SEPARATOR",
            "SheetColumn": "sheets:SheetColumn",
            "SiteFinding": "nettsted:SiteFinding",
            "TITLES": "planstrategi_tables:TITLES",
            "Table": "table:Table",
            "TableCell": "table:TableCell",
            "TableColumn": "harmless_cells:TableColumn",
            "TableGroup": "table:TableGroup",
            "TableRow": "table:TableRow",
            "UFORANKRET": "nettsted:UFORANKRET",
            "agenda": "agenda_tables:agenda",
            "agenda_parts": "agenda_tables:agenda_parts",
            "matter_table": "agenda_tables:matter_table",
            "sector_name": "plan_sector:sector_name",
            "whole_agenda": "agenda_tables:whole_agenda",
            "all_entities": "entity_links:all_entities",
            "as_published": "published:as_published",
            "as_cell": "harmless_cells:as_cell",
            "cell_text": "table:cell_text",
            "cells_of": "columns:cells_of",
            "clean": "harmless_cells:clean",
            "column_heads": "table:column_heads",
            "count_late": "late:count_late",
            "day_note": "planstrategi_facts:day_note",
            "deadlines_between": "deadlines:deadlines_between",
            "export_tables": "sheets:export_tables",
            "facts_of_strategi": "planstrategi_facts:facts_of_strategi",
            "fields_of": "columns:fields_of",
            "filled_groups": "table:filled_groups",
            "find_entity_links": "entity_links:find_entity_links",
            "frister": "deadlines:frister",
            "harmless": "harmless_cells:harmless",
            "harmless_part": "harmless_cells:harmless_part",
            "json_bytes": "harmless_cells:json_bytes",
            "json_line": "harmless_cells:json_line",
            "key_paths": "fields:key_paths",
            "late_deadlines": "late_deadlines:late_deadlines",
            "late_plans": "late:late_plans",
            "once": "harmless_cells:once",
            "make_columns": "harmless_cells:make_columns",
            "make_tables": "all_tables:make_tables",
            "need_nettsted": "harmless_cells:need_nettsted",
            "own_order": "decision_table:own_order",
            "per_year": "plan_row:per_year",
            "planer_i_kraft_table": "planstrategi_tables:planer_i_kraft_table",
            "cut": "columns:cut",
            "cut_entities": "columns:cut_entities",
            "read_value": "columns:read_value",
            "rule_codes": "derived:rule_codes",
            "safe_url": "safe_address:safe_url",
            "sektor_of": "plan_sector:sektor_of",
            "site_root": "harmless_cells:site_root",
            "tables_of_strategi": "planstrategi_tables:tables_of_strategi",
            "told_time": "deadlines:told_time",
            "url": "harmless_cells:url",
            "vedtak": "decisions:vedtak",
        },
    )
