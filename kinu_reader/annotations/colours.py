"""The colours of bookmarks as ink, and the bookmark's colour that comes nearest to another program's."""

from __future__ import annotations

import colorsys
import re

from kinu_reader.model import Colour

HEX = {Colour.AMBER: "#FFD66B", Colour.GREEN: "#9ED9A0", Colour.BLUE: "#9CC7F2", Colour.ROSE: "#F3A9B8"}
GREY = 0.1  # saturation below which a colour has no hue to go by


def nearest(ink: str) -> Colour:
    """Return the colour whose hue is nearest to "#RRGGBB"; of grey, and of what is no colour, the usual one."""
    hue, saturation = _hue(ink)
    if saturation < GREY:
        return Colour.AMBER
    return min(HEX, key=lambda colour: _apart(hue, _hue(HEX[colour])[0]))


def _hue(ink: str) -> tuple[float, float]:
    """Return hue and saturation, each from 0 to 1."""
    if not re.fullmatch("#[0-9A-Fa-f]{6}", ink):
        return 0.0, 0.0
    red, green, blue = (int(ink[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, saturation, _ = colorsys.rgb_to_hsv(red, green, blue)
    return hue, saturation


def _apart(one: float, other: float) -> float:
    distance = abs(one - other)
    return min(distance, 1 - distance)
