"""The look: colour tokens of the light and the dark theme, and what Qt makes of them.

Only Fusion is used. Its own dark mode depends on the platform, so both palettes are ours and are set outright.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from functools import lru_cache
from string import Template

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from kinu_reader.paths import resource

STYLE = ("-style", "Fusion")  # arguments of the application: to set it later loads all names of Qt's styles
BASE_PX = 13
TEXT_SIZES = (100, 125, 150)  # % of the sizes that the program is drawn in
SEMIBOLD = (
    601  # a Hangul face without a semibold gives its bold for this; for 600 it gives its medium, too pale a title
)
RADIO, RING = 16, 5  # px: of a radio button, and of what is filled of the one chosen
SMALLEST_SCALED = 12  # px: lengths in the style sheet below this are lines and bars, not room for text
LATIN_FACES = ("Inter", "Pretendard")
KOREAN_FACES = (
    "Pretendard",
    "Noto Sans CJK KR",
    "Noto Sans KR",
    "NanumGothic",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
)


@dataclass(frozen=True)
class BookmarkColours:
    """The two colours of a bookmark: a broad line or block, and the thin line that gives it an edge."""

    fill: str
    line: str


@dataclass(frozen=True, eq=False, repr=False)
class Tokens:
    """Every colour of one theme, as #RRGGBB.

    Pages come in a light and a night version whatever the theme is, so what is painted over them is told apart from
    the hits of a list, which follow the theme.
    """

    dark: bool
    window: str
    panel: str
    backdrop: str  # behind the pages of the reader
    text: str
    secondary: str
    disabled: str  # text at 45 % on a panel
    hairline: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    field_border: str  # at least 3:1 on a panel
    button_border: str
    hover: str
    pressed: str
    chip: str
    thumb: str  # of scroll bars
    thumb_hover: str
    low_certainty: str
    low_certainty_soft: str
    failure: str
    tooltip: str
    tooltip_text: str
    page_outline: str
    tick: str  # a hit in the scroll strip
    current_tick: str
    list_hit: str
    list_current_hit: str
    list_hit_ink: str
    found: str  # found in the brief
    selection: str
    amber: BookmarkColours
    green: BookmarkColours
    blue: BookmarkColours
    rose: BookmarkColours
    page: str = "#FFFFFF"
    hit: str = "#FFE38A"  # multiplied over a light page
    current_hit: str = "#FFB84D"
    current_outline: str = "#B86A00"
    night_page: str = "#1D2229"
    night_ink: str = "#D3D9E1"
    night_hit: str = "#5C4A00"  # lightens a night page
    night_current_hit: str = "#7A4E00"
    night_current_outline: str = "#FFB84D"

    def bookmark(self, colour: str) -> BookmarkColours:
        """Return the colours of a bookmark: amber, green, blue or rose."""
        named = {"amber": self.amber, "green": self.green, "blue": self.blue, "rose": self.rose}
        return named[colour]


LIGHT = Tokens(
    dark=False,
    window="#F6F7F9",
    panel="#FFFFFF",
    backdrop="#E4E7EC",
    text="#1B2430",
    secondary="#5B6675",
    disabled="#989DA2",
    hairline="#DDE1E7",
    accent="#2459A9",
    accent_hover="#1D4A8F",
    accent_soft="#E6EEF9",
    on_accent="#FFFFFF",
    field_border="#8893A1",
    button_border="#C3CAD4",
    hover="#EDF0F4",
    pressed="#E1E6ED",
    chip="#EEF1F5",
    thumb="#B4BCC8",
    thumb_hover="#8893A1",
    low_certainty="#8A5200",
    low_certainty_soft="#FFF1D6",
    failure="#B3261E",
    tooltip="#1B2430",
    tooltip_text="#FFFFFF",
    page_outline="#C9CFD8",
    tick="#B87F00",
    current_tick="#B86A00",
    list_hit="#FFE38A",
    list_current_hit="#FFB84D",
    list_hit_ink="#1B2430",
    found="#D6E4F8",
    selection="#BFD6F6",
    amber=BookmarkColours("#FFD66B", "#BF8A00"),
    green=BookmarkColours("#9ED9A0", "#3F9A46"),
    blue=BookmarkColours("#9CC7F2", "#3F87CC"),
    rose=BookmarkColours("#F3A9B8", "#D05C79"),
)

DARK = Tokens(
    dark=True,
    window="#1A1E25",
    panel="#20252E",
    backdrop="#12151A",
    text="#E6EAF0",
    secondary="#9AA6B5",
    disabled="#797E85",
    hairline="#313947",
    accent="#7FB0F5",
    accent_hover="#9CC3FA",
    accent_soft="#263750",
    on_accent="#0E1A2C",
    field_border="#6B7890",
    button_border="#465163",
    hover="#2A313D",
    pressed="#323B49",
    chip="#2D3541",
    thumb="#4D586A",
    thumb_hover="#6B7890",
    low_certainty="#F0B95E",
    low_certainty_soft="#3A2F1A",
    failure="#F2948B",
    tooltip="#323B49",
    tooltip_text="#E6EAF0",
    page_outline="#333B48",
    tick="#D9A21B",
    current_tick="#FFB84D",
    list_hit="#5C4A00",
    list_current_hit="#7A4E00",
    list_hit_ink="#FFEFC2",
    found="#263F63",
    selection="#2F5388",
    amber=BookmarkColours("#C29F4A", "#C29F4A"),
    green=BookmarkColours("#6F9E75", "#6F9E75"),
    blue=BookmarkColours("#6A8EB3", "#6A8EB3"),
    rose=BookmarkColours("#B07682", "#B07682"),
)


class Theme(QObject):
    """The tokens in force; widgets hold it, paint with `tokens` and repaint on `changed`."""

    changed = Signal()

    def __init__(self, tokens: Tokens = LIGHT, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens

    @property
    def tokens(self) -> Tokens:
        """Return the colours to paint with now."""
        return self._tokens

    def use(self, tokens: Tokens) -> None:
        """Change the colours and tell every widget; the application itself is dressed by `apply`."""
        if tokens != self._tokens:
            self._tokens = tokens
            self.changed.emit()


def system_is_dark(app: QApplication) -> bool:
    """Return whether the system wants dark windows, by the palette that it gives.

    The name of its scheme would be plainer, but to ask for it loads all names of Qt, and for the style all of its own.
    """
    given = app.style().standardPalette() if app.styleSheet() else app.palette()  # ours is in force, or not yet
    return given.windowText().color().lightness() > given.window().color().lightness()


def palette(tokens: Tokens) -> QPalette:
    """Return a palette that names every role in every group, so that no system colour shows through."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.panel,
        role.AlternateBase: tokens.window,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.secondary,
        role.Button: tokens.panel,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.failure,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.tooltip,
        role.ToolTipText: tokens.tooltip_text,
        role.Light: tokens.panel,
        role.Midlight: tokens.hairline,
        role.Mid: tokens.button_border,
        role.Dark: tokens.field_border,
        role.Shadow: tokens.backdrop,
    }
    made = QPalette()
    for each, colour in colours.items():
        made.setColor(QPalette.ColorGroup.All, each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText, role.Link, role.LinkVisited):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.disabled))
    for each in (role.Highlight, role.Accent):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.button_border))
    made.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(tokens.text))
    return made


def style_sheet(tokens: Tokens) -> str:
    """Return the style sheet of the application in these colours, for the size of text in force."""
    folder = resource("themes")
    template = Template((folder / "window.qss").read_text(encoding="utf-8"))
    name = "dark" if tokens.dark else "light"
    side, ring = scaled(RADIO), scaled(RING)
    lengths = {"radius": side // 2, "ring": ring, "dot": side - 2 * ring}
    return _LENGTH.sub(
        _scaled_length, template.substitute(asdict(tokens), **lengths, folder=folder.as_posix(), name=name)
    )


_LENGTH = re.compile(r"(font-size: |min-height: |(?<![-\w])(?:width|height): )(\d+)(?=px)")


def _scaled_length(length: re.Match[str]) -> str:
    px = int(length[2])
    return f"{length[1]}{scaled(px) if px >= SMALLEST_SCALED else px}"


def families() -> list[str]:
    """Return the faces to set text in: the first Latin and the first Korean one that this machine has."""
    installed = set(QFontDatabase.families())
    chosen = [next((face for face in faces if face in installed), "") for faces in (LATIN_FACES, KOREAN_FACES)]
    return [face for face in dict.fromkeys(chosen) if face]


def scaled(px: float) -> int:
    """Return a length that grows with the text, in pixels: the base font says how large text is."""
    base = _base_px()
    return round(px * base / BASE_PX) if base > 0 else round(px)  # no pixels: the application is not dressed yet


@lru_cache(maxsize=1)
def _base_px() -> int:
    return QApplication.font().pixelSize()  # asked thousands of times while a list is painted


def icon_size(px: int) -> QSize:
    """Return the size of a square icon that grows with the text."""
    return QSize(scaled(px), scaled(px))


def font(px: float = BASE_PX, semibold: bool = False, tabular: bool = False) -> QFont:
    """Return the interface font at a size in pixels of 100 % text; `tabular` gives all figures one width."""
    return QFont(_font(px, semibold, tabular))


@lru_cache(maxsize=64)
def _font(px: float, semibold: bool, tabular: bool) -> QFont:
    base = QApplication.font()
    made = QFont(base.families() or [base.family()], -1, SEMIBOLD if semibold else QFont.Weight.Normal.value)
    made.setHintingPreference(base.hintingPreference())
    made.setPixelSize(max(1, scaled(px)))
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def apply(app: QApplication, tokens: Tokens, percent: int = 100) -> None:
    """Dress the application: palette, style sheet and base font, its text this large."""
    base = app.font()
    if chosen := families():
        base.setFamilies(chosen)
    base.setPixelSize(round(BASE_PX * percent / 100))
    base.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setStyleSheet("")  # else each of the following dresses every widget anew
    app.setPalette(palette(tokens))
    app.setFont(base)
    _base_px.cache_clear()
    _font.cache_clear()
    app.setStyleSheet(style_sheet(tokens))
