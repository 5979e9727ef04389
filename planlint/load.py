"""Read a whole plan system: every file becomes an entity, a finding, or both."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from planlint.diagnostic import N_, Finding, Place, Related, Span
from planlint.model import KINDS, Avviksfil, Enhet, Plansystem
from planlint.source.find import AVVIK, PLANSYSTEM, SourceFile
from planlint.source.read import Issue, UnreadableError, decode
from planlint.source.yaml import parse
from planlint.suggest import nearest
from planlint.validate import validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@dataclass(slots=True)
class Loaded:
    """All that was read: `opaque` are ids of files that could not be read, `broken` the fields taken out."""

    plansystem: Plansystem | None = None
    avvik: Avviksfil | None = None
    entities: dict[str, dict[str, Enhet]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    opaque: set[tuple[str, str]] = field(default_factory=set)
    broken: dict[str, frozenset[str]] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    findings: list[tuple[str, Finding]] = field(default_factory=list)
    files: int = 0

    def faults(self, path: str) -> bool:
        """Tell whether a file has any finding of its own form."""
        return any(finding.place.file == path for _, finding in self.findings)


def slug(title: str) -> str:
    """Give the id that a title or a file name should have."""
    text = unicodedata.normalize("NFC", title).casefold().translate(_LETTERS)
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", text))


def _issue(issue: Issue, entity: str, file: str) -> tuple[str, Finding]:
    related: tuple[Related, ...] = ()
    if issue.other:
        related = (Related(Place(file, span=issue.other), N_("første gang her")),)
    place = Place(file, span=issue.span)
    key = str(issue.args.get("felt", ""))
    return issue.code, Finding(entity, place, issue.args, related, issue.variant, key=key)


def load(files: Iterable[SourceFile], contents: Mapping[str, bytes | OSError]) -> Loaded:
    """Read files given their bytes (or the error that reading them gave), in the order given."""
    loaded = Loaded()
    for file in files:
        loaded.files += 1
        if file.path == PLANSYSTEM:
            loaded.plansystem = _single(loaded, file, contents[file.path], Plansystem)
        elif file.path == AVVIK:
            loaded.avvik = _single(loaded, file, contents[file.path], Avviksfil)
        elif file.kind:
            _entity(loaded, file, contents[file.path])
        else:
            _misplaced(loaded, file)
    return loaded


def _data(loaded: Loaded, entity: str, file: SourceFile, raw: bytes | OSError) -> dict[Any, Any] | None:
    """Give a file's data, or None after noting why there is none."""
    try:
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


def _single(loaded: Loaded, file: SourceFile, raw: bytes | OSError, model: type[Any]) -> Any:
    entity = file.stem
    data = _data(loaded, entity, file, raw)
    if data is None:
        return None
    result = validate(model, data, entity, file.path)
    loaded.findings += result.findings
    return result.model


def _entity(loaded: Loaded, file: SourceFile, raw: bytes | OSError) -> None:
    stem = unicodedata.normalize("NFC", file.stem)
    entity = f"{file.kind}/{stem}"
    place = Place(file.path, span=Span(1, 1, 1, 1))
    if file.path.endswith(".yaml"):
        if not _SLUG.fullmatch(stem):
            loaded.findings.append(("PL007", Finding(entity, place, {"navn": stem, "riktig": slug(stem)})))
    else:
        loaded.findings.append(("PL007", Finding(entity, place, {"riktig": f"{stem}.yaml"}, variant="endelse")))
    twin = loaded.names.setdefault((file.kind, stem.casefold()), file.path)
    if twin != file.path:
        related = (Related(Place(twin, span=Span(1, 1, 1, 1)), N_("den andre filen")),)
        loaded.findings.append(("PL101", Finding(entity, place, {"id": stem, "fil": twin}, related, key=file.path)))
        return
    _build(loaded, file, stem, raw)


def _build(loaded: Loaded, file: SourceFile, stem: str, raw: bytes | OSError) -> None:
    entity = f"{file.kind}/{stem}"
    data = _data(loaded, entity, file, raw)
    if data is not None:
        result = validate(KINDS[file.kind], data, entity, file.path)
        loaded.findings += result.findings
        if result.broken:
            loaded.broken[entity] = loaded.broken.get(entity, frozenset()) | result.broken
        if isinstance(result.model, Enhet):
            loaded.entities[file.kind][stem] = result.model.placed(stem, file.path)
            return
    loaded.opaque.add((file.kind, stem))


def _misplaced(loaded: Loaded, file: SourceFile) -> None:
    from planlint.source.find import FOLDERS  # noqa: PLC0415 - only a misplaced file needs it

    folder = file.path.split("/")[1]
    variant = "mappe" if file.path.count("/") > 1 else "rot"
    args = {"mappe": folder, "mapper": list(FOLDERS), "riktig": nearest(folder, FOLDERS)}
    place = Place(file.path, span=Span(1, 1, 1, 1))
    loaded.findings.append(("PL007", Finding(file.path, place, args, variant=variant)))
