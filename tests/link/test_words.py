"""Words of a report that tell one happening from another."""

from truceline.link.words import take_words


def test_a_year_is_a_number_and_no_rare_word():
    taken = take_words("Shells hit Norrin on 9 March 2031 and 412 houses burned.", frozenset({"march"}))
    assert taken.numbers == {"2031", "412"}
    assert "412" in taken.words
    assert "2031" not in taken.words
