"""Files as they lie on disk: found, read, parsed with positions, and their comments.

May use `model`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.source import unntak_comments as unntak_comments
    from planlint.source.comment_places import (
        BoundComment as BoundComment,
        BoundText as BoundText,
        bound_comments as bound_comments,
        spot_lines as spot_lines,
    )
    from planlint.source.find import (
        AVVIK as AVVIK,
        AVVIK_LIST as AVVIK_LIST,
        JOURNAL as JOURNAL,
        JOURNAL_FOLDER as JOURNAL_FOLDER,
        PLANS as PLANS,
        PLANSYSTEM as PLANSYSTEM,
        SourceFile as SourceFile,
        entity_of as entity_of,
        find_files as find_files,
        find_root as find_root,
        is_avvik as is_avvik,
        is_text_file as is_text_file,
        pick_files as pick_files,
    )
    from planlint.source.find_municipalities import Root as Root, Roots as Roots, several as several
    from planlint.source.hidden import find_hidden as find_hidden
    from planlint.source.journal_mark import (
        broken_off as broken_off,
        is_ours as is_ours,
        mark as mark,
        not_ours as not_ours,
        read_journal as read_journal,
    )
    from planlint.source.position import Positions as Positions
    from planlint.source.prefetch import Ahead as Ahead
    from planlint.source.read import (
        MAX_BYTES as MAX_BYTES,
        Issue as Issue,
        NotReadError as NotReadError,
        UnreadableError as UnreadableError,
        decode as decode,
        line_starts as line_starts,
        lines as lines,
        read_file as read_file,
        too_large as too_large,
    )
    from planlint.source.repository import embedded as embedded, is_sparse as is_sparse
    from planlint.source.unntak_comments import Unntak as Unntak, find_unntak as find_unntak
    from planlint.source.yaml import compose as compose, construct as construct, parse as parse, scalar as scalar
    from planlint.source.yaml_reader import LOADER as LOADER
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "AVVIK": "find:AVVIK",
            "AVVIK_LIST": "find:AVVIK_LIST",
            "Ahead": "prefetch:Ahead",
            "BoundComment": "comment_places:BoundComment",
            "BoundText": "comment_places:BoundText",
            "Issue": "read:Issue",
            "JOURNAL": "find:JOURNAL",
            "LOADER": "yaml_reader:LOADER",
            "MAX_BYTES": "read:MAX_BYTES",
            "NotReadError": "read:NotReadError",
            "PLANS": "find:PLANS",
            "PLANSYSTEM": "find:PLANSYSTEM",
            "Positions": "position:Positions",
            "Root": "find_municipalities:Root",
            "Roots": "find_municipalities:Roots",
            "SourceFile": "find:SourceFile",
            "Unntak": "unntak_comments:Unntak",
            "UnreadableError": "read:UnreadableError",
            "broken_off": "journal_mark:broken_off",
            "is_ours": "journal_mark:is_ours",
            "mark": "journal_mark:mark",
            "not_ours": "journal_mark:not_ours",
            "read_journal": "journal_mark:read_journal",
            "JOURNAL_FOLDER": "find:JOURNAL_FOLDER",
            "bound_comments": "comment_places:bound_comments",
            "compose": "yaml:compose",
            "construct": "yaml:construct",
            "decode": "read:decode",
            "embedded": "repository:embedded",
            "entity_of": "find:entity_of",
            "find_files": "find:find_files",
            "find_hidden": "hidden:find_hidden",
            "find_root": "find:find_root",
            "is_avvik": "find:is_avvik",
            "is_sparse": "repository:is_sparse",
            "is_text_file": "find:is_text_file",
            "find_unntak": "unntak_comments:find_unntak",
            "line_starts": "read:line_starts",
            "lines": "read:lines",
            "parse": "yaml:parse",
            "pick_files": "find:pick_files",
            "read_file": "read:read_file",
            "scalar": "yaml:scalar",
            "several": "find_municipalities:several",
            "spot_lines": "comment_places:spot_lines",
            "too_large": "read:too_large",
            "unntak_comments": ":unntak_comments",
        },
    )
