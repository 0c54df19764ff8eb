"""Makes a register of the tables of a file: finds what each table, column, row and word means, in pure Python.

`reading.read` is the only entry point; `words/vocabulary.py` has the words of registers in both languages.
"""
