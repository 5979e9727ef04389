"""What belongs together stays on one line, where it is read; what is code, a value or an address is left as it is."""

from __future__ import annotations

import pytest

from planlint.site.unbroken import unbroken

HARD = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>plan- og bygningsloven § 11-1</p>", f"<p>plan- og bygningsloven §{HARD}11-1</p>"),
        ("<td>§§ 7 a til 7 c, 40 % av</td>", f"<td>§§{HARD}7 a til 7 c, 40{HARD}% av</td>"),
        ('<a title="§ 4" href="x?40 %">§ 4</a>', f'<a title="§ 4" href="x?40 %">§{HARD}4</a>'),
        ("40 %", f"40{HARD}%"),
        ("<p>§ og %</p>", "<p>§ og %</p>"),
        ("", ""),
    ],
)
def test_paragraph_signs_and_percentages(before: str, after: str) -> None:
    """The space after «§» and before «%» is one that does not break; attributes keep theirs."""
    assert unbroken(before) == after


@pytest.mark.parametrize("name", ["code", "pre", "textarea", "option", "script", "style"])
def test_what_is_copied_or_sent_is_untouched(name: str) -> None:
    """Code, what a form sends and data have the space that was written; what follows does not."""
    kept = f'<{name} class="x">§ 4, <b>40 %</b></{name}>'
    assert unbroken(f"{kept}<p>§ 4</p>") == f"{kept}<p>§{HARD}4</p>"
