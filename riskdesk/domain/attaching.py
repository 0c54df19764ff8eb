"""The register attached to its PDF: how much of it goes with each document, and when it is left out by default.

Anyone who has the file can read the attachment. With the appendix it has no more than is printed; with the other
documents it is the whole register: notes, names, assessments and risks that are not printed.

The handling mark is free text in any language and says who may read the paper. One marked "Public" or "For the Steering
Committee" leaves the office, and so may one marked "Restricted", "Confidential" or "Diffusion restreinte": the members
of a committee come from elsewhere. No list of such words would ever be complete. A missing word would disclose the
notes, while a register that is left out needlessly costs one tick. So the rule is the opposite: a paper stays inside if
it has no mark, or one that says nothing but that ("Internal", "À usage strictement interne"). With any other mark, the
whole register is attached only if the user asks for it.
"""

import re
from enum import StrEnum

from riskdesk.domain.folding import fold
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.text import is_blank
from riskdesk.domain.values import Register

_WORD = re.compile(r"\w+")
_INSIDE = re.compile(r"\b(internal (circulation|distribution)|internal|(diffusion )?internes?)\b")
# Words that may stand beside that, in both languages, as they do not say who reads the paper.
_BESIDE = {
    *("for", "use", "only", "strictly", "exclusively", "document", "documents", "paper", "working"),
    *("a", "l", "d", "de", "pour", "usage", "seulement", "strictement", "exclusivement", "uniquement", "reserve"),
    "travail",
}


class Attached(StrEnum):
    """The possible extents of the register that is attached to its PDF."""

    ALL = "all"
    PRINTED = "printed"
    NOTHING = "nothing"
    # Nothing, as nobody asked for it and the handling mark does not keep the paper inside the office.
    HELD_BACK = "held_back"


def attached(register: Register, how: Print) -> Attached:
    """How much of a register is attached to its PDF when it is printed so."""
    if how.attach is False:
        return Attached.NOTHING
    if how.kind is DocumentKind.APPENDIX:
        return Attached.PRINTED
    return Attached.ALL if how.attach or stays_inside(register.handling_mark) else Attached.HELD_BACK


def stays_inside(mark: str) -> bool:
    """Whether a handling mark keeps the paper inside the office; without a mark, it stays inside."""
    rest, times = _INSIDE.subn("", " ".join(_WORD.findall(fold(mark))))
    return is_blank(mark) or (times > 0 and set(rest.split()) <= _BESIDE)
