"""What briefs and names are to one another, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from kinu_reader.model import ArchivedBrief, Record, restated
from kinu_reader.tasks import authority
from kinu_reader.tasks.corrections import field_text
from kinu_reader.tasks.duplicates import Sameness
from kinu_reader.tasks.editions import Evidence
from kinu_reader.ui.wording import language_mark, language_name

if TYPE_CHECKING:
    from kinu_reader.model import Card, Stated
    from kinu_reader.tasks.duplicates import Likeness
    from kinu_reader.tasks.editions import Reason

translate = QCoreApplication.translate


def brief_line(brief: ArchivedBrief | Card) -> str:
    """Return a brief in one line: code, title, language."""
    known = brief.record if isinstance(brief, ArchivedBrief) else brief
    return " · ".join(filter(None, (known.code, known.title or brief.file, language_mark(known.language))))


def sameness(likeness: Likeness) -> str:
    """Say why two briefs may be one."""
    said = []
    if Sameness.CODE in likeness.reasons:
        said.append(translate("Relations", "same code"))
    if Sameness.TEXT in likeness.reasons:
        share = QLocale().toString(round(100 * (likeness.similarity or 0)))
        said.append(translate("Relations", "nearly the same text ({} %)").format(share))
    return " · ".join(said)


def evidence_said(reason: Reason) -> str:
    """Say what speaks for two briefs being editions of one."""
    match reason.evidence:
        case Evidence.CODE:
            said = translate("Relations", "The same code: {}")
        case Evidence.NUMBER:
            said = translate("Relations", "The same number: {}")
        case Evidence.DAY:
            said = translate("Relations", "Published on the same day: {}")
        case Evidence.DATE:
            said = translate("Relations", "Published at nearly the same time: {}")
        case Evidence.AUTHORS:
            said = translate("Relations", "The same author: {}")
        case Evidence.TEXT:
            said = translate("Relations", "The same numbers and names in the text: {}")
    return said.format(reason.said)


def name_reason(reason: authority.Reason) -> str:
    """Say why names are probably one."""
    match reason:
        case authority.Reason.SAME_IN_HANGUL:
            return translate("Relations", "The same in Hangul")
        case authority.Reason.SPELLING:
            return translate("Relations", "The same letters, spelt otherwise")
        case authority.Reason.EDITIONS:
            return translate("Relations", "Two editions of a brief print the one and the other")
        case authority.Reason.SAME_DIVISION:
            return translate("Relations", "Printed with the same division")


def stated_text(field: str, said: Stated) -> str:
    """Return what a record says in a field, for a person to read; a dash for nothing."""
    text = field_text(restated(Record(), {field: said}), field)
    return (language_name(text) or text if field == "language" else text) or "–"
