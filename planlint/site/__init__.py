"""The site's pages: what each shows, how it is drawn, and `build` and `serve`.

May use `browser`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.site.build import build_site as build_site
    from planlint.site.built_formats import FORMATS as FORMATS
    from planlint.site.living_site import LivingSite as LivingSite
    from planlint.site.runtime import Runtime as Runtime, runtime_for as runtime_for
    from planlint.site.search_index import index as index, is_available as is_available
    from planlint.site.serve import Showing as Showing, make_server as make_server
    from planlint.site.serve_index import ServeIndex as ServeIndex
    from planlint.site.serve_loop import ServeLoop as ServeLoop
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "FORMATS": "built_formats:FORMATS",
            "LivingSite": "living_site:LivingSite",
            "Runtime": "runtime:Runtime",
            "ServeIndex": "serve_index:ServeIndex",
            "ServeLoop": "serve_loop:ServeLoop",
            "Showing": "serve:Showing",
            "build_site": "build:build_site",
            "index": "search_index:index",
            "is_available": "search_index:is_available",
            "make_server": "serve:make_server",
            "runtime_for": "runtime:runtime_for",
        },
    )
