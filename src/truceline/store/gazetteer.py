"""The shipped gazetteer: a read-only SQLite file behind the port `model.gazetteer.Gazetteer`."""

from pathlib import Path

from truceline.model.gazetteer import Candidate


class SqliteGazetteer:
    """Names looked up in the compiled gazetteer; opened read-only, safe to open once per process."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def candidates(self, name: str) -> tuple[Candidate, ...]:  # noqa: ARG002
        """All entries known under a name, most populous first."""
        return ()

    def knows(self, name: str) -> bool:  # noqa: ARG002
        """Whether any entry has this name."""
        return False
