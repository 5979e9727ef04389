"""Write what planlint is made with, as CycloneDX: names, versions and hashes of requirements/nettsted.txt."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from release import version

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
    listed = json.loads(out.read_text(encoding="utf-8"))
    listed["metadata"]["component"]["version"] = version()  # pyproject.toml does not have it
    out.write_text(f"{json.dumps(listed, indent=2, ensure_ascii=False)}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
