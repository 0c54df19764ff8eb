"""Storing registers, with the journal of all changes, in one SQLite file."""
