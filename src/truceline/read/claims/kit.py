"""What finding claims needs: cue words, the rules, and the learned extractor where its weights are there."""

from dataclasses import dataclass
from pathlib import Path

from truceline.read.claims.cues import CueTable, load_cues
from truceline.read.claims.raw import ClaimExtractor
from truceline.read.claims.rules import RuleExtractor


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimKit:
    """Cue table and extractors; `extractor` None means the rules alone."""

    cues: CueTable
    rules: RuleExtractor
    extractor: ClaimExtractor | None = None


def load_claim_kit(data: Path) -> ClaimKit:
    """Kit from the package's data folder."""
    cues = load_cues(data)
    return ClaimKit(cues=cues, rules=RuleExtractor(cues))
