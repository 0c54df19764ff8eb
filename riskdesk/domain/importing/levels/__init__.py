"""On which ladder the levels of a file stand, by its lists of levels, its values, its signs and its colours."""
