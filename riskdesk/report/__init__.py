"""The printed register: from values to the bytes of a PDF, in a layout of our own on ReportLab's canvas."""

from riskdesk.report.rendering import Rendered, render

__all__ = ["Rendered", "render"]
