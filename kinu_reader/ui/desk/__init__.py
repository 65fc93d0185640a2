"""The desk: the briefs that are open, behind and beside one another, and how one left them."""

from typing import TYPE_CHECKING

from kinu_reader.late import late

if TYPE_CHECKING:
    from kinu_reader.ui.desk.desk import Desk
    from kinu_reader.ui.desk.pane import DeskPane

__all__ = ["Desk", "DeskPane"]

__getattr__ = late(__name__, {"desk": ("Desk",), "pane": ("DeskPane",)})
