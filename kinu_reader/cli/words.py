"""English sentences for the command line; the window has its own, in two languages."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from kinu_reader.model import (
    ArchiveProblem,
    Author,
    BackupProblem,
    ClauseKind,
    FailureKind,
    Field,
    Placing,
    ProblemKind,
)
from kinu_reader.tasks.understanding import bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kinu_reader.cite import Cited, Foreign
    from kinu_reader.model import (
        Answer,
        ArchivedBrief,
        ArchiveUnusable,
        BackupUnusable,
        Bookmark,
        Card,
        Change,
        Clause,
        Difference,
        Emptied,
        Failure,
        Filters,
        Hit,
        Pattern,
        Problem,
        Query,
        WrongValue,
    )
    from kinu_reader.model import SearchResult as Result
    from kinu_reader.tasks.bookmarking import Brought
    from kinu_reader.tasks.interchange import ForeignValue, Match
    from kinu_reader.tasks.searching import WhyNot

REASONS = {
    FailureKind.UNREADABLE: "the file is damaged or cannot be opened",
    FailureKind.ENCRYPTED: "the file opens only with a password (give it with --password)",
    FailureKind.EMPTY: "the file is empty",
    FailureKind.NOT_A_DOCUMENT: "the file is not what its name says: neither a PDF nor a text",
    FailureKind.TOO_LARGE: "the file is too large to read safely",
    FailureKind.TIMEOUT: "reading took too long and was stopped (allow more with --timeout)",
    FailureKind.NO_TEXT: "the file has no text",
    FailureKind.UNSUPPORTED: "only .pdf, .txt and .md files can be imported",
}

PROBLEMS = {
    ArchiveProblem.LOCKED: "The archive {} is in use by another program. Close it, or try again in a moment.",
    ArchiveProblem.NEWER: "The archive {} was written by a newer Kinu Reader. Open it with that version.",
    ArchiveProblem.DAMAGED: "The catalogue of the archive {} is damaged ({detail}). Restore it from a backup.",
    ArchiveProblem.NO_SPACE: "There is no space left for the archive {}. Free some space and try again.",
    ArchiveProblem.READ_ONLY: "The archive {} cannot be written. Check its permissions, or copy it to another place.",
    ArchiveProblem.NOT_AN_ARCHIVE: "There is no archive in {}. Import briefs to make one: kinu-reader import FOLDER.",
}

REASONS_FOREIGN = {
    **REASONS,
    FailureKind.UNREADABLE: "it is not there, or may not be read",
    FailureKind.NOT_A_DOCUMENT: "it is neither CSV, RIS, BibTeX nor CSL-JSON",
    FailureKind.TOO_LARGE: "it is larger than any catalogue",
}

BACKUP_PROBLEMS = {
    BackupProblem.NOT_A_BACKUP: "{} is not a backup of Kinu Reader.",
    BackupProblem.DAMAGED: "The backup {} is damaged or cut short ({detail}). Nothing was changed.",
    BackupProblem.NEWER: "The backup {} was written by a newer Kinu Reader. Restore it with that version.",
    BackupProblem.OCCUPIED: "{} is not empty. Name an empty folder, or --replace to move the same archive aside.",
    BackupProblem.OTHER_ARCHIVE: "{} holds another archive than the backup. Name an empty folder.",
    BackupProblem.NO_SPACE: "There is not enough space for {}. Free some space and try again.",
    BackupProblem.READ_ONLY: "{} cannot be written ({detail}).",
}

CHECKED = {
    ProblemKind.CATALOGUE: "the catalogue is damaged: {}",
    ProblemKind.MISSING_FILE: "the original of {} is gone; import the file again to put it back",
    ProblemKind.CHANGED_FILE: "the original of {} is not the file that was imported; import that again",
    ProblemKind.STRAY_FILE: "{} is of no brief",
    ProblemKind.LEFTOVER: "{} was left by a copy that was broken off",
    ProblemKind.TEXT: "pages or passages of {} do not fit its text",
    ProblemKind.INDEX: "the {} is behind the catalogue",
}

NO_TESSERACT = (
    "Tesseract is not installed. On Debian and Ubuntu: "
    "apt-get install tesseract-ocr tesseract-ocr-kor tesseract-ocr-eng"
)


STATES = {
    Placing.MOVED: "moved: the words, or those around them, changed",
    Placing.ORPHAN: "its words are no longer found",
}


def reason(failure: Failure) -> str:
    """Say why a file could not be imported."""
    return REASONS[failure.kind]


def why_unusable(error: ArchiveUnusable) -> str:
    """Say why an archive cannot be used, and what to do."""
    return PROBLEMS[error.problem].format(error.folder, detail=error.detail)


def why_no_backup(error: BackupUnusable) -> str:
    """Say why a backup cannot be written or put back, and what to do."""
    return BACKUP_PROBLEMS[error.problem].format(error.path, detail=error.detail)


def problem(found: Problem) -> str:
    """Say what is not as it should be, and what became of it."""
    said = CHECKED[found.kind].format(found.what)
    if found.kind is ProblemKind.CATALOGUE and found.detail:
        return f"{said}; restore a backup, or try the older copy {found.detail}"
    aside = f", put aside as {found.detail}" if found.detail else ""
    return f"{said}{aside}{': repaired' if found.repaired else ''}"


def wrong_value(error: WrongValue, fields: Iterable[str]) -> str:
    """Say why a value was refused."""
    if error.field == "collection":
        return f"There is no collection {error.text!r}, or there is one of that name already."
    if error.field not in fields:
        return f"There is no field {error.field!r}. Fields: {', '.join(fields)}."
    forms = {
        "year": "a year such as 2024",
        "date": "a date such as 2024-02-20, 2024-02 or 2024",
        "language": "a language: ko or en",
        "authors": "a name, or a name with rank and division in brackets",
    }
    return f"{error.text!r} is not {forms.get(error.field, 'a value of ' + error.field)}."


def differences(found: Sequence[Difference], briefs: Mapping[int, ArchivedBrief]) -> str:
    """Show each brief that differs, with what each field says and would say."""
    lines = []
    for id in dict.fromkeys(one.brief for one in found):
        lines.append(line(briefs[id]))
        lines += [f"    {one.field}: {_change(one)}" for one in found if one.brief == id]
    return "\n".join(lines) or "Nothing would change."


def pattern(kept: Pattern) -> str:
    """Say what is so in a series."""
    return f"{kept.name}: " + "; ".join(f"{field}={text}" for field, text in kept.given.items())


def _change(one: Difference) -> str:
    before, after = (_value(said.value) for said in (one.before, one.after))
    if before == after:
        return f"{after} ({'now in doubt' if one.after.review else 'less in doubt'})"
    return f"{before} → {after}"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(part.name if isinstance(part, Author) else str(part) for part in value) or "—"
    return "—" if value is None else str(value)


def searched(query: Query, filters: Filters) -> str:
    """Say in words what was searched, within the filters of the request and those of the text."""
    said = [
        ("not " if need.banned else "") + _either([_clause(clause) for clause in need.any_of]) for need in query.needs
    ]
    return " and ".join(dict.fromkeys([*said, *_bounds(query.filters), *_bounds(filters)]))


def _bounds(filters: Filters) -> list[str]:
    """Say what the record of a brief must say, and where it must be."""
    other = {"those to review": filters.needs_review, "the bin": filters.binned}
    return [f"{name}:{value}" for name, value in bounds(filters).items()] + [name for name, on in other.items() if on]


def _either(clauses: Sequence[str]) -> str:
    return clauses[0] if len(clauses) == 1 else f"({' or '.join(clauses)})"


def _clause(clause: Clause) -> str:
    match clause.kind:
        case ClauseKind.PHRASE:
            said = f'"{clause.text}"'
        case ClauseKind.NEAR:
            said = f'"{clause.text}"~{clause.within}'
        case ClauseKind.PREFIX:
            said = f"{clause.text}*"
        case ClauseKind.NAME:
            said = f"other spellings of {clause.text}"
        case _:
            said = clause.text
    if clause.field is Field.NOTE:
        return f"{said} in your own notes"
    return f"{clause.field}:{said}" if clause.field else said


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def record(document: Mapping[str, Any], brief: ArchivedBrief) -> str:
    """Show a record, a line for each field that is known."""
    said = {**document, "authors": None, "provenance": None, "confidence": None}
    pages = Counter(str(page["state"]) for page in document["text_quality"])
    said["text_quality"] = ", ".join(f"{_number(n, 'page')} {state}" for state, n in pages.items())
    lines = [f"{key}: {_plain(value)}" for key, value in said.items() if value not in (None, [], {}, "")]
    for author in brief.record.authors:
        lines.append("author: " + ", ".join(filter(None, (author.name, author.role, author.division))))
    return "\n".join(lines)


def cited(found: Iterable[Cited], *, html: bool) -> str:
    """Show each citation and its reference."""
    if html:
        return "\n".join(f"<p>{item.reference.html}</p>" for item in found)
    return "\n\n".join(f"{item.in_text.text}\n{item.reference.text}" for item in found)


def why_not(brief: ArchivedBrief, why: WhyNot) -> str:
    """Say why a brief does not answer."""
    lines = [line(brief), "It answers." if why.answers else "It does not answer:"]
    if why.bounded:
        lines.append(f"  the filters leave it out: {', '.join(_bounds(why.bounds))}")
    for reason in why.explanation.reasons:
        asked = _either([_clause(clause) for clause in reason.need.typed])
        if reason.met and reason.need.banned:
            lines.append(f"  it holds {asked}, which was excluded")
        elif not reason.met and not reason.need.banned:
            near = f"; it holds {', '.join(reason.close)}" if reason.close else ""
            lines.append(f"  it lacks {asked}{near}")
    if why.unseen:
        lines.append(f"  a search cannot see its pages {', '.join(why.unseen)}")
    return "\n".join(lines)


def change(result: Change) -> str:
    """Sum up an import."""
    counts = [
        (len(result.added), "added"),
        (len(result.already), "already in the archive"),
        (len(result.updated), "new versions"),
        (len(result.failed), "could not be read"),
    ]
    lines = [
        ", ".join(f"{n} {what}" for n, what in counts if n) or "Nothing to import: no .pdf, .txt or .md file there"
    ]
    lines += [f"  {failure.path}: {reason(failure)}" for failure in result.failed]
    if result.cancelled:
        lines.append("Stopped. Run the same command again to go on.")
    return "\n".join(lines)


def matches(foreign: Foreign, found: Sequence[Match], applied: Sequence[ArchivedBrief]) -> str:
    """Show what a file would change, or has changed, and what of it is not decided."""
    lines, agreeing = [], 0
    for match in found:
        source = f"line {match.record.line}"
        if match.brief and not match.differences and not match.refused:
            agreeing += 1
        elif match.brief:
            lines += [f"{source}, by {match.reason}: {line(match.brief)}", *map(_difference, match.differences)]
            lines += [f"    {name}: {text!r} cannot be its value" for name, text in match.refused]
        elif match.candidates:
            several = ", ".join(str(brief.id) for brief in match.candidates)
            lines.append(f"{source}: not certain; perhaps brief {several}")
        else:
            lines.append(f"{source}: no brief is like {match.record.fields.get('title', 'it')!r}")
    if agreeing:
        lines.append(f"{_number(agreeing, 'brief')}: nothing new.")
    if foreign.unknown:
        lines.append(f"Columns that mean nothing here: {', '.join(foreign.unknown)}")
    if foreign.spoilt:
        lines.append(f"Lines that cannot be read: {', '.join(map(str, foreign.spoilt))}")
    changed = sum(bool(match.differences) for match in found)
    lines.append(
        f"{_number(len(applied), 'brief')} changed; edit BRIEF --undo takes it back."
        if applied
        else f"{_number(changed, 'brief')} would change; --apply changes them."
    )
    return "\n".join(lines)


def _difference(difference: ForeignValue) -> str:
    typed = "  (typed by a person; taken only with --overwrite)" if difference.typed else ""
    return f"    {difference.field}: {difference.before or '–'} → {difference.after}{typed}"


def result(found: Result) -> str:
    """Show results as a person reads them."""
    if found.query.ignored and not found.query.needs:
        return f"Nothing in {found.request.text!r} can be searched."
    said = searched(found.query, found.request.filters)
    lines = [f"{_number(found.total, 'brief')}, {_number(found.passages, 'passage')}; searched: {said}"]
    if found.suggestions:
        lines.append(f"Did you mean: {', '.join(found.suggestions)}")
    if found.query.plain:
        lines.append("(operators that made no sense were read as plain words)")
    if found.cut_short:
        lines.append("(this took too long and was cut short: there may be more, and other words to mark)")
    for answer in found.answers:
        lines += ["", *_answer(answer)]
    if found.unseen:
        lines += [
            "",
            f"({_number(found.unseen, 'brief')} searched in part: pages without text; see list --needs-review)",
        ]
    return "\n".join(lines)


def _answer(answer: Answer) -> list[str]:
    lines = [line(answer.brief)]
    if answer.lacks:
        lines.append(f"    lacks: {', '.join(answer.lacks)}")
    lines += [f"    {_where(hit):>6}  {_snippet(hit)}" for hit in answer.passages]
    return lines + [f"    your note: {_one_line(note.bookmark.note)}" for note in answer.notes]


def _where(hit: Hit) -> str:
    return f"p. {hit.page_label}" if hit.page_label else f"¶ {hit.passage + 1}"


def _snippet(hit: Hit, width: int = 160) -> str:
    """Return the words around the leading mark, the marks in brackets."""
    first = hit.highlights[hit.lead][0] if hit.highlights else 0
    start = max(0, first - width // 3)
    end = min(len(hit.text), start + width)
    shown, at = "…" if start else "", start
    for a, b in hit.highlights:
        if start <= a and b <= end:
            shown += f"{hit.text[at:a]}[{hit.text[a:b]}]"
            at = b
    return (shown + hit.text[at:end] + ("…" if end < len(hit.text) else "")).replace("\n", " ")


def bookmark(kept: Bookmark) -> str:
    """Show a bookmark: where it is, what it holds, and what a person wrote to it."""
    anchor = kept.anchor
    place = f"p. {anchor.page_label}" if anchor.page_label else f"page {anchor.page}"
    state = "" if kept.state is Placing.PLACED else STATES[kept.state]
    what = f"“{_one_line(anchor.quote)}”" if anchor.quote else f"({kept.kind})"
    facts = [f"brief {kept.brief}", place, kept.colour, *(f"#{tag}" for tag in kept.tags), state]
    lines = [f"{kept.id}  {' · '.join(filter(None, facts))}", f"    {what}"]
    return "\n".join(lines + ([f"    {_one_line(kept.note)}"] if kept.note else []))


def brought(found: Brought) -> str:
    """Say how many marks a file carries, and show those kept since just now."""
    lines = [f"{_number(found.marks, 'mark')} in the file, {len(found.bookmarks):,} of them kept now."]
    return "\n".join([*lines, *map(bookmark, found.bookmarks)])


def emptied(bin: Emptied) -> str:
    """Say what is gone for good, and what stays in the bin."""
    said = f"{bin.removed:,} removed for good."
    if bin.kept:
        stay = f"{_number(bin.kept, 'brief')} with bookmarks {'stays' if bin.kept == 1 else 'stay'} in the bin"
        said += f" {stay}; empty-bin --with-bookmarks removes what you kept of them as well."
    return said


def _one_line(text: str, width: int = 160) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1] + "…"


def line(brief: ArchivedBrief) -> str:
    """Return a brief in one line."""
    record = brief.record
    facts = [record.code, "; ".join(author.name for author in record.authors), record.date, record.language]
    return f"[{brief.id}] {record.title or brief.file}  ({' · '.join(filter(None, facts))})"


def card(known: Card) -> str:
    """Return a card of the catalogue in one line, as `line` does a brief."""
    facts = [known.code, "; ".join(known.authors), known.date, known.language]
    return f"[{known.id}] {known.title or known.file}  ({' · '.join(filter(None, facts))})"


def _number(n: int, noun: str) -> str:
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"
