"""The colours of cells by name: a file says 92D050 or theme 9, and a legend says «grønn»."""

from __future__ import annotations

import colorsys

GREY, WHITE, BLACK = "grå", "", "svart"
_HUES = ((15, "rød"), (44, "oransje"), (70, "gul"), (170, "grønn"), (255, "blå"), (290, "lilla"), (345, "rosa"))
_PALE, _LIGHT, _DARK = 0.04, 0.97, 0.15
_INDEXED = (
    *("000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"),
    *("000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"),
    *("800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080"),
    *("9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF"),
    *("000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF"),
    *("00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99"),
    *("3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696"),
    *("003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333"),
)
"""Excel's own palette, by the numbers that old files give."""


def colour_name(code: str) -> str:
    """Give the name of a colour by its six digits, with or without two of opacity before; "" for white and none."""
    digits = code[-6:]
    try:
        red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    except ValueError:
        return WHITE
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if value < _DARK:
        return BLACK
    if saturation < _PALE:
        return WHITE if value > _LIGHT else GREY
    return next((name for end, name in _HUES if hue * 360 < end), "rød")


def tinted(code: str, tint: float) -> str:
    """Give a colour made lighter (up to 1) or darker (down to -1), as themes do; the same for what is no colour."""
    try:
        parts = [int(code[at : at + 2], 16) for at in (0, 2, 4)]
    except ValueError:
        return code
    light = min(max(tint, -1.0), 1.0)
    moved = [part * (1 + light) if light < 0 else part + (255 - part) * light for part in parts]
    return "".join(f"{round(part):02X}" for part in moved)


def indexed(number: int) -> str:
    """Give a colour of the palette; "" where the number stands for the window's own."""
    return _INDEXED[number] if 0 <= number < len(_INDEXED) else ""
