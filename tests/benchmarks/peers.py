"""The tools that planlint stands beside: how each is asked to do what comes nearest to the same work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import batched_or_own  # placeholder
from pathlib import Path
