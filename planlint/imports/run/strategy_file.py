"""The planstrategi's own file: made, or added to, with the work of the table that is no plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.edit import Document, new_file_bytes
from planlint.imports.fold_words import fold
from planlint.imports.rows.row_text import sentence
from planlint.model import Oppgave
from planlint.source import PLANS
from planlint.system import usable

if TYPE_CHECKING:
    from planlint.imports.import_outcome import ImportResult
    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.run.strategy import Strategy
    from planlint.system import System


def write_strategy(
    system: System, strategy: Strategy, kilde: str, result: ImportResult, tasks: list[ImportedPlan]
) -> None:
    """Make the planstrategi that the decisions are of, and put the tasks that are no plans into it."""
    oppgaver = [_task(plan) for plan in tasks]
    if strategy.is_new:
        fields = {**strategy.fields(kilde), **({"oppgaver": oppgaver} if oppgaver else {})}
        path = f"{PLANS}/planstrategier/{strategy.id}.yaml"
        result.others[path] = new_file_bytes("planstrategi", fields, depth=path.count("/"))
        return
    register = usable(system)
    entity = register.entities["planstrategi"][strategy.id]
    raw = system.contents[entity.file]
    document = Document.read(raw if isinstance(raw, bytes) else b"", "planstrategi")
    there = {fold(str(one.get("tittel", ""))): at for at, one in enumerate(document.data.get("oppgaver") or [])}
    for plan, oppgave in zip(tasks, oppgaver, strict=True):
        title = fold(oppgave["tittel"])
        if title not in there:
            document.append(("oppgaver",), oppgave)
        elif plan.forrige:
            old = _task(plan.forrige[0])
            for key in {**old, **oppgave}:
                _change(document, ("oppgaver", there[title], key), old.get(key), oppgave.get(key))
    if strategy.remark and not document.data.get("merknad"):
        document.set(("merknad",), strategy.remark)
    if document.bytes() != raw:
        result.others[entity.file] = document.bytes()


def _change(document: Document, path: tuple[str, int, str], old: Any, new: Any) -> None:
    """Write what the table tells of a task in another way than last time; it takes out only what it told itself."""
    where, at, key = path
    there = document.data[where][at].get(key)
    if new is not None and new not in (old, there):
        document.set(path, new)
    elif new is None and old is not None and there == old:
        document.remove(path)


def _task(plan: ImportedPlan) -> dict[str, Any]:
    """Give a task of a planstrategi: what a row says of work that is no plan."""
    keys = [str(field.alias) for field in Oppgave.model_fields.values()]
    told = {**plan.beslutning, **plan.felt}
    texts = [*filter(None, [plan.felt.get("merknad", ""), *(f"{head}: {text}" for head, text in plan.ordrett)])]
    told["merknad"] = " ".join([*map(sentence, texts[:-1]), *texts[-1:]])
    return {key: value for key in keys if (value := told.get(key))}
