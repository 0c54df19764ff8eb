"""What can be printed of a register: the kind of document, its paper, and the columns of the working register."""

from dataclasses import dataclass
from enum import StrEnum

# The name of the register document that is attached to a PDF.
ATTACHED = "register.json"


class DocumentKind(StrEnum):
    """The documents that a register is printed as."""

    APPENDIX = "appendix"
    WORKING = "working"
    MATRIX = "matrix"
    SUMMARY = "summary"

    @property
    def orientation(self) -> "Orientation":
        """The usual orientation of its paper."""
        return Orientation.LANDSCAPE if self in (DocumentKind.WORKING, DocumentKind.MATRIX) else Orientation.PORTRAIT


class Paper(StrEnum):
    """A size of paper."""

    A4 = "a4"
    A3 = "a3"


class Orientation(StrEnum):
    """The orientations of the paper."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class PrintColumn(StrEnum):
    """The columns that the working register has if no others are chosen; `fields.COLUMNS` has all there are."""

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


class Sides(StrEnum):
    """The assessments that a matrix shows of its risks."""

    INHERENT = "inherent"
    RESIDUAL = "residual"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Print:
    """A choice of how a register is printed.

    `columns` are the codes of those of the working register; `ended` asks for closed and rejected risks in the other
    documents; `attach` says whether the register is attached to the file, None leaves that to `attaching`; `sides`
    are those of the matrix.
    """

    kind: DocumentKind = DocumentKind.APPENDIX
    paper: Paper = Paper.A4
    orientation: Orientation = Orientation.PORTRAIT
    columns: tuple[str, ...] = tuple(PrintColumn)
    ended: bool = False
    attach: bool | None = None
    sides: Sides = Sides.BOTH

    @property
    def prints_ended(self) -> bool:
        """Whether closed and rejected risks are printed; the working register always has them."""
        return self.ended or self.kind is DocumentKind.WORKING
