"""What the commands are called, in the language of the window, and the icon of each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def title(name: str) -> str:
    """Return what an action is called, in the language of the window."""
    titles = {
        "search": translate("Actions", "Search"),
        "palette": translate("Actions", "Find a command or a brief"),
        "next-hit": translate("Actions", "Next hit"),
        "previous-hit": translate("Actions", "Previous hit"),
        "import-folder": translate("Actions", "Import a folder"),
        "import-files": translate("Actions", "Import files"),
        "copy-citation": translate("Actions", "Copy the citation"),
        "copy-reference": translate("Actions", "Copy the reference"),
        "style": translate("Actions", "Choose the citation style"),
        "copy-references": translate("Actions", "Copy the references of the briefs listed"),
        "export-references": translate("Actions", "Export the references of the briefs listed"),
        "copy-quotes": translate("Actions", "Copy quotations with their citations"),
        "copy-parts": translate("Actions", "Copy a quotation with words left out"),
        "import-bookmarks": translate("Actions", "Import bookmarks from a file"),
        "paste": translate("Actions", "Import what was copied"),
        "undo": translate("Actions", "Undo"),
        "redo": translate("Actions", "Redo"),
        "sidebar": translate("Actions", "Show or hide the sidebar"),
        "details": translate("Actions", "Show or hide the details"),
        "filters": translate("Actions", "Show or hide the filters"),
        "beside": translate("Actions", "Read two briefs side by side, or one"),
        "next-tab": translate("Actions", "Next tab"),
        "previous-tab": translate("Actions", "Previous tab"),
        "close-tab": translate("Actions", "Close the tab"),
        "reopen-tab": translate("Actions", "Open the tab closed last again"),
        "all-briefs": translate("Actions", "Go to all briefs"),
        "table": translate("Actions", "Answers as a table or a list"),
        "bookmarks": translate("Actions", "Go to the bookmarks"),
        "series": translate("Actions", "Go to the series"),
        "review": translate("Actions", "Go to what is to review"),
        "settings": translate("Actions", "Settings"),
        "keys": translate("Actions", "Keys"),
        "tour": translate("Actions", "A tour of the window"),
        "to-results": translate("Actions", "From the page back to the results"),
        "open-archive": translate("Actions", "Open or make an archive"),
        "sample": translate("Actions", "Open the sample archive"),
        "glossary": translate("Actions", "My glossary"),
        "duplicates": translate("Actions", "Compare duplicates"),
        "editions": translate("Actions", "Pair editions"),
        "names": translate("Actions", "Merge names of authors and divisions"),
        "reread": translate("Actions", "Read the records again"),
        "patterns": translate("Actions", "Patterns of series"),
        **_reading_titles(),
        **_list_titles(),
        **_field_titles(),
    }
    return titles[name]


def _reading_titles() -> dict[str, str]:
    return {
        "find": translate("Actions", "Find in the brief"),
        "bookmark": translate("Actions", "Bookmark the selection, or the sentence of the hit"),
        "note": translate("Actions", "Bookmark the selection with a note"),
        "bookmark-amber": translate("Actions", "Bookmark in amber"),
        "bookmark-green": translate("Actions", "Bookmark in green"),
        "bookmark-blue": translate("Actions", "Bookmark in blue"),
        "bookmark-rose": translate("Actions", "Bookmark in rose"),
        "back": translate("Actions", "Back to where you read before"),
        "forward": translate("Actions", "Forward again"),
        "pages": translate("Actions", "Show or hide pages and outline"),
        "caret": translate("Actions", "Show or hide a caret in the page"),
        "two-pages": translate("Actions", "Two pages side by side"),
        "turn": translate("Actions", "Turn the pages"),
        "zoom-in": translate("Actions", "Zoom in"),
        "zoom-out": translate("Actions", "Zoom out"),
        "fit-width": translate("Actions", "Fit the width"),
        "fit-page": translate("Actions", "Fit the whole page"),
        "actual-size": translate("Actions", "As large as printed"),
        "print": translate("Actions", "Print"),
    }


def _list_titles() -> dict[str, str]:
    return {
        "read": translate("Actions", "In a list: read, or go on to the page"),
        "read-in-tab": translate("Actions", "In the results: read in a new tab"),
        "leave-list": translate("Actions", "In a list: go back"),
        "to-bin": translate("Actions", "In a list of briefs: to the bin"),
        "throw-away": translate("Actions", "In the bookmarks: throw away"),
        "forget-search": translate("Actions", "In the sidebar: forget a search"),
        "edit": translate("Actions", "In a record or a table: edit the field"),
        "accept": translate("Actions", "To review: accept"),
        "empty": translate("Actions", "To review: leave empty"),
        "absent": translate("Actions", "In the series: a number that never came out"),
    }


def _field_titles() -> dict[str, str]:
    return {
        "next-passage": translate("Actions", "In the search field: next passage"),
        "previous-passage": translate("Actions", "In the search field: previous passage"),
        "recent-searches": translate("Actions", "In the search field: recent searches"),
        "leave-search": translate("Actions", "In the search field: on to the results"),
        "clear-search": translate("Actions", "In the search field: clear it"),
        "next-place": translate("Actions", "Find in the brief: next place"),
        "previous-place": translate("Actions", "Find in the brief: previous place"),
        "finish-note": translate("Actions", "In the note of a bookmark: done"),
        "leave-out": translate("Actions", "In a quotation: leave out the words selected"),
        "close-beside": translate("Actions", "In the second reader: close it"),
    }


def also(name: str) -> str:
    """Return other words by which a person may look for an action; "" if it has no others."""
    cite, comment = translate("Actions", "cite bibliography footnote"), translate("Actions", "comment")
    mark = translate("Actions", "highlight mark keep annotate")
    words = {
        **dict.fromkeys(("copy-citation", "copy-reference", "copy-references", "copy-quotes", "style"), cite),
        **dict.fromkeys(("bookmark", "bookmark-amber", "bookmark-green", "bookmark-blue", "bookmark-rose"), mark),
        **dict.fromkeys(("import-folder", "import-files"), translate("Actions", "add PDF briefs")),
        "export-references": f"{cite} RIS BibTeX CSL EndNote Zotero",
        "note": f"{mark} {comment}",
        "settings": translate("Actions", "preferences options"),
        "keys": translate("Actions", "shortcuts help"),
        "search": translate("Actions", "find query"),
        "find": translate("Actions", "search in the page"),
        "turn": translate("Actions", "rotate"),
        "pages": translate("Actions", "thumbnails contents"),
        "beside": translate("Actions", "beside split compare"),
        "review": translate("Actions", "doubtful check"),
    }
    return words.get(name, "")


def icon(name: str) -> str:
    """Return the name of the icon of an action."""
    icons = {
        **dict.fromkeys(("import-folder", "import-files", "import-bookmarks"), "import"),
        **dict.fromkeys(("copy-citation", "copy-reference", "copy-references"), "copy"),
        **dict.fromkeys(("copy-quotes", "copy-parts"), "quote"),
        "style": "book-open",
        "export-references": "export",
        **dict.fromkeys(("open-archive", "sample"), "archive"),
        **dict.fromkeys(("bookmark", "bookmark-amber", "bookmark-green", "bookmark-blue", "bookmark-rose"), "bookmark"),
        **dict.fromkeys(("find", "search"), "search"),
        **dict.fromkeys(("keys", "tour"), "help"),
        **{name: name for name in ("note", "zoom-in", "zoom-out", "fit-width")},
        "settings": "settings",
        "back": "arrow-left",
        "forward": "arrow-right",
        "pages": "outline",
        "all-briefs": "brief",
        "table": "table",
        "bookmarks": "bookmark",
        "series": "grid",
        "beside": "columns",
        "reopen-tab": "clock",
        "review": "flag",
        "sidebar": "sidebar",
        "details": "panel-right",
        "filters": "filter",
        "glossary": "book-open",
        "duplicates": "copy",
        "editions": "globe",
        "names": "division",
        "reread": "flag",
        "patterns": "grid",
    }
    return icons.get(name, "chevron-right")
