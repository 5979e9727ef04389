"""Where a form may send to: only where the municipality has asked for it, and the host's own documented address."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, fjordvik

from planlint.check import Request, check
from planlint.model import Nettstedsvalg
from planlint.site.sent_to import host_of
from planlint.tables import Nettsted
from planlint.text import language

YES = {"send_med_nøkkel": True}


def site(root: Path, **told: object) -> Nettsted:
    """Give a site with what plansystem.yaml says of it."""
    checked = check(fjordvik(root), Request(date.fromisoformat(DATE)))
    assert checked.system.register
    return Nettsted(checked.system.register, checked.report, language("nb"), valg=Nettstedsvalg(**told))  # type: ignore[call-arg, arg-type]


@pytest.mark.parametrize(
    ("repository", "address", "server"),
    [
        ("https://github.com/fjordvik/plan", "https://api.github.com", "https://api.github.com"),
        ("https://github.com/fjordvik/plan.git/", "https://api.github.com", "https://api.github.com"),
        ("https://git.fjordvik.no/fjordvik/plan", "https://git.fjordvik.no/api/v3", "https://git.fjordvik.no"),
        ("https://gitlab.com/fjordvik/plan", "https://gitlab.com/api/v4", "https://gitlab.com"),
        ("https://gitlab.fjordvik.no:8443/fjordvik/plan", "https://gitlab.fjordvik.no:8443/api/v4", "https://gitlab.fjordvik.no:8443"),
    ],
)  # fmt: skip
def test_a_host_has_its_own_address(tmp_path: Path, repository: str, address: str, server: str) -> None:
    """The interface is that of the host on which the files lie, the policy lets the page ask that server alone."""
    found = host_of(site(tmp_path, repositorium=repository, gren="hoved", **YES))
    assert found
    assert (found.adresse, found.server, found.prosjekt, found.gren) == (address, server, "fjordvik/plan", "hoved")


@pytest.mark.parametrize(
    "told", [{}, YES, {"repositorium": "https://github.com/fjordvik/plan"}, {"repositorium": "http://x.no/a/b", **YES}]
)
def test_nothing_is_sent_where_nobody_has_asked_for_it(tmp_path: Path, told: dict[str, object]) -> None:
    """Without the field, without a repository, or with one that is not asked over TLS, there is nowhere to send."""
    assert host_of(site(tmp_path, **told)) is None
