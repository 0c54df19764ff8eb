"""The preview beside the sheet: the PDF as it would be exported."""

from riskdesk.ui.printing.preview.preview import Preview

__all__ = ["Preview"]
