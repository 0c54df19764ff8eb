"""The preview: the PDF as it would be written, beside the sheet."""

from riskdesk.ui.printing.preview.preview import Preview

__all__ = ["Preview"]
