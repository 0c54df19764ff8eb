"""Spelling: words that no dictionary knows are marked while they are written, and others suggested."""

from riskdesk.ui.spelling.marks import FieldMarks, Marks
from riskdesk.ui.spelling.spelling import Spelling

__all__ = ["FieldMarks", "Marks", "Spelling"]
