"""A brief to its record. This room alone knows how institutes print titles, authors, dates, series and codes."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

from kinu_reader.late import late
from kinu_reader.metadata import profiles as _profiles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.metadata.names import split_name
    from kinu_reader.metadata.own_profiles import ProfileUnusable, load_profile, load_profiles
    from kinu_reader.metadata.patterns import PATTERNED, follow, pattern_of
    from kinu_reader.model import Brief, Guess, Profile

__all__ = [
    "PATTERNED",
    "ProfileUnusable",
    "best_profile",
    "follow",
    "guess",
    "load_profile",
    "load_profiles",
    "pattern_of",
    "profiles",
    "split_name",
]

__getattr__ = late(
    __name__,
    {
        "names": ("split_name",),
        "own_profiles": ("ProfileUnusable", "load_profile", "load_profiles"),
        "patterns": ("PATTERNED", "follow", "pattern_of"),
    },
)


def guess(brief: Brief, extra: Sequence[Profile] = ()) -> Guess:
    """Return what the profile that knows a brief best reads from it; a person's own, the `extra`, go before ours."""
    return best_profile(brief, extra).guess(brief)


def best_profile(brief: Brief, extra: Sequence[Profile] = ()) -> Profile:
    """Return the profile that knows a brief best; there is one for any brief."""
    own = [(profile.matches(brief), profile) for profile in extra]
    known = [pair for pair in own if pair[0] > 0] or [(profile.matches(brief), profile) for profile in profiles()]
    return max(known, key=lambda pair: pair[0])[1]


def profiles() -> list[Profile]:
    """Return every profile of ours; each module in the folder holds one."""
    names = sorted(module.name for module in pkgutil.iter_modules(_profiles.__path__))
    return [importlib.import_module(f"{_profiles.__name__}.{name}").PROFILE for name in names]
