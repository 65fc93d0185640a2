"""Anchors: where kept words stand, and how they are found again when the text has changed. No SQL, no Qt.

Nothing is ever moved silently: words that are not quite the same, or that stand in another place, are said to be.
"""

from typing import TYPE_CHECKING

from kinu_reader.late import late

if TYPE_CHECKING:
    from kinu_reader.annotations.anchors import CONTEXT, anchor
    from kinu_reader.annotations.finding import Found, find

__all__ = ["CONTEXT", "Found", "anchor", "find"]

__getattr__ = late(__name__, {"anchors": ("CONTEXT", "anchor"), "finding": ("Found", "find")})
