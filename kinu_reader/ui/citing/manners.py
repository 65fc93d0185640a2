"""How a person wants briefs cited, in one place for all who show or copy citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from kinu_reader.tasks.citing import Manner, Mixed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.cite import StyleInfo
    from kinu_reader.ui.appearance import Appearance


class Manners(QObject):
    """The manner of citing in force, the styles there are, and those that a person likes best."""

    changed = Signal()  # the manner
    listed = Signal()  # there are other styles, or others are liked best

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._styles: Sequence[StyleInfo] = ()

    @property
    def manner(self) -> Manner:
        """How briefs are cited now."""
        kept = self._appearance.settings
        mixed = next((mixed for mixed in Mixed if mixed == kept.mixed), Mixed.NO)
        return Manner(kept.style, mixed=mixed, straight=kept.straight)

    @property
    def favourites(self) -> Sequence[str]:
        """The ids of the styles liked best, the newest last."""
        return self._appearance.settings.favourites

    @property
    def styles(self) -> list[StyleInfo]:
        """Every style, those liked best first."""
        liked = self.favourites
        return sorted(self._styles, key=lambda style: style.id not in liked)

    def show_styles(self, styles: Sequence[StyleInfo]) -> None:
        """Take these for the styles there are, the usual ones first."""
        self._styles = styles
        self.listed.emit()

    def use(self, **changes: Any) -> None:
        """Cite in another `style`, `mixed` or with `straight` marks from now on."""
        before = self.manner
        self._appearance.remember(**changes)
        if self.manner != before:
            self.changed.emit()

    def like(self, style: str, liked: bool) -> None:
        """Put a style among those liked best, or take it out."""
        others = [other for other in self.favourites if other != style]
        self._appearance.remember(favourites=[*others, style] if liked else others)
        self.listed.emit()
