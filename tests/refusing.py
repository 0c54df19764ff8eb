"""What Windows refuses for a moment, as another program has a file open."""

import errno
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from riskdesk import system


def windows_error(number: int) -> OSError:
    """What Windows raises, with a number of its own."""
    numbers = {3: errno.ENOENT} | dict.fromkeys((5, 32, 33), errno.EACCES)
    error = OSError(numbers.get(number, errno.EINVAL), "as Windows says")
    error.winerror = number  # type: ignore[attr-defined]
    return error


class Refusing:
    """A function that Windows refuses to do a number of times."""

    def __init__(self, work: Callable[..., Any], times: int, number: int) -> None:
        self.left, self._work, self._number = times, work, number

    def __get__(self, owner: object, _kind: type) -> Callable[..., Any]:
        return partial(self, owner)

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        if self.left:
            self.left -= 1
            raise windows_error(self._number)
        return self._work(*arguments, **named)


def refuse_for_a_moment(monkeypatch: pytest.MonkeyPatch, owner: type, name: str) -> None:
    """Let Windows refuse a method twice, as a scanner holds the file; no time passes until it is tried again."""
    monkeypatch.setattr(system.time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(owner, name, Refusing(getattr(owner, name), 2, 32))
