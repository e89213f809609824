"""Settings a user may change; an argument of the stages, so that derived state can always be rebuilt."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Knobs of reading and linking.

    `published` (ISO date) and `publisher` serve documents that carry none; `claim_threshold` and `place_threshold` in
    [0, 1] leave what scores below them open; `time_zone` is the theatre's UTC offset where known.
    """

    published: str | None = None
    publisher: str | None = None
    claim_threshold: float = 0.3
    place_threshold: float = 0.0
    time_zone: str | None = None
