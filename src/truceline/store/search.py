"""Full-text search over titles and texts."""

import re

from sqlalchemy import Connection, text

from truceline.store.base import Hit

_WORD = re.compile(r'"([^"]+)"|(\S+)')
_QUERY = text(
    "SELECT document, title, snippet(document_text, 2, '[', ']', ' … ', 16) AS excerpt FROM document_text "
    "WHERE document_text MATCH :words ORDER BY rank, document LIMIT :limit"
)


def search_documents(connection: Connection, query: str, limit: int) -> tuple[Hit, ...]:
    """Documents that have every word of the query (a phrase in double quotes counts as one), best first (BM25)."""
    words = match_expression(query)
    if not words:
        return ()
    rows = connection.execute(_QUERY, {"words": words, "limit": limit}).mappings()
    return tuple(Hit(document=r["document"], title=r["title"] or None, excerpt=r["excerpt"]) for r in rows)


def match_expression(query: str) -> str:
    """The query in FTS5's language, every word quoted so that none is an operator; a word's beginning is enough."""
    phrases = ((phrase or word).replace('"', " ").replace("\0", " ") for phrase, word in _WORD.findall(query))
    return " ".join(f'"{p}"*' for p in phrases if re.search(r"\w", p))
