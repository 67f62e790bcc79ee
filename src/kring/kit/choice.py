"""A choice that says in a second line what it means."""

from django.utils.html import format_html


class Choice:
    """The label of a card to tap. Put into words when it is shown, so that it follows the reader's language."""

    def __init__(self, title: object, explanation: object) -> None:
        self.title, self.explanation = title, explanation

    def __str__(self) -> str:
        return format_html("{}<small>{}</small>", self.title, self.explanation)

    __html__ = __str__
