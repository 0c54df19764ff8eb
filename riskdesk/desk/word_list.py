"""The words that a user has accepted as correct: a text file with one word in each line."""

from pathlib import Path

from riskdesk.domain.spelling import core, is_among, listed, plain
from riskdesk.files import make_folder, read_bounded, set_aside, write_atomically

# In bytes.
_LARGEST = 2**20


class WordList:
    """The words in the file at `path`, which is made, private to its user, when the first word is added.

    A file with any other content is renamed.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._words = self._read()

    def __contains__(self, word: str) -> bool:
        """Whether a plain word is in the list."""
        return is_among(self._words, word)

    def add(self, word: str) -> None:
        """Add a word to the list and to the file; FileProblem if that cannot be written, but it is in the list then."""
        # Another window may have added words meanwhile.
        self._words |= self._read() | {core(plain(word))}
        make_folder(self._path.parent, private=True)
        content = "".join(f"{listed_word}\n" for listed_word in sorted(self._words, key=str.casefold))
        write_atomically(self._path, content.encode(), private=True)

    def _read(self) -> set[str]:
        try:
            text = read_bounded(self._path, _LARGEST).decode("utf-8-sig")
        except FileNotFoundError:
            return set()
        except (OSError, ValueError):
            set_aside(self._path)
            return set()
        return listed(text)
