"""From values to text: a report in every format of `check`, and the papers of the other commands.

May use `ahead` and `fixes`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.output import propose as propose
    from planlint.output.agenda import (
        AGENDA_TITLE as AGENDA_TITLE,
        MATTERS as MATTERS,
        NOTHING as NOTHING,
        agenda_about as agenda_about,
        agenda_as_json as agenda_as_json,
        agenda_as_markdown as agenda_as_markdown,
        agenda_as_text as agenda_as_text,
        agenda_law_note as agenda_law_note,
        agenda_matter as agenda_matter,
        agenda_name as agenda_name,
        agenda_number as agenda_number,
        agenda_question as agenda_question,
        agenda_reasons as agenda_reasons,
        agenda_to_decide as agenda_to_decide,
        agenda_when as agenda_when,
        planstrategi_by_law as planstrategi_by_law,
    )
    from planlint.output.anchors import anchor_sentences as anchor_sentences
    from planlint.output.avvik import (
        avvik_as_json as avvik_as_json,
        avvik_as_markdown as avvik_as_markdown,
        avvik_as_text as avvik_as_text,
    )
    from planlint.output.check_formats import FORMATS as FORMATS, Options as Options, render as render
    from planlint.output.consequences import deadline as deadline
    from planlint.output.coverage import (
        count_text as count_text,
        coverage_as_markdown as coverage_as_markdown,
        coverage_as_text as coverage_as_text,
        goal_label as goal_label,
        same_numbers as same_numbers,
        share_text as share_text,
        thread_text as thread_text,
        without_thread_text as without_thread_text,
    )
    from planlint.output.coverage_json import coverage_as_json as coverage_as_json
    from planlint.output.diff import (
        diff_as_markdown as diff_as_markdown,
        diff_as_text as diff_as_text,
        markdown_section as markdown_section,
    )
    from planlint.output.diff_json import diff_as_json as diff_as_json
    from planlint.output.diff_labels import label as label, part_label as part_label
    from planlint.output.diff_rows import DiffSection as DiffSection
    from planlint.output.diff_sections import let_through as let_through, shown as shown
    from planlint.output.diff_values import Values as Values
    from planlint.output.diff_words import Teller as Teller
    from planlint.output.explain import (
        CLASS_NAMES as CLASS_NAMES,
        lov as lov,
        page_markdown as page_markdown,
        page_text as page_text,
        rules_markdown as rules_markdown,
        rules_text as rules_text,
    )
    from planlint.output.explanation import page as page, summary as summary
    from planlint.output.fix import fix_as_text as fix_as_text
    from planlint.output.forecast import (
        EARLIER as EARLIER,
        expected_time as expected_time,
        expected_words as expected_words,
        forecast_as_markdown as forecast_as_markdown,
        forecast_as_text as forecast_as_text,
        settled_words as settled_words,
        shown_words as shown_words,
        told_by as told_by,
        what as what,
    )
    from planlint.output.forecast_json import forecast_as_json as forecast_as_json
    from planlint.output.gaps import gap_name as gap_name, gap_sentence as gap_sentence
    from planlint.output.law_check import law_check_json as law_check_json, law_check_text as law_check_text
    from planlint.output.law_words import how_read as how_read, read_where as read_where
    from planlint.output.many_findings import grouped_findings as grouped_findings
    from planlint.output.markdown import MARKER as MARKER
    from planlint.output.neutral import (
        guard as guard,
        harmless as harmless,
        markdown_cell as markdown_cell,
        neutral_markdown as neutral_markdown,
        no_commands as no_commands,
        unguarded as unguarded,
        uri as uri,
    )
    from planlint.output.omforanke import omforanke_as_text as omforanke_as_text
    from planlint.output.paper import (
        alvor as alvor,
        counted as counted,
        gone_known as gone_known,
        inline as inline,
        table as table,
    )
    from planlint.output.propose import (
        propose_as_json as propose_as_json,
        propose_as_markdown as propose_as_markdown,
        propose_as_text as propose_as_text,
    )
    from planlint.output.rule_address import page_of_rule as page_of_rule
    from planlint.output.seen import seen_sentence as seen_sentence, seen_words as seen_words
    from planlint.output.todo import (
        todo_as_json as todo_as_json,
        todo_as_markdown as todo_as_markdown,
        todo_as_text as todo_as_text,
    )
    from planlint.output.whatif import whatif_as_markdown as whatif_as_markdown, whatif_as_text as whatif_as_text
    from planlint.output.whatif_json import whatif_as_json as whatif_as_json
    from planlint.output.words import laws as laws, note as note, said as said, words_of as words_of
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "CLASS_NAMES": "explain:CLASS_NAMES",
            "FORMATS": "check_formats:FORMATS",
            "MARKER": "markdown:MARKER",
            "Options": "check_formats:Options",
            "Teller": "diff_words:Teller",
            "Values": "diff_values:Values",
            "alvor": "paper:alvor",
            "deadline": "consequences:deadline",
            "gone_known": "paper:gone_known",
            "counted": "paper:counted",
            "anchor_sentences": "anchors:anchor_sentences",
            "avvik_as_json": "avvik:avvik_as_json",
            "avvik_as_markdown": "avvik:avvik_as_markdown",
            "avvik_as_text": "avvik:avvik_as_text",
            "coverage_as_json": "coverage_json:coverage_as_json",
            "coverage_as_markdown": "coverage:coverage_as_markdown",
            "coverage_as_text": "coverage:coverage_as_text",
            "diff_as_json": "diff_json:diff_as_json",
            "diff_as_markdown": "diff:diff_as_markdown",
            "diff_as_text": "diff:diff_as_text",
            "fix_as_text": "fix:fix_as_text",
            "forecast_as_json": "forecast_json:forecast_as_json",
            "forecast_as_markdown": "forecast:forecast_as_markdown",
            "forecast_as_text": "forecast:forecast_as_text",
            "grouped_findings": "many_findings:grouped_findings",
            "guard": "neutral:guard",
            "harmless": "neutral:harmless",
            "how_read": "law_words:how_read",
            "inline": "paper:inline",
            "label": "diff_labels:label",
            "part_label": "diff_labels:part_label",
            "law_check_json": "law_check:law_check_json",
            "law_check_text": "law_check:law_check_text",
            "gap_name": "gaps:gap_name",
            "gap_sentence": "gaps:gap_sentence",
            "laws": "words:laws",
            "let_through": "diff_sections:let_through",
            "lov": "explain:lov",
            "markdown_cell": "neutral:markdown_cell",
            "markdown_section": "diff:markdown_section",
            "neutral_markdown": "neutral:neutral_markdown",
            "no_commands": "neutral:no_commands",
            "omforanke_as_text": "omforanke:omforanke_as_text",
            "page": "explanation:page",
            "page_markdown": "explain:page_markdown",
            "page_text": "explain:page_text",
            "propose": ":propose",
            "AGENDA_TITLE": "agenda:AGENDA_TITLE",
            "agenda_law_note": "agenda:agenda_law_note",
            "planstrategi_by_law": "agenda:planstrategi_by_law",
            "MATTERS": "agenda:MATTERS",
            "NOTHING": "agenda:NOTHING",
            "agenda_about": "agenda:agenda_about",
            "agenda_as_json": "agenda:agenda_as_json",
            "agenda_as_markdown": "agenda:agenda_as_markdown",
            "agenda_as_text": "agenda:agenda_as_text",
            "agenda_matter": "agenda:agenda_matter",
            "agenda_name": "agenda:agenda_name",
            "agenda_number": "agenda:agenda_number",
            "agenda_question": "agenda:agenda_question",
            "agenda_reasons": "agenda:agenda_reasons",
            "agenda_to_decide": "agenda:agenda_to_decide",
            "agenda_when": "agenda:agenda_when",
            "propose_as_json": "propose:propose_as_json",
            "propose_as_markdown": "propose:propose_as_markdown",
            "propose_as_text": "propose:propose_as_text",
            "read_where": "law_words:read_where",
            "render": "check_formats:render",
            "rules_markdown": "explain:rules_markdown",
            "rules_text": "explain:rules_text",
            "said": "words:said",
            "count_text": "coverage:count_text",
            "share_text": "coverage:share_text",
            "shown": "diff_sections:shown",
            "thread_text": "coverage:thread_text",
            "goal_label": "coverage:goal_label",
            "same_numbers": "coverage:same_numbers",
            "without_thread_text": "coverage:without_thread_text",
            "summary": "explanation:summary",
            "table": "paper:table",
            "todo_as_json": "todo:todo_as_json",
            "todo_as_markdown": "todo:todo_as_markdown",
            "todo_as_text": "todo:todo_as_text",
            "unguarded": "neutral:unguarded",
            "uri": "neutral:uri",
            "DiffSection": "diff_rows:DiffSection",
            "EARLIER": "forecast:EARLIER",
            "expected_time": "forecast:expected_time",
            "expected_words": "forecast:expected_words",
            "settled_words": "forecast:settled_words",
            "told_by": "forecast:told_by",
            "shown_words": "forecast:shown_words",
            "what": "forecast:what",
            "seen_sentence": "seen:seen_sentence",
            "seen_words": "seen:seen_words",
            "whatif_as_json": "whatif_json:whatif_as_json",
            "whatif_as_markdown": "whatif:whatif_as_markdown",
            "whatif_as_text": "whatif:whatif_as_text",
            "note": "words:note",
            "page_of_rule": "rule_address:page_of_rule",
            "words_of": "words:words_of",
        },
    )
