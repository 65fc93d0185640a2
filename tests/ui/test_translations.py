"""Every visible text has its Korean, and the plural forms their English."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from kinu_reader.paths import resource


@pytest.mark.parametrize("language", ["ko", "en"])
def test_nothing_is_left_to_translate(language: str) -> None:
    tree = ElementTree.parse(resource("translations") / f"kinu_reader_{language}.ts")
    messages = list(tree.iter("message"))
    assert len(messages) > 8
    unfinished = [
        message.findtext("source") for message in messages if message.find("translation").get("type") == "unfinished"
    ]
    assert unfinished == []


def test_placeholders_survive_translation() -> None:
    tree = ElementTree.parse(resource("translations") / "kinu_reader_ko.ts")
    for message in tree.iter("message"):
        source = message.findtext("source")
        translation = "".join(message.find("translation").itertext())
        for placeholder in ("{}", "%n", "{page}", "{pages}", "{number}", "{count}"):
            assert source.count(placeholder) == translation.count(placeholder), source
