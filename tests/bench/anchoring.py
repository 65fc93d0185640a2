"""How well kept words are found again in real briefs that were edited.

`python tests/bench/anchoring.py [TRIES]` edits the briefs of ../shared/corpora/briefs as the tests of anchors do those
of their own making (`tests/annotations/test_anchors_survive.py`), TRIES times for each language (600 without one), and
prints for each way of editing how many were found rightly (at least 98 of 100) and how many stand wrongly although
nothing says that they moved (none). A brief that cannot be read, or is too short to select in, is left out.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from pathlib import Path

from kinu_reader.extract import Readers
from kinu_reader.model import Brief

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "annotations"))

from test_anchors_survive import EDITS, Edited, chosen, judged  # noqa: E402

BRIEFS = HERE.parents[1].parent / "shared" / "corpora" / "briefs"
TRIES = 600  # for each language
LEAST = 1500  # characters of a text that one selects in
KOREAN = 0.2  # of the characters of a Korean text are Hangul, at least


def texts() -> dict[str, list[str]]:
    """Return the canonical texts of the real briefs by language."""
    read: dict[str, list[str]] = {"en": [], "ko": []}
    with Readers(2) as readers:
        for brief in readers.read_all(sorted(BRIEFS.rglob("*.pdf"))):
            if isinstance(brief, Brief) and len(brief.text.split()) > 100 and len(brief.text) > LEAST:
                hangul = sum("가" <= character <= "힣" for character in brief.text) / len(brief.text)
                read["ko" if hangul > KOREAN else "en"].append(brief.text)
    return read


def fared(language: str, found: list[str], tries: int) -> None:
    """Edit briefs of a language, find the kept words again, and print how that went."""
    rng = random.Random(23)
    sums: dict[str, Counter[str]] = {edit.__name__: Counter() for edit in EDITS}
    began = time.process_time()
    for n in range(tries):
        text, edit = rng.choice(found), EDITS[n % len(EDITS)]
        kept = chosen(rng, text)
        edited = edit(rng, Edited(text, list(range(len(text)))), language, kept)
        how, unmoved = judged(edited, kept, text)
        sums[edit.__name__]["wrong without mark" if how == "wrong" and unmoved else how] += 1
    print(f"{language}: {len(found)} briefs, {1000 * (time.process_time() - began) / tries:.0f} ms of processor each")
    for name, counts in [*sums.items(), ("altogether", sum(sums.values(), Counter()))]:
        line = ", ".join(f"{counts[how]} {how}" for how in ("right", "wrong", "orphan", "wrong without mark"))
        print(f"  {name.replace('_', ' '):20} {100 * counts['right'] / counts.total():5.1f} %  ({line})")


def main(tries: int) -> None:
    if not (BRIEFS / "known.json").is_file():
        print(f"Skipped: the real briefs are not there ({BRIEFS}).")
        return
    for language, found in texts().items():
        fared(language, found, tries)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TRIES)
