"""The one gate out: whatever is printed, on a terminal, to a pipe or in the log, carries no control characters."""

import errno
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import TextIOBase, TextIOWrapper
from pathlib import Path
from typing import Any, TextIO, cast

# What a terminal obeys, and what turns a line around on it; a line end and a tab are what they are.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def spelt_out(text: str) -> str:
    """`text` with each control character as JSON spells it, such as \\u001b; JSON text stays the same content."""
    return _OBEYED.sub(lambda sign: f"\\u{ord(sign.group()):04x}", text)


class OutputLost(OSError):
    """The error that something printed cannot be written, as where it goes into a file on a full disk."""


class _Nowhere(TextIOBase):
    """The stream in place of one that the program was started without: what is printed there goes nowhere."""

    def write(self, text: str) -> int:
        return len(text)


class Plain:
    """A stream on which what is written is spelt out."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write text; returns how much of it was written."""
        with _reaching_somebody():
            self._stream.write(spelt_out(text))
        return len(text)

    def flush(self) -> None:
        """Pass on what was written so far."""
        with _reaching_somebody():
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def abandon_output() -> None:
    """Let what is still to be printed go nowhere, as nobody reads it any more: the program ends without a word."""
    with Path(os.devnull).open("wb") as nowhere:
        for stream in (sys.__stdout__, sys.__stderr__):
            if stream is not None:
                os.dup2(nowhere.fileno(), stream.fileno())


@contextmanager
def _reaching_somebody() -> Iterator[None]:
    """BrokenPipeError where whoever read what is printed has ended, OutputLost where it cannot be written."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        # That is what Windows says of a pipe that nobody reads any more.
        if error.errno == errno.EINVAL:
            raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE)) from error
        raise OutputLost(error.errno, error.strerror) from error


@contextmanager
def plain_output() -> Iterator[None]:
    """Let everything that is printed meanwhile be spelt out, in UTF-8 where it goes to a file or a pipe."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Whatever the code page of the system; what cannot be written is spelt out, too.
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    # A program without a console has no streams, nor has one for which a shell has closed them.
    out, err = (cast("TextIO", Plain(stream or cast("TextIO", _Nowhere()))) for stream in (sys.stdout, sys.stderr))
    with redirect_stdout(out), redirect_stderr(err):
        yield
