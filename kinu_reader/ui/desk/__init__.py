"""The desk: the briefs that are open, behind and beside one another, and how one left them."""

from kinu_reader.ui.desk.desk import Desk
from kinu_reader.ui.desk.pane import DeskPane

__all__ = ["Desk", "DeskPane"]
