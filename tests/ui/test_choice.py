"""What is on show changes at once: nobody is told of an article without its statement."""

from factcheck.ui.choice import Choice


def test_a_statement_comes_with_its_article():
    choice, told = Choice(), []
    for signal in (choice.article_changed, choice.statement_changed):
        signal.connect(lambda: told.append((choice.article, choice.statement)))
    choice.show("article-1", "statement-1")
    choice.show("article-2", "statement-2")
    choice.show("article-2", "statement-3")
    first, second = ("article-1", "statement-1"), ("article-2", "statement-2")
    assert told == [first, first, second, second, ("article-2", "statement-3")]
