"""What may lie where a file of the user's own is looked for, and is none: each maker is given the place."""

import os
from collections.abc import Callable
from pathlib import Path


def holes(place: Path) -> None:
    """A file of three gigabytes that takes no room."""
    with place.open("wb") as file:
        file.truncate(3 << 30)


NO_FILES: dict[str, Callable[[Path], object]] = {"a folder": lambda place: place.mkdir()}
if os.name == "posix":
    NO_FILES |= {
        "holes": holes,
        "a pipe": os.mkfifo,
        "a link to itself": lambda place: place.symlink_to(place.name),
        "a link to what never ends": lambda place: place.symlink_to("/dev/zero"),
    }
