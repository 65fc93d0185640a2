"""What was searched, in words: each part a chip that can be switched off and on again."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel

from kinu_reader.tasks.understanding import bounds
from kinu_reader.ui.query_text import without_field
from kinu_reader.ui.theme import font
from kinu_reader.ui.wording import clause_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kinu_reader.model import Clause, Need, SearchResult
    from kinu_reader.ui.theme import Theme

SHOWN_EXPANSIONS = 4  # of one part; the rest is counted


class SearchedLine(QLabel):
    """Shows a query and asks for parts of it to be switched."""

    switched = Signal(str)  # a part: off if it is on, on if it is off
    suggested = Signal(str)  # another search text
    widened = Signal()  # out of the place that bounds it

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._result: SearchResult | None = None
        self._place = ""
        self.setWordWrap(True)
        self.setFont(font(12))
        self.linkActivated.connect(self._on_link)
        theme.changed.connect(self._write)

    def show_result(self, result: SearchResult, place: str) -> None:
        """Show what a result is an answer to, and the place that bounds it."""
        self._result, self._place = result, place
        self._write()

    def _on_link(self, link: str) -> None:
        kind, _, text = link.partition(":")
        if kind == "all":
            self.widened.emit()
        else:
            (self.suggested if kind == "ask" else self.switched).emit(unquote(text))

    def _write(self) -> None:
        result = self._result
        if result is None:
            return
        query, off = result.query, result.request.without
        both = self.tr("and")
        several = sum(len(need.typed) for need in query.needs if not need.banned) > 1
        parts = [f" {both} ".join(self._need(need, several) for need in query.needs)]
        parts += [self._bound(name, value) for name, value in bounds(query.filters).items()]
        if query.plain:
            parts.append(self.tr("operators read as plain words"))
        if self._place:
            sign = "×" if result.request.filters else ""
            parts.append(self.tr("in {}").format(self._chip(self._place, "", sign, "all")))
        if query.ignored and query.needs:
            parts.append(self.tr("not searched: {}").format(escape(" ".join(query.ignored))))
        if off:
            parts.append(self.tr("switched off: {}").format(" ".join(self._chip(text, text, "+") for text in off)))
        said = " · ".join(filter(None, parts))
        lead = self.tr("searched:") if query.needs else self.tr("shown:")
        lines = [f"<span style='color:{self._theme.tokens.secondary}'>{lead} {said}</span>"] if said else []
        if result.suggestions:
            meant = ", ".join(self._link("ask", text, escape(text)) for text in result.suggestions)
            lines.append(self.tr("Did you mean: {}").format(meant))
        self.setText("<br>".join(lines))
        self.setVisible(bool(lines))

    def _need(self, need: Need, several: bool) -> str:
        either, banned = self.tr("or"), self.tr("not")
        typed = f" {either} ".join(self._typed(clause, several or need.banned) for clause in need.typed)
        added = [clause for clause in need.any_of if clause.expanded]
        also = " ".join(self._chip(clause_words(clause), clause.text, "×") for clause in added[:SHOWN_EXPANSIONS])
        if len(added) > SHOWN_EXPANSIONS:
            also += f" +{len(added) - SHOWN_EXPANSIONS}"
        said = f"{typed} {either} {also}" if also else typed
        return f"{banned} {said}" if need.banned else said

    def _bound(self, name: str, value: str) -> str:
        """Return the chip of a bound on records; its cross takes it out of the search text."""
        assert self._result is not None
        return self._chip(f"{name}: {value}", without_field(self._result.request.text, name), "×", "ask")

    def _typed(self, clause: Clause, several: bool) -> str:
        """Return the chip of a typed clause; the only one cannot be switched off, for nothing would be left."""
        return self._chip(clause_words(clause), clause.text, "×") if several else self._chip(clause_words(clause))

    def _chip(self, words: str, part: str = "", sign: str = "", kind: str = "off") -> str:
        tokens = self._theme.tokens
        shown = escape(words).replace(" ", "&nbsp;")
        cross = "&nbsp;" + self._link(kind, part, sign) if sign else ""
        return f"<span style='background-color:{tokens.chip};color:{tokens.text}'>&nbsp;{shown}{cross}&nbsp;</span>"

    def _link(self, kind: str, text: str, shown: str) -> str:
        style = f"color:{self._theme.tokens.accent};text-decoration:none"
        return f"<a href='{kind}:{quote(text)}' style='{style}'>{shown}</a>"

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)
