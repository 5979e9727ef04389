"""What knows nothing of plans: findings as data, processes, files, days, suggestions.

May use no other room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    from planlint.base.files import beside as beside, write_bytes as write_bytes, write_text as write_text
    from planlint.base.os_errors import why as why
    from planlint.base.parallel import each as each
    from planlint.base.phrases import N_ as N_, NN_ as NN_, Ord as Ord
    from planlint.base.process_copy import WORTHWHILE as WORTHWHILE, Copy as Copy, can_fork as can_fork
    from planlint.base.resources import folder as folder
    from planlint.base.rings import find_rings as find_rings
    from planlint.base.second_process import Beside as Beside
    from planlint.base.suggest import nearest as nearest, slug as slug
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
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "BOKMAAL": "trouble:BOKMAAL",
            "Beside": "second_process:Beside",
            "Cause": "diagnostic:Cause",
            "Copy": "process_copy:Copy",
            "Diagnostic": "diagnostic:Diagnostic",
            "Duration": "days:Duration",
            "Finding": "diagnostic:Finding",
            "Message": "trouble:Message",
            "NN_": "phrases:NN_",
            "N_": "phrases:N_",
            "Ord": "phrases:Ord",
            "Place": "diagnostic:Place",
            "Related": "diagnostic:Related",
            "RuleClass": "diagnostic:RuleClass",
            "SayableText": "trouble:SayableText",
            "Severity": "diagnostic:Severity",
            "Span": "diagnostic:Span",
            "Speaker": "trouble:Speaker",
            "Step": "diagnostic:Step",
            "Trouble": "trouble:Trouble",
            "WORTHWHILE": "process_copy:WORTHWHILE",
            "add_months": "days:add_months",
            "add_years": "days:add_years",
            "beside": "files:beside",
            "can_fork": "process_copy:can_fork",
            "did_you_mean": "trouble:did_you_mean",
            "each": "parallel:each",
            "find_rings": "rings:find_rings",
            "fingerprints": "diagnostic:fingerprints",
            "folder": "resources:folder",
            "interval": "days:interval",
            "nearest": "suggest:nearest",
            "or_list": "trouble:or_list",
            "slug": "suggest:slug",
            "today_in_oslo": "days:today_in_oslo",
            "verbatim": "trouble:verbatim",
            "why": "os_errors:why",
            "write_bytes": "files:write_bytes",
            "write_text": "files:write_text",
        },
    )
