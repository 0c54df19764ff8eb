"""What the world did: errors that the user is told in one sentence."""

import re
from collections.abc import Callable
from typing import NamedTuple

from riskdesk.domain.label import Label


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001, N802 - lupdate finds the text by this name
    """Mark `text` for translation under `context` and return it as it is; the edge that shows it translates."""
    return text


_NUMBER = re.compile(r"\d+")
_COUNT = "{count}"


class Phrase(NamedTuple):
    """Words of the program's own, such as the label of an action; marked under `context`, a number in it as {count}."""

    text: str
    context: str

    def __str__(self) -> str:
        return self.text

    def told(self, translate: Callable[[str, str], str]) -> str:
        """The words in the language into which `translate(context, text)` brings them; others than ours as they are."""
        marked, number = counted(self.text)
        told = translate(self.context, marked)
        return self.text if told == marked else told.replace(_COUNT, number)


def counted(text: str) -> tuple[str, str]:
    """A text as it is marked for translation, with {count} in place of the number in it, and that number."""
    found = _NUMBER.search(text)
    return (text, "") if found is None else (text[: found.start()] + _COUNT + text[found.end() :], found[0])


class Problem(Exception):
    """A sentence for the user: what happened, where, and what to do; nothing was lost.

    `text` is the English sentence with {names} in it, `values` what they stand for.
    """

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text.format(**values))
        self.text = text
        self.values = values

    def told(self, translate: Callable[[str, str], str], language: str) -> str:
        """The sentence in a language, into which `translate(context, text)` brings it and the problems in it."""
        values = {name: _told(value, translate, language) for name, value in self.values.items()}
        return translate("Problem", self.text).format(**values)


class FileProblem(Problem):
    """A file could not be read, written or trusted."""


class InputProblem(Problem):
    """A value that was given cannot be taken."""


class NotFound(Problem):
    """What was asked for is not in the store."""


def _told(value: object, translate: Callable[[str, str], str], language: str) -> object:
    if isinstance(value, Problem):
        return value.told(translate, language)
    if isinstance(value, Phrase):
        return value.told(translate)
    return value.text(language) if isinstance(value, Label) else value
