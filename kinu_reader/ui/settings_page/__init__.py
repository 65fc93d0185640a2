"""The page of settings: every option with a sentence of help, to be found by any of its words."""

from kinu_reader.ui.settings_page.options import Option, options
from kinu_reader.ui.settings_page.page import SettingsPage

__all__ = ["Option", "SettingsPage", "options"]
