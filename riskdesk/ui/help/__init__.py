"""Help in a window of its own: the manual, the keys, what is new, and where files lie."""
