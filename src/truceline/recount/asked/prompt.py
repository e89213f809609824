"""A reading as a question to a language model."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.recount.asked.kit import AskKit

Messages = Sequence[Mapping[str, str]]
"""What is sent: a role and a content each, as chat completions take them."""


def messages_for(reading: Reading, kit: AskKit) -> Messages:
    """The text with the claims and incidents already read in it, by their ids."""
    text = reading.prose
    asked: dict[str, Any] = {
        "text": text,
        "claims": [
            {"id": c.id, "source": _words(text, c.source), "act": c.act, "content": _words(text, c.content)}
            for c in reading.claims
        ],
        "incidents": [
            {"key": i.key, "event_type": i.event_type, "words": _words(text, i.mentions)} for i in reading.incidents
        ],
    }
    return (
        {"role": "system", "content": kit.system},
        {"role": "user", "content": json.dumps(asked, ensure_ascii=False)},
    )


def _words(text: str, spans: Sequence[Span]) -> list[str]:
    return [text[start:end] for start, end in spans]
