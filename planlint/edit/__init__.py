"""Changes to files that keep comments and order: one file, or several, all or none.

May use `living`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.edit.assign import Assignment as Assignment, carry_out as carry_out, read as read
    from planlint.edit.avvik_file import (
        Acceptance as Acceptance,
        accepted_until as accepted_until,
        add as add,
        prune as prune,
    )
    from planlint.edit.changes import Changes as Changes
    from planlint.edit.confirm_anchor import (
        PlanFile as PlanFile,
        anchored_plans as anchored_plans,
        bekreft_files as bekreft_files,
        find_maal as find_maal,
        find_plan as find_plan,
    )
    from planlint.edit.date_texts import times_read as times_read
    from planlint.edit.document import Document as Document
    from planlint.edit.error import EditError as EditError
    from planlint.edit.last_days import spread as spread, too_many as too_many
    from planlint.edit.loose_ends import (
        LooseEnd as LooseEnd,
        find_loose_ends as find_loose_ends,
        who_points_at as who_points_at,
    )
    from planlint.edit.new import new_file_bytes as new_file_bytes, plain_file_bytes as plain_file_bytes
    from planlint.edit.new_file import (
        Wish as Wish,
        folder as folder,
        has_schema as has_schema,
        new_entity as new_entity,
    )
    from planlint.edit.nodes import (
        NodeChange as NodeChange,
        above as above,
        below as below,
        changed as changed,
        child as child,
        compose as compose,
        end_of as end_of,
        index_of as index_of,
        is_first_on_line as is_first_on_line,
        is_list as is_list,
        is_pairs as is_pairs,
        line_end as line_end,
        line_start as line_start,
        names as names,
        start_of as start_of,
        without_comments as without_comments,
    )
    from planlint.edit.omforanke import (
        MovedReference as MovedReference,
        MoveOverview as MoveOverview,
        move_overview as move_overview,
        move_references as move_references,
    )
    from planlint.edit.order import MODELS as MODELS, model_of as model_of
    from planlint.edit.plain_data import get as get, is_same as is_same
    from planlint.edit.rename import MAX_ID as MAX_ID, Rename as Rename
    from planlint.edit.review import (
        mark_unchanged as mark_unchanged,
        move_ajourfoert as move_ajourfoert,
        up_to_date as up_to_date,
    )
    from planlint.edit.silent_anchor import silent_anchors as silent_anchors
    from planlint.edit.small_changes import text_changes as text_changes
    from planlint.edit.transaction import apply as apply, left_behind as left_behind, recover as recover
    from planlint.edit.unntak_follow import gone_with as gone_with
    from planlint.edit.upgrade import Lifted as Lifted, lift as lift
    from planlint.edit.vedta import Decision as Decision, record_vedtak as record_vedtak
    from planlint.edit.vedta_utkast import unclear_utkast as unclear_utkast
    from planlint.edit.workspace import (
        FaultError as FaultError,
        Workspace as Workspace,
        consequences as consequences,
        refuse_faults as refuse_faults,
    )
    from planlint.edit.written import (
        Quoted as Quoted,
        is_day_text as is_day_text,
        scalar as scalar,
    )
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "Acceptance": "avvik_file:Acceptance",
            "Assignment": "assign:Assignment",
            "Changes": "changes:Changes",
            "Decision": "vedta:Decision",
            "Document": "document:Document",
            "EditError": "error:EditError",
            "FaultError": "workspace:FaultError",
            "Lifted": "upgrade:Lifted",
            "LooseEnd": "loose_ends:LooseEnd",
            "MODELS": "order:MODELS",
            "MoveOverview": "omforanke:MoveOverview",
            "MovedReference": "omforanke:MovedReference",
            "NodeChange": "nodes:NodeChange",
            "PlanFile": "confirm_anchor:PlanFile",
            "Quoted": "written:Quoted",
            "MAX_ID": "rename:MAX_ID",
            "Rename": "rename:Rename",
            "Wish": "new_file:Wish",
            "Workspace": "workspace:Workspace",
            "above": "nodes:above",
            "accepted_until": "avvik_file:accepted_until",
            "add": "avvik_file:add",
            "anchored_plans": "confirm_anchor:anchored_plans",
            "apply": "transaction:apply",
            "bekreft_files": "confirm_anchor:bekreft_files",
            "below": "nodes:below",
            "carry_out": "assign:carry_out",
            "changed": "nodes:changed",
            "child": "nodes:child",
            "compose": "nodes:compose",
            "consequences": "workspace:consequences",
            "refuse_faults": "workspace:refuse_faults",
            "end_of": "nodes:end_of",
            "find_maal": "confirm_anchor:find_maal",
            "find_plan": "confirm_anchor:find_plan",
            "folder": "new_file:folder",
            "get": "plain_data:get",
            "has_schema": "new_file:has_schema",
            "index_of": "nodes:index_of",
            "is_first_on_line": "nodes:is_first_on_line",
            "is_list": "nodes:is_list",
            "is_pairs": "nodes:is_pairs",
            "is_same": "plain_data:is_same",
            "lift": "upgrade:lift",
            "find_loose_ends": "loose_ends:find_loose_ends",
            "line_end": "nodes:line_end",
            "line_start": "nodes:line_start",
            "mark_unchanged": "review:mark_unchanged",
            "model_of": "order:model_of",
            "move_ajourfoert": "review:move_ajourfoert",
            "move_overview": "omforanke:move_overview",
            "move_references": "omforanke:move_references",
            "names": "nodes:names",
            "new_entity": "new_file:new_entity",
            "new_file_bytes": "new:new_file_bytes",
            "plain_file_bytes": "new:plain_file_bytes",
            "prune": "avvik_file:prune",
            "read": "assign:read",
            "unclear_utkast": "vedta_utkast:unclear_utkast",
            "record_vedtak": "vedta:record_vedtak",
            "left_behind": "transaction:left_behind",
            "recover": "transaction:recover",
            "is_day_text": "written:is_day_text",
            "scalar": "written:scalar",
            "silent_anchors": "silent_anchor:silent_anchors",
            "text_changes": "small_changes:text_changes",
            "times_read": "date_texts:times_read",
            "spread": "last_days:spread",
            "start_of": "nodes:start_of",
            "too_many": "last_days:too_many",
            "up_to_date": "review:up_to_date",
            "gone_with": "unntak_follow:gone_with",
            "who_points_at": "loose_ends:who_points_at",
            "without_comments": "nodes:without_comments",
        },
    )
