"""SQLite's reasons for refusing or doubting a file, in words for users: parts of a sentence."""

import re
import sqlite3

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, Phrase, Problem
from riskdesk.domain.text import without_control

# SQLite may quote names of any length from a damaged file.
_LONGEST_NAME = 60
_NAME = r"(?P<name>\S.*)"
_FINDINGS = (
    (re.compile(rf"\bindex {_NAME}$"), QT_TRANSLATE_NOOP("Problem", "the index “{name}” does not fit its table")),
    (re.compile(rf"\bvalue in {_NAME}$"), QT_TRANSLATE_NOOP("Problem", "a value in {name} is none that may be there")),
    (
        re.compile(rf"\b(?:constraint failed in|KEY order for) {_NAME}$"),
        QT_TRANSLATE_NOOP("Problem", "a row of “{name}” is none that may be there"),
    ),
    (re.compile(r"\b[Pp]age (?P<name>\d+)"), QT_TRANSLATE_NOOP("Problem", "page {name} does not fit the others")),
)
_REASONS = (
    ("SQLITE_CORRUPT", QT_TRANSLATE_NOOP("Problem", "its pages do not fit each other")),
    ("SQLITE_NOTADB", QT_TRANSLATE_NOOP("Problem", "it is no database of SQLite")),
    ("SQLITE_TOOBIG", QT_TRANSLATE_NOOP("Problem", "a text in it is longer than any of Riskdesk")),
    ("SQLITE_CONSTRAINT", QT_TRANSLATE_NOOP("Problem", "the rules of its tables forbid it")),
)


def of_sqlite(error: sqlite3.Error | UnicodeDecodeError) -> Phrase | Problem:
    """The meaning of an error; for text that cannot be decoded, Python raises the error, and not SQLite."""
    code = getattr(error, "sqlite_errorname", "")
    for start, text in _REASONS:
        if code.startswith(start):
            return Phrase(text, "Problem")
    if not code:
        return Phrase(QT_TRANSLATE_NOOP("Problem", "a text in it is damaged"), "Problem")
    return Problem(QT_TRANSLATE_NOOP("Problem", "SQLite gives the error {code}"), code=code)


def finding(raw_line: str) -> Phrase | Problem:
    """The meaning of a line of SQLite's own check."""
    line = " ".join(without_control(raw_line).split())
    for pattern, text in _FINDINGS:
        if match := pattern.search(line):
            return Problem(text, name=match["name"][:_LONGEST_NAME])
    return Phrase(QT_TRANSLATE_NOOP("Problem", "SQLite’s own check fails"), "Problem")
