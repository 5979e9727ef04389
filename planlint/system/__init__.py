"""A plan system being read: files loaded, validated and linked into a register.

May use `register`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.system.declared_language import OWN as OWN, declared as declared
    from planlint.system.link import declared_ids as declared_ids
    from planlint.system.load import Loaded as Loaded, load_files as load_files
    from planlint.system.one_entity import (
        find_entity as find_entity,
        find_place as find_place,
        unread as unread,
        unread_files as unread_files,
    )
    from planlint.system.system import (
        System as System,
        judgeable as judgeable,
        link_system as link_system,
        no_garbage_collection as no_garbage_collection,
        open_system as open_system,
        something_to_read as something_to_read,
        system_of as system_of,
        unchanged as unchanged,
        usable as usable,
    )
    from planlint.system.take_over import Unchanged as Unchanged
    from planlint.system.usage_error import UsageError as UsageError
    from planlint.system.validate import validate_data as validate_data
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "Loaded": "load:Loaded",
            "OWN": "declared_language:OWN",
            "System": "system:System",
            "Unchanged": "take_over:Unchanged",
            "UsageError": "usage_error:UsageError",
            "declared": "declared_language:declared",
            "declared_ids": "link:declared_ids",
            "find_entity": "one_entity:find_entity",
            "find_place": "one_entity:find_place",
            "judgeable": "system:judgeable",
            "link_system": "system:link_system",
            "load_files": "load:load_files",
            "no_garbage_collection": "system:no_garbage_collection",
            "open_system": "system:open_system",
            "something_to_read": "system:something_to_read",
            "system_of": "system:system_of",
            "unchanged": "system:unchanged",
            "unread": "one_entity:unread",
            "unread_files": "one_entity:unread_files",
            "usable": "system:usable",
            "validate_data": "validate:validate_data",
        },
    )
