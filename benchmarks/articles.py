"""The project's own articles: happenings right in type, day, place and toll at once, and who says what in them."""

import json
import sys
from pathlib import Path
from typing import Any

from benchmarks.program import run_command, shown
from benchmarks.report import command_block, figure, table

_ROWS = (
    ("right", "right in type, day, place and toll at once"),
    ("main_right", "the same, of main incidents"),
    ("own", "stands as an incident of its own"),
    ("type", "type right"),
    ("day", "day right"),
    ("place", "place right"),
    ("toll", "killed and injured right"),
    ("read_none", "of the incidents read, none or a second copy"),
    ("answered", "sayings with a source told in the text, answered"),
    ("wrong_of_named", "of the speakers named, wrong"),
    ("sayings_missed", "sayings missed"),
    ("writer_credited_per_article", "the writer's voice credited to a source, times an article"),
)


def articles_section(folder: Path, when: str) -> str:
    """The section on whole articles, their unseen part: the whole reader beside its rules alone."""
    commands = [[sys.executable, "training/corpus/measure_articles.py", "test", *more] for more in ([], ["--rules"])]
    answers = [_answer(command, folder / f"articles{n}.json") for n, command in enumerate(commands)]
    whole = answers[0]
    rows = [["Own articles", label, f"**{figure(whole, key)}**", figure(answers[1], key)] for key, label in _ROWS]
    note = (
        f"The test part: {whole['articles']} opinion articles and analyses of about 1,100 words in invented worlds by "
        f"two writers who saw nothing of the reader, {whole['happenings']} happenings and {whole['sayings']} sayings "
        "with a key made by hand (`training/reports.md`). Shares are of the key's happenings; one that does not stand "
        "as its own is wrong in everything."
    )
    made_by = command_block([shown(command) for command in commands])
    figures = table(["set", "measure", "Truceline", "rules"], rows)
    return "\n".join(["### Incidents in whole articles", note, "", figures, "", f"{when}.", *made_by])


def _answer(command: list[str], output: Path) -> dict[str, Any]:
    run_command(command, output)
    answer: dict[str, Any] = json.loads(output.read_text(encoding="utf-8"))
    return answer
