"""One file that means harm, and what must become of it."""

from dataclasses import dataclass

# Stands for the address of a socket that nobody may ever call.
TRAP = b"http://127.0.0.1:65535"
WORDS = "The council met on Tuesday and agreed on the new bridge after a debate of six hours."
IMPORT, WARN, REFUSE, EITHER = "import", "warn", "refuse", "import or refuse"


@dataclass(frozen=True, slots=True)
class Case:
    """``told`` is found in a remark (warn) or in the message (refuse)."""

    name: str
    file: str
    content: bytes
    outcome: str = IMPORT
    told: str = ""
    kept: str = ""  # words that the text must hold
    lost: str = ""  # words that it must not hold
