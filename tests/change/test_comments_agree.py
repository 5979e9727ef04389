"""Every number in a comment is that of what it counts, and is the same wherever the comment says it.

It is asked of each comment that is kept as it was reviewed, by what a reader can count in it.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

KEPT = Path(__file__).parents[1] / "data" / "comments"
COMMENTS = sorted(KEPT.rglob("*.md"))
KINDS = r"(?:planer|plan|mål|tiltak|indikatorer|utfordringer|kjente avvik|kjent avvik)"
MANY = re.compile(rf"\*\*(\d+) {KINDS}\*\*")
MORE = re.compile(r"(?:…|,| og) (?:og )?(\d+) til\b")


def plain(line: str) -> str:
    """Give a line as it is read: links by their words."""
    return re.sub(r"\]\([^)]*\)", "]", line)


def names(line: str) -> int:
    """Give how many things the bold head of a row names."""
    if many := MANY.search(line):
        return int(many[1])
    if re.match(r"\s*- \*\*(?:feil|advarsel|opplysning) PL", line):
        return 1
    if of_rule := re.search(r": (\d+) (?:nye?|tatt bort)\*\*", line):
        return int(of_rule[1])
    heads = re.findall(r"\*\*.*?\*\*", line.partition(": ")[0] if "**:" not in line else line)
    listed = sum(len(re.findall(r"«[^»]*»", head)) + int((MORE.search(head) or [0, 0])[1]) for head in heads)
    return listed if "», «" in line else len(heads)


def findings(lines: list[str]) -> Counter[str]:
    """Give how many findings of each severity are told of; a row may be about many, and so may a heading."""
    found = Counter[str]()
    heading = 1
    for line in lines:
        if line.startswith("### "):
            many = re.match(rf"### (\d+) {KINDS}$", line)
            heading = int(many[1]) if many else 1
        if told := re.match(
            r"- \*\*(Feil|Advarsel|Opplysning)\*\*(?:, (\d+) (?:planer|mål|steder|utfordringer|tiltak)\b)?", line
        ):
            found[told[1].lower()] += int(told[2] or heading)
    return found


def counts(text: str) -> Counter[str]:
    """Give the numbers of findings that a sentence says: «2 feil og 1 advarsel»."""
    said = re.findall(r"(\d+) (feil|advars\w+|opplysning\w*)\b", text)
    return Counter({{"a": "advarsel", "o": "opplysning"}.get(word[0], word): int(number) for number, word in said})


@pytest.mark.parametrize("file", COMMENTS, ids=lambda file: file.stem)
def test_the_verdict_counts_what_is_told(file: Path) -> None:
    """Errors, warnings and the rest are as many as the heading says; those let through as many as are named."""
    text = file.read_text(encoding="utf-8").partition("\n## Dette gjør")[0]
    old = re.search(r"<details><summary>(\d+) funn .*?</details>", text, re.DOTALL)
    shown = text.replace(old[0], "") if old else text
    heading = next(line for line in text.splitlines() if line.startswith("## "))
    let_through, new = counts(heading.partition(". I tillegg")[0]), counts(heading.partition("I tillegg")[2])
    if not re.search("passere|godtatt|mindre alvorlig", heading):
        let_through, new = Counter(), counts(heading)
    assert findings([plain(line) for line in shown.splitlines()]) == new
    named = Counter(re.findall(r"^- \*\*.*?\*\*: (feil|advarsel|opplysning) PL", plain_text(shown), re.MULTILINE))
    assert named == let_through
    if old:
        assert findings([plain(line) for line in old[0].splitlines()]).total() == int(old[1])


def plain_text(text: str) -> str:
    """Give a comment as it is read."""
    return "\n".join(map(plain, text.splitlines()))


@pytest.mark.parametrize("file", COMMENTS, ids=lambda file: file.stem)
def test_a_heading_counts_what_stands_under_it(file: Path) -> None:
    """The number in a heading is that of the rows below it, or of what they name; «og N til» makes up the rest."""
    lines = plain_text(file.read_text(encoding="utf-8")).splitlines()
    for at, line in enumerate(lines):
        if not (told := re.match(r"(?:###|-) [^*]*\((\d+)\):?$", line)):
            continue
        below, item = lines[at + 1 :], "  - " if line.startswith("- ") else "- "
        rows = []
        for row in below:
            if row.startswith(("#", "- ") if item != "- " else "#") or not row.startswith((" ", "-", "")):
                break
            rows += [row] if row.startswith(item) else []
        assert sum(map(names, rows)) == int(told[1]), line


@pytest.mark.parametrize("file", COMMENTS, ids=lambda file: file.stem)
def test_those_that_are_named_and_the_others_are_all(file: Path) -> None:
    """«N …: «a», «b» og M til» names N things."""
    for sentence in re.split(r"(?<=\w\.) |\n", plain_text(file.read_text(encoding="utf-8"))):
        told = re.search(r"(\d+) kjent[e]? avvik[^:(]*: («.*)", sentence)
        row = re.match(r"- \*\*\w+\*\*, (\d+) \w+ \((«.*?)\): ", sentence)
        for found in filter(None, (told, row)):
            listed = re.split(" Det som var meldt: | Det regnes ikke ", found[2])[0]
            more = MORE.search(listed)
            assert len(re.findall(r"«[^»]*»", listed)) + int(more[1] if more else 0) == int(found[1]), sentence


@pytest.mark.parametrize("file", COMMENTS, ids=lambda file: file.stem)
def test_no_word_is_cut(file: Path) -> None:
    """What is too long ends between two words."""
    text = plain_text(file.read_text(encoding="utf-8"))
    assert re.findall(r"\w+…", text) == []
