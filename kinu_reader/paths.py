"""Where things lie on disk."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

APPLICATION = "kinu-reader"


def resource(name: str) -> Path:
    """Return a file or folder of `resources/`, in a checkout and in an installed program alike."""
    package = Path(__file__).parent
    installed = package / "_resources"
    return (installed if installed.is_dir() else package.parent / "resources") / name


def default_archive() -> Path:
    """Return the archive to use when none is named."""
    named = os.environ.get("KINU_ARCHIVE")
    return Path(named) if named else Path(platformdirs.user_data_path(APPLICATION)) / "archive"


def sample_archive() -> Path:
    """Return the folder in which the archive of the sample briefs is made."""
    return Path(platformdirs.user_data_path(APPLICATION)) / "sample-archive"


def index_folder(archive_id: str) -> Path:
    """Return where the index of an archive lies: the user's own cache, never the archive.

    Opening a Whoosh index runs what is pickled in it, and an archive may come from someone else.
    """
    return Path(platformdirs.user_cache_path(APPLICATION)) / "index" / archive_id


def settings_file() -> Path:
    """Return the file that keeps the user's settings."""
    return Path(platformdirs.user_config_path(APPLICATION)) / "settings.json"


def user_styles() -> Path:
    """Return the folder into which the user drops citation styles (.csl)."""
    return Path(platformdirs.user_config_path(APPLICATION)) / "styles"


def user_templates() -> Path:
    """Return the folder of the user's own templates for exported bookmarks; one named as ours goes before it."""
    return Path(platformdirs.user_config_path(APPLICATION)) / "templates"


def user_glossary() -> Path:
    """Return the file with the user's own lines of the glossary."""
    return Path(platformdirs.user_config_path(APPLICATION)) / "glossary.tsv"


def watch_file(archive_id: str) -> Path:
    """Return the file that keeps which folders of this machine are watched for an archive."""
    return Path(platformdirs.user_data_path(APPLICATION)) / "watched" / f"{archive_id}.json"


def log_file() -> Path:
    """Return the file that keeps what went wrong inside the program."""
    return Path(platformdirs.user_log_path(APPLICATION)) / "kinu-reader.log"
