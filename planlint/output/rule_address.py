"""Where a rule is explained: on the municipality's own site when it says where that is, else in planlint's manual.

A site's address is a municipality's own words, so it is taken only where it is an address and nothing else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.check import Report
    from planlint.output.check_formats import Options

_ADDRESS = re.compile(r"https?://[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::\d+)?(?:/[\w.~%-]+)*/?", re.ASCII)
_LONGEST = 200


def _site(report: Report) -> str:
    """Give the address of the site, without the stroke that ends it; "" where there is none."""
    address = report.site.strip()
    return address.rstrip("/") if len(address) <= _LONGEST and _ADDRESS.fullmatch(address) else ""


def page_of_rule(report: Report, options: Options, code: str) -> str:
    """Give the address of a rule's page; "" where nobody has said where one lies."""
    if site := _site(report):
        return f"{site}/regel/{code}.html"
    return f"{options.manual}/oppslag/regler/{code}.html" if options.manual else options.guide


def rules_address(report: Report, options: Options) -> str:
    """Give the address of what tells of all the rules; "" where nobody has said where it lies."""
    if site := _site(report):
        return f"{site}/regler.html"
    return f"{options.manual}/oppslag/regler/index.html" if options.manual else options.guide
