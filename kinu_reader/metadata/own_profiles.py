"""Profiles that a person adds: one TOML file each, with the same keys as `Rules`."""

from __future__ import annotations

import logging
import re
import tomllib
from typing import TYPE_CHECKING, Any

from kinu_reader.metadata.rules import FIELDS, Rules, profile
from kinu_reader.model import KinuError

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.model import Profile

log = logging.getLogger(__name__)

_TEXTS, _LISTS = ("name", "series"), ("signs", "expected")


class ProfileUnusable(KinuError):
    """A profile's file cannot be used."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, detail)
        self.path, self.detail = path, detail


def load_profiles(folder: Path) -> tuple[Profile, ...]:
    """Return the profiles in a folder, by the names of their files; one that cannot be used costs only itself."""
    loaded = []
    for path in sorted(folder.glob("*.toml")):
        try:
            loaded.append(load_profile(path))
        except ProfileUnusable as error:
            log.warning("%s: %s", error.path, error.detail)
    return tuple(loaded)


def load_profile(path: Path) -> Profile:
    """Return the profile in a file.

    Raises:
        ProfileUnusable: if it is no TOML, has a key that no profile has, or a pattern that is none.
    """
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        return profile(_rules(said, path.stem))
    except (OSError, ValueError, TypeError, re.error) as error:
        raise ProfileUnusable(path, str(error)) from error


def _rules(said: dict[str, Any], stem: str) -> Rules:
    """Return the rules, every pattern tried.

    Raises:
        ValueError, TypeError, re.error: saying what is wrong with them.
    """
    values: dict[str, Any] = {"name": stem}
    for key, value in said.items():
        if key in _TEXTS and isinstance(value, str):
            values[key] = value
        elif key in _LISTS and _are_texts(value):
            values[key] = tuple(value)
        elif key == "codes" and isinstance(value, list) and all(_are_texts(pair) and len(pair) == 2 for pair in value):
            values[key] = tuple((pattern, written) for pattern, written in value)
        elif (key == "fields" and _are_texts_by_name(value)) or (key == "telling" and isinstance(value, bool)):
            values[key] = value
        else:
            raise ValueError(f"{key} is no key of a profile, or its value is of the wrong kind")
    rules = Rules(**values)
    _try(rules)
    return rules


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _are_texts_by_name(value: object) -> bool:
    return isinstance(value, dict) and _are_texts(list(value.values()))


def _try(rules: Rules) -> None:
    if unknown := sorted(set(rules.fields) - FIELDS):
        raise ValueError(f"no such field: {', '.join(unknown)}")
    if not (rules.series or rules.signs or (rules.codes and rules.telling)):
        raise ValueError("nothing tells which briefs this profile is for: series, signs, or codes that are telling")
    codes = [pattern for pattern, _ in rules.codes]
    for pattern in filter(None, (rules.series, *codes, *rules.signs, *rules.fields.values())):
        if re.compile(pattern).search(""):
            raise ValueError(f"{pattern} is found everywhere, even where there is nothing")
    for pattern, written in rules.codes:
        try:
            written.format_map(dict.fromkeys(re.compile(pattern).groupindex, ""))
        except KeyError as missing:
            raise ValueError(f"{written}: {missing} is no group of {pattern}") from missing
