"""Run by Pyodide: every source below a folder becomes bytecode, the same bytes for the same source."""

import importlib.util
import marshal
import sys
from pathlib import Path


def compile_below(folder: str, into: str) -> int:
    """Compile every source of a folder into another, the rest copied as it is; give how many there were."""
    sys.dont_write_bytecode = True
    count = 0
    for path in sorted(Path(folder).rglob("*.py")):
        name = path.relative_to(folder).as_posix()
        source = path.read_bytes()
        code = compile(source, name, "exec", dont_inherit=True, optimize=2)
        head = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + importlib.util.source_hash(source)
        target = Path(into) / f"{name}c"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(head + marshal.dumps(code))
        count += 1
    return count
