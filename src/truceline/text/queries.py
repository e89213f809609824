"""What is typed to be searched for: its words and phrases, and what is wrong with its quotation marks."""

import re

_WORD = re.compile(r'"([^"]+)"|(\S+)')


def say_misquoted(query: str) -> str:
    """What is to be known of a query's quotation marks or want of words, in a line; empty where it is plain."""
    if not match_expression(query):
        return "no words to find: give some, a phrase in double quotes"
    if query.count('"') % 2:
        return "a quotation mark is not closed: its words were looked for one by one, not as a phrase"
    return ""


def match_expression(query: str) -> str:
    """The query in FTS5's language, every word quoted so that none is an operator; a word's beginning is enough."""
    phrases = ((phrase or word).replace('"', " ").replace("\0", " ") for phrase, word in _WORD.findall(query))
    return " ".join(f'"{p}"*' for p in phrases if re.search(r"\w", p))
