"""From tables to a register: what each table, column, row and word of a file means, in pure Python.

`read` (`reading.py`) is the one way in; the words of the field in both languages are in `vocabulary.py`.
"""
