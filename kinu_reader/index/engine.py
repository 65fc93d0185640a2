"""The parts of Whoosh that this room builds on, imported in one place.

Whoosh 2.7.4 has invalid escapes in its strings, and Python warns of them when it first compiles the files.
"""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermsReader
    from whoosh.columns import NumericColumn
    from whoosh.fields import COLUMN, TEXT, Schema
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import FileIndex, LockError
    from whoosh.reading import SegmentReader
    from whoosh.util.filelock import try_for
    from whoosh.writing import SegmentWriter

__all__ = [
    "COLUMN",
    "TEXT",
    "FileIndex",
    "FileStorage",
    "LockError",
    "NumericColumn",
    "Schema",
    "SegmentReader",
    "SegmentWriter",
    "W3Codec",
    "W3FieldWriter",
    "W3TermsReader",
    "try_for",
]
