"""What planlint reads of a text; run both here and in the browser's Python, where the other reader is."""

import json

from planlint.source import UnreadableError, parse


def answer(asked: str) -> str:
    """Read texts, given as JSON; give what each says, or why it cannot be read."""
    return json.dumps([_read(text) for text in json.loads(asked)["texts"]])


def _read(text: str) -> str:
    try:
        data, issues = parse(text)
    except UnreadableError as error:
        return "?" if error.issue.variant == "ikke_her" else repr(error.issue)
    return repr((data, issues))
