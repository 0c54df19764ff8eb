"""The printed register: from values to the bytes of a PDF, in a layout of our own on ReportLab's canvas."""

from riskdesk.report.page import Orientation, Page, Paper
from riskdesk.report.rendering import Kind, Rendered, render, rendering

__all__ = ["Kind", "Orientation", "Page", "Paper", "Rendered", "render", "rendering"]
