"""A table with a line of names above it: CSV or tab-separated, as spreadsheets write it. The form of last resort."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from typing import TYPE_CHECKING

from kinu_reader.cite.foreign import Foreign, ForeignRecord, date, kept, language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# The names of columns, by what they hold; the first is the one that is written.
COLUMNS = {
    "file": ("file", "file name", "파일", "파일명", "파일 이름"),
    "title": ("title", "제목", "표제", "서명", "논문명", "보고서명"),
    "subtitle": ("subtitle", "부제", "부제목"),
    "authors": ("authors", "author", "저자", "저자명", "필자", "집필자", "연구자", "연구책임자"),
    "institute": ("institute", "institution", "publisher", "기관", "발행기관", "발행처", "출판사", "연구기관"),
    "series": ("series", "시리즈", "시리즈명", "총서", "총서명"),
    "code": ("code", "report number", "코드", "보고서 번호", "발간 번호", "문서 번호"),
    "number": ("number", "no", "번호", "호", "호수"),
    "year": ("year", "연도", "년도", "발행 연도", "발간 연도", "발행년도"),
    "date": ("date", "publication date", "published", "날짜", "일자", "발행일", "발간일", "발행일자"),
    "language": ("language", "lang", "언어"),
    "place": ("place", "발행지", "장소"),
    "url": ("url", "link", "address", "주소", "링크"),
    "doi": ("doi",),
    "keywords": ("keywords", "keyword", "주제어", "키워드", "핵심어"),
    "abstract": ("abstract", "summary", "초록", "요약"),
    "first_page": ("first_page", "시작 쪽", "첫 쪽", "시작 페이지"),
    "copyright": ("copyright", "저작권"),
    "disclaimer": ("disclaimer", "면책 문구"),
    "sha256": ("sha256",),
}
TOLD = ("id", "pages", "tags", "imported_at")  # columns that we write as well, but that no table can change
_KOREAN_NAMES = re.compile(r"[가-힣]{2,4}(?:\s*[,·ㆍ/、]\s*[가-힣]{2,4})+")
# A spreadsheet runs a cell that begins so; an apostrophe before it is shown by none and makes it a text.
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")


def guarded(value: str) -> str:
    """Return a value that no spreadsheet takes for a formula; `unguarded` has it back."""
    return f"'{value}" if _FORMULA.match(value) else value


def unguarded(value: str) -> str:
    """Return what `guarded` was given."""
    return value[1:] if value[:1] == "'" and _FORMULA.match(value) else value


def written(rows: Sequence[Sequence[str]]) -> str:
    """Return rows, the first of them the names of the columns, as CSV with the line ends that it prescribes."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([guarded(value) for value in row] for row in rows)
    return text.getvalue()


def read(text: str) -> Foreign:
    """Read a table."""
    lines = _rows(text)
    names = next(lines, (0, None))[1] or []
    meanings = {_plain(name): field for field, known in COLUMNS.items() for name in known}
    columns = [meanings.get(_plain(unguarded(name)), "") for name in names]
    told = {_plain(name) for name in TOLD}
    pairs = zip(names, columns, strict=True)
    unknown = tuple(name for name, field in pairs if not field and name.strip() and _plain(name) not in told)
    records, spoilt = [], []
    for at, row in lines:
        if row is None or any(row[len(columns) :]):
            spoilt.append(at)
        elif any(unguarded(value).strip() for value in row):
            records.append(_record(dict(zip(columns, map(unguarded, row), strict=False)), at))
    return Foreign(tuple(records), unknown, tuple(spoilt))


def _rows(text: str) -> Iterator[tuple[int, list[str] | None]]:
    """Yield the rows with the line on which each begins; one that cannot be read is None, and the last."""
    named = re.match(r"sep=([\t;,|])\n", text)  # as spreadsheets tell each other
    skipped = 1 if named else 0
    text = text[named.end() :] if named else text
    head = text.partition("\n")[0]
    separator = named[1] if named else max("\t;,", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    while True:
        at = rows.line_num + 1 + skipped
        try:
            yield at, next(rows)
        except StopIteration:
            return
        except csv.Error:
            yield at, None
            return


def _record(said: dict[str, str], at: int) -> ForeignRecord:
    said.pop("", None)
    file, sha256 = said.pop("file", ""), said.pop("sha256", "")
    for field, read_as in (("date", date), ("language", language), ("authors", _names)):
        if field in said:
            said[field] = read_as(said[field].strip())
    return ForeignRecord(kept(said), at, re.split(r"[/\\]", file.strip())[-1], sha256.strip().lower())


def _names(text: str) -> str:
    """Return names divided by semicolons, by whatever they were divided."""
    if _KOREAN_NAMES.fullmatch(text):
        return re.sub(r"\s*[,·ㆍ/、]\s*", "; ", text)
    return text if re.search(r"[;{}()]", text) else re.sub(r"\s+(?:and|&)\s+", "; ", text)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFC", name).casefold())
