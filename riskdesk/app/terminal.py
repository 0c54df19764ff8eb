"""The output of the program: in all that is printed or logged, control characters are spelt out here."""

import errno
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import TextIOBase, TextIOWrapper
from pathlib import Path
from typing import Any, TextIO, cast

# Characters that control a terminal or reverse the direction of text, except line ends and tabs.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def spelt_out(text: str) -> str:
    """`text` with each control character as JSON spells it, such as \\u001b; JSON text keeps its meaning."""
    return _OBEYED.sub(lambda sign: f"\\u{ord(sign.group()):04x}", text)


class OutputLost(OSError):
    """The error that printed text cannot be written, for instance to a file on a full disk."""


class _Nowhere(TextIOBase):
    """A stream that discards what is printed, for a program that was started without one."""

    def write(self, text: str) -> int:
        return len(text)


class Plain:
    """A stream that spells out control characters in what is written to it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._over = 0

    def write(self, text: str) -> int:
        """Write text; return how much of it was written."""
        with _reaching_somebody():
            self._stream.write(spelt_out(text))
        return len(text)

    def write_over(self, text: str) -> None:
        """Write a line on a terminal in place of the one before that was written so; an empty one removes that."""
        line = spelt_out(text)
        blanks = " " * (self._over - len(line))
        self._over = len(line)
        with _reaching_somebody():
            self._stream.write(f"\r{line}{blanks}" + ("" if line else "\r"))
            self._stream.flush()

    def flush(self) -> None:
        """Pass on what was written so far."""
        with _reaching_somebody():
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def abandon_output() -> None:
    """Discard what is still to be printed, as nobody reads it any more; the program ends without a message."""
    with Path(os.devnull).open("wb") as nowhere:
        for stream in (sys.__stdout__, sys.__stderr__):
            if stream is not None:
                os.dup2(nowhere.fileno(), stream.fileno())


@contextmanager
def _reaching_somebody() -> Iterator[None]:
    """Raise BrokenPipeError if the reader of the output has ended, OutputLost if it cannot be written."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        # Windows reports this for a pipe that nobody reads any more.
        if error.errno == errno.EINVAL:
            raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE)) from error
        raise OutputLost(error.errno, error.strerror) from error


@contextmanager
def plain_output() -> Iterator[None]:
    """Spell out control characters in all that is printed in this block; write files and pipes in UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Whatever the code page of the system is; characters that cannot be encoded are spelt out as well.
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    # A program without a console has no streams, nor has one whose shell closed them.
    out, err = (cast("TextIO", Plain(stream or cast("TextIO", _Nowhere()))) for stream in (sys.stdout, sys.stderr))
    with redirect_stdout(out), redirect_stderr(err):
        yield
