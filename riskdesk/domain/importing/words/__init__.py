"""The words of registers and what they say: heads, statuses, signs between items, who does what until when."""
