"""Knows the words of registers: heads, statuses, signs between items, who does what until when."""
