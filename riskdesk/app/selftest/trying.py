"""What the parts of the self-test are made of."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from riskdesk.resource import resource

# It raises where something is missing or does not work.
Trial: TypeAlias = Callable[[], None]


def require(holds: bool, text: str) -> None:  # noqa: FBT001
    """RuntimeError with the text if something does not hold."""
    if not holds:
        raise RuntimeError(text)


def shipped(folder: str, pattern: str) -> list[Path]:
    """The files of a kind that are shipped; RuntimeError if there are none."""
    files = sorted(resource(folder).glob(pattern))
    require(bool(files), f"no {pattern} in {resource(folder)}")
    return files
