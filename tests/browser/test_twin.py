"""The linter in the browser and the command line: a sample of what `make deep` compares; see tools/twin."""

from __future__ import annotations

import os
from itertools import islice

from support.runtime import needs_runtime
from twin.browser import Runtime
from twin.run import compare_edits, compare_texts

DEEP = "PLANLINT_DEEP" in os.environ

pytestmark = needs_runtime


def test_broken_files_are_read_as_on_the_command_line_or_said_not_to_be(runtime: Runtime) -> None:
    """Of each broken text the browser says the very same, or that it cannot tell; and it can tell of most."""
    read = list(compare_texts(runtime, 20_000 if DEEP else 400, seed=21))
    assert [difference for _, difference in read if difference] == []
    assert sum(kind == "cannot tell" for kind, _ in read) < 0.6 * len(read)


def test_random_edits_give_the_same_bytes_findings_words_and_places(runtime: Runtime) -> None:
    """What the page shows of an edit is what `planlint form` and the check say of it, for plan systems and examples."""
    made = list(compare_edits(runtime, 5000, 21, None) if DEEP else islice(compare_edits(runtime, 60, 21, 40), 80))
    assert [difference for _, difference in made if difference] == []
    assert {kind for kind, _ in made} >= {"written", "refused"}
