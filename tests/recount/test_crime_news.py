"""News of a crime is told from the one town's other deeds, and from articles on a war."""

from truceline.recount.crime_news import is_crime_news


def test_news_of_a_crime_is_told_by_the_police() -> None:
    news = "A man was shot on Mill Street on Monday, police said. Officers found him at noon; detectives ask for help."
    assert is_crime_news(news)


def test_an_article_on_a_truce_is_none() -> None:
    article = "The army and the Front blame each other for the shells that fell on the market at Qasr on Monday. "
    assert not is_crime_news(article * 20 + "The police of the town kept out of it.")
