"""Results with what was searched above them, and what is going on when there are none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from kinu_reader.model import Sort
from kinu_reader.tasks.understanding import bounds
from kinu_reader.ui.arranging import name_choice
from kinu_reader.ui.citing.cite_menu import CiteMenu
from kinu_reader.ui.icons import button_icon
from kinu_reader.ui.notice import Notice
from kinu_reader.ui.query_text import without_field
from kinu_reader.ui.results.counts import Counts
from kinu_reader.ui.results.searched import SearchedLine
from kinu_reader.ui.results.view import ResultsView
from kinu_reader.ui.theme import icon_size
from kinu_reader.ui.wording import grouped

if TYPE_CHECKING:
    from kinu_reader.model import SearchRequest, SearchResult
    from kinu_reader.tasks.holdings import Holdings
    from kinu_reader.ui.theme import Theme


class ResultsPanel(QFrame):
    """Counts, what was searched, order, and the list."""

    sort_chosen = Signal(Sort)
    save_asked = Signal(str)
    forget_asked = Signal(int)  # a saved search
    missing_asked = Signal()
    table_asked = Signal()
    import_asked = Signal()
    clear_asked = Signal()
    stayed = Signal()  # the answer is there, and what is read goes on being read

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._result: SearchResult | None = None
        self._held = 0
        self._importing = False
        self._filter = ""
        self.setProperty("ground", "panel")
        self.counts, self.searched = Counts(self), SearchedLine(theme, self)
        self._saved: dict[str, int] = {}  # searches that are kept, by their text
        self.missing, self.save, self.table, self.cites = (QToolButton(self) for _ in range(4))
        self.cite_menu = CiteMenu(self)
        self.cites.setMenu(self.cite_menu)
        self.cites.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.unseen = QLabel(self)
        for button in (self.missing, self.save, self.table, self.cites):
            button.setIconSize(icon_size(16))
        self.sort = QComboBox(self)
        self.sort.setProperty("flat", True)
        for sort in Sort:
            self.sort.addItem("", sort)
        self.view = ResultsView(theme, self)
        self.notice = Notice(theme, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.notice)
        self.stops = (self.missing, self.save, self.table, self.sort, self.view)
        self._arrange()
        self.searched.widened.connect(self.clear_asked)
        self.sort.activated.connect(lambda at: self.sort_chosen.emit(self.sort.itemData(at)))
        self.missing.clicked.connect(self.missing_asked)
        self.table.clicked.connect(self.table_asked)
        self.save.setCheckable(True)
        self.save.clicked.connect(self._on_save)
        theme.changed.connect(self._write)
        self._translate()

    def show_result(self, result: SearchResult, *, filter_words: str) -> None:
        """Show the answer to a request; its first passage becomes the current one.

        Who asked the same before, or held a brief, goes on reading what is read.
        """
        again = self.shows(result.request) and bool(self._result and self._result.answers)
        row = self.view.current_row()
        self._result, self._filter = result, filter_words
        self.searched.show_result(result, filter_words)
        self.view.shows_bin = result.request.filters.binned
        self.view.rows.show(result.answers, result.total + result.more)
        self.view.refresh()
        if not again:
            self.view.scrollToTop()
        self._write()
        held, self._held = self._held, 0
        if held:
            self.view.mark_brief(held)  # it need not be among the answers
        stays = held or (again and (row is None or self.view.mark(row)))
        if stays or not self.view.walk(1):
            self.stayed.emit()
        self.view.viewport().repaint()  # at once: the brief that is being opened takes its time, too

    def shows(self, request: SearchRequest) -> bool:
        """Tell whether what is shown answers a request, be it from another answer on, or more or fewer of them."""
        result = self._result
        return result is not None and replace(result.request, limit=0) == replace(request, limit=0, offset=0)

    def show_importing(self, importing: bool) -> None:
        """Say where there is nothing yet that briefs are on their way."""
        self._importing = importing
        self._write()

    def hold(self, brief: int) -> None:
        """Forget what is shown: the next answer is another archive's. This brief, if any, is read on then."""
        self._result, self._held = None, brief

    def show_holdings(self, holdings: Holdings) -> None:
        """Show whether the search is kept."""
        self._saved = {saved.text: saved.id for saved, _, _ in holdings.searches}
        self._write()

    def _on_save(self) -> None:
        """Keep the search, or keep it no longer."""
        text = self._text()
        if text in self._saved:
            self.forget_asked.emit(self._saved[text])
        else:
            self.save_asked.emit(text)

    def _text(self) -> str:
        return self._result.request.text.strip() if self._result else ""

    # -- making

    def _arrange(self) -> None:
        head = QFrame(self)
        head.setProperty("edge", "bottom")
        column = QVBoxLayout(head)
        column.setContentsMargins(16, 6, 8, 8)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(0)  # its buttons have room enough around their icons
        row.addWidget(self.counts, 1)
        row.addWidget(self.missing)
        row.addWidget(self.save)
        row.addWidget(self.cites)
        row.addWidget(self.table)
        row.addWidget(self.sort)
        column.addLayout(row)
        column.addWidget(self.searched)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self._stack, 1)
        self.unseen.setProperty("role", "warning")
        self.unseen.setWordWrap(True)
        self.unseen.setContentsMargins(16, 6, 16, 6)
        whole.addWidget(self.unseen)

    # -- wording

    def _translate(self) -> None:
        names = {Sort.RELEVANCE: self.tr("Best match"), Sort.DATE: self.tr("Newest"), Sort.CODE: self.tr("Code")}
        for at, sort in enumerate(Sort):
            self.sort.setItemText(at, names[sort])
        name_choice(self.sort, self.tr("Order of results"))
        self.view.setAccessibleName(self.tr("Results"))
        self.unseen.setToolTip(self.tr("They are gathered under “To review”"))
        self.table.setAccessibleName(self.tr("As a table"))
        self.table.setToolTip(self.tr("As a table"))
        self.cites.setAccessibleName(self.tr("Export references"))
        self.cites.setToolTip(self.tr("Export references"))
        self.missing.setAccessibleName(self.tr("A brief is missing?"))
        self.missing.setToolTip(self.tr("A brief is missing?"))
        self._write()

    def _write(self) -> None:
        result = self._result
        self.missing.setIcon(button_icon("help", self._theme.tokens, 16))
        self.table.setIcon(button_icon("table", self._theme.tokens, 16))
        self.cites.setIcon(button_icon("export", self._theme.tokens, 16))
        self.missing.setVisible(bool(self._text()))
        self._write_saved(self._text() in self._saved)
        if result is None:
            self._stack.setCurrentWidget(self.notice)
            self.notice.say("search", "", "")
            return
        briefs = grouped(self.tr("%n brief(s)", "", result.total), result.total)
        passages = grouped(self.tr("%n passage(s)", "", result.passages), result.passages)
        self.counts.say(briefs, passages if result.query.needs else "", self._theme.tokens.secondary)
        self._write_order(result)
        warnings = []
        if result.cut_short:
            warnings.append(self.tr("This took too long and was cut short: there may be more"))
        if result.unseen and result.query.needs:
            warnings.append(self.tr("%n brief(s) have pages that a search cannot see", "", result.unseen))
        self.unseen.setText("\n".join(warnings))
        self.unseen.setVisible(bool(warnings))
        if result.answers:
            self._stack.setCurrentWidget(self.view)
        else:
            self._stack.setCurrentWidget(self.notice)
            self._explain(result)

    def _write_order(self, result: SearchResult) -> None:
        """Show the order in force; without words there is no best match, and the newest come first."""
        order, searched = result.request.sort, bool(result.query.needs)
        shown = Sort.DATE if order is Sort.RELEVANCE and not searched else order
        model = self.sort.model()
        assert isinstance(model, QStandardItemModel)
        model.item(self.sort.findData(Sort.RELEVANCE)).setEnabled(searched)
        self.sort.setCurrentIndex(self.sort.findData(shown))

    def _write_saved(self, saved: bool) -> None:
        said = self.tr("Saved: click to forget this search") if saved else self.tr("Save this search")
        self.save.setVisible(bool(self._text()))
        self.save.setChecked(saved)
        self.save.setIcon(button_icon("bookmark-filled" if saved else "bookmark", self._theme.tokens, 16))
        self.save.setAccessibleName(said)
        self.save.setToolTip(said)

    def _explain(self, result: SearchResult) -> None:
        """Say why there is nothing, and offer the next step."""
        if self._importing and not result.request.filters and not result.query.needs:
            title = self.tr("The first briefs are on their way")
            self.notice.say("import", title, self.tr("They appear here as they are read."))
        elif not result.request.text.strip() and not result.request.filters:
            title = self.tr("This archive is empty")
            text = self.tr("Import a folder of PDF and text briefs, or drop files on this window.")
            self.notice.say("import", title, text, self.tr("Import…"), self.import_asked.emit)
        elif result.request.filters.binned and result.query.needs:
            title = self.tr("The bin is not searched")
            text = self.tr("What is in the bin is listed, but its words are not looked for.")
            self.notice.say("bin", title, text, self.tr("Search everything"), self.clear_asked.emit)
        elif result.query.ignored and not result.query.needs:
            title = self.tr("Nothing here can be searched")
            text = self.tr("“{}” has no letters or digits to look for.").format(result.request.text.strip())
            self.notice.say("search", title, text, self.tr("Clear search"), self.clear_asked.emit)
        else:
            title = self.tr("No brief answers")
            text = self.tr("Try fewer words, or another spelling.")
            within = [f"{name}: {value}" for name, value in bounds(result.query.filters).items()]
            within = [self._filter, *within] if self._filter else within
            if within:
                text = self.tr("Only briefs in “{}” were searched.").format("”, “".join(within))
            button, act = self.tr("Search everything"), self.clear_asked.emit
            if bounds(result.query.filters) and result.query.needs:
                button, act = self.tr("Clear filters"), self._clear_filters
            self.notice.say("search", title, text, button, act)

    def _clear_filters(self) -> None:
        """Ask for the words alone."""
        text = self._text()
        for name in bounds(self._result.query.filters) if self._result else ():
            text = without_field(text, name)
        self.searched.suggested.emit(text)

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)
