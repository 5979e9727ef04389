"""What a line of the plan of work leads to beyond the finding that it mends, told before it is typed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planlint.ahead.whatif import adopt, register_in
from planlint.base import N_, Message, argument
from planlint.edit import EditError
from planlint.system import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Diagnostic
    from planlint.system import System

_NOT_ADOPTED = ("PL601", "ikke_vedtatt")
_COMES = N_("# Da gjelder tidene i planstrategien. Med vedtak i dag blir det {n} nye funn: {funn}. Se dem først:")
_SEE = N_("planlint whatif vedta {id}")


def foreseen(item: Diagnostic, system: System) -> Iterator[Message]:
    """Give what the adoption of a planstrategi makes the check say, and the line that shows it; none for the others.

    Until it is registered as adopted its decisions bind nobody, and what is late by them is not told of. Where the
    vote would be refused, nothing follows from it.
    """
    if (item.code, item.finding.variant) != _NOT_ADOPTED:
        return
    strategi = register_in(system).planstrategier[item.entity.partition("/")[2]]
    try:
        found = adopt(system, strategi)
    except (UsageError, EditError):
        return
    if new := [one for one in found.change.new if one.entity != strategi.entity]:
        told = ", ".join(f"{number} {code}" for code, number in Counter(one.code for one in new).most_common())
        yield Message.of_text(_COMES, n=len(new), funn=told)
        yield Message.of_text(_SEE, id=argument(strategi.id))
