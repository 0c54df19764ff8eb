"""What can be printed of a register: the kind of document, its paper, and the columns of the working register."""

from dataclasses import dataclass
from enum import StrEnum

# The name of the register document that rides along in each PDF.
ATTACHED = "register.json"


class Kind(StrEnum):
    """The documents that a register is printed as."""

    APPENDIX = "appendix"
    WORKING = "working"
    MATRIX = "matrix"
    SUMMARY = "summary"

    @property
    def orientation(self) -> "Orientation":
        """Which way up the paper usually is."""
        return Orientation.LANDSCAPE if self in (Kind.WORKING, Kind.MATRIX) else Orientation.PORTRAIT


class Paper(StrEnum):
    """A size of paper."""

    A4 = "a4"
    A3 = "a3"


class Orientation(StrEnum):
    """Which way up the paper is."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Column(StrEnum):
    """A column of the working register, in the order in which they are printed; the risk itself is always there."""

    REFERENCE = "reference"
    MITIGATIONS = "mitigations"
    ACTION_OWNER = "action_owner"
    DUE_DATE = "due_date"
    STATUS = "status"
    LIKELIHOOD = "likelihood"
    IMPACT = "impact"
    SCORE = "score"
    RESIDUAL = "residual"
    OWNER = "owner"
    NEXT_REVIEW = "next_review"


# Those that are printed below each mitigation and not in a column of their own.
DETAILS = frozenset({Column.ACTION_OWNER, Column.DUE_DATE, Column.STATUS})


@dataclass(frozen=True, slots=True)
class Print:
    """How a register is printed; `columns` are those of the working register.

    `ended` says whether closed and rejected risks are printed in the other documents too.
    """

    kind: Kind = Kind.APPENDIX
    paper: Paper = Paper.A4
    orientation: Orientation = Orientation.PORTRAIT
    columns: tuple[Column, ...] = tuple(Column)
    ended: bool = False
