"""What a fix is: a finding, whether the fix is safe, what it changes, and how that is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from planlint.base import N_, shortened
from planlint.edit import child, compose, index_of, is_pairs
from planlint.source import PLANSYSTEM, decode, entity_of, is_avvik, line_starts, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from planlint.base import Diagnostic, Place, Span, Step
    from planlint.edit import NodeChange, Workspace
    from planlint.register import Register
    from planlint.system import System

    Path = tuple[Step, ...]

REPLACED = N_("{sted}: {fra} → {til}")
REMOVED = N_("{sted}: {fra} er tatt bort")
_LONG = 60


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit of a file's data; `remove` also takes out the groups and lists that become empty.

    `whole` is the length of the part of the path that has no meaning without what stands right below it.
    """

    file: str
    what: Literal["set", "rename", "remove"]
    path: Path
    value: Any = None
    whole: int = 0


@dataclass(frozen=True, slots=True)
class FixProposal:
    """A fix of one finding (none: of a file's form).

    `cuts` are changes of a file's text, made before the `edits` of its data; `files` are whole files (None: deleted);
    `make` is an edit of its own, done alone. `drops` are the comments that it means to take out or rewrite.
    """

    code: str
    file: str
    safe: bool
    text: str
    args: Mapping[str, object]
    finding: Diagnostic | None = None
    edits: tuple[Edit, ...] = ()
    cuts: tuple[tuple[str, NodeChange], ...] = ()
    files: Mapping[str, bytes | None] = field(default_factory=dict)
    make: Callable[[Workspace], None] | None = None
    drops: tuple[str, ...] = ()


def proposal(item: Diagnostic, text: str = REPLACED, *, safe: bool, **facts: Any) -> FixProposal:
    """Propose to mend a finding. Takes the fields of Proposal; what it does not know are arguments of the text."""
    known = {name: facts.pop(name) for name in ("edits", "cuts", "files", "make", "drops") if name in facts}
    args = {name: shown(value) for name, value in facts.items()}
    return FixProposal(item.code, item.place.file, safe, text, args, item, **known)


def shown(value: object) -> str:
    """Give a value as it is told: on one line, and not the whole of a long text."""
    text = {None: "(tom)", True: "true", False: "false"}.get(value) if isinstance(value, bool | None) else None
    text = " ".join(str(value).split()) if text is None else text
    return shortened(text, _LONG)


def told(path: Path) -> str:
    """Give a path as planners write it: `hendelser.1.dato`."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def kind_of(file: str) -> str:
    """Give the kind of a file, by its folder; "" where that says none."""
    if file == PLANSYSTEM or is_avvik(file):
        return "plansystem" if file == PLANSYSTEM else "avvik"
    return entity_of(file).partition("/")[0] if "/" in entity_of(file) else ""


def stem_of(file: str) -> str:
    """Give the id that a file has."""
    return file.rpartition("/")[2].rpartition(".")[0]


class Source:
    """The files of a plan system as fixes look at them: text, data, and where each part stands."""

    def __init__(self, system: System) -> None:
        """Keep the plan system."""
        self.system = system
        self._roots: dict[str, Any] = {}
        self._texts: dict[str, str] = {}
        self._starts: dict[str, list[int]] = {}
        self._scalars: dict[str, dict[tuple[int, int], Any]] = {}

    @property
    def register(self) -> Register:
        """The register; only asked for by fixes of findings that rules made."""
        if self.system.register is None:
            raise LookupError
        return self.system.register

    def text(self, file: str) -> str:
        """Give a file's text, none of one that cannot be opened. Raises UnreadableError as the reader does."""
        if file not in self._texts:
            raw = self.system.contents[file]
            self._texts[file] = decode(raw if isinstance(raw, bytes) else b"")
        return self._texts[file]

    @cached_property
    def _data(self) -> dict[str, Any]:
        return {}

    def value(self, file: str, path: Path = ()) -> Any:
        """Give what stands at a path. Raises LookupError or TypeError where nothing does."""
        if file not in self._data:
            self._data[file] = parse(self.text(file))[0]
        found = self._data[file]
        for step in path:
            found = found[step]
        return found

    def root(self, file: str) -> Any:
        """Give a file's nodes. Raises YAMLError."""
        if file not in self._roots:
            self._roots[file] = compose(self.text(file))
        return self._roots[file]

    def node(self, place: Place) -> Any:
        """Give the node at a place: the key's where the place is a key. Raises LookupError."""
        node, key = self.root(place.file), None
        for step in place.path:
            index = index_of(node, step)
            if index is None:
                raise LookupError
            key = node.value[index][0] if is_pairs(node) else None
            node = child(node, index)
        return key if place.part == "key" and key is not None else node

    def scalar_at(self, file: str, span: Span) -> Any:
        """Give the single value or key that begins at a place. Raises LookupError."""
        if file not in self._scalars:
            marked = [(node.start_mark, node) for node in _scalars(self.root(file))]
            found = {(mark.line + 1, mark.column + 1): node for mark, node in reversed(marked)}  # the first of a place
            self._scalars[file] = found
        return self._scalars[file][span.line, span.column]

    def offset(self, file: str, line: int, column: int) -> int:
        """Give the place in the text of a line and a column, both from 1."""
        if file not in self._starts:
            self._starts[file] = line_starts(self.text(file))
        return self._starts[file][line - 1] + column - 1

    def stretch(self, file: str, span: Span) -> tuple[int, int]:
        """Give where a span of one line begins and ends in the text."""
        return self.offset(file, span.line, span.column), self.offset(file, span.end_line, span.end_column)


def _scalars(node: Any) -> Iterator[Any]:
    if node.id == "scalar":
        yield node
        return
    for part in node.value:
        for inner in part if isinstance(part, tuple) else (part,):
            yield from _scalars(inner)
