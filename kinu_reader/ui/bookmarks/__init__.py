"""What a person has kept: in one list across the archive, and one by one to be edited."""

from typing import TYPE_CHECKING

from kinu_reader.late import late

if TYPE_CHECKING:
    from kinu_reader.ui.bookmarks.dialog import BookmarkDialog
    from kinu_reader.ui.bookmarks.model import Kept
    from kinu_reader.ui.bookmarks.panel import BookmarksPanel
    from kinu_reader.ui.bookmarks.side import BookmarkSide

__all__ = ["BookmarkDialog", "BookmarkSide", "BookmarksPanel", "Kept"]

__getattr__ = late(
    __name__,
    {
        "dialog": ("BookmarkDialog",),
        "model": ("Kept",),
        "panel": ("BookmarksPanel",),
        "side": ("BookmarkSide",),
    },
)
