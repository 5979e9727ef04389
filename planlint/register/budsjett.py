"""What the rows of a budget add up to, and how far rounding alone can take that from the declared sum."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.model import Budsjett

_HALF = Decimal("0.5")


def _numbers(budsjett: Budsjett) -> list[Decimal]:
    """Give the rows' numbers as they are written, not as a computer comes near them."""
    return [Decimal(str(post.verdi)) for post in budsjett.poster if post.verdi is not None]


def sum_of(budsjett: Budsjett) -> Decimal:
    """Give what the rows with a number add up to."""
    return sum(_numbers(budsjett), Decimal(0))


def rounding(budsjett: Budsjett) -> Decimal:
    """Give how far the sum may lie from the rows: nothing, unless each number is said to be rounded by itself.

    Then each row, and the sum, may be off by half of the last decimal that any of them is written with.
    """
    if not budsjett.avrundet or budsjett.sum is None:
        return Decimal(0)
    numbers = [*_numbers(budsjett), Decimal(str(budsjett.sum))]
    last = min(int(number.as_tuple().exponent) for number in numbers)
    return _HALF * len(numbers) * Decimal(10) ** min(last, 0)


def is_sum_right(budsjett: Budsjett) -> bool:
    """Tell whether the rows give the declared sum; a budget without a sum declares nothing."""
    return budsjett.sum is None or abs(sum_of(budsjett) - Decimal(str(budsjett.sum))) <= rounding(budsjett)
