"""The site's pages: what each shows, how it is drawn, and `build` and `serve`.

May use `browser`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.site.build import build_site as build_site
    from planlint.site.built_formats import FORMATS as FORMATS
    from planlint.site.rebuild import changed_names as changed_names, draw_site as draw_site
    from planlint.site.runtime import Runtime as Runtime, runtime_for as runtime_for
    from planlint.site.search_index import index as index, is_available as is_available
    from planlint.site.serve import (
        DrawnSite as DrawnSite,
        Showing as Showing,
        make_search_index as make_search_index,
        make_server as make_server,
    )
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "DrawnSite": "serve:DrawnSite",
            "FORMATS": "built_formats:FORMATS",
            "Runtime": "runtime:Runtime",
            "Showing": "serve:Showing",
            "build_site": "build:build_site",
            "changed_names": "rebuild:changed_names",
            "draw_site": "rebuild:draw_site",
            "index": "search_index:index",
            "is_available": "search_index:is_available",
            "make_search_index": "serve:make_search_index",
            "make_server": "serve:make_server",
            "runtime_for": "runtime:runtime_for",
        },
    )
