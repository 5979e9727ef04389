"""Write what planlint is made with, as CycloneDX: names, versions and hashes of requirements/nettsted.txt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Write the list to the file that is named."""
    out = Path(sys.argv[1])
    out.parent.mkdir(parents=True, exist_ok=True)
    command = [
        sys.executable,
        "-m",
        "cyclonedx_py",
        "requirements",
        "requirements/nettsted.txt",
        "--pyproject",
        "pyproject.toml",
    ]
    subprocess.run([*command, "--output-reproducible", "--validate", "-o", str(out.resolve())], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
