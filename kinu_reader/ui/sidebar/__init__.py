"""The sidebar: the places of the archive, and the searches that are kept."""

from kinu_reader.ui.sidebar.entries import ENTRY, Entry, Place
from kinu_reader.ui.sidebar.sidebar import Sidebar

__all__ = ["ENTRY", "Entry", "Place", "Sidebar"]
