"""Where a form can send a proposal itself: the interface of the host on which the files lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from planlint.tables import Nettsted


class Host(NamedTuple):
    """A host's interface: its kind, its address and the server of that, the project there, and the branch."""

    slag: str
    adresse: str
    prosjekt: str
    gren: str

    @property
    def server(self) -> str:
        """The server, as a content security policy names it."""
        parts = urlsplit(self.adresse)
        return f"{parts.scheme}://{parts.netloc}"


def is_gitlab(repository: str) -> bool:
    """Tell whether the files lie on a GitLab, as far as its name tells."""
    return "gitlab" in urlsplit(repository).netloc


def host_of(site: Nettsted) -> Host | None:
    """Give the host that a form may send to; None where the municipality has not asked for it.

    Addresses: https://docs.github.com/en/rest and https://docs.gitlab.com/api/rest; a GitHub of one's own has its
    interface below /api/v3.
    """
    repository = (site.valg.repositorium or "").rstrip("/")
    if not site.valg.send_med_noekkel or not site.change_address("x"):
        return None
    parts = urlsplit(repository)
    project = parts.path.strip("/").removesuffix(".git")
    if is_gitlab(repository):
        return Host("gitlab", f"https://{parts.netloc}/api/v4", project, site.valg.gren)
    own = f"https://{parts.netloc}/api/v3"
    return Host("github", "https://api.github.com" if parts.netloc == "github.com" else own, project, site.valg.gren)
