"""How far the text of a page can be trusted: whether its fonts tell what they draw, and whether it was ever typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pymupdf

from kinu_reader.extract.counting import LETTERS, VOWELS, count
from kinu_reader.model import PageState

if TYPE_CHECKING:
    from kinu_reader.extract.lines import PageText

LITTLE = 100  # characters: less, beside pictures, is little text
PICTURES = 0.3  # of a page are covered by pictures
HIDDEN = 0.5  # of the characters are not painted: they were read off the picture behind them
BROKEN = 0.1  # of the characters have no meaning
MEANINGLESS = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")  # unknown, or private to a font
SYLLABLE = re.compile("[가-힣]")
ENOUGH_SYLLABLES, RARE = 30, 0.1  # syllables outside the 2,350 of KS X 1001 are hardly ever printed
ENOUGH_LETTERS = 200
VOWEL_SHARE = (0.2, 0.6)  # of the letters of any language in Latin script


def state_of(page: Any, read: PageText) -> PageState:
    """Return what to think of the text of a page."""
    text = "".join(line.text for line in read.lines)
    if not text:
        return PageState.NO_TEXT if page.get_bboxlog() else PageState.GOOD  # an empty sheet says all it has to say
    if is_broken(text):
        return PageState.BROKEN_FONTS
    if read.hidden > HIDDEN and _pictured(page) > PICTURES:
        return PageState.OCR
    if len(text) < LITTLE and _pictured(page) > PICTURES:
        return PageState.LITTLE_TEXT
    return PageState.GOOD


def is_broken(text: str) -> bool:
    """Tell whether a text is what fonts give that do not say what their glyphs mean."""
    if len(MEANINGLESS.findall(text)) > BROKEN * len(text):
        return True
    syllables = "".join(SYLLABLE.findall(text))
    if len(syllables) >= ENOUGH_SYLLABLES:
        rare = (len(syllables.encode("euc-kr")) - 2 * len(syllables)) / 6  # 2 bytes a usual syllable, 8 a rare one
        if rare > RARE * len(syllables):
            return True
    latin = text.encode("ascii", "ignore")
    letters = count(latin, LETTERS)
    return letters >= ENOUGH_LETTERS and not VOWEL_SHARE[0] < count(latin, VOWELS) / letters < VOWEL_SHARE[1]


def _pictured(page: Any) -> float:
    """Return the share of a page that pictures cover, overlaps counted twice."""
    area = abs(page.rect) or 1.0
    return float(sum(abs(pymupdf.Rect(picture["bbox"]) & page.rect) for picture in page.get_image_info()) / area)
