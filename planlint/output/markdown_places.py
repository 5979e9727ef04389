"""Places in files, and what findings are about, as a reader knows them: by title, and as links where they can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import NN_
from planlint.output.diff_rows import COUNTED
from planlint.output.neutral import neutral_markdown, uri
from planlint.output.paper import file_name
from planlint.output.verdict import LONGEST_PATH
from planlint.source import entity_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from planlint.check import Located
    from planlint.output.check_formats import Options
    from planlint.text import Language

_TITLE = 100
_PLACES = NN_("{n} sted", "{n} steder")


class Writer(NamedTuple):
    """What every finding is written with: `names` are titles by kind and id, `address` gives that of a rule's page."""

    options: Options
    lang: Language
    names: Mapping[tuple[str, str], str]
    address: Callable[[str], str]


def link(text: str, file: str, line: int, options: Options) -> str:
    """Give our own text (a line, a path made harmless) as a link to the line, where the address is known."""
    anchor = f"#L{line}" if line else ""
    return f"[{text}]({options.files}/{uri(options.prefix + file)}{anchor})" if options.files else text


def place(file: str, line: int, options: Options) -> str:
    """Give a file's path and a line as a link to it."""
    return link(f"{neutral_markdown(file, LONGEST_PATH)}:{line}", file, line, options)


def rule_link(code: str, name: str, address: str) -> str:
    """Give a rule's code and name; the code as a link to its page, where the address is known."""
    return f"[{code}]({address}) {name}" if address else f"{code} {name}"


def title_of(entity: str, writer: Writer) -> str:
    """Give the title of what something is about; "" where it has none."""
    kind, _, id_ = entity.rpartition("/")
    return neutral_markdown(writer.names.get((kind, id_), ""), _TITLE)


def named_link(item: Located, writer: Writer, *, quoted: bool = False) -> str:
    """Give what a finding is about as a link to its line: by title, else by path."""
    file, line, title = item.diagnostic.place.file, item.span.line, title_of(item.diagnostic.entity, writer)
    name = writer.lang.quoted(title) if quoted else title
    return link(name, file, line, writer.options) if title else place(file, line, writer.options)


def folded(summary: str, rows: Iterable[str], indent: str = "") -> str:
    """Give rows that are shown when the reader asks for them."""
    lines = [f"<details><summary>{summary}</summary>", "", *rows, "", "</details>"]
    return "\n".join(f"{indent}{line}" if line else "" for line in lines)


def named_place(file: str, line: int, writer: Writer, seen_from: str = "") -> str:
    """Give a place by title and line where the file has a title of its own, else by path; by line in the same file."""
    lang, title = writer.lang, title_of(entity_of(file), writer)
    if file == seen_from:
        return link(lang.gettext("linje {n}").format(n=line), file, line, writer.options)
    if not title or entity_of(file) == entity_of(seen_from):
        return place(file, line, writer.options)
    return link(
        lang.gettext("{tittel}, linje {n}").format(tittel=lang.quoted(title), n=line), file, line, writer.options
    )


def _has_twin(item: Located) -> bool:
    """Tell whether another file of the same name has to do with a finding: then titles tell the two apart no more."""
    file = item.diagnostic.place.file
    others = {other.related.place.file for other in item.related} - {file}
    return any(entity_of(other) == entity_of(file) for other in others)


def about(items: list[Located], writer: Writer) -> str:
    """Give what findings are about: how many of which kind, or a file by its title, and by path where it is no link."""
    item, lang = items[0], writer.lang
    if len(items) > 1:
        kinds = {one.diagnostic.entity.rpartition("/")[0] for one in items}
        kind = kinds.pop() if len(kinds) == 1 else ""
        return lang.ngettext(*(COUNTED[kind] if kind in COUNTED and kind else _PLACES), len(items))
    file = item.diagnostic.place.file
    name = file_name(file, writer.names, lang)
    own = writer.names.get(("", file), "") if name == file else f"{name[:1].upper()}{name[1:]}"
    title = neutral_markdown(own, _TITLE) or title_of(item.diagnostic.entity, writer)
    path = neutral_markdown(writer.options.prefix + file, LONGEST_PATH)
    if item.gone:
        gone = lang.gettext("slettet")
        return f"{title} ({path}, {gone})" if title else f"{path} ({gone})"
    if title and writer.options.files and not _has_twin(item):
        return link(title, file, 0, writer.options)
    path = link(path, file, 0, writer.options)
    return f"{title} ({path})" if title else path
