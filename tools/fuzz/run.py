"""Fuzz one entrance with atheris.

`python tools/fuzz/run.py NAME FOLDER -max_total_time=600 -rss_limit_mb=1024 -timeout=20`

NAME is a module beside this one; FOLDER keeps the inputs that led somewhere new, and begins with the module's own
seeds. A find is put into tests/data/fuzz/NAME/, where tests/promises/test_fuzz.py tries it again on every run.
"""

from __future__ import annotations

import sys
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import atheris


def main() -> None:
    """Fuzz until told to stop."""
    name, folder, *options = sys.argv[1:]
    with atheris.instrument_imports(include=["planlint", "yaml", "ruamel", name]):
        target = import_module(name)
    corpus = Path(folder)
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in target.seeds():
        (corpus / f"seed-{sha256(seed).hexdigest()[:12]}").write_bytes(seed)
    atheris.Setup([sys.argv[0], folder, *options], target.try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
