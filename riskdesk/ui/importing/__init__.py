"""Files of other programs on their way in: what will be created, beside what is warned of, asked and left out."""

from riskdesk.ui.importing.dialog import ImportDialog

__all__ = ["ImportDialog"]
