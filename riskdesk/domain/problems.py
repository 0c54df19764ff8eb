"""What the world did: errors that the user is told in one sentence."""

from collections.abc import Callable
from dataclasses import dataclass


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001, N802 - lupdate finds the text by this name
    """Mark `text` for translation under `context` and return it as it is; the edge that shows it translates."""
    return text


@dataclass(frozen=True, slots=True)
class Name:
    """Words of the program's own inside a sentence, such as the name of a field; marked under `context`."""

    text: str
    context: str = "Name"

    def __str__(self) -> str:
        return self.text

    def told(self, translate: Callable[[str, str], str]) -> str:
        """The words, translated by `translate(context, text)`."""
        return translate(self.context, self.text)


class Problem(Exception):
    """A sentence for the user: what happened, where, and what to do; nothing was lost.

    `text` is the English sentence with {names} in it, `values` what they stand for.
    """

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text.format(**values))
        self.text = text
        self.values = values

    def told(self, translate: Callable[[str, str], str]) -> str:
        """The sentence, with itself and the problems and names in it translated by `translate(context, text)`."""
        values = {
            name: it.told(translate) if isinstance(it, Problem | Name) else it for name, it in self.values.items()
        }
        return translate("Problem", self.text).format(**values)


class FileProblem(Problem):
    """A file could not be read, written or trusted."""


class InputProblem(Problem):
    """A value that was given cannot be taken."""


class NotFound(Problem):
    """What was asked for is not in the store."""
