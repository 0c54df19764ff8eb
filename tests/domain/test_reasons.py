"""Why the system refused something, in words of ours that are told in either language."""

import errno
import os
from pathlib import Path

import pytest

from riskdesk.domain.problems import Phrase, Problem, system_reason, unreadable
from riskdesk.domain.values import Language

COMMON = ("ENOENT", "EACCES", "EPERM", "EISDIR", "ENOTDIR", "ENAMETOOLONG", "ELOOP", "ENOSPC", "EROFS", "EIO", "EBUSY")


@pytest.mark.parametrize("name", COMMON)
def test_what_the_system_commonly_says_has_words_of_its_own(name: str) -> None:
    number: int = getattr(errno, name)
    reason = system_reason(OSError(number, os.strerror(number)))
    assert isinstance(reason, Phrase)
    assert str(reason) != os.strerror(number)


def test_what_is_not_known_is_told_by_its_number_and_not_in_the_words_of_the_system() -> None:
    assert str(system_reason(OSError(99_999, "Unheard of"))) == "error 99999 of the system"
    assert str(system_reason(OSError("Unheard of"))) == "error – of the system"


def test_a_reason_is_translated_with_the_sentence_that_it_stands_in() -> None:
    def translate(_context: str, text: str) -> str:
        return {"it is a folder": "c’est un dossier"}.get(text, text)

    for error in (IsADirectoryError(errno.EISDIR, "Is a directory"), ValueError("embedded null byte")):
        problem = unreadable(Path("a"), error)
        assert isinstance(problem, Problem)
        sentence = problem.translated(translate, Language.FRENCH)
        assert ("c’est un dossier" in sentence) == isinstance(error, OSError)
        assert "embedded" not in sentence
