"""`sources.toml` or `sources.yaml`: outlets and bodies with their owner, country and affiliation."""

import json
import re
import tomllib
from typing import Any, get_args

from truceline.model.problem import Problem
from truceline.model.source import Reliability, Source
from truceline.monitor.fields import Complaints, Fields, open_fields

_LETTERS: tuple[Any, ...] = get_args(Reliability)


def parse_sources(text: str, name: str) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Sources of a text, TOML where `name` ends in .toml, else YAML: entries of a list `sources`.

    Each has name (or outlet), id, owner, country, affiliation, domains, reliability, reliability_by. `affiliation` is
    the id or name of the actor it speaks for, or free words; reliability (A to F) needs the person who set it.
    """
    complaints = Complaints(name)
    top = _open_toml(text, complaints) if name.endswith(".toml") else open_fields(text, complaints)
    if top is None:
        return (), tuple(complaints.problems)
    found = tuple(_source(f) for f in top.each("sources", needed=True))
    top.close()
    return (() if complaints.fatal else found), tuple(complaints.problems)


def _source(f: Fields) -> Source:
    outlet = f.text("name") or f.text("outlet", needed=True)
    letter, person = f.text("reliability"), f.text("reliability_by")
    if letter and letter not in _LETTERS:
        f.complain("reliability", "field_wrong", f"{letter!r} is no Admiralty letter", f"one of {', '.join(_LETTERS)}")
    if letter and not person:
        f.complain("reliability_by", "field_missing", "a reliability is a person's judgement", "name who judged")
    made = Source(
        id=f.text("id") or re.sub(r"[^\w]+", "-", outlet.casefold()).strip("-"),
        name=outlet,
        owner=f.text("owner") or None,
        country=f.text("country") or None,
        affiliation=f.text("affiliation") or None,
        domains=tuple(d.casefold().removeprefix("www.") for d in f.texts("domains")),
        reliability=next((known for known in _LETTERS if known == letter), None),
        reliability_by=person or None,
    )
    f.close()
    return made


def _open_toml(text: str, complaints: Complaints) -> Fields | None:
    """TOML brought into the shape of YAML; TOML keeps no lines, so its problems name fields only."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        complaints.add(None, "", "toml_unreadable", f"not readable as TOML: {error}", "mend that line")
        return None
    return open_fields(json.dumps(table, ensure_ascii=False), complaints)
