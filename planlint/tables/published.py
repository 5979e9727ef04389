"""Where the site is published and its files lie, by what a CI says of itself where plansystem.yaml says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.model import Nettstedsvalg

_GITHUB = "https://github.com"


def _github(environment: Mapping[str, str]) -> dict[str, str]:
    """Give what GitHub Actions says; the address is that of GitHub Pages, which leads on to a domain of one's own."""
    server, name = environment.get("GITHUB_SERVER_URL", ""), environment.get("GITHUB_REPOSITORY", "")
    owner, _, repository = name.partition("/")
    if not server.startswith("https://") or not repository:
        return {}
    found = {"repositorium": f"{server}/{name}"}
    if server == _GITHUB:
        own = f"{owner}.github.io".lower()
        found["adresse"] = f"https://{own}/" if repository.lower() == own else f"https://{own}/{repository}/"
    if environment.get("GITHUB_EVENT_NAME") != "pull_request" and environment.get("GITHUB_REF_TYPE") == "branch":
        found["gren"] = environment.get("GITHUB_REF_NAME", "")
    return found


def _gitlab(environment: Mapping[str, str]) -> dict[str, str]:
    """Give what GitLab's CI says."""
    found = {
        "adresse": environment.get("CI_PAGES_URL", ""),
        "repositorium": environment.get("CI_PROJECT_URL", ""),
        "gren": environment.get("CI_DEFAULT_BRANCH", ""),
    }
    return {name: value for name, value in found.items() if name == "gren" or value.startswith("https://")}


def as_published(valg: Nettstedsvalg, environment: Mapping[str, str]) -> Nettstedsvalg:
    """Give the choices for the site with what the file leaves open filled in by the CI; outside a CI as they are."""
    if environment.get("GITHUB_ACTIONS") == "true":
        told = _github(environment)
    elif environment.get("GITLAB_CI") == "true":
        told = _gitlab(environment)
    else:
        return valg
    open_ = {name: value for name, value in told.items() if value and name not in valg.model_fields_set}
    return valg.model_copy(update=open_)
