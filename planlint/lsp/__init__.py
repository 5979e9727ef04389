"""The language server: what an editor asks of a plan system while somebody writes, one file for each kind of question.

May use `tables`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.lsp.server import language_server as language_server
else:
    from planlint.base.face import face

    __getattr__ = face(__name__, {"language_server": "server:language_server"})
