"""Read a whole plan system: every file becomes an entity, a finding, or both."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from planlint.base import (
    N_,
    Finding,
    Place,
    Related,
    Severity,
    Span,
    is_reserved,
    nearest,
    slug,
)
from planlint.model import FOLDERS, KIND_NAMES, KINDS, Avvik, Enhet, KnownAvvik, OldAvvikList, Plansystem, listed
from planlint.source import (
    AVVIK_LIST,
    PLANSYSTEM,
    Ahead,
    Issue,
    NotReadError,
    SourceFile,
    UnreadableError,
    decode,
    is_avvik,
    is_text_file,
    parse,
)
from planlint.system.known_format import stop_at_newer
from planlint.system.take_over import Unchanged
from planlint.system.validate import Validated, validate_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EMPTY = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t]*(?:#[^\r\n]*|---)?(?:\r?\n|$))*")
_SAYS_WHICH = frozenset(("avvik", "regel", "gjelder", "grunn", "til", "avtrykk"))
_DECEIVING = frozenset(("retning", "kontroll"))
"""Variants of PL008 that are worse than a doubt: what is shown may be the opposite of what is there."""


@dataclass(slots=True)
class Loaded:
    """All that was read: `opaque` are ids of files that could not be read, `broken` the fields taken out.

    `avvik` are the known findings, `lost_avvik` the files that do not say which they are.
    """

    plansystem: Plansystem | None = None
    avvik: list[KnownAvvik] = field(default_factory=list)
    lost_avvik: list[str] = field(default_factory=list)
    entities: dict[str, dict[str, Enhet]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    opaque: set[tuple[str, str]] = field(default_factory=set)
    broken: dict[str, frozenset[str]] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    ahead: Ahead | None = None
    findings: list[tuple[str, Finding]] = field(default_factory=list)

    def former_ids(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """Give the ids that each entity had before, the last one first; one that another has now is no longer its."""
        found = {}
        for kind, entities in self.entities.items():
            for id_, entity in entities.items():
                olds = reversed(getattr(entity, "tidligere_id", ()))
                if names := tuple(old for old in olds if not self.exists(f"{kind}/{old}")):
                    found[kind, id_] = names
        return found

    def now(self, entity: str) -> str:
        """Give the name that an entity (kind/id) has now: another than it had where a file says that it had that."""
        if self.exists(entity):
            return entity
        kind, _, old = entity.partition("/")
        return next(
            (f"{kind}/{new}" for (of, new), olds in self.former_ids().items() if of == kind and old in olds), entity
        )

    def name(self, entity: str) -> str:
        """Give the title of an entity (kind/id); the entity itself where it has none."""
        kind, _, id_ = entity.partition("/")
        found = self.entities.get(kind, {}).get(id_)
        return found.tittel if found else entity

    def exists(self, entity: str) -> bool:
        """Tell whether there is a file, readable or not, of an entity (kind/id); what is no entity is not asked for."""
        kind, _, id_ = entity.partition("/")
        return kind not in self.entities or id_ in self.entities[kind] or (kind, id_) in self.opaque


def _issue(issue: Issue, entity: str, file: str) -> tuple[str, Finding]:
    related: tuple[Related, ...] = ()
    if issue.other:
        related = (Related(Place(file, span=issue.other), N_("første gang her")),)
    place = Place(file, span=issue.span)
    key = str(issue.args.get("felt", ""))
    severity = Severity.FEIL if issue.variant in _DECEIVING else None
    return issue.code, Finding(entity, place, issue.args, related, issue.variant, severity, key)


def _misnamed(file: SourceFile) -> bool:
    """Tell whether a file's name has to change; such files are read last, so that a rightly named one keeps its id."""
    return not (file.path.endswith(".yaml") and _SLUG.fullmatch(unicodedata.normalize("NFC", file.stem)))


def load_files(
    files: Iterable[SourceFile], contents: Mapping[str, bytes | OSError], shared: Unchanged | None = None
) -> Loaded:
    """Read files given their bytes (or the error that reading them gave).

    `shared` is what has been read before, from files with these very bytes and no fault. Raises UsageError where the
    files are in a format that is newer than what this planlint reads.
    """
    stop_at_newer(contents)
    files, shared = sorted(files, key=_misnamed), shared or Unchanged()
    read = shared.files
    loaded = Loaded(ahead=Ahead(contents, [file.path for file in files if file.path not in read]))
    try:
        _load_all(loaded, files, contents, shared)
    finally:
        if loaded.ahead:
            loaded.ahead.stop()
            loaded.ahead = None
    return loaded


def _load_all(
    loaded: Loaded, files: list[SourceFile], contents: Mapping[str, bytes | OSError], shared: Unchanged
) -> None:
    for file in files:
        raw = contents[file.path]
        if isinstance(raw, NotReadError) and raw.issue.variant == "lenket_mappe":
            loaded.findings.append(_issue(raw.issue, file.path, file.path))
        elif is_text_file(file.path):
            loaded.findings.append(_saved_as_text(file))
        elif file.path == PLANSYSTEM and shared.plansystem:
            loaded.plansystem, loaded.broken[file.stem] = shared.plansystem, frozenset()
        elif file.path == PLANSYSTEM:
            loaded.plansystem = _single(loaded, file.stem, file, contents[file.path], Plansystem)
        elif file.path in shared.avvik:
            loaded.avvik += shared.avvik[file.path]
        elif is_avvik(file.path):
            _known(loaded, file, contents[file.path])
        elif file.kind:
            _entity(loaded, file, contents[file.path], shared.entities.get(file.path))
        else:
            _misplaced(loaded, file)


def _data(loaded: Loaded, entity: str, file: SourceFile, raw: bytes | OSError) -> dict[Any, Any] | None:
    """Give a file's data, or None after noting why there is none."""
    if loaded.ahead and (ready := loaded.ahead.take(file.path)):
        return ready
    try:
        if isinstance(raw, NotReadError):
            raise UnreadableError(raw.issue)  # noqa: TRY301 - one way out
        if isinstance(raw, OSError):
            reason: dict[str, object] = {"grunn": raw.strerror or type(raw).__name__}
            raise UnreadableError(Issue("PL001", "uleselig", Span(1, 1, 1, 1), reason))  # noqa: TRY301 - one way out
        data, issues = parse(decode(raw))
    except UnreadableError as error:
        loaded.findings.append(_issue(error.issue, entity, file.path))
        return None
    loaded.findings += [_issue(issue, entity, file.path) for issue in issues]
    twice = {str(issue.args["felt"]) for issue in issues if issue.code == "PL003"}
    if twice:
        loaded.broken[entity] = frozenset(twice)
    return data


def _known(loaded: Loaded, file: SourceFile, raw: bytes | OSError) -> None:
    """Read known findings; an empty file holds none."""
    if isinstance(raw, bytes) and _EMPTY.fullmatch(raw):
        return
    in_list = file.path == AVVIK_LIST
    entity = file.stem if in_list else file.path
    found = _single(loaded, entity, file, raw, OldAvvikList if in_list else Avvik)
    if found is None or loaded.broken.get(entity, frozenset()) & _SAYS_WHICH:
        loaded.lost_avvik.append(file.path)
    else:
        loaded.avvik += listed((found,), file.path)


def _single(loaded: Loaded, entity: str, file: SourceFile, raw: bytes | OSError, model: type[Any]) -> Any:
    data = _data(loaded, entity, file, raw)
    if data is None:
        return None
    result = _validate(loaded, model, data, entity, file, raw)
    loaded.broken[entity] = loaded.broken.get(entity, frozenset()) | result.broken
    return result.model


def _validate(  # noqa: PLR0913 - what a file is
    loaded: Loaded, model: type[Any], data: dict[Any, Any], entity: str, file: SourceFile, raw: bytes | OSError
) -> Validated:
    """Validate and note what is wrong; a doubtful value that is also invalid is told once, as invalid."""
    result = validate_data(model, data, entity, file.path)
    own = _newest(loaded, file.path) if result.findings else []
    if any(code == "PL008" for code, _ in own) and isinstance(raw, bytes):
        from planlint.source import Positions, compose  # noqa: PLC0415 - only a faulty file pays for it

        positions = Positions(compose(decode(raw)))
        spans = {positions.locate(finding.place) for _, finding in result.findings}
        kept = [found for found in own if found[0] != "PL008" or found[1].place.span not in spans]
        loaded.findings[len(loaded.findings) - len(own) :] = kept
    loaded.findings += result.findings
    return result


def _newest(loaded: Loaded, path: str) -> list[tuple[str, Finding]]:
    """Give the findings of the file that is being read: they are the last ones."""
    others = (at for at in range(len(loaded.findings), 0, -1) if loaded.findings[at - 1][1].place.file != path)
    return loaded.findings[next(others, 0) :]


def _entity(loaded: Loaded, file: SourceFile, raw: bytes | OSError, known: Enhet | None) -> None:
    stem = unicodedata.normalize("NFC", file.stem)
    entity = f"{file.kind}/{stem}"
    place = Place(file.path, span=Span(1, 1, 1, 1))
    twin = loaded.names.setdefault((file.kind, stem.casefold()), file.path)
    if twin != file.path:
        related = (Related(Place(twin, span=Span(1, 1, 1, 1)), N_("den andre filen")),)
        variant = "" if unicodedata.normalize("NFC", SourceFile(twin, "").stem) == stem else "store_bokstaver"
        args = {"id": stem, "fil": twin, "denne": file.path}
        loaded.findings.append(("PL101", Finding(entity, place, args, related, variant, key=file.path)))
        return
    if known:
        loaded.entities[file.kind][stem] = known
        return
    known_before = len(loaded.findings)
    if taken := [step for step in file.path.split("/") if is_reserved(step)]:
        args = {"navn": taken[-1], "riktig": f"{stem}-{file.kind}.yaml"}
        variant = "reservert" if is_reserved(stem) else "reservert_mappe"
        loaded.findings.append(("PL007", Finding(entity, place, args, variant=variant)))
    elif _misnamed(file):
        name = slug(stem) or "navnet-paa-planen"
        variant, right = ("", name) if file.path.endswith(".yaml") else ("endelse", f"{name}.yaml")
        args = {"navn": stem, "riktig": right}
        loaded.findings.append(("PL007", Finding(entity, place, args, variant=variant)))
    _build(loaded, file, stem, raw, known_before)


def _build(loaded: Loaded, file: SourceFile, stem: str, raw: bytes | OSError, known: int) -> None:
    entity = f"{file.kind}/{stem}"
    data = _data(loaded, entity, file, raw)
    if data is not None:
        result = _validate(loaded, KINDS[file.kind], data, entity, file, raw)
        if meant := _other_kind(result, file, data):
            del loaded.findings[known:]
            loaded.findings.append(_in_wrong_folder(file, entity, meant))
            loaded.opaque |= {(file.kind, stem), (meant, stem)}
            return
        if result.broken:
            loaded.broken[entity] = loaded.broken.get(entity, frozenset()) | result.broken
        if isinstance(result.model, Enhet):
            loaded.entities[file.kind][stem] = result.model.placed(stem, file.path)
            return
    loaded.opaque.add((file.kind, stem))


def _other_kind(result: Validated, file: SourceFile, data: Mapping[Any, Any]) -> str:
    """Give the one kind that a file's data fits, where it does not fit the folder's; "" where none does, or several."""
    if "PL004" not in {code for code, _ in result.findings}:
        return ""  # what is only incomplete is no other kind
    others: dict[str, type[Any]] = {kind: model for kind, model in KINDS.items() if kind != file.kind}
    others["avvik"] = Avvik
    fit = [kind for kind in others if data and not validate_data(others[kind], dict(data), kind, file.path).findings]
    return fit[0] if len(fit) == 1 else ""


def _in_wrong_folder(file: SourceFile, entity: str, meant: str) -> tuple[str, Finding]:
    folders = {kind: folder for folder, kind in FOLDERS.items()} | {"avvik": "avvik"}
    args = {"slag": KIND_NAMES.get(meant, N_("kjent avvik")), "mappe": folders[file.kind], "riktig": folders[meant]}
    return "PL007", Finding(entity, Place(file.path, span=Span(1, 1, 1, 1)), args, variant="slag")


def _saved_as_text(file: SourceFile) -> tuple[str, Finding]:
    name = file.path.rpartition("/")[2]
    args = {"navn": name, "riktig": name[: -len(".txt")]}
    return "PL007", Finding(file.path, Place(file.path, span=Span(1, 1, 1, 1)), args, variant="txt")


def _misplaced(loaded: Loaded, file: SourceFile) -> None:
    folder = file.path.split("/")[1]
    variant = "mappe" if file.path.count("/") > 1 else "rot"
    args = {"mappe": folder, "mapper": list(FOLDERS), "riktig": nearest(folder, FOLDERS)}
    place = Place(file.path, span=Span(1, 1, 1, 1))
    loaded.findings.append(("PL007", Finding(file.path, place, args, variant=variant)))
