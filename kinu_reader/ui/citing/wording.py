"""Why a file was not written, and why one is no style."""

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

    from kinu_reader.ui.citing.writing import Written

translate = QCoreApplication.translate


def failure_sentence(written: Written) -> str:
    """Say why something was not written."""
    match written.failure:
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


def style_sentence(file: Path, error: StyleUnusable | OSError) -> str:
    """Say why a file is not kept as a style."""
    if isinstance(error, OSError):
        return translate("Citing", "{} cannot be read: {}").format(file.name, error.strerror or error)
    if error.detail.startswith("it depends on "):
        parent = error.detail.removeprefix("it depends on ")
        return translate("Citing", "{} needs the style {} as well. Add that first.").format(file.name, parent)
    return translate("Citing", "{} is not a citation style that can be used. Nothing was added.").format(file.name)
