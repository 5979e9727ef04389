"""What a table says that no field holds, as the remark of a file keeps it, and how such a remark is known again."""

from __future__ import annotations

import re
from functools import cache

from planlint.base import N_
from planlint.text.compiled import LANGUAGES
from planlint.text.language import language

KEPT_UNDER_HEAD = N_("Fra tabellen, {kolonne}: «{tekst}».")
KEPT = N_("Fra tabellen: «{tekst}».")


@cache
def _begun() -> re.Pattern[str]:
    """Give how such a sentence is, in every language, and how a column that is no field is kept: «Farge: «blå».»."""
    words = {language(code).gettext(KEPT).partition(":")[0] for code in LANGUAGES}
    told = "|".join(map(re.escape, sorted(words)))
    return re.compile(rf"\b(?:{told})(?:, [^«»“”]+?)?: [«“]|(?:^|[.!?] )[^.:«»]{{2,60}}: «[^«»]+»\.")


def has_kept_words(remark: str) -> bool:
    """Tell whether a remark has words of a table that the import did not understand."""
    return bool(_begun().search(remark))
