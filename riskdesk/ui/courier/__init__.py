"""Workbooks to owners, and their answers."""
