"""Renders a register as the bytes of a PDF, in a layout of our own, with ReportLab for fonts."""

from riskdesk.report.rendering import Rendered, render

__all__ = ["Rendered", "render"]
