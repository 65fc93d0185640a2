from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.ui.theme import font
from kinu_reader.ui.typesetting import JOINER, Lines, _layout, _shown, _units, keep_words, snippet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

WORDS = st.text(alphabet="가나다 abc.한", min_size=1, max_size=60)


@given(WORDS, st.data())
def test_joined_words_keep_their_marks(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    joined, ((a, b),) = keep_words(text, [(start, end)])
    assert joined.replace(JOINER, "") == text
    assert joined[a:b].replace(JOINER, "") == text[start:end]
    assert not joined[a:b].startswith(JOINER)
    assert not joined[a:b].endswith(JOINER)


def test_korean_words_are_whole_and_others_as_they_were() -> None:
    assert keep_words("통일 정책")[0] == f"통{JOINER}일 정{JOINER}책"
    assert keep_words("plain words")[0] == "plain words"


@given(st.text(max_size=600), st.data())
def test_a_snippet_shows_the_leading_mark(text: str, data: st.DataObject) -> None:
    text = text + "needle" + text
    start = text.index("needle")
    shown, marks = snippet(text, [(start, start + 6)])
    assert [shown[a:b].replace("\n", " ") for a, b in marks] == ["needle"]
    assert len(shown) <= 262


def test_lines_are_cut_with_an_ellipsis(qapp: QApplication) -> None:
    long = Lines("word " * 200, [(0, 4), (900, 904)], font(13), 300, 2, 20)
    assert long.height == 40
    assert long._layout.text().endswith("…")
    assert all(b <= len(long._layout.text()) for _, b in long._marks)
    short = Lines("one line", [], font(13), 300, 2, 20)
    assert short.height == 20
    assert Lines("", [], font(13), 300, 2, 20).height in (0, 20)
    smile = Lines("😀 smile", [(2, 7)], font(13), 300, 2, 20)
    assert smile._layout.text() == "😀 smile"
    assert smile._marks == [(3, 8)]  # in UTF-16
    assert Lines("😀 " * 200, [(0, 1)], font(13), 300, 2, 20)._layout.text().endswith("…")


@given(st.text(alphabet="가나다통일정책 abcwil.,각\u0301😀漢", max_size=400), st.integers(60, 600))
def test_what_is_not_shown_is_cut_before_it_is_laid_out(qapp: QApplication, text: str, width: int) -> None:
    shown, whole = Lines(text, [], font(13), width, 2, 20), keep_words(text)[0]
    laid = _layout(whole, font(13), width, 2)
    assert shown.height == laid.lineCount() * 20
    if _shown(laid) == _units(whole):
        assert shown._layout.text() == whole
    else:
        assert shown._layout.text().endswith("…")
        assert whole.startswith(shown._layout.text()[:-1])
        assert abs(_shown(shown._layout) - _shown(laid)) <= 30  # as much of it as there is room for
