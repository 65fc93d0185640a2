"""What is said of files written, and of files that are no styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kinu_reader.annotations.templates import TemplateUnusable
from kinu_reader.cite import StyleUnusable
from kinu_reader.model import UnreadableFile
from kinu_reader.tasks.sharing import WouldOverwrite
from kinu_reader.ui.wording import error_sentence

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.tasks.receiving import Incoming
    from kinu_reader.ui.citing.writing import Written

translate = QCoreApplication.translate


def said_of(written: Written) -> str:
    """Say where something was written, or why it was not."""
    match written.failure:
        case None:
            return _copies(written) if written.copies else translate("Citing", "Written to {}").format(written.path)
        case StyleUnusable() as error:
            return error_sentence(error)
        case TemplateUnusable() as error:
            return translate("Citing", "Your template {} has a mistake: {}").format(error.name, error.detail)
        case UnreadableFile() as error:
            return translate("Citing", "The file cannot be made: {}").format(error.detail)
        case WouldOverwrite() as error:
            said = translate("Citing", "{} is a file of the archive, or was read into it. Choose another folder.")
            return said.format(error.path)
        case OSError() as error:
            return translate("Citing", "{} cannot be written: {}").format(written.path, error.strerror or error)
    return str(written.failure)


def _copies(written: Written) -> str:
    made = sum(copy.failure is None for copy in written.copies)
    said = translate("Citing", "%n marked copies written to {}", "", made).format(written.path)
    failed = len(written.copies) - made
    astray = sum(len(copy.without_page) for copy in written.copies)
    if failed:
        said += " · " + translate("Citing", "%n brief(s) cannot be copied", "", failed)
    if astray:
        said += " · " + translate("Citing", "%n bookmark(s) found no page", "", astray)
    return said


def style_sentence(file: Path, error: StyleUnusable | OSError) -> str:
    """Say why a file is not kept as a style."""
    if isinstance(error, OSError):
        return translate("Citing", "{} cannot be read: {}").format(file.name, error.strerror or error)
    if error.detail.startswith("it depends on "):
        parent = error.detail.removeprefix("it depends on ")
        return translate("Citing", "{} needs the style {} as well. Add that first.").format(file.name, parent)
    return translate("Citing", "{} is not a citation style that can be used. Nothing was added.").format(file.name)


def received(added: int, incoming: Incoming) -> tuple[str, str]:
    """Say what became of a file of bookmarks: in one sentence, and line by line what was not taken."""
    said = [translate("Citing", "%n bookmark(s) added.", "", added)]
    if known := len(incoming.bookmarks) + len(incoming.foreign) - added:
        said.append(translate("Citing", "%n were here already.", "", known))
    if incoming.homeless:
        said.append(translate("Citing", "%n belong to briefs that are not here.", "", len(incoming.homeless)))
    if incoming.refused:
        said.append(translate("Citing", "%n could not be understood.", "", len(incoming.refused)))
    lines = [source.title or source.file or source.sha256 for source in incoming.homeless]
    return " ".join(said), "\n".join((*dict.fromkeys(lines), *incoming.refused))
