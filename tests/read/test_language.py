"""Language: what is read, and what is kept without being read."""

import pytest

from truceline.read.language import find_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army said on Tuesday that shells had hit the bridge at Harun and killed at least twelve people."),
        ("fr", "L'armée a déclaré mardi que des obus avaient touché le pont et tué au moins douze personnes."),
        ("ar", "قال المتحدث باسم الجيش يوم الثلاثاء إن القذائف أصابت الجسر وقتلت اثني عشر شخصا على الأقل في المدينة."),
        (
            "ru",
            "Представитель армии сообщил во вторник, что снаряды попали в мост и убили не менее двенадцати человек.",
        ),
    ],
)
def test_a_paragraph_is_enough_to_tell(language, text):
    assert find_language(text) == language


def test_a_line_of_names_is_not():
    assert find_language("Deir ez-Zor, 17 September") is None
    assert find_language("") is None


def test_another_script_tells_sooner():
    assert find_language("قصف الجيش الجسر يوم الثلاثاء") == "ar"
