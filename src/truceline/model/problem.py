"""What went wrong with one document or record: data for the analyst, not an exception."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that went wrong, where, and the way out.

    `stage` is the pipeline stage, `where` names file, record, line or field, `code` is a stable snake_case word,
    `message` says what is the matter and `mend` what to do about it.
    """

    stage: str
    where: str
    code: str
    message: str
    mend: str
