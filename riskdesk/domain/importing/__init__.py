"""Makes a register of the tables of a file: finds what each table, column, row and word means, in pure Python.

`reading.read` is the entry point, but for the table that Riskdesk itself writes (`own/own.py`). The words of registers
in both languages are in `words/`.
"""
