"""The catalogue: the truth about an archive. SQL, migrations and the original files; nothing is derived here.

Everything that can be computed again (the index, drawn pages) lies elsewhere and may be lost; what lies here may not.
"""

from typing import TYPE_CHECKING

from kinu_reader.late import late

if TYPE_CHECKING:
    from kinu_reader.library.backup import restore
    from kinu_reader.library.checking import kept_copies
    from kinu_reader.library.library import Library

__all__ = ["Library", "kept_copies", "restore"]

__getattr__ = late(__name__, {"backup": ("restore",), "checking": ("kept_copies",), "library": ("Library",)})
