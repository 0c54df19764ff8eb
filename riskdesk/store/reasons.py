"""SQLite's errors in words for users: sentences, and reasons for refusing or doubting a file, as parts of one."""

import os
import re
import sqlite3
from pathlib import Path

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, FileReplaced, Phrase, Problem
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


def problem(path: Path, error: sqlite3.Error | UnicodeDecodeError, *, saving: bool, most: int) -> FileProblem:
    """The problem of the file at `path`, from which was read, or to which was written when `saving`.

    `most` is how many megabytes can be written at once.
    """
    code = getattr(error, "sqlite_errorname", "")
    if code == "SQLITE_READONLY_DBMOVED":
        # While the transaction waited for its turn, or later.
        return FileReplaced(path, is_gone=not os.path.lexists(path))
    sentences = _SENTENCES if saving else (*_OF_READING, *_SENTENCES)
    text = next((text for start, text in sentences if code.startswith(start)), _DAMAGED)
    return FileProblem(text, file=path, reason=of_sqlite(error), most=most)


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


_DAMAGED = QT_TRANSLATE_NOOP(
    "Problem", "The file {file} cannot be read as a register file ({reason}); open a copy of it, or a backup."
)
_OF_READING = (
    (
        "SQLITE_BUSY",
        QT_TRANSLATE_NOOP(
            "Problem", "The file {file} cannot be read: another program is using it; try again in a moment."
        ),
    ),
    (
        "SQLITE_IOERR",
        QT_TRANSLATE_NOOP(
            "Problem", "The file {file} cannot be read: its disk does not answer; check it and try again."
        ),
    ),
)
_SENTENCES = (
    (
        "SQLITE_FULL",
        QT_TRANSLATE_NOOP("Problem", "Not saved: the disk of {file} is full; make room and try again."),
    ),
    (
        "SQLITE_BUSY",
        QT_TRANSLATE_NOOP("Problem", "Not saved: another program is using {file}; try again in a moment."),
    ),
    (
        "SQLITE_READONLY_ROLLBACK",
        QT_TRANSLATE_NOOP("Problem", "A program ended while it was writing to {file}; open the file again."),
    ),
    (
        "SQLITE_READONLY",
        QT_TRANSLATE_NOOP("Problem", "Not saved: {file} cannot be written to; check its folder and permissions."),
    ),
    (
        "SQLITE_IOERR",
        QT_TRANSLATE_NOOP("Problem", "Not saved: the disk of {file} does not answer; check it and try again."),
    ),
    (
        "SQLITE_INTERRUPT",
        QT_TRANSLATE_NOOP("Problem", "The file {file} takes too long to read; it may be malicious."),
    ),
    (
        "SQLITE_CANTOPEN",
        QT_TRANSLATE_NOOP("Problem", "The file {file} cannot be opened; check that it is there and may be read."),
    ),
    (
        "SQLITE_CONSTRAINT",
        QT_TRANSLATE_NOOP("Problem", "Not saved: {file} does not take this value ({reason})."),
    ),
    (
        "SQLITE_TOOBIG",
        QT_TRANSLATE_NOOP(
            "Problem", "Not saved in {file}: more than {most} MB at once. Do it risk by risk or in parts."
        ),
    ),
)
