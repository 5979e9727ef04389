"""Which number a municipality has on a day, and which numbers are used twice."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from planlint.model.plansystem import Kommune


def number_on(kommune: Kommune, day: date) -> str:
    """Give the number that a municipality has on a day, the newest where several are said to hold; "" for none."""
    valid = [
        one for one in kommune.nummer if (not one.fra or one.fra.start <= day) and (not one.til or day <= one.til.slutt)
    ]
    return max(valid, key=lambda one: one.fra.start.toordinal() if one.fra else 0).nummer if valid else ""


def same_number(numbers: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Give the numbers that more than one folder has, and the folders of each; from numbers and folders."""
    found: dict[str, list[str]] = defaultdict(list)
    for number, folder in numbers:
        if number:
            found[number].append(folder)
    return {number: folders for number, folders in found.items() if len(folders) > 1}
