"""What finding claims needs: cue words, registry, outlets, the rules, the learned extractor where its weights are."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from truceline.read.actors.registry import Registry
from truceline.read.addresses import Outlet
from truceline.read.claims.cues import CueTable, load_cues
from truceline.read.claims.rules import RuleExtractor
from truceline.read.claims.tagger.extractor import TaggerExtractor, load_tagger
from truceline.read.claims.voice import Whom
from truceline.read.claims.whom.ranker import load_ranker


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimKit:
    """Cue table, registries and extractors; `extractor` None means the rules alone."""

    cues: CueTable
    registry: Registry
    domains: Mapping[str, Outlet]
    rules: RuleExtractor
    extractor: TaggerExtractor | None = None
    whom: Whom | None = None


def load_claim_kit(data: Path, registry: Registry, domains: Mapping[str, Outlet]) -> ClaimKit:
    """Kit from the package's data folder."""
    cues = load_cues(data)
    return ClaimKit(
        cues=cues,
        registry=registry,
        domains=domains,
        rules=RuleExtractor(cues),
        extractor=load_tagger(data),
        whom=load_ranker(data),
    )
