"""Sentences that several widgets say: why a file failed, why an archive cannot be opened, what was searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from kinu_reader.cite import StyleUnusable
from kinu_reader.model import (
    ArchiveProblem,
    ArchiveUnusable,
    BackupProblem,
    BackupUnusable,
    ClauseKind,
    FailureKind,
    Field,
    ProblemKind,
    TextQuality,
    WrongValue,
)

if TYPE_CHECKING:
    from kinu_reader.model import Clause, Hit, Problem

translate = QCoreApplication.translate


def failure_reason(kind: FailureKind) -> str:
    """Say why a file could not be imported."""
    match kind:
        case FailureKind.UNREADABLE:
            return translate("Wording", "Damaged: the file cannot be opened")
        case FailureKind.ENCRYPTED:
            return translate("Wording", "Opens only with a password")
        case FailureKind.EMPTY:
            return translate("Wording", "The file is empty")
        case FailureKind.NOT_A_DOCUMENT:
            return translate("Wording", "Not what its name says: neither a PDF nor a text")
        case FailureKind.TOO_LARGE:
            return translate("Wording", "Too large to read safely")
        case FailureKind.TIMEOUT:
            return translate("Wording", "Stopped: reading it took too long")
        case FailureKind.NO_TEXT:
            return translate("Wording", "There is no text in it")
        case FailureKind.UNSUPPORTED:
            return translate("Wording", "Only PDF and text files can be imported")


def error_sentence(error: Exception) -> str:
    """Say what went wrong and what to do."""
    if isinstance(error, WrongValue):
        return translate("Wording", "“{}” cannot stand in this field. Nothing was changed.").format(error.text)
    if isinstance(error, StyleUnusable):
        return translate("Wording", "The citation style {} cannot be used. Choose another.").format(error.style)
    if isinstance(error, BackupUnusable):
        return backup_sentence(error)
    if not isinstance(error, ArchiveUnusable):
        return translate("Wording", "Something went wrong inside Kinu Reader. Nothing in the archive was lost.")
    match error.problem:
        case ArchiveProblem.LOCKED:
            said = translate("Wording", "The archive {} is in use by another program. Close it, or try again.")
        case ArchiveProblem.NEWER:
            said = translate("Wording", "The archive {} was written by a newer Kinu Reader. Open it with that version.")
        case ArchiveProblem.DAMAGED:
            said = translate("Wording", "The catalogue of the archive {} is damaged. Restore it from a backup.")
        case ArchiveProblem.NO_SPACE:
            said = translate("Wording", "There is no space left for the archive {}. Free some and try again.")
        case ArchiveProblem.READ_ONLY:
            said = translate("Wording", "The archive {} cannot be written. Check its permissions, or copy it.")
        case ArchiveProblem.NOT_AN_ARCHIVE:
            said = translate("Wording", "There is no archive in {}. Choose another folder, or import briefs.")
    return said.format(error.folder)


def backup_sentence(error: BackupUnusable) -> str:
    """Say why a backup cannot be written or put back."""
    match error.problem:
        case BackupProblem.NOT_A_BACKUP:
            said = translate("Wording", "{} is not a backup of Kinu Reader.")
        case BackupProblem.DAMAGED:
            said = translate("Wording", "The backup {} is damaged or cut short. Nothing was changed.")
        case BackupProblem.NEWER:
            said = translate(
                "Wording", "The backup {} was written by a newer Kinu Reader. Restore it with that version."
            )
        case BackupProblem.OCCUPIED:
            said = translate("Wording", "The folder {} is not empty. Choose an empty one.")
        case BackupProblem.OTHER_ARCHIVE:
            said = translate("Wording", "The folder {} holds another archive. Choose an empty one.")
        case BackupProblem.NO_SPACE:
            said = translate("Wording", "There is not enough space for {}. Free some and try again.")
        case BackupProblem.READ_ONLY:
            said = translate("Wording", "{} cannot be written. Check its permissions, or choose another place.")
    return said.format(error.path)


def problem_sentence(problem: Problem) -> str:
    """Say what is not as it should be in an archive, and what became of it."""
    match problem.kind:
        case ProblemKind.CATALOGUE:
            said = translate("Wording", "The catalogue is damaged: {}. Restore a backup.")
        case ProblemKind.MISSING_FILE:
            said = translate("Wording", "The original of {} is gone. Import the file again to put it back.")
        case ProblemKind.CHANGED_FILE:
            said = translate("Wording", "The original of {} is not the file that was imported. Import that again.")
        case ProblemKind.STRAY_FILE:
            said = translate("Wording", "{} belongs to no brief.")
        case ProblemKind.LEFTOVER:
            said = translate("Wording", "{} was left by a copy that was broken off.")
        case ProblemKind.TEXT:
            said = translate("Wording", "Pages or passages of {} do not fit its text.")
        case ProblemKind.INDEX:
            said = translate("Wording", "The index is behind the catalogue.")
    parts = [said.format(problem.what)]
    if problem.detail and problem.kind is ProblemKind.CATALOGUE:
        parts.append(translate("Wording", "An older copy was kept: {}.").format(problem.detail))
    elif problem.detail:
        parts.append(translate("Wording", "It was put aside: {}").format(problem.detail))
    if problem.repaired:
        parts.append(translate("Wording", "Repaired."))
    return " ".join(parts)


def grouped(text: str, count: int) -> str:
    """Return a text with a count in it, its thousands set apart as the language does: Qt's %n does not."""
    return text.replace(str(count), QLocale().toString(count), 1)


def where(hit: Hit) -> str:
    """Return the printed page of a hit, or the paragraph in a text brief, whose pages are ours."""
    if not hit.page_label:
        return translate("Wording", "¶ {}").format(hit.passage + 1)
    return translate("Wording", "p. {}").format(hit.page_label)


def clause_words(clause: Clause) -> str:
    """Return one thing looked for, as typed."""
    match clause.kind:
        case ClauseKind.PHRASE:
            said = f"“{clause.text}”"
        case ClauseKind.NEAR:
            said = f"“{clause.text}” ~ {clause.within}"
        case ClauseKind.PREFIX:
            said = f"{clause.text}…"
        case ClauseKind.NAME:
            said = translate("Wording", "other spellings of {}").format(clause.text)
        case _:
            said = clause.text
    if clause.field is Field.NOTE:
        return translate("Wording", "{} in your own notes").format(said)
    return f"{clause.field}: {said}" if clause.field else said


def language_mark(language: str | None) -> str:
    """Return the short mark of a brief's language."""
    match language:
        case "ko":
            return translate("Wording", "KO")
        case "en":
            return translate("Wording", "EN")
        case _:
            return ""


def language_name(language: str | None) -> str:
    """Return the name of a brief's language."""
    match language:
        case "ko":
            return translate("Wording", "Korean")
        case "en":
            return translate("Wording", "English")
        case _:
            return ""


def quality_name(quality: str) -> str:
    """Return what the text of a brief is called by how much of it can be seen; nothing for what is no quality."""
    match quality:
        case TextQuality.GOOD:
            return translate("Wording", "Good text")
        case TextQuality.OCR:
            return translate("Wording", "Read off pictures")
        case TextQuality.PARTIAL:
            return translate("Wording", "Partly unseen")
        case _:
            return ""


def field_name(field: str) -> str:
    """Return the name of a field of a record."""
    names = {
        "title": translate("Wording", "Title"),
        "subtitle": translate("Wording", "Subtitle"),
        "authors": translate("Wording", "Author"),
        "series": translate("Wording", "Series"),
        "institute": translate("Wording", "Institute"),
        "code": translate("Wording", "Code"),
        "number": translate("Wording", "Number"),
        "year": translate("Wording", "Year"),
        "date": translate("Wording", "Date"),
        "language": translate("Wording", "Language"),
        "first_page": translate("Wording", "First page"),
        "keywords": translate("Wording", "Keywords"),
        "abstract": translate("Wording", "Abstract"),
        "place": translate("Wording", "Place"),
        "url": translate("Wording", "Address"),
        "doi": "DOI",
        "copyright": translate("Wording", "Copyright"),
        "disclaimer": translate("Wording", "Disclaimer"),
        "text": translate("Wording", "Text"),
    }
    return names[field]


def source_sentence(source: str) -> str:
    """Say where the value of a field comes from; `source` is its provenance."""
    kind, _, number = source.partition(" ")
    match kind:
        case "page":
            return translate("Wording", "Read on page {}").format(number)
        case "file":
            return translate("Wording", "Stated by the file itself")
        case "user":
            return translate("Wording", "Entered by you")
        case "pattern":
            return translate("Wording", "Said by you of the whole series")
        case _:
            return translate("Wording", "Follows from other fields")
