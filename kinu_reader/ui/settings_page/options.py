"""What can be set, in words: one table for the page and the command palette."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Option:
    """One thing to set: what it is called, and a sentence of help."""

    name: str  # a setting, or an action of the window
    section: str
    title: str
    help: str

    def answers(self, words: list[str]) -> bool:
        """Tell whether all words, in small letters, stand in it."""
        said = f"{self.section} {self.title} {self.help}".casefold()
        return all(word in said for word in words)


def options() -> list[Option]:
    """Return all options in the language of the window, those of a section one after another."""
    return [*_look(), *_archive(), *_search_and_citing(), *_help(), *_privacy()]


def _look() -> list[Option]:
    section = translate("Settings", "Look and language")
    return [
        Option(
            "language",
            section,
            translate("Settings", "Language"),
            translate("Settings", "Of the window. Briefs are searched and cited in their own language."),
        ),
        Option(
            "theme",
            section,
            translate("Settings", "Theme"),
            translate("Settings", "Light or dark. The pages of a brief can be switched on their own in the reader."),
        ),
        Option(
            "text_size",
            section,
            translate("Settings", "Text size"),
            translate("Settings", "Of everything but the pages, which have their own zoom."),
        ),
        Option(
            "reduced_motion",
            section,
            translate("Settings", "Reduce motion"),
            translate("Settings", "Menus appear at once, and the caret does not blink."),
        ),
    ]


def _archive() -> list[Option]:
    section = translate("Settings", "Archive")
    return [
        Option(
            "archives",
            section,
            translate("Settings", "Folder for archives"),
            translate("Settings", "Where new archives are made and others looked for. An open one stays where it is."),
        ),
        Option(
            "watch",
            section,
            translate("Settings", "Watched folders"),
            translate("Settings", "New briefs in these folders come into the archive by themselves."),
        ),
        Option(
            "ocr",
            section,
            translate("Settings", "Reading pictures of pages"),
            translate(
                "Settings", "Scanned pages have no text to search. Tesseract reads it off them (OCR), on this machine."
            ),
        ),
    ]


def _search_and_citing() -> list[Option]:
    searching, citing = translate("Settings", "Search"), translate("Settings", "Citing and copying")
    return [
        Option(
            "expand",
            searching,
            translate("Settings", "Look for synonyms and translations"),
            translate("Settings", "A search for 통일 finds unification as well; each word added can be switched off."),
        ),
        Option(
            "glossary",
            searching,
            translate("Settings", "My glossary"),
            translate("Settings", "Your own synonyms and translations, which searches look for as well."),
        ),
        Option(
            "style",
            citing,
            translate("Settings", "Citation style"),
            translate("Settings", "Of what is copied and shown beside a brief."),
        ),
        Option(
            "straight",
            citing,
            translate("Settings", "Copy with straight quotation marks"),
            translate("Settings", "Quotes are copied with \" and ' in place of “ ” and ‘ ’."),
        ),
    ]


def _help() -> list[Option]:
    section = translate("Settings", "Keys and help")
    return [
        Option(
            "keys",
            section,
            translate("Settings", "Keys"),
            translate("Settings", "All commands with their keys, each of which can be changed."),
        ),
        Option(
            "tour",
            section,
            translate("Settings", "A tour of the window"),
            translate("Settings", "Two minutes, from the search to the citation."),
        ),
    ]


def _privacy() -> list[Option]:
    section = translate("Settings", "Privacy")
    return [
        Option(
            "privacy",
            section,
            translate("Settings", "No network connection, ever"),
            translate(
                "Settings",
                "Kinu Reader opens no network connection: nothing you read, search, mark or write leaves this "
                "computer. There is no account and no telemetry, and it does not look for updates.",
            ),
        ),
        Option(
            "places",
            section,
            translate("Settings", "What lies where"),
            translate("Settings", "All that Kinu Reader writes, but for files you export, lies in these places."),
        ),
    ]
