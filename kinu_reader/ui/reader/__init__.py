"""The reader: pages of the open brief, drawn as they come into view, with every hit marked where it stands."""

from typing import TYPE_CHECKING

from kinu_reader.late import late

if TYPE_CHECKING:
    from kinu_reader.ui.reader.document import COLOURS, Night, OpenDocument, Paint, Picture, PlacedBookmark, PlacedHit
    from kinu_reader.ui.reader.reader import Reader
    from kinu_reader.ui.reader.trail import Stop, Trail

__all__ = [
    "COLOURS",
    "Night",
    "OpenDocument",
    "Paint",
    "Picture",
    "PlacedBookmark",
    "PlacedHit",
    "Reader",
    "Stop",
    "Trail",
]

__getattr__ = late(
    __name__,
    {
        "document": ("COLOURS", "Night", "OpenDocument", "Paint", "Picture", "PlacedBookmark", "PlacedHit"),
        "reader": ("Reader",),
        "trail": ("Stop", "Trail"),
    },
)
