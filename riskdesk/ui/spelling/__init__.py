"""Spelling: marks unknown words while the user types, and suggests others."""

from riskdesk.ui.spelling.marks import FieldMarks, Marks
from riskdesk.ui.spelling.spelling import Spelling

__all__ = ["FieldMarks", "Marks", "Spelling"]
