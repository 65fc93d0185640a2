"""A brief to its record. This room alone knows how institutes print titles, authors, dates, series and codes."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

from kinu_reader.metadata import profiles as _profiles

if TYPE_CHECKING:
    from kinu_reader.model import Brief, Guess, Profile

__all__ = ["guess", "profiles"]


def guess(brief: Brief) -> Guess:
    """Return what the profile that knows a brief best reads from it."""
    return max(profiles(), key=lambda profile: profile.matches(brief)).guess(brief)


def profiles() -> list[Profile]:
    """Return every profile; each module in the folder holds one."""
    names = sorted(module.name for module in pkgutil.iter_modules(_profiles.__path__))
    return [importlib.import_module(f"{_profiles.__name__}.{name}").PROFILE for name in names]
