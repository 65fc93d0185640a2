"""What briefs are to one another, to their series and to those who wrote them, and what a person decides of it."""

from kinu_reader.ui.relations.asking import Asks
from kinu_reader.ui.relations.brief_menu import BriefMenu
from kinu_reader.ui.relations.chips import Chips
from kinu_reader.ui.relations.deciding import heading
from kinu_reader.ui.relations.editions_here import EditionsHere

__all__ = ["Asks", "BriefMenu", "Chips", "EditionsHere", "heading"]
