"""What is served is what is built: each page on its own the same as among all, after any row of edits."""

from __future__ import annotations

import random
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.helpers import FELLES, ROOT, check, fjordvik, nettsted, write

from planlint.check import Request
from planlint.change.version import plans_version
from planlint.site.build import files
from planlint.site.built_formats import FORMATS
from planlint.site.find_page import find_page, has_page
from planlint.site.living_site import LivingSite
from planlint.site.pages import PAGES

if TYPE_CHECKING:
    from planlint.tables import Nettsted

DAY = date(2024, 6, 15)
EDITS = 14


def built(root: Path) -> dict[str, bytes]:
    """Build the site of a folder, afresh."""
    site = nettsted(root, day=DAY)
    own = root / "templates"
    return files(site, FORMATS, own if own.is_dir() else None)
