"""What the parts of the self-test have in common."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from riskdesk.resource import resource

# A trial, which raises an exception if something is missing or does not work.
Trial: TypeAlias = Callable[[], None]


def require(holds: bool, text: str) -> None:  # noqa: FBT001
    """Raise RuntimeError with the text if something does not hold."""
    if not holds:
        raise RuntimeError(text)


def shipped(folder: str, pattern: str) -> list[Path]:
    """The shipped files of a kind; RuntimeError if there are none."""
    files = sorted(resource(folder).glob(pattern))
    require(bool(files), f"no {pattern} in {resource(folder)}")
    return files
