"""A change of one file that a page of the site proposes: of the file as the page knew it, or not at all."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from planlint.base import N_, Message, slug
from planlint.edit import MODELS, FaultError, folder, get, has_schema, new_file_bytes, times_read
from planlint.forms import case_and_link
from planlint.forms.field import Field
from planlint.forms.form_error import ChangedField, FormError
from planlint.forms.plan_decisions import DECISIONS, decided, forget_doubt
from planlint.forms.quote import quote, safe
from planlint.model import FOLDERS, has_years_at
from planlint.output import said
from planlint.source import entity_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.base import Diagnostic, Speaker
    from planlint.edit import Workspace
    from planlint.forms.read_form import Given
    from planlint.register import Register

NEW = "ny plan"
"""What stands in the place of a file for a plan that has none yet."""
FILE_KINDS = tuple(FOLDERS.values())
_SHORT, _MOST_SHOWN = 8, 10
_IN_ITEMS = {
    "hendelser": (Field("sak", "Saksnummer"), case_and_link.sak),
    "lenker": (Field("url", "Adressen", limit=500), case_and_link.url),
}
"""What is read as in the other forms, in an item of a list."""
_NOT_THIS = N_("Skjemaet kan ikke endre {fil}. Det er bare for filen til en plan, et mål, en indikator, et tiltak, "
               "en utfordring, et innspill eller en planstrategi som er i registeret.")  # fmt: skip
_STALE = N_(
    "{fil} er endret etter at siden ble laget. Siden kjente utgaven {gammel}, og nå er det {ny}. Ingenting er skrevet "
    "over det andre har gjort. Åpne siden på nytt når nettstedet er oppdatert, og gjør endringen der."
)


def version_name(raw: bytes, length: int = 40) -> str:
    """Give what git calls a file with this content: by SHA-1, or with `length` 64 by SHA-256."""
    made = hashlib.sha256 if length == 64 else hashlib.sha1  # noqa: PLR2004 - git's two sorts of names
    return made(b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest()


def change_file(given: Given, work: Workspace, register: Register) -> None:
    """Make the edits of one file, or a new plan. Raises FormError where the file is another than the page knew."""
    if given.fil == NEW:
        _new_plan(given, work, register)
        return
    kind, _, id_ = entity_of(given.fil).partition("/")
    if kind not in FILE_KINDS or not isinstance(work.system.contents.get(given.fil), bytes):
        raise FormError(_NOT_THIS, fil=quote(given.fil))
    edits, others = given.endringer, []
    if kind == "planstrategi":
        others = decided(register, id_, edits)
        edits = tuple(one for one in edits if one[0][0] != DECISIONS)
    _change(work, given.fil, kind, given.utgave, edits)
    for one in others:
        _change(work, one.plan.file, one.plan.kind, one.version, one.edits)


def _change(work: Workspace, file: str, kind: str, version: str, edits: Sequence[tuple[Any, Any]]) -> None:
    """Make the edits of one file. Raises FormError where the file is another than the page knew."""
    raw = work.system.contents[file]
    now = version_name(raw, len(version)) if isinstance(raw, bytes) else ""
    edits = [(_typed(kind, path), value) for path, value in edits]
    if now != version:
        raise _stale(work, file, kind, (version, now), edits)
    document = work.open(file, kind)
    for path, value in edits:
        if value is not None:
            document.set(path, _as_read(kind, path, value, get(document.data, path)))
        elif get(document.data, path) is not None:
            document.remove(path)
    forget_doubt(document, [path for path, value in edits if value is not None])


def _typed(kind: str, path: Sequence[Any]) -> tuple[Any, ...]:
    """Give a path with the years in it as years: 2025, not «2025»."""
    found: tuple[Any, ...] = ()
    for step in path:
        is_year = isinstance(step, str) and step.isdecimal() and has_years_at(MODELS[kind], found)
        found = (*found, int(step) if is_year else step)
    return found


def _as_read(kind: str, path: Sequence[Any], value: Any, there: Any) -> Any:
    """Give a value as the files write it: times, and the case numbers and links of items that are not there already.

    Raises FormError for what is no case number, and for what is no address.
    """
    read = times_read(MODELS[kind], path, value)
    if not isinstance(read, list) or len(path) != 1:
        return read
    old = there if isinstance(there, list) else []
    return [item if item in old or not isinstance(item, dict) else _item_read(str(path[0]), item) for item in read]


def _item_read(name: str, item: dict[str, Any]) -> dict[str, Any]:
    field, read = _IN_ITEMS.get(name, (None, None))
    if field is None or read is None or not isinstance(item.get(field.key), str):
        return item
    return {**item, field.key: read(field, item[field.key])}


def _new_plan(given: Given, work: Workspace, register: Register) -> None:
    fields: dict[str, Any] = {}
    for path, value in given.endringer:
        group = fields
        for step in path[:-1]:
            group = group.setdefault(str(step), {})
            if not isinstance(group, dict):
                raise FormError(N_("Feltet «{felt}» er fylt ut på to måter."), felt=safe(".".join(map(str, path))))
        group[str(path[-1])] = _as_read("plan", path, value, None)
    file = f"{folder(register, 'plan', fields)}/{slug(given.tittel)}.yaml"
    work.files[file] = new_file_bytes("plan", fields, depth=file.count("/") if has_schema(work) else 0)


def _stale(work: Workspace, file: str, kind: str, versions: tuple[str, str], edits: Sequence[Any]) -> FormError:
    """Give what is told of a file that others have changed: which versions, and what each of them says."""
    old, now = versions
    names = {"fil": quote(file), "gammel": quote(old[:_SHORT]), "ny": quote(now[:_SHORT])}
    data = work.open(file, kind).data
    changed = tuple(ChangedField(path, get(data, path), value) for path, value in edits[:_MOST_SHOWN])
    error = FormError(Message.of_text(_STALE, **names), *map(_both, changed))
    error.changed, error.file = changed, file
    return error


def _both(one: ChangedField) -> Message:
    text = N_("`{felt}`: filen sier {naa}, og skjemaet sier {ny}.")
    return Message.of_text(text, felt=safe(".".join(map(str, one.path))), naa=_shown(one.there), ny=_shown(one.wanted))


def _shown(value: Any) -> Any:
    """Give a value as it is told of, safe in a line of Markdown."""
    return N_("ingenting") if value is None else quote(value if isinstance(value, str) else str(value))


class _Fault(Message):
    """A finding, told in its own words, safe in Markdown."""

    __slots__ = ()

    def in_language(self, lang: Speaker) -> str:
        """Give it in a language."""
        ((_, diagnostic),) = self.args
        return safe(said(diagnostic, lang).message)  # type: ignore[arg-type] # made below; a reader's language


def faults(error: FaultError) -> Iterator[Message]:
    """Yield what an edit would make wrong in its file, each in the words of its rule."""
    found: list[Diagnostic] = error.faults
    yield from (_Fault("", (("funn", item),)) for item in found[:_MOST_SHOWN])
