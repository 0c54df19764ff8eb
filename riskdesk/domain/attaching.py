"""The register inside its PDF: what of it goes along with which document, and when it is left out by itself.

Whoever has the file has what is inside. With the appendix that is no more than it prints; with the other documents it
is all of the register: notes, names, assessments and risks that are not printed.

The handling mark is free text in any language and says who may read the paper. "Public" or "For the Steering
Committee" lead outside, and so may "Restricted", "Confidential" or "Diffusion restreinte": a paper restricted to a
committee is read by its members, who come from elsewhere. No list of such words would ever be whole. A word that is
missing from it would give the notes away, while a register that is left out in vain costs one tick. So the rule asks
for the opposite: a paper stays inside if it has no mark or one that says nothing but that ("Internal", "À usage
strictement interne"). With any other, all of the register goes along only where somebody asks for it.
"""

import re
from enum import StrEnum

from riskdesk.domain.folding import fold
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.text import is_blank
from riskdesk.domain.values import Register

_WORD = re.compile(r"\w+")
_INSIDE = re.compile(r"\b(internal (circulation|distribution)|internal|(diffusion )?internes?)\b")
# What may stand beside that, in both languages, without a say in who reads the paper.
_BESIDE = {
    *("for", "use", "only", "strictly", "exclusively", "document", "documents", "paper", "working"),
    *("a", "l", "d", "de", "pour", "usage", "seulement", "strictement", "exclusivement", "uniquement", "reserve"),
    "travail",
}


class Attached(StrEnum):
    """The possible extents of the register that goes along inside its PDF."""

    ALL = "all"
    PRINTED = "printed"
    NOTHING = "nothing"
    # Nothing, as nobody asked for it and the handling mark does not keep the paper inside.
    HELD_BACK = "held_back"


def attached(register: Register, how: Print) -> Attached:
    """What goes along inside the PDF of a register that is printed so."""
    if how.attach is False:
        return Attached.NOTHING
    if how.kind is DocumentKind.APPENDIX:
        return Attached.PRINTED
    return Attached.ALL if how.attach or stays_inside(register.handling_mark) else Attached.HELD_BACK


def stays_inside(mark: str) -> bool:
    """Whether a handling mark keeps the paper inside the office; without a mark, nothing leads outside."""
    rest, times = _INSIDE.subn("", " ".join(_WORD.findall(fold(mark))))
    return is_blank(mark) or (times > 0 and set(rest.split()) <= _BESIDE)
