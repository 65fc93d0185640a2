"""The command line: arguments in, text or JSON out, exit codes. The same program as the window, without Qt.

Names, options, JSON keys and exit codes are a contract with scripts; what changes is said in CHANGELOG.md.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import traceback
from typing import TYPE_CHECKING

from kinu_reader.cli.arguments import parser
from kinu_reader.cli.asking import NotFound, WrongUsage
from kinu_reader.cli.words import why_no_backup, why_unusable
from kinu_reader.model import ArchiveUnusable, BackupUnusable
from kinu_reader.paths import log_file

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, PARTLY, WRONG_USAGE, NOT_FOUND, UNUSABLE = range(5)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code."""
    logging.basicConfig(level=logging.CRITICAL)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    words = sys.argv[1:] if arguments is None else arguments
    try:
        options = parser(words).parse_args(words)
    except WrongUsage as error:
        return _complain("--json" in words, str(error), WRONG_USAGE)
    try:
        answer = options.run(options)
    except WrongUsage as error:
        return _complain(options.json, str(error), WRONG_USAGE)
    except NotFound as error:
        return _complain(options.json, str(error), NOT_FOUND)
    except ArchiveUnusable as error:
        return _complain(options.json, why_unusable(error), UNUSABLE)
    except BackupUnusable as error:
        return _complain(options.json, why_no_backup(error), UNUSABLE)
    except Exception:  # a mistake of ours: a person gets a sentence, the log gets the rest
        log_file().parent.mkdir(parents=True, exist_ok=True)
        log_file().write_text(traceback.format_exc(), encoding="utf-8")
        sentence = f"Kinu Reader made a mistake; the archive is unharmed. Please report what is in {log_file()}."
        return _complain(options.json, sentence, PARTLY)
    return _say(json.dumps(answer.document, ensure_ascii=False) if options.json else answer.text, answer.partly)


def _complain(as_json: bool, sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    if as_json:
        print(json.dumps({"error": sentence}, ensure_ascii=False))
    return code


def _say(text: str, partly: bool) -> int:
    try:
        if text:
            print(text, flush=True)
    except BrokenPipeError:  # the reader of our output had enough; nothing more may be written, not even at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PARTLY if partly else DONE
