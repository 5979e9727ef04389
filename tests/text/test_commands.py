"""Every command that planlint asks somebody to type is read by the shell as the arguments that it names."""

from __future__ import annotations

import re
import shlex
from collections import defaultdict

import pytest
from catalogue import messages

from planlint.base import is_command, parts_of
from planlint.text import language

HOSTILE = 'x $(touch lest) `touch lest` "\\ !'  # with a single mark it is the same: see test_typed_again
_TEXTS = {text for message in messages() for text in ((message,) if isinstance(message, str) else message)}
COMMANDS = sorted(text for text in _TEXTS if re.search(r"`planlint [^`]*\{\w+\}[^`]*`", text))


def test_there_are_such_texts() -> None:
    """The property is tried on something."""
    assert len(COMMANDS) > 5


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
@pytest.mark.parametrize("text", COMMANDS)
def test_what_is_filled_in_is_one_argument(text: str, code: str) -> None:
    """Whatever an id or a title has in it, in every language, it stands in the command as the text that it is."""
    lang = language(code)
    facts = defaultdict(lambda: HOSTILE, dict.fromkeys(re.findall(r"\{(\w+)[:}]", text), HOSTILE))
    for told in (lang.render(text, facts), lang.gettext(text).format(**facts)):
        typed = [part for part, is_code in parts_of(told) if is_code and is_command(part)]
        assert typed
        assert any(HOSTILE in word for line in typed for word in shlex.split(line))
        assert all(not re.search(r"(?<!')[$`]", re.sub(r"'[^']*'", "", line)) for line in typed)


def test_no_text_puts_somebody_s_words_into_a_command_by_itself() -> None:
    """No placeholder stands in marks of quotation after an option: `typed_option` makes what is typed."""
    wrong = re.compile(r"--[a-z-]+ [\"'][^\"'`]*\{\w+\}")
    assert [text for text in sorted(_TEXTS) if wrong.search(text)] == []
