"""What is printed on."""

from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    """A size of paper."""

    A4 = "a4"
    A3 = "a3"


class Orientation(StrEnum):
    """Which way up the paper is."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True)
class Page:
    """The paper and which way up it is."""

    paper: Paper = Paper.A4
    orientation: Orientation = Orientation.PORTRAIT
