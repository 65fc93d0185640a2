"""Corrections for many records at once: each takes a record and returns it as a person wants it."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from kinu_reader.model import USER, Record, Stated, WrongValue, restated, stated
from kinu_reader.tasks.editing import FIELDS, authors_as_text, edited

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kinu_reader.tasks.editing import Correction

LISTS = ("authors", "keywords")  # their parts are divided by semicolons


def setting(changes: Mapping[str, str]) -> Correction:
    """Give fields values, an empty text clearing one.

    Raises:
        WrongValue: if there is no such field, or a value cannot be one of it.
    """
    edited(Record(), changes)
    return partial(edited, changes=changes)


def replacing(field: str, old: str, new: str, *, regex: bool = False) -> Correction:
    r"""Put one text in place of another wherever a field has it; of a pattern, \1 is what its first group matched.

    Raises:
        WrongValue: if there is no such field, or `old` is found in nothing, or is no pattern. The correction itself
            raises it where the new value cannot be one of the field.
    """
    _check(field)
    try:
        pattern = re.compile(old if regex else re.escape(old))
    except re.error as error:
        raise WrongValue(field, old) from error
    if pattern.match(""):  # it would be found between any two letters
        raise WrongValue(field, old)

    def correction(record: Record) -> Record:
        text = field_text(record, field)
        try:
            changed = pattern.sub(new if regex else lambda _: new, text)
        except (re.error, IndexError) as error:  # a group that the pattern does not have
            raise WrongValue(field, new) from error
        return record if changed == text else edited(record, {field: changed})

    return correction


def appending(field: str, text: str) -> Correction:
    """Add a text to the end of a field, or another author or keyword to the list.

    Raises:
        WrongValue: if there is no such field, or the text is empty. The correction itself raises it where the new
            value cannot be one of the field.
    """
    _check(field)
    if not text.strip():
        raise WrongValue(field, text)

    def correction(record: Record) -> Record:
        between = "; " if field in LISTS else " "
        return edited(record, {field: between.join(filter(None, (field_text(record, field), text.strip())))})

    return correction


def confirming(fields: Collection[str]) -> Correction:
    """Say that the values of fields are right as they are, also that one has none: they are in doubt no more.

    Raises:
        WrongValue: if there is no such field; "text", which says that pages have none, is one here.
    """
    for field in fields:
        if field != "text":
            _check(field)
    return lambda record: restated(record, {name: Stated(stated(record, name).value, USER) for name in fields})


def field_text(record: Record, field: str) -> str:
    """Return the value of a field as a person would type it; empty where there is none."""
    value: Any = getattr(record, field, None)
    if field == "authors":
        return authors_as_text(value)
    return "; ".join(value) if field == "keywords" else str(value or "")


def _check(field: str) -> None:
    if field not in FIELDS:
        raise WrongValue(field, "")
