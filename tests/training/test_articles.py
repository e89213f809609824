"""Whole articles with a key made by hand: what a key says, what is wrong with one, and when a reading is right."""

import json
import sys
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[2] / "training/corpus"
sys.path.append(str(CORPUS))
articles = pytest.importorskip("articles")
marks = pytest.importorskip("marks")
measure = pytest.importorskip("measure_articles")

TEXT = "On 3 May two shells fell on Ostren and killed four. General Bask said the guns were not his."
KEY = {
    "published": "2031-05-09",
    "incidents": [
        {
            "id": "shells on Ostren",
            "words": ["two shells fell on Ostren"],
            "types": ["shelling"],
            "day": ["2031-05-03", "2031-05-03"],
            "place": ["Ostren"],
            "killed": [[4, 4]],
            "main": True,
        }
    ],
    "claims": [{"words": "the guns were not his", "teller": ["General Bask"]}],
}


def _written(folder: Path, key: object) -> Path:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.json").write_text(json.dumps(key), encoding="utf-8")
    return folder / "a.txt"


def test_a_key_reads_as_it_is_written(tmp_path: Path) -> None:
    article = articles.read_article(_written(tmp_path, KEY))
    (happening,) = article.happenings
    assert [TEXT[a:b] for a, b in happening.words] == ["two shells fell on Ostren"]
    assert (happening.killed, happening.injured) == (((4, 4),), ())
    assert article.sayings[0].tellers == ("General Bask",)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"words": ["three shells"]}, "0 times"),
        ({"words": ["s"]}, "times in the text"),
        ({"types": ["shooing"]}, "types are"),
        ({"day": ["3 May", "3 May"]}, "3 May"),
        ({"killed": [[4, 2]]}, "no range"),
    ],
)
def test_what_is_wrong_with_a_key_is_named(wrong: dict[str, object], said: str, tmp_path: Path) -> None:
    key = {**KEY, "incidents": [{**KEY["incidents"][0], **wrong}]}
    with pytest.raises(marks.MarkError, match=said):
        articles.read_article(_written(tmp_path, key))


def test_days_are_right_within_the_key_or_a_little_around_it() -> None:
    day = ("2031-05-03", "2031-05-03")
    assert measure.days_right(day, ("2031-05-03T10:00", "2031-05-03T10:00"))
    assert measure.days_right(day, ("2031-05-02", "2031-05-04"))
    assert not measure.days_right(day, ("2031-05-01", "2031-05-31"))
    assert not measure.days_right(day, (None, None))
    assert measure.days_right((None, None), ("2031-05-01", "2031-05-31"))
    assert not measure.days_right((None, None), day)


def test_every_key_that_ships_fits_its_text() -> None:
    parts = [articles.read_articles(CORPUS / "articles" / part) for part in ("dev", "test")]
    assert all(parts)
    assert all(a.happenings and a.sayings and any(h.main for h in a.happenings) for part in parts for a in part)
