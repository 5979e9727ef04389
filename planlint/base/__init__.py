"""What knows nothing of plans: findings as data, processes, files, days, suggestions.

May use no other room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.base.control_signs import sign_of as sign_of, visible as visible
    from planlint.base.days import (
        Duration as Duration,
        add_months as add_months,
        add_years as add_years,
        interval as interval,
        today_in_oslo as today_in_oslo,
    )
    from planlint.base.diagnostic import (
        Cause as Cause,
        Diagnostic as Diagnostic,
        Finding as Finding,
        Place as Place,
        Related as Related,
        RuleClass as RuleClass,
        Severity as Severity,
        Span as Span,
        Step as Step,
        fingerprints as fingerprints,
    )
    from planlint.base.files import (
        beside as beside,
        is_reserved as is_reserved,
        write_bytes as write_bytes,
        write_text as write_text,
    )
    from planlint.base.marked import (
        CodePart as CodePart,
        Marked as Marked,
        as_markdown as as_markdown,
        code_parts as code_parts,
        embedded as embedded,
        mark as mark,
        mark_value as mark_value,
        parts_of as parts_of,
        with_capital as with_capital,
    )
    from planlint.base.named import (
        BeslutningCode as BeslutningCode,
        HendelseCode as HendelseCode,
        LawName as LawName,
        Named as Named,
        QuotedTitle as QuotedTitle,
        RulleresCode as RulleresCode,
        StatusCode as StatusCode,
        Titled as Titled,
        TypedCode as TypedCode,
    )
    from planlint.base.os_errors import why as why
    from planlint.base.parallel import each as each
    from planlint.base.phrases import N_ as N_, NN_ as NN_, Ord as Ord
    from planlint.base.plain_files import (
        LINK as LINK,
        NO_FILE as NO_FILE,
        TOO_LARGE as TOO_LARGE,
        NotPlainError as NotPlainError,
        read_plain as read_plain,
        read_within as read_within,
        write_within as write_within,
    )
    from planlint.base.process_copy import WORTHWHILE as WORTHWHILE, Copy as Copy, can_fork as can_fork
    from planlint.base.resources import folder as folder
    from planlint.base.rings import find_rings as find_rings, knots as knots, shortest_ring as shortest_ring
    from planlint.base.second_process import Beside as Beside
    from planlint.base.shortened import shortened as shortened
    from planlint.base.steps import finished as finished
    from planlint.base.suggest import Spelling as Spelling, nearest as nearest, slug as slug
    from planlint.base.trouble import (
        BOKMAAL as BOKMAAL,
        Message as Message,
        SayableText as SayableText,
        Speaker as Speaker,
        Trouble as Trouble,
        did_you_mean as did_you_mean,
        or_list as or_list,
        verbatim as verbatim,
    )
    from planlint.base.typed_again import (
        argument as argument,
        is_command as is_command,
        typed_option as typed_option,
    )
    from planlint.base.written_list import is_quoted as is_quoted, pieces as pieces, without_quotes as without_quotes
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "BOKMAAL": "trouble:BOKMAAL",
            "Beside": "second_process:Beside",
            "BeslutningCode": "named:BeslutningCode",
            "Cause": "diagnostic:Cause",
            "CodePart": "marked:CodePart",
            "Copy": "process_copy:Copy",
            "Diagnostic": "diagnostic:Diagnostic",
            "Duration": "days:Duration",
            "Finding": "diagnostic:Finding",
            "HendelseCode": "named:HendelseCode",
            "LINK": "plain_files:LINK",
            "NO_FILE": "plain_files:NO_FILE",
            "NotPlainError": "plain_files:NotPlainError",
            "TOO_LARGE": "plain_files:TOO_LARGE",
            "read_plain": "plain_files:read_plain",
            "read_within": "plain_files:read_within",
            "write_within": "plain_files:write_within",
            "LawName": "named:LawName",
            "Marked": "marked:Marked",
            "Message": "trouble:Message",
            "NN_": "phrases:NN_",
            "N_": "phrases:N_",
            "Named": "named:Named",
            "Ord": "phrases:Ord",
            "Place": "diagnostic:Place",
            "QuotedTitle": "named:QuotedTitle",
            "Related": "diagnostic:Related",
            "RuleClass": "diagnostic:RuleClass",
            "RulleresCode": "named:RulleresCode",
            "SayableText": "trouble:SayableText",
            "Severity": "diagnostic:Severity",
            "Span": "diagnostic:Span",
            "Speaker": "trouble:Speaker",
            "StatusCode": "named:StatusCode",
            "Step": "diagnostic:Step",
            "Titled": "named:Titled",
            "Trouble": "trouble:Trouble",
            "TypedCode": "named:TypedCode",
            "WORTHWHILE": "process_copy:WORTHWHILE",
            "add_months": "days:add_months",
            "add_years": "days:add_years",
            "as_markdown": "marked:as_markdown",
            "beside": "files:beside",
            "is_reserved": "files:is_reserved",
            "can_fork": "process_copy:can_fork",
            "code_parts": "marked:code_parts",
            "embedded": "marked:embedded",
            "did_you_mean": "trouble:did_you_mean",
            "each": "parallel:each",
            "find_rings": "rings:find_rings",
            "fingerprints": "diagnostic:fingerprints",
            "finished": "steps:finished",
            "folder": "resources:folder",
            "interval": "days:interval",
            "is_quoted": "written_list:is_quoted",
            "knots": "rings:knots",
            "mark": "marked:mark",
            "mark_value": "marked:mark_value",
            "shortened": "shortened:shortened",
            "Spelling": "suggest:Spelling",
            "nearest": "suggest:nearest",
            "argument": "typed_again:argument",
            "is_command": "typed_again:is_command",
            "or_list": "trouble:or_list",
            "typed_option": "typed_again:typed_option",
            "parts_of": "marked:parts_of",
            "pieces": "written_list:pieces",
            "shortest_ring": "rings:shortest_ring",
            "sign_of": "control_signs:sign_of",
            "slug": "suggest:slug",
            "today_in_oslo": "days:today_in_oslo",
            "verbatim": "trouble:verbatim",
            "visible": "control_signs:visible",
            "why": "os_errors:why",
            "with_capital": "marked:with_capital",
            "without_quotes": "written_list:without_quotes",
            "write_bytes": "files:write_bytes",
            "write_text": "files:write_text",
        },
    )
