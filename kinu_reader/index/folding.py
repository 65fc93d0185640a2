"""What counts as the same letter: case, width, accents and hanja. Folding never changes the length of a text."""

from __future__ import annotations

import re
import unicodedata

from kinu_reader.index import hanja

_ONLY_CASE = re.compile("[\\x00-\\x7f가-힣‘’“”·–—…「」『』《》〈〉ㆍ△○]*")  # what most texts are of


class _Letters(dict[int, str]):
    """What each character folds to, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_letter(chr(code))
        return folded


def _fold_letter(char: str) -> str:
    compatible = unicodedata.normalize("NFKC", char)
    if len(compatible) == 1 and compatible.isascii():  # full width, superscript, no-break space
        char = compatible
    elif char < "ɐ" or "Ḁ" <= char <= "ỿ":  # other scripts mean something else by their marks
        char = unicodedata.normalize("NFD", char)[0]
    lower = char.lower()
    return lower if len(lower) == 1 else char


_LETTERS = _Letters()


def fold(text: str) -> str:
    """Return the text in lower case, half width, without accents and with hanja as it is read."""
    if text.isascii() or _ONLY_CASE.fullmatch(text):
        return text.lower()
    return hanja.read(text.translate(_LETTERS))
