"""Two versions of a plan system: read from git, compared, and what follows from the difference.

May use `rules`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.change.became import with_what_became as with_what_became
    from planlint.change.changed_fields import filled as filled
    from planlint.change.comparison import Comparison as Comparison, Origin as Origin
    from planlint.change.consequence_model import (
        Consequences as Consequences,
        Ended as Ended,
        EndsSoon as EndsSoon,
        InTime as InTime,
        Late as Late,
        LawChange as LawChange,
        Move as Move,
        PostLoss as PostLoss,
        Ref as Ref,
        Resting as Resting,
    )
    from planlint.change.consequences import find_consequences as find_consequences
    from planlint.change.declared import is_milder as is_milder
    from planlint.change.diff import declared_names as declared_names, make_diff as make_diff, names_of as names_of
    from planlint.change.diff_model import (
        QUIET as QUIET,
        Declared as Declared,
        Detail as Detail,
        Diff as Diff,
        DiffEntry as DiffEntry,
        KnownChange as KnownChange,
        RuleChange as RuleChange,
    )
    from planlint.change.file_history import PlanChange as PlanChange
    from planlint.change.git import (
        GIT_ENVIRONMENT as GIT_ENVIRONMENT,
        GIT_SETTINGS as GIT_SETTINGS,
        GitError as GitError,
        commit as commit,
        fetch as fetch,
        held_back as held_back,
        is_before_first as is_before_first,
        is_touched as is_touched,
        parents as parents,
    )
    from planlint.change.goal_history import with_old_words as with_old_words
    from planlint.change.held import unheard as unheard
    from planlint.change.line_diff import touched_lines as touched_lines
    from planlint.change.mended import GoneKnown as GoneKnown, find_mended as find_mended
    from planlint.change.old_gaps import still_gaps as still_gaps
    from planlint.change.outcome import (
        IDLE as IDLE,
        RUN_OUT as RUN_OUT,
        SOON as SOON,
        STALE as STALE,
        UNKNOWN_ID as UNKNOWN_ID,
        Hidden as Hidden,
        OutcomeChange as OutcomeChange,
        compare as compare,
        firing as firing,
        with_new_ids as with_new_ids,
        with_new_places as with_new_places,
    )
    from planlint.change.register_history import EntityChange as EntityChange, RegisterChange as RegisterChange
    from planlint.change.renames import Renames as Renames
    from planlint.change.revision import pair as pair, since_revision as since_revision, system_at as system_at
    from planlint.change.since import findings_since as findings_since
    from planlint.change.version import PlansVersion as PlansVersion, plans_version as plans_version
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "Comparison": "comparison:Comparison",
            "Consequences": "consequence_model:Consequences",
            "Declared": "diff_model:Declared",
            "Detail": "diff_model:Detail",
            "Diff": "diff_model:Diff",
            "DiffEntry": "diff_model:DiffEntry",
            "Ended": "consequence_model:Ended",
            "EndsSoon": "consequence_model:EndsSoon",
            "PostLoss": "consequence_model:PostLoss",
            "Resting": "consequence_model:Resting",
            "EntityChange": "register_history:EntityChange",
            "GIT_ENVIRONMENT": "git:GIT_ENVIRONMENT",
            "GIT_SETTINGS": "git:GIT_SETTINGS",
            "GitError": "git:GitError",
            "commit": "git:commit",
            "fetch": "git:fetch",
            "parents": "git:parents",
            "held_back": "git:held_back",
            "is_before_first": "git:is_before_first",
            "IDLE": "outcome:IDLE",
            "KnownChange": "diff_model:KnownChange",
            "InTime": "consequence_model:InTime",
            "Late": "consequence_model:Late",
            "LawChange": "consequence_model:LawChange",
            "GoneKnown": "mended:GoneKnown",
            "Hidden": "outcome:Hidden",
            "is_touched": "git:is_touched",
            "touched_lines": "line_diff:touched_lines",
            "unheard": "held:unheard",
            "Move": "consequence_model:Move",
            "Origin": "comparison:Origin",
            "OutcomeChange": "outcome:OutcomeChange",
            "PlanChange": "file_history:PlanChange",
            "PlansVersion": "version:PlansVersion",
            "QUIET": "diff_model:QUIET",
            "RUN_OUT": "outcome:RUN_OUT",
            "Ref": "consequence_model:Ref",
            "RegisterChange": "register_history:RegisterChange",
            "Renames": "renames:Renames",
            "RuleChange": "diff_model:RuleChange",
            "SOON": "outcome:SOON",
            "STALE": "outcome:STALE",
            "UNKNOWN_ID": "outcome:UNKNOWN_ID",
            "declared_names": "diff:declared_names",
            "compare": "outcome:compare",
            "find_consequences": "consequences:find_consequences",
            "filled": "changed_fields:filled",
            "find_mended": "mended:find_mended",
            "findings_since": "since:findings_since",
            "firing": "outcome:firing",
            "is_milder": "declared:is_milder",
            "make_diff": "diff:make_diff",
            "names_of": "diff:names_of",
            "pair": "revision:pair",
            "plans_version": "version:plans_version",
            "since_revision": "revision:since_revision",
            "still_gaps": "old_gaps:still_gaps",
            "system_at": "revision:system_at",
            "with_new_ids": "outcome:with_new_ids",
            "with_new_places": "outcome:with_new_places",
            "with_old_words": "goal_history:with_old_words",
            "with_what_became": "became:with_what_became",
        },
    )
