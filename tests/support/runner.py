"""What a runner of GitHub or an agent of Azure makes of a log, for tests: the commands in it, unescaped as it does."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple


class Order(NamedTuple):
    """A command to the runner."""

    name: str
    properties: dict[str, str]
    data: str


def _unescape(text: str, *codes: str) -> str:
    for code in (*codes, "%0D\r", "%0A\n", "%25%"):
        text = text.replace(code[:3], code[3])
    return text


def _as_compared(text: str) -> str:
    """Give a text as a comparison by culture sees it: what has no width is not there."""
    return "".join(char for char in text if unicodedata.category(char) not in {"Cf", "Mn", "Cc"} or char in "\t \x1b")


def orders(log: str) -> list[Order]:
    """Give every command in a log: `::x::` first in a line, white space aside, and `##[x]` anywhere in it."""
    found = []
    for line in re.split(r"\r\n|\n|\r", log):
        seen = _as_compared(line).strip()
        if seen.startswith("::") and "::" in seen[2:]:
            head, _, data = seen[2:].partition("::")
            name, _, listed = head.partition(" ")
            pairs = (pair.partition("=") for pair in listed.split(",") if pair)
            facts = {key: _unescape(value, "%3A:", "%2C,") for key, _, value in pairs}
            found.append(Order(name, facts, _unescape(data)))
        elif match := re.search(r"##\w*\[([^\]]*)\]", seen):
            found.append(Order(match[1], {}, seen[match.end() :]))
    return found


def azure_orders(log: str) -> list[Order]:
    """Give every `##vso[area.action key=value;]text` of a log, wherever in a line it begins, as the agent reads it.

    https://github.com/microsoft/azure-pipelines-agent/blob/master/docs/preview/loggingcommands.md
    """
    found = []
    for line in re.split(r"\r\n|\n|\r", log):
        start = line.find("##vso[")
        if start < 0 or "]" not in line[start:]:
            continue
        head, _, data = line[start + 6 :].partition("]")
        name, _, listed = head.strip().partition(" ")
        pairs = (pair.partition("=") for pair in listed.split(";") if pair.strip())
        facts = {key.strip(): _agents(value) for key, _, value in pairs}
        found.append(Order(name, facts, _agents(data)))
    return found


def _agents(text: str) -> str:
    for code, sign in (("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%AZP25", "%")):
        text = text.replace(code, sign)
    return text
