"""A fresh municipality's site has right addresses from its first run in a CI; what the file says goes before."""

from __future__ import annotations

import pytest

from planlint.model import Nettstedsvalg
from planlint.tables import as_published

GITHUB = {
    "GITHUB_ACTIONS": "true",
    "GITHUB_SERVER_URL": "https://github.com",
    "GITHUB_REPOSITORY": "Fjordvik/plan",
    "GITHUB_EVENT_NAME": "push",
    "GITHUB_REF_TYPE": "branch",
    "GITHUB_REF_NAME": "hoved",
}
GITLAB = {
    "GITLAB_CI": "true",
    "CI_PAGES_URL": "https://fjordvik.gitlab.io/plan",
    "CI_PROJECT_URL": "https://gitlab.com/fjordvik/plan",
    "CI_DEFAULT_BRANCH": "hoved",
}


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        (GITHUB, ("https://fjordvik.github.io/plan/", "https://github.com/Fjordvik/plan", "hoved")),
        (
            GITHUB | {"GITHUB_REPOSITORY": "Fjordvik/fjordvik.github.io"},
            ("https://fjordvik.github.io/", "https://github.com/Fjordvik/fjordvik.github.io", "hoved"),
        ),
        (
            GITHUB | {"GITHUB_EVENT_NAME": "pull_request"},
            ("https://fjordvik.github.io/plan/", "https://github.com/Fjordvik/plan", "main"),
        ),
        (
            GITHUB | {"GITHUB_SERVER_URL": "https://git.fjordvik.no"},
            (None, "https://git.fjordvik.no/Fjordvik/plan", "hoved"),
        ),
        (GITHUB | {"GITHUB_REPOSITORY": ""}, (None, None, "main")),
        (GITLAB, ("https://fjordvik.gitlab.io/plan", "https://gitlab.com/fjordvik/plan", "hoved")),
        (GITLAB | {"CI_PAGES_URL": "http://x"}, (None, "https://gitlab.com/fjordvik/plan", "hoved")),
        ({}, (None, None, "main")),
    ],
)
def test_what_a_ci_says_of_itself(environment: dict[str, str], told: tuple[str | None, str | None, str]) -> None:
    """The address of the pages, the repository and its branch; nothing is guessed where it does not say."""
    found = as_published(Nettstedsvalg(), environment)
    assert (found.adresse, found.repositorium, found.gren) == told


def test_what_the_file_says_goes_before() -> None:
    """A declared address, repository or branch is never put aside."""
    own = Nettstedsvalg(adresse="https://plan.fjordvik.no/", gren="main")
    found = as_published(own, GITHUB)
    assert (found.adresse, found.gren) == ("https://plan.fjordvik.no/", "main")
    assert found.repositorium == "https://github.com/Fjordvik/plan"
