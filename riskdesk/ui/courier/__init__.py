"""Workbooks sent to owners, and the answers that come back."""
