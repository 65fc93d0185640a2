"""The JSON documents, key by key as the contract has them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from kinu_reader.cli.words import reason, searched
from kinu_reader.model import Author, BookmarkKind
from kinu_reader.tasks.understanding import bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kinu_reader.cite import Cited, Foreign
    from kinu_reader.model import (
        Answer,
        ArchivedBrief,
        Bookmark,
        Box,
        Change,
        Difference,
        Hit,
        Imported,
        Page,
        Passage,
        Pattern,
        SearchResult,
    )
    from kinu_reader.tasks.interchange import Match
    from kinu_reader.tasks.searching import WhyNot

Document = dict[str, Any]


def change(result: Change) -> Document:
    """`import`."""
    return {
        "added": [_imported(item) for item in result.added],
        "already": [{"id": item.id, "path": item.path} for item in result.already],
        "updated": [_imported(item) for item in result.updated],
        "failed": [{"path": f.path, "reason": reason(f), "kind": f.kind} for f in result.failed],
        "seconds": round(result.seconds, 3),
    }


def _imported(item: Imported) -> Document:
    return {"id": item.id, "path": item.path, "title": item.title, "code": item.code}


def result(found: SearchResult) -> Document:
    """`search`."""
    return {
        "query": found.request.text,
        "read_as": searched(found.query, found.request.filters),
        "total": found.total,
        "more": found.more,
        "took_ms": round(found.took_ms, 2),
        "expanded": [expansion.term for expansion in found.query.expanded],
        "did_you_mean": list(found.suggestions),
        "ignored": list(found.query.ignored),
        "results": [_answer(answer) for answer in found.answers],
        **({"partial_results": True} if found.cut_short else {}),
    }


def _answer(answer: Answer) -> Document:
    record = answer.brief.record
    divisions = dict.fromkeys(author.division for author in record.authors if author.division)
    return {
        "id": answer.brief.id,
        "title": record.title,
        "institute": record.institute,
        "series": record.series,
        "code": record.code,
        "authors": [author.name for author in record.authors],
        "division": "; ".join(divisions) or None,
        "date": record.date,
        "language": record.language,
        "score": round(answer.score, 4),
        "hits": answer.hits,
        "lacks": list(answer.lacks),
        "passages": [_hit(hit) for hit in answer.passages],
        **({"notes": [_note(hit.bookmark) for hit in answer.notes]} if answer.notes else {}),
    }


def _note(kept: Bookmark) -> Document:
    return {"bookmark": kept.id, "note": kept.note}


def _hit(hit: Hit) -> Document:
    return {
        "passage": hit.passage,
        "page": hit.page,
        "page_label": hit.page_label or None,
        "start": hit.start,
        "end": hit.end,
        "text": hit.text,
        "highlights": [list(range) for range in hit.highlights],
    }


def brief(known: ArchivedBrief, pages: Iterable[Page]) -> Document:
    """`show`."""
    record = known.record
    return {
        "id": known.id,
        "sha256": known.sha256,
        "file": known.file,
        "institute": record.institute,
        "series": record.series,
        "code": record.code,
        "number": record.number,
        "year": record.year,
        "title": record.title,
        "subtitle": record.subtitle,
        "authors": [asdict(author) for author in record.authors],
        "date": record.date,
        "language": record.language,
        "pages": known.pages,
        "place": record.place,
        "url": record.url,
        "doi": record.doi,
        "copyright": record.copyright,
        "disclaimer": record.disclaimer,
        "editions": list(known.editions),
        "text_quality": [{"page": page.number, "state": page.state} for page in pages],
        "provenance": dict(record.provenance),
        "needs_review": list(record.needs_review),
        "tags": list(known.tags),
        "imported_at": known.imported_at,
        "keywords": list(record.keywords),
        "abstract": record.abstract,
        "confidence": {name: record.doubts.get(name, "high") for name in record.provenance},
    }


def listed(briefs: Iterable[ArchivedBrief]) -> Document:
    """`list`."""
    return {
        "briefs": [
            {
                "id": known.id,
                "code": known.record.code,
                "title": known.record.title,
                "authors": [author.name for author in known.record.authors],
                "date": known.record.date,
                "language": known.record.language,
                "pages": known.pages,
            }
            for known in briefs
        ]
    }


def differences(found: Iterable[Difference]) -> Document:
    """`edit --preview`, `pattern` and `reread`."""
    return {
        "differences": [
            {"id": one.brief, "field": one.field, "before": plain(one.before.value), "after": plain(one.after.value)}
            for one in found
        ]
    }


def pattern(kept: Pattern) -> Document:
    """One of `patterns`."""
    return {
        "name": kept.name,
        "series": list(kept.series),
        "institutes": list(kept.institutes),
        "given": dict(kept.given),
    }


def plain(value: Any) -> Any:
    """Return the value of a field as JSON has it."""
    if isinstance(value, tuple):
        return [asdict(part) if isinstance(part, Author) else part for part in value]
    return value


def text(id: int, words: str, pages: Iterable[Page], passages: Iterable[Passage]) -> Document:
    """`text`."""
    return {
        "id": id,
        "text": words,
        "pages": [{"page": p.number, "label": p.label or None, "start": p.start, "end": p.end} for p in pages],
        "passages": [{"passage": p.number, "start": p.start, "end": p.end, "page": p.page} for p in passages],
    }


def cited(found: Iterable[Cited]) -> Document:
    """`cite`."""
    return {
        "items": [
            {"id": int(item.id), "in_text": item.in_text.text, "reference": item.reference.text} for item in found
        ]
    }


def why_not(known: ArchivedBrief, why: WhyNot) -> Document:
    """`search --explain`."""
    return {
        "id": known.id,
        "answers": why.answers,
        "filtered_out": why.bounded,
        "filters": bounds(why.bounds),
        "needs": [
            {
                "words": [clause.text for clause in reason.need.typed],
                "banned": reason.need.banned,
                "met": reason.met,
                "passages": list(reason.passages),
                "close": list(reason.close),
            }
            for reason in why.explanation.reasons
        ],
        "pages_without_text": list(why.unseen),
    }


def boxes(found: Sequence[tuple[int, Box]]) -> Document:
    """`boxes`; numbers are kept to a hundredth of a point, finer than the map is."""
    return {"boxes": [{"page": page, "box": [round(value, 2) for value in box]} for page, box in found]}


def bookmarks(found: Iterable[Bookmark]) -> Document:
    """`bookmark`; of a page, an area or a brief also which, of moved words those it was made on, and who made it."""
    return {"bookmarks": [_bookmark(bookmark) for bookmark in found]}


def _bookmark(kept: Bookmark) -> Document:
    anchor = kept.anchor
    return {
        "id": kept.id,
        "brief": kept.brief,
        "page": anchor.page,
        "page_label": anchor.page_label or None,
        "start": anchor.start,
        "end": anchor.end,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "note": kept.note,
        "colour": kept.colour,
        "tags": list(kept.tags),
        "created": kept.created,
        "state": kept.state,
        **({} if kept.kind is BookmarkKind.PASSAGE else {"kind": kept.kind}),
        **({"was": kept.was} if kept.was else {}),
        **({"author": kept.author} if kept.author else {}),
    }


def matches(foreign: Foreign, found: Sequence[Match], applied: Sequence[int]) -> Document:
    """`metadata`."""
    return {
        "matched": [_matched(match, match.brief.id) for match in found if match.brief],
        "ambiguous": [
            {**_source(match), "candidates": [brief.id for brief in match.candidates]}
            for match in found
            if match.candidates
        ],
        "unmatched": [_source(match) for match in found if not match.brief and not match.candidates],
        "unknown_columns": list(foreign.unknown),
        "unread_lines": list(foreign.spoilt),
        "applied": list(applied),
    }


def _source(match: Match) -> Document:
    said = match.record.fields
    return {"line": match.record.line, "title": said.get("title"), "code": said.get("code")}


def _matched(match: Match, id: int) -> Document:
    return {
        "id": id,
        "line": match.record.line,
        "by": match.reason,
        "changes": [asdict(difference) for difference in match.differences],
        "refused": [{"field": name, "text": text} for name, text in match.refused],
    }
