"""The values of a plan in words, as an overview shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.model import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.imports.plan_draft import DraftChange
    from planlint.text import Language

_CUT = 160


def change_lines(change: DraftChange, lang: Language) -> Iterator[str]:
    """Yield what a change says: in one line for a new plan, else each key with what it was and what it becomes."""
    if change.hva == "ny":
        yield "; ".join(part for key, _, value in change.linjer if (part := _value(key, value, lang)))
        return
    for key, old, new in change.linjer:
        if isinstance(new, list) and (old is None or isinstance(old, list)):
            yield from _list(key, old or [], new, lang)
        else:
            was = _value(key, old, lang) if old is not None else lang.gettext("(tomt)")
            yield f"{key}: {_plain(was, key)} → {_plain(_value(key, new, lang), key) or lang.gettext('(tomt)')}"


def _list(key: str, old: list[Any], new: list[Any], lang: Language) -> Iterator[str]:
    """Yield the items that are added to a list, taken out of it or changed."""
    yield from (f"{key}: + {_plain(_value(key, [item], lang), key)}" for item in new if item not in old)
    yield from (f"{key}: − {_plain(_value(key, [item], lang), key)}" for item in old if item not in new)


def _plain(text: str, key: str) -> str:
    return text.removeprefix(f"{key}: ").removeprefix(f"{key} ")


def _value(key: str, value: Any, lang: Language) -> str:
    """Give a key and its value as a reader should see them."""
    if value is None:
        return ""
    if key == "hendelser":
        return ", ".join(_hendelse(event, lang) for event in value if isinstance(event, dict))
    if key == "periode" and isinstance(value, dict):
        return f"{key} {_time(value.get('fra'), lang)}–{_time(value.get('til'), lang)}{_doubt(value, lang)}"
    if isinstance(value, dict):
        parts = (f"{name} {_time(item, lang)}" for name, item in value.items() if name not in {"usikker", "kilde"})
        return f"{key}: {', '.join(parts)}{_doubt(value, lang)}"
    if isinstance(value, list):
        return f"{key}: {', '.join(_item(item) for item in value)}"
    text = {True: "ja", False: "nei"}[value] if isinstance(value, bool) else str(value)
    return text if key in {"type", "status"} else f"{key}: {on_one_line(text)}"


def _item(item: Any) -> str:
    if isinstance(item, dict):
        return on_one_line(
            str(item.get("oppgir") or item.get("url") or item.get("mål") or item.get("plan") or item.get("kilde"))
        )
    return on_one_line(str(item))


def _hendelse(event: Mapping[str, Any], lang: Language) -> str:
    _ = lang.gettext
    more = [str(event[name]) for name in ("organ",) if name in event]
    more += [_("sak {sak}").format(sak=event["sak"])] if "sak" in event else []
    more += [_("varslet")] if event.get("planlagt") else []
    more += [_("usikker")] if event.get("usikker") else []
    extra = f" ({', '.join(more)})" if more else ""
    return f"{str(event.get('hva', '')).replace('_', ' ')} {_time(event.get('dato'), lang)}{extra}"


def _time(value: Any, lang: Language) -> str:
    try:
        return lang.tidspunkt(parse(str(value))) if value is not None else ""
    except ValueError:
        return str(value)


def _doubt(value: Mapping[str, Any], lang: Language) -> str:
    return f" ({lang.gettext('usikker')})" if value.get("usikker") else ""


def on_one_line(text: str) -> str:
    """Give a text on one line, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= _CUT else f"{text[: _CUT - 1]}…"
