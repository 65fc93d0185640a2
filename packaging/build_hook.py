"""Hatch calls this while building: it compiles the translations and puts the resources into the wheel."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface[BuilderConfig]):
    """Make `resources/` ready for a wheel, or in place for an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the translations; copy the resources only into a wheel that stands alone."""
        resources = Path(self.root) / "resources"
        compile_translations(resources / "translations", resources / "translations")
        if version != "editable":  # an editable install reads the checkout's own
            build_data["force_include"][str(resources)] = "kinu_reader/_resources"


def compile_translations(sources: Path, target: Path) -> list[Path]:
    """Compile each `.ts` of a folder to a `.qm` in `target` and return those; RuntimeError says what failed."""
    return [_compile(source, target / f"{source.stem}.qm") for source in sorted(sources.glob("*.ts"))]


def _compile(source: Path, compiled: Path) -> Path:
    outcome = subprocess.run(
        [_lrelease(), "-silent", str(source), "-qm", str(compiled)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if outcome.returncode != 0:
        raise RuntimeError(f"lrelease could not compile {source.name}: {outcome.stdout.strip()}")
    return compiled


def _lrelease() -> str:
    """Return the path of Qt's lrelease: the one in the PySide6 wheel, else one that a distribution installed."""
    package = importlib.util.find_spec("PySide6")
    folders = (package.submodule_search_locations if package else None) or []
    for folder in folders:
        if found := shutil.which("lrelease", path=folder):
            return found
    for name in ("pyside6-lrelease", "lrelease6", "lrelease"):
        if found := shutil.which(name):
            return found
    raise RuntimeError("lrelease was not found; it comes with PySide6-Essentials")
