"""Errors that come from outside the program, and are reported to the user in one sentence."""

import re
from collections.abc import Callable
from pathlib import PurePath
from typing import NamedTuple

from riskdesk.domain.label import Label
from riskdesk.domain.language import words
from riskdesk.domain.values import Language


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001, N802 - lupdate finds the text by this name
    """Mark `text` for translation under `context` and return it unchanged; the code that shows it translates it."""
    return text


# A count; a number that begins with 0, or is longer, is none.
_NUMBER = re.compile(r"(?<!\d)[1-9]\d{0,8}(?!\d)")
_COUNT = "{count}"


class Phrase(NamedTuple):
    """A phrase of the program's own, such as the label of an action.

    It is marked for translation under `context`; a number in it is replaced by {count}.
    """

    text: str
    context: str

    def __str__(self) -> str:
        return self.text

    def translated(self, translate: Callable[[str, str], str], language: Language) -> str:
        """The phrase in a language, by `translate(context, text)`; without a translation, its number is in English."""
        marked, number = counted(self.text)
        wording = translate(self.context, marked)
        if not number:
            return wording
        if wording == marked:
            return _NUMBER.sub(words(Language.ENGLISH).number(int(number)), self.text, count=1)
        return wording.replace(_COUNT, words(language).number(int(number)))


def counted(text: str) -> tuple[str, str]:
    """A text as it is marked for translation, with {count} in place of the number in it, and that number."""
    match = _NUMBER.search(text)
    return (text, "") if match is None else (text[: match.start()] + _COUNT + text[match.end() :], match[0])


class Problem(Exception):
    """An error that is reported to the user in a sentence: what happened, where, and what to do; nothing was lost.

    `text` is the English sentence with {names} in it, `values` what they stand for: an int is a count, and the number
    of a step or a line is given as text.
    """

    def __init__(self, text: str, **values: object) -> None:
        self.text = text
        self.values = values
        super().__init__(self.translated(lambda _context, english: english, Language.ENGLISH))

    def translated(self, translate: Callable[[str, str], str], language: Language) -> str:
        """The sentence and the problems in it, translated into a language by `translate(context, text)`."""
        values = {name: _value_text(value, translate, language) for name, value in self.values.items()}
        return translate("Problem", self.text).format(**values)

    def alone(self) -> "Problem":
        """Itself, without its traceback and causes, so that it can be kept.

        These refer to all that was in use in its thread, such as a dialog, which must not be deleted in another one.
        """
        self.__cause__ = self.__context__ = self.__traceback__ = None
        return self


class FileProblem(Problem):
    """The problem that a file could not be read, written or trusted."""


class FileReplaced(FileProblem):
    """The problem that the file which was opened is gone (`is_gone`), or another lies in its place."""

    def __init__(self, path: PurePath, *, is_gone: bool) -> None:
        super().__init__(_GONE if is_gone else _REPLACED, file=path)
        self.is_gone = is_gone


_GONE = QT_TRANSLATE_NOOP(
    "Problem", "{file} was deleted or moved while it was open; save what is here as a new file, or put it back."
)
_REPLACED = QT_TRANSLATE_NOOP(
    "Problem", "Another file was put in the place of {file} while it was open; compare both and choose."
)


def unreadable(file: PurePath, error: Exception) -> FileProblem:
    """The problem of a file that cannot be read, and why; a name that no file can have is a ValueError."""
    text = QT_TRANSLATE_NOOP("Problem", "The file {file} cannot be read ({reason}).")
    return FileProblem(text, file=file, reason=system_reason(error))


def system_reason(error: Exception) -> Problem | Phrase:
    """The meaning of an error of the system, or of a name that no file can have: a part of a sentence."""
    # Imported only when needed, as that is rare.
    from riskdesk.domain import reasons

    return reasons.of_system(error)


class InputProblem(Problem):
    """The problem that a given value is not accepted."""


class NotFound(Problem):
    """The problem that what was asked for is not in the store."""


def _value_text(value: object, translate: Callable[[str, str], str], language: Language) -> object:
    if isinstance(value, Problem):
        return value.translated(translate, language)
    if isinstance(value, Phrase):
        return value.translated(translate, language)
    if isinstance(value, int):
        return words(language).number(value)
    return value.text(language) if isinstance(value, Label) else value
