"""One plan system that an editor has open: the living register, the texts on the screen, and the reader's language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pygls import uris

from planlint.living import Living, is_followed
from planlint.lsp.places import Lines
from planlint.source import UnreadableError, decode, find_root, read_file
from planlint.system import declared
from planlint.text import Language, language

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lsprotocol.types import Position

    from planlint.check import Request
    from planlint.living import Pointed
    from planlint.system import System


class Session:
    """A plan system as the editor sees it. What is written is taken in when somebody asks: typing never waits."""

    def __init__(self, root: Path, request: Callable[[], Request]) -> None:
        """Read the plan system in a folder; `request` gives how a check would judge now. Raises UsageError."""
        self.root = root
        self._request = request
        self._waiting: dict[str, bytes | OSError | None] = {}
        self._uris: dict[str, str] = {}
        self._living = Living.open(root, request())

    @classmethod
    def at(cls, folder: Path, request: Callable[[], Request]) -> Session | None:
        """Give the plan system that a check in a folder would judge; None where there is none. Raises UsageError."""
        root = find_root(folder.resolve())
        return cls(root, request) if root else None

    @property
    def living(self) -> Living:
        """The plan system with all that has been written."""
        waiting, self._waiting = self._waiting, {}
        self._living.at(self._request())
        self._living.replace_all(waiting)
        return self._living

    @property
    def system(self) -> System:
        """The last state that can be asked about: plansystem.yaml may be half written now."""
        return self.living.usable

    @property
    def lang(self) -> Language:
        """The reader's language, as a check would choose it."""
        return language(self._living.request.lang or declared(self.root))

    def path(self, uri: str) -> str:
        """Give the path from the root of a file that the plan system may hold; "" for any other."""
        file = uris.to_fs_path(uri)
        try:
            path = Path(file or "").resolve().relative_to(self.root).as_posix()
        except (OSError, ValueError):
            return ""
        return path if file and is_followed(path) else ""

    def uri(self, path: str) -> str:
        """Give the address of a file, as the editor itself writes it where it has the file open."""
        return self._uris.get(path) or uris.from_fs_path(str(self.root / path)) or ""

    def write(self, uri: str, text: str) -> None:
        """Take in what stands on the screen."""
        if path := self.path(uri):
            self._uris[path] = uri
            self._waiting[path] = text.encode("utf-8", errors="surrogatepass")

    def close(self, uri: str) -> None:
        """Take what stands on the disk again."""
        self._uris.pop(self.path(uri), None)
        self.saved(uri)

    def saved(self, uri: str) -> None:
        """Take in a file from the disk, unless it is open: then the screen counts."""
        path = self.path(uri)
        if not path or path in self._uris:
            return
        try:
            self._waiting[path] = read_file(self.root / path)
        except FileNotFoundError:
            self._waiting[path] = None
        except OSError as error:
            self._waiting[path] = error

    def is_open(self, path: str) -> bool:
        """Tell whether a file is on the screen."""
        return path in self._uris

    def text(self, path: str) -> str:
        """Give a file's text as it is now; of one that is not UTF-8 what can be read."""
        raw = self.living.contents.get(path)
        try:
            return decode(raw) if isinstance(raw, bytes) else ""
        except UnreadableError:
            return raw.decode("utf-8", errors="replace") if isinstance(raw, bytes) else ""

    def lines(self, path: str) -> Lines:
        """Give a file's lines, for its places."""
        return Lines(self.text(path))

    def pointed(self, uri: str, position: Position) -> Pointed | None:
        """Give what stands at a place in a file of the plan system."""
        path = self.path(uri)
        return self.living.pointed(path, *self.lines(path).place(position)) if path else None

    @property
    def contents(self) -> Mapping[str, bytes | OSError]:
        """The files as they are now."""
        return self.living.contents
