from __future__ import annotations

import re
from dataclasses import fields
from string import Template

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kinu_reader.paths import resource
from kinu_reader.ui import icons, theme
from kinu_reader.ui.theme import DARK, LIGHT, Tokens

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # said by the offscreen platform of any window

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def _luminance(colour: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(first: str, second: str) -> float:
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert _contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert _contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@BOTH
def test_words_can_be_read_on_every_ground_they_stand_on(tokens: Tokens) -> None:
    grounds = (tokens.window, tokens.panel, tokens.hover, tokens.chip, tokens.accent_soft, tokens.selection)
    pairs = [(tokens.text, ground) for ground in (*grounds, tokens.found, tokens.backdrop)]
    pairs += [(tokens.secondary, ground) for ground in (tokens.window, tokens.panel, tokens.hover, tokens.backdrop)]
    pairs += [(tokens.accent, ground) for ground in (tokens.window, tokens.panel, tokens.accent_soft)]
    pairs += [(tokens.on_accent, tokens.accent), (tokens.on_accent, tokens.accent_hover)]
    pairs += [(tokens.low_certainty, tokens.low_certainty_soft), (tokens.low_certainty, tokens.panel)]
    pairs += [(tokens.failure, tokens.panel), (tokens.failure, tokens.window)]
    pairs += [(tokens.list_hit_ink, tokens.list_hit), (tokens.list_hit_ink, tokens.list_current_hit)]
    pairs += [(tokens.tooltip_text, tokens.tooltip)]
    assert [(ink, ground) for ink, ground in pairs if _contrast(ink, ground) < 4.5] == []


@BOTH
def test_ink_can_be_read_under_the_hits_of_a_page(tokens: Tokens) -> None:
    assert _contrast("#000000", tokens.hit) >= 7
    assert _contrast("#000000", tokens.current_hit) >= 7
    assert _contrast(tokens.night_ink, tokens.night_page) >= 7
    assert _contrast(tokens.night_ink, tokens.night_hit) >= 4.5
    assert _contrast(tokens.night_ink, tokens.night_current_hit) >= 4.5


@BOTH
def test_edges_and_marks_can_be_seen(tokens: Tokens) -> None:
    for mark in (tokens.accent, tokens.low_certainty):  # on the folded sidebar, and around a bubble of the tour
        assert _contrast(mark, tokens.window) >= 3
        assert _contrast(mark, tokens.accent_soft) >= 3
    for mark in (tokens.field_border, tokens.tick, tokens.current_tick, tokens.accent):
        assert _contrast(mark, tokens.panel) >= 3
    assert _contrast(tokens.current_outline, tokens.page) >= 3
    assert _contrast(tokens.night_current_outline, tokens.night_page) >= 3


@BOTH
def test_disabled_is_the_text_at_45_percent(tokens: Tokens) -> None:
    mixed = [0.45 * int(tokens.text[at : at + 2], 16) + 0.55 * int(tokens.panel[at : at + 2], 16) for at in (1, 3, 5)]
    assert mixed == pytest.approx([int(tokens.disabled[at : at + 2], 16) for at in (1, 3, 5)], abs=1)


@BOTH
def test_every_colour_is_six_hex_digits(tokens: Tokens) -> None:
    colours = [value for each in fields(tokens) if isinstance(value := getattr(tokens, each.name), str)]
    assert len(colours) > 30
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in colours)


@BOTH
def test_the_palette_leaves_no_role_to_the_system(tokens: Tokens, qapp: QApplication) -> None:
    made = theme.palette(tokens)
    unset = [
        (group, role)
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)
        for role in QPalette.ColorRole
        if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles) and not made.isBrushSet(group, role)
    ]
    assert unset == []
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == QColor(tokens.disabled)


def test_the_style_sheet_uses_only_known_tokens() -> None:
    template = Template((resource("themes") / "window.qss").read_text(encoding="utf-8"))
    assert template.is_valid()
    assert set(template.get_identifiers()) - {each.name for each in fields(Tokens)} == {
        "folder",
        "name",
        "radius",
        "ring",
        "dot",
    }
    assert "$" not in theme.style_sheet(LIGHT)
    both = theme.style_sheet(LIGHT) + theme.style_sheet(DARK)
    drawings = {named.rsplit("/", 1)[1] for named in re.findall(r'url\("(.+?)"\)', both)}
    assert drawings == {file.name for file in resource("themes").glob("*.svg")}


@BOTH
def test_a_dressed_application_shows_the_theme_and_focus_moves_nothing(qapp: QApplication, tokens: Tokens) -> None:
    theme.apply(qapp, tokens)
    panel = QWidget()
    column = QVBoxLayout(panel)
    controls = [QLineEdit(), QPushButton("Import")]
    for control in controls:
        column.addWidget(control)
    panel.show()
    before = [(control.geometry(), control.sizeHint()) for control in controls]
    assert [control.height() for control in controls] == [28, 28]
    for control in controls:
        control.setFocus(Qt.FocusReason.TabFocusReason)
        assert [(each.geometry(), each.sizeHint()) for each in controls] == before
    assert panel.grab().toImage().pixelColor(1, 1) == QColor(tokens.window)
    panel.close()


def test_the_font_has_pixels_and_weight(qapp: QApplication) -> None:
    theme.apply(qapp, LIGHT)
    assert qapp.font().pixelSize() == theme.BASE_PX
    assert theme.font(15, semibold=True).pixelSize() == 15
    assert theme.font(15, semibold=True).weight() > theme.font(15).weight()
    tabular = QFontMetrics(theme.font(tabular=True))
    assert tabular.horizontalAdvance("1111") == tabular.horizontalAdvance("8888")
    assert set(theme.families()) <= {*theme.LATIN_FACES, *theme.KOREAN_FACES}


@pytest.mark.parametrize("percent", theme.TEXT_SIZES)
def test_text_and_what_holds_it_grow_together(qapp: QApplication, percent: int) -> None:
    theme.apply(qapp, LIGHT, percent)
    field = QLineEdit()
    field.show()
    assert theme.font(12).pixelSize() == theme.scaled(12) == pytest.approx(12 * percent / 100, abs=1)
    assert field.height() >= theme.scaled(26)
    sheet = theme.style_sheet(LIGHT)
    assert f"min-height: {theme.scaled(26)}px" in sheet
    assert "max-height: 6px" in sheet  # bars and lines stay as thin as they are
    assert "min-height: 6px" in sheet
    field.close()
    theme.apply(qapp, LIGHT)


def test_a_theme_tells_its_widgets_once(qapp: QApplication) -> None:
    held = theme.Theme(LIGHT)
    told: list[Tokens] = []
    held.changed.connect(lambda: told.append(held.tokens))
    held.use(DARK)
    held.use(DARK)
    assert told == [DARK]


@pytest.mark.parametrize("name", [*icons.names(), icons.APP])
def test_every_drawing_draws_something_inside_its_grid(name: str, qapp: QApplication) -> None:
    image = icons.pixmap(name, "#FF0000", 20, 2.0).toImage()
    assert (image.width(), image.height(), image.devicePixelRatio()) == (40, 40, 2.0)
    drawn = [(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() > 128]
    assert len(drawn) > 15
    if name != icons.APP:
        assert all(1 < x < 38 and 1 < y < 38 for x, y in drawn)
        assert {image.pixelColor(x, y).green() for x, y in drawn} == {0}


def test_icons_are_drawn_alike() -> None:
    for name in icons.names():
        drawing = (resource("icons") / f"{name}.svg").read_text(encoding="utf-8")
        assert 'viewBox="0 0 20 20"' in drawing
        assert 'stroke="currentColor" stroke-width="1.6" stroke-linecap="round"' in drawing
        assert not re.search("#[0-9A-Fa-f]{3}", drawing)


def test_an_icon_is_coloured_by_state_and_sharp_on_a_fine_screen(qapp: QApplication) -> None:
    made = icons.button_icon("moon", LIGHT)
    fine = made.pixmap(made.availableSizes()[0], 2.0)
    assert fine.width() == 40
    colours = {
        state: _strongest(made.pixmap(20, QIcon.Mode.Normal, state).toImage().pixelColor)
        for state in (QIcon.State.Off, QIcon.State.On)
    }
    assert colours == {QIcon.State.Off: LIGHT.secondary, QIcon.State.On: LIGHT.accent}
    with pytest.raises(FileNotFoundError):
        icons.icon("no such icon", LIGHT.text)
    assert not icons.app_icon().isNull()


def _strongest(colour_at: object) -> str:
    assert callable(colour_at)
    colours = [colour_at(x, y) for x in range(20) for y in range(20)]
    return str(max(colours, key=lambda colour: colour.alpha()).name().upper())
