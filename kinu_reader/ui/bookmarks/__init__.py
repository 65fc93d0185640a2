"""What a person has kept: in one list across the archive, and one by one to be edited."""

from kinu_reader.ui.bookmarks.dialog import BookmarkDialog
from kinu_reader.ui.bookmarks.model import Kept
from kinu_reader.ui.bookmarks.panel import BookmarksPanel
from kinu_reader.ui.bookmarks.side import BookmarkSide

__all__ = ["BookmarkDialog", "BookmarkSide", "BookmarksPanel", "Kept"]
