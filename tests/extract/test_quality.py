"""What is told of pages whose text cannot be trusted, and of the language of texts."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pymupdf
import pytest

from kinu_reader.extract.language import language_of
from kinu_reader.extract.quality import is_broken
from kinu_reader.extract.reading import read_file
from kinu_reader.model import PageState

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Press, Setter

ENGLISH = "The valley road was opened in the spring of that year and it carried timber to the coast. " * 4
KOREAN = "통일정책은 마을과 마을을 잇는 길을 내는 일에서 시작하여 강을 건너는 다리를 놓는 일로 이어진다. "


@pytest.mark.parametrize("text", [ENGLISH, KOREAN, "Table 3: 1,204 5,882 9,114", "", "Straße über Köln " * 20])
def test_good_text_is_not_called_broken(text: str) -> None:
    assert not is_broken(text)


def test_broken_fonts_are_noticed() -> None:
    assert is_broken(ENGLISH.translate(str.maketrans("aeiou", "qxzwk")))  # glyphs taken for others
    assert is_broken("\ufffd" * 30 + ENGLISH[:100])
    assert is_broken("\ue012\ue013" * 20 + KOREAN)
    assert is_broken("".join(chr(0xAC00 + 97 * n % 11172) for n in range(200)))  # syllables that nobody writes


def test_a_layer_of_hidden_text_over_a_picture_is_known_as_ocr(press: Callable[..., Press]) -> None:
    paper = press().new_page()
    paper.page.insert_image(paper.page.rect, pixmap=pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 60, 80)))
    for number in range(4):
        paper.line(72, 100 + 15 * number, "The road was opened in the spring of that year and it", mode=3)
    brief = read_file(paper.save())
    assert brief.pages[0].state is PageState.OCR
    assert brief.text.startswith("The road was opened")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (KOREAN, "ko"),
        ("Establishment of Diplomatic Relations", "en"),
        ("북한 제2차 UN WFP 보고서", "ko"),
        ("Unification Policy 통일정책 and the Korean Peninsula", "mixed"),
        ("La route de la vallée fut ouverte au printemps et elle menait les bois vers la côte lointaine.", "other"),
        ("Дорога в долине была открыта весной.", "other"),
        ("2024. 2. 20.", ""),
        ("", ""),
    ],
)
def test_languages_are_told_apart(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_list_of_names_is_in_the_language_of_its_brief() -> None:
    names = (
        "Algeria, Angola, Bahrain, Bolivia, Botswana, Chile, Cuba, Cyprus, Ecuador, Egypt, Gabon, Ghana, Guyana, India"
    )
    assert language_of(names) == "other"
    assert language_of(names, "en") == "en"


def test_brief_and_passages_have_a_language(setter: Callable[..., Setter]) -> None:
    made = setter(korean=True)
    made.paragraph(made.words(4))
    made.korean = False
    brief = read_file(made.paragraph(made.words(1)).press.save())
    assert [passage.language for passage in brief.passages] == ["ko", "en"]
    assert brief.language == "ko"


def test_decomposed_hangul_is_composed_before_it_is_judged(press: Callable[..., Press]) -> None:
    paper = press().line(72, 100, unicodedata.normalize("NFC", "통일정책 논의"), font="cjk")
    assert read_file(paper.save()).language == "ko"
