"""The one kind of error a user can act on; anything else is a bug."""


class FactcheckError(Exception):
    """Something the user can mend.

    ``message`` says what is wrong, ``hint`` what to do about it; both are whole sentences
    that may be shown as they are.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class Cancelled(FactcheckError):  # noqa: N818 nothing is wrong
    """The person stopped the work."""

    def __init__(self) -> None:
        super().__init__("The work was cancelled.")
