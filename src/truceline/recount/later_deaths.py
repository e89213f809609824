"""Those who died of their wounds later: more dead than were told before, or some of them, and no rival count."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.recount.scan import Harm

_OF_HURT = re.compile(
    r"[\w ,-]{1,30}?\b(?:of|among) (?:(?:the|those|these|its|their|his|her|all) )?(?:\d+ |[a-z]+ )?"
    r"(?:injured|wounded|hurt)\b",
    re.IGNORECASE,
)


def later_deaths(found: Sequence[Harm], text: str) -> list[Harm]:
    """The statements of harm, those of the hurt who then died marked as such: they are not hurt once more."""
    told = [_marked(h, text) for h in found]
    died = [h for h in told if h.added]
    return [h for h in told if h.kind != "injured" or not any(d.start <= h.start < d.end for d in died)]


def _marked(harm: Harm, text: str) -> Harm:
    of_hurt = harm.kind == "killed" and not harm.denied and _OF_HURT.match(text, harm.start, harm.end) is not None
    return replace(harm, added=True) if of_hurt else harm
