"""What one document only tells again of another: its sentence word by word, its unnamed source by the agency's name."""

import re
from collections.abc import Mapping, Sequence

from truceline.text.fold import fold_name
from truceline.weigh.dossier import Voice
from truceline.weigh.kit import WeighKit
from truceline.weigh.tellers import Teller, publisher_name

_TAKEN_OVER = 9
"""Words from which a sentence that stands in two documents was copied rather than met by chance."""
_DATELINE = re.compile(r"[^\W\d_a-z][^a-z.!?;]*[^\W\d_a-z][^.!?;]{0,60}?\s*[-–—]+\s+(?=\S)")
"""A town in capitals with what stands behind it, to the dash: one paper prints it, another leaves it out."""
_ARTICLE = re.compile(r"^(?:an?|the|one|another|same)\s+")
UNNAMED = "an unnamed source"

Origin = tuple[str, str]
"""What makes two accounts one line, and the reason in words."""


def copied_words(voice: Voice) -> list[Origin]:
    """An account's own sentences, where they are long enough to tell a copy."""
    text = voice.entry.reading.prose
    told = [" ".join(text[a:b] for a, b in voice.claim.content)] if voice.claim is not None else _sentences(voice, text)
    words = [re.findall(r"\w+", fold_name(_DATELINE.sub("", t, count=1) if _DATELINE.match(t) else t)) for t in told]
    return [(f"words:{' '.join(w)}", "the same words") for w in words if len(w) >= _TAKEN_OVER]


def speak_apart(a: Teller, b: Teller, kit: WeighKit) -> bool:
    """Whether two bodies speak by name: where both are said to have used the same words, each did so itself."""
    named = [t for t in (a, b) if t.how.startswith("same speaker") and not _is_outlet(t, kit)]
    return a.key != b.key and len(named) == 2


def _is_outlet(teller: Teller, kit: WeighKit) -> bool:
    return teller.key in kit.actors and kit.actors[teller.key].kind == "outlet"


def _sentences(voice: Voice, text: str) -> list[str]:
    spans = [s for f in voice.account.facets if f.facet == "occurrence" for s in f.spans]
    return [text[a:b] for a, b in voice.entry.reading.sentences if any(a <= x < b for x, _ in spans)]


def unnamed_of(voices: Sequence[Voice], tellers: Mapping[str, Teller]) -> dict[str, str]:
    """By account id how its document calls an unnamed source: "the source" is the one source told of before."""
    called: dict[str, dict[str, str]] = {}
    for v in sorted((v for v in voices if tellers[v.id].how == UNNAMED), key=_place):
        name = fold_name(tellers[v.id].name)
        mine, bare = called.setdefault(v.entry.id, {}), _ARTICLE.sub("", name)
        fits = {d for d in mine.values() if d.split()[-1:] == bare.split()[-1:]} if name.startswith("the ") else set()
        mine[v.id] = next(iter(fits)) if len(fits) == 1 and len(bare.split()) == 1 else bare
    return {key: name for names in called.values() for key, name in names.items()}


def _place(voice: Voice) -> tuple[str, int, str]:
    source = voice.claim.source if voice.claim is not None else ()
    return voice.entry.id, source[0][0] if source else 0, voice.id


def agency_sources(voices: Sequence[Voice], called: Mapping[str, str], kit: WeighKit) -> dict[str, str]:
    """By agency's key the one unnamed source it reports itself: who cites the agency tells that source's account."""
    found: dict[str, set[str]] = {}
    for v in voices:
        own = kit.by_name.get(fold_name(publisher_name(v.entry) or ""))
        if own is not None and v.id in called and kit.actors[own].kind == "outlet":
            found.setdefault(own, set()).add(f"text:{v.entry.id}:{called[v.id]}")
    return {own: next(iter(keys)) for own, keys in found.items() if len(keys) == 1}
