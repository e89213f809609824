"""What a file's own properties say of its writer and title, where they say it: programs fill them in unasked."""

import re

_NOBODY = frozenset(
    {"", "(anonymous)", "anonymous", "(unspecified)", "unspecified", "python-docx", "microsoft office user", "user"}
    | {"unknown", "administrator", "admin", "author", "owner", "none"}
)
_UNTITLED = frozenset({"", "untitled", "(untitled)", "untitled document", "(anonymous)", "document", "none"})
_FROM_PROGRAM = re.compile(r"Microsoft (?:Word|PowerPoint|Excel) - ", re.IGNORECASE)
"""What a printer driver puts before the file's name."""


def named_author(given: str | None) -> str | None:
    """The author a file's properties name; None where a program wrote what it writes for nobody."""
    return None if (given or "").strip().casefold() in _NOBODY else given


def named_title(given: str | None) -> str | None:
    """The title a file's properties give; None where a program wrote one of its own."""
    bare = (given or "").strip()
    return None if bare.casefold() in _UNTITLED or _FROM_PROGRAM.match(bare) else given
