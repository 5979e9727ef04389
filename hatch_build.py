"""What the build of the wheel does beside copying: the catalogues of nynorsk and English are compiled."""

from __future__ import annotations

import runpy
import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALE = "planlint/text/locale"


class Catalogues(BuildHookInterface[Any]):
    """Puts each .mo into the wheel where the .po lies in the source; the source itself is left as it is."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile. An editable installation reads the .po files, so that a changed text is seen at once."""
        if self.target_name != "wheel" or version == "editable":
            return
        root, self._made = Path(self.root), Path(mkdtemp())
        compiled = runpy.run_path(str(root / "planlint/text/compiled.py"))["compiled"]
        for source in sorted((root / LOCALE).glob("*.po")):
            made = self._made / f"{source.stem}.mo"
            made.write_bytes(compiled(source))
            build_data["force_include"][str(made)] = f"{LOCALE}/{made.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the folder away again."""
        del version, build_data, artifact_path
        if hasattr(self, "_made"):
            shutil.rmtree(self._made)
