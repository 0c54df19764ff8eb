"""Riskdesk, the desk of a co-operation programme's risk register."""

__version__ = "0.1.0"
